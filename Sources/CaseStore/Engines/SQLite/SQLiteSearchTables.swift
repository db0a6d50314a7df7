/// Full-text search as SQLite does it.
enum SQLiteSearchTables: SearchTables {
  /// As the first schema had it. As many letters of a name as people type are in the prefix index.
  static let schema = """
    CREATE VIRTUAL TABLE name_search USING fts5 (
      words, content = '', detail = none, prefix = '1 2 3 4 5', tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co M*''');
    CREATE VIRTUAL TABLE passage_search USING fts5 (
      text, content = 'passage', content_rowid = 'row_key', detail = none, prefix = '2 3 4 5',
      tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co M*''');
    """

  static func learn(name words: String, of key: Int, _ connection: any Connection) throws {
    try connection.run("INSERT INTO name_search (rowid, words) VALUES ($1, $2)", [.of(key), .text(words)])
  }

  // The index keeps no text of its own and must be told what to forget.
  static func forget(name words: String, of key: Int, _ connection: any Connection) throws {
    try connection.run(
      "INSERT INTO name_search (name_search, rowid, words) VALUES ('delete', $1, $2)", [.of(key), .text(words)])
  }

  static func learn(passage text: String, of key: Int, _ connection: any Connection) throws {
    try connection.run(
      "INSERT INTO passage_search (rowid, words) VALUES ($1, $2)", [.of(key), .text(SQLiteWords.words(of: text))])
  }

  static func forget(passage text: String, of key: Int, _ connection: any Connection) throws {
    try connection.run(
      "INSERT INTO passage_search (passage_search, rowid, words) VALUES ('delete', $1, $2)",
      [.of(key), .text(SQLiteWords.words(of: text))])
  }

  // What is forgotten is a mark beside it until parts of the index are put together, which this does.
  static func letGo(_ connection: any Connection) throws {
    try connection.run("INSERT INTO name_search (name_search) VALUES ('optimize')", [])
    try connection.run("INSERT INTO passage_search (passage_search) VALUES ('optimize')", [])
  }

  static func query(_ terms: [SearchTerm]) -> String {
    terms.map { term in
      switch term {
      case .beginning(let word): "\"\(word)\"*"
      case .whole(let word): "\"\(word)\""
      }
    }.joined(separator: " ")
  }

  static func nameKeys(matching place: String) -> String {
    "SELECT rowid AS row_key FROM name_search WHERE name_search MATCH \(place)"
  }

  static func peopleMatching(_ birth: String, limit: Int) -> String {
    """
    SELECT e.row_key FROM name_search s CROSS JOIN caseload_entry e ON e.row_key = s.rowid \
    WHERE name_search MATCH $1 \(birth) LIMIT $\(limit)
    """
  }

  static let passagesMatching = """
    SELECT p.patient_id, p.source, c.version_no, p.text, e.family_name, e.given_names, e.title, e.preferred_name, \
    e.born_key, e.nhs_key, e.has_similar FROM passage_search s CROSS JOIN passage p ON p.row_key = s.rowid \
    CROSS JOIN caseload_entry e ON e.patient_id = p.patient_id \
    LEFT JOIN care_plan c ON c.patient_id = p.patient_id AND c.status IN ('draft', 'active', 'on_hold') \
    WHERE passage_search MATCH $1 LIMIT $2
    """

  /// Row keys that only one of the list and its search knows, as the search keeps them.
  static let namesOutOfStep = """
    SELECT CAST(e.row_key AS TEXT) FROM caseload_entry e
    WHERE NOT EXISTS (SELECT 1 FROM name_search_docsize d WHERE d.id = e.row_key)
    UNION ALL SELECT CAST(d.id AS TEXT) FROM name_search_docsize d
    WHERE NOT EXISTS (SELECT 1 FROM caseload_entry e WHERE e.row_key = d.id)
    """

  static let passagesOutOfStep = """
    SELECT CAST(p.row_key AS TEXT) FROM passage p
    WHERE NOT EXISTS (SELECT 1 FROM passage_search_docsize d WHERE d.id = p.row_key)
    UNION ALL SELECT CAST(d.id AS TEXT) FROM passage_search_docsize d
    WHERE NOT EXISTS (SELECT 1 FROM passage p WHERE p.row_key = d.id)
    """
}
