import ArgumentParser
import CaseModel
import CaseStore

struct OrganisationsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "organisations",
    abstract: "The organisations, and to which network and locality a practice belongs from when to when.",
    subcommands: [
      OrganisationsListCommand.self, OrganisationsShowCommand.self, OrganisationsAddCommand.self,
      OrganisationsChangeCommand.self, OrganisationsEndCommand.self, OrganisationsLinkCommand.self,
      OrganisationsUnlinkCommand.self,
    ], defaultSubcommand: OrganisationsListCommand.self)

  @ParentCommand var parent: MDT
}

struct OrganisationsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the organisations.")

  @ParentCommand var parent: OrganisationsCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let (files, today) = (try await session.store.organisationFiles(), session.now().day)
        if command.output.json { return Outlet.json(.list(files.map { .object($0.values(today)) })) }
        if command.output.plain {
          for file in files { Outlet.record(file.values(today).map(\.1.plainText)) }
          return
        }
        for file in files { Outlet.line("\(file.code)  \(file.organisation.name)  \(file.words(on: today))") }
      }
    }
  }
}

struct OrganisationsShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one organisation with its links from the newest on, and how many work there.")

  @ParentCommand var parent: OrganisationsCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The ODS code.") var code: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let file = try await session.store.organisationFile(command.code)
        Outlet.line("\(file.code)  \(file.organisation.name)  \(file.words(on: session.now().day))")
        Outlet.line("  \(file.staff) staff, \(file.people) people registered")
        for link in file.links { Outlet.line("  \(link.places): \(link.dates)") }
      }
    }
  }
}

struct OrganisationsAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Add an organisation by its ODS code. For administrators.")

  @ParentCommand var parent: OrganisationsCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The ODS code.") var code: String
  @Option(help: "Its name.") var name: String
  @Option(help: "What it is: gp_practice, acute, community_mh, local_authority...") var kind: String
  @Option(help: "The day on which it opened.") var opened: String?
  @Option(help: "The telephone number.") var phone: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let today = session.now().day
        try await session.store.addOrganisation(
          code: command.code, name: command.name, kind: try OrganisationKind.read(command.kind),
          openFrom: try command.opened.map { try AgreementDay.read($0, today) }, phone: command.phone,
          by: session.writing)
        Outlet.afterDoing("\(command.name) was added.") { Outlet.line("\(command.name) is added.") }
      }
    }
  }
}

struct OrganisationsChangeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "change", abstract: "Change an organisation's name, kind or telephone number. For administrators.")

  @ParentCommand var parent: OrganisationsCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The ODS code.") var code: String
  @Option(help: "Its name.") var name: String?
  @Option(help: "What it is: gp_practice, acute, community_mh, local_authority...") var kind: String?
  @Option(help: "The telephone number.") var phone: String?
  @Option(help: "Why, for whoever looks later.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        try await session.store.changeOrganisation(
          command.code, name: command.name, kind: try command.kind.map { try OrganisationKind.read($0) },
          phone: command.phone, reason: command.reason, by: session.writing)
        Outlet.afterDoing("It was changed.") { Outlet.line("Changed.") }
      }
    }
  }
}

struct OrganisationsEndCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "end", abstract: "Record the day on which an organisation closes. For administrators.")

  @ParentCommand var parent: OrganisationsCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The ODS code.") var code: String
  @Option(help: "The first day on which it is closed.") var on: String
  @Option(help: "Why, for whoever looks later.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let day = try AgreementDay.read(command.on, session.now().day)
        try await session.store.closeOrganisation(command.code, on: day, reason: command.reason, by: session.writing)
        let file = try await session.store.organisationFile(command.code)
        Outlet.afterDoing("It was recorded.") {
          Outlet.line("\(file.organisation.name) closes on \(day.short).")
          if file.staff + file.people > 0 {
            Outlet.line("Still there: \(file.staff) staff, \(file.people) people registered.")
          }
        }
      }
    }
  }
}

struct OrganisationsLinkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Link a practice to a network and a locality from a day on; the link before ends. For administrators.")

  @ParentCommand var parent: OrganisationsCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The ODS code of the practice.") var code: String
  @Option(help: "The network.") var network: String?
  @Option(help: "The locality.") var locality: String?
  @Option(help: "The first day; today where none is given.") var from: String?
  @Option(help: "Why, for whoever looks later.") var reason: String
  @Flag(help: "A network or locality that is not known yet is new, and no slip.") var new = false

  func validate() throws {
    guard network != nil || locality != nil else { throw ValidationError("Give a network or a locality.") }
  }

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let today = session.now().day
        let day = try command.from.map { try AgreementDay.read($0, today) } ?? today
        try await session.store.linkPractice(
          command.code, network: command.network, locality: command.locality, from: day, reason: command.reason,
          allowsNew: command.new, by: session.writing)
        Outlet.afterDoing("The practice was linked.") {
          Outlet.line("It belongs to \(PracticeLink.places(command.network, command.locality)) from \(day.short).")
        }
      }
    }
  }
}

struct OrganisationsUnlinkCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unlink", abstract: "End a practice's link without another. For administrators.")

  @ParentCommand var parent: OrganisationsCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The ODS code of the practice.") var code: String
  @Option(help: "The first day without it; today where none is given.") var from: String?
  @Option(help: "Why, for whoever looks later.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let today = session.now().day
        let day = try command.from.map { try AgreementDay.read($0, today) } ?? today
        try await session.store.linkPractice(
          command.code, network: nil, locality: nil, from: day, reason: command.reason, by: session.writing)
        Outlet.afterDoing("The link was ended.") { Outlet.line("It belongs to no locality from \(day.short).") }
      }
    }
  }
}

extension OrganisationKind {
  static func read(_ text: String) throws -> OrganisationKind {
    guard let kind = OrganisationKind(reading: text) else {
      throw Misunderstood(
        "Nothing was changed.", because: "\"\(text)\" is no kind of organisation.",
        try: "Give one of \(OrganisationKind.allowed).")
    }
    return kind
  }
}

extension OrganisationFile {
  fileprivate func values(_ today: Day) -> [(String, JSON)] {
    let link = links.first { $0.isInForce(on: today) }
    return [
      ("ods_code", .text(code)), ("name", .text(organisation.name)), ("kind", JSON(organisation.kind?.rawValue)),
      ("network", JSON(link?.network)), ("locality", JSON(link?.locality)), ("phone", JSON(phone)),
      ("open_from", JSON(organisation.openFrom?.iso)), ("closed_on", JSON(organisation.closedOn?.iso)),
      ("staff", .integer(staff)), ("people", .integer(people)),
    ]
  }
}
