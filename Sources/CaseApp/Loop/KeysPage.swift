import TerminalKit

/// `docs/keys.md`, written from the one table of commands.
public func keysPage() -> String {
  var lines = [
    "# Keys", "", "This page is written by the program (`make docs`). Where a text box has the focus, letters type.",
    "",
    "## Everywhere", "", "| key | command | what it does |", "|---|---|---|",
  ]
  for act in Everywhere.allCases where !act.keys.isEmpty {
    lines.append("| \(act.keys.map { code($0.displayName) }.joined(separator: " ")) | \(act.name) | \(act.help) |")
  }
  for type in allScreens { lines += section(of: type) }
  return lines.joined(separator: "\n") + "\n"
}

private func section<S: Screen>(of type: S.Type) -> [String] {
  var lines = ["", "## \(S.name)", ""]
  guard !S.commands.isEmpty else { return lines + ["No commands of its own."] }
  lines += ["| key | command | what it does |", "|---|---|---|"]
  for command in S.commands {
    let keys = command.keys.map { code($0.displayName) }.joined(separator: " ")
    lines.append("| \(keys) | \(command.name) | \(command.help) |")
  }
  return lines
}

/// A key in a cell of a table: a bar would end the cell.
private func code(_ key: String) -> String { "`" + (key == "|" ? "\\|" : key) + "`" }
