/// What somebody is looking for, read from one line of text: words in any order, an NHS number, a birth date or year,
/// a postcode.
public struct FindRequest: Hashable, Sendable {
  /// Folded words of names, those of phrases too.
  public var words: [String]
  /// What stands between quotation marks.
  public var phrases: [FindPhrase]
  /// The words outside quotation marks as plans and notes have them.
  public var looseWords: [String]
  /// One of the words outside quotation marks is a single letter.
  public var hasLetter = false
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
    phrases = []
    looseWords = []
    let quoted = text.split(omittingEmptySubsequences: false) { "\"\u{201C}\u{201D}\u{201E}".contains($0) }
    for (index, part) in quoted.enumerated() where !index.isMultiple(of: 2) {
      let phrase = FindPhrase(words: FindPhrase.words(of: part), isOpen: index == quoted.count - 1)
      if !phrase.words.isEmpty { phrases.append(phrase) }
      words += folded(String(part)).split(separator: " ").map(String.init)
    }
    let outside = quoted.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
    read(outside.joined(separator: " "))
  }

  /// What stands outside quotation marks.
  private mutating func read(_ text: String) {
    let pieces = text.split { $0 == " " || $0 == "\t" || $0 == "," }.map(String.init)
    let digits = text.filter { $0.isASCII && $0.isNumber }
    let isNumber = text.allSatisfy { $0 == " " || $0 == "-" || ($0.isASCII && $0.isNumber) }
    // Three digits and more that are no date are the start of a number: 999 012.
    let isDay = Self.day(text) != nil || pieces.count == 3 && Self.day(pieces[...]) != nil
    if isNumber, digits.count >= 5 || digits.count == 3, digits.count <= 10, !isDay {
      numberPrefix = digits
      return
    }
    if let day = Self.day(text) {
      bornOn = day
      return
    }
    var rest = pieces[...]
    while true {
      if let day = Self.day(rest) {
        bornOn = day
        rest = rest.dropFirst(3)
        continue
      }
      guard let piece = rest.popFirst() else { return }
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
        let own = folded(piece).split(separator: " ").map(String.init)
        words += own
        hasLetter = hasLetter || own.contains { $0.count < 2 }
        looseWords += FindPhrase.words(of: piece)
      }
    }
  }

  public var isEmpty: Bool {
    words.isEmpty && numberPrefix == nil && bornOn == nil && bornYear == nil && bornYearEnd == nil && postcode == nil
  }

  /// Anything that says which people, apart from their names.
  public var hasBirth: Bool { bornOn != nil || bornYear != nil || bornYearEnd != nil }

  /// A date with blanks in it: `14 jul 1941`, `14 July, 1941`, `14 7 1941`. Nothing else has a day or a month of one or
  /// two digits beside a year of four.
  private static func day(_ pieces: ArraySlice<String>) -> Day? {
    let three = pieces.prefix(3)
    guard three.count == 3, let first = three.first, let last = three.last else { return nil }
    guard [first, last].contains(where: { $0.count == 4 }), [first, last].contains(where: { $0.count <= 2 }) else {
      return nil
    }
    let text = three.joined(separator: "-")
    guard case .success(let day) = Day.inFile(text) else { return nil }
    return day
  }

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
