/// Dates as people and other systems write them. A slash date is always read day first.
extension Day {
  /// Exactly `YYYY-MM-DD` with ASCII digits.
  public init?(iso text: String) {
    // Every row of every list holds several dates: they are read without a copy of their text.
    var parts = (0, 0, 0)
    var place = 0
    for byte in text.utf8 {
      switch (place, byte) {
      case (4, 45), (7, 45): break
      case (0...3, 48...57): parts.0 = parts.0 * 10 + Int(byte - 48)
      case (5...6, 48...57): parts.1 = parts.1 * 10 + Int(byte - 48)
      case (8...9, 48...57): parts.2 = parts.2 * 10 + Int(byte - 48)
      default: return nil
      }
      place += 1
    }
    guard place == 10 else { return nil }
    self.init(year: parts.0, month: parts.1, day: parts.2)
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for byte in bytes {
      guard byte >= 48, byte <= 57 else { return nil }
      value = value * 10 + Int(byte - 48)
    }
    return bytes.isEmpty ? nil : value
  }

  /// Why a text is not a date, in words that say how to put it right.
  public enum Fault: Error, Hashable, Sendable {
    case notADate
    case noSuchMonth
    case noSuchDay(month: Int, days: Int)
    case otherDigits
    case shortYear

    public var message: String {
      switch self {
      case .notADate: "Enter a date like 24-Mar-2016, 24/03/2016 or 2016-03-24."
      case .noSuchMonth: "A month is 1 to 12, or its name. Dates with slashes are read day first."
      case .noSuchDay(let month, let days):
        "\(Day.monthNames[month - 1]) has \(days) days. Enter a real date, for example 24-Mar-2016."
      case .otherDigits: "Use the digits 0 to 9, for example 24-Mar-2016."
      case .shortYear: "Write the year with four digits, for example 1941."
      }
    }
  }

  /// A date in a file: `YYYY-MM-DD`, `dd/mm/yyyy` or `dd-Mon-yyyy`, four-digit years only.
  public static func inFile(_ text: String) -> Result<Day, Fault> {
    if text.unicodeScalars.contains(where: { $0.value > 127 && $0.properties.numericType != nil }) {
      return .failure(.otherDigits)
    }
    let words = pieces(text)
    guard words.count == 3 else { return .failure(.notADate) }
    if words[0].utf8.count == 4, let year = number(Array(words[0].utf8)[...]) {
      return make(year: year, month: words[1], day: words[2])
    }
    guard let year = number(Array(words[2].utf8)[...]) else { return .failure(.notADate) }
    guard words[2].utf8.count == 4 else { return .failure(.shortYear) }
    return make(year: year, month: words[1], day: words[0])
  }

  /// A date as typed in a date box: `24 mar`, `24/3/16`, `+3m`, `+2w`, `+10d`, `fri`, `today`, `tomorrow`, or any
  /// form that files take. A day without a year is the next one that comes, today included.
  ///
  /// Two-digit years are read in the century that puts them nearest to `today`.
  public static func typed(_ text: String, today: Day) -> Result<Day, Fault> {
    let lower = text.lowercased().filter { !$0.isWhitespace || $0 == " " }
    let trimmed = lower.drop { $0 == " " }
    if trimmed.isEmpty { return .failure(.notADate) }
    if trimmed == "today" { return .success(today) }
    if trimmed == "tomorrow" { return .success(today + 1) }
    if trimmed.first == "+" { return step(trimmed.dropFirst(), from: today) }
    if trimmed.count >= 3, let index = weekdayNames.firstIndex(where: { $0.lowercased().hasPrefix(trimmed) }) {
      let ahead = (index - today.weekday + 7) % 7
      return .success(today + (ahead == 0 ? 7 : ahead))
    }
    let words = pieces(String(trimmed))
    if words.count == 2 { return next(day: words[0], month: words[1], today: today) }
    if words.count == 3, words[0].utf8.count <= 2, words[2].utf8.count == 2,
      let short = number(Array(words[2].utf8)[...])
    {
      let century = today.parts.year / 100 * 100
      let year = [century - 100 + short, century + short, century + 100 + short]
        .min { abs($0 - today.parts.year) < abs($1 - today.parts.year) }
      return make(year: year ?? short, month: words[1], day: words[0])
    }
    return inFile(String(trimmed))
  }

  private static func step(_ text: Substring, from today: Day) -> Result<Day, Fault> {
    guard let unit = text.last, let count = number(Array(text.dropLast().utf8)[...]), count <= 3650 else {
      return .failure(.notADate)
    }
    switch unit {
    case "d": return .success(today + count)
    case "w": return .success(today + 7 * count)
    case "m": return .success(today.adding(months: count))
    case "y": return .success(today.adding(months: 12 * count))
    default: return .failure(.notADate)
    }
  }

  private static func next(day: String, month: String, today: Day) -> Result<Day, Fault> {
    let year = today.parts.year
    // 29 February may need to look four years on (eight across a century that is no leap year).
    for candidate in year...(year + 8) {
      if case .success(let found) = make(year: candidate, month: month, day: day), found >= today {
        return .success(found)
      }
    }
    return make(year: year, month: month, day: day)
  }

  private static func make(year: Int, month: String, day: String) -> Result<Day, Fault> {
    guard let dayNumber = number(Array(day.utf8)[...]), day.utf8.count <= 2 else { return .failure(.notADate) }
    let monthNumber: Int
    if let value = number(Array(month.utf8)[...]) {
      monthNumber = value
    } else if month.count >= 3,
      let index = monthNames.firstIndex(where: { $0.lowercased().hasPrefix(month.lowercased()) })
    {
      monthNumber = index + 1
    } else {
      return .failure(.notADate)
    }
    guard (1...12).contains(monthNumber), month.utf8.count >= 1 else { return .failure(.noSuchMonth) }
    guard let made = Day(year: year, month: monthNumber, day: dayNumber) else {
      return year < 1 || year > 9999
        ? .failure(.notADate) : .failure(.noSuchDay(month: monthNumber, days: daysIn(month: monthNumber, of: year)))
    }
    return .success(made)
  }

  private static func pieces(_ text: String) -> [String] {
    text.split(whereSeparator: { $0 == "/" || $0 == "-" || $0 == " " || $0 == "." }).map(String.init)
  }
}
