import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Plan editor") struct PlanEditorTests {
  @Test @MainActor func show() {
    var it = Driven(PlanFixture.editor())
    for size in [Size(columns: 80, rows: 22), Size(columns: 120, rows: 38), Size(columns: 60, rows: 16)] {
      it = Driven(PlanFixture.editor())
      print(picture(of: it.screen, size: size), "\n=====")
      it.press("<enter>")
      it.type("hello there")
      print(picture(of: it.screen, size: size), "\n=====")
      it.press("<esc> 3 j <enter> j j j j <enter>")
      it.type("31 nov<enter>".replacing("<enter>", with: "\n"))
      print(picture(of: it.screen, size: size, marks: true), "\n=====")
      it.press("<tab>")
      print(picture(of: it.screen, size: size), "\n=====")
      it.press("<esc> 0 j j j j j j j <enter>")
      print(picture(of: it.screen, size: size), "\n=====")
      it.press("<esc> <ctrl-s>")
      print(picture(of: it.screen, size: size), "\n=====")
      it.press("<ctrl-t>")
      print(picture(of: it.screen, size: size), "\n=====")
      it.press("<esc> 3 j <ctrl-x>")
      print(picture(of: it.screen, size: size), "\n=====")
      it.press("z n")
      print(picture(of: it.screen, size: size), "\n=====")
    }
    print(it.screen.outline().text)
  }
}
