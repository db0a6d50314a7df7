import ArgumentParser
import CaseModel
import CaseStore

struct RetentionHoldsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "holds", abstract: "List legal holds and public inquiries, in force and lifted.")

  @ParentCommand var parent: RetentionCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let holds = try await session.store.retentionHolds()
        if command.output.json { return Outlet.json(.list(holds.map { .object($0.values) })) }
        for hold in holds {
          if command.output.plain {
            Outlet.record(hold.values.map(\.1.plainText))
            continue
          }
          let whose = hold.patient.map { "one record (\($0))" } ?? "every record"
          let lifted = hold.liftedOn.map {
            ", lifted on \($0.short) by \(hold.liftedBy ?? "somebody"): \(hold.liftReason ?? "")"
          }
          Outlet.line("\(hold.kind.words), \(hold.name): \(whose)  [\(hold.id)]")
          Outlet.line("  since \(hold.from.short) by \(hold.by): \(hold.reason)\(lifted ?? "")")
        }
        if holds.isEmpty, !command.output.plain { Outlet.note("Nothing is held.") }
      }
    }
  }
}

struct RetentionHoldCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hold", abstract: "Keep somebody's record, or every record, from being destroyed.")

  @ParentCommand var parent: RetentionCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The person's NHS number; or everybody.") var whose: String
  @Option(help: "The case or the inquiry.") var name: String
  @Option(help: "Why, for whoever looks later.") var reason: String
  @Flag(help: "It is on the list of public inquiries.") var inquiry = false

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let number =
          command.whose == "everybody" ? nil : try Session.number(command.whose, doing: "Nothing was held.")
        let id = try await session.store.hold(
          number, command.inquiry ? .publicInquiry : .legal, name: command.name, reason: command.reason,
          by: session.writing)
        Outlet.afterDoing("The hold was recorded.") { Outlet.line("Held. It is lifted with mdt retention lift \(id).") }
      }
    }
  }
}

struct RetentionLiftCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "lift", abstract: "Lift a hold.")

  @ParentCommand var parent: RetentionCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The hold, as mdt retention holds lists it in brackets.") var hold: String
  @Option(help: "Why, for whoever looks later.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        try await session.store.liftHold(command.hold, reason: command.reason, by: session.writing)
        Outlet.afterDoing("The hold was lifted.") { Outlet.line("Lifted.") }
      }
    }
  }
}

extension RetentionHold {
  fileprivate var values: [(String, JSON)] {
    [
      ("id", .text(id)), ("kind", .text(kind.rawValue)), ("name", .text(name)), ("patient", JSON(patient?.text)),
      ("reason", .text(reason)), ("from", .text(from.iso)), ("by", .text(by)), ("lifted_on", JSON(liftedOn?.iso)),
      ("lifted_by", JSON(liftedBy)), ("lift_reason", JSON(liftReason)),
    ]
  }
}
