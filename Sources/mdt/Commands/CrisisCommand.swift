import ArgumentParser
import CaseModel
import CaseStore

struct CrisisCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "crisis", abstract: "Show a crisis plan, say whether it would work at night, or print it on one page.",
    subcommands: [CrisisShowCommand.self, CrisisCheckCommand.self, CrisisPrintCommand.self])

  @ParentCommand var parent: MDT
}

struct CrisisShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show what is in force of a person's crisis plan. Each showing is audited.")

  @ParentCommand var parent: CrisisCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "The NHS number, with or without spaces.") var nhsNumber: [String]
  @Flag(help: "The team's draft, which is not in force.") var draft = false

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.show($0) }
    }
  }

  private func show(_ session: Session) async throws {
    let id = try await session.patient(nhsNumber.joined(separator: " "))
    if draft { return try await showDraft(id, session) }
    let view = try await session.store.emergencyView(
      of: id, reason: "shown on the command line", by: session.writing)
    guard !output.json, !output.plain else { return output.tell(view.json) }
    Outlet.line(
      "\(view.patient.name.shown())  Born \(view.patient.born.short)  \(view.patient.nhsNumber?.spaced ?? "")")
    for item in view.items(to: .staff) { item.lines.forEach { Outlet.line("\(item.label): \($0)") } }
    guard let plan = view.record?.plan else { return }
    Outlet.line("")
    tell(plan)
  }

  private func showDraft(_ id: ID<Patient>, _ session: Session) async throws {
    let file = try await session.store.crisisFile(of: id)
    guard let record = file.draft else {
      throw Problem(
        "No draft was shown.", because: "There is no draft of this person's crisis plan.",
        try: "Leave --draft out, or open mdt and begin one.", kind: .notFound)
    }
    guard !output.json, !output.plain else { return output.tell(record.json(of: file.patient, on: session.now().day)) }
    Outlet.line("\(file.patient.name.shown())  \(file.patient.nhsNumber?.spaced ?? "")")
    Outlet.line("DRAFT, NOT IN FORCE. Begun by \(record.draftedBy), last changed \(record.updatedAt.short).")
    tell(record.plan)
  }

  private func tell(_ plan: CrisisPlan) {
    for section in CrisisSection.allCases {
      let fields = section.fields.filter { plan[$0] != nil }
      guard !fields.isEmpty else { continue }
      Outlet.line(section.title.uppercased())
      for field in fields { Outlet.line("  \(field.label): \(field.shown(plan[field] ?? ""))") }
    }
  }
}

struct CrisisCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say whether a crisis plan would work at 3 a.m., and what is missing; exit 65 if it would fail.")

  @ParentCommand var parent: CrisisCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "The NHS number, with or without spaces.") var nhsNumber: [String]

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.check($0) }
    }
  }

  private func check(_ session: Session) async throws {
    let id = try await session.patient(nhsNumber.joined(separator: " "))
    let file = try await session.store.crisisFile(of: id)
    let ready = CrisisReadiness(
      of: file.current, on: session.now().day, file.surroundings, unreviewedUse: file.unreviewedUse,
      staleCopies: file.staleCopies.count)
    let gaps = file.current.map { CrisisRules.confirmedGaps(of: $0.plan) } ?? []
    if output.json {
      Outlet.json(
        .object([
          ("verdict", .text(ready.verdict)),
          (
            "findings",
            .list(
              ready.findings.map {
                .object([("code", .text($0.code)), ("mark", .text(String($0.weight.mark))), ("words", .text($0.words))])
              })
          ), ("gaps", .list(gaps.map { .text($0.rawValue) })),
        ]))
    } else if output.plain {
      for finding in ready.findings { Outlet.record([finding.code, String(finding.weight.mark), finding.words]) }
      for gap in gaps { Outlet.record(["gap", " ", gap.rawValue]) }
    } else {
      Outlet.line("\(ready.mark) \(ready.verdict)")
      for finding in ready.findings { Outlet.line("\(finding.weight.mark) \(finding.words)") }
      if !gaps.isEmpty { Outlet.line("Missing for a confirmed plan: \(CrisisRules.words(gaps)).") }
    }
    if ready.findings.contains(where: { $0.weight == .failure }) { throw ExitCode(65) }
  }
}
