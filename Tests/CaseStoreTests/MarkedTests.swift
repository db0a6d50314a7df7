import CaseModel
import Testing

@testable import CaseStore

@Suite("Only the marked") struct MarkedTests {
  @Test(
    "the marked are listed in the list's order, with other terms and turned round, and never by a sort of everybody")
  func marked() async throws {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    var ids = [ID<Patient>]()
    for family in ["Begum", "Ali", "Clarke"] { ids.append(try await store.admit(family, "Person", by: by)) }
    func names(_ text: String, _ marked: [ID<Patient>]) async throws -> [String] {
      let query = CaseloadQuery(
        filter: try CaseloadFilter(reading: text), sort: CaseloadSort(.name), today: by.at.day, reader: by.actor.id,
        marked: marked)
      let rows = try await store.caseload(query, page: .first, limit: 10)
      #expect(try await store.caseloadCount(query) == rows.count)
      return rows.map(\.name.family)
    }
    #expect(try await names("*", [ids[0], ids[1]]) == ["Ali", "Begum"])
    #expect(try await names("* beg", [ids[0], ids[1]]) == ["Begum"])
    #expect(try await names("-*", [ids[0], ids[1]]) == ["Clarke"])
    #expect(try await names("*", []) == [])
    #expect(try await names("-*", []) == ["Ali", "Begum", "Clarke"])
  }
}
