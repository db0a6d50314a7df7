import TerminalKit

/// A box of choices over a list, below the two rows that never move.
struct Menu {
  struct Item: Hashable, Sendable {
    /// `1`, or nothing.
    var key: String
    var text: String
    /// What stands right of it: a filter, a direction.
    var detail: String
    var isCurrent: Bool

    init(_ text: String, key: String = "", detail: String = "", isCurrent: Bool = false) {
      self.key = key
      self.text = text
      self.detail = detail
      self.isCurrent = isCurrent
    }

    /// As it is read.
    var line: String {
      let parts = [text, detail, isCurrent ? "chosen now" : ""].filter { !$0.isEmpty }
      return parts.joined(separator: ", ")
    }
  }

  var title: String
  var items: [Item]
  var selected: Int
  var foot: String

  /// Draws it from row 3 down; as many choices as fit are seen, the selected one among them.
  func draw(on canvas: inout Canvas) {
    let keyWidth = items.map(\.key.count).max() ?? 0
    let wanted = items.map { TextWidth.width(of: $0.text) + TextWidth.width(of: $0.detail) + keyWidth + 9 }.max() ?? 0
    let columns = min(max(wanted + 4, foot.count + 4, title.count + 8, 40), canvas.size.columns - 4)
    let rows = min(items.count + 3, canvas.size.rows - 3)
    let shown = max(rows - 3, 1)
    let first = min(max(selected - shown / 2, 0), max(items.count - shown, 0))
    canvas.fill(at: 2, 3, columns: columns, rows: rows)
    canvas.box(at: 2, 3, columns: columns, rows: rows, title: title)
    canvas.inset(at: 3, 4, columns: columns - 2, rows: rows - 2) { box in
      for (row, index) in (first..<min(first + shown, items.count)).enumerated() {
        draw(index, on: &box, row: row, keyWidth: keyWidth)
      }
      box.write(foot, at: 1, rows - 3, width: columns - 3, as: .muted, cut: .mark)
    }
  }

  private func draw(_ index: Int, on box: inout Canvas, row: Int, keyWidth: Int) {
    let item = items[index]
    let role: Role = index == selected ? .selected : .body
    box.fill(row, as: role)
    box.write(index == selected ? ">" : " ", at: 0, row, as: role)
    box.write(item.isCurrent ? "=" : " ", at: 1, row, as: role)
    box.write(item.key, at: 3, row, as: index == selected ? .selected : .key)
    let column = keyWidth == 0 ? 3 : 4 + keyWidth
    let used = box.write(item.text, at: column, row, width: box.size.columns - column, as: role, cut: .mark)
    let textWidth = min(TextWidth.width(of: item.text), used)
    let detailColumn = column + textWidth + 2
    if detailColumn < box.size.columns - 2 {
      box.write(
        item.detail, at: detailColumn, row, width: box.size.columns - detailColumn,
        as: index == selected ? .selected : .muted, cut: .mark)
    }
    if index == selected { box.placeCursor(at: column, row) }
  }

  func read(into outline: inout Outline) {
    outline.heading(title)
    for item in items { outline.choice(item.line) }
    outline.text(foot)
  }
}
