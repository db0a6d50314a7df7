import CaseModel
import TerminalKit

extension DraftsScreen {
  func draw(on canvas: inout Canvas) {
    guard entries != nil else {
      drawWaiting(problem, "Your drafts are being read.", on: &canvas)
      return
    }
    title.draw(on: &canvas)
    canvas.write(under, at: 1, 1, width: canvas.size.columns - 2, cut: .mark)
    canvas.rule(2)
    var rows = canvas.size.rows - 3
    if asked != nil { rows -= 1 }
    cursor.draw(lines, on: &canvas, from: 3, rows: rows)
    if asked != nil {
      canvas.write(question, at: 1, canvas.size.rows - 1, width: canvas.size.columns - 2, as: .warning, cut: .mark)
    }
  }

  func outline() -> Outline {
    guard let entries else { return waitingOutline(problem, "Your drafts are being read.") }
    var outline = Outline()
    title.read(into: &outline)
    outline.text(under)
    outline = Outline(outline.parts + page(.linear).outline)
    for entry in entries { outline.choice("Discard the draft for \(entry.name(.linear))") }
    if asked != nil { outline.prompt = "\(question) y or n?" }
    return outline
  }

  private var title: TitleRow { TitleRow(title: "Unsaved drafts", scope: "", around: around) }

  private var under: String { "Kept on this computer.  Nobody else sees them until you publish." }

  private var question: String {
    return
      "Discard the draft for \(entry(asked)?.name(.staff) ?? "this person")?  y discards it, any other key keeps it."
  }

  var lines: [PageLine<Link>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { max(size.rows - 4, 1) }

  func page(_ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    guard let entries else { return page }
    if entries.isEmpty {
      page.text(
        "You have no unsaved draft. What you type in a plan, a crisis plan or a review is kept here until you publish it. Esc goes back."
      )
    }
    for entry in entries {
      let link = Link.draft(entry.id)
      let died = entry.patient.map { $0.died != nil } ?? false
      let name = entry.name(audience) + (entry.isSimilar ? " [=]" : "") + (died ? " DIED" : "")
      let side = entry.patient.map {
        Page<Link>.Text("Born \($0.born.shown(to: audience))\(audience.gap)\($0.nhsNumber?.spaced ?? "no NHS No.")")
      }
      page.title(name, side: side, link: link)
      let from = entry.baseVersion == 0 ? "first plan" : "from v\(entry.baseVersion)"
      let changes = counted(entry.changes, "change", "changes")
      let what =
        switch entry.id {
        case .review: "Review of v\(entry.baseVersion)"
        case .crisis: "Crisis plan, \(from)"
        case .plan: "Draft \(from), \(changes)"
        }
      page.text(
        "\(what), begun \(entry.startedAt.shown(to: audience)), kept \(entry.keptAt.shown(to: audience))",
        indent: 4, link: link)
      if entry.isBeingWritten { page.text("You are writing it in another session now.", indent: 4, link: link) }
      guard !isOnly(entry.id) else { continue }
      for text in entry.says.prefix(3) { page.text(TextWidth.cut(text, to: 70), indent: 4, link: link) }
      if entry.says.count > 3 { page.text("and \(entry.says.count - 3) more", indent: 4, link: link) }
    }
    return page
  }
}
