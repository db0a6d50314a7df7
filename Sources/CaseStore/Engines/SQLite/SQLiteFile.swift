import GRDB

/// Opening a SQLite file the way store.md 2 wants it: settings are set after opening and read back.
enum SQLiteFile {
  /// `cacheKiB` bounds the memory that the connection keeps pages in; `keepsTransactions` lets one outlast a call.
  static func open(
    _ path: String, readOnly: Bool, maxPages: Int? = nil, cacheKiB: Int64 = 8192, keepsTransactions: Bool = false
  ) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = true
    configuration.allowsUnsafeTransactions = keepsTransactions
    // Our own lock keeps writers apart; this is for a foreign program that holds the file.
    configuration.busyMode = .timeout(Double(patience) / 1000)
    return try SQLiteFault.translating {
      let queue = try DatabaseQueue(path: path, configuration: configuration)
      try queue.writeWithoutTransaction { database in
        for (name, value) in settings { try set(name, to: value, in: database) }
        try set("cache_size", to: -cacheKiB, in: database)
        if let maxPages { try database.execute(sql: "PRAGMA max_page_count = \(maxPages)") }
      }
      return queue
    }
  }

  /// How long SQLite's own locks are waited for, in milliseconds.
  static let patience: Int32 = 2000

  /// What cannot be closed is let go with the process, which loses nothing.
  static func close(_ queue: DatabaseQueue) {
    do { try queue.close() } catch { return }
  }

  /// Name and value, in SQLite's words.
  static let settings: [(name: String, value: Int64)] = [
    ("synchronous", 2), ("wal_autocheckpoint", 0), ("foreign_keys", 1), ("recursive_triggers", 1),
    ("trusted_schema", 0), ("cell_size_check", 1), ("mmap_size", 0),
  ]

  private static func set(_ name: String, to value: Int64, in database: Database) throws {
    try database.execute(sql: "PRAGMA \(name) = \(value)")
    // A build without memory mapping answers mmap_size with nothing, which is what is wanted.
    let found = try Int64.fetchOne(database, sql: "PRAGMA \(name)") ?? (name == "mmap_size" ? 0 : nil)
    guard found == value else {
      throw StoreFault(.unavailable, "the database did not take the setting \(name)")
    }
  }
}
