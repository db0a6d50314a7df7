import CaseModel
import TerminalKit

extension HelpScreen {
  var boxColumns: Int { max(min(size.columns - 30, 40), 16) }
  /// Rows for the commands: less title, box, rule; and below, rule, marks, rule and the sentence about the selected.
  var listRows: Int { max(size.rows - 3 - footRows, 1) }
  private var footRows: Int { size.rows >= 20 ? 8 : 4 }

  private var title: String { "MDT > \(subject.isPalette ? "Commands" : "Help") for \(subject.screen)" }
  private static let marks = ["! act now   ~ soon   + new   = done   * marked   [=] similar name"]
  private static let advice = [
    "Every mark sits beside a word.  Colour is never the only sign.",
    "In a text box letters type.  Use Tab next, Esc leave, ^G this help.",
    "Screen reader?  Start with  mdt --linear",
  ]

  func draw(on canvas: inout Canvas) {
    canvas.write(title, at: 1, 0, width: canvas.size.columns - 14, as: .heading, cut: .mark)
    canvas.writeRight("Esc closes", endingAt: canvas.size.columns - 1, 0, as: .muted)
    canvas.write("Type to find a command", at: 1, 1, as: .label)
    canvas.write("[", at: 25, 1, as: .key)
    box.draw(on: &canvas, at: 26, 1, isFocused: !isAmongCommands)
    canvas.write("]", at: 26 + boxColumns, 1, as: .key)
    canvas.rule(2)
    canvas.inset(at: 0, 3, columns: canvas.size.columns, rows: listRows) { drawCommands(on: &$0) }
    drawFoot(on: &canvas, from: 3 + listRows)
  }

  private func drawCommands(on canvas: inout Canvas) {
    let columns = columns
    guard !columns.isEmpty else {
      canvas.write(absence, at: 3, 1, cut: .mark)
      return
    }
    let width = canvas.size.columns / columns.count
    for (number, cells) in columns.enumerated() {
      canvas.inset(at: number * width, 0, columns: width, rows: canvas.size.rows) { area in
        for (row, cell) in cells.dropFirst(scroll.top).prefix(area.size.rows).enumerated() {
          draw(cell, row: row, isAlone: columns.count == 1, on: &area)
        }
      }
    }
  }

  private func draw(_ cell: Cell, row: Int, isAlone: Bool, on canvas: inout Canvas) {
    switch cell {
    case .heading(let text): canvas.write(text, at: 1, row, as: .heading)
    case .entry(let index):
      let entry = entries[index]
      let isSelected = index == selection
      let isOff = entry.unavailable != nil
      let role: Role = isSelected ? .selected : isOff ? .muted : .body
      let width = canvas.size.columns - 1
      if isSelected {
        canvas.fill(at: 0, row, columns: width, as: .selected)
        canvas.write(">", at: 0, row, as: .selected)
        if isAmongCommands { canvas.placeCursor(at: 3, row) }
      }
      canvas.write(entry.allKeys, at: 3, row, as: isSelected ? .selected : isOff ? .muted : .key)
      let name = entry.name + (isOff ? " (not now)" : "")
      canvas.write(name, at: 13, row, width: isAlone ? 24 : width - 13, as: role, cut: .mark)
      if isAlone { canvas.write(entry.help, at: 38, row, width: width - 38, as: role, cut: .mark) }
    }
  }

  private func drawFoot(on canvas: inout Canvas, from top: Int) {
    canvas.rule(top)
    let below = (self.columns.map(\.count).max() ?? 0) - scroll.top - listRows
    if below > 0 { canvas.writeRight(" \(below) more below ", endingAt: canvas.size.columns - 2, top, as: .muted) }
    let columns = canvas.size.columns - 2
    var row = top + 1
    if let selected {
      let limit = footRows >= 8 ? 3 : 2
      row += canvas.writeWrapped(sentence(about: selected), at: 1, row, columns: columns, rows: limit)
      row = max(row, top + 1 + limit)
    }
    let marks = HelpScreen.marks.map { columns < 66 ? $0.split(separator: " ").joined(separator: " ") : $0 }
    let rest = marks + (footRows >= 8 ? HelpScreen.advice : [])
    for (offset, text) in rest.enumerated() { canvas.write(text, at: 1, row + offset, as: .muted, cut: .mark) }
  }

  private var absence: String {
    box.isEmpty
      ? "Nothing can be done there by a command.  Esc closes this page."
      : "No command has the words \(box.content.trimmed).  ^U lists all of them."
  }

  private func sentence(about entry: CommandEntry) -> String {
    entry.help + (entry.unavailable.map { "  Not now: \($0)" } ?? "")
  }

  // MARK: Reading

  func outline() -> Outline {
    var outline = Outline()
    outline.heading(title)
    if !box.isEmpty { outline.fact("Type to find a command", box.content) }
    for section in sections {
      outline.heading(section.title)
      for entry in section.entries {
        let off = entry.unavailable == nil ? "" : " (not now)"
        outline.choice("\(entry.allKeys), \(entry.name)\(off): \(sentence(about: entry))")
      }
    }
    if sections.isEmpty {
      outline.text(absence)
    }
    for text in HelpScreen.marks + HelpScreen.advice { outline.text(text) }
    outline.text(
      "A number does it now. Type new-search to find a command by a word, back to close this page. Esc closes.")
    if isAsking { outline.prompt = "Word? (:back closes)" }
    return outline
  }

  func event(forChoice number: Int) -> Event? { entries.indices.contains(number - 1) ? .choiceMade(number - 1) : nil }

  func event(forAnswer text: String) -> Event? { .answered(text) }
}

extension CommandEntry {
  /// `Down, j`
  var allKeys: String { keys.prefix(2).map(\.displayName).joined(separator: " ") }
}
