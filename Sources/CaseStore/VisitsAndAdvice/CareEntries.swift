import CaseModel

/// Visits and advice as rows. What was written is never changed: a wrong one is voided and written again.
enum CareEntries {
  private static let select = """
    SELECT e.id, e.patient_id, e.kind, e.medium, e.at, e.given_to, e.found, e.follows, e.follow_up_on, e.follow_up_owner,
      o.name, e.followed_up_on, f.name, e.follow_up_outcome, w.name, e.author_role, e.created_at,
      CASE WHEN EXISTS (SELECT 1 FROM meeting_question q WHERE q.patient_id = e.patient_id AND q.entry_id = e.id
        AND q.status <> 'withdrawn' AND q.entered_in_error = 0) THEN 1 ELSE 0 END,
      e.status_reason, e.entered_in_error
    FROM care_entry e JOIN staff w ON w.id = e.created_by LEFT JOIN staff o ON o.id = e.follow_up_owner
    LEFT JOIN staff f ON f.id = e.followed_up_by
    """

  static func all(of patient: ID<Patient>, _ connection: any Connection) throws -> [CareEntry] {
    let found = try connection.rows(
      "\(select) WHERE e.patient_id = $1 ORDER BY e.at DESC, e.id DESC LIMIT 500", [.of(patient)], read)
    let people = try people(of: patient, connection)
    return found.map { entry in
      var entry = entry
      entry.people = people[entry.id.text] ?? []
      return entry
    }
  }

  static func one(
    _ id: CareEntry.ID, of patient: ID<Patient>, doing what: String, _ connection: any Connection
  ) throws -> CareEntry {
    let found = try connection.first("\(select) WHERE e.patient_id = $1 AND e.id = $2", [.of(patient), .of(id)], read)
    guard let found else {
      throw Problem(what, because: "There is no such entry.", try: "Look at the list again.", kind: .notFound)
    }
    guard found.voidReason == nil else { throw Referrals.alreadyVoid(what) }
    return found
  }

  private static func read(_ row: inout Columns) throws -> CareEntry {
    var entry = CareEntry(
      id: try row.id(), patient: try row.id(), kind: try row.code(), medium: try row.code(), at: try row.moment(),
      people: [], to: row.textOrNil(), found: try row.text(), follows: row.textOrNil(), followUp: nil, author: "",
      authorRole: nil, recordedAt: Moment(seconds: 0))
    let (on, owner, ownerName): (Day?, ID<StaffMember>?, String?) = (
      try row.dayOrNil(), row.idOrNil(), row.textOrNil()
    )
    let (doneOn, doneBy, outcome) = (try row.dayOrNil(), row.textOrNil(), row.textOrNil())
    if let on {
      entry.followUp = .init(
        on: on, owner: owner, ownerName: ownerName, doneOn: doneOn, doneBy: doneBy, outcome: outcome)
    }
    entry.author = try row.text()
    entry.authorRole = try row.code()
    entry.recordedAt = try row.moment()
    entry.hasQuestion = try row.flag()
    let reason = row.textOrNil()
    entry.voidReason = try row.flag() ? reason ?? "" : nil
    return entry
  }

  private static func people(
    of patient: ID<Patient>, _ connection: any Connection
  ) throws -> [String: [CareEntry.Companion]] {
    var found = [String: [CareEntry.Companion]]()
    try connection.forEach(
      "SELECT entry_id, staff_id, name, role FROM care_entry_person WHERE patient_id = $1 ORDER BY entry_id, position",
      [.of(patient)]
    ) { row in
      let entry = try row.text()
      found[entry, default: []].append(
        .init(staff: row.idOrNil(), name: try row.text(), role: row.textOrNil()))
      return true
    }
    return found
  }

  // MARK: Writing

  static func record(
    _ request: CareEntryRequest, of patient: ID<Patient>, doing what: String, in change: Change
  ) throws -> CareEntry.ID {
    if let fault = request.complaints(now: change.at).first {
      throw Problem(what, because: fault.message, try: "Put it right, then record it again.", kind: .badData)
    }
    if let owner = request.followUpOwner { try expectWorksHere(owner, doing: what, in: change) }
    let id = CareEntry.ID(change.by.newID())
    try change.insert(
      "care_entry",
      [
        ("patient_id", .of(patient)), ("id", .of(id)), ("kind", .of(request.kind)), ("medium", .of(request.medium)),
        ("at", .of(request.at)), ("given_to", .of(request.to.kept)), ("found", .text(request.found.trimmedText)),
        ("follows", .of(request.follows.kept)), ("author_role", .of(change.by.actor.staff.role)),
        ("follow_up_on", .of(request.followUpOn)),
        ("follow_up_owner", request.followUpOn == nil ? nil : .of(request.followUpOwner)),
      ])
    for (position, companion) in request.people.enumerated() {
      try change.insertPlain(
        "care_entry_person",
        [
          ("patient_id", .of(patient)), ("entry_id", .of(id)), ("position", .of(position)),
          ("staff_id", .of(companion.staff)), ("name", .text(companion.name.trimmedText)),
          ("role", .of(companion.role.kept)),
        ])
    }
    for word in words(of: request) {
      try change.insertPlain(
        "care_entry_word", [("word", .text(word)), ("patient_id", .of(patient)), ("entry_id", .of(id))])
    }
    try change.audit(
      .create, "care_entry \(id)", patient: patient, after: 1,
      purpose: "\(request.kind.words), \(request.at.day.short)",
      digest: digest(
        id.text, kind: request.kind.rawValue, at: request.at.iso, found: request.found.trimmedText))
    return id
  }

  static func digest(_ id: String, kind: String, at: String, found: String) -> String {
    SHA256.hex("\(id) \(kind) \(at) \(found)")
  }

  /// What it is found by.
  private static func words(of request: CareEntryRequest) -> [String] {
    let texts = [request.found, request.follows ?? "", request.to ?? ""] + request.people.map(\.name)
    return Set(texts.flatMap { FindPhrase.words(of: $0) }).sorted()
  }

  static func expectWorksHere(_ staff: ID<StaffMember>, doing what: String, in change: Change) throws {
    guard let member = try StaffRows.one(staff, change.connection), member.isActive(on: change.at.day) else {
      throw Problem(
        what, because: "That member of staff does not work here now.", try: "Choose somebody else.", kind: .notFound)
    }
  }

  static func followUp(
    _ id: CareEntry.ID, of patient: ID<Patient>, outcome: String, doing what: String, in change: Change
  ) throws {
    let entry = try one(id, of: patient, doing: what, change.connection)
    guard let followUp = entry.followUp else {
      throw Problem(what, because: "Nobody was to look again.", try: "Record a new entry.", kind: .badData)
    }
    guard followUp.doneOn == nil else {
      throw Problem(
        what, because: "\(followUp.doneBy ?? "Somebody") has done it already.", try: "Look at the entry again.",
        kind: .conflict)
    }
    try change.connection.run(
      """
      UPDATE care_entry SET followed_up_on = $1, followed_up_by = $2, follow_up_outcome = $3, updated_at = $4,
      updated_by = $2, row_version = row_version + 1 WHERE patient_id = $5 AND id = $6
      """,
      [.of(change.at.day), .text(change.staffID), .text(outcome), .of(change.at), .of(patient), .of(id)])
    try change.audit(
      .update, "care_entry \(id)", patient: patient, before: 1, after: 2, purpose: "followed up",
      digest: SHA256.hex("\(id) followed up \(outcome)"))
  }

  static func void(
    _ id: CareEntry.ID, of patient: ID<Patient>, reason: String, doing what: String, in change: Change
  ) throws {
    _ = try one(id, of: patient, doing: what, change.connection)
    try change.connection.run(
      """
      UPDATE care_entry SET entered_in_error = 1, status_reason = $1, updated_at = $2, updated_by = $3,
      row_version = row_version + 1 WHERE patient_id = $4 AND id = $5
      """, [.text(reason), .of(change.at), .text(change.staffID), .of(patient), .of(id)])
    try change.audit(
      .void, "care_entry \(id)", patient: patient, purpose: reason, digest: SHA256.hex("\(id) void"))
  }

  // MARK: Follow-ups

  /// Entries that somebody is to look at again, by when, with whom they are about. What is somebody's who has left is
  /// nobody's, and stays on the list (I-9).
  static func open(
    to permit: Permit, on today: Day, _ connection: any Connection
  ) throws -> [WorklistRow] {
    let found = try connection.rows(
      """
      SELECT e.patient_id, p.family_name, p.given_names, p.title, p.preferred_name, p.nhs_number, e.kind, e.at, w.name,
        e.found, e.follow_up_on, o.id, o.name
      FROM care_entry e JOIN patient p ON p.id = e.patient_id JOIN staff w ON w.id = e.created_by
      LEFT JOIN staff o ON o.id = e.follow_up_owner AND COALESCE(o.active_to, '9999-12-31') >= $1
      WHERE e.follow_up_on IS NOT NULL AND e.followed_up_on IS NULL AND e.entered_in_error = 0
      ORDER BY e.follow_up_on, e.id
      """, [.of(today)]
    ) { row in
      let patient: ID<Patient> = try row.id()
      let name = PersonName(
        family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
      let number = row.textOrNil().flatMap { NHSNumber(stored: $0) }
      let (kind, at): (CareEntry.Kind, Moment) = (try row.code(), try row.moment())
      let (author, found) = (try row.text(), try row.text())
      let on = try row.day()
      return WorklistRow(
        patient: patient, name: name, nhsNumber: number,
        why: "\(kind.words), \(at.day.short), \(author): \(found)", toDo: "See them by \(on.short)", due: on,
        isOverdue: on < today, owner: row.idOrNil(), ownerName: row.textOrNil(), target: .record)
    }
    return try ReferralSight.first(of: found, \.patient, permit, connection)
  }
}
