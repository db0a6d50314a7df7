/// Building indexes after a large load rather than row by row.
extension SQLiteConnection {
  func dropIndexes(of table: String) throws -> [String] {
    let found = try rows(
      """
      SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql LIKE 'CREATE INDEX %'
      AND tbl_name = $1
      """, [.text(table)]
    ) { (name: try $0.text(), sql: try $0.text()) }
    for index in found { try run("DROP INDEX \"\(index.name)\"", []) }
    return found.map(\.sql)
  }
}
