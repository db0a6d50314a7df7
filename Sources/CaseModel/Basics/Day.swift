/// A calendar day, without time or zone. Stored and exchanged as `YYYY-MM-DD`.
public struct Day: Hashable, Sendable, Comparable {
  /// Days since 1 January 1970.
  public let number: Int

  public init(number: Int) { self.number = number }

  /// Nil unless the three make a day that exists, from year 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month) else { return nil }
    guard day >= 1, day <= Day.daysIn(month: month, of: year) else { return nil }
    // Howard Hinnant's days_from_civil: exact, and free of any library's calendar.
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month 1 to 12 and day 1 to 31.
  public var parts: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let mp = (5 * dayOfYear + 2) / 153
    let month = mp < 10 ? mp + 3 : mp - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * mp + 2) / 5 + 1)
  }

  /// 0 Monday to 6 Sunday.
  public var weekday: Int { ((number + 3) % 7 + 7) % 7 }

  public static func daysIn(month: Int, of year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  public static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  public static func - (day: Day, days: Int) -> Day { Day(number: day.number - days) }
  /// Days from the right day to the left one.
  public static func - (left: Day, right: Day) -> Int { left.number - right.number }

  /// The same day of the month some months on; the month's last day where that one does not exist.
  public func adding(months: Int) -> Day {
    let p = parts
    let whole = p.year * 12 + p.month - 1 + months
    let year = min(max(whole / 12, 1), 9999)
    let month = whole % 12 + 1
    return Day(year: year, month: month, day: min(p.day, Day.daysIn(month: month, of: year))) ?? self
  }

  /// Whole years from this day to another: a person's age. Somebody born on 29 February is a year older on 1 March.
  public func years(to day: Day) -> Int {
    let (a, b) = (parts, day.parts)
    return b.year - a.year - ((b.month, b.day) < (a.month, a.day) ? 1 : 0)
  }
}

extension Day {
  static let monthNames = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
  static let weekdayNames = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]

  /// `2016-01-05`
  public var iso: String {
    let p = parts
    return "\(padded(p.year, 4))-\(padded(p.month, 2))-\(padded(p.day, 2))"
  }

  /// `05-Jan-2016`, for staff (D+Ta-0002).
  public var short: String {
    let p = parts
    return "\(padded(p.day, 2))-\(Day.monthNames[p.month - 1].prefix(3))-\(padded(p.year, 4))"
  }

  /// `Tue 05-Jan-2016`
  public var shortWithWeekday: String { "\(Day.weekdayNames[weekday].prefix(3)) \(short)" }

  /// `5 January 2016`, for patients and for linear mode (D+Ta-0015).
  public var long: String {
    let p = parts
    return "\(p.day) \(Day.monthNames[p.month - 1]) \(p.year)"
  }

  /// `Tuesday 5 January 2016`
  public var longWithWeekday: String { "\(Day.weekdayNames[weekday]) \(long)" }
}

extension Day: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let day = Day(iso: text) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a date: YYYY-MM-DD is wanted")
    }
    self = day
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

extension Day: CustomStringConvertible {
  public var description: String { iso }
}

/// A whole number with leading zeros.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value)
  return digits.count >= width ? digits : String(repeating: "0", count: width - digits.count) + digits
}
