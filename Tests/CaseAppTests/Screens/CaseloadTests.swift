import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Caseload") @MainActor struct CaseloadTests {
  @Test("scratch") func pictures() {
    var s = caseload(of: 38)
    _ = s.press("2")
    _ = s.arrive(mockPeople, of: 38)
    _ = s.press("j j <space>")
    print(picture(of: s, size: Size(columns: 60, rows: 16), around: surroundings()))
    _ = s.fit(Size(columns: 120, rows: 38))
    var record = PersonRecord(
      patient: Patient(id: ID("p4"), version: 1, name: mockPeople[3].name, born: mockPeople[3].born))
    record.timeline = [
      TimelineEntry(on: day("2015-12-22"), who: "Huddle", what: "step up nursing, social worker visit")
    ]
    record.partners = [
      PartnerData(
        organisationCode: "X", organisationName: "Barts Health NHS Trust", kind: .acute, asOf: nil, facts: [],
        source: "")
    ]
    record.team = [
      TeamMembership(
        role: "care_navigator", staffID: nil, name: "J. Francis", organisation: "", team: nil, phone: nil,
        start: day("2015-01-01"))
    ]
    _ = s.handle(.peeked(record))
    print(picture(of: s, size: Size(columns: 120, rows: 38), around: surroundings()))
    let results = FindResults(
      people: [mockPeople[7], mockPeople[8], mockPeople[6]].map {
        FoundPerson(row: $0, foundBy: ["name", "birth year"])
      },
      passages: [
        FoundPassage(
          patient: ID("p1"), name: mockPeople[0].name, born: mockPeople[0].born, nhsNumber: mockPeople[0].nhsNumber,
          source: "Care plan v7", excerpt: "..Rahela will ring her daughter..")
      ], staff: [surroundings().actor.staff])
    for size in [Size(columns: 80, rows: 22), Size(columns: 60, rows: 16), Size(columns: 120, rows: 38)] {
      var f = FindScreen("ali nur")
      f.around = surroundings()
      _ = f.fit(size); _ = f.begin()
      if size.columns == 60 { print(picture(of: f, size: size, around: surroundings())) }
      _ = f.handle(.found("ali nur", results))
      _ = f.handle(.moved(1))
      print(picture(of: f, size: size, around: surroundings(), marks: size.columns == 80))
      if size.columns == 80 { print(f.outline().text) }
      print("=====")
    }
    let entries =
      CaseloadScreen.commands.filter { $0.applies(s) }.map {
        CommandEntry(
          id: $0.id, keys: $0.keys, name: $0.name, help: $0.help, hint: $0.hint,
          unavailable: $0.name == "Edit plan" ? "No." : nil, isEverywhere: false)
      }
      + Everywhere.allCases.filter { !$0.keys.isEmpty }.map {
        CommandEntry(
          id: commandID($0.name), keys: $0.keys, name: $0.name, help: $0.help, hint: nil, unavailable: nil,
          isEverywhere: true)
      }
    for size in [Size(columns: 80, rows: 22), Size(columns: 60, rows: 16), Size(columns: 120, rows: 38)] {
      var h = HelpScreen(HelpSubject(screen: "Caseload", entries: entries, isPalette: false))
      h.around = surroundings()
      _ = h.fit(size)
      print(picture(of: h, size: size, around: surroundings(), marks: size.columns == 80))
      for key in Keys.typing("view") { _ = h.handle(.typed(key)) }
      _ = h.handle(.moved(1))
      print(picture(of: h, size: size, around: surroundings()))
    }
    var m = MessagesScreen([
      Message("1 person is marked.", at: tuesday),
      Message(
        "Nothing was saved. The disk is full. Make room and press Ctrl-S again; nothing of what you typed is lost.",
        at: tuesday, weight: .problem),
    ])
    _ = m.fit(Size(columns: 80, rows: 22))
    print(picture(of: m, around: surroundings(), marks: true))
  }
}
