import CaseModel
import TerminalKit

/// The rows of the section as lines: entries, fields, the open box with what hangs under it.
extension PlanEditing {
  func pane() -> PlanPane {
    var pane = PlanPane(layout)
    switch mode {
    case .adding(let entries, let selected): addEntries(entries, selected, to: &pane)
    case .changes(let selected): addChanges(selected, to: &pane)
    case .browsing, .box, .asking:
      let (faults, differences) = (faults, differences)
      for (index, row) in rows.enumerated() {
        pane.focusing(index == focus) { add(row, isFocused: index == focus, faults, differences, to: &$0) }
      }
      if rows.isEmpty {
        pane.focusing(true) {
          $0.add([.init(column: 2, text: nothingHere, role: .body)], cursor: 2)
        }
      }
    }
    return pane
  }

  /// A list never says only "none".
  var nothingHere: String { "Nothing is recorded here yet. n adds an entry." }

  private func add(
    _ row: PlanRow, isFocused: Bool, _ faults: [PlanFault], _ differences: [PlanDifference], to pane: inout PlanPane
  ) {
    let indent = 2 + 2 * row.depth
    guard let field = row.field, let place = row.place else {
      let state = state(of: row.item, faults: faults, differences: differences)
      addEntry(row.item, indent: indent, state: state, isFocused: isFocused, to: &pane)
      return
    }
    let column = row.item.kind.isSingle ? 2 : indent + 2
    let fault = faults.first { $0.place == place }
    if isFocused, case .box(let box) = mode, box.place == place {
      add(box, indent: column, to: &pane)
    } else {
      addClosed(place, field, indent: column, isWrong: fault != nil, isFocused: isFocused, to: &pane)
    }
    if let fault { pane.addWrapped("Error: \(fault.message)", at: column, as: .invalid) }
    guard isFocused else { return }
    if let asked = asks(place) { pane.addWrapped(asked, at: column, as: .soon) }
    if let before = before(place, field, audience: .staff) {
      pane.addWrapped(before, at: column, most: 3, as: .muted)
    }
  }

  /// Why an answer is asked for just now.
  func asks(_ place: AnswerPlace) -> String? {
    guard place.key == .raiseConfidence, let item = form.plan[place.item], let confidence = item.number(.confidence),
      confidence <= 6, item[.raiseConfidence] == nil
    else { return nil }
    return "~ confidence is \(confidence) of 10: what would raise it?"
  }

  private func addEntry(_ item: PlanItem, indent: Int, state: String, isFocused: Bool, to pane: inout PlanPane) {
    let role: Role = isFocused ? .selected : openItem == item.id ? .heading : .body
    let stateColumn = layout.paneColumns - TextWidth.width(of: state) - 1
    let text = TextWidth.cut(entryWords(item), to: max(stateColumn - indent - 1, 10))
    let stateRole: Role = state.hasPrefix("!") ? .invalid : state.hasPrefix("+") ? .fresh : .strong
    pane.add(
      [.init(column: indent, text: text, role: role), .init(column: stateColumn, text: state, role: stateRole)],
      cursor: indent)
  }

  func entryWords(_ item: PlanItem) -> String {
    let headline = item[item.kind.headline].map(PlanRow.oneLine) ?? "nothing written yet"
    return "\(item.kind.words): \(headline)"
  }

  // The value as it stands; a typed text that is no value stands in its place.
  private func addClosed(
    _ place: AnswerPlace, _ field: PlanField, indent: Int, isWrong: Bool, isFocused: Bool, to pane: inout PlanPane
  ) {
    let value = form.value(at: place).map { field.words(for: $0, staff: staffNames) }
    let shown = form.raw[place] ?? value
    let role: Role = isWrong ? .invalid : shown == nil ? .muted : .strong
    let text = shown ?? "not recorded"
    if field.isTall {
      pane.addLabel(field.label, indent: indent, as: isFocused ? .selected : .label)
      pane.addWrapped(
        field.takesAnyText ? (form.value(at: place) ?? text) : text, at: indent + 2, most: isFocused ? 8 : 3, as: role)
    } else {
      let lines = pane.wrapped(text, at: layout.valueColumn, most: 4)
      pane.addField(field.label, indent: indent, value: lines, as: role, isFocused: isFocused)
    }
  }

  private func add(_ box: PlanBox, indent: Int, to pane: inout PlanPane) {
    if box.field.isTall {
      pane.addLabel(box.field.label, indent: indent, as: .selected)
      pane.add([], boxColumn: 2)
      for _ in 0..<(textRows(of: box) + 1) { pane.add([]) }
    } else {
      let value = box.isList && box.editor.content.isEmpty ? currentWords(box) : nil
      let ends = [PlanPane.Piece](
        [.init(column: layout.valueColumn - 1, text: "[", role: .label)]
          + [.init(column: layout.valueColumn + layout.lineColumns, text: "]", role: .label)])
      pane.addBox(box.field.label, indent: indent, ends: ends)
      if let value { pane.addWrapped("now: \(value)", at: layout.valueColumn, most: 2, as: .muted) }
    }
    if let fault = box.fault { pane.addWrapped("Error: \(fault)", at: indent, as: .invalid) }
    if let echo = echo(of: box) { pane.add("means \(echo)", at: layout.valueColumn, as: .strong) }
    addList(of: box, to: &pane)
    let hint = hint(for: box)
    if !hint.isEmpty { pane.addWrapped(hint, at: indent, as: .muted) }
  }

  func currentWords(_ box: PlanBox, audience: Audience = .staff) -> String? {
    form.value(at: box.place).map { box.field.words(for: $0, staff: staffNames, audience: audience) }
  }

  private func addList(of box: PlanBox, to pane: inout PlanPane) {
    guard box.isList else { return }
    let options = box.shownOptions
    if options.isEmpty { pane.add("Nothing on the list begins so.", at: layout.valueColumn, as: .invalid) }
    let rows = layout.listRows
    let widest = options.map { TextWidth.width(of: $0.words) + 6 }.max() ?? 0
    let column = layout.valueColumn + widest < layout.paneColumns ? layout.valueColumn - 2 : 4
    let top = min(max(box.highlight - rows / 2, 0), max(options.count - rows, 0))
    for index in top..<min(top + rows, options.count) {
      let isHere = index == box.highlight
      let text = (isHere ? "> " : "  ") + tick(options[index], in: box) + options[index].words
      let role: Role = isHere ? .selected : .body
      pane.add(TextWidth.cut(text, to: layout.paneColumns - column - 1), at: column, as: role)
    }
    if options.count > top + rows {
      pane.add("+\(options.count - top - rows) >>", at: layout.valueColumn, as: .muted)
    }
  }

  func tick(_ option: PlanChoice, in box: PlanBox) -> String {
    guard box.field.takesSeveral else { return "" }
    let codes = (form.value(at: box.place) ?? "").split(separator: "\n")
    return codes.contains { $0 == option.code } ? "[x] " : "[ ] "
  }

  private func addEntries(_ entries: [NewEntry], _ selected: Int, to pane: inout PlanPane) {
    pane.add("What do you want to add?", at: 2, as: .heading)
    for (index, entry) in entries.enumerated() {
      pane.focusing(index == selected) {
        $0.addLabel("\(index + 1)  \(entry.words)", indent: 2, as: index == selected ? .selected : .body)
      }
    }
    pane.add("Press the number, or Enter. Esc adds nothing.", at: 2, as: .muted)
  }

  private func addChanges(_ selected: Int, to pane: inout PlanPane) {
    for (index, difference) in differences.enumerated() {
      let role: Role = index == selected ? .selected : .body
      pane.focusing(index == selected) {
        $0.addLabel(difference.what, indent: 2, as: role)
        for text in words(of: difference, .staff) { $0.addWrapped(text, at: 4, most: 3) }
      }
    }
  }

  /// What a field said and says; nothing for an entry that came or went.
  func words(of difference: PlanDifference, _ audience: Audience) -> [String] {
    guard case .changed(let key, let was, let now) = difference.change, let field = difference.kind.field(key) else {
      return []
    }
    func said(_ value: String?) -> String {
      PlanRow.oneLine(value.map { field.words(for: $0, staff: staffNames, audience: audience) } ?? "not recorded")
    }
    return ["was: \(said(was))", "now: \(said(now))"]
  }
}
