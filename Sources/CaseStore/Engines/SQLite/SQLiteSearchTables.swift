/// Full-text search as SQLite does it. Kept here because PostgreSQL does it otherwise (store.md 3).
enum SQLiteSearchTables {
  /// Names: as many letters as people type are in the prefix index. Plans and notes: the text stands in `passage`.
  static let schema = """
    CREATE VIRTUAL TABLE name_search USING fts5 (
      words, content = '', detail = none, prefix = '1 2 3 4 5', tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co M*''');
    CREATE VIRTUAL TABLE passage_search USING fts5 (
      text, content = 'passage', content_rowid = 'row_key', detail = none, prefix = '2 3 4 5',
      tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co M*''');
    """

  static let forgetName = "INSERT INTO name_search (name_search, rowid, words) VALUES ('delete', $1, $2)"
  static let learnName = "INSERT INTO name_search (rowid, words) VALUES ($1, $2)"
  static let forgetPassage = "INSERT INTO passage_search (passage_search, rowid, text) VALUES ('delete', $1, $2)"
  static let learnPassage = "INSERT INTO passage_search (rowid, text) VALUES ($1, $2)"
}
