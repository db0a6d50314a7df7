import ArgumentParser
import CaseModel
import CaseStore

struct ConsentTasksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tasks", abstract: "Open actions of those who have withdrawn: stop or transfer?",
    subcommands: [ConsentTasksListCommand.self, ConsentDecideCommand.self],
    defaultSubcommand: ConsentTasksListCommand.self)

  @ParentCommand var parent: ConsentCommand
}

struct ConsentTasksListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what waits, the oldest first: yours, and your locality's.")

  @ParentCommand var parent: ConsentTasksCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "What was decided, the newest first.") var decided = false

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.parent.options)) { try await command.list($0) }
    }
  }

  private func list(_ session: Session) async throws {
    let tasks = try await session.store.consentTasks(decided: decided)
    if output.json { return Outlet.json(.list(tasks.map { .object($0.values) })) }
    for task in tasks {
      if output.plain {
        Outlet.record(task.values.map(\.1.plainText))
        continue
      }
      Outlet.line("\(task.patientName.shown()), NHS No. \(task.nhsNumber?.spaced ?? "not known")  [\(task.id)]")
      Outlet.line("  \(task.what)")
      Outlet.line("  Owner: \(task.owner). Raised \(task.raisedAt.short).")
      if let decision = task.decision, let at = task.decidedAt {
        let to = task.transferTo.map { " to \($0)" } ?? ""
        Outlet.line("  \(decision.words)\(to), \(at.short), \(task.decidedBy ?? ""): \(task.reason ?? "")")
      }
    }
    if tasks.isEmpty, !output.plain { Outlet.note(decided ? "Nothing was decided yet." : "Nothing waits.") }
  }
}

struct ConsentDecideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decide", abstract: "Say what becomes of an action of somebody who has withdrawn.")

  @ParentCommand var parent: ConsentTasksCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The task, as mdt consent tasks lists it in brackets.") var task: String
  @Argument(help: "stop or transfer.") var decision: String
  @Option(help: "To whom it is transferred.") var to: String?
  @Option(help: "Why, in a sentence.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.parent.options)) { session in
        guard let decision = TaskDecision(reading: command.decision) else {
          throw Misunderstood(
            "Nothing was decided.", because: "\"\(command.decision)\" is no decision.",
            try: "Give one of \(TaskDecision.allowed).")
        }
        try await session.store.decideTask(
          command.task, decision, transferTo: command.to, reason: command.reason, by: session.writing)
        Outlet.afterDoing("It was decided.") { Outlet.line("\(decision.words).") }
      }
    }
  }
}

struct ConsentReviewsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reviews", abstract: "Best-interests decisions that have to be looked at again.")

  @ParentCommand var parent: ConsentCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "Those that fall due within so many days.") var days = BestInterestsReview.listedDays

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.list($0) }
    }
  }

  private func list(_ session: Session) async throws {
    let today = session.now().day
    let reviews = try await session.store.bestInterestsReviews(dueBy: today + min(max(days, 0), 36_500))
    if output.json { return Outlet.json(.list(reviews.map { .object($0.values) })) }
    for review in reviews {
      if output.plain {
        Outlet.record(review.values.map(\.1.plainText))
        continue
      }
      Outlet.line(
        "\(review.mark(on: today)): \(review.patientName.shown()), NHS No. \(review.nhsNumber?.spaced ?? "not known")")
      Outlet.line(
        "  \(review.subject.words), decided \(review.decidedOn.short) by \(review.decidedBy), due \(review.due.short)")
    }
    if reviews.isEmpty, !output.plain { Outlet.note("None falls due.") }
  }
}

extension ConsentTask {
  fileprivate var values: [(String, JSON)] {
    [
      ("id", .text(id)), ("person", .text(patientName.shown())), ("nhs_number", JSON(nhsNumber?.digits)),
      ("what", .text(what)), ("owner", .text(owner)), ("raised_at", .text(raisedAt.iso)),
      ("decision", JSON(decision?.rawValue)), ("transfer_to", JSON(transferTo)), ("reason", JSON(reason)),
      ("decided_by", JSON(decidedBy)), ("decided_at", JSON(decidedAt?.iso)),
    ]
  }
}

extension BestInterestsReview {
  fileprivate var values: [(String, JSON)] {
    [
      ("person", .text(patientName.shown())), ("nhs_number", JSON(nhsNumber?.digits)),
      ("subject", .text(subject.rawValue)), ("decided_on", .text(decidedOn.iso)), ("due", .text(due.iso)),
      ("decided_by", .text(decidedBy)),
    ]
  }
}
