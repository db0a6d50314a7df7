import CaseModel
import TerminalKit

extension PlanEditorScreen {
  func draw(on canvas: inout Canvas) {
    guard let editing else {
      canvas.write("Care plan", at: 1, 0, as: .heading)
      let text: String =
        if case .failed(let problem) = phase {
          "\(problem.text) Press r to try again, Esc to go back."
        } else {
          "Reading the plan."
        }
      canvas.writeWrapped(text, at: 1, 2, columns: canvas.size.columns - 2)
      canvas.placeCursor(at: 1, 2)
      return
    }
    var shown = editing
    shown.around = around
    shown.draw(on: &canvas)
  }
}

extension PlanEditing {
  /// What the screen is doing, as the banner says it.
  var bannerState: String { around.isReadOnly ? "READ ONLY" : "EDITING" }

  func draw(on canvas: inout Canvas) {
    let banner = drawBanner(
      of: person.patient, state: bannerState, isSimilar: person.hasSimilar, on: &canvas, around: around)
    let columns = canvas.size.columns
    let faults = faults
    canvas.rule(banner)
    drawTitle(on: &canvas, row: banner + 1)
    canvas.rule(banner + 2)
    let (top, bottom) = (banner + 3, canvas.size.rows - footRows)
    guard bottom - top >= 2 else { return }
    if layout.hasSections {
      canvas.inset(at: 0, top, columns: layout.sectionColumns, rows: bottom - top) { drawSections(on: &$0, faults) }
      canvas.verticalRule(at: layout.sectionColumns, from: top, to: bottom)
    }
    canvas.inset(at: layout.paneColumn, top, columns: layout.paneColumns, rows: bottom - top) {
      drawPane(on: &$0, faults)
    }
    canvas.rule(bottom)
    guard let foot else { return }
    let rows = canvas.size.rows - bottom - 1
    canvas.writeWrapped(foot.text, at: 1, bottom + 1, columns: columns - 2, rows: rows, as: foot.role)
    if case .asking = mode { canvas.placeCursor(at: 1, bottom + 1) }
  }

  private func drawTitle(on canvas: inout Canvas, row: Int) {
    let columns = canvas.size.columns
    let keeping = keepingWords
    let who = layout.isWide ? around.actor.staff.signature : around.actor.staff.shortName
    let practice = around.isPractice ? "PRACTICE  " : ""
    let right = columns - 1 - TextWidth.width(of: who)
    var end = columns - 1
    if columns >= 78 {
      canvas.write(who, at: right, row)
      end = right - 3
    }
    canvas.writeRight(keeping.text, endingAt: end, row, as: keeping.role)
    let room = end - TextWidth.width(of: keeping.text) - 2
    let used = practice.isEmpty ? 0 : canvas.write(practice, at: 1, row, as: .state)
    let width = room - 1 - used
    canvas.write(title(columns: width), at: 1 + used, row, width: width, as: .heading, cut: .mark)
  }

  private func drawSections(on canvas: inout Canvas, _ faults: [PlanFault]) {
    let differences = differences
    canvas.write("Section", at: 3, 0, as: .label)
    let columns = canvas.size.columns
    let sections = PlanSection.allCases
    // A low window shows the sections around the current one.
    let rows = canvas.size.rows - 1
    let first = min(max(section.number - 1 - rows / 2, 0), max(sections.count - rows, 0))
    for (row, each) in sections.dropFirst(first).prefix(rows).enumerated() {
      let isHere = each == section
      let state = state(of: each, faults: faults, differences: differences)
      let number = (each.number < 10 ? " " : "") + "\(each.number) "
      let name = layout.isWide ? each.words : each.shortWords
      // The focus, and its >, are always in the pane of answers.
      let text = (isHere ? "-" : " ") + number + name
      canvas.write(text, at: 0, row + 1, as: isHere ? .selected : .body)
      canvas.writeRight(state.text, endingAt: columns - 1, row + 1, as: state.role)
    }
    guard layout.isWide, rows > sections.count + 7 else { return }
    var row = sections.count + 2
    let changed = Set(differences.map(\.section)).count
    canvas.write("Changed \(changed) of \(sections.count)", at: 3, row)
    if !faults.isEmpty { canvas.write("! \(faults.count) to fix", at: 3, row + 1, as: .invalid) }
    row += 3
    canvas.write("Who sees this", at: 3, row, as: .label)
    canvas.writeWrapped(PlanEditing.audience, at: 3, row + 1, columns: columns - 5)
  }

  static let audience = "all partners, after you publish"

  /// What stands over the pane.
  var paneTitle: String {
    switch mode {
    case .changes: "What changed since \(baseName)"
    case .adding, .browsing, .box, .asking: "\(section.number) \(section.words)"
    }
  }

  // Once the row of the open entry has left the window, the title says which entry it is.
  private func title(ofPaneFrom top: Int) -> String {
    guard top > 0, isBoxOpen || mode == .browsing, let open = openItem.flatMap({ form.plan[$0] }) else {
      return paneTitle
    }
    return "\(section.number) \(entryWords(open))"
  }

  private func drawPane(on canvas: inout Canvas, _ faults: [PlanFault]) {
    let pane = pane()
    let columns = canvas.size.columns
    let rows = canvas.size.rows - 1
    let top = pane.top(rows: rows)
    var side = ""
    if !layout.hasSections {
      let state = state(of: section, faults: faults, differences: differences)
      side = "of \(PlanSection.allCases.count)   \(state.text)"
    } else if differences.contains(where: { $0.section == section }) {
      side = "changed from \(baseName)"
    }
    if pane.lines.count > rows {
      let last = min(top + rows, pane.lines.count)
      side += "   lines \(top + 1)-\(last)/\(pane.lines.count)"
    }
    let title = title(ofPaneFrom: top)
    // That it is changed stands beside the section too; what the pane is of stands nowhere else.
    if layout.hasSections, TextWidth.width(of: title) > columns - 3 - TextWidth.width(of: side) {
      side = side.hasPrefix("changed") ? "changed" + side.dropFirst("changed from \(baseName)".count) : side
    }
    canvas.writeRight(side, endingAt: columns - 1, 0, as: .muted)
    let room = columns - 2 - TextWidth.width(of: side) - 1
    canvas.write(title, at: 1, 0, width: room, as: .heading, cut: .mark)
    for (row, line) in pane.lines.dropFirst(top).prefix(rows).enumerated() {
      for piece in line.pieces { canvas.write(piece.text, at: piece.column, row + 1, as: piece.role) }
      if let column = line.cursor, pane.focused.contains(top + row), !isBoxOpen {
        canvas.placeCursor(at: column, row + 1)
      }
      if let column = line.boxColumn { drawBox(on: &canvas, at: column, row + 1) }
    }
  }

  private var isBoxOpen: Bool {
    if case .box = mode { true } else { false }
  }

  private func drawBox(on canvas: inout Canvas, at column: Int, _ row: Int) {
    guard case .box(let box) = mode else { return }
    guard box.field.isTall else {
      box.editor.draw(on: &canvas, at: column, row, isFocused: true)
      return
    }
    canvas.box(at: column, row, columns: layout.textColumns + 2, rows: textRows(of: box) + 2)
    box.editor.draw(on: &canvas, at: column + 1, row + 1, isFocused: true)
  }
}
