internal import Foundation
internal import SafeText

/// The text in Unicode normalisation form C, so that a name typed with combining marks equals one typed without.
///
/// Texts without a scalar from U+0300 on are in that form already and are given back as they are.
func composed(_ text: String) -> String {
  for byte in text.utf8 where byte >= 0xCC { return text.precomposedStringWithCanonicalMapping }
  return text
}

/// The text without white space, line ends and byte-order marks at either end.
func trimmed(_ text: String) -> String {
  guard let first = text.utf8.first, let last = text.utf8.last else { return text }
  if first > 0x20, first < 0x80, last > 0x20, last < 0x80 { return text }
  func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || scalar.value == 0xFEFF || scalar.value == 0x200B
  }
  let scalars = text.unicodeScalars
  guard let start = scalars.firstIndex(where: { !isSpace($0) }), let end = scalars.lastIndex(where: { !isSpace($0) })
  else { return "" }
  return String(scalars[start...end])
}

/// A text from a file as it may be shown in a report: what drives a terminal or turns the direction of writing becomes
/// its code point, so that the report says what was there, and the text is cut at 60 characters.
func shown(_ text: String) -> String {
  var out = ""
  var count = 0
  for character in text {
    if count == 60 { return safe(out) + "\u{2026}" }
    count += 1
    for (place, scalar) in character.unicodeScalars.enumerated() {
      if place == 8 { break }
      if isHidden(scalar) {
        let code = String(scalar.value, radix: 16, uppercase: true)
        out += "<U+\(String(repeating: "0", count: max(0, 4 - code.utf8.count)))\(code)>"
      } else {
        out.unicodeScalars.append(scalar)
      }
    }
  }
  return safe(out)
}

/// Control characters, line separators and what changes the direction of writing.
func isHidden(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2060...0x206F, 0x200E, 0x200F, 0x061C, 0xFEFF, 0xFFF9...0xFFFB,
    0xE0000...0xE007F, 0xAD:
    true
  default: false
  }
}
