/// An NHS number whose ten digits hold together: stored as ten digits, shown 3-3-4.
///
/// Rules, each a test's name:
/// - R-ID-01: spaces, hyphens and full-width digits are put right; then length, digits, repeated digit and check digit
///   each have their own words.
/// - R-ID-02: a range that England does not issue is a warning with its likely meaning.
/// - R-ID-03: a practice store takes numbers from 999 000 0000 only; a live store never does.
public struct NHSNumber: Hashable, Sendable, Comparable {
  /// Ten ASCII digits.
  public let digits: String

  /// Why a text is not an NHS number (R-ID-01).
  public enum Fault: Error, Hashable, Sendable {
    case empty
    case looksLikeNationalInsurance
    case letters(at: Int)
    case otherCharacters
    case tooShort(Int)
    case tooLong(Int)
    case repeatedDigit
    case noCheckDigit
    case checkDigit
    case testNumberInLiveStore
    case realNumberInPracticeStore

    public var message: String {
      switch self {
      case .empty: "An NHS number is needed, or a reason why there is none."
      case .looksLikeNationalInsurance:
        "This looks like a National Insurance number. An NHS number has 10 digits, for example 999 012 3012."
      case .letters(let place):
        "An NHS number has digits only, and character \(place) is a letter (a small L is not a 1, an O is not a 0)."
      case .otherCharacters: "An NHS number has digits only; spaces and hyphens are allowed between them."
      case .tooShort(let count): "An NHS number has 10 digits and this has \(count): \(10 - count) missing."
      case .tooLong(let count): "An NHS number has 10 digits and this has \(count): \(count - 10) too many."
      case .repeatedDigit: "The same digit ten times is never an NHS number."
      case .noCheckDigit: "No NHS number starts with these nine digits. Check each digit."
      case .checkDigit: "The last digit does not fit the nine before it, so one digit is wrong. Check each digit."
      case .testNumberInLiveStore: "Numbers from 999 000 0000 are for practice and never for a live store."
      case .realNumberInPracticeStore:
        "This is a practice store: it takes numbers from 999 000 0000 to 999 999 9999 only, never a real person's."
      }
    }
  }

  /// What to ask about a number that holds together (R-ID-02).
  public enum Warning: Hashable, Sendable {
    case scottish, northernIrish, notIssued, sequence

    public var message: String {
      switch self {
      case .scottish: "looks like a Scottish CHI number"
      case .northernIrish: "looks like a Northern Ireland Health and Care number"
      case .notIssued: "is in a range that is not issued"
      case .sequence: "is a run of digits, often typed as a filler"
      }
    }
  }

  init(unchecked digits: String) { self.digits = digits }

  /// Nil unless the text is exactly ten valid digits, as stored.
  public init?(stored text: String) {
    var (sum, count, last, first, isRepeated) = (0, 0, 0, 0, true)
    for byte in text.utf8 {
      guard (48...57).contains(byte), count < 10 else { return nil }
      last = Int(byte) - 48
      if count == 0 { first = last }
      if last != first { isRepeated = false }
      sum += last * (10 - count) * (count < 9 ? 1 : 0)
      count += 1
    }
    guard count == 10, !isRepeated, (11 - sum % 11) % 11 == last, sum % 11 != 1 else { return nil }
    digits = text
  }

  /// Reads a number as typed or as another system wrote it (R-ID-01).
  public static func read(_ text: String) -> Result<NHSNumber, Fault> {
    var digits = [Int]()
    var position = 0
    var fault: Fault?
    for scalar in text.unicodeScalars {
      position += 1
      switch scalar.value {
      case 48...57: digits.append(Int(scalar.value) - 48)
      case 0xFF10...0xFF19: digits.append(Int(scalar.value) - 0xFF10)
      // Space, hyphen, no-break space, soft hyphen and the dashes that word processors put between groups.
      case 32, 9, 45, 0xA0, 0xAD, 0x2009...0x2015, 0x202F, 0x2060, 0x3000, 0xFEFF, 0x200B: continue
      default:
        let letter = scalar.properties.isAlphabetic
        if fault == nil { fault = letter ? .letters(at: position) : .otherCharacters }
      }
    }
    if looksLikeNationalInsurance(text) { return .failure(.looksLikeNationalInsurance) }
    if let fault { return .failure(fault) }
    if digits.isEmpty { return .failure(.empty) }
    if digits.count < 10 { return .failure(.tooShort(digits.count)) }
    if digits.count > 10 { return .failure(.tooLong(digits.count)) }
    if Set(digits).count == 1 { return .failure(.repeatedDigit) }
    guard let check = checkDigit(of: digits[0..<9]) else { return .failure(.noCheckDigit) }
    guard check == digits[9] else { return .failure(.checkDigit) }
    return .success(NHSNumber(unchecked: digits.map(String.init).joined()))
  }

  /// Modulus 11 over nine digits; nil when the remainder allows no number.
  public static func checkDigit(of nine: some Collection<Int>) -> Int? {
    let sum = zip(nine, stride(from: 10, to: 1, by: -1)).reduce(0) { $0 + $1.0 * $1.1 }
    let check = 11 - sum % 11
    return check == 10 ? nil : check % 11
  }

  private static func looksLikeNationalInsurance(_ text: String) -> Bool {
    let letters = text.unicodeScalars.filter { !$0.properties.isWhitespace }.map(\.value)
    guard letters.count == 9 else { return false }
    func isLetter(_ value: UInt32) -> Bool { (65...90).contains(value) || (97...122).contains(value) }
    return isLetter(letters[0]) && isLetter(letters[1]) && letters[2..<8].allSatisfy { (48...57).contains($0) }
      && isLetter(letters[8])
  }

  /// `999 012 3012`
  public var spaced: String {
    var shown = String.UnicodeScalarView()
    for (place, digit) in digits.unicodeScalars.enumerated() {
      if place == 3 || place == 6 { shown.append(" ") }
      shown.append(digit)
    }
    return String(shown)
  }

  /// In 999 000 0000 to 999 999 9999, which is never issued.
  public var isForPractice: Bool { digits.hasPrefix("999") }

  public var warning: Warning? {
    if digits == "9876543210" || digits == "1234567881" { return .sequence }
    let nine = Int(digits.prefix(9)) ?? 0
    switch nine {
    case 10_100_000...311_299_999: return .scottish
    case 320_000_001...399_999_999: return .northernIrish
    case 300_000_000...399_999_999, 400_000_000...499_999_999, 600_000_000...799_999_999, 999_000_000...999_999_999:
      return nil
    default: return .notIssued
    }
  }

  /// R-ID-03: which numbers this kind of store takes.
  public func fault(inPracticeStore practice: Bool) -> Fault? {
    switch (practice, isForPractice) {
    case (true, false): .realNumberInPracticeStore
    case (false, true): .testNumberInLiveStore
    default: nil
    }
  }

  public static func < (left: NHSNumber, right: NHSNumber) -> Bool { left.digits < right.digits }
}

extension NHSNumber: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let number = NHSNumber(stored: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not an NHS number")
    }
    self = number
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(digits)
  }
}
