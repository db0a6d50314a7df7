import CaseModel
import TerminalKit

extension WorklistScreen {
  private var title: TitleRow {
    TitleRow(title: list.words, scope: around.actor.staff.locality ?? "", around: around)
  }

  private var summary: String {
    guard let rows else { return "" }
    let late = rows.count { $0.isOverdue }
    let all = rows.isEmpty ? "Nothing waits." : rows.count == 1 ? "1 waits." : "\(rows.count) wait."
    return "\(all)\(late == 0 ? "" : "  ! \(late) late.")  \(list.purpose)"
  }

  func draw(on canvas: inout Canvas) {
    guard rows != nil else {
      drawWaiting(problem, "The worklist is being read.", on: &canvas)
      return
    }
    title.draw(on: &canvas)
    canvas.write(summary, at: 1, 1, width: canvas.size.columns - 2, cut: .mark)
    canvas.rule(2)
    cursor.draw(lines, on: &canvas, from: 3, rows: pageRows)
  }

  var lines: [PageLine<Int>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { max(size.rows - 3, 1) }

  func page(_ audience: Audience) -> Page<Int> {
    var page = Page<Int>()
    guard let rows else { return page }
    if rows.isEmpty { page.text("Nothing waits here. Esc goes back.", .muted, indent: 2) }
    for (index, row) in rows.enumerated() {
      page.title(who(row, audience), side: side(of: row, audience), indent: 2, link: index)
      let owner = row.ownerName.map { " Owner: \($0)." } ?? ""
      page.text("\(row.why).\(owner)", indent: 4, link: index)
      page.text("\(row.toDo).", .muted, indent: 4, link: index)
    }
    return page
  }

  /// `BEGUM, Rahela (Mrs) [=]  14-Jul-1941  999 012 3012`
  private func who(_ row: WorklistRow, _ audience: Audience) -> String {
    let name = row.name.shown(to: audience) + (row.hasSimilar ? " [=]" : "")
    return [name, row.born?.shown(to: audience), row.nhsNumber?.spaced ?? "no NHS No."].compactMap { $0 }
      .joined(separator: audience.gap)
  }

  private func side(of row: WorklistRow, _ audience: Audience) -> Page<Int>.Text? {
    guard let due = row.due else { return row.isOverdue ? .init("! late", .urgent) : nil }
    return .init("\(row.isOverdue ? "!" : "~") \(due.shown(to: audience))", row.isOverdue ? .urgent : .soon)
  }

  func outline() -> Outline {
    guard rows != nil else { return waitingOutline(problem, "The worklist is being read.") }
    var outline = Outline()
    title.read(into: &outline)
    outline.text(summary)
    return Outline(outline.parts + page(.linear).outline)
  }

  func event(forChoice number: Int) -> Event? {
    rows?.indices.contains(number - 1) == true ? .chosen(number - 1) : nil
  }

  static let commands: [Command<WorklistScreen, Event>] =
    [
      Command("<enter>", "Do it", help: "Opens where it is done.", hint: 1, event: { _ in .enterPressed }),
      Command(
        "r", "Record", help: "Opens the record of the person under the cursor.", hint: 2,
        event: { _ in .recordPressed }),
    ] + pageMoves { .moved($0) }
}
