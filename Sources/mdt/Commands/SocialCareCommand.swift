import ArgumentParser
import CaseModel
import CaseStore

/// Care Act work, carers and safeguarding concerns on the command line.
struct SocialCareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "social-care", abstract: "Care Act work, carers, and safeguarding concerns.",
    subcommands: [SocialCareListCommand.self, CarersCommand.self, ConcernCommand.self],
    defaultSubcommand: SocialCareListCommand.self)

  @OptionGroup var options: GlobalOptions
}

struct SocialCareListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List a person's Care Act work; what came of it for those who may read it.")

  @ParentCommand var parent: SocialCareCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "Whose, by NHS number.") var patient: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { try await command.list($0) }
    }
  }

  private func list(_ session: Session) async throws {
    let id = try await session.patient(patient)
    let items = try await session.store.socialCare(of: id)
    let sheet = try await session.store.safeguarding(of: id, by: session.writing)
    if output.json {
      return Outlet.json(
        .object([("safeguarding_marker", .flag(sheet.isMarked)), ("work", .list(items.map { .object($0.values) }))]))
    }
    for item in items {
      if output.plain {
        Outlet.record(item.values.map(\.1.plainText))
        continue
      }
      let carer = item.carerName.map { " of \($0)" } ?? ""
      Outlet.line("\(item.kind.words)\(carer): \(item.voidReason == nil ? item.status.words : "VOID")")
      let target = item.targetOn.map { ", to be done by \($0.short)" } ?? ""
      Outlet.line("  \(item.owner), asked for \(item.requestedOn.short)\(target)")
      if let outcome = item.detail?.outcome { Outlet.line("  \(outcome)") }
    }
    guard !output.plain else { return }
    if items.isEmpty { Outlet.note("No work is recorded.") }
    // The text of a concern is read on the screen, which locks; a printed line does not (R-SG-01).
    if sheet.isMarked { Outlet.line("\(SafeguardingSheet.marker).") }
  }
}

struct ConcernCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "concern", abstract: "Raise a safeguarding concern. In danger? Ring 999 or the police first.",
    discussion: "The concern is read from standard input, so that it stands in no list of processes.")

  @ParentCommand var parent: SocialCareCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "Whom, by NHS number.") var patient: String
  @Argument(help: "The kind: \(SafeguardingConcern.Category.allowed).") var category: String
  @Option(help: "Whether anybody is in danger now: \(ImmediateDanger.allowed).") var danger: String?
  @Option(help: "Needs care and support: \(SafeguardingConcern.Answer.allowed).") var needs = "unclear"
  @Option(help: "Is at risk of abuse: the same answers.") var risk = "unclear"
  @Option(help: "Cannot protect themself: the same answers.") var protect = "unclear"
  @Option(help: "Why the person does not know, where they do not.") var unaware: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { try await command.raise($0) }
    }
  }

  private func raise(_ session: Session) async throws {
    let what = "The concern was not recorded."
    guard let danger else {
      throw Misunderstood(what, because: ImmediateDanger.prompt, try: "Then say which it is with --danger (R-SG-04).")
    }
    let request = SafeguardingRequest(
      danger: try read(danger, what), raisedOn: session.now().day, category: try read(category, what),
      concern: readLine(strippingNewline: true) ?? "",
      tests: .init(
        needsSupport: try read(needs, what), atRisk: try read(risk, what), cannotProtect: try read(protect, what)),
      personAware: unaware == nil, notAwareReason: unaware)
    _ = try await session.store.raiseSafeguarding(
      request, of: try await session.patient(patient), by: session.writing)
    Outlet.afterDoing("The concern was recorded.") {
      Outlet.line("Recorded. Ring the duty social worker: a record rings nobody.")
    }
  }
}

extension SocialCareItem {
  fileprivate var values: [(String, JSON)] {
    [
      ("id", .text(id)), ("kind", .text(kind.rawValue)), ("status", .text(status.rawValue)),
      ("requested_on", .text(requestedOn.iso)), ("target_on", JSON(targetOn?.iso)),
      ("completed_on", JSON(completedOn?.iso)), ("owner", .text(owner)), ("carer", JSON(carerName)),
      ("outcome", JSON(detail?.outcome)), ("eligible", JSON(detail?.eligible?.rawValue)),
      ("void_reason", JSON(voidReason)),
    ]
  }
}

struct CarersCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "carers", abstract: "Known unpaid carers, and how their assessment stands.")

  @ParentCommand var parent: SocialCareCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { session in
        tell(try await session.store.carers(), command.output, none: "No carer waits.")
      }
    }
  }
}
