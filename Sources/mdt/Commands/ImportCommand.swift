import ArgumentParser
import CaseExchange
import CaseModel
import CaseStore

struct ImportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Import a CSV file: organisations, practices, staff or caseload.",
    discussion: """
      All or nothing: one row that is not good means that nothing is imported, and every complaint is told. The same \
      file twice changes nothing. An empty cell never erases what is known.
      Ends with 0 when done, 65 when rows are not good (also for --preview), 69, 73 or 75 when it could not be tried.
      """)

  @ParentCommand var parent: MDT
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  @Argument(help: "organisations, practices, staff or caseload.", transform: ImportCommand.subject)
  var subject: ImportSubject
  @Argument(help: "The CSV file, in UTF-8.") var file: String
  @Flag(help: "Say what would happen and change nothing.") var preview = false
  @Flag(help: "Import the good rows and leave out the others.") var acceptGood = false
  @Option(help: "With --accept-good: write the rejected rows to this new file, each with its reasons.")
  var rejects: String?

  @Sendable private static func subject(_ word: String) throws -> ImportSubject {
    if let subject = ImportSubject(rawValue: word.lowercased()) { return subject }
    throw ValidationError("There is no import of \(word). Use organisations, practices, staff or caseload.")
  }

  func validate() throws {
    if preview && acceptGood { throw ValidationError("--preview and --accept-good exclude each other. Give one.") }
    if rejects != nil && !acceptGood {
      throw ValidationError("--rejects goes with --accept-good: otherwise no row is left out.")
    }
  }

  private var mode: ImportMode { preview ? .preview : acceptGood ? .acceptGood : .allOrNothing }

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { try await command.bring($0) }
    }
  }

  private func bring(_ session: Session) async throws {
    Outlet.outliveItsReader()
    let file = try ImportedFile(file, store: session.store.path)
    let store = session.store
    let by = session.writing
    let report: ImportReport
    switch subject {
    case .organisations:
      report = try await bring(Organisations(), file) { source, progress, rejected throws(Problem) in
        try await store.importOrganisations(source, mode: mode, by: by, progress: progress, rejected: rejected)
      }
    case .practices:
      report = try await bring(Practices(), file) { source, progress, rejected throws(Problem) in
        try await store.importPractices(source, mode: mode, by: by, progress: progress, rejected: rejected)
      }
    case .staff:
      report = try await bring(StaffMembers(), file) { source, progress, rejected throws(Problem) in
        try await store.importStaff(source, mode: mode, by: by, progress: progress, rejected: rejected)
      }
    case .caseload:
      let kind = Caseload(today: by.at.day, isPractice: session.isPractice)
      report = try await bring(kind, file) { source, progress, rejected throws(Problem) in
        try await store.importCaseload(source, mode: mode, by: by, progress: progress, rejected: rejected)
      }
    }
    Outlet.endProgress()
    Outlet.afterDoing(report.isImported ? "\(report.fileName) was imported (\(report.counts))." : nil) {
      if output.json {
        Outlet.json(report.json)
      } else if output.plain {
        report.tellPlainly()
      } else {
        report.tell(mode, rejectsPath: report.rejected > 0 ? rejects : nil)
      }
    }
    if report.rejected > 0 && mode == .allOrNothing { throw report.refusal }
    if report.rejected > 0 && mode == .preview { throw ExitCode(65) }
  }

  private typealias Rejected = @Sendable (ImportRejection) throws(Problem) -> Void

  private func bring<Kind: ImportKind>(
    _ kind: Kind, _ file: ImportedFile,
    _ take: (ImportSource<Kind.Content>, @escaping @Sendable (Int) -> Void, @escaping Rejected)
      async throws(Problem) -> ImportReport
  ) async throws(Problem) -> ImportReport {
    let source = try ImportSource(file, kind)
    guard let rejects else { return try await take(source, progress(of: file)) { _ in } }
    let output = try RejectsOutput(rejects, for: try ImportSource.header(file, kind))
    let report: ImportReport
    do throws(Problem) {
      report = try await take(source, progress(of: file)) { rejection throws(Problem) in try output.add(rejection) }
    } catch {
      output.remove()
      throw error
    }
    if report.rejected > 0 { try output.finish() } else { output.remove() }
    return report
  }

  private func progress(of file: ImportedFile) -> @Sendable (Int) -> Void {
    let progress = ImportProgress(of: file, mode)
    return { progress.tell($0) }
  }
}
