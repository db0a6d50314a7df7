import CaseModel
import GRDB

/// The embedded engine: one file, one connection that reads, one that counts and one that writes.
struct SQLiteEngine: Engine {
  let source: SQLiteSource
  private let aside: SQLiteAside
  private let writer: SQLiteWriter?
  private let soundness = SQLiteSoundness()
  let path: String

  /// Opens for reading; the caller holds the store's lock, because opening writes.
  init(path: String, lock: StoreLock, readOnly: Bool, mayWrite: Bool = true, maxPages: Int? = nil) throws {
    self.path = path
    let source = try SQLiteSource(path: path, mayWrite: mayWrite)
    self.source = source
    aside = SQLiteAside(path: path)
    writer =
      readOnly
      ? nil
      : SQLiteWriter(path: path, lock: lock, maxPages: maxPages, makeReady: { try source.makeReadyForWriting() })
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    let source = source
    return try await soundness.read(forgettingPages: { await source.now.reader.forgetPages() }) {
      try await source.read(body)
    }
  }

  func readAside<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    // Where the shared memory cannot be written, a second connection would keep the writer from it.
    guard source.now.means == .ordinary else { return try await read(body) }
    let aside = aside
    return try await soundness.read(forgettingPages: { await aside.close() }) {
      do {
        return try await aside.read(body)
      } catch let error as DatabaseError {
        throw SQLiteFault.fault(error)
      }
    }
  }

  func write<T: Sendable>(
    holder: String, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    guard let writer else { throw StoreFault(.unavailable, "the store was opened for reading only") }
    return try await soundness.write(lookingAgain: isDamaged) { try await writer.write(holder: holder, body) }
  }

  func close() async {
    await aside.close()
    await source.close()
    // Last and under the lock, because closing the last connection folds the log into the file.
    await writer?.close()
  }

  func betweenWrites(_ body: @escaping @Sendable () -> Void) async {
    guard let writer else { return body() }
    await writer.betweenWrites(body)
  }

  func changeNumber() async throws -> Int {
    try await source.changeNumber()
  }

  func nextWrite() async -> Bool {
    guard let watch = source.now.watch else { return false }
    await watch.next()
    return true
  }

  func schemaSQL() async throws -> String {
    try await read { connection in
      // Shadow tables of full-text search are made by SQLite itself and are no part of what we say.
      try connection.rows(
        """
        SELECT sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
        AND name NOT LIKE '%_search_%' ORDER BY tbl_name, type DESC, name
        """
      ) { try $0.text() + ";" }.joined(separator: "\n\n") + "\n"
    }
  }

  func damage() async throws -> [String] {
    try await read { connection in
      try connection.rows("PRAGMA integrity_check(20)") { try $0.text() }.filter { $0 != "ok" }
    }
  }

  /// Whether the file is damaged when its pages are read anew.
  private func isDamaged() async throws -> Bool {
    await source.now.reader.forgetPages()
    await writer?.forgetPages()
    do {
      return try await source.read { try $0.first("PRAGMA quick_check(1)") { try $0.text() } } != "ok"
    } catch let fault as StoreFault where fault == SQLiteFault.damagedFile {
      return true
    }
  }

  func danglingReferences() async throws -> [String] {
    try await read { connection in
      try connection.rows("PRAGMA foreign_key_check") { columns in
        "a row of \(columns.textOrNil() ?? "a table") points at a record that is not there"
      }
    }
  }

  func copy(to path: String) async throws {
    // By other means the store is read as it stands, or anew: what it says may change while it is copied.
    guard source.now.means == .ordinary else {
      throw StoreFault(.unavailable, "nothing can be written beside the store, where the copy is made")
    }
    try await SQLiteCopying().copy(self.path, to: path)
  }

  /// The version of the SQLite library, for the doctor.
  func libraryVersion() async throws -> String {
    try await read { try $0.first("SELECT sqlite_version()") { try $0.text() } ?? "" }
  }
}

extension SQLiteEngine {
  /// Refuses a store of a newer mdt and migrates an older one. The caller holds the store's lock.
  func bringUpToDate(readOnly: Bool) throws {
    let version = try source.now.queue.read { database in
      try SQLiteFault.translating { try SQLiteMigrations.version(of: database) }
    }
    let newest = Migrations.newest
    if version == newest { return }
    guard version < newest else {
      throw Problem(
        "The store was not opened.",
        because: "It was written by a newer mdt (schema \(version), this one knows \(newest)).",
        try: "Use the newer mdt.")
    }
    guard !readOnly else {
      throw Problem(
        "The store was not opened.", because: "It was written by an older mdt and must be brought up to date first.",
        try: "Open it once without --read-only.")
    }
    let queue = try SQLiteFile.open(path, readOnly: false)
    try SQLiteFault.translating {
      try queue.writeWithoutTransaction { try SQLiteMigrations.run(in: $0) }
      try queue.close()
    }
  }

  /// Whether this is a practice store (R-ID-03).
  func isPractice() throws -> Bool {
    try source.now.queue.read { database in
      try SQLiteFault.translating {
        guard let practice = try Bool.fetchOne(database, sql: "SELECT demo_mode FROM store WHERE one = 1") else {
          throw StoreFault(.damaged, "the store does not say what it is")
        }
        return practice
      }
    }
  }
}
