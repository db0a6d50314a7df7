public import CaseModel

/// How long records are kept, what holds them, and how they are destroyed by two people (handbook 8.6).
extension CaseStore {
  /// Until when somebody's record is kept and why, with who they are. Recorded: it is a look at their record.
  ///
  /// - Throws: `refused` for whoever does not look after privacy; `notFound`.
  public func retention(
    of number: NHSNumber, by: Writing
  ) async throws(Problem) -> (person: AuditedPerson, retention: Retention) {
    let what = "It was not looked up."
    return try await writing(what, .action(.manageRetention), by) { change in
      let patient = try known(number, doing: what, change.connection)
      guard let person = try AuditReading.people([patient], change.connection)[patient],
        let facts = try RetentionReading.facts(of: patient, on: change.at.day, change.connection)
      else { throw StoreFault(.damaged, "the person is not there any more") }
      try change.audit(.viewMasked, "patient \(patient)", patient: patient, purpose: "until when the record is kept")
      return (person, Retention(facts, try RetentionReading.periods(change.connection)))
    }
  }

  /// Every hold, in force and lifted.
  public func retentionHolds() async throws(Problem) -> [RetentionHold] {
    try await reading("The holds were not read.", .action(.manageRetention)) { try RetentionHolds.all($0) }
  }

  /// Holds somebody's record, or everybody's where nobody is named, whatever its age.
  ///
  /// - Returns: the hold's identifier.
  /// - Throws: `badData` without a name or a reason; `notFound`.
  public func hold(
    _ number: NHSNumber?, _ kind: RetentionHold.Kind, name: String, reason: String, by: Writing
  ) async throws(Problem) -> RetentionHold.ID {
    let what = "Nothing was held."
    let (name, reason) = (
      try Reason.read(name, atLeast: 1, doing: what), try Reason.read(reason, atLeast: 1, doing: what)
    )
    return try await writing(what, .action(.manageRetention), by) { change in
      let patient = try number.map { try known($0, doing: what, change.connection) }
      return try RetentionHolds.put(kind, name: name, on: patient, reason: reason, in: change)
    }
  }

  /// Lifts a hold.
  ///
  /// - Throws: `badData` without a reason; `notFound`; `conflict` where it was lifted.
  public func liftHold(_ id: RetentionHold.ID, reason: String, by: Writing) async throws(Problem) {
    let what = "The hold was not lifted."
    let reason = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.manageRetention), by) {
      try RetentionHolds.lift(id, reason: reason, doing: what, in: $0)
    }
  }

  /// Writes down whose records fall due today, who is held, and why; of very many the oldest. Destroys nothing.
  public func reportDisposal(by: Writing) async throws(Problem) -> DisposalReport {
    let what = "No report was made."
    let found = try await counting(what, .action(.manageRetention)) { connection, _ in
      try DisposalReports.due(on: by.at.day, connection)
    }
    return try await writing(what, .action(.manageRetention), by) { change in
      let id = try DisposalReports.make(found, in: change)
      guard let made = try DisposalReports.all(naming: true, only: id, change.connection).first else {
        throw StoreFault(.damaged, "the report is not there")
      }
      return made
    }
  }

  /// Every report, the newest first. Names nobody: who approves one need not know who they are.
  public func disposalReports() async throws(Problem) -> [DisposalReport] {
    try await reading("The reports were not read.", .action(.approveDisposal)) {
      try DisposalReports.all(naming: false, $0)
    }
  }

  /// Approves a report that somebody else has made.
  ///
  /// - Throws: `refused` for whoever made it; `badData` without words, or where nobody falls due; `notFound`, `conflict`.
  public func approveDisposal(_ id: DisposalReport.ID, note: String, by: Writing) async throws(Problem) {
    let what = "The report was not approved."
    let note = try Reason.read(note, atLeast: 1, doing: what)
    try await writing(what, .action(.approveDisposal), by) {
      try DisposalReports.approve(id, note: note, doing: what, in: $0)
    }
  }

  /// Destroys the records of an approved report, all in one transaction, and the drafts about them in this account's
  /// folder. Whoever is not due any more is left.
  ///
  /// - Throws: `refused` where nobody has approved it, or nobody falls due any more; `notFound`, `conflict`.
  public func dispose(_ id: DisposalReport.ID, by: Writing) async throws(Problem) -> Disposed {
    let what = "Nothing was destroyed."
    let (certificates, left) = try await writing(what, .action(.manageRetention), by) {
      try Disposing(change: $0, what: what).run(id)
    }
    // Not before: where the transaction fails, what somebody typed is still there.
    let draftsLeft = draftFiles.removeAll(about: Set(certificates.map(\.patient)))
    return Disposed(certificates: certificates, left: left, draftsLeft: draftsLeft)
  }

  /// What was destroyed, the newest first: who by an identifier, and nothing of what was there.
  public func disposalCertificates() async throws(Problem) -> [DisposalCertificate] {
    try await reading("The certificates were not read.", .action(.approveDisposal)) { try Disposing.certificates($0) }
  }
}

private func known(_ number: NHSNumber, doing what: String, _ connection: any Connection) throws -> ID<Patient> {
  let found: ID<Patient>? = try connection.first(
    "SELECT id FROM patient WHERE nhs_number = $1 AND entered_in_error = 0 AND merged_into IS NULL",
    [.text(number.digits)]
  ) { try $0.id() }
  guard let found else {
    throw Problem(
      what, because: "Nobody with the NHS number \(number.spaced) is in this store.", try: "Check the number.",
      kind: .notFound)
  }
  return found
}
