/// A list of any length, of which a few hundred rows round the selection are held.
///
/// - The selection is an identity, so it survives reloading.
/// - Every act that may need more rows returns the page to read, or nil.
/// - The answer comes back with ``accept(_:for:atStart:atEnd:firstNumber:)``; an answer nobody waits for is dropped.
/// - Steps beyond the rows held are owed, and made when the rows arrive.
public struct ListWindow<Row: ListRow>: Sendable {
  /// The rows held, in the list's order.
  public internal(set) var rows: [Row] = []
  /// How many rows the whole list has, when it is known.
  public var total: Int? {
    get { knownTotal }
    set {
      knownTotal = newValue
      checkNumbers()
    }
  }
  /// Whether the first row held is the first of the list.
  public internal(set) var isAtStart = false
  /// Whether the last row held is the last of the list.
  public internal(set) var isAtEnd = false
  /// The page that is being waited for.
  public internal(set) var awaited: ListPage<Row.Key>?

  /// The most rows that are ever held.
  public let capacity: Int
  /// How many rows to read at a time.
  public let pageLength: Int

  let linesOfRow: @Sendable (Row, Int) -> Int
  /// The columns and lines of the list's area.
  public internal(set) var area = Size(columns: 80, rows: 16)
  /// How many lines each row held takes, so that a key need not lay out rows that stay as they are.
  var heights: [Int] = []
  /// Where the selected row stands among those held.
  var selectedIndex: Int?
  /// The row held at the top of the area.
  var top = 0
  /// The number of the first row held, counted from 0, when it is known.
  var firstIndex: Int?
  /// Steps still to be made when rows arrive.
  var owed = 0
  /// Whether the selection is to go to the edge that is waited for.
  var isJumping = false
  var knownTotal: Int?

  /// An empty list. `lines` says how many lines a row takes in an area of so many columns.
  public init(
    capacity: Int = 300, pageLength: Int = 100, lines: @escaping @Sendable (Row, Int) -> Int = { _, _ in 1 }
  ) {
    self.pageLength = max(1, pageLength)
    self.capacity = max(capacity, 3 * self.pageLength)
    linesOfRow = lines
  }

  /// The selected row.
  public var selected: Row? { selectedIndex.map { rows[$0] } }

  /// The identity of the selected row.
  public var selectedID: Row.ID? { selectedIndex.map { rows[$0].id } }

  /// The number of the selected row in the whole list, from 1, when it is known.
  public var selectedNumber: Int? { selectedIndex.flatMap(number(at:)) }

  /// Whether the whole list is known to have no rows.
  public var isEmpty: Bool { rows.isEmpty && isAtStart && isAtEnd }

  /// How many rows to read for a page: what is seen comes first where everything is exchanged, the rest follows.
  public func length(of page: ListPage<Row.Key>) -> Int {
    switch page {
    case .first, .last, .around: min(pageLength, area.rows + 4)
    case .before, .after: pageLength
    }
  }

  /// The page to read when the list is first shown.
  public mutating func begin() -> ListPage<Row.Key> { expect(.first) }

  /// The page to read when the rows may have changed: the same stretch again.
  public mutating func reload() -> ListPage<Row.Key> {
    if isJumping, let awaited { return awaited }
    guard !isAtStart || top > 0 || (selectedIndex ?? 0) >= length(of: .first), let selected else {
      return expect(.first)
    }
    return expect(.around(selected.key))
  }

  /// The page to read when the list is another one, by filter or order; its first row will be selected.
  ///
  /// What is held stays in sight until the answer comes.
  public mutating func restart() -> ListPage<Row.Key> {
    owed = 0
    knownTotal = nil
    return expect(.first, jumping: true)
  }

  /// Gives up the page waited for, because reading it failed; the next move asks again.
  public mutating func abandon() {
    awaited = nil
    isJumping = false
    owed = 0
  }

  /// Selects a row that is held.
  public mutating func select(_ id: Row.ID) {
    guard let index = index(of: id) else { return }
    owed = 0
    selectedIndex = index
    scrollToSelection()
  }

  mutating func expect(_ page: ListPage<Row.Key>, jumping: Bool = false) -> ListPage<Row.Key> {
    awaited = page
    isJumping = jumping
    return page
  }

  /// The most rows held while the area is as tall as it is.
  var limit: Int { max(capacity, area.rows + 2 * pageLength) }

  func index(of id: Row.ID) -> Int? { rows.firstIndex { $0.id == id } }

  func number(at index: Int) -> Int? { firstIndex.map { $0 + index + 1 } }

  /// Brings the numbers into line with what is known for certain; forgets a number that cannot be right.
  mutating func checkNumbers() {
    if isAtStart { firstIndex = 0 }
    if let first = firstIndex {
      if isAtEnd { knownTotal = first + rows.count }
      let isTooSmall = first < 0 || (first == 0 && !isAtStart)
      let isTooGreat = first + rows.count > (knownTotal ?? .max)
      if !isAtStart && (isTooSmall || isTooGreat) { firstIndex = nil }
    }
    if firstIndex == nil, isAtEnd, let total = knownTotal, total > rows.count { firstIndex = total - rows.count }
  }
}
