import CaseModel

/// Live rows against the digests that the audit holds of them: a letter that was flipped on the disk is found.
///
/// The audit holds digests of plans, reviews, assignments, settings, views and imports; of people, their notes and the
/// staff it holds none, and no check here can find a letter flipped in those.
enum RecordChecks {
  static let all =
    PlanChecks.all + CrisisChecks.all + WorkChecks.all + [
      DoctorCheck("records.reviews", "reviews against their digests", content: reviews),
      DoctorCheck("records.consent", "consent against its digests", content: consents),
      DoctorCheck("records.team", "assignments against their digests", content: assignments),
      DoctorCheck("records.settings", "settings against their digests", content: settings),
      DoctorCheck("records.views", "saved views against their digests", content: views),
      DoctorCheck("records.imports", "imports against their digests", content: imports),
    ]

  /// An event of the audit that holds a digest.
  struct Witnessed {
    var staffID: String
    var staffName: String
    var action: AuditAction
    var digest: String
    var purpose: String
  }

  /// The events of one object of a person, oldest first.
  static func events(
    _ object: String, of patient: ID<Patient>, _ connection: any Connection
  ) throws -> [Witnessed] {
    try connection.rows(
      """
      SELECT staff_id, staff_name, action, record_digest, purpose FROM audit_event
      WHERE patient_id = $1 AND object = $2 AND record_digest <> '' ORDER BY seq
      """, [.of(patient), .text(object)], witnessed)
  }

  private static func witnessed(_ row: inout Columns) throws -> Witnessed {
    Witnessed(
      staffID: try row.text(), staffName: try row.text(), action: try row.code(), digest: try row.text(),
      purpose: try row.text())
  }

  /// The newest event of each object that concerns no person, by `object`, or by `object` and who did it.
  private static func newest(
    _ kind: String, byStaff: Bool, _ content: DoctorContent
  ) async throws(Problem) -> [String: Witnessed] {
    try await content.store.reading("The audit was not read.", .doctor) { connection in
      var found = [String: Witnessed]()
      try connection.forEach(
        """
        SELECT object, staff_id, staff_name, action, record_digest, purpose FROM audit_event
        WHERE patient_id IS NULL AND record_digest <> '' AND object >= $1 AND object < $2 ORDER BY seq
        """, [.text(kind + " "), .text(kind + "!")]
      ) { row in
        let object = try row.text()
        let event = try witnessed(&row)
        found[byStaff ? "\(object) \(event.staffID)" : object] = event
        return true
      }
      return found
    }
  }

  // MARK: About people

  private static func reviews(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    try await each("plan_review", content) { id, patient, connection in
      guard let review = try PlanReviews.stored(id, of: patient, connection) else { return "is not there" }
      let events = try events("plan_review \(id)", of: patient, connection)
      guard let made = events.first(where: { $0.action == .create }) else { return "is not in the audit" }
      var kept = review
      kept.doneBy = made.staffName
      guard try PlanReviews.digest(of: kept) == made.digest else { return "is not what was saved" }
      let isVoid =
        try connection.count(
          "SELECT entered_in_error FROM plan_review WHERE patient_id = $1 AND id = $2", [.of(patient), .text(id)]) == 1
      let last = events.last { $0.action != .create }?.digest
      let wanted = last ?? PlanReviews.digest(ofVoid: false, id)
      return PlanReviews.digest(ofVoid: isVoid, id) == wanted ? nil : "was taken back, or put back, past the audit"
    }
  }

  private static func consents(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    try await each("consent", content) { id, patient, connection in
      let events = try events("consent \(id)", of: patient, connection)
      // What came with a file is witnessed as the file is.
      guard let made = events.first(where: { $0.action == .consentChange }) else { return nil }
      let all = try ConsentReading.statements(of: patient, connection)
      guard let kept = all.first(where: { $0.id == id }) else { return "is not there" }
      let digests = [try Consents.digest(id, kept.statement), Consents.olderDigest(id, kept.statement)]
      guard digests.contains(made.digest) else { return "is not what was said" }
      let isVoid = events.contains { $0.action == .void }
      return isVoid == (kept.void != nil) ? nil : "was voided, or is void no more, past the audit"
    }
  }

  private static func assignments(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    try await each("care_team_member", content) { id, patient, connection in
      guard let made = try events("care_team_member \(id)", of: patient, connection).first else { return nil }
      let digest = try connection.first(
        "SELECT role, staff_id, start_at FROM care_team_member WHERE patient_id = $1 AND id = $2",
        [.of(patient), .text(id)]
      ) { CareTeam.digest(id, role: try $0.text(), staff: try $0.text(), from: try $0.text()) }
      return digest == made.digest ? nil : "is not what was saved"
    }
  }

  /// Walks over a table whose key is `(patient_id, id)`.
  static func each(
    _ table: String, _ content: DoctorContent,
    _ fault: @escaping @Sendable (String, ID<Patient>, any Connection) throws -> String?
  ) async throws(Problem) -> [Symptom] {
    var symptoms = [Symptom]()
    var last = (patient: "", id: "")
    while true {
      let start = last
      let part = try await content.store.reading("The records were not read.", .doctor) { connection in
        try connection.rows(
          """
          SELECT patient_id, id FROM \(table) WHERE (patient_id, id) > ($1, $2) ORDER BY patient_id, id LIMIT $3
          """, [.text(start.patient), .text(start.id), .of(DoctorContent.part)]
        ) { (patient: try $0.text(), id: try $0.text()) }
        .map { (patient: $0.patient, id: $0.id, fault: try fault($0.id, ID($0.patient), connection)) }
      }
      symptoms += part.compactMap { row in row.fault.map { .fault("\(table) \(row.id) \($0)") } }
      guard part.count == DoctorContent.part, let end = part.last else { return symptoms }
      last = (end.patient, end.id)
    }
  }

  // MARK: About the store

  private static func settings(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let audited = try await newest("setting", byStaff: false, content)
    return try await content.store.settings().compactMap { setting in
      let isSaved: Bool
      if let event = audited["setting \(setting.key)"] {
        isSaved = event.digest == Settings.digest(setting.key, setting.value)
      } else {
        isSaved = setting.rowVersion == 1 && isDefault(setting)
      }
      return isSaved ? nil : .fault("the setting \(setting.key) is not what was saved")
    }
  }

  /// What nobody has ever changed is as the schema's own text made it.
  private static func isDefault(_ setting: Setting) -> Bool {
    Migrations.all.contains { step in
      step.statements.contains { $0.contains("('\(setting.key)', '\(setting.value)', ") }
    }
  }

  private static func views(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let audited = try await newest("saved_view", byStaff: true, content)
    let views = try await content.store.reading("The views were not read.", .doctor) { connection in
      try connection.rows(
        "SELECT id, name, filter, sort_order, descending, columns, staff_id FROM saved_view"
      ) { (view: try SavedViews.read(&$0), staff: try $0.text()) }
      .map { (id: $0.view.id, staff: $0.staff, digest: try SavedViews.digest(of: $0.view)) }
    }
    return views.filter { audited["saved_view \($0.id) \($0.staff)"]?.digest != $0.digest }.map {
      .fault("saved_view \($0.id) is not what was saved")
    }
  }

  private static func imports(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let audited = try await newest("import_file", byStaff: false, content)
    let files = try await content.store.reading("The imports were not read.", .doctor) { connection in
      try connection.rows("SELECT id, kind, fingerprint, file_name FROM import_file") {
        (id: try $0.text(), kind: try $0.text(), file: try $0.text(), name: try $0.text())
      }
    }
    return files.compactMap { file in
      let fault = Symptom.fault("import_file \(file.id) is not what was saved")
      guard let event = audited["import_file \(file.id)"] else { return fault }
      // The counts stand at the end of the words.
      let counts = String(event.purpose.dropFirst("\(file.kind) from \(file.name), ".count))
      let digest = Fingerprint.ofImport(file.id, kind: file.kind, file: file.file, name: file.name, counts: counts)
      return digest == event.digest ? nil : fault
    }
  }
}
