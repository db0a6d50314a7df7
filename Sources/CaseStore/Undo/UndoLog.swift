public import CaseModel

/// What somebody may take back next, in words: "Published version 3 of the care plan of BEGUM, Rahela (Mrs)".
public struct UndoEntry: Hashable, Sendable {
  public var words: String
  public var at: Moment
}

/// What an undo or redo did, in words.
public struct UndoOutcome: Hashable, Sendable {
  public var words: String
}

/// What each member of staff did and may take back. Kept in the store, so that it survives the program.
///
/// `beforeVersion` and `afterVersion` are the row versions of the plan before and after; each undo or redo moves them
/// along, so that an entry always knows which row version it expects to find. Another one means that somebody else
/// changed the plan since, and then nothing is undone.
enum UndoLog {
  enum Kind: String {
    case planDraft = "plan_draft"
    case planActivated = "plan_activated"
    case planVersion = "plan_version"
    case planReview = "plan_review"
    case viewSaved = "view_saved"
    case viewRemoved = "view_removed"
    case team

    var isOfPlan: Bool { self == .planDraft || self == .planActivated || self == .planVersion }
  }

  struct Entry {
    var sequence = 0
    var kind: Kind
    var patient: ID<Patient>?
    var subject: String
    var words: String
    var before: String?
    var after: String?
    var beforeVersion: Int?
    var afterVersion: Int?
    var at = Moment(seconds: 0)
  }

  /// Adds what was just done. What was undone before it can no longer be redone.
  static func add(_ entry: Entry, in change: Change) throws {
    try change.connection.run(
      "UPDATE undo_entry SET state = 'gone' WHERE staff_id = $1 AND state = 'undone'", [.text(change.staffID)])
    let sequence =
      try change.connection.count(
        "SELECT COALESCE(max(seq), 0) FROM undo_entry WHERE staff_id = $1", [.text(change.staffID)]) + 1
    try change.insertPlain(
      "undo_entry",
      [
        ("staff_id", .text(change.staffID)), ("seq", .of(sequence)), ("kind", .of(entry.kind)),
        ("patient_id", .of(entry.patient)), ("subject_id", .text(entry.subject)), ("words", .text(entry.words)),
        ("before_text", .of(entry.before)), ("after_text", .of(entry.after)),
        ("before_version", .of(entry.beforeVersion)), ("after_version", .of(entry.afterVersion)), ("state", "done"),
        ("at", .of(change.at)),
      ])
  }

  /// The newest thing done, or the oldest thing undone.
  static func next(of staff: ID<StaffMember>, undone: Bool, _ connection: any Connection) throws -> Entry? {
    try connection.first(
      """
      SELECT seq, kind, patient_id, subject_id, words, before_text, after_text, before_version, after_version, at
      FROM undo_entry WHERE staff_id = $1 AND seq = (
        SELECT \(undone ? "min" : "max")(seq) FROM undo_entry WHERE staff_id = $1 AND state = $2)
      """, [.of(staff), .text(undone ? "undone" : "done")]
    ) { row in
      Entry(
        sequence: try row.int(), kind: try row.code(), patient: row.idOrNil(), subject: try row.text(),
        words: try row.text(), before: row.textOrNil(), after: row.textOrNil(), beforeVersion: row.intOrNil(),
        afterVersion: row.intOrNil(), at: try row.moment())
    }
  }

  /// Marks an entry and moves along the row versions that it and its neighbours of the same plan expect.
  static func turn(_ entry: Entry, undone: Bool, subject: String, now: Int?, in change: Change) throws {
    let (connection, staff) = (change.connection, Value.text(change.staffID))
    try connection.run(
      """
      UPDATE undo_entry SET state = $1, \(undone ? "before_version" : "after_version") = $2
      WHERE staff_id = $3 AND seq = $4
      """, [.text(undone ? "undone" : "done"), .of(now), staff, .of(entry.sequence)])
    guard let now, let old = undone ? entry.beforeVersion : entry.afterVersion, let patient = entry.patient else {
      return
    }
    try connection.run(
      """
      UPDATE undo_entry SET \(undone ? "after_version" : "before_version") = $1
      WHERE staff_id = $2 AND patient_id = $3 AND state = $4 AND \(undone ? "after_version" : "before_version") = $5
      """, [.of(now), staff, .of(patient), .text(undone ? "done" : "undone"), .of(old)])
  }
}
