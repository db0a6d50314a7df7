import TerminalKit

/// Which line of a page is being read, and which is at the top of the window.
///
/// The line read has the marker `>` and the cursor, so that a reader's screen or Braille line follows it.
struct PageCursor: Hashable, Sendable {
  private(set) var line = 0
  private(set) var top = 0
  /// Only lines that lead somewhere are stopped at: a list, not a text.
  var stopsAtLinks = false

  enum Move: Hashable, Sendable { case up, down, pageUp, pageDown, home, end }

  /// Moves among the lines of a page of which so many rows can be seen.
  mutating func move<Link>(_ move: Move, in lines: [PageLine<Link>], rows: Int) {
    let stops = stops(in: lines)
    guard let here = stops.lastIndex(where: { $0 <= line }) ?? stops.indices.first else { return settle(lines, rows) }
    let page = max(rows - 2, 1)
    switch move {
    case .up: line = stops[max(here - 1, 0)]
    case .down: line = stops[min(here + 1, stops.count - 1)]
    case .home: line = stops[0]
    case .end: line = stops[stops.count - 1]
    case .pageUp:
      line = stops.last { $0 <= line - page } ?? stops[0]
      top -= page
    case .pageDown:
      line = stops.first { $0 >= line + page } ?? stops[stops.count - 1]
      top += page
    }
    settle(lines, rows)
  }

  /// Puts the focus on the first line that leads somewhere.
  mutating func go<Link>(to link: Link, in lines: [PageLine<Link>], rows: Int) {
    if let index = lines.firstIndex(where: { $0.link == link && !$0.isBlank }) { line = index }
    settle(lines, rows)
  }

  /// Keeps line and window inside a page that has become another.
  mutating func settle<Link>(_ lines: [PageLine<Link>], _ rows: Int) {
    let stops = stops(in: lines)
    if !stops.contains(line) { line = stops.last { $0 <= line } ?? stops.first ?? 0 }
    guard lines.count > rows else {
      top = 0
      return
    }
    // The first and the last row of the window may be taken by "more above" and "more below".
    let lowest = line - max(rows - 2, 0)
    top = min(max(top, lowest), max(line - 1, 0))
    if line == stops.first { top = 0 }
    top = min(max(top, 0), lines.count - rows)
  }

  private func stops<Link>(in lines: [PageLine<Link>]) -> [Int] {
    lines.indices.filter { !lines[$0].isBlank && (!stopsAtLinks || lines[$0].link != nil && isHead($0, in: lines)) }
  }

  private func isHead<Link>(_ index: Int, in lines: [PageLine<Link>]) -> Bool {
    index == 0 || lines[index - 1].link != lines[index].link
  }

  /// What the line read leads to.
  func link<Link>(in lines: [PageLine<Link>]) -> Link? { lines.indices.contains(line) ? lines[line].link : nil }
}

extension PageCursor {
  /// Draws what can be seen of a page from a row down to the end of the canvas.
  func draw<Link>(_ lines: [PageLine<Link>], on canvas: inout Canvas, from first: Int, rows: Int) {
    var cursor = self
    cursor.settle(lines, rows)
    let end = min(cursor.top + rows, lines.count)
    for index in cursor.top..<end {
      let row = first + index - cursor.top
      let isFocused = index == cursor.line
      if index == cursor.top, cursor.top > 0, !isFocused {
        canvas.write(" - \(cursor.top + 1) more above -", at: 0, row, as: .muted)
      } else if index == end - 1, end < lines.count, !isFocused {
        canvas.write(" - \(lines.count - end + 1) more below -", at: 0, row, as: .muted)
      } else {
        draw(lines[index], isFocused: isFocused, on: &canvas, row)
      }
    }
  }

  private func draw<Link>(_ line: PageLine<Link>, isFocused: Bool, on canvas: inout Canvas, _ row: Int) {
    if line.isRule { canvas.rule(row) }
    for span in line.spans { canvas.write(span.words, at: span.column, row, as: span.role) }
    guard isFocused, !line.isBlank else { return }
    canvas.write(">", at: 0, row, as: .key)
    canvas.placeCursor(at: line.firstColumn, row)
  }
}
