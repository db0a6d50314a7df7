import CaseModel
import TerminalKit

/// How the commands stand side by side.
extension HelpScreen {
  /// One row of one column.
  enum Cell: Hashable, Sendable {
    case heading(String)
    case entry(Int)
  }

  private var columnCount: Int { size.columns >= 110 ? 3 : 2 }

  /// What stands in each column, from the top. What was found by a word stands in one, with its sentence beside it.
  var columns: [[Cell]] {
    var first = 0
    var stacks: [[Cell]] = sections.map { section in
      defer { first += section.entries.count }
      return [.heading(section.title)] + section.entries.indices.map { .entry(first + $0) }
    }
    if stacks.count == 2, columnCount == 3, let own = stacks.first {
      let half = (own.count + 1) / 2
      stacks = [Array(own.prefix(half)), [.heading("")] + own.dropFirst(half)] + stacks.dropFirst()
    }
    return stacks
  }

  private func place(of index: Int) -> (column: Int, row: Int)? {
    for (column, cells) in columns.enumerated() {
      if let row = cells.firstIndex(of: .entry(index)) { return (column, row) }
    }
    return nil
  }

  mutating func showSelection() {
    let rows = columns.map(\.count).max() ?? 0
    guard let place = place(of: selection) else {
      scroll = Scroll()
      return
    }
    let start = place.row == 1 ? 0 : place.row
    scroll.show(start..<(place.row + 1), of: rows, in: listRows)
  }

  mutating func moveColumn(by step: Int) {
    guard let place = place(of: selection) else { return }
    let columns = columns
    let next = columns[(place.column + step + columns.count) % columns.count]
    for cell in next.prefix(place.row + 1).reversed() + next {
      guard case .entry(let index) = cell else { continue }
      select(index)
      return
    }
  }
}
