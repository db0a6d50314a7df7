/// That somebody holds a role at an organisation, from one day to another: a post (spec 7.3).
public struct Membership: Hashable, Sendable, Codable, Identifiable {
  public var id: String
  public var role: StaffRole
  public var organisationCode: String
  public var organisationName: String
  public var team: String?
  public var locality: String?
  public var from: Day?
  /// The last day of it; nil while nobody has said when it ends.
  public var lastDay: Day?

  public init(
    id: String, role: StaffRole, organisationCode: String, organisationName: String, team: String? = nil,
    locality: String? = nil, from: Day? = nil, lastDay: Day? = nil
  ) {
    self.id = id
    self.role = role
    self.organisationCode = organisationCode
    self.organisationName = organisationName
    self.team = team
    self.locality = locality
    self.from = from
    self.lastDay = lastDay
  }

  public func isHeld(on day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (lastDay.map { day <= $0 } ?? true) }

  /// "GP, Lantern Row Surgery, South West"
  public var words: String {
    ([role.words, organisationName] + [team, locality].compactMap { $0 }).joined(separator: ", ")
  }

  /// "since 05-Jan-2016", "from 05-Jan-2016 to 01-Mar-2016"
  public func dates(on day: Day) -> String {
    switch (from, lastDay) {
    case (let from?, let to?): "from \(from.short) to \(to.short)"
    case (let from?, nil): from > day ? "begins \(from.short)" : "since \(from.short)"
    case (nil, let to?): "to \(to.short)"
    case (nil, nil): "since before this was recorded"
    }
  }
}

/// What is recorded about a member of staff for whoever looks after the staff: no word of anybody they care for.
public struct StaffFile: Hashable, Sendable, Codable, Identifiable {
  public var member: StaffMember
  /// The newest first.
  public var memberships: [Membership]
  /// Administrator, privacy officer: those in force or to come, and not proposals.
  public var privileges: [StaffRole]
  /// When they were last trained in data security.
  public var trainedOn: Day?
  /// For how many months that counts: the setting training.valid_months.
  public var trainingMonths: Int

  public var id: ID<StaffMember> { member.id }

  public init(
    member: StaffMember, memberships: [Membership] = [], privileges: [StaffRole] = [], trainedOn: Day? = nil,
    trainingMonths: Int = 12
  ) {
    self.member = member
    self.memberships = memberships
    self.privileges = privileges
    self.trainedOn = trainedOn
    self.trainingMonths = trainingMonths
  }

  /// How data security training stands on a day (spec 8.5, DSPT).
  public func training(on day: Day) -> TrainingStanding {
    guard let trainedOn else { return .notRecorded }
    let end = trainedOn.adding(months: trainingMonths)
    if day > end { return .overdue(since: end) }
    return day >= end - TrainingStanding.warningDays ? .endsSoon(on: end) : .valid(to: end)
  }

  /// How they stand here on a day: "works here", "leaves on ...", "left on ...", "begins on ...".
  public func standing(on day: Day) -> String {
    if let from = member.from, from > day { return "begins on \(from.short)" }
    guard let to = member.to else {
      return memberships.contains { $0.isHeld(on: day) } ? "works here" : "holds no post"
    }
    return to < day ? "left after \(to.short)" : "leaves after \(to.short)"
  }
}

/// How somebody's data security training stands.
public enum TrainingStanding: Hashable, Sendable {
  case notRecorded
  case valid(to: Day)
  case endsSoon(on: Day)
  case overdue(since: Day)

  /// From so many days before its end on it is said.
  public static let warningDays = 30

  public var words: String {
    switch self {
    case .notRecorded: "data security training not recorded"
    case .valid(let day): "data security training until \(day.short)"
    case .endsSoon(let day): "data security training ends on \(day.short)"
    case .overdue(let day): "data security training ran out on \(day.short)"
    }
  }

  /// `!` where something has to be done now, `~` soon; nothing else.
  public var mark: String {
    switch self {
    case .valid: ""
    case .endsSoon: "~"
    case .notRecorded, .overdue: "!"
    }
  }
}
