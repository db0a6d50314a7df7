/// What is asked of a service: within how many of its own minutes it answers, and which minutes those are.
public struct ResponseStandard: Hashable, Sendable, Codable {
  public var minutes: Int
  public var window: ServiceWindow

  public init(minutes: Int, window: ServiceWindow) {
    self.minutes = minutes
    self.window = window
  }

  /// `within 60 minutes of 09:00 to 20:00, every day`
  public var words: String { "within \(minutes) minutes of \(window.words)" }
}

/// The two clocks of a referral (R-RF-01): `elapsed` minutes, and `service` minutes, which run only while the service
/// works. Both are told and never mixed.
public struct ReferralClock: Hashable, Sendable {
  public var standard: ResponseStandard
  public var receivedAt: Moment
  /// When somebody first answered; nil until somebody has.
  public var answeredAt: Moment?
  /// Bank holidays of the nation it is in.
  public var holidays: Set<Day>

  public init(standard: ResponseStandard, receivedAt: Moment, answeredAt: Moment?, holidays: Set<Day>) {
    self.standard = standard
    self.receivedAt = receivedAt
    self.answeredAt = answeredAt
    self.holidays = holidays
  }

  /// How it stands at a moment.
  public enum Standing: Hashable, Sendable {
    /// Nobody has answered, and there is time left, in service minutes.
    case running(left: Int)
    /// Answered within the standard, after so many service minutes.
    case met(after: Int)
    /// Answered too late, after so many service minutes.
    case late(after: Int)
    /// Nobody answered in time: a breach, and not a number that is missing (R-RF-02).
    case unanswered(over: Int)

    public var isBreach: Bool {
      switch self {
      case .running, .met: false
      case .late, .unanswered: true
      }
    }
  }

  /// Whole minutes on the wall from being received to being answered, or to now.
  public func elapsed(at now: Moment) -> Int { max(((answeredAt ?? now) - receivedAt) / 60, 0) }

  /// Whole minutes of them in which the service worked.
  public func service(at now: Moment) -> Int { seconds(until: answeredAt ?? now) / 60 }

  public func standing(at now: Moment) -> Standing {
    let used = service(at: now)
    if answeredAt != nil { return used <= standard.minutes ? .met(after: used) : .late(after: used) }
    return used <= standard.minutes
      ? .running(left: standard.minutes - used) : .unanswered(over: used - standard.minutes)
  }

  private func seconds(until end: Moment) -> Int {
    guard end > receivedAt else { return 0 }
    return (receivedAt.day.number...end.day.number).reduce(0) { sum, number in
      standard.window.stretches(of: Day(number: number), holidays: holidays).reduce(sum) { sum, stretch in
        sum + max(min(stretch.upperBound, end) - max(stretch.lowerBound, receivedAt), 0)
      }
    }
  }

  /// The last moment at which an answer is in time; nil where the service does not work within a year.
  public var due: Moment? {
    var left = standard.minutes * 60
    for day in receivedAt.day.number...receivedAt.day.number + 366 {
      for stretch in standard.window.stretches(of: Day(number: day), holidays: holidays) {
        let start = max(stretch.lowerBound, receivedAt)
        guard start < stretch.upperBound else { continue }
        if stretch.upperBound - start >= left { return start + left }
        left -= stretch.upperBound - start
      }
    }
    return nil
  }

  /// Whether the service works at a moment, so that its minutes run.
  public func isRunning(at now: Moment) -> Bool {
    standard.window.stretches(of: now.day, holidays: holidays).contains { $0.contains(now) }
  }

  /// When the service works again; nil while it does, or where it does not within a year.
  public func opens(after now: Moment) -> Moment? {
    guard !isRunning(at: now) else { return nil }
    for day in now.day.number...now.day.number + 366 {
      for stretch in standard.window.stretches(of: Day(number: day), holidays: holidays)
      where stretch.lowerBound > now { return stretch.lowerBound }
    }
    return nil
  }
}

extension Int {
  /// Minutes as they are said: `45 min`, `2 h 05 min`, `3 d 4 h`.
  public var minutesSaid: String {
    switch self {
    case ..<60: "\(self) min"
    case ..<1440: "\(self / 60) h \(padded(self % 60, 2)) min"
    default: "\(self / 1440) d \(self / 60 % 24) h"
    }
  }
}
