import GRDB

/// A second connection that reads, for counting. Opened at the first count, which is after the first page is shown.
actor SQLiteAside {
  private let path: String
  private var queue: DatabaseQueue?

  init(path: String) { self.path = path }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await opened().read { try body(SQLiteConnection(database: $0, statements: SQLiteStatements())) }
  }

  func close() {
    if let queue { SQLiteFile.close(queue) }
    queue = nil
  }

  /// Without the store's lock: the first connection is open, so there is no log left to recover, and whoever counts
  /// does not wait for an import.
  private func opened() throws -> DatabaseQueue {
    if let queue { return queue }
    let made = try SQLiteFile.open(path, readOnly: true, cacheKiB: 2048)
    queue = made
    return made
  }
}
