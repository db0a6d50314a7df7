/// What a role allows: a row of table 8.1.
public struct RolePermissions: Hashable, Sendable {
  public var actions: Set<AccessAction>
  /// Whom its lists show.
  public var reach: ListReach

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
    case .socialWorkManager: RolePermissions(actions: socialWorkManager, reach: .locality)
    case .hospitalSocialWorker: RolePermissions(actions: hospitalSocialWorker, reach: .assigned)
    case .gp, .consultant, .seniorNurse, .districtNurse, .communityMatron, .geriatrician, .cpn, .psychiatrist:
      RolePermissions(actions: clinician, reach: .practice)
    case .occupationalTherapist, .physiotherapist, .pharmacist:
      RolePermissions(actions: clinician.subtracting([.signCrisis, .runMeeting]), reach: .practice)
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
    .readSafeguardingMarker, .ownWork,
  ]

  private static let coordinator = reading.union([
    .editPlan, .editCrisisFirstSteps, .recordReview, .recordConsent, .proposeAssignment, .proposeCase, .attendMeeting,
    .runMeeting, .reportNamed, .reportAggregate,
  ])

  private static let navigator = reading.union([
    .editPlan, .editPlanClinical, .editCrisisFirstSteps, .recordReview, .recordConsent, .proposeCase, .attendMeeting,
    .reportAggregate,
  ])

  private static let socialWorker = reading.union([
    .editPlan, .editCrisisFirstSteps, .recordReview, .recordConsent, .readSafeguarding, .acceptAssignment,
    .proposeAssignment, .proposeCase, .attendMeeting, .reportAggregate,
  ])

  private static let socialWorkManager = reading.union([
    .recordConsent, .readSafeguarding, .proposeAssignment, .approveAssignment, .attendMeeting, .reportNamed,
    .reportAggregate,
  ])

  private static let hospitalSocialWorker = reading.union([
    .recordConsent, .readSafeguarding, .acceptAssignment, .attendMeeting, .reportAggregate,
  ])

  private static let clinician = reading.union([
    .editPlan, .editPlanClinical, .editCrisisClinical, .signCrisis, .editCrisisFirstSteps, .recordReview,
    .recordConsent, .proposeAssignment, .acceptAssignment, .proposeCase, .attendMeeting, .runMeeting, .reportNamed,
    .reportAggregate,
  ])
}
