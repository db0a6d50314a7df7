/// A text as it stands in a box: its rows, and the place of the caret among them.
struct TextLayout {
  var lines: [WrappedLine]
  var caret: Point

  /// The place in the text at a column of a row: before the character that covers the column.
  func index(atColumn goal: Int, inRow row: Int, of content: String) -> String.Index {
    let line = lines[row]
    var used = 0
    var index = line.range.lowerBound
    for element in Columns(content[line.range]) {
      guard used + element.width <= goal else { break }
      used += element.width
      index = element.range.upperBound
    }
    let isBeyond = index == line.range.upperBound && !line.endsLine && index > line.range.lowerBound
    return isBeyond ? content.unicodeScalars.index(before: index) : index
  }
}

extension TextEditor {
  /// The text in rows of at most `width` columns; one column is kept free for the caret.
  public func lines(width: Int) -> [WrappedLine] {
    TextWidth.wrapped(content, to: max(1, width - 1))
  }

  /// The place of the caret in those rows.
  public func caretPlace(width: Int) -> Point {
    place(of: caretIndex, in: lines(width: width), width: width)
  }

  var layout: TextLayout {
    if isSingleLine {
      let range = content.startIndex..<content.endIndex
      let line = WrappedLine(text: content, columns: 0, range: range, endsLine: true)
      let column = TextWidth.width(of: String(content[..<caretIndex]))
      return TextLayout(lines: [line], caret: Point(column: column, row: 0))
    }
    let lines = lines(width: area.columns)
    return TextLayout(lines: lines, caret: place(of: caretIndex, in: lines, width: area.columns))
  }

  private func place(of caret: String.Index, in lines: [WrappedLine], width: Int) -> Point {
    let row = lines.lastIndex { $0.range.lowerBound <= caret } ?? 0
    let before = content[lines[row].range.lowerBound..<caret]
    return Point(column: min(TextWidth.width(of: String(before)), max(1, width - 1)), row: row)
  }

  mutating func scrollToCaret() {
    let layout = layout
    let place = layout.caret
    if isSingleLine {
      scroll = min(max(scroll, place.column - (area.columns - 1)), place.column)
    } else {
      scroll = min(max(scroll, place.row - (area.rows - 1)), place.row)
      // A box that has grown, or text that has shrunk, leaves no empty rows under text that is scrolled away.
      scroll = min(scroll, max(layout.lines.count - area.rows, 0))
    }
  }

  /// Draws the box in an area of the size given to ``fit(columns:rows:)``; the cursor is placed when it has the focus.
  public func draw(on canvas: inout Canvas, at column: Int, _ row: Int, isFocused: Bool) {
    let role: Role = isFocused ? .fieldFocused : .field
    let layout = layout
    canvas.inset(at: column, row, columns: area.columns, rows: area.rows) { box in
      box.fill(at: 0, 0, columns: area.columns, rows: area.rows, as: role)
      if isSingleLine {
        box.write(content, at: -scroll, 0, width: area.columns + scroll, as: role)
      } else {
        for (line, text) in layout.lines.dropFirst(scroll).prefix(area.rows).enumerated() {
          box.write(text.text, at: 0, line, as: role)
        }
      }
      let shift = isSingleLine ? Point(column: scroll, row: 0) : Point(column: 0, row: scroll)
      if isFocused { box.placeCursor(at: layout.caret.column - shift.column, layout.caret.row - shift.row) }
    }
  }
}
