/// A closed list of answers: stored as its raw value, shown in words, read leniently from what other systems write.
public protocol Coded: RawRepresentable, CaseIterable, Hashable, Sendable, Codable where RawValue == String {
  /// How it is shown to a person.
  var words: String { get }
  /// Other texts that mean the same in files and in typing, besides the raw value and `words`.
  var alsoWritten: [String] { get }
}

extension Coded {
  public var alsoWritten: [String] { [] }

  /// The answer a text means, or nil. Case, spaces and punctuation do not matter: `GP practice` is `gp_practice`.
  public init?(reading text: String) {
    if let exact = Self(rawValue: text) {
      self = exact
      return
    }
    let wanted = plainLetters(text)
    if wanted.isEmpty {
      // A sign such as % has no letters to compare.
      guard let sign = Self.allCases.first(where: { $0.alsoWritten.contains(text) }) else { return nil }
      self = sign
      return
    }
    for candidate in Self.allCases {
      let texts = [candidate.rawValue, candidate.words] + candidate.alsoWritten
      if texts.contains(where: { plainLetters($0) == wanted }) {
        self = candidate
        return
      }
    }
    return nil
  }

  /// Every answer as stored, for a message that says what is allowed; bare codes with their words.
  public static var allowed: String {
    allCases.map { code in
      let saysItself = code.rawValue.utf8.count >= 3 || code.words.lowercased() == code.rawValue.lowercased()
      return saysItself ? code.rawValue : "\(code.rawValue) (\(code.words))"
    }.joined(separator: ", ")
  }
}

/// A text's letters and digits in lower case, with everything else left out: how headers and codes are compared.
public func plainLetters(_ text: String) -> String {
  var plain = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.value {
    case 48...57, 97...122: plain.append(scalar)
    case 65...90: plain.append(Unicode.Scalar(UInt8(scalar.value) + 32))
    case 0..<128: continue
    default:
      guard scalar.properties.isAlphabetic || scalar.properties.numericType != nil else { continue }
      plain.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
    }
  }
  return String(plain)
}

/// Gender as the person states it (national codes 1, 2, 9 and X).
public enum Gender: String, Coded {
  case male = "1"
  case female = "2"
  case indeterminate = "9"
  case notKnown = "X"

  public var words: String {
    switch self {
    case .male: "Male"
    case .female: "Female"
    case .indeterminate: "Indeterminate"
    case .notKnown: "Not known"
    }
  }

  public var alsoWritten: [String] {
    switch self {
    case .male: ["M", "man"]
    case .female: ["F", "woman"]
    case .indeterminate: ["I", "other", "non-binary", "unable to be classified"]
    case .notKnown: ["U", "unknown", "not stated", "not recorded", "0"]
    }
  }
}

/// Why a person has no NHS number (R-ID-04).
public enum NHSNumberUnavailableReason: String, Coded {
  case notKnown = "nhs-number-not-known"
  case overseasPatient = "overseas-patient"
  case devolvedNation = "devolved-nation"

  public var words: String {
    switch self {
    case .notKnown: "NHS number not known"
    case .overseasPatient: "Overseas patient"
    case .devolvedNation: "Registered in Scotland, Wales or Northern Ireland"
    }
  }

  public var alsoWritten: [String] {
    switch self {
    case .notKnown: ["not known", "unknown"]
    case .overseasPatient: ["overseas"]
    case .devolvedNation: ["devolved", "Scotland", "Wales", "Northern Ireland"]
    }
  }
}
