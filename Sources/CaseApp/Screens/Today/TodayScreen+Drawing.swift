import CaseModel
import TerminalKit

extension TodayScreen {
  private var title: TitleRow { TitleRow(title: "Today", scope: around.actor.staff.locality ?? "", around: around) }

  /// What waits in all, and how much of it is late.
  private var summary: String {
    guard let lists else { return "" }
    guard !lists.isEmpty else { return "No worklist is open to your role." }
    let known = lists.compactMap { counts[$0] }
    guard known.count + uncounted.count >= lists.count else { return "Counting." }
    let late = known.reduce(0) { $0 + $1.overdue }
    let filled = known.count { $0.count > 0 }
    if filled == 0 { return "Nothing waits on any of your \(lists.count) lists." }
    let words = filled == 1 ? "1 list has something on it" : "\(filled) lists have something on them"
    return late == 0 ? "\(words)." : "\(words).  ! \(thousands(late)) late."
  }

  func draw(on canvas: inout Canvas) {
    guard lists != nil else {
      drawWaiting(problem, "The worklists are being read.", on: &canvas)
      return
    }
    title.draw(on: &canvas)
    canvas.write(summary, at: 1, 1, width: canvas.size.columns - 2, cut: .mark)
    canvas.rule(2)
    cursor.draw(lines, on: &canvas, from: 3, rows: pageRows)
  }

  var lines: [PageLine<Link>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { max(size.rows - 3, 1) }

  func page(_ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    for list in lists ?? [] {
      page.title(list.words, side: side(of: list), indent: 2, link: .list(list))
      page.text(list.purpose, .muted, indent: 4, link: .list(list))
    }
    if drafts > 0 {
      page.title("Unsaved drafts", side: .init("\(drafts)", .marked), indent: 2, link: .drafts)
      page.text("What you began and have not published; on this computer only.", .muted, indent: 4, link: .drafts)
    }
    page.title("Caseload", indent: 2, link: .caseload)
    page.text("The whole list of people whom you may see.", .muted, indent: 4, link: .caseload)
    return page
  }

  private func side(of list: Worklist) -> Page<Link>.Text {
    guard let count = counts[list] else {
      return uncounted.contains(list) ? .init("! not counted", .urgent) : .init("counting", .muted)
    }
    if count.count == 0 { return .init("= nothing", .done) }
    let number = thousands(count.count)
    if count.overdue == 0 { return .init("~ \(number)", .soon) }
    let late = count.overdue == count.count ? "all late" : "\(thousands(count.overdue)) late"
    return .init("! \(number), \(late)", .urgent)
  }

  func outline() -> Outline {
    guard lists != nil else { return waitingOutline(problem, "The worklists are being read.") }
    var outline = Outline()
    title.read(into: &outline)
    outline.text(summary)
    return Outline(outline.parts + page(.linear).outline)
  }

  func event(forChoice number: Int) -> Event? {
    let links = page(.linear).links
    return links.indices.contains(number - 1) ? .chosen(links[number - 1]) : nil
  }

  static let commands: [Command<TodayScreen, Event>] =
    [
      Command("<enter>", "Open", help: "Opens the list under the cursor.", hint: 1, event: { _ in .enterPressed }),
      Command(
        "<tab>", "Caseload", help: "Goes on to the caseload.", hint: 2, event: { _ in .caseloadPressed }),
      Command(
        "D", "Drafts", help: "Opens the plans and reviews that are kept unsaved on this computer.", hint: 3,
        event: { _ in .draftsPressed }),
    ] + pageMoves { .moved($0) }
}
