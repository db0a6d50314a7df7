import Testing

@testable import TerminalKit

@Suite("Text width") struct TextWidthTests {
  @Test(
    "a text takes the columns a terminal gives it",
    arguments: [
      ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("ক্ষ", 2), ("ক্ষ্ম", 3), ("স্ত্রী", 4), ("বাংলা", 5),
      ("রাহেলা বেগম", 11), ("中文", 4), ("👍🏽", 4), ("⚠\u{FE0F}", 1), ("▁▂█─│●✓£½…⣿", 11), ("\u{1B}[0m", 4),
      ("\u{301}a", 2), ("a\tb", 3), ("\u{202E}ab", 2), ("a" + String(repeating: "\u{301}", count: 5_000), 1),
    ])
  func widths(text: String, columns: Int) {
    #expect(TextWidth.width(of: text) == columns)
  }

  @Test("a beginning never cuts through a wide character") func prefix() {
    #expect(TextWidth.prefix(of: "a中文", fitting: 2) == "a")
    #expect(TextWidth.prefix(of: "a中文", fitting: 3) == "a中")
    #expect(TextWidth.prefix(of: "e\u{301}x", fitting: 1) == "e\u{301}")
    #expect(TextWidth.prefix(of: "abc", fitting: -1) == "")
  }

  @Test("H12: text that does not fit ends with >>") func cut() {
    #expect(TextWidth.cut("penicillin", to: 10) == "penicillin")
    #expect(TextWidth.cut("penicillin", to: 9) == "penicil>>")
    #expect(TextWidth.cut("中文中文", to: 5) == "中>>")
    #expect(TextWidth.cut("penicillin", to: 1) == ">")
    #expect(TextWidth.cut("penicillin", to: 0) == "")
    #expect(TextWidth.padded("中文中文", to: 5) == "中>> ")
    #expect(TextWidth.padded("ab", to: 4) == "ab  ")
  }

  @Test("rows break at blanks, and inside words that are too long") func wrapping() {
    #expect(rows("I want to get to the mosque", 10) == ["I want to", "get to the", "mosque"])
    #expect(rows("aaaaaaaaaaaa bb", 5) == ["aaaaa", "aaaaa", "aa bb"])
    #expect(rows("one\n\ntwo\n", 10) == ["one", "", "two", ""])
    #expect(rows("", 10) == [""])
    #expect(rows("中文中文", 3) == ["中", "文", "中", "文"])
    #expect(rows("রাহেলা বেগম", 6) == ["রাহেলা", "বেগম"])
    #expect(rows("ab", 0) == ["a", "b"])
  }

  @Test("wrapped rows stand for the whole source, in order, and fit", arguments: 0..<30)
  func wrappingKeepsEverything(seed: UInt64) {
    var generator = Seeded(state: seed)
    let letters = ["a", "b", " ", " ", "\n", "ক", "্", "ষ", "া", "e\u{301}", "中", "👍🏽", "\u{202E}", "-"]
    for _ in 0..<40 {
      let length = Int.random(in: 0...60, using: &generator)
      let text = (0..<length).map { _ in letters.randomElement(using: &generator) ?? "" }.joined()
      let columns = Int.random(in: 2...12, using: &generator)
      var end = text.startIndex
      for line in TextWidth.wrapped(text, to: columns) {
        #expect(line.range.lowerBound == end)
        #expect(line.columns <= columns)
        #expect(TextWidth.width(of: line.text) == line.columns)
        end = line.range.upperBound
        if line.endsLine && end < text.endIndex {
          #expect(text.unicodeScalars[end] == "\n")
          end = text.unicodeScalars.index(after: end)
        }
      }
      #expect(end == text.endIndex)
    }
  }

  private func rows(_ text: String, _ columns: Int) -> [String] {
    TextWidth.wrapped(text, to: columns).map(\.text)
  }
}
