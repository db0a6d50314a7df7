/// A finished picture: what every column of the terminal shows, and where the cursor stands.
public struct Frame: Hashable, Sendable {
  /// How big the picture is.
  public let size: Size
  /// All cells, row after row.
  public let cells: [Cell]
  /// Where the cursor stands, which is where the focus is.
  public let cursor: Point?

  init(size: Size, cells: [Cell], cursor: Point?) {
    self.size = size
    self.cells = cells
    self.cursor = cursor
  }

  /// The cell at a place; a blank outside the picture.
  public subscript(column: Int, row: Int) -> Cell {
    guard (0..<size.columns).contains(column), (0..<size.rows).contains(row) else { return Cell() }
    return cells[row * size.columns + column]
  }

  /// The cells of one row.
  public func row(_ row: Int) -> ArraySlice<Cell> {
    guard (0..<size.rows).contains(row) else { return [] }
    return cells[(row * size.columns)..<((row + 1) * size.columns)]
  }

  /// What one row shows, without the blanks at its end.
  public func text(ofRow row: Int) -> String {
    var text = String.UnicodeScalarView()
    for cell in self.row(row) { cell.append(to: &text) }
    return String(text).withoutTrailingBlanks
  }

  /// The marks of the meanings in one row, without the blanks at its end.
  public func marks(ofRow row: Int) -> String {
    String(self.row(row).map(\.role.mark)).withoutTrailingBlanks
  }
}

extension String {
  var withoutTrailingBlanks: String {
    var end = utf8.endIndex
    while end > startIndex, utf8[utf8.index(before: end)] == 0x20 { end = utf8.index(before: end) }
    return String(self[..<end])
  }
}
