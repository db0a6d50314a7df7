/// What came of looking at a plan again (spec 2.4 and 2.6).
public struct PlanReview: Hashable, Sendable, Codable, Identifiable {
  public typealias ID = CaseModel.ID<PlanReview>

  public var id: ID
  public var planVersion: Int
  public var dueOn: Day?
  public var doneOn: Day
  /// A member of staff's name; the store fills it in.
  public var doneBy: String
  public var kind: Kind
  public var whatWorking: String
  public var whatNotWorking: String
  public var changesNeeded: String
  public var outcomesProgress: String
  public var unintendedChange: String
  public var personSatisfied: Satisfied
  public var decision: Decision
  public var nextReview: Day?
  /// The five questions of 2.6, 1 to 5, in order; nil where it was not asked.
  public var answers: [Int?]

  public enum Kind: String, CaseIterable, Sendable, Codable {
    case full, lightTouch = "light_touch", unplanned, personRequested = "person_requested"
    public var words: String {
      switch self {
      case .full: "full"
      case .lightTouch: "light touch"
      case .unplanned: "unplanned"
      case .personRequested: "asked for by the person"
      }
    }
  }
  public enum Satisfied: String, CaseIterable, Sendable, Codable {
    case yes, partly, no, notAsked = "not_asked"
    public var words: String { self == .notAsked ? "not asked" : rawValue }
  }
  public enum Decision: String, CaseIterable, Sendable, Codable {
    case noChange = "no_change", amend, replace, end
    public var words: String { self == .noChange ? "no change" : rawValue }
  }

  public static let questions = [
    "Planned with people who talk to each other", "Worked on what matters to me", "I know who coordinates",
    "I know what to do and who to call in a crisis", "My carer's needs are recognised",
  ]

  public init(
    id: ID, planVersion: Int, dueOn: Day?, doneOn: Day, doneBy: String = "", kind: Kind = .full,
    whatWorking: String = "", whatNotWorking: String = "", changesNeeded: String = "", outcomesProgress: String = "",
    unintendedChange: String = "", personSatisfied: Satisfied = .notAsked, decision: Decision = .noChange,
    nextReview: Day? = nil, answers: [Int?] = [nil, nil, nil, nil, nil]
  ) {
    self.id = id
    self.planVersion = planVersion
    self.dueOn = dueOn
    self.doneOn = doneOn
    self.doneBy = doneBy
    self.kind = kind
    self.whatWorking = whatWorking
    self.whatNotWorking = whatNotWorking
    self.changesNeeded = changesNeeded
    self.outcomesProgress = outcomesProgress
    self.unintendedChange = unintendedChange
    self.personSatisfied = personSatisfied
    self.decision = decision
    self.nextReview = nextReview
    self.answers = answers
  }
}

/// How a plan stands on a day: R-CP-02's bands and R-CP-04's banner.
public enum PlanStanding: Hashable, Sendable {
  case noPlan
  /// There is none, and somebody said why. A draft that only records that the person declined is this, too.
  case noPlanBecause(String)
  case draft
  case noReviewDate
  case current(dueIn: Int)
  /// Due today or in at most 28 days.
  case dueSoon(days: Int)
  /// 1 to 30, 31 to 90, more than 90 days late.
  case overdue(days: Int)
  case ended(CarePlanStatus)

  public static func of(status: CarePlanStatus?, nextReview: Day?, reason: String? = nil, on day: Day) -> PlanStanding {
    switch status {
    case nil: return reason.map { .noPlanBecause($0) } ?? .noPlan
    case .draft: return reason.map { .noPlanBecause($0) } ?? .draft
    case .revoked, .completed, .enteredInError: return status.map { .ended($0) } ?? .noPlan
    case .active, .onHold:
      guard let nextReview else { return .noReviewDate }
      let days = nextReview - day
      if days < 0 { return .overdue(days: -days) }
      return days <= 28 ? .dueSoon(days: days) : .current(dueIn: days)
    }
  }

  /// R-CP-04: shown on every screen and print once the review is more than 90 days late.
  public var isOutOfDate: Bool {
    if case .overdue(let days) = self { return days > 90 }
    return false
  }

  /// R-CP-04 as a sentence; nil where there is nothing to warn of.
  public func warning(nextReview: Day?, to audience: Audience) -> String? {
    guard isOutOfDate, case .overdue(let days) = self, let nextReview else { return nil }
    return "! OUT OF DATE: the review was due \(nextReview.shown(to: audience)), \(days) days ago. Check before use."
  }

  /// `!` act now, `~` soon, `=` fine, or a space: the mark that stands before the words.
  public var mark: Character {
    switch self {
    case .noPlan, .overdue, .noReviewDate: "!"
    case .dueSoon, .draft, .noPlanBecause: "~"
    case .current: "="
    case .ended: " "
    }
  }

  /// `! OVERDUE 12d`: mark and words, never the mark alone.
  public var words: String {
    switch self {
    case .noPlan: "! NO PLAN"
    case .noPlanBecause(let reason): "~ no plan: \(reason)"
    case .draft: "~ draft only"
    case .noReviewDate: "! NO REVIEW DATE"
    case .current(let days): "= due in \(days)d"
    case .dueSoon(let days): days == 0 ? "~ due today" : "~ due \(days)d"
    case .overdue(let days): "! OVERDUE \(days)d"
    case .ended(let status): "  \(status.words)"
    }
  }

  /// The same where a person's own words do not fit; they stand in full nearby.
  public var shortWords: String {
    if case .noPlanBecause = self { return "~ no plan, declined" }
    return words
  }
}
