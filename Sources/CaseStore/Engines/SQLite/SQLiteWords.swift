import CaseModel
import GRDB

/// The words by which names, plans and notes are found, all made by the program. As the first schema had it SQLite made
/// those of plans and notes, and knew other ones: Straße was not found; and it parted words at signs such as ©, of which
/// its index without places can look for one at a time only.
enum SQLiteWords {
  /// What parts words is the blank that the program put there, and nothing else.
  private static let schema = """
    DROP TABLE name_search;
    CREATE VIRTUAL TABLE name_search USING fts5 (
      words, content = '', detail = none, prefix = '1 2 3 4 5',
      tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co M* S* P*''');
    DROP TABLE passage_search;
    CREATE VIRTUAL TABLE passage_search USING fts5 (
      words, content = '', detail = none, prefix = '2 3 4 5',
      tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co M* S* P*''');
    """

  /// The second schema: both are made anew.
  static func learnAnew(_ database: Database) throws {
    try database.execute(sql: schema)
    try learn(database, "name_search", "SELECT row_key, search_text FROM caseload_entry ORDER BY row_key") {
      Find.indexed($0)
    }
    try learn(database, "passage_search", "SELECT row_key, text FROM passage ORDER BY row_key") { words(of: $0) }
  }

  private static func learn(
    _ database: Database, _ table: String, _ texts: String, _ words: (String) -> String
  ) throws {
    let learning = try database.makeStatement(sql: "INSERT INTO \(table) (rowid, words) VALUES ($1, $2)")
    let found = try Row.fetchCursor(database, sql: texts)
    while let row = try found.next() {
      let (key, text): (Int64, String) = (row[0], row[1])
      try learning.execute(arguments: [key, words(text)])
    }
  }

  static func words(of text: String) -> String { FindPhrase.words(of: text).joined(separator: " ") }
}
