import CaseModel
import Testing

@testable import CaseStore

/// Every list that can be opened walks an index: what SQLite says it would do, for every order, direction, view and
/// page. Nothing is sorted, nothing is skipped.
@Suite("Query plans of the caseload", .ofAFile) struct CaseloadPlanTests {
  static let middle = CaseloadPosition(key: .text("m"), tie: 7)
  static let middleRisk = CaseloadPosition(key: .number(40), tie: 7)

  static let filters = [
    "", "locality:SW", "practice:F99003", "begum", "risk>60 -plan:none", "!", "999012", "status:died",
  ]

  private func plan(_ query: CaseloadQuery, _ page: PageRequest<CaseloadPosition>, in store: CaseStore) async throws
    -> [String]
  {
    try await store.reading("No plan was read.") { connection in
      let statement = CaseloadSQL(
        query, try connection.conditions(query, .everybody(connection)), page: page, limit: 38)
      return try connection.rows("EXPLAIN QUERY PLAN " + statement.sql, statement.values) { row in
        row.skip()
        row.skip()
        row.skip()
        return try row.text()
      }
    }
  }

  @Test("every page of every view in every order is a search along an index, never a sort, a scan or an offset")
  func everyPage() async throws {
    let place = try Place()
    let store = try place.make()
    let reader = try await store.actor(account: "jfrancis", workstation: "w").id
    let filters = Set(CaseloadView.builtIn.map(\.filter) + Self.filters)
    for order in CaseloadOrder.allCases {
      for descending in [false, true] {
        let middle = order == .risk ? Self.middleRisk : Self.middle
        for text in filters {
          let query = CaseloadQuery(
            filter: try CaseloadFilter(reading: text), sort: CaseloadSort(order, descending: descending),
            today: Day(number: 16_805), reader: reader)
          for page in [PageRequest.first, .last, .after(middle), .before(middle)] {
            let steps = try await plan(query, page, in: store)
            let what = "\(order) \(descending ? "down" : "up") [\(text)] \(page): \(steps)"
            #expect(!steps.contains { $0.contains("TEMP B-TREE") }, "\(what)")
            // A walk along the order's own index is what a list without a place is; anything else must be sought.
            #expect(
              !steps.contains {
                $0.hasPrefix("SCAN") && !$0.contains("INDEX") && !$0.contains("ties") && !$0.contains("rest")
              },
              "\(what)")
            let tables = steps.filter { $0.contains(" e ") || $0.hasSuffix(" e") || $0.contains(" m ") }
            #expect(tables.contains { $0.contains("INDEX caseload_") }, "\(what)")
          }
        }
      }
    }
  }

  @Test("the first page of the usual order comes from the covering index alone") func covering() async throws {
    let place = try Place()
    let store = try place.make()
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: Day(number: 16_805), reader: ID("x"))
    let steps = try await plan(query, .first, in: store)
    #expect(steps == ["SCAN e USING COVERING INDEX caseload_by_name"])
  }

  @Test(
    "counting everybody of a view reads an index alone, never the rows",
    arguments: ["", "plan:none", "sw:none", "percentile>=80", "dq", "locality:SW"])
  func counting(_ filter: String) async throws {
    let place = try Place()
    let store = try place.make()
    let query = CaseloadQuery(
      filter: try CaseloadFilter(reading: filter), sort: CaseloadSort(.name), today: Day(number: 16_805),
      reader: ID("x"))
    let steps = try await store.reading("No plan was read.") { connection in
      let statement = CaseloadSQL.count(try connection.countingConditions(query, reach: .everybody(connection)))
      return try connection.rows("EXPLAIN QUERY PLAN " + statement.sql, statement.values) { row in
        for _ in 0..<3 { row.skip() }
        return try row.text()
      }
    }
    #expect(steps.allSatisfy { $0.contains("COVERING INDEX") }, "\(steps)")
  }
}
