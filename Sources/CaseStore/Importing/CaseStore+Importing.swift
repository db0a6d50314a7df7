public import CaseModel

/// Imports: files of other systems into the store, each in one transaction with one audit row.
///
/// The store pulls rows and never holds more than a few hundred of them. A preview and the check before an
/// all-or-nothing import are short reads; what is applied is decided anew inside the transaction that writes it. The
/// same file twice changes nothing and says when it was imported and by whom. An empty cell says nothing: it never
/// erases what is known.
///
/// Every function takes `progress`, which is told how many rows are done after each 500, first while checking and
/// again while applying, and `rejected`, which is given each rejected row as it is met, in file order; what `rejected`
/// throws ends the import and nothing is kept.
///
/// - Throws: `badData` and what the source throws for a file that cannot be read, `tryAgain` when the store is being
///   written by somebody else or changed after the check, `unavailable`. Nothing is imported then.
extension CaseStore {
  /// People with risk, enrolment and consent.
  ///
  /// - R-ID-03: a practice store takes numbers from 999 000 0000 only, a live store never does.
  /// - R-ID-05: a number that is known is the same person only when born the same day and with one of family and given
  ///   names the same; otherwise the row is rejected and a person finds out. The other name that changes is a warning.
  /// - R-ID-06: new people who resemble somebody are named in the report and kept apart.
  /// - A newer risk score leads the list, an older one goes into the history, the same run twice is one score.
  public func importCaseload(
    _ source: ImportSource<CaseloadLine>, mode: ImportMode, by: Writing,
    progress: @escaping @Sendable (Int) -> Void = { _ in },
    rejected: @escaping @Sendable (ImportRejection) throws(Problem) -> Void = { _ in }
  ) async throws(Problem) -> ImportReport {
    try await ImportRun<CaseloadSteps>(
      store: self, source: source, mode: mode, by: by, progress: progress, rejected: rejected,
      prepare: { try CaseloadSteps($0, $1) }
    ).report()
  }

  /// Practices with their networks and localities as dated links (D-GEO-1).
  public func importPractices(
    _ source: ImportSource<PracticeLine>, mode: ImportMode, by: Writing,
    progress: @escaping @Sendable (Int) -> Void = { _ in },
    rejected: @escaping @Sendable (ImportRejection) throws(Problem) -> Void = { _ in }
  ) async throws(Problem) -> ImportReport {
    try await ImportRun<PracticeSteps>(
      store: self, source: source, mode: mode, by: by, progress: progress, rejected: rejected,
      prepare: { try PracticeSteps($0, source, $1) }
    ).report()
  }

  /// Organisations by their ODS codes.
  public func importOrganisations(
    _ source: ImportSource<OrganisationLine>, mode: ImportMode, by: Writing,
    progress: @escaping @Sendable (Int) -> Void = { _ in },
    rejected: @escaping @Sendable (ImportRejection) throws(Problem) -> Void = { _ in }
  ) async throws(Problem) -> ImportReport {
    try await ImportRun<OrganisationSteps>(
      store: self, source: source, mode: mode, by: by, progress: progress, rejected: rejected,
      prepare: { try OrganisationSteps($0, $1) }
    ).report()
  }

  /// Members of staff with their posts. Their organisations and localities must be known.
  public func importStaff(
    _ source: ImportSource<StaffLine>, mode: ImportMode, by: Writing,
    progress: @escaping @Sendable (Int) -> Void = { _ in },
    rejected: @escaping @Sendable (ImportRejection) throws(Problem) -> Void = { _ in }
  ) async throws(Problem) -> ImportReport {
    try await ImportRun<StaffSteps>(
      store: self, source: source, mode: mode, by: by, progress: progress, rejected: rejected,
      prepare: { try StaffSteps($0, $1) }
    ).report()
  }
}
