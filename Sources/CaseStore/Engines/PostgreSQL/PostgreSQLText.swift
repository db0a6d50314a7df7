/// The store's SQL as PostgreSQL reads it.
enum PostgreSQLText {
  /// `CROSS JOIN ... ON` is how SQLite is told which table to begin with. Here the planner chooses, and the words are
  /// not allowed.
  static func translated(_ sql: String) -> String {
    sql.replacing("CROSS JOIN", with: "JOIN")
  }
}
