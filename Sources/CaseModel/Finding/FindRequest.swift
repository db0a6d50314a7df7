/// What somebody is looking for, read from one line of text: words in any order, an NHS number, a birth date or year,
/// a postcode.
public struct FindRequest: Hashable, Sendable {
  /// Folded words of names, plans and notes.
  public var words: [String]
  /// Digits that an NHS number starts with; ten of them are a whole number.
  public var numberPrefix: String?
  public var bornOn: Day?
  public var bornYear: Int?
  /// The last two digits of a birth year.
  public var bornYearEnd: Int?
  /// In capitals without blanks: `E14AA`.
  public var postcode: String?

  public init(reading text: String) {
    words = []
    let pieces = text.split(whereSeparator: { $0 == " " || $0 == "\t" || $0 == "," || $0 == "\"" }).map(String.init)
    let digits = text.filter { $0.isASCII && $0.isNumber }
    let isNumber = text.allSatisfy { $0 == " " || $0 == "-" || ($0.isASCII && $0.isNumber) }
    // Three digits and more that are no date are the start of a number: 999 012.
    if isNumber, digits.count >= 5 || digits.count == 3, digits.count <= 10, Self.day(text) == nil {
      numberPrefix = digits
      return
    }
    if let day = Self.day(text) {
      bornOn = day
      return
    }
    var rest = pieces[...]
    while let piece = rest.popFirst() {
      if let next = rest.first, let both = Self.postcode(piece + next), Self.isOutward(piece) {
        postcode = both
        rest.removeFirst()
      } else if let whole = Self.postcode(piece) {
        postcode = whole
      } else if let day = Self.day(piece) {
        bornOn = day
      } else if piece.allSatisfy({ $0.isASCII && $0.isNumber }), let number = Int(piece) {
        switch piece.count {
        case 2: bornYearEnd = number
        case 4 where (1850...2100).contains(number): bornYear = number
        default: numberPrefix = piece
        }
      } else {
        words += folded(piece).split(separator: " ").map(String.init)
      }
    }
  }

  public var isEmpty: Bool {
    words.isEmpty && numberPrefix == nil && bornOn == nil && bornYear == nil && bornYearEnd == nil && postcode == nil
  }

  /// Anything that says which people, apart from their names.
  public var hasBirth: Bool { bornOn != nil || bornYear != nil || bornYearEnd != nil }

  private static func day(_ text: String) -> Day? {
    guard text.contains("/") || text.contains("-"), case .success(let day) = Day.inFile(text) else { return nil }
    return day
  }

  /// One or two letters, a digit, perhaps another letter or digit: `E1`, `SW1A`.
  static func isOutward(_ text: String) -> Bool {
    let letters = Array(text.uppercased().utf8)
    guard (2...4).contains(letters.count), letters[0] >= 65, letters[0] <= 90 else { return false }
    let start = letters[1] >= 65 && letters[1] <= 90 ? 2 : 1
    guard start < letters.count, (48...57).contains(letters[start]) else { return false }
    return letters[(start + 1)...].allSatisfy { (48...57).contains($0) || (65...90).contains($0) }
      && letters.count - start <= 2
  }

  /// A whole postcode, written together or apart.
  static func postcode(_ text: String) -> String? {
    let capitals = text.uppercased()
    guard (5...7).contains(capitals.utf8.count), isOutward(String(capitals.dropLast(3))) else { return nil }
    let inward = Array(capitals.utf8.suffix(3))
    let isInward =
      (48...57).contains(inward[0]) && (65...90).contains(inward[1]) && (65...90).contains(inward[2])
    return isInward ? capitals : nil
  }
}
