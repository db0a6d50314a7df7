import CaseModel
import TerminalKit

/// The list as it is read: a screenful of people, numbered, and everything about the selected one.
extension CaseloadScreen {
  func outline() -> Outline {
    var outline = Outline()
    TitleRow(title: "Caseload", scope: scopeWords, around: around).read(into: &outline)
    if let menu {
      menu.read(into: &outline)
      return outline
    }
    outline.fact("View", "\(view.number.map { "\($0) " } ?? "")\(view.name)")
    outline.fact("Filter", filterText.isEmpty ? "none" : filterText)
    outline.text("\(countWords.capitalisedFirst).")
    outline.fact("Sort", "\(sort.order.words), \(sort.direction)")
    if !keptWords.isEmpty { outline.text(keptWords) }
    switch mode {
    case .filtering:
      outline.text(filterHint)
      if let fault { outline.fact("Error", faultText(fault)) }
      outline.prompt = "Filter? (- clears it, :back leaves)"
    case .naming:
      outline.text(namingHint)
      outline.prompt = "Name of the view? (:back keeps none)"
      return outline
    case .confirming(let view):
      outline.prompt = "\(question(about: view)). y or n?"
      return outline
    case .list, .sorting, .views, .removing: break
    }
    readRows(into: &outline)
    return outline
  }

  private func readRows(into outline: inout Outline) {
    guard hasRows else {
      for text in absence { outline.text(text) }
      return
    }
    outline.heading("Name, born, NHS No., \(view.columns.map(\.words).joined(separator: ", "))")
    for visible in list.visible { outline.choice(line(of: visible)) }
    if !moreWords.isEmpty { outline.text(moreWords) }
    readStates(into: &outline)
    guard let row = list.selected else { return }
    outline.heading("Selected: \(row.listName(.linear))")
    outline.text("Enter opens the record, which shows more.")
    for part in details(of: row, .linear) {
      switch part {
      case .heading(let text): outline.heading(text)
      case .fact(let label, let value): outline.fact(label, value)
      case .text(let text, _): outline.text(text)
      }
    }
  }

  private func line(of visible: VisibleRow<CaseloadRow>) -> String {
    let row = visible.row
    var parts = [
      "\(marked.contains(row.id) ? "* marked. " : "")\(row.listName(.linear))",
      "Born \(row.bornWithAge(on: around.today, .linear))", "NHS No. \(row.nhsText)",
    ]
    for column in view.columns {
      let text = column.cell(of: row, width: .max, on: around.today).text
      parts.append("\(column.words): \(text)")
    }
    return parts.joined(separator: ". ") + "."
  }

  func event(forChoice number: Int) -> Event? {
    let count = outline().choiceCount
    return (1...max(count, 1)).contains(number) && count > 0 ? .choiceMade(number - 1) : nil
  }

  func event(forAnswer text: String) -> Event? { isTyping ? .answered(text) : nil }
}
