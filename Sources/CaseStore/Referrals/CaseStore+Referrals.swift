public import CaseModel

/// Referrals, their clocks and what they avoided (handbook 4.6, 6.2).
extension CaseStore {
  /// The referrals that the reader's work reaches: what is open, in the order in which it runs out; or with `closed`, the
  /// newest first. Shows who somebody is, as a list does, and no record.
  public func referrals(closed: Bool = false, limit: Int = 500) async throws(Problem) -> [Referral] {
    let now = seat?.writing().at
    return try await permitted("The referrals were not read.", .action(.listPeople)) { connection, permit in
      let all = try Referrals.board(open: !closed, connection)
      let found = try ReferralSight.first(limit, of: all, \.patient, permit, connection)
      let referrals = try Referrals.filled(found, connection)
      guard !closed, let now else { return referrals }
      return referrals.sorted { $0.urgency(at: now) < $1.urgency(at: now) }
    }
  }

  /// A person's referrals, the newest first, those recorded in error among them.
  public func referrals(of patient: ID<Patient>) async throws(Problem) -> [Referral] {
    try await readingRecord("The referrals were not read.", of: patient, purpose: "referrals") { connection, _ in
      try Referrals.all(of: patient, connection)
    }
  }

  /// The standard that each service is held to now, with the settings that say so.
  public func responseStandards() async throws(Problem) -> [ReferralKind: ResponseStandard] {
    try await reading("The standards were not read.", .directory) { connection in
      var found = [ReferralKind: ResponseStandard]()
      for kind in ReferralKind.allCases { found[kind] = try Referrals.standard(of: kind, connection) }
      return found
    }
  }

  /// Records a referral; its clock started when the service received it. It opens the record to that service until it is
  /// closed. Of somebody whom nothing connects with the writer it may be recorded too, and the privacy officer is told
  /// unless a colleague referred them.
  ///
  /// - Throws: `badData` with what is missing; `notFound` for staff who do not work here now.
  public func record(
    _ referral: ReferralRequest, of patient: ID<Patient>, by: Writing
  ) async throws(Problem) -> Referral.ID {
    let what = "The referral was not recorded."
    return try await writing(what, .action(.recordReferral, of: patient), by) {
      try Referrals.record(referral, of: patient, doing: what, in: $0)
    }
  }

  /// Records that a person of the service answered. The first answer stops the clock.
  ///
  /// - Throws: `badData` for one before the referral or in the future; `conflict` where it is closed.
  public func respond(
    to id: Referral.ID, of patient: ID<Patient>, _ response: ResponseRequest, by: Writing
  ) async throws(Problem) {
    let what = "The answer was not recorded."
    try await writing(what, .action(.recordReferral, of: patient), by) {
      try Referrals.respond(
        to: Referrals.known(id, of: patient, doing: what, $0.connection), response, doing: what, in: $0)
    }
  }

  /// Closes a referral with what became of it, and with what it avoided where the writer judges so.
  ///
  /// - Throws: `conflict` where it is closed, or where the same was claimed already (R-OM-01); `badData` for a claim
  ///   without evidence (R-OM-02); `refused` for a claim by whoever may not judge.
  public func close(
    _ id: Referral.ID, of patient: ID<Patient>, _ closing: ClosingRequest, by: Writing
  ) async throws(Problem) {
    let what = "The referral was not closed."
    try await writing(what, .action(.recordReferral, of: patient), by) {
      try Referrals.close(
        Referrals.known(id, of: patient, doing: what, $0.connection), closing, doing: what, in: $0)
    }
  }

  /// Marks a referral as recorded in error. It stays to be read.
  ///
  /// - Throws: `conflict` where it is so already, or where an avoided event cites it; `badData` without a reason.
  public func voidReferral(
    _ id: Referral.ID, of patient: ID<Patient>, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "The referral was not voided."
    let text = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.recordReferral, of: patient), by) {
      try Referrals.void(
        Referrals.known(id, of: patient, doing: what, $0.connection), reason: text, doing: what, in: $0)
    }
  }

  /// Marks an answer as recorded in error; the clock runs as if it had not been given.
  ///
  /// - Throws: `notFound`; `conflict` where it is so already; `badData` without a reason.
  public func voidResponse(
    _ response: String, to id: Referral.ID, of patient: ID<Patient>, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "The answer was not voided."
    let text = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.recordReferral, of: patient), by) {
      try Referrals.voidResponse(
        response, to: Referrals.known(id, of: patient, doing: what, $0.connection), reason: text, doing: what, in: $0)
    }
  }

  // MARK: What was avoided

  /// What was avoided for a person, as judged, the newest first, what was voided among them.
  public func avoidedEvents(of patient: ID<Patient>) async throws(Problem) -> [AvoidedEvent] {
    try await readingRecord("The avoided events were not read.", of: patient, purpose: "avoided events") {
      connection, _ in try AvoidedEvents.all(of: patient, connection)
    }
  }

  /// Judges that something was avoided, by a referral or a use of the crisis plan.
  ///
  /// - Returns: its identifier.
  /// - Throws: `conflict` where the same was claimed within 24 hours, with by whom (R-OM-01); `badData` without evidence.
  public func claimAvoided(
    _ claim: AvoidedClaim, of patient: ID<Patient>, citing referral: Referral.ID?, by: Writing
  ) async throws(Problem) -> String {
    let what = "Nothing was claimed."
    return try await writing(what, .action(.judgeAvoided, of: patient), by) { change in
      if let referral { _ = try Referrals.known(referral, of: patient, doing: what, change.connection) }
      return try AvoidedEvents.claim(claim, of: patient, referral: referral, doing: what, in: change)
    }
  }

  /// Signs a colleague's judgement.
  ///
  /// - Throws: `refused` for one's own; `conflict` where somebody has signed it.
  public func counterSign(avoided id: String, of patient: ID<Patient>, by: Writing) async throws(Problem) {
    let what = "Nothing was signed."
    try await writing(what, .action(.judgeAvoided, of: patient), by) {
      try AvoidedEvents.counterSign(id, of: patient, doing: what, in: $0)
    }
  }

  /// Marks a judgement as recorded in error.
  ///
  /// - Throws: `notFound`; `conflict` where it is so already; `badData` without a reason.
  public func voidAvoided(_ id: String, of patient: ID<Patient>, reason: String, by: Writing) async throws(Problem) {
    let what = "The claim was not voided."
    let text = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.judgeAvoided, of: patient), by) {
      try AvoidedEvents.void(id, of: patient, reason: text, doing: what, in: $0)
    }
  }

  // MARK: Worklists

  /// "Response clock": open referrals that nobody has answered, in the order in which they run out.
  public func responseClock() async throws(Problem) -> [WorklistRow] {
    guard let now = seat?.writing().at else { return [] }
    return try await referrals().filter { $0.firstResponse == nil }.map { $0.worklistRow(at: now) }
  }
}

/// Whom boards and worklists of several people show: whoever may open the record, and nobody else.
enum ReferralSight {
  /// So many lines a list shows at most; what stands behind them is less urgent.
  static let most = 500

  /// The first lines of a list that the reader may be shown, each person decided once.
  static func first<Row>(
    _ limit: Int = most, of rows: [Row], _ patient: (Row) -> ID<Patient>, _ permit: Permit,
    _ connection: any Connection
  ) throws -> [Row] {
    let sight = FindingSight(permit: permit, connection: connection)
    var (shown, known) = ([Row](), [ID<Patient>: Bool]())
    for row in rows {
      guard shown.count < limit else { break }
      let id = patient(row)
      let isShown = try known[id] ?? { if case .allow = try sight.decide(.openRecord, id) { true } else { false } }()
      known[id] = isShown
      if isShown { shown.append(row) }
    }
    return shown
  }
}

extension Referrals {
  static func known(
    _ id: Referral.ID, of patient: ID<Patient>, doing what: String, _ connection: any Connection
  ) throws -> Referral {
    guard let referral = try one(id, connection), referral.patient == patient else {
      throw Problem(
        what, because: "There is no such referral of this person.", try: "List them with mdt referrals.",
        kind: .notFound)
    }
    return referral
  }
}
