import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Messages") @MainActor struct MessagesTests {
  private var said: [Message] {
    [
      Message("1 person is marked.", at: tuesday),
      Message(
        "Nothing was saved. The disk is full. Make room and press Ctrl-S again; nothing of what you typed is lost.",
        at: tuesday + 60, weight: .problem),
    ]
  }

  private func messages(_ said: [Message]) -> MessagesScreen {
    var screen = MessagesScreen(said)
    screen.around = surroundings()
    _ = screen.fit(Size(columns: 80, rows: 22))
    return screen
  }

  @Test("newest first, with times, problems marked by a word, none cut") func picture80() {
    #expect(
      picture(of: messages(said), around: surroundings(), marks: true) == """
         MDT > Messages  2 messages of this session       R. Khan  Tue 05-Jan-2016 09:42
         hhhhhhhhhhhhhh                                   bbbbbbb
        ────────────────────────────────────────────────────────────────────────────────
        --------------------------------------------------------------------------------
        >  05-Jan-2016 09:43 ! Problem: Nothing was saved. The disk is full. Make room
        ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss
                             and press Ctrl-S again; nothing of what you typed is lost.
        ssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssssss
           05-Jan-2016 09:42 1 person is marked.
           mmmmmmmmmmmmmmmmm
        """)
  }

  @Test("nothing said yet says what will be here")
  func empty() {
    let screen = messages([])
    #expect(picture(of: screen, around: surroundings()).contains("Nothing has been said in this session yet."))
    #expect(MessagesScreen.commands.allSatisfy { $0.unavailable(screen) != nil })
  }

  @Test("a long history scrolls to what is selected, and every word of it can be read")
  func long() {
    var screen = messages((0..<100).map { Message("Said number \($0).", at: tuesday + $0 * 60) })
    _ = screen.handle(.endPressed)
    #expect(picture(of: screen, around: surroundings()).contains("Said number 0."))
    _ = screen.handle(.homePressed)
    #expect(picture(of: screen, around: surroundings()).contains(">  05-Jan-2016 11:21 Said number 99."))
    #expect(unread(picture(of: screen, around: surroundings()), in: screen.outline()) == [])
  }
}
