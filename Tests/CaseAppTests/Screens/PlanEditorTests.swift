import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Plan editor") struct PlanEditorTests {
  private typealias Editor = Driven<PlanEditorScreen>

  private func value(_ it: Driven<PlanEditorScreen>, _ item: ID<PlanItem>, _ key: PlanKey) -> String? {
    it.screen.editing?.form.plan[item]?[key]
  }

  private func kept(_ it: Driven<PlanEditorScreen>) -> PlanEditorDraft? {
    for case .keepDraft(let draft, _) in it.works { return draft }
    return nil
  }

  // MARK: Typing and keeping

  @Test func `typing is in the draft that is kept a second after the key`() {
    var it = Editor(PlanFixture.editor())
    it.press("<enter>")
    it.type("!")
    let said = "I want to manage my own tablets.!"
    #expect(value(it, PlanFixture.aboutMe, .mostImportant) == said)
    guard case .later("draft", let seconds, .keepDraft(let draft, false)) = it.steps.first else {
      Issue.record("no draft: \(it.steps)")
      return
    }
    #expect(seconds == 1)
    #expect(draft.plan[PlanFixture.aboutMe]?[.mostImportant] == said)
  }

  @Test func `leaving a field keeps the draft at once`() {
    var it = Editor(PlanFixture.editor())
    it.press("<enter>")
    it.type("!")
    it.press("<esc>")
    #expect(!it.screen.isTyping)
    guard case .replace("draft", with: .keepDraft) = it.steps.first else {
      Issue.record("not kept: \(it.steps)")
      return
    }
  }

  @Test func `stopping keeps what is in an open box`() {
    var it = Editor(PlanFixture.editor())
    it.press("3 j <enter> j j j j <enter>")
    it.type("31 nov")
    guard case .keepDraft(let draft, false)? = it.screen.workBeforeStopping() else {
      Issue.record("nothing to keep")
      return
    }
    #expect(draft.rawTexts == ["goal/target_date": "31 nov"])
  }

  @Test func `an editor in which nothing changed keeps nothing and just closes`() {
    var it = Editor(PlanFixture.editor())
    #expect(it.screen.workBeforeStopping() == nil)
    it.press("<enter> <esc> <esc>")
    #expect(it.steps == [.close])
  }

  @Test func `leaving keeps the draft first and closes only once it is kept`() {
    var it = Editor(PlanFixture.editor())
    it.press("<enter>")
    it.type("!")
    it.press("<esc> <esc>")
    guard case .replace("draft", with: .keepDraft(let draft, leaving: true)) = it.steps.first else {
      Issue.record("\(it.steps)")
      return
    }
    it.send(.draftKept(draft, sceneTime, leaving: true))
    #expect(it.steps.last == .close)
  }

  @Test func `a draft that cannot be kept is told and leaving asks first`() {
    var it = Editor(PlanFixture.editor())
    let problem = Problem("The draft was not kept.", because: "The disk is full.", try: "Make room.")
    it.press("<enter>")
    it.type("!")
    it.press("<esc>")
    it.send(.draftFailed(problem, leaving: true))
    #expect(it.steps == [.report(problem)])
    it.press("n")
    #expect(!it.steps.contains(.close))
    #expect(value(it, PlanFixture.aboutMe, .mostImportant)?.hasSuffix("!") == true)
    it.send(.draftFailed(problem, leaving: true))
    it.press("y")
    #expect(it.steps == [.close])
  }

  @Test func `a kept draft is gone on from, with the text that is no date`() {
    var it = Editor(PlanFixture.editor())
    it.press("3 j <enter> j j j j <enter>")
    it.type("31 nov")
    it.press("<esc>")
    let draft = kept(it)!
    let again = Editor(PlanFixture.editor(draft: draft))
    #expect(again.screen.editing?.form.plan == it.screen.editing?.form.plan)
    #expect(again.screen.editing?.form.raw == it.screen.editing?.form.raw)
    #expect(
      again.screen.editing?.faults.map(\.message) == [
        "November has 30 days. Enter a real date, for example 24-Mar-2016."
      ])
    guard case .say(let words)? = again.screen.editing?.welcome.first else {
      Issue.record("not said")
      return
    }
    #expect(words.contains("You go on from your draft"))
  }

  @Test func `starting again from the saved plan asks, and is taken back`() {
    var it = Editor(PlanFixture.editor())
    it.press("<enter>")
    it.type("!")
    it.press("<esc> <ctrl-e> x")
    #expect(value(it, PlanFixture.aboutMe, .mostImportant)?.hasSuffix("!") == true)
    it.press("<ctrl-e> y")
    #expect(it.screen.editing?.form.plan == PlanFixture.complete)
    it.press("<ctrl-z>")
    #expect(value(it, PlanFixture.aboutMe, .mostImportant)?.hasSuffix("!") == true)
  }

  // MARK: Boxes

  @Test func `a date is echoed before it is accepted`() {
    var it = Editor(PlanFixture.editor())
    it.press("0 j j j j j j <enter>")
    it.type("24 mar")
    #expect(it.screen.editing?.form.value(at: AnswerPlace(PlanFixture.header, .nextReview)) == "2016-03-24")
    #expect(it.screen.outline().text.contains("This means Thursday 24 March 2016"))
    it.press("<ctrl-u>")
    it.type("+1m")
    it.press("<enter>")
    #expect(value(it, PlanFixture.header, .nextReview) == "2016-02-05")
  }

  @Test func `a date that is none keeps its text and says why when one moves on`() {
    var it = Editor(PlanFixture.editor())
    it.press("0 j j j j j j <enter>")
    it.type("31-Nov-2016")
    it.press("<enter>")
    #expect(it.screen.isTyping)
    it.press("<tab>")
    let fault = it.screen.editing?.faults.first
    #expect(fault?.place == AnswerPlace(PlanFixture.header, .nextReview))
    #expect(fault?.message.contains("November has 30 days") == true)
    #expect(it.screen.editing?.form.raw[AnswerPlace(PlanFixture.header, .nextReview)] == "31-Nov-2016")
    it.press("<ctrl-n>")
    guard case .box(let box)? = it.screen.editing?.mode else {
      Issue.record("^N opens the box")
      return
    }
    #expect(box.editor.content == "31-Nov-2016")
  }

  @Test func `a choice is picked by letters, by arrows and by typing it out`() {
    var it = Editor(PlanFixture.editor())
    it.press("3 j <enter> j j j j j <enter>")
    it.type("on")
    it.press("<enter>")
    #expect(value(it, PlanFixture.goal, .status) == "on-hold")
    it.press("<enter> <down> <space>")
    #expect(value(it, PlanFixture.goal, .status) == "completed")
    it.press("<enter>")
    it.type("cancelled")
    it.press("<tab>")
    #expect(value(it, PlanFixture.goal, .status) == "cancelled")
    it.press("<esc> k <enter> <end>")
    it.type("walk")
    it.press("<enter> <esc>")
    #expect(value(it, PlanFixture.goal, .status) == "cancelled", "what is on no list changes nothing")
    #expect(it.screen.editing?.faults.first?.message.contains("none of") == true)
  }

  @Test func `several of a list are ticked with Space, and unticked`() {
    var it = Editor(PlanFixture.editor())
    it.press("4 <enter> j j j <enter>")
    it.type("key")
    it.press("<space>")
    #expect(value(it, PlanFixture.nasima, .roles) == "emergency_contact\nkeyholder")
    it.type("emer")
    it.press("<space> <enter>")
    #expect(value(it, PlanFixture.nasima, .roles) == "keyholder")
    #expect(!it.screen.isTyping)
  }

  @Test func `a member of staff is found by part of a name`() {
    var it = Editor(PlanFixture.editor())
    it.press("0 j j j j j j j <enter>")
    it.type("adey")
    it.press("<enter>")
    #expect(value(it, PlanFixture.header, .reviewOwner) == "adeyemi")
  }

  @Test func `Confidence 6 or less asks what would raise it`() {
    var it = Editor(PlanFixture.editor())
    it.press("3 j j <enter> <home>")
    for _ in 0..<10 { it.press("j") }
    it.press("<enter>")
    it.type("5")
    it.press("<enter>")
    #expect(value(it, PlanFixture.action, .confidence) == "5")
    #expect(it.said.contains("Confidence is 5 of 10. What would raise it?"))
    it.type("A rail")
    #expect(value(it, PlanFixture.action, .raiseConfidence) == "A rail")
  }

  @Test func `Bengali is typed and taken back letter by letter`() {
    var it = Editor(PlanFixture.editor())
    it.press("<enter> <ctrl-u>")
    it.type("রাহেলা")
    it.press("<backspace>")
    #expect(value(it, PlanFixture.aboutMe, .mostImportant) == "রাহেল")
    it.press("<ctrl-z> <ctrl-r>")
    #expect(value(it, PlanFixture.aboutMe, .mostImportant) == "রাহেল")
  }

  @Test func `a text longer than the field is refused with a reason and kept as it was`() {
    var it = Editor(PlanFixture.editor())
    it.press("2 n")
    it.send(.pasted(String(repeating: "x", count: 500)))
    it.type("y")
    #expect(it.said.first?.contains("500") == true)
  }

  // MARK: Entries

  @Test func `n asks which kind when several can be added, and opens its first box`() {
    var it = Editor(PlanFixture.editor())
    it.press("3 j n")
    guard case .adding(let entries, _)? = it.screen.editing?.mode else {
      Issue.record("does not ask")
      return
    }
    #expect(entries.map(\.kind) == [.action, .outcome, .goal, .need])
    it.press("1")
    it.type("Call")
    let added = it.screen.editing?.form.plan.items(.action, under: PlanFixture.goal).last
    #expect(added?[.what] == "Call")
  }

  @Test func `removing an entry asks y, takes what hangs under it, and ^Z brings all back`() {
    var it = Editor(PlanFixture.editor())
    it.press("3 <ctrl-x>")
    #expect(it.screen.outline().prompt?.contains("the 2 entries under it") == true)
    it.press("<enter>")
    #expect(it.screen.editing?.form.plan == PlanFixture.complete)
    it.press("<ctrl-x> y")
    #expect(it.screen.editing?.form.plan.items(.goal).isEmpty == true)
    it.press("<ctrl-z>")
    #expect(it.screen.editing?.form.plan == PlanFixture.complete)
  }

  @Test func `no single letter and no Delete removes anything`() {
    for key in Keys.parse("<delete> <backspace> d x D X") {
      var it = Editor(PlanFixture.editor())
      it.press("3 j")
      it.press(key)
      it.press("y")
      #expect(it.screen.editing?.form.plan == PlanFixture.complete)
    }
  }
}
