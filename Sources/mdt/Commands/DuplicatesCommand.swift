import ArgumentParser
import CaseModel
import CaseStore

struct DuplicatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "duplicates", abstract: "Records that may be of one person: list them, join them, take them apart.",
    subcommands: [DuplicatesListCommand.self, DuplicatesJoinCommand.self, DuplicatesPartCommand.self],
    defaultSubcommand: DuplicatesListCommand.self)

  @ParentCommand var parent: MDT
}

struct DuplicatesListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List pairs that are alike, the most alike first, and what was joined.")

  @ParentCommand var parent: DuplicatesCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.list($0) }
    }
  }

  private func list(_ session: Session) async throws {
    let pairs = try await session.store.possibleDuplicates()
    let merges = try await session.store.merges()
    if output.json {
      return Outlet.json(
        .object([
          ("pairs", .list(pairs.map { .object($0.values) })), ("joined", .list(merges.map { .object($0.values) })),
        ]))
    }
    for pair in pairs {
      if output.plain {
        Outlet.record(pair.values.map(\.1.plainText))
        continue
      }
      Outlet.line("Alike, \(pair.score) of 8: \(pair.shared)")
      for side in [pair.one, pair.other] {
        Outlet.line(
          "  \(side.name.shown()), born \(side.born.short), \(side.nhsNumber?.spaced ?? "no NHS No.")  [\(side.patient)]"
        )
      }
    }
    guard !output.plain else { return }
    for merge in merges {
      let state = merge.undoneAt.map { ", taken apart \($0.short)" } ?? ""
      Outlet.line(
        "Joined \(merge.at.short)\(state): \(merge.joinedName.shown()) to \(merge.survivorName.shown())  [\(merge.joined)]"
      )
    }
    if pairs.isEmpty { Outlet.note("No two records are alike enough.") }
  }
}

struct DuplicatesJoinCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "Join a record to the one that goes on. It can be taken apart for thirty days.")

  @ParentCommand var parent: DuplicatesCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The record that is joined, as mdt duplicates lists it in brackets.") var joined: String
  @Argument(help: "The record that goes on.") var survivor: String
  @Option(help: "How you know that they are one person.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        try await session.store.merge(
          ID(command.joined), into: ID(command.survivor), reason: command.reason, by: session.writing)
        Outlet.afterDoing("The records were joined.") { Outlet.line("Joined.") }
      }
    }
  }
}

struct DuplicatesPartCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "part", abstract: "Take apart what was joined.")

  @ParentCommand var parent: DuplicatesCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The record that was joined, as mdt duplicates lists it in brackets.") var joined: String
  @Option(help: "Why, in a sentence.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        try await session.store.unmerge(ID(command.joined), reason: command.reason, by: session.writing)
        Outlet.afterDoing("The records were taken apart.") { Outlet.line("Taken apart.") }
      }
    }
  }
}

struct RiskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "risk", abstract: "Runs of risk models as they were imported, with who is in target in numbers.",
    discussion: "Nothing is computed of anybody's risk; of the imported scores the top share is counted, ties included."
  )

  @ParentCommand var parent: MDT
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { session in
        let runs = try await session.store.riskRuns()
        if command.output.json { return Outlet.json(.list(runs.map { .object($0.values) })) }
        for run in runs {
          if command.output.plain {
            Outlet.record(run.values.map(\.1.plainText))
            continue
          }
          let version = run.modelVersion.map { " \($0)" } ?? ""
          let left = run.excluded == 0 ? "" : "; \(run.excluded) under 18 left out"
          Outlet.line("\(run.model)\(version), run \(run.runOn.short): \(run.words)\(left)")
        }
        if runs.isEmpty, !command.output.plain { Outlet.note("No scores were imported.") }
      }
    }
  }
}

extension RiskRun {
  fileprivate var values: [(String, JSON)] {
    [
      ("model", .text(model)), ("model_version", JSON(modelVersion)), ("run_on", .text(runOn.iso)),
      ("population", .integer(population)), ("excluded", .integer(excluded)), ("threshold", JSON(threshold)),
      ("in_target", .integer(inTarget)), ("target_percent", .integer(targetPercent)),
    ]
  }
}

extension DuplicatePair {
  fileprivate var values: [(String, JSON)] {
    [
      ("score", .integer(score)), ("shared", .text(shared)), ("one", .text(one.patient.text)),
      ("one_name", .text(one.name.shown())), ("one_born", .text(one.born.iso)),
      ("one_nhs_number", JSON(one.nhsNumber?.digits)), ("other", .text(other.patient.text)),
      ("other_name", .text(other.name.shown())), ("other_born", .text(other.born.iso)),
      ("other_nhs_number", JSON(other.nhsNumber?.digits)),
    ]
  }
}

extension RecordMerge {
  fileprivate var values: [(String, JSON)] {
    [
      ("joined", .text(joined.text)), ("survivor", .text(survivor.text)), ("reason", .text(reason)), ("by", .text(by)),
      ("at", .text(at.iso)), ("undone_by", JSON(undoneBy)), ("undone_at", JSON(undoneAt?.iso)),
    ]
  }
}
