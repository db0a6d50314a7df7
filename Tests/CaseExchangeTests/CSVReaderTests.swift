import CaseExchange
import CaseModel
import Testing

/// All records of a text, cut into pieces of a size so that every seam is tried.
func records(_ bytes: [UInt8], piece: Int = .max, undoesGuard: Bool = false) throws -> [CSVRecord] {
  let source = FileBytes { () throws(Problem) -> Chunks in
    var at = 0
    return { () throws(Problem) -> [UInt8]? in
      guard at < bytes.count else { return nil }
      let end = piece == .max ? bytes.count : min(at + piece, bytes.count)
      defer { at = end }
      return Array(bytes[at..<end])
    }
  }
  var reader = try CSVReader(source, undoesGuard: undoesGuard)
  var all = [CSVRecord]()
  while let record = try reader.nextRecord() { all.append(record) }
  return all
}

func cells(_ text: String, piece: Int = .max) throws -> [[String]] {
  try records(Array(text.utf8), piece: piece).map(\.cells)
}

func refusal(_ bytes: [UInt8], piece: Int = .max) -> FileFault? {
  do {
    _ = try records(bytes, piece: piece)
    return nil
  } catch let refusal as FileRefusal {
    return refusal.faults.first
  } catch {
    return nil
  }
}

@Suite("CSV reader")
struct CSVReaderTests {
  @Test(
    "RFC 4180, with the cases that other readers get wrong",
    arguments: [
      ("a,b\r\nc,d\r\n", [["a", "b"], ["c", "d"]]),
      ("a,b\nc,d", [["a", "b"], ["c", "d"]]),
      ("a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
      ("\u{FEFF}a,b\r\n", [["a", "b"]]),
      ("\"x\",\"\"", [["x", ""]]),
      ("\"\"", [[""]]),
      ("a\n\"\"\n", [["a"], [""]]),
      ("\"a\nb\",c", [["a\nb", "c"]]),
      ("\"a\r\nb\",c", [["a\r\nb", "c"]]),
      ("\"a\"\"b\",\"\"\"\"", [["a\"b", "\""]]),
      ("\"a,b\",c", [["a,b", "c"]]),
      ("a,\u{301}b", [["a", "\u{301}b"]]),
      ("a,", [["a", ""]]),
      (",\n,", [["", ""], ["", ""]]),
      ("a\n\n\r\n\rb", [["a"], ["b"]]),
      ("5' 6\",tall", [["5' 6\"", "tall"]]),
      ("", []), ("\u{FEFF}", []), ("\n\n\n", []),
    ] as [(String, [[String]])])
  func rfc4180(text: String, expected: [[String]]) throws {
    for piece in [1, 2, 3, 5, .max] { #expect(try cells(text, piece: piece) == expected) }
  }

  @Test("Records know their line and their text as it came")
  func linesAndRaw() throws {
    let found = try records(Array("h\n\n\"a\nb\", x \r\n\rlast".utf8))
    #expect(found.map(\.line) == [1, 3, 6])
    #expect(found.map(\.raw) == ["h", "\"a\nb\", x ", "last"])
  }

  @Test("Blank lines and lone returns are counted")
  func counted() throws {
    var reader = try CSVReader(FileBytes("a\n\n\r\nb\rc\r\n\r"))
    while try reader.nextRecord() != nil {}
    #expect(reader.blankLines == 3)
    #expect(reader.loneReturns == 2)
  }

  @Test("UTF-16 and UTF-32 are refused by name, with a byte-order mark and without")
  func wide() {
    for piece in [1, 3, .max] {
      #expect(refusal([0xFF, 0xFE, 0x61, 0], piece: piece)?.kind == .utf16)
      #expect(
        refusal([0xFF, 0xFE, 0x61, 0], piece: piece)?.message.hasPrefix("Line 1, column 1: From byte 0 on") == true)
      #expect(refusal([0xFE, 0xFF, 0, 0x61], piece: piece)?.kind == .utf16)
      #expect(refusal([0x61, 0, 0x62, 0], piece: piece)?.kind == .utf16)
      #expect(refusal([0, 0x61, 0, 0x62], piece: piece)?.kind == .utf16)
      #expect(refusal([0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0], piece: piece)?.kind == .utf32)
    }
  }

  @Test(
    "Bytes that are not UTF-8 are refused with byte, line and column",
    arguments: [
      [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x80], [0xE9], [0xE0, 0x80, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xE2, 0x82],
    ] as [[UInt8]])
  func notUTF8(bad: [UInt8]) {
    let before = Array("name\r\n\"é\nব".utf8)
    for piece in [1, 4, .max] {
      let fault = refusal(before + bad + Array("\"\nx\n".utf8), piece: piece)
      #expect(fault?.kind == .invalidUTF8(byte: bad[0]))
      #expect(fault?.byte == before.count)
      #expect(fault?.line == 3)
      #expect(fault?.column == 2)
    }
  }

  @Test("A NUL is refused with its place")
  func nul() {
    let fault = refusal(Array("name,x\nab,é\0c\n".utf8))
    #expect(fault == FileFault(.nul, line: 2, column: 5, byte: 12))
  }

  @Test("A quotation mark that never closes refuses the file and names the place where it opens")
  func unterminated() {
    for piece in [1, 7, .max] {
      let fault = refusal(Array("a,b\nc,d\né,\"open\n1,2\n3,4\n".utf8), piece: piece)
      #expect(fault == FileFault(.unterminatedQuote, line: 3, column: 3, byte: 11))
    }
  }

  @Test("Text after a closing quotation mark is a fault of its line only")
  func textAfterQuote() throws {
    let found = try records(Array("a,b\n\"c\"x\"y,d\ne,f".utf8))
    #expect(found.map(\.cells) == [["a", "b"], ["cx\"y", "d"], ["e", "f"]])
    #expect(found[1].faults == [FileFault(.textAfterQuote, line: 2, column: 4, byte: 7)])
    #expect(found[0].faults.isEmpty && found[2].faults.isEmpty)
  }

  @Test("A cell of 100,000 characters is read, one more is a fault, and lines after it are read")
  func longCell() throws {
    let most = String(repeating: "é", count: CSVReader.cellLimit)
    let found = try records(Array("\(most)\n\(most)x\nnext".utf8), piece: 4096)
    #expect(found.map { $0.faults.map(\.kind) } == [[], [.cellTooLong], []])
    #expect(found[0].cells == [most])
    #expect(found[2].cells == ["next"])
  }

  @Test("A line of 10 MB is one fault, its first bytes are kept, and reading goes on", arguments: [1 << 16, .max])
  func longLine(piece: Int) throws {
    for filler in ["x", ",", "\"\""] {
      let long = Array(String(repeating: filler, count: 10_000_000 / filler.utf8.count).utf8)
      let found = try records(Array("a\n".utf8) + long + Array("\nb\n".utf8), piece: piece)
      #expect(found.map(\.line) == [1, 2, 3])
      #expect(found[1].faults.map(\.kind) == [.recordTooLong])
      #expect(found[1].raw.utf8.count == 1000)
      #expect(found[2].cells == ["b"])
    }
  }

  @Test("A million empty lines are skipped")
  func emptyLines() throws {
    let text = "a\n" + String(repeating: "\n", count: 1_000_000) + "b"
    let found = try records(Array(text.utf8), piece: 1 << 16)
    #expect(found.map(\.line) == [1, 1_000_002])
  }

  @Test("An error of the system is told as it is")
  func unreadable() throws {
    let problem = Problem("Nothing was imported.", because: "The disk is gone.", try: "Put it back.")
    let source = FileBytes { () throws(Problem) -> Chunks in
      { () throws(Problem) -> [UInt8]? in throw problem }
    }
    var reader = try CSVReader(source)
    #expect(throws: FileRefusal([FileFault(.unreadable(problem), line: 1)])) { try reader.nextRecord() }
  }
}
