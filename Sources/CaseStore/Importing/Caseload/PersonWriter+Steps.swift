import CaseModel

/// One step after the other, each a row or two.
extension PersonWriter {
  func write(
    _ step: PersonPlan.Step, of plan: PersonPlan, consent: inout String?, in change: Change
  ) throws {
    let person = Value.text(plan.id)
    let day = Value.of(context.day)
    switch step {
    case .alias(let family, let given):
      let key = PersonName(family: family, given: given).likeness
      try Rows.alias.run([person, id(change), .text(family), .text(given), .text(key)], in: change)
    case .address(let lines, let postcode, let ending):
      try end("patient_address", ending, of: plan, in: change)
      var values = [person, id(change), "home"]
      for index in 0..<5 { values.append(index < lines.count ? .text(lines[index]) : .null) }
      values += [.text(postcode), .text(Likeness.key(ofPostcode: postcode)), plan.isNew ? .null : day]
      try Rows.address.run(values, in: change)
    case .telephone(let number):
      if !plan.isNew { try stepBack(plan, in: change) }
      let use: Value = digits(of: number).hasPrefix("07") ? "mobile" : "home"
      try Rows.telecom.run([person, id(change), .text(number), use, 1], in: change)
    case .practice(let code, let ending):
      try end("registered_practice", ending, of: plan, in: change)
      try Rows.practice.run([person, id(change), .text(code), plan.isNew ? .null : day], in: change)
    case .consent(let statement):
      let made = change.by.newID()
      consent = made
      try Rows.consent.run(
        [
          person, .text(made), "enrolment", .of(statement.basis), .text(statement.decision), .text(plan.practice),
          .of(statement.at), .text(context.importID),
        ], in: change)
    case .enrolment(let enrolment):
      try Rows.enrolment.run(
        [
          person, id(change), .of(enrolment.status), .of(enrolment.route), .of(enrolment.identifiedOn),
          .of(enrolment.enrolledOn), .of(enrolment.endedOn),
          enrolment.status == .enrolled ? .text(plan.practice) : .null, .of(consent),
        ], in: change)
    case .enrolmentChange(let id, var columns):
      if let consent { columns.set("consent_id", .text(consent)) }
      try columns.write("enrolment", [("patient_id", person), ("id", .text(id))], in: change)
      let isWithdrawn = columns.columns.contains {
        $0.column == "status" && $0.value == .of(EnrolmentStatus.withdrawn)
      }
      if isWithdrawn { try ConsentTasks.raise(for: ID(plan.id), because: consent, in: change) }
    case .score(let risk): try write(risk, of: plan, in: change)
    case .fact, .factChange, .factAgain: try writeFact(step, of: plan, in: change)
    case .happening(let happening):
      let words = happening.kind == "ae_attendance" ? "A&E attendance" : "Emergency admission"
      try Rows.happening.run(
        [
          person, id(change), .text(happening.kind), .of(happening.on), .text("\(words), as the caseload file says"),
          .text(context.importID),
        ], in: change)
    case .unknown(let name, let value, let position):
      try change.connection.run(
        """
        INSERT INTO unknown_column (patient_id, name, position, value, import_id) VALUES ($1, $2, $3, $4, $5)
        ON CONFLICT (patient_id, name) DO UPDATE
        SET value = excluded.value, position = excluded.position, import_id = excluded.import_id
        """, [person, .text(name), .of(position), .text(value), .text(context.importID)])
    case .note(let text): try write(note: text, of: plan, in: change)
    }
  }

  private func id(_ change: Change) -> Value { .text(change.by.newID()) }

  private func end(_ table: String, _ id: String?, of plan: PersonPlan, in change: Change) throws {
    guard let id else { return }
    var columns = FieldDifference()
    columns.set("end_on", .of(context.day))
    try columns.write(table, [("patient_id", .text(plan.id)), ("id", .text(id))], in: change)
  }

  /// The number of the newest file is tried first; the others stay, after it.
  private func stepBack(_ plan: PersonPlan, in change: Change) throws {
    try change.connection.run(
      """
      UPDATE patient_telecom SET rank = rank + 1, updated_at = $1, updated_by = $2, row_version = row_version + 1
      WHERE patient_id = $3 AND rank < 5 AND entered_in_error = 0
      """, [.of(change.at), .text(change.staffID), .text(plan.id)])
  }

  private func write(_ risk: CaseloadLine.Risk, of plan: PersonPlan, in change: Change) throws {
    try change.connection.run(
      """
      INSERT INTO risk_score (patient_id, id, model, model_version, run_on, value, unit, percentile, population_size,
        source_file_hash, imported_by, created_at)
      VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, (SELECT fingerprint FROM import_file WHERE id = $10), $11, $12)
      """,
      [
        .text(plan.id), id(change), .text(risk.model), .of(risk.modelVersion), .of(risk.runOn), .real(risk.score),
        .of(risk.unit), .of(risk.percentile), .of(risk.population), .text(context.importID), .text(change.staffID),
        .of(change.at),
      ])
  }

  private func writeFact(_ step: PersonPlan.Step, of plan: PersonPlan, in change: Change) throws {
    let source = Value.text("caseload file of \(context.day.short), not from their system")
    var columns = FieldDifference()
    switch step {
    case .fact(let organisation, let label, let text, let position):
      try Rows.fact.run(
        [
          .text(plan.id), id(change), .text(organisation), .text(label), .text(text), .of(position), .of(change.at),
          source, .text(context.importID),
        ], in: change)
      return
    case .factChange(let id, let text):
      columns.set("text", .text(text))
      try confirm(id, &columns, source, of: plan, in: change)
    case .factAgain(let id): try confirm(id, &columns, source, of: plan, in: change)
    default: return
    }
  }

  private func confirm(
    _ id: String, _ columns: inout FieldDifference, _ source: Value, of plan: PersonPlan, in change: Change
  ) throws {
    columns.set("as_of", .of(change.at))
    columns.set("source", source)
    columns.set("import_id", .text(context.importID))
    try columns.write("partner_data", [("patient_id", .text(plan.id)), ("id", .text(id))], in: change)
  }

  private func write(note: String, of plan: PersonPlan, in change: Change) throws {
    let connection = change.connection
    let old = try connection.first(
      "SELECT row_key, text FROM passage WHERE patient_id = $1 AND source = 'note'", [.text(plan.id)]
    ) { (key: try $0.int(), text: try $0.text()) }
    if let old {
      try connection.search.forget(passage: old.text, of: old.key, connection)
      try connection.run("UPDATE passage SET text = $1 WHERE row_key = $2", [.text(note), .of(old.key)])
      try connection.search.learn(passage: note, of: old.key, connection)
      return
    }
    let key = try connection.first(
      "INSERT INTO passage (patient_id, source, text) VALUES ($1, 'note', $2) RETURNING row_key",
      [.text(plan.id), .text(note)]
    ) { try $0.int() }
    if let key { try connection.search.learn(passage: note, of: key, connection) }
  }
}

/// The rows an import adds, each with the standard columns.
private enum Rows {
  static let alias = Insertion("patient_alias", ["patient_id", "id", "family_name", "given_names", "name_key"])
  static let address = Insertion(
    "patient_address",
    [
      "patient_id", "id", "kind", "line1", "line2", "line3", "line4", "line5", "postcode", "postcode_key", "start_on",
    ])
  static let telecom = Insertion("patient_telecom", ["patient_id", "id", "number", "use", "rank"])
  static let practice = Insertion("registered_practice", ["patient_id", "id", "practice_code", "start_on"])
  static let consent = Insertion(
    "consent", ["patient_id", "id", "subject", "basis", "decision", "organisation_code", "at", "import_id"])
  static let enrolment = Insertion(
    "enrolment",
    [
      "patient_id", "id", "status", "route", "identified_on", "enrolled_on", "ended_on", "practice_at_enrolment",
      "consent_id",
    ])
  static let fact = Insertion(
    "partner_data",
    ["patient_id", "id", "organisation_code", "label", "text", "position", "as_of", "source", "import_id"])
  static let happening = Insertion(
    "patient_event", ["patient_id", "id", "kind", "happened_on", "text", "import_id"])
}
