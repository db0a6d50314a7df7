import GRDB

/// Gathers every change into one transaction, on one connection that reads, too: for filling a store that has just been
/// made with hundreds of changes. Each is whole or not there; all of them are durable at the end, and none before.
///
/// Scenes are filled so. No path leads here from the program: in a store that people work in each change is durable
/// when it is said to be saved.
actor SQLiteGathering: Engine {
  // Before the connection, and so let go before it: where the filling fails in the middle of its transaction, the last
  // statement that goes would take it back on a connection that is no more.
  private var statements = SQLiteStatements()
  private let queue: DatabaseQueue
  private let lock: TakenLock

  init(path: String, lock: StoreLock) throws {
    self.lock = try lock.taken(by: "an mdt that fills a new store")
    queue = try SQLiteFile.open(path, readOnly: false, cacheKiB: 1 << 16, keepsTransactions: true)
    try SQLiteFault.translating {
      try queue.writeWithoutTransaction { database in
        // What a change may have to take back is kept in memory, too.
        try database.execute(sql: "PRAGMA temp_store = MEMORY")
        try database.beginTransaction(.immediate)
      }
    }
  }

  /// Keeps everything, closes the file and lets go of the lock.
  func finish() throws {
    // A connection with statements is not closed.
    statements = SQLiteStatements()
    try SQLiteFault.translating {
      try queue.writeWithoutTransaction { database in
        try database.commit()
        try database.checkpoint(.truncate)
      }
      try queue.close()
    }
    lock.letGo()
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try acting { database, statements in try body(SQLiteConnection(database: database, statements: statements)) }
  }

  func readAside<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await read(body)
  }

  func write<T: Sendable>(
    holder: String, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    try acting { database, statements in
      var result: T?
      try database.inSavepoint {
        result = try body(SQLiteConnection(database: database, statements: statements))
        return .commit
      }
      guard let result else { throw StoreFault(.unavailable, "the transaction ended without an answer") }
      return result
    }
  }

  private func acting<T: Sendable>(_ act: (Database, SQLiteStatements) throws -> T) throws -> T {
    let statements = statements
    return try SQLiteFault.translating { try queue.writeWithoutTransaction { try act($0, statements) } }
  }

  func close() async {}

  func betweenWrites(_ body: @escaping @Sendable () -> Void) async { body() }

  func changeNumber() async throws -> Int { 0 }

  func nextWrite() async -> Bool { false }

  func schemaSQL() async throws -> String { throw notYet }

  func damage() async throws -> [String] { throw notYet }

  func danglingReferences() async throws -> [String] { throw notYet }

  func copy(to path: String) async throws { throw notYet }

  private var notYet: StoreFault { StoreFault(.unavailable, "the store is still being filled") }
}
