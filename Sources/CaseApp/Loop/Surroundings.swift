public import CaseModel

/// What a screen may know of the world without asking: who is at the keys, and what time it is.
public struct Surroundings: Hashable, Sendable {
  public var actor: Actor
  public var now: Moment
  /// The store takes practice numbers only, and says so.
  public var isPractice: Bool
  public var isReadOnly: Bool

  public init(actor: Actor, now: Moment, isPractice: Bool, isReadOnly: Bool) {
    self.actor = actor
    self.now = now
    self.isPractice = isPractice
    self.isReadOnly = isReadOnly
  }

  public var today: Day { now.day }

  /// What stands at the right of a title: `Tue 05-Jan-2016 09:42`.
  public var clock: String { "\(now.day.shortWithWeekday) \(now.clock)" }
}

extension Surroundings {
  /// What a screen starts from until the loop brings it up to date.
  public static let nowhere = Surroundings(
    actor: Actor(
      staff: StaffMember(id: ID("nobody"), name: "Nobody", role: .other, organisationCode: "", organisationName: ""),
      workstation: ""), now: Moment(seconds: 0), isPractice: true, isReadOnly: true)
}
