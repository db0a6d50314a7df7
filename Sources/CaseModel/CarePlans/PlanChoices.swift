/// The closed lists of spec part 2. Codes are stored; words are shown.
enum PlanChoices {
  /// NHS Data Dictionary offer status (PCSP), with its codes in the comments.
  static let offer: [PlanChoice] = [
    .init("offered_undecided", "offered, undecided"),  // 01
    .init("offered_declined", "offered, declined"),  // 02
    .init("offered_accepted", "offered, accepted"),  // 03
    .init("not_offered", "not offered"),  // 04
  ]
  static let agreedWith: [PlanChoice] = [
    .init("person", "the person"), .init("lpa_health_welfare", "attorney for health and welfare"),
    .init("deputy", "court-appointed deputy"), .init("best_interests", "best-interests decision"),
    .init("not_agreed", "not agreed"),
  ]
  static let agreedRole: [PlanChoice] = [
    .init("self", "the person themselves"), .init("attorney", "attorney"), .init("deputy", "deputy"),
    .init("advocate", "advocate"), .init("family", "family or carer"), .init("clinician", "clinician"),
    .init("other", "other"),
  ]
  static let copyDecision: [PlanChoice] = [
    .init("given", "given"), .init("to_be_given", "to be given"), .init("declined", "person does not want one"),
  ]
  static let copyFormat: [PlanChoice] = [
    .init("paper", "paper"), .init("large_print", "large print"), .init("easy_read", "easy read"),
    .init("audio", "audio"), .init("braille", "braille"), .init("digital", "digital"),
  ]
  static let funding: [PlanChoice] = [
    .init("local_authority", "local authority"), .init("nhs_chc", "NHS continuing healthcare"), .init("joint", "joint"),
    .init("s117", "section 117"), .init("direct_payment", "direct payment"), .init("self_funded", "self-funded"),
    .init("unknown", "not known"),
  ]
  static let domain: [PlanChoice] = [
    .init("physical", "physical"), .init("mental", "mental"), .init("social", "social"),
    .init("functional", "functional"), .init("medicines", "medicines"), .init("housing", "housing"),
    .init("financial", "financial"), .init("carer", "carer"), .init("safety", "safety"),
    .init("spiritual", "spiritual"),
  ]
  /// FHIR goal lifecycle.
  static let goalStatus: [PlanChoice] = [
    .init("proposed", "proposed"), .init("planned", "planned"), .init("accepted", "accepted"),
    .init("active", "active"), .init("on-hold", "on hold"), .init("completed", "completed"),
    .init("cancelled", "cancelled"), .init("rejected", "rejected"), .init("entered-in-error", "entered in error"),
  ]
  /// FHIR goal achievement.
  static let achievement: [PlanChoice] = [
    .init("in-progress", "in progress"), .init("improving", "improving"), .init("worsening", "worsening"),
    .init("no-change", "no change"), .init("achieved", "achieved"), .init("sustaining", "sustaining"),
    .init("not-achieved", "not achieved"), .init("no-progress", "no progress"),
    .init("not-attainable", "not attainable"),
  ]
  static let actionStatus: [PlanChoice] = [
    .init("not_started", "not started"), .init("in_progress", "in progress"), .init("done", "done"),
    .init("refused", "refused"), .init("stopped", "stopped"),
  ]
  static let contactRoles: [PlanChoice] = [
    .init("carer", "carer"), .init("next_of_kin", "next of kin"), .init("emergency_contact", "emergency contact"),
    .init("dependant", "dependant"), .init("lpa_hw", "attorney, health and welfare"),
    .init("lpa_pf", "attorney, property and finance"), .init("deputy", "deputy"), .init("advocate", "advocate"),
    .init("keyholder", "keyholder"),
  ]
  static let hoursBand: [PlanChoice] = [
    .init("1-19", "1 to 19"), .init("20-49", "20 to 49"), .init("50+", "50 or more"), .init("not_known", "not known"),
  ]
  static let assessmentStatus: [PlanChoice] = [
    .init("not_offered", "not offered"), .init("offered", "offered"), .init("declined", "declined"),
    .init("in_progress", "in progress"), .init("completed", "completed"),
  ]
}
