import CaseModel
import TerminalKit

extension FairnessScreen {
  private var title: TitleRow { TitleRow(title: "Fairness", scope: "how the work is shared", around: around) }

  var lines: [PageLine<Int>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { max(size.rows - 2, 1) }

  func draw(on canvas: inout Canvas) {
    guard content != nil else {
      drawWaiting(problem, "The report is being made.", on: &canvas)
      return
    }
    title.draw(on: &canvas)
    canvas.rule(1)
    cursor.draw(lines, on: &canvas, from: 2, rows: pageRows)
  }

  /// `Int` leads nowhere.
  func page(_ audience: Audience) -> Page<Int> {
    var page = Page<Int>()
    guard let report = content else { return page }
    for line in report.sentences { page.text(line) }
    page.gap()
    page.title("Social worker by social worker")
    for worker in report.workers {
      let band = worker.load.band(report.bands)
      page.fact(
        worker.name,
        worker.isAway ? "away, \(worker.load.words)" : "\(worker.load.ratioWords) \(band.words), \(worker.load.words)",
        band.role, indent: 2)
    }
    page.gap()
    page.title("By team")
    for group in report.teams + [report.all] { page.fact(group.name, FairnessScreen.words(group, report), indent: 2) }
    page.gap()
    page.title("By deprivation of where people live, 1 the most deprived")
    for quintile in report.quintiles {
      page.fact(
        quintile.number.map { "Quintile \($0)" } ?? "Not recorded",
        "\(counted(quintile.people, "person", "people")), \(quintile.named) with a named social worker, "
          + "\(quintile.highRisk) at high risk", indent: 2)
    }
    page.text("As of \(report.on.shown(to: audience)). Published each month; mdt load prints it.", .muted)
    return page
  }

  static func words(_ group: FairnessReport.Group, _ report: FairnessReport) -> String {
    func tenths(_ value: Int) -> String { "\(value / 10).\(value % 10)" }
    var words = [counted(group.workers, "worker", "workers"), counted(group.people, "person", "people")]
    if let cases = group.casesPerWTE { words.append("\(tenths(cases)) for each whole-time equivalent") }
    if let share = group.highRiskShare { words.append("\(tenths(share))% at high risk") }
    if let spread = group.spread { words.append("spread \(report.decimal(spread))") }
    if let gini = group.gini { words.append("Gini 0.\(String(1000 + gini).dropFirst())") }
    return words.joined(separator: ", ")
  }

  func outline() -> Outline {
    guard content != nil else { return waitingOutline(problem, "The report is being made.") }
    var outline = Outline()
    title.read(into: &outline)
    return Outline(outline.parts + page(.linear).outline)
  }

  static let commands: [Command<FairnessScreen, Event>] =
    [
      Command(
        "<enter>", "Make again", help: "Makes the report again from what stands now.", hint: 1,
        event: { _ in .enterPressed })
    ] + pageMoves { .moved($0) }
}

extension LoadBand {
  /// Its colour; its word stands beside it always.
  var role: Role {
    switch self {
    case .red: .urgent
    case .amber: .soon
    case .green: .done
    case .blue: .body
    }
  }
}
