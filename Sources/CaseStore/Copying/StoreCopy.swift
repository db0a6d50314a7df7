import CaseModel

/// Puts a whole store into a new one, on either engine: every row of every table as it stands at one moment. What is
/// derived for searching is made anew.
struct StoreCopy {
  let source: any Connection
  let target: any Connection
  let progress: @Sendable (Int) -> Void

  /// In one transaction of the target, whose tables are there and empty.
  ///
  /// - Returns: what was copied, table by table, as the source has it.
  /// - Throws: `damaged` when the target does not hold what the source does.
  func run() throws -> [TableDigest] {
    try target.deferReferences()
    let tables = try source.tables()
    guard try target.tables().map({ $0.named() }) == tables.map({ $0.named() }) else {
      throw StoreFault(.constraint, "the two stores do not have the same tables")
    }
    var (copied, done) = ([TableDigest](), 0)
    // What the schema itself begins with, such as the settings, is in the source too.
    for table in tables where try target.count("SELECT count(*) FROM \"\(table.name)\"") > 0 {
      try target.run("DELETE FROM \"\(table.name)\"", [])
    }
    for table in tables {
      copied.append(try TableDigest.of(table, source))
      try copy(table) {
        done += $0; progress(done)
      }
    }
    try learn()
    for (table, from) in zip(tables, copied) {
      let to = try TableDigest.of(table, target)
      guard to == from else {
        throw StoreFault(.damaged, "the table \(table.name) came out otherwise (\(to.rows) of \(from.rows) rows)")
      }
    }
    return copied
  }

  private func copy(_ table: TableShape, _ copied: (Int) -> Void) throws {
    let portion = max(1, 2000 / table.columns.count)
    var (values, rows) = ([Value](), 0)
    func put() throws {
      guard rows > 0 else { return }
      try target.run(table.insertion(of: rows), values)
      copied(rows)
      (values, rows) = ([], 0)
    }
    try source.scan(table.everyRow) { row in
      values += try table.values(&row)
      rows += 1
      if rows == portion { try put() }
    }
    try put()
  }

  private func learn() throws {
    try target.scan("SELECT row_key, search_text FROM caseload_entry ORDER BY row_key") { row in
      let key = try row.int()
      try target.search.learn(name: Find.indexed(try row.text()), of: key, target)
    }
    try target.scan("SELECT row_key, text FROM passage ORDER BY row_key") { row in
      let key = try row.int()
      try target.search.learn(passage: try row.text(), of: key, target)
    }
  }
}

extension TableShape {
  /// The same whatever order the columns came to be in.
  fileprivate func named() -> Set<String> { Set(columns.map { "\(name).\($0.name)" }) }
}
