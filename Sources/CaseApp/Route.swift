public import CaseModel

/// Every place one can be. A new screen is a folder and a case here; the compiler then asks for its line below.
public enum Route: Hashable, Sendable {
  case caseload
  /// The worklists with their counts: the front screen.
  case today
  case worklist(Worklist)
  /// Somebody's way into integrated care and out of it. It stays where the record itself closes.
  case enrolment(ID<Patient>)
  /// Records that may be of one person, and what was joined.
  case duplicates
  case find(String)
  case person(ID<Patient>, trail: Trail?)
  /// Somebody whose record is not open to the reader.
  case closedRecord(ID<Patient>)
  case carePlan(ID<Patient>)
  case planEditor(ID<Patient>, from: DraftChoice = .newest)
  /// All signed versions, and what changed between any two.
  case planVersions(ID<Patient>)
  case planReview(ID<Patient>, from: DraftChoice = .newest)
  case planConflict(PlanConflict)
  /// What is in force of somebody's crisis plan, for whoever has to act now.
  case emergency(ID<Patient>)
  /// The work on somebody's crisis plan: draft, sign-offs, uses, copies.
  case crisisPlan(ID<Patient>)
  case crisisEditor(ID<Patient>, from: DraftChoice = .newest)
  case drafts
  /// Where a PIN or passphrase is chosen.
  case pin
  /// What somebody decided about their care and their record. It stays where the record itself closes.
  case consent(ID<Patient>)
  /// Actions of those who have withdrawn, and best-interests decisions that fall due.
  case consentTasks
  /// Who looks after a person, and who did.
  case team(ID<Patient>)
  /// Whom the reader looks after.
  case myPeople
  /// Who waits for a named social worker, and who could take them.
  case allocation
  /// Handing over a whole caseload: whose, or nobody chosen yet.
  case transfer(ID<StaffMember>?)
  /// How evenly the work is shared.
  case fairness
  /// What somebody who looks after privacy has to look at.
  case privacy
  /// Who did what to which record: everything, or what concerns one person.
  case audit(about: ID<Patient>?)
  /// The board of referrals; or those of one person.
  case referrals(about: ID<Patient>?)
  /// Visits to one person, and advice that was given about them.
  case visits(ID<Patient>)
  /// Care Act work, carers and safeguarding of one person.
  case socialCare(ID<Patient>)
  /// Staff, organisations, settings, agreements and privileges.
  case administration(Office)
  case messages([Message])
  case help(HelpSubject)
}

extension Route {
  /// Whose record the place shows; nil for places about several people or none.
  var patient: ID<Patient>? {
    switch self {
    case .person(let id, _), .carePlan(let id), .planEditor(let id, _), .planVersions(let id), .planReview(let id, _),
      .visits(let id), .socialCare(let id), .emergency(let id), .crisisPlan(let id), .crisisEditor(let id, _):
      id
    case .planConflict(let conflict): conflict.patient
    case .team(let id): id
    case .caseload, .today, .worklist, .enrolment, .duplicates, .find, .closedRecord, .consent, .consentTasks, .privacy,
      .drafts, .pin, .audit, .administration, .referrals, .myPeople, .allocation, .transfer, .fairness, .messages,
      .help:
      nil
    }
  }
}

/// The list that somebody was opened from, so that `[` and `]` lead to the neighbours in it.
public struct Trail: Hashable, Sendable {
  public var query: CaseloadQuery
  public var position: CaseloadPosition

  public init(query: CaseloadQuery, position: CaseloadPosition) {
    self.query = query
    self.position = position
  }
}

/// Somebody else saved first: what is needed to put both texts side by side.
public struct PlanConflict: Hashable, Sendable {
  public var patient: ID<Patient>
  public var was: CarePlan
  public var wasVersion: Int
  public var theirs: CarePlanRecord
  public var yours: CarePlan
  /// When yours was started, from the draft.
  public var yoursStarted: Moment
  /// The draft that yours is kept in.
  public var hold: DraftHold?

  public init(
    patient: ID<Patient>, was: CarePlan, wasVersion: Int, theirs: CarePlanRecord, yours: CarePlan, yoursStarted: Moment,
    hold: DraftHold? = nil
  ) {
    self.patient = patient
    self.was = was
    self.wasVersion = wasVersion
    self.theirs = theirs
    self.yours = yours
    self.yoursStarted = yoursStarted
    self.hold = hold
  }
}

/// What help is asked about.
public struct HelpSubject: Hashable, Sendable {
  public var screen: String
  public var entries: [CommandEntry]
  /// Opened by `:`, so the search box has the focus from the start.
  public var isPalette: Bool

  public init(screen: String, entries: [CommandEntry], isPalette: Bool) {
    self.screen = screen
    self.entries = entries
    self.isPalette = isPalette
  }
}

func screen(for route: Route) -> any Screen {
  switch route {
  case .caseload: CaseloadScreen()
  case .today: TodayScreen()
  case .worklist(let list): WorklistScreen(list)
  case .enrolment(let id): EnrolmentScreen(id)
  case .duplicates: DuplicatesScreen()
  case .find(let text): FindScreen(text)
  case .person(let id, let trail): PersonScreen(id, trail: trail)
  case .closedRecord(let id): ClosedRecordScreen(id)
  case .carePlan(let id): CarePlanScreen(id)
  case .planEditor(let patient, let choice): PlanEditorScreen(patient, from: choice)
  case .planVersions(let id): PlanVersionsScreen(id)
  case .planReview(let id, let choice): PlanReviewScreen(id, from: choice)
  case .planConflict(let conflict): PlanConflictScreen(conflict)
  case .emergency(let id): EmergencyScreen(id)
  case .crisisPlan(let id): CrisisPlanScreen(id)
  case .crisisEditor(let id, let choice): CrisisEditorScreen(id, from: choice)
  case .drafts: DraftsScreen()
  case .pin: PINScreen()
  case .consent(let id): ConsentScreen(id)
  case .consentTasks: ConsentTasksScreen()
  case .team(let id): TeamScreen(id)
  case .myPeople: MyPeopleScreen()
  case .allocation: AllocationScreen()
  case .transfer(let leaver): TransferScreen(from: leaver)
  case .fairness: FairnessScreen()
  case .privacy: PrivacyScreen()
  case .audit(let id): AuditScreen(about: id)
  case .referrals(let id): ReferralsScreen(about: id)
  case .visits(let id): VisitsScreen(id)
  case .socialCare(let id): SocialCareScreen(id)
  case .administration(let office): AdministrationScreen(office)
  case .messages(let messages): MessagesScreen(messages)
  case .help(let subject): HelpScreen(subject)
  }
}

/// Every kind of screen, for `docs/keys.md` and the gallery test, which compares the list with the folders.
public let allScreens: [any Screen.Type] = [
  CaseloadScreen.self, TodayScreen.self, WorklistScreen.self, EnrolmentScreen.self, DuplicatesScreen.self,
  PersonScreen.self, CarePlanScreen.self, PlanEditorScreen.self, PlanVersionsScreen.self,
  PlanConflictScreen.self, EmergencyScreen.self, CrisisPlanScreen.self, CrisisEditorScreen.self,
  ClosedRecordScreen.self, AuditScreen.self, PINScreen.self,
  AdministrationScreen.self, ConsentScreen.self, ConsentTasksScreen.self, PrivacyScreen.self,
  ReferralsScreen.self, VisitsScreen.self, SocialCareScreen.self,
  TeamScreen.self, MyPeopleScreen.self, AllocationScreen.self, TransferScreen.self, FairnessScreen.self,
  PlanReviewScreen.self, DraftsScreen.self, FindScreen.self, HelpScreen.self, MessagesScreen.self,
]
