import Glibc

/// How a store's file is opened for reading (decision 12).
enum SQLiteMeans: Hashable, Sendable {
  /// With SQLite's memory that all programs share, made where it is missing.
  case ordinary
  /// That memory is there and cannot be written: SQLite reads the log into memory of its own, and notices writers.
  case logReadAnew
  /// That memory is not there and cannot be made, so nobody has the store open: the main file alone, without locks.
  case asItStands

  /// The name that SQLite is given.
  func name(of path: String) -> String {
    switch self {
    case .ordinary: path
    case .logReadAnew: "file:\(SQLiteMeans.escaped(path))?readonly_shm=1"
    case .asItStands: "file:\(SQLiteMeans.escaped(path))?immutable=1"
    }
  }

  private static func escaped(_ path: String) -> String {
    path.utf8.map { byte in
      let isPlain = (48...57).contains(byte) || (97...122).contains(byte | 32) || "/._-~".utf8.contains(byte)
      if isPlain { return String(decoding: [byte], as: UTF8.self) }
      let digits = String(byte, radix: 16)
      return "%" + (digits.utf8.count < 2 ? "0" : "") + digits
    }.joined()
  }
}

/// A store's files as they stand: enough to tell whether anybody has had the store open since.
struct SQLiteTrace: Hashable, Sendable {
  private var file: [Int]
  var logSize: Int
  var hasSharedMemory: Bool

  init(path: String) {
    var status = stat()
    file = []
    if lstat(path, &status) == 0 {
      file = [
        Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec, status.st_ctim.tv_sec,
        status.st_ctim.tv_nsec,
      ]
    }
    logSize = lstat("\(path)-wal", &status) == 0 ? Int(status.st_size) : 0
    hasSharedMemory = lstat("\(path)-shm", &status) == 0
  }
}

extension SQLiteTrace {
  /// What to try after the ordinary way has failed, or before it where this account may not write. Nil: there is a log
  /// that nothing here can read, and what the main file says without it is old.
  ///
  /// A program that has the store open has the shared memory open too, so where that is missing nobody writes.
  var meansWithoutWriting: SQLiteMeans? {
    if hasSharedMemory { return .logReadAnew }
    return logSize == 0 ? .asItStands : nil
  }

  static let unreadableLog = StoreFault(
    .unavailable, "the newest changes are in a log that cannot be read where nothing may be written",
    remedy: "Copy the store and its -wal file to a folder that you may write to, and open the copy.")
}
