/// A telephone number as people write it: what it dials, and what is wrong with it.
public struct PhoneNumber: Hashable, Sendable {
  /// As it was typed, without blanks at its ends.
  public let text: String
  /// What it dials: digits, with `+` first for one from abroad; the extension is left out. Two ways of writing one number
  /// are equal by it.
  public let dialled: String

  /// Nil where it cannot be rung: see `fault`.
  public init?(_ text: String) {
    guard case .success(let number) = PhoneNumber.read(text) else { return nil }
    self = number
  }

  private init(text: String, dialled: String) {
    self.text = text
    self.dialled = dialled
  }

  /// What is wrong with a number, as a sentence; nil where nothing is.
  public static func fault(in text: String) -> String? {
    guard case .failure(let fault) = read(text) else { return nil }
    return fault.words
  }

  private enum Fault: Error {
    case empty, letters, short(Int), long(Int), start

    var words: String {
      switch self {
      case .empty: "There is no phone number."
      case .letters: "A phone number is digits, with +, brackets, blanks, hyphens and an extension."
      case .short(let count): "A phone number has 10 or 11 digits, or 3 to 6 for a short one; this has \(count)."
      case .long(let count): "A phone number has at most 15 digits and this has \(count)."
      case .start: "A phone number begins with 0 or with + and a country's code."
      }
    }
  }

  private static func read(_ typed: String) -> Result<PhoneNumber, Fault> {
    let text = typed.trimmed
    var digits = ""
    var isAbroad = false
    var rest = Substring(text.lowercased())
    // The extension is rung by whoever answers.
    for mark in ["extension", "ext.", "ext", "x", "#"] {
      guard let place = rest.ranges(of: mark).first else { continue }
      let after = rest[place.upperBound...]
      guard !after.isEmpty, after.allSatisfy({ $0.isWholeNumber || " .:".contains($0) }) else {
        return .failure(.letters)
      }
      rest = rest[..<place.lowerBound]
      break
    }
    // "+44 (0)20" is "+44 20".
    let plain = rest.hasPrefix("+") ? Substring(String(rest).replacing("(0)", with: "")) : rest
    for (place, character) in plain.enumerated() {
      if let digit = character.wholeNumberValue, digit < 10 {
        digits += String(digit)
      } else if character == "+", place == 0 {
        isAbroad = true
      } else if !character.isWhitespace, !"()-./\u{2010}\u{2011}\u{2013}".contains(character) {
        return .failure(.letters)
      }
    }
    guard !digits.isEmpty else { return .failure(text.isEmpty ? .empty : .letters) }
    if !isAbroad, digits.hasPrefix("00") {
      isAbroad = true
      digits = String(digits.dropFirst(2))
    }
    guard digits.count <= 15 else { return .failure(.long(digits.count)) }
    if isAbroad {
      guard digits.count >= 8 else { return .failure(.short(digits.count)) }
      let home = digits.hasPrefix("44") ? "0" + digits.dropFirst(2) : "+" + digits
      return .success(PhoneNumber(text: text, dialled: home))
    }
    // 999, 111, 101, 18000, 116 123: no 0 before them.
    if !digits.hasPrefix("0") {
      return (3...6).contains(digits.count) ? .success(PhoneNumber(text: text, dialled: digits)) : .failure(.start)
    }
    guard digits.count >= 10 else { return .failure(.short(digits.count)) }
    guard digits.count <= 11 else { return .failure(.long(digits.count)) }
    return .success(PhoneNumber(text: text, dialled: digits))
  }
}

extension String {
  /// Without blanks at its ends.
  var trimmed: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
