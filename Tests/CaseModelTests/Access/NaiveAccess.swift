import CaseModel

/// The same decision once more, written down from the handbook's tables without a thought for how the program does it:
/// table 8.1 as it is printed, and the questions of issue C in their order, each for itself.
enum NaiveAccess {
  /// Rows of table 8.1; a column that says "read" allows reading, "edit" reading and changing, and so on.
  static let table: [StaffRole: String] = {
    let clinician =
      "list search open plan:edit plan:clinical review crisis:read crisis:edit crisis:sign steps:read steps:edit "
      + "marker concern refer visit social:read judge consent propose accept case attend run named aggregate own"
    let allied = clinician.replacingWord("crisis:sign").replacingWord("run")
    return [
      .mdtCoordinator:
        "join list search open plan:edit review crisis:read steps:read steps:edit marker concern refer visit social:write consent propose case attend run "
        + "named aggregate own",
      .careNavigator:
        "list search open plan:edit plan:clinical review crisis:read steps:read steps:edit marker concern refer visit social:write consent case attend "
        + "aggregate own",
      .socialWorker:
        "list search open plan:edit review crisis:read steps:read steps:edit marker concern refer visit social:read social:write judge consent accept propose "
        + "case attend aggregate own",
      .socialWorkManager:
        "list search open plan:read crisis:read steps:read marker concern safeguards refer visit social:read social:write judge consent propose approve attend named "
        + "aggregate own",
      .hospitalSocialWorker:
        "list search open plan:read crisis:read steps:read marker concern refer visit social:read social:write judge consent accept case attend aggregate own",
      .gp: clinician, .consultant: clinician, .seniorNurse: clinician, .districtNurse: clinician,
      .communityMatron: clinician, .geriatrician: clinician, .cpn: clinician, .psychiatrist: clinician,
      .occupationalTherapist: allied + " social:write", .physiotherapist: allied, .pharmacist: allied,
      .analyst: "aggregate own",
      .privacyOfficer: "audit report alert agreements retention disposal own",
      .admin: "staff settings import store disposal own",
      .other: "list search open plan:read crisis:read steps:read marker concern own",
    ]
  }()

  static func words(for action: AccessAction) -> [String] {
    switch action {
    case .listPeople: ["list"]
    case .searchPeople: ["search"]
    case .openRecord: ["open"]
    case .readPlan: ["plan:read", "plan:edit"]
    case .editPlan: ["plan:edit"]
    case .editPlanClinical: ["plan:clinical"]
    case .recordReview: ["review"]
    case .readCrisisClinical: ["crisis:read"]
    case .editCrisisClinical: ["crisis:edit"]
    case .signCrisis: ["crisis:sign"]
    case .readCrisisFirstSteps: ["steps:read"]
    case .editCrisisFirstSteps: ["steps:edit"]
    case .readSafeguardingMarker: ["marker"]
    // R-SG-01: whoever sees the marker may be named on a concern.
    case .readSafeguarding, .decideSafeguarding: ["marker"]
    case .recordSafeguarding: ["concern"]
    case .readSocialCare: ["social:read"]
    case .recordSocialCare: ["social:write"]
    case .recordReferral: ["refer"]
    case .judgeAvoided: ["judge"]
    case .recordVisit: ["visit"]
    case .recordConsent: ["consent"]
    case .mergeRecords: ["join"]
    case .proposeAssignment: ["propose"]
    case .acceptAssignment: ["accept"]
    case .approveAssignment: ["approve"]
    case .proposeCase: ["case"]
    case .attendMeeting: ["attend"]
    case .runMeeting: ["run"]
    case .reportNamed: ["named"]
    case .reportAggregate: ["aggregate"]
    case .readAudit: ["audit"]
    case .accessReport: ["report"]
    case .closeAlert: ["alert"]
    case .manageAgreements: ["agreements"]
    case .manageRetention: ["retention"]
    case .approveDisposal: ["disposal"]
    case .manageStaff: ["staff"]
    case .manageSettings: ["settings"]
    case .importRecords: ["import"]
    case .keepStore: ["store"]
    case .ownWork: ["own"]
    }
  }

  /// allow, deny or glass.
  static func decide(_ actor: AccessActor, _ action: AccessAction, _ patient: AccessPatient) -> String {
    // 1. an active person
    if !actor.isActive { return "deny" }
    // 2. a member of an organisation
    if actor.roles.count == 0 { return "deny" }
    // 3. an agreement in force for the kind of data
    let kinds: [AccessAction: DataCategory] = [
      .listPeople: .identity, .searchPeople: .identity, .openRecord: .identity, .recordConsent: .identity,
      .mergeRecords: .identity,
      .proposeAssignment: .identity, .acceptAssignment: .identity, .approveAssignment: .identity,
      .proposeCase: .identity, .attendMeeting: .identity, .runMeeting: .identity,
      .readPlan: .carePlan, .editPlan: .carePlan, .editPlanClinical: .carePlan, .recordReview: .carePlan,
      .readCrisisClinical: .crisisPlan, .editCrisisClinical: .crisisPlan, .signCrisis: .crisisPlan,
      .readCrisisFirstSteps: .crisisPlan, .editCrisisFirstSteps: .crisisPlan,
      .readSafeguardingMarker: .safeguarding, .readSafeguarding: .safeguarding, .decideSafeguarding: .safeguarding,
      .readSocialCare: .carePlan, .recordSocialCare: .carePlan, .recordVisit: .carePlan, .judgeAvoided: .carePlan,
      .recordReferral: .identity,
      .reportNamed: .reports, .reportAggregate: .reports,
    ]
    if let kind = kinds[action] {
      let standing = actor.agreements[kind]
      let goesOn = action == .readCrisisClinical || action == .readCrisisFirstSteps
      if standing == nil { return "deny" }
      if standing == .expired && !goesOn { return "deny" }
    }
    // 4. the role
    var roleAllows = false
    for role in actor.roles {
      let row = (table[role] ?? "").split(separator: " ").map(String.init)
      for word in words(for: action) where row.contains(word) { roleAllows = true }
    }
    if !roleAllows { return "deny" }
    let aboutSomebody: Set<AccessAction> = [
      .openRecord, .readPlan, .editPlan, .editPlanClinical, .recordReview, .readCrisisClinical, .editCrisisClinical,
      .signCrisis, .readCrisisFirstSteps, .editCrisisFirstSteps, .readSafeguardingMarker, .readSafeguarding,
      .recordConsent, .mergeRecords, .proposeAssignment, .acceptAssignment, .approveAssignment, .proposeCase,
      .recordSafeguarding,
      .decideSafeguarding, .readSocialCare, .recordSocialCare, .recordReferral, .judgeAvoided, .recordVisit,
    ]
    if !aboutSomebody.contains(action) { return "allow" }
    // R-IG-02: never, whatever else is true
    if patient.tie != nil { return "deny" }
    // R-SG-01: the named social worker, who is named on it, and the role that safeguards; nobody else, by no glass
    if action == .readSafeguarding || action == .decideSafeguarding {
      if patient.isNamedSocialWorker || patient.isNamedOnConcern { return "allow" }
      let safeguards = actor.roles.contains { (table[$0] ?? "").split(separator: " ").contains("safeguards") }
      if !safeguards { return "deny" }
    }
    // R-SG-03, 4.6: a concern or a request for help is taken down of anybody who is not restricted
    if action == .recordSafeguarding || action == .recordReferral {
      if patient.relationships.isEmpty { return patient.isRestricted ? "deny" : "allow" }
    }
    // 5. a legitimate relationship; 7. somebody restricted is not there for those without
    if patient.relationships.isEmpty { return patient.isRestricted ? "deny" : "glass" }
    // 6. consent and objections, which an emergency overrides
    let hasBrokenTheGlass = patient.relationships.contains(.emergency)
    if action == .recordSafeguarding { return "allow" }
    if action != .recordConsent && !hasBrokenTheGlass && (patient.refusesSharing || patient.objects) { return "glass" }
    return "allow"
  }
}

extension String {
  fileprivate func replacingWord(_ word: String) -> String {
    split(separator: " ").filter { $0 != word }.joined(separator: " ")
  }
}
