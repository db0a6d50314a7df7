import GRDB
import Glibc

/// Making a new file: built beside its place and linked into it whole, so that a half-made store never stands there
/// and nothing that stands there is touched.
enum SQLiteCreation {
  /// The caller holds the store's lock and has seen that nothing stands at `path`.
  static func make<T>(at path: String, _ fill: (any Connection) throws -> T) throws -> T {
    let making = "\(path).making"
    for suffix in ["", "-wal", "-shm", "-journal"] { unlink(making + suffix) }
    let descriptor = open(making, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw StoreFault(.unavailable, "the file cannot be made (\(systemWords(errno)))")
    }
    // Whatever the umask says: the file is its owner's alone.
    guard fchmod(descriptor, 0o600) == 0, close(descriptor) == 0 else {
      throw StoreFault(.unavailable, "the file cannot be made (\(systemWords(errno)))")
    }
    defer { unlink(making) }
    let filled = try made(of: making, fill)
    guard link(making, path) == 0 else {
      throw StoreFault(.conflict, "something stands there already (\(systemWords(errno)))")
    }
    try syncFolder(of: path)
    return filled
  }

  /// Makes a store of an empty file that nobody else knows of, and closes it: without a log, the file is all of it.
  static func made<T>(of path: String, _ fill: (any Connection) throws -> T) throws -> T {
    let queue = try SQLiteFile.open(path, readOnly: false)
    let filled = try SQLiteFault.translating {
      let filled = try queue.writeWithoutTransaction { database in
        guard try String.fetchOne(database, sql: "PRAGMA journal_mode = WAL") == "wal" else {
          throw StoreFault(.unavailable, "this disk cannot keep the store's log")
        }
        try SQLiteMigrations.run(in: database)
        var filled: T?
        try database.inTransaction(.immediate) {
          filled = try fill(SQLiteConnection(database: database, statements: SQLiteStatements()))
          return .commit
        }
        try database.checkpoint(.truncate)
        return filled
      }
      try queue.close()
      return filled
    }
    guard let filled else { throw StoreFault(.unavailable, "the transaction ended without an answer") }
    return filled
  }

  private static func syncFolder(of path: String) throws {
    let folder = folderPart(path)
    let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw StoreFault(.unavailable, "the folder cannot be opened") }
    defer { close(descriptor) }
    guard fsync(descriptor) == 0 else { throw StoreFault(.unavailable, "the disk reported a failure") }
  }
}

/// Everything before the last slash; `.` where there is none.
func folderPart(_ path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

/// Everything after the last slash.
func filePart(_ path: String) -> String {
  path.lastIndex(of: "/").map { String(path[path.index(after: $0)...]) } ?? path
}
