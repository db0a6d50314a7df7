import ArgumentParser
import CaseModel
import CaseStore

struct StaffLeaveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leave",
    abstract: "Record somebody's last day, and say what they leave behind. For administrators.",
    discussion: "At the midnight that follows, London time, every access of theirs ends.")

  @ParentCommand var parent: StaffCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The name, the account or the identifier.") var person: String
  @Option(help: "The last day.") var on: String
  @Option(help: "Why, for whoever looks later.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let file = try await session.colleague(command.person, doing: "Nothing was recorded about leaving.")
        let day = try AgreementDay.read(command.on, session.now().day)
        let left = try await session.store.leave(file.id, lastDay: day, reason: command.reason, by: session.writing)
        Outlet.afterDoing("The last day was recorded.") {
          Outlet.line("\(file.member.name) leaves after \(day.short).")
          Outlet.line(left.isNothing ? "They leave nothing behind." : "They leave behind:")
          for sentence in left.sentences { Outlet.line("  \(sentence)") }
          if !left.careRoles.isEmpty || left.reviews > 0 {
            Outlet.line("Somebody who may assign people hands them over with mdt staff handover.")
          }
        }
      }
    }
  }
}

struct StaffReturnCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "return", abstract: "Record that somebody who left is back, with a post. For administrators.")

  @ParentCommand var parent: StaffCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The name, the account or the identifier.") var person: String
  @OptionGroup var post: PostOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let what = "Nobody was recorded as back."
        let file = try await session.colleague(command.person, doing: what)
        let post = try command.post.post(session, doing: what)
        try await session.store.returnToWork(file.id, post: post, by: session.writing)
        Outlet.afterDoing("They were recorded as back.") {
          Outlet.line("\(file.member.name) works here again from \(post.from.short).")
        }
      }
    }
  }
}

struct StaffLeftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "left",
    abstract: "List the people left by somebody who leaves, whom nobody has taken yet; in numbers for administrators.")

  @ParentCommand var parent: StaffCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        // Whoever may list no one hears how many there are, and of no one.
        if try await session.store.refusal(of: .listPeople) != nil { return try await command.count(session) }
        try await command.list(session)
      }
    }
  }

  private func count(_ session: Session) async throws {
    for one in try await session.store.leftByEach() {
      if output.json || output.plain {
        Outlet.record([one.name, one.lastDay.iso, String(one.people)])
      } else {
        Outlet.line("\(one.name), last day \(one.lastDay.short): \(one.people) to hand over")
      }
    }
  }

  private func list(_ session: Session) async throws {
    let people = try await session.store.leftByLeavers()
    let (today, holidays) = (session.now().day, try await session.store.bankHolidays())
    if output.json { return Outlet.json(.list(people.map { .object($0.values) })) }
    for person in people {
      if output.plain {
        Outlet.record(person.values.map(\.1.plainText))
      } else {
        Outlet.line(person.line(today, holidays))
      }
    }
    if people.isEmpty, !output.plain { Outlet.line("Nobody was left by a leaver.") }
  }
}

struct StaffHandoverCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "handover",
    abstract: "Hand over the people of somebody who leaves. For whoever may assign people.",
    discussion: """
      Everybody of theirs, or those whose NHS numbers are given, goes to one successor; with --unallocated to nobody, \
      and stays on the list of mdt staff left. The four answers of the handover note are kept with each person.
      """)

  @ParentCommand var parent: StaffCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "Who leaves: the name, the account or the identifier.") var from: String
  @Argument(help: "Who takes them.") var to: String?
  @Option(parsing: .upToNextOption, help: "The NHS numbers; everybody where none is given.") var people: [String] = []
  @Flag(help: "Nobody takes them yet.") var unallocated = false
  @Option(name: .customLong("who-they-are"), help: "For the note: who they are.") var who = ""
  @Option(help: "For the note: what is live.") var live = ""
  @Option(help: "For the note: what is due.") var due = ""
  @Option(help: "For the note: who is cross.") var cross = ""

  func validate() throws {
    guard (to == nil) == unallocated else {
      throw ValidationError("Give who takes them, or --unallocated for nobody.")
    }
  }

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let what = "Nobody was handed over."
        let leaver = try await session.colleague(command.from, doing: what)
        var successor: StaffFile?
        if let to = command.to { successor = try await session.colleague(to, doing: what) }
        var people = [ID<Patient>]()
        for number in command.people { people.append(try await session.patient(number)) }
        let outcome = try await session.store.handOver(
          from: leaver.id, to: successor?.id, people: people.isEmpty ? nil : people,
          note: HandoverNote(
            whoTheyAre: command.who, whatIsLive: command.live, whatIsDue: command.due, whoIsCross: command.cross),
          by: session.writing)
        Outlet.afterDoing("They were handed over.") { for line in outcome.lines { Outlet.line(line) } }
      }
    }
  }
}

extension LeftPerson {
  fileprivate func line(_ today: Day, _ holidays: Set<Day>) -> String {
    let mark = isUrgent(on: today, holidays: holidays) ? "! high risk, for more than 2 working days. " : ""
    let number = nhsNumber.map { ", NHS No. \($0.spaced)" } ?? ""
    let state = isUnallocated ? "given up by" : lastDay < today ? "left by" : "about to be left by"
    return "\(mark)\(name.shown())\(number): \(roleWords), \(state) \(leaverName), \(lastDay.short)"
  }

  fileprivate var values: [(String, JSON)] {
    [
      ("nhs_number", JSON(nhsNumber?.digits)), ("family_name", .text(name.family)), ("given_names", .text(name.given)),
      ("role", .text(role)), ("leaver", .text(leaverName)), ("last_day", .text(lastDay.iso)),
      ("is_unallocated", JSON(isUnallocated)), ("is_high_risk", JSON(isHighRisk)),
    ]
  }
}

extension HandoverOutcome {
  /// What was handed over, and what was not and why.
  fileprivate var lines: [String] {
    let done =
      "Handed over: \(roles == 1 ? "1 role" : "\(roles) roles") for people, \(reviews == 1 ? "1 review" : "\(reviews) reviews") of care plans."
    return [done]
      + kept.sorted { $0.key < $1.key }.map { "Still on the list of those left: \($0.value). \($0.key)" }
  }
}
