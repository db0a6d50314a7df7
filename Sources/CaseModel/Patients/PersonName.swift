/// A person's names. The family name is never cut short on screen (NID-0001 to 0010).
public struct PersonName: Hashable, Sendable, Codable {
  public var family: String
  /// Empty for somebody with one name.
  public var given: String
  public var title: String?
  public var preferred: String?

  public init(family: String, given: String, title: String? = nil, preferred: String? = nil) {
    self.family = family
    self.given = given
    self.title = title
    self.preferred = preferred
  }

  /// `BEGUM, Rahela (Mrs)`; in linear mode `BEGUM, Rahela, Mrs`; for the person `Mrs Rahela Begum`.
  public func shown(to audience: Audience = .staff) -> String {
    switch audience {
    case .staff, .linear:
      var text = family.uppercased()
      if !given.isEmpty { text += ", \(given)" }
      if let title { text += audience == .staff ? " (\(title))" : ", \(title)" }
      return text
    case .patient:
      return [title, given.isEmpty ? nil : given, family].compactMap { $0 }.joined(separator: " ")
    }
  }

  /// How much alike two names must be to carry `[=]`: the same family and given names, however accented or spelt in
  /// capitals.
  public var likeness: String { folded(family) + "," + folded(given) }
}

/// A text as names and words are compared and searched: lower case, Latin letters without their accents, other
/// scripts whole, anything that is no letter or digit a single space.
public func folded(_ text: String) -> String {
  var out = String.UnicodeScalarView()
  var gap = false
  for scalar in text.unicodeScalars {
    guard let kept = foldedScalars(scalar) else {
      gap = gap || !scalar.properties.isDefaultIgnorableCodePoint && !isApostrophe(scalar)
      continue
    }
    if gap, !out.isEmpty { out.append(" ") }
    gap = false
    out.append(contentsOf: kept)
  }
  return String(out)
}

// O'Brien and OBrien are one name to whoever is looking for it.
private func isApostrophe(_ scalar: Unicode.Scalar) -> Bool { scalar == "'" || scalar == "\u{2019}" || scalar == "`" }

private func foldedScalars(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView? {
  switch scalar.value {
  case 97...122, 48...57: return String.UnicodeScalarView([scalar])
  case 65...90: return String.UnicodeScalarView([Unicode.Scalar(UInt8(scalar.value) + 32)])
  case 0..<128: return nil
  // Combining marks over Latin letters go; the marks of other scripts are spelling and stay.
  case 0x300...0x36F: return String.UnicodeScalarView()
  case 0xC0...0x24F, 0x1E00...0x1EFF: return latinBase(scalar)
  default:
    let properties = scalar.properties
    guard
      properties.isAlphabetic || properties.numericType != nil || properties.generalCategory == .nonspacingMark
        || properties.generalCategory == .spacingMark
    else { return nil }
    return properties.lowercaseMapping.unicodeScalars
  }
}

private func latinBase(_ scalar: Unicode.Scalar) -> String.UnicodeScalarView {
  switch scalar {
  case "ß", "ẞ": return "ss".unicodeScalars
  case "æ", "Æ": return "ae".unicodeScalars
  case "œ", "Œ": return "oe".unicodeScalars
  case "ø", "Ø": return "o".unicodeScalars
  case "ł", "Ł": return "l".unicodeScalars
  case "đ", "Đ", "ð", "Ð": return "d".unicodeScalars
  case "þ", "Þ": return "th".unicodeScalars
  case "ı": return "i".unicodeScalars
  default:
    // `String` compares by canonical form and offers no decomposition without a library, so the letters come from a
    // table of the Latin blocks.
    return String(latinLetters[scalar] ?? Character(scalar)).lowercased().unicodeScalars
  }
}

private let latinLetters: [Unicode.Scalar: Character] = {
  var table = [Unicode.Scalar: Character]()
  let marks = (0x300...0x36F).compactMap { Unicode.Scalar($0 as UInt32) }
  // A base and one or two marks equal a precomposed letter exactly when String says that they are the same text.
  var byText = [String: Unicode.Scalar]()
  for value in Array(0xC0...0x24F as ClosedRange<UInt32>) + Array(0x1E00...0x1EFF as ClosedRange<UInt32>) {
    if let scalar = Unicode.Scalar(value) { byText[String(scalar)] = scalar }
  }
  for base in "abcdefghijklmnopqrstuvwxyz" {
    for letter in [String(base), String(base).uppercased()] {
      for mark in marks {
        let once = letter + String(mark)
        if let scalar = byText[once] { table[scalar] = base }
        guard once.count == 1, byText[once] != nil else { continue }
        for second in marks {
          if let scalar = byText[once + String(second)] { table[scalar] = base }
        }
      }
    }
  }
  return table
}()
