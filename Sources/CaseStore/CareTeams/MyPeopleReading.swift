import CaseModel

/// Whom somebody looks after, and whom they cover for a colleague who is away.
enum MyPeopleReading {
  static func all(_ facts: AccessFacts, _ connection: any Connection) throws -> MyPeople {
    let day = facts.day
    let (people, looked) = try people(facts, connection)
    guard !people.isEmpty else { return MyPeople(lookedAt: looked) }
    let accept = try Settings.whole("team.accept_workdays", or: 2, connection)
    let notify = try Settings.whole("enrol.notify_days", or: 21, connection)
    let holidays = try TeamRules.holidays(connection)
    let actions = try actions(facts, connection)
    let news = try news(facts, connection)
    let worker = try Capacities.workers(on: day, connection).first { $0.id == facts.staff }
    let done = people.map { one in
      var person = one.person
      if let asked = person.asked, let by = asked.acceptBy(days: accept, holidays: holidays) {
        person.notes.append(
          .init(.new, "new: accept by \(by.short)", due: by))
      }
      if let review = one.review {
        let late = day - review
        if late > 0 {
          person.notes.append(.init(.urgent, "plan OVERDUE \(late)d", due: review))
        } else if late >= -7 {
          person.notes.append(.init(.soon, "review \(review.shortWithWeekday)", due: review))
        }
      }
      for due in actions[person.id] ?? [] {
        if due < day {
          person.notes.append(.init(.urgent, "action OVERDUE \(day - due)d", due: due))
        } else if due - day <= 7 {
          person.notes.append(.init(.soon, "action \(due.shortWithWeekday)", due: due))
        }
      }
      if let due = person.untold?.tellBy(days: notify) {
        if due < day {
          person.notes.append(.init(.urgent, "person not told, OVERDUE \(day - due)d", due: due))
        } else {
          person.notes.append(.init(.soon, "tell the person by \(due.short)", due: due))
        }
      }
      person.news = news[person.id] ?? []
      if let first = person.news.first { person.notes.append(.init(.new, "new: \(first)")) }
      person.notes.sort { MyPeopleReading.rank($0) < MyPeopleReading.rank($1) }
      return person
    }
    return MyPeople(
      people: done, lookedAt: looked, load: worker?.load, bands: try Capacities.bands(connection))
  }

  private static func rank(_ note: MyPerson.Note) -> (Int, Int) {
    let mark =
      switch note.mark {
      case .urgent: 0
      case .new: 1
      case .soon: 2
      }
    return (mark, note.due?.number ?? 999_999)
  }

  private struct Found {
    var person: MyPerson
    var review: Day?
  }

  private static func people(
    _ facts: AccessFacts, _ connection: any Connection
  ) throws -> ([Found], Moment?) {
    var order = [ID<Patient>]()
    var found = [ID<Patient>: Found]()
    var looked: Moment?
    let covered = try connection.rows(
      """
      SELECT v.staff_id, s.short_name FROM staff_capacity v JOIN staff s ON s.id = v.staff_id
      WHERE v.cover_id = $1 AND v.entered_in_error = 0 AND v.from_on <= $2 AND COALESCE(v.to_on, '9999-12-31') >= $2
      """, [.of(facts.staff), .of(facts.day)]
    ) { (id: try $0.id() as ID<StaffMember>, name: try $0.text()) }
    for (staff, cover) in [(facts.staff, nil)] + covered.map({ ($0.id, Optional($0.name)) }) {
      let assignments = try connection.rows(
        """
        \(AssignmentRows.select) WHERE t.staff_id = $1 AND t.end_at IS NULL AND t.entered_in_error = 0
        ORDER BY t.patient_id, t.start_at, t.id
        """, [.of(staff)], AssignmentRows.read)
      for one in assignments {
        guard var it = try found[one.patient] ?? person(one.patient, facts, connection) else { continue }
        if found[one.patient] == nil { order.append(one.patient) }
        if cover == nil { it.person.coverFor = nil } else if it.person.roles.isEmpty { it.person.coverFor = cover }
        it.person.roles.append(one.role)
        if one.isWaiting, staff == facts.staff { it.person.asked = one }
        if one.role.personIsTold, one.toldOn == nil, one.acceptedAt != nil { it.person.untold = one }
        found[one.patient] = it
        if let seen = it.person.seenAt { looked = max(looked ?? seen, seen) }
      }
    }
    return (order.compactMap { found[$0] }, looked)
  }

  private static func person(
    _ patient: ID<Patient>, _ facts: AccessFacts, _ connection: any Connection
  ) throws -> Found? {
    guard try AllocationReading.isShown(patient, facts, connection) else { return nil }
    return try connection.first(
      """
      SELECT e.family_name, e.given_names, e.title, e.preferred_name, e.born_key, e.nhs_key, e.has_similar,
        e.plan_status, e.review_key, s.at, (SELECT t.number FROM patient_telecom t WHERE t.patient_id = e.patient_id
          AND t.entered_in_error = 0 ORDER BY t.rank, t.id LIMIT 1)
      FROM caseload_entry e LEFT JOIN person_seen s ON s.patient_id = e.patient_id AND s.staff_id = $1
      WHERE e.patient_id = $2 AND e.died IS NULL
      """, [.of(facts.staff), .of(patient)]
    ) { row in
      let name = PersonName(
        family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
      var person = MyPerson(
        id: patient, name: name, born: try row.day(), nhsNumber: NHSNumber(stored: try row.text()),
        hasSimilar: try row.flag())
      let status = row.textOrNil()
      person.isOnHold = status == CarePlanStatus.onHold.rawValue
      let review = Day(iso: try row.text())
      person.seenAt = try row.momentOrNil()
      person.phone = row.textOrNil()
      return Found(person: person, review: status == "active" || person.isOnHold ? review : nil)
    }
  }

  /// When the reader's own open actions are looked at again, for each person.
  private static func actions(
    _ facts: AccessFacts, _ connection: any Connection
  ) throws -> [ID<Patient>: [Day]] {
    var found = [ID<Patient>: [Day]]()
    try connection.forEach(
      """
      SELECT c.patient_id, a.review_date FROM staff s JOIN plan_action a ON a.who_name IN (s.name, s.short_name)
      JOIN care_plan c ON c.id = a.plan_id
      WHERE s.id = $1 AND a.entered_in_error = 0 AND a.review_date IS NOT NULL
        AND c.status IN ('draft', 'active', 'on_hold') AND COALESCE(a.status, '') NOT IN ('done', 'refused', 'stopped')
      ORDER BY a.review_date
      """, [.of(facts.staff)]
    ) { row in
      found[try row.id(), default: []].append(try row.day())
      return true
    }
    return found
  }

  /// What others recorded about these people since the reader acknowledged them, and in the last week where they never
  /// did.
  private static func news(
    _ facts: AccessFacts, _ connection: any Connection
  ) throws -> [ID<Patient>: [String]] {
    var found = [ID<Patient>: [(at: String, words: String)]]()
    let week = Moment(facts.day - 7, hour: 0, minute: 0)
    let mine = """
      SELECT DISTINCT t.patient_id AS patient_id, COALESCE(s.at, $1) AS since FROM care_team_member t
      LEFT JOIN person_seen s ON s.patient_id = t.patient_id AND s.staff_id = $2
      WHERE t.end_at IS NULL AND t.entered_in_error = 0 AND (t.staff_id = $2 OR t.staff_id IN (
        SELECT v.staff_id FROM staff_capacity v WHERE v.cover_id = $2 AND v.entered_in_error = 0
        AND v.from_on <= $3 AND COALESCE(v.to_on, '9999-12-31') >= $3))
      """
    let values: [Value] = [.of(week), .of(facts.staff), .of(facts.day)]
    func add(_ sql: String, _ words: (inout Columns) throws -> String) throws {
      try connection.forEach(sql, values) { row in
        let (patient, at): (ID<Patient>, String) = (try row.id(), try row.text())
        found[patient, default: []].append((at, try words(&row)))
        return true
      }
    }
    try add(
      """
      SELECT m.patient_id, v.created_at, v.kind, v.happened_on FROM (\(mine)) m
      JOIN patient_event v ON v.patient_id = m.patient_id AND v.entered_in_error = 0 AND v.created_at > m.since
      WHERE v.created_by <> $2
      """
    ) { row in
      let kind = try row.text()
      let words = kind == "ae_attendance" ? "A&E" : kind.split(separator: "_").joined(separator: " ")
      return "\(words) \(try row.day().short)"
    }
    try add(
      """
      SELECT m.patient_id, v.signed_at, v.number FROM (\(mine)) m
      JOIN care_plan_version v ON v.patient_id = m.patient_id AND v.signed_at > m.since WHERE v.signed_by <> $2
      """
    ) { "care plan version \(try $0.int())" }
    try add(
      """
      SELECT m.patient_id, v.start_at, v.role, w.short_name FROM (\(mine)) m
      JOIN care_team_member v ON v.patient_id = m.patient_id AND v.start_at > m.since AND v.entered_in_error = 0
      JOIN staff w ON w.id = v.staff_id WHERE v.staff_id <> $2 AND v.created_by <> $2
      """
    ) { row in
      let role: CareRole = try row.code()
      return "\(try row.text()) is \(role.words.lowercasedFirst)"
    }
    try add(
      """
      SELECT m.patient_id, v.created_at, w.short_name FROM (\(mine)) m
      JOIN handover_note v ON v.patient_id = m.patient_id AND v.created_at > m.since AND v.entered_in_error = 0
      JOIN staff w ON w.id = v.from_staff WHERE v.created_by <> $2
      """
    ) { "handover note from \(try $0.text())" }
    return found.mapValues { $0.sorted { ($0.at, $0.words) > ($1.at, $1.words) }.map(\.words) }
  }
}
