import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@MainActor struct PersonTests {
  func screen(_ record: PersonRecord = Rahela.record, size: Size = Size(columns: 80, rows: 22)) -> PersonScreen {
    var screen = PersonScreen(ID("p1"), trail: nil).placed(size: size)
    _ = screen.handle(.loaded(record))
    return screen
  }

  @Test("the single view at 80 by 24")
  func view80() {
    let drawn = picture(of: screen())
    print(drawn)
    #expect(drawn.contains("[1] GP Care Group, GP federation"))
    #expect(unread(drawn, in: screen().outline()) == [])
  }

  @Test("the single view at 120 by 40")
  func view120() {
    let size = Size(columns: 120, rows: 38)
    let drawn = picture(of: screen(size: size), size: size, marks: false)
    print(drawn)
    #expect(unread(drawn, in: screen(size: size).outline()) == [])
  }

  @Test("the single view at 60 by 18 scrolls")
  func view60() {
    let size = Size(columns: 60, rows: 16)
    let drawn = picture(of: screen(size: size), size: size)
    print(drawn)
    print(screen().outline().text)
  }
}
