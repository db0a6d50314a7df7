import CaseModel
import CaseStore

/// What `mdt list` sorts by: the first key is walked along an index, and people who are equal in it are put in order by
/// the others.
struct ListOrder {
  let first: CaseloadSort
  let further: [CaseloadSort]

  init(_ first: CaseloadSort, further: [CaseloadSort] = []) {
    self.first = first
    self.further = further
  }

  /// `name,born`, `name- born+`: keys with commas or blanks between; nil where one of them is no key.
  init?(reading text: String) {
    let keys = text.split { $0 == "," || $0.isWhitespace }.map { CaseloadSort(reading: String($0)) }
    guard let first = keys.first, let first, !keys.contains(nil) else { return nil }
    self.init(first, further: keys.dropFirst().compactMap { $0 })
  }

  /// `name, A to Z, then born, oldest first`
  var words: String { ([first] + further).map { "\($0.order.words), \($0.direction)" }.joined(separator: ", then ") }

  /// Where the last run of people begins who are equal in the first key: it may go on in the next page.
  func lastRun(of rows: [CaseloadRow]) -> Int {
    guard !further.isEmpty, let last = rows.last else { return rows.count }
    return (rows.lastIndex { $0.position.key != last.position.key } ?? -1) + 1
  }

  /// Rows in the order of the first key, with runs of equals in the order of the others.
  func sorted(_ rows: [CaseloadRow], in store: CaseStore) async throws(Problem) -> [CaseloadRow] {
    guard !further.isEmpty else { return rows }
    var sorted = [CaseloadRow]()
    var rest = rows[...]
    while let next = rest.first {
      let run = rest.prefix { $0.position.key == next.position.key }
      rest = rest.dropFirst(run.count)
      sorted += run.count == 1 ? [next] : try await inOrder(Array(run), store)
    }
    return sorted
  }

  private func inOrder(_ run: [CaseloadRow], _ store: CaseStore) async throws(Problem) -> [CaseloadRow] {
    let keys = try await store.orderKeys(of: run, by: further.map(\.order))
    return run.indices.sorted { left, right in
      for (place, sort) in further.enumerated() where keys[left].count > place && keys[right].count > place {
        let (a, b) = (keys[left][place], keys[right][place])
        if a != b { return (a < b) != sort.descending }
      }
      return left < right
    }.map { run[$0] }
  }
}

extension CaseloadPosition.Key {
  /// As the store compares them: texts byte by byte.
  fileprivate static func < (left: Self, right: Self) -> Bool {
    switch (left, right) {
    case (.text(let a), .text(let b)): a.utf8.lexicographicallyPrecedes(b.utf8)
    case (.number(let a), .number(let b)): a < b
    case (.number, .text): true
    case (.text, .number): false
    }
  }
}
