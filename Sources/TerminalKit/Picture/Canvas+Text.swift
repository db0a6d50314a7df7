/// How a text that does not fit ends.
public enum Cut: Hashable, Sendable {
  /// It just stops; for text that is shown in full elsewhere.
  case clip
  /// It ends with `>>`, so that nobody takes the part for the whole.
  case mark
}

extension Canvas {
  /// Writes one row of text and says how many columns the text took.
  ///
  /// With `width`, the text stays within so many columns and the rest of them is filled with blanks of the same role.
  /// Without, it may go on to the end of the area. What leaves the area is not drawn.
  @discardableResult
  public mutating func write(
    _ text: String, at column: Int, _ row: Int, width: Int? = nil, as role: Role = .body, cut: Cut = .clip
  ) -> Int {
    let room = max(0, width ?? (area.size.columns - column))
    if cut == .mark && TextWidth.width(of: text) > room {
      let mark = String(TextWidth.cutMark.prefix(room))
      let used = draw(text, at: column, row, within: room - mark.count, as: role)
      if used < room - mark.count { fill(at: column + used, row, columns: room - mark.count - used, as: role) }
      draw(mark, at: column + room - mark.count, row, within: mark.count, as: role)
      return room
    }
    let used = draw(text, at: column, row, within: room, as: role)
    if width != nil && used < room { fill(at: column + used, row, columns: room - used, as: role) }
    return used
  }

  /// Writes text so that its last column is just before `column`; says how many columns it took.
  @discardableResult
  public mutating func writeRight(_ text: String, endingAt column: Int, _ row: Int, as role: Role = .body) -> Int {
    let width = TextWidth.width(of: text)
    return write(text, at: column - width, row, width: width, as: role)
  }

  /// Writes text in rows of at most `columns`, at most `rows` of them; says how many rows it took.
  ///
  /// When there are more rows than fit, the last one ends with `>>`.
  @discardableResult
  public mutating func writeWrapped(
    _ text: String, at column: Int, _ row: Int, columns: Int, rows: Int = .max, as role: Role = .body
  ) -> Int {
    let lines = TextWidth.wrapped(text, to: columns)
    for (offset, line) in lines.prefix(rows).enumerated() {
      let hasMore = offset == rows - 1 && lines.count > rows
      let shown = hasMore ? Self.withMark(line.text, columns) : line.text
      write(shown, at: column, row + offset, as: role)
    }
    return min(rows, lines.count)
  }

  private static func withMark(_ text: String, _ columns: Int) -> String {
    let beginning = String(TextWidth.prefix(of: text, fitting: columns - TextWidth.cutMark.count - 1))
    return "\(beginning.withoutTrailingBlanks) \(TextWidth.cutMark)"
  }

  /// Draws at most `room` columns of the text; whole characters only.
  @discardableResult
  private mutating func draw(_ text: String, at column: Int, _ row: Int, within room: Int, as role: Role) -> Int {
    var used = 0
    if TextWidth.isPlain(text) {
      for byte in text.utf8 {
        guard used < room else { break }
        put(Cell(Unicode.Scalar(byte), as: role), width: 1, at: column + used, row)
        used += 1
      }
      return used
    }
    for element in Columns(text) {
      guard used + element.width <= room else { break }
      var cell = element.cell
      cell.role = role
      put(cell, width: element.width, at: column + used, row)
      used += element.width
    }
    return used
  }

  /// Puts one character into one or two columns, tidying up a wide one it lands on.
  mutating func put(_ cell: Cell, width: Int, at column: Int, _ row: Int) {
    let place = Point(column: area.origin.column + column, row: area.origin.row + row)
    guard area.clip.rows.contains(place.row) else { return }
    if width == 2 {
      let both = area.clip.columns.contains(place.column) && area.clip.columns.contains(place.column + 1)
      if both {
        set(cell, at: place.column, place.row)
        set(.trailingHalf(as: cell.role), at: place.column + 1, place.row, keepingLead: true)
      } else {
        for half in [place.column, place.column + 1] where area.clip.columns.contains(half) {
          set(Cell(" ", as: cell.role), at: half, place.row)
        }
      }
    } else if area.clip.columns.contains(place.column) {
      set(cell, at: place.column, place.row)
    }
  }

  private mutating func set(_ cell: Cell, at column: Int, _ row: Int, keepingLead: Bool = false) {
    let start = row * whole.columns
    let index = start + column
    if cells[index].isTrailingHalf && !keepingLead && column > 0 { cells[index - 1].becomeBlank() }
    if column + 1 < whole.columns && cells[index + 1].isTrailingHalf { cells[index + 1].becomeBlank() }
    cells[index] = cell
  }
}

extension Cell {
  fileprivate mutating func becomeBlank() { self = Cell(" ", as: role) }
}
