import ArgumentParser
import CaseModel
import CaseStore

struct TeamCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "team", abstract: "Who looks after a person: accept, decline, end, and say that the person was told.",
    subcommands: [
      TeamShowCommand.self, TeamAcceptCommand.self, TeamDeclineCommand.self, TeamEndCommand.self, TeamToldCommand.self,
      TeamAskCommand.self, TeamMineCommand.self,
    ], defaultSubcommand: TeamShowCommand.self)

  @ParentCommand var parent: MDT
}

struct TeamShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show who looks after a person, and who did. The opening of the record is audited.")

  @ParentCommand var parent: TeamCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "The NHS number, with or without spaces.") var person: [String]

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.show($0) }
    }
  }

  private func show(_ session: Session) async throws {
    let id = try await session.patient(person.joined(separator: " "))
    let record = try await session.store.person(id, by: session.writing, purpose: "team")
    let team = try await session.store.careTeam(of: id)
    if output.json || output.plain { return output.tell(team.json) }
    Outlet.line("\(record.patient.name.shown()), NHS No. \(record.patient.nhsNumber?.spaced ?? "not known")")
    for request in team.waiting {
      Outlet.line(
        "! Waits for a \(request.role.words.lowercasedFirst) since \(request.since.day.short): \(request.reason ?? request.source.words)"
      )
    }
    for one in team.current {
      Outlet.line("\(one.role.words): \(one.name), \(one.organisation)\(one.phone.map { ", \($0)" } ?? "")")
      Outlet.line(
        "  since \(one.start.day.short), \(one.acceptanceWords), \(one.toldWords). \(one.reason.words), by \(one.assignedBy)"
          + "\(one.reasonText.map { ": \($0)" } ?? "")  [\(one.id)]")
    }
    if let link = team.linkWorker {
      Outlet.line("\(LinkWorker.words): \(link.name), \(link.locality)\(link.phone.map { ", \($0)" } ?? "")")
    }
    for one in team.past {
      let why = [one.declinedAt == nil ? one.endReason?.words.lowercasedFirst : "declined", one.endText]
      Outlet.line(
        "Before: \(one.name), \(one.role.words.lowercasedFirst), \(one.start.day.short) to \(one.end?.day.short ?? ""), "
          + why.compactMap { $0 }.joined(separator: ", "))
    }
    for note in team.notes {
      Outlet.line("Handover \(note.at.day.short), \(note.from) to \(note.to ?? "nobody"), by \(note.author)")
      for (question, answer) in note.note.answers where !answer.isEmpty { Outlet.line("  \(question): \(answer)") }
    }
  }
}

extension CareTeamRecord {
  fileprivate var json: JSON {
    .object([
      ("current", .list(current.map(\.json))), ("past", .list(past.map(\.json))),
      (
        "waiting",
        .list(
          waiting.map {
            .object([
              ("id", .text($0.id)), ("role", .text($0.role.rawValue)), ("since", .text($0.since.iso)),
              ("source", .text($0.source.rawValue)), ("reason", JSON($0.reason)),
            ])
          })
      ),
      (
        "locality_link_worker",
        linkWorker.map {
          .object([
            ("name", .text($0.name)), ("locality", .text($0.locality)), ("phone", JSON($0.phone)),
            ("holds_case", .flag(false)),
          ])
        } ?? .absent
      ),
      (
        "handover_notes",
        .list(
          notes.map {
            .object([
              ("at", .text($0.at.iso)), ("from", .text($0.from)), ("to", JSON($0.to)), ("author", .text($0.author)),
              ("who_they_are", .text($0.note.whoTheyAre)), ("what_is_live", .text($0.note.whatIsLive)),
              ("what_is_due", .text($0.note.whatIsDue)), ("who_is_cross", .text($0.note.whoIsCross)),
            ])
          })
      ),
    ])
  }
}

extension CareAssignment {
  fileprivate var json: JSON {
    .object([
      ("id", .text(id)), ("role", .text(role.rawValue)), ("name", .text(name)), ("organisation", .text(organisation)),
      ("start", .text(start.iso)), ("end", JSON(end?.iso)), ("assigned_by", .text(assignedBy)),
      ("reason", .text(reason.rawValue)), ("reason_text", JSON(reasonText)), ("asked_at", JSON(askedAt?.iso)),
      ("accepted_at", JSON(acceptedAt?.iso)), ("declined_at", JSON(declinedAt?.iso)),
      ("person_told_on", JSON(toldOn?.iso)), ("person_told_method", JSON(toldMethod?.rawValue)),
      ("weight", JSON(weight)), ("end_reason", JSON(endReason?.rawValue)), ("end_text", JSON(endText)),
    ])
  }
}

/// One role of a person's team, by what is typed.
private struct TeamPlace {
  let patient: ID<Patient>
  let one: CareAssignment
}

extension Session {
  fileprivate func place(
    _ person: String, _ role: String?, mine: Bool, doing what: String
  ) async throws -> TeamPlace {
    let id = try await patient(person)
    let team = try await store.careTeam(of: id).current
    var found = team
    if let role {
      guard let wanted = CareRole(reading: role) else {
        throw Misunderstood(what, because: "\"\(role)\" is no role.", try: "Give one of \(CareRole.allowed).")
      }
      found = team.filter { $0.role == wanted }
    }
    if mine { found = found.filter { $0.staff == actor.id && $0.isWaiting } }
    guard found.count == 1, let one = found.first else {
      throw Misunderstood(
        what, because: found.isEmpty ? "There is no such role of theirs." : "There are several.",
        try: "List them with mdt team, and give --role.")
    }
    return TeamPlace(patient: id, one: one)
  }
}

struct TeamAcceptCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Accept the role that you were asked to take for a person.")

  @ParentCommand var parent: TeamCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The NHS number.") var person: String
  @Option(help: "Which role, where you were asked for several.") var role: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let place = try await session.place(command.person, command.role, mine: true, doing: "Nothing was accepted.")
        try await session.store.accept(place.one.id, of: place.patient, by: session.writing)
        Outlet.afterDoing("It was accepted.") {
          Outlet.line("Accepted: you are their \(place.one.role.words.lowercasedFirst).")
        }
      }
    }
  }
}

struct TeamDeclineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decline", abstract: "Decline the role that you were asked to take, and say why.")

  @ParentCommand var parent: TeamCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The NHS number.") var person: String
  @Option(help: "Which role, where you were asked for several.") var role: String?
  @Option(help: "capacity, conflict_of_interest, person_request and others.") var reason = "capacity"
  @Option(help: "Why, in words.") var text: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let what = "Nothing was declined."
        let reason = try AssignmentEnd.read(command.reason, doing: what)
        let place = try await session.place(command.person, command.role, mine: true, doing: what)
        try await session.store.decline(
          place.one.id, of: place.patient, reason: reason, text: command.text, by: session.writing)
        Outlet.afterDoing("It was declined.") { Outlet.line("Declined: the person waits for somebody else.") }
      }
    }
  }
}

struct TeamEndCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "end", abstract: "End somebody's role for a person.")

  @ParentCommand var parent: TeamCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The NHS number.") var person: String
  @Option(help: "Which role.") var role: String
  @Option(help: "step_down, closed, died, reallocation, capacity and others.") var reason: String
  @Option(help: "Why, in words.") var text: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let what = "Nothing was ended."
        let reason = try AssignmentEnd.read(command.reason, doing: what)
        let place = try await session.place(command.person, command.role, mine: false, doing: what)
        try await session.store.endAssignment(
          place.one.id, of: place.patient, version: place.one.rowVersion, reason: reason, text: command.text,
          by: session.writing)
        Outlet.afterDoing("It was ended.") {
          Outlet.line("\(place.one.name) is their \(place.one.role.words.lowercasedFirst) no more.")
        }
      }
    }
  }
}

struct TeamToldCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "told", abstract: "Record that the person was told who looks after them.")

  @ParentCommand var parent: TeamCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The NHS number.") var person: String
  @Option(help: "Of which role; the one that they were not told of yet, where it is not given.") var role: String?
  @Option(help: "phone, in_person, letter, text, email or through_carer.") var how: String
  @Option(help: "On what day; today where it is not given.") var on: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let what = "Nothing was recorded."
        guard let how = ToldMethod(reading: command.how) else {
          throw Misunderstood(what, because: "\"\(command.how)\" is no way.", try: "Give one of \(ToldMethod.allowed).")
        }
        var day = session.now().day
        if let on = command.on {
          guard case .success(let read) = Day.typed(on, today: day) else {
            throw Misunderstood(what, because: "\"\(on)\" is no day.", try: "Write it like 5 jan 2016.")
          }
          day = read
        }
        let place: TeamPlace
        if command.role == nil {
          let id = try await session.patient(command.person)
          let untold = try await session.store.careTeam(of: id).current.filter { $0.tellBy(days: 0) != nil }
          guard untold.count == 1, let one = untold.first else {
            throw Misunderstood(
              what, because: untold.isEmpty ? "They know everybody." : "There are several.",
              try: "List them with mdt team, and give --role.")
          }
          place = TeamPlace(patient: id, one: one)
        } else {
          place = try await session.place(command.person, command.role, mine: false, doing: what)
        }
        try await session.store.recordTold(place.one.id, of: place.patient, on: day, how, by: session.writing)
        Outlet.afterDoing("It was recorded.") { Outlet.line("Told \(day.short), \(how.words.lowercasedFirst).") }
      }
    }
  }
}

struct TeamAskCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Put a person on the list of those who wait for somebody in a role.")

  @ParentCommand var parent: TeamCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The NHS number.") var person: String
  @Option(help: "named_social_worker, accountable_gp or care_coordinator.") var role = "named_social_worker"
  @Flag(help: "An MDT decided it.") var mdt = false
  @Option(help: "Why.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        guard let role = CareRole(reading: command.role) else {
          throw Misunderstood(
            "Nobody was asked for.", because: "\"\(command.role)\" is no role.", try: "Give one of \(CareRole.allowed)."
          )
        }
        let id = try await session.patient(command.person)
        try await session.store.requestAllocation(
          of: id, role: role, source: command.mdt ? .mdtDecision : .asked, reason: command.reason, by: session.writing)
        Outlet.afterDoing("It was recorded.") { Outlet.line("They wait for a \(role.words.lowercasedFirst).") }
      }
    }
  }
}

struct TeamMineCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mine", abstract: "Those you look after: who needs you today, this week, and everyone else.")

  @ParentCommand var parent: TeamCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.list($0) }
    }
  }

  private func list(_ session: Session) async throws {
    let mine = try await session.store.myPeople()
    let rows = mine.people.map { person -> [(String, JSON)] in
      [
        ("nhs_number", JSON(person.nhsNumber?.digits)), ("name", .text(person.name.shown())),
        ("born", .text(person.born.iso)), ("group", .text(["today", "week", "rest"][person.group.rawValue])),
        ("due", JSON(person.due?.iso)), ("notes", .text(person.notes.map(\.words).joined(separator: "; "))),
        ("cover_for", JSON(person.coverFor)), ("to_accept", .flag(person.asked != nil)),
      ]
    }
    if output.json { return Outlet.json(.list(rows.map { .object($0) })) }
    if output.plain {
      for row in rows { Outlet.record(row.map(\.1.plainText)) }
      return
    }
    Outlet.line("\(mine.sinceWords()).")
    for group in [MyPerson.Group.today, .week, .rest] where mine.count(group) > 0 {
      Outlet.line(group.words)
      for person in mine.people where person.group == group {
        Outlet.line(
          "  \(person.name.shown()), NHS No. \(person.nhsNumber?.spaced ?? "not known"): "
            + (person.notes.isEmpty ? person.words : person.notes.map(\.text).joined(separator: "; ")))
      }
    }
    if mine.people.isEmpty { Outlet.note("You look after nobody.") }
  }
}

extension AssignmentEnd {
  fileprivate static func read(_ text: String, doing what: String) throws -> AssignmentEnd {
    guard let reason = AssignmentEnd(reading: text) else {
      throw Misunderstood(what, because: "\"\(text)\" is no reason.", try: "Give one of \(AssignmentEnd.allowed).")
    }
    return reason
  }
}
