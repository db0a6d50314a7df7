public import CaseModel

/// Consent as it is: statements that are added and never changed, with what they change the same minute (spec 5.3).
extension CaseStore {
  /// Records what somebody decided. A refusal of being in integrated care ends an invitation, a withdrawal ends the
  /// enrolment; both take the person off every list in the same transaction.
  ///
  /// - Throws: `badData` with what is missing; `refused` as the access rules say.
  public func record(_ statement: ConsentStatement, of patient: ID<Patient>, by: Writing) async throws(Problem) {
    let what = "The consent was not recorded."
    try await writing(what, .action(.recordConsent, of: patient), by) {
      try Consents.record(statement, of: patient, doing: what, in: $0)
    }
  }

  /// Records that somebody objects to sharing with an organisation or with one member of staff: they see "Restricted"
  /// from now on.
  ///
  /// - Throws: `badData` without a reason; `notFound` for an organisation or a member of staff that is not known.
  public func object(
    _ patient: ID<Patient>, to party: SharingParty, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "The objection was not recorded."
    let text = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.recordConsent, of: patient), by) {
      try Consents.object(patient, to: party, reason: text, doing: what, in: $0)
    }
  }
}

/// With whom somebody does not want to share.
public enum SharingParty: Hashable, Sendable {
  case organisation(String)
  case staff(ID<StaffMember>)
}

enum Consents {
  static func record(
    _ statement: ConsentStatement, of patient: ID<Patient>, doing what: String, in change: Change
  ) throws {
    let faults = statement.faults(today: change.at.day)
    guard faults.isEmpty else {
      throw Problem(what, because: faults.joined(separator: " "), try: "Complete it and save again.", kind: .badData)
    }
    let id = change.by.newID()
    try change.insert(
      "consent",
      [
        ("patient_id", .of(patient)), ("id", .text(id)), ("subject", .of(statement.subject)),
        ("basis", .of(statement.basis)), ("decision", .of(statement.decision)),
        ("given_by_kind", .of(statement.givenBy)), ("given_by_name", .of(statement.givenByName)),
        ("taken_by", .text(change.staffID)), ("organisation_code", .text(change.by.actor.staff.organisationCode)),
        ("at", .of(statement.at)), ("valid_to", .of(statement.validTo)), ("scope_text", .of(statement.scope)),
        ("evidence_location", .of(statement.evidence)), ("capacity_at_time", .of(statement.capacity)),
        ("reason_not_obtained", .of(statement.reasonNotObtained)),
      ])
    if statement.subject == .enrolment { try follow(statement, id, of: patient, in: change) }
    try CaseloadEntries.refreshEntry(patient, in: change)
    try change.audit(
      .consentChange, "consent \(id)", patient: patient, after: 1,
      purpose: "\(statement.subject.rawValue): \(statement.decision.rawValue)",
      digest: SHA256.hex("\(id) \(statement.subject.rawValue) \(statement.decision.rawValue) \(statement.at.iso)"))
  }

  /// What the decision about being in integrated care does to the enrolment: a later one counts, and not one that was
  /// said before what stands now.
  private static func follow(
    _ statement: ConsentStatement, _ consent: String, of patient: ID<Patient>, in change: Change
  ) throws {
    let newest = try change.connection.first(
      "SELECT id FROM consent WHERE patient_id = $1 AND subject = 'enrolment' ORDER BY at DESC, id DESC LIMIT 1",
      [.of(patient)]
    ) { try $0.text() }
    let current = try change.connection.first(
      """
      SELECT id, status FROM enrolment WHERE patient_id = $1 AND entered_in_error = 0 ORDER BY id DESC LIMIT 1
      """, [.of(patient)]
    ) { (id: try $0.text(), status: try $0.code(EnrolmentStatus.self)) }
    guard newest == consent, let current else { return }
    let next: EnrolmentStatus
    switch (statement.decision, current.status) {
    case (.refused, .identified), (.refused, .invited): next = .declined
    case (.withdrawn, .enrolled), (.withdrawn, .invited), (.refused, .enrolled): next = .withdrawn
    default: return
    }
    try change.connection.run(
      """
      UPDATE enrolment SET status = $1, ended_on = $2, consent_id = $3, end_reason = $4, updated_at = $5,
      updated_by = $6, row_version = row_version + 1 WHERE patient_id = $7 AND id = $8
      """,
      [
        .of(next), .of(change.at.day), .text(consent), .text("the person \(statement.decision.rawValue)"),
        .of(change.at), .text(change.staffID), .of(patient), .text(current.id),
      ])
  }

  static func object(
    _ patient: ID<Patient>, to party: SharingParty, reason: String, doing what: String, in change: Change
  ) throws {
    let id = change.by.newID()
    var values: [(column: String, value: Value)] = [
      ("patient_id", .of(patient)), ("id", .text(id)), ("start_on", .of(change.at.day)), ("reason", .text(reason)),
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
      purpose: "objects to sharing with \(words): \(reason)", digest: SHA256.hex("\(id) \(words) \(change.at.day.iso)"))
  }
}
