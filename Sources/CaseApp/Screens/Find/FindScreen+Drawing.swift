import CaseModel
import TerminalKit

extension FindScreen {
  /// From this many columns on, what is selected is told at the right.
  static let previewFrom = 110

  var boxColumns: Int { max(min(size.columns - 34, 60), 20) }
  var resultColumns: Int { size.columns >= FindScreen.previewFrom ? size.columns - 41 : size.columns }
  private var tipRows: Int { size.rows >= 20 ? 4 : 2 }
  var resultRows: Int { max(size.rows - 4 - tipRows - 1, 1) }

  /// One row of the results.
  struct Line: Hashable, Sendable {
    var text: String
    /// What stands in columns of its own, from a column on.
    var pieces: [Piece] = []
    /// Which hit it belongs to; nil for a heading.
    var hit: Int?

    struct Piece: Hashable, Sendable {
      var text: String
      var column: Int
      var role: Role
    }
  }

  func draw(on canvas: inout Canvas) {
    TitleRow(title: "Find", scope: "everything you may see", around: around).draw(on: &canvas)
    canvas.rule(1)
    canvas.write("Find", at: 1, 2, as: .label)
    canvas.write("[", at: 6, 2, as: .key)
    box.draw(on: &canvas, at: 7, 2, isFocused: !isAmongResults)
    canvas.write("]", at: 7 + boxColumns, 2, as: .key)
    canvas.writeRight(countWords, endingAt: canvas.size.columns - 1, 2)
    canvas.rule(3)
    canvas.inset(at: 0, 4, columns: resultColumns, rows: resultRows) { drawResults(on: &$0) }
    let foot = 4 + resultRows
    if resultColumns < canvas.size.columns {
      canvas.verticalRule(at: resultColumns, from: 4, to: foot)
      canvas.inset(at: resultColumns + 2, 4, columns: canvas.size.columns - resultColumns - 3, rows: resultRows) {
        drawPreview(on: &$0)
      }
    }
    canvas.rule(foot)
    drawTips(on: &canvas, from: foot + 1)
  }

  var countWords: String {
    if failure != nil { return "not searched" }
    guard let results, foundText == text else { return text.isEmpty ? "" : "searching" }
    return results.isCut ? "\(results.count) shown, more match" : "\(results.count) found"
  }

  private func drawResults(on canvas: inout Canvas) {
    let lines = lines
    guard !lines.isEmpty else {
      for (row, text) in absence.enumerated() { canvas.write(text, at: 3, row + 1, cut: .mark) }
      return
    }
    for (row, line) in lines.dropFirst(scroll.top).prefix(canvas.size.rows).enumerated() {
      let isSelected = line.hit == selection
      let isFirst = isSelected && lines.first { $0.hit == selection } == line
      if isSelected { canvas.fill(row, as: .selected) }
      if isFirst {
        canvas.write(">", at: 0, row, as: .selected)
        if isAmongResults { canvas.placeCursor(at: 3, row) }
      }
      let role: Role = isSelected ? .selected : line.hit == nil ? .heading : .strong
      canvas.write(line.text, at: line.hit == nil ? 1 : 3, row, as: role)
      for piece in line.pieces {
        canvas.write(
          piece.text, at: piece.column, row, width: canvas.size.columns - piece.column,
          as: isSelected ? .selected : piece.role, cut: .mark)
      }
    }
  }

  /// What stands where nothing was found: what is missing, and what to do.
  var absence: [String] {
    if let failure { return [failure.what, failure.reason, failure.advice] }
    if text.isEmpty {
      return ["Nothing is looked for yet.", "Type a name, a date of birth, an NHS No. or a postcode."]
    }
    guard results != nil, foundText == text else { return [] }
    return ["Nobody and nothing is found for \(text).", "Try fewer words, or only the beginning of a name."]
  }

  var tips: [String] {
    let similar = results.map { found in
      found.people.contains { $0.row.hasSimilar } || found.passages.contains { $0.hasSimilar }
    }
    let warning = similar == true ? ["[=] similar names: check the full date and the NHS No."] : []
    let recording = around.isReadOnly ? "" : "  Searches are recorded."
    return warning + [
      "Try a name in any order, a birth date or year, an NHS No., a postcode,",
      "or words in a plan or note.  A few letters are enough.",
      "Not here?  Perhaps not enrolled.\(recording)",
    ]
  }

  private func drawTips(on canvas: inout Canvas, from top: Int) {
    let isShort = tipRows < 4 || canvas.size.columns < 80
    let shown = isShort ? tips.filter { !$0.hasPrefix("Try") && !$0.hasPrefix("or words") } : tips
    for (row, tip) in shown.prefix(canvas.size.rows - top).enumerated() {
      canvas.write(tip, at: 1, top + row, as: tip.hasPrefix("[=]") ? .warning : .muted, cut: .mark)
    }
  }

  private func drawPreview(on canvas: inout Canvas) {
    let (title, facts) = preview(.staff)
    var row = canvas.writeWrapped(title, at: 0, 0, columns: canvas.size.columns, as: .heading) + 1
    for (label, value) in facts {
      canvas.write(label, at: 0, row, as: .label)
      row += canvas.writeWrapped(value, at: 11, row, columns: canvas.size.columns - 11, as: .strong)
    }
  }
}
