import ArgumentParser
import CaseModel
import CaseStore

struct CopyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "copy", abstract: "Copy a whole store into a new one: a file, or a database on a server.",
    discussion: """
      Nothing may stand at the new place: no file, and no store in the database. Rows and digests are compared table by \
      table, and the copy's audit is walked to its end; all of it is there afterwards, or nothing. What others save \
      while it is copied is not in the copy: copy when nobody works, then tell everybody the new address.
      """)

  @ParentCommand var parent: MDT
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "The store to copy. Else --store.") var from: String?
  @Option(help: "Where the new store is to be.") var to: String

  mutating func run() async throws {
    let command = self
    try await telling {
      var options = command.options.and(command.parent.options)
      if let from = command.from { options.store = from }
      _ = try options.keepersStore("The store was not copied.")
      try await Session.during(options) { try await command.copy($0) }
    }
  }

  private func copy(_ session: Session) async throws {
    let began = Host.now()
    let report = try await session.store.copy(to: to, by: session.writing) { count in
      if Host.now() - began >= 1 { Outlet.progress("\(thousands(count)) rows copied") }
    }
    Outlet.endProgress()
    let tables = report.rows.sorted { $0.key < $1.key }
    let all = tables.reduce(0) { $0 + $1.value }
    Outlet.afterDoing("The store was copied to \(to).") {
      if output.json {
        let rows = JSON.object(tables.map { ($0.key, .integer($0.value)) })
        Outlet.json(
          .object([
            ("from", .text(session.store.path)), ("to", .text(to)), ("rows", rows),
            ("audit_sequence", .integer(report.head.sequence)), ("audit_head", .text(report.head.hash)),
          ]))
      } else if output.plain {
        for (table, rows) in tables { Outlet.record([table, String(rows)]) }
      } else {
        Outlet.line("Copied \(thousands(all)) rows of \(tables.count) tables to \(to); every one was compared.")
        Outlet.line("The audit is whole: \(thousands(report.head.count)) rows. Its head is \(report.head.hash).")
        Outlet.line("What others have saved since \(session.now().clock) is in \(session.store.path) alone.")
      }
    }
  }
}
