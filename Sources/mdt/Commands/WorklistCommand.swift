import ArgumentParser
import CaseModel
import CaseStore

struct WorklistCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worklist", abstract: "What waits for you: every list with its count, or the lines of one.")

  @ParentCommand var parent: MDT
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Argument(help: "A list by its name: plans-due, nobody-owns-this ... Without it, all of them with their counts.")
  var name: String?

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { session in
        if let name = command.name {
          try await command.show(try command.list(called: name), session)
        } else {
          try await command.showCounts(session)
        }
      }
    }
  }

  private func list(called name: String) throws(Problem) -> Worklist {
    guard let list = Worklist(reading: name) else {
      let known = Worklist.allCases.map { $0.rawValue.split(separator: "_").joined(separator: "-") }
      throw Problem(
        "No worklist was read.", because: "There is none called \(name).",
        try: "Give one of \(known.joined(separator: ", ")).", kind: .notFound)
    }
    return list
  }

  private func showCounts(_ session: Session) async throws {
    var counts = [WorklistCount]()
    for list in try await session.store.worklists() { counts.append(try await session.store.worklistCount(list)) }
    if output.json {
      return Outlet.json(
        .list(
          counts.map {
            .object([
              ("worklist", .text($0.list.rawValue)), ("count", .integer($0.count)), ("overdue", .integer($0.overdue)),
            ])
          }))
    }
    for count in counts {
      if output.plain {
        Outlet.record([count.list.rawValue, String(count.count), String(count.overdue)])
        continue
      }
      let late = count.overdue == 0 ? "" : ", \(count.overdue) late"
      Outlet.line("\(count.list.words): \(count.count)\(late). \(count.list.purpose)")
    }
    if counts.isEmpty, !output.plain { Outlet.note("No worklist is open to your role.") }
  }

  private func show(_ list: Worklist, _ session: Session) async throws {
    let rows = try await session.store.worklist(list)
    if output.json { return Outlet.json(.list(rows.map { .object($0.values) })) }
    for row in rows {
      if output.plain {
        Outlet.record(row.values.map(\.1.plainText))
        continue
      }
      let due = row.due.map { "  \(row.isOverdue ? "!" : "~") \($0.short)" } ?? ""
      Outlet.line("\(row.name.shown()), NHS No. \(row.nhsNumber?.spaced ?? "not known")\(due)")
      let owner = row.ownerName.map { " Owner: \($0)." } ?? ""
      Outlet.line("  \(row.why).\(owner) \(row.toDo).")
    }
    if rows.isEmpty, !output.plain { Outlet.note("Nothing waits.") }
  }
}

extension WorklistRow {
  /// The columns of `--plain` and the keys of `--json`, in one order.
  fileprivate var values: [(String, JSON)] {
    [
      ("patient", .text(patient.text)), ("family_name", .text(name.family)), ("given_names", .text(name.given)),
      ("nhs_number", JSON(nhsNumber?.digits)), ("born", JSON(born?.iso)),
      ("why", .text(why)), ("to_do", .text(toDo)), ("due", JSON(due?.iso)),
      ("overdue", .flag(isOverdue)), ("owner", JSON(ownerName)),
    ]
  }
}
