extension ListWindow {
  /// The page to read when the list has other rows now and those round a place are wanted, the selected row's mostly.
  public mutating func seek(_ key: Row.Key) -> ListPage<Row.Key> {
    owed = 0
    return expect(.around(key))
  }

  /// Takes the number of a row in the whole list, from 1, when it has been counted after the row was shown.
  public mutating func take(number: Int, of id: Row.ID) {
    guard firstIndex == nil, let index = index(of: id) else { return }
    firstIndex = number - 1 - index
    checkNumbers()
  }
}
