/// How somebody's crisis plan stands, as the single view shows it; what it says is read by itself.
public struct CrisisHeader: Hashable, Sendable, Codable {
  /// 0 where nothing is in force.
  public var versionNumber: Int
  public var grade: CrisisGrade
  public var effectiveFrom: Day?
  public var clock: CrisisClock?
  public var reviewOn: Day?
  public var hasDraft: Bool

  public init(
    versionNumber: Int, grade: CrisisGrade, effectiveFrom: Day?, clock: CrisisClock?, reviewOn: Day?, hasDraft: Bool
  ) {
    self.versionNumber = versionNumber
    self.grade = grade
    self.effectiveFrom = effectiveFrom
    self.clock = clock
    self.reviewOn = reviewOn
    self.hasDraft = hasDraft
  }

  /// `= in force, day 3 of 28`, `! EXPIRED 2 days ago`, `! NONE IN FORCE`.
  public func standing(on day: Day) -> String {
    guard versionNumber > 0 else { return "! NONE IN FORCE" }
    guard grade == .interim, let clock else {
      guard let reviewOn else { return "! NO REVIEW DATE" }
      return reviewOn < day ? "! REVIEW OVERDUE \(day - reviewOn)d" : "= CURRENT"
    }
    switch clock.stage(on: day) {
    case .expired: return "! \(clock.words(on: day))"
    case .running: return "= \(clock.words(on: day))"
    case .reminder, .escalated: return "~ \(clock.words(on: day))"
    }
  }
}
