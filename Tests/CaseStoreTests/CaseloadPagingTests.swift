import CaseModel
import Testing

@testable import CaseStore

@Suite("Pages of the caseload") struct CaseloadPagingTests {
  @Test("pages one after the other, forwards and backwards, give everybody once and in order")
  func everybodyOnce() async throws {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    let names = ["Ali", "Begum", "Begum", "Clarke", "Cohen", "Farah", "Miah"]
    for name in names { try await store.admit(name, "Nur", by: by) }
    for order in CaseloadOrder.allCases {
      let query = CaseloadQuery(
        filter: try CaseloadFilter(reading: "-status:died"), sort: CaseloadSort(order), today: by.at.day,
        reader: by.actor.id)
      let all = try await store.caseload(query, page: .first, limit: 100)
      #expect(all.count == names.count)
      let onward = try await walk(store, query, from: .first) {
        .after($0.position)
      } of: {
        $0.last
      }
      #expect(onward.map(\.id) == all.map(\.id), "\(order)")
      let back = try await walk(store, query, from: .last) {
        .before($0.position)
      } of: {
        $0.first
      }
      #expect(Set(back.map(\.id)) == Set(all.map(\.id)) && back.count == all.count, "\(order)")
    }
  }

  /// Reads pages of three until one is empty; stops where they do not end.
  private func walk(
    _ store: CaseStore, _ query: CaseloadQuery, from first: PageRequest<CaseloadPosition>,
    next: (CaseloadRow) -> PageRequest<CaseloadPosition>, of edge: ([CaseloadRow]) -> CaseloadRow?
  ) async throws -> [CaseloadRow] {
    var found = [CaseloadRow]()
    var page = first
    for _ in 0..<10 {
      let rows = try await store.caseload(query, page: page, limit: 3)
      guard let row = edge(rows) else { return found }
      found += rows
      page = next(row)
    }
    return found
  }
}
