/// The clock of an interim plan (R-CR-04). It counts London days from the day the plan came into force or was renewed:
/// a reminder half way, the coordinator at three quarters, and on the last day the plan is expired.
public struct CrisisClock: Hashable, Sendable, Codable {
  public var startedOn: Day
  /// The day on which it is expired: the start and so many days (`crisis.interim_days`).
  public var expiresOn: Day

  public init(startedOn: Day, expiresOn: Day) {
    self.startedOn = startedOn
    self.expiresOn = expiresOn
  }

  public init(from day: Day, days: Int) { self.init(startedOn: day, expiresOn: day + days) }

  public var length: Int { expiresOn - startedOn }
  /// Day 14 of 28.
  public var remindsOn: Day { startedOn + length / 2 }
  /// Day 21 of 28.
  public var escalatesOn: Day { startedOn + length * 3 / 4 }

  public enum Stage: String, Sendable, Hashable, Codable { case running, reminder, escalated, expired }

  public func stage(on day: Day) -> Stage {
    if day >= expiresOn { return .expired }
    if day >= escalatesOn { return .escalated }
    return day >= remindsOn ? .reminder : .running
  }

  /// Which day of it a day is, from 0.
  public func dayNumber(on day: Day) -> Int { max(day - startedOn, 0) }

  /// "Day 22 of 28", "EXPIRED 3 days ago".
  public func words(on day: Day) -> String {
    guard stage(on: day) == .expired else { return "day \(dayNumber(on: day)) of \(length)" }
    let late = day - expiresOn
    return late == 0 ? "EXPIRED today" : "EXPIRED \(late) \(late == 1 ? "day" : "days") ago"
  }

  /// How often a plan is renewed before a meeting has to have spoken of it.
  public static let freeRenewals = 1
  /// R-CR-10: within so many days of a use the plan is looked at again.
  public static let reviewAfterUse = 14
  /// R-CR-04, word for word.
  public static let expiredBanner = "INTERIM PLAN EXPIRED - USE WITH JUDGEMENT"
}
