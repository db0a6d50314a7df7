import CaseModel

/// One step of somebody's enrolment, in one change.
struct EnrolmentSteps {
  let patient: ID<Patient>
  let what: String
  let change: Change

  func take(_ act: EnrolmentAct, on day: Day, reason: String) throws {
    let file = try known()
    try expectPast(day)
    if let objection = act.objection(in: file.status, doNotAskBefore: file.doNotAskBefore, on: change.at.day) {
      throw Problem(what, because: objection, try: "Look at the enrolment as it stands.", kind: .conflict)
    }
    switch act {
    case .identify(let route):
      try change.insert(
        "enrolment",
        [
          ("patient_id", .of(patient)), ("id", .text(change.by.newID())), ("status", .of(EnrolmentStatus.identified)),
          ("route", .of(route)), ("identified_on", .of(day)),
        ])
      try log(from: file.status, to: .identified, on: day, "\(route.words): \(reason)")
    case .invite: try move(from: .identified, to: .invited, on: day, reason)
    case .end(let ending): try move(from: file.status, to: ending.status, on: day, reason)
    }
    try CaseloadEntries.refreshEntry(patient, in: change)
  }

  func die(on day: Day, place: PreferredPlace?, source: String) throws {
    let file = try known()
    try expectPast(day)
    if let died = file.died {
      throw Problem(
        what, because: "\(died.short) is recorded already.", try: "Take that back first if it is wrong.",
        kind: .conflict)
    }
    if let place, [.undecided, .declinedDiscussion, .unableToExpress, .notAppropriate].contains(place) {
      throw Problem(what, because: "\(place.words) is no place.", try: "Choose a place, or none.", kind: .badData)
    }
    let born = try change.connection.first("SELECT birth_date FROM patient WHERE id = $1", [.of(patient)]) {
      try $0.day()
    }
    if let born, day < born {
      throw Problem(what, because: "They were born on \(born.short).", try: "Give a later day.", kind: .badData)
    }
    let id = change.by.newID()
    try change.insert(
      "death",
      [
        ("patient_id", .of(patient)), ("id", .text(id)), ("died_on", .of(day)), ("place", .of(place)),
        ("source", .text(source)),
      ])
    // 2: told by somebody; the national record says it formally (1) when it comes with a file.
    try setDeath(day, status: "2")
    if let status = file.status, status != .died {
      try move(from: status, to: .died, on: day, source)
    } else {
      try log(from: file.status, to: .died, on: day, source)
    }
    try CaseloadEntries.refreshEntry(patient, in: change)
  }

  func undie(reason: String) throws {
    let file = try known()
    let voided = try change.connection.run(
      """
      UPDATE death SET entered_in_error = 1, status_reason = $1, updated_at = $2, updated_by = $3,
      row_version = row_version + 1 WHERE patient_id = $4 AND entered_in_error = 0
      """, [.text(reason), .of(change.at), .text(change.staffID), .of(patient)])
    guard voided == 1 else {
      throw Problem(
        what, because: "No death was recorded here.",
        try: "Where it came with a file, have it put right at its source.", kind: .notFound)
    }
    try setDeath(nil, status: nil)
    let before = try change.connection.first(
      """
      SELECT status_before FROM enrolment WHERE patient_id = $1 AND entered_in_error = 0 AND status = 'died'
      ORDER BY id DESC LIMIT 1
      """, [.of(patient)]
    ) { try $0.codeOrNil(EnrolmentStatus.self) }
    if file.status == .died, let before = before ?? nil {
      try move(from: .died, to: before, on: change.at.day, "the death was recorded in error: \(reason)")
    } else {
      try change.audit(
        .void, "death \(patient)", patient: patient, purpose: "recorded in error: \(reason)",
        digest: SHA256.hex("\(patient) death void"))
    }
    try CaseloadEntries.refreshEntry(patient, in: change)
  }

  func register(at practice: String, from day: Day, reason: String) throws {
    let connection = change.connection
    _ = try known()
    try expectPast(day)
    let kind = try connection.first("SELECT kind FROM organisation WHERE ods_code = $1", [.text(practice)]) {
      $0.textOrNil() ?? ""
    }
    guard kind == "gp_practice" else {
      throw Problem(
        what, because: kind == nil ? "There is no organisation \(practice)." : "\(practice) is no GP practice.",
        try: "List the practices with mdt organisations.", kind: .notFound)
    }
    let current = try connection.first(
      """
      SELECT id, practice_code, start_on FROM registered_practice
      WHERE patient_id = $1 AND end_on IS NULL AND entered_in_error = 0
      """, [.of(patient)]
    ) { (id: try $0.text(), code: try $0.text(), from: try $0.dayOrNil()) }
    if let current {
      guard current.code != practice else {
        throw Problem(
          what, because: "They are registered there already.", try: "Name another practice.", kind: .conflict)
      }
      if let from = current.from, day <= from {
        throw Problem(
          what, because: "They came to \(current.code) on \(from.short).", try: "Give a day after that.",
          kind: .badData)
      }
      try connection.run(
        """
        UPDATE registered_practice SET end_on = $1, status_reason = $2, updated_at = $3, updated_by = $4,
        row_version = row_version + 1 WHERE patient_id = $5 AND id = $6
        """,
        [
          .of(day), .text(reason), .of(change.at), .text(change.staffID), .of(patient), .text(current.id),
        ])
    }
    let id = change.by.newID()
    try change.insert(
      "registered_practice",
      [("patient_id", .of(patient)), ("id", .text(id)), ("practice_code", .text(practice)), ("start_on", .of(day))])
    try change.audit(
      .update, "registered_practice \(id)", patient: patient, after: 1,
      purpose: "registered at \(practice) from \(day.iso), before at \(current?.code ?? "none"): \(reason)",
      digest: SHA256.hex("\(id) \(practice) \(day.iso)"))
    try CaseloadEntries.refreshEntry(patient, in: change)
  }

  // MARK: Pieces

  private func known() throws -> EnrolmentFile {
    guard let file = try EnrolmentReading.file(patient, change.connection) else {
      throw AccessDenial.concealed.problem(what, .recordConsent)
    }
    return file
  }

  private func expectPast(_ day: Day) throws {
    guard day > change.at.day else { return }
    throw Problem(
      what, because: "\(day.short) is still to come.", try: "Record it when it has happened.", kind: .badData)
  }

  private func setDeath(_ day: Day?, status: String?) throws {
    try change.connection.run(
      """
      UPDATE patient SET death_date = $1, death_status = $2, updated_at = $3, updated_by = $4,
      row_version = row_version + 1 WHERE id = $5
      """, [.of(day), .of(status), .of(change.at), .text(change.staffID), .of(patient)])
  }

  private func move(from: EnrolmentStatus?, to: EnrolmentStatus, on day: Day, _ reason: String) throws {
    let isOver = ![.identified, .invited, .enrolled].contains(to)
    try change.connection.run(
      """
      UPDATE enrolment SET status = $1, status_before = $2, ended_on = $3, end_reason = $4, updated_at = $5,
      updated_by = $6, row_version = row_version + 1
      WHERE patient_id = $7 AND entered_in_error = 0 AND id = (SELECT max(x.id) FROM enrolment x
        WHERE x.patient_id = $7 AND x.entered_in_error = 0)
      """,
      [
        .of(to), .of(from), .of(isOver ? day : nil), .of(isOver ? reason : nil), .of(change.at),
        .text(change.staffID), .of(patient),
      ])
    try log(from: from, to: to, on: day, reason)
  }

  private func log(from: EnrolmentStatus?, to: EnrolmentStatus, on day: Day, _ reason: String) throws {
    let id = change.by.newID()
    try change.insert(
      "enrolment_event",
      [
        ("patient_id", .of(patient)), ("id", .text(id)), ("status_from", .of(from)), ("status_to", .of(to)),
        ("happened_on", .of(day)), ("reason", .text(reason)),
      ])
    try change.audit(
      .update, "enrolment \(id)", patient: patient, after: 1,
      purpose: "\(from?.rawValue ?? "new") to \(to.rawValue) on \(day.iso): \(reason)",
      digest: SHA256.hex("\(id) \(to.rawValue) \(day.iso)"))
  }
}
