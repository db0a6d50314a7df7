public import CaseModel

/// Lists of people, and finding them.
extension CaseStore {
  /// One page of the caseload in the query's order.
  ///
  /// - Throws: `unavailable` or `damaged` when the store cannot be read, `tryAgain` when the read is cancelled.
  public func caseload(
    _ query: CaseloadQuery, page: PageRequest<CaseloadPosition>, limit: Int
  ) async throws(Problem) -> [CaseloadRow] {
    try await permitted("The caseload was not read.", .action(.listPeople)) {
      try $0.caseload(query, reach: $1.reach($0), page: page, limit: limit)
    }
  }

  /// How many people a query finds. At a million people this takes a moment: show the list first.
  public func caseloadCount(_ query: CaseloadQuery) async throws(Problem) -> Int {
    try await counting("The caseload was not counted.", .action(.listPeople)) { connection, permit in
      let statement = CaseloadSQL.count(try connection.countingConditions(query, reach: try permit.reach(connection)))
      return try connection.count(statement.sql, statement.values)
    }
  }

  /// How many people come before a place in the query's order.
  public func rank(of position: CaseloadPosition, in query: CaseloadQuery) async throws(Problem) -> Int {
    try await counting("The caseload was not counted.", .action(.listPeople)) { connection, permit in
      let statement = CaseloadSQL.rank(
        query, try connection.countingConditions(query, reach: try permit.reach(connection)), of: position)
      return try connection.count(statement.sql, statement.values)
    }
  }

  /// Finds people, words in plans and notes, and colleagues. `audited` records the terms as entered, which is done once
  /// a search is settled and not for every key (spec 8.4).
  public func find(_ text: String, limit: Int, by: Writing, audited: Bool) async throws(Problem) -> FindResults {
    let request = FindRequest(reading: text)
    // First, because a read may be interrupted by the next key and what was settled on is recorded all the same.
    if audited, !isReadOnly, !request.isEmpty {
      try await writing("The search was not recorded, so nothing is shown.", .action(.searchPeople), by) {
        try $0.audit(.search, "search", purpose: text)
      }
    }
    return try await permitted("Nothing was found.", .action(.searchPeople)) {
      try Finding(request: request, limit: limit, connection: $0, permit: $1).results()
    }
  }
}
