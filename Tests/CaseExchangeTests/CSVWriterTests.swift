import CaseExchange
import CaseModel
import Testing

/// SplitMix64, for property tests that fail the same way twice.
struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Pieces that cells are made of when one looks for trouble.
private let pieces = [
  "a", "b", " ", ",", "\"", "\r", "\n", "\r\n", "'", "=", "+", "-", "@", "\t", "é", "e\u{301}", "বেগম", "👩‍👧", "\u{FEFF}",
  "1", "\u{A0}", "\u{FF1D}", "\u{200B}", ";", "\\",
]

private func cell(_ random: inout Seeded) -> String {
  (0..<Int.random(in: 0...6, using: &random)).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
}

private func scalars(_ rows: [[String]]) -> [[[UInt32]]] { rows.map { $0.map { $0.unicodeScalars.map(\.value) } } }

@Suite("CSV writer")
struct CSVWriterTests {
  @Test("Cells with commas, quotation marks, line ends and spaces at an end are quoted")
  func quoting() {
    let writer = CSVWriter(lineEnd: .lf)
    #expect(writer.record(["a", "b,c", "d\"e", "f\ng", " h"]) == "a,\"b,c\",\"d\"\"e\",\"f\ng\",\" h\"\n")
    #expect(writer.record([""]) == "\"\"\n")
    #expect(CSVWriter().record(["", ""]) == ",\r\n")
  }

  @Test(
    "Promise 20: a cell that a spreadsheet would run gets an apostrophe",
    arguments: [
      "=HYPERLINK(\"http://x\",\"y\")", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\nx", " =1", "  +1", "\u{A0}=1", "'=1",
      "''=1", "\u{FF1D}1", "\u{FEFF}=1",
    ])
  func formulas(text: String) {
    #expect(FormulaGuard.isNeeded(by: text))
    #expect(FormulaGuard.guarded(text) == "'" + text)
    #expect(Array(FormulaGuard.unguarded("'" + text).unicodeScalars) == Array(text.unicodeScalars))
  }

  @Test(
    "A cell that is no formula stays as it is", arguments: ["", "a=1", "'t Hooft", "'", "O'Brien", "1-2", "(=)", "' x"])
  func noFormula(text: String) {
    #expect(FormulaGuard.guarded(text) == text)
    #expect(FormulaGuard.unguarded(text) == text)
  }

  @Test("Promise 20: what is written is read back the same, in pieces of any size", arguments: 1...40)
  func roundTrip(seed: UInt64) throws {
    var random = Seeded(state: seed)
    let width = Int.random(in: 1...5, using: &random)
    let table = (0..<50).map { _ in (0..<width).map { _ in cell(&random) } }
    for lineEnd in [CSVWriter.LineEnd.crlf, .lf] {
      let writer = CSVWriter(lineEnd: lineEnd)
      let bytes = Array(table.map(writer.record).joined().utf8)
      for piece in [1, Int.random(in: 2...40, using: &random), .max] {
        let found = try records(bytes, piece: piece, undoesGuard: true)
        // A byte-order mark that stands first in the file is none of the first cell's.
        if table[0][0].unicodeScalars.first == "\u{FEFF}" { continue }
        #expect(scalars(found.map(\.cells)) == scalars(table))
        #expect(found.allSatisfy { $0.faults.isEmpty })
      }
    }
  }

  @Test("No cell that is written is a formula", arguments: 1...20)
  func never(seed: UInt64) throws {
    var random = Seeded(state: seed)
    for _ in 0..<500 {
      let text = CSVWriter(lineEnd: .lf).record([cell(&random), "x"])
      let read = try #require(try records(Array(text.utf8)).first?.cells.first)
      let first = read.unicodeScalars.first { !$0.properties.isWhitespace && $0.value != 0xFEFF && $0.value != 0x200B }
      #expect(
        !["=", "+", "-", "@", "\u{FF1D}"].contains(first) && !["\t", "\r", "\n"].contains(read.unicodeScalars.first))
    }
  }

  @Test("Any bytes in pieces of any size: the same records or the same refusal", arguments: 1...200)
  func seams(seed: UInt64) {
    var random = Seeded(state: seed)
    let alphabet: [UInt8] = [0x22, 0x22, 0x2C, 0x2C, 0x0A, 0x0D, 0x61, 0x62, 0xC3, 0xA9, 0xEF, 0xBB, 0xBF, 0x20, 0]
    let zero = seed % 4 == 0 ? 0 : 1
    let bytes = (0..<Int.random(in: 0...60, using: &random)).map { _ in
      alphabet.dropLast(zero).randomElement(using: &random) ?? 0x61
    }
    let whole = Result { try records(bytes) }
    for piece in [1, 2, 3, 7] {
      let cut = Result { try records(bytes, piece: piece) }
      switch (whole, cut) {
      case (.success(let one), .success(let other)): #expect(one == other)
      case (.failure(let one as FileRefusal), .failure(let other as FileRefusal)): #expect(one == other)
      default: Issue.record("\(bytes): whole \(whole), in pieces of \(piece) \(cut)")
      }
    }
  }
}
