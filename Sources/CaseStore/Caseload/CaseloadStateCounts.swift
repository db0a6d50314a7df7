public import CaseModel

extension CaseStore {
  /// How the plans of everybody that a query finds stand, in one walk on the connection that counts. As long as
  /// `caseloadCount`: show the list first.
  public func caseloadStates(_ query: CaseloadQuery) async throws(Problem) -> CaseloadStates {
    try await counting("The states of the care plans were not counted.", .action(.listPeople)) { connection, permit in
      let statement = CaseloadStateCounts.statement(
        query, try connection.countingConditions(query, reach: permit.reach(connection)))
      let counts = try connection.first(statement.sql, statement.values) { row in
        try CaseloadStates.State.allCases.map { ($0, try row.int()) }
      }
      return CaseloadStates(Dictionary(counts ?? []) { first, _ in first })
    }
  }
}

enum CaseloadStateCounts {
  /// The conditions stand first in the text, because values are bound in the order in which they do.
  static func statement(_ query: CaseloadQuery, _ conditions: CaseloadConditions) -> (sql: String, values: [Value]) {
    var conditions = conditions
    let shown = """
      SELECT e.plan_status AS plan, e.no_plan_reason AS reason, e.review_key AS review \
      FROM \(CaseloadSQL.from(conditions)) WHERE \(conditions.clauses.joined(separator: " AND "))
      """
    let today = conditions.bind(.of(query.today))
    let soon = conditions.bind(.of(query.today + 28))
    let live = "plan IN ('active', 'on_hold')"
    let tests = CaseloadStates.State.allCases.map { state in
      switch state {
      case .overdue: "\(live) AND (review < \(today) OR review = '~')"
      case .noPlan: "plan IS NULL AND reason IS NULL"
      case .due: "\(live) AND review >= \(today) AND review <= \(soon)"
      case .begun: "plan = 'draft' OR plan IS NULL AND reason IS NOT NULL"
      case .current: "\(live) AND review > \(soon) AND review < '~'"
      case .ended: "plan NOT IN ('draft', 'active', 'on_hold')"
      }
    }
    let counts = tests.map { "count(CASE WHEN \($0) THEN 1 END)" }.joined(separator: ", ")
    return ("WITH shown AS (\(shown)) SELECT \(counts) FROM shown", conditions.values)
  }
}
