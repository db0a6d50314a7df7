import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@MainActor struct PlanVersionsTests {
  static func summary(_ number: Int, _ day: String, _ reason: String) -> PlanVersionSummary {
    PlanVersionSummary(
      number: number, signedAt: Moment(Rahela.day(day), hour: 17, minute: 10), signedBy: "T. Adeyemi",
      signedByRole: "social worker", nextReview: Rahela.day(day) + 90, reason: reason, digest: "00")
  }

  static let versions = [
    summary(3, "2015-11-24", "review"), summary(2, "2015-08-20", "review"), summary(1, "2015-05-02", "activated"),
  ]

  static func signed(_ number: Int, _ plan: CarePlan) -> PlanVersionsScreen.SignedPlan {
    .init(summary: versions.first { $0.number == number } ?? versions[0], plan: plan)
  }

  static var later: CarePlan {
    var plan = PlanFixture.complete
    plan.set(.targetDate, of: PlanFixture.goal, to: "2016-06-30")
    plan.set(.mostImportant, of: PlanFixture.aboutMe, to: "To stay at home.")
    plan.remove(PlanFixture.nasima)
    plan.add(PlanItem(id: ID("rail"), kind: .equipment, values: [.name: "Grab rail", .location: "bathroom"]))
    return plan
  }

  func screen(
    _ versions: [PlanVersionSummary] = versions, size: Size = Size(columns: 80, rows: 22)
  ) -> Driven<PlanVersionsScreen> {
    var screen = PlanVersionsScreen(PlanFixture.patient).placed(size: size)
    _ = screen.handle(
      .loaded(.init(person: Rahela.record, versions: versions, staff: CarePlanTests.staff)))
    return Driven(screen)
  }

  @Test("signed versions newest first, with who, when and why")
  func list() {
    let drawn = picture(of: screen().screen)
    let rows = drawn.split(separator: "\n").filter { $0.contains("version ") && $0.contains("signed") }
    #expect(rows.count == 3)
    #expect(rows[0].contains("version 3, signed, the newest  24-Nov-2015 17:10  T. Adeyemi"))
    #expect(rows[2].contains("version 1, signed, superseded"))
    #expect(drawn.contains("Reason: activated."))
  }

  @Test("Enter shows a version whole, marked as superseded; Esc goes back to the list where one was")
  func whole() {
    var it = screen()
    it.press("j j <enter>")
    #expect(it.steps == [.replace("version", with: .read(PlanFixture.patient, number: 1))])
    it.send(.read(Self.signed(1, PlanFixture.complete)))
    let drawn = picture(of: it.screen)
    #expect(drawn.contains("Care plan version 1, signed, superseded"))
    #expect(drawn.contains("Signed 02-May-2015 18:10 by T. Adeyemi, social worker. Reason: activated."))
    it.press("<space>")
    #expect(it.said == ["Esc goes back to the list of versions first."])
    it.press("<esc>")
    #expect(it.screen.part == .list && it.screen.cursor.link(in: it.screen.lines) == .version(1))
  }

  @Test("Space marks two versions and d compares them, the older one first")
  func compare() {
    var it = screen()
    it.press("<space> j j <space> d")
    #expect(it.steps == [.replace("version", with: .compare(PlanFixture.patient, from: 1, to: 3))])
    #expect(picture(of: it.screen).contains("* version 3"))
    it.press("<enter>")
    #expect(it.works == [.compare(PlanFixture.patient, from: 1, to: 3)])
    it.press("k <space>")
    #expect(it.said.first?.contains("marked already") == true)
    it.press("k <space> j d")
    #expect(it.works == [.compare(PlanFixture.patient, from: 1, to: 2)])
  }

  @Test("d without marks compares the line with the version before it")
  func compareUnmarked() {
    var it = screen()
    it.press("d")
    #expect(it.works == [.compare(PlanFixture.patient, from: 2, to: 3)])
    it.press("<end> d")
    #expect(it.said == ["There is only one version to compare. Mark two with Space, or choose a later one."])
  }

  @Test("what changed: added, removed, was and now, by section", arguments: [60, 80, 120])
  func differences(columns: Int) {
    let size = Size(columns: columns, rows: 60)
    var it = screen(size: size)
    it.send(.compared(Self.signed(1, PlanFixture.complete), Self.signed(3, Self.later)))
    let drawn = picture(of: it.screen, size: size)
    for words in [
      "What changed from version 1 to version 3", "About me", "I want to manage my own tablets.", "To stay at home.",
      "31-Mar-2016", "30-Jun-2016", "removed", "Nasima", "+ added", "Grab rail", "bathroom", "was", "now",
    ] { #expect(drawn.contains(words), "\(words)") }
    #expect(unread(drawn, in: it.screen.outline()) == [])
  }

  @Test("two versions that say the same say so")
  func same() {
    var it = screen()
    it.send(.compared(Self.signed(1, PlanFixture.complete), Self.signed(2, PlanFixture.complete)))
    #expect(picture(of: it.screen).contains("Nothing: the two versions say the same."))
  }

  @Test("linear mode reads, marks and compares by numbers")
  func linear() {
    var it = screen()
    #expect(it.screen.outline().choiceCount == 7)
    it.say("2")
    #expect(it.works == [.read(PlanFixture.patient, number: 2)])
    it.say("4")
    it.say("6")
    #expect(it.screen.marked == [3, 1])
    it.say("7")
    #expect(it.works == [.compare(PlanFixture.patient, from: 1, to: 3)])
    #expect(it.screen.outline().text.contains("4. Unmark version 3"))
  }

  @Test("without a signed version the list says what to do")
  func none() {
    var it = screen([])
    #expect(picture(of: it.screen).contains("No version is signed yet."))
    it.press("<space>")
    #expect(it.said.first?.contains("No version is signed yet") == true)
  }

  @Test("all that is drawn can be read", arguments: [60, 80, 120])
  func readable(columns: Int) {
    let size = Size(columns: columns, rows: 200)
    var it = screen(size: size)
    #expect(unread(picture(of: it.screen, size: size), in: it.screen.outline()) == [])
    it.send(.read(Self.signed(3, Self.later)))
    #expect(unread(picture(of: it.screen, size: size), in: it.screen.outline()) == [])
  }
}
