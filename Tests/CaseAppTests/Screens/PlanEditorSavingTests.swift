import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Plan editor, saving and reading") struct PlanEditorSavingTests {
  private typealias Editor = Driven<PlanEditorScreen>

  private func value(_ it: Driven<PlanEditorScreen>, _ item: ID<PlanItem>, _ key: PlanKey) -> String? {
    it.screen.editing?.form.plan[item]?[key]
  }

  private func kept(_ it: Driven<PlanEditorScreen>) -> PlanEditorDraft? {
    for case .keepDraft(let draft, _) in it.works { return draft }
    return nil
  }

  @Test func `R-CP-01: every complaint comes at once, at its field`() {
    var it = Editor(PlanFixture.editor(nil))
    it.press("<enter>")
    it.type("Tea")
    it.press("<ctrl-s>")
    let faults = it.screen.editing?.faults ?? []
    #expect(faults.count >= 9)
    #expect(!it.works.contains { if case .publish = $0 { true } else { false } })
    let text = it.screen.outline().text
    #expect(text.contains("There is a problem. \(faults.count) answers need changing"))
    for fault in faults { #expect(text.contains("Error: section \(fault.section.number), \(fault.label)")) }
  }

  @Test func `^N goes round all that needs changing`() {
    var it = Editor(PlanFixture.editor(nil))
    it.press("<enter>")
    it.type("Tea")
    it.press("<ctrl-s>")
    let places = it.screen.editing?.faults.map(\.place) ?? []
    var seen = Set<AnswerPlace>()
    for _ in places {
      it.press("<ctrl-n>")
      if case .box(let box)? = it.screen.editing?.mode { seen.insert(box.place) }
    }
    #expect(seen == Set(places))
  }

  @Test func `a good plan is published over the version it started from`() {
    var it = Editor(PlanFixture.editor())
    it.press("<enter>")
    it.type("!")
    it.press("<ctrl-s>")
    guard case .publish(let draft, let reason)? = it.works.last else {
      Issue.record("\(it.steps)")
      return
    }
    #expect(draft.base.rowVersion == 11)
    #expect(reason == "edited")
    #expect(it.screen.workBeforeStopping() == nil)
    it.press("j")
    #expect(it.said == ["The plan is being saved. Wait a moment."])
    it.send(.published(PlanFixture.record(draft.plan, version: 8, row: 12), nil))
    #expect(it.steps.last == .close)
  }

  @Test func `a failure to publish keeps the text, is told, and keeps the draft`() {
    var it = Editor(PlanFixture.editor())
    it.press("<enter>")
    it.type("!")
    it.press("<ctrl-s>")
    let problem = Problem("Nothing was saved.", because: "The disk is full.", try: "Make room.")
    it.send(.saveFailed(problem))
    #expect(it.steps.contains(.report(problem)))
    #expect(kept(it)?.plan[PlanFixture.aboutMe]?[.mostImportant]?.hasSuffix("!") == true)
    it.press("<enter>")
    #expect(it.screen.isTyping)
  }

  @Test func `R-CP-05: somebody else was first, so both texts are put side by side`() {
    var it = Editor(PlanFixture.editor())
    it.press("<enter>")
    it.type("!")
    it.press("<ctrl-s>")
    let theirs = PlanFixture.record(version: 8, row: 12)
    it.send(.conflicted(theirs))
    guard case .exchange(.planConflict(let conflict)) = it.steps.first else {
      Issue.record("\(it.steps)")
      return
    }
    #expect(conflict.theirs == theirs)
    #expect(conflict.was == PlanFixture.complete)
    #expect(conflict.yours[PlanFixture.aboutMe]?[.mostImportant]?.hasSuffix("!") == true)
  }

  @Test func `somebody publishing meanwhile is said once, with what ^S will do`() {
    var it = Editor(PlanFixture.editor())
    it.send(.recordsChanged)
    #expect(it.works == [.look(PlanFixture.patient)])
    let theirs = PlanFixture.record(version: 8, row: 12, at: sceneTime)
    it.send(.looked(theirs))
    #expect(it.said.first?.contains("published v8 at 09:42") == true)
    #expect(it.said.first?.contains("^S puts both side by side") == true)
    it.send(.looked(theirs))
    #expect(it.said.isEmpty)
  }

  @Test func `a shared draft is saved with answers missing, but only of a plan that is not active`() {
    var it = Editor(PlanFixture.editor(nil))
    it.press("<enter>")
    it.type("Tea")
    it.press("<ctrl-o>")
    guard case .share(let draft)? = it.works.last else {
      Issue.record("\(it.steps)")
      return
    }
    it.send(.shared(PlanFixture.record(draft.plan, version: 0, row: 1, status: .draft), nil))
    #expect(it.screen.editing?.base.rowVersion == 1)
    #expect(it.screen.editing?.isUnchanged == true)
    it.press("<ctrl-z>")
    #expect(it.screen.editing?.base.rowVersion == 1, "the way back leads to texts that started from the saved draft")
    var active = Editor(PlanFixture.editor())
    active.press("<ctrl-o>")
    #expect(active.said.first?.contains("This plan is active") == true)
  }

  @Test func `a read-only session opens entries and changes nothing`() {
    var it = Editor(PlanFixture.editor(around: PlanFixture.around(readOnly: true)))
    it.press("3 <enter> j <enter>")
    #expect(!it.screen.isTyping)
    #expect(it.said.first?.contains("only reads") == true)
    it.press("<ctrl-x>")
    #expect(it.said.first?.contains("only reads") == true)
  }

  @Test func `a plan that could not be read is told and r reads again`() {
    var it = Editor(PlanEditorScreen(PlanFixture.patient))
    let problem = Problem("The plan was not read.", because: "The records are busy.", try: "Wait.")
    it.send(.loadFailed(problem))
    #expect(it.steps == [.report(problem)])
    #expect(it.screen.outline().text.contains("The records are busy."))
    it.press("r")
    #expect(it.works == [.load(PlanFixture.patient)])
  }

  @Test func `what changed is listed, and Enter goes there`() {
    var it = Editor(PlanFixture.editor())
    it.press("<enter>")
    it.type("!")
    it.press("<esc> 4 <ctrl-t>")
    #expect(it.screen.outline().text.contains("now: I want to manage my own tablets.!"))
    it.press("<enter>")
    #expect(it.screen.editing?.section == .aboutMe)
  }

  // MARK: Lines

  @Test func `the lines do all that the keys do: answer, choose, tick, add, remove`() {
    var it = Editor(PlanFixture.editor())
    it.say("3")
    it.say("12")
    it.say("16")
    it.say("31 nov 2016")
    #expect(it.screen.outline().text.contains("Error"))
    it.say("+3m")
    #expect(value(it, PlanFixture.goal, .targetDate) == "2016-04-05")
    it.say("17")
    it.say("on hold")
    #expect(value(it, PlanFixture.goal, .status) == "on-hold")
    it.say("4")
    it.say("11")
    it.say("14")
    it.say("1, keyholder")
    #expect(value(it, PlanFixture.nasima, .roles) == "carer\nkeyholder")
    it.send(.removePressed)
    it.say("y")
    #expect(it.screen.editing?.form.plan[PlanFixture.nasima] == nil)
    it.say("3")
    it.send(.addPressed)
    it.say("2")
    it.say("A second need")
    #expect(it.screen.editing?.form.plan.items(.need).last?[.text] == "A second need" || it.screen.isTyping == false)
    it.say("1")
    it.say("11")
    it.say("+ and tea")
    #expect(value(it, PlanFixture.aboutMe, .mostImportant) == "I want to manage my own tablets.\nand tea")
    it.say("11")
    it.say("-")
    #expect(value(it, PlanFixture.aboutMe, .mostImportant) == nil)
  }

  // MARK: Pictures

  @Test @MainActor func `the first picture at 80x24`() {
    let shown = picture(of: PlanFixture.editor(), around: PlanFixture.around())
    let rows = shown.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    #expect(rows[3] == " Care plan v8 draft from v7 of 24-Nov-2015          no changes yet   J. Francis")
    #expect(rows[6] == "- 1 About me             ok │> What is most important to me")
    #expect(rows[15] == " 10 Agreement            ok │    not recorded")
  }

  @Test @MainActor func `an error stands under its field, with the summary below`() {
    var it = Editor(PlanFixture.editor())
    it.press("0 j j j j j j <enter>")
    it.type("31-Nov-2016")
    it.press("<esc>")
    let shown = picture(of: it.screen, around: PlanFixture.around(), marks: true)
    #expect(shown.contains("> Next review        31-Nov-2016"))
    #expect(shown.contains("Error: November has 30 days. Enter a real date,"))
    #expect(shown.contains("! 1 to fix"))
    #expect(shown.contains("There is a problem.  1 answer needs changing: section 10, next review.  ^N"))
  }

  @Test(arguments: [Size(columns: 60, rows: 16), Size(columns: 80, rows: 22), Size(columns: 120, rows: 38)])
  @MainActor func `nothing is shown that cannot be read`(size: Size) {
    let ways = [
      "", "<enter> a b", "3 <enter> j j <enter>", "3 j <enter> j j j j <enter> 3 1 n o v <tab>", "0 <ctrl-s>",
      "0 j j j j j j j <enter>", "3 j n", "3 j <ctrl-x>", "<enter> z <esc> <ctrl-t>", "<enter> z <esc> <ctrl-e>",
      "4 <enter> j j j <enter>", "2", "0 j j j j j j <enter> f r i",
    ]
    for way in ways {
      for screen in [PlanFixture.editor(), PlanFixture.editor(nil)] {
        var it = Editor(screen)
        _ = it.screen.fit(size)
        it.press(way)
        #expect(unread(it.screen, size: size) == [], "after \(way)")
      }
    }
  }

  @Test func `the cursor is on the focus, at every size`() {
    for size in [Size(columns: 60, rows: 16), Size(columns: 80, rows: 22), Size(columns: 200, rows: 60)] {
      for way in ["", "j j", "<enter>", "3 j <enter> j j <enter>", "3 <ctrl-x>", "3 n", "2", "<enter> z <ctrl-t>"] {
        var it = Editor(PlanFixture.editor())
        _ = it.screen.fit(size)
        it.press(way)
        var canvas = Canvas(size)
        it.screen.draw(on: &canvas)
        #expect(canvas.frame().cursor != nil, "after \(way) at \(size)")
      }
    }
  }
}
