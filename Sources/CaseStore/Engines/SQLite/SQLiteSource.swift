import GRDB
import Glibc
import Synchronization

/// The connection that reads. Where nothing can be written, on a full or read-only disk, it reads by other means and
/// takes up the ordinary way before the next write.
final class SQLiteSource: Sendable {
  struct Opened: Sendable {
    let queue: DatabaseQueue
    let reader: SQLiteReader
    let means: SQLiteMeans
    let trace: SQLiteTrace
    /// How often the file was opened before: a new connection counts changes from the beginning.
    var generation: Int
    /// It could not be opened again; the next read tries.
    var isClosed = false
    let watch: SQLiteWatch?
    /// Why it is not the ordinary means.
    let hindrance: StoreFault?
  }

  private let path: String
  private let mayWrite: Bool
  private let opened: Mutex<Opened>

  /// The caller holds the store's lock, because opening writes. `mayWrite` says whether this account may write to the
  /// file and beside it; where it may not, nothing is tried that would leave files there.
  init(path: String, mayWrite: Bool) throws {
    self.path = path
    self.mayWrite = mayWrite
    opened = Mutex(try SQLiteSource.open(path, mayWrite: mayWrite, generation: 0))
  }

  var now: Opened { opened.withLock { $0 } }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await attempt { try await $0.read(body) }
  }

  /// Differs after anybody has written.
  func changeNumber() async throws -> Int {
    let version = try await attempt { try await $0.number("PRAGMA data_version") }
    return now.generation << 32 + version
  }

  func close() async {
    let current = now
    if !current.isClosed { await current.reader.close() }
  }

  /// Takes up the ordinary way, where it was not open; the caller holds the store's lock.
  ///
  /// A connection of this program that may not write to the shared memory keeps the others from it.
  func makeReadyForWriting() throws {
    guard now.means != .ordinary else { return }
    let reopened = try reopen(now)
    if let hindrance = reopened.hindrance { throw hindrance }
  }

  private func attempt<T: Sendable>(_ read: (SQLiteReader) async throws -> T) async throws -> T {
    for _ in 0..<10 {
      let current = now
      if current.means == .ordinary { return try await read(current.reader) }
      if current.isClosed {
        _ = try reopen(current)
        continue
      }
      do {
        let answer = try await read(current.reader)
        if isSound(current) { return answer }
      } catch {
        if isSound(current), now.generation == current.generation { throw error }
      }
      _ = try reopen(current)
    }
    throw StoreFault(.retry, "the store was being written")
  }

  /// Whether what was read without locks is of one state: nobody has had the store open meanwhile.
  private func isSound(_ current: Opened) -> Bool {
    current.means != .asItStands || SQLiteTrace(path: path) == current.trace
  }

  /// Opens again, unless somebody else has done so since.
  private func reopen(_ stale: Opened) throws -> Opened {
    try opened.withLock { current in
      guard current.generation == stale.generation else { return current }
      if !current.isClosed { try SQLiteFault.translating { try current.queue.close() } }
      current.isClosed = true
      current.generation += 1
      current = try SQLiteSource.open(path, mayWrite: mayWrite, generation: current.generation)
      return current
    }
  }

  // MARK: Opening

  private static func open(_ path: String, mayWrite: Bool, generation: Int) throws -> Opened {
    var hindrance = StoreFault(.unavailable, "the store may only be read here")
    // Without the right to write, the ordinary way is for a store that others have open.
    if mayWrite || SQLiteTrace(path: path).hasSharedMemory {
      do {
        return try open(path, .ordinary, generation, nil)
      } catch let fault as StoreFault where fault.kind == .unavailable {
        hindrance = fault
      }
    }
    guard let means = SQLiteTrace(path: path).meansWithoutWriting else { throw SQLiteTrace.unreadableLog }
    return try open(path, means, generation, hindrance)
  }

  private static func open(
    _ path: String, _ means: SQLiteMeans, _ generation: Int, _ hindrance: StoreFault?
  ) throws -> Opened {
    let trace = SQLiteTrace(path: path)
    let queue = try SQLiteFile.open(means.name(of: path), readOnly: true)
    // The first read recovers a log that a killed program left; it belongs under the lock too.
    try queue.read { database in
      _ = try SQLiteFault.translating { try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") }
    }
    return Opened(
      queue: queue, reader: SQLiteReader(queue, keepsStatements: means == .ordinary), means: means, trace: trace,
      generation: generation,
      watch: means == .ordinary ? SQLiteWatch(path: path) : nil, hindrance: hindrance)
  }
}
