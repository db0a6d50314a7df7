import ArgumentParser
import CaseModel
import CaseStore

struct ConsentShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "What stands now, with whom the person does not want to share, and all that was said.")

  @ParentCommand var parent: ConsentCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "The person's NHS number.") var person: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.show($0) }
    }
  }

  private func show(_ session: Session) async throws {
    let patient = try await session.patient(person)
    let record = try await session.store.consent(of: patient, by: session.writing)
    let today = session.now().day
    if output.json || output.plain { return output.tell(record.json) }
    Outlet.line(
      "\(record.patient.name.shown()), integrated care: \(record.enrolment?.words.lowercasedFirst ?? "not known")")
    for subject in ConsentSubject.allCases {
      Outlet.line("  \(subject.words): \(record.line(subject, on: today, .staff).words)")
    }
    if record.openTasks > 0 { Outlet.line("! Open actions to stop or transfer: \(record.openTasks)") }
    for restriction in record.restrictions {
      let isNow = restriction.isInForce(on: today) ? "" : "not in force, "
      Outlet.line("Not with \(isNow)\(restriction.words(.staff))  [\(restriction.id)]")
    }
    for override in record.overrides { Outlet.line("Against the person's wish: \(override.words(.staff))") }
    Outlet.line("Everything that was said, the newest first:")
    for recorded in record.statements {
      Outlet.line("  \(recorded.statement.subject.words): \(recorded.words(.staff))  [\(recorded.id)]")
      for detail in recorded.details(.staff) { Outlet.line("    \(detail)") }
    }
  }
}

struct ConsentVoidCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void", abstract: "Mark a statement as recorded in error. It stays to be read, and counts no more.")

  @ParentCommand var parent: ConsentCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The person's NHS number.") var person: String
  @Argument(help: "The statement, as mdt consent show lists it in brackets.") var statement: String
  @Option(help: "What was wrong.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let patient = try await session.patient(command.person)
        try await session.store.voidConsent(
          command.statement, of: patient, reason: command.reason, by: session.writing)
        Outlet.afterDoing("The statement was voided.") { Outlet.line("Void: it counts no more, and stays to be read.") }
      }
    }
  }
}

struct ConsentEndCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "Record that a person objects no longer: today is the objection's last day.")

  @ParentCommand var parent: ConsentCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The person's NHS number.") var person: String
  @Argument(help: "The objection, as mdt consent show lists it in brackets.") var objection: String
  @Option(help: "What the person said.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let patient = try await session.patient(command.person)
        try await session.store.endObjection(
          command.objection, of: patient, reason: command.reason, by: session.writing)
        Outlet.afterDoing("The objection was ended.") { Outlet.line("Today is its last day.") }
      }
    }
  }
}

struct ConsentOverrideCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "override",
    abstract: "Record that a named person decided to share a record against the person's wish.",
    discussion: """
      It opens the record to one member of staff for some days, at most 14, and is reported to the privacy officer with \
      who decided it. For an hour, and at once, break the glass instead.
      """)

  @ParentCommand var parent: ConsentCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The person's NHS number.") var person: String
  @Argument(help: "vital_interest, serious_crime or safeguarding.") var ground: String
  @Option(help: "Who decided it.") var decidedBy: String
  @Option(help: "In what post they decided it.") var role: String
  @Option(help: "Whom it opens the record to: a name or an account; yourself where none is given.") var staff: String?
  @Option(help: "For how many days.") var days = 1
  @Option(help: "Why, in a sentence.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.record($0) }
    }
  }

  private func record(_ session: Session) async throws {
    guard let ground = OverrideGround(reading: ground) else {
      throw Misunderstood(
        "Nothing was shared.", because: "\"\(self.ground)\" is no ground.",
        try: "Give one of \(OverrideGround.allowed).")
    }
    let patient = try await session.patient(person)
    var member = session.actor.id
    if let staff { member = try await session.member(staff, doing: "Nothing was shared.").id }
    let until = try await session.store.overrideSharing(
      of: patient,
      OverrideRequest(ground: ground, decidedByName: decidedBy, decidedByRole: role, staff: member, days: days),
      reason: reason, by: session.writing)
    Outlet.afterDoing("It was recorded.") {
      Outlet.line("Open to them until \(until.short). The privacy officer is told who decided it.")
    }
  }
}

extension ConsentRecord {
  fileprivate var json: JSON {
    .object([
      ("nhs_number", JSON(patient.nhsNumber?.digits)), ("enrolment", JSON(enrolment?.rawValue)),
      ("open_tasks", .integer(openTasks)),
      ("statements", .list(statements.map(\.json))),
      (
        "objections",
        .list(
          restrictions.map {
            .object([
              ("id", .text($0.id)), ("party", .text($0.party)), ("from", .text($0.from.iso)), ("to", JSON($0.to?.iso)),
              ("reason", .text($0.reason)), ("recorded_by", .text($0.recordedBy)),
            ])
          })
      ),
      (
        "overrides",
        .list(
          overrides.map {
            .object([
              ("id", .text($0.id)), ("ground", .text($0.ground.rawValue)), ("decided_by", .text($0.decidedByName)),
              ("decided_by_role", .text($0.decidedByRole)), ("open_to", .text($0.staffName)),
              ("at", .text($0.at.iso)), ("until", .text($0.until.iso)), ("reason", .text($0.reason)),
            ])
          })
      ),
    ])
  }
}

extension RecordedStatement {
  fileprivate var json: JSON {
    .object([
      ("id", .text(id)), ("subject", .text(statement.subject.rawValue)),
      ("decision", .text(statement.decision.rawValue)), ("basis", .text(statement.basis.rawValue)),
      ("given_by", .text(statement.givenBy.rawValue)), ("given_by_name", JSON(statement.givenByName)),
      ("at", .text(statement.at.iso)), ("valid_from", JSON(statement.validFrom?.iso)),
      ("valid_to", JSON(statement.validTo?.iso)), ("scope", JSON(statement.scope)),
      ("evidence", JSON(statement.evidence)), ("capacity_state", JSON(statement.capacityState?.rawValue)),
      ("capacity", JSON(statement.capacity)), ("reason_not_obtained", JSON(statement.reasonNotObtained)),
      ("do_not_ask_before", JSON(statement.doNotAskBefore?.iso)), ("taken_by", JSON(takenBy)),
      ("organisation", JSON(organisation)), ("void_reason", JSON(void?.reason)), ("void_by", JSON(void?.by)),
    ])
  }
}
