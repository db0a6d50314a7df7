import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Help") @MainActor struct HelpTests {
  private func entry(_ keys: String, _ name: String, _ help: String, why: String? = nil, everywhere: Bool = false)
    -> CommandEntry
  {
    CommandEntry(
      id: commandID(name), keys: Keys.parse(keys), name: name, help: help, hint: nil, unavailable: why,
      isEverywhere: everywhere)
  }

  private var entries: [CommandEntry] {
    [
      entry("<enter>", "Open", "Opens the record of the selected person."),
      entry("<space>", "Mark", "Marks the selected person with *, or takes the mark away."),
      entry("e", "Edit plan", "Edits the care plan of the selected person.", why: "This session is read-only."),
      entry("<down> j", "Next", "Selects the next person."),
      entry("?", "Help", "Lists what can be done here; what you pick is done.", everywhere: true),
      entry("u", "Undo", "Takes back your last change to the records.", everywhere: true),
    ]
  }

  private func help(_ size: Size = Size(columns: 80, rows: 22), isPalette: Bool = false) -> HelpScreen {
    var screen = HelpScreen(HelpSubject(screen: "Caseload", entries: entries, isPalette: isPalette))
    screen.around = surroundings()
    _ = screen.fit(size)
    return screen
  }

  private func typed(_ text: String, into screen: inout HelpScreen) {
    for key in Keys.typing(text) { if let event = screen.event(for: .key(key)) { _ = screen.handle(event) } }
  }

  @Test("Enter does what is selected on the screen beneath")
  func runs() {
    var screen = help()
    #expect(screen.handle(.runPressed) == [.runBeneath("open")])
    _ = screen.handle(.moved(1))
    #expect(screen.handle(.runPressed) == [.runBeneath("mark")])
  }

  @Test("what cannot be done now is listed with its reason, and is not run")
  func unavailable() {
    var screen = help()
    _ = screen.handle(.moved(2))
    #expect(screen.handle(.runPressed) == [.say("This session is read-only.")])
    let drawn = picture(of: screen, around: surroundings())
    #expect(drawn.contains("Edit plan (not now)"))
    #expect(drawn.contains("Edits the care plan of the selected person.  Not now: This session is"))
  }

  @Test("typing finds commands by their name first, then by what they do; nothing found says what to press")
  func searching() {
    var screen = help()
    typed("pla", into: &screen)
    #expect(screen.entries.map(\.name) == ["Edit plan"])
    screen = help()
    typed("person", into: &screen)
    #expect(screen.entries.map(\.name) == ["Open", "Mark", "Edit plan", "Next"])
    screen = help()
    typed("sel ma", into: &screen)
    #expect(screen.entries.map(\.name) == ["Mark"])
    typed("zz", into: &screen)
    #expect(screen.handle(.runPressed).isEmpty)
    #expect(picture(of: screen, around: surroundings()).contains("^U lists all of them."))
    _ = screen.handle(.cleared)
    #expect(screen.entries.count == 6)
  }

  @Test("Tab goes over to the other column on the same row, and back")
  func columns() {
    var screen = help()
    _ = screen.handle(.moved(1))
    _ = screen.handle(.columnMoved(1))
    #expect(screen.selected?.name == "Undo")
    _ = screen.handle(.columnMoved(1))
    #expect(screen.selected?.name == "Mark")
    var wide = help(Size(columns: 120, rows: 38))
    #expect(wide.columns.count == 3)
    _ = wide.handle(.columnMoved(-1))
    #expect(wide.selected?.name == "Help")
  }

  @Test("every command can be reached by moving on, and is then in sight", arguments: [60, 80, 120])
  func reachable(columns: Int) {
    let size = Size(columns: columns, rows: 16)
    let subject = HelpSubject(
      screen: "Caseload",
      entries: CaseloadScreen.commands.map { entry("x", $0.name, $0.help) }, isPalette: true)
    var screen = HelpScreen(subject)
    _ = screen.fit(size)
    for index in subject.entries.indices {
      #expect(screen.selection == index)
      #expect(picture(of: screen, size: size).contains("\n>") || picture(of: screen, size: size).contains(" >  x"))
      _ = screen.handle(.moved(1))
    }
  }

  @Test("mock-up 11 at 80 by 24") func picture80() {
    var screen = help()
    _ = screen.handle(.moved(2))
    #expect(
      picture(of: screen, around: surroundings(), marks: true) == """
         MDT > Help for Caseload                                             Esc closes
         hhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhhh  mmmmmmmmmm
         Type to find a command  [                                        ]
         llllllllllllllllllllll  kffffffffffffffffffffffffffffffffffffffffk
        ────────────────────────────────────────────────────────────────────────────────
        --------------------------------------------------------------------------------
         ON THIS SCREEN                          EVERYWHERE
         hhhhhhhhhhhhhh                          hhhhhhhhhh
           Enter     Open                          ?         Help
           kkkkk                                   k
           Space     Mark                          u         Undo
           kkkkk                                   k
        >  e         Edit plan (not now)
        sssssssssssssssssssssssssssssssssssssss
           Down j    Next
           kkkkkk






        ────────────────────────────────────────────────────────────────────────────────
        --------------------------------------------------------------------------------
         Edits the care plan of the selected person.  Not now: This session is
         read-only.

         ! act now   ~ soon   + new   = done   * marked   [=] similar name
         mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm
         Every mark sits beside a word.  Colour is never the only sign.
         mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm
         In a text box letters type.  Use Tab next, Esc leave, ^G this help.
         mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm
         Screen reader?  Start with  mdt --linear
         mmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmmm
        """)
  }

  @Test("what is seen can be read", arguments: [60, 80, 120])
  func readable(columns: Int) {
    let size = Size(columns: columns, rows: columns == 60 ? 16 : columns == 80 ? 22 : 38)
    for text in ["", "per"] {
      var screen = help(size)
      typed(text, into: &screen)
      #expect(unread(picture(of: screen, size: size), in: screen.outline()) == [])
    }
  }

  @Test("linear: a number does it, new-search asks for a word")
  func linear() {
    var screen = help()
    #expect(screen.event(forChoice: 6).map { screen.handle($0) } == [.runBeneath("undo")])
    _ = screen.handle(.cleared)
    #expect(screen.outline().prompt != nil)
    _ = screen.event(forAnswer: "mark").map { screen.handle($0) }
    #expect(screen.outline().prompt == nil)
    #expect(screen.outline().choiceCount == 1)
  }
}
