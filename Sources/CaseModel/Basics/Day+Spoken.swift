/// Dates inside a text.
extension Day {
  /// The text with its `05-Jan-2016` as `5 January 2016`: what the store and messages say to everybody, for those who
  /// hear it.
  public static func long(in text: String) -> String {
    let bytes = Array(text.utf8)
    var result = [UInt8]()
    var (index, hasDay) = (0, false)
    while index < bytes.count {
      if let day = day(at: index, of: bytes) {
        result += Array(day.long.utf8)
        index += 11
        hasDay = true
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return hasDay ? String(decoding: result, as: UTF8.self) : text
  }

  private static func day(at start: Int, of bytes: [UInt8]) -> Day? {
    guard start + 11 <= bytes.count, bytes[start + 2] == 45, bytes[start + 6] == 45 else { return nil }
    guard start == 0 || !isWord(bytes[start - 1]), start + 11 == bytes.count || !isWord(bytes[start + 11]) else {
      return nil
    }
    let text = String(decoding: bytes[start..<start + 11], as: UTF8.self)
    guard case .success(let day) = inFile(text), day.short == text else { return nil }
    return day
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    (48...57).contains(byte) || (97...122).contains(byte | 32) || byte == 45
  }
}
