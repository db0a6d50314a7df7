import CaseModel

/// Full-text search as PostgreSQL does it: the words of a name or a passage as one `tsvector` with a GIN index. The words
/// are made here and not by the server's parser, so that both engines know the same ones.
enum PostgreSQLSearchTables: SearchTables {
  static let schema = """
    CREATE TABLE name_search (row_key bigint PRIMARY KEY, words tsvector NOT NULL);
    CREATE INDEX name_search_words ON name_search USING gin (words) WITH (fastupdate = off);
    CREATE TABLE passage_search (row_key bigint PRIMARY KEY, words tsvector NOT NULL);
    CREATE INDEX passage_search_words ON passage_search USING gin (words) WITH (fastupdate = off);
    """

  static func learn(name words: String, of key: Int, _ connection: any Connection) throws {
    try connection.run(
      """
      INSERT INTO name_search (row_key, words) VALUES ($1, array_to_tsvector(string_to_array($2, ' ')))
      ON CONFLICT (row_key) DO UPDATE SET words = excluded.words
      """, [.of(key), .text(tokens(words))])
  }

  static func forget(name words: String, of key: Int, _ connection: any Connection) throws {
    try connection.run("DELETE FROM name_search WHERE row_key = $1", [.of(key)])
  }

  static func learn(passage text: String, of key: Int, _ connection: any Connection) throws {
    try connection.run(
      """
      INSERT INTO passage_search (row_key, words) VALUES ($1, array_to_tsvector(string_to_array($2, ' ')))
      ON CONFLICT (row_key) DO UPDATE SET words = excluded.words
      """, [.of(key), .text(tokens(text))])
  }

  static func forget(passage text: String, of key: Int, _ connection: any Connection) throws {
    try connection.run("DELETE FROM passage_search WHERE row_key = $1", [.of(key)])
  }

  // The server's own cleaning takes away what was deleted, here as in every table.
  static func letGo(_ connection: any Connection) throws {}

  static func query(_ terms: [SearchTerm]) -> String {
    terms.map { term in
      switch term {
      case .beginning(let word): "'\(cut(word))':*"
      case .whole(let word): "'\(cut(word))'"
      }
    }.joined(separator: " & ")
  }

  static func nameKeys(matching place: String) -> String {
    "SELECT row_key FROM name_search WHERE words @@ CAST(\(place) AS tsquery) ORDER BY row_key"
  }

  static func peopleMatching(_ birth: String, limit: Int) -> String {
    """
    SELECT e.row_key FROM name_search s JOIN caseload_entry e ON e.row_key = s.row_key \
    WHERE s.words @@ CAST($1 AS tsquery) \(birth) ORDER BY s.row_key LIMIT $\(limit)
    """
  }

  static let passagesMatching = """
    SELECT p.patient_id, p.source, c.version_no, p.text, e.family_name, e.given_names, e.title, e.preferred_name, \
    e.born_key, e.nhs_key, e.has_similar FROM passage_search s JOIN passage p ON p.row_key = s.row_key \
    JOIN caseload_entry e ON e.patient_id = p.patient_id \
    LEFT JOIN care_plan c ON c.patient_id = p.patient_id AND c.status IN ('draft', 'active', 'on_hold') \
    WHERE s.words @@ CAST($1 AS tsquery) ORDER BY s.row_key LIMIT $2
    """

  static let namesOutOfStep = """
    SELECT CAST(e.row_key AS TEXT) FROM caseload_entry e
    WHERE NOT EXISTS (SELECT 1 FROM name_search s WHERE s.row_key = e.row_key)
    UNION ALL SELECT CAST(s.row_key AS TEXT) FROM name_search s
    WHERE NOT EXISTS (SELECT 1 FROM caseload_entry e WHERE e.row_key = s.row_key)
    """

  static let passagesOutOfStep = """
    SELECT CAST(p.row_key AS TEXT) FROM passage p
    WHERE NOT EXISTS (SELECT 1 FROM passage_search s WHERE s.row_key = p.row_key)
    UNION ALL SELECT CAST(s.row_key AS TEXT) FROM passage_search s
    WHERE NOT EXISTS (SELECT 1 FROM passage p WHERE p.row_key = s.row_key)
    """

  /// Words without signs, one blank between them.
  private static func tokens(_ text: String) -> String {
    FindPhrase.words(of: text).map { cut($0) }.joined(separator: " ")
  }

  /// A lexeme has a largest size.
  private static func cut(_ word: String) -> String { String(word.prefix(100)) }
}
