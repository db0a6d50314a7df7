import SafeText
import Testing

@Suite("Safe text") struct SafeTests {
  @Test(
    "what is shown for a text",
    arguments: [
      ("BEGUM, Rahela (Mrs)", "BEGUM, Rahela (Mrs)"),
      ("", ""),
      ("\u{1B}]0;owned\u{07}", "\u{FFFD}]0;owned\u{FFFD}"),
      ("\u{1B}[2J\u{1B}[31mnote", "\u{FFFD}[2J\u{FFFD}[31mnote"),
      ("\u{9B}31m\u{7F}\u{0}", "\u{FFFD}31m\u{FFFD}\u{FFFD}"),
      ("a\tb", "a b"),
      ("a\r\nb\nc\u{2028}d\u{2029}e", "a b c d e"),
      ("\u{202E}namhaR", "namhaR"),
      ("\u{2066}a\u{2069}\u{200E}\u{200F}\u{061C}b", "ab"),
      ("999\u{AD}012\u{FEFF}3012\u{2060}\u{200B}\u{180E}", "9990123012"),
      ("\u{26A0}\u{FE0F}", "\u{26A0}"),
      ("\u{1F469}\u{200D}\u{2695}\u{FE0F}", "\u{1F469}\u{2695}"),
      ("x\u{E0041}\u{E007F}y\u{FFF9}\u{FFFB}", "xy"),
      ("O'Brien-Ó Súilleabháin 山田 £½…─█", "O'Brien-Ó Súilleabháin 山田 £½…─█"),
    ])
  func shown(text: String, expected: String) {
    #expect(scalars(safe(text)) == scalars(expected))
  }

  @Test("joiners stay between Indic letters and nowhere else") func joiners() {
    let spelled = "\u{995}\u{9CD}\u{200D}\u{9B7} \u{9B0}\u{200D}\u{9CD}\u{9AF} \u{9A4}\u{9CD}\u{200D}"
    #expect(scalars(safe(spelled)) == scalars(spelled))
    #expect(scalars(safe("a\u{200D}b\u{200C}c")) == scalars("abc"))
    #expect(scalars(safe("\u{995}\u{200D}a")) == scalars("\u{995}a"))
  }

  @Test("noncharacters are replaced", arguments: [0xFFFE, 0xFFFF, 0xFDD0, 0xFDEF, 0x1FFFE, 0x10FFFF])
  func noncharacters(value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    #expect(safe(String(scalar)) == "\u{FFFD}")
  }

  @Test("newlines are kept where they are wanted") func newlines() {
    #expect(safe("a\r\nb\rc\nd\u{2029}e", keepingNewlines: true) == "a\nb\nc\nd\ne")
    #expect(safe("plain\ntext", keepingNewlines: true) == "plain\ntext")
  }

  @Test("a letter carries at most four marks") func marks() {
    let pile = "a" + String(repeating: "\u{301}", count: 5_000) + "b"
    #expect(scalars(safe(pile)) == scalars("a\u{301}\u{301}\u{301}\u{301}b"))
  }

  @Test("whatever comes, nothing that moves, hides or rings is shown", arguments: 0..<20)
  func fuzz(seed: UInt64) {
    var generator = Seeded(state: seed)
    for _ in 0..<200 {
      let text = Self.randomText(using: &generator)
      for keeping in [false, true] {
        let shown = safe(text, keepingNewlines: keeping)
        #expect(scalars(safe(shown, keepingNewlines: keeping)) == scalars(shown))
        var marks = 0
        for scalar in shown.unicodeScalars {
          let isNewline = keeping && scalar == "\n"
          #expect(scalar.properties.generalCategory != .control || isNewline)
          #expect(!scalar.properties.isBidiControl)
          #expect(!scalar.properties.isNoncharacterCodePoint)
          let isMark = [.nonspacingMark, .enclosingMark].contains(scalar.properties.generalCategory)
          marks = isMark ? marks + 1 : 0
          #expect(marks <= Sanitiser.mostMarks)
        }
      }
    }
  }

  private static func randomText(using generator: inout Seeded) -> String {
    let ranges: [ClosedRange<UInt32>] = [
      0x00...0xFF, 0x300...0x310, 0x980...0x9FF, 0x2000...0x206F, 0xFE00...0xFE0F, 0x1F440...0x1F4FF,
      0xE0000...0xE007F, 0xFDD0...0xFDEF, 0x4E00...0x4E20, 0x0...0x10FFFF,
    ]
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...30, using: &generator) {
      let range = ranges[Int.random(in: 0..<ranges.count, using: &generator)]
      if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) { text.append(scalar) }
    }
    return String(text)
  }

  private func scalars(_ text: String) -> [Unicode.Scalar] { Array(text.unicodeScalars) }
}

struct Seeded: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
