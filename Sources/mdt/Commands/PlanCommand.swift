import ArgumentParser
import CaseModel
import CaseStore

struct PlanCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "plan", abstract: "Show a care plan, or what keeps it from being active.",
    subcommands: [PlanShowCommand.self, PlanCheckCommand.self])

  @ParentCommand var parent: MDT
}

struct PlanShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "show", abstract: "Show a person's care plan.")

  @ParentCommand var parent: PlanCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "The NHS number, with or without spaces.") var nhsNumber: [String]
  @Option(parsing: .unconditional, help: "A signed version; else the plan as it stands.") var version: Int?

  func validate() throws {
    if let version, version < 1 { throw ValidationError("--version is 1 or more: the number of a signed version.") }
  }

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.show($0) }
    }
  }

  private func show(_ session: Session) async throws {
    let id = try await session.patient(nhsNumber.joined(separator: " "))
    let person = try await session.store.person(id, by: session.writing, purpose: "care plan on the command line")
    guard let record = try await session.store.carePlan(of: id) else { throw noPlan(person) }
    let names = try await session.staffNames()
    var plan = record.plan
    var json = record.json(of: person.patient, names)
    if let version {
      guard let signed = try await session.store.planVersion(of: id, number: version) else {
        throw Problem(
          "No plan was shown.",
          because: "There is no version \(version) of this plan; the newest is \(record.versionNumber).",
          try: "Leave --version out, or name one from 1 to \(record.versionNumber).", kind: .notFound)
      }
      plan = signed.plan
      json = signed.json(of: person.patient, names)
    }
    if output.json || output.plain {
      output.tell(json)
    } else {
      let reason = version == nil ? record.noPlanReason : nil
      let standing = PlanStanding.of(
        status: record.status, nextReview: plan.nextReview, reason: reason, on: session.now().day)
      Outlet.line("\(person.patient.name.shown())  \(person.patient.nhsNumber?.spaced ?? "")")
      Outlet.line("Care plan v\(version ?? record.versionNumber)  \(standing.words)")
      if let warning = standing.warning(nextReview: plan.nextReview, to: .staff) { Outlet.line(warning) }
      for section in PlanSection.allCases { show(section, of: plan, names) }
    }
  }

  private func show(_ section: PlanSection, of plan: CarePlan, _ names: StaffNames) {
    Outlet.line("")
    Outlet.line(section.words.uppercased())
    for (item, depth) in plan.outline(section) {
      let indent = String(repeating: "  ", count: depth + 1)
      for field in item.kind.fields {
        if let value = item[field.key] {
          Outlet.line("\(indent)\(field.label): \(names.shown(value, in: field))")
        } else if field.necessity != .optional {
          Outlet.line("\(indent)\(field.label): not recorded")
        }
      }
    }
  }
}

/// That there is no plan is said with the reason, if there is one.
func noPlan(_ person: PersonRecord) -> Problem {
  Problem(
    "No plan was shown.", because: "\(person.patient.name.shown()) has no care plan.",
    try: "Open mdt, find the person and press e to begin one.", kind: .notFound)
}

struct PlanCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Say what keeps a plan from being active (R-CP-01); exit 65 if anything does.")

  @ParentCommand var parent: PlanCommand
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
    let person = try await session.store.person(id, by: session.writing, purpose: "care plan check")
    guard let record = try await session.store.carePlan(of: id) else { throw noPlan(person) }
    let complaints = PlanRules.activationComplaints(
      about: record.plan, today: session.now().day, packageChangedSince: record.plan)
    let lines = complaints.map { complaint in
      let item = record.plan[complaint.field.item]
      let label = item?.kind.field(complaint.field.key)?.label ?? complaint.field.key.rawValue
      return (complaint.field.section.words, label, complaint.rule ?? "form", complaint.message)
    }
    if output.json {
      Outlet.json(
        .list(
          lines.map {
            .object([("section", .text($0.0)), ("field", .text($0.1)), ("rule", .text($0.2)), ("message", .text($0.3))])
          }))
    } else {
      for line in lines {
        if output.plain {
          Outlet.record([line.0, line.1, line.2, line.3])
        } else {
          Outlet.line("\(line.0), \(line.1): \(line.3)")
        }
      }
      if lines.isEmpty { Outlet.line("Nothing keeps this plan from being active.") }
    }
    if !lines.isEmpty { throw ExitCode(65) }
  }
}
