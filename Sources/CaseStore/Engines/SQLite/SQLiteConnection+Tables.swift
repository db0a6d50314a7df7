extension SQLiteConnection {
  func tables() throws -> [TableShape] {
    let names = try rows(
      """
      SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_search%'
      ORDER BY name
      """
    ) { try $0.text() }
    return try names.map { name in
      var key = [(place: Int, column: String)]()
      let columns = try rows("SELECT name, type, pk FROM pragma_table_info($1) ORDER BY cid", [.text(name)]) { row in
        let column = TableShape.Column(name: try row.text(), kind: try SQLiteConnection.kind(try row.text()))
        let place = try row.int()
        if place > 0 { key.append((place, column.name)) }
        return column
      }
      return TableShape(name: name, columns: columns, key: key.sorted { $0.place < $1.place }.map(\.column))
    }
  }

  private static func kind(_ type: String) throws -> TableShape.Kind {
    switch type {
    case "INTEGER": .integer
    case "REAL": .real
    case "TEXT": .text
    case "BLOB": .bytes
    default: throw StoreFault(.damaged, "a table has a column of another kind")
    }
  }

  func destroy(_ table: String, of patient: String) throws {
    try run("DELETE FROM \(table) WHERE \(Migration0008.isOf(table))", [.text(patient)])
  }

  func deferReferences() throws { try run("PRAGMA defer_foreign_keys = ON", []) }
}
