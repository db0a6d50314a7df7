import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Choosing in the plan editor") @MainActor struct PlanEditorChoosingTests {
  /// A choice without an answer, its box open: "Plan offered" in a plan that was never written.
  private func box() -> PlanEditorScreen {
    var screen = PlanFixture.editor(nil)
    _ = screen.handle(.sectionChosen(.agreement))
    _ = screen.handle(.entered)
    return screen
  }

  private func answer(_ screen: PlanEditorScreen) -> String? {
    screen.editing?.row?.place.flatMap { screen.editing?.form.value(at: $0) }
  }

  @Test("Enter where nothing is chosen yet chooses nothing and says so") func enter() {
    var screen = box()
    let steps = screen.handle(.entered)
    #expect(steps == [.say("Nothing is chosen yet. Down goes to the first answer, Enter takes it.")])
    #expect(answer(screen) == nil)
  }

  @Test("the first Down goes to the first answer") func down() {
    var screen = box()
    _ = screen.handle(.moved(1))
    _ = screen.handle(.entered)
    #expect(answer(screen) == "offered_undecided")
  }

  @Test("the focus is marked in one pane only") func focus() {
    let rows = picture(of: PlanFixture.editor(), around: PlanFixture.around()).split(separator: "\n")
    #expect(rows.count { $0.hasPrefix(">") } == 0)
    #expect(rows.count { $0.contains("\u{2502}>") } == 1)
  }
}
