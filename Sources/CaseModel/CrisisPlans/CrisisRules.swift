/// The rules a crisis plan answers to: what is wrong with it, what is missing, what does not fit together.
public enum CrisisRules {
  /// What is wrong with what was written, whatever it is for. A draft with these is kept by its writer, not shared.
  public static func complaints(about plan: CrisisPlan) -> [Complaint<CrisisField>] {
    var found = plan.filled.compactMap { field in
      plan[field].flatMap { field.fault(in: $0) }.map { Complaint(field, $0) }
    }
    if plan.allergyState == .known, plan[.allergies] == nil {
      found.append(Complaint(.allergies, "Say which allergies are known."))
    }
    if plan.allergyState == .noneKnown, plan[.allergies] != nil {
      found.append(Complaint(.allergies, "It says \"no known allergies\" and names some. Change one of the two."))
    }
    return found
  }

  /// R-CR-02: the fields of the interim minimum that say nothing. The fourteenth of the minimum, the clinical approver,
  /// is whoever approves.
  public static func interimGaps(of plan: CrisisPlan) -> [CrisisField] {
    let wanted: [CrisisField] = [
      .headline, .triggers, .firstSteps, .contactsInHours, .contactsOutOfHours, .communication, .allergyState,
      .keyDiagnoses, .cpr, .adrt, .lpa, .capacity, .consentToShare,
    ]
    return wanted.filter { plan[$0] == nil }
  }

  /// R-CR-03: what is missing before the plan can be confirmed, the interim minimum with it.
  public static func confirmedGaps(of plan: CrisisPlan) -> [CrisisField] {
    var gaps = interimGaps(of: plan)
    func want(_ fields: CrisisField...) { gaps += fields.filter { plan[$0] == nil } }
    if plan.agreedWith?.confirms != true { gaps.append(.agreedWith) }
    want(.agreedName, .agreedOn, .whatWorks, .avoid)
    if plan.flag(.hasUnpaidCarer) == true { want(.carerUnable) }
    // "Discussed, no limit" is a rung; a ladder that nobody spoke of is a gap.
    if !plan.ceiling.isRung { gaps.append(.ceiling) }
    want(.placeOfCare, .reviewOn, .reviewOwner, .copyLocation)
    // Fields that spec 3.2 has as mandatory in these cases; an interim plan is warned of them (R-CR-06).
    if plan.cpr == .doNotAttempt { want(.cprDocument) }
    if plan.adrt?.exists == true { want(.adrtDocument) }
    if plan.capacity == .lacksCapacity, !plan.hasBestInterests {
      want(.bestDecision, .bestBy, .bestOn)
    }
    return gaps
  }

  /// Gaps that the form can fill, in words, for a sentence.
  public static func words(_ gaps: [CrisisField]) -> String {
    gaps.map { $0.label.lowercasedFirst }.joined(separator: ", ")
  }
}

/// Two things that a plan says and that do not fit together (R-CR-06). It is answered with a reason and never blocks:
/// CPR and other treatment are separate decisions. The code is stable.
public enum CrisisWarning: String, CaseIterable, Sendable, Codable, Hashable {
  case attemptComfortOnly = "cpr_attempt_comfort_only"
  case attemptHomeOnly = "cpr_attempt_home_only"
  case noCPRCeilingNotRecorded = "dnacpr_ceiling_not_recorded"
  case noCPRNoDocument = "dnacpr_no_document"
  case noCPRNotAssessedNotDiscussed = "dnacpr_not_assessed_not_discussed"
  case adrtFullCeiling = "adrt_full_ceiling"
  case adrtNoDocument = "adrt_no_document"
  case homeNoOutOfHours = "home_no_out_of_hours_contact"
  case anticipatoryNoLocation = "anticipatory_no_location"
  case anticipatoryExpired = "anticipatory_expired"
  case lacksCapacityNoBestInterests = "lacks_capacity_no_best_interests"
  case attorneyNotConsulted = "lpa_not_consulted"

  public var words: String {
    switch self {
    case .attemptComfortOnly: "CPR is to be attempted, and the ceiling of treatment is comfort only."
    case .attemptHomeOnly: "CPR is to be attempted, and the ceiling of treatment is home or care home only."
    case .noCPRCeilingNotRecorded: "CPR is not to be attempted, and no ceiling of treatment is recorded."
    case .noCPRNoDocument: "CPR is not to be attempted, and it is not recorded where the signed form is."
    case .noCPRNotAssessedNotDiscussed:
      "CPR is not to be attempted; capacity is not assessed, and neither person nor family was spoken with."
    case .adrtFullCeiling: "There is an advance decision to refuse treatment, and the ceiling is full treatment."
    case .adrtNoDocument: "There is an advance decision to refuse treatment, and it is not recorded where it is."
    case .homeNoOutOfHours: "The preferred place is home, and nobody is named to ring out of hours."
    case .anticipatoryNoLocation: "Anticipatory medicines are in the home, and it is not recorded where."
    case .anticipatoryExpired: "Anticipatory medicines are in the home, and they have expired."
    case .lacksCapacityNoBestInterests: "The person lacks capacity, and there is no best-interests entry."
    case .attorneyNotConsulted: "There is a registered attorney for health and welfare who was not consulted."
    }
  }

  /// The field at which the form says it.
  public var field: CrisisField {
    switch self {
    case .attemptComfortOnly, .attemptHomeOnly, .noCPRCeilingNotRecorded, .adrtFullCeiling: .ceiling
    case .noCPRNoDocument: .cprDocument
    case .noCPRNotAssessedNotDiscussed: .cprNotDiscussed
    case .adrtNoDocument: .adrtDocument
    case .homeNoOutOfHours: .contactsOutOfHours
    case .anticipatoryNoLocation: .anticipatoryWhere
    case .anticipatoryExpired: .anticipatoryExpiry
    case .lacksCapacityNoBestInterests: .bestDecision
    case .attorneyNotConsulted: .lpaConsulted
    }
  }

  /// What a plan has of them on a day.
  public static func all(in plan: CrisisPlan, on day: Day) -> [CrisisWarning] {
    allCases.filter { $0.applies(to: plan, on: day) }
  }

  private func applies(to plan: CrisisPlan, on day: Day) -> Bool {
    switch self {
    case .attemptComfortOnly: plan.cpr == .attempt && plan.ceiling == .comfortOnly
    case .attemptHomeOnly: plan.cpr == .attempt && plan.ceiling == .homeOrCareHomeOnly
    case .noCPRCeilingNotRecorded: plan.cpr == .doNotAttempt && plan.ceiling == .notRecorded
    case .noCPRNoDocument: plan.cpr == .doNotAttempt && plan[.cprDocument] == nil
    case .noCPRNotAssessedNotDiscussed:
      plan.cpr == .doNotAttempt && plan.capacity == .notAssessed && plan.flag(.cprWithPerson) != true
        && plan.flag(.cprWithFamily) != true
    case .adrtFullCeiling: plan.adrt?.exists == true && plan.ceiling == .fullIncludingICU
    case .adrtNoDocument: plan.adrt?.exists == true && plan[.adrtDocument] == nil
    case .homeNoOutOfHours: plan.placeOfCare == .home && plan.contactsOutOfHours.isEmpty
    case .anticipatoryNoLocation: plan.anticipatory == .inHome && plan[.anticipatoryWhere] == nil
    case .anticipatoryExpired:
      plan.anticipatory == .inHome && plan.day(.anticipatoryExpiry).map { $0 < day } ?? false
    case .lacksCapacityNoBestInterests: plan.capacity == .lacksCapacity && !plan.hasBestInterests
    case .attorneyNotConsulted: plan.lpa?.isRegistered == true && plan.flag(.lpaConsulted) != true
    }
  }
}
