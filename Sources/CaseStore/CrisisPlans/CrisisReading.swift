import CaseModel

/// Reading crisis plans: drafts, signed versions, and what belongs to them.
enum CrisisReading {
  private static let select = """
    SELECT p.id, p.patient_id, p.version_no, p.grade, p.status, p.effective_from, p.clock_from, p.expires_on, p.review_on,
      p.renewals, p.gaps, p.draft, v.snapshot, v.digest, p.row_version, d.name, p.drafted_by, p.updated_at, u.name,
      p.status_reason
    FROM crisis_plan p JOIN staff d ON d.id = p.drafted_by JOIN staff u ON u.id = p.updated_by
    LEFT JOIN crisis_plan_version v ON v.patient_id = p.patient_id AND v.plan_id = p.id
    """

  /// A row whose signed text still fits its hash; anything else is damage and is shown as nothing (I-7).
  private static func read(_ row: inout Columns) throws -> CrisisPlanRecord {
    let (id, patient) = (try row.id() as CrisisPlanRecord.ID, try row.id() as ID<Patient>)
    let number = try row.int()
    let (grade, status): (CrisisGrade, CrisisStatus) = (try row.code(), try row.code())
    let from = try row.momentOrNil()
    let (clockFrom, expires, review) = (try row.dayOrNil(), try row.dayOrNil(), try row.dayOrNil())
    let (renewals, gaps) = (try row.int(), try row.text())
    let (draft, snapshot, digest) = (row.textOrNil(), row.textOrNil(), row.textOrNil())
    let plan: CrisisPlan
    if number == 0, let draft {
      plan = try JSONText.decode(CrisisPlan.self, draft, what: "The draft was not read.")
    } else if let snapshot, let digest, SHA256.hex(snapshot) == digest {
      plan = try JSONText.decode(CrisisVersions.Snapshot.self, snapshot, what: "The version was not read.").plan
    } else {
      throw StoreFault(.damaged, "version \(number) of the crisis plan is not what was signed")
    }
    var clock: CrisisClock?
    if let clockFrom, let expires { clock = CrisisClock(startedOn: clockFrom, expiresOn: expires) }
    return CrisisPlanRecord(
      id: id, patient: patient, versionNumber: number, grade: grade, storedStatus: status, effectiveFrom: from,
      clock: clock, reviewOn: review, renewals: renewals,
      gaps: gaps.split(separator: "\n").compactMap { CrisisField(rawValue: String($0)) }, plan: plan,
      rowVersion: try row.int(), draftedBy: try row.text(), draftedByID: try row.id(), updatedAt: try row.moment(),
      updatedBy: try row.text(), digest: digest, statusReason: row.textOrNil())
  }

  /// What is in force, or has expired.
  static func current(of patient: ID<Patient>, _ connection: any Connection) throws -> CrisisPlanRecord? {
    try connection.first("\(select) WHERE p.patient_id = $1 AND p.status = 'in_force'", [.of(patient)], read)
  }

  static func draft(of patient: ID<Patient>, _ connection: any Connection) throws -> CrisisPlanRecord? {
    try connection.first("\(select) WHERE p.patient_id = $1 AND p.status = 'draft'", [.of(patient)], read)
  }

  static func one(
    _ id: CrisisPlanRecord.ID, of patient: ID<Patient>, _ connection: any Connection
  ) throws -> CrisisPlanRecord? {
    try connection.first("\(select) WHERE p.patient_id = $1 AND p.id = $2", [.of(patient), .of(id)], read)
  }

  static func version(
    _ number: Int, of patient: ID<Patient>, _ connection: any Connection
  ) throws -> CrisisPlanRecord? {
    try connection.first("\(select) WHERE p.patient_id = $1 AND p.version_no = $2", [.of(patient), .of(number)], read)
  }

  /// Newest first.
  static func versions(
    of patient: ID<Patient>, on day: Day, _ connection: any Connection
  ) throws -> [CrisisVersionSummary] {
    try connection.rows(
      """
      SELECT v.number, p.grade, p.status, p.expires_on, v.signed_at, v.signed_by_name, v.signed_by_role, v.digest
      FROM crisis_plan_version v JOIN crisis_plan p ON p.patient_id = v.patient_id AND p.id = v.plan_id
      WHERE v.patient_id = $1 ORDER BY v.number DESC
      """, [.of(patient)]
    ) { row in
      let number = try row.int()
      let (grade, stored): (CrisisGrade, CrisisStatus) = (try row.code(), try row.code())
      let expires = try row.dayOrNil()
      let isExpired = stored == .inForce && grade == .interim && expires.map { day >= $0 } ?? false
      return CrisisVersionSummary(
        number: number, grade: grade, status: isExpired ? .expired : stored, signedAt: try row.moment(),
        signedBy: try row.text(), signedByRole: try row.code(StaffRole.self).words, digest: try row.text())
    }
  }

  /// Newest first.
  static func signOffs(of patient: ID<Patient>, _ connection: any Connection) throws -> [CrisisSignOff] {
    try connection.rows(
      """
      SELECT id, version_no, digest, role, act, name, staff_id, registration_number, at, statement, method
      FROM crisis_plan_signoff WHERE patient_id = $1 ORDER BY at DESC, id DESC
      """, [.of(patient)]
    ) { row in
      CrisisSignOff(
        id: try row.text(), version: try row.int(), digest: try row.text(), role: try row.code(), act: try row.code(),
        name: try row.text(), staffID: row.idOrNil(), registration: row.textOrNil(), at: try row.moment(),
        statement: try row.text(), method: try row.text())
    }
  }

  static func answers(of patient: ID<Patient>, _ connection: any Connection) throws -> [CrisisAnswer] {
    try connection.rows(
      """
      SELECT a.version_no, a.warning, a.reason, s.name, a.at FROM crisis_plan_answer a
      JOIN staff s ON s.id = a.created_by WHERE a.patient_id = $1 ORDER BY a.at DESC, a.id DESC
      """, [.of(patient)]
    ) { row in
      CrisisAnswer(
        version: try row.int(), warning: try row.code(), reason: try row.text(), by: try row.text(),
        at: try row.moment())
    }
  }

  /// Newest first.
  static func uses(of patient: ID<Patient>, _ connection: any Connection) throws -> [CrisisUse] {
    try connection.rows(
      """
      SELECT c.id, c.used_on, c.who_used, c.followed, c.outcome, c.what_to_change, c.version_no, s.name, c.created_at
      FROM crisis_use c JOIN staff s ON s.id = c.created_by
      WHERE c.patient_id = $1 AND c.entered_in_error = 0 ORDER BY c.used_on DESC, c.id DESC
      """, [.of(patient)]
    ) { row in
      CrisisUse(
        id: try row.text(), on: try row.day(), whoUsed: try row.text(), followed: try row.code(),
        outcome: try row.code(), whatToChange: try row.text(), version: try row.int(), recordedBy: try row.text(),
        recordedAt: try row.moment())
    }
  }

  /// By their numbers.
  static func copies(of patient: ID<Patient>, _ connection: any Connection) throws -> [CrisisCopy] {
    try connection.rows(
      """
      SELECT c.number, c.version_no, c.place, c.given_at, g.name, c.recalled_at, r.name, c.recall FROM crisis_copy c
      JOIN staff g ON g.id = c.given_by LEFT JOIN staff r ON r.id = c.recalled_by
      WHERE c.patient_id = $1 AND c.entered_in_error = 0 ORDER BY c.number
      """, [.of(patient)]
    ) { row in
      CrisisCopy(
        number: try row.int(), version: try row.int(), place: try row.text(), givenAt: try row.moment(),
        givenBy: try row.text(), recalledAt: try row.momentOrNil(), recalledBy: row.textOrNil(),
        recall: try row.codeOrNil())
    }
  }

  /// Nil where there is neither a plan in force nor a draft.
  static func header(of patient: ID<Patient>, _ connection: any Connection) throws -> CrisisHeader? {
    var header: CrisisHeader?
    try connection.forEach(
      """
      SELECT status, version_no, grade, effective_from, clock_from, expires_on, review_on FROM crisis_plan
      WHERE patient_id = $1 AND status IN ('in_force', 'draft') ORDER BY status DESC
      """, [.of(patient)]
    ) { row in
      let status: CrisisStatus = try row.code()
      guard status == .inForce else {
        header =
          header
          ?? CrisisHeader(
            versionNumber: 0, grade: .interim, effectiveFrom: nil, clock: nil, reviewOn: nil, hasDraft: true)
        header?.hasDraft = true
        return true
      }
      let (number, grade): (Int, CrisisGrade) = (try row.int(), try row.code())
      let from = try row.momentOrNil()?.day
      let (start, end, review) = (try row.dayOrNil(), try row.dayOrNil(), try row.dayOrNil())
      var clock: CrisisClock?
      if let start, let end { clock = CrisisClock(startedOn: start, expiresOn: end) }
      header = CrisisHeader(
        versionNumber: number, grade: grade, effectiveFrom: from, clock: clock, reviewOn: review, hasDraft: false)
      return true
    }
    return header
  }

  // MARK: The rest of the record

  /// What the 3 a.m. test holds a plan against.
  static func surroundings(
    of patient: ID<Patient>, contacts: [CrisisContact], on day: Day, _ connection: any Connection
  ) throws -> CrisisSurroundings {
    var around = CrisisSurroundings()
    around.lastHospital =
      try connection.first(
        """
        SELECT max(happened_on) FROM patient_event WHERE patient_id = $1 AND entered_in_error = 0
        AND kind IN ('ae_attendance', 'unplanned_admission', 'discharge')
        """, [.of(patient)]
      ) { try $0.dayOrNil() } ?? nil
    // Somebody of the same name who works here still is whom the plan means.
    for name in Set(contacts.map(\.name)).sorted() {
      let found = try connection.rows(
        "SELECT active_to FROM staff WHERE name_key = $1 AND entered_in_error = 0", [.text(folded(name))]
      ) { try $0.dayOrNil() }
      if !found.isEmpty, found.allSatisfy({ $0.map { $0 < day } ?? false }) { around.leavers.append(name) }
    }
    around.recordAllergies =
      try connection.first(
        "SELECT known_allergies FROM patient WHERE id = $1", [.of(patient)]
      ) { $0.textOrNil() } ?? nil
    guard let head = try PlanReading.head(of: patient, connection), head.status.isInForce else { return around }
    let items = try PlanItemRows(planID: head.id, connection: connection).items([.requirement, .personalContact])
    if let requirement = items.first(where: { $0.kind == .requirement }) {
      around.carePlanLanguage = requirement[.language]
      around.carePlanInterpreter = requirement.flag(.interpreterRequired)
    }
    let people = items.filter { $0.kind == .personalContact }
    around.carePlanHasUnpaidCarer = people.isEmpty ? nil : people.contains { $0.flag(.isUnpaidCarer) == true }
    around.carePlanContacts = people.compactMap { person in
      guard let name = person[.name], let phone = person[.contact] else { return nil }
      return CrisisSurroundings.Contact(name: name, phone: phone)
    }
    return around
  }

  static func alerts(of patient: ID<Patient>, on day: Day, _ connection: any Connection) throws -> [String] {
    try connection.rows(
      """
      SELECT text FROM staff_safety_alert WHERE patient_id = $1 AND entered_in_error = 0 AND start_on <= $2
      AND COALESCE(end_on, '9999-12-31') >= $2 ORDER BY start_on, id
      """, [.of(patient), .of(day)]
    ) { try $0.text() }
  }

  /// SHA-256 of a row as it stands, for the audit and the doctor.
  static func digest(of record: CrisisPlanRecord) throws -> String {
    var input = HashInput()
    input.add(record.id.text)
    input.add(record.patient.text)
    input.add(record.versionNumber)
    input.add(record.grade.rawValue)
    input.add(record.storedStatus.rawValue)
    input.add(record.rowVersion)
    input.add(record.renewals)
    for text in [
      record.effectiveFrom?.iso, record.clock?.startedOn.iso, record.clock?.expiresOn.iso, record.reviewOn?.iso,
      record.digest,
    ] { input.add(present: text) }
    input.add(record.gaps.map(\.rawValue).joined(separator: "\n"))
    input.add(try CrisisVersions.text(of: record.plan))
    return SHA256.hex(input.bytes)
  }
}
