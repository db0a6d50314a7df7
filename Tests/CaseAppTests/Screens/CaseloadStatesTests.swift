import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Caseload by state") @MainActor struct CaseloadStatesPictureTests {
  private let tall = Size(columns: 120, rows: 38)

  private func counted(_ counts: [CaseloadStates.State: Int]) -> CaseloadScreen {
    var screen = caseload(size: tall, of: 38)
    _ = screen.handle(.statesCounted(screen.query, CaseloadStates(counts)))
    return screen
  }

  @Test("under a tall list each state stands with its number and a bar, and can be read")
  func drawn() {
    let screen = counted([.overdue: 8, .noPlan: 1, .due: 29])
    let drawn = picture(of: screen, size: tall)
    #expect(drawn.contains(" BY STATE                          shown 38"))
    #expect(drawn.contains("   ! overdue, or no review date          8  ████████"))
    #expect(drawn.contains("   ! no plan                             1  █"))
    #expect(drawn.contains("   ~ due within 28d                     29  █████████████████████████████"))
    #expect(drawn.contains("     plan ended                          0"))
    let said = screen.outline().text
    #expect(said.contains("BY STATE, shown 38") && said.contains("! overdue, or no review date: 8"))
  }

  @Test("a terminal that is not tall has none, and nothing is counted for it") func low() {
    let screen = caseload(size: Size(columns: 120, rows: 30), of: 38)
    #expect(!picture(of: screen, size: Size(columns: 120, rows: 30)).contains("BY STATE"))
    #expect(screen.askStates.isEmpty)
  }

  @Test("no key that moves asks for counts; another query does, a moment later") func keys() {
    var screen = counted([.due: 38])
    for key in ["j", "k", "<pgdn>", "<pgup>", "<home>", "<end>"] {
      let steps = screen.press(key)
      #expect(!steps.contains { if case .later("states", _, _) = $0 { true } else { false } }, "\(key)")
    }
    let steps = screen.press("4")
    #expect(steps.contains(.later("states", seconds: 0.3, .countStates(screen.query))))
    #expect(picture(of: screen, size: tall).contains(" BY STATE                          counting"))
  }

  @Test("bars are in proportion where there are many, and nobody is nothing") func bars() {
    #expect(CaseloadScreen.bar(1, most: 1_000_000, columns: 30) == 1)
    #expect(CaseloadScreen.bar(1_000_000, most: 1_000_000, columns: 30) == 30)
    #expect(CaseloadScreen.bar(500_000, most: 1_000_000, columns: 30) == 15)
    #expect(CaseloadScreen.bar(0, most: 10, columns: 30) == 0)
    #expect(CaseloadScreen.bar(12, most: 29, columns: 30) == 12)
  }
}
