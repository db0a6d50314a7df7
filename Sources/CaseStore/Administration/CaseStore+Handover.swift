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
      try Handover(leaver: leaver, what: Handover.what, change: change).run(people, to: successor, note)
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

/// One handover in the making: of all that somebody has for people, or of what is chosen (R-SW-03).
struct Handover {
  static let what = "Nobody was handed over."
  let leaver: ID<StaffMember>
  let what: String
  let change: Change
  let log = TeamLog()
  private var connection: any Connection { change.connection }

  init(leaver: ID<StaffMember>, what: String, change: Change) {
    self.leaver = leaver
    self.what = what
    self.change = change
  }

  // MARK: All of them, or those that are named, to one

  func run(_ people: [ID<Patient>]?, to successor: ID<StaffMember>?, _ note: HandoverNote) throws -> HandoverOutcome {
    let from = try expectLeaver()
    let to = try expectSuccessor(successor)
    try check(note)
    let all = try affected()
    let wanted = people.map { Set($0) } ?? all
    guard !all.isDisjoint(with: wanted) else {
      throw Problem(
        what, because: "\(from.name) has nothing to hand over\(people == nil ? "" : " for them").",
        try: "List who was left with mdt staff left.", kind: .notFound)
    }
    var outcome = HandoverOutcome()
    for patient in wanted.intersection(all).sorted() {
      do {
        try hand(patient, from: from, to: to, note: note, &outcome)
      } catch let refusal as AccessRefusal {
        guard people == nil else { throw refusal }
        outcome.kept[refusal.problem(what).reason, default: 0] += 1
      }
    }
    try finish(outcome, from: from, to: to?.name ?? "nobody")
    return outcome
  }

  // MARK: Each to their own

  /// Each person as it was chosen, all of them or none.
  func run(_ choices: [TransferChoice], cause: String) throws -> HandoverOutcome {
    let from = try expectLeaver()
    let all = try affected()
    var outcome = HandoverOutcome()
    var seen = Set<ID<Patient>>()
    for choice in choices {
      guard seen.insert(choice.patient).inserted, all.contains(choice.patient) else {
        throw Problem(
          what, because: "Somebody was chosen twice, or is not \(from.name)'s any more.",
          try: "Look at the list again, and decide anew.", kind: .conflict)
      }
      try check(choice.note)
      guard !choice.note.isEmpty else {
        throw Problem(
          what, because: "There is somebody without a handover note, and whoever takes them needs to know them.",
          try: "Answer at least one of the four questions for each.", kind: .badData)
      }
      let to = try expectSuccessor(choice.successor)
      try hand(choice.patient, from: from, to: to, note: choice.note, cause: cause, &outcome)
    }
    let names = Set(choices.map(\.successor)).count
    try finish(outcome, from: from, to: names == 1 ? "one" : "\(names)")
    return outcome
  }

  private func finish(_ outcome: HandoverOutcome, from: StaffMember, to: String) throws {
    guard outcome.roles + outcome.reviews > 0 else {
      let reason = outcome.kept.max { $0.value < $1.value }?.key ?? "Nobody of theirs may be handed over by you."
      throw Problem(what, because: reason, try: "Let somebody do it who may assign these people.", kind: .refused)
    }
    try change.audit(
      .assignment, "staff \(leaver)",
      purpose: "handed over \(outcome.roles) roles and \(outcome.reviews) reviews to \(to)")
    try log.keep(
      words: "Handed over \(outcome.roles) roles and \(outcome.reviews) reviews of \(from.name)", patient: nil,
      in: change)
  }

  // MARK: What is asked first

  private func expectLeaver() throws -> StaffMember {
    guard let from = try StaffRows.one(leaver, connection) else {
      throw Problem(
        what, because: "There is no such member of staff.", try: "List them with mdt staff --all.", kind: .notFound)
    }
    return from
  }

  private func expectSuccessor(_ successor: ID<StaffMember>?) throws -> StaffMember? {
    guard let successor else { return nil }
    guard successor != leaver, let member = try StaffRows.one(successor, connection),
      member.isActive(on: change.at.day), member.to.map({ $0 > change.at.day }) ?? true
    else {
      throw Problem(
        what, because: "The successor does not work here from now on.", try: "Choose somebody who stays.",
        kind: .badData)
    }
    return member
  }

  private func check(_ note: HandoverNote) throws {
    for (question, answer) in note.answers where answer.count > 500 {
      throw Problem(
        what, because: "\"\(question)\" has \(answer.count) characters, and at most 500 are wanted.",
        try: "Say it in fewer words.", kind: .badData)
    }
  }

  // MARK: Whose they are

  private func affected() throws -> Set<ID<Patient>> {
    let roles: [ID<Patient>] = try connection.rows(
      "SELECT patient_id FROM care_team_member WHERE staff_id = $1 AND end_at IS NULL AND entered_in_error = 0",
      [.of(leaver)]
    ) { try $0.id() }
    let from = try StaffRows.one(leaver, connection)
    let plans: [ID<Patient>] = try connection.rows(
      "SELECT DISTINCT q.patient_id FROM (\(PlanHandover.named)) q",
      [.of(leaver), .of(from?.name), .of(from?.shortName)]
    ) { try $0.id() }
    return Set(roles + plans)
  }

  // MARK: One person

  private func hand(
    _ patient: ID<Patient>, from: StaffMember, to: StaffMember?, note: HandoverNote, cause: String? = nil,
    _ outcome: inout HandoverOutcome
  ) throws {
    if let to { try expectMayLookAfter(patient, to) }
    let roles = try AssignmentRows.all(of: patient, connection).filter { $0.isCurrent && $0.staff == leaver }
    if !roles.isEmpty {
      let own = try change.permitted(patient, [.approveAssignment, .proposeAssignment])
      let writing = TeamWriting(what: what, patient: patient, change: own, log: log)
      for role in roles {
        if let to {
          try log.set(.member, patient, role.id, ending(own, cause), in: own)
          try begin(role, to: to, cause, in: own)
        } else {
          try writing.close(role, .staffLeft, cause)
          if role.role.isSingle { try writing.wait(for: role.role, .unallocated, "\(from.name): \(cause ?? "left")") }
        }
        outcome.roles += 1
      }
      try keep(note, patient, to, in: own)
    }
    if let to {
      do {
        let own = try change.permitted(patient, [.editPlan])
        let answers = try PlanHandover.move(patient, from: leaver, to: to.id, in: own)
        if !answers.isEmpty {
          log.reviews.append(TeamLog.Review(patient: patient.text, answers: answers))
          outcome.reviews += 1
        }
      } catch let refusal as AccessRefusal {
        // Whoever assigns social workers does not sign care plans: the review waits for somebody who does.
        guard try hasPlan(patient, from) else { return try CaseloadEntries.refreshEntry(patient, in: change) }
        outcome.kept[refusal.problem(what).reason, default: 0] += 1
      }
    }
    try CaseloadEntries.refreshEntry(patient, in: change)
  }

  private func hasPlan(_ patient: ID<Patient>, _ from: StaffMember) throws -> Bool {
    try connection.count(
      "SELECT count(*) FROM (\(PlanHandover.named)) q WHERE q.patient_id = $4",
      [.of(leaver), .text(from.name), .text(from.shortName), .of(patient)]) > 0
  }

  private func ending(_ own: Change, _ cause: String?) -> [(column: String, value: Value)] {
    [("end_at", .of(own.at)), ("end_reason", "staff_left"), ("end_text", .of(cause))]
  }

  /// The successor may look after the person: their organisation shares, and neither a tie nor an objection stands between.
  private func expectMayLookAfter(_ patient: ID<Patient>, _ to: StaffMember) throws {
    do {
      _ = try TeamRules.expectMayLookAfter(patient, to.id, doing: what, in: change)
    } catch let problem as Problem where problem.kind == .refused {
      throw Problem(
        what,
        because:
          "\(to.name) may not look after everybody of them: a role, an agreement, a tie or an objection stands between.",
        try: "Name the people for this successor, and choose another for the others.", kind: .refused)
    }
  }

  private func begin(_ role: CareAssignment, to: StaffMember, _ cause: String?, in own: Change) throws {
    let has = try own.connection.count(
      """
      SELECT count(*) FROM care_team_member WHERE patient_id = $1 AND role = $2 AND staff_id = $3 AND end_at IS NULL
      AND entered_in_error = 0
      """, [.of(role.patient), .of(role.role), .of(to.id)])
    let id = own.by.newID()
    if has == 0 {
      let isOwn = to.id.text == own.staffID
      let code = try own.connection.first(
        "SELECT weight_code FROM care_team_member WHERE patient_id = $1 AND id = $2",
        [.of(role.patient), .text(role.id)]
      ) { $0.textOrNil() }
      try log.add(
        .member, role.patient, id,
        [
          ("staff_id", .of(to.id)), ("role", .of(role.role)), ("organisation_code", .text(to.organisationCode)),
          ("team", .of(to.team)), ("start_at", .of(own.at)), ("assigned_by", .text(own.staffID)),
          ("reason", "staff_left"), ("reason_text", .of(cause)), ("weight", .of(role.weight)),
          ("weight_code", .of(code ?? nil)), ("asked_at", isOwn ? .null : .of(own.at)),
          ("accepted_at", isOwn ? .of(own.at) : .null),
        ], in: own)
    }
    try own.audit(
      .assignment, "care_team_member \(has == 0 ? id : role.id)", patient: role.patient, after: 1,
      purpose: "\(role.role.rawValue): \(to.name), in place of \(leaver.text)",
      digest: has == 0
        ? CareTeam.digest(id, role: role.role.rawValue, staff: to.id.text, from: own.at.iso)
        : CareTeam.digest(role.id, role: role.role.rawValue, staff: leaver.text, from: role.start.iso))
  }

  private func keep(_ note: HandoverNote, _ patient: ID<Patient>, _ to: StaffMember?, in own: Change) throws {
    guard !note.isEmpty else { return }
    func said(_ text: String) -> Value { .of(text.isEmpty ? nil : text) }
    try log.add(
      .note, patient, own.by.newID(),
      [
        ("from_staff", .of(leaver)), ("to_staff", .of(to?.id)), ("who_they_are", said(note.whoTheyAre)),
        ("what_is_live", said(note.whatIsLive)), ("what_is_due", said(note.whatIsDue)),
        ("who_is_cross", said(note.whoIsCross)),
      ], in: own)
  }
}
