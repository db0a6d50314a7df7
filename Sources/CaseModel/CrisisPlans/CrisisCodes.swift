/// How far a crisis plan is agreed (spec 3.2): for the next weeks, or with the person and whoever is accountable.
public enum CrisisGrade: String, Coded {
  case interim, confirmed
  public var words: String { self == .interim ? "Interim" : "Confirmed" }
}

/// Where a crisis plan stands (spec 3.4). `expired` is never stored: it follows from the day.
public enum CrisisStatus: String, Coded {
  case draft
  case inForce = "in_force"
  case expired, superseded, revoked
  case enteredInError = "entered_in_error"

  public var words: String {
    switch self {
    case .draft: "Draft"
    case .inForce: "In force"
    case .expired: "Expired"
    case .superseded: "Superseded"
    case .revoked: "Revoked"
    case .enteredInError: "Entered in error"
    }
  }

  /// Shown in the emergency view (R-CR-08) and counted by I-3.
  public var isShown: Bool { self == .inForce || self == .expired }
}

/// Why a plan is interim.
public enum InterimReason: String, Coded {
  case noConversationYet = "no_conversation_yet"
  case awaitingGP = "awaiting_gp"
  case awaitingConsultant = "awaiting_consultant"
  case awaitingCapacityAssessment = "awaiting_capacity_assessment"
  case hospitalDischarge = "hospital_discharge"
  case personUnwillingNow = "person_unwilling_now"
  case informationGap = "information_gap"
  case other

  public var words: String {
    switch self {
    case .noConversationYet: "No conversation yet"
    case .awaitingGP: "Waiting for the GP"
    case .awaitingConsultant: "Waiting for the consultant"
    case .awaitingCapacityAssessment: "Waiting for a capacity assessment"
    case .hospitalDischarge: "Just left hospital"
    case .personUnwillingNow: "The person does not want to talk about it now"
    case .informationGap: "Information is missing"
    case .other: "Another reason"
    }
  }
}

/// What is known of allergies; "not recorded" is not "none known".
public enum AllergyState: String, Coded {
  case known
  case noneKnown = "none_known"
  case notRecorded = "not_recorded"

  public var words: String {
    switch self {
    case .known: "Known allergies"
    case .noneKnown: "No known allergies"
    case .notRecorded: "Allergies not recorded"
    }
  }
}

/// What was decided about resuscitation.
public enum CPRState: String, Coded {
  case attempt
  case doNotAttempt = "do_not_attempt"
  case notRecorded = "not_recorded"

  public var words: String {
    switch self {
    case .attempt: "Attempt CPR"
    case .doNotAttempt: "Do not attempt CPR"
    case .notRecorded: "No decision recorded"
    }
  }

  /// R-CR-05: what is printed and shown to whoever has to act. It follows from this state alone, and from nothing else
  /// that the plan, the person or an earlier version says.
  public var acted: String {
    switch self {
    case .attempt: "Attempt CPR"
    case .doNotAttempt: "DO NOT ATTEMPT CPR"
    case .notRecorded: "No decision recorded: attempt CPR"
    }
  }
}

/// The ladder of treatment (spec 3.3), the highest rung first.
public enum TreatmentCeiling: String, Coded {
  case fullIncludingICU = "full_including_icu"
  case hospitalNoICU = "hospital_no_icu"
  case hospitalReversibleNoVentilation = "hospital_reversible_no_ventilation"
  case homeOrCareHomeOnly = "home_or_care_home_only"
  case comfortOnly = "comfort_only"
  case notDiscussed = "not_discussed"
  case notRecorded = "not_recorded"

  public var words: String {
    switch self {
    case .fullIncludingICU: "Full treatment, intensive care included"
    case .hospitalNoICU: "Hospital, no intensive care"
    case .hospitalReversibleNoVentilation: "Hospital for what is reversible, no ventilation"
    case .homeOrCareHomeOnly: "Home or care home only"
    case .comfortOnly: "Comfort only"
    case .notDiscussed: "Not discussed"
    case .notRecorded: "Not recorded"
    }
  }

  /// Somebody said a rung of the ladder; "full treatment" is "discussed, no limit" (R-CR-03).
  public var isRung: Bool { self != .notDiscussed && self != .notRecorded }
}

/// Whether there is an advance decision to refuse treatment.
public enum AdvanceDecision: String, Coded {
  case noDecision = "none"
  case existsNotChecked = "exists_valid_not_checked"
  case existsChecked = "exists_checked"
  case notKnown = "not_known"

  public var words: String {
    switch self {
    case .noDecision: "No advance decision"
    case .existsNotChecked: "Exists, not checked whether it is valid"
    case .existsChecked: "Exists, checked"
    case .notKnown: "Not known"
    }
  }

  public var exists: Bool { self == .existsNotChecked || self == .existsChecked }
}

/// Whether there is an attorney for health and welfare.
public enum WelfareAttorney: String, Coded {
  case noAttorney = "none"
  case registeredSeen = "registered_seen"
  case registeredNotSeen = "registered_not_seen"
  case notKnown = "not_known"

  public var words: String {
    switch self {
    case .noAttorney: "No attorney for health and welfare"
    case .registeredSeen: "Registered, seen"
    case .registeredNotSeen: "Registered, not seen"
    case .notKnown: "Not known"
    }
  }

  public var isRegistered: Bool { self == .registeredSeen || self == .registeredNotSeen }
}

/// Whether the person could decide about this plan, when it was made.
public enum PlanCapacity: String, Coded {
  case hasCapacity = "has_capacity"
  case lacksCapacity = "lacks_capacity"
  case fluctuating
  case notAssessed = "not_assessed"

  public var words: String {
    switch self {
    case .hasCapacity: "Has capacity"
    case .lacksCapacity: "Lacks capacity"
    case .fluctuating: "Fluctuating"
    case .notAssessed: "Not assessed"
    }
  }
}

/// Where the person would rather be.
public enum PreferredPlace: String, Coded {
  case home
  case nursingHome = "nursing_home"
  case residentialHome = "residential_home"
  case hospice, hospital
  case communityHospital = "community_hospital"
  case learningDisabilityUnit = "ld_unit"
  case mentalHealthUnit = "mh_unit"
  case undecided
  case declinedDiscussion = "declined_discussion"
  case unableToExpress = "unable_to_express"
  case notAppropriate = "not_appropriate"
  case other

  public var words: String {
    switch self {
    case .learningDisabilityUnit: "Learning disability unit"
    case .mentalHealthUnit: "Mental health unit"
    case .declinedDiscussion: "Does not want to discuss it"
    case .unableToExpress: "Unable to say"
    case .notAppropriate: "Not appropriate to ask"
    default: sentence(rawValue)
    }
  }
}

/// Medicines kept ready for the last days.
public enum AnticipatoryMedicines: String, Coded {
  case noMedicines = "none"
  case prescribed
  case inHome = "in_home"

  public var words: String {
    switch self {
    case .noMedicines: "None"
    case .prescribed: "Prescribed, not in the home"
    case .inHome: "In the home"
    }
  }
}

/// How long a clinician thinks the person has. Shown to clinicians only.
public enum Prognosis: String, Coded {
  case years, months, weeks, days
  case notKnown = "not_known"
  public var words: String { self == .notKnown ? "Not known" : sentence(rawValue) }
}

/// Who knows of diagnosis and prognosis, so that a crew does not tell it by accident.
public enum Awareness: String, Coded {
  case yes, no, partly
  case notKnown = "not_known"
  public var words: String { self == .notKnown ? "Not known" : sentence(rawValue) }
}

/// Who agreed to the plan, as in a care plan (spec 2.2).
public enum CrisisAgreement: String, Coded {
  case person
  case attorney = "lpa_health_welfare"
  case deputy
  case bestInterests = "best_interests"
  case notAgreed = "not_agreed"

  public var words: String {
    switch self {
    case .person: "The person"
    case .attorney: "Attorney for health and welfare"
    case .deputy: "Court-appointed deputy"
    case .bestInterests: "Best-interests decision"
    case .notAgreed: "Not agreed"
    }
  }

  /// What R-CR-01 asks of a confirmed plan.
  public var confirms: Bool { self != .notAgreed }
}

/// Whether the plan may leave the teams that share the record. `no` blocks what goes out, not the record.
public enum CrisisSharing: String, Coded {
  case yes
  case bestInterests = "best_interests"
  case no

  public var words: String {
    switch self {
    case .yes: "Yes"
    case .bestInterests: "Yes, in the person's best interests"
    case .no: "No"
    }
  }
}
