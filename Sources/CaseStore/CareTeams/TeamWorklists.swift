import CaseModel

/// The worklists of spec 9 about who looks after whom, as far as the reader may know of the people.
enum TeamWorklists {
  private static let person =
    "p.family_name, p.given_names, p.title, p.preferred_name, p.nhs_number"

  private static func person(
    _ row: inout Columns
  ) throws -> (patient: ID<Patient>, name: PersonName, nhs: NHSNumber?) {
    let patient: ID<Patient> = try row.id()
    let name = PersonName(
      family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
    return (patient, name, row.textOrNil().flatMap { NHSNumber(stored: $0) })
  }

  /// Overdue first, then by when it is due; those without a day last.
  private static func shown(
    _ rows: [WorklistRow], _ facts: AccessFacts, _ connection: any Connection
  ) throws -> [WorklistRow] {
    var may = [ID<Patient>: Bool]()
    return try rows.filter { row in
      let is_ = try may[row.patient] ?? AllocationReading.isShown(row.patient, facts, connection)
      may[row.patient] = is_
      return is_
    }.sorted {
      ($0.due ?? Day(number: 999_999), $0.name.likeness, $0.patient, $0.why)
        < ($1.due ?? Day(number: 999_999), $1.name.likeness, $1.patient, $1.why)
    }
  }

  // MARK: Nobody owns this

  static func nobodyOwns(_ facts: AccessFacts, _ connection: any Connection) throws -> [WorklistRow] {
    let requests = try requests(facts, connection)
    let rows =
      try unaccepted(facts, connection) + requests.rows + left(facts, waiting: requests.waiting, connection)
      + away(facts, connection)
    return try shown(rows, facts, connection)
  }

  private static func unaccepted(_ facts: AccessFacts, _ connection: any Connection) throws -> [WorklistRow] {
    let days = try Settings.whole("team.accept_workdays", or: 2, connection)
    let holidays = try TeamRules.holidays(connection)
    return try connection.rows(
      """
      SELECT t.patient_id, \(person), t.role, t.asked_at, t.staff_id, s.short_name FROM care_team_member t
      JOIN patient p ON p.id = t.patient_id JOIN staff s ON s.id = t.staff_id
      WHERE t.asked_at IS NOT NULL AND t.accepted_at IS NULL AND t.end_at IS NULL AND t.entered_in_error = 0
      AND p.death_date IS NULL ORDER BY t.asked_at LIMIT 2000
      """
    ) { row -> WorklistRow? in
      let it = try person(&row)
      let (role, asked): (CareRole, Moment) = (try row.code(), try row.moment())
      let (staff, name): (ID<StaffMember>, String) = (try row.id(), try row.text())
      guard asked.day.workingDays(until: facts.day, holidays: holidays) > days else { return nil }
      return WorklistRow(
        patient: it.patient, name: it.name, nhsNumber: it.nhs,
        why: "\(name) was asked on \(asked.day.short) to be \(role.words.lowercasedFirst) and has not accepted",
        toDo: "Ask them, or give it to somebody else", due: asked.day.adding(workingDays: days, holidays: holidays),
        isOverdue: true, owner: staff, ownerName: name, target: .team)
    }.compactMap { $0 }
  }

  private static func requests(
    _ facts: AccessFacts, _ connection: any Connection
  ) throws -> (rows: [WorklistRow], waiting: Set<String>) {
    let target = Double(try Settings.whole("risk.target_percentile", or: 80, connection))
    let holidays = try TeamRules.holidays(connection)
    var waiting = Set<String>()
    let rows = try connection.rows(
      """
      SELECT r.patient_id, \(person), r.role, r.asked_at, r.source, r.reason, e.percentile FROM allocation_request r
      JOIN patient p ON p.id = r.patient_id JOIN caseload_entry e ON e.patient_id = r.patient_id
      WHERE r.closed_at IS NULL AND r.entered_in_error = 0 AND p.death_date IS NULL ORDER BY r.asked_at LIMIT 2000
      """
    ) { row in
      let it = try person(&row)
      let (role, asked): (CareRole, Moment) = (try row.code(), try row.moment())
      let (source, reason): (AllocationRequest.Source, String?) = (try row.code(), row.textOrNil())
      let isHighRisk = try row.real() >= target
      waiting.insert("\(it.patient) \(role.rawValue)")
      let urgent =
        isHighRisk && asked.day.workingDays(until: facts.day, holidays: holidays) > LeftPerson.urgentAfter
      let why = [
        "Unallocated: no \(role.words.lowercasedFirst) since \(asked.day.short)", source.words.lowercasedFirst,
        isHighRisk ? "high risk" : nil, reason,
      ].compactMap { $0 }.joined(separator: ", ")
      return WorklistRow(
        patient: it.patient, name: it.name, nhsNumber: it.nhs, why: why,
        toDo: "Give them a \(role.words.lowercasedFirst)",
        due: asked.day.adding(workingDays: LeftPerson.urgentAfter, holidays: holidays), isOverdue: urgent,
        target: .team)
    }
    return (rows, waiting)
  }

  private static func left(
    _ facts: AccessFacts, waiting: Set<String>, _ connection: any Connection
  ) throws -> [WorklistRow] {
    try LeftBehindReading.people(today: facts.day, limit: 2000, connection).compactMap { one in
      guard !waiting.contains("\(one.patient) \(one.role)") else { return nil }
      let is_ = one.isUnallocated ? "gave up" : one.lastDay < facts.day ? "has left, and was" : "leaves, and is"
      return WorklistRow(
        patient: one.patient, name: one.name, nhsNumber: one.nhsNumber,
        why: "\(one.leaverName) \(is_) \(one.isUnallocated ? "being " : "")\(one.roleWords) (\(one.lastDay.short))",
        toDo: one.role == "review_owner" || one.role == "open_action" || one.role == "plan_contact"
          ? "Name somebody else in the care plan" : "Hand over to somebody who stays", due: one.lastDay,
        isOverdue: one.lastDay < facts.day, owner: one.leaver, ownerName: one.leaverName,
        target: one.role == "review_owner" ? .carePlan : .team)
    }
  }

  /// Away today, and nobody covers.
  private static func away(_ facts: AccessFacts, _ connection: any Connection) throws -> [WorklistRow] {
    try connection.rows(
      """
      SELECT t.patient_id, \(person), t.role, t.staff_id, s.short_name, v.from_on, v.to_on FROM staff_capacity v
      JOIN staff s ON s.id = v.staff_id
      JOIN care_team_member t ON t.staff_id = v.staff_id AND t.end_at IS NULL AND t.entered_in_error = 0
      JOIN patient p ON p.id = t.patient_id
      WHERE v.absence <> 'none' AND v.present = 0 AND v.cover_id IS NULL AND v.entered_in_error = 0
        AND v.from_on <= $1 AND COALESCE(v.to_on, '9999-12-31') >= $1 AND p.death_date IS NULL
      ORDER BY t.patient_id, t.id LIMIT 2000
      """, [.of(facts.day)]
    ) { row in
      let it = try person(&row)
      let role: CareRole = try row.code()
      let (staff, name): (ID<StaffMember>, String) = (try row.id(), try row.text())
      let (from, to): (Day, Day?) = (try row.day(), try row.dayOrNil())
      return WorklistRow(
        patient: it.patient, name: it.name, nhsNumber: it.nhs,
        why:
          "\(name), \(role.words.lowercasedFirst), is away\(to.map { " until \($0.short)" } ?? "") and nobody covers",
        toDo: "Name a cover, or hand over", due: from, isOverdue: true, owner: staff, ownerName: name, target: .team)
    }
  }

  // MARK: Tell the person

  static func tell(_ facts: AccessFacts, _ connection: any Connection) throws -> [WorklistRow] {
    let days = try Settings.whole("enrol.notify_days", or: 21, connection)
    // What was given before acceptance was kept says nothing of who was told.
    let rows = try connection.rows(
      """
      SELECT t.patient_id, \(person), t.role, t.start_at, t.staff_id, s.short_name, t.accepted_at FROM care_team_member t
      JOIN patient p ON p.id = t.patient_id JOIN staff s ON s.id = t.staff_id
      WHERE t.person_told_on IS NULL AND t.end_at IS NULL AND t.entered_in_error = 0
        AND t.role IN ('accountable_gp', 'named_social_worker', 'care_coordinator')
        AND (t.asked_at IS NOT NULL OR t.accepted_at IS NOT NULL) AND p.death_date IS NULL
      ORDER BY t.start_at LIMIT 2000
      """
    ) { row in
      let it = try person(&row)
      let (role, start): (CareRole, Moment) = (try row.code(), try row.moment())
      let (staff, name): (ID<StaffMember>, String) = (try row.id(), try row.text())
      let isAccepted = try row.momentOrNil() != nil
      let due = start.day + days
      return WorklistRow(
        patient: it.patient, name: it.name, nhsNumber: it.nhs,
        why:
          "\(name) is \(role.words.lowercasedFirst) since \(start.day.short)\(isAccepted ? "" : ", not accepted yet")",
        toDo: "Tell them the name and the number, and record how", due: due, isOverdue: due < facts.day, owner: staff,
        ownerName: name, target: .team)
    }
    return try shown(rows, facts, connection)
  }

  // MARK: My people

  static func mine(_ facts: AccessFacts, _ connection: any Connection) throws -> [WorklistRow] {
    try MyPeopleReading.all(facts, connection).people.filter { $0.group != .rest }.map { person in
      let first = person.notes.first
      return WorklistRow(
        patient: person.id, name: person.name, nhsNumber: person.nhsNumber,
        why: person.notes.map(\.words).joined(separator: "; ")
          + (person.coverFor.map { " (you cover for \($0))" } ?? ""),
        toDo: person.asked != nil ? "Accept or decline" : first?.mark == .new ? "Look, and acknowledge" : "See to it",
        due: person.due, isOverdue: person.notes.contains { $0.mark == .urgent }, owner: facts.staff,
        target: person.asked == nil ? .record : .team)
    }
  }
}
