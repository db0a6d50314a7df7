import Testing

@testable import TerminalKit

@Suite("Canvas") struct CanvasTests {
  @Test("a picture shows text, and meanings as marks") func picture() {
    var canvas = Canvas(Size(columns: 12, rows: 4))
    canvas.write("Caseload", at: 0, 0, as: .heading)
    canvas.write("91 Abara", at: 1, 1, width: 10, as: .selected)
    canvas.write("64 Ito", at: 1, 2)
    let frame = canvas.frame()
    let expected = """
      Caseload
      hhhhhhhh
       91 Abara
       ssssssssss
       64 Ito
      """
    #expect(PictureDifference(expected: expected, actual: frame, marks: true) == nil)
    #expect(frame.picture() == "Caseload\n 91 Abara\n 64 Ito")
  }

  @Test("what leaves the surface is not drawn, whatever its size", arguments: [(0, 0), (1, 1), (20, 4), (3, 30)])
  func clipping(columns: Int, rows: Int) {
    var canvas = Canvas(Size(columns: columns, rows: rows))
    for (column, row) in [(-3, 0), (0, -1), (columns - 1, rows - 1), (columns, rows), (0, 500), (1_000, 0)] {
      canvas.write("中文 abc e\u{301}", at: column, row)
      canvas.write("a long text to be cut", at: column, row, width: 5, cut: .mark)
      canvas.writeRight("中文", endingAt: column, row)
      canvas.box(at: column, row, columns: 9, rows: 3, title: "Title")
      canvas.fill(row)
      canvas.rule(row, from: column, to: column + 50)
      canvas.verticalRule(at: column, from: row, to: row + 50)
      canvas.paint(at: column, row, columns: 9, rows: 9, as: .urgent)
      canvas.placeCursor(at: column, row)
      canvas.inset(at: column, row, columns: 4, rows: 4) { inner in inner.write("中文中文", at: -1, 2) }
    }
    let frame = canvas.frame()
    #expect(frame.cells.count == columns * rows)
    if let cursor = frame.cursor {
      #expect((0..<columns).contains(cursor.column) && (0..<rows).contains(cursor.row))
    }
  }

  @Test("H12: text that does not fit ends with >>") func cutMark() {
    var canvas = Canvas(Size(columns: 10, rows: 3))
    canvas.write("Do not give penicillin", at: 0, 0, cut: .mark)
    canvas.write("中文中文", at: 0, 1, width: 5, as: .strong, cut: .mark)
    canvas.write("fits", at: 0, 2, width: 4, cut: .mark)
    let frame = canvas.frame()
    #expect(frame.picture() == "Do not g>>\n中 >>\nfits")
    #expect(frame.marks(ofRow: 1) == "bbbbb")
  }

  @Test("H12: a wrapped text with too many rows ends with >>") func wrappedMark() {
    var canvas = Canvas(Size(columns: 12, rows: 3))
    let used = canvas.writeWrapped("Sit up. Blue inhaler, 4 puffs. Ring rapid response", at: 0, 0, columns: 12, rows: 2)
    #expect(used == 2)
    #expect(canvas.frame().picture() == "Sit up. Blue\ninhaler, >>")
  }

  @Test("half a wide character is never left over") func wideCharacters() {
    var canvas = Canvas(Size(columns: 6, rows: 4))
    canvas.write("中文", at: 0, 0)
    canvas.write("x", at: 1, 0)
    canvas.write("中文", at: 0, 1)
    canvas.write("x", at: 0, 1)
    canvas.write("中文", at: 0, 2)
    canvas.write("山", at: 1, 2)
    canvas.write("abcde中", at: 0, 3)
    let frame = canvas.frame()
    #expect(frame.picture() == " x文\nx 文\n 山\nabcde")
    for row in 0..<4 {
      for column in 0..<6 where frame[column, row].isTrailingHalf {
        #expect(frame[column - 1, row].base.terminalColumns == 2)
      }
    }
  }

  @Test("an inset counts from its own corner and clips at its own edge") func inset() {
    var canvas = Canvas(Size(columns: 10, rows: 4))
    canvas.inset(at: 2, 1, columns: 5, rows: 2) { area in
      #expect(area.size == Size(columns: 5, rows: 2))
      area.write("abcdefgh", at: 0, 0)
      area.rule(1)
      area.write("hidden", at: 0, 2)
      area.inset(at: 3, 1, columns: 9, rows: 9) { $0.write("xyz", at: 0, 0) }
    }
    #expect(canvas.size == Size(columns: 10, rows: 4))
    #expect(canvas.frame().picture() == "\n  abcde\n  ───xy")
  }

  @Test("nothing reaches a picture unsanitised") func sanitised() {
    var canvas = Canvas(Size(columns: 20, rows: 2))
    canvas.write("\u{1B}[31m\u{202E}a\nb\u{9B}", at: 0, 0)
    #expect(canvas.frame().picture() == "\u{FFFD}[31ma b\u{FFFD}")
  }

  @Test("a cell holds a base and four marks in sixteen bytes") func cell() {
    var cell = Cell("\u{10FFFD}", as: .match)
    for mark in ["\u{301}", "\u{E01EF}", "\u{10FFFC}", "\u{302}"] as [Unicode.Scalar] { cell.add(mark) }
    let hadRoom = cell.add("\u{303}")
    #expect(!hadRoom)
    #expect(cell.base == "\u{10FFFD}" && cell.role == .match && !cell.isTrailingHalf)
    #expect(cell.followers == ["\u{301}", "\u{E01EF}", "\u{10FFFC}", "\u{302}"])
    #expect(MemoryLayout<Cell>.stride == 16)
  }

  @Test("in ASCII, lines and bars keep their columns and names keep their letters") func ascii() {
    var canvas = Canvas(Size(columns: 24, rows: 3))
    canvas.box(at: 0, 0, columns: 24, rows: 3)
    canvas.write("রাহেলা é ██░ ▁▇ • …", at: 1, 1)
    let frame = canvas.frame().drawn(with: .ascii)
    #expect(frame.picture() == "+----------------------+\n|রাহেলা é ##. -# * .   |\n+----------------------+")
  }

  @Test("no two roles share a mark") func marks() {
    #expect(Set(Role.allCases.map(\.mark)).count == Role.allCases.count)
  }

  @Test("a difference stars the rows that differ and gives the picture to paste") func difference() throws {
    var canvas = Canvas(Size(columns: 10, rows: 2))
    canvas.write("same", at: 0, 0)
    canvas.write("Ito 山", at: 0, 1)
    let difference = try #require(PictureDifference(expected: "same\nIto", actual: canvas.frame()))
    #expect(
      difference.description == """
        The picture is not as expected.
                 |same
        *expected|Ito
        *actual  |Ito 山·
        Ready to paste:
        \"""
        same
        Ito 山
        \"""
        """)
  }
}
