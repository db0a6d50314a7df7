import CaseModel

/// One page of the caseload as one statement: two seeks along an index (what ties with the place, then what follows
/// it), joined without sorting; only a few candidates are sorted. Rows are never skipped over, and there is no OR
/// across the key (performance.md 3.1).
struct CaseloadSQL {
  let sql: String
  let values: [Value]
  /// The rows come last first.
  let isReversed: Bool

  static let columns = """
    e.row_key, e.patient_id, e.family_name, e.given_names, e.title, e.preferred_name, e.born_key, e.died, e.gender, \
    e.nhs_key, e.practice_key, e.locality, e.risk_value, e.risk_unit, e.risk_model, e.risk_run_on, e.plan_status, \
    e.no_plan_reason, e.review_key, e.sw_name, e.enrolment, e.has_similar, e.dq_count
    """

  static func keyColumn(_ order: CaseloadOrder) -> String {
    switch order {
    case .name: "name_key"
    case .review: "review_key"
    case .risk: "risk_key"
    case .born: "born_key"
    case .nhs: "nhs_key"
    case .practice: "practice_key"
    case .enrolled: "enrolled_key"
    }
  }

  init(
    _ query: CaseloadQuery, _ conditions: CaseloadConditions, page: PageRequest<CaseloadPosition>, limit: Int
  ) {
    var conditions = conditions
    let alias = conditions.isOwnList ? "m" : "e"
    let key = "\(alias).\(CaseloadSQL.keyColumn(query.sort.order))"
    let tie = "\(alias).row_key"
    let from = CaseloadSQL.from(conditions)
    let backwards: Bool
    var place: CaseloadPosition?
    switch page {
    case .first: backwards = false
    case .last: backwards = true
    case .after(let position): (backwards, place) = (false, position)
    case .before(let position): (backwards, place) = (true, position)
    }
    isReversed = backwards
    let descending = query.sort.descending != backwards
    let direction = descending ? "DESC" : "ASC"
    let next = descending ? "<" : ">"
    let base = conditions.clauses.joined(separator: " AND ")
    // The alias of the key goes with the rows, so that the page that follows starts from what the index says.
    let select = "SELECT \(CaseloadSQL.columns), \(key) AS place FROM \(from) WHERE \(base)"
    // SQLite takes $1 as a name and counts names by where they first stand: values are bound in that order (store.md 3).
    guard let place else {
      let most = conditions.bind(.integer(Int64(limit)))
      sql = "\(select) ORDER BY \(key) \(direction), \(tie) \(direction) LIMIT \(most)"
      values = conditions.values
      return
    }
    let placeKey: String
    switch place.key {
    case .text(let text): placeKey = conditions.bind(.text(text))
    case .number(let number): placeKey = conditions.bind(.real(number))
    }
    let placeTie = conditions.bind(.integer(Int64(place.tie)))
    let most = conditions.bind(.integer(Int64(limit)))
    sql = """
      SELECT * FROM (\(select) AND \(key) = \(placeKey) AND \(tie) \(next) \(placeTie) \
      ORDER BY \(tie) \(direction) LIMIT \(most)) AS ties \
      UNION ALL SELECT * FROM (\(select) AND \(key) \(next) \(placeKey) \
      ORDER BY \(key) \(direction), \(tie) \(direction) LIMIT \(most)) AS rest LIMIT \(most)
      """
    values = conditions.values
  }

  static func from(_ conditions: CaseloadConditions) -> String {
    if conditions.isOwnList { return "caseload_mine m CROSS JOIN caseload_entry e ON e.row_key = m.row_key" }
    guard let candidates = conditions.candidates else { return "caseload_entry e" }
    return "(\(candidates)) AS k CROSS JOIN caseload_entry e ON e.row_key = k.row_key"
  }

  static func count(_ conditions: CaseloadConditions) -> (sql: String, values: [Value]) {
    (
      "SELECT count(*) FROM \(from(conditions)) WHERE \(conditions.clauses.joined(separator: " AND "))",
      conditions.values
    )
  }

  /// How many rows come before a place.
  static func rank(_ query: CaseloadQuery, _ conditions: CaseloadConditions, of place: CaseloadPosition)
    -> (sql: String, values: [Value])
  {
    var conditions = conditions
    let alias = conditions.isOwnList ? "m" : "e"
    let key = "\(alias).\(keyColumn(query.sort.order))"
    let base = conditions.clauses.joined(separator: " AND ")
    let placeKey: String
    switch place.key {
    case .text(let text): placeKey = conditions.bind(.text(text))
    case .number(let number): placeKey = conditions.bind(.real(number))
    }
    let placeTie = conditions.bind(.integer(Int64(place.tie)))
    let earlier = query.sort.descending ? ">" : "<"
    let sql = """
      SELECT (SELECT count(*) FROM \(from(conditions)) WHERE \(base) AND \(key) \(earlier) \(placeKey)) \
      + (SELECT count(*) FROM \(from(conditions)) WHERE \(base) AND \(key) = \(placeKey) \
      AND \(alias).row_key \(earlier) \(placeTie))
      """
    return (sql, conditions.values)
  }
}
