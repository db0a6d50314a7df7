/// What somebody is for a person they look after (spec 4.2).
public enum CareRole: String, Coded {
  case accountableGP = "accountable_gp"
  case namedSocialWorker = "named_social_worker"
  /// Worked out from the practice's locality and given to nobody (R-SW-06).
  case localitySocialWorker = "locality_social_worker"
  case careCoordinator = "care_coordinator"
  case careNavigator = "care_navigator"
  case keyWorker = "key_worker"
  case districtNurse = "district_nurse"
  case communityMatron = "community_matron"
  case geriatrician
  case cpn
  case palliativeNurse = "palliative_nurse"
  case carerLink = "carer_link"
  case other

  /// Of these a person has at most one at a time (I-4).
  public static let single: [CareRole] = [.accountableGP, .namedSocialWorker, .careCoordinator]

  public var isSingle: Bool { CareRole.single.contains(self) }

  /// The person is told who it is, within the days of the setting enrol.notify_days (4.2).
  public var personIsTold: Bool { isSingle }

  /// What may be given; the locality's link worker is derived.
  public static let given: [CareRole] = allCases.filter { $0 != .localitySocialWorker }

  public var words: String {
    switch self {
    case .accountableGP: "Accountable GP"
    case .localitySocialWorker: "Locality link worker"
    case .cpn: "Community psychiatric nurse"
    case .carerLink: "Carers' link worker"
    default: sentence(rawValue)
    }
  }

  public var alsoWritten: [String] {
    switch self {
    case .accountableGP: ["GP", "named GP"]
    case .namedSocialWorker: ["social worker", "NSW", "SW"]
    case .localitySocialWorker: ["link worker"]
    case .careCoordinator: ["coordinator"]
    case .careNavigator: ["navigator"]
    case .communityMatron: ["matron"]
    default: []
    }
  }
}

/// Why somebody was given a role (4.2).
public enum AssignmentReason: String, Coded {
  case mdtDecision = "mdt_decision"
  case reallocation
  case staffLeft = "staff_left"
  case personRequest = "person_request"
  case conflictOfInterest = "conflict_of_interest"
  case capacity
  case localityMove = "locality_move"
  case hospitalAdmission = "hospital_admission"

  public var words: String {
    switch self {
    case .mdtDecision: "Decision of an MDT"
    case .staffLeft: "Their worker leaves or is away"
    case .personRequest: "The person asked"
    default: sentence(rawValue)
    }
  }
}

/// Why a role came to its end: the same, and three more (4.2).
public enum AssignmentEnd: String, Coded {
  case mdtDecision = "mdt_decision"
  case reallocation
  case staffLeft = "staff_left"
  case personRequest = "person_request"
  case conflictOfInterest = "conflict_of_interest"
  case capacity
  case localityMove = "locality_move"
  case hospitalAdmission = "hospital_admission"
  case stepDown = "step_down"
  case died, closed

  public var words: String {
    AssignmentReason(rawValue: rawValue)?.words ?? (self == .closed ? "The work is done" : sentence(rawValue))
  }

  /// Nobody has to take over: the person does not need one any more.
  public var needsNobody: Bool { self == .stepDown || self == .died || self == .closed }
}

/// How a person was told who looks after them (4.2).
public enum ToldMethod: String, Coded {
  case phone
  case inPerson = "in_person"
  case letter, text, email
  case throughCarer = "through_carer"

  public var words: String {
    switch self {
    case .phone: "By phone"
    case .text: "By text message"
    case .email: "By email"
    case .letter: "By letter"
    default: sentence(rawValue)
    }
  }

  public var alsoWritten: [String] {
    switch self {
    case .phone: ["telephone", "call", "called"]
    case .inPerson: ["visit", "face to face"]
    case .letter: ["post"]
    default: []
    }
  }
}
