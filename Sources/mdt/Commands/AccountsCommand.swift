import ArgumentParser
import CaseModel
import CaseStore

struct AccountsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accounts", abstract: "The accounts of this host that have signed in, with their numbers.",
    discussion: """
      An account that has another number than at its first sign-in, or a number that was another account's, is refused: \
      it may be somebody else's now. Once you know whose it is, forget the old line.
      """, subcommands: [AccountsListCommand.self, AccountsForgetCommand.self],
    defaultSubcommand: AccountsListCommand.self)

  @ParentCommand var parent: MDT
}

struct AccountsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List them.")

  @ParentCommand var parent: AccountsCommand
  @OptionGroup var options: GlobalOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      let store = try command.options.and(command.parent.parent.options).keepersStore("The accounts were not listed.")
      for (account, number) in try CaseStore.accounts(at: store) { Outlet.record([account, String(number)]) }
    }
  }
}

struct AccountsForgetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget", abstract: "Let an account's next sign-in be its first. For whoever owns the store.")

  @ParentCommand var parent: AccountsCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The account, as mdt accounts lists it.") var account: String

  mutating func run() async throws {
    let command = self
    try await telling {
      let store = try command.options.and(command.parent.parent.options).keepersStore("The account was not forgotten.")
      try CaseStore.forgetAccount(command.account, at: store)
      Outlet.line("Forgotten. Whoever signs in with that account next is taken to be its owner.")
    }
  }
}
