import ArgumentParser
import CaseModel
import CaseStore

struct RevokeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "revoke", abstract: "End somebody's sessions at their next act; everybody their own.",
    discussion: "They can sign in again. Who is to stay away leaves the staff list: mdt staff.")

  @ParentCommand var parent: MDT
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The name or account of whose sessions end.") var staff: String
  @Option(help: "Why, for them and for whoever looks later.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { session in
        let member = try await session.member(command.staff, doing: "No session was ended.")
        try await session.store.revokeSessions(of: member.id, reason: command.reason, by: session.writing)
        Outlet.afterDoing("The sessions were ended.") {
          Outlet.line("Every session of \(member.name) ends at its next act, or within a second.")
        }
      }
    }
  }
}

struct PINCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pin", abstract: "The PIN or passphrase that unlocks a screen.",
    subcommands: [PINSetCommand.self, PINTakeCommand.self], defaultSubcommand: PINSetCommand.self)

  @ParentCommand var parent: MDT
}

struct PINSetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Choose or change your own. It is asked for, and never given on the command line.")

  @ParentCommand var parent: PINCommand
  @OptionGroup var options: GlobalOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.set($0) }
    }
  }

  private func set(_ session: Session) async throws {
    let has = try await session.store.signingIn().hasSecret
    let old = has ? try ask("The one you have") : nil
    let new = try ask("The new one")
    guard new == (try ask("The new one again")) else {
      throw Problem(
        "The PIN was not changed.", because: "The two are not the same.", try: "Try again.", kind: .badData)
    }
    try await session.store.setSecret(new, old: old, by: session.writing)
    Outlet.afterDoing("The PIN was changed.") {
      Outlet.line("Your PIN is set. L locks the screens, and it unlocks them.")
    }
  }

  private func ask(_ what: String) throws -> String {
    Outlet.note("\(what) (not shown):")
    PlainTerminal.hideTyping(true)
    defer { PlainTerminal.hideTyping(false) }
    guard let line = readLine() else {
      throw Problem(
        "The PIN was not changed.", because: "Nothing was typed.", try: "Type it, then press Enter.", kind: .badData)
    }
    return line
  }
}

struct PINTakeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "take", abstract: "Take a forgotten PIN away. For administrators; nobody can set somebody else's.")

  @ParentCommand var parent: PINCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The name or account of who forgot it.") var staff: String
  @Option(help: "Why, for whoever looks later.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let member = try await session.member(command.staff, doing: "The PIN was not taken away.")
        try await session.store.takeSecret(of: member.id, reason: command.reason, by: session.writing)
        Outlet.afterDoing("The PIN was taken away.") {
          Outlet.line("\(member.name) has none now, and can choose another.")
        }
      }
    }
  }
}
