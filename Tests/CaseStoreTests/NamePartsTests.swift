import CaseModel
import Testing

@testable import CaseStore

@Suite("Names of several parts") struct NamePartsTests {
  private static let people = [
    ("9990000018", "O'Brien", "Maureen"), ("9990000026", "Van der Merwe-Ashworth", "Philippa"),
    ("9990000034", "Ó Súilleabháin", "Seán"), ("9990000042", "D’Souza", "Anne-Marie"),
    ("9990000050", "Mc Carthy", "John"), ("9990000069", "Begum", "Rahela"),
  ]

  private static let searches: [(typed: String, family: String)] = [
    ("obrien", "O'Brien"), ("brien", "O'Brien"), ("o'brien", "O'Brien"), ("o’bri", "O'Brien"), ("o brien", "O'Brien"),
    ("merwe", "Van der Merwe-Ashworth"), ("ashw", "Van der Merwe-Ashworth"),
    ("merwe-ashworth", "Van der Merwe-Ashworth"), ("merweash", "Van der Merwe-Ashworth"),
    ("suilleabhain", "Ó Súilleabháin"), ("osuilleabhain", "Ó Súilleabháin"), ("ó súil", "Ó Súilleabháin"),
    ("souza", "D’Souza"), ("dsouza", "D’Souza"), ("marie", "D’Souza"), ("annemarie", "D’Souza"),
    ("carthy", "Mc Carthy"), ("mccarthy", "Mc Carthy"),
  ]

  private func peopled(_ place: Place) async throws -> Borough {
    let borough = try await Borough(place)
    try await borough.caseload(try Self.people.map { try Lines.enrolled(try Lines.person($0.0, $0.1, $0.2)) })
    return borough
  }

  @Test("a name with an apostrophe or a hyphen is found by each part of it, and joined") func found() async throws {
    let place = try Place()
    let borough = try await peopled(place)
    for (typed, family) in Self.searches {
      let found = try await borough.store.find(typed, limit: 5, by: borough.by, audited: false)
      let named = found.people.filter { $0.foundBy == ["name"] }.map(\.row.name.family)
      #expect(named == [family], "\(typed)")
    }
  }

  @Test("so is it by the live filter of the caseload") func filtered() async throws {
    let place = try Place()
    let borough = try await peopled(place)
    for (typed, family) in Self.searches {
      let query = CaseloadQuery(
        filter: try CaseloadFilter(reading: typed), sort: CaseloadSort(.name), today: borough.by.at.day,
        reader: borough.by.actor.id)
      let found = try await borough.store.caseload(query, page: .first, limit: 5)
      #expect(found.map(\.name.family) == [family], "\(typed)")
    }
  }

  @Test("words come as they stand in the name, then their parts and what they are joined") func words() {
    #expect(nameWords(["Begum", "Rahela", nil]) == "begum rahela")
    #expect(nameWords(["O'Brien", "Maureen"]) == "obrien maureen o brien")
    #expect(nameWords(["Van der Merwe-Ashworth", ""]) == "van der merwe ashworth merweashworth")
    #expect(nameWords(["Ó Súilleabháin", "Seán"]) == "o suilleabhain sean osuilleabhain")
  }

  @Test("a colleague with such a name is found by each part, too") func colleague() async throws {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    _ = try await store.hire("Siobhan O'Neill-Khan", account: "soneill", by: by)
    for typed in ["neill", "oneill", "khan"] {
      let found = try await store.find(typed, limit: 5, by: by, audited: false)
      #expect(found.staff.map(\.name) == ["Siobhan O'Neill-Khan"], "\(typed)")
    }
  }
}
