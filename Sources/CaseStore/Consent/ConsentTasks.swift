import CaseModel

/// "Stop or transfer?" for each action that was open when somebody withdrew (spec 5.3): none is quietly gone.
enum ConsentTasks {
  /// `consent` is the statement that says so; nil where a file does and gives none.
  static func raise(for patient: ID<Patient>, because consent: String?, in change: Change) throws {
    let actions = try change.connection.rows(
      """
      SELECT a.plan_id, a.id, a.what, a.who_name FROM plan_action a JOIN care_plan c ON c.id = a.plan_id
      WHERE c.patient_id = $1 AND c.status IN ('draft', 'active', 'on_hold') AND c.entered_in_error = 0
      AND a.entered_in_error = 0 AND COALESCE(a.status, '') NOT IN ('done', 'refused', 'stopped')
      AND NOT EXISTS (SELECT 1 FROM consent_task t WHERE t.patient_id = c.patient_id AND t.plan_id = a.plan_id
        AND t.action_id = a.id AND t.decision IS NULL AND t.entered_in_error = 0)
      ORDER BY a.position, a.id
      """, [.of(patient)]
    ) { (plan: try $0.text(), id: try $0.text(), what: $0.textOrNil(), who: $0.textOrNil()) }
    for action in actions {
      let id = change.by.newID()
      let owner = try owner(named: action.who, of: patient, in: change)
      let what = (action.what ?? "").isEmpty ? "An action without words" : action.what ?? ""
      try change.insert(
        "consent_task",
        [
          ("patient_id", .of(patient)), ("id", .text(id)), ("kind", "stop_or_transfer"), ("what", .text(what)),
          ("consent_id", .of(consent)), ("plan_id", .text(action.plan)), ("action_id", .text(action.id)),
          ("owner_id", .text(owner)), ("raised_at", .of(change.at)),
        ])
      try change.audit(
        .create, "consent_task \(id)", patient: patient, after: 1, purpose: "stop or transfer, for staff \(owner)",
        digest: SHA256.hex("\(id) \(action.id) \(owner)"))
    }
  }

  /// Whoever the action names, where that is one member of staff who works here; else the coordinator of the person's
  /// locality, else one of the borough; at last whoever wrote the withdrawal down. Never somebody whose own, household's
  /// or colleague's record it is.
  private static func owner(named name: String?, of patient: ID<Patient>, in change: Change) throws -> String {
    let day = change.at.day
    func free(_ column: String) -> String {
      """
      \(column) NOT IN (SELECT t.staff_id FROM personal_tie t WHERE t.patient_id = $2 AND t.entered_in_error = 0
        AND t.start_on <= $1 AND COALESCE(t.end_on, '9999-12-31') >= $1)
      """
    }
    if let name, !name.isEmpty {
      let named = try change.connection.rows(
        """
        SELECT s.id FROM staff s WHERE s.entered_in_error = 0 AND COALESCE(s.active_from, '') <= $1
        AND COALESCE(s.active_to, '9999-12-31') >= $1 AND \(free("s.id")) AND s.name_key = $3
        """, [.of(day), .of(patient), .text(folded(name))]
      ) { try $0.text() }
      if named.count == 1 { return named[0] }
    }
    let coordinator = try change.connection.first(
      """
      SELECT p.staff_id FROM staff_post p JOIN staff s ON s.id = p.staff_id
      WHERE p.role = 'mdt_coordinator' AND p.entered_in_error = 0 AND s.entered_in_error = 0
      AND COALESCE(p.start_on, '') <= $1 AND COALESCE(p.end_on, '9999-12-31') >= $1
      AND COALESCE(s.active_from, '') <= $1 AND COALESCE(s.active_to, '9999-12-31') >= $1 AND \(free("s.id"))
      AND (p.locality_id IS NULL OR p.locality_id IN (
        SELECT l.locality_id FROM registered_practice r JOIN practice_link l ON l.practice_code = r.practice_code
        WHERE r.patient_id = $2 AND r.end_on IS NULL AND r.entered_in_error = 0 AND l.entered_in_error = 0
        AND COALESCE(l.start_on, '') <= $1 AND COALESCE(l.end_on, '9999-12-31') > $1))
      ORDER BY CASE WHEN p.locality_id IS NULL THEN 1 ELSE 0 END, p.staff_id, p.id LIMIT 1
      """, [.of(day), .of(patient)]
    ) { try $0.text() }
    return coordinator ?? change.staffID
  }

  /// What was raised by a statement that was recorded in error.
  static func drop(because consent: String, of patient: ID<Patient>, in change: Change) throws {
    let dropped = try change.connection.rows(
      """
      SELECT id FROM consent_task WHERE patient_id = $1 AND consent_id = $2 AND decision IS NULL
      AND entered_in_error = 0
      """, [.of(patient), .text(consent)]
    ) { try $0.text() }
    for id in dropped {
      try change.connection.run(
        """
        UPDATE consent_task SET entered_in_error = 1, status_reason = 'the withdrawal was recorded in error',
        updated_at = $1, updated_by = $2, row_version = row_version + 1 WHERE patient_id = $3 AND id = $4
        """, [.of(change.at), .text(change.staffID), .of(patient), .text(id)])
      try change.audit(
        .void, "consent_task \(id)", patient: patient, before: 1, after: 2,
        purpose: "the withdrawal was recorded in error", digest: SHA256.hex("\(id) void"))
    }
  }

  private static let select = """
    SELECT t.id, t.patient_id, p.family_name, p.given_names, p.title, p.preferred_name, p.nhs_number, t.what,
      t.owner_id, o.name, t.raised_at, t.decision, t.transfer_to, t.reason, d.name, t.decided_at
    FROM consent_task t JOIN patient p ON p.id = t.patient_id JOIN staff o ON o.id = t.owner_id
    LEFT JOIN staff d ON d.id = t.decided_by
    WHERE t.entered_in_error = 0
    """

  private static func read(_ row: inout Columns) throws -> ConsentTask {
    let (id, patient) = (try row.text(), try row.id() as ID<Patient>)
    let name = PersonName(
      family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
    return ConsentTask(
      id: id, patient: patient, patientName: name, nhsNumber: row.textOrNil().flatMap { NHSNumber(stored: $0) },
      what: try row.text(), ownerID: try row.id(), owner: try row.text(), raisedAt: try row.moment(),
      decision: try row.codeOrNil(), transferTo: row.textOrNil(), reason: row.textOrNil(), decidedBy: row.textOrNil(),
      decidedAt: try row.momentOrNil())
  }

  /// One's own, and those of the people whom one's posts serve: the oldest first; with `decided`, the newest decided
  /// first.
  static func all(decided: Bool, for facts: AccessFacts, _ connection: any Connection) throws -> [ConsentTask] {
    let found = try connection.rows(
      "\(select) AND t.decision IS \(decided ? "NOT NULL" : "NULL") "
        + (decided ? "ORDER BY t.decided_at DESC, t.id DESC" : "ORDER BY t.raised_at, t.id") + " LIMIT 1000", [], read)
    return try found.filter { try isShown($0.patient, owner: $0.ownerID, to: facts, connection) }
  }

  /// Whoever withdraws closes the record, not the question what becomes of what was promised. An objection to the reader,
  /// and R-IG-02, close that too.
  private static func isShown(
    _ patient: ID<Patient>, owner: ID<StaffMember>, to facts: AccessFacts, _ connection: any Connection
  ) throws -> Bool {
    guard let about = try PatientFacts.of(patient, for: facts, connection) else { return false }
    guard about.tie == nil, !about.objects else { return false }
    if owner == facts.staff { return true }
    let reaches = facts.actor.roles.contains { RolePermissions.of($0).reach == .locality }
    return reaches && !about.relationships.isEmpty
  }

  static func decide(
    _ id: String, _ decision: TaskDecision, transferTo: String?, reason: String, doing what: String,
    in change: Change
  ) throws {
    let task = try change.connection.first("\(select) AND t.id = $1", [.text(id)], read)
    guard let task, let facts = change.permit.facts,
      try isShown(task.patient, owner: task.ownerID, to: facts, change.connection)
    else {
      throw Problem(
        what, because: "There is no such task of yours or of your locality.", try: "List them with mdt consent tasks.",
        kind: .notFound)
    }
    guard task.decision == nil else {
      throw Problem(
        what, because: "\(task.decidedBy ?? "Somebody") has decided it already.",
        try: "Read what they decided with mdt consent tasks --decided.", kind: .conflict)
    }
    let to = transferTo?.isEmpty == false ? transferTo : nil
    guard to?.count ?? 0 <= 280 else {
      throw Problem(what, because: "The name has more than 280 characters.", try: "Name them shorter.", kind: .badData)
    }
    guard (decision == .transfer) == (to != nil) else {
      throw Problem(
        what,
        because: decision == .transfer ? "It does not say to whom." : "What is stopped goes to nobody.",
        try: decision == .transfer ? "Name who goes on with it." : "Leave out to whom, or transfer it.", kind: .badData)
    }
    try change.connection.run(
      """
      UPDATE consent_task SET decision = $1, transfer_to = $2, reason = $3, decided_by = $4, decided_at = $5,
      updated_at = $5, updated_by = $4, row_version = row_version + 1 WHERE patient_id = $6 AND id = $7
      """,
      [
        .of(decision), .of(to), .text(reason), .text(change.staffID), .of(change.at), .of(task.patient), .text(id),
      ])
    try change.audit(
      .update, "consent_task \(id)", patient: task.patient, before: 1, after: 2,
      purpose: "\(decision.rawValue)\(to.map { " to \($0)" } ?? ""): \(reason)",
      digest: SHA256.hex("\(id) \(decision.rawValue) \(to ?? "") \(reason)"))
  }
}
