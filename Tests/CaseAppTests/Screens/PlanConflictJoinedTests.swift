import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

/// What was joined without asking: looked at, taken back, and what others are told.
extension PlanConflictTests {
  @Test func `what was joined is taken back, must then be decided, and is published as decided`() {
    var it = Conflict(screen())
    it.press("<space> <tab> y <tab> t J b")
    #expect(it.screen.merge.joined.isEmpty)
    #expect(it.screen.merge.questions.map(\.key) == [.contact, .nextReview, .copyFormat, .mostImportant])
    #expect(it.screen.joinedTop == nil)
    it.press("<ctrl-s>")
    #expect(published(it) == nil)
    #expect(it.said == ["You cannot publish yet: 1 left to decide. Tab goes on."])
    it.press("t <ctrl-s>")
    #expect(published(it)?.plan[PlanFixture.aboutMe]?[.mostImportant] == "I want to manage my own tablets.")
    #expect(published(it)?.plan[PlanFixture.header]?[.nextReview] == "2016-03-24")
  }

  @Test func `what was taken back stays so when one comes back`() {
    var it = Conflict(screen())
    it.press("J b")
    let texts = it.screen.texts
    #expect(screen(texts: texts).merge.questions.last?.key == .mostImportant)
    #expect(screen(texts: texts).merge.undecided == 4)
    it.press("y")
    #expect(screen(texts: it.screen.texts).merge.questions.last?.answer == .yours)
  }

  @Test func `b takes back only in the list of what was joined`() {
    var it = Conflict(screen())
    it.press("b")
    #expect(it.screen.merge.questions.count == 3)
    // Nothing is decided that cannot be seen.
    it.press("J t y <space>")
    #expect(it.screen.merge.undecided == 3 && it.screen.joinedTop == 0)
    it.say("1")
    #expect(it.screen.merge.questions.count == 4)
  }

  @Test @MainActor func `at 120x40 what was joined and what people will see stand under the differences`() {
    var it = Conflict(screen())
    _ = it.screen.fit(Size(columns: 120, rows: 38))
    let shown = picture(of: it.screen, size: Size(columns: 120, rows: 38), around: PlanFixture.around())
    #expect(shown.contains(" JOINED FOR YOU 1   J opens them, and b there takes one back"))
    #expect(shown.contains("   = What is most important to me (yours): Fridays at the mosque"))
    #expect(shown.contains("   v9 published by J. Francis, joined from v8 (T. Adeyemi) and your draft."))
    #expect(shown.contains("   T. Adeyemi is told which answers v9 has otherwise than theirs."))
    #expect(shown.contains("3 left to decide") || shown.contains("2 left to decide, 1 to tick."))
  }
}
