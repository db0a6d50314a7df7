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

/// Whether the person could decide this when they were asked.
public enum ConsentCapacity: String, Coded {
  case has, lacks
  case notAssessed = "not_assessed"

  public var words: String {
    switch self {
    case .has: "Has capacity"
    case .lacks: "Lacks capacity"
    case .notAssessed: "Not in doubt"
    }
  }
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
  /// From which day it holds, where that is another day than it was said on.
  public var validFrom: Day?
  /// Its last day. A decision in somebody's best interests is looked at again then: at most 182 days later.
  public var validTo: Day?
  public var scope: String?
  /// Where what was signed or written down is.
  public var evidence: String?
  public var capacityState: ConsentCapacity?
  /// Whether they had capacity for this decision, in words.
  public var capacity: String?
  /// Why it was not asked for.
  public var reasonNotObtained: String?
  /// Before this day nobody invites them again.
  public var doNotAskBefore: Day?

  public init(
    subject: ConsentSubject, decision: ConsentDecision, basis: ConsentBasis, givenBy: ConsentGiver = .person,
    givenByName: String? = nil, at: Day, validFrom: Day? = nil, validTo: Day? = nil, scope: String? = nil,
    evidence: String? = nil, capacityState: ConsentCapacity? = nil, capacity: String? = nil,
    reasonNotObtained: String? = nil, doNotAskBefore: Day? = nil
  ) {
    self.subject = subject
    self.decision = decision
    self.basis = basis
    self.givenBy = givenBy
    self.givenByName = givenByName
    self.at = at
    self.validFrom = validFrom
    self.validTo = validTo
    self.scope = scope
    self.evidence = evidence
    self.capacityState = capacityState
    self.capacity = capacity
    self.reasonNotObtained = reasonNotObtained
    self.doNotAskBefore = doNotAskBefore
  }

  /// At most so many days until a best-interests decision is looked at again (5.3).
  public static let bestInterestsDays = 182
}
