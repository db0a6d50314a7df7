import GRDB
import Synchronization

/// The connection that reads pages and records, on a thread of its own: a read costs its caller one way there and one
/// way back. A read whose task is cancelled is interrupted.
actor SQLiteReader {
  private let thread = EngineThread("mdt.store.reader")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  // Before the connection, which is not closed while they are there.
  private let statements = SQLiteStatements()
  private let queue: DatabaseQueue
  private let keepsStatements: Bool
  /// Every read has a number; the one that is under way stands here, else 0.
  private let underWay = Atomic<Int>(0)
  private let last = Atomic<Int>(0)

  /// A connection that is to be closed while the program runs keeps no statements.
  init(_ queue: DatabaseQueue, keepsStatements: Bool = true) {
    self.queue = queue
    self.keepsStatements = keepsStatements
  }

  nonisolated func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    let number = last.add(1, ordering: .relaxed).newValue
    return try await withTaskCancellationHandler {
      try await perform(number) { queue, statements in
        try queue.read { try body(SQLiteConnection(database: $0, statements: statements)) }
      }
    } onCancel: {
      if underWay.load(ordering: .acquiring) == number { queue.interrupt() }
    }
  }

  /// One statement that needs no transaction round it.
  nonisolated func number(_ sql: String) async throws -> Int {
    try await perform(0) { queue, statements in
      try queue.unsafeRead { try SQLiteConnection(database: $0, statements: statements).count(sql) }
    }
  }

  /// Lets go of the pages that are kept in memory, so that they are read from the disk again.
  func forgetPages() { queue.releaseMemory() }

  func close() {
    statements.clear()
    SQLiteFile.close(queue)
  }

  private func perform<T: Sendable>(
    _ number: Int, _ body: @Sendable (DatabaseQueue, SQLiteStatements) throws -> T
  ) throws -> T {
    underWay.store(number, ordering: .releasing)
    defer { underWay.store(0, ordering: .releasing) }
    while true {
      try Task.checkCancellation()
      do {
        return try SQLiteFault.translating { try body(queue, keepsStatements ? statements : SQLiteStatements()) }
      } catch let fault as StoreFault where fault == .interrupted && !Task.isCancelled {
        // An interruption that came a moment late, for the read before this one.
        continue
      }
    }
  }
}
