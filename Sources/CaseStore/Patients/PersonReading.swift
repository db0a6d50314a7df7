import CaseModel

/// Reading the single view of one person.
enum PersonReading {
  static func record(_ id: ID<Patient>, today: Day, _ connection: any Connection) throws -> PersonRecord {
    guard let patient = try patient(id, today: today, connection) else {
      throw Problem(
        "The record was not opened.", because: "There is no such person in this store.", try: "Go back to the list.",
        kind: .notFound)
    }
    var record = PersonRecord(patient: patient)
    record.addresses = try addresses(of: id, connection)
    record.telecoms = try telecoms(of: id, connection)
    record.enrolments = try enrolments(of: id, connection)
    record.consents = try consents(of: id, connection)
    record.scores = try scores(of: id, connection)
    record.team = try CareTeam.current(of: id, connection)
    record.linkWorker = try AssignmentRows.linkWorker(for: id, on: today, connection)
    record.handover = try HandoverNotes.all(of: id, connection).first
    record.plan = try plan(of: id, connection)
    record.crisis = try CrisisReading.header(of: id, connection)
    record.partners = try PartnerReading.all(of: id, practice: patient.practiceCode, connection)
    record.timeline = try Timeline.entries(of: id, connection)
    record.unknownColumns = try connection.rows(
      "SELECT name, value FROM unknown_column WHERE patient_id = $1 ORDER BY position, name", [.of(id)]
    ) { PersonRecord.UnknownColumn(name: try $0.text(), value: try $0.text()) }
    record.dataQuality = try DataQuality.words(for: id, today: today, connection)
    record.hasSimilar =
      try connection.count("SELECT has_similar FROM caseload_entry WHERE patient_id = $1", [.of(id)]) > 0
    return record
  }

  /// The day that the store was last written: what a reload counts days from, since it carries no clock.
  static func lastDay(_ connection: any Connection) throws -> Day {
    let at = try connection.first("SELECT at FROM audit_head WHERE one = 1") { try $0.moment() }
    guard let at else { throw StoreFault(.damaged, "the audit has no head") }
    return at.day
  }

  /// Who somebody is, and nothing else (R-IG-01).
  static func identity(_ id: ID<Patient>, _ connection: any Connection) throws -> Patient? {
    try connection.first(
      """
      SELECT family_name, given_names, title, preferred_name, birth_date, stated_gender, nhs_number, death_date
      FROM patient WHERE id = $1 AND entered_in_error = 0
      """, [.of(id)]
    ) { row in
      let name = PersonName(
        family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
      var patient = Patient(id: id, version: 1, name: name, born: try row.day())
      patient.gender = try row.codeOrNil()
      patient.nhsNumber = row.textOrNil().flatMap { NHSNumber(stored: $0) }
      patient.died = try row.dayOrNil()
      return patient
    }
  }

  static func patient(_ id: ID<Patient>, today: Day, _ connection: any Connection) throws -> Patient? {
    try connection.first(
      """
      SELECT p.id, p.row_version, p.family_name, p.given_names, p.title, p.preferred_name, p.birth_date, p.nhs_number,
        p.nhs_unavailable_reason, p.nhs_verification, p.native_name, p.birth_date_estimated, p.death_date,
        p.stated_gender, p.ethnic_category, p.language, p.interpreter_required, p.lives_alone, rp.practice_code,
        g.name, n.name, l.name, p.known_allergies, p.long_term_conditions, p.restricted, p.note
      FROM patient p
      LEFT JOIN registered_practice rp ON rp.patient_id = p.id AND rp.end_on IS NULL AND rp.entered_in_error = 0
      LEFT JOIN organisation g ON g.ods_code = rp.practice_code
      LEFT JOIN practice_link pl ON pl.practice_code = rp.practice_code AND pl.id = (
        SELECT x.id FROM practice_link x WHERE x.practice_code = rp.practice_code AND x.entered_in_error = 0
        AND COALESCE(x.start_on, '') <= $1 AND COALESCE(x.end_on, '9999-12-31') > $1
        ORDER BY COALESCE(x.start_on, '') DESC, x.id DESC LIMIT 1)
      LEFT JOIN locality l ON l.id = pl.locality_id
      LEFT JOIN network n ON n.id = pl.network_id
      WHERE p.id = $2
      """, [.of(today), .of(id)]
    ) { row in
      var patient = Patient(
        id: try row.id(), version: try row.int(),
        name: PersonName(
          family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil()),
        born: try row.day())
      if let number = row.textOrNil() {
        guard let read = NHSNumber(stored: number) else {
          throw StoreFault(.damaged, "an NHS number in the store does not hold together")
        }
        patient.nhsNumber = read
      }
      patient.nhsUnavailableReason = try row.codeOrNil()
      patient.nhsVerification = row.textOrNil()
      patient.nativeName = row.textOrNil()
      patient.bornEstimated = try row.flag()
      patient.died = try row.dayOrNil()
      patient.gender = try row.codeOrNil()
      patient.ethnicCategory = try row.codeOrNil()
      patient.language = row.textOrNil()
      patient.interpreterRequired = row.flagOrNil()
      patient.livesAlone = row.flagOrNil()
      patient.practiceCode = row.textOrNil()
      patient.practiceName = row.textOrNil()
      patient.network = row.textOrNil()
      patient.locality = row.textOrNil()
      patient.knownAllergies = row.textOrNil()
      patient.longTermConditions = (row.textOrNil() ?? "").split(separator: "\n").map(String.init)
      patient.restricted = try row.flag()
      patient.note = row.textOrNil()
      return patient
    }
  }

  static func addresses(of id: ID<Patient>, _ connection: any Connection) throws -> [Address] {
    try connection.rows(
      """
      SELECT kind, line1, line2, line3, line4, line5, postcode FROM patient_address
      WHERE patient_id = $1 AND entered_in_error = 0 AND end_on IS NULL ORDER BY kind = 'home' DESC, id
      """, [.of(id)]
    ) { row in
      Address(kind: try row.text(), lines: (0..<5).compactMap { _ in row.textOrNil() }, postcode: try row.text())
    }
  }

  static func telecoms(of id: ID<Patient>, _ connection: any Connection) throws -> [Telecom] {
    try connection.rows(
      """
      SELECT number, use, rank, safe_to_leave_message FROM patient_telecom
      WHERE patient_id = $1 AND entered_in_error = 0 ORDER BY rank, id
      """, [.of(id)]
    ) { row in
      Telecom(number: try row.text(), use: try row.text(), rank: try row.int(), safeToLeaveMessage: row.flagOrNil())
    }
  }

  private static func enrolments(of id: ID<Patient>, _ connection: any Connection) throws -> [Enrolment] {
    try connection.rows(
      """
      SELECT status, route, identified_on, enrolled_on, ended_on, end_reason, practice_at_enrolment FROM enrolment
      WHERE patient_id = $1 AND entered_in_error = 0 ORDER BY id DESC
      """, [.of(id)]
    ) { row in
      Enrolment(
        status: try row.code(), route: try row.codeOrNil(), identifiedOn: try row.dayOrNil(),
        enrolledOn: try row.dayOrNil(), endedOn: try row.dayOrNil(), endReason: row.textOrNil(),
        practiceAtEnrolment: row.textOrNil())
    }
  }

  private static func consents(of id: ID<Patient>, _ connection: any Connection) throws -> [Consent] {
    try connection.rows(
      """
      SELECT subject, basis, decision, given_by_name, at FROM consent c WHERE c.patient_id = $1 AND \(Consents.counts("c"))
      ORDER BY at DESC, id DESC
      """, [.of(id)]
    ) { row in
      Consent(
        subject: try row.text(), basis: try row.code(), decision: try row.text(), givenByName: row.textOrNil(),
        at: try row.day())
    }
  }

  private static func scores(of id: ID<Patient>, _ connection: any Connection) throws -> [RiskScore] {
    try connection.rows(
      """
      SELECT model, model_version, run_on, value, unit, percentile, population_size FROM risk_score
      WHERE patient_id = $1 ORDER BY run_on DESC, id DESC
      """, [.of(id)]
    ) { row in
      RiskScore(
        model: try row.text(), modelVersion: row.textOrNil(), runOn: try row.day(), value: try row.real(),
        unit: try row.code(), percentile: row.realOrNil(), populationSize: row.intOrNil())
    }
  }

  private static func plan(of id: ID<Patient>, _ connection: any Connection) throws -> PersonRecord.PlanHeader? {
    guard let head = try PlanReading.head(of: id, connection) else { return nil }
    let items = try PlanItemRows(planID: head.id, connection: connection).items([.plan, .goal])
    let header = items.first { $0.kind == .plan }
    let goals = items.filter {
      $0.kind == .goal && !["cancelled", "rejected", "entered-in-error"].contains($0[.status])
    }
    let owner = try header?[.reviewOwner].flatMap { try StaffRows.one(ID($0), connection)?.shortName }
    let reviewed = try connection.first(
      "SELECT max(done_on) FROM plan_review WHERE plan_id = $1 AND patient_id = $2 AND entered_in_error = 0",
      [.of(head.id), .of(id)]
    ) { try $0.dayOrNil() }
    return PersonRecord.PlanHeader(
      status: head.status, versionNumber: head.versionNumber, nextReview: header?.day(.nextReview), reviewOwner: owner,
      agreedOn: header?.day(.agreedOn), lastReviewed: reviewed ?? nil, offer: header?[.offer],
      declineReason: header?[.declineReason], goalCount: goals.count,
      improvingGoalCount: goals.count { $0[.achievement] == "improving" })
  }
}
