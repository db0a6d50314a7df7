/// A surface to draw on. It clips, so that no screen looks after bounds, and ends as a frame.
///
/// All places count from the upper left corner of the current area; ``inset(at:_:columns:rows:_:)`` makes a smaller one.
public struct Canvas: ~Copyable {
  let whole: Size
  var cells: [Cell]
  var cursor: Point?
  var area: Area

  /// A blank surface.
  public init(_ size: Size) {
    whole = size
    cells = Array(repeating: Cell(), count: size.columns * size.rows)
    area = Area(origin: Point(column: 0, row: 0), size: size, clip: Rectangle(0..<size.columns, 0..<size.rows))
  }

  /// How big the current area is.
  public var size: Size { area.size }

  /// Puts the cursor, and with it the focus, at a place.
  public mutating func placeCursor(at column: Int, _ row: Int) {
    let place = Point(column: area.origin.column + column, row: area.origin.row + row)
    if area.clip.contains(place) { cursor = place }
  }

  /// Draws on a part of this area as if it were a whole surface.
  public mutating func inset(
    at column: Int, _ row: Int, columns: Int, rows: Int, _ body: (inout Canvas) throws -> Void
  ) rethrows {
    let outer = area
    area = outer.inset(column, row, Size(columns: columns, rows: rows))
    defer { area = outer }
    try body(&self)
  }

  /// The finished picture.
  public consuming func frame() -> Frame {
    Frame(size: whole, cells: cells, cursor: cursor)
  }
}
