import SafeText
import TerminalKit

/// Lines for people in columns, padded by how wide their letters are on a terminal. A column keeps the width it once had,
/// so that the pages of a long list stand under one another where they can.
struct Table {
  private var widths = [Int]()

  mutating func tell(_ rows: [[String]]) {
    // Safe before it is measured: what stands for a control character has a width of its own.
    let rows = rows.map { row in row.map { safe($0) } }
    for row in rows {
      for (column, text) in row.enumerated() {
        if column == widths.count { widths.append(0) }
        widths[column] = max(widths[column], TextWidth.width(of: text))
      }
    }
    for row in rows { Outlet.line(line(row)) }
  }

  private func line(_ row: [String]) -> String {
    row.enumerated().map { column, text in
      let missing = widths[column] - TextWidth.width(of: text)
      return column == row.count - 1 ? text : text + String(repeating: " ", count: max(missing, 0) + 2)
    }.joined()
  }
}
