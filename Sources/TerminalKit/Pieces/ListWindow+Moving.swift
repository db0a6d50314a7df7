extension ListWindow {
  /// Selects the row so many rows further on; returns the page to read for it, or nil.
  public mutating func move(by step: Int) -> ListPage<Row.Key>? {
    guard let index = selectedIndex else { return nil }
    let target = index + step + owed
    let held = min(max(target, 0), rows.count - 1)
    owed = target < 0 ? (isAtStart ? 0 : target) : isAtEnd ? 0 : target - held
    selectedIndex = held
    scrollToSelection()
    return wanted()
  }

  /// Goes on by a screenful, keeping the selection where it stands in the area.
  public mutating func movePage(by pages: Int) -> ListPage<Row.Key>? {
    let step = max(1, visibleIndices.count) * pages
    top = min(max(top + step, 0), max(0, rows.count - 1))
    return move(by: step)
  }

  /// Selects the first row of the list.
  public mutating func home() -> ListPage<Row.Key>? {
    owed = 0
    guard isAtStart, !rows.isEmpty else { return jump(to: .first) }
    arrive(at: 0)
    return wanted()
  }

  /// Selects the last row of the list.
  public mutating func end() -> ListPage<Row.Key>? {
    owed = 0
    guard isAtEnd, !rows.isEmpty else { return jump(to: .last) }
    arrive(at: rows.count - 1)
    return wanted()
  }

  /// Selects an edge that is held; a jump to the other edge is no longer waited for.
  private mutating func arrive(at index: Int) {
    if isJumping { awaited = nil }
    isJumping = false
    selectedIndex = index
    scrollToSelection()
  }

  private mutating func jump(to edge: ListPage<Row.Key>) -> ListPage<Row.Key>? {
    let isUnderWay = awaited == edge
    isJumping = true
    return isUnderWay ? nil : expect(edge, jumping: true)
  }

  /// The page that lies where what is seen or selected comes near the edge of what is held.
  mutating func wanted() -> ListPage<Row.Key>? {
    guard let index = selectedIndex, let first = rows.first, let last = rows.last else { return nil }
    switch awaited {
    case .first, .last, .around: return nil  // the stretch that is coming replaces this one
    default: break
    }
    let seen = visibleIndices
    let before = min(index, seen.lowerBound)
    let after = rows.count - max(index + 1, seen.upperBound)
    let margin = (pageLength + 1) / 2
    let page: ListPage<Row.Key>
    if !isAtEnd && (owed > 0 || (owed == 0 && after < margin)) {
      page = .after(last.key)
    } else if !isAtStart && (owed < 0 || before < margin) {
      page = .before(first.key)
    } else {
      return nil
    }
    return page == awaited ? nil : expect(page)
  }
}
