import CaseModel

/// Sharing against what the person wants, decided by a named person for one of three grounds (spec 5.3), and reported to
/// whoever looks after privacy.
enum Overrides {
  static func record(
    _ patient: ID<Patient>, _ request: OverrideRequest, reason: String, doing what: String, in change: Change
  ) throws -> Moment {
    func refuse(_ reason: String, _ advice: String) -> Problem {
      Problem(what, because: reason, try: advice, kind: .badData)
    }
    let (name, role) = (request.decidedByName.trimmedText, request.decidedByRole.trimmedText)
    guard !name.isEmpty, !role.isEmpty else {
      throw refuse("It does not name who decided it and in what post.", "Name the person who takes responsibility.")
    }
    guard name.count <= 280, role.count <= 280 else {
      throw refuse("A name or a post has more than 280 characters.", "Write it shorter.")
    }
    guard (1...SharingOverride.mostDays).contains(request.days) else {
      throw refuse("It holds for 1 to \(SharingOverride.mostDays) days.", "Give the days; it can be decided again.")
    }
    guard let member = try StaffRows.one(request.staff, change.connection), member.isActive(on: change.at.day) else {
      throw Problem(
        what, because: "That member of staff does not work here now.", try: "Choose somebody from mdt staff.",
        kind: .notFound)
    }
    let (id, until) = (change.by.newID(), change.at + request.days * 86_400)
    try change.insert(
      "sharing_override",
      [
        ("patient_id", .of(patient)), ("id", .text(id)), ("staff_id", .of(request.staff)),
        ("ground", .of(request.ground)), ("decided_by_name", .text(name)), ("decided_by_role", .text(role)),
        ("reason", .text(reason)), ("at", .of(change.at)), ("expires_at", .of(until)),
      ])
    try change.audit(
      .consentChange, "sharing_override \(id)", patient: patient, after: 1,
      purpose: "shared against the person's wish, decided by \(name), \(role): \(request.ground.rawValue): \(reason)",
      digest: SHA256.hex("\(id) \(request.ground.rawValue) \(request.staff) \(until.iso)"))
    return until
  }

  /// Until when the reader has the record open against the person's wish.
  static func until(_ patient: ID<Patient>, _ permit: Permit, _ connection: any Connection) throws -> Moment? {
    guard let facts = permit.facts else { return nil }
    return try connection.first(
      """
      SELECT expires_at FROM sharing_override WHERE patient_id = $1 AND staff_id = $2 AND at <= $3 AND expires_at > $3
      AND entered_in_error = 0 ORDER BY expires_at DESC LIMIT 1
      """, [.of(patient), .of(facts.staff), .of(facts.at)]
    ) { try $0.moment() }
  }

  static func all(of patient: ID<Patient>, _ connection: any Connection) throws -> [SharingOverride] {
    try connection.rows(
      """
      SELECT v.id, v.ground, v.decided_by_name, v.decided_by_role, v.reason, s.name, v.at, v.expires_at, w.name
      FROM sharing_override v JOIN staff s ON s.id = v.staff_id JOIN staff w ON w.id = v.created_by
      WHERE v.patient_id = $1 AND v.entered_in_error = 0 ORDER BY v.at DESC, v.id DESC
      """, [.of(patient)]
    ) { row in
      SharingOverride(
        id: try row.text(), ground: try row.code(), decidedByName: try row.text(), decidedByRole: try row.text(),
        reason: try row.text(), staffName: try row.text(), at: try row.moment(), until: try row.moment(),
        recordedBy: try row.text())
    }
  }

  /// As the privacy officer has them: about whoever wrote it down, with who decided and whom it opened the record to.
  static func alerts(closed: Bool, limit: Int, _ connection: any Connection) throws -> [PrivacyAlert] {
    try connection.rows(
      """
      SELECT v.id, v.at, v.created_by, w.name, q.role, o.name, v.patient_id, p.family_name, p.given_names, p.title,
        p.preferred_name, p.nhs_number, v.ground, v.reason, v.decided_by_name, v.decided_by_role, s.name,
        v.expires_at, v.verdict, r.name, v.reviewed_at, v.follow_up
      FROM sharing_override v
      JOIN staff w ON w.id = v.created_by JOIN staff s ON s.id = v.staff_id
      JOIN staff_post q ON q.staff_id = w.id AND q.id = (
        SELECT x.id FROM staff_post x WHERE x.staff_id = w.id AND x.entered_in_error = 0
        ORDER BY (x.end_on IS NULL) DESC, COALESCE(x.start_on, '') DESC, x.id DESC LIMIT 1)
      JOIN organisation o ON o.ods_code = v.created_org
      JOIN patient p ON p.id = v.patient_id
      LEFT JOIN staff r ON r.id = v.reviewed_by
      WHERE v.entered_in_error = 0 AND v.verdict IS \(closed ? "NOT NULL" : "NULL")
      ORDER BY v.at \(closed ? "DESC" : "ASC"), v.id LIMIT $1
      """, [.of(limit)]
    ) { row in
      let (id, at, by) = (try row.text(), try row.moment(), try row.id() as ID<StaffMember>)
      let (name, role, organisation) = (try row.text(), try row.code() as StaffRole, try row.text())
      let patient: ID<Patient> = try row.id()
      let person = PersonName(
        family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
      let number = row.textOrNil().flatMap { NHSNumber(stored: $0) }
      let (ground, reason) = (try row.code() as OverrideGround, try row.text())
      let (decider, post, to) = (try row.text(), try row.text(), try row.text())
      let until = try row.moment()
      return PrivacyAlert(
        id: id, kind: .override, at: at, staffID: by, staffName: name, staffRole: role, organisation: organisation,
        patient: patient, patientName: person, nhsNumber: number,
        reason:
          "\(ground.words): \(reason.asSentence) Decided by \(decider), \(post). Open to \(to) until \(until.short).",
        verdict: try row.codeOrNil(), reviewedBy: row.textOrNil(), reviewedAt: try row.momentOrNil(),
        followUp: row.textOrNil())
    }
  }

  struct Reviewed {
    var patient: ID<Patient>
    var staff: [String]
    var decider: String
    var verdict: String?
  }

  static func one(_ id: String, _ connection: any Connection) throws -> Reviewed? {
    try connection.first(
      """
      SELECT patient_id, staff_id, created_by, decided_by_name, verdict FROM sharing_override
      WHERE id = $1 AND entered_in_error = 0
      """, [.text(id)]
    ) { row in
      Reviewed(
        patient: try row.id(), staff: [try row.text(), try row.text()], decider: try row.text(),
        verdict: row.textOrNil())
    }
  }
}

extension String {
  var trimmedText: String {
    let start = drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
