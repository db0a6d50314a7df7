import CaseModel

/// What whoever allocates sees (R-SW-01): who waits, who could take them, how the localities stand.
enum AllocationReading {
  static func board(locality: String?, _ facts: AccessFacts, _ connection: any Connection) throws -> AllocationBoard {
    let day = facts.day
    let workers = try Capacities.workers(on: day, connection)
    let holidays = try TeamRules.holidays(connection)
    let waiting = try waiting(facts, workers, connection)
    return AllocationBoard(
      waiting: waiting.filter { locality == nil || $0.locality == locality },
      workers: workers.filter { locality == nil || $0.locality == locality || $0.locality == nil },
      localities: try localities(workers, waiting, holidays, on: day, connection),
      bands: try Capacities.bands(connection), holidays: holidays)
  }

  private static func waiting(
    _ facts: AccessFacts, _ workers: [SocialWorker], _ connection: any Connection
  ) throws -> [WaitingPerson] {
    let target = Double(try Settings.whole("risk.target_percentile", or: 80, connection))
    let proposals = try proposals(connection)
    let found = try connection.rows(
      """
      SELECT r.patient_id, r.id, r.asked_at, r.source, r.reason, e.family_name, e.given_names, e.title,
        e.preferred_name, e.born_key, e.nhs_key, e.has_similar, e.practice_key, e.locality, e.percentile, p.language
      FROM allocation_request r JOIN caseload_entry e ON e.patient_id = r.patient_id
      JOIN patient p ON p.id = r.patient_id
      WHERE r.role = 'named_social_worker' AND r.closed_at IS NULL AND r.entered_in_error = 0 AND e.died IS NULL
      ORDER BY r.asked_at, r.patient_id LIMIT 2000
      """
    ) { row in
      let patient: ID<Patient> = try row.id()
      let request = AllocationRequest(
        id: try row.text(), role: .namedSocialWorker, since: try row.moment(), source: try row.code(),
        reason: row.textOrNil())
      let name = PersonName(
        family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
      var person = WaitingPerson(
        id: patient, name: name, born: try row.day(), nhsNumber: NHSNumber(stored: try row.text()),
        hasSimilar: try row.flag(), request: request)
      person.practice = try row.text()
      person.locality = row.textOrNil()
      person.isHighRisk = try row.real() >= target
      person.language = row.textOrNil()
      return person
    }
    return try found.compactMap { found in
      guard try isShown(found.id, facts, connection) else { return nil }
      var person = found
      person.weight = try CaseWeights.suggested(person.id, on: facts.day, connection)
      person.proposal = proposals[person.id]
      person.knownTo = try knownTo(person.id, connection)
      person.samePractice = try samePractice(person.practice ?? "~", connection)
      return person
    }
  }

  static func isShown(_ patient: ID<Patient>, _ facts: AccessFacts, _ connection: any Connection) throws -> Bool {
    guard let about = try PatientFacts.of(patient, for: facts, connection) else { return false }
    if case .allow = Access.decide(facts.actor, .openRecord, about) { return true }
    return false
  }

  private static func proposals(_ connection: any Connection) throws -> [ID<Patient>: AllocationProposal] {
    let found = try connection.rows(
      """
      SELECT r.patient_id, r.id, r.staff_id, s.name, r.reason, r.weight_code, b.name, r.created_at
      FROM allocation_proposal r JOIN staff s ON s.id = r.staff_id JOIN staff b ON b.id = r.created_by
      WHERE r.state = 'open' AND r.entered_in_error = 0 AND r.role = 'named_social_worker'
      """
    ) { row in
      (
        try row.id() as ID<Patient>,
        AllocationProposal(
          id: try row.text(), staff: try row.id(), staffName: try row.text(), reason: row.textOrNil(),
          weight: row.textOrNil().flatMap { CaseWeight(code: $0) } ?? CaseWeight(base: .medium), by: try row.text(),
          at: try row.moment())
      )
    }
    return Dictionary(found) { first, _ in first }
  }

  /// R-SW-01: whoever had the person before, and whoever holds somebody of the same household. Of these no name is said.
  private static func knownTo(
    _ patient: ID<Patient>, _ connection: any Connection
  ) throws -> [ID<StaffMember>: String] {
    var known = [ID<StaffMember>: String]()
    try connection.forEach(
      """
      SELECT t.staff_id, t.role, max(t.end_at) FROM care_team_member t
      WHERE t.patient_id = $1 AND t.entered_in_error = 0 AND t.end_at IS NOT NULL AND t.accepted_at IS NOT NULL
        AND t.declined_at IS NULL GROUP BY t.staff_id, t.role ORDER BY max(t.end_at)
      """, [.of(patient)]
    ) { row in
      let (staff, role): (ID<StaffMember>, CareRole) = (try row.id(), try row.code())
      known[staff] = "was their \(role.words.lowercasedFirst) until \(try row.moment().day.short)"
      return true
    }
    try connection.forEach(
      """
      SELECT t.staff_id, t.role, min(t.start_at) FROM care_team_member t
      WHERE t.patient_id = $1 AND t.entered_in_error = 0 AND t.end_at IS NULL GROUP BY t.staff_id, t.role
      """, [.of(patient)]
    ) { row in
      let (staff, role): (ID<StaffMember>, CareRole) = (try row.id(), try row.code())
      known[staff] = "is their \(role.words.lowercasedFirst) since \(try row.moment().day.short)"
      return true
    }
    try connection.forEach(
      """
      SELECT DISTINCT t.staff_id FROM patient_address a
      JOIN patient_address b ON b.postcode_key = a.postcode_key AND b.line1 = a.line1
        AND COALESCE(b.line2, '') = COALESCE(a.line2, '') AND b.patient_id <> a.patient_id
      JOIN care_team_member t ON t.patient_id = b.patient_id AND t.role = 'named_social_worker' AND t.end_at IS NULL
        AND t.entered_in_error = 0
      WHERE a.patient_id = $1 AND a.kind = 'home' AND b.kind = 'home' AND a.entered_in_error = 0
        AND b.entered_in_error = 0 AND a.end_on IS NULL AND b.end_on IS NULL
      """, [.of(patient)]
    ) { row in
      known[try row.id()] = "knows household: holds somebody at the same address"
      return true
    }
    return known
  }

  private static func samePractice(
    _ practice: String, _ connection: any Connection
  ) throws -> [ID<StaffMember>: Int] {
    let found = try connection.rows(
      """
      SELECT e.sw_staff_id, count(*) FROM caseload_entry e
      WHERE e.practice_key = $1 AND e.sw_staff_id IS NOT NULL AND e.died IS NULL GROUP BY e.sw_staff_id
      """, [.text(practice)]
    ) { (try $0.id() as ID<StaffMember>, try $0.int()) }
    return Dictionary(found) { first, _ in first }
  }

  /// Every locality that a practice belongs to today.
  static func localities(
    _ workers: [SocialWorker], _ waiting: [WaitingPerson], _ holidays: Set<Day>, on day: Day,
    _ connection: any Connection
  ) throws -> [LocalityStanding] {
    let names = try connection.rows(
      """
      SELECT DISTINCT l.name FROM practice_link k JOIN locality l ON l.id = k.locality_id
      WHERE k.entered_in_error = 0 AND l.entered_in_error = 0 AND COALESCE(k.start_on, '') <= $1
        AND COALESCE(k.end_on, '9999-12-31') > $1 ORDER BY l.name
      """, [.of(day)]
    ) { try $0.text() }
    return names.map { name in
      let here = workers.filter { $0.locality == name }
      let of = waiting.filter { $0.locality == name }
      return LocalityStanding(
        name: name, workers: here.count, present: here.count { !$0.isAway },
        back: here.filter(\.isAway).compactMap { $0.load.capacity.awayUntil }.min(), waiting: of.count,
        urgent: of.count { $0.isUrgent(on: day, holidays: holidays) })
    }
  }
}
