/// A part of a canvas: where it starts, how big it says it is, and what of it can be seen.
struct Area {
  var origin: Point
  var size: Size
  var clip: Rectangle

  func inset(_ column: Int, _ row: Int, _ size: Size) -> Area {
    let origin = Point(column: origin.column + column, row: origin.row + row)
    let inner = Rectangle(
      origin.column..<(origin.column + size.columns), origin.row..<(origin.row + size.rows))
    return Area(origin: origin, size: size, clip: clip.clamped(to: inner))
  }
}

/// Columns and rows of the whole surface.
struct Rectangle {
  var columns: Range<Int>
  var rows: Range<Int>

  init(_ columns: Range<Int>, _ rows: Range<Int>) {
    self.columns = columns
    self.rows = rows
  }

  func contains(_ point: Point) -> Bool {
    columns.contains(point.column) && rows.contains(point.row)
  }

  func clamped(to other: Rectangle) -> Rectangle {
    Rectangle(columns.clamped(to: other.columns), rows.clamped(to: other.rows))
  }
}
