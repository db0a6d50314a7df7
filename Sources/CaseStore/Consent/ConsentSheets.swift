public import CaseModel

extension CaseStore {
  /// What somebody has agreed to, for that person: a page to be handed over or read aloud. That it was made is in the
  /// audit: as printed, or as exported where it goes into a file.
  ///
  /// - Throws: as `consent`.
  public func consentSheet(of patient: ID<Patient>, isFile: Bool, by: Writing) async throws(Problem) -> ConsentSheet {
    let what = "No sheet was made."
    if !isReadOnly {
      try await writing(what, .action(.recordConsent, of: patient), by) { change in
        try Consents.expectNoObjection(patient, change.permit, change.connection)
        try change.audit(
          isFile ? .export : .print, "consent_sheet \(patient)", patient: patient, purpose: "the person's own sheet")
      }
    }
    return try await permitted(what, .action(.recordConsent, of: patient)) { connection, permit in
      try Consents.expectNoObjection(patient, permit, connection)
      guard let record = try ConsentReading.record(patient, connection) else {
        throw AccessDenial.concealed.problem(what, .recordConsent)
      }
      let parties = try ConsentSheets.parties(on: by.at.day, connection)
      let staff = by.actor.staff
      return ConsentSheet(
        record: record, organisations: parties.filter { $0.kind != .gpPractice }.map(\.name),
        practices: parties.count { $0.kind == .gpPractice },
        practice: try ConsentSheets.practice(of: patient, connection),
        contacts: try ConsentSheets.contacts(of: patient, connection), madeAt: by.at,
        madeBy: "\(staff.name), \(staff.role.words.lowercasedFirst)")
    }
  }
}

enum ConsentSheets {
  struct Party: Hashable {
    var name: String
    var kind: OrganisationKind?
  }

  /// Who is party to an agreement that is in force and shares who people are.
  static func parties(on day: Day, _ connection: any Connection) throws -> [Party] {
    try connection.rows(
      """
      SELECT DISTINCT o.name, o.kind FROM sharing_agreement_party t
      JOIN sharing_agreement a ON a.id = t.agreement_id AND a.entered_in_error = 0
      JOIN sharing_agreement_category c ON c.agreement_id = a.id AND c.category = 'identity'
      JOIN organisation o ON o.ods_code = t.organisation_code
      WHERE t.entered_in_error = 0 AND t.signed_on <= $1 AND COALESCE(t.left_on, '9999-12-31') >= $1
      AND a.starts_on <= $1 AND a.ends_on >= $1 ORDER BY o.name, o.kind
      """, [.of(day)]
    ) { Party(name: try $0.text(), kind: try $0.codeOrNil()) }
  }

  static func practice(of patient: ID<Patient>, _ connection: any Connection) throws -> String? {
    try connection.first(
      """
      SELECT o.name FROM registered_practice r JOIN organisation o ON o.ods_code = r.practice_code
      WHERE r.patient_id = $1 AND r.end_on IS NULL AND r.entered_in_error = 0
      """, [.of(patient)]
    ) { try $0.text() }
  }

  /// Those of the team whom one asks first.
  static func contacts(of patient: ID<Patient>, _ connection: any Connection) throws -> [ConsentSheet.Contact] {
    let order = ["care_coordinator", "care_navigator", "named_social_worker", "key_worker", "accountable_gp"]
    let team = try CareTeam.current(of: patient, connection)
    return order.compactMap { role in
      team.first { $0.role == role }.map {
        ConsentSheet.Contact(name: $0.name, role: $0.roleWords.lowercasedFirst, phone: $0.phone)
      }
    }
  }
}
