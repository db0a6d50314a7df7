import CaseModel

/// Somebody's enrolment as the tables have it.
enum EnrolmentReading {
  /// Nil where there is no such person.
  static func file(_ patient: ID<Patient>, _ connection: any Connection) throws -> EnrolmentFile? {
    let found = try connection.first(
      """
      SELECT p.family_name, p.given_names, p.title, p.preferred_name, p.nhs_number, p.death_date, d.place, e.status,
        e.enrolled_on, k.do_not_ask_before
      FROM patient p
      LEFT JOIN death d ON d.patient_id = p.id AND d.entered_in_error = 0
      LEFT JOIN enrolment e ON e.patient_id = p.id AND e.entered_in_error = 0 AND e.id = (
        SELECT max(x.id) FROM enrolment x WHERE x.patient_id = p.id AND x.entered_in_error = 0)
      LEFT JOIN consent k ON k.patient_id = p.id AND k.id = (
        SELECT c.id FROM consent c WHERE c.patient_id = p.id AND c.subject = 'enrolment' AND \(Consents.counts("c"))
        ORDER BY c.at DESC, c.id DESC LIMIT 1)
      WHERE p.id = $1 AND p.entered_in_error = 0
      """, [.of(patient)]
    ) { row in
      EnrolmentFile(
        patient: patient,
        name: PersonName(
          family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil()),
        nhsNumber: row.textOrNil().flatMap { NHSNumber(stored: $0) }, status: nil, enrolledOn: nil,
        doNotAskBefore: nil, died: try row.dayOrNil(), placeOfDeath: try row.codeOrNil(), events: [],
        registrations: []
      ).with(status: try row.codeOrNil(), enrolledOn: try row.dayOrNil(), doNotAskBefore: try row.dayOrNil())
    }
    guard var file = found else { return nil }
    file.events = try connection.rows(
      """
      SELECT v.id, v.status_from, v.status_to, v.happened_on, v.reason, s.name, v.created_at
      FROM enrolment_event v JOIN staff s ON s.id = v.created_by
      WHERE v.patient_id = $1 AND v.entered_in_error = 0 ORDER BY v.id DESC LIMIT 200
      """, [.of(patient)]
    ) { row in
      EnrolmentEvent(
        id: try row.text(), from: try row.codeOrNil(), to: try row.code(), on: try row.day(), reason: try row.text(),
        by: try row.text(), at: try row.moment())
    }
    file.registrations = try connection.rows(
      """
      SELECT r.practice_code, o.name, r.start_on, r.end_on FROM registered_practice r
      JOIN organisation o ON o.ods_code = r.practice_code
      WHERE r.patient_id = $1 AND r.entered_in_error = 0 ORDER BY COALESCE(r.end_on, '9999'), r.id
      """, [.of(patient)]
    ) { row in
      Registration(
        practiceCode: try row.text(), practiceName: try row.text(), from: try row.dayOrNil(), to: try row.dayOrNil())
    }.reversed()
    return file
  }
}

extension EnrolmentFile {
  fileprivate func with(status: EnrolmentStatus?, enrolledOn: Day?, doNotAskBefore: Day?) -> EnrolmentFile {
    var file = self
    (file.status, file.enrolledOn, file.doNotAskBefore) = (status, enrolledOn, doNotAskBefore)
    return file
  }
}
