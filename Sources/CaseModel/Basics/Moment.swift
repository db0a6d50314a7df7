/// A point in time to the second, in UTC. Stored as `2016-01-05T09:42:00Z`.
///
/// Every deadline that says "day" is a Europe/London local day (D-VER-4): ask `day` and `clock`.
public struct Moment: Hashable, Sendable, Comparable {
  /// Seconds since 1970-01-01T00:00:00Z.
  public let seconds: Int

  public init(seconds: Int) { self.seconds = seconds }

  public init(_ day: Day, hour: Int, minute: Int, second: Int = 0) {
    seconds = day.number * 86_400 + hour * 3600 + minute * 60 + second
  }

  public static func < (left: Moment, right: Moment) -> Bool { left.seconds < right.seconds }
  public static func + (moment: Moment, seconds: Int) -> Moment { Moment(seconds: moment.seconds + seconds) }
  public static func - (left: Moment, right: Moment) -> Int { left.seconds - right.seconds }

  /// Exactly `YYYY-MM-DDTHH:MM:SSZ`.
  public init?(iso text: String) {
    let utf8 = Array(text.utf8)
    guard utf8.count == 20, utf8[10] == 84, utf8[13] == 58, utf8[16] == 58, utf8[19] == 90 else { return nil }
    func two(_ at: Int) -> Int? {
      let (a, b) = (Int(utf8[at]) - 48, Int(utf8[at + 1]) - 48)
      return (0...9).contains(a) && (0...9).contains(b) ? a * 10 + b : nil
    }
    guard let day = Day(iso: String(text.prefix(10))), let hour = two(11), let minute = two(14), let second = two(17),
      hour < 24, minute < 60, second < 60
    else { return nil }
    self.init(day, hour: hour, minute: minute, second: second)
  }

  public var iso: String { "\(utcDay.iso)T\(Moment.time(secondOfDay))Z" }

  var utcDay: Day { Day(number: Moment.floorDivide(seconds, 86_400)) }
  var secondOfDay: Int { seconds - utcDay.number * 86_400 }

  private static func time(_ second: Int) -> String {
    "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
  }

  private static func floorDivide(_ a: Int, _ b: Int) -> Int { a >= 0 ? a / b : (a - b + 1) / b }

  // Summer time in London: from 01:00 UTC on March's last Sunday to 01:00 UTC on October's (the rule since 1996).
  private var isSummerTime: Bool {
    let year = utcDay.parts.year
    func lastSunday(_ month: Int) -> Int {
      guard let last = Day(year: year, month: month, day: 31) else { return 0 }
      return (last - (last.weekday + 1) % 7).number * 86_400 + 3600
    }
    return seconds >= lastSunday(3) && seconds < lastSunday(10)
  }

  private var london: Moment { isSummerTime ? self + 3600 : self }

  /// The day it is in London.
  public var day: Day { london.utcDay }

  /// The time in London, `09:42`.
  public var clock: String { String(Moment.time(london.secondOfDay).prefix(5)) }

  /// The minute of the day in London, 0 to 1,439.
  public var minuteOfDay: Int { london.secondOfDay / 60 }

  /// `05-Jan-2016 09:42`, for staff.
  public var short: String { "\(day.short) \(clock)" }

  /// `5 January 2016, 09:42`, for linear mode.
  public var long: String { "\(day.long), \(clock)" }
}

extension Day {
  /// When it begins in London.
  public var begins: Moment {
    let early = Moment(self, hour: 0, minute: 0) + -3600
    return early.day == self ? early : early + 3600
  }
}

extension Moment: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let moment = Moment(iso: text) else {
      throw DecodingError.dataCorruptedError(
        in: container, debugDescription: "not a time: YYYY-MM-DDTHH:MM:SSZ is wanted")
    }
    self = moment
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}
