extension RowReader {
  /// A code of 3 to 12 capital letters and digits (handbook 7.3); small letters are put right. Whether it is known is
  /// for the store to say.
  mutating func code(_ field: Field, needed: Bool) -> String {
    let text = row[field].uppercased()
    if text.isEmpty {
      if needed { complain(field, "code", "A code is needed.") }
      return ""
    }
    let bytes = Array(text.utf8)
    if !(3...12).contains(bytes.count) || !bytes.allSatisfy({ (48...57).contains($0) || (65...90).contains($0) }) {
      complain(field, "code", "A code has 3 to 12 letters A to Z and digits, for example F99001.")
    }
    return text
  }

  /// A telephone number, up to 35 characters; a strange shape is a warning.
  mutating func phone(_ field: Field) -> String {
    let text = line(field, most: 35)
    if text.isEmpty { return "" }
    var digits = 0
    var strange = false
    for byte in text.utf8 {
      switch byte {
      case 48...57: digits += 1
      case 32, 40, 41, 43, 45, 46, 47: continue
      // ext 1234, x1234
      case _ where digits >= 7 && (byte == 101 || byte == 116 || byte == 120): continue
      default: strange = true
      }
    }
    if strange || !(7...20).contains(digits) { warn(field, "phone", "This does not look like a telephone number.") }
    return text
  }

  /// An e-mail address, up to 254 characters; a strange shape is a warning.
  mutating func email(_ field: Field) -> String {
    let text = line(field, most: 254)
    if text.isEmpty { return "" }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    let fits =
      parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".") && !parts[1].hasPrefix(".")
      && !parts[1].hasSuffix(".") && !text.contains(" ")
    if !fits { warn(field, "email", "This does not look like an e-mail address.") }
    return text
  }

  /// Texts separated by semicolons, empty ones left out, each once.
  mutating func list(_ field: Field, most: Int) -> [String] {
    var texts = [String]()
    for part in paragraphs(field, most: 10_000).split(separator: ";") {
      let text = trimmed(String(part))
      if text.isEmpty || texts.contains(text) { continue }
      if text.count > most {
        complain(field, "text", "One entry has \(text.count) characters and \(most) are kept. Use semicolons between.")
        return []
      }
      texts.append(text)
    }
    return texts
  }

  /// A needed text on one line.
  mutating func needed(_ field: Field, most: Int, _ message: String) -> String {
    let text = line(field, most: most)
    if text.isEmpty { complain(field, "needed", message) }
    return text
  }

  /// Warns where a date comes before another; complains where a span ends before it starts.
  mutating func span<Value: Comparable>(_ from: Value?, _ to: Value?, _ field: Field) {
    guard let from, let to, to <= from else { return }
    complain(field, "dates", "It ends on or before the day it starts.")
  }
}

/// Postcodes of the United Kingdom.
enum Postcode {
  /// In capitals with one space before the last three characters; nil when no postcode has the shape.
  static func normalised(_ text: String) -> String? {
    var plain = [UInt8]()
    for byte in text.utf8 {
      switch byte {
      case 97...122: plain.append(byte - 32)
      case 48...57, 65...90: plain.append(byte)
      case 32: continue
      default: return nil
      }
    }
    guard (5...7).contains(plain.count) else { return nil }
    let shape = String(decoding: plain.map { $0 < 58 ? UInt8(57) : UInt8(65) }, as: UTF8.self)
    let code = String(decoding: plain, as: UTF8.self)
    guard shape.hasSuffix("9AA") else { return nil }
    let shapes = ["A9", "A99", "AA9", "AA99", "A9A", "AA9A"]
    guard shapes.contains(String(shape.dropLast(3))) || code == "GIR0AA" else { return nil }
    return "\(code.dropLast(3)) \(code.suffix(3))"
  }
}
