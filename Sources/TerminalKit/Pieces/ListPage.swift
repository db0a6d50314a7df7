/// A row of a list: who it is, and where it stands in the list's order.
public protocol ListRow: Identifiable, Sendable where ID: Hashable & Sendable {
  /// The place in the order, by which pages are sought.
  associatedtype Key: Hashable & Sendable
  /// Where the row stands.
  var key: Key { get }
}

/// A stretch of a list to read.
public enum ListPage<Key: Hashable & Sendable>: Hashable, Sendable {
  /// The beginning of the list.
  case first
  /// The end of the list.
  case last
  /// What follows a place.
  case after(Key)
  /// What precedes a place; still given in the list's order.
  case before(Key)
  /// What stands on both sides of a place, the row at the place included.
  case around(Key)
}

/// A row that can be seen, and where.
public struct VisibleRow<Row: ListRow>: Sendable {
  /// The row.
  public let row: Row
  /// Which line of the list's area it starts on, from 0.
  public let line: Int
  /// How many lines it takes.
  public let lines: Int
  /// Its number in the whole list, from 1, when it is known.
  public let number: Int?
  /// Whether it is the selected one.
  public let isSelected: Bool
}
