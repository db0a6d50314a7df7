import CaseModel

/// Saving a plan: as a draft that partners see, or signed as the next version.
///
/// In one transaction: the row version is compared (D-VER-1), the rows are written, a version is signed, what was
/// written is read back and compared with what was meant, the list's row and the search follow, and the audit says so.
struct PlanWriting {
  enum Kind {
    case draft
    /// Signed, with the reason shown in the list of versions.
    case version(reason: String)
    /// A version that was signed loses its force again: undo of the first activation.
    case backToDraft
  }

  let patient: ID<Patient>
  let change: Change
  var action: AuditAction?
  private var connection: any Connection { change.connection }

  init(patient: ID<Patient>, change: Change, action: AuditAction? = nil) {
    self.patient = patient
    self.change = change
    self.action = action
  }

  /// What a person asked for: rules are checked first.
  func save(_ plan: CarePlan, basedOn: Int?, as kind: Kind, joins: Bool = false) throws -> CarePlanRecord {
    let what = "The care plan was not saved."
    guard
      try connection.count("SELECT count(*) FROM patient WHERE id = $1 AND entered_in_error = 0", [.of(patient)]) == 1
    else {
      throw Problem(what, because: "There is no such person.", try: "Go back to the list.", kind: .notFound)
    }
    let head = try PlanReading.head(of: patient, connection)
    let live = try compare(head, basedOn, what)
    let plan = try PlanShape.checked(plan, doing: what)
    switch kind {
    case .draft, .backToDraft:
      guard live == nil || live?.status == .draft else {
        throw Problem(
          what, because: "The plan is active, and what is agreed changes only by a signed version.",
          try: "Publish it as the next version, or leave it as your own draft.", kind: .refused)
      }
      if let problem = PlanShape.problem(PlanRules.complaints(about: plan), doing: what) { throw problem }
    case .version:
      let complaints = PlanRules.activationComplaints(
        about: plan, today: change.at.day, packageChangedSince: try PlanVersions.newest(of: patient, connection))
      if let problem = PlanShape.problem(complaints, doing: what) { throw problem }
    }
    let before = try live.map { try PlanReading.record($0, connection) }
    try ClinicalParts.check(from: before?.plan, to: plan, of: patient, in: change)
    try PlanAfterDeath.check(from: before?.plan, to: plan, of: patient, doing: what, in: change)
    let author = try joins ? PlanNotes.author(of: live, connection) : nil
    let saved = try put(plan, over: live, as: kind)
    if let author, let before { try PlanNotes.tell(author, of: before, joinedInto: saved, in: change) }
    let verb: String
    if case .version = kind { verb = "Published version \(saved.versionNumber)" } else { verb = "Saved the draft" }
    try UndoLog.add(
      UndoLog.Entry(
        kind: saved.status == .draft ? .planDraft : before?.status.isInForce == true ? .planVersion : .planActivated,
        patient: patient, subject: saved.id.text,
        words: "\(verb) of the care plan of \(try name())", before: try before.map { try CarePlanJSON.encode($0.plan) },
        after: try CarePlanJSON.encode(saved.plan), beforeVersion: before?.rowVersion, afterVersion: saved.rowVersion),
      in: change)
    return saved
  }

  private func name() throws -> String {
    try PersonReading.patient(patient, today: change.at.day, connection)?.name.shown() ?? "somebody"
  }

  private func compare(_ head: PlanReading.Head?, _ basedOn: Int?, _ what: String) throws -> PlanReading.Head? {
    guard let head else {
      guard basedOn == nil else {
        throw Problem(
          what, because: "The plan it was based on is no longer there.", try: "Read the person's record again.",
          kind: .conflict)
      }
      return nil
    }
    if !head.isLive {
      guard basedOn == nil else {
        throw Problem(
          what, because: "That plan has ended (\(head.status.words)).", try: "Begin a new plan.", kind: .conflict)
      }
      return nil
    }
    guard basedOn == head.rowVersion else {
      throw PlanSaveFailure.conflict(theirs: try PlanReading.record(head, connection))
    }
    return head
  }

  /// Writes without asking whether the plan may be activated: what undo brings back was in force before.
  func put(_ plan: CarePlan, over live: PlanReading.Head?, as kind: Kind) throws -> CarePlanRecord {
    let id = live?.id ?? ID(change.by.newID())
    if live == nil { try begin(id) }
    var number = live?.versionNumber ?? 0
    var status = live?.status ?? .draft
    var leftOut = "left out of the draft"
    switch kind {
    case .draft: break
    case .backToDraft: status = .draft
    case .version(let reason):
      number = try PlanVersions.sign(plan, planID: id, of: patient, reason: reason, in: change)
      leftOut = "left out of version \(number)"
      if status == .draft { status = .active }
    }
    let rows = PlanItemRows(planID: id, connection: connection)
    try rows.write(plan, leftOut: leftOut, in: change)
    let rowVersion = (live?.rowVersion ?? 0) + 1
    let meant = CarePlanRecord(
      id: id, patient: patient, status: status, versionNumber: number, rowVersion: rowVersion,
      plan: plan.inStoredOrder, lastUpdated: change.at, lastUpdatedBy: change.by.actor.staff.shortName)
    let digest = PlanReading.digest(of: meant)
    let changed = try connection.run(
      """
      UPDATE care_plan SET status = $1, version_no = $2, row_version = $3, digest = $4, updated_at = $5,
      updated_by = $6 WHERE id = $7 AND row_version = $8
      """,
      [
        .of(status), .of(number), .of(rowVersion), .text(digest), .of(change.at), .text(change.staffID), .of(id),
        .of(live?.rowVersion ?? 1),
      ])
    guard changed == 1 else { throw StoreFault(.retry, "somebody else saved at the same moment") }
    try readBack(id, digest)
    try follow(meant)
    try change.audit(
      auditAction(kind, isNew: live == nil), "care_plan \(id)", patient: patient, before: live?.rowVersion,
      after: rowVersion, purpose: purpose(kind, number), digest: digest)
    return meant
  }

  private func auditAction(_ kind: Kind, isNew: Bool) -> AuditAction {
    if let action { return action }
    if case .version = kind { return .sign }
    return isNew ? .create : .update
  }

  private func purpose(_ kind: Kind, _ number: Int) -> String {
    switch kind {
    case .draft: "draft saved"
    case .backToDraft: "made a draft again"
    case .version(let reason): "version \(number): \(reason)"
    }
  }

  private func begin(_ id: ID<CarePlan>) throws {
    let staff = change.by.actor.staff
    try change.insert(
      "care_plan",
      [
        ("id", .of(id)), ("patient_id", .of(patient)), ("status", .of(CarePlanStatus.draft)),
        ("prepared_by", .of(staff.id)), ("prepared_org", .text(staff.organisationCode)),
        ("prepared_at", .of(change.at)), ("digest", .text(AuditChain.beginning)),
      ])
  }

  /// Promise 9: what was written is what was meant, or nothing is kept.
  private func readBack(_ id: ID<CarePlan>, _ digest: String) throws {
    guard let head = try PlanReading.head(id, connection) else { throw StoreFault(.damaged, "a plan did not stay") }
    let found = PlanReading.digest(of: try PlanReading.record(head, connection))
    guard found == digest else {
      throw StoreFault(.damaged, "what was read back is not what was written")
    }
  }

  /// The list's row and the search go with it.
  private func follow(_ record: CarePlanRecord) throws {
    try Passages.refresh(.plan, of: patient, to: PlanWriting.searched(record.plan), connection)
    try CaseloadEntries.refreshEntry(patient, in: change)
  }

  /// What the search finds a plan by: everything that somebody wrote in it.
  static func searched(_ plan: CarePlan) -> String {
    plan.items.flatMap { item in item.kind.fields.filter(\.isWritten).compactMap { item[$0.key] } }
      .joined(separator: "\n")
  }
}
