/// Building indexes after a large load rather than row by row.
enum SQLiteBulkIndexes {
  /// Takes away a table's indexes, but for those that keep a rule, and gives the statements that build them again.
  /// Both happen in the caller's transaction.
  static func drop(of table: String, _ connection: any Connection) throws -> [String] {
    let found = try connection.rows(
      """
      SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX %'
      AND tbl_name = $1
      """, [.text(table)]
    ) { (name: try $0.text(), sql: try $0.text()) }
    for index in found { try connection.run("DROP INDEX \"\(index.name)\"", []) }
    return found.map(\.sql)
  }
}
