import Testing

@testable import TerminalKit

struct TestRow: ListRow, Hashable {
  var id: Int
  var key: Int { id }
}

/// A list of `count` rows that answers page by page, as a store would.
struct TestSource {
  var ids: [Int]

  init(_ count: Int) { ids = Array(0..<count) }

  func answer(_ page: ListPage<Int>, limit: Int) -> (rows: [TestRow], atStart: Bool, atEnd: Bool) {
    let range: Range<Int> =
      switch page {
      case .first: 0..<min(limit, ids.count)
      case .last: max(0, ids.count - limit)..<ids.count
      case .after(let key): clamped(firstIndex(above: key), limit)
      case .before(let key): max(0, firstIndex(atLeast: key) - limit)..<firstIndex(atLeast: key)
      case .around(let key):
        max(0, firstIndex(atLeast: key) - limit)..<min(ids.count, firstIndex(atLeast: key) + limit)
      }
    return (ids[range].map { TestRow(id: $0) }, range.lowerBound == 0, range.upperBound == ids.count)
  }

  /// Where `key` stands, or would stand, found by halving.
  func firstIndex(atLeast key: Int) -> Int {
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < key { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func firstIndex(above key: Int) -> Int { firstIndex(atLeast: key + 1) }
  private func clamped(_ start: Int, _ limit: Int) -> Range<Int> { start..<min(ids.count, start + limit) }
}

extension ListWindow<TestRow> {
  /// Answers pages until none is wanted.
  mutating func settle(_ page: ListPage<Int>?, from source: TestSource) {
    var wanted = page ?? awaited
    while let page = wanted {
      let answer = source.answer(page, limit: length(of: page))
      wanted = accept(answer.rows, for: page, atStart: answer.atStart, atEnd: answer.atEnd)
    }
  }

  func checkPromises(of source: TestSource) {
    #expect(rows.count <= limit)
    if let first = rows.first, let last = rows.last {
      #expect(
        rows.map(\.id) == Array(source.ids[source.firstIndex(atLeast: first.id)..<source.firstIndex(above: last.id)]),
        "a gap")
    }
    let seen = visible
    #expect(selectedID == nil || seen.contains { $0.isSelected && $0.line + $0.lines <= area.rows } || area.rows == 0)
    for row in seen {
      #expect(row.number == nil || row.number == source.firstIndex(above: row.row.id))
    }
    #expect(seen.reduce(0) { $0 + $1.lines } <= area.rows)
  }
}

@Suite("List window") struct ListWindowTests {
  @Test("random walks over 5,000 rows keep the four promises", arguments: 0..<24)
  func walks(seed: UInt64) {
    var generator = Seeded(state: seed)
    let source = TestSource(5_000)
    let tall = seed.isMultiple(of: 2)
    var list = ListWindow<TestRow> { row, _ in tall && row.id % 7 == 3 ? 2 : 1 }
    list.total = 5_000
    list.fit(Size(columns: 80, rows: Int.random(in: 2...120, using: &generator)))
    list.settle(list.begin(), from: source)
    var position = 0
    for _ in 0..<300 {
      switch Int.random(in: 0..<20, using: &generator) {
      case 0:
        list.settle(list.home(), from: source)
        position = 0
      case 1:
        list.settle(list.end(), from: source)
        position = 4_999
      case 2: list.settle(list.reload(), from: source)
      case 3: list.settle(list.fit(Size(columns: 80, rows: Int.random(in: 2...120, using: &generator))), from: source)
      case 4, 5:
        list.settle(list.movePage(by: Bool.random(using: &generator) ? 1 : -1), from: source)
        position = list.selectedID ?? -1
      default:
        let step = Int.random(in: -250...250, using: &generator)
        list.settle(list.move(by: step), from: source)
        position = min(max(position + step, 0), 4_999)
      }
      #expect(list.selectedID == position)
      list.checkPromises(of: source)
    }
  }

  @Test("answers that come late, or to another question, do no harm", arguments: 0..<24)
  func lateAnswers(seed: UInt64) {
    var generator = Seeded(state: seed)
    let source = TestSource(2_000)
    var list = ListWindow<TestRow>()
    var asked = [list.begin()]
    for _ in 0..<600 {
      let wanted: ListPage<Int>? =
        switch Int.random(in: 0..<12, using: &generator) {
        case 0: list.home()
        case 1: list.end()
        case 2: list.reload()
        case 3: list.movePage(by: 1)
        case 4: list.movePage(by: -1)
        default: list.move(by: Int.random(in: -60...60, using: &generator))
        }
      if let wanted { asked.append(wanted) }
      if Bool.random(using: &generator), let page = asked.randomElement(using: &generator) {
        let answer = source.answer(page, limit: list.length(of: page))
        if let next = list.accept(answer.rows, for: page, atStart: answer.atStart, atEnd: answer.atEnd) {
          asked.append(next)
        }
      }
      asked = asked.suffix(4)
      list.checkPromises(of: source)
    }
  }

  @Test("the selection is an identity: it survives a reload after which it has another number") func identity() {
    var source = TestSource(1_000)
    var list = ListWindow<TestRow>()
    list.settle(list.begin(), from: source)
    list.settle(list.move(by: 40), from: source)
    source.ids.removeFirst(10)
    list.settle(list.reload(), from: source)
    #expect(list.selectedID == 40)
    #expect(list.selectedNumber == 31)
  }

  @Test("when the selected row is gone, the next one is selected, or else the one before") func survivor() {
    var source = TestSource(50)
    var list = ListWindow<TestRow>()
    list.settle(list.begin(), from: source)
    list.settle(list.move(by: 20), from: source)
    source.ids.removeAll { (20...22).contains($0) }
    list.settle(list.reload(), from: source)
    #expect(list.selectedID == 23)
    source.ids.removeAll { $0 >= 20 }
    list.settle(list.reload(), from: source)
    #expect(list.selectedID == 19)
    source.ids = []
    list.settle(list.reload(), from: source)
    #expect(list.selected == nil && list.isEmpty && list.visible.isEmpty)
  }

  @Test("steps beyond what is held are made when the rows arrive") func owedSteps() {
    let source = TestSource(1_000)
    var list = ListWindow<TestRow>()
    list.settle(list.begin(), from: source)
    var wanted: ListPage<Int>?
    for _ in 0..<20 { wanted = list.move(by: 15) ?? wanted }
    list.settle(wanted, from: source)
    #expect(list.selectedID == 300)
  }

  @Test("the same page is asked for once") func askedOnce() {
    let source = TestSource(1_000)
    var list = ListWindow<TestRow>()
    list.settle(list.begin(), from: source)
    #expect(list.move(by: 90) == .after(99 + list.rows.count - 100))
    #expect(list.move(by: 1) == nil)
    list.abandon()
    #expect(list.move(by: 1) != nil)
  }

  @Test("the last page has numbers when the total is known, and none when it is not") func numbers() {
    let source = TestSource(1_000)
    var list = ListWindow<TestRow>()
    list.settle(list.begin(), from: source)
    list.settle(list.end(), from: source)
    #expect(list.selectedID == 999 && list.selectedNumber == nil && list.countBelow == nil)
    list.total = 1_000
    #expect(list.selectedNumber == 1_000 && list.countBelow == 0)
    #expect(list.countAbove == 1_000 - list.visible.count)
  }

  @Test("Home after End, before the end arrived, stays at the start") func homeAfterEnd() {
    let source = TestSource(1_000)
    var list = ListWindow<TestRow>()
    list.settle(list.begin(), from: source)
    let end = list.end()
    #expect(end == .last)
    list.settle(list.home(), from: source)
    #expect(list.selectedID == 0)
  }

  @Test("a reload while the end is awaited still goes to the end") func reloadDuringJump() {
    let source = TestSource(1_000)
    var list = ListWindow<TestRow>()
    list.settle(list.begin(), from: source)
    _ = list.end()
    list.settle(list.reload(), from: source)
    #expect(list.selectedID == 999)
  }

  @Test("another list starts at its first row, and what was held stays in sight till then") func restart() {
    var source = TestSource(1_000)
    var list = ListWindow<TestRow>()
    list.settle(list.begin(), from: source)
    list.settle(list.move(by: 500), from: source)
    source.ids.removeAll { !$0.isMultiple(of: 100) }
    let page = list.restart()
    #expect(list.selectedID == 500 && !list.visible.isEmpty)
    list.settle(page, from: source)
    #expect(list.selectedID == 0 && list.total == 10)
  }
}

@Suite("A list's numbers that come late") struct ListNumberTests {
  @Test("rows round a place get their numbers when somebody has counted, and keep them") func numbers() throws {
    let source = TestSource(5000)
    var list = ListWindow<TestRow>()
    list.settle(list.begin(), from: source)
    list.settle(list.seek(2500), from: source)
    #expect(list.selectedNumber == nil)
    let first = try #require(list.rows.first)
    list.take(number: first.id + 1, of: first.id)
    #expect(list.selectedNumber == list.selectedID.map { $0 + 1 })
    // A second answer, or one about a row that is gone, changes nothing.
    list.take(number: 7, of: first.id)
    list.take(number: 7, of: 4999)
    #expect(list.selectedNumber == list.selectedID.map { $0 + 1 })
  }
}
