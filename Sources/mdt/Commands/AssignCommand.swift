import ArgumentParser
import CaseModel
import CaseStore

struct AssignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "assign", abstract: "Give somebody a role for a person, and ask them to accept it.",
    discussion: """
      Of the accountable GP, the named social worker and the care coordinator a person has one at a time: whoever is to \
      be replaced is named with --replacing, so that nobody is replaced unseen.
      """)

  @ParentCommand var parent: MDT
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The person's NHS number.") var person: String
  @Argument(help: "To whom: a name or an account.") var staff: String
  @Option(help: "named_social_worker, accountable_gp, care_coordinator, key_worker and others.")
  var role = "named_social_worker"
  @Option(help: "mdt_decision, reallocation, person_request, capacity and others.") var reason = "mdt_decision"
  @Option(help: "Why, in words; wanted where a social worker is amber or red.") var text: String?
  @Option(help: "low, medium or high; what the record suggests where it is not given.") var weight: String?
  @Option(help: "Whoever has the role now, by name or account.") var replacing: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { try await command.assign($0) }
    }
  }

  private func assign(_ session: Session) async throws {
    let what = "Nobody was assigned."
    guard let role = CareRole(reading: role) else {
      throw Misunderstood(what, because: "\"\(self.role)\" is no role.", try: "Give one of \(CareRole.allowed).")
    }
    guard let reason = AssignmentReason(reading: reason) else {
      throw Misunderstood(
        what, because: "\"\(self.reason)\" is no reason.", try: "Give one of \(AssignmentReason.allowed).")
    }
    let id = try await session.patient(person)
    let member = try await session.member(staff, doing: what)
    var seen = NewAssignment.Seen.nobody
    let team = try await session.store.careTeam(of: id)
    if let replacing {
      let old = try await session.member(replacing, doing: what)
      seen = .assignment(team.holder(of: role).flatMap { $0.staff == old.id ? $0.id : nil } ?? "nobody")
    }
    var weighed = try await session.store.suggestedWeight(of: id)
    if let weight {
      guard let base = CaseWeight.Base.allCases.first(where: { $0.words == weight }) else {
        throw Misunderstood(what, because: "\"\(weight)\" is no weight.", try: "Give low, medium or high.")
      }
      weighed.base = base
    }
    let made = try await session.store.assign(
      NewAssignment(role: role, staff: member.id, reason: reason, text: text, weight: weighed, seen: seen), to: id,
      by: session.writing)
    Outlet.afterDoing("They were assigned.") {
      Outlet.line("\(made.name) was asked to be their \(role.words.lowercasedFirst).")
    }
  }
}
