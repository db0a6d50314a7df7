import ArgumentParser
import CaseExchange
import CaseModel
import CaseStore
import SafeText

struct AuditExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write rows of the audit into a CSV file, newest first, for a privacy officer.",
    discussion: """
      The file is yours alone to read; it has people's names in it. No cell is a formula to a spreadsheet. That it was \
      written is in the audit itself.
      """)

  @ParentCommand var parent: AuditCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var which: AuditFilterOptions
  @Argument(help: "A file that does not exist.", completion: .file()) var file: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.export($0) }
    }
  }

  private func export(_ session: Session) async throws {
    let filter = try which.filter(session)
    let query = try await session.store.auditQuery(filter)
    let made = try NewFile(file, "Nothing was exported.")
    var rows = 0
    do {
      let end = try await session.store.recordAuditExport(filter, to: file, by: session.writing)
      let writer = CSVWriter()
      // With a byte-order mark spreadsheets read names in any writing.
      try made.write("\u{FEFF}" + writer.record(AuditEvent.exportedColumns))
      try await session.eachAuditPage(query, limit: .max, from: .after(end + 1)) { events, names in
        try made.write(events.map { writer.record($0.exported(names).map { safe($0) }) }.joined())
        rows += events.count
      }
      try made.finish()
    } catch {
      made.remove()
      throw error
    }
    Outlet.afterDoing("\(file) was written.") {
      Outlet.line("\(thousands(rows)) \(rows == 1 ? "row is" : "rows are") in \(file).")
    }
  }
}

extension AuditEvent {
  static let exportedColumns = [
    "row", "at", "local_time", "staff", "role", "organisation", "organisation_code", "workstation", "action", "what",
    "why", "nhs_number", "family_name", "given_names", "relationship", "version_before", "version_after", "hash",
  ]

  /// In words where there are words; what is kept as a code is in the columns beside.
  func exported(_ names: AuditNames) -> [String] {
    let person = names.person(of: self)
    return [
      String(sequence), at.iso, at.short, staffName, StaffRole(rawValue: role)?.words ?? role,
      names.organisation(of: self), organisation, workstation, action.rawValue, thing(names), why(names),
      person?.nhsNumber?.digits ?? "", person?.name.family ?? "", person?.name.given ?? "",
      relationship?.rawValue ?? "", versionBefore.map(String.init) ?? "", versionAfter.map(String.init) ?? "", hash,
    ]
  }
}
