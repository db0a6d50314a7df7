import CaseModel

/// What a decision about being in integrated care does to the enrolment (spec 5.1, 5.3).
enum Enrolments {
  struct Current {
    var id: String
    var status: EnrolmentStatus
  }

  static func current(of patient: ID<Patient>, _ connection: any Connection) throws -> Current? {
    try connection.first(
      "SELECT id, status FROM enrolment WHERE patient_id = $1 AND entered_in_error = 0 ORDER BY id DESC LIMIT 1",
      [.of(patient)]
    ) { Current(id: try $0.text(), status: try $0.code()) }
  }

  /// A refusal ends an invitation and a withdrawal the enrolment; who agrees is enrolled, also after having left.
  static func follow(
    _ statement: ConsentStatement, _ consent: String, of patient: ID<Patient>, from current: Current?,
    in change: Change
  ) throws {
    guard let current else { return }
    switch (statement.decision, current.status) {
    case (.refused, .identified), (.refused, .invited):
      try end(current, as: .declined, by: statement, consent, of: patient, in: change)
    case (.withdrawn, .enrolled), (.withdrawn, .identified), (.withdrawn, .invited), (.refused, .enrolled):
      try end(current, as: .withdrawn, by: statement, consent, of: patient, in: change)
      try ConsentTasks.raise(for: patient, because: consent, in: change)
    case (.given, .identified), (.given, .invited):
      try change.connection.run(
        """
        UPDATE enrolment SET status = 'enrolled', enrolled_on = $1, consent_id = $2, status_before = $3,
        updated_at = $4, updated_by = $5, row_version = row_version + 1 WHERE patient_id = $6 AND id = $7
        """,
        [
          .of(change.at.day), .text(consent), .of(current.status), .of(change.at), .text(change.staffID),
          .of(patient), .text(current.id),
        ])
    case (.given, .declined), (.given, .withdrawn):
      try change.insert(
        "enrolment",
        [
          ("patient_id", .of(patient)), ("id", .text(change.by.newID())), ("status", .of(EnrolmentStatus.enrolled)),
          ("enrolled_on", .of(change.at.day)), ("consent_id", .text(consent)), ("status_before", .of(current.status)),
        ])
    default: return
    }
  }

  private static func end(
    _ current: Current, as next: EnrolmentStatus, by statement: ConsentStatement, _ consent: String,
    of patient: ID<Patient>, in change: Change
  ) throws {
    try change.connection.run(
      """
      UPDATE enrolment SET status = $1, ended_on = $2, consent_id = $3, end_reason = $4, status_before = $5,
      updated_at = $6, updated_by = $7, row_version = row_version + 1 WHERE patient_id = $8 AND id = $9
      """,
      [
        .of(next), .of(change.at.day), .text(consent), .text("the person \(statement.decision.rawValue)"),
        .of(current.status), .of(change.at), .text(change.staffID), .of(patient), .text(current.id),
      ])
  }

  /// The enrolment as it was before a statement that was recorded in error, where it rests on that statement.
  static func putBack(before consent: String, of patient: ID<Patient>, in change: Change) throws {
    let standing = try change.connection.first(
      """
      SELECT e.id, e.status, e.status_before FROM enrolment e WHERE e.patient_id = $1 AND e.entered_in_error = 0
      AND e.consent_id = $2 AND e.id = (SELECT max(x.id) FROM enrolment x WHERE x.patient_id = e.patient_id
        AND x.entered_in_error = 0)
      """, [.of(patient), .text(consent)]
    ) { (id: try $0.text(), status: try $0.code(EnrolmentStatus.self), before: try $0.codeOrNil(EnrolmentStatus.self)) }
    guard let standing, let before = standing.before else { return }
    let counts = try Consents.newest(of: patient, change.connection)
    if standing.status == .enrolled, before == .declined || before == .withdrawn {
      // It was a new enrolment: the one before it counts again.
      try change.connection.run(
        """
        UPDATE enrolment SET entered_in_error = 1, status_reason = 'the consent was recorded in error',
        updated_at = $1, updated_by = $2, row_version = row_version + 1 WHERE patient_id = $3 AND id = $4
        """, [.of(change.at), .text(change.staffID), .of(patient), .text(standing.id)])
    } else {
      try change.connection.run(
        """
        UPDATE enrolment SET status = $1, ended_on = NULL, end_reason = NULL, status_before = NULL, consent_id = $2,
        enrolled_on = CASE WHEN $3 = 'enrolled' THEN enrolled_on ELSE NULL END,
        updated_at = $4, updated_by = $5, row_version = row_version + 1 WHERE patient_id = $6 AND id = $7
        """,
        [
          .of(before), .of(counts), .of(before), .of(change.at), .text(change.staffID), .of(patient),
          .text(standing.id),
        ])
    }
    try ConsentTasks.drop(because: consent, of: patient, in: change)
  }
}
