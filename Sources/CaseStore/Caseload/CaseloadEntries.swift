import CaseModel

/// Keeping `caseload_entry`, which every list reads, true to the tables it is derived from.
///
/// Whoever changes anything about a person that a list shows or filters by calls `refreshEntry` in the same
/// transaction. It is one statement for one person and for a whole import alike.
enum CaseloadEntries {
  /// One person. Also sees to `[=]` of those who share a name, and to the search over names.
  static func refreshEntry(_ id: ID<Patient>, in change: Change) throws {
    guard
      let key = try change.connection.first("SELECT row_key FROM patient WHERE id = $1", [.of(id)], { try $0.int() })
    else { return }
    try refresh(rowKeys: key...key, today: change.at.day, change.connection)
  }

  /// Everybody whose row key is in a range: after an import, or when a practice, a link or a name of staff changed.
  static func refresh(rowKeys: ClosedRange<Int>, today: Day, _ connection: any Connection) throws {
    let range: [Value] = [.of(rowKeys.lowerBound), .of(rowKeys.upperBound)]
    let old = try connection.rows(
      "SELECT row_key, name_key, search_text FROM caseload_entry WHERE row_key BETWEEN $1 AND $2", range
    ) { (key: try $0.int(), name: try $0.text(), words: try $0.text()) }
    try connection.run(upsert, [.of(today)] + range)
    // People entered in error or merged into another are in no list. The row is derived, nothing is lost with it.
    try connection.run("DELETE FROM caseload_mine WHERE row_key BETWEEN $1 AND $2", range)
    try connection.run(
      """
      DELETE FROM caseload_entry WHERE row_key BETWEEN $1 AND $2 AND row_key IN (
        SELECT row_key FROM patient WHERE row_key BETWEEN $3 AND $4
        AND (entered_in_error = 1 OR merged_into IS NOT NULL))
      """, range + range)
    try connection.run(mine, range)
    let new = try connection.rows(
      "SELECT row_key, name_key, search_text FROM caseload_entry WHERE row_key BETWEEN $1 AND $2", range
    ) { (key: try $0.int(), name: try $0.text(), words: try $0.text()) }
    try search(old: old.map { ($0.key, $0.words) }, new: new.map { ($0.key, $0.words) }, connection)
    try similar(names: renamed(old.map { ($0.key, $0.name) }, new.map { ($0.key, $0.name) }), connection)
  }

  /// The names that somebody now has or has no longer.
  private static func renamed(_ old: [(Int, String)], _ new: [(Int, String)]) -> Set<String> {
    let before = Dictionary(uniqueKeysWithValues: old)
    let after = Dictionary(uniqueKeysWithValues: new)
    var names = Set<String>()
    for (key, name) in old where after[key] != name { names.insert(name) }
    for (key, name) in new where before[key] != name { names.insert(name) }
    return names
  }

  /// Marks people who share both names (`[=]`). Two valid NHS numbers never differ in a single digit (Modulus 11
  /// finds every such slip), so there is no number "one digit away" to look for.
  private static func similar(names: Set<String>, _ connection: any Connection) throws {
    for name in names {
      let count = try connection.count("SELECT count(*) FROM caseload_entry WHERE name_key = $1", [.text(name)])
      try connection.run(
        "UPDATE caseload_entry SET has_similar = $1 WHERE name_key = $2 AND has_similar <> $3",
        [.of(count > 1), .text(name), .of(count > 1)])
    }
  }

  private static func search(
    old: [(Int, String)], new: [(Int, String)], _ connection: any Connection
  ) throws {
    let before = Dictionary(uniqueKeysWithValues: old)
    let after = Dictionary(uniqueKeysWithValues: new)
    for (key, words) in old where after[key] != words {
      try connection.search.forget(name: Find.indexed(words), of: key, connection)
    }
    for (key, words) in new where before[key] != words {
      try connection.search.learn(name: Find.indexed(words), of: key, connection)
    }
  }
}
