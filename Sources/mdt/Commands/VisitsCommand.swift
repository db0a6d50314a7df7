import ArgumentParser
import CaseModel
import CaseStore

/// Visits and advice, and what follows from them, on the command line.
struct VisitsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "visits", abstract: "Visits, advice that was given, and what is to be looked at again.",
    subcommands: [VisitsListCommand.self, FollowUpsCommand.self, MeetingQuestionsCommand.self],
    defaultSubcommand: VisitsListCommand.self)

  @OptionGroup var options: GlobalOptions
}

struct VisitsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List a person's visits and advice, the newest first.")

  @ParentCommand var parent: VisitsCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Whose, by NHS number.") var patient: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { session in
        let entries = try await session.store.careEntries(of: try await session.patient(command.patient))
        if command.output.json { return Outlet.json(.list(entries.map { .object($0.values) })) }
        for entry in entries {
          if command.output.plain {
            Outlet.record(entry.values.map(\.1.plainText))
            continue
          }
          let void = entry.voidReason.map { "  VOID: \($0)" } ?? ""
          Outlet.line("\(entry.at.day.short) \(entry.at.clockSaid)  \(entry.author): \(entry.told)\(void)")
          if let follows = entry.follows { Outlet.line("  Follows: \(follows)") }
        }
        if entries.isEmpty, !command.output.plain { Outlet.note("Nothing is written down.") }
      }
    }
  }
}

struct FollowUpsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "follow-ups", abstract: "Who is to be seen again, by when: the geriatrician's list among them.")

  @ParentCommand var parent: VisitsCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "Only your own.") var own = false

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { session in
        tell(
          try await session.store.followUps(ownOnly: command.own), command.output, none: "Nobody is to be seen again.")
      }
    }
  }
}

struct MeetingQuestionsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "questions", abstract: "What the next meeting is asked, the oldest first.")

  @ParentCommand var parent: VisitsCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { session in
        let questions = try await session.store.meetingQuestions()
        if command.output.json { return Outlet.json(.list(questions.map { .object($0.values) })) }
        for question in questions {
          if command.output.plain {
            Outlet.record(question.values.map(\.1.plainText))
            continue
          }
          Outlet.line(
            "\(question.patientName.shown()), NHS No. \(question.nhsNumber?.spaced ?? "not known")  [\(question.id)]")
          Outlet.line("  \(question.question)")
          Outlet.line("  Asked \(question.askedAt.short) by \(question.askedBy).")
        }
        if questions.isEmpty, !command.output.plain { Outlet.note("The meeting is asked nothing.") }
      }
    }
  }
}

/// A worklist as lines, as records or as JSON.
func tell(_ rows: [WorklistRow], _ output: OutputOptions, none: String) {
  if output.json { return Outlet.json(.list(rows.map { .object($0.values) })) }
  for row in rows {
    if output.plain {
      Outlet.record(row.values.map(\.1.plainText))
      continue
    }
    Outlet.line(
      "\(row.isOverdue ? "! " : "")\(row.name.shown()), NHS No. \(row.nhsNumber?.spaced ?? "not known")")
    Outlet.line("  \(row.why)")
    Outlet.line("  \(row.toDo)\(row.ownerName.map { ": \($0)" } ?? "")")
  }
  if rows.isEmpty, !output.plain { Outlet.note(none) }
}

extension WorklistRow {
  fileprivate var values: [(String, JSON)] {
    [
      ("person", .text(name.shown())), ("nhs_number", JSON(nhsNumber?.digits)), ("why", .text(why)),
      ("to_do", .text(toDo)), ("due", JSON(due?.iso)), ("overdue", .flag(isOverdue)), ("owner", JSON(ownerName)),
    ]
  }
}

extension CareEntry {
  fileprivate var values: [(String, JSON)] {
    [
      ("id", .text(id.text)), ("kind", .text(kind.rawValue)), ("medium", .text(medium.rawValue)),
      ("at", .text(at.iso)), ("author", .text(author)), ("author_role", JSON(authorRole?.rawValue)),
      ("with", .text(people.map(\.name).joined(separator: "; "))), ("to", JSON(to)), ("found", .text(found)),
      ("follows", JSON(follows)), ("follow_up_on", JSON(followUp?.on.iso)),
      ("follow_up_owner", JSON(followUp?.ownerName)),
      ("followed_up_on", JSON(followUp?.doneOn?.iso)), ("follow_up_outcome", JSON(followUp?.outcome)),
      ("void_reason", JSON(voidReason)),
    ]
  }
}

extension MeetingQuestion {
  fileprivate var values: [(String, JSON)] {
    [
      ("id", .text(id)), ("person", .text(patientName.shown())), ("nhs_number", JSON(nhsNumber?.digits)),
      ("question", .text(question)), ("asked_by", .text(askedBy)), ("asked_at", .text(askedAt.iso)),
    ]
  }
}
