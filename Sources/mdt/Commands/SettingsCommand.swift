import ArgumentParser
import CaseModel
import CaseStore

struct SettingsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "settings", abstract: "List the settings with their units and what each rests on.")

  @ParentCommand var parent: MDT
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { try await command.list($0) }
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
            ])
          }))
      return
    }
    for setting in settings {
      if output.plain {
        Outlet.record([setting.key, setting.value, setting.unit, setting.basis])
      } else {
        Outlet.line("\(setting.key) = \(setting.value) \(setting.unit)  (\(setting.basis))")
      }
    }
  }
}
