internal import CaseModel

/// Which NHS numbers stand on more than one line of a file (R-ID-05), in eight bytes a line.
struct NumberSurvey: Sendable {
  private var seen = [UInt64]()
  private var repeated = [UInt64: [Int]]()

  /// Ten digits need 34 bits, which leaves 30 for the line.
  private static let lineBits: UInt64 = 30

  mutating func add(_ text: String, line: Int) {
    guard let number = NumberSurvey.number(text), line < 1 << NumberSurvey.lineBits else { return }
    seen.append(number << NumberSurvey.lineBits | UInt64(line))
  }

  mutating func end() {
    seen.sort()
    let bits = NumberSurvey.lineBits
    var start = 0
    while start < seen.count {
      let number = seen[start] >> bits
      var end = start + 1
      while end < seen.count, seen[end] >> bits == number { end += 1 }
      if end - start > 1 { repeated[number] = seen[start..<end].map { Int($0 & (1 << bits - 1)) } }
      start = end
    }
    seen = []
  }

  /// The lines of a number that stands on more than one; none for any other.
  func lines(of number: NHSNumber) -> [Int] {
    if repeated.isEmpty { return [] }
    return UInt64(number.digits).flatMap { repeated[$0] } ?? []
  }

  private static func number(_ text: String) -> UInt64? {
    var value: UInt64 = 0
    var count = 0
    for byte in text.utf8 {
      switch byte {
      case 48...57:
        count += 1
        if count > 10 { return nil }
        value = value * 10 + UInt64(byte - 48)
      case 32, 45: continue
      default:
        // Full-width digits, odd spaces: the reader of numbers knows.
        guard case .success(let number) = NHSNumber.read(text) else { return nil }
        return UInt64(number.digits)
      }
    }
    return count == 10 ? value : nil
  }
}
