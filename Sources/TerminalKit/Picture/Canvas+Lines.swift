extension Canvas {
  /// Blanks a row, or a part of it, giving it a role.
  public mutating func fill(_ row: Int, as role: Role = .body) {
    fill(at: 0, row, columns: size.columns, as: role)
  }

  /// Blanks a part of the area, giving it a role.
  public mutating func fill(at column: Int, _ row: Int, columns: Int, rows: Int = 1, as role: Role = .body) {
    cover(Cell(" ", as: role), at: column, row, columns: columns, rows: rows)
  }

  /// Gives a part of the area another role and leaves its text alone.
  public mutating func paint(at column: Int, _ row: Int, columns: Int, rows: Int = 1, as role: Role) {
    let part = area.inset(column, row, Size(columns: columns, rows: rows)).clip
    for row in part.rows {
      for column in part.columns { cells[row * whole.columns + column].role = role }
    }
  }

  /// Draws a horizontal line over a row, from one column up to but not including another.
  public mutating func rule(_ row: Int, from start: Int = 0, to end: Int? = nil, as role: Role = .rule) {
    cover(Cell("─", as: role), at: start, row, columns: (end ?? size.columns) - start, rows: 1)
  }

  /// Draws a vertical line in a column, from one row up to but not including another.
  public mutating func verticalRule(at column: Int, from start: Int = 0, to end: Int? = nil, as role: Role = .rule) {
    cover(Cell("│", as: role), at: column, start, columns: 1, rows: (end ?? size.rows) - start)
  }

  /// Draws a border just inside a part of the area, with a title in its upper line.
  public mutating func box(
    at column: Int, _ row: Int, columns: Int, rows: Int, title: String = "", as role: Role = .rule
  ) {
    guard columns >= 2, rows >= 2 else { return }
    let (right, bottom) = (column + columns - 1, row + rows - 1)
    for edge in [row, bottom] { rule(edge, from: column + 1, to: right, as: role) }
    for edge in [column, right] { verticalRule(at: edge, from: row + 1, to: bottom, as: role) }
    put(Cell("┌", as: role), width: 1, at: column, row)
    put(Cell("┐", as: role), width: 1, at: right, row)
    put(Cell("└", as: role), width: 1, at: column, bottom)
    put(Cell("┘", as: role), width: 1, at: right, bottom)
    if !title.isEmpty && columns > 6 {
      write(" \(TextWidth.cut(title, to: columns - 6)) ", at: column + 2, row, as: .heading)
    }
  }

  private mutating func cover(_ cell: Cell, at column: Int, _ row: Int, columns: Int, rows: Int) {
    guard columns > 0, rows > 0 else { return }
    for row in row..<(row + rows) {
      for column in column..<(column + columns) { put(cell, width: 1, at: column, row) }
    }
  }
}
