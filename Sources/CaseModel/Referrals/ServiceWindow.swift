/// When a service works: from one time of day to another, on which days, in London (spec 4.6, R-RF-01).
public struct ServiceWindow: Hashable, Sendable, Codable {
  /// On which days a service works.
  public enum Days: String, Coded {
    case daily
    case weekdays
    /// Monday to Friday and no bank holiday.
    case workingDays = "working_days"

    public var words: String {
      switch self {
      case .daily: "every day"
      case .weekdays: "Monday to Friday"
      case .workingDays: "working days"
      }
    }
  }

  /// Minutes of the day, 0 to 1,439. Where both are the same it works round the clock.
  public var from: Int
  public var to: Int
  public var days: Days

  public init(from: Int, to: Int, days: Days) {
    self.from = from
    self.to = to
    self.days = days
  }

  /// `09:00`, `20:00`; nil where one is no time, or the second is before the first.
  public init?(from: String, to: String, days: Days) {
    guard let start = ServiceWindow.minute(from), let end = ServiceWindow.minute(to), start <= end else { return nil }
    self.init(from: start, to: end, days: days)
  }

  private static func minute(_ text: String) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, text.utf8.count == 5, let hour = Int(parts[0]), let minute = Int(parts[1]),
      (0..<24).contains(hour), (0..<60).contains(minute)
    else { return nil }
    return hour * 60 + minute
  }

  private static func text(_ minute: Int) -> String { "\(padded(minute / 60, 2)):\(padded(minute % 60, 2))" }

  public var fromText: String { ServiceWindow.text(from) }
  public var toText: String { ServiceWindow.text(to) }

  /// `09:00 to 20:00, every day`
  public var words: String { from == to ? "round the clock, \(days.words)" : "\(fromText) to \(toText), \(days.words)" }

  /// Whether it works on a day at all.
  public func isOpen(on day: Day, holidays: Set<Day>) -> Bool {
    switch days {
    case .daily: true
    case .weekdays: day.weekday < 5
    case .workingDays: day.isWorkingDay(holidays: holidays)
    }
  }

  /// The stretches of a day in which it works, as moments. One, but for a day on which clocks change within the window:
  /// an hour that happens twice is worked twice, and one that is left out is not worked.
  public func stretches(of day: Day, holidays: Set<Day>) -> [Range<Moment>] {
    guard isOpen(on: day, holidays: holidays) else { return [] }
    let (begin, end) = (day.begins, (day + 1).begins)
    if from == to { return [begin..<end] }
    let midnight = Moment(day, hour: 0, minute: 0)
    // Clocks change at 01:00 UTC; before and after it the difference from UTC is one and the same.
    let change = Moment(day, hour: 1, minute: 0)
    return [begin..<change, change..<end].compactMap { part in
      let offset = part.lowerBound.minuteOfDay * 60 - (part.lowerBound - midnight)
      let start = max(midnight + (from * 60 - offset), part.lowerBound)
      let stop = min(midnight + (to * 60 - offset), part.upperBound)
      return start < stop ? start..<stop : nil
    }
  }
}
