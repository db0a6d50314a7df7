public import CaseModel

/// What people are sorted by where a page's own order leaves them equal.
extension CaseStore {
  /// For each row what it is sorted by in each of some orders, missing values last in the order's usual direction.
  ///
  /// For a few rows that tie: a list is walked along one index, which knows one key.
  public func orderKeys(
    of rows: [CaseloadRow], by orders: [CaseloadOrder]
  ) async throws(Problem) -> [[CaseloadPosition.Key]] {
    guard !orders.isEmpty else { return rows.map { _ in [] } }
    let columns = orders.map { "e.\(CaseloadSQL.keyColumn($0))" }.joined(separator: ", ")
    let sql = "SELECT \(columns) FROM caseload_entry e WHERE e.row_key = $1"
    return try await reading("The caseload was not read.", .action(.listPeople)) { connection in
      try rows.map { row in
        try connection.first(sql, [.of(row.position.tie)]) { found in
          try orders.map { $0 == .risk ? .number(try found.real()) : .text(try found.text()) }
        } ?? []
      }
    }
  }
}
