import CaseModel

extension CaseloadEntries {
  /// People refreshed at a time, so that what is remembered of them stays small.
  private static var portion: Int { 500 }

  /// Everybody, a portion at a time: after practices, links or closings changed.
  static func refreshAll(in change: Change) throws {
    let last = try change.connection.count("SELECT COALESCE(max(row_key), 0) FROM patient")
    try refresh(after: 0, upTo: last, in: change)
  }

  static func refresh(after first: Int, upTo last: Int, in change: Change) throws {
    var start = first + 1
    while start <= last {
      let end = min(start + portion - 1, last)
      try refresh(rowKeys: start...end, today: change.at.day, change.connection)
      start = end + 1
    }
  }

  /// Makes new people findable by name.
  static func learnNames(_ rowKeys: ClosedRange<Int>, _ connection: any Connection) throws {
    let people = try connection.rows(
      "SELECT row_key, search_text FROM caseload_entry WHERE row_key BETWEEN $1 AND $2",
      [.of(rowKeys.lowerBound), .of(rowKeys.upperBound)]
    ) { (key: try $0.int(), words: try $0.text()) }
    for (key, words) in people {
      try connection.search.learn(name: Find.indexed(words), of: key, connection)
    }
  }
}
