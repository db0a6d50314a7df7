import CaseExchange
import CaseModel
import CaseStore
import Glibc

/// A file given on the command line, read as often as an import needs without holding it in memory, and certain to be
/// the same file each time: its fingerprint is taken first and compared at every end.
struct ImportedFile: Sendable {
  /// Without its folders.
  let name: String
  let fingerprint: String
  /// Line ends; about one more than there are rows.
  let lines: Int
  private let path: String
  /// Open for as long as the program runs.
  private let descriptor: Int32
  /// What cannot be read twice, such as a pipe, is kept.
  private let content: [UInt8]?

  private static let largestPipe = 64 << 20
  private static let chunk = 1 << 18

  /// Opened with the rights of whoever names it. `store` is the path of the store that is open.
  init(_ path: String, store: String) throws(Problem) {
    self.path = path
    name = path.split(separator: "/").last.map(String.init) ?? path
    // A pipe that nobody writes to would be waited for without end.
    let (opened, reason) = OwnRights.during { (open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK), errno) }
    descriptor = opened
    guard descriptor >= 0 else { throw ImportedFile.unreadable(path, reason) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, fcntl(descriptor, F_SETFL, O_RDONLY) == 0 else {
      throw ImportedFile.unreadable(path, errno)
    }
    let kind = status.st_mode & S_IFMT
    if kind == S_IFDIR { throw ImportedFile.unreadable(path, EISDIR) }
    guard kind == S_IFREG || kind == S_IFIFO || kind == S_IFSOCK else {
      throw ImportedFile.refused("\(path) is a device, and no file.")
    }
    try ImportedFile.refuseStore(store, status, path)
    content = kind == S_IFREG ? nil : try ImportedFile.whole(descriptor, path)
    var print = Fingerprint()
    var lines = 0
    let next = ImportedFile.chunks(descriptor, content, path)
    while let bytes = try next() {
      print.add(bytes)
      for byte in bytes where byte == 10 { lines += 1 }
    }
    fingerprint = print.hexadecimal
    self.lines = lines
  }

  /// Never closed, so that SQLite's own locks on a file of the store are not lost with it.
  private static func refuseStore(_ store: String, _ status: stat, _ path: String) throws(Problem) {
    for companion in ["", "-wal", "-shm", ".lock", ".head-key", ".seal-key", ".accounts"] {
      var other = stat()
      if stat(store + companion, &other) == 0, other.st_ino == status.st_ino, other.st_dev == status.st_dev {
        throw refused("\(path) is a file of the store itself.")
      }
    }
  }

  private static func refused(_ reason: String) -> Problem {
    Problem("Nothing was imported.", because: reason, try: "Give the CSV file that is to be imported.", kind: .badData)
  }

  /// The bytes from the beginning; at their end they are compared with the fingerprint.
  var bytes: FileBytes {
    let (descriptor, content, path, fingerprint) = (descriptor, content, path, fingerprint)
    return FileBytes { () throws(Problem) -> Chunks in
      let next = ImportedFile.chunks(descriptor, content, path)
      var print = Fingerprint()
      return { () throws(Problem) -> [UInt8]? in
        if let bytes = try next() {
          print.add(bytes)
          return bytes
        }
        guard print.hexadecimal == fingerprint else {
          throw Problem(
            "Nothing was imported.", because: "\(path) changed while it was being read.",
            try: "Wait until it is finished, then import it again.", kind: .tryAgain)
        }
        return nil
      }
    }
  }

  private static func chunks(_ descriptor: Int32, _ content: [UInt8]?, _ path: String) -> Chunks {
    var place = 0
    var rest = content
    return { () throws(Problem) -> [UInt8]? in
      if content != nil {
        defer { rest = nil }
        return rest
      }
      var failure: Int32 = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        var found = pread(descriptor, buffer.baseAddress, chunk, place)
        while found < 0 && errno == EINTR { found = pread(descriptor, buffer.baseAddress, chunk, place) }
        if found < 0 { failure = errno }
        count = max(found, 0)
      }
      if failure != 0 { throw unreadable(path, failure) }
      place += bytes.count
      return bytes.isEmpty ? nil : bytes
    }
  }

  private static func whole(_ descriptor: Int32, _ path: String) throws(Problem) -> [UInt8] {
    var content = [UInt8]()
    var buffer = [UInt8](repeating: 0, count: chunk)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw unreadable(path, errno) }
      if count == 0 { return content }
      content += buffer[..<count]
      guard content.count <= largestPipe else {
        throw Problem(
          "Nothing was imported.", because: "\(path) is no plain file and gives more than 64 MiB.",
          try: "Save it as a file and import that.", kind: .badData)
      }
    }
  }

  private static func unreadable(_ path: String, _ code: Int32) -> Problem {
    Problem(
      "Nothing was imported.", because: "\(path) cannot be read (\(String(cString: strerror(code)))).",
      try: "Check the file's name and that you may read it.", kind: .badData)
  }
}
