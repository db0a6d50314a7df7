import ArgumentParser
import CaseModel
import CaseStore

struct MigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Bring a store on a server up to date, with the account that owns it.",
    discussion: """
      All of it or nothing, in one transaction. Sets the rights of the server's roles as well, where they are there. A \
      store that is a file is brought up to date when it is opened.
      """)

  @ParentCommand var parent: MDT
  @OptionGroup var options: GlobalOptions

  mutating func run() async throws {
    let command = self
    try await telling { try command.migrate() }
  }

  private func migrate() throws {
    switch try CaseStore.migrate(
      at: try options.and(parent.options).keepersStore("The store was not brought up to date."))
    {
    case .file: Outlet.line("Nothing to do: a store that is a file is brought up to date when it is opened.")
    case .server(let from, let to, let setRights):
      Outlet.line(
        from == to ? "Nothing to do: the store has schema \(to), the newest." : "Brought from schema \(from) to \(to).")
      if setRights { Outlet.line("The rights of mdt_program and mdt_reader are set.") }
    }
  }
}
