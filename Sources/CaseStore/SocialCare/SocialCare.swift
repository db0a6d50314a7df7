import CaseModel

/// Care Act work as rows (handbook 4.3).
enum SocialCare {
  private static let select = """
    SELECT k.id, k.patient_id, k.kind, k.status, k.requested_on, k.target_on, k.completed_on, k.owner_id, o.name,
      k.carer_id, k.carer_name, k.outcome, k.eligible, k.advocate, k.support_reason, k.council_reference, k.updated_at,
      u.name, k.status_reason, k.entered_in_error, k.row_version
    FROM social_care_record k JOIN staff o ON o.id = k.owner_id JOIN staff u ON u.id = k.updated_by
    """

  static func all(of patient: ID<Patient>, withDetail: Bool, _ connection: any Connection) throws -> [SocialCareItem] {
    try connection.rows(
      "\(select) WHERE k.patient_id = $1 ORDER BY k.requested_on DESC, k.id DESC", [.of(patient)]
    ) { row in
      var item = try read(&row)
      if !withDetail { item.detail = nil }
      return item
    }
  }

  private static func read(_ row: inout Columns) throws -> SocialCareItem {
    var item = SocialCareItem(
      id: try row.text(), patient: try row.id(), kind: try row.code(), status: try row.code(),
      requestedOn: try row.day(), targetOn: try row.dayOrNil(), completedOn: try row.dayOrNil(), ownerID: try row.id(),
      owner: try row.text(), carer: row.idOrNil(), carerName: row.textOrNil(),
      detail: .init(
        outcome: row.textOrNil(), eligible: try row.codeOrNil(), advocate: row.textOrNil(),
        supportReason: row.textOrNil(), councilReference: row.textOrNil()),
      changedAt: try row.moment(), changedBy: try row.text())
    let reason = row.textOrNil()
    item.voidReason = try row.flag() ? reason ?? "" : nil
    item.rowVersion = try row.int()
    return item
  }

  /// Whether whoever asks reads outcomes.
  static func readsDetail(_ patient: ID<Patient>, _ permit: Permit, _ connection: any Connection) throws -> Bool {
    let sight = FindingSight(permit: permit, connection: connection)
    if case .allow = try sight.decide(.readSocialCare, patient) { return true }
    return false
  }

  private static func one(
    _ id: String, of patient: ID<Patient>, doing what: String, _ connection: any Connection
  ) throws -> SocialCareItem {
    let found = try connection.first(
      "\(select) WHERE k.patient_id = $1 AND k.id = $2", [.of(patient), .text(id)], read)
    guard let found else {
      throw Problem(what, because: "There is no such piece of work.", try: "Look at the list again.", kind: .notFound)
    }
    guard found.voidReason == nil else { throw Referrals.alreadyVoid(what) }
    return found
  }

  static func record(
    _ request: SocialCareRequest, of patient: ID<Patient>, doing what: String, in change: Change
  ) throws -> String {
    if let fault = request.faults(today: change.at.day).first {
      throw Problem(what, because: fault, try: "Put it right, then record it again.", kind: .badData)
    }
    try CareEntries.expectWorksHere(request.owner, doing: what, in: change)
    var carerName: String?
    if let carer = request.carer {
      carerName = try Carers.name(of: carer, patient, change.connection)
      guard carerName != nil else {
        throw Problem(
          what, because: "The plan has no such contact.", try: "Add the carer to the plan's contacts first.",
          kind: .notFound)
      }
    }
    let id = change.by.newID()
    let detail = request.detail
    try change.insert(
      "social_care_record",
      [
        ("patient_id", .of(patient)), ("id", .text(id)), ("kind", .of(request.kind)),
        ("status", .of(SocialCareItem.Status.requested)), ("requested_on", .of(request.requestedOn)),
        ("target_on", .of(request.targetOn)), ("owner_id", .of(request.owner)), ("outcome", .of(detail.outcome.kept)),
        ("eligible", .of(detail.eligible)), ("advocate", .of(detail.advocate.kept)),
        ("support_reason", .of(detail.supportReason.kept)), ("council_reference", .of(detail.councilReference.kept)),
        ("carer_id", .of(request.carer)), ("carer_name", .of(carerName)),
      ])
    try change.audit(
      .create, "social_care_record \(id)", patient: patient, after: 1, purpose: request.kind.words,
      digest: SHA256.hex("\(id) \(request.kind.rawValue) requested"))
    return id
  }

  static func move(
    _ id: String, of patient: ID<Patient>, to status: SocialCareItem.Status, _ detail: SocialCareItem.Detail?,
    basedOn version: Int, doing what: String, in change: Change
  ) throws {
    let item = try one(id, of: patient, doing: what, change.connection)
    guard item.rowVersion == version else {
      throw Problem(
        what, because: "\(item.changedBy) changed it on \(item.changedAt.short).", try: "Look at it again first.",
        kind: .conflict)
    }
    guard item.status.next.contains(status) else {
      throw Problem(
        what, because: "What is \(item.status.words.lowercasedFirst) does not become \(status.words.lowercasedFirst).",
        try: item.status.next.isEmpty
          ? "Ask for it anew."
          : "It may become \(item.status.next.map(\.words.lowercasedFirst).joined(separator: ", ")).",
        kind: .badData)
    }
    if let fault = detail?.faults.first {
      throw Problem(what, because: fault, try: "Put it right, then save again.", kind: .badData)
    }
    // Whoever may not read an outcome writes none over it.
    let reads = try readsDetail(patient, change.permit, change.connection)
    let new = reads ? detail ?? item.detail : item.detail
    guard status != .completed || new?.outcome.kept != nil else {
      throw Problem(
        what, because: "What is completed says what came of it (4.3).",
        try: reads ? "Write the outcome." : "Have whoever did the work complete it.", kind: .badData)
    }
    try change.connection.run(
      """
      UPDATE social_care_record SET status = $1, completed_on = $2, outcome = $3, eligible = $4, advocate = $5,
      support_reason = $6, council_reference = $7, updated_at = $8, updated_by = $9, row_version = row_version + 1
      WHERE patient_id = $10 AND id = $11
      """,
      [
        .of(status), status == .completed ? .of(change.at.day) : .of(item.completedOn), .of(new?.outcome.kept),
        .of(new?.eligible), .of(new?.advocate.kept), .of(new?.supportReason.kept), .of(new?.councilReference.kept),
        .of(change.at), .text(change.staffID), .of(patient), .text(id),
      ])
    try change.audit(
      .update, "social_care_record \(id)", patient: patient, before: version, after: version + 1,
      purpose: "\(item.kind.words): \(status.words.lowercasedFirst)", digest: SHA256.hex("\(id) \(status.rawValue)"))
  }

  static func void(
    _ id: String, of patient: ID<Patient>, reason: String, doing what: String, in change: Change
  ) throws {
    let item = try one(id, of: patient, doing: what, change.connection)
    try change.connection.run(
      """
      UPDATE social_care_record SET entered_in_error = 1, status_reason = $1, updated_at = $2, updated_by = $3,
      row_version = row_version + 1 WHERE patient_id = $4 AND id = $5
      """, [.text(reason), .of(change.at), .text(change.staffID), .of(patient), .text(id)])
    try change.audit(
      .void, "social_care_record \(id)", patient: patient, before: item.rowVersion, after: item.rowVersion + 1,
      purpose: reason, digest: SHA256.hex("\(id) void"))
  }
}

/// Unpaid carers, as the plans' contacts have them, and what they were offered (s.10).
enum Carers {
  static func name(of carer: ID<PlanItem>, _ patient: ID<Patient>, _ connection: any Connection) throws -> String? {
    try connection.first(
      """
      SELECT c.name FROM personal_contact c JOIN care_plan p ON p.id = c.plan_id
      WHERE p.patient_id = $1 AND c.id = $2 AND c.entered_in_error = 0
      """, [.of(patient), .of(carer)]
    ) { row in row.textOrNil().kept } ?? nil
  }

  /// Known carers with how their assessment stands: nobody has offered one, one is under way, or it is done.
  static func worklist(to permit: Permit, on today: Day, _ connection: any Connection) throws -> [WorklistRow] {
    let found = try connection.rows(
      """
      SELECT p.patient_id, q.family_name, q.given_names, q.title, q.preferred_name, q.nhs_number, c.name,
        c.relationship, c.hours_band, c.carer_assessment_status, k.status, k.requested_on, k.target_on, k.completed_on,
        o.id, o.name, w.id, w.name
      FROM personal_contact c
      JOIN care_plan p ON p.id = c.plan_id AND p.status IN ('draft', 'active', 'on_hold') AND p.entered_in_error = 0
      JOIN patient q ON q.id = p.patient_id AND q.entered_in_error = 0
      LEFT JOIN social_care_record k ON k.patient_id = p.patient_id AND k.id = (
        SELECT x.id FROM social_care_record x WHERE x.patient_id = p.patient_id AND x.carer_id = c.id
        AND x.entered_in_error = 0 ORDER BY x.requested_on DESC, x.id DESC LIMIT 1)
      LEFT JOIN staff o ON o.id = k.owner_id AND COALESCE(o.active_to, '9999-12-31') >= $1
      LEFT JOIN care_team_member n ON n.patient_id = p.patient_id AND n.role = 'named_social_worker'
        AND n.end_at IS NULL AND n.entered_in_error = 0
      LEFT JOIN staff w ON w.id = n.staff_id AND COALESCE(w.active_to, '9999-12-31') >= $1
      WHERE c.is_unpaid_carer = 'yes' AND c.entered_in_error = 0 ORDER BY q.family_name, q.given_names, p.patient_id, c.id
      """, [.of(today)], { try carer(&$0, today) })
    let open = found.compactMap { $0 }.enumerated().sorted {
      ($0.element.due ?? Day(number: .max), $0.offset) < ($1.element.due ?? Day(number: .max), $1.offset)
    }
    return try ReferralSight.first(of: open.map(\.element), \.patient, permit, connection)
  }

  /// Nil for whoever has had their assessment within a year, or does not want one.
  private static func carer(_ row: inout Columns, _ today: Day) throws -> WorklistRow? {
    let patient: ID<Patient> = try row.id()
    let name = PersonName(
      family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
    let number = row.textOrNil().flatMap { NHSNumber(stored: $0) }
    let (carer, relationship, hours) = (row.textOrNil(), row.textOrNil(), row.textOrNil())
    let stated = row.textOrNil()
    let status: SocialCareItem.Status? = try row.codeOrNil()
    let (requested, target, completed) = (try row.dayOrNil(), try row.dayOrNil(), try row.dayOrNil())
    let (owner, ownerName): (ID<StaffMember>?, String?) = (row.idOrNil(), row.textOrNil())
    let (social, socialName): (ID<StaffMember>?, String?) = (row.idOrNil(), row.textOrNil())
    let who = [carer ?? "A carer without a name", relationship, hours.map { "\($0) hours a week" }]
      .compactMap { $0 }.joined(separator: ", ")
    var line = WorklistRow(
      patient: patient, name: name, nhsNumber: number, why: who, toDo: "", due: target, isOverdue: false,
      owner: owner ?? social, ownerName: ownerName ?? socialName)
    switch status {
    case .requested, .accepted, .inProgress:
      line.why += ": assessment \(status?.words.lowercasedFirst ?? ""), asked for \(requested?.short ?? "-")"
      line.toDo = "Complete the assessment"
      line.isOverdue = target.map { $0 < today } ?? false
    case .completed, .closed:
      guard let completed, today - completed > 365 else { return nil }
      line.why += ": last assessed \(completed.short)"
      line.toDo = "Offer another assessment"
    case .declinedByPerson, .notRequired: return nil
    case nil:
      switch stated {
      case "completed", "declined": return nil
      case "offered", "in_progress":
        line.why += ": assessment \(stated == "offered" ? "offered" : "in progress") by the plan, no work recorded"
        line.toDo = "Record the assessment"
      default:
        line.why += ": no assessment offered"
        line.toDo = "Offer a carer's assessment (s.10)"
      }
    }
    return line
  }
}
