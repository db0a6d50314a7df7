/// What a person decides about (spec 5.3).
public enum ConsentSubject: String, Coded {
  case enrolment
  case shareInMDT = "share_in_mdt"
  case shareCrisisExternal = "share_crisis_external"
  case contactCarer = "contact_carer"
  case attendMeeting = "attend_meeting"
  case researchUse = "research_use"

  public var words: String {
    switch self {
    case .enrolment: "Being in integrated care"
    case .shareInMDT: "Sharing the record in the team"
    case .shareCrisisExternal: "Sharing the crisis plan outside the team"
    case .contactCarer: "Contact with the carer"
    case .attendMeeting: "Attending the meeting"
    case .researchUse: "Use for research"
    }
  }
}

/// What was decided.
public enum ConsentDecision: String, Coded {
  case given, refused, withdrawn
  case notAsked = "not_asked"

  public var words: String { sentence(rawValue) }
}

/// Who said so.
public enum ConsentGiver: String, Coded {
  case person, attorney, deputy, imca, clinician

  public var words: String { self == .imca ? "Independent mental capacity advocate" : sentence(rawValue) }
}

/// One statement about consent. Statements are added and never changed: the newest of a subject is in force.
public struct ConsentStatement: Hashable, Sendable, Codable {
  public var subject: ConsentSubject
  public var decision: ConsentDecision
  public var basis: ConsentBasis
  public var givenBy: ConsentGiver
  public var givenByName: String?
  /// The day on which it was said.
  public var at: Day
  /// When a decision in somebody's best interests is looked at again: at most 182 days later.
  public var validTo: Day?
  public var scope: String?
  public var evidence: String?
  /// Whether they had capacity for this decision, in words.
  public var capacity: String?
  /// Why it was not asked for.
  public var reasonNotObtained: String?

  public init(
    subject: ConsentSubject, decision: ConsentDecision, basis: ConsentBasis, givenBy: ConsentGiver = .person,
    givenByName: String? = nil, at: Day, validTo: Day? = nil, scope: String? = nil, evidence: String? = nil,
    capacity: String? = nil, reasonNotObtained: String? = nil
  ) {
    self.subject = subject
    self.decision = decision
    self.basis = basis
    self.givenBy = givenBy
    self.givenByName = givenByName
    self.at = at
    self.validTo = validTo
    self.scope = scope
    self.evidence = evidence
    self.capacity = capacity
    self.reasonNotObtained = reasonNotObtained
  }

  /// At most so many days until a best-interests decision is looked at again (5.3).
  public static let bestInterestsDays = 182

  /// What is wrong with it, as sentences; empty when it can be recorded.
  public func faults(today: Day) -> [String] {
    var faults = [String]()
    if at > today { faults.append("It is dated in the future.") }
    if basis == .bestInterests {
      if capacity?.isEmpty ?? true {
        faults.append("A decision in somebody's best interests says why they cannot decide.")
      }
      if validTo.map({ $0 <= at || $0 > at + ConsentStatement.bestInterestsDays }) ?? true {
        faults.append("A decision in somebody's best interests is looked at again within 182 days: give the day.")
      }
      if givenBy == .person { faults.append("Somebody who cannot decide has not decided: say who did.") }
    }
    if decision == .notAsked, reasonNotObtained?.isEmpty ?? true { faults.append("It does not say why nobody asked.") }
    if givenBy != .person, givenByName?.isEmpty ?? true {
      faults.append("It does not name who decided for the person.")
    }
    return faults
  }
}
