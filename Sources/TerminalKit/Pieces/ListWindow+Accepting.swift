extension ListWindow {
  /// Takes the rows of a page that was asked for; returns the next page to read, or nil.
  ///
  /// `atStart` and `atEnd` say whether the list begins and ends with these rows, as far as the page can tell.
  /// `firstNumber` is the number of the first of them in the whole list, from 1, if the source knows it.
  public mutating func accept(
    _ arrived: [Row], for page: ListPage<Row.Key>, atStart: Bool, atEnd: Bool, firstNumber: Int? = nil
  ) -> ListPage<Row.Key>? {
    guard page == awaited else { return nil }
    awaited = nil
    switch page {
    case .after(let key):
      guard rows.last?.key == key else { return wanted() }
      append(arrived, atEnd: atEnd)
    case .before(let key):
      guard rows.first?.key == key else { return wanted() }
      prepend(arrived, atStart: atStart)
    case .first: replace(with: arrived, atStart: true, atEnd: atEnd, firstIndex: 0, page)
    case .last: replace(with: arrived, atStart: atStart, atEnd: true, firstIndex: nil, page)
    case .around:
      replace(with: arrived, atStart: atStart, atEnd: atEnd, firstIndex: firstNumber.map { $0 - 1 }, page)
    }
    checkNumbers()
    return move(by: 0)
  }

  private mutating func append(_ arrived: [Row], atEnd: Bool) {
    hold(after: unheld(arrived))
    isAtEnd = atEnd || arrived.isEmpty
    let surplus = min(rows.count - limit, max(0, min(top, selectedIndex ?? 0)))
    if surplus > 0 { dropFirst(surplus) }
    if rows.count > limit { dropLast(rows.count - limit) }
  }

  private mutating func prepend(_ arrived: [Row], atStart: Bool) {
    let new = unheld(arrived)
    hold(before: new)
    isAtStart = atStart || arrived.isEmpty
    trimUnseen()
  }

  /// Gives up rows beyond the limit: those after what is seen and selected first, then those before.
  mutating func trimUnseen() {
    let lastNeeded = max(visibleIndices.upperBound - 1, selectedIndex ?? 0)
    let surplus = min(rows.count - limit, rows.count - 1 - lastNeeded)
    if surplus > 0 { dropLast(surplus) }
    if rows.count > limit { dropFirst(rows.count - limit) }
  }

  private func unheld(_ arrived: [Row]) -> [Row] {
    let held = Set(rows.map(\.id))
    return arrived.filter { !held.contains($0.id) }
  }

  /// Exchanges everything held, keeping the selection, or what stood nearest to it, where it was in the area.
  private mutating func replace(
    with arrived: [Row], atStart: Bool, atEnd: Bool, firstIndex: Int?, _ page: ListPage<Row.Key>
  ) {
    let old = rows
    let (oldTop, oldIndex) = (top, selectedIndex)
    let isJumping = isJumping
    self.isJumping = false
    (isAtStart, isAtEnd, self.firstIndex) = (atStart, atEnd, firstIndex)
    hold(only: page == .last ? Array(arrived.suffix(limit)) : Array(arrived.prefix(limit)))
    if arrived.count > limit {
      if page == .last { isAtStart = false } else { isAtEnd = false }
    }
    switch page {
    case _ where rows.isEmpty: selectedIndex = nil
    case .last where isJumping: selectedIndex = rows.count - 1
    case .first where isJumping: selectedIndex = 0
    default: selectedIndex = oldIndex.flatMap { survivor(of: old, at: $0) } ?? 0
    }
    top = max(0, (selectedIndex ?? 0) - max(0, (oldIndex ?? 0) - oldTop))
    scrollToSelection()
  }

  /// Where the selected row is now if it is still there, else the nearest one after it, else the nearest before.
  private func survivor(of old: [Row], at index: Int) -> Int? {
    var held = [Row.ID: Int](minimumCapacity: rows.count)
    for (place, row) in rows.enumerated() { held[row.id] = place }
    for row in old[index...] { if let place = held[row.id] { return place } }
    for row in old[..<index].reversed() { if let place = held[row.id] { return place } }
    return nil
  }
}
