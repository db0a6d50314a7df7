// Feeds the one sanitiser random texts and looks at every character of what it gives (promise 17). Built with the sources
// of SafeText into one program, see Tests/Faults/17_sanitiser.py:
//
//   fuzzer RUNS SEED [broken]
//
// What may be shown is said here a second time and in another way: by a table over all of Unicode that is made from
// categories, and not by the sanitiser's own rules. With `broken` a text goes through as it is, and it must be found.

struct Chance {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
}

/// For each scalar: 0 may be shown, 1 may not, 2 is a mark, 3 is a joiner, which is spelling between Indic letters.
func allowedTable() -> [UInt8] {
  // Format characters that have a shape of their own: Arabic and Syriac number signs, Kaithi.
  let drawn: Set<UInt32> = [
    0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD,
  ]
  return (UInt32(0)..<0x11_0000).map { value in
    guard let scalar = Unicode.Scalar(value) else { return 1 }
    if value == 0x200C || value == 0x200D { return 3 }
    if drawn.contains(value) { return 0 }
    let properties = scalar.properties
    let isBidi =
      [0x61C, 0x200E, 0x200F].contains(value) || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    if isBidi || properties.isNoncharacterCodePoint || properties.isDefaultIgnorableCodePoint { return 1 }
    switch properties.generalCategory {
    case .control, .format, .surrogate, .lineSeparator, .paragraphSeparator: return 1
    case .nonspacingMark, .enclosingMark: return 2
    default: return 0
    }
  }
}

let pieces: [[UInt32]] = [
  Array("\u{1B}]0;owned\u{07}".unicodeScalars.map(\.value)), Array("\u{1B}[2J\u{1B}[66m".unicodeScalars.map(\.value)),
  Array("\u{1B}[6n\u{1B}P+q\u{1B}\\".unicodeScalars.map(\.value)),
  Array("\u{9B}66m\u{90}x\u{9C}".unicodeScalars.map(\.value)),
  [0x202E, 0x6E, 0x61, 0x6D, 0x202C], [0x2066, 0x61, 0x2069, 0x200E, 0x61C], [0x200B, 0x2060, 0xFEFF, 0xAD, 0x180E],
  [0x1F469, 0x200D, 0x2695, 0xFE0F], [0xE0041, 0xE007F, 0xFFF9, 0xFFFB],
  [0x0D, 0x0A, 0x2028, 0x2029, 0x85, 0x0B, 0x0C],
  [0x995, 0x9CD, 0x200D, 0x9B7, 0x200C], Array(repeating: 0x301, count: 9), [0x61, 0x488, 0x489, 0x20E3],
]
let ranges: [ClosedRange<UInt32>] = [
  0x00...0xFF, 0x20...0x7E, 0x300...0x36F, 0x590...0x6FF, 0x900...0xDFF, 0x2000...0x206F, 0xFE00...0xFEFF,
  0x1F300...0x1F9FF, 0xE0000...0xE01FF, 0xFFF0...0xFFFF, 0x1BCA0...0x1BCA3, 0x1D173...0x1D17A, 0x0...0x10FFFF,
]

@main enum Fuzzer {
  static func main() {
    let words = CommandLine.arguments
    guard words.count >= 3, let runs = Int(words[1]), let seed = UInt64(words[2]) else { return print("RUNS SEED") }
    let isBroken = words.count > 3
    let allowed = allowedTable()
    var chance = Chance(state: seed)
    var (bad, scalars) = (0, 0)
    for _ in 0..<runs {
      let text = text(&chance)
      for keeping in [false, true] {
        let shown = isBroken ? text : safe(text, keepingNewlines: keeping)
        var (marks, isFine) = (0, true)
        var previous: UInt32 = 0x20
        for scalar in shown.unicodeScalars {
          scalars += 1
          let value = scalar.value
          switch allowed[Int(value)] {
          case 0: marks = 0
          case 2:
            marks += 1
            if marks > 4 { isFine = false }
          case 3: if !isIndic(previous) { isFine = false }
          default:
            if !(keeping && value == 0x0A) { isFine = false }
            marks = 0
          }
          previous = value
        }
        if isFine, !isBroken { isFine = Array(safe(shown, keepingNewlines: keeping).utf8) == Array(shown.utf8) }
        if !isFine { bad += 1 }
      }
    }
    print("runs \(runs) scalars \(scalars) bad \(bad)")
  }

  /// A joiner follows a letter or a mark of an Indic script, or another joiner that does.
  static func isIndic(_ value: UInt32) -> Bool {
    (0x900...0xDFF).contains(value) || (0xA8E0...0xA8FF).contains(value)
  }

  static func text(_ chance: inout Chance) -> String {
    if chance.below(8) == 0 {
      // Bytes that are no text, as a file may have them.
      return String(
        decoding: (0..<chance.below(24)).map { _ in UInt8(truncatingIfNeeded: chance.next()) }, as: UTF8.self)
    }
    var view = String.UnicodeScalarView()
    for _ in 0..<chance.below(12) {
      if chance.below(4) == 0 {
        for value in pieces[chance.below(pieces.count)] where chance.below(9) > 0 {
          if let scalar = Unicode.Scalar(value) { view.append(scalar) }
        }
      } else {
        let range = ranges[chance.below(ranges.count)]
        let value = range.lowerBound + UInt32(chance.below(Int(range.upperBound - range.lowerBound) + 1))
        if let scalar = Unicode.Scalar(value) { view.append(scalar) }
      }
    }
    return String(view)
  }
}
