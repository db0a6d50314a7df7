import CaseModel

/// One access to a PostgreSQL database.
struct PostgreSQLConnection: Connection {
  let session: PostgreSQLSession

  var search: any SearchTables.Type { PostgreSQLSearchTables.self }

  func forEach(_ sql: String, _ values: [Value], _ row: (inout Columns) throws -> Bool) throws {
    let result = try session.query(sql, values)
    try withExtendedLifetime(result) {
      for number in 0..<result.rowCount {
        var columns = Columns(result.row(number))
        if try !row(&columns) { return }
      }
    }
  }

  func forEach(of queries: [(sql: String, values: [Value])], _ row: (Int, inout Columns) throws -> Void) throws {
    for (place, result) in try session.query(together: queries).enumerated() {
      try withExtendedLifetime(result) {
        for number in 0..<result.rowCount {
          var columns = Columns(result.row(number))
          try row(place, &columns)
        }
      }
    }
  }

  @discardableResult func run(_ sql: String, _ values: [Value]) throws -> Int {
    try session.query(sql, values).changed
  }

  /// Through a cursor, so that a table of any size passes through little memory.
  func scan(_ sql: String, _ row: (inout Columns) throws -> Void) throws {
    try session.execute("DECLARE mdt_scan NO SCROLL CURSOR FOR \(PostgreSQLText.translated(sql))")
    while true {
      let part = try session.query("FETCH 1000 FROM mdt_scan", [])
      try withExtendedLifetime(part) {
        for number in 0..<part.rowCount {
          var columns = Columns(part.row(number))
          try row(&columns)
        }
      }
      if part.rowCount < 1000 { break }
    }
    try session.execute("CLOSE mdt_scan")
  }

  /// The program's account owns no table and may take no index away: a large import leaves them.
  func dropIndexes(of table: String) throws -> [String] { [] }
}
