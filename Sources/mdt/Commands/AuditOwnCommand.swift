import ArgumentParser
import CaseModel
import CaseStore

struct AuditOwnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "own", abstract: "List what you did yourself, the newest first. Everybody may.")

  @ParentCommand var parent: AuditCommand
  @OptionGroup var options: GlobalOptions
  @Option(help: "How many rows.") var limit = 50

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let (events, names) = try await session.store.ownAudit(limit: max(1, min(command.limit, 10_000)))
        for event in events {
          Outlet.line(
            ["\(event.at.day.short) \(event.at.clock)", event.action.words, event.thing(names), event.why(names)]
              .filter { !$0.isEmpty }.joined(separator: "  "))
        }
      }
    }
  }
}
