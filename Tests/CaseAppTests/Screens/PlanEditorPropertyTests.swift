import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

/// A repeatable sequence of numbers.
private struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

@Suite("Plan editor, any sequence of keys") struct PlanEditorPropertyTests {
  private static let keys =
    "j k <down> <up> <tab> <shift-tab> <enter> <enter> <enter> <esc> n 1 2 3 4 5 6 7 8 9 0 <space> y <ctrl-x> "
    + "<pgup> <pgdn> <home> <end> <left> <right> <ctrl-n> <ctrl-t> <ctrl-s> <ctrl-o> <ctrl-e> i ? <backspace>"
  private static let undoing = " <ctrl-z> <ctrl-y> <ctrl-r>"

  /// What the loop would do with the work of a screen, without a store.
  private func answer(
    _ it: inout Driven<PlanEditorScreen>, kept: inout PlanEditorDraft?, _ dice: inout Dice
  ) {
    #expect(!it.steps.contains(.close) || it.screen.workBeforeStopping() == nil, "closed with something unkept")
    for work in it.works {
      switch work {
      case .keepDraft(let draft, let leaving):
        if Bool.random(using: &dice) {
          kept = draft
          it.send(.draftKept(draft, sceneTime, leaving: leaving))
        } else {
          it.send(.draftFailed(Problem("Not kept.", because: "Full.", try: "Wait."), leaving: leaving))
        }
      case .discardDraft(_, _, let leaving):
        kept = nil
        it.send(.draftDiscarded(leaving: leaving))
      case .publish, .share:
        it.send(.saveFailed(Problem("Not saved.", because: "Full.", try: "Wait.")))
      case .nameEntries: it.send(.named((0..<9).map { _ in "more-\(dice.next())" }))
      case .look, .load, .nothing: break
      }
    }
  }

  /// Everything that can still be got at: what stands, the way back and forth, and the open box.
  private func reachable(_ screen: PlanEditorScreen) -> Set<String> {
    guard let editing = screen.editing else { return [] }
    var texts = editing.form.reachableTexts
    if case .box(let box) = editing.mode { texts.insert(box.editor.content) }
    return texts
  }

  @Test(arguments: 1...24) func `no sequence of events loses a text`(seed: UInt64) {
    var dice = Dice(state: seed)
    var it = Driven(PlanFixture.editor(seed % 3 == 0 ? nil : PlanFixture.record()))
    var kept: PlanEditorDraft?
    let keys = Keys.parse(Self.keys)
    var typed = [String]()
    for turn in 0..<120 {
      if it.screen.isTyping, case .box? = it.screen.editing?.mode, Int.random(in: 0..<3, using: &dice) == 0 {
        // One letter that occurs nowhere else, so that no caret can come to stand inside it.
        let text = Unicode.Scalar(UInt32(0x4E00 + turn)).map { String($0) } ?? ""
        it.send(.pasted(text))
        if !it.said.contains(where: { $0.contains("This box takes") }) { typed.append(text) }
      } else {
        let key = keys.randomElement(using: &dice)!
        // Erasing and picking from a list are wishes to lose what was typed.
        if key == .backspace { continue }
        if case .box(let box)? = it.screen.editing?.mode, box.isList {
          typed.removeAll { box.editor.content.contains($0) }
        }
        // "Leave, and lose what you typed" has been answered with yes.
        if it.screen.editing?.mode == .asking(.leaveUnkept), key == .character("y") { continue }
        it.press(key)
      }
      answer(&it, kept: &kept, &dice)
      guard turn % 8 == 7 else { continue }
      let texts = reachable(it.screen)
      for text in typed {
        #expect(texts.contains { $0.contains(text) }, "\(text) is lost at turn \(turn) of \(seed)")
      }
    }
  }

  @Test(arguments: 1...24) func `after any sequence the draft is the whole form, and opens as it was`(seed: UInt64) {
    var dice = Dice(state: seed &* 977)
    var it = Driven(PlanFixture.editor())
    var kept: PlanEditorDraft?
    let keys = Keys.parse(Self.keys + Self.undoing) + Keys.typing("31 nov x5")
    for _ in 0..<150 {
      it.press(keys.randomElement(using: &dice)!)
      answer(&it, kept: &kept, &dice)
      if it.screen.editing?.draftProblem == nil, let draft = kept { #expect(draft.patient == PlanFixture.patient) }
      guard let editing = it.screen.editing else { continue }
      let now: PlanEditorDraft?
      switch it.screen.workBeforeStopping() {
      case .keepDraft(let draft, _): now = draft
      case .discardDraft: now = nil
      default: now = kept
      }
      guard let now else {
        #expect(editing.isUnchanged)
        continue
      }
      let again = PlanFixture.editor(draft: now).editing
      #expect(again?.form.plan == editing.form.plan)
      #expect(again?.form.raw == editing.form.raw.filter { !$0.value.allSatisfy(\.isWhitespace) })
    }
  }

  @Test(arguments: 1...20) func `undoing all of it leads back to the saved plan`(seed: UInt64) {
    var dice = Dice(state: seed &* 31)
    var it = Driven(PlanFixture.editor())
    var kept: PlanEditorDraft?
    let keys = Keys.parse(Self.keys) + Keys.typing("ab 12")
    for _ in 0..<100 {
      it.press(keys.randomElement(using: &dice)!)
      answer(&it, kept: &kept, &dice)
    }
    it.press("<esc> x <esc>")
    it.screen.editing?.mode = .browsing
    while it.screen.editing?.form.canUndo == true { it.press("<ctrl-z>") }
    #expect(it.screen.editing?.form.plan == PlanFixture.complete)
    #expect(it.screen.editing?.form.raw.isEmpty == true)
  }
}
