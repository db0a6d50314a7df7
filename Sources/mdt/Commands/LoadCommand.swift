import ArgumentParser
import CaseModel
import CaseStore

struct LoadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "load", abstract: "How the work of social workers is shared: loads, bands, spread, and who waits.",
    discussion:
      "Numbers about staff; with --waiting the people who wait for a named social worker, for whoever allocates.")

  @ParentCommand var parent: MDT
  @OptionGroup var options: GlobalOptions
  @OptionGroup var output: OutputOptions
  @Flag(help: "Who waits, and who could take each, in the order of the allocation screen.") var waiting = false

  mutating func run() async throws {
    let command = self
    try await telling {
      try await Session.during(options.and(parent.options)) { session in
        if command.waiting { try await command.board(session) } else { try await command.report(session) }
      }
    }
  }

  private func report(_ session: Session) async throws {
    let report = try await session.store.fairness()
    if output.json { return Outlet.json(json(report)) }
    if output.plain {
      for worker in report.workers {
        Outlet.record([
          worker.name, worker.team ?? "", worker.locality ?? "", "\(worker.load.points)",
          worker.load.capacity.words, worker.load.ratioWords, worker.load.band(report.bands).rawValue,
          "\(worker.load.people)", "\(worker.highRisk)",
        ])
      }
      return
    }
    for line in report.sentences { Outlet.line(line) }
    var table = Table()
    table.tell(
      [["Social worker", "Locality", "Load", "Band", "Points", "People", "High risk"]]
        + report.workers.map { worker in
          [
            worker.name, worker.locality ?? "", worker.load.ratioWords, worker.load.band(report.bands).words,
            "\(worker.load.points) of \(worker.load.capacity.words)", "\(worker.load.people)", "\(worker.highRisk)",
          ]
        })
    for group in report.teams + [report.all] { Outlet.line("\(group.name): \(words(group, report))") }
    for quintile in report.quintiles {
      Outlet.line(
        "Deprivation \(quintile.number.map { "quintile \($0)" } ?? "not recorded"): \(quintile.people) people, "
          + "\(quintile.named) with a named social worker, \(quintile.highRisk) at high risk")
    }
  }

  private func words(_ group: FairnessReport.Group, _ report: FairnessReport) -> String {
    func tenths(_ value: Int) -> String { "\(value / 10).\(value % 10)" }
    return [
      "\(group.workers) workers", "\(group.people) people",
      group.casesPerWTE.map { "\(tenths($0)) for each whole-time equivalent" },
      group.highRiskShare.map { "\(tenths($0))% at high risk" }, group.spread.map { "spread \(report.decimal($0))" },
      group.gini.map { "Gini 0.\(String(1000 + $0).dropFirst())" },
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private func json(_ report: FairnessReport) -> JSON {
    func group(_ group: FairnessReport.Group) -> JSON {
      .object([
        ("name", .text(group.name)), ("workers", .integer(group.workers)), ("people", .integer(group.people)),
        ("points", .integer(group.points)), ("wte_hundredths", .integer(group.wte)),
        ("cases_per_wte_tenths", JSON(group.casesPerWTE)), ("high_risk_tenths_of_per_cent", JSON(group.highRiskShare)),
        ("spread_hundredths", JSON(group.spread)), ("gini_thousandths", JSON(group.gini)),
      ])
    }
    return .object([
      ("on", .text(report.on.iso)),
      (
        "workers",
        .list(
          report.workers.map { worker in
            .object([
              ("name", .text(worker.name)), ("team", JSON(worker.team)), ("locality", JSON(worker.locality)),
              ("points", .integer(worker.load.points)), ("capacity", .text(worker.load.capacity.words)),
              ("load", .text(worker.load.ratioWords)), ("band", .text(worker.load.band(report.bands).rawValue)),
              ("people", .integer(worker.load.people)), ("high_risk", .integer(worker.highRisk)),
              ("away", .flag(worker.isAway)),
            ])
          })
      ),
      ("teams", .list(report.teams.map(group))), ("all", group(report.all)),
      (
        "quintiles",
        .list(
          report.quintiles.map {
            .object([
              ("quintile", JSON($0.number)), ("people", .integer($0.people)), ("named", .integer($0.named)),
              ("high_risk", .integer($0.highRisk)), ("points", .integer($0.points)),
            ])
          })
      ),
      ("waiting", .integer(report.waiting)),
    ])
  }

  // MARK: Who waits

  private func board(_ session: Session) async throws {
    let board = try await session.store.allocation()
    let today = session.now().day
    if output.json {
      return Outlet.json(
        .list(
          board.waiting.map { person in
            .object([
              ("nhs_number", JSON(person.nhsNumber?.digits)), ("name", .text(person.name.shown())),
              ("since", .text(person.request.since.iso)), ("high_risk", .flag(person.isHighRisk)),
              ("urgent", .flag(person.isUrgent(on: today, holidays: board.holidays))),
              ("proposed", JSON(person.proposal?.staffName)),
              (
                "candidates",
                .list(
                  board.candidates(for: person).map { one in
                    .object([
                      ("name", .text(one.worker.name)), ("fit", .text(one.fit)),
                      ("load_now", .text(one.now.ratioWords)),
                      ("load_after", .text(one.after.ratioWords)), ("band_after", .text(one.bandAfter.rawValue)),
                      ("needs_reason", .flag(one.needsReason)), ("reasons", .list(one.reasons.map { .text($0) })),
                    ])
                  })
              ),
            ])
          }))
    }
    for person in board.waiting {
      let candidates = board.candidates(for: person)
      if output.plain {
        Outlet.record([
          person.nhsNumber?.digits ?? "", person.name.shown(), person.request.since.iso,
          candidates.first?.worker.name ?? "", person.proposal?.staffName ?? "",
        ])
        continue
      }
      let urgent = person.isUrgent(on: today, holidays: board.holidays) ? "! " : ""
      Outlet.line(
        "\(urgent)\(person.name.shown()), NHS No. \(person.nhsNumber?.spaced ?? "not known"), waits "
          + "\(person.waited(on: today)) days\(person.isHighRisk ? ", high risk" : "")")
      if let made = person.proposal {
        Outlet.line("  proposed: \(made.staffName)\(made.reason.map { ", \($0)" } ?? "")")
      }
      for one in candidates {
        Outlet.line("  \(one.worker.name): \(one.fit). " + one.reasons.map { $0.trimming }.joined(separator: "; "))
      }
    }
    for one in board.localities where one.isBroken || one.urgent > 0 {
      Outlet.line("! \(one.name): \(one.words), \(one.urgent) at high risk wait over 2 days")
    }
    if board.waiting.isEmpty, !output.plain { Outlet.note("Nobody waits.") }
  }
}

extension String {
  fileprivate var trimming: String { String(drop { $0 == " " }) }
}
