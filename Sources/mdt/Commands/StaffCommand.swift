import ArgumentParser
import CaseModel
import CaseStore

struct StaffCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "staff",
    abstract: "The members of staff: who works here as what from when to when, who leaves, and whom they leave.",
    subcommands: [
      StaffListCommand.self, StaffShowCommand.self, StaffAddCommand.self, StaffMemberCommand.self,
      StaffRoleCommand.self, StaffEndCommand.self, StaffAccountCommand.self, StaffTrainingCommand.self,
      StaffLeaveCommand.self, StaffReturnCommand.self, StaffLeftCommand.self, StaffHandoverCommand.self,
    ], defaultSubcommand: StaffListCommand.self)

  @ParentCommand var parent: MDT
}

struct StaffListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "List the members of staff.")

  @ParentCommand var parent: StaffCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "Those who have left or have not begun too.") var all = false

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.list($0) }
    }
  }

  private func list(_ session: Session) async throws {
    let staff = try await session.store.staff(activeOn: all ? nil : session.now().day)
    if output.json {
      Outlet.json(.list(staff.map { .object($0.values) }))
    } else if output.plain {
      for member in staff { Outlet.record(member.values.map(\.1.plainText)) }
    } else {
      var table = Table()
      table.tell(
        staff.map {
          [$0.name, $0.role.words, $0.organisationName, $0.team ?? "(no team)", $0.locality ?? "(no locality)"]
        })
    }
  }
}

extension StaffMember {
  /// The columns of `--plain`, and the keys of `--json`, in order.
  var values: [(String, JSON)] {
    [
      ("name", .text(name)), ("role", .text(role.rawValue)), ("organisation", .text(organisationCode)),
      ("organisation_name", .text(organisationName)), ("team", JSON(team)), ("locality", JSON(locality)),
      ("professional_body", JSON(professionalBody?.rawValue)), ("registration_no", JSON(registrationNumber)),
      ("phone", JSON(phone)), ("email", JSON(email)), ("languages", .list(languages.map { .text($0) })),
      ("wte", JSON(wte)), ("from", JSON(from?.iso)), ("to", JSON(to?.iso)), ("account", JSON(account)),
      ("id", .text(id.text)),
    ]
  }
}
