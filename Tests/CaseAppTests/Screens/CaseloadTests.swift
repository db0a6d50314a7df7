import CaseModel
import CaseTesting
import Testing
import TerminalKit

@testable import CaseApp

@Suite("Caseload") @MainActor struct CaseloadTests {
  @Test("pictures") func pictures() {
    var s = caseload(of: 38)
    _ = s.press("2")
    _ = s.arrive(mockPeople, of: 38)
    _ = s.press("j j <space>")
    for size in [Size(columns: 80, rows: 22), Size(columns: 60, rows: 16), Size(columns: 120, rows: 38)] {
      print(picture(of: s, size: size, around: surroundings(), marks: size.columns == 80))
      print("=====")
    }
    print(s.outline().text)
    _ = s.press("v"); print(picture(of: s, around: surroundings(practice: true)))
    _ = s.press("<esc> s"); print(picture(of: s, around: surroundings()))
    _ = s.press("<esc> /"); _ = s.type("risk>x"); print(picture(of: s, around: surroundings(), marks: true))
  }
}
