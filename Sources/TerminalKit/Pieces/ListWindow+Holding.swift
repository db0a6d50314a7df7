/// The rows held, their heights, and where the selected one stands, always changed together.
extension ListWindow {
  mutating func hold(after new: [Row]) {
    rows += new
    heights += new.map { height(of: $0, columns: area.columns) }
  }

  mutating func hold(before new: [Row]) {
    rows.insert(contentsOf: new, at: 0)
    heights.insert(contentsOf: new.map { height(of: $0, columns: area.columns) }, at: 0)
    firstIndex = firstIndex.map { $0 - new.count }
    selectedIndex = selectedIndex.map { $0 + new.count }
    top += new.count
  }

  mutating func hold(only new: [Row]) {
    rows = new
    heights = new.map { height(of: $0, columns: area.columns) }
  }

  /// Gives up rows before those that are seen and selected.
  mutating func dropFirst(_ count: Int) {
    rows.removeFirst(count)
    heights.removeFirst(count)
    firstIndex = firstIndex.map { $0 + count }
    selectedIndex = selectedIndex.map { max(0, $0 - count) }
    top = max(0, top - count)
    isAtStart = false
  }

  /// Gives up rows after those that are seen and selected.
  mutating func dropLast(_ count: Int) {
    rows.removeLast(count)
    heights.removeLast(count)
    selectedIndex = selectedIndex.map { min($0, rows.count - 1) }
    isAtEnd = false
  }

  func height(of row: Row, columns: Int) -> Int { max(1, linesOfRow(row, columns)) }
}
