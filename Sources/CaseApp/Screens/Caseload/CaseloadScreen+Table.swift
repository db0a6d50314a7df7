import CaseModel
import TerminalKit

/// The list itself, from its header to the row that says how many more there are.
extension CaseloadScreen {
  /// Draws in an area whose first row is the header.
  func drawTable(on canvas: inout Canvas) {
    let layout = TableLayout(columns: canvas.size.columns, showing: view.columns)
    canvas.write("Name", at: TableLayout.nameStart, 0, as: .label)
    canvas.write("Born", at: layout.bornStart, 0, as: .label)
    canvas.write("NHS No.", at: layout.nhsStart, 0, as: .label)
    for column in layout.columns {
      canvas.write(column.kind.words, at: column.start, 0, width: column.width, as: .label, cut: .mark)
    }
    canvas.rule(1)
    if hasRows {
      for row in list.visible { draw(row, layout, on: &canvas) }
    } else {
      for (line, text) in absence.enumerated() {
        canvas.writeWrapped(text, at: 3, 3 + line * 2, columns: canvas.size.columns - 4, rows: 2)
      }
      if !isTyping { canvas.placeCursor(at: 3, 3) }
    }
    drawMore(on: &canvas, row: 2 + listRows)
  }

  /// Whether there is anybody to show for what was asked.
  var hasRows: Bool { !list.rows.isEmpty && (shownQuery == query || list.awaited != nil) }

  private func draw(_ visible: VisibleRow<CaseloadRow>, _ layout: TableLayout, on canvas: inout Canvas) {
    let row = visible.row
    let line = visible.line + 2
    let isMarked = marked.contains(row.id)
    func role(_ own: Role) -> Role { visible.isSelected ? .selected : own }
    if visible.isSelected {
      for extra in 0..<visible.lines { canvas.fill(line + extra, as: .selected) }
      canvas.write(">", at: 0, line, as: .selected)
      if !isTyping && menu == nil { canvas.placeCursor(at: TableLayout.nameStart, line) }
    }
    if isMarked { canvas.write("*", at: 1, line, as: role(.marked)) }
    for (extra, text) in row.nameLines(width: layout.nameWidth).prefix(visible.lines).enumerated() {
      canvas.write(text, at: TableLayout.nameStart, line + extra, width: layout.nameWidth, as: role(nameRole(of: row)))
    }
    canvas.write(row.born.short, at: layout.bornStart, line, as: role(.body))
    canvas.write(row.nhsText, at: layout.nhsStart, line, as: role(row.nhsNumber == nil ? .muted : .body))
    for column in layout.columns {
      let cell = column.kind.cell(of: row, width: column.width, on: around.today)
      canvas.write(cell.text, at: column.start, line, width: column.width, as: role(cell.role), cut: .mark)
    }
  }

  private func nameRole(of row: CaseloadRow) -> Role { row.died == nil ? .strong : .died }

  /// `- 29 more below -`, and at the right what is marked and kept.
  var moreWords: String {
    guard hasRows else { return "" }
    let above = list.countAbove ?? 0
    let below = list.countBelow.map { "\(thousands($0)) more below" } ?? (list.isAtEnd ? "" : "more below")
    let parts = [above > 0 ? "\(thousands(above)) above" : "", list.countBelow == 0 ? "" : below]
    let words = parts.filter { !$0.isEmpty }.joined(separator: ", ")
    return words.isEmpty ? "- end of the list -" : "- \(words) -"
  }

  var keptWords: String {
    let drafts = draftCount == 0 ? "" : draftCount == 1 ? "D 1 draft kept" : "D \(draftCount) drafts kept"
    let told = notes.isEmpty ? "" : notes.count == 1 ? "+ 1 note" : "+ \(notes.count) notes"
    let marks = marked.isEmpty ? "" : "* \(marked.count) marked"
    return [marks, told, drafts].filter { !$0.isEmpty }.joined(separator: "   ")
  }

  private func drawMore(on canvas: inout Canvas, row: Int) {
    canvas.write(moreWords, at: 3, row, as: .muted)
    canvas.writeRight(keptWords, endingAt: canvas.size.columns - 1, row, as: .marked)
  }

  /// What stands where nobody is listed: what is missing, and what to press.
  var absence: [String] {
    if !mayList { return placesInstead }
    if let failure {
      return [failure.what, "\(failure.reason) Press \(view.number.map(String.init) ?? "1") to try again."]
    }
    if list.awaited != nil || shownQuery == nil { return isSlow ? ["Reading the list"] : [] }
    let place = scope == .everyone ? "" : " in the \(scopeWords)"
    let all = scope == .everyone ? "" : " Press l to look among everyone."
    if !typedFilter.isEmpty {
      return ["Nobody\(place) fits \(filterText).", "Press Esc to clear the filter.\(all)"]
    }
    if !view.filter.isEmpty {
      return ["Nobody\(place) is in the view \(view.name).", "Press 1 for all, or v for another view.\(all)"]
    }
    if scope != .everyone { return ["Nobody\(place) is in this store.", "Press l to look among everyone."] }
    if RolePermissions.of(around.actor.staff.role).reach != .locality {
      return ["Nobody is on your list yet.", "Whoever is assigned or referred to you stands here. g f finds somebody."]
    }
    return [
      "There is nobody in this store yet.", "Leave with q and run: mdt import caseload FILE. Then open mdt again.",
    ]
  }
}
