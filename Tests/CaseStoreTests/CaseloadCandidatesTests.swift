import CaseModel
import Testing

@testable import CaseStore

@Suite("Few people found along an index") struct CaseloadCandidatesTests {
  private func query(_ filter: String, _ sort: CaseloadSort = CaseloadSort(.name)) throws -> CaseloadQuery {
    CaseloadQuery(filter: try CaseloadFilter(reading: filter), sort: sort, today: Day(number: 16_805), reader: ID("x"))
  }

  private func peopled() async throws -> (CaseStore, Place) {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    for (family, given) in [
      ("Begum", "Rahela"), ("Rahman", "Begum Ali"), ("Begley", "Anne"), ("Ó Beirne", "Seán"), ("Abegund", "Ola"),
      ("Begum", "Amina"), ("বেগম", "রাহেলা"),
    ] {
      try await store.admit(family, given, by: by)
    }
    return (store, place)
  }

  @Test("words of a name are found from their start, in the list's order, whichever index finds them")
  func names() async throws {
    let (store, place) = try await peopled()
    defer { withExtendedLifetime(place) {} }
    for text in ["beg", "begum", "begum a", "be", "রা", "nobody", "bég", "-begum beg"] {
      for order in [CaseloadOrder.name, .born, .risk] {
        for descending in [false, true] {
          let query = try query(text, CaseloadSort(order, descending: descending))
          let found = try await store.caseload(query, page: .first, limit: 50)
          let walked = try await store.reading("No.") { connection in
            let statement = CaseloadSQL(
              query, try connection.conditions(query, .everybody(connection)), page: .first, limit: 50)
            return try connection.rows(statement.sql, statement.values) { try CaseloadRow(from: &$0, order: order) }
          }
          #expect(found == walked, "\(text) by \(order)")
          #expect(try await store.caseloadCount(query) == found.count, "\(text)")
        }
      }
    }
    let names = try await store.caseload(try query("beg"), page: .first, limit: 50).map(\.name.family)
    #expect(names == ["Begley", "Begum", "Begum", "Rahman"])
  }

  @Test("the page after a row goes on where the row stands, and the row's rank counts those before it")
  func pages() async throws {
    let (store, place) = try await peopled()
    defer { withExtendedLifetime(place) {} }
    let query = try query("beg")
    let all = try await store.caseload(query, page: .first, limit: 50)
    for (index, row) in all.enumerated() {
      let after = try await store.caseload(query, page: .after(row.position), limit: 50)
      let before = try await store.caseload(query, page: .before(row.position), limit: 50)
      #expect(before + [row] + after == all)
      #expect(try await store.rank(of: row.position, in: query) == index)
    }
  }

  @Test("a search that finds few is never a walk through everybody", .ofAFile) func plan() async throws {
    let (store, place) = try await peopled()
    defer { withExtendedLifetime(place) {} }
    let query = try query("begum")
    let steps = try await store.reading("No.") { connection in
      var conditions = try connection.conditions(query, .everybody(connection))
      conditions.narrow(to: try #require(CaseloadCandidates(query)), limit: 500, SQLiteSearchTables.self)
      let statement = CaseloadSQL(query, conditions, page: .first, limit: 38)
      return try connection.rows("EXPLAIN QUERY PLAN " + statement.sql, statement.values) { row in
        for _ in 0..<3 { row.skip() }
        return try row.text()
      }
    }
    #expect(steps.contains { $0.contains("SEARCH e USING INTEGER PRIMARY KEY") }, "\(steps)")
    #expect(!steps.contains { $0.contains("SCAN e") }, "\(steps)")
  }

  @Test("words that the index of names may keep otherwise are looked for along the order")
  func otherWords() throws {
    #expect(CaseloadCandidates(try query("0beg")) == nil)
    #expect(CaseloadCandidates(try query("-beg")) == nil)
    #expect(CaseloadCandidates(try query("mine beg")) == nil)
    #expect(CaseloadCandidates(try query("beg ali")) == .names(["beg", "ali"]))
    #expect(CaseloadCandidates(try query("999012")) == .number("999012"))
    #expect(CaseloadCandidates(try query("999012", CaseloadSort(.nhs))) == nil)
  }
}
