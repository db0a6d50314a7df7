public import CaseModel

/// Handing over those whom a leaver leaves (R-SW-03): everybody to a named successor, or to nobody and on the list of those
/// left; never by itself (R-SW-02). For whoever may assign people: an administrator hears of no one and assigns no one.
extension CaseStore {
  /// Hands over what somebody has for people: roles in their team, and the reviews of their care plans.
  ///
  /// Each person is decided, for the one who assigns and for the successor, and each assignment is a row in the audit.
  /// Whom the successor may not look after, and whom the one who assigns may not assign, stays on the list.
  ///
  /// - Parameters:
  ///   - successor: nil gives the roles up: whoever has them is unallocated and stays on the list.
  ///   - people: nil for everybody; a person who is named and cannot be handed over is an error.
  /// - Throws: `notFound` where nothing is left; `refused`; `badData` for a successor who does not work here.
  public func handOver(
    from leaver: ID<StaffMember>, to successor: ID<StaffMember>?, people: [ID<Patient>]? = nil,
    note: HandoverNote = HandoverNote(), by: Writing
  ) async throws(Problem) -> HandoverOutcome {
    try await writing(Handover.what, .action(.listPeople), by) { change in
      try Handover(leaver: leaver, successor: successor, note: note, change: change).run(people)
    }
  }

  /// What was said about a person when they were handed over, the newest first.
  public func handoverNotes(of id: ID<Patient>) async throws(Problem) -> [(
    at: Moment, from: String, note: HandoverNote
  )] {
    let what = "The handover notes were not read."
    return try await readingRecord(what, .openRecord, of: id, purpose: "handover notes") { connection in
      try connection.rows(
        """
        SELECT h.created_at, s.name, h.who_they_are, h.what_is_live, h.what_is_due, h.who_is_cross FROM handover_note h
        JOIN staff s ON s.id = h.from_staff WHERE h.patient_id = $1 AND h.entered_in_error = 0
        ORDER BY h.created_at DESC, h.id DESC
        """, [.of(id)]
      ) { row in
        (
          at: try row.moment(), from: try row.text(),
          note: HandoverNote(
            whoTheyAre: row.textOrNil() ?? "", whatIsLive: row.textOrNil() ?? "", whatIsDue: row.textOrNil() ?? "",
            whoIsCross: row.textOrNil() ?? "")
        )
      }
    }
  }
}

/// One handover in the making.
struct Handover {
  static let what = "Nobody was handed over."
  let leaver: ID<StaffMember>
  let successor: ID<StaffMember>?
  let note: HandoverNote
  let change: Change

  private struct Role {
    var patient: ID<Patient>
    var id: String
    var role: String
    var start: String
  }

  func run(_ people: [ID<Patient>]?) throws -> HandoverOutcome {
    let connection = change.connection
    guard let from = try StaffRows.one(leaver, connection) else {
      throw Problem(
        Handover.what, because: "There is no such member of staff.", try: "List them with mdt staff --all.",
        kind: .notFound)
    }
    let to = try expectSuccessor(connection)
    try checkNote()
    let roles = try openRoles(connection)
    let reviews = try openReviews(connection)
    let all = Set(roles.map(\.patient) + reviews)
    let wanted = people.map { Set($0) } ?? all
    guard !all.isDisjoint(with: wanted) else {
      throw Problem(
        Handover.what, because: "\(from.name) has nothing to hand over\(people == nil ? "" : " for them").",
        try: "List who was left with mdt staff left.", kind: .notFound)
    }
    var outcome = HandoverOutcome()
    for patient in wanted.intersection(all).sorted() {
      do {
        try hand(
          patient, roles: roles.filter { $0.patient == patient }, hasReview: reviews.contains(patient), from: from,
          to: to,
          &outcome)
      } catch let refusal as AccessRefusal {
        guard people == nil else { throw refusal }
        outcome.kept[refusal.problem(Handover.what).reason, default: 0] += 1
      }
    }
    guard outcome.roles + outcome.reviews > 0 else {
      let reason = outcome.kept.max { $0.value < $1.value }?.key ?? "Nobody of theirs may be handed over by you."
      throw Problem(
        Handover.what, because: reason, try: "Let somebody do it who may assign these people.", kind: .refused)
    }
    try change.audit(
      .assignment, "staff \(leaver)",
      purpose: "handed over \(outcome.roles) roles and \(outcome.reviews) reviews to \(to?.name ?? "nobody")")
    return outcome
  }

  private func expectSuccessor(_ connection: any Connection) throws -> StaffMember? {
    guard let successor else { return nil }
    guard successor != leaver, let member = try StaffRows.one(successor, connection),
      member.isActive(on: change.at.day), member.to.map({ $0 > change.at.day }) ?? true
    else {
      throw Problem(
        Handover.what, because: "The successor does not work here from now on.", try: "Choose somebody who stays.",
        kind: .badData)
    }
    return member
  }

  private func checkNote() throws {
    for (question, answer) in note.answers where answer.count > 500 {
      throw Problem(
        Handover.what, because: "\"\(question)\" has \(answer.count) characters, and at most 500 are wanted.",
        try: "Say it in fewer words.", kind: .badData)
    }
  }

  private func openRoles(_ connection: any Connection) throws -> [Role] {
    try connection.rows(
      """
      SELECT patient_id, id, role, start_at FROM care_team_member
      WHERE staff_id = $1 AND end_at IS NULL AND entered_in_error = 0 ORDER BY patient_id, id
      """, [.of(leaver)]
    ) { Role(patient: try $0.id(), id: try $0.text(), role: try $0.text(), start: try $0.text()) }
  }

  private func openReviews(_ connection: any Connection) throws -> [ID<Patient>] {
    try connection.rows(
      """
      SELECT c.patient_id FROM care_plan_header h JOIN care_plan c ON c.id = h.plan_id
      WHERE h.review_owner = $1 AND h.entered_in_error = 0 AND c.status IN ('draft', 'active', 'on_hold')
      ORDER BY c.patient_id
      """, [.of(leaver)]
    ) { try $0.id() }
  }

  // MARK: One person

  private func hand(
    _ patient: ID<Patient>, roles: [Role], hasReview: Bool, from: StaffMember, to: StaffMember?,
    _ outcome: inout HandoverOutcome
  ) throws {
    if let to { try expectMayLookAfter(patient, to) }
    if !roles.isEmpty {
      let own = try permitted(patient, [.approveAssignment, .proposeAssignment])
      for role in roles {
        try end(role, to: to, in: own)
        if let to { try begin(role, to: to, in: own) }
        outcome.roles += 1
      }
      try keepNote(patient, in: own)
    }
    if hasReview, let to {
      do {
        try moveReview(of: patient, from: from, to: to, in: try permitted(patient, [.editPlan]))
        outcome.reviews += 1
      } catch let refusal as AccessRefusal {
        // Whoever assigns social workers does not sign care plans: the review waits for somebody who does.
        outcome.kept[refusal.problem(Handover.what).reason, default: 0] += 1
      }
    }
    try CaseloadEntries.refreshEntry(patient, in: change)
  }

  /// A change of its own for each person, so that the audit says by which relationship.
  private func permitted(_ patient: ID<Patient>, _ actions: [AccessAction]) throws -> Change {
    var refusal: (any Error)?
    for action in actions {
      do {
        let permit = try AccessGate.decide(.action(action, of: patient), for: change.by, change.connection)
        return Change(connection: change.connection, by: change.by, permit: permit)
      } catch let refused as AccessRefusal {
        refusal = refusal ?? refused
        if refused.denial != .role { throw refused }
      }
    }
    throw refusal ?? StoreFault(.constraint, "nothing was asked")
  }

  /// The successor may look after the person: their organisation shares, and neither a tie nor an objection stands between.
  private func expectMayLookAfter(_ patient: ID<Patient>, _ to: StaffMember) throws {
    let facts = try AccessFacts(of: to.id, at: change.at, change.connection)
    guard var about = try PatientFacts.of(patient, for: facts, change.connection) else {
      throw AccessRefusal(denial: .concealed, action: .openRecord, patient: nil, mayBreakGlass: false)
    }
    about.relationships.insert(.assigned)
    about.relationships.remove(.emergency)
    if case .allow = Access.decide(facts.actor, .openRecord, about) { return }
    throw Problem(
      Handover.what,
      because:
        "\(to.name) may not look after everybody of them: a role, an agreement, a tie or an objection stands between.",
      try: "Name the people for this successor, and choose another for the others.", kind: .refused)
  }

  private func end(_ role: Role, to: StaffMember?, in own: Change) throws {
    try own.connection.run(
      """
      UPDATE care_team_member SET end_at = $1, end_reason = 'staff_left', updated_at = $1, updated_by = $2,
      row_version = row_version + 1 WHERE patient_id = $3 AND id = $4
      """, [.of(own.at), .text(own.staffID), .of(role.patient), .text(role.id)])
    guard to == nil else { return }
    try own.audit(
      .assignment, "care_team_member \(role.id)", patient: role.patient, before: 1, after: 2,
      purpose: "\(role.role): unallocated, staff left",
      digest: CareTeam.digest(role.id, role: role.role, staff: leaver.text, from: role.start))
  }

  private func begin(_ role: Role, to: StaffMember, in own: Change) throws {
    let has = try own.connection.count(
      """
      SELECT count(*) FROM care_team_member WHERE patient_id = $1 AND role = $2 AND staff_id = $3 AND end_at IS NULL
      AND entered_in_error = 0
      """, [.of(role.patient), .text(role.role), .of(to.id)])
    let id = own.by.newID()
    if has == 0 {
      try own.insert(
        "care_team_member",
        [
          ("patient_id", .of(role.patient)), ("id", .text(id)), ("staff_id", .of(to.id)), ("role", .text(role.role)),
          ("organisation_code", .text(to.organisationCode)), ("team", .of(to.team)), ("start_at", .of(own.at)),
          ("assigned_by", .text(own.staffID)), ("reason", "staff_left"),
        ])
    }
    try own.audit(
      .assignment, "care_team_member \(has == 0 ? id : role.id)", patient: role.patient, after: 1,
      purpose: "\(role.role): \(to.name), in place of \(leaver.text)",
      digest: has == 0
        ? CareTeam.digest(id, role: role.role, staff: to.id.text, from: own.at.iso)
        : CareTeam.digest(role.id, role: role.role, staff: leaver.text, from: role.start))
  }

  private func keepNote(_ patient: ID<Patient>, in own: Change) throws {
    guard !note.isEmpty else { return }
    func said(_ text: String) -> Value { .of(text.isEmpty ? nil : text) }
    try own.insert(
      "handover_note",
      [
        ("patient_id", .of(patient)), ("id", .text(own.by.newID())), ("from_staff", .of(leaver)),
        ("to_staff", .of(successor?.text)), ("who_they_are", said(note.whoTheyAre)),
        ("what_is_live", said(note.whatIsLive)), ("what_is_due", said(note.whatIsDue)),
        ("who_is_cross", said(note.whoIsCross)),
      ])
  }

  /// The review of the plan goes to the successor: an active plan changes by a signed version, as always.
  private func moveReview(of patient: ID<Patient>, from: StaffMember, to: StaffMember, in own: Change) throws {
    guard let head = try PlanReading.head(of: patient, own.connection), head.isLive else { return }
    let record = try PlanReading.record(head, own.connection)
    var plan = record.plan
    guard let item = plan.single(.plan)?.id else { return }
    plan.set(.reviewOwner, of: item, to: to.id.text)
    _ = try PlanWriting(patient: patient, change: own).put(
      plan, over: head,
      as: record.status == .draft ? .draft : .version(reason: "review goes from \(from.name) to \(to.name)"))
  }
}
