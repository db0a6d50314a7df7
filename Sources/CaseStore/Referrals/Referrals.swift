import CaseModel

/// Referrals as rows (handbook 4.6).
enum Referrals {
  /// For so many seconds after it was closed a referral still opens the record.
  static let writingUp = 86_400

  /// The kinds that somebody answers for, for an `IN`; they are codes of ours.
  static func kinds(of facts: AccessFacts) -> String {
    let kinds = facts.referralKinds.map(\.rawValue).sorted().map { "'\($0)'" }.joined(separator: ", ")
    return kinds.isEmpty ? "NULL" : kinds
  }

  /// Whether a referral `f` is to somebody: by name, by what their role answers for, or by the name of their team.
  static func areFor(_ facts: AccessFacts, bind: (Value) -> String) -> String {
    let owner = bind(.of(facts.staff))
    let teams = facts.teams.sorted().map { bind(.text($0)) }.joined(separator: ", ")
    return """
      f.owner_id = \(owner) OR f.kind IN (\(kinds(of: facts))) OR f.team_key IN (\(teams.isEmpty ? "NULL" : teams))
      """
  }

  // MARK: Reading

  private static let select = """
    SELECT f.id, f.patient_id, p.family_name, p.given_names, p.title, p.preferred_name, p.birth_date, p.nhs_number,
      f.kind, f.place, f.from_name, f.from_organisation, f.to_team, f.owner_id, o.name, f.situation, f.background,
      f.assessment, f.recommendation, f.received_at, f.created_at, w.name, f.standard_minutes, f.service_from,
      f.service_to, f.service_days, f.outcome, f.outcome_note, f.closed_at, c.name, f.status_reason,
      f.entered_in_error, f.row_version
    FROM referral f JOIN patient p ON p.id = f.patient_id JOIN staff w ON w.id = f.created_by
    LEFT JOIN staff o ON o.id = f.owner_id LEFT JOIN staff c ON c.id = f.closed_by
    """

  /// One, with its answers; nil where there is none.
  static func one(_ id: Referral.ID, _ connection: any Connection) throws -> Referral? {
    try filled(try connection.rows("\(select) WHERE f.id = $1", [.of(id)], read), connection).first
  }

  static func all(of patient: ID<Patient>, _ connection: any Connection) throws -> [Referral] {
    try filled(
      try connection.rows(
        "\(select) WHERE f.patient_id = $1 ORDER BY f.received_at DESC, f.id DESC LIMIT 200", [.of(patient)], read),
      connection)
  }

  /// Those that are open, the oldest first; or the newest of those that were closed.
  static func board(open: Bool, _ connection: any Connection) throws -> [Referral] {
    let rest = open ? "f.closed_at IS NULL" : "f.closed_at IS NOT NULL"
    return try connection.rows(
      """
      \(select) WHERE \(rest) AND f.entered_in_error = 0
      ORDER BY \(open ? "f.received_at, f.id" : "f.closed_at DESC, f.id DESC") LIMIT 5000
      """, [], read)
  }

  static func filled(_ found: [Referral], _ connection: any Connection) throws -> [Referral] {
    guard !found.isEmpty else { return [] }
    let holidays = Set(
      try connection.rows("SELECT date FROM bank_holiday WHERE nation = 'england-and-wales'") { try $0.day() })
    return try found.map { referral in
      var referral = referral
      referral.holidays = holidays
      referral.responses = try responses(to: referral, connection)
      referral.avoided = try AvoidedEvents.all(of: referral.patient, referral: referral.id, connection)
      return referral
    }
  }

  private static func responses(to referral: Referral, _ connection: any Connection) throws -> [ReferralResponse] {
    try connection.rows(
      """
      SELECT r.id, r.at, r.kind, r.by_name, r.note, s.name, r.status_reason, r.entered_in_error
      FROM referral_response r JOIN staff s ON s.id = r.created_by
      WHERE r.patient_id = $1 AND r.referral_id = $2 ORDER BY r.at, r.id
      """, [.of(referral.patient), .of(referral.id)]
    ) { row in
      var response = ReferralResponse(
        id: try row.text(), at: try row.moment(), kind: try row.code(), by: try row.text(), note: row.textOrNil(),
        recordedBy: try row.text())
      let reason = row.textOrNil()
      response.voidReason = try row.flag() ? reason ?? "" : nil
      return response
    }
  }

  private static func read(_ row: inout Columns) throws -> Referral {
    let (id, patient): (Referral.ID, ID<Patient>) = (try row.id(), try row.id())
    let name = PersonName(
      family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
    let (born, number) = (try row.day(), row.textOrNil().flatMap { NHSNumber(stored: $0) })
    var referral = Referral(
      id: id, patient: patient, patientName: name, born: born, nhsNumber: number, kind: try row.code(),
      place: try row.codeOrNil(), fromName: try row.text(), fromOrganisation: try row.text(), team: try row.text(),
      ownerID: row.idOrNil(), owner: row.textOrNil(),
      sbar: Referral.SBAR(
        situation: try row.text(), background: row.textOrNil(), assessment: row.textOrNil(),
        recommendation: try row.text()),
      receivedAt: try row.moment(), recordedAt: try row.moment(), recordedBy: try row.text(),
      standard: try standard(&row))
    if let outcome: ReferralOutcome = try row.codeOrNil() {
      referral.closing = ReferralClosing(
        outcome: outcome, note: row.textOrNil(), at: try row.moment(), by: try row.text())
    } else {
      for _ in 0..<3 { row.skip() }
    }
    let reason = row.textOrNil()
    referral.voidReason = try row.flag() ? reason ?? "" : nil
    referral.rowVersion = try row.int()
    return referral
  }

  private static func standard(_ row: inout Columns) throws -> ResponseStandard {
    let minutes = try row.int()
    guard let window = ServiceWindow(from: try row.text(), to: try row.text(), days: try row.code()) else {
      throw StoreFault(.damaged, "the hours of a service are no hours")
    }
    return ResponseStandard(minutes: minutes, window: window)
  }

  // MARK: The standard

  /// What is asked of a service now (0.4).
  static func standard(of kind: ReferralKind, _ connection: any Connection) throws -> ResponseStandard {
    let prefix = kind.settings
    let keys = ["response_minutes", "service_from", "service_to", "service_days"].map { "\(prefix).\($0)" }
    var found = [String: String]()
    for key in keys {
      found[key] = try connection.first("SELECT value FROM setting WHERE key = $1", [.text(key)]) { try $0.text() }
    }
    guard let minutes = found[keys[0]].flatMap({ Int($0) }), let from = found[keys[1]], let to = found[keys[2]],
      let days = found[keys[3]].flatMap({ ServiceWindow.Days(rawValue: $0) }),
      let window = ServiceWindow(from: from, to: to, days: days)
    else { throw StoreFault(.damaged, "a setting of the service \(prefix) is not there, or is no value of its kind") }
    return ResponseStandard(minutes: minutes, window: window)
  }

  // MARK: Writing

  static func record(
    _ request: ReferralRequest, of patient: ID<Patient>, doing what: String, in change: Change
  ) throws -> Referral.ID {
    if let fault = request.complaints(now: change.at).first {
      throw Problem(what, because: fault.message, try: "Put it right, then record it again.", kind: .badData)
    }
    for (staff, words) in [(request.owner, "who is to answer"), (request.fromStaff, "who refers")] {
      guard let staff else { continue }
      guard let member = try StaffRows.one(staff, change.connection), member.isActive(on: change.at.day) else {
        throw Problem(
          what, because: "The member of staff named as \(words) does not work here now.", try: "Choose somebody else.",
          kind: .notFound)
      }
    }
    let id = Referral.ID(change.by.newID())
    let standard = try standard(of: request.kind, change.connection)
    let sbar = request.sbar
    try change.insert(
      "referral",
      [
        ("patient_id", .of(patient)), ("id", .of(id)), ("kind", .of(request.kind)), ("place", .of(request.place)),
        ("from_staff", .of(request.fromStaff)), ("from_name", .text(request.fromName.trimmedText)),
        ("from_organisation", .text(request.fromOrganisation.trimmedText)),
        ("to_team", .text(request.team.trimmedText)), ("team_key", .text(folded(request.team))),
        ("owner_id", .of(request.owner)), ("situation", .text(sbar.situation.trimmedText)),
        ("background", .of(sbar.background.kept)), ("assessment", .of(sbar.assessment.kept)),
        ("recommendation", .text(sbar.recommendation.trimmedText)), ("received_at", .of(request.receivedAt)),
        ("standard_minutes", .of(standard.minutes)), ("service_from", .text(standard.window.fromText)),
        ("service_to", .text(standard.window.toText)), ("service_days", .of(standard.window.days)),
      ])
    // Who records it of somebody whom nothing connects them with has opened the record to their own service by it.
    if change.permit.relationship == nil, request.fromStaff.map({ $0.text == change.staffID }) ?? true {
      try PrivacyAlerts.raise(
        PrivacyAlert.Kind.selfClaimed.rawValue, about: patient, source: id.text,
        reason: "recorded a referral to \(request.team.trimmedText) without looking after the person", in: change)
    }
    try change.audit(
      .create, "referral \(id)", patient: patient, after: 1,
      purpose: "\(request.kind.words), received \(request.receivedAt.day.short) \(request.receivedAt.clockSaid)",
      digest: digest(
        id.text, kind: request.kind.rawValue, received: request.receivedAt.iso, situation: sbar.situation.trimmedText),
      relationship: change.permit.relationship ?? .referralOpen)
    return id
  }

  static func digest(_ id: String, kind: String, received: String, situation: String) -> String {
    SHA256.hex("\(id) \(kind) \(received) \(situation)")
  }

  static func respond(
    to referral: Referral, _ request: ResponseRequest, doing what: String, in change: Change
  ) throws {
    try expectOpen(referral, doing: what)
    let by = (request.by ?? change.by.actor.staff.name).trimmedText
    let fault: String? =
      if request.at < referral.receivedAt {
        "It is before \(referral.receivedAt.short), when the referral was received."
      } else if request.at > change.at {
        "It is in the future: write an answer down when it has been given."
      } else if by.isEmpty || by.count > 70 {
        "The name of who answered has 1 to 70 characters."
      } else if (request.note ?? "").count > 500 {
        "The note has more than 500 characters."
      } else { nil }
    if let fault { throw Problem(what, because: fault, try: "Put it right, then record it again.", kind: .badData) }
    let id = change.by.newID()
    try change.insert(
      "referral_response",
      [
        ("patient_id", .of(referral.patient)), ("referral_id", .of(referral.id)), ("id", .text(id)),
        ("at", .of(request.at)), ("kind", .of(request.kind)), ("by_name", .text(by)),
        ("note", .of(request.note.kept)),
      ])
    try touch(referral, in: change)
    try change.audit(
      .update, "referral \(referral.id)", patient: referral.patient, before: referral.rowVersion,
      after: referral.rowVersion + 1,
      purpose: "answered \(request.at.day.short) \(request.at.clockSaid): \(request.kind.words.lowercasedFirst)",
      digest: SHA256.hex("\(id) \(request.kind.rawValue) \(request.at.iso) \(by)"))
  }

  static func close(_ referral: Referral, _ request: ClosingRequest, doing what: String, in change: Change) throws {
    try expectOpen(referral, doing: what)
    guard (request.note ?? "").count <= 500 else {
      throw Problem(what, because: "The note has more than 500 characters.", try: "Shorten it.", kind: .badData)
    }
    guard request.outcome != .other || request.note.kept != nil else {
      throw Problem(what, because: "\"Other\" says nothing by itself.", try: "Say in the note what.", kind: .badData)
    }
    try change.connection.run(
      """
      UPDATE referral SET outcome = $1, outcome_note = $2, closed_at = $3, closed_by = $4, updated_at = $3,
      updated_by = $4, row_version = row_version + 1 WHERE patient_id = $5 AND id = $6
      """,
      [
        .of(request.outcome), .of(request.note.kept), .of(change.at), .text(change.staffID), .of(referral.patient),
        .of(referral.id),
      ])
    try change.audit(
      .update, "referral \(referral.id)", patient: referral.patient, before: referral.rowVersion,
      after: referral.rowVersion + 1, purpose: "closed: \(request.outcome.words.lowercasedFirst)",
      digest: SHA256.hex("\(referral.id) \(request.outcome.rawValue) \(change.at.iso)"))
    if let claim = request.claim {
      try AvoidedEvents.claim(claim, of: referral.patient, referral: referral.id, doing: what, in: change)
    }
  }

  static func void(_ referral: Referral, reason: String, doing what: String, in change: Change) throws {
    guard referral.voidReason == nil else { throw alreadyVoid(what) }
    guard !referral.avoided.contains(where: { $0.voidReason == nil }) else {
      throw Problem(
        what, because: "An avoided event cites it as its evidence.", try: "Void the avoided event first.",
        kind: .conflict)
    }
    try change.connection.run(
      """
      UPDATE referral SET entered_in_error = 1, status_reason = $1, updated_at = $2, updated_by = $3,
      row_version = row_version + 1 WHERE patient_id = $4 AND id = $5
      """, [.text(reason), .of(change.at), .text(change.staffID), .of(referral.patient), .of(referral.id)])
    try change.audit(
      .void, "referral \(referral.id)", patient: referral.patient, before: referral.rowVersion,
      after: referral.rowVersion + 1, purpose: reason, digest: SHA256.hex("\(referral.id) void"))
  }

  static func voidResponse(
    _ id: String, to referral: Referral, reason: String, doing what: String, in change: Change
  ) throws {
    guard let response = referral.responses.first(where: { $0.id == id }) else {
      throw Problem(what, because: "There is no such answer.", try: "Look at the referral again.", kind: .notFound)
    }
    guard response.voidReason == nil else { throw alreadyVoid(what) }
    try change.connection.run(
      """
      UPDATE referral_response SET entered_in_error = 1, status_reason = $1, updated_at = $2, updated_by = $3,
      row_version = row_version + 1 WHERE patient_id = $4 AND referral_id = $5 AND id = $6
      """,
      [
        .text(reason), .of(change.at), .text(change.staffID), .of(referral.patient), .of(referral.id), .text(id),
      ])
    try touch(referral, in: change)
    try change.audit(
      .void, "referral \(referral.id)", patient: referral.patient, before: referral.rowVersion,
      after: referral.rowVersion + 1, purpose: "an answer: \(reason)", digest: SHA256.hex("\(id) void"))
  }

  private static func touch(_ referral: Referral, in change: Change) throws {
    try change.connection.run(
      """
      UPDATE referral SET updated_at = $1, updated_by = $2, row_version = row_version + 1
      WHERE patient_id = $3 AND id = $4
      """, [.of(change.at), .text(change.staffID), .of(referral.patient), .of(referral.id)])
  }

  private static func expectOpen(_ referral: Referral, doing what: String) throws(Problem) {
    if let closing = referral.closing {
      throw Problem(
        what, because: "\(closing.by) closed it on \(closing.at.short).",
        try: "Record a new referral where one is needed.",
        kind: .conflict)
    }
    if referral.voidReason != nil { throw alreadyVoid(what) }
  }

  static func alreadyVoid(_ what: String) -> Problem {
    Problem(
      what, because: "It was recorded in error, and somebody has said so.", try: "Look at it again.", kind: .conflict)
  }
}

extension String? {
  /// Nil for nothing but blanks.
  var kept: String? {
    guard let text = self?.trimmedText, !text.isEmpty else { return nil }
    return text
  }
}
