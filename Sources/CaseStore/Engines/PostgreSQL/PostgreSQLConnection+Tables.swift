extension PostgreSQLConnection {
  func tables() throws -> [TableShape] {
    try rows(PostgreSQLMigrations.tables) { try $0.text() }.map { name in
      let columns = try rows(
        """
        SELECT column_name::text, data_type::text FROM information_schema.columns
        WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position
        """, [.text(name)]
      ) { TableShape.Column(name: try $0.text(), kind: try PostgreSQLConnection.kind(try $0.text())) }
      let key = try rows(
        """
        SELECT a.attname::text FROM pg_index i
        JOIN LATERAL unnest(i.indkey::smallint[]) WITH ORDINALITY AS k (place, ordinal) ON true
        JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.place
        WHERE i.indisprimary AND i.indrelid = to_regclass($1) ORDER BY k.ordinal
        """, [.text(name)]
      ) { try $0.text() }
      return TableShape(name: name, columns: columns, key: key)
    }
  }

  private static func kind(_ type: String) throws -> TableShape.Kind {
    switch type {
    case "bigint": .integer
    case "double precision": .real
    case "text": .text
    case "bytea": .bytes
    default: throw StoreFault(.damaged, "a table has a column of another kind")
    }
  }

  func destroy(_ table: String, of patient: String) throws {
    _ = try count("SELECT mdt_destroy($1, $2)", [.text(table), .text(patient)])
  }

  func deferReferences() throws { try session.execute("SET CONSTRAINTS ALL DEFERRED") }
}
