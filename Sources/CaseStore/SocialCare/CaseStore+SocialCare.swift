public import CaseModel

/// Care Act work, carers and safeguarding (handbook 4.3, 4.4).
extension CaseStore {
  /// A person's Care Act work, the newest first. Outcome, eligibility, advocate and the council's number are there for
  /// those who may read them, and nil for everybody else.
  public func socialCare(of patient: ID<Patient>) async throws(Problem) -> [SocialCareItem] {
    try await readingRecord("The social care work was not read.", of: patient, purpose: "social care") {
      connection, permit in
      try SocialCare.all(
        of: patient, withDetail: SocialCare.readsDetail(patient, permit, connection), connection)
    }
  }

  /// Asks for a piece of Care Act work.
  ///
  /// - Returns: its identifier.
  /// - Throws: `badData` with what is wrong, `notFound` for an owner who does not work here, or a carer whom the plan does
  ///   not know.
  public func record(
    _ request: SocialCareRequest, of patient: ID<Patient>, by: Writing
  ) async throws(Problem) -> String {
    let what = "The social care work was not recorded."
    return try await writing(what, .action(.recordSocialCare, of: patient), by) {
      try SocialCare.record(request, of: patient, doing: what, in: $0)
    }
  }

  /// Says how a piece of work stands now. `detail` replaces what was said of it; nil leaves it.
  ///
  /// - Throws: `conflict` where somebody changed it since; `badData` for a step that there is not, or a completion without
  ///   an outcome.
  public func moveSocialCare(
    _ id: String, of patient: ID<Patient>, to status: SocialCareItem.Status, detail: SocialCareItem.Detail? = nil,
    basedOn version: Int, by: Writing
  ) async throws(Problem) {
    let what = "Nothing was changed."
    try await writing(what, .action(.recordSocialCare, of: patient), by) {
      try SocialCare.move(id, of: patient, to: status, detail, basedOn: version, doing: what, in: $0)
    }
  }

  /// Marks a piece of work as recorded in error.
  ///
  /// - Throws: `notFound`; `conflict` where it is so already; `badData` without a reason.
  public func voidSocialCare(
    _ id: String, of patient: ID<Patient>, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "It was not voided."
    let text = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.recordSocialCare, of: patient), by) {
      try SocialCare.void(id, of: patient, reason: text, doing: what, in: $0)
    }
  }

  /// The worklist "Carers": known unpaid carers with how their assessment stands (s.10, M11).
  public func carers() async throws(Problem) -> [WorklistRow] {
    try await permitted("The carers were not read.", .action(.listPeople)) { connection, permit in
      guard let facts = permit.facts else { return [] }
      return try Carers.worklist(to: permit, on: facts.day, connection)
    }
  }

  // MARK: Safeguarding

  /// Opens what the reader may see of somebody's safeguarding: for most that there is a marker. Where concerns are shown,
  /// that they were read is one row of the audit (R-SG-01).
  public func safeguarding(of patient: ID<Patient>, by: Writing) async throws(Problem) -> SafeguardingSheet {
    let sheet = try await peekSafeguarding(of: patient)
    guard !isReadOnly else { return sheet }
    let what = "The safeguarding was not opened."
    let purpose = sheet.concerns.isEmpty ? "marker" : "concerns"
    try await writing(what, .action(.readSafeguardingMarker, of: patient), by) { change in
      try change.audit(.view, "safeguarding of \(patient)", patient: patient, purpose: purpose)
    }
    return sheet
  }

  /// The same without an audit row, for reading again what is open.
  public func peekSafeguarding(of patient: ID<Patient>) async throws(Problem) -> SafeguardingSheet {
    try await permitted("The safeguarding was not read.", .action(.readSafeguardingMarker, of: patient)) {
      try Safeguarding.sheet(of: patient, $1, $0)
    }
  }

  /// Records a concern. Nobody's consent is asked for (R-SG-03), and whether 999 or the police come first is (R-SG-04).
  ///
  /// - Returns: its identifier.
  /// - Throws: `badData` with what is missing; `notFound` for staff who do not work here.
  public func raiseSafeguarding(
    _ request: SafeguardingRequest, of patient: ID<Patient>, by: Writing
  ) async throws(Problem) -> String {
    let what = "The concern was not recorded."
    return try await writing(what, .action(.recordSafeguarding, of: patient), by) {
      try Safeguarding.raise(request, of: patient, doing: what, in: $0)
    }
  }

  /// Names somebody on a concern, who may read it from then on; as its lead where said so.
  ///
  /// - Throws: `refused` for whoever may not read it (R-SG-01); `notFound`; `conflict` where it is closed.
  public func name(
    _ staff: ID<StaffMember>, onConcern id: String, of patient: ID<Patient>, isLead: Bool = false, by: Writing
  ) async throws(Problem) {
    let what = "Nobody was named."
    try await writing(what, .action(.decideSafeguarding, of: patient), by) { change in
      try Safeguarding.addName(staff, to: id, of: patient, isLead: isLead, doing: what, in: change)
    }
  }

  /// Decides what is done about a concern.
  ///
  /// - Throws: as `name(_:onConcern:of:isLead:by:)`.
  public func decideSafeguarding(
    _ decision: SafeguardingConcern.Decision, on id: String, of patient: ID<Patient>, by: Writing
  ) async throws(Problem) {
    let what = "Nothing was decided."
    try await writing(what, .action(.decideSafeguarding, of: patient), by) { change in
      try Safeguarding.decide(decision, on: id, of: patient, doing: what, in: change)
    }
  }

  /// Closes a concern with what came of it; the marker goes with the last that is open.
  ///
  /// - Throws: as `name(_:onConcern:of:isLead:by:)`; `badData` where nobody has decided, or without an outcome.
  public func closeSafeguarding(
    _ id: String, of patient: ID<Patient>, outcome: String, by: Writing
  ) async throws(Problem) {
    let what = "The concern was not closed."
    let text = try Reason.read(outcome, atLeast: 1, doing: what)
    try await writing(what, .action(.decideSafeguarding, of: patient), by) { change in
      try Safeguarding.close(id, of: patient, outcome: text, doing: what, in: change)
    }
  }
}
