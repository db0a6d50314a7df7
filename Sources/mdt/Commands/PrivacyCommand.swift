import ArgumentParser
import CaseModel
import CaseStore

struct PrivacyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "privacy", abstract: "What a privacy officer has to look at: break-glass, claims, forbidden records.",
    subcommands: [PrivacyListCommand.self, PrivacyOverridesCommand.self, PrivacyCloseCommand.self],
    defaultSubcommand: PrivacyListCommand.self)

  @ParentCommand var parent: MDT
}

struct PrivacyListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what waits for a review, the oldest first.")

  @ParentCommand var parent: PrivacyCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "What was reviewed, the newest first.") var closed = false

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.list($0) }
    }
  }

  private func list(_ session: Session) async throws {
    try await PrivacyListCommand.tell(
      try await session.store.privacyAlerts(closed: closed), output, session, nothing: "Nothing waits for a review.")
  }

  static func tell(
    _ alerts: [PrivacyAlert], _ output: OutputOptions, _ session: Session, nothing: String
  ) async throws {
    let (today, holidays) = (session.now().day, try await session.store.bankHolidays())
    if output.json { return Outlet.json(.list(alerts.map { .object($0.values) })) }
    for alert in alerts {
      if output.plain {
        Outlet.record(alert.values.map(\.1.plainText))
        continue
      }
      let mark = alert.isEscalated(on: today, holidays: holidays) ? "! not reviewed for more than 5 working days. " : ""
      Outlet.line("\(mark)\(alert.kind.words), \(alert.at.short)  [\(alert.id)]")
      Outlet.line("  \(alert.staffName), \(alert.staffRole.words.lowercasedFirst), \(alert.organisation)")
      Outlet.line("  About \(alert.patientName.shown()), NHS No. \(alert.nhsNumber?.spaced ?? "not known")")
      Outlet.line("  \(alert.reason)")
      if let verdict = alert.verdict {
        Outlet.line("  \(verdict.words), \(alert.reviewedBy ?? ""): \(alert.followUp ?? "nothing more")")
      }
    }
    if alerts.isEmpty, !output.plain { Outlet.note(nothing) }
  }
}

struct PrivacyOverridesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overrides", abstract: "Everything that was shared against a person's wish, reviewed or not.")

  @ParentCommand var parent: PrivacyCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let waiting = try await session.store.privacyAlerts(limit: 1000)
        let reviewed = try await session.store.privacyAlerts(closed: true, limit: 1000)
        try await PrivacyListCommand.tell(
          (waiting + reviewed).filter { $0.kind == .override }, command.output, session,
          nothing: "Nothing was shared against anybody's wish.")
      }
    }
  }
}

struct PrivacyCloseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Say whether it was justified, and what follows.")

  @ParentCommand var parent: PrivacyCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The alert, as mdt privacy lists it in brackets.") var alert: String
  @Argument(help: "justified, not_justified or unclear.") var verdict: String
  @Option(help: "What was done about it.") var followUp = ""

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        guard let verdict = PrivacyVerdict(reading: command.verdict) else {
          throw Misunderstood(
            "The alert was not closed.", because: "\"\(command.verdict)\" is no verdict.",
            try: "Give one of \(PrivacyVerdict.allowed).")
        }
        try await session.store.closeAlert(command.alert, verdict, followUp: command.followUp, by: session.writing)
        Outlet.afterDoing("The alert was closed.") { Outlet.line("Closed: \(verdict.words.lowercasedFirst).") }
      }
    }
  }
}

extension PrivacyAlert {
  fileprivate var values: [(String, JSON)] {
    [
      ("id", .text(id)), ("kind", .text(kind.rawValue)), ("at", .text(at.iso)), ("staff", .text(staffName)),
      ("role", .text(staffRole.rawValue)), ("organisation", .text(organisation)),
      ("person", .text(patientName.shown())), ("nhs_number", JSON(nhsNumber?.digits)), ("reason", .text(reason)),
      ("verdict", JSON(verdict?.rawValue)), ("reviewed_by", JSON(reviewedBy)), ("reviewed_at", JSON(reviewedAt?.iso)),
      ("follow_up", JSON(followUp)),
    ]
  }
}
