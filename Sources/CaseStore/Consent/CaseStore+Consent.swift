public import CaseModel

/// Consent as it is: statements that are added and never changed, with what they change the same minute (spec 5.3).
extension CaseStore {
  /// Opens what somebody decided, which is one audit row. It can be read by whoever may record consent, also where the
  /// record itself is closed because the person refuses or has withdrawn: somebody has to be able to ask again.
  ///
  /// - Throws: `notFound`; `closed` for those with whom the person does not want to share.
  public func consent(of patient: ID<Patient>, by: Writing) async throws(Problem) -> ConsentRecord {
    let record = try await peekConsent(of: patient)
    guard !isReadOnly else { return record }
    try await writing("The consent was not opened.", .action(.recordConsent, of: patient), by) { change in
      try change.audit(.view, "consent \(patient)", patient: patient, purpose: "consent")
    }
    return record
  }

  /// The same without an audit row, for reading again what is open.
  public func peekConsent(of patient: ID<Patient>) async throws(Problem) -> ConsentRecord {
    let what = "The consent was not read."
    return try await permitted(what, .action(.recordConsent, of: patient)) { connection, permit in
      try Consents.expectNoObjection(patient, permit, connection)
      guard let record = try ConsentReading.record(patient, connection) else {
        throw AccessDenial.concealed.problem(what, .recordConsent)
      }
      return record
    }
  }

  /// Records what somebody decided. A refusal of being in integrated care ends an invitation, a withdrawal ends the
  /// enrolment and asks of each open action whether it stops; both take the person off every list in the same
  /// transaction. Who agrees is enrolled.
  ///
  /// - Throws: `badData` with what is missing; `refused` as the access rules say.
  public func record(_ statement: ConsentStatement, of patient: ID<Patient>, by: Writing) async throws(Problem) {
    let what = "The consent was not recorded."
    try await writing(what, .action(.recordConsent, of: patient), by) {
      try Consents.record(statement, of: patient, doing: what, in: $0)
    }
  }

  /// Marks a statement as recorded in error: it stays to be read and counts no more, and what it did to the enrolment is
  /// put back.
  ///
  /// - Throws: `notFound`; `conflict` where somebody has done so already; `badData` without a reason.
  public func voidConsent(_ id: String, of patient: ID<Patient>, reason: String, by: Writing) async throws(Problem) {
    let what = "The statement was not voided."
    let text = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.recordConsent, of: patient), by) {
      try Consents.void(id, of: patient, reason: text, doing: what, in: $0)
    }
  }

  /// Records that somebody objects to sharing with an organisation or with one member of staff: they see "Restricted"
  /// from that day on, today where none is given.
  ///
  /// - Throws: `badData` without a reason; `notFound` for an organisation or a member of staff that is not known.
  public func object(
    _ patient: ID<Patient>, to party: SharingParty, from: Day? = nil, until: Day? = nil, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "The objection was not recorded."
    let text = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.recordConsent, of: patient), by) {
      try Objections.record(
        patient, to: party, from: from ?? $0.at.day, until: until, reason: text, doing: what, in: $0)
    }
  }

  /// Records that somebody objects no longer; today is the objection's last day.
  ///
  /// - Throws: `notFound` where none is in force; `badData` without a reason.
  public func endObjection(_ id: String, of patient: ID<Patient>, reason: String, by: Writing) async throws(Problem) {
    let what = "The objection was not ended."
    let text = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.recordConsent, of: patient), by) { change in
      // Nobody whom it closes out opens the record to themself.
      try Consents.expectNoObjection(patient, change.permit, change.connection)
      try Objections.end(id, of: patient, reason: text, doing: what, in: change)
    }
  }

  /// Opens a record to one member of staff against what the person wants, for some days: somebody's life is in danger, a
  /// serious crime, or safeguarding. A named person decides it, and it is reported to whoever looks after privacy.
  ///
  /// - Returns: until when.
  /// - Throws: `badData` for a reason of fewer than 15 characters, without who decided, or for too many days.
  public func overrideSharing(
    of patient: ID<Patient>, _ request: OverrideRequest, reason: String, by: Writing
  ) async throws(Problem) -> Moment {
    let what = "Nothing was shared."
    let text = try Reason.read(reason, atLeast: 15, doing: what)
    return try await writing(what, .action(.recordConsent, of: patient), by) {
      try Overrides.record(patient, request, reason: text, doing: what, in: $0)
    }
  }

  // MARK: What waits

  /// "Stop or transfer?": one's own, and those of the people whom one's posts serve.
  public func consentTasks(decided: Bool = false) async throws(Problem) -> [ConsentTask] {
    try await permitted("The tasks were not read.", .action(.listPeople)) { connection, permit in
      guard let facts = permit.facts else { return [] }
      return try ConsentTasks.all(decided: decided, for: facts, connection)
    }
  }

  /// Says what becomes of an action of somebody who has withdrawn.
  ///
  /// - Throws: `notFound` for somebody else's; `conflict` where it is decided; `badData` without a reason, or for a
  ///   transfer to nobody.
  public func decideTask(
    _ id: String, _ decision: TaskDecision, transferTo: String? = nil, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "Nothing was decided."
    let text = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.listPeople), by) {
      try ConsentTasks.decide(
        id, decision, transferTo: transferTo?.trimmedText, reason: text, doing: what, in: $0)
    }
  }

  /// Decisions in people's best interests that are to be looked at again by a day, the most urgent first.
  public func bestInterestsReviews(dueBy day: Day) async throws(Problem) -> [BestInterestsReview] {
    try await permitted("The reviews were not read.", .action(.listPeople)) { connection, permit in
      guard let facts = permit.facts else { return [] }
      return try ConsentReading.reviews(dueBy: day, for: facts, connection)
    }
  }
}

/// With whom somebody does not want to share.
public enum SharingParty: Hashable, Sendable {
  case organisation(String)
  case staff(ID<StaffMember>)
}

/// What an override says besides its reason.
public struct OverrideRequest: Hashable, Sendable {
  public var ground: OverrideGround
  public var decidedByName: String
  public var decidedByRole: String
  /// Whom it opens the record to.
  public var staff: ID<StaffMember>
  public var days: Int

  public init(
    ground: OverrideGround, decidedByName: String, decidedByRole: String, staff: ID<StaffMember>, days: Int
  ) {
    self.ground = ground
    self.decidedByName = decidedByName
    self.decidedByRole = decidedByRole
    self.staff = staff
    self.days = days
  }
}

extension Consents {
  /// Of those with whom somebody does not want to share nobody reads what they decided, and why.
  static func expectNoObjection(_ patient: ID<Patient>, _ permit: Permit, _ connection: any Connection) throws {
    guard let facts = permit.facts, let about = try PatientFacts.of(patient, for: facts, connection) else { return }
    guard about.objects, !about.relationships.contains(.emergency) else { return }
    throw AccessRefusal(denial: .objection, action: .openRecord, patient: patient, mayBreakGlass: true)
  }
}
