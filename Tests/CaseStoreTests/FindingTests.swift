import CaseModel
import Testing

@testable import CaseStore

@Suite("Finding") struct FindingTests {
  private func borough(_ place: Place, _ people: [(String, String, String, note: String)]) async throws -> Borough {
    let borough = try await Borough(place)
    try await borough.caseload(
      try people.map { number, family, given, note in
        var line = try Lines.enrolled(try Lines.person(number, family, given))
        line.note = note
        return line
      })
    return borough
  }

  @Test("whoever has the name as the whole family name comes first, then by name") func ranked() async throws {
    let place = try Place()
    let borough = try await borough(
      place,
      [
        ("9990000018", "Delacroix-Begum", "Anna", ""), ("9990000026", "Begumali", "Bob", ""),
        ("9990000034", "Begum", "Zara", ""), ("9990000042", "Begum", "Amina", ""),
      ])
    let found = try await borough.store.find("begum", limit: 10, by: borough.by, audited: false)
    #expect(found.people.map(\.row.name.given) == ["Amina", "Zara", "Anna", "Bob"])
    #expect(!found.isCut)
    let two = try await borough.store.find("begum", limit: 2, by: borough.by, audited: false)
    #expect(two.people.map(\.row.name.given) == ["Amina", "Zara"] && two.morePeople)
  }

  @Test("words in quotation marks stand in this order next to each other, and the excerpt shows them")
  func phrases() async throws {
    let place = try Place()
    let far = "On Fridays she rests at home and reads a while, because the way to the mosque is far for her now"
    let near = "She lives with her daughter and wants to go to the mosque on Fridays with her daughter's friend"
    let borough = try await borough(
      place, [("9990000018", "Ali", "Anna", far), ("9990000026", "Miah", "Bob", near)])
    func find(_ text: String) async throws -> [FoundPassage] {
      try await borough.store.find(text, limit: 10, by: borough.by, audited: false).passages
    }
    #expect(try await find("mosque fridays").count == 2)
    for typed in [
      "\"mosque on fridays\"", "\u{201C}Mosque on Fridays\u{201D}", "\"mosque on fri", "\"daughter's friend\"",
    ] {
      let found = try await find(typed)
      #expect(found.map(\.name.family) == ["Miah"], "\(typed)")
    }
    #expect(
      try await find("\"mosque on fridays\"").first?.excerpt
        == "..go to the mosque on Fridays with her daughter's friend")
    #expect(try await find("\"fridays mosque\"").isEmpty)
    #expect(try await find("\"mosque on fri\"").isEmpty)
    let apart = try await find("mosque rests").first?.excerpt
    #expect(apart == "..Fridays she rests at home and..to the mosque is far for..")
  }

  @Test("words in quotation marks find a name in either order") func names() async throws {
    let place = try Place()
    let borough = try await borough(
      place, [("9990000018", "Begum", "Rahela", ""), ("9990000026", "Begum", "Nur Rahela", "")])
    for (typed, given) in [("\"begum rahela\"", ["Rahela"]), ("\"nur rahela\"", ["Nur Rahela"])] {
      let found = try await borough.store.find(typed, limit: 10, by: borough.by, audited: false)
      #expect(found.people.map(\.row.name.given) == given, "\(typed)")
    }
  }

  @Test("a cap is never a total: each group says whether more match") func cut() async throws {
    let place = try Place()
    let numbers = (0..<12).map { 9_990_000_000 + $0 }
    let valid = (1...400).compactMap { offset -> String? in
      let text = String(numbers[0] + offset)
      if case .success = NHSNumber.read(text) { return text }
      return nil
    }.prefix(12)
    let borough = try await borough(
      place, valid.enumerated().map { ($1, "Family\($0)", "Anna", "likes the garden") })
    let found = try await borough.store.find("garden", limit: 50, by: borough.by, audited: false)
    #expect(found.passages.count == 10 && found.morePassages && found.isCut)
  }

  @Test("a plan that nobody has signed is a draft, not version 0") func draft() async throws {
    let scene = try await PlanTests.Scene()
    _ = try await scene.store.saveDraftPlan(scene.plan, of: scene.rahela, basedOn: nil, by: scene.by)
    let found = try await scene.store.find("bedroom", limit: 5, by: scene.by, audited: false)
    #expect(found.passages.map(\.source) == ["Care plan, draft"])
  }
}
