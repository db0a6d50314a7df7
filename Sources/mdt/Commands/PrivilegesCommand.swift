import ArgumentParser
import CaseModel
import CaseStore

struct PrivilegesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "privileges",
    abstract: "Who looks after the store and after privacy: proposed by one person, confirmed by another.",
    subcommands: [
      PrivilegesListCommand.self, PrivilegesProposeCommand.self, PrivilegesConfirmCommand.self,
      PrivilegesEndCommand.self,
    ], defaultSubcommand: PrivilegesListCommand.self)

  @ParentCommand var parent: MDT
}

struct PrivilegesListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the privileges: proposed, in force and ended.")

  @ParentCommand var parent: PrivilegesCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.list($0) }
    }
  }

  private func list(_ session: Session) async throws {
    let privileges = try await session.store.privileges()
    if output.json { return Outlet.json(.list(privileges.map { .object($0.values) })) }
    for privilege in privileges {
      if output.plain {
        Outlet.record(privilege.values.map(\.1.plainText))
      } else {
        let state =
          if let to = privilege.to {
            "ended on \(to.short)"
          } else if let from = privilege.from {
            "since \(from.short), confirmed by \(privilege.confirmedBy ?? "nobody")"
          } else {
            "waits for somebody to confirm it"
          }
        Outlet.line(
          "\(privilege.staffName): \(privilege.role.words), \(state); proposed by \(privilege.proposedBy): \(privilege.reason)  [\(privilege.id)]"
        )
      }
    }
  }
}

struct PrivilegesProposeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "propose", abstract: "Propose a privilege for somebody else. For administrators.")

  @ParentCommand var parent: PrivilegesCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "admin or privacy_officer.") var role: String
  @Argument(help: "The name or account of who is to have it.") var staff: String
  @Option(help: "Why, for whoever looks later.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        guard let role = StaffRole(reading: command.role) else {
          throw Misunderstood(
            "No privilege was proposed.", because: "\"\(command.role)\" is no role.",
            try: "Give admin or privacy_officer.")
        }
        let member = try await session.member(command.staff, doing: "No privilege was proposed.")
        try await session.store.propose(role, for: member.id, reason: command.reason, by: session.writing)
        Outlet.afterDoing("The privilege was proposed.") {
          Outlet.line(
            "Proposed. Somebody who is neither you nor \(member.name) confirms it with mdt privileges confirm.")
        }
      }
    }
  }
}

struct PrivilegesConfirmCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm", abstract: "Confirm what somebody else proposed for a third person.")

  @ParentCommand var parent: PrivilegesCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The privilege, as mdt privileges lists it in brackets.") var privilege: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        try await session.store.confirmPrivilege(command.privilege, by: session.writing)
        Outlet.afterDoing("The privilege was confirmed.") { Outlet.line("Confirmed, and in force from today.") }
      }
    }
  }
}

struct PrivilegesEndCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "End a privilege, or take a proposal back. For administrators.")

  @ParentCommand var parent: PrivilegesCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The privilege, as mdt privileges lists it in brackets.") var privilege: String
  @Option(help: "Why, for whoever looks later.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        try await session.store.endPrivilege(command.privilege, reason: command.reason, by: session.writing)
        Outlet.afterDoing("The privilege was ended.") { Outlet.line("Ended.") }
      }
    }
  }
}

extension Privilege {
  fileprivate var values: [(String, JSON)] {
    [
      ("id", .text(id)), ("staff", .text(staffName)), ("role", .text(role.rawValue)), ("reason", .text(reason)),
      ("proposed_by", .text(proposedBy)), ("confirmed_by", JSON(confirmedBy)), ("from", JSON(from?.iso)),
      ("to", JSON(to?.iso)),
    ]
  }
}

extension Session {
  /// A colleague by account or name.
  func member(_ text: String, doing what: String) async throws -> StaffMember {
    let all = try await store.staff(activeOn: now().day)
    let wanted = plainLetters(text)
    let found = all.filter { $0.account == text || plainLetters($0.name) == wanted }
    guard let member = found.first, found.count == 1 else {
      throw Problem(
        what, because: found.isEmpty ? "Nobody here is called \(text)." : "Several people here are called \(text).",
        try: "Give the account, or the whole name as mdt staff lists it.", kind: .notFound)
    }
    return member
  }
}
