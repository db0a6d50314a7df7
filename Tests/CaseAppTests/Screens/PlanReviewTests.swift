import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@MainActor struct PlanReviewTests {
  func screen(
    _ plan: CarePlanRecord? = PlanFixture.record(), person: PersonRecord = Rahela.record,
    size: Size = Size(columns: 80, rows: 22)
  ) -> Driven<PlanReviewScreen> {
    var screen = PlanReviewScreen(PlanFixture.patient).placed(size: size)
    _ = screen.handle(.loaded(.init(person: person, plan: plan)))
    return Driven(screen)
  }

  func filled() -> Driven<PlanReviewScreen> {
    var it = screen()
    it.press("2 <tab> <tab>")
    it.type("Stairs twice a day")
    it.press("<tab>")
    it.type("Sleep")
    it.press("<tab> <tab> <tab> <tab>")  // to the first question
    it.press("4 <tab> 5 <tab> n <tab> 1 <tab> <tab>")
    it.press("p <tab> 1 <tab>")  // partly satisfied, no change
    it.type("+3m")
    return it
  }

  private func records(_ it: Driven<PlanReviewScreen>) -> Bool {
    it.works.contains { if case .record = $0 { true } else { false } }
  }

  @Test("the form at 80 by 24, with marks")
  func picture80() {
    let drawn = picture(of: filled().screen)
    #expect(picture(of: screen().screen).contains("[REVIEW]"))
    #expect(drawn.contains("= Tue 05-Apr-2016"))
  }

  @Test("a whole review is recorded with what was typed and chosen")
  func records() {
    var it = filled()
    it.press("<ctrl-s>")
    let expected = PlanReview(
      id: ID(""), planVersion: 7, dueOn: Rahela.day("2016-03-24"), doneOn: Rahela.today, kind: .lightTouch,
      whatWorking: "Stairs twice a day", whatNotWorking: "Sleep", personSatisfied: .partly, decision: .noChange,
      nextReview: Rahela.day("2016-04-05"), answers: [4, 5, nil, 1, nil])
    let kind = PlanReview.Kind.allCases[1]
    #expect(kind == .lightTouch)
    #expect(it.works == [.nothing, .record(expected, PlanFixture.patient)])
    it.press("<ctrl-s>")
    #expect(it.steps == [])
    it.send(.recorded(expected))
    #expect(
      it.steps == [
        .recordsChanged, .sayUndoable("The review is recorded. The next one is due 05-Apr-2016."), .close,
      ])
  }

  @Test("a failure keeps every answer, and the review can be recorded again")
  func failure() {
    var it = filled()
    it.press("<ctrl-s>")
    let problem = Problem("The review was not recorded.", because: "The disk is full.", try: "Make room.")
    it.send(.recordFailed(problem))
    #expect(it.steps.last == .report(problem))
    #expect(it.screen.form?.text(.working) == "Stairs twice a day")
    it.press("<ctrl-s>")
    #expect(records(it))
  }

  @Test("all complaints at once at their questions, and ^N goes from one to the next")
  func complaints() {
    var it = screen(size: Size(columns: 80, rows: 40))
    it.press("<tab> <ctrl-u>")
    it.type("31 nov")
    it.press("<ctrl-s>")
    #expect(it.said == ["Nothing was recorded. What you typed is as you left it."])
    #expect(it.screen.complaints.map(\.field) == [.doneOn, .decision, .nextReview])
    let drawn = picture(of: it.screen, size: Size(columns: 80, rows: 40))
    #expect(drawn.contains("There is a problem.  3 answers need changing."))
    #expect(drawn.contains("Error: November has 30 days. Enter a real date, for example 24-Mar-2016."))
    #expect(drawn.contains("Error: Choose what was decided."))
    #expect(drawn.contains("Error: Enter the day of the next review."))
    #expect(it.screen.field == .doneOn)
    it.press("<ctrl-n>")
    #expect(it.screen.field == .decision)
    #expect(unread(drawn, in: it.screen.outline()) == [])
  }

  @Test("plan.review_max_days: the next review is at most 365 days on and not in the past")
  func dates() {
    var form = ReviewForm(today: Rahela.today)
    form.decision = .noChange
    form[box: .nextReview].replace(with: "5 jan 2017")
    #expect(form.complaints(today: Rahela.today).first?.rule == "plan.review_max_days")
    form[box: .nextReview].replace(with: "4 jan 2017")
    #expect(form.complaints(today: Rahela.today).isEmpty)
    form[box: .nextReview].replace(with: "4/1/2016")
    #expect(form.complaints(today: Rahela.today).first?.message == "The next review cannot be in the past.")
    form[box: .doneOn].replace(with: "tomorrow")
    #expect(form.complaints(today: Rahela.today).first?.field == .doneOn)
  }

  @Test("a plan that is to be changed needs words about what; one that ends needs no next review")
  func decisions() {
    var form = ReviewForm(today: Rahela.today)
    form.decision = .end
    #expect(form.complaints(today: Rahela.today).isEmpty)
    form.decision = .amend
    #expect(form.complaints(today: Rahela.today).map(\.field) == [.changes, .nextReview])
  }

  @Test("a date is echoed with the month in letters when its box is left")
  func echo() {
    var it = screen()
    it.press("<shift-tab>")
    #expect(it.screen.field == .nextReview)
    it.type("24/3/16")
    #expect(picture(of: it.screen).contains("= Thu 24-Mar-2016"))
    it.press("<tab>")
    #expect(it.screen.form?.text(.nextReview) == "24-Mar-2016")
  }

  @Test("Esc keeps what was typed and then leaves; only where that fails it asks")
  func leaving() {
    var it = screen()
    #expect(PlanReviewScreen.commands.first { $0.name == "Leave" }?.applies(it.screen) == false)
    it.press("2 <esc>")
    guard case .replace("draft", with: .keep(let draft, leaving: true))? = it.steps.first else {
      Issue.record("\(it.steps)")
      return
    }
    #expect(draft.answers["kind"] == "light_touch" && draft.planVersion == 7)
    it.send(.draftKept(draft, leaving: true))
    #expect(it.steps.last == .close)

    it = screen()
    it.press("2 <esc>")
    let problem = Problem("The draft was not kept.", because: "The disk is full.", try: "Make room.")
    it.send(.draftFailed(problem, leaving: true))
    #expect(it.said == ["Leave and lose this review? y loses it, any other key goes on with it."])
    it.press("n")
    #expect(it.said == ["Nothing is lost. ^S records the review."])
    #expect(it.screen.form?.kind == .lightTouch)
    it.press("<esc>")
    it.send(.draftFailed(problem, leaving: true))
    it.press("y")
    #expect(it.steps == [.close])
  }

  @Test("what is typed is kept within two seconds, before the program stops, and found again with every answer")
  func draft() throws {
    var it = filled()
    guard case .later("draft", seconds: 1, .keep(let draft, leaving: false))? = it.steps.first else {
      Issue.record("\(it.steps)")
      return
    }
    #expect(it.screen.workBeforeStopping() == .keep(draft, leaving: false))
    it.send(.draftKept(draft, leaving: false))
    #expect(it.screen.workBeforeStopping() == nil)

    var again = PlanReviewScreen(PlanFixture.patient).placed()
    var kept = draft
    kept.keptAt = Rahela.around.now
    let said = again.handle(.loaded(.init(person: Rahela.record, plan: PlanFixture.record(), draft: kept)))
    #expect(said == [.say("You go on from your draft of this review, kept 05-Jan-2016 09:42.")])
    #expect(again.form?.answers == it.screen.form?.answers)
    #expect(again.workBeforeStopping() == nil && again.isTouched)

    // Recording takes the draft along, and nothing is kept after that.
    it.press("<ctrl-s>")
    #expect(it.screen.workBeforeStopping() == nil)
  }

  @Test("an answer taken back leaves no draft behind") func takenBack() {
    var it = screen()
    it.press("2")
    guard case .later("draft", seconds: 1, .keep(let draft, leaving: false))? = it.steps.first else {
      Issue.record("\(it.steps)")
      return
    }
    it.send(.draftKept(draft, leaving: false))
    it.press("1")
    #expect(it.steps == [.later("draft", seconds: 1, .discard(PlanFixture.patient, leaving: false))])
  }

  @Test("letters type in a text box and choose in a choice; a paste goes into boxes only")
  func typing() {
    var it = screen()
    it.send(.pasted("x"))
    #expect(it.said.first?.hasPrefix("Nothing was pasted.") == true)
    it.press("<tab> <tab>")
    it.type("q.u")
    it.send(.pasted("\nmore"))
    #expect(it.screen.form?.text(.working) == "q.u\nmore")
    it.press("<shift-tab> <shift-tab> 9")
    #expect(it.said == ["Choose with 1 to 4, the first letter or the arrows."])
  }

  @Test("R-ID-08, read-only and unsigned plans: the screen says why and takes nothing")
  func refused() {
    var dead = Rahela.record
    dead.patient.died = Rahela.day("2016-01-03")
    #expect(picture(of: screen(person: dead).screen).contains("This person has died"))
    let unsigned = screen(PlanFixture.record(version: 0, status: .draft)).screen
    #expect(picture(of: unsigned).contains("Only a signed plan can be reviewed."))
    #expect(!unsigned.isTyping)
    #expect(unsigned.outline().prompt == nil)
    #expect(PlanReviewScreen.commands[0].unavailable(unsigned)?.contains("signed") == true)
  }

  @Test("linear mode asks one question at a time and records at the end")
  func linear() {
    var it = screen()
    #expect(it.screen.outline().prompt?.hasPrefix("1 of 15. Kind of review? 1 full. 2 light touch.") == true)
    it.say("7")
    #expect(it.said == ["\"7\" is none of the choices. Type a number from 1 to 4."])
    for line in ["light touch", "-", "Stairs twice a day", "Sleep", "-", "-", "-", "4", "5", "-", "1", "-", "partly"] {
      it.say(line)
    }
    it.say("1")
    it.say("31 nov")
    #expect(it.said.first?.hasPrefix("November has 30 days.") == true)
    it.say("+3m")
    #expect(it.screen.outline().text.contains("Next review: Tuesday 5 April 2016."))
    #expect(it.screen.outline().prompt == "Record this review, y or n?")
    it.say("y")
    #expect(records(it))
  }

  @Test("a text box is closed on every row, and the choices of a question are told by name") func boxes() {
    var it = screen()
    let rows = picture(of: it.screen).split(separator: "\n").map(String.init)
    let boxed = rows.filter { $0.hasPrefix("   [") && !$0.contains("more below") }
    #expect(!boxed.isEmpty && boxed.allSatisfy { $0.hasSuffix("]") }, "\(rows.joined(separator: "\n"))")
    #expect(rows.contains { $0.contains("1 full  2 light touch") }, "\(rows.joined(separator: "\n"))")
    it.press("<ctrl-s>")
    #expect(picture(of: it.screen).split(separator: "\n").count { $0.contains("There is a problem") } == 1)
    #expect(!it.said.contains { $0.contains("There is a problem") })
  }

  @Test("all that is drawn can be read, at every question", arguments: [60, 80, 120])
  func readable(columns: Int) {
    let size = Size(columns: columns, rows: columns == 60 ? 16 : columns == 80 ? 22 : 38)
    var it = screen(size: size)
    for _ in ReviewForm.Field.allCases {
      let drawn = picture(of: it.screen, size: size)
      #expect(unread(drawn, in: it.screen.outline()) == [], "\(String(describing: it.screen.field))")
      #expect(drawn.contains("\n> "), "the question with the focus can be seen")
      it.press("<tab>")
    }
  }
}
