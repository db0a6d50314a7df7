import CaseModel

/// What was avoided, as judged (handbook 6.2): once a person, kind and day, with its evidence.
enum AvoidedEvents {
  private static let select = """
    SELECT a.id, a.patient_id, a.kind, a.at, j.name, a.judged_by, a.service, a.basis, a.confidence, a.evidence,
      a.referral_id, a.crisis_use_id, k.name, a.counter_signed_at, a.unit_value, a.unit_source, a.unit_year,
      a.status_reason, a.entered_in_error
    FROM avoided_event a JOIN staff j ON j.id = a.judged_by LEFT JOIN staff k ON k.id = a.counter_signed_by
    """

  static func all(
    of patient: ID<Patient>, referral: Referral.ID? = nil, _ connection: any Connection
  ) throws -> [AvoidedEvent] {
    let found = try connection.rows(
      "\(select) WHERE a.patient_id = $1 ORDER BY a.at DESC, a.id DESC", [.of(patient)], read)
    return referral.map { id in found.filter { $0.referral == id } } ?? found
  }

  private static func read(_ row: inout Columns) throws -> AvoidedEvent {
    var event = AvoidedEvent(
      id: try row.text(), patient: try row.id(), kind: try row.code(), at: try row.moment(), judgedBy: try row.text(),
      judgedByID: try row.id(), service: try row.text(), basis: try row.code(), confidence: try row.code(),
      evidence: try row.text(), referral: row.idOrNil(), crisisUse: row.textOrNil(), counterSignedBy: row.textOrNil(),
      counterSignedAt: try row.momentOrNil())
    let (pence, source, year) = (row.intOrNil(), row.textOrNil(), row.textOrNil())
    if let pence, let source, let year { event.value = .init(pence: pence, source: source, year: year) }
    let reason = row.textOrNil()
    event.voidReason = try row.flag() ? reason ?? "" : nil
    return event
  }

  @discardableResult static func claim(
    _ claim: AvoidedClaim, of patient: ID<Patient>, referral: Referral.ID?, doing what: String, in change: Change
  ) throws -> String {
    if let facts = change.permit.facts,
      !facts.actor.roles.contains(where: { RolePermissions.of($0).actions.contains(.judgeAvoided) })
    {
      throw AccessRefusal(denial: .role, action: .judgeAvoided, patient: patient, mayBreakGlass: false)
    }
    if let fault = claim.faults(now: change.at).first {
      throw Problem(what, because: fault, try: "Put it right, then record it again.", kind: .badData)
    }
    guard referral != nil || claim.crisisUse.kept != nil else {
      throw Problem(
        what, because: "It cites neither a referral nor a use of the crisis plan (R-OM-02).",
        try: "Claim it from the referral, or from the use of the plan.", kind: .badData)
    }
    // Whoever claimed it first has it: a second claim is refused and shown, by whichever service (R-OM-01).
    if let same = try all(of: patient, connection(change)).first(where: { $0.isSame(claim.kind, at: claim.at) }) {
      throw Problem(
        what,
        because:
          "\(same.judgedBy) of \(same.service) has claimed the same for \(same.at.short) already: \(same.kind.words.lowercasedFirst), \(same.confidence.words.lowercasedFirst) (R-OM-01).",
        try: "Leave it with them, or ask them to void theirs.", kind: .conflict)
    }
    let id = change.by.newID()
    try change.insert(
      "avoided_event",
      [
        ("patient_id", .of(patient)), ("id", .text(id)), ("kind", .of(claim.kind)), ("at", .of(claim.at)),
        ("judged_by", .text(change.staffID)), ("service", .text(claim.service.trimmedText)),
        ("basis", .of(claim.basis)), ("confidence", .of(claim.confidence)),
        ("evidence", .text(claim.evidence.trimmedText)), ("referral_id", .of(referral)),
        ("crisis_use_id", .of(claim.crisisUse.kept)), ("unit_value", .of(claim.value?.pence)),
        ("unit_source", .of(claim.value?.source.trimmedText)), ("unit_year", .of(claim.value?.year.trimmedText)),
      ])
    try change.audit(
      .create, "avoided_event \(id)", patient: patient, after: 1,
      purpose: "\(claim.kind.words), \(claim.confidence.words.lowercasedFirst)",
      digest: SHA256.hex("\(id) \(claim.kind.rawValue) \(claim.at.iso) \(claim.confidence.rawValue)"))
    return id
  }

  private static func connection(_ change: Change) -> any Connection { change.connection }

  private static func one(_ id: String, of patient: ID<Patient>, doing what: String, in change: Change) throws
    -> AvoidedEvent
  {
    guard let event = try all(of: patient, change.connection).first(where: { $0.id == id }) else {
      throw Problem(what, because: "There is no such claim.", try: "Look at the referral again.", kind: .notFound)
    }
    guard event.voidReason == nil else { throw Referrals.alreadyVoid(what) }
    return event
  }

  static func counterSign(_ id: String, of patient: ID<Patient>, doing what: String, in change: Change) throws {
    let event = try one(id, of: patient, doing: what, in: change)
    guard event.judgedByID.text != change.staffID else {
      throw Problem(
        what, because: "It is your own judgement.", try: "Have a colleague look at it and sign.", kind: .refused)
    }
    if let by = event.counterSignedBy {
      throw Problem(what, because: "\(by) has signed it already.", try: "Go on working.", kind: .conflict)
    }
    try change.connection.run(
      """
      UPDATE avoided_event SET counter_signed_by = $1, counter_signed_at = $2, updated_at = $2, updated_by = $1,
      row_version = row_version + 1 WHERE patient_id = $3 AND id = $4
      """, [.text(change.staffID), .of(change.at), .of(patient), .text(id)])
    try change.audit(
      .sign, "avoided_event \(id)", patient: patient, purpose: "counter-signed",
      digest: SHA256.hex("\(id) \(change.staffID) \(change.at.iso)"))
  }

  static func void(_ id: String, of patient: ID<Patient>, reason: String, doing what: String, in change: Change) throws
  {
    _ = try one(id, of: patient, doing: what, in: change)
    try change.connection.run(
      """
      UPDATE avoided_event SET entered_in_error = 1, status_reason = $1, updated_at = $2, updated_by = $3,
      row_version = row_version + 1 WHERE patient_id = $4 AND id = $5
      """, [.text(reason), .of(change.at), .text(change.staffID), .of(patient), .text(id)])
    try change.audit(
      .void, "avoided_event \(id)", patient: patient, purpose: reason, digest: SHA256.hex("\(id) void"))
  }
}
