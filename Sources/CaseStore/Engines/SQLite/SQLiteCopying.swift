import GRDB

/// A consistent copy of a store as one file, made while people work: SQLite's own backup, from one state of the store.
actor SQLiteCopying {
  private let thread = EngineThread("mdt.store.copy")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  /// `path` is an empty file. The caller's other connections stay open, so that closing this one is never closing the
  /// last, and nobody checkpoints outside the lock (store.md 1.1).
  func copy(_ source: String, to path: String) throws {
    try SQLiteFault.translating {
      let from = try SQLiteFile.open(source, readOnly: true)
      defer { SQLiteFile.close(from) }
      let to = try DatabaseQueue(path: path)
      defer { SQLiteFile.close(to) }
      try from.read { state in
        // From here on the connection sees one state, whatever others write.
        _ = try Int.fetchOne(state, sql: "SELECT count(*) FROM store")
        try to.writeWithoutTransaction { copy in
          // Half a copy is thrown away: it needs no journal and waits for no disk.
          try copy.execute(sql: "PRAGMA synchronous = OFF")
          _ = try String.fetchOne(copy, sql: "PRAGMA journal_mode = OFF")
          try state.backup(to: copy, pagesPerStep: 1024) { _ in try Task.checkCancellation() }
        }
      }
    }
  }
}

/// A SQLite file that nobody else has open.
enum SQLiteAlone {
  /// Reads it as it stands: without a log, without files beside it.
  static func reading<T>(_ path: String, _ body: (any Connection) throws -> T) throws -> T {
    try SQLiteFault.translating {
      let queue = try SQLiteFile.open(SQLiteMeans.asItStands.name(of: path), readOnly: true)
      defer { SQLiteFile.close(queue) }
      return try queue.read { try body(SQLiteConnection(database: $0, statements: SQLiteStatements())) }
    }
  }

  /// Changes it in one transaction and leaves it without a log. The caller holds the store's lock where it is a store.
  static func writing<T>(_ path: String, _ body: (any Connection) throws -> T) throws -> T {
    try SQLiteFault.translating {
      let queue = try SQLiteFile.open(path, readOnly: false)
      defer { SQLiteFile.close(queue) }
      return try queue.writeWithoutTransaction { database in
        var result: T?
        try database.inTransaction(.immediate) {
          result = try body(SQLiteConnection(database: database, statements: SQLiteStatements()))
          return .commit
        }
        try database.checkpoint(.truncate)
        guard let result else { throw StoreFault(.unavailable, "the transaction ended without an answer") }
        return result
      }
    }
  }

  /// Brings a file of an older schema to the newest and leaves it without a log.
  static func bringUpToDate(_ path: String) throws {
    try SQLiteFault.translating {
      let queue = try SQLiteFile.open(path, readOnly: false)
      defer { SQLiteFile.close(queue) }
      try queue.writeWithoutTransaction { database in
        try SQLiteMigrations.run(in: database)
        try database.checkpoint(.truncate)
      }
    }
  }

  /// Reads a store with its log, beside whoever else reads it, and, when asked to, folds the log into its file. The
  /// caller holds the store's lock.
  static func reading<T>(_ path: String, folding: Bool, _ body: (any Connection) throws -> T) throws -> T {
    try SQLiteFault.translating {
      let queue = try SQLiteFile.open(path, readOnly: false)
      defer { SQLiteFile.close(queue) }
      let result = try queue.read { try body(SQLiteConnection(database: $0, statements: SQLiteStatements())) }
      if folding { try queue.writeWithoutTransaction { _ = try $0.checkpoint(.truncate) } }
      return result
    }
  }

  // MARK: What a file says of itself

  static func schemaVersion(_ connection: any Connection) throws -> Int { try connection.count("PRAGMA user_version") }

  static func pages(_ connection: any Connection) throws -> Int { try connection.count("PRAGMA page_count") }

  static func isOurs(_ connection: any Connection) throws -> Bool {
    try connection.count("PRAGMA application_id") == Int(SQLiteMigrations.applicationID)
  }

  /// What SQLite finds wrong with the file; the quick way leaves out whether indexes fit their tables.
  static func damage(quick: Bool, _ connection: any Connection) throws -> [String] {
    try connection.rows("PRAGMA \(quick ? "quick_check" : "integrity_check")(20)") { try $0.text() }
      .filter { $0 != "ok" }
  }

  static func danglingReferences(_ connection: any Connection) throws -> Int {
    try connection.rows("PRAGMA foreign_key_check") { $0.textOrNil() }.count
  }

  /// Rows per table. What full-text search keeps can be made anew and is not counted.
  static func rowsPerTable(_ connection: any Connection) throws -> [String: Int] {
    let names = try connection.rows(
      """
      SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_search%'
      """
    ) { try $0.text() }
    var counts = [String: Int]()
    for name in names { counts[name] = try connection.count("SELECT count(*) FROM \"\(name)\"") }
    return counts
  }
}
