import ArgumentParser
import CaseModel
import CaseStore

struct RetentionCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retention",
    abstract: "How long records are kept, what holds them, and how they are destroyed by two people.",
    subcommands: [
      RetentionShowCommand.self, RetentionHoldsCommand.self, RetentionHoldCommand.self, RetentionLiftCommand.self,
      RetentionReportCommand.self, RetentionReportsCommand.self, RetentionApproveCommand.self,
      RetentionDisposeCommand.self, RetentionCertificatesCommand.self,
    ], defaultSubcommand: RetentionReportsCommand.self)

  @ParentCommand var parent: MDT
}

struct RetentionShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Until when somebody's record is kept, and why. For privacy officers.")

  @ParentCommand var parent: RetentionCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The person's NHS number.") var number: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let number = try Session.number(command.number, doing: "It was not looked up.")
        let (person, retention) = try await session.store.retention(of: number, by: session.writing)
        Outlet.line("\(person.name.shown()), NHS No. \(number.spaced)")
        Outlet.line(RetentionShowCommand.words(retention, on: session.now().day))
        for reason in retention.reasons + retention.holds { Outlet.line("  \(reason)") }
      }
    }
  }
}

extension RetentionShowCommand {
  fileprivate static func words(_ retention: Retention, on day: Day) -> String {
    guard let until = retention.until else { return "Is kept, and no day can be said." }
    switch retention.standing(on: day) {
    case .kept: return "Is kept to \(until.long)."
    case .held: return "Was to be kept to \(until.long), and is held."
    case .due: return "Was to be kept to \(until.long), and falls due."
    }
  }
}

struct RetentionReportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Write down whose records fall due, who is held, and why. Destroys nothing.")

  @ParentCommand var parent: RetentionCommand
  @OptionGroup var options: GlobalOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let report = try await session.store.reportDisposal(by: session.writing)
        Outlet.afterDoing("The report was made.") {
          command.tell(report)
        }
      }
    }
  }

  private func tell(_ report: DisposalReport) {
    let due = report.entries.filter { !$0.isHeld }
    let held = report.entries.filter { $0.isHeld }
    Outlet.line("Report \(report.id), \(report.day.long), by \(report.madeBy)")
    Outlet.line("Periods: \(report.basis).")
    for (title, entries) in [("Fall due", due), ("Held", held)] {
      Outlet.line("\(title): \(entries.count)")
      for entry in entries {
        let number = entry.nhsNumber?.spaced ?? "not known"
        Outlet.line("  \(entry.name?.shown() ?? entry.patient.text), NHS No. \(number), kept to \(entry.until.short)")
        for reason in entry.reasons { Outlet.line("    \(reason)") }
      }
    }
    guard !due.isEmpty else { return Outlet.line("Nobody falls due.") }
    Outlet.line("Somebody else approves it with mdt retention approve \(report.id) --note \"...\".")
  }
}

struct RetentionReportsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "reports", abstract: "List the reports. Names nobody.")

  @ParentCommand var parent: RetentionCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let reports = try await session.store.disposalReports()
        if command.output.json { return Outlet.json(.list(reports.map { .object($0.values) })) }
        for report in reports {
          if command.output.plain {
            Outlet.record(report.values.map(\.1.plainText))
          } else {
            Outlet.line(
              "\(report.day.short)  \(report.due) due, \(report.entries.count - report.due) held, by \(report.madeBy); "
                + "\(report.state)  [\(report.id)]")
          }
        }
        if reports.isEmpty, !command.output.plain { Outlet.note("No report was made yet.") }
      }
    }
  }
}

struct RetentionApproveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "approve", abstract: "Approve a report that somebody else has made.")

  @ParentCommand var parent: RetentionCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The report, as mdt retention lists it in brackets.") var report: String
  @Option(help: "What was looked at, for whoever looks later.") var note: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        try await session.store.approveDisposal(command.report, note: command.note, by: session.writing)
        Outlet.afterDoing("The report was approved.") {
          Outlet.line("Approved. A privacy officer carries it out with mdt retention dispose \(command.report).")
        }
      }
    }
  }
}

struct RetentionDisposeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dispose", abstract: "Destroy the records of an approved report, for good.")

  @ParentCommand var parent: RetentionCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The report, as mdt retention lists it in brackets.") var report: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let done = try await session.store.dispose(command.report, by: session.writing)
        Outlet.afterDoing("The records were destroyed.") {
          Outlet.line(
            done.certificates.count == 1 ? "1 record destroyed." : "\(done.certificates.count) records destroyed.")
          for certificate in done.certificates { Outlet.line("  \(certificate.line)") }
          for left in done.left { Outlet.line("Left: \(left)") }
          for draft in done.draftsLeft {
            Outlet.note("The draft file \(draft) could not be removed. Remove it by hand.")
          }
          Outlet.line("Backups made before today still hold them, until they are destroyed themselves.")
        }
      }
    }
  }
}

struct RetentionCertificatesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "certificates", abstract: "List what was destroyed, by whom, and on what basis. Names nobody.")

  @ParentCommand var parent: RetentionCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let certificates = try await session.store.disposalCertificates()
        if command.output.json { return Outlet.json(.list(certificates.map { .object($0.values) })) }
        for certificate in certificates {
          if command.output.plain {
            Outlet.record(certificate.values.map(\.1.plainText))
          } else {
            Outlet.line(certificate.line)
            Outlet.line("  \(certificate.basis)")
          }
        }
        if certificates.isEmpty, !command.output.plain { Outlet.note("No record was destroyed.") }
      }
    }
  }
}

extension DisposalReport {
  fileprivate var due: Int { entries.count { !$0.isHeld } }

  fileprivate var state: String {
    if let disposedOn { return "carried out on \(disposedOn.short) by \(disposedBy ?? "somebody")" }
    if let approvedOn { return "approved on \(approvedOn.short) by \(approvedBy ?? "somebody")" }
    return "waits for somebody else to approve it"
  }

  fileprivate var values: [(String, JSON)] {
    [
      ("id", .text(id)), ("day", .text(day.iso)), ("made_by", .text(madeBy)), ("basis", .text(basis)),
      ("due", .integer(due)), ("held", .integer(entries.count - due)), ("approved_by", JSON(approvedBy)),
      ("approved_on", JSON(approvedOn?.iso)), ("disposed_by", JSON(disposedBy)), ("disposed_on", JSON(disposedOn?.iso)),
    ]
  }
}

extension DisposalCertificate {
  fileprivate var line: String {
    "\(patient): \(rows) rows of \(tables) tables destroyed on \(at.short) by \(disposedBy); kept to \(until.short), "
      + "reported by \(reportedBy), approved by \(approvedBy)"
  }

  fileprivate var values: [(String, JSON)] {
    [
      ("patient", .text(patient.text)), ("report", .text(report)), ("at", .text(at.iso)),
      ("reported_by", .text(reportedBy)), ("approved_by", .text(approvedBy)), ("disposed_by", .text(disposedBy)),
      ("kept_to", .text(until.iso)), ("rows", .integer(rows)), ("tables", .integer(tables)), ("basis", .text(basis)),
    ]
  }
}

extension Session {
  /// An NHS number as typed.
  static func number(_ text: String, doing what: String) throws(Problem) -> NHSNumber {
    switch NHSNumber.read(text) {
    case .success(let number): return number
    case .failure(let fault):
      throw Problem(what, because: fault.message, try: "Give the ten digits of the NHS number.", kind: .badData)
    }
  }
}
