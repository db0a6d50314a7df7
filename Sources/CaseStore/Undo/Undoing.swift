import CaseModel

/// Taking back what one did, and doing it again.
///
/// A signed version is never taken back: undoing version 8 signs version 9 with the text of before, reason "undo of
/// version 8". The first activation is undone by making the plan a draft again. A review is voided, with the reason.
struct Undoing {
  let change: Change
  let undone: Bool
  private var connection: any Connection { change.connection }
  private var what: String { undone ? "Nothing was undone." : "Nothing was redone." }

  /// `undone` says which way: true takes back, false does again.
  static func turn(undone: Bool, in change: Change) throws -> UndoOutcome {
    let staff = change.by.actor.id
    guard let entry = try UndoLog.next(of: staff, undone: !undone, change.connection) else {
      throw Problem(
        undone ? "Nothing was undone." : "Nothing was redone.",
        because: undone ? "There is nothing of yours to undo." : "There is nothing of yours to redo.",
        try: "Go on working.", kind: .notFound)
    }
    // Who may not change somebody's plan any more takes nothing in it back either.
    if let patient = entry.patient, entry.kind != .team {
      _ = try AccessGate.decide(.action(.editPlan, of: patient), for: change.by, change.connection)
    }
    try Undoing(change: change, undone: undone).apply(entry)
    return UndoOutcome(words: "\(undone ? "Undone" : "Done again"): \(entry.words).")
  }

  /// Lets go of the entry that was refused.
  static func giveUp(undone: Bool, because reason: String, in change: Change) throws {
    guard let entry = try UndoLog.next(of: change.by.actor.id, undone: !undone, change.connection) else { return }
    try change.connection.run(
      "UPDATE undo_entry SET state = 'gone' WHERE staff_id = $1 AND seq = $2",
      [.text(change.staffID), .of(entry.sequence)])
    try change.audit(
      .denied, "\(undone ? "undo" : "redo") of \(entry.subject)", patient: entry.patient, purpose: reason)
  }

  private func apply(_ entry: UndoLog.Entry) throws {
    switch entry.kind {
    case .planDraft, .planActivated, .planVersion: try plan(entry)
    case .planReview: try review(entry)
    case .viewSaved, .viewRemoved: try view(entry)
    case .team: try TeamUndoing(change: change, undone: undone, what: what).turn(entry)
    }
  }

  // MARK: Plans

  private func plan(_ entry: UndoLog.Entry) throws {
    let patient = try patient(of: entry)
    guard let head = try PlanReading.head(ID(entry.subject), connection) else {
      throw StoreFault(.damaged, "the plan of an undo entry is not there")
    }
    try expect(head, entry)
    let now: Int
    if let text = undone ? entry.before : entry.after {
      now = try put(try CarePlanJSON.decode(text), over: head, entry, patient)
    } else if undone, entry.kind == .planActivated {
      now = try put(try PlanReading.record(head, connection).plan, over: head, entry, patient)
    } else {
      now = try void(head, isVoid: true)
    }
    try UndoLog.turn(entry, undone: undone, subject: entry.subject, now: now, in: change)
  }

  private func put(
    _ plan: CarePlan, over head: PlanReading.Head, _ entry: UndoLog.Entry, _ patient: ID<Patient>
  ) throws -> Int {
    var head = head
    if head.status == .enteredInError {
      _ = try void(head, isVoid: false)
      head.status = .draft
      head.rowVersion += 1
    }
    let writing = PlanWriting(patient: patient, change: change, action: undone ? .undo : .redo)
    let kind: PlanWriting.Kind
    switch (entry.kind, undone) {
    case (.planDraft, _): kind = .draft
    case (.planActivated, true): kind = .backToDraft
    default: kind = .version(reason: "\(undone ? "undo" : "redo") of version \(number(in: entry, head))")
    }
    return try writing.put(plan, over: head, as: kind).rowVersion
  }

  /// The version that the entry made, as its own words name it; what stands now where they do not.
  private func number(in entry: UndoLog.Entry, _ head: PlanReading.Head) -> Int {
    entry.words.split(separator: " ").compactMap { Int($0) }.first ?? head.versionNumber
  }

  /// A plan that was begun by what is undone: the row stays, marked with the reason (D-VER-2).
  private func void(_ head: PlanReading.Head, isVoid: Bool) throws -> Int {
    var record = try PlanReading.record(head, connection)
    record.status = isVoid ? .enteredInError : .draft
    record.rowVersion += 1
    let digest = PlanReading.digest(of: record)
    try connection.run(
      """
      UPDATE care_plan SET status = $1, entered_in_error = $2, status_reason = $3, row_version = $4, digest = $5,
      updated_at = $6, updated_by = $7 WHERE id = $8
      """,
      [
        .of(record.status), .of(isVoid), .of(isVoid ? "undone by who began it" : nil), .of(record.rowVersion),
        .text(digest), .of(change.at), .text(change.staffID), .of(head.id),
      ])
    if isVoid { try Passages.refresh(.plan, of: head.patient, to: "", connection) }
    try CaseloadEntries.refreshEntry(head.patient, in: change)
    try change.audit(
      isVoid ? .undo : .redo, "care_plan \(head.id)", patient: head.patient, before: head.rowVersion,
      after: record.rowVersion, purpose: isVoid ? "the plan was begun in error" : "the plan was taken up again",
      digest: digest)
    return record.rowVersion
  }

  private func expect(_ head: PlanReading.Head, _ entry: UndoLog.Entry) throws {
    guard head.rowVersion == (undone ? entry.afterVersion : entry.beforeVersion) else {
      throw Problem(
        what, because: "\(head.updatedBy) changed the care plan since, on \(head.updatedAt.short).",
        try: "Open the plan and change it there.", kind: .conflict)
    }
  }

  private func patient(of entry: UndoLog.Entry) throws -> ID<Patient> {
    guard let patient = entry.patient else { throw StoreFault(.damaged, "an undo entry names nobody") }
    return patient
  }

  // MARK: Reviews and views

  private func review(_ entry: UndoLog.Entry) throws {
    let patient = try patient(of: entry)
    var now: Int?
    if let text = undone ? entry.before : entry.after {
      guard let head = try PlanReading.head(of: patient, connection), head.isLive else {
        throw Problem(what, because: "The care plan has ended since.", try: "Open the plan and look.", kind: .conflict)
      }
      try expect(head, entry)
      let reason = undone ? "undo of review (version \(head.versionNumber))" : "review"
      now = try PlanWriting(patient: patient, change: change, action: undone ? .undo : .redo)
        .put(try CarePlanJSON.decode(text), over: head, as: .version(reason: reason)).rowVersion
    }
    let reason = "\(undone ? "undone" : "done again") by \(change.by.actor.staff.shortName)"
    try PlanReviews.void(entry.subject, of: patient, isVoid: undone, reason: reason, in: change)
    try UndoLog.turn(entry, undone: undone, subject: entry.subject, now: now, in: change)
  }

  private func view(_ entry: UndoLog.Entry) throws {
    let text = undone ? entry.before : entry.after
    if let text {
      let view = try JSONText.decode(CaseloadView.self, text, what: what)
      try SavedViews.put(view, action: undone ? .undo : .redo, in: change)
    } else {
      try SavedViews.remove(entry.subject, action: undone ? .undo : .redo, in: change)
    }
    try UndoLog.turn(entry, undone: undone, subject: entry.subject, now: nil, in: change)
  }
}
