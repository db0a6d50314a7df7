import CaseModel

/// Legal holds and the list of public inquiries as rows.
enum RetentionHolds {
  static func all(_ connection: any Connection) throws -> [RetentionHold] {
    try connection.rows(
      """
      SELECT h.id, h.kind, h.name, h.patient_id, h.reason, h.from_on, s.name, h.lifted_on, l.name, h.lift_reason
      FROM retention_hold h JOIN staff s ON s.id = h.created_by LEFT JOIN staff l ON l.id = h.lifted_by
      WHERE h.entered_in_error = 0 ORDER BY h.from_on, h.id
      """
    ) { row in
      RetentionHold(
        id: try row.text(), kind: try row.code(), name: try row.text(), patient: row.textOrNil().map { ID($0) },
        reason: try row.text(), from: try row.day(), by: try row.text(), liftedOn: try row.dayOrNil(),
        liftedBy: row.textOrNil(), liftReason: row.textOrNil())
    }
  }

  static func put(
    _ kind: RetentionHold.Kind, name: String, on patient: ID<Patient>?, reason: String, in change: Change
  ) throws -> String {
    let id = change.by.newID()
    try change.insert(
      "retention_hold",
      [
        ("id", .text(id)), ("kind", .of(kind)), ("name", .text(name)), ("patient_id", .of(patient?.text)),
        ("reason", .text(reason)), ("from_on", .of(change.at.day)),
      ])
    try change.audit(
      .create, "retention_hold \(id)", patient: patient, after: 1, purpose: "\(kind.rawValue), \(name): \(reason)",
      digest: SHA256.hex("\(id) \(kind.rawValue) \(patient?.text ?? "everybody") \(change.at.day.iso)"))
    return id
  }

  static func lift(_ id: String, reason: String, doing what: String, in change: Change) throws {
    guard let hold = try all(change.connection).first(where: { $0.id == id }) else {
      throw Problem(
        what, because: "There is no such hold.", try: "List them with mdt retention holds.", kind: .notFound)
    }
    guard hold.liftedOn == nil else {
      throw Problem(
        what, because: "\(hold.liftedBy ?? "Somebody") has lifted it already.",
        try: "List them with mdt retention holds.", kind: .conflict)
    }
    try change.connection.run(
      """
      UPDATE retention_hold SET lifted_on = $1, lifted_by = $2, lift_reason = $3, updated_at = $4, updated_by = $2,
      row_version = row_version + 1 WHERE id = $5
      """, [.of(change.at.day), .text(change.staffID), .text(reason), .of(change.at), .text(id)])
    try change.audit(
      .update, "retention_hold \(id)", patient: hold.patient, before: 1, after: 2, purpose: "lifted: \(reason)",
      digest: SHA256.hex("\(id) lifted \(change.at.day.iso)"))
  }
}
