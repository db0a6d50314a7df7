import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@MainActor struct AuditTests {
  nonisolated private static let person = AuditedPerson(name: Rahela.patient.name, nhsNumber: Rahela.patient.nhsNumber)

  nonisolated static func row(
    _ sequence: Int, _ action: AuditAction = .view, _ object: String = "patient", purpose: String = "single view",
    relationship: Relationship? = nil
  ) -> AuditRow {
    let event = AuditEvent(
      sequence: sequence, at: Rahela.around.now + sequence * 60, staffID: "s1", staffName: "Jo Francis",
      role: "care_navigator", organisation: "R9904", workstation: "ward-3", patient: action == .search ? nil : "p1",
      action: action, object: object, versionBefore: nil, versionAfter: nil, purpose: purpose, recordDigest: "",
      previousHash: "", hash: String(repeating: "ab", count: 32), relationship: relationship)
    return AuditRow(
      event, AuditNames(organisations: ["R9904": "GP Care Group"], people: [ID("p1"): person]))
  }

  private func screen(_ rows: [AuditRow], about: ID<Patient>? = nil, atEnd: Bool = true) -> Driven<AuditScreen> {
    var screen = AuditScreen(about: about)
    screen.around = Rahela.around
    _ = screen.begin()
    _ = screen.fit(Size(columns: 80, rows: 22))
    _ = screen.handle(.pageRead(screen.query, .first, AuditPage(rows: rows, atStart: true, atEnd: atEnd)))
    return Driven(screen)
  }

  @Test("8.4: a row says when, who, in what role and where, what and about whom") func whole() {
    let it = screen([AuditTests.row(3)])
    let drawn = picture(of: it.screen)
    #expect(drawn.contains("> 05-Jan-2016 09:45  Jo Francis, care navigator, GP Care Group"))
    #expect(drawn.contains("    opened record of BEGUM, Rahela (Mrs), NHS No. 999 012 3012: single view"))
    #expect(drawn.contains("- that is all -"))
    #expect(unread(drawn, in: it.screen.outline()) == [])
  }

  @Test("from 110 columns on time, person and deed stand side by side") func wide() {
    let rows = [AuditTests.row(3), AuditTests.row(2, .search, "search", purpose: "choudry")]
    let drawn = picture(of: screen(rows).screen, size: Size(columns: 120, rows: 38))
    #expect(drawn.contains("05-Jan-2016 09:44  Jo Francis, care navigator, GP Care Group   searched: choudry"))
  }

  @Test(
    "a refusal and an opening on one's own word carry the mark of what must be acted on",
    arguments: [
      AuditTests.row(1, .denied), AuditTests.row(1, relationship: .emergency),
      AuditTests.row(1, relationship: .selfClaimed),
    ])
  func alarming(_ row: AuditRow) {
    let it = screen([row, AuditTests.row(0)])
    #expect(picture(of: it.screen).contains("    ! "))
    #expect(it.screen.outline().choice(1)?.contains("! ") == true)
    #expect(it.screen.outline().choice(2)?.contains("! ") == false)
  }

  @Test("Enter shows a row whole, Esc goes back to the list") func one() {
    var it = screen([AuditTests.row(3, relationship: .assigned), AuditTests.row(2)])
    it.press("<enter>")
    let drawn = picture(of: it.screen)
    for words in ["Jo Francis", "Care navigator", "ward-3", "BEGUM, Rahela (Mrs)", "single view", "assigned"] {
      #expect(drawn.contains(words), "\(words)")
    }
    #expect(unread(drawn, in: it.screen.outline()) == [])
    it.press("<esc>")
    #expect(it.screen.part == .list)
  }

  @Test("pages are asked for at both ends, and rows of another query are passed over") func paging() {
    var it = screen((1...100).reversed().map { AuditTests.row($0) }, atEnd: false)
    it.press("<end>")
    #expect(it.works == [.readPage(it.screen.query, .last, limit: it.screen.list.length(of: .last))])
    let page = AuditPage(rows: [AuditTests.row(2), AuditTests.row(1)], atStart: false, atEnd: true)
    var other = it.screen.query
    other.filter.staff = "nobody"
    it.send(.pageRead(other, .last, page))
    #expect(it.screen.list.selected?.id == 100)
    it.send(.pageRead(it.screen.query, .last, page))
    #expect(it.screen.list.selected?.id == 1)
    #expect(it.works == [.readPage(it.screen.query, .before(2), limit: 100)])
  }

  @Test("the box takes what the flags take; a fault is said in the box, and the list stays") func filter() {
    var it = screen([AuditTests.row(3)])
    it.press("/")
    #expect(it.screen.isTyping)
    it.type("from:soon")
    it.press("<enter>")
    #expect(it.screen.isTyping && it.said[0].contains("from takes a day"))
    #expect(picture(of: it.screen).contains("from takes a day like 05-Jan-2016"))
    #expect(unread(picture(of: it.screen), in: it.screen.outline()) == [])
    it.press("<ctrl-u>")
    it.type("staff:jo denied from:-7d")
    it.press("<enter>")
    let filter = AuditFilter(staff: "jo", actions: [.denied], from: Rahela.around.today - 7)
    #expect(it.screen.query.filter == filter && !it.screen.isTyping)
    #expect(it.works == [.readPage(it.screen.query, .first, limit: it.screen.list.length(of: .first))])
    it.send(.pageRead(it.screen.query, .first, AuditPage(rows: [], atStart: true, atEnd: true)))
    #expect(picture(of: it.screen).contains("Nothing in the audit fits staff:jo denied from:29-Dec-2015."))
    let problem = Problem("The audit was not listed.", because: "Nobody is called jo.", try: "Look.", kind: .notFound)
    it.send(.pageFailed(it.screen.query, problem))
    #expect(picture(of: it.screen).contains("Nobody is called jo."))
    it.press("/ <ctrl-u>")
    it.press("<enter>")
    #expect(it.screen.query.filter == .everything)
  }

  @Test("linear mode chooses a row by its number and answers the box") func linear() {
    var it = screen([AuditTests.row(3), AuditTests.row(2)])
    it.say("2")
    #expect(it.screen.part == .row(AuditTests.row(2)))
    it.press("<esc> /")
    it.say("action:view")
    #expect(it.screen.query.filter.actions == [.view])
    it.press("/")
    it.say("-")
    #expect(it.screen.query.filter == .everything)
  }

  @Test("the report is about one person: from everything one goes to them first") func report() {
    var it = screen([AuditTests.row(3)])
    it.press("r")
    #expect(it.said[0].contains("A report is about one person."))
    it.press("p")
    #expect(it.steps == [.open(.audit(about: ID("p1")))])
    var one = screen([AuditTests.row(3)], about: ID("p1"))
    one.press("r")
    #expect(one.works == [.report(ID("p1"))])
    one.screen.around.isReadOnly = true
    one.press("r")
    #expect(one.said[0].contains("This session only reads."))
    var report = AccessReport(person: AuditTests.person, madeAt: Rahela.around.now, madeBy: "Jo Francis")
    report.add(AuditTests.row(3).event, AuditNames(organisations: ["R9904": "GP Care Group"]))
    one.send(.reported(report))
    let drawn = picture(of: one.screen)
    #expect(drawn.contains("The record of Mrs Rahela Begum, NHS number 999 012 3012."))
    #expect(unread(drawn, in: one.screen.outline()) == [])
  }
}
