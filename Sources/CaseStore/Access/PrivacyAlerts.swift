import CaseModel

/// What a privacy officer has to look at (spec 8.2, 8.3).
enum PrivacyAlerts {
  static func raise(
    _ kind: String, about patient: ID<Patient>, source: String?, reason: String, in change: Change
  ) throws {
    try change.insert(
      "privacy_alert",
      [
        ("id", .text(change.by.newID())), ("kind", .text(kind)), ("patient_id", .of(patient)),
        ("staff_id", .text(change.staffID)), ("at", .of(change.at)), ("source_id", .of(source)),
        ("reason", .text(String(reason.prefix(2000)))),
      ])
  }

  static func all(closed: Bool, limit: Int, _ connection: any Connection) throws -> [PrivacyAlert] {
    let overrides = try Overrides.alerts(closed: closed, limit: limit, connection)
    let found = try alerts(closed: closed, limit: limit, connection) + overrides
    return Array(found.sorted { closed ? $0.at > $1.at : $0.at < $1.at }.prefix(limit))
  }

  private static func alerts(closed: Bool, limit: Int, _ connection: any Connection) throws -> [PrivacyAlert] {
    try connection.rows(
      """
      SELECT a.id, a.kind, a.at, a.staff_id, s.name, q.role, o.name, a.patient_id, p.family_name, p.given_names,
        p.title, p.preferred_name, p.nhs_number, a.reason, a.verdict, r.name, a.reviewed_at, a.follow_up
      FROM privacy_alert a
      JOIN staff s ON s.id = a.staff_id
      JOIN staff_post q ON q.staff_id = s.id AND q.id = (
        SELECT x.id FROM staff_post x WHERE x.staff_id = s.id AND x.entered_in_error = 0
        ORDER BY (x.end_on IS NULL) DESC, COALESCE(x.start_on, '') DESC, x.id DESC LIMIT 1)
      JOIN organisation o ON o.ods_code = q.organisation_code
      JOIN patient p ON p.id = a.patient_id
      LEFT JOIN staff r ON r.id = a.reviewed_by
      WHERE a.entered_in_error = 0 AND a.verdict IS \(closed ? "NOT NULL" : "NULL")
      ORDER BY a.at \(closed ? "DESC" : "ASC"), a.id \(closed ? "DESC" : "ASC") LIMIT $1
      """, [.of(limit)]
    ) { row in
      PrivacyAlert(
        id: try row.text(), kind: try row.code(), at: try row.moment(), staffID: try row.id(),
        staffName: try row.text(), staffRole: try row.code(), organisation: try row.text(), patient: try row.id(),
        patientName: PersonName(
          family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil()),
        nhsNumber: row.textOrNil().flatMap { NHSNumber(stored: $0) }, reason: try row.text(),
        verdict: try row.codeOrNil(), reviewedBy: row.textOrNil(), reviewedAt: try row.momentOrNil(),
        followUp: row.textOrNil())
    }
  }

  static func close(
    _ id: String, _ verdict: PrivacyVerdict, followUp: String, doing what: String, in change: Change
  ) throws {
    let alert = try change.connection.first(
      "SELECT staff_id, patient_id, verdict FROM privacy_alert WHERE id = $1 AND entered_in_error = 0", [.text(id)]
    ) { row in
      let staff = try row.text()
      return Overrides.Reviewed(patient: try row.id(), staff: [staff], decider: "", verdict: row.textOrNil())
    }
    guard let found = try alert ?? Overrides.one(id, change.connection) else {
      throw Problem(what, because: "There is no such alert.", try: "List them with mdt privacy.", kind: .notFound)
    }
    let isOwn = found.staff.contains(change.staffID) || folded(found.decider) == folded(change.by.actor.staff.name)
    guard !isOwn else {
      throw Problem(
        what, because: "It is about what you did yourself.", try: "Let another privacy officer review it.",
        kind: .refused)
    }
    guard found.verdict == nil else {
      throw Problem(
        what, because: "Somebody has reviewed it already.", try: "Read what they said with mdt privacy --closed.",
        kind: .conflict)
    }
    guard verdict == .justified || followUp.contains(where: { !$0.isWhitespace }) else {
      throw Problem(
        what, because: "What was not justified, or is not clear, needs words on what follows.",
        try: "Say what you did about it.", kind: .badData)
    }
    let table = alert == nil ? "sharing_override" : "privacy_alert"
    try change.connection.run(
      """
      UPDATE \(table) SET verdict = $1, reviewed_by = $2, reviewed_at = $3, follow_up = $4, updated_at = $3,
      updated_by = $2, row_version = row_version + 1 WHERE id = $5
      """, [.of(verdict), .text(change.staffID), .of(change.at), .of(followUp.isEmpty ? nil : followUp), .text(id)])
    try change.audit(
      .update, "\(table) \(id)", patient: found.patient, before: 1, after: 2, purpose: verdict.rawValue,
      digest: SHA256.hex("\(id) \(verdict.rawValue) \(followUp)"))
  }
}
