import CaseModel

/// With whom somebody does not want to share: from a day, to a day or without an end (spec 5.3).
enum Objections {
  static func record(
    _ patient: ID<Patient>, to party: SharingParty, from: Day, until: Day?, reason: String, doing what: String,
    in change: Change
  ) throws {
    guard until.map({ $0 >= from }) ?? true else {
      throw Problem(
        what, because: "Its last day is before its first.", try: "Give a later day, or none.", kind: .badData)
    }
    let id = change.by.newID()
    var values: [(column: String, value: Value)] = [
      ("patient_id", .of(patient)), ("id", .text(id)), ("start_on", .of(from)), ("end_on", .of(until)),
      ("reason", .text(reason)),
    ]
    let words: String
    switch party {
    case .organisation(let code):
      try Agreements.expect(code, doing: what, change.connection)
      values.append(("organisation_code", .text(code)))
      words = code
    case .staff(let staff):
      guard let member = try StaffRows.one(staff, change.connection) else {
        throw Problem(
          what, because: "There is no such member of staff.", try: "Choose somebody from mdt staff.", kind: .notFound)
      }
      values.append(("staff_id", .of(staff)))
      words = member.name
    }
    try change.insert("sharing_restriction", values)
    try change.audit(
      .consentChange, "sharing_restriction \(id)", patient: patient, after: 1,
      purpose: "objects to sharing with \(words): \(reason)", digest: SHA256.hex("\(id) \(words) \(from.iso)"))
  }

  /// The person has changed their mind: today is its last day.
  static func end(
    _ id: String, of patient: ID<Patient>, reason: String, doing what: String, in change: Change
  ) throws {
    let today = change.at.day
    let ended = try change.connection.run(
      """
      UPDATE sharing_restriction SET end_on = $1, status_reason = $2, updated_at = $3, updated_by = $4,
      row_version = row_version + 1 WHERE patient_id = $5 AND id = $6 AND entered_in_error = 0
      AND start_on <= $1 AND COALESCE(end_on, '9999-12-31') > $1
      """, [.of(today), .text(reason), .of(change.at), .text(change.staffID), .of(patient), .text(id)])
    guard ended == 1 else {
      throw Problem(
        what, because: "There is no such objection in force.", try: "List them with mdt consent show.",
        kind: .notFound)
    }
    try change.audit(
      .consentChange, "sharing_restriction \(id)", patient: patient, before: 1, after: 2,
      purpose: "objects no longer after today: \(reason)", digest: SHA256.hex("\(id) ends \(today.iso)"))
  }

  static func all(of patient: ID<Patient>, _ connection: any Connection) throws -> [SharingRestriction] {
    try connection.rows(
      """
      SELECT r.id, COALESCE(o.name, s.name), CASE WHEN r.staff_id IS NULL THEN 1 ELSE 0 END, r.start_on, r.end_on,
        r.reason, w.name
      FROM sharing_restriction r LEFT JOIN organisation o ON o.ods_code = r.organisation_code
      LEFT JOIN staff s ON s.id = r.staff_id JOIN staff w ON w.id = r.created_by
      WHERE r.patient_id = $1 AND r.entered_in_error = 0 ORDER BY r.start_on DESC, r.id DESC
      """, [.of(patient)]
    ) { row in
      SharingRestriction(
        id: try row.text(), party: try row.text(), isOrganisation: try row.flag(), from: try row.day(),
        to: try row.dayOrNil(), reason: try row.text(), recordedBy: try row.text())
    }
  }
}
