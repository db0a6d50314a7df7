/// One row of a text that was broken into rows.
public struct WrappedLine: Hashable, Sendable {
  /// What the row shows; blanks at which the text was broken are left out.
  public var text: String
  /// Columns the row takes.
  public var columns: Int
  /// Which part of the source the row stands for, the blanks at its end included, a line end not.
  public var range: Range<String.Index>
  /// Whether the row ends where the source ends a line, rather than for want of room.
  public var endsLine: Bool
}

extension TextWidth {
  /// The text broken into rows of at most `columns`: at blanks where there are any, inside a word where not.
  ///
  /// Line ends of the text are kept. There is always at least one row.
  public static func wrapped(_ text: String, to columns: Int) -> [WrappedLine] {
    // Most texts fit and are ASCII, and a list asks this of every row it shows.
    if text.utf8.count <= columns, isPlain(text) {
      let whole = text.startIndex..<text.endIndex
      return [WrappedLine(text: text, columns: text.utf8.count, range: whole, endsLine: true)]
    }
    var lines: [WrappedLine] = []
    var paragraph: [Columns.Element] = []
    var start = text.startIndex
    for column in Columns(text, keepingNewlines: true) {
      if column.isNewline {
        lines += broken(paragraph, from: start, to: column.range.lowerBound, at: columns)
        paragraph.removeAll(keepingCapacity: true)
        start = column.range.upperBound
      } else {
        paragraph.append(column)
      }
    }
    return lines + broken(paragraph, from: start, to: text.endIndex, at: columns)
  }

  private static func broken(
    _ paragraph: [Columns.Element], from start: String.Index, to end: String.Index, at limit: Int
  ) -> [WrappedLine] {
    var lines: [WrappedLine] = []
    var first = 0
    while true {
      let next = rowEnd(of: paragraph, from: first, at: max(1, limit))
      let isLast = next == paragraph.count
      let range =
        (first == 0 ? start : paragraph[first].range.lowerBound)..<(isLast ? end : paragraph[next].range.lowerBound)
      lines.append(row(of: paragraph[first..<next], for: range, isLast: isLast, at: limit))
      if isLast { return lines }
      first = next
    }
  }

  /// Where the row that starts at `first` ends: after the last blank that helps, or where room ends.
  private static func rowEnd(of paragraph: [Columns.Element], from first: Int, at limit: Int) -> Int {
    var used = 0
    var afterBlank: Int?
    for index in first..<paragraph.count {
      let column = paragraph[index]
      if column.isSpace {
        afterBlank = index + 1
      } else if used + column.width > limit {
        return afterBlank ?? max(index, first + 1)
      }
      used += column.width
    }
    return paragraph.count
  }

  private static func row(
    of columns: ArraySlice<Columns.Element>, for range: Range<String.Index>, isLast: Bool, at limit: Int
  ) -> WrappedLine {
    var shown = columns
    var width = shown.reduce(0) { $0 + $1.width }
    while let last = shown.last, last.isSpace, !isLast || width > limit {
      shown.removeLast()
      width -= 1
    }
    var text = String.UnicodeScalarView()
    for column in shown { column.cell.append(to: &text) }
    return WrappedLine(text: String(text), columns: width, range: range, endsLine: isLast)
  }
}
