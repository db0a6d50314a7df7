import CaseModel
import Foundation
import Testing

/// A year of minutes counted one by one, with the system's own table of time zones and none of the program's calendar.
private struct CountedYear {
  let start: Int
  /// How many minutes of the service there were before each minute of the year and a month more.
  let before: [Int32]

  init(_ year: Int, from: Int, to: Int, isOpen: (Int, Int) -> Bool) throws {
    let zone = try #require(TimeZone(identifier: "Europe/London"))
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    let first = try #require(calendar.date(from: DateComponents(year: year, month: 1, day: 1)))
    start = Int(first.timeIntervalSince1970)
    var counted: [Int32] = [0]
    counted.reserveCapacity(600_000)
    for minute in 0..<(397 * 1440) {
      let utc = start + minute * 60
      let local = utc + zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(utc)))
      let (day, minuteOfDay) = (local / 86_400, local / 60 % 1440)
      let isIn = from == to || (minuteOfDay >= from && minuteOfDay < to)
      // 1 January 1970 was a Thursday.
      counted.append(counted[minute] + (isIn && isOpen(day, (day + 3) % 7) ? 1 : 0))
    }
    before = counted
  }

  func service(_ received: Int, _ answered: Int) -> Int { Int(before[answered] - before[received]) }

  /// The first minute before which so many minutes of the service have gone by.
  func due(_ received: Int, _ minutes: Int) -> Int? {
    let wanted = before[received] + Int32(minutes)
    var (low, high) = (received, before.count - 1)
    guard before[high] >= wanted else { return nil }
    while low < high {
      let middle = (low + high) / 2
      if before[middle] >= wanted { high = middle } else { low = middle + 1 }
    }
    return low
  }
}

@Suite("R-RF-01: the two clocks of a referral") struct ReferralClockTests {
  static let holidays: Set<Day> = Set(
    ["2016-01-01", "2016-03-25", "2016-03-28", "2016-05-02", "2016-05-30", "2016-08-29", "2016-12-26", "2016-12-27"]
      .compactMap { Day(iso: $0) })
  static let hospital = ServiceWindow(from: 9 * 60, to: 20 * 60, days: .daily)

  static func clock(
    _ received: Moment, _ answered: Moment? = nil, minutes: Int = 60, window: ServiceWindow = hospital
  ) -> ReferralClock {
    ReferralClock(
      standard: ResponseStandard(minutes: minutes, window: window), receivedAt: received, answeredAt: answered,
      holidays: holidays)
  }

  static func london(_ day: String, _ time: String) throws -> Moment {
    try Moment.typed(time, on: try #require(Day(iso: day))).get()
  }

  @Test(
    "R-RF-01: every minute of 2016, answered after minutes, hours and days, against minutes counted one by one",
    arguments: [
      (540, 1200, ServiceWindow.Days.daily, 60, 1), (480, 1200, .daily, 120, 5), (540, 1020, .workingDays, 480, 7),
      (540, 1020, .weekdays, 960, 11), (0, 0, .daily, 60, 5), (30, 90, .daily, 45, 5), (60, 120, .daily, 60, 5),
      (1439, 1439, .workingDays, 60, 13), (0, 1439, .daily, 1500, 13),
    ] as [(Int, Int, ServiceWindow.Days, Int, Int)])
  func year(_ from: Int, _ to: Int, _ days: ServiceWindow.Days, _ minutes: Int, _ step: Int) throws {
    let holidays = Self.holidays
    let counted = try CountedYear(2016, from: from, to: to) { day, weekday in
      switch days {
      case .daily: true
      case .weekdays: weekday < 5
      case .workingDays: weekday < 5 && !holidays.contains(Day(number: day))
      }
    }
    let window = ServiceWindow(from: from, to: to, days: days)
    let delays = [0, 1, 29, 60, 61, 119, 720, 1439, 1440, 1441, 2880, 4320]
    var wrong = [String]()
    for received in stride(from: 0, to: 366 * 1440, by: step) {
      let answered = received + delays[(received / step) % delays.count] + received % 17
      let clock = Self.clock(
        Moment(seconds: counted.start + received * 60), Moment(seconds: counted.start + answered * 60),
        minutes: minutes, window: window)
      let now = Moment(seconds: counted.start + answered * 60)
      if clock.service(at: now) != counted.service(received, answered) || clock.elapsed(at: now) != answered - received
      {
        wrong.append("\(clock.receivedAt.iso) \(now.iso): \(clock.service(at: now))")
      }
      guard received % (step * 8) == 0 else { continue }
      let due = counted.due(received, minutes).map { Moment(seconds: counted.start + $0 * 60) }
      if clock.due != due {
        wrong.append("\(clock.receivedAt.iso) due \(clock.due?.iso ?? "-"), not \(due?.iso ?? "-")")
      }
    }
    #expect(wrong.prefix(5) == [], "\(wrong.count) of the year")
  }

  @Test("R-RF-01: at 19:30 half an hour is left today, and the rest runs from 09:00 tomorrow") func evening() throws {
    let clock = Self.clock(try Self.london("2016-01-05", "19:30"))
    #expect(clock.standing(at: try Self.london("2016-01-05", "20:00")) == .running(left: 30))
    #expect(clock.standing(at: try Self.london("2016-01-06", "08:59")) == .running(left: 30))
    #expect(clock.due == (try Self.london("2016-01-06", "09:30")))
    #expect(clock.standing(at: try Self.london("2016-01-06", "09:31")) == .unanswered(over: 1))
    #expect(!clock.isRunning(at: try Self.london("2016-01-05", "20:00")))
    #expect(clock.opens(after: try Self.london("2016-01-05", "20:00")) == (try Self.london("2016-01-06", "09:00")))
  }

  @Test("6.4, M5: received 19:50 and seen 09:20 the next day is 810 minutes elapsed, 30 of the service, and met")
  func worked() throws {
    let answered = try Self.london("2016-01-06", "09:20")
    let clock = Self.clock(try Self.london("2016-01-05", "19:50"), answered)
    #expect(clock.elapsed(at: answered) == 810 && clock.service(at: answered) == 30)
    #expect(clock.standing(at: answered) == .met(after: 30))
  }

  @Test("R-RF-01: an hour that comes twice is worked twice, and one that is left out is not worked") func changes()
    throws
  {
    let night = ServiceWindow(from: 0, to: 0, days: .daily)
    // 27 March 2016: 00:30, then 02:30; there is one hour between them.
    let spring = Self.clock(
      try Self.london("2016-03-27", "00:30"), try Self.london("2016-03-27", "02:30"), window: night)
    #expect(spring.service(at: spring.receivedAt) == 60)
    // 30 October 2016: 00:30, then 02:30; there are three.
    let autumn = Self.clock(
      try Self.london("2016-10-30", "00:30"), try Self.london("2016-10-30", "02:30"), window: night)
    #expect(autumn.service(at: autumn.receivedAt) == 180)
  }

  @Test("A time in the hour that comes twice says which, and one that was left out is refused") func ambiguous() throws
  {
    let (autumn, spring) = (try #require(Day(iso: "2016-10-30")), try #require(Day(iso: "2016-03-27")))
    #expect(Moment.typed("01:30", on: autumn) == .failure(.happensTwice("01:30")))
    let (first, second) = (
      try Moment.typed("01:30 BST", on: autumn).get(), try Moment.typed("0130 gmt", on: autumn).get()
    )
    #expect(second - first == 3600)
    #expect([first.clockSaid, second.clockSaid] == ["01:30 BST", "01:30 GMT"])
    #expect(Moment.typed("01:30", on: spring) == .failure(.leftOut("01:30")))
    #expect(try Moment.typed("9:05", on: spring).get().clockSaid == "09:05")
    #expect(Moment.typed("12:00 GMT", on: try #require(Day(iso: "2016-07-01"))) == .failure(.notATime))
    for text in ["", "25:00", "9.30", "12:60", "-1:00", "١٢:٠٠", "1:2:3", "930"] {
      #expect(Moment.typed(text, on: spring) == .failure(.notATime), "\(text)")
    }
  }

  @Test("A day of four digits, month and day is taken where a day is typed, as the complaint says") func typedDay()
    throws
  {
    let today = try #require(Day(iso: "2016-01-05"))
    #expect(try Day.typed("2015-10-25", today: today).get().iso == "2015-10-25")
    #expect(try Day.typed("24-3-16", today: today).get().iso == "2016-03-24")
  }

  @Test("A referral received in either of the two hours has its own clock: the second is due an hour later")
  func twice() throws {
    let night = ServiceWindow(from: 0, to: 0, days: .daily)
    let first = Self.clock(try Self.london("2016-10-30", "01:30 BST"), window: night)
    let second = Self.clock(try Self.london("2016-10-30", "01:30 GMT"), window: night)
    #expect(first.due?.clockSaid == "01:30 GMT" && second.due?.clockSaid == "02:30")
    // Within the service's day both are due at 10:00.
    #expect(Self.clock(first.receivedAt).due?.clock == "10:00" && Self.clock(second.receivedAt).due?.clock == "10:00")
  }
}
