/// What somebody may want to do here, as table 8.1 of the handbook has it: every read and every write is one of these.
public enum AccessAction: String, CaseIterable, Sendable, Codable {
  // Lists and finding.
  case listPeople = "list_people"
  case searchPeople = "search_people"
  // One person.
  case openRecord = "open_record"
  case readPlan = "read_plan"
  case editPlan = "edit_plan"
  /// The clinical parts of a plan: formulation and contingency.
  case editPlanClinical = "edit_plan_clinical"
  case recordReview = "record_review"
  case readCrisisClinical = "read_crisis_clinical"
  case editCrisisClinical = "edit_crisis_clinical"
  case signCrisis = "sign_crisis"
  case readCrisisFirstSteps = "read_crisis_first_steps"
  case editCrisisFirstSteps = "edit_crisis_first_steps"
  case readSafeguardingMarker = "read_safeguarding_marker"
  case readSafeguarding = "read_safeguarding"
  case recordSafeguarding = "record_safeguarding"
  case decideSafeguarding = "decide_safeguarding"
  /// Outcome, eligibility, advocate and the council's number of Care Act work (4.3).
  case readSocialCare = "read_social_care"
  case recordSocialCare = "record_social_care"
  case recordReferral = "record_referral"
  /// Judge that something was avoided (6.2).
  case judgeAvoided = "judge_avoided"
  /// Write down a visit, or advice that was given.
  case recordVisit = "record_visit"
  case recordConsent = "record_consent"
  /// Join two records that are of one person, or take them apart again (R-ID-06).
  case mergeRecords = "merge_records"
  case proposeAssignment = "propose_assignment"
  case acceptAssignment = "accept_assignment"
  case approveAssignment = "approve_assignment"
  // Meetings.
  case proposeCase = "propose_case"
  case attendMeeting = "attend_meeting"
  case runMeeting = "run_meeting"
  // Reports.
  case reportNamed = "report_named"
  case reportAggregate = "report_aggregate"
  // Governance.
  case readAudit = "read_audit"
  case accessReport = "access_report"
  case closeAlert = "close_alert"
  case manageAgreements = "manage_agreements"
  /// Say what is held, report whose records fall due, and destroy them once somebody else has approved it (8.6).
  case manageRetention = "manage_retention"
  case approveDisposal = "approve_disposal"
  // Keeping house.
  case manageStaff = "manage_staff"
  case manageSettings = "manage_settings"
  case importRecords = "import_records"
  case keepStore = "keep_store"
  /// What is one's own: drafts, views, what one did, staff directory, one's own audit rows.
  case ownWork = "own_work"

  /// Whether it is done to one person's record, so that relationship, consent and restrictions count.
  public var concernsOnePerson: Bool {
    switch self {
    case .openRecord, .readPlan, .editPlan, .editPlanClinical, .recordReview, .readCrisisClinical, .editCrisisClinical,
      .signCrisis, .readCrisisFirstSteps, .editCrisisFirstSteps, .readSafeguardingMarker, .readSafeguarding,
      .recordSafeguarding, .decideSafeguarding, .readSocialCare, .recordSocialCare, .recordReferral, .judgeAvoided,
      .recordVisit, .recordConsent, .mergeRecords, .proposeAssignment, .acceptAssignment, .approveAssignment,
      .proposeCase:
      true
    default: false
    }
  }

  /// Which data of a sharing agreement it touches (R-IS-01); nil for what no agreement is about.
  public var category: DataCategory? {
    switch self {
    case .listPeople, .searchPeople, .openRecord, .recordConsent, .mergeRecords, .proposeAssignment, .acceptAssignment,
      .approveAssignment, .proposeCase, .attendMeeting, .runMeeting, .recordReferral:
      .identity
    case .readPlan, .editPlan, .editPlanClinical, .recordReview, .readSocialCare, .recordSocialCare, .recordVisit,
      .judgeAvoided:
      .carePlan
    case .readCrisisClinical, .editCrisisClinical, .signCrisis, .readCrisisFirstSteps, .editCrisisFirstSteps:
      .crisisPlan
    case .readSafeguardingMarker, .readSafeguarding, .decideSafeguarding: .safeguarding
    // A duty of law that no agreement gives or takes away (R-SG-03).
    case .recordSafeguarding: nil
    case .reportNamed, .reportAggregate: .reports
    case .readAudit, .accessReport, .closeAlert, .manageAgreements, .manageRetention, .approveDisposal, .manageStaff,
      .manageSettings, .importRecords,
      .keepStore, .ownWork:
      nil
    }
  }

  /// The text of a safeguarding concern, which R-SG-01 is about.
  public var isOfConcern: Bool { self == .readSafeguarding || self == .decideSafeguarding }

  /// What goes on after an agreement has run out: the emergency view (5.4).
  public var isEmergencyView: Bool { self == .readCrisisClinical || self == .readCrisisFirstSteps }

  /// What it is, for a sentence that begins "You may not": "open this record".
  public var words: String {
    switch self {
    case .listPeople: "list people"
    case .searchPeople: "search for people"
    case .openRecord: "open this record"
    case .readPlan: "read this care plan"
    case .editPlan: "change this care plan"
    case .editPlanClinical: "change the clinical parts of this care plan"
    case .recordReview: "record a review of this care plan"
    case .readCrisisClinical: "read the clinical part of this crisis plan"
    case .editCrisisClinical: "change the clinical part of this crisis plan"
    case .signCrisis: "sign this crisis plan"
    case .readCrisisFirstSteps: "read the first steps of this crisis plan"
    case .editCrisisFirstSteps: "change the first steps of this crisis plan"
    case .readSafeguardingMarker: "see the safeguarding marker"
    case .readSafeguarding: "read safeguarding concerns"
    case .recordSafeguarding: "record a safeguarding concern"
    case .decideSafeguarding: "decide on a safeguarding concern"
    case .readSocialCare: "read the outcome of this social care work"
    case .recordSocialCare: "record social care work"
    case .recordReferral: "record a referral, or what became of it"
    case .judgeAvoided: "judge that something was avoided"
    case .recordVisit: "write down a visit or advice"
    case .recordConsent: "record this person's consent"
    case .mergeRecords: "join this record with another"
    case .proposeAssignment: "propose who looks after this person"
    case .acceptAssignment: "accept this assignment"
    case .approveAssignment: "decide who looks after this person"
    case .proposeCase: "propose this person for a meeting"
    case .attendMeeting: "attend the meeting"
    case .runMeeting: "run the meeting"
    case .reportNamed: "see reports with names"
    case .reportAggregate: "see reports"
    case .readAudit: "read the audit"
    case .accessReport: "make an access report"
    case .closeAlert: "close a privacy alert"
    case .manageAgreements: "change sharing agreements"
    case .manageRetention: "say how long records are kept"
    case .approveDisposal: "approve that records are destroyed"
    case .manageStaff: "change staff"
    case .manageSettings: "change settings"
    case .importRecords: "import files"
    case .keepStore: "back up, copy or restore the store"
    case .ownWork: "use this store"
    }
  }
}

/// What a sharing agreement is about (5.4).
public enum DataCategory: String, Coded {
  case identity
  case carePlan = "care_plan"
  case crisisPlan = "crisis_plan"
  case safeguarding
  case reports

  public var words: String {
    switch self {
    case .identity: "Identity, contacts and lists"
    case .carePlan: "Care plans and reviews"
    case .crisisPlan: "Crisis plans"
    case .safeguarding: "Safeguarding"
    case .reports: "Reports"
    }
  }
}
