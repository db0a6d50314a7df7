/// A field of a crisis plan: its name in the store, in JSON and in the list of gaps (spec 3.2).
public enum CrisisField: String, CaseIterable, Sendable, Codable, Hashable {
  // What it is about
  case headline
  case triggers = "situation_triggers"
  case reasonInterim = "reason_interim"
  // What to do
  case firstSteps = "first_steps"
  case whatWorks = "what_works"
  case avoid
  // Who to ring
  case contactsInHours = "contacts_in_hours"
  case contactsOutOfHours = "contacts_out_of_hours"
  case bypass = "professional_bypass"
  // The home
  case hasUnpaidCarer = "has_unpaid_carer"
  case carerUnable = "carer_unable_plan"
  case access
  case homeHazards = "home_hazards"
  case safeguardingMarker = "safeguarding_marker"
  case copyLocation = "copy_location_home"
  // Talking
  case communication = "communication_needs"
  case interpreterLanguage = "interpreter_language"
  case personAware = "person_aware"
  case familyAware = "family_aware"
  // What the person wants
  case wishes
  case culturalSpiritual = "cultural_spiritual"
  case organDonation = "organ_donation"
  case placeOfCare = "preferred_place_of_care"
  case placeOfDeath1 = "preferred_place_of_death_1"
  case placeOfDeath2 = "preferred_place_of_death_2"
  // Who decides
  case capacity
  case capacityBy = "capacity_assessed_by"
  case capacityOn = "capacity_assessed_on"
  case capacityBasis = "capacity_basis"
  case bestConsulted = "best_interests_consulted"
  case bestDecision = "best_interests_decision"
  case bestBy = "best_interests_by"
  case bestOn = "best_interests_on"
  case bestIMCA = "best_interests_imca"
  case lpa = "lpa_hw"
  case lpaNames = "lpa_names"
  case lpaPhone = "lpa_phone"
  case lpaConsulted = "lpa_consulted"
  // Health
  case allergyState = "allergies_state"
  case allergies
  case keyDiagnoses = "key_diagnoses"
  case criticalMedicines = "critical_medicines"
  case baseline
  case oxygenDevices = "oxygen_device_notes"
  // Decisions about treatment
  case cpr
  case cprDecidedOn = "cpr_decided_on"
  case cprDecidedBy = "cpr_decided_by"
  case cprReviewOn = "cpr_review_on"
  case cprWithPerson = "cpr_discussed_with_person"
  case cprWithFamily = "cpr_discussed_with_family"
  case cprNotDiscussed = "cpr_reason_not_discussed"
  case cprDocument = "cpr_document_location"
  case ceiling
  case ceilingDetails = "ceiling_details"
  case adrt
  case adrtDocument = "adrt_document_location"
  case anticipatory = "anticipatory_meds"
  case anticipatoryWhere = "anticipatory_location"
  case anticipatoryChart = "anticipatory_chart_location"
  case anticipatoryExpiry = "anticipatory_expiry"
  case anticipatoryGivers = "anticipatory_who_may_give"
  case prognosis
  case prognosisBy = "prognosis_by"
  case prognosisOn = "prognosis_on"
  // Agreement
  case agreedWith = "agreed_with"
  case agreedName = "agreed_name"
  case agreedOn = "agreed_on"
  case consentToShare = "consent_to_share_crisis"
  case sharedWith = "shared_with"
  case reviewOn = "review_on"
  case reviewOwner = "review_owner"
}

/// The parts of a crisis plan, in the order of the form.
public enum CrisisSection: String, CaseIterable, Sendable, Hashable {
  case situation, steps, contacts, home, talking, wishes, deciding, health, treatment, agreement

  public var title: String {
    switch self {
    case .situation: "What it is about"
    case .steps: "What to do"
    case .contacts: "Who to ring"
    case .home: "The home and the carer"
    case .talking: "Talking with the person"
    case .wishes: "What the person wants"
    case .deciding: "Who decides"
    case .health: "Health"
    case .treatment: "Decisions about treatment"
    case .agreement: "Agreement and review"
    }
  }

  /// Written by registered clinicians only (R-CR-01).
  public var isClinical: Bool { self == .health || self == .treatment }

  public var fields: [CrisisField] {
    switch self {
    case .situation: [.headline, .triggers, .reasonInterim]
    case .steps: [.firstSteps, .whatWorks, .avoid]
    case .contacts: [.contactsInHours, .contactsOutOfHours, .bypass]
    case .home: [.hasUnpaidCarer, .carerUnable, .access, .homeHazards, .safeguardingMarker, .copyLocation]
    case .talking: [.communication, .interpreterLanguage, .personAware, .familyAware]
    case .wishes: [.wishes, .culturalSpiritual, .organDonation, .placeOfCare, .placeOfDeath1, .placeOfDeath2]
    case .deciding:
      [
        .capacity, .capacityBy, .capacityOn, .capacityBasis, .bestConsulted, .bestDecision, .bestBy, .bestOn,
        .bestIMCA, .lpa, .lpaNames, .lpaPhone, .lpaConsulted,
      ]
    case .health: [.allergyState, .allergies, .keyDiagnoses, .criticalMedicines, .baseline, .oxygenDevices]
    case .treatment:
      [
        .cpr, .cprDecidedOn, .cprDecidedBy, .cprReviewOn, .cprWithPerson, .cprWithFamily, .cprNotDiscussed,
        .cprDocument, .ceiling, .ceilingDetails, .adrt, .adrtDocument, .anticipatory, .anticipatoryWhere,
        .anticipatoryChart, .anticipatoryExpiry, .anticipatoryGivers, .prognosis, .prognosisBy, .prognosisOn,
      ]
    case .agreement:
      [.agreedWith, .agreedName, .agreedOn, .consentToShare, .sharedWith, .reviewOn, .reviewOwner]
    }
  }
}

/// What a field of a crisis plan takes.
public enum CrisisFieldKind: Hashable, Sendable {
  case line(Int)
  case text(Int)
  /// Entries one a line, each at most so many characters.
  case list(Int)
  /// Contacts one a line, as `CrisisContact` reads them.
  case contacts
  case phone
  case day
  case yesNo
  case choice([PlanChoice])
}

extension CrisisField {
  public var section: CrisisSection {
    CrisisSection.allCases.first { $0.fields.contains(self) } ?? .situation
  }

  /// Written by registered clinicians only (R-CR-01).
  public var isClinical: Bool { section.isClinical }

  private static func codes<Code: Coded>(_ type: Code.Type) -> CrisisFieldKind {
    .choice(Code.allCases.map { PlanChoice($0.rawValue, $0.words) })
  }

  public var kind: CrisisFieldKind {
    switch self {
    case .headline: .text(280)
    case .triggers, .firstSteps, .keyDiagnoses: .list(200)
    case .sharedWith: .list(150)
    case .whatWorks, .avoid, .carerUnable, .criticalMedicines, .baseline, .communication, .wishes, .culturalSpiritual,
      .ceilingDetails, .capacityBasis, .bestConsulted, .bestDecision:
      .text(500)
    case .homeHazards, .allergies, .oxygenDevices, .cprNotDiscussed: .text(250)
    case .access, .cprDocument, .adrtDocument, .anticipatoryWhere, .anticipatoryChart, .anticipatoryGivers: .line(150)
    case .copyLocation: .line(100)
    case .interpreterLanguage, .capacityBy, .bestBy, .cprDecidedBy, .prognosisBy, .agreedName, .reviewOwner: .line(70)
    case .lpaNames: .line(150)
    case .bypass, .lpaPhone: .phone
    case .contactsInHours, .contactsOutOfHours: .contacts
    case .capacityOn, .bestOn, .cprDecidedOn, .cprReviewOn, .anticipatoryExpiry, .prognosisOn, .agreedOn, .reviewOn:
      .day
    case .hasUnpaidCarer, .safeguardingMarker, .bestIMCA, .lpaConsulted, .cprWithPerson, .cprWithFamily: .yesNo
    case .reasonInterim: CrisisField.codes(InterimReason.self)
    case .personAware, .familyAware, .organDonation: CrisisField.codes(Awareness.self)
    case .placeOfCare, .placeOfDeath1, .placeOfDeath2: CrisisField.codes(PreferredPlace.self)
    case .capacity: CrisisField.codes(PlanCapacity.self)
    case .lpa: CrisisField.codes(WelfareAttorney.self)
    case .allergyState: CrisisField.codes(AllergyState.self)
    case .cpr: CrisisField.codes(CPRState.self)
    case .ceiling: CrisisField.codes(TreatmentCeiling.self)
    case .adrt: CrisisField.codes(AdvanceDecision.self)
    case .anticipatory: CrisisField.codes(AnticipatoryMedicines.self)
    case .prognosis: CrisisField.codes(Prognosis.self)
    case .agreedWith: CrisisField.codes(CrisisAgreement.self)
    case .consentToShare: CrisisField.codes(CrisisSharing.self)
    }
  }

  public var label: String {
    switch self {
    case .headline: "Headline"
    case .triggers: "If this happens"
    case .reasonInterim: "Why interim"
    case .firstSteps: "First do"
    case .whatWorks: "What works"
    case .avoid: "Do not"
    case .contactsInHours: "Ring, in hours"
    case .contactsOutOfHours: "Ring, out of hours"
    case .bypass: "Practice bypass number"
    case .hasUnpaidCarer: "Has an unpaid carer"
    case .carerUnable: "If the carer cannot care"
    case .access: "Getting in"
    case .homeHazards: "Hazards in the home"
    case .safeguardingMarker: "Safeguarding marker"
    case .copyLocation: "Where the copy is kept"
    case .communication: "Communication need"
    case .interpreterLanguage: "Language"
    case .personAware: "Person knows diagnosis"
    case .familyAware: "Family knows diagnosis"
    case .wishes: "Wishes"
    case .culturalSpiritual: "Cultural and spiritual"
    case .organDonation: "Organ donation"
    case .placeOfCare: "Place of care"
    case .placeOfDeath1: "Place of death, first"
    case .placeOfDeath2: "Place of death, second"
    case .capacity: "Capacity for this plan"
    case .capacityBy: "Assessed by"
    case .capacityOn: "Assessed on"
    case .capacityBasis: "Basis"
    case .bestConsulted: "Best interests: consulted"
    case .bestDecision: "Best interests: decision"
    case .bestBy: "Best interests: by"
    case .bestOn: "Best interests: on"
    case .bestIMCA: "IMCA instructed"
    case .lpa: "Attorney, health and welfare"
    case .lpaNames: "Attorney's names"
    case .lpaPhone: "Attorney's phone"
    case .lpaConsulted: "Attorney consulted"
    case .allergyState: "Allergies"
    case .allergies: "Which allergies"
    case .keyDiagnoses: "Key diagnoses"
    case .criticalMedicines: "Critical medicines"
    case .baseline: "Usual state"
    case .oxygenDevices: "Oxygen and devices"
    case .cpr: "CPR"
    case .cprDecidedOn: "CPR decided on"
    case .cprDecidedBy: "CPR decided by"
    case .cprReviewOn: "CPR review on"
    case .cprWithPerson: "Discussed with the person"
    case .cprWithFamily: "Discussed with the family"
    case .cprNotDiscussed: "Why not discussed"
    case .cprDocument: "Where the CPR form is"
    case .ceiling: "Ceiling of treatment"
    case .ceilingDetails: "Ceiling, in detail"
    case .adrt: "Advance decision"
    case .adrtDocument: "Where it is"
    case .anticipatory: "Anticipatory medicines"
    case .anticipatoryWhere: "Where they are"
    case .anticipatoryChart: "Where the chart is"
    case .anticipatoryExpiry: "They expire on"
    case .anticipatoryGivers: "Who may give them"
    case .prognosis: "Prognosis"
    case .prognosisBy: "Prognosis by"
    case .prognosisOn: "Prognosis on"
    case .agreedWith: "Agreed with"
    case .agreedName: "Name of who agreed"
    case .agreedOn: "Agreed on"
    case .consentToShare: "May be shared outside"
    case .sharedWith: "Shared with"
    case .reviewOn: "Review on"
    case .reviewOwner: "Review owner"
    }
  }

  /// What to write, in a few words; empty where the label says it.
  public var help: String {
    switch self {
    case .headline: "what a paramedic must know, in two lines"
    case .triggers: "signs of this person's deterioration, one a line"
    case .firstSteps: "for family or carer, in plain words and in order, one a line"
    case .whatWorks: "also how to talk with them in a crisis"
    case .contactsInHours, .contactsOutOfHours:
      "one a line: name; role; organisation; phone; hours. A named person before a switchboard"
    case .bypass: "for ambulance and hospital, never for the person"
    case .carerUnable: "who steps in; dependants, pets"
    case .access: "which door, who has a key. Never the key safe's code: it has a place of its own"
    case .homeHazards: "dog, oxygen, weapons, hoarding, staff safety"
    case .safeguardingMarker: "no detail: it prints \"ring the duty social worker\""
    case .sharedWith: "one a line: organisation, on which day, how"
    case .reviewOwner: "the name of a member of staff"
    case .cpr: "never worked out from anything else; not recorded prints as attempt CPR"
    case .cprDocument, .adrtDocument: "the signed form is the legal one; this plan is not"
    case .baseline: "usual cognition, mobility, oxygen target, usual observations"
    case .criticalMedicines: "insulin, anticoagulant, steroid, Parkinson timing"
    case .prognosis: "shown to clinicians only"
    default: ""
    }
  }

  /// The value as it is read: days with month letters, choices in words, lists in one line.
  public func shown(_ value: String, to audience: Audience = .staff) -> String {
    switch kind {
    case .day: Day(iso: value).map { $0.shown(to: audience) } ?? value
    case .choice(let choices): choices.first { $0.code == value }?.words ?? value
    case .list, .contacts: value.split(separator: "\n").joined(separator: audience == .staff ? "; " : ". ")
    case .line, .text, .phone, .yesNo: value
    }
  }

  /// What is wrong with a value, as a sentence; nil where nothing is.
  public func fault(in value: String) -> String? {
    switch kind {
    case .line(let limit):
      if value.contains(where: \.isNewline) { return "\(label) takes one line." }
      return long(value, limit)
    case .text(let limit): return long(value, limit)
    case .list(let limit):
      let line = value.split(separator: "\n").first { $0.count > limit }
      return line.map { "Each line of \(label.lowercasedFirst) takes \(limit) characters and one has \($0.count)." }
    case .contacts:
      for line in value.split(separator: "\n") {
        if line.count > 250 { return "A contact takes 250 characters and one has \(line.count)." }
        if let fault = CrisisContact(reading: String(line)).fault { return fault }
      }
      return nil
    case .phone:
      if value.count > 35 { return "\(label) takes 35 characters and this has \(value.count)." }
      return PhoneNumber.fault(in: value)
    case .day: return Day(iso: value) == nil ? Day.Fault.notADate.message : nil
    case .yesNo: return value == "yes" || value == "no" ? nil : "\(label) is yes or no."
    case .choice(let choices):
      return choices.contains { $0.code == value }
        ? nil : "\(label) is one of: \(choices.map(\.words).joined(separator: ", "))."
    }
  }

  private func long(_ value: String, _ limit: Int) -> String? {
    value.count > limit ? "\(label) takes \(limit) characters and this has \(value.count)." : nil
  }
}
