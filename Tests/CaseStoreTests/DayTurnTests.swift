import CaseModel
import Testing

@testable import CaseStore

@Suite("Lists on another day") struct DayTurnTests {
  let place: Place
  let borough: Borough

  init() async throws {
    place = try Place()
    borough = try await Borough(place)
  }

  private func by(after days: Int) -> Writing {
    var by = borough.by
    by.at = by.at + days * 86_400
    return by
  }

  private func onlyRow() async throws -> CaseloadRow {
    let rows = try await borough.list()
    try #require(rows.count == 1)
    return try #require(rows.first)
  }

  private func audits() async throws -> Int { try await borough.count("SELECT count(*) FROM audit_event") }

  @Test("a practice's next locality stands in the list on its day, without anybody changing the person")
  func locality() async throws {
    try await borough.caseload([try Lines.enrolled(try Lines.person("9990000018"))])
    try await borough.practices(
      [
        PracticeLine(practiceCode: "F99001", locality: "South West", to: Borough.start + 10),
        PracticeLine(practiceCode: "F99001", locality: "North West", from: Borough.start + 10),
      ], "later.csv")
    try await borough.store.bringListsToDay(by: by(after: 9))
    #expect(try await onlyRow().locality == "South West")
    try await borough.store.bringListsToDay(by: by(after: 10))
    #expect(try await onlyRow().locality == "North West")
  }

  @Test("a link's last day is the one before it ends: with no other, the practice is in no locality from then on")
  func ended() async throws {
    try await borough.caseload([try Lines.enrolled(try Lines.person("9990000018"))])
    try await borough.practices(
      [PracticeLine(practiceCode: "F99001", locality: "South West", to: Borough.start + 10)], "later.csv")
    #expect(try await onlyRow().dataQualityCount == 0)
    try await borough.store.bringListsToDay(by: by(after: 10))
    #expect(try await onlyRow().locality == nil)
    #expect(try await onlyRow().dataQualityCount == 1)
    let record = try await borough.store.person(try await onlyRow().id, by: by(after: 10), purpose: "record")
    #expect(record.patient.locality == nil && record.dataQuality == ["the practice is in no locality"])
  }

  @Test("data quality counts follow a practice that closes and a social worker who leaves, the day after the last")
  func counts() async throws {
    try await borough.caseload([try Lines.enrolled(try Lines.person("9990000018"))])
    let worker = try await borough.store.hire("Tola Adeyemi", account: "tadeyemi", by: borough.by)
    try await borough.store.give(
      role: "named_social_worker", to: worker.id, for: try await onlyRow().id, by: borough.by)
    try await borough.store.writing("No.", borough.by) { change in
      try change.connection.run("UPDATE staff SET active_to = '2016-01-10' WHERE id = $1", [.of(worker.id)])
      try change.audit(.update, "staff", purpose: "test")
    }
    try await borough.organisations(
      [OrganisationLine(odsCode: "F99001", closedOn: Day(iso: "2016-01-20"))], "closing.csv")
    #expect(try await onlyRow().dataQualityCount == 0)
    try await borough.store.bringListsToDay(by: by(after: 5))
    #expect(try await onlyRow().dataQualityCount == 0)
    try await borough.store.bringListsToDay(by: by(after: 6))
    #expect(try await onlyRow().dataQualityCount == 1)
    try await borough.store.bringListsToDay(by: by(after: 15))
    #expect(try await onlyRow().dataQualityCount == 2)
  }

  @Test("somebody becomes older than 115 with the year") func age() async throws {
    try await borough.caseload([try Lines.enrolled(try Lines.person("9990000018", born: "1901-11-01"))])
    #expect(try await onlyRow().dataQualityCount == 0)
    try await borough.store.bringListsToDay(by: by(after: 362))
    #expect(try await onlyRow().dataQualityCount == 1)
  }

  @Test("the first write of a day brings the lists there in its own transaction") func write() async throws {
    try await borough.caseload([try Lines.enrolled(try Lines.person("9990000018"))])
    try await borough.practices(
      [PracticeLine(practiceCode: "F99001", locality: "South West", to: Borough.start + 10)], "later.csv")
    let before = try await audits()
    _ = try await borough.store.person(try await onlyRow().id, by: by(after: 10), purpose: "record")
    #expect(try await onlyRow().locality == nil)
    // Its own row, and that of the day's head (store.md 4).
    #expect(try await audits() == before + 2)
  }

  @Test("a day on which nothing changes writes nothing, and a clock that is set back brings the lists back")
  func quiet() async throws {
    try await borough.caseload([try Lines.enrolled(try Lines.person("9990000018"))])
    try await borough.practices(
      [PracticeLine(practiceCode: "F99001", locality: "South West", to: Borough.start + 10)], "later.csv")
    let before = try await borough.everything()
    try await borough.store.bringListsToDay(by: by(after: 3))
    #expect(try await borough.everything() == before)
    try await borough.store.bringListsToDay(by: by(after: 12))
    try await borough.store.bringListsToDay(by: by(after: 3))
    #expect(try await onlyRow().locality == "South West")
  }

  @Test("a store that is opened for reading only is left as it is") func readOnly() async throws {
    try await borough.caseload([try Lines.enrolled(try Lines.person("9990000018"))])
    try await borough.practices(
      [PracticeLine(practiceCode: "F99001", locality: "South West", to: Borough.start + 10)], "later.csv")
    let reader = try CaseStore.open(at: place.path, readOnly: true)
    try await reader.bringListsToDay(by: by(after: 10))
    #expect(try await onlyRow().locality == "South West")
  }
}
