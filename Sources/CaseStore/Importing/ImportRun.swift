import CaseModel

/// Takes the rows of one file through the steps of its subject: checking, applying, or both.
struct ImportRun<Steps: ImportSteps> {
  let store: CaseStore
  let source: ImportSource<Steps.Line>
  let mode: ImportMode
  let by: Writing
  let progress: @Sendable (Int) -> Void
  let rejected: @Sendable (ImportRejection) throws(Problem) -> Void
  /// Reads what every row is compared with.
  let prepare: @Sendable (ImportContext, any Connection) throws -> Steps

  private static var what: String { "Nothing was imported." }
  private static var batch: Int { 500 }

  private var context: ImportContext {
    ImportContext(
      day: by.at.day, isPractice: store.isPractice, headers: source.headers, expectedRows: source.expectedRows,
      importer: by.actor.staff)
  }

  private func tally() -> ImportTally {
    ImportTally(
      ImportReport(Steps.subject, fileName: source.fileName, unknownColumns: source.unknownColumns), context)
  }

  func report() async throws(Problem) -> ImportReport {
    if let earlier = try await earlier() {
      var tally = tally()
      var report = tally.finished()
      report.alreadyImported = earlier
      return report
    }
    switch mode {
    case .preview: return try await checked()
    case .allOrNothing:
      let report = try await checked()
      guard report.rejected == 0 else { return await witnessed(report) }
      return report.rows == 0 ? report : try await applied()
    case .acceptGood: return await witnessed(try await applied())
    }
  }

  /// That somebody tried to give themself something by a file is in the audit, as every denial is.
  private func witnessed(_ report: ImportReport) async -> ImportReport {
    if report.rejections.contains(where: { $0.complaints.contains { $0.rule == SelfGrant.rule } }) {
      _ = await store.told(SelfGrant.refusal, doing: Self.what, by)
    }
    return report
  }

  /// The import of the same bytes that left no row out.
  private func earlier() async throws(Problem) -> ImportReport.Earlier? {
    let values: [Value] = [.of(Steps.subject), .text(source.fingerprint)]
    return try await store.reading(Self.what, .action(.importRecords)) { connection in
      try ImportRun.earlier(values, connection)
    }
  }

  private static func earlier(_ values: [Value], _ connection: any Connection) throws -> ImportReport.Earlier? {
    try connection.first(
      """
      SELECT i.imported_at, s.name, i.file_name FROM import_file i JOIN staff s ON s.id = i.imported_by
      WHERE i.kind = $1 AND i.fingerprint = $2 AND i.rows_rejected = 0 ORDER BY i.imported_at, i.id LIMIT 1
      """, values
    ) { ImportReport.Earlier(at: try $0.moment(), by: try $0.text(), fileName: try $0.text()) }
  }

  // MARK: Checking

  /// Decides every row in short reads and writes nothing.
  private func checked() async throws(Problem) -> ImportReport {
    let context = context
    let steps = try await store.reading(Self.what, .action(.importRecords)) { try prepare(context, $0) }
    var tally = tally()
    let next = try source.open()
    while true {
      let rows = try ImportRun.some(from: next)
      if rows.isEmpty { return tally.finished() }
      let decisions = try await store.reading(Self.what, .action(.importRecords)) { connection in
        try rows.map { try ImportRun.decide($0, steps, connection) }
      }
      for (row, decision) in zip(rows, decisions) {
        if let rejection = tally.add(row, decision, steps) { try rejected(rejection) }
      }
      progress(tally.report.rows)
    }
  }

  private static func some(from next: ImportSource<Steps.Line>.Rows) throws(Problem) -> [ImportRow<Steps.Line>] {
    var rows = [ImportRow<Steps.Line>]()
    rows.reserveCapacity(batch)
    while rows.count < batch, let row = try next() { rows.append(row) }
    return rows
  }

  private static func decide(
    _ row: ImportRow<Steps.Line>, _ steps: Steps, _ connection: any Connection
  ) throws -> RowDecision<Steps.Plan>? {
    guard case .good(let line) = row else { return nil }
    return try steps.decide(line, connection)
  }

  // MARK: Applying

  /// Decides again and writes, in one transaction.
  private func applied() async throws(Problem) -> ImportReport {
    do {
      return try await store.transaction(.action(.importRecords), by) { try apply($0) }
    } catch {
      var problem = await store.told(error, doing: Self.what, by)
      // A full disk, a store opened for reading: the file is still there, and nothing of it is kept.
      if error is StoreFault, problem.kind == .unavailable {
        problem.advice = "Put this right and import the file again."
      }
      throw problem
    }
  }

  private func apply(_ change: Change) throws -> ImportReport {
    // Somebody may have imported the same file while this one was checked.
    let values: [Value] = [.of(Steps.subject), .text(source.fingerprint)]
    if let earlier = try ImportRun.earlier(values, change.connection) { throw meanwhile(earlier) }
    var context = context
    context.importID = by.newID()
    try begin(context.importID, change)
    var steps = try prepare(context, change.connection)
    var tally = tally()
    let next = try source.open()
    while let row = try next() {
      let decision = try ImportRun.decide(row, steps, change.connection)
      if let rejection = tally.add(row, decision, steps) {
        guard mode == .acceptGood else { throw changedMeanwhile(rejection) }
        try rejected(rejection)
      } else if let plan = decision?.plan {
        try steps.apply(plan, in: change)
      }
      if tally.report.rows % Self.batch == 0 { progress(tally.report.rows) }
    }
    try steps.finish(in: change)
    var report = tally.finished()
    try end(context.importID, report, change)
    progress(report.rows)
    report.isImported = true
    return report
  }

  /// Rows written by the import point at its own row, so that comes first and gets its counts last.
  private func begin(_ id: String, _ change: Change) throws {
    try change.insertPlain(
      "import_file",
      [
        ("id", .text(id)), ("kind", .of(Steps.subject)), ("fingerprint", .text(source.fingerprint)),
        ("file_name", .text(source.fileName)), ("rows_read", 0), ("rows_new", 0), ("rows_changed", 0),
        ("rows_unchanged", 0), ("rows_rejected", 0),
        ("unknown_columns", .of(source.unknownColumns.isEmpty ? nil : source.unknownColumns.joined(separator: "\n"))),
        ("imported_at", .of(change.at)), ("imported_by", .text(change.staffID)),
      ])
  }

  private func end(_ id: String, _ report: ImportReport, _ change: Change) throws {
    try change.connection.run(
      """
      UPDATE import_file SET rows_read = $1, rows_new = $2, rows_changed = $3, rows_unchanged = $4, rows_rejected = $5
      WHERE id = $6
      """,
      [
        .of(report.rows), .of(report.new), .of(report.changed), .of(report.unchanged), .of(report.rejected), .text(id),
      ])
    try change.audit(
      .importFile, "import_file \(id)",
      purpose: "\(Steps.subject.rawValue) from \(source.fileName), \(report.counts)",
      digest: Fingerprint.ofImport(
        id, kind: Steps.subject.rawValue, file: source.fingerprint, name: source.fileName, counts: report.counts))
  }

  private func changedMeanwhile(_ rejection: ImportRejection) -> Problem {
    let why = rejection.complaints.first.map { "line \($0.line): \($0.message)" } ?? "line \(rejection.line)"
    return Problem(
      Self.what, because: "The store changed after the file was checked, and a row no longer fits it (\(why))",
      try: "Import the file again.", kind: .tryAgain)
  }

  private func meanwhile(_ earlier: ImportReport.Earlier) -> Problem {
    Problem(
      Self.what, because: "\(earlier.by) imported the same file while this one was being checked.",
      try: "There is nothing left to do: everything in it is here.", kind: .conflict)
  }
}
