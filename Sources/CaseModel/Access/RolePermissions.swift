/// What a role allows: a row of table 8.1.
public struct RolePermissions: Hashable, Sendable {
  public var actions: Set<AccessAction>
  /// Whom its lists show.
  public var reach: ListReach
  /// The role `safeguarding` of R-SG-01.
  public var safeguards = false

  public enum ListReach: Hashable, Sendable {
    case nobody
    /// Whom they look after, and who is referred to them.
    case assigned
    /// Those, and who is registered with the practice they work at.
    case practice
    /// Those, and who is registered with a practice of their post's locality; of every locality where the post names
    /// none. At a practice it is that practice.
    case locality
  }

  public static func of(_ role: StaffRole) -> RolePermissions {
    switch role {
    case .mdtCoordinator: RolePermissions(actions: coordinator, reach: .locality)
    case .careNavigator: RolePermissions(actions: navigator, reach: .locality)
    case .socialWorker: RolePermissions(actions: socialWorker, reach: .assigned)
    case .socialWorkManager: RolePermissions(actions: socialWorkManager, reach: .locality, safeguards: true)
    case .hospitalSocialWorker: RolePermissions(actions: hospitalSocialWorker, reach: .assigned)
    case .gp, .consultant, .seniorNurse, .districtNurse, .communityMatron, .geriatrician, .cpn, .psychiatrist:
      RolePermissions(actions: clinician, reach: .practice)
    case .occupationalTherapist, .physiotherapist, .pharmacist:
      RolePermissions(actions: allied(role), reach: .practice)
    case .analyst: RolePermissions(actions: [.reportAggregate, .ownWork], reach: .nobody)
    case .privacyOfficer:
      RolePermissions(
        actions: [
          .readAudit, .accessReport, .closeAlert, .manageAgreements, .manageRetention, .approveDisposal, .ownWork,
        ], reach: .nobody)
    case .admin:
      RolePermissions(
        actions: [.manageStaff, .manageSettings, .importRecords, .keepStore, .approveDisposal, .ownWork], reach: .nobody
      )
    case .other: RolePermissions(actions: reading, reach: .assigned)
    }
  }

  /// What everybody who looks after people may.
  private static let reading: Set<AccessAction> = [
    .listPeople, .searchPeople, .openRecord, .readPlan, .readCrisisClinical, .readCrisisFirstSteps,
    .readSafeguardingMarker, .readSafeguarding, .decideSafeguarding, .recordSafeguarding, .ownWork,
  ]

  private static let coordinator = reading.union([
    .mergeRecords, .editPlan, .editCrisisFirstSteps, .recordReview, .recordConsent, .proposeAssignment, .proposeCase,
    .attendMeeting,
    .runMeeting, .reportNamed, .reportAggregate, .recordReferral, .recordVisit, .recordSocialCare,
  ])

  private static let navigator = reading.union([
    .editPlan, .editPlanClinical, .editCrisisFirstSteps, .recordReview, .recordConsent, .proposeCase, .attendMeeting,
    .reportAggregate, .recordReferral, .recordVisit, .recordSocialCare,
  ])

  private static let socialWorker = reading.union([
    .editPlan, .editCrisisFirstSteps, .recordReview, .recordConsent, .acceptAssignment,
    .proposeAssignment, .proposeCase, .attendMeeting, .reportAggregate, .recordReferral, .recordVisit,
    .readSocialCare, .recordSocialCare, .judgeAvoided,
  ])

  private static let socialWorkManager = reading.union([
    .recordConsent, .proposeAssignment, .approveAssignment, .attendMeeting, .reportNamed,
    .reportAggregate, .recordReferral, .recordVisit, .readSocialCare, .recordSocialCare, .judgeAvoided,
  ])

  private static let hospitalSocialWorker = reading.union([
    .recordConsent, .acceptAssignment, .attendMeeting, .reportAggregate, .recordReferral, .recordVisit,
    .readSocialCare, .recordSocialCare, .judgeAvoided, .proposeCase,
  ])

  private static let clinician = reading.union([
    .editPlan, .editPlanClinical, .editCrisisClinical, .signCrisis, .editCrisisFirstSteps, .recordReview,
    .recordConsent, .proposeAssignment, .acceptAssignment, .proposeCase, .attendMeeting, .runMeeting, .reportNamed,
    .reportAggregate, .recordReferral, .recordVisit, .readSocialCare, .judgeAvoided,
  ])

  /// Therapists and pharmacists sign no crisis plan and run no meeting; an occupational therapist assesses under the
  /// Care Act.
  private static func allied(_ role: StaffRole) -> Set<AccessAction> {
    let actions = clinician.subtracting([.signCrisis, .runMeeting])
    return role == .occupationalTherapist ? actions.union([.recordSocialCare]) : actions
  }
}
