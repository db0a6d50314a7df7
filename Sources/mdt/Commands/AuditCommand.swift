import ArgumentParser
import CaseModel
import CaseStore

struct AuditCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "audit", abstract: "List the audit, or verify its chain.",
    subcommands: [AuditListCommand.self, AuditVerifyCommand.self])

  @ParentCommand var parent: MDT
}

struct AuditListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Who did what to which record, newest first.")

  @ParentCommand var parent: AuditCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "Only what concerns the person with this NHS number.") var patient: String?
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
    var id: ID<Patient>?
    if let patient { id = try await session.patient(patient) }
    var json = [JSON]()
    var before: Int?
    var left = limit
    while left > 0 {
      let events = try await session.store.auditEvents(patient: id, limit: min(left, 1000), before: before)
      let names = try await AuditNames(events, session)
      for event in events {
        if output.json {
          json.append(.object(event.values(names)))
        } else if output.plain {
          Outlet.record(event.values(names).map(\.1.plainText))
        } else {
          Outlet.line(event.line(names))
        }
      }
      left -= events.count
      before = events.last?.sequence
      if events.count < 1000 { break }
    }
    if output.json { Outlet.json(.list(json)) }
  }
}

struct AuditVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Walk the audit's chain; exit 65 at the first row that does not fit.")

  @ParentCommand var parent: AuditCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.verify($0) }
    }
  }

  private func verify(_ session: Session) async throws {
    let began = Host.now()
    let verdict = try await session.store.verifyAudit { count in
      if Host.now() - began >= 1 { Outlet.progress("\(thousands(count)) rows walked") }
    }
    Outlet.endProgress()
    switch verdict {
    case .whole(let count, let head):
      if output.json {
        Outlet.json(.object([("whole", .flag(true)), ("rows", .integer(count)), ("head", .text(head))]))
      } else if output.plain {
        Outlet.record(["whole", String(count), head])
      } else {
        Outlet.line("The audit is whole: \(thousands(count)) rows. Its head is \(head).")
      }
    case .broken(let sequence, let why):
      if output.json {
        Outlet.json(.object([("whole", .flag(false)), ("sequence", .integer(sequence)), ("why", .text(why))]))
      } else if output.plain {
        Outlet.record(["broken", String(sequence), why])
      }
      throw Problem(
        "The audit is not whole.", because: "Row \(sequence): \(why).",
        try: "Keep the store's files as they are, and compare them with the newest backup.", kind: .badData)
    }
  }
}
