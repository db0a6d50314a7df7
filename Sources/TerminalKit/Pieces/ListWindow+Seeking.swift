extension ListWindow {
  /// The page to read when the list has other rows now and those round a place are wanted, the selected row's mostly.
  public mutating func seek(_ key: Row.Key) -> ListPage<Row.Key> {
    owed = 0
    return expect(.around(key))
  }
}
