import ArgumentParser
import CaseModel
import CaseStore

struct StaffAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add somebody with their first post. For administrators.")

  @ParentCommand var parent: StaffCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The whole name.") var name: String
  @OptionGroup var post: PostOptions
  @Option(help: "The account that signs in as them.") var account: String?
  @Option(help: "The telephone number.") var phone: String?
  @Option(help: "The mail address.") var email: String?
  @Flag(help: "Somebody of that name works there already, and this is somebody else.") var namesake = false

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let post = try command.post.post(session, doing: "Nobody was added to the staff list.")
        let id = try await session.store.addStaff(
          name: command.name, post: post, account: command.account, phone: command.phone, email: command.email,
          isNamesake: command.namesake, by: session.writing)
        Outlet.afterDoing("\(command.name) was added.") {
          Outlet.line("\(command.name) is on the staff list from \(post.from.short).  [\(id)]")
          post.tellWhatIsMissing()
        }
      }
    }
  }
}

extension NewPost {
  /// Two posts open nothing by themselves.
  fileprivate func tellWhatIsMissing() {
    guard role == .admin || role == .privacyOfficer else { return }
    Outlet.line("The post opens nothing yet: propose the privilege with mdt privileges propose \(role.rawValue).")
  }
}

struct StaffMemberCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "member", abstract: "Give somebody one more post. For administrators.")

  @ParentCommand var parent: StaffCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The name, the account or the identifier.") var person: String
  @OptionGroup var post: PostOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let what = "No post was added."
        let file = try await session.colleague(command.person, doing: what)
        let post = try command.post.post(session, doing: what)
        try await session.store.addMembership(post, to: file.id, by: session.writing)
        Outlet.afterDoing("The post was added.") {
          Outlet.line(
            "\(file.member.name) is \(post.role.words.lowercasedFirst) at \(post.organisation) from \(post.from.short)."
          )
        }
      }
    }
  }
}

struct StaffRoleCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "role",
    abstract:
      "Give somebody another role where they work: the post that is ends, and the next begins. For administrators."
  )

  @ParentCommand var parent: StaffCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The name, the account or the identifier.") var person: String
  @Argument(help: "The role: gp, social_worker, care_navigator...") var role: String
  @Option(help: "The ODS code of the organisation, for somebody with several posts.") var at: String?
  @Option(help: "The first day of it; today where none is given.") var from: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let (what, today) = ("The role was not changed.", session.now().day)
        let role = try StaffRole.read(command.role, doing: what)
        let file = try await session.colleague(command.person, doing: what)
        let day = try command.from.map { try AgreementDay.read($0, today) } ?? today
        try await session.store.changeRole(
          of: file.id, to: role, at: command.at?.uppercased(), from: day, by: session.writing)
        Outlet.afterDoing("The role was changed.") {
          Outlet.line("\(file.member.name) is \(role.words.lowercasedFirst) from \(day.short).")
        }
      }
    }
  }
}

struct StaffEndCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "End one of somebody's posts after a last day. For administrators.")

  @ParentCommand var parent: StaffCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The name, the account or the identifier.") var person: String
  @Argument(help: "The post, as mdt staff show lists it in brackets.") var post: String
  @Option(help: "Its last day.") var on: String
  @Option(help: "Why, for whoever looks later.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let file = try await session.colleague(command.person, doing: "The post was not ended.")
        let day = try AgreementDay.read(command.on, session.now().day)
        try await session.store.endMembership(
          command.post, of: file.id, lastDay: day, reason: command.reason, by: session.writing)
        Outlet.afterDoing("The post was ended.") { Outlet.line("It ends at the midnight that follows \(day.short).") }
      }
    }
  }
}

struct StaffAccountCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "account", abstract: "Change the account that signs in as somebody. For administrators.")

  @ParentCommand var parent: StaffCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The name, the account or the identifier.") var person: String
  @Argument(help: "The account; - takes it away.") var account: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let file = try await session.colleague(command.person, doing: "The account was not changed.")
        let account = command.account == "-" ? nil : command.account
        try await session.store.setAccount(account, of: file.id, by: session.writing)
        Outlet.afterDoing("The account was changed.") {
          Outlet.line("\(file.member.name) signs in as \(account ?? "nobody").")
        }
      }
    }
  }
}

struct StaffTrainingCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "training",
    abstract: "Record when somebody was trained in data security; without a name, list those whose training is due.")

  @ParentCommand var parent: StaffCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The name, the account or the identifier.") var person: String?
  @Option(help: "The day; today where none is given.") var on: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let today = session.now().day
        guard let person = command.person else { return try await command.list(session, today) }
        let file = try await session.colleague(person, doing: "The training was not recorded.")
        let day = try command.on.map { try AgreementDay.read($0, today) } ?? today
        try await session.store.recordTraining(of: file.id, on: day, by: session.writing)
        Outlet.afterDoing("The training was recorded.") {
          Outlet.line("\(file.member.name) was trained in data security on \(day.short).")
        }
      }
    }
  }

  private func list(_ session: Session, _ today: Day) async throws {
    for file in try await session.store.staffFiles() where file.member.isActive(on: today) {
      let training = file.training(on: today)
      if !training.mark.isEmpty { Outlet.line("\(training.mark) \(file.member.name): \(training.words)") }
    }
  }
}
