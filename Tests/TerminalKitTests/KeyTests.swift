import TerminalKit
import Testing

@Suite("Keys") struct KeyTests {
  @Test("the notation reads as it is written") func parsing() {
    #expect(
      Keys.parse("j n <tab> <ctrl-s> <enter> <space> <") == [
        .character("j"), .character("n"), .tab, .control("s"), .enter, .character(" "), .character("<"),
      ])
    #expect(Keys.parse("gc<Esc>") == [.character("g"), .character("c"), .escape])
    #expect(Keys.parse("<nonsense>") == [.unknown])
    #expect(Keys.parse("রা é") == [.character("রা"), .character("é")])
    #expect(Key(notation: "<pgdn>") == .pageDown)
    #expect(Key(notation: "jk") == nil)
  }

  static let all: [Key] = [
    .character("j"), .character(" "), .character("<"), .character(">"), .control("s"), .enter, .escape, .tab,
    .backTab, .up, .down, .left, .right, .wordLeft, .wordRight, .pageUp, .pageDown, .home, .end, .backspace,
    .delete, .insert,
  ]

  @Test("every key reads back from its notation", arguments: all) func roundTrip(key: Key) {
    #expect(Keys.parse(key.notation) == [key])
    #expect(Keys.parse(Keys.notation(of: [key, .enter])) == [key, .enter])
    #expect(!key.displayName.isEmpty && key.displayName != "?")
  }

  @Test("hints show keys by the names on the keyboard") func display() {
    #expect(
      Keys.parse("<enter> <ctrl-s> <space> <pgdn> <shift-tab> ?").map(\.displayName) == [
        "Enter", "^S", "Space", "PgDn", "Shift-Tab", "?",
      ])
  }

  @Test("a text is typed key by key") func typing() {
    #expect(Keys.typing("a b\n") == [.character("a"), .character(" "), .character("b"), .enter])
  }
}

@Suite("Input decoder") struct InputDecoderTests {
  @Test("controls are keys") func controls() {
    #expect(
      decode("\r\n\t\u{1B}\u{7F}\u{8}\u{13}\u{1A}\u{0}\u{9B}é") == [
        .key(.enter), .key(.enter), .key(.tab), .key(.escape), .key(.backspace), .key(.backspace),
        .key(.control("s")), .key(.control("z")), .key(.unknown), .key(.unknown), .key(.character("é")),
      ])
  }

  @Test(
    "an unknown sequence is one unknown key and types nothing", arguments: ["[12;3R", "[I", "[1;3A", "OP", "[<0;1;1m"])
  func sequences(rest: String) {
    #expect(decode("\u{1B}" + rest + "x") == [.key(.unknown), .key(.character("x"))])
  }

  @Test("Esc typed before a letter or bracket is still Esc", arguments: ["j", "[", "[j", "O", "[["])
  func escapes(rest: String) {
    #expect(decode("\u{1B}" + rest) == [.key(.escape)] + rest.map { .key(.character($0)) })
  }

  @Test("a paste is one event, over batches, with plain line ends") func paste() {
    var decoder = InputDecoder()
    #expect(decoder.decode([.key(.up), .pasteBegins] + pieces("one\r\ntwo\r")) == [.key(.up)])
    #expect(
      decoder.decode(pieces("\u{1B}q ক্ষ") + [.pasteEnds] + pieces("x")) == [
        .paste("one\ntwo\n\u{1B}q ক্ষ"), .key(.character("x")),
      ])
  }

  @Test("Ctrl-C ends a paste whose end was lost") func lostEnd() {
    var decoder = InputDecoder()
    #expect(decoder.decode([.pasteBegins] + pieces("ab\u{3}j")) == [.paste("ab"), .key(.character("j"))])
  }

  private func pieces(_ text: String) -> [InputDecoder.Piece] { text.unicodeScalars.map { .scalar($0) } }

  private func decode(_ text: String) -> [TerminalEvent] {
    var decoder = InputDecoder()
    return decoder.decode(pieces(text))
  }
}

@Suite("Virtual terminal") @MainActor struct VirtualTerminalTests {
  @Test("keeps the last picture and hands events on in their batches") func events() {
    let terminal = VirtualTerminal(size: Size(columns: 10, rows: 2), charset: .ascii)
    var canvas = Canvas(terminal.size)
    canvas.rule(0)
    terminal.present(canvas.frame())
    #expect(terminal.lastFrame?.picture() == "----------")
    #expect(terminal.presentCount == 1)
    terminal.send("j <enter>")
    terminal.resize(to: Size(columns: 60, rows: 18))
    var batches: [[TerminalEvent]] = []
    terminal.listen { batches.append($0) }
    #expect(batches == [[.key(.character("j")), .key(.enter)], [.resized(Size(columns: 60, rows: 18))]])
  }
}
