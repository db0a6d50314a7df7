/// How many columns and rows an area has.
public struct Size: Hashable, Sendable {
  /// Columns, never negative.
  public var columns: Int
  /// Rows, never negative.
  public var rows: Int

  /// A size; what is negative counts as nothing.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A place on a picture, counted from the upper left corner, which is 0, 0.
public struct Point: Hashable, Sendable {
  /// The column, from 0.
  public var column: Int
  /// The row, from 0.
  public var row: Int

  /// A place.
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}
