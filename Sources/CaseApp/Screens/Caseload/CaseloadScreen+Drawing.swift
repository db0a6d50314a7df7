import CaseModel
import TerminalKit

extension CaseloadScreen {
  /// From this many columns on, the record of the selected person stands at the right of the list.
  static let paneFrom = 110

  var hasPane: Bool { size.columns >= CaseloadScreen.paneFrom }
  var paneColumns: Int { size.columns >= 150 ? 48 : 38 }
  var tableColumns: Int { hasPane ? size.columns - paneColumns - 3 : size.columns }
  /// Rows of the list itself: less title, view, rule, header, rule, the row that says how many more, and the summary.
  var listRows: Int { max(size.rows - 6 - summaryRows - stateRows, 1) }
  private var summaryRows: Int { hasPane ? 1 : size.rows >= 20 ? 4 : 3 }

  func draw(on canvas: inout Canvas) {
    TitleRow(title: "Caseload", scope: scopeWords, around: around).draw(on: &canvas)
    drawSecondRow(on: &canvas)
    canvas.rule(2)
    let columns = tableColumns
    canvas.inset(at: 0, 3, columns: columns, rows: listRows + 3) { drawTable(on: &$0) }
    let foot = 3 + listRows + 3 + stateRows
    if hasStates {
      canvas.inset(at: 0, foot - stateRows + 1, columns: columns, rows: stateRows - 1) { drawStates(on: &$0) }
    }
    canvas.rule(foot)
    if hasPane {
      canvas.verticalRule(at: columns + 1, from: 3, to: foot)
      canvas.inset(at: columns + 3, 3, columns: paneColumns, rows: foot - 3) { drawPane(on: &$0) }
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
    guard mayList else { return "nobody shown" }
    let shown = shownQuery == query ? list.total : nil
    switch (shown, scopeTotal) {
    case (let shown?, let total?): return "\(thousands(shown)) of \(thousands(total)) shown"
    case (let shown?, nil): return "\(thousands(shown)) shown"
    case (nil, _): return "counting"
    }
  }

  var filterText: String { [view.filter, typedFilter].filter { !$0.isEmpty }.joined(separator: " ") }

  /// Where one looks, what is left out and how it is sorted; on a narrow terminal with fewer words.
  private func drawSecondRow(on canvas: inout Canvas) {
    let isNarrow = canvas.size.columns < 76
    let gap = isNarrow ? 2 : 3
    let count = isNarrow ? String(countWords.split(separator: " shown", maxSplits: 1)[0]) : countWords
    let sortLabel = isNarrow ? "by" : "Sort"
    let sortWidth = sortLabel.count + 1 + sort.words.count
    let viewText = "\(view.number.map { "\($0) " } ?? "")\(view.name)"
    var column = 1
    if !isNarrow { column += canvas.write("View", at: column, 1, as: .label) + 1 }
    let viewWidth = min(TextWidth.width(of: viewText), isNarrow ? 14 : 30)
    column += canvas.write(viewText, at: column, 1, width: viewWidth, as: .strong, cut: .mark) + gap
    let sortColumn = canvas.size.columns - sortWidth - 1
    column += canvas.write("Filter", at: column, 1, as: .label) + 1
    let filter = filterText.isEmpty ? "none" : filterText
    let room = sortColumn - gap - count.count - gap - column
    let filterWidth = max(min(TextWidth.width(of: filter), room), 0)
    canvas.write(filter, at: column, 1, width: filterWidth, as: .strong, cut: .mark)
    canvas.write(count, at: column + filterWidth + gap, 1)
    canvas.write(sortLabel, at: sortColumn, 1, as: .label)
    canvas.write(sort.words, at: sortColumn + sortLabel.count + 1, 1, as: .strong)
  }

  private func drawFilterBox(on canvas: inout Canvas) {
    canvas.fill(1)
    canvas.write("Filter", at: 1, 1, as: .label)
    canvas.write("[", at: 8, 1, as: .key)
    box.draw(on: &canvas, at: 9, 1, isFocused: true)
    canvas.write("]", at: 9 + boxColumns, 1, as: .key)
    canvas.writeRight(countWords, endingAt: canvas.size.columns - 1, 1)
    let words = fault.map(faultText) ?? filterHint
    let role: Role = fault == nil ? .muted : .invalid
    let rows = TextWidth.wrapped(words, to: canvas.size.columns - 2).count
    for row in 2..<(2 + min(rows, 3)) { canvas.fill(row, as: role) }
    canvas.writeWrapped(words, at: 1, 2, columns: canvas.size.columns - 2, rows: 3, as: role)
  }

  /// The name of a view is no filter: it says how to get there.
  var filterHint: String {
    let typed = folded(box.content.trimmed)
    if let view = (CaseloadView.builtIn + ownViews).first(where: { folded($0.name) == typed }), let number = view.number
    {
      return "That is view \(number); press Esc then \(number)."
    }
    return CaseloadScreen.filterHint
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
