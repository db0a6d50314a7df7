import CaseModel
import Testing

@testable import CaseStore

@Suite("A known NHS number under another name") struct ImportingIdentityTests {
  let place: Place
  let borough: Borough

  init() async throws {
    place = try Place()
    borough = try await Borough(place)
    try await borough.caseload([try Lines.person("9990000018")])
  }

  @Test("R-ID-05: a number known under another birth date, or under two other things, is never updated silently")
  func conflict() async throws {
    let before = try await borough.everything()
    for line in [
      try Lines.person("9990000018", born: "1934-03-24"), try Lines.person("9990000018", "Pike", "Leonard"),
      try Lines.person("9990000018", "Rahman", born: "1934-03-24"),
      try Lines.person("9990000018", "Choudry", "Leonard", born: "1934-03-24"),
      try Lines.person("9990000018", "Amina", "Choudry"), try Lines.person("9990000018", "Pike", ""),
    ] {
      for mode in [ImportMode.preview, .allOrNothing] {
        let report = try await borough.caseload([line], "\(line.familyName) \(line.born).csv", mode: mode)
        let complaints = try #require(report.rejections.first?.complaints)
        #expect(complaints.map(\.rule) == ["R-ID-05"] && complaints.map(\.column) == ["NHS No"])
        #expect(complaints.map(\.line) == [2] && complaints.map(\.value) == ["999 000 0018"])
        #expect(complaints.first?.message.contains("CHOUDRY, Amina, born 24-Mar-1933") == true)
        #expect(report.changed == 0 && !report.isImported)
      }
    }
    #expect(try await borough.everything() == before)
  }

  @Test("R-ID-05: a new family name with the same given name is named before it happens, and the old name still finds")
  func renamed() async throws {
    let line = try Lines.person("9990000018", "Rahman", "Amina")
    let preview = try await borough.caseload([line], "b.csv", mode: .preview)
    let warning = try #require(preview.warnings.first)
    #expect(preview.warningCount == 1 && preview.changed == 1 && preview.rejected == 0)
    #expect(warning.line == 2 && warning.column == "family_name" && warning.value == "Rahman")
    #expect(warning.rule == "R-ID-05")
    #expect(
      warning.message == "999 000 0018 was CHOUDRY, Amina and would become RAHMAN, Amina. "
        + "Make sure that it is the same person.")
    let report = try await borough.caseload([line], "b.csv")
    #expect(report.changed == 1 && report.warnings.map(\.rule) == ["R-ID-05"])
    #expect(try await borough.list().map(\.name.family) == ["Rahman"])
    #expect(try await borough.person("9990000018").patient.version == 2)
    for word in ["choudry", "rahman"] {
      let found = try await borough.store.find(word, limit: 5, by: borough.by, audited: false)
      #expect(found.people.map(\.row.name.family) == ["Rahman"])
    }
  }

  @Test("R-ID-05: so are other given names with the same family name") func given() async throws {
    let report = try await borough.caseload(
      [try Lines.person("9990000018", "Choudry", "Leonard")], "b.csv", mode: .preview)
    #expect(report.warnings.map(\.column) == ["given_names"] && report.warnings.map(\.value) == ["Leonard"])
    #expect(
      report.warnings.first?.message.hasPrefix(
        "999 000 0018 was CHOUDRY, Amina and would become CHOUDRY, Leonard.") == true)
  }

  @Test("capitals, accents and an apostrophe are no other name") func spelling() async throws {
    try await borough.caseload([try Lines.person("9990000026", "O'Brien", "Zoé")], "a.csv")
    let report = try await borough.caseload([try Lines.person("9990000026", "OBRIEN", "ZOE")], "b.csv", mode: .preview)
    #expect(report.warnings.isEmpty && report.changed == 1)
  }

  @Test("an estimated birth date may be put right, and is named") func estimated() async throws {
    try await borough.store.writing("No.", borough.by) { change in
      try change.connection.run("UPDATE patient SET birth_date_estimated = 1", [])
      try change.audit(.update, "patient", purpose: "test")
    }
    let report = try await borough.caseload(
      [try Lines.person("9990000018", born: "1934-03-24")], "b.csv", mode: .preview)
    #expect(report.rejected == 0 && report.warnings.map(\.value) == ["1934-03-24"])
    let both = try await borough.caseload(
      [try Lines.person("9990000018", "Rahman", born: "1934-03-24")], "c.csv", mode: .preview)
    #expect(both.rejected == 1)
  }
}
