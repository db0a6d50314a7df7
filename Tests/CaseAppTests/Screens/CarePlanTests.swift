import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@MainActor struct CarePlanTests {
  static let staff: StaffNames = ["francis": "J. Francis, care navigator"]

  static var content: CarePlanScreen.Content {
    var person = Rahela.record
    person.plan?.nextReview = Rahela.day("2016-03-24")
    let review = PlanReview(
      id: ID("r1"), planVersion: 6, dueOn: Rahela.day("2015-11-20"), doneOn: Rahela.day("2015-11-24"),
      doneBy: "T. Adeyemi", whatWorking: "Stairs twice a day", personSatisfied: .partly, decision: .amend,
      nextReview: Rahela.day("2016-03-24"), answers: [4, 5, nil, 2, nil])
    return .init(
      person: person, plan: PlanFixture.record(), reviews: [review], staff: staff, draftKept: nil)
  }

  func screen(
    _ content: CarePlanScreen.Content = content, size: Size = Size(columns: 80, rows: 22)
  ) -> Driven<CarePlanScreen> {
    var screen = CarePlanScreen(PlanFixture.patient).placed(size: size)
    _ = screen.handle(.loaded(content))
    return Driven(screen)
  }

  @Test("opening the plan is work that is audited; reloading is not")
  func opening() {
    var screen = CarePlanScreen(ID("p1"))
    #expect(screen.begin() == [.perform(.open(ID("p1")))])
    #expect(
      self.screen().screen.copy { $0.handle(.recordsChanged) } == [.replace("reload", with: .reload(ID("begum")))])
  }

  @Test("a plan at 80 by 24: version and standing above, then section after section")
  func picture80() {
    let drawn = picture(of: screen().screen)
    #expect(drawn.contains(" Care plan v7, active  review due 24-Mar-2016                      = due in 79d"))
    #expect(drawn.contains("About me"))
  }

  @Test("what is wanted and absent is not recorded; what is optional and absent is not shown")
  func absent() {
    let size = Size(columns: 80, rows: 200)
    let drawn = picture(of: screen(size: size).screen, size: size)
    #expect(drawn.contains("People who are important to me  not recorded"))
    #expect(!drawn.contains("SNOMED") && !drawn.contains("Funding note"))
    // Nobody asks why a plan was declined that was accepted.
    #expect(!drawn.contains("Why declined") && !drawn.contains("Why there is no goal"))
    #expect(drawn.contains("No strengths recorded."))
  }

  @Test("a plan that was offered and declined is no plan, with the reason, here and in the single view")
  func declined() {
    var content = Self.content
    var plan = PlanFixture.blank
    if let id = plan.single(.plan)?.id {
      plan.set(.offer, of: id, to: "offered_declined")
      plan.set(.declineReason, of: id, to: "prefers her GP")
    }
    content.plan?.status = .draft
    content.plan?.versionNumber = 0
    content.plan?.plan = plan
    content.person.plan?.status = .draft
    content.person.plan?.versionNumber = 0
    content.person.plan?.offer = "offered_declined"
    content.person.plan?.declineReason = "prefers her GP"
    let drawn = picture(of: screen(content).screen)
    #expect(drawn.contains(" No care plan ") && drawn.contains("  ~ no plan, declined"))
    #expect(drawn.contains("A plan was offered and declined: prefers her GP"))
    var person = PersonScreen(PlanFixture.patient, trail: nil).placed(size: Size(columns: 80, rows: 40))
    _ = person.handle(.loaded(content.person))
    let view = picture(of: person, size: Size(columns: 80, rows: 40))
    #expect(view.contains("~ no plan, declined") && view.contains("Offered and declined: prefers her GP"))
    #expect(!view.contains("draft only") && !drawn.contains("draft only"))
  }

  @Test("entries are numbered as they hang together, and staff are named")
  func numbers() {
    let size = Size(columns: 120, rows: 200)
    let drawn = picture(of: screen(size: size).screen, size: size)
    for words in [
      "Need 1", "Goal 1.1", "Action 1.1.1", "Walk to the mosque", "31-Mar-2016", "Contact 1", "emergency contact",
      "J. Francis, care navigator",
    ] { #expect(drawn.contains(words), "\(words)") }
    #expect(!drawn.contains("francis "))
  }

  @Test("reviews can be read with the person's answers")
  func reviews() {
    let size = Size(columns: 120, rows: 200)
    let drawn = picture(of: screen(size: size).screen, size: size)
    #expect(drawn.contains("full review of v6, T. Adeyemi: amend"))
    #expect(drawn.contains("Worked on what matters to me  5 of 5"))
    #expect(!drawn.contains("I know who coordinates"))
  }

  @Test("all that is drawn can be read", arguments: [60, 80, 120])
  func readable(columns: Int) {
    let size = Size(columns: columns, rows: 260)
    let it = screen(size: size)
    #expect(unread(picture(of: it.screen, size: size), in: it.screen.outline()) == [])
    #expect(it.screen.outline().text.contains("Target: 31 March 2016."))
  }

  @Test("R-CP-04: out of date above everything", arguments: [60, 80, 120])
  func outOfDate(columns: Int) {
    var content = Self.content
    content.plan?.plan.set(.nextReview, of: PlanFixture.header, to: "2015-09-24")
    let size = Size(columns: columns, rows: 22)
    let drawn = picture(of: screen(content, size: size).screen, size: size)
    #expect(drawn.contains("! OUT OF DATE: the review was due 24-Sep-2015"))
    #expect(drawn.contains("! OVERDUE 103d") && drawn.contains("About me"))
  }

  @Test("Tab goes through the sections and Shift-Tab back")
  func sections() {
    var it = screen()
    it.press("<tab>")
    #expect(it.screen.lines[it.screen.cursor.line].link == .section(.aboutMe))
    it.press("<tab> <tab>")
    #expect(it.screen.lines[it.screen.cursor.line].link == .section(.needs))
    it.press("<shift-tab>")
    #expect(it.screen.lines[it.screen.cursor.line].link == .section(.strengths))
  }

  @Test("a draft of one's own is offered; without a plan one is told what to press")
  func draft() {
    var content = Self.content
    content.draftKept = Rahela.around.now
    #expect(picture(of: screen(content).screen).contains("~ You have a draft of this plan, kept 05-Jan-2016 09:42."))
    content.plan = nil
    content.person.plan = nil
    var it = screen(content)
    #expect(picture(of: it.screen).contains("No care plan is written yet. Press e to write one."))
    it.press("e")
    #expect(it.steps == [.open(.planEditor(ID("begum")))])
    it.press("R")
    #expect(it.said == ["Only a signed plan can be reviewed. Press e to write and sign it."])
    it.press("H")
    #expect(it.said.first?.contains("no history") == true)
  }

  @Test("e, H and R go to the plan's other screens; R-ID-08: not after a death")
  func places() {
    var it = screen()
    it.press("H")
    #expect(it.steps == [.open(.planVersions(ID("begum")))])
    it.press("R")
    #expect(it.steps == [.open(.planReview(ID("begum")))])
    var content = Self.content
    content.person.patient.died = Rahela.day("2016-01-03")
    it = screen(content)
    it.press("e")
    #expect(it.said == ["This person has died, so the plan is kept as it was."])
    it.screen.around.isReadOnly = true
    it.press("R")
    #expect(it.said.first?.contains("read-only") == true)
  }

  @Test("a failure is reported and keeps what is shown")
  func failure() {
    let problem = Problem("The plan was not read.", because: "The store is busy.", try: "Try again.")
    var it = screen()
    it.send(.failed(problem))
    #expect(it.steps == [.report(problem)])
    #expect(picture(of: it.screen).contains("Care plan v7"))
    var fresh = Driven(CarePlanScreen(ID("p1")).placed())
    fresh.send(.failed(problem))
    #expect(picture(of: fresh.screen).contains("The store is busy. Try again."))
    fresh.press("<enter>")
    #expect(fresh.steps == [.perform(.open(ID("p1")))])
  }
}
