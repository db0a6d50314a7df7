import CaseModel
import TerminalKit

extension CaseloadScreen {
  /// From this many columns on, the record of the selected person stands at the right of the list.
  static let paneFrom = 110

  var hasPane: Bool { size.columns >= CaseloadScreen.paneFrom }
  var paneColumns: Int { size.columns >= 150 ? 48 : 38 }
  var tableColumns: Int { hasPane ? size.columns - paneColumns - 3 : size.columns }
  /// Rows of the list itself: less title, view, rule, header, rule, the row that says how many more, and the summary.
  var listRows: Int { max(size.rows - 6 - summaryRows, 1) }
  private var summaryRows: Int { hasPane ? 1 : size.rows >= 20 ? 4 : 3 }

  func draw(on canvas: inout Canvas) {
    TitleRow(title: "Caseload", scope: scopeWords, around: around).draw(on: &canvas)
    drawSecondRow(on: &canvas)
    canvas.rule(2)
    let columns = tableColumns
    canvas.inset(at: 0, 3, columns: columns, rows: listRows + 3) { drawTable(on: &$0) }
    let foot = 3 + listRows + 3
    canvas.rule(foot)
    if hasPane {
      canvas.verticalRule(at: columns, from: 3, to: foot)
      canvas.inset(at: columns + 2, 3, columns: paneColumns, rows: foot - 3) { drawPane(on: &$0) }
    } else {
      drawSummary(on: &canvas, from: foot + 1)
    }
    menu?.draw(on: &canvas)
    switch mode {
    case .filtering: drawFilterBox(on: &canvas)
    case .naming: drawNameBox(on: &canvas)
    case .confirming(let view): drawQuestion(about: view, on: &canvas)
    case .list, .sorting, .views, .removing: break
    }
  }

  // MARK: The second row

  /// `38 of 412 shown`
  var countWords: String {
    let shown = shownQuery == query ? list.total : nil
    switch (shown, scopeTotal) {
    case (let shown?, let total?): return "\(thousands(shown)) of \(thousands(total)) shown"
    case (let shown?, nil): return "\(thousands(shown)) shown"
    case (nil, _): return "counting"
    }
  }

  var filterText: String { [view.filter, typedFilter].filter { !$0.isEmpty }.joined(separator: " ") }

  private func drawSecondRow(on canvas: inout Canvas) {
    var column = 1
    func pair(_ label: String, _ value: String, width: Int? = nil) {
      column += canvas.write(label, at: column, 1, as: .label) + 1
      let room = width ?? max(0, canvas.size.columns - column)
      let used = min(TextWidth.width(of: value), room)
      canvas.write(value, at: column, 1, width: used, as: .strong, cut: .mark)
      column += used + 3
    }
    let sortWidth = TextWidth.width(of: sort.words) + 5
    pair("View", "\(view.number.map { "\($0) " } ?? "")\(view.name)", width: canvas.size.columns >= 76 ? 30 : 14)
    let room = canvas.size.columns - column - countWords.count - sortWidth - 13
    if room >= 4 || !filterText.isEmpty {
      pair("Filter", filterText.isEmpty ? "none" : filterText, width: max(room, 4))
    }
    column += canvas.write(countWords, at: column, 1) + 3
    let sortColumn = max(canvas.size.columns - sortWidth - 1, column - 2)
    canvas.write("Sort", at: sortColumn, 1, as: .label)
    canvas.write(sort.words, at: sortColumn + 5, 1, as: .strong)
  }

  private func drawFilterBox(on canvas: inout Canvas) {
    canvas.fill(1)
    canvas.write("Filter", at: 1, 1, as: .label)
    canvas.write("[", at: 8, 1, as: .key)
    box.draw(on: &canvas, at: 9, 1, isFocused: true)
    canvas.write("]", at: 9 + boxColumns, 1, as: .key)
    canvas.writeRight(countWords, endingAt: canvas.size.columns - 1, 1)
    let words = fault.map(faultText) ?? CaseloadScreen.filterHint
    let role: Role = fault == nil ? .muted : .invalid
    let rows = TextWidth.wrapped(words, to: canvas.size.columns - 2).count
    for row in 2..<(2 + min(rows, 3)) { canvas.fill(row, as: role) }
    canvas.writeWrapped(words, at: 1, 2, columns: canvas.size.columns - 2, rows: 3, as: role)
  }

  static let filterHint = "Words of a name, an NHS No., risk>60, plan:none, sw:none, practice:F99003, mine, new, !"

  private func drawNameBox(on canvas: inout Canvas) {
    canvas.fill(1)
    canvas.write("Name of the view", at: 1, 1, as: .label)
    canvas.write("[", at: 18, 1, as: .key)
    box.draw(on: &canvas, at: 19, 1, isFocused: true)
    canvas.write("]", at: 19 + boxColumns, 1, as: .key)
    canvas.fill(2, as: .muted)
    canvas.write(namingHint, at: 1, 2, width: canvas.size.columns - 2, as: .muted, cut: .mark)
  }

  var namingHint: String {
    "It keeps the filter \(filterText.isEmpty ? "none" : filterText), the sort \(sort.words) and the columns."
  }

  private func drawQuestion(about view: CaseloadView, on canvas: inout Canvas) {
    canvas.fill(1, as: .warning)
    let used = canvas.write(question(about: view), at: 1, 1, as: .warning, cut: .mark)
    canvas.placeCursor(at: min(used, canvas.size.columns - 2) + 1, 1)
  }

  func question(about view: CaseloadView) -> String {
    "Remove the view \(view.name)? y removes it, any other key keeps it"
  }
}
