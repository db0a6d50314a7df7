import CaseModel

/// A first import of very many people: indexes that random keys would thrash are taken away and built again, sorted, at
/// the end of the same transaction; the rows of the lists are made in one go before that.
struct BulkLoad: Sendable {
  /// Whether nobody was known before, so that no index is looked into while people are imported.
  let isFirst: Bool
  private(set) var isRunning = false
  private var dropped = [String]()
  /// Row keys of people who were known and changed.
  private var changed = [Int]()

  init(isFirst: Bool) { self.isFirst = isFirst }

  mutating func begin(in change: Change) throws {
    if isRunning { return }
    isRunning = true
    let tables = isFirst ? ["patient", "patient_address", "registered_practice"] : []
    for table in ["caseload_entry"] + tables { dropped += try change.connection.dropIndexes(of: table) }
  }

  mutating func remember(_ rowKey: Int) { changed.append(rowKey) }

  mutating func end(from first: Int, upTo last: Int, today: Day, in change: Change) throws {
    let connection = change.connection
    var start = first
    while start <= last {
      let end = min(start + 4999, last)
      try connection.run(CaseloadEntries.upsert, [.of(today), .of(start), .of(end)])
      try CaseloadEntries.learnNames(start...end, connection)
      start = end + 1
    }
    for sql in dropped { try connection.run(sql, []) }
    try connection.run(
      """
      UPDATE caseload_entry SET has_similar = 1 WHERE has_similar = 0 AND name_key IN (
        SELECT name_key FROM caseload_entry GROUP BY name_key HAVING count(*) > 1)
      """, [])
    for key in changed { try CaseloadEntries.refresh(rowKeys: key...key, today: today, connection) }
    (dropped, changed, isRunning) = ([], [], false)
  }
}
