import CaseModel

/// Safeguarding concerns (handbook 4.4). The call is decided as if about all of them, and each concern once more by
/// itself: who is named on one reads that one (R-SG-01).
enum Safeguarding {
  private static let select = """
    SELECT g.id, g.patient_id, g.raised_on, r.name, g.category, g.concern, g.needs_support, g.at_risk, g.cannot_protect,
      g.person_aware, g.not_aware_reason, g.person_wishes, g.danger, g.decision, d.name, g.decided_on, l.name,
      g.outcome, g.closed_on, g.row_version
    FROM safeguarding g JOIN staff r ON r.id = g.raised_by LEFT JOIN staff d ON d.id = g.decided_by
    LEFT JOIN staff l ON l.id = g.lead_id
    """

  private static func read(_ row: inout Columns) throws -> SafeguardingConcern {
    var concern = SafeguardingConcern(
      id: try row.text(), patient: try row.id(), raisedOn: try row.day(), raisedBy: try row.text(),
      category: try row.code(), concern: try row.text(),
      tests: .init(needsSupport: try row.code(), atRisk: try row.code(), cannotProtect: try row.code()),
      personAware: try row.flag(), notAwareReason: row.textOrNil(), personWishes: row.textOrNil(),
      immediate: try row.code(ImmediateDanger.self).words)
    if let decision: SafeguardingConcern.Decision = try row.codeOrNil() {
      concern.decided = .init(decision: decision, by: try row.text(), on: try row.day())
    } else {
      row.skip()
      row.skip()
    }
    concern.lead = row.textOrNil()
    concern.outcome = row.textOrNil()
    concern.closedOn = try row.dayOrNil()
    concern.rowVersion = try row.int()
    return concern
  }

  /// Whether whoever asks may do something with one concern.
  private static func decide(
    _ action: AccessAction, _ id: String, of patient: ID<Patient>, _ permit: Permit, _ connection: any Connection
  ) throws -> AccessDecision {
    guard let facts = permit.facts, var about = try PatientFacts.of(patient, for: facts, connection) else {
      return .deny(.concealed)
    }
    about.isNamedOnConcern =
      try connection.count(
        """
        SELECT count(*) FROM safeguarding_person WHERE patient_id = $1 AND safeguarding_id = $2 AND staff_id = $3
        AND entered_in_error = 0
        """, [.of(patient), .text(id), .of(facts.staff)]) > 0
    return Access.decide(facts.actor, action, about)
  }

  static func sheet(of patient: ID<Patient>, _ permit: Permit, _ connection: any Connection) throws -> SafeguardingSheet
  {
    let all = try connection.rows(
      "\(select) WHERE g.patient_id = $1 AND g.entered_in_error = 0 ORDER BY g.raised_on DESC, g.id DESC",
      [.of(patient)], read)
    var shown = [SafeguardingConcern]()
    for concern in all {
      guard case .allow = try decide(.readSafeguarding, concern.id, of: patient, permit, connection) else { continue }
      var concern = concern
      concern.named = try connection.rows(
        """
        SELECT s.name FROM safeguarding_person n JOIN staff s ON s.id = n.staff_id
        WHERE n.patient_id = $1 AND n.safeguarding_id = $2 AND n.entered_in_error = 0 ORDER BY s.name
        """, [.of(patient), .text(concern.id)]
      ) { try $0.text() }
      shown.append(concern)
    }
    return SafeguardingSheet(
      isMarked: all.contains { $0.closedOn == nil }, concerns: shown,
      // That there was one, once it is closed, is nobody else's.
      hidesSome: all.contains { concern in concern.closedOn == nil && !shown.contains { $0.id == concern.id } })
  }

  static func isMarked(_ patient: ID<Patient>, _ connection: any Connection) throws -> Bool {
    try connection.count(
      "SELECT count(*) FROM safeguarding WHERE patient_id = $1 AND closed_on IS NULL AND entered_in_error = 0",
      [.of(patient)]) > 0
  }

  static func raise(
    _ request: SafeguardingRequest, of patient: ID<Patient>, doing what: String, in change: Change
  ) throws -> String {
    if let fault = request.faults(today: change.at.day).first {
      throw Problem(what, because: fault, try: "Put it right, then record it again.", kind: .badData)
    }
    let id = change.by.newID()
    try change.insert(
      "safeguarding",
      [
        ("patient_id", .of(patient)), ("id", .text(id)), ("raised_on", .of(request.raisedOn)),
        ("raised_by", .text(change.staffID)), ("category", .of(request.category)),
        ("concern", .text(request.concern.trimmedText)), ("needs_support", .of(request.tests.needsSupport)),
        ("at_risk", .of(request.tests.atRisk)), ("cannot_protect", .of(request.tests.cannotProtect)),
        ("danger", .of(request.danger)), ("person_aware", .of(request.personAware)),
        ("not_aware_reason", .of(request.notAwareReason.kept)), ("person_wishes", .of(request.personWishes.kept)),
        ("lead_id", .of(request.lead)),
      ])
    var named = Set(request.named.map(\.text))
    named.insert(change.staffID)
    if let lead = request.lead { named.insert(lead.text) }
    for staff in named.sorted() { try name(ID(staff), on: id, of: patient, doing: what, in: change) }
    // What it is about stands in the record alone, and not in the audit.
    try change.audit(
      .create, "safeguarding \(id)", patient: patient, after: 1, purpose: "concern raised",
      digest: digest(id, category: request.category.rawValue, concern: request.concern.trimmedText),
      relationship: change.permit.relationship ?? .assigned)
    return id
  }

  static func digest(_ id: String, category: String, concern: String) -> String {
    SHA256.hex("\(id) \(category) \(concern)")
  }

  private static func name(
    _ staff: ID<StaffMember>, on id: String, of patient: ID<Patient>, doing what: String, in change: Change
  ) throws {
    if staff.text != change.staffID { try CareEntries.expectWorksHere(staff, doing: what, in: change) }
    let there = try change.connection.count(
      "SELECT count(*) FROM safeguarding_person WHERE patient_id = $1 AND safeguarding_id = $2 AND staff_id = $3",
      [.of(patient), .text(id), .of(staff)])
    guard there == 0 else { return }
    try change.insert(
      "safeguarding_person",
      [("patient_id", .of(patient)), ("safeguarding_id", .text(id)), ("staff_id", .of(staff))])
  }

  private static func one(
    _ id: String, of patient: ID<Patient>, doing what: String, in change: Change
  ) throws -> SafeguardingConcern {
    let found = try change.connection.first(
      "\(select) WHERE g.patient_id = $1 AND g.id = $2 AND g.entered_in_error = 0", [.of(patient), .text(id)], read)
    let decision = try decide(.decideSafeguarding, id, of: patient, change.permit, change.connection)
    switch decision {
    case .allow: break
    case .deny(let denial):
      throw AccessRefusal(denial: denial, action: .decideSafeguarding, patient: patient, mayBreakGlass: false)
    case .breakGlass(let denial):
      throw AccessRefusal(denial: denial, action: .decideSafeguarding, patient: patient, mayBreakGlass: true)
    }
    guard let found else {
      throw Problem(what, because: "There is no such concern.", try: "Look at the list again.", kind: .notFound)
    }
    guard found.closedOn == nil else {
      throw Problem(what, because: "It is closed.", try: "Raise a new concern where there is one.", kind: .conflict)
    }
    return found
  }

  static func addName(
    _ staff: ID<StaffMember>, to id: String, of patient: ID<Patient>, isLead: Bool, doing what: String,
    in change: Change
  ) throws {
    let concern = try one(id, of: patient, doing: what, in: change)
    try name(staff, on: id, of: patient, doing: what, in: change)
    if isLead {
      try change.connection.run(
        "UPDATE safeguarding SET lead_id = $1 WHERE patient_id = $2 AND id = $3", [.of(staff), .of(patient), .text(id)])
    }
    try touch(concern, in: change)
    try change.audit(
      .update, "safeguarding \(id)", patient: patient, before: concern.rowVersion, after: concern.rowVersion + 1,
      purpose: "\(isLead ? "led by" : "named on it"): staff \(staff)", digest: SHA256.hex("\(id) \(staff)"))
  }

  static func decide(
    _ decision: SafeguardingConcern.Decision, on id: String, of patient: ID<Patient>, doing what: String,
    in change: Change
  ) throws {
    let concern = try one(id, of: patient, doing: what, in: change)
    try change.connection.run(
      """
      UPDATE safeguarding SET decision = $1, decided_by = $2, decided_on = $3 WHERE patient_id = $4 AND id = $5
      """, [.of(decision), .text(change.staffID), .of(change.at.day), .of(patient), .text(id)])
    try name(change.by.actor.id, on: id, of: patient, doing: what, in: change)
    try touch(concern, in: change)
    try change.audit(
      .update, "safeguarding \(id)", patient: patient, before: concern.rowVersion, after: concern.rowVersion + 1,
      purpose: "decided", digest: SHA256.hex("\(id) \(decision.rawValue)"))
  }

  static func close(
    _ id: String, of patient: ID<Patient>, outcome: String, doing what: String, in change: Change
  ) throws {
    let concern = try one(id, of: patient, doing: what, in: change)
    guard concern.decided != nil else {
      throw Problem(
        what, because: "Nobody has decided what is done about it.", try: "Record the decision first.", kind: .badData)
    }
    try change.connection.run(
      "UPDATE safeguarding SET outcome = $1, closed_on = $2 WHERE patient_id = $3 AND id = $4",
      [.text(outcome), .of(change.at.day), .of(patient), .text(id)])
    try touch(concern, in: change)
    try change.audit(
      .update, "safeguarding \(id)", patient: patient, before: concern.rowVersion, after: concern.rowVersion + 1,
      purpose: "closed", digest: SHA256.hex("\(id) closed \(outcome)"))
  }

  private static func touch(_ concern: SafeguardingConcern, in change: Change) throws {
    try change.connection.run(
      """
      UPDATE safeguarding SET updated_at = $1, updated_by = $2, row_version = row_version + 1
      WHERE patient_id = $3 AND id = $4
      """, [.of(change.at), .text(change.staffID), .of(concern.patient), .text(concern.id)])
  }
}
