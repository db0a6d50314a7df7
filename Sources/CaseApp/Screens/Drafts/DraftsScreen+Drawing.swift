import CaseModel
import TerminalKit

extension DraftsScreen {
  func draw(on canvas: inout Canvas) {
    guard entries != nil else {
      drawWaiting(problem, "Your drafts are being read.", on: &canvas)
      return
    }
    canvas.write(title, at: 1, 0, as: .heading)
    let clock = around.clock
    if TextWidth.width(of: title) + clock.count + 4 <= canvas.size.columns {
      canvas.writeRight(clock, endingAt: canvas.size.columns - 1, 0, as: .muted)
    }
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
    var outline = Outline([.heading(title), .text(under)])
    outline = Outline(outline.parts + page(.linear).outline)
    for entry in entries { outline.choice("Discard the draft for \(entry.patient.name.shown(to: .linear))") }
    if asked != nil { outline.prompt = "\(question) y or n?" }
    return outline
  }

  private var title: String {
    "MDT > Unsaved drafts of \(around.actor.staff.shortName)\(around.isPractice ? "  PRACTICE" : "")"
  }

  private var under: String { "Kept on this computer.  Nobody else sees them until you publish." }

  private var question: String {
    let entry = entries?.first { $0.patient.id == asked }
    return
      "Discard the draft for \(entry?.patient.name.shown() ?? "this person")?  y discards it, any other key keeps it."
  }

  var lines: [PageLine<Link>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { max(size.rows - 4, 1) }

  func page(_ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    guard let entries else { return page }
    if entries.isEmpty {
      page.text("You have no unsaved draft. What you type in a plan is kept here until you publish it. Esc goes back.")
    }
    for entry in entries {
      let patient = entry.patient
      let link = Link.draft(patient.id)
      let name =
        patient.name.shown(to: audience) + (entry.isSimilar ? " [=]" : "") + (patient.died == nil ? "" : " DIED")
      let number = patient.nhsNumber?.spaced ?? "no NHS No."
      page.title(name, side: .init("Born \(patient.born.shown(to: audience))  \(number)", .body), link: link)
      let from = entry.baseVersion == 0 ? "first plan" : "from v\(entry.baseVersion)"
      let changes = counted(entry.changes, "change", "changes")
      page.text(
        "Draft \(from), \(changes), kept \(entry.keptAt.shown(to: audience)), started \(entry.startedAt.shown(to: audience))",
        indent: 4, link: link)
    }
    return page
  }
}
