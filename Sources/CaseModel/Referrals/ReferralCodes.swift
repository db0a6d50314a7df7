/// Which service somebody is referred to (spec 4.6).
public enum ReferralKind: String, Coded {
  case hospitalSocialWork = "hospital_social_work"
  case rapidResponse = "rapid_response"
  case communityGeriatrician = "community_geriatrician"
  case reablement
  case mentalHealth = "mental_health"
  case occupationalTherapy = "ot"
  case housing, voluntary, other

  public var words: String {
    switch self {
    case .hospitalSocialWork: "Hospital social work"
    case .rapidResponse: "Rapid response"
    case .communityGeriatrician: "Community geriatrician"
    case .reablement: "Reablement"
    case .mentalHealth: "Mental health"
    case .occupationalTherapy: "Occupational therapy"
    case .housing: "Housing"
    case .voluntary: "Voluntary sector"
    case .other: "Other service"
    }
  }

  public var alsoWritten: [String] {
    switch self {
    case .hospitalSocialWork: ["hospital sw", "hospital"]
    case .rapidResponse: ["rapid"]
    case .communityGeriatrician: ["geriatrician"]
    case .occupationalTherapy: ["occupational therapist"]
    default: []
    }
  }

  /// Whose settings its standard and its window are: `sw`, `rapid`, `geriatrician`, and `referral` for the others.
  public var settings: String {
    switch self {
    case .hospitalSocialWork: "sw"
    case .rapidResponse: "rapid"
    case .communityGeriatrician: "geriatrician"
    default: "referral"
    }
  }

  /// Which services a role answers for: who is referred to one is theirs to open (8.2, `referral_open`).
  public static func answered(by role: StaffRole) -> Set<ReferralKind> {
    switch role {
    case .hospitalSocialWorker: [.hospitalSocialWork]
    case .geriatrician: [.communityGeriatrician]
    case .cpn, .psychiatrist: [.mentalHealth]
    case .occupationalTherapist: [.occupationalTherapy]
    default: []
    }
  }
}

/// Where the person is (spec 4.6).
public enum ReferralPlace: String, Coded {
  case ed, aau, cdu, ward, community, gp
  case careHome = "care_home"

  public var words: String {
    switch self {
    case .ed: "A&E"
    case .aau: "Acute assessment unit"
    case .cdu: "Clinical decision unit"
    case .ward: "Ward"
    case .community: "At home"
    case .gp: "GP practice"
    case .careHome: "Care home"
    }
  }

  public var alsoWritten: [String] {
    switch self {
    case .ed: ["emergency department", "A and E"]
    case .community: ["home"]
    default: []
    }
  }

  /// In two or three letters where a column has no more: `ED`, `AAU`.
  public var short: String {
    switch self {
    case .ed: "A&E"
    case .aau: "AAU"
    case .cdu: "CDU"
    default: words
    }
  }
}

/// How the service answered: a person, not a receipt that a machine sent (spec 4.6).
public enum ResponseKind: String, Coded {
  case seen, phone, advice, redirected, declined

  public var words: String {
    switch self {
    case .seen: "Seen"
    case .phone: "Spoken to by phone"
    case .advice: "Advice given"
    case .redirected: "Sent on to another service"
    case .declined: "Declined by the service"
    }
  }
}

/// What became of a referral (spec 4.6).
public enum ReferralOutcome: String, Coded {
  case admissionAvoided = "admission_avoided"
  case dischargedWithSupport = "discharged_with_support"
  case admitted
  case alreadyAdmitted = "already_admitted"
  case notNeeded = "not_needed"
  case personDeclined = "person_declined"
  case other

  public var words: String { sentence(rawValue) }
}

/// What did not happen because of it (spec 6.2).
public enum AvoidedKind: String, Coded {
  case aAndE = "a_and_e"
  case admission, residential
  case bedDay = "bed_day"

  public var words: String {
    switch self {
    case .aAndE: "A&E attendance"
    case .admission: "Hospital admission"
    case .residential: "Move to a care home"
    case .bedDay: "Day in a hospital bed"
    }
  }

  public var alsoWritten: [String] {
    switch self {
    case .aAndE: ["ed", "attendance", "A&E"]
    case .residential: ["placement", "care home"]
    default: []
    }
  }
}

/// What a judgement that something was avoided rests on (spec 6.2).
public enum AvoidedBasis: String, Coded {
  case perED = "would_have_been_admitted_per_ed"
  case crisisPlanFollowed = "crisis_plan_followed"
  case rapidResponseAtHome = "rapid_response_at_home"
  case socialDischargeFromED = "social_discharge_from_ed"
  case other

  public var words: String {
    switch self {
    case .perED: "The emergency department would have admitted them"
    case .crisisPlanFollowed: "The crisis plan was followed"
    case .rapidResponseAtHome: "Rapid response at home"
    case .socialDischargeFromED: "Went home from the emergency department with social care"
    case .other: "Another basis"
    }
  }
}

/// How sure whoever judges is; the three are never added up (R-OM-03).
public enum AvoidedConfidence: String, Coded {
  case certain, probable, possible

  public var words: String { sentence(rawValue) }
}
