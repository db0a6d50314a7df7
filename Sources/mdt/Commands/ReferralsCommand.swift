import ArgumentParser
import CaseModel
import CaseStore

/// The board of referrals and its acts on the command line.
struct ReferralsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "referrals", abstract: "Referrals with their two clocks: what runs out first.",
    subcommands: [
      ReferralsListCommand.self, ReferralRecordCommand.self, ReferralAnswerCommand.self, ReferralCloseCommand.self,
      ReferralVoidCommand.self,
    ], defaultSubcommand: ReferralsListCommand.self)

  @OptionGroup var options: GlobalOptions
}

struct ReferralsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List what is open, in the order in which it runs out.")

  @ParentCommand var parent: ReferralsCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Option(help: "Those of one person, by NHS number, closed and void ones too.") var patient: String?
  @Flag(help: "Those that were closed, the newest first.") var closed = false

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { try await command.list($0) }
    }
  }

  private func list(_ session: Session) async throws {
    let referrals: [Referral]
    if let patient {
      referrals = try await session.store.referrals(of: try await session.patient(patient))
    } else {
      referrals = try await session.store.referrals(closed: closed)
    }
    let now = session.now()
    if output.json { return Outlet.json(.list(referrals.map { .object($0.values(at: now)) })) }
    for referral in referrals {
      if output.plain {
        Outlet.record(referral.values(at: now).map(\.1.plainText))
        continue
      }
      let state = referral.voidReason == nil ? referral.standingWords(at: now) : "VOID"
      Outlet.line(
        "\(state): \(referral.patientName.shown()), NHS No. \(referral.nhsNumber?.spaced ?? "not known")  [\(referral.id)]"
      )
      let place = referral.place.map { ", \($0.short)" } ?? ""
      let received = "\(referral.receivedAt.day.short) \(referral.receivedAt.clockSaid)"
      Outlet.line("  \(referral.kind.words)\(place), received \(received) from \(referral.fromName)")
      Outlet.line("  \(referral.sbar.situation)")
    }
    if referrals.isEmpty, !output.plain { Outlet.note(closed ? "None was closed." : "None is open.") }
  }
}

struct ReferralRecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record a referral; its clock started when the service received it.")

  @ParentCommand var parent: ReferralsCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "Whom, by NHS number.") var patient: String
  @Argument(help: "The service: \(ReferralKind.allowed).") var kind: String
  @Option(help: "When it was received: 09:05 today, or with --on; 01:30 BST where it came twice.") var at: String?
  @Option(help: "On which day, where it was not today.") var on: String?
  @Option(help: "Where the person is: \(ReferralPlace.allowed).") var place: String?
  @Option(help: "Who refers.") var from: String
  @Option(help: "Of which organisation.") var organisation: String
  @Option(help: "Which team answers; the service's own name where none is given.") var team: String?
  @Option(help: "Situation.") var situation: String
  @Option(help: "Background.") var background: String?
  @Option(help: "Assessment.") var assessment: String?
  @Option(help: "Recommendation: what is asked.") var recommendation: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { try await command.record($0) }
    }
  }

  private func record(_ session: Session) async throws {
    let what = "The referral was not recorded."
    let kind: ReferralKind = try read(kind, what)
    let place: ReferralPlace? = try place.map { try read($0, what) }
    let request = ReferralRequest(
      kind: kind, place: place, fromName: from, fromOrganisation: organisation, team: team ?? kind.words,
      sbar: .init(situation: situation, background: background, assessment: assessment, recommendation: recommendation),
      receivedAt: try moment(at, on: on, now: session.now(), what))
    let id = try await session.store.record(request, of: try await session.patient(patient), by: session.writing)
    Outlet.afterDoing("The referral was recorded.") { Outlet.line(id.text) }
  }
}

struct ReferralAnswerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "answer", abstract: "Record that somebody of the service answered, which stops the clock.")

  @ParentCommand var parent: ReferralsCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The referral, as mdt referrals lists it in brackets.") var referral: String
  @Argument(help: "How: \(ResponseKind.allowed).") var kind: String
  @Option(help: "When: 09:40 today, or with --on; now where nothing is given.") var at: String?
  @Option(help: "On which day, where it was not today.") var on: String?
  @Option(help: "Who answered, where it was not you.") var by: String?
  @Option(help: "A note.") var note: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { session in
        let what = "The answer was not recorded."
        let found = try await referralOf(command.referral, session, what)
        let response = ResponseRequest(
          kind: try read(command.kind, what), at: try moment(command.at, on: command.on, now: session.now(), what),
          by: command.by, note: command.note)
        try await session.store.respond(to: found.id, of: found.patient, response, by: session.writing)
        let after = try await session.store.referrals(of: found.patient).first { $0.id == found.id } ?? found
        Outlet.afterDoing("The answer was recorded.") { Outlet.line(after.standingWords(at: session.now()) + ".") }
      }
    }
  }
}

struct ReferralCloseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "close", abstract: "Close a referral with what became of it, and what it avoided.")

  @ParentCommand var parent: ReferralsCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The referral, as mdt referrals lists it in brackets.") var referral: String
  @Argument(help: "The outcome: \(ReferralOutcome.allowed).") var outcome: String
  @Option(help: "A note.") var note: String?
  @Option(help: "What it avoided, where you judge so: \(AvoidedKind.allowed).") var avoided: String?
  @Option(help: "What the judgement rests on: \(AvoidedBasis.allowed).") var basis: String?
  @Option(help: "How sure you are: \(AvoidedConfidence.allowed).") var confidence: String?
  @Option(help: "What one sees it by.") var evidence: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { try await command.close($0) }
    }
  }

  private func close(_ session: Session) async throws {
    let what = "The referral was not closed."
    let found = try await referralOf(referral, session, what)
    var claim: AvoidedClaim?
    if let avoided {
      claim = AvoidedClaim(
        kind: try read(avoided, what), at: session.now(), service: found.team, basis: try read(basis ?? "", what),
        confidence: try read(confidence ?? "", what), evidence: evidence ?? "")
    }
    let closing = ClosingRequest(outcome: try read(outcome, what), note: note, claim: claim)
    try await session.store.close(found.id, of: found.patient, closing, by: session.writing)
    Outlet.afterDoing("The referral was closed.") { Outlet.line("\(closing.outcome.words).") }
  }
}

struct ReferralVoidCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "void", abstract: "Mark a referral as recorded in error; it stays to be read.")

  @ParentCommand var parent: ReferralsCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The referral, as mdt referrals lists it in brackets.") var referral: String
  @Option(help: "What was wrong.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { session in
        let found = try await referralOf(command.referral, session, "The referral was not voided.")
        try await session.store.voidReferral(
          found.id, of: found.patient, reason: command.reason, by: session.writing)
        Outlet.afterDoing("The referral was voided.") { Outlet.line("Void.") }
      }
    }
  }
}

/// An answer of a closed list as typed.
func read<Code: Coded>(_ text: String, _ what: String) throws -> Code {
  guard let code = Code(reading: text) else {
    throw Misunderstood(
      what, because: text.isEmpty ? "An answer is missing." : "\"\(text)\" is none of the answers.",
      try: "Give one of \(Code.allowed).")
  }
  return code
}

/// A day and a time as typed; now where neither is given.
private func moment(_ time: String?, on day: String?, now: Moment, _ what: String) throws -> Moment {
  var date = now.day
  if let day {
    switch Day.typed(day, today: now.day) {
    case .success(let read): date = read
    case .failure(let fault): throw Misunderstood(what, because: fault.message, try: "Give the day again.")
    }
  }
  guard let time else {
    guard day == nil else { throw Misunderstood(what, because: "The day has no time.", try: "Give --at too.") }
    return now
  }
  switch Moment.typed(time, on: date) {
  case .success(let read): return read
  case .failure(let fault): throw Misunderstood(what, because: fault.message, try: "Give the time again.")
  }
}

/// One of those that the reader's work reaches, open or closed.
private func referralOf(_ id: String, _ session: Session, _ what: String) async throws -> Referral {
  let open = try await session.store.referrals()
  if let found = open.first(where: { $0.id.text == id }) { return found }
  guard let found = try await session.store.referrals(closed: true).first(where: { $0.id.text == id }) else {
    throw Problem(
      what, because: "There is no such referral among those that you reach.", try: "List them with mdt referrals.",
      kind: .notFound)
  }
  return found
}

extension Referral {
  /// Both clocks, never one in place of the other (R-RF-01).
  fileprivate func values(at now: Moment) -> [(String, JSON)] {
    let end = closing.map { min($0.at, now) } ?? now
    return [
      ("id", .text(id.text)), ("person", .text(patientName.shown())), ("nhs_number", JSON(nhsNumber?.digits)),
      ("kind", .text(kind.rawValue)), ("place", JSON(place?.rawValue)), ("from", .text(fromName)),
      ("organisation", .text(fromOrganisation)), ("team", .text(team)), ("received_at", .text(receivedAt.iso)),
      ("due_at", JSON(clock.due?.iso)), ("answered_at", JSON(firstResponse?.at.iso)),
      ("response_kind", JSON(firstResponse?.kind.rawValue)), ("elapsed_minutes", .integer(clock.elapsed(at: end))),
      ("service_minutes", .integer(clock.service(at: end))), ("standard_minutes", .integer(standard.minutes)),
      ("breach", .flag(standing(at: now).isBreach)), ("standing", .text(standingWords(at: now))),
      ("situation", .text(sbar.situation)), ("recommendation", .text(sbar.recommendation)),
      ("outcome", JSON(closing?.outcome.rawValue)), ("closed_at", JSON(closing?.at.iso)),
      ("void_reason", JSON(voidReason)),
    ]
  }
}
