public import CaseModel

/// Records that are not open to one: break-glass, claims, and the privacy officer's list (spec 8.2, 8.3).
extension CaseStore {
  /// Opens a record that is closed to the writer, to them alone and for 60 minutes. The reason stands in the audit and
  /// goes to the privacy officer; somebody else reviews it.
  ///
  /// - Returns: until when.
  /// - Throws: `badData` for a reason of fewer than 15 characters; `refused` where it would open nothing (it is open
  ///   already) or may not be opened at all (R-IG-02, role, agreement); `notFound` where nobody is, or may be, known.
  public func breakGlass(
    _ patient: ID<Patient>, _ code: BreakGlassReason, reason: String, by: Writing
  ) async throws(Problem) -> Moment {
    let what = "The glass was not broken."
    let text = try Reason.read(reason, atLeast: 15, doing: what)
    return try await writing(what, .nothing(because: "it is decided inside, as an emergency"), by) { change in
      try Closed.expect(patient, claims: false, doing: what, in: change)
      let (id, until) = (change.by.newID(), change.at + 3600)
      try change.insert(
        "break_glass",
        [
          ("patient_id", .of(patient)), ("id", .text(id)), ("staff_id", .text(change.staffID)), ("at", .of(change.at)),
          ("reason_code", .of(code)), ("reason", .text(text)), ("expires_at", .of(until)),
        ])
      try PrivacyAlerts.raise(
        PrivacyAlert.Kind.breakGlass.rawValue, about: patient, source: id, reason: "\(code.words): \(text)", in: change)
      try change.audit(
        .breakGlass, "patient \(patient)", patient: patient, purpose: "\(code.rawValue): \(text)",
        digest: SHA256.hex("\(id) \(code.rawValue) \(until.iso)"))
      return until
    }
  }

  /// Closes what the writer opened by breaking the glass, before its time.
  ///
  /// - Throws: `notFound` where nothing of theirs is open.
  public func endBreakGlass(_ patient: ID<Patient>, by: Writing) async throws(Problem) {
    let what = "Nothing was closed."
    try await writing(what, .action(.ownWork), by) { change in
      let ended = try change.connection.run(
        """
        UPDATE break_glass SET ended_at = $1, updated_at = $1, updated_by = $2, row_version = row_version + 1
        WHERE patient_id = $3 AND staff_id = $2 AND ended_at IS NULL AND expires_at > $1 AND entered_in_error = 0
        """, [.of(change.at), .text(change.staffID), .of(patient)])
      guard ended > 0 else {
        throw Problem(
          what, because: "You have not broken the glass for this person, or its time is over.", try: "Go on working.",
          kind: .notFound)
      }
      try change.audit(.breakGlass, "patient \(patient)", patient: patient, purpose: "ended")
    }
  }

  /// Until when the reader has the record open by breaking the glass; nil where they have not.
  public func glassIsBroken(for patient: ID<Patient>) async throws(Problem) -> Moment? {
    try await permitted("It was not looked up.", .action(.ownWork)) { connection, permit in
      try BrokenGlass.newest(patient, permit, connection)
    }
  }

  /// Who somebody is whose record is closed to the reader, why, and what would open it.
  ///
  /// - Throws: `notFound` where nobody is, or may be, known.
  public func closedRecord(_ patient: ID<Patient>) async throws(Problem) -> ClosedRecord {
    let what = "The record was not opened."
    return try await permitted(what, .action(.searchPeople)) { connection, permit in
      let sight = FindingSight(permit: permit, connection: connection)
      let decision = try sight.decide(.openRecord, patient)
      guard decision != .deny(.concealed), let person = try PersonReading.identity(patient, connection) else {
        throw AccessDenial.concealed.problem(what, .openRecord)
      }
      switch decision {
      case .allow: return ClosedRecord(patient: person, why: nil, mayClaim: false, mayBreakGlass: false)
      case .deny(let denial):
        return ClosedRecord(
          patient: person, why: denial.problem(what, .openRecord), mayClaim: false, mayBreakGlass: false)
      case .breakGlass(let denial):
        return ClosedRecord(
          patient: person, why: denial.problem(what, .openRecord), mayClaim: denial == .noRelationship,
          mayBreakGlass: true)
      }
    }
  }

  /// Says that the writer looks after somebody whom nothing connects them with: for fourteen days, and the privacy
  /// officer is told (8.2).
  ///
  /// - Throws: as `breakGlass`; also `refused` where it is consent or an objection that closes the record.
  public func claim(_ patient: ID<Patient>, reason: String, by: Writing) async throws(Problem) {
    let what = "Nothing was recorded."
    let text = try Reason.read(reason, atLeast: 15, doing: what)
    try await writing(what, .nothing(because: "it is decided inside, as a claim"), by) { change in
      try Closed.expect(patient, claims: true, doing: what, in: change)
      let id = change.by.newID()
      try change.insert(
        "relationship",
        [
          ("patient_id", .of(patient)), ("id", .text(id)), ("staff_id", .text(change.staffID)),
          ("kind", .of(Relationship.selfClaimed)), ("reason", .text(text)), ("start_at", .of(change.at)),
          ("end_at", .of(change.at + Closed.claimDays * 86_400)),
        ])
      try PrivacyAlerts.raise(
        PrivacyAlert.Kind.selfClaimed.rawValue, about: patient, source: id, reason: text, in: change)
      try change.audit(
        .assignment, "relationship \(id)", patient: patient, after: 1, purpose: "self_claimed: \(text)",
        digest: SHA256.hex("\(id) self_claimed \(change.at.iso)"))
    }
  }

  /// What the privacy officer has to look at, the oldest first; with `closed`, what was looked at, the newest first.
  ///
  /// - Throws: `refused` for everybody else.
  public func privacyAlerts(closed: Bool = false, limit: Int = 200) async throws(Problem) -> [PrivacyAlert] {
    try await reading("The privacy list was not read.", .action(.closeAlert)) {
      try PrivacyAlerts.all(closed: closed, limit: limit, $0)
    }
  }

  /// Says whether it was justified, and what follows.
  ///
  /// - Throws: `refused` for whoever it is about; `notFound`; `conflict` where somebody has said so already; `badData`
  ///   without words where it was not justified.
  public func closeAlert(
    _ id: String, _ verdict: PrivacyVerdict, followUp: String, by: Writing
  ) async throws(Problem) {
    let what = "The alert was not closed."
    try await writing(what, .action(.closeAlert), by) {
      try PrivacyAlerts.close(id, verdict, followUp: followUp, doing: what, in: $0)
    }
  }

  /// The days that are no working days besides Saturdays and Sundays (D-VER-4).
  public func bankHolidays() async throws(Problem) -> Set<Day> {
    try await reading("The bank holidays were not read.", .directory) {
      Set(try $0.rows("SELECT date FROM bank_holiday WHERE nation = 'england-and-wales'") { try $0.day() })
    }
  }
}

enum BrokenGlass {
  /// Until when, where it is by the glass that the record is open.
  static func until(_ patient: ID<Patient>, _ permit: Permit, _ connection: any Connection) throws -> Moment? {
    // One of several relationships is the one that is named; the glass counts where there is no other.
    guard permit.relationship == .emergency else { return nil }
    return try newest(patient, permit, connection)
  }

  static func newest(_ patient: ID<Patient>, _ permit: Permit, _ connection: any Connection) throws -> Moment? {
    guard let facts = permit.facts else { return nil }
    return try connection.first(
      """
      SELECT expires_at FROM break_glass WHERE patient_id = $1 AND staff_id = $2 AND at <= $3 AND expires_at > $3
      AND ended_at IS NULL AND entered_in_error = 0 ORDER BY expires_at DESC LIMIT 1
      """, [.of(patient), .of(facts.staff), .of(facts.at)]
    ) { try $0.moment() }
  }
}

/// A record that is closed to whoever asks, and may be opened by a reason.
enum Closed {
  /// [D] How long a claim holds before somebody has to assign the person.
  static let claimDays = 14

  /// Goes on only where a reason would open the record.
  static func expect(_ patient: ID<Patient>, claims: Bool, doing what: String, in change: Change) throws {
    do {
      _ = try AccessGate.decide(.action(.openRecord, of: patient), for: change.by, change.connection)
    } catch let refusal as AccessRefusal {
      guard refusal.mayBreakGlass else { throw refusal }
      // What the person themself has said is not overcome by saying that one works with them.
      guard !claims || refusal.denial == .noRelationship else { throw refusal }
      return
    }
    throw Problem(what, because: "The record is open to you as it is.", try: "Open it.", kind: .refused)
  }
}

/// A reason that somebody has to give.
enum Reason {
  static func read(_ text: String, atLeast: Int, doing what: String) throws(Problem) -> String {
    let trimmed = text.drop { $0.isWhitespace }
    let reason = String(trimmed.reversed().drop { $0.isWhitespace }.reversed())
    guard reason.count >= atLeast, reason.count <= 2000 else {
      throw Problem(
        what, because: "The reason has \(reason.count) characters, and \(atLeast) to 2,000 are wanted.",
        try: "Say in a sentence why.", kind: .badData)
    }
    return reason
  }
}
