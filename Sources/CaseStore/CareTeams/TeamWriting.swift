import CaseModel

/// Changing who looks after one person (spec 4.2), in a change that was decided for them.
struct TeamWriting {
  let what: String
  let patient: ID<Patient>
  let change: Change
  let log: TeamLog
  private var connection: any Connection { change.connection }

  // MARK: Giving

  /// Gives somebody a role from now on. In a role that only one has, whoever had it has it until now.
  ///
  /// - Parameter proposal: what is published with it; any other that was open for the role is overtaken.
  @discardableResult func assign(_ new: NewAssignment, proposal: String? = nil) throws -> CareAssignment {
    let text = try TeamRules.text(new.text, doing: what)
    let member = try TeamRules.expectMayLookAfter(patient, new.staff, doing: what, in: change)
    try TeamRules.expectFits(new.role, member, doing: what, connection)
    let holders = try AssignmentRows.all(of: patient, connection).filter { $0.isCurrent && $0.role == new.role }
    if let same = holders.first(where: { $0.staff == new.staff }) {
      throw Problem(
        what, because: "\(same.name) is \(new.role.words.lowercasedFirst) already, since \(same.start.day.short).",
        try: "Look at the team again.", kind: .conflict)
    }
    if new.role.isSingle {
      try expectSeen(new.seen, holders.first)
      if let holder = holders.first { try close(holder, .init(rawValue: new.reason.rawValue) ?? .reallocation, text) }
    }
    let id = change.by.newID()
    let isOwn = new.staff.text == change.staffID
    let weight = new.role == .namedSocialWorker ? try new.weight ?? CaseWeights.suggested(patient, change) : nil
    if let weight, text == nil, proposal == nil { try expectRoom(member, weight) }
    try log.add(
      .member, patient, id,
      [
        ("staff_id", .of(new.staff)), ("role", .of(new.role)), ("organisation_code", .text(member.organisationCode)),
        ("team", .of(member.team)), ("start_at", .of(change.at)), ("assigned_by", .text(change.staffID)),
        ("reason", .of(new.reason)), ("reason_text", .of(text)), ("asked_at", isOwn ? .null : .of(change.at)),
        ("accepted_at", isOwn ? .of(change.at) : .null), ("weight", .of(weight?.points)),
        ("weight_code", .of(weight?.code)),
      ], in: change)
    try answerRequest(new.role)
    try overtake(new.role, except: proposal)
    try CaseloadEntries.refreshEntry(patient, in: change)
    try change.audit(
      .assignment, "care_team_member \(id)", patient: patient, after: 1,
      purpose: "\(new.role.rawValue): \(member.name)",
      digest: CareTeam.digest(id, role: new.role.rawValue, staff: new.staff.text, from: change.at.iso))
    return try AssignmentRows.one(id, of: patient, doing: what, connection)
  }

  /// Whoever is full, or would be, is chosen with a reason alone (R-SW-01, 4.5).
  private func expectRoom(_ member: StaffMember, _ weight: CaseWeight) throws {
    let workers = try Capacities.workers(on: change.at.day, connection)
    guard let worker = workers.first(where: { $0.id == member.id }) else { return }
    let bands = try Capacities.bands(connection)
    let (now, after) = (worker.load, worker.load.adding(weight.points))
    guard max(now.band(bands), after.band(bands)).needsReason || after.isOverCount || worker.isAway else { return }
    throw Problem(
      what,
      because: worker.isAway
        ? "\(member.name) is away, and nobody says why it is them all the same."
        : "\(member.name) is \(now.band(bands).words) (\(now.ratioWords)) and would be \(after.band(bands).words) (\(after.ratioWords)), and nobody says why it is them all the same.",
      try: "Say why in words, or choose somebody else.", kind: .badData)
  }

  /// D-VER-1 for a role: whoever assigns saw who has it.
  private func expectSeen(_ seen: NewAssignment.Seen, _ holder: CareAssignment?) throws {
    switch (seen, holder) {
    case (.whoever, _), (.nobody, nil): return
    case (.assignment(let id), let holder?) where holder.id == id: return
    case (_, let holder?):
      throw Problem(
        what,
        because:
          "\(holder.assignedBy) gave the role to \(holder.name) on \(holder.start.short), and nobody is replaced unseen.",
        try: "Look at the team again, and decide anew.", kind: .conflict)
    case (.assignment, nil):
      throw Problem(
        what, because: "Whoever had the role has it no more.", try: "Look at the team again, and decide anew.",
        kind: .conflict)
    }
  }

  // MARK: Accepting and declining

  func accept(_ id: String) throws {
    let it = try waiting(id, for: "accept")
    try log.set(.member, patient, it.id, [("accepted_at", .of(change.at))], in: change)
    try audit(it, "accepted")
  }

  /// The person waits for somebody again, where only one has the role.
  func decline(_ id: String, _ reason: AssignmentEnd, text: String) throws {
    guard let text = try TeamRules.text(text, doing: what) else {
      throw Problem(
        what, because: "It does not say why, and whoever chooses next needs to know.", try: "Say why in a few words.",
        kind: .badData)
    }
    let it = try waiting(id, for: "decline")
    try close(it, reason, text, more: [("declined_at", .of(change.at))])
    if it.role.isSingle { try wait(for: it.role, .declined, "\(it.name): \(text)") }
    try CaseloadEntries.refreshEntry(patient, in: change)
  }

  private func waiting(_ id: String, for act: String) throws -> CareAssignment {
    let it = try AssignmentRows.one(id, of: patient, doing: what, connection)
    guard it.staff.text == change.staffID else {
      throw Problem(
        what, because: "Nobody but \(it.name) can \(act) it.", try: "Ask them, or give the role to somebody else.",
        kind: .refused)
    }
    guard it.isCurrent else {
      throw Problem(
        what, because: "The role ended on \((it.end ?? it.start).short).", try: "Look at the team again.",
        kind: .conflict)
    }
    guard it.isWaiting else {
      throw Problem(what, because: "It is \(it.acceptanceWords).", try: "There is nothing left to do.", kind: .conflict)
    }
    return it
  }

  // MARK: Ending

  func end(_ id: String, version: Int?, _ reason: AssignmentEnd, text: String?) throws {
    let text = try TeamRules.text(text, doing: what)
    let it = try AssignmentRows.one(id, of: patient, doing: what, connection)
    try expect(version, it)
    guard it.isCurrent else {
      throw Problem(
        what, because: "It ended on \((it.end ?? it.start).short).", try: "Look at the team again.", kind: .conflict)
    }
    try close(it, reason, text)
    if it.role.isSingle, !reason.needsNobody { try wait(for: it.role, .ended, text) }
    try CaseloadEntries.refreshEntry(patient, in: change)
  }

  func close(
    _ it: CareAssignment, _ reason: AssignmentEnd, _ text: String?, more: [(column: String, value: Value)] = []
  ) throws {
    try log.set(
      .member, patient, it.id,
      [("end_at", .of(change.at)), ("end_reason", .of(reason)), ("end_text", .of(text))] + more, in: change)
    try audit(it, "\(more.isEmpty ? "ended" : "declined"), \(reason.rawValue)")
  }

  // MARK: What is said of it

  func told(_ id: String, on day: Day, _ method: ToldMethod) throws {
    let it = try AssignmentRows.one(id, of: patient, doing: what, connection)
    guard it.isCurrent else {
      throw Problem(what, because: "The role is over.", try: "Look at the team again.", kind: .conflict)
    }
    guard day <= change.at.day, day >= it.start.day else {
      throw Problem(
        what, because: "\(day.short) is not between \(it.start.day.short), when it began, and today.",
        try: "Give the day on which the person was told.", kind: .badData)
    }
    try log.set(
      .member, patient, it.id, [("person_told_on", .of(day)), ("person_told_method", .of(method))], in: change)
    try audit(it, "the person was told on \(day.iso), \(method.rawValue)")
  }

  func weigh(_ id: String, version: Int?, _ weight: CaseWeight) throws {
    let it = try AssignmentRows.one(id, of: patient, doing: what, connection)
    try expect(version, it)
    guard it.isCurrent, it.role == .namedSocialWorker else {
      throw Problem(
        what, because: "Only the work of a named social worker is weighed.", try: "Look at the team again.",
        kind: .badData)
    }
    try log.set(
      .member, patient, it.id, [("weight", .of(weight.points)), ("weight_code", .text(weight.code))], in: change)
    try audit(it, "weighs \(weight.points): \(weight.code)")
  }

  private func expect(_ version: Int?, _ it: CareAssignment) throws {
    guard let version, version != it.rowVersion else { return }
    throw Problem(
      what, because: "Somebody else changed it since you looked.", try: "Look at the team again, and decide anew.",
      kind: .conflict)
  }

  func audit(_ it: CareAssignment, _ words: String) throws {
    try change.audit(
      .assignment, "care_team_member \(it.id)", patient: patient, before: it.rowVersion, after: it.rowVersion + 1,
      purpose: "\(it.role.rawValue), \(it.name): \(words)",
      digest: CareTeam.digest(it.id, role: it.role.rawValue, staff: it.staff.text, from: it.start.iso))
  }

  // MARK: Waiting

  /// The person waits for somebody in a role, unless they wait already.
  func wait(for role: CareRole, _ source: AllocationRequest.Source, _ reason: String?) throws {
    let open = try connection.count(
      """
      SELECT count(*) FROM allocation_request WHERE patient_id = $1 AND role = $2 AND closed_at IS NULL
      AND entered_in_error = 0
      """, [.of(patient), .of(role)])
    guard open == 0 else { return }
    let id = change.by.newID()
    try log.add(
      .request, patient, id,
      [
        ("role", .of(role)), ("asked_at", .of(change.at)), ("asked_by", .text(change.staffID)),
        ("source", .of(source)), ("reason", .of(reason)),
      ], in: change)
    try change.audit(
      .assignment, "allocation_request \(id)", patient: patient, after: 1,
      purpose: "waits for a \(role.rawValue): \(source.rawValue)")
  }

  private func answerRequest(_ role: CareRole) throws {
    for id in try openIDs("allocation_request", "closed_at IS NULL", role) {
      try log.set(
        .request, patient, id, [("closed_at", .of(change.at)), ("closed_as", "assigned")], in: change)
    }
  }

  private func overtake(_ role: CareRole, except proposal: String?) throws {
    for id in try openIDs("allocation_proposal", "state = 'open'", role) {
      try log.set(
        .proposal, patient, id,
        [
          ("state", id == proposal ? "published" : "overtaken"), ("decided_at", .of(change.at)),
          ("decided_by", .text(change.staffID)),
        ], in: change)
    }
  }

  private func openIDs(_ table: String, _ condition: String, _ role: CareRole) throws -> [String] {
    try connection.rows(
      "SELECT id FROM \(table) WHERE patient_id = $1 AND role = $2 AND \(condition) AND entered_in_error = 0",
      [.of(patient), .of(role)]
    ) { try $0.text() }
  }
}

/// What a caseload weighs.
enum CaseWeights {
  /// What the record says by itself of a person's weight; a human being says the rest.
  static func suggested(_ patient: ID<Patient>, _ change: Change) throws -> CaseWeight {
    try suggested(patient, on: change.at.day, change.connection)
  }

  static func suggested(_ patient: ID<Patient>, on day: Day, _ connection: any Connection) throws -> CaseWeight {
    let found = try connection.first(
      """
      SELECT COALESCE(p.interpreter_required, 0),
        CASE WHEN EXISTS (SELECT 1 FROM patient_event v WHERE v.patient_id = p.id AND v.kind = 'discharge'
          AND v.entered_in_error = 0 AND v.happened_on >= $1 AND v.happened_on <= $2) THEN 1 ELSE 0 END,
        (SELECT e.tier FROM enrolment e WHERE e.patient_id = p.id AND e.entered_in_error = 0 ORDER BY e.id DESC LIMIT 1)
      FROM patient p WHERE p.id = $3
      """, [.of(day - 7), .of(day), .of(patient)]
    ) { (interpreter: try $0.flag(), discharge: try $0.flag(), tier: $0.textOrNil()) }
    guard let found else { return CaseWeight(base: .medium) }
    var weight = CaseWeight(base: .medium)
    if found.tier == "very_high" { weight.base = .high }
    if found.tier == "moderate" { weight.base = .low }
    if found.interpreter { weight.parts.insert(.interpreter) }
    if found.discharge { weight.parts.insert(.discharge) }
    return weight
  }
}
