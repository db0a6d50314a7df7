import ArgumentParser
import CaseModel
import CaseStore

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit",
    abstract: "List the audit, say who has looked at a record, publish its head, or verify its chain.",
    subcommands: [
      AuditListCommand.self, AuditExportCommand.self, AuditReportCommand.self, AuditHeadCommand.self,
      AuditHeadsCommand.self, AuditVerifyCommand.self, AuditOwnCommand.self,
    ])

  @ParentCommand var parent: MDT
}

/// Which rows of the audit; the same words that the box of the screen takes.
struct AuditFilterOptions: ParsableArguments {
  @Option(help: "Only what concerns the person with this NHS number.") var patient: String?
  @Option(help: "Only what this member of staff did: an account, a name or a part of one.") var staff: String?
  @Option(help: "Only this action, such as view or print. May be given several times, or with commas between.")
  var action: [String] = []
  @Option(parsing: .unconditional, help: "Only from this day on: 05-Jan-2016, today, yesterday, -7d.") var from: String?
  @Option(parsing: .unconditional, help: "Only to the end of this day.") var to: String?
  @Option(help: "Only by people of this organisation: a code, a name or a part of one.") var organisation: String?
  @Flag(help: "Only what was refused.") var denied = false

  func filter(_ session: Session) throws -> AuditFilter {
    var filter = AuditFilter(staff: staff, organisation: organisation)
    if let patient {
      switch NHSNumber.read(patient) {
      case .success(let number): filter.person = number
      case .failure(let fault):
        throw Problem(
          "Nobody was looked up.", because: fault.message, try: "Give the ten digits of the NHS number.", kind: .badData
        )
      }
    }
    for word in action.flatMap({ $0.split(separator: ",") }) {
      guard let action = AuditFilter.action(String(word)) else {
        throw Misunderstood(
          "The audit was not listed.", because: "\(word) is no action.",
          try: "They are \(AuditFilter.actionNames).")
      }
      filter.actions.append(action)
    }
    if denied { filter.actions.append(.denied) }
    filter.from = try day(from, "--from", session)
    filter.to = try day(to, "--to", session)
    if let from = filter.from, let to = filter.to, from > to {
      throw Misunderstood(
        "The audit was not listed.", because: "\(from.short) comes after \(to.short).",
        try: "Give the earlier day with --from.")
    }
    return filter
  }

  private func day(_ text: String?, _ option: String, _ session: Session) throws -> Day? {
    guard let text else { return nil }
    guard let day = AuditFilter.day(text, today: session.now().day) else {
      throw Misunderstood(
        "The audit was not listed.", because: "\(text) is no day.", try: "Give \(option) \(AuditFilter.dayExample).")
    }
    return day
  }
}

struct AuditListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Who did what to which record, newest first.")

  @ParentCommand var parent: AuditCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var which: AuditFilterOptions
  @Option(parsing: .unconditional, help: "At most so many rows.") var limit = 100

  func validate() throws {
    if limit < 0 { throw ValidationError("--limit is 0 or more.") }
  }

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.list($0) }
    }
  }

  private func list(_ session: Session) async throws {
    let query = try await session.store.auditQuery(try which.filter(session))
    var json = [JSON]()
    try await session.eachAuditPage(query, limit: limit) { events, names in
      for event in events {
        if output.json {
          json.append(.object(event.values(names)))
        } else if output.plain {
          Outlet.record(event.values(names).map(\.1.plainText))
        } else {
          Outlet.line(event.line(names))
        }
      }
    }
    if output.json { Outlet.json(.list(json)) }
  }
}

extension Session {
  /// Rows of the audit a page at a time, newest first, with what their identifiers stand for.
  func eachAuditPage(
    _ query: AuditQuery, limit: Int, from first: PageRequest<Int> = .first,
    _ body: ([AuditEvent], AuditNames) throws -> Void
  ) async throws {
    var (page, left) = (first, limit)
    while left > 0 {
      let wanted = min(left, 1000)
      let events = try await store.auditEvents(query, page: page, limit: wanted)
      guard let last = events.last else { return }
      try body(events, try await store.auditNames(of: events))
      guard events.count == wanted else { return }
      left -= events.count
      page = .after(last.sequence)
    }
  }
}
