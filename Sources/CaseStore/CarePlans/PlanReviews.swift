import CaseModel

/// Review records (spec 2.4).
enum PlanReviews {
  private static let columns = """
    r.id, r.plan_version, r.due_on, r.done_on, s.name, r.kind, r.what_working, r.what_not, r.changes_needed,
    r.outcomes_progress, r.unintended_change, r.person_satisfied, r.decision, r.next_review, r.answer1, r.answer2,
    r.answer3, r.answer4, r.answer5
    """

  /// Newest first.
  static func all(of patient: ID<Patient>, _ connection: any Connection) throws -> [PlanReview] {
    try connection.rows(
      """
      SELECT \(columns) FROM plan_review r JOIN staff s ON s.id = r.done_by
      WHERE r.patient_id = $1 AND r.entered_in_error = 0 ORDER BY r.done_on DESC, r.id DESC
      """, [.of(patient)], read)
  }

  private static func read(_ row: inout Columns) throws -> PlanReview {
    PlanReview(
      id: try row.id(), planVersion: try row.int(), dueOn: try row.dayOrNil(), doneOn: try row.day(),
      doneBy: try row.text(), kind: try row.code(), whatWorking: try row.text(), whatNotWorking: try row.text(),
      changesNeeded: try row.text(), outcomesProgress: try row.text(), unintendedChange: try row.text(),
      personSatisfied: try row.code(), decision: try row.code(), nextReview: try row.dayOrNil(),
      answers: (0..<5).map { _ in row.intOrNil() })
  }

  /// A review as it stands, taken back or not.
  static func stored(_ id: String, of patient: ID<Patient>, _ connection: any Connection) throws -> PlanReview? {
    try connection.first(
      "SELECT \(columns) FROM plan_review r JOIN staff s ON s.id = r.done_by WHERE r.patient_id = $1 AND r.id = $2",
      [.of(patient), .text(id)], read)
  }

  /// What the audit keeps of a review: who did it stands in it by the name of that day.
  static func digest(of review: PlanReview) throws -> String {
    SHA256.hex(try JSONText.encode(review, what: "The review was not recorded."))
  }

  static func digest(ofVoid isVoid: Bool, _ id: String) -> String { SHA256.hex("plan_review \(id) void=\(isVoid)") }

  /// Keeps a review. Where it decides that nothing changes and names another day, the plan's next review moves to it
  /// by a signed version with the reason "review".
  static func record(_ review: PlanReview, of patient: ID<Patient>, in change: Change) throws {
    let what = "The review was not recorded."
    func refuse(_ reason: String, _ advice: String, _ kind: Problem.Kind = .badData) -> Problem {
      Problem(what, because: reason, try: advice, kind: kind)
    }
    guard let head = try PlanReading.head(of: patient, change.connection), head.isLive, head.versionNumber > 0 else {
      throw refuse("There is no signed plan to review.", "Activate a plan first.", .notFound)
    }
    guard review.planVersion == head.versionNumber else {
      throw refuse(
        "The plan is at version \(head.versionNumber) now, and the review is of version \(review.planVersion).",
        "Read the new version, then review that.", .conflict)
    }
    guard review.doneOn <= change.at.day else {
      throw refuse("A review cannot be done in the future.", "Correct the day it was done on.")
    }
    guard review.answers.count == 5, review.answers.allSatisfy({ $0.map { (1...5).contains($0) } ?? true }) else {
      throw refuse("Answers are 1 to 5, or not asked, for five questions.", "Correct the answers.")
    }
    try insert(review, head, in: change)
    var before: CarePlanRecord?
    var after: CarePlanRecord?
    if review.decision == .noChange, let next = review.nextReview {
      let current = try PlanReading.record(head, change.connection)
      if current.plan.nextReview != next {
        (before, after) = (current, try move(current, head, to: next, patient, what, in: change))
      }
    }
    let name = try PersonReading.patient(patient, today: change.at.day, change.connection)?.name.shown() ?? "somebody"
    try UndoLog.add(
      UndoLog.Entry(
        kind: .planReview, patient: patient, subject: review.id.text,
        words: "Recorded a review of the care plan of \(name)",
        before: try before.map { try CarePlanJSON.encode($0.plan) },
        after: try after.map { try CarePlanJSON.encode($0.plan) }, beforeVersion: before?.rowVersion,
        afterVersion: after?.rowVersion), in: change)
  }

  private static func move(
    _ current: CarePlanRecord, _ head: PlanReading.Head, to next: Day, _ patient: ID<Patient>, _ what: String,
    in change: Change
  ) throws -> CarePlanRecord {
    var plan = current.plan
    if let header = plan.single(.plan) { plan.set(.nextReview, of: header.id, to: next.iso) }
    let complaints = PlanRules.activationComplaints(
      about: plan, today: change.at.day,
      packageChangedSince: try PlanVersions.newest(of: patient, change.connection))
    if let problem = PlanShape.problem(complaints, doing: what) { throw problem }
    return try PlanWriting(patient: patient, change: change).put(plan, over: head, as: .version(reason: "review"))
  }

  private static func insert(_ review: PlanReview, _ head: PlanReading.Head, in change: Change) throws {
    try change.insert(
      "plan_review",
      [
        ("patient_id", .of(head.patient)), ("id", .of(review.id)), ("plan_id", .of(head.id)),
        ("plan_version", .of(review.planVersion)), ("due_on", .of(review.dueOn)), ("done_on", .of(review.doneOn)),
        ("done_by", .text(change.staffID)), ("kind", .of(review.kind)), ("what_working", .text(review.whatWorking)),
        ("what_not", .text(review.whatNotWorking)), ("changes_needed", .text(review.changesNeeded)),
        ("outcomes_progress", .text(review.outcomesProgress)), ("unintended_change", .text(review.unintendedChange)),
        ("person_satisfied", .of(review.personSatisfied)), ("decision", .of(review.decision)),
        ("next_review", .of(review.nextReview)),
      ] + review.answers.enumerated().map { ("answer\($0 + 1)", .of($1)) })
    var kept = review
    kept.doneBy = change.by.actor.staff.name
    let stored = try all(of: head.patient, change.connection).first { $0.id == review.id }
    guard stored == kept else { throw StoreFault(.damaged, "what was read back is not what was written") }
    try change.audit(
      .create, "plan_review \(review.id)", patient: head.patient, after: 1,
      purpose: "review of version \(review.planVersion): \(review.decision.words)",
      digest: try digest(of: kept))
  }

  /// Takes a review back, or takes that back. The row stays, with the reason (D-VER-2).
  static func void(_ id: String, of patient: ID<Patient>, isVoid: Bool, reason: String, in change: Change) throws {
    try change.connection.run(
      """
      UPDATE plan_review SET entered_in_error = $1, status_reason = $2, updated_at = $3, updated_by = $4,
      row_version = row_version + 1 WHERE patient_id = $5 AND id = $6
      """,
      [
        .of(isVoid), .of(isVoid ? reason : nil), .of(change.at), .text(change.staffID), .of(patient), .text(id),
      ])
    try change.audit(
      isVoid ? .undo : .redo, "plan_review \(id)", patient: patient, purpose: reason,
      digest: digest(ofVoid: isVoid, id))
  }
}
