import CaseModel

/// Reading what a person decided about their care and their record.
enum ConsentReading {
  static func record(_ id: ID<Patient>, _ connection: any Connection) throws -> ConsentRecord? {
    guard let patient = try PersonReading.identity(id, connection) else { return nil }
    return ConsentRecord(
      patient: patient, enrolment: try Enrolments.current(of: id, connection)?.status,
      statements: try statements(of: id, connection), restrictions: try Objections.all(of: id, connection),
      overrides: try Overrides.all(of: id, connection),
      openTasks: try connection.count(
        "SELECT count(*) FROM consent_task WHERE patient_id = $1 AND decision IS NULL AND entered_in_error = 0",
        [.of(id)]))
  }

  static func statements(of id: ID<Patient>, _ connection: any Connection) throws -> [RecordedStatement] {
    try connection.rows(
      """
      SELECT c.id, c.subject, c.decision, c.basis, c.given_by_kind, c.given_by_name, c.at, c.valid_from, c.valid_to,
        c.scope_text, c.evidence_location, c.capacity_state, c.capacity_at_time, c.reason_not_obtained,
        c.do_not_ask_before, t.name, o.name, x.name, v.created_at, v.reason
      FROM consent c LEFT JOIN staff t ON t.id = c.taken_by
      LEFT JOIN organisation o ON o.ods_code = c.organisation_code
      LEFT JOIN consent_void v ON v.patient_id = c.patient_id AND v.consent_id = c.id
      LEFT JOIN staff x ON x.id = v.created_by
      WHERE c.patient_id = $1 ORDER BY c.at DESC, c.id DESC
      """, [.of(id)]
    ) { row in
      let id = try row.text()
      let (subject, decision) = (try row.code() as ConsentSubject, try row.code() as ConsentDecision)
      let (basis, giver) = (try row.code() as ConsentBasis, try row.codeOrNil() as ConsentGiver?)
      let statement = ConsentStatement(
        subject: subject, decision: decision, basis: basis, givenBy: giver ?? .person, givenByName: row.textOrNil(),
        at: try row.day(), validFrom: try row.dayOrNil(), validTo: try row.dayOrNil(), scope: row.textOrNil(),
        evidence: row.textOrNil(), capacityState: try row.codeOrNil(), capacity: row.textOrNil(),
        reasonNotObtained: row.textOrNil(), doNotAskBefore: try row.dayOrNil())
      var found = RecordedStatement(
        id: id, statement: statement, takenBy: row.textOrNil(), organisation: row.textOrNil())
      let (who, when, why) = (row.textOrNil(), try row.momentOrNil(), row.textOrNil())
      if let who, let when, let why { found.void = .init(by: who, at: when, reason: why) }
      return found
    }
  }

  /// Decisions in somebody's best interests that count and fall due by a day, of people whom the reader looks after.
  static func reviews(
    dueBy day: Day, for facts: AccessFacts, _ connection: any Connection
  ) throws -> [BestInterestsReview] {
    let found = try connection.rows(
      """
      SELECT c.patient_id, p.family_name, p.given_names, p.title, p.preferred_name, p.nhs_number, c.subject, c.at,
        c.valid_to, c.given_by_name
      FROM consent c JOIN patient p ON p.id = c.patient_id
      WHERE c.basis = 'best_interests' AND c.valid_to <= $1 AND p.entered_in_error = 0 AND p.death_date IS NULL
      AND \(Consents.counts("c"))
      AND NOT EXISTS (SELECT 1 FROM consent n WHERE n.patient_id = c.patient_id AND n.subject = c.subject
        AND (n.at > c.at OR n.at = c.at AND n.id > c.id) AND \(Consents.counts("n")))
      ORDER BY c.valid_to, c.patient_id, c.subject LIMIT 1000
      """, [.of(day)]
    ) { row in
      let patient: ID<Patient> = try row.id()
      let name = PersonName(
        family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
      return BestInterestsReview(
        patient: patient, patientName: name, nhsNumber: row.textOrNil().flatMap { NHSNumber(stored: $0) },
        subject: try row.code(), decidedOn: try row.day(), due: try row.day(), decidedBy: row.textOrNil() ?? "")
    }
    return try found.filter { review in
      guard let about = try PatientFacts.of(review.patient, for: facts, connection) else { return false }
      if case .allow = Access.decide(facts.actor, .recordConsent, about) { return !about.objects }
      return false
    }
  }
}
