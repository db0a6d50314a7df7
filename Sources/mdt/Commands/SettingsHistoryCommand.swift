import ArgumentParser
import CaseModel
import CaseStore

struct SettingsShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show one setting: its value, what it may be, what it rests on, and its changes.")

  @ParentCommand var parent: SettingsCommand
  @OptionGroup var options: GlobalOptions
  @Argument(help: "The setting, as mdt settings lists it.") var name: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let setting = try await session.setting(command.name, doing: "The setting was not shown.")
        for line in setting.lines { Outlet.line(line) }
        for change in try await session.store.settingHistory(of: setting.key) { Outlet.line(change.line) }
      }
    }
  }
}

struct SettingsHistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history", abstract: "Who changed a setting when, from what to what and why; the newest first.")

  @ParentCommand var parent: SettingsCommand
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "The setting, as mdt settings lists it.") var name: String

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.parent.options)) { session in
        let changes = try await session.store.settingHistory(of: command.name)
        if command.output.json {
          Outlet.json(.list(changes.map { .object($0.values) }))
        } else if command.output.plain {
          for change in changes { Outlet.record(change.values.map(\.1.plainText)) }
        } else {
          for change in changes { Outlet.line(change.line) }
          if changes.isEmpty { Outlet.line("Nobody has changed it.") }
        }
      }
    }
  }
}

extension Setting {
  fileprivate var lines: [String] {
    let rule = SettingRule.of(key)
    return [
      "\(key) = \(value.isEmpty ? "(none)" : value) \(unit)", "  Rests on: \(basis)",
      rule.map { "  Source: \($0.source)" }, rule?.bounds.map { "  It may be: \($0)" },
      rule.map { $0.isUsed ? "  mdt goes by it." : "  mdt does not go by it yet." },
    ].compactMap { $0 }
  }
}

extension SettingChange {
  fileprivate var line: String { "\(at.day.short) \(at.clock)  \(by)  from \(before) to \(after): \(reason)" }

  fileprivate var values: [(String, JSON)] {
    [
      ("key", .text(key)), ("before", .text(before)), ("after", .text(after)), ("at", .text(at.iso)), ("by", .text(by)),
      ("reason", .text(reason)),
    ]
  }
}

extension Session {
  fileprivate func setting(_ key: String, doing what: String) async throws(Problem) -> Setting {
    guard let found = try await store.settings().first(where: { $0.key == key }) else {
      throw Problem(
        what, because: "There is no setting \(key).", try: "List them with mdt settings.", kind: .notFound)
    }
    return found
  }
}
