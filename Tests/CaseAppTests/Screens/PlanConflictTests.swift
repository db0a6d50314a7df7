import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Plan conflict") struct PlanConflictTests {
  typealias Conflict = Driven<PlanConflictScreen>

  static func plan(_ changes: [(ID<PlanItem>, PlanKey, String)]) -> CarePlan {
    var plan = PlanFixture.complete
    plan.set(.nextReview, of: PlanFixture.header, to: "2015-12-24")
    for (item, key, value) in changes { plan.set(key, of: item, to: value) }
    return plan
  }

  /// Both moved the next review, they chose a copy format and rang a new number, you wrote about yourself.
  static var conflict: PlanConflict {
    PlanConflict(
      patient: PlanFixture.patient, was: plan([]), wasVersion: 7,
      theirs: PlanFixture.record(
        plan([
          (PlanFixture.header, .nextReview, "2016-01-12"), (PlanFixture.header, .copyFormat, "large_print"),
          (PlanFixture.nasima, .contact, "07700 900999"),
        ]), version: 8, row: 12, at: sceneTime + 300),
      yours: plan([
        (PlanFixture.header, .nextReview, "2016-03-24"), (PlanFixture.aboutMe, .mostImportant, "Fridays at the mosque"),
      ]), yoursStarted: sceneTime + -600)
  }

  func screen(_ conflict: PlanConflict = conflict, texts: [String: String] = [:]) -> PlanConflictScreen {
    var screen = PlanConflictScreen(conflict)
    screen.around = PlanFixture.around()
    _ = screen.fit(Size(columns: 80, rows: 22))
    _ = screen.begin()
    _ = screen.handle(
      .loaded(.init(person: PlanFixture.person, staff: [PlanFixture.francis, PlanFixture.adeyemi], texts: texts)))
    return screen
  }

  func published(_ it: Driven<PlanConflictScreen>) -> PlanEditorDraft? {
    for case .publish(let draft, _) in it.works { return draft }
    return nil
  }

  @Test func `R-CP-05: one section that both changed is put difference by difference, the rest is joined`() {
    let it = Conflict(screen())
    #expect(it.screen.merge.questions.map(\.key) == [.contact, .nextReview, .copyFormat])
    #expect(it.screen.merge.joined.map(\.difference.item) == [PlanFixture.aboutMe])
  }

  @Test func `nothing is published while something is undecided, and how much is left is said`() {
    var it = Conflict(screen())
    it.press("<ctrl-s>")
    #expect(published(it) == nil)
    #expect(it.said == ["You cannot publish yet: 2 left to decide, 1 to tick. Tab goes on."])
    it.press("<space> j t <ctrl-s>")
    #expect(it.said == ["You cannot publish yet: 1 left to decide. Tab goes on."])
  }

  @Test func `what is decided is published on top of theirs`() {
    var it = Conflict(screen())
    it.press("<space> <tab> y <tab> t <ctrl-s>")
    let draft = published(it)
    #expect(draft?.base.rowVersion == 12)
    #expect(draft?.plan[PlanFixture.header]?[.nextReview] == "2016-03-24")
    #expect(draft?.plan[PlanFixture.header]?[.copyFormat] == "large_print")
    #expect(draft?.plan[PlanFixture.nasima]?[.contact] == "07700 900999")
    #expect(draft?.plan[PlanFixture.aboutMe]?[.mostImportant] == "Fridays at the mosque")
    it.send(.saved(PlanFixture.record(version: 9, row: 13), nil))
    #expect(it.steps.last == .close)
  }

  @Test func `a phone number joins only by a tick, and the tick is taken back`() {
    var it = Conflict(screen())
    #expect(it.screen.merge.questions[0].isTick)
    it.press("<space>")
    #expect(it.screen.merge.questions[0].answer == .theirs)
    it.press("<space>")
    #expect(it.screen.merge.questions[0].answer == nil)
    it.press("y")
    #expect(it.screen.merge.questions[0].answer == .yours)
  }

  @Test func `something else is typed, and a date that is none keeps its text`() {
    var it = Conflict(screen())
    it.press("j e <ctrl-u>")
    it.type("31 nov")
    it.press("<enter>")
    #expect(it.screen.fault?.contains("November has 30 days") == true)
    #expect(it.screen.raw[1] == "31 nov")
    it.press("<esc> e <ctrl-u>")
    it.type("3 feb")
    it.press("<enter>")
    #expect(it.screen.merge.questions[1].answer == .typed("2016-02-03"))
    #expect(it.screen.raw[1] == nil)
  }

  @Test func `every decision is kept with the draft and found again`() {
    var it = Conflict(screen())
    it.press("<space> j e <ctrl-u>")
    it.type("31 nov")
    guard case .keep(_, let texts, leaving: false)? = it.screen.workBeforeStopping() else {
      Issue.record("nothing kept")
      return
    }
    let again = screen(texts: texts)
    #expect(again.merge.questions[0].answer == .theirs)
    #expect(again.raw[1] == "31 nov")
    #expect(again.workBeforeStopping() == nil)
  }

  @Test func `leaving keeps the draft and the decisions before it closes`() {
    var it = Conflict(screen())
    it.press("<space> <esc>")
    guard case .replace("draft", with: .keep(_, let texts, leaving: true)) = it.steps.first else {
      Issue.record("\(it.steps)")
      return
    }
    it.send(.kept(texts, leaving: true))
    #expect(it.steps.last == .close)
  }

  @Test func `a draft that cannot be kept is told, and leaving asks first`() {
    var it = Conflict(screen())
    let problem = Problem("The draft was not kept.", because: "The disk is full.", try: "Make room.")
    it.send(.keepFailed(problem, leaving: true))
    #expect(it.steps == [.report(problem)])
    it.press("x")
    #expect(!it.steps.contains(.close))
    it.send(.keepFailed(problem, leaving: true))
    it.press("y")
    #expect(it.steps == [.close])
  }

  @Test func `somebody first again: only what changed since is asked`() {
    var it = Conflict(screen())
    it.press("<space> <tab> y <tab> t <ctrl-s>")
    let newest = PlanFixture.record(Self.conflict.theirs.plan, version: 9, row: 13)
    it.send(.conflicted(newest))
    guard case .exchange(.planConflict(let next)) = it.steps.first else {
      Issue.record("\(it.steps)")
      return
    }
    #expect(next.was == Self.conflict.theirs.plan)
    #expect(next.theirs == newest)
    #expect(next.yours[PlanFixture.header]?[.nextReview] == "2016-03-24")
    #expect(PlanMerge(was: next.was, theirs: next.theirs.plan, yours: next.yours).questions.isEmpty)
  }

  @Test func `a joined plan that breaks a rule is not published, and E goes on in the editor`() {
    var it = Conflict(screen())
    it.press("<space> <tab> e <ctrl-u>")
    it.type("1 jan 2015")
    it.press("<enter> <tab> t <ctrl-s>")
    #expect(published(it) == nil)
    #expect(it.screen.outline().text.contains("The next review cannot be in the past."))
    it.press("E")
    guard case .edit(let draft)? = it.works.first else {
      Issue.record("\(it.steps)")
      return
    }
    #expect(draft.base.rowVersion == 12)
    it.send(.readyToEdit)
    #expect(it.steps == [.exchange(.planEditor(PlanFixture.patient))])
  }

  @Test func `a failure to publish is told and loses no decision`() {
    var it = Conflict(screen())
    it.press("<space> <tab> y <tab> t <ctrl-s>")
    let problem = Problem("Nothing was saved.", because: "The disk is full.", try: "Make room.")
    it.send(.saveFailed(problem))
    #expect(it.steps == [.report(problem)])
    it.press("<ctrl-s>")
    #expect(published(it) != nil)
  }

  @Test func `J shows what was joined`() {
    var it = Conflict(screen())
    it.press("J")
    #expect(it.screen.outline().text.contains("What is most important to me (yours): Fridays at the mosque"))
    it.press("<esc>")
    #expect(it.screen.joinedTop == nil)
  }

  @Test func `the lines do all that the keys do`() {
    var it = Conflict(screen())
    it.say("1")
    it.say("4")
    it.send(.moved(1))
    it.send(.typePressed)
    it.say("easy read")
    #expect(it.screen.merge.questions.map(\.answer) == [.theirs, .yours, .typed("easy_read")])
    #expect(it.screen.outline().text.contains("result, typed by you: easy read"))
  }

  @Test(arguments: [Size(columns: 60, rows: 16), Size(columns: 80, rows: 22), Size(columns: 120, rows: 38)])
  @MainActor func `nothing is shown that cannot be read, and the cursor is on the focus`(size: Size) {
    for way in [
      "", "t j y", "j e x", "j e <ctrl-u> 3 1 n o v <enter>", "J", "J b", "<space> j y j t", "j e <ctrl-u> f r i",
    ] {
      var it = Conflict(screen())
      _ = it.screen.fit(size)
      it.press(way)
      #expect(unread(it.screen, size: size) == [], "after \(way)")
      var canvas = Canvas(size)
      it.screen.draw(on: &canvas)
      #expect(canvas.frame().cursor != nil, "after \(way)")
    }
  }

  @Test @MainActor func `the picture at 80x24`() {
    var it = Conflict(screen())
    it.press("<space> j")
    let shown = picture(of: it.screen, around: PlanFixture.around())
    #expect(shown.contains(" Someone published v8 while you were editing.  Nothing is lost."))
    #expect(shown.contains(">  Next review"))
    #expect(shown.contains("2 of 3   ! UNDECIDED"))
    #expect(shown.contains("     THEIRS    12-Jan-2016   T. Adeyemi 09:47"))
    #expect(shown.contains("     choose    [ t theirs ]   [ y yours ]   [ e type another ]"))
    #expect(shown.contains("2 left to decide.  You cannot publish yet.  Leaving keeps your draft."))
  }
}
