/// A list of what waits for somebody (spec 9): each has a count on the front screen, and each line of it says why it is
/// there and what to do.
public enum Worklist: String, Coded {
  case plansDue = "plans_due"
  case noPlan = "no_plan"
  case nobodyOwns = "nobody_owns_this"
  case stopOrTransfer = "stop_or_transfer"
  case bestInterests = "best_interests"
  case dataQuality = "data_quality"
  case privacy

  public var words: String {
    switch self {
    case .plansDue: "Plans due or overdue"
    case .noPlan: "No care plan"
    case .nobodyOwns: "Nobody owns this"
    case .stopOrTransfer: "Stop or transfer"
    case .bestInterests: "Best-interests decisions"
    case .dataQuality: "Data quality"
    case .privacy: "Privacy"
    }
  }

  /// What stands on it, in a sentence.
  public var purpose: String {
    switch self {
    case .plansDue: "Care plans whose review is due within 28 days or is late."
    case .noPlan: "People who are enrolled and have no care plan."
    case .nobodyOwns: "People and reviews that somebody who has left still holds, and people whom nobody has."
    case .stopOrTransfer: "What was still to be done for people who have withdrawn."
    case .bestInterests: "Decisions made for people who could not make them, to be looked at again."
    case .dataQuality: "Records in which something is missing or cannot be right."
    case .privacy: "Openings of records that somebody else looks at afterwards."
    }
  }

  /// What whoever reads it must be allowed (table 8.1).
  public var action: AccessAction { self == .privacy ? .closeAlert : .listPeople }

  /// The lists in the order in which somebody of a role needs them: their own first, then the others.
  public static func inOrder(for role: StaffRole) -> [Worklist] {
    let first: [Worklist] =
      switch role {
      case .mdtCoordinator, .socialWorkManager: [.nobodyOwns, .plansDue, .stopOrTransfer]
      case .careNavigator: [.plansDue, .noPlan, .stopOrTransfer]
      case .privacyOfficer: [.privacy]
      default: [.plansDue]
      }
    return first + allCases.filter { !first.contains($0) }
  }
}

/// How much stands on a worklist.
public struct WorklistCount: Hashable, Sendable {
  public var list: Worklist
  public var count: Int
  /// How many of them are late or broken.
  public var overdue: Int

  public init(list: Worklist, count: Int, overdue: Int) {
    self.list = list
    self.count = count
    self.overdue = overdue
  }
}
