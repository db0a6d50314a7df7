public import CaseModel

/// One person: the single view, and who looks after them.
extension CaseStore {
  /// Opens a person's record, which is one audit row (spec 8.4): call it once per opening, not per key.
  ///
  /// A store opened for reading only shows the record without the row. `purpose` says what for: "record", "care plan".
  /// With `tellingNotes` the record carries what the reader has not been told yet of plans they wrote, and it counts as
  /// told: for whoever shows it.
  ///
  /// - Throws: `notFound`; and when the audit cannot be written (a full disk) that failure, with nothing shown.
  public func person(
    _ id: ID<Patient>, by: Writing, purpose: String, tellingNotes: Bool = false
  ) async throws(Problem) -> PersonRecord {
    let what = "The record was not opened."
    let record = try await permitted(what, .action(.openRecord, of: id)) { connection, permit in
      var record = try PersonReading.record(id, today: by.at.day, connection)
      record.glassUntil = try BrokenGlass.until(id, permit, connection)
      record.overrideUntil = try Overrides.until(id, permit, connection)
      record.inHand = try WorkInHandReading.all(of: id, permit, connection)
      if tellingNotes { record.notes = try PlanNotes.unseen(by: by.actor.id, about: id, connection) }
      return record
    }
    if !isReadOnly {
      do throws(Problem) {
        try await writing(what, .action(.openRecord, of: id), by) { change in
          try change.audit(.view, "patient \(id)", patient: id, purpose: purpose)
          try PlanNotes.see(record.notes, in: change)
        }
        _ = seat?.openings.isNew(id)
      } catch {
        throw error.kind == .unavailable ? error.forUnrecordedOpening : error
      }
    }
    return record
  }

  /// The same record without an audit row, for two uses only: reading again what is already open after somebody
  /// changed it, and the detail pane beside a list, whose reader sees there what the list's own row is about.
  public func peek(_ id: ID<Patient>) async throws(Problem) -> PersonRecord {
    try await permitted("The record was not read.", .action(.openRecord, of: id)) { connection, permit in
      var record = try PersonReading.record(id, today: try PersonReading.lastDay(connection), connection)
      record.glassUntil = try BrokenGlass.until(id, permit, connection)
      record.overrideUntil = try Overrides.until(id, permit, connection)
      record.inHand = try WorkInHandReading.all(of: id, permit, connection)
      return record
    }
  }

  /// Who has an NHS number, among records that count (R-ID-05: at most one). A search, so it is in the audit, also where
  /// nobody is found.
  ///
  /// - Parameter action: what the number is looked up for: finding somebody, or reporting who has looked at their record,
  ///   which is the work of somebody who may not search (table 8.1).
  public func patient(
    nhs: NHSNumber, for action: AccessAction = .searchPeople
  ) async throws(Problem) -> ID<Patient>? {
    let what = "The NHS number was not looked up."
    if !isReadOnly, let by = seat?.writing() {
      try await writing(what, .action(action), by) { try $0.audit(.search, "search", purpose: nhs.digits) }
    }
    return try await permitted(what, .action(action)) { connection, permit in
      let id: ID<Patient>? = try connection.first(
        "SELECT id FROM patient WHERE nhs_number = $1 AND entered_in_error = 0 AND merged_into IS NULL",
        [.text(nhs.digits)]
      ) { try $0.id() }
      // Of somebody restricted nobody else hears that they are here (R-IG-03).
      guard let id else { return nil }
      let isConcealed =
        try action != .accessReport && FindingSight(permit: permit, connection: connection).isConcealed(id)
      return isConcealed ? nil : id
    }
  }

  /// Gives a member of staff a role for a person from now on (spec 4.2). Where only one may have it (I-4), whoever had
  /// it is released.
  ///
  /// - Throws: as the other `assign`; `badData` for an unknown role.
  public func assign(
    role: String, staff: ID<StaffMember>, to patient: ID<Patient>, by: Writing
  ) async throws(Problem) {
    guard let role = CareRole(reading: role) else {
      throw Problem(
        "Nobody was assigned.", because: "There is no role \(role).", try: "Give one of: \(CareRole.allowed).",
        kind: .badData)
    }
    try await assign(NewAssignment(role: role, staff: staff), to: patient, by: by)
  }

  /// Every organisation that is known, by code.
  public func organisations() async throws(Problem) -> [Organisation] {
    try await reading("The organisations were not read.", .directory) { try OrganisationRows.organisations($0) }
  }

  /// Every practice with the network and locality it belongs to on a day.
  public func practices(on day: Day) async throws(Problem) -> [Practice] {
    try await reading("The practices were not read.", .directory) { try OrganisationRows.practices(on: day, $0) }
  }

  /// The names of the localities.
  public func localities() async throws(Problem) -> [String] {
    try await reading("The localities were not read.", .directory) { try OrganisationRows.localities($0) }
  }
}

extension CaseStore {
  /// Reads of somebody's plan.
  func readingPlan<T: Sendable>(
    _ what: String, of id: ID<Patient>, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws(Problem) -> T {
    try await readingRecord(what, .readPlan, of: id, purpose: "care plan", body)
  }

  /// Reads of a record. Whoever has opened it has their row; for whoever has not, this is the opening.
  func readingRecord<T: Sendable>(
    _ what: String, _ action: AccessAction, of id: ID<Patient>, purpose: String,
    _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws(Problem) -> T {
    try await recordOpening(what, of: id, action, purpose: purpose)
    return try await reading(what, .action(action, of: id), body)
  }

  /// Reads of what else is in somebody's record: whoever has not opened it opens it by this.
  func readingRecord<T: Sendable>(
    _ what: String, of id: ID<Patient>, purpose: String,
    _ body: @escaping @Sendable (any Connection, Permit) throws -> T
  ) async throws(Problem) -> T {
    try await recordOpening(what, of: id, .openRecord, purpose: purpose)
    return try await permitted(what, .action(.openRecord, of: id), body)
  }

  private func recordOpening(
    _ what: String, of id: ID<Patient>, _ action: AccessAction, purpose: String
  ) async throws(Problem) {
    guard !isReadOnly, let seat, seat.openings.isNew(id) else { return }
    do throws(Problem) {
      try await writing(what, .action(action, of: id), seat.writing()) {
        try $0.audit(.view, "patient \(id)", patient: id, purpose: purpose)
      }
    } catch {
      seat.openings.giveBack(id)
      throw error.kind == .unavailable ? error.forUnrecordedOpening : error
    }
  }
}

extension Problem {
  /// What cannot be recorded is not opened; the reason and the advice say so.
  var forUnrecordedOpening: Problem {
    var told = self
    told.reason = reason.hasSuffix(".") ? reason.dropLast() + ", and every opening is recorded first." : reason
    told.advice = advice.hasSuffix(".") ? advice.dropLast() + ", or open the store with --read-only." : advice
    return told
  }
}
