import GRDB
import GRDBSQLite
import Glibc

/// The only thing that writes to a SQLite store. Opened at the first write, so that looking things up starts fast.
actor SQLiteWriter {
  private let thread = EngineThread("mdt.store.writer")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private let path: String
  private let lock: StoreLock
  /// For tests of a full disk: how many pages the file may have.
  private let maxPages: Int?
  /// What has to be done before the first write, under the lock.
  private let makeReady: @Sendable () throws -> Void
  // Before the connection, and so let go before it: one whose statements are still there is not closed, and leaves its
  // log behind.
  private let statements = SQLiteStatements()
  private var queue: DatabaseQueue?

  /// A log of this many bytes is folded into the main file at the end of a write.
  private let largestLog = 4 << 20

  init(path: String, lock: StoreLock, maxPages: Int?, makeReady: @escaping @Sendable () throws -> Void) {
    self.path = path
    self.lock = lock
    self.maxPages = maxPages
    self.makeReady = makeReady
  }

  func write<T: Sendable>(
    holder: String, _ body: @Sendable (any Connection) throws -> T
  ) throws -> T {
    try lock.held(by: holder) {
      let queue = try opened()
      return try queue.writeWithoutTransaction { database in
        let (result, witness) = try transaction(in: database) { (try body($0), try StoreWitness.of($0)) }
        witness?.write(to: lock)
        if checkpointIfLarge(database) { witness?.writeAsBase(to: lock) }
        return result
      }
    }
  }

  /// A write is one turn of this actor, and this is another.
  func betweenWrites(_ body: @Sendable () -> Void) { body() }

  private func transaction<T: Sendable>(in database: Database, _ body: (any Connection) throws -> T) throws -> T {
    var result: T?
    try SQLiteFault.translating {
      try database.inTransaction(.immediate) {
        result = try body(SQLiteConnection(database: database, statements: statements))
        return .commit
      }
    }
    guard let result else { throw StoreFault(.unavailable, "the transaction ended without an answer") }
    return result
  }

  private func opened() throws -> DatabaseQueue {
    if let queue { return queue }
    try makeReady()
    let made = try SQLiteFile.open(path, readOnly: false, maxPages: maxPages)
    queue = made
    return made
  }

  /// Under the lock, and after the commit: what was saved is saved even when this fails, and the next write tries again.
  /// Whether the main file is now all there is.
  private func checkpointIfLarge(_ database: Database) -> Bool {
    var status = stat()
    guard stat("\(path)-wal", &status) == 0, Int(status.st_size) > largestLog else { return false }
    do {
      // A backup reads one state for seconds, and whoever saves meanwhile must not wait for it: the log grows until it
      // is done.
      sqlite3_busy_timeout(database.sqliteConnection, 50)
      defer { sqlite3_busy_timeout(database.sqliteConnection, SQLiteFile.patience) }
      try database.checkpoint(.truncate)
      return true
    } catch {
      // A reader in the middle of a page, or a full disk: the log stays as it is and is whole.
      return false
    }
  }

  func forgetPages() { queue?.releaseMemory() }

  func close() {
    guard let queue else { return }
    self.queue = nil
    statements.clear()
    do {
      try lock.held(by: "an mdt that ends") {
        let last = head(queue)
        SQLiteFile.close(queue)
        // Whoever was the last has folded the log in.
        if SQLiteTrace(path: path).logSize == 0 { last?.writeAsBase(to: lock) }
      }
    } catch {
      // Somebody writes for longer than anybody waits: whoever leaves last folds the log in.
      return
    }
  }

  /// Nil where it cannot be read any more: the base stays where it was, and is true.
  private func head(_ queue: DatabaseQueue) -> StoreWitness? {
    do {
      return try queue.read {
        try StoreWitness.of(SQLiteConnection(database: $0, statements: SQLiteStatements()))
      }
    } catch {
      return nil
    }
  }
}
