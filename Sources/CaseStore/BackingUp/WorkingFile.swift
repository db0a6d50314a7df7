import Glibc

/// A file in the making: its owner's alone, and locked by the kernel for as long as somebody makes it. So what a killed
/// program has left is known from what another is still writing, and is swept by the next.
final class WorkingFile: Sendable {
  let path: String
  let descriptor: Int32

  init(at path: String) throws {
    self.path = path
    descriptor = try WorkingFile.make(path)
  }

  private static func make(_ path: String) throws -> Int32 {
    for _ in 0..<10 {
      let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
      if descriptor < 0 {
        guard errno == EEXIST else { throw Files.failure(errno) }
        guard sweep(path) else { throw inUse(path) }
        continue
      }
      // Whatever the umask says.
      guard fchmod(descriptor, 0o600) == 0 else {
        let code = errno
        close(descriptor)
        unlink(path)
        throw Files.failure(code)
      }
      // A network folder that knows no locks is no hindrance: then nothing is ever swept from it.
      if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK, isAt(path, descriptor) { return descriptor }
      // Somebody took it for left over in the moment before it was locked.
      close(descriptor)
    }
    throw inUse(path)
  }

  private static func inUse(_ path: String) -> StoreFault {
    StoreFault(.retry, "there is a file \(path) already, which somebody may be writing")
  }

  private static func isAt(_ path: String, _ descriptor: Int32) -> Bool {
    var (here, there) = (stat(), stat())
    return fstat(descriptor, &here) == 0 && lstat(path, &there) == 0 && here.st_ino == there.st_ino
      && here.st_dev == there.st_dev
  }

  /// Beside another file, under a name that nobody else has.
  convenience init(beside path: String, as kind: String) throws {
    // SQLite writes the first page of a copy last: what a killed backup left begins with nothing that could be known.
    WorkingFile.sweepAll(in: folderPart(path), byName: true) { WorkingFile.isBeside(filePart(path), $0) }
    let chance = String(UInt64.random(in: 0 ... .max), radix: 16)
    try self.init(at: "\(path).\(kind)-\(String(repeating: "0", count: 16 - chance.count))\(chance)")
  }

  /// Whether a name is that of a file in the making beside a store: whole records, and readable.
  static func isBeside(_ store: String, _ name: String) -> Bool {
    ["copying", "restoring"].contains { kind in
      let beginning = "\(store).\(kind)-"
      return name.hasPrefix(beginning) && isChance(name.dropFirst(beginning.count))
    }
  }

  /// Whether a program that lives is making it.
  static func isHeld(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return flock(descriptor, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK
  }

  /// Sixteen hexadecimal digits: no name that a person gives to a copy of theirs.
  private static func isChance(_ text: Substring) -> Bool {
    text.utf8.count == 16 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
  }

  /// What SQLite makes beside a file goes with it.
  private static let companions = ["-wal", "-shm", "-journal"]

  /// Takes away what killed programs have left.
  static func sweepAll(in folder: String, byName: Bool = false, _ isWanted: (String) -> Bool) {
    for name in Files.names(in: folder) where isWanted(name) { _ = sweep("\(folder)/\(name)", byName: byName) }
  }

  /// Whether nothing is there now. A file that somebody still writes stays.
  private static func sweep(_ path: String, byName: Bool = false) -> Bool {
    let descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return errno == ENOENT }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
      flock(descriptor, LOCK_EX | LOCK_NB) == 0,
      isAt(path, descriptor), byName || isOurs(descriptor)
    else { return false }
    for companion in companions { unlink(path + companion) }
    return unlink(path) == 0
  }

  /// Begins as what is made here does, or was left before it began: no file that somebody else put there.
  private static func isOurs(_ descriptor: Int32) -> Bool {
    var start = [UInt8](repeating: 0, count: 16)
    start.removeLast(start.count - max(pread(descriptor, &start, start.count, 0), 0))
    return start.isEmpty || start.starts(with: BackupFormat.family) || start.starts(with: Array("SQLite format 3".utf8))
  }

  /// In every ending but a kill.
  func remove() {
    for companion in WorkingFile.companions { unlink(path + companion) }
    // It may have another name by now, and another file this one.
    if WorkingFile.isAt(path, descriptor) { unlink(path) }
  }

  deinit { close(descriptor) }
}
