import ArgumentParser
import CaseModel
import CaseStore

struct AgreementsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agreements", abstract: "Sharing agreements: which organisations may be shown which data.",
    subcommands: [
      AgreementsListCommand.self, AgreementsRecordCommand.self, AgreementsSignCommand.self, AgreementsLeaveCommand.self,
    ], defaultSubcommand: AgreementsListCommand.self)

  @ParentCommand var parent: MDT
}

struct AgreementsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the agreements with their parties and when they end.")

  @ParentCommand var parent: AgreementsCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.list($0) }
    }
  }

  private func list(_ session: Session) async throws {
    let agreements = try await session.store.agreements()
    let today = session.now().day
    if output.json { return Outlet.json(.list(agreements.map { .object($0.values) })) }
    for agreement in agreements {
      if output.plain {
        Outlet.record(agreement.values.map(\.1.plainText))
        continue
      }
      Outlet.line("\(agreement.name), version \(agreement.version)  [\(agreement.id)]")
      Outlet.line("  For: \(agreement.purpose)")
      Outlet.line("  Data: \(agreement.categories.map(\.words).sorted().joined(separator: "; "))")
      Outlet.line("  From \(agreement.startsOn.short) to \(agreement.endsOn.short)")
      for party in agreement.parties {
        let left = party.leftOn.map { ", left after \($0.short)" } ?? ""
        Outlet.line("  \(party.organisationCode), signed \(party.signedOn.short)\(left)")
      }
      if let warning = agreement.warning(on: today) { Outlet.line("  \(warning.isUrgent ? "!" : "~") \(warning.text)") }
    }
  }
}

struct AgreementsRecordCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "record", abstract: "Record an agreement that was signed. For privacy officers.")

  @ParentCommand var parent: AgreementsCommand
  @OptionGroup var options: GlobalOptions
  @Option(help: "What it is called.") var name: String
  @Option(help: "What for, in words.") var purpose: String
  @Option(name: .customLong("agreement-version"), help: "Its version.") var version = "1"
  @Option(
    parsing: .upToNextOption, help: "identity, care_plan, crisis_plan, safeguarding, reports; all where none is given.")
  var data: [String] = []
  @Option(parsing: .upToNextOption, help: "The ODS codes of those who have signed.") var parties: [String]
  @Option(help: "The day from which it counts; today where none is given.") var from: String?
  @Option(help: "The last day on which it counts.") var to: String
  @Option(help: "Where its data protection impact assessment is.") var dpia: String?
  @Option(help: "The officer who leads it.") var lead: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.record($0) }
    }
  }

  private func record(_ session: Session) async throws {
    let today = session.now().day
    let start = try from.map { try AgreementDay.read($0, today) } ?? today
    let categories = try data.map { text in
      guard let category = DataCategory(reading: text) else {
        throw Misunderstood(
          "No agreement was recorded.", because: "\"\(text)\" is no kind of data.",
          try: "Give one of \(DataCategory.allowed).")
      }
      return category
    }
    let agreement = SharingAgreement(
      id: ID(session.writing.newID()), name: name, purpose: purpose, version: version,
      categories: Set(categories.isEmpty ? DataCategory.allCases : categories), startsOn: start,
      endsOn: try AgreementDay.read(to, today), dpiaReference: dpia, leadOfficer: lead,
      parties: parties.map { .init(organisationCode: $0, signedOn: start) })
    try await session.store.record(agreement, by: session.writing)
    Outlet.afterDoing("The agreement was recorded.") {
      let parties = agreement.parties.count == 1 ? "1 party" : "\(agreement.parties.count) parties"
      Outlet.line("\(agreement.name) is recorded, with \(parties).")
    }
  }
}

struct AgreementsSignCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Record that organisations have signed an agreement. For privacy officers.")

  @ParentCommand var parent: AgreementsCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The agreement, as mdt agreements lists it in brackets.") var agreement: String
  @Argument(help: "The ODS codes of those who have signed.") var organisations: [String]
  @Option(help: "The day; today where none is given.") var on: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let today = session.now().day
        try await session.store.sign(
          ID(command.agreement), command.organisations,
          on: try command.on.map { try AgreementDay.read($0, today) } ?? today,
          by: session.writing)
        Outlet.afterDoing("The signatures were recorded.") {
          Outlet.line("\(command.organisations.joined(separator: ", ")) signed.")
        }
      }
    }
  }
}

struct AgreementsLeaveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "leave", abstract: "Record that an organisation is no party any more. For privacy officers.")

  @ParentCommand var parent: AgreementsCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The agreement, as mdt agreements lists it in brackets.") var agreement: String
  @Argument(help: "The ODS code of who leaves.") var organisation: String
  @Option(help: "Its last day as a party; yesterday where none is given.") var after: String?
  @Option(help: "Why, for whoever looks later.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let today = session.now().day
        try await session.store.leave(
          ID(command.agreement), command.organisation,
          after: try command.after.map { try AgreementDay.read($0, today) } ?? today - 1, reason: command.reason,
          by: session.writing)
        Outlet.afterDoing("It was recorded.") { Outlet.line("\(command.organisation) is no party any more.") }
      }
    }
  }
}

/// A day on the command line.
enum AgreementDay {
  static func read(_ text: String, _ today: Day) throws -> Day {
    if let day = Day(iso: text) { return day }
    guard case .success(let day) = Day.typed(text, today: today) else {
      throw Misunderstood(
        "Nothing was recorded.", because: "\"\(text)\" is no day.", try: "Write it like 2016-01-05 or 5 jan 2016.")
    }
    return day
  }
}

extension SharingAgreement {
  fileprivate var values: [(String, JSON)] {
    [
      ("id", .text(id.text)), ("name", .text(name)), ("purpose", .text(purpose)), ("version", .text(version)),
      ("from", .text(startsOn.iso)), ("to", .text(endsOn.iso)), ("dpia", JSON(dpiaReference)),
      ("lead_officer", JSON(leadOfficer)),
      ("data", .list(categories.map(\.rawValue).sorted().map { .text($0) })),
      (
        "parties",
        .list(
          parties.map {
            .object([
              ("organisation", .text($0.organisationCode)), ("signed", .text($0.signedOn.iso)),
              ("left", JSON($0.leftOn?.iso)),
            ])
          })
      ),
    ]
  }
}
