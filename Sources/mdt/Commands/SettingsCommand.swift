import ArgumentParser
import CaseModel
import CaseStore

struct SettingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "List the settings with their units and what each rests on, or change one.",
    subcommands: [
      SettingsListCommand.self, SettingsShowCommand.self, SettingsSetCommand.self, SettingsHistoryCommand.self,
    ], defaultSubcommand: SettingsListCommand.self)

  @ParentCommand var parent: MDT
}

struct SettingsListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the settings with their units and what each rests on.")

  @ParentCommand var parent: SettingsCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { try await command.list($0) }
    }
  }

  private func list(_ session: Session) async throws {
    let settings = try await session.store.settings()
    if output.json {
      Outlet.json(
        .list(
          settings.map {
            .object([
              ("key", .text($0.key)), ("value", .text($0.value)), ("unit", .text($0.unit)), ("basis", .text($0.basis)),
              ("source", JSON(SettingRule.of($0.key)?.source)), ("is_used", JSON(SettingRule.of($0.key)?.isUsed)),
            ])
          }))
      return
    }
    for setting in settings {
      if output.plain {
        Outlet.record([setting.key, setting.value, setting.unit, setting.basis])
      } else {
        let value = setting.value.isEmpty ? "(none)" : setting.value
        Outlet.line("\(setting.key) = \(value) \(setting.unit)  (\(setting.basis))")
      }
    }
  }
}

struct SettingsSetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Change a setting. The old value is kept with who, when and why.")

  @ParentCommand var parent: SettingsCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The setting, as mdt settings lists it.") var name: String
  @Argument(help: "Its new value. Several keys are one value, with blanks between them.") var value: String
  @Option(help: "Why, for whoever looks later.") var reason: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        try await session.store.setSetting(
          command.name, to: command.value, reason: command.reason, by: session.writing)
        Outlet.afterDoing("\(command.name) was changed.") { Outlet.line("\(command.name) = \(command.value)") }
      }
    }
  }
}
