import ArgumentParser
import CaseModel
import CaseStore

struct StaffShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one member of staff: posts with their dates, privileges, training.")

  @ParentCommand var parent: StaffCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The name, the account or the identifier.") var person: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let file = try await session.colleague(command.person, doing: "Nobody was shown.")
        let today = session.now().day
        Outlet.line("\(file.member.name), \(file.standing(on: today))  [\(file.id)]")
        Outlet.line("  Account: \(file.member.account ?? "none")")
        for post in file.memberships { Outlet.line("  \(post.words): \(post.dates(on: today))  [\(post.id)]") }
        for role in file.privileges { Outlet.line("  Privilege: \(role.words)") }
        let training = file.training(on: today)
        Outlet.line("  \([training.mark, training.words].filter { !$0.isEmpty }.joined(separator: " "))")
        // What they leave is for whoever looks after the staff; everybody else sees the entry without it.
        if try await session.store.refusal(of: .manageStaff) == nil {
          for sentence in try await session.store.leftBehind(by: file.id).sentences {
            Outlet.line("  Leaves: \(sentence)")
          }
        }
      }
    }
  }
}

/// A post as the command line gives it.
struct PostOptions: ParsableArguments {
  @Option(help: "The role: gp, social_worker, care_navigator...") var role: String
  @Option(help: "The ODS code of the organisation.") var organisation: String
  @Option(help: "The team.") var team: String?
  @Option(help: "The locality that the post serves; every one where none is given.") var locality: String?
  @Option(help: "Its first day; today where none is given.") var from: String?
  @Option(help: "Its last day, where that is known.") var to: String?

  func post(_ session: Session, doing what: String) throws -> NewPost {
    let today = session.now().day
    return NewPost(
      role: try StaffRole.read(role, doing: what), organisation: organisation.uppercased(), team: team,
      locality: locality, from: try from.map { try AgreementDay.read($0, today) } ?? today,
      last: try to.map { try AgreementDay.read($0, today) })
  }
}

extension StaffRole {
  static func read(_ text: String, doing what: String) throws -> StaffRole {
    guard let role = StaffRole(reading: text) else {
      throw Misunderstood(what, because: "\"\(text)\" is no role.", try: "Give one of \(StaffRole.allowed).")
    }
    return role
  }
}

extension Session {
  /// Anybody on the staff list, those who have left too: by account, name or identifier.
  func colleague(_ text: String, doing what: String) async throws(Problem) -> StaffFile {
    let all = try await store.staffFiles()
    let wanted = plainLetters(text)
    let today = now().day
    var found = all.filter { $0.id.text == text || $0.member.account == text || plainLetters($0.member.name) == wanted }
    // Of several of that name or account the one who works here is meant.
    if found.count > 1, found.count(where: { $0.member.isActive(on: today) }) == 1 {
      found = found.filter { $0.member.isActive(on: today) }
    }
    guard let file = found.first, found.count == 1 else {
      throw Problem(
        what, because: found.isEmpty ? "Nobody here is called \(text)." : "Several people here are called \(text).",
        try: "Give the account, or the identifier that mdt staff --all --json lists.", kind: .notFound)
    }
    return file
  }
}
