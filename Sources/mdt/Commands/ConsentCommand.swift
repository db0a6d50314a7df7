import ArgumentParser
import CaseModel
import CaseStore

struct ConsentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "consent", abstract: "Read and record what a person decides about their care and their record.",
    subcommands: [
      ConsentShowCommand.self, ConsentRecordCommand.self, ConsentVoidCommand.self, ConsentObjectCommand.self,
      ConsentEndCommand.self, ConsentOverrideCommand.self, ConsentSheetCommand.self, ConsentTasksCommand.self,
      ConsentReviewsCommand.self,
    ])

  @ParentCommand var parent: MDT
}

struct ConsentRecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record a decision. It is added to those before it, and counts from now on.",
    discussion: """
      Withdrawing from enrolment takes the person off every list at once, and asks of each open action whether it stops. \
      It is no withdrawal from emergency care: ask about the crisis plan separately.
      """)

  @ParentCommand var parent: ConsentCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The person's NHS number.") var person: String
  @Argument(help: "enrolment, share_in_mdt, share_crisis_external, contact_carer, attend_meeting or research_use.")
  var subject: String
  @Argument(help: "given, refused, withdrawn or not_asked.") var decision: String
  @Option(help: "explicit_verbal, explicit_written, best_interests, lpa ...") var basis = "explicit_verbal"
  @Option(help: "Who decided: person, attorney, deputy, imca or clinician.") var givenBy = "person"
  @Option(help: "The name of who decided for the person.") var name: String?
  @Option(help: "The day on which it was said; today where none is given.") var on: String?
  @Option(help: "From which day it holds, where that is another.") var from: String?
  @Option(help: "Its last day; of a best-interests decision, when it is looked at again.") var reviewOn: String?
  @Option(help: "Whether they could decide this: has, lacks or not_assessed.") var capacityState: String?
  @Option(help: "Why the person cannot decide this.") var capacity: String?
  @Option(help: "What exactly they agreed to or refused, in words.") var scope: String?
  @Option(help: "Where what they signed is.") var evidence: String?
  @Option(help: "Why nobody asked.") var reason: String?
  @Option(help: "Before this day nobody invites them again; wanted where an invitation is refused.")
  var doNotAskBefore: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.record($0) }
    }
  }

  private func record(_ session: Session) async throws {
    let today = session.now().day
    func day(_ text: String?) throws -> Day? { try text.map { try AgreementDay.read($0, today) } }
    let statement = ConsentStatement(
      subject: try read(subject), decision: try read(decision), basis: try read(basis), givenBy: try read(givenBy),
      givenByName: name, at: try day(on) ?? today, validFrom: try day(from), validTo: try day(reviewOn), scope: scope,
      evidence: evidence, capacityState: try capacityState.map { try read($0) }, capacity: capacity,
      reasonNotObtained: reason, doNotAskBefore: try day(doNotAskBefore))
    let patient = try await session.patient(person)
    try await session.store.record(statement, of: patient, by: session.writing)
    Outlet.afterDoing("The consent was recorded.") {
      Outlet.line("\(statement.subject.words): \(statement.decision.words.lowercasedFirst).")
      guard statement.subject == .enrolment, statement.decision == .withdrawn else { return }
      Outlet.note("Withdrawing from MDT is not withdrawing from emergency care. Ask about the crisis plan separately:")
      Outlet.note("mdt consent record \(person) share_crisis_external given|withdrawn")
    }
  }

  private func read<Code: Coded>(_ text: String) throws -> Code {
    guard let code = Code(reading: text) else {
      throw Misunderstood(
        "The consent was not recorded.", because: "\"\(text)\" is none of what can be recorded.",
        try: "Give one of \(Code.allowed).")
    }
    return code
  }
}

struct ConsentObjectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "object", abstract: "Record that a person does not want to share with an organisation or a colleague.")

  @ParentCommand var parent: ConsentCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The person's NHS number.") var person: String
  @Option(help: "The ODS code of the organisation.") var organisation: String?
  @Option(help: "The name or account of the member of staff.") var staff: String?
  @Option(help: "Its first day; today where none is given.") var from: String?
  @Option(help: "Its last day, if it has one.") var to: String?
  @Option(help: "Why, in the person's words.") var reason: String

  func validate() throws {
    if (organisation == nil) == (staff == nil) { throw ValidationError("Give --organisation or --staff.") }
  }

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let today = session.now().day
        let patient = try await session.patient(command.person)
        let party: SharingParty
        if let organisation = command.organisation {
          party = .organisation(organisation)
        } else {
          party = .staff(try await session.member(command.staff ?? "", doing: "The objection was not recorded.").id)
        }
        try await session.store.object(
          patient, to: party, from: try command.from.map { try AgreementDay.read($0, today) },
          until: try command.to.map { try AgreementDay.read($0, today) }, reason: command.reason, by: session.writing)
        Outlet.afterDoing("The objection was recorded.") {
          Outlet.line("Recorded: they see \"Restricted\" from \(command.from == nil ? "now" : "then") on.")
        }
      }
    }
  }
}
