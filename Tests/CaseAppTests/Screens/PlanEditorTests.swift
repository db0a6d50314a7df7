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

  // MARK: Publishing

  @Test func `R-CP-01: every complaint comes at once, at its field`() {
    var it = Editor(PlanFixture.editor(nil))
    it.press("<enter>")
    it.type("Tea")
    it.press("<ctrl-s>")
    let faults = it.screen.editing?.faults ?? []
    #expect(faults.count >= 9)
    #expect(!it.works.contains { if case .publish = $0 { true } else { false } })
    let text = it.screen.outline().text
    #expect(text.contains("There is a problem.  \(faults.count) answers need changing"))
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
    #expect(rows[6] == "> 1 About me             ok │> What is most important to me")
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
