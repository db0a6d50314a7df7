import ArgumentParser
import CaseModel
import CaseStore

struct EnrolmentCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enrolment", abstract: "Somebody's way into integrated care and out of it.",
    discussion: "Who agrees, refuses or withdraws is recorded with mdt consent; the enrolment follows it.",
    subcommands: [
      EnrolmentShowCommand.self, EnrolmentRecordCommand.self, EnrolmentDiedCommand.self, EnrolmentPracticeCommand.self,
    ])

  @ParentCommand var parent: MDT
}

struct EnrolmentShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Where somebody stands, and each step.")

  @ParentCommand var parent: EnrolmentCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "The NHS number, with or without spaces.") var nhsNumber: [String]

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.show($0) }
    }
  }

  private func show(_ session: Session) async throws {
    let id = try await session.patient(nhsNumber.joined(separator: " "))
    let file = try await session.store.enrolment(of: id, by: session.writing)
    if output.json || output.plain { return output.tell(file.json) }
    Outlet.line("\(file.name.shown()), NHS No. \(file.nhsNumber?.spaced ?? "not known")")
    let since = file.enrolledOn.map { " since \($0.short)" } ?? ""
    Outlet.line("  \(file.status.map { $0 == .enrolled ? "Enrolled\(since)" : $0.words } ?? "Never identified")")
    if let died = file.died {
      Outlet.line("  Died \(died.short)\(file.placeOfDeath.map { ", \($0.words.lowercasedFirst)" } ?? "")")
    }
    for event in file.events {
      let from = event.from.map { "\($0.words) to " } ?? ""
      Outlet.line("  \(event.on.short)  \(from)\(event.to.words.lowercasedFirst): \(event.reason)")
      Outlet.line("    Recorded \(event.at.short) by \(event.by)")
    }
    for one in file.registrations {
      let from = one.from.map { "from \($0.short)" } ?? "since before this store"
      Outlet.line("  \(one.practiceName) (\(one.practiceCode)), \(from)\(one.to.map { " to \($0.short)" } ?? "")")
    }
  }
}

struct EnrolmentRecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record that somebody was identified again, invited, or is not enrolled any more.")

  @ParentCommand var parent: EnrolmentCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The person's NHS number.") var person: String
  @Argument(help: "identified, invited, ineligible, moved or ended.") var step: String
  @Option(help: "What brought them, where they are identified: hospital, clinical_judgement ...") var route: String?
  @Option(help: "The day on which it took effect; today where none is given.") var on: String?
  @Option(help: "Why, in a sentence.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.record($0) }
    }
  }

  private func record(_ session: Session) async throws {
    let act = try act()
    let day = try on.map { try AgreementDay.read($0, session.now().day) }
    let id = try await session.patient(person)
    try await session.store.record(act, of: id, on: day, reason: reason, by: session.writing)
    Outlet.afterDoing("The step was recorded.") { Outlet.line("Recorded.") }
  }

  private func act() throws(Problem) -> EnrolmentAct {
    if step == "invited" { return .invite }
    if let ending = EnrolmentAct.Ending(reading: step) { return .end(ending) }
    guard step == "identified" else {
      throw Problem(
        "Nothing was recorded.", because: "\(step) is no step that is recorded here.",
        try:
          "Give identified, invited, ineligible, moved or ended; who agrees or refuses is recorded with mdt consent.",
        kind: .badData)
    }
    guard let route = route.flatMap({ EnrolmentRoute(reading: $0) }) else {
      throw Problem(
        "Nothing was recorded.", because: "It does not say what brought them.",
        try: "Give --route \(EnrolmentRoute.allCases.map(\.rawValue).joined(separator: ", ")).", kind: .badData)
    }
    return .identify(route)
  }
}

struct EnrolmentDiedCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "died", abstract: "Record that somebody has died, or that this was recorded in error.")

  @ParentCommand var parent: EnrolmentCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The person's NHS number.") var person: String
  @Argument(help: "The day.") var day: String?
  @Option(help: "Where, if it is known: home, hospital, hospice ...") var place: String?
  @Option(help: "How it is known; of an error, why it is one.") var reason: String
  @Flag(help: "It was recorded in error: enrolment and lists are as they were before.") var void = false

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.record($0) }
    }
  }

  private func record(_ session: Session) async throws {
    let id = try await session.patient(person)
    if void {
      try await session.store.voidDeath(of: id, reason: reason, by: session.writing)
      return Outlet.afterDoing("It was taken back.") { Outlet.line("Taken back.") }
    }
    guard let day else {
      throw Problem(
        "The death was not recorded.", because: "The day is missing.", try: "Give it behind the NHS number.",
        kind: .badData)
    }
    let where_ = try place.map { (text: String) throws(Problem) -> PreferredPlace in
      guard let place = PreferredPlace(reading: text) else {
        throw Problem(
          "The death was not recorded.", because: "\(text) is no place that is known here.",
          try: "Give home, nursing_home, residential_home, hospice, hospital, community_hospital or other.",
          kind: .badData)
      }
      return place
    }
    try await session.store.recordDeath(
      of: id, on: try AgreementDay.read(day, session.now().day), place: where_, source: reason, by: session.writing)
    Outlet.afterDoing("The death was recorded.") {
      Outlet.line("Recorded. What is still open: mdt worklist after-a-death.")
    }
  }
}

struct EnrolmentPracticeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "practice", abstract: "Record that somebody is registered with another practice.")

  @ParentCommand var parent: EnrolmentCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The person's NHS number.") var person: String
  @Argument(help: "The practice, by its code.") var practice: String
  @Option(help: "From which day; today where none is given.") var from: String?
  @Option(help: "Why, in a sentence.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let today = session.now().day
        let day = try command.from.map { try AgreementDay.read($0, today) } ?? today
        let id = try await session.patient(command.person)
        try await session.store.register(
          id, at: command.practice, from: day, reason: command.reason, by: session.writing)
        Outlet.afterDoing("The practice was changed.") { Outlet.line("Recorded.") }
      }
    }
  }
}

extension EnrolmentFile {
  fileprivate var json: JSON {
    .object([
      ("patient", .text(patient.text)), ("nhs_number", JSON(nhsNumber?.digits)), ("status", JSON(status?.rawValue)),
      ("enrolled_on", JSON(enrolledOn?.iso)), ("do_not_ask_before", JSON(doNotAskBefore?.iso)),
      ("died", JSON(died?.iso)), ("place_of_death", JSON(placeOfDeath?.rawValue)),
      (
        "steps",
        .list(
          events.map { event in
            .object([
              ("from", JSON(event.from?.rawValue)), ("to", .text(event.to.rawValue)), ("on", .text(event.on.iso)),
              ("reason", .text(event.reason)), ("by", .text(event.by)), ("at", .text(event.at.iso)),
            ])
          })
      ),
      (
        "registrations",
        .list(
          registrations.map {
            .object([
              ("practice", .text($0.practiceCode)), ("from", JSON($0.from?.iso)), ("to", JSON($0.to?.iso)),
            ])
          })
      ),
    ])
  }
}
