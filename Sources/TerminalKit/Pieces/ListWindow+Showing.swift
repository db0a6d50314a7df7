extension ListWindow {
  /// Says how big the list's area is, when it is first drawn and when the terminal changes its size.
  ///
  /// Returns the page to read if more rows are needed now, or nil.
  @discardableResult
  public mutating func fit(_ area: Size) -> ListPage<Row.Key>? {
    guard area != self.area else { return nil }
    if area.columns != self.area.columns { heights = rows.map { height(of: $0, columns: area.columns) } }
    self.area = area
    scrollToSelection()
    trimUnseen()
    return wanted()
  }

  /// The rows that can be seen, from the top of the area.
  public var visible: [VisibleRow<Row>] {
    var line = 0
    return visibleIndices.map { index in
      let lines = lines(at: index)
      defer { line += lines }
      return VisibleRow(
        row: rows[index], line: line, lines: min(lines, area.rows - line), number: number(at: index),
        isSelected: index == selectedIndex)
    }
  }

  /// How many rows of the list come before those that can be seen, when it is known.
  public var countAbove: Int? { rows.isEmpty ? nil : firstIndex.map { $0 + visibleIndices.lowerBound } }

  /// How many rows of the list come after those that can be seen, when it is known.
  public var countBelow: Int? {
    guard let total, let above = countAbove else { return nil }
    return max(0, total - above - visibleIndices.count)
  }

  /// Which of the rows held can be seen. The last may show only its first lines.
  var visibleIndices: Range<Int> {
    let start = min(max(top, 0), rows.count)
    var end = start
    var line = 0
    while end < rows.count && line < area.rows {
      line += lines(at: end)
      end += 1
    }
    return start..<end
  }

  /// Moves the top so that the whole selected row can be seen and no line stays empty for want of scrolling.
  mutating func scrollToSelection() {
    guard let selected = selectedIndex else {
      top = 0
      return
    }
    top = min(max(top, lowestTop(showing: selected)), selected)
    top = min(top, lowestTop(showing: rows.count - 1))
  }

  /// The smallest top with which all lines of the row at `index` can be seen.
  private func lowestTop(showing index: Int) -> Int {
    var lines = lines(at: index)
    var top = index
    while top > 0 && lines + self.lines(at: top - 1) <= area.rows {
      top -= 1
      lines += self.lines(at: top)
    }
    return top
  }

  private func lines(at index: Int) -> Int { heights[index] }
}
