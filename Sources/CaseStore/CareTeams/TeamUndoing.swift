import CaseModel

/// Taking back what was done to somebody's team, or to many teams at once (R-SW-03): all of it, or nothing where
/// anything of it has changed since. What the act made becomes void with a reason; nothing is deleted.
struct TeamUndoing {
  let change: Change
  let undone: Bool
  let what: String
  private var connection: any Connection { change.connection }

  func turn(_ entry: UndoLog.Entry) throws {
    var record = try JSONText.decode(TeamLog.Record.self, entry.after ?? "", what: what)
    let targets = record.steps.map { target(of: $0) }
    for step in record.steps { try expectUntouched(step) }
    var permits = [String: Change]()
    for step in record.steps where permits[step.patient] == nil {
      permits[step.patient] = try change.permitted(
        ID(step.patient), [.proposeAssignment, .approveAssignment, .acceptAssignment, .recordConsent])
    }
    // What makes room comes before what takes it: of some rows there is only one at a time (I-4).
    for opens in [false, true] {
      for index in record.steps.indices where TeamUndoing.isOpen(targets[index], record.steps[index].table) == opens {
        let step = record.steps[index]
        guard let own = permits[step.patient] else { continue }
        if opens { try expectRoom(for: step) }
        try TeamLog.write(
          step.table, ID(step.patient), step.id, TeamLog.values(of: targets[index], step.table), in: own)
        record.steps[index].version += 1
        try audit(step, in: own)
      }
    }
    for review in record.reviews {
      let own = try change.permitted(ID(review.patient), [.editPlan])
      try PlanHandover.turn(review.answers, of: ID(review.patient), undone: undone, in: own)
    }
    for (patient, own) in permits.sorted(by: { $0.key < $1.key }) { try settle(ID(patient), in: own) }
    for patient in permits.keys.sorted() { try CaseloadEntries.refreshEntry(ID(patient), in: change) }
    try change.audit(
      undone ? .undo : .redo, "team \(entry.subject)",
      purpose: "\(record.steps.count) rows of \(permits.count) people's teams")
    try UndoLog.turn(entry, undone: undone, subject: entry.subject, now: nil, in: change)
    try connection.run(
      "UPDATE undo_entry SET after_text = $1 WHERE staff_id = $2 AND seq = $3",
      [.text(try JSONText.encode(record, what: what)), .text(change.staffID), .of(entry.sequence)])
  }

  /// Whoever has a role again waits for it no more, and what was proposed meanwhile is overtaken.
  private func settle(_ patient: ID<Patient>, in own: Change) throws {
    for role in CareRole.single {
      guard try AssignmentRows.holder(of: role, for: patient, connection) != nil else { continue }
      for (table, open, columns) in [
        (TeamLog.Table.request, "closed_at IS NULL", [("closed_at", Value.of(own.at)), ("closed_as", "assigned")]),
        (
          .proposal, "state = 'open'",
          [("state", "overtaken"), ("decided_at", .of(own.at)), ("decided_by", .text(own.staffID))]
        ),
      ] {
        let ids = try connection.rows(
          "SELECT id FROM \(table.rawValue) WHERE patient_id = $1 AND role = $2 AND \(open) AND entered_in_error = 0",
          [.of(patient), .of(role)]
        ) { try $0.text() }
        for id in ids { try TeamLog.write(table, patient, id, columns.map { (column: $0.0, value: $0.1) }, in: own) }
      }
    }
  }

  private func target(of step: TeamLog.Step) -> [String: String] {
    guard undone else { return step.after }
    if let before = step.before { return before }
    var void = step.after
    void["entered_in_error"] = "1"
    void["status_reason"] = "taken back by whoever did it"
    return void
  }

  private static func isOpen(_ state: [String: String], _ table: TeamLog.Table) -> Bool {
    guard state["entered_in_error"] == "0" else { return false }
    switch table {
    case .member: return state["end_at"] == nil
    case .request: return state["closed_at"] == nil
    case .proposal: return state["state"] == "open"
    case .note: return false
    }
  }

  private func expectUntouched(_ step: TeamLog.Step) throws {
    let now = try TeamLog.state(step.table, ID(step.patient), step.id, connection)
    guard now?.1 == step.version else {
      throw Problem(
        what, because: "Somebody changed the team since.", try: "Open the team and change it there.", kind: .conflict)
    }
  }

  /// Nobody else has the role by now, and nobody else waits for it.
  private func expectRoom(for step: TeamLog.Step) throws {
    let open: String
    switch step.table {
    case .member: open = "n.end_at IS NULL AND n.role IN ('accountable_gp', 'named_social_worker', 'care_coordinator')"
    case .request: open = "n.closed_at IS NULL"
    case .proposal: open = "n.state = 'open'"
    case .note: return
    }
    let others = try connection.count(
      """
      SELECT count(*) FROM \(step.table.rawValue) t JOIN \(step.table.rawValue) n ON n.patient_id = t.patient_id
      AND n.role = t.role AND n.id <> t.id AND n.entered_in_error = 0 AND \(open)
      WHERE t.patient_id = $1 AND t.id = $2
      """, [.text(step.patient), .text(step.id)])
    guard others == 0 else {
      throw Problem(
        what, because: "Somebody else has the role by now.", try: "Open the team and change it there.", kind: .conflict)
    }
  }

  private func audit(_ step: TeamLog.Step, in own: Change) throws {
    var digest = ""
    if step.table == .member {
      digest =
        try connection.first(
          "SELECT role, staff_id, start_at FROM care_team_member WHERE patient_id = $1 AND id = $2",
          [.text(step.patient), .text(step.id)]
        ) { CareTeam.digest(step.id, role: try $0.text(), staff: try $0.text(), from: try $0.text()) } ?? ""
    }
    try own.audit(
      undone ? .undo : .redo, "\(step.table.rawValue) \(step.id)", patient: ID(step.patient), before: step.version,
      after: step.version + 1, purpose: undone ? "taken back" : "done again", digest: digest)
  }
}
