import Testing

@testable import TerminalKit

@Suite("Text editor") struct TextEditorTests {
  @Test("Bengali is typed and mended letter by letter") func bengali() {
    var editor = TextEditor()
    for scalar in "ক্ষ রাহেলা é中".unicodeScalars { _ = editor.handle(.character(Character(scalar))) }
    #expect(scalars(editor.content) == scalars("ক্ষ রাহেলা é中"))
    for _ in 0..<3 { editor.backspace() }
    #expect(scalars(editor.content) == scalars("ক্ষ রাহেলা"))
    editor.backspace()
    #expect(scalars(editor.content) == scalars("ক্ষ রাহেল"))
    editor.caret = 0
    editor.delete()
    #expect(scalars(editor.content) == scalars(" রাহেল"))
  }

  @Test("Backspace takes the mark typed last, Delete the whole character") func marks() {
    var editor = TextEditor("xe\u{301}")
    editor.backspace()
    #expect(editor.content == "xe")
    editor = TextEditor("xe\u{301}y")
    editor.caret = 1
    editor.delete()
    #expect(editor.content == "xy" && editor.caret == 1)
  }

  @Test("a paste is one change, with line ends made equal and controls left out") func paste() {
    var editor = TextEditor("ab")
    editor.caret = 1
    editor.paste("1\r\n2\r3\n\t\u{1B}[31m")
    #expect(editor.content == "a1\n2\n3\n [31mb")
    #expect(editor.undo() == .changed)
    #expect(editor.content == "ab" && editor.caret == 1)
    var line = TextEditor(isSingleLine: true)
    line.paste("one\r\ntwo\n")
    #expect(line.content == "one two ")
    #expect(line.handle(.enter) == .ignored)
  }

  @Test("a text too long for the box is refused with a reason, and nothing is lost") func limit() {
    var editor = TextEditor("abc", limit: 4)
    #expect(editor.insert("d") == .changed)
    #expect(editor.insert("e") == .refused("This box takes 4 characters; with this there would be 5."))
    #expect(editor.paste("more") != .changed)
    #expect(editor.content == "abcd")
    #expect(editor.insert("\u{301}") == .changed)
    var over = TextEditor("abcdef", limit: 4)
    #expect(over.backspace() == .changed)
    #expect(over.content == "abcde")
  }

  @Test("typing is undone word by word, and done again") func undo() {
    var editor = TextEditor()
    for character in "two words" { editor.insert(String(character)) }
    editor.undo()
    #expect(editor.content == "two ")
    editor.undo()
    #expect(editor.content == "")
    #expect(editor.undo() == .refused("There is nothing to undo."))
    editor.redo()
    editor.redo()
    #expect(editor.content == "two words" && editor.caret == 9)
    #expect(editor.redo() == .refused("There is nothing to redo."))
  }

  @Test("words and lines are moved over and taken") func words() {
    var editor = TextEditor("walk to the mosque\nsecond line")
    #expect(editor.handle(.control("w")) == .changed)
    #expect(editor.content == "walk to the mosque\nsecond ")
    #expect(editor.handle(.control("u")) == .changed)
    #expect(editor.content == "walk to the mosque\n")
    #expect(editor.handle(.wordLeft) == .moved)
    #expect(editor.caret == 12)
    #expect(editor.handle(.wordRight) == .moved)
    #expect(editor.caret == 18)
    #expect(editor.handle(.control("s")) == .ignored)
  }

  @Test("up and down keep their column over short rows and wrapped ones") func upDown() {
    var editor = TextEditor("abcdefgh\nxy\nabcdefgh ijkl")
    editor.fit(columns: 11, rows: 3)
    editor.caret = 6
    _ = editor.handle(.down)
    #expect(editor.caret == 11)
    _ = editor.handle(.down)
    #expect(editor.caret == 18)
    _ = editor.handle(.down)
    #expect(editor.caret == 25)
    _ = editor.handle(.up)
    _ = editor.handle(.up)
    _ = editor.handle(.up)
    #expect(editor.caret == 6)
    #expect(editor.handle(.up) == .moved)
    _ = editor.handle(.end)
    #expect(editor.caret == 8)
    _ = editor.handle(.home)
    #expect(editor.caret == 0)
  }

  @Test("the box shows the rows round the caret, and the cursor where it types") func drawing() {
    var editor = TextEditor("one two three four five")
    editor.fit(columns: 10, rows: 2)
    var canvas = Canvas(Size(columns: 12, rows: 4))
    editor.draw(on: &canvas, at: 1, 1, isFocused: true)
    let frame = canvas.frame()
    #expect(frame.picture() == "\n three\n four five")
    #expect(frame.cursor == Point(column: 10, row: 2))
    #expect(frame.marks(ofRow: 1) == " FFFFFFFFFF")

    var line = TextEditor("a long line of text", isSingleLine: true)
    line.fit(columns: 8)
    var other = Canvas(Size(columns: 10, rows: 1))
    line.draw(on: &other, at: 1, 0, isFocused: true)
    let shown = other.frame()
    #expect(shown.picture() == " of text")
    #expect(shown.cursor == Point(column: 8, row: 0))
  }

  @Test("a box that grows shows the rows that were scrolled away") func growing() {
    var editor = TextEditor("")
    editor.fit(columns: 10, rows: 2)
    editor.paste("one\ntwo\nthree\n")
    editor.fit(columns: 10, rows: 5)
    var canvas = Canvas(Size(columns: 10, rows: 5))
    editor.draw(on: &canvas, at: 0, 0, isFocused: true)
    #expect(canvas.frame().picture().hasPrefix("one"))
  }

  @Test("nothing that is typed, moved or taken damages a text", arguments: 0..<30)
  func model(seed: UInt64) {
    var generator = Seeded(state: seed)
    var editor = TextEditor()
    var model: [Unicode.Scalar] = []
    let pieces = ["a", " ", "\n", "ক", "্", "ষ", "া", "\u{200D}", "e", "\u{301}", "中", "👍🏽", "\u{202E}", "রাহেলা"]
    for _ in 0..<300 {
      editor.fit(columns: Int.random(in: 1...20, using: &generator), rows: Int.random(in: 1...4, using: &generator))
      let offset = editor.offset
      switch Int.random(in: 0..<12, using: &generator) {
      case 0..<6:
        let piece = pieces.randomElement(using: &generator) ?? ""
        editor.insert(piece)
        model.insert(contentsOf: piece.unicodeScalars, at: offset)
      case 6:
        editor.backspace()
        if offset > 0 { model.remove(at: offset - 1) }
      case 7:
        let tail = String(String.UnicodeScalarView(model[offset...]))
        editor.delete()
        model.removeSubrange(offset..<(offset + (tail.first?.unicodeScalars.count ?? 0)))
      case 8:
        let before = scalars(editor.content)
        if editor.undo() == .changed { editor.redo() }
        #expect(scalars(editor.content) == before)
      default:
        let key = [Key.left, .right, .up, .down, .home, .end, .wordLeft, .wordRight].randomElement(using: &generator)
        #expect(editor.handle(key ?? .left) == .moved)
      }
      #expect(scalars(editor.content) == model)
      #expect((0...model.count).contains(editor.offset))
      checkDrawing(of: editor)
    }
  }

  private func checkDrawing(of editor: TextEditor) {
    var canvas = Canvas(editor.area)
    editor.draw(on: &canvas, at: 0, 0, isFocused: true)
    #expect(canvas.frame().cursor != nil)
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}
