import CaseModel

/// Statements about consent as rows, and what they change the same minute (spec 5.3).
enum Consents {
  /// That a statement was not recorded in error, where `consent` has this name in a query.
  static func counts(_ name: String) -> String {
    """
    NOT EXISTS (SELECT 1 FROM consent_void cv WHERE cv.patient_id = \(name).patient_id AND cv.consent_id = \(name).id)
    """
  }

  static func record(
    _ statement: ConsentStatement, of patient: ID<Patient>, doing what: String, in change: Change
  ) throws {
    let enrolment = try Enrolments.current(of: patient, change.connection)
    let isInvitation = enrolment?.status == .identified || enrolment?.status == .invited
    let faults = statement.faults(today: change.at.day, isInvitation: isInvitation)
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
        ("at", .of(statement.at)), ("valid_from", .of(statement.validFrom)), ("valid_to", .of(statement.validTo)),
        ("scope_text", .of(statement.scope)), ("evidence_location", .of(statement.evidence)),
        ("capacity_state", .of(statement.capacityState)), ("capacity_at_time", .of(statement.capacity)),
        ("reason_not_obtained", .of(statement.reasonNotObtained)),
        ("do_not_ask_before", .of(statement.doNotAskBefore)),
      ])
    try change.audit(
      .consentChange, "consent \(id)", patient: patient, after: 1,
      purpose: "\(statement.subject.rawValue): \(statement.decision.rawValue)", digest: try digest(id, statement))
    if statement.subject == .enrolment, try newest(of: patient, change.connection) == id {
      try Enrolments.follow(statement, id, of: patient, from: enrolment, in: change)
    }
    try CaseloadEntries.refreshEntry(patient, in: change)
  }

  /// What the audit keeps of a statement.
  static func digest(_ id: String, _ statement: ConsentStatement) throws -> String {
    SHA256.hex("\(id) \(try JSONText.encode(statement, what: "The consent was not recorded."))")
  }

  /// What it kept before schema 7.
  static func olderDigest(_ id: String, _ statement: ConsentStatement) -> String {
    SHA256.hex("\(id) \(statement.subject.rawValue) \(statement.decision.rawValue) \(statement.at.iso)")
  }

  /// The statement about enrolment that counts: the newest by what it says, not by when it was written down.
  static func newest(of patient: ID<Patient>, _ connection: any Connection) throws -> String? {
    try connection.first(
      """
      SELECT c.id FROM consent c WHERE c.patient_id = $1 AND c.subject = 'enrolment' AND \(counts("c"))
      ORDER BY c.at DESC, c.id DESC LIMIT 1
      """, [.of(patient)]
    ) { try $0.text() }
  }

  /// Marks a statement as recorded in error, and puts back what it did to the enrolment.
  static func void(
    _ id: String, of patient: ID<Patient>, reason: String, doing what: String, in change: Change
  ) throws {
    let known = try change.connection.first(
      """
      SELECT c.subject, c.decision, (SELECT count(*) FROM consent_void v
        WHERE v.patient_id = c.patient_id AND v.consent_id = c.id)
      FROM consent c WHERE c.patient_id = $1 AND c.id = $2
      """, [.of(patient), .text(id)]
    ) { (subject: try $0.code(ConsentSubject.self), decision: try $0.text(), isVoid: try $0.flag()) }
    guard let known else {
      throw Problem(
        what, because: "There is no such statement about this person.", try: "List them with mdt consent show.",
        kind: .notFound)
    }
    guard !known.isVoid else {
      throw Problem(
        what, because: "Somebody has marked it as recorded in error already.", try: "Read the history again.",
        kind: .conflict)
    }
    try change.insert(
      "consent_void", [("patient_id", .of(patient)), ("consent_id", .text(id)), ("reason", .text(reason))])
    try change.audit(
      .void, "consent \(id)", patient: patient, before: 1, after: 2,
      purpose: "\(known.subject.rawValue): \(known.decision), recorded in error: \(reason)",
      digest: SHA256.hex("\(id) void \(reason)"))
    if known.subject == .enrolment { try Enrolments.putBack(before: id, of: patient, in: change) }
    try CaseloadEntries.refreshEntry(patient, in: change)
  }
}
