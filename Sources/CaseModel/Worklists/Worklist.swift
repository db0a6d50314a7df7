/// A list of what waits for somebody (spec 9): each has a count on the front screen, and each line of it says why it is
/// there and what to do.
public enum Worklist: String, Coded {
  case myPeople = "my_people"
  case nobodyOwns = "nobody_owns_this"
  case responseClock = "response_clock"
  case plansDue = "plans_due"
  case noPlan = "no_plan"
  case interimPlans = "interim_crisis_plans"
  case crisisDrafts = "crisis_drafts"
  case crisisReviews = "crisis_reviews"
  case crisisCopies = "crisis_copies"
  case tellThePerson = "tell_the_person"
  case carers
  case followUps = "follow_ups"
  case stopOrTransfer = "stop_or_transfer"
  case afterDeath = "after_a_death"
  case duplicates = "possible_duplicates"
  case bestInterests = "best_interests"
  case dataQuality = "data_quality"
  case privacy

  public var words: String {
    switch self {
    case .myPeople: "My people"
    case .nobodyOwns: "Nobody owns this"
    case .responseClock: "Response clock"
    case .plansDue: "Plans due or overdue"
    case .noPlan: "No care plan"
    case .interimPlans: "Interim crisis plans"
    case .crisisDrafts: "Crisis plans to approve"
    case .crisisReviews: "Crisis plans to look at again"
    case .crisisCopies: "Copies to recall"
    case .tellThePerson: "Tell the person"
    case .carers: "Carers"
    case .followUps: "Follow-ups"
    case .stopOrTransfer: "Stop or transfer"
    case .afterDeath: "After a death"
    case .duplicates: "Possible duplicates"
    case .bestInterests: "Best-interests decisions"
    case .dataQuality: "Data quality"
    case .privacy: "Privacy"
    }
  }

  /// What stands on it, in a sentence.
  public var purpose: String {
    switch self {
    case .myPeople: "People in your care for whom something is due or new."
    case .nobodyOwns: "What nobody has accepted, what somebody away or gone still holds, and people without anybody."
    case .responseClock: "Open referrals with the time that is left to answer them."
    case .plansDue: "Care plans whose review is due within 28 days or is late."
    case .noPlan: "People who are enrolled and have no care plan."
    case .interimPlans: "Interim crisis plans with their day of 28, the expired first."
    case .crisisDrafts: "Drafts of crisis plans, which nobody sees in a crisis until they are approved."
    case .crisisReviews: "Crisis plans that were used, or are past their review."
    case .crisisCopies: "Paper copies that no longer say what is in force."
    case .tellThePerson: "People to be told who is there for them, with the number to ring."
    case .carers: "Known carers without a finished assessment."
    case .followUps: "What visits, advice and the ward team have left to be followed up."
    case .stopOrTransfer: "What was still to be done for people who have withdrawn."
    case .afterDeath: "What was still open when somebody died, to be closed one by one."
    case .duplicates: "Records that may be of one person, for somebody to compare."
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
      case .mdtCoordinator: [.nobodyOwns, .responseClock, .interimPlans, .tellThePerson, .plansDue, .stopOrTransfer]
      case .socialWorkManager: [.nobodyOwns, .responseClock, .carers, .tellThePerson]
      case .careNavigator: [.myPeople, .plansDue, .noPlan, .interimPlans, .crisisCopies, .tellThePerson]
      case .socialWorker: [.myPeople, .responseClock, .carers, .tellThePerson]
      case .hospitalSocialWorker: [.responseClock, .myPeople, .followUps]
      case .gp, .consultant, .seniorNurse, .communityMatron:
        [.crisisDrafts, .interimPlans, .crisisReviews, .myPeople, .plansDue]
      case .geriatrician: [.followUps, .responseClock, .crisisDrafts, .interimPlans, .myPeople]
      case .privacyOfficer: [.privacy]
      default: [.myPeople]
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
