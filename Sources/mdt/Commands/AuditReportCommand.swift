import ArgumentParser
import CaseModel
import CaseStore
import SafeText
import TerminalKit

struct AuditReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Say in plain words who has looked at one person's record, for that person.")

  @ParentCommand var parent: AuditCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The NHS number, with or without spaces.") var nhsNumber: [String]
  @Option(help: "A file that does not exist, to be written in place of standard output.", completion: .file())
  var to: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.report($0) }
    }
  }

  private func report(_ session: Session) async throws {
    let id = try await session.patient(nhsNumber.joined(separator: " "), for: .accessReport)
    let file = try to.map { try NewFile($0, "No report was made.") }
    do {
      let report = try await session.store.accessReport(id, isFile: file != nil, by: session.writing)
      let lines = report.lines
      try file?.write(lines: lines)
      try file?.finish()
      Outlet.afterDoing("The report was made.") {
        if let to {
          Outlet.line("The report is in \(to). It is about one person: give it to nobody else.")
        } else {
          for line in lines { Outlet.line(line) }
        }
      }
    } catch {
      file?.remove()
      throw error
    }
  }
}

extension AccessReport {
  /// Eighty columns, a blank line between paragraphs.
  var lines: [String] {
    let parts = [AccessReport.title.uppercased()] + [heading.joined(separator: "\n")] + [summary] + paragraphs
    return (parts + AccessReport.notes).flatMap { part in
      // Safe before it is measured.
      TextWidth.wrapped(safe(part, keepingNewlines: true), to: 80).map(\.text) + [""]
    }.dropLast()
  }
}
