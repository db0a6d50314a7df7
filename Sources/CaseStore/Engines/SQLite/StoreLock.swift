import CaseModel
import Glibc

/// The kernel's lock round every opening, every write and every checkpoint (store.md 1.1 and 2).
///
/// It stands on a file beside the store, `<store>.lock`, which says who holds it. The kernel frees it when a program
/// ends, however it ends. Nothing is written without it.
struct StoreLock: Sendable {
  let path: String
  /// How long to wait, in seconds.
  var deadline = 5.0

  /// Runs something while no other program writes, opens or checkpoints.
  func held<T>(by holder: String, _ body: () throws -> T) throws -> T {
    let descriptor = opened()
    guard descriptor >= 0 else { throw StoreLock.unopened(errno) }
    return try held(descriptor, by: holder, body)
  }

  /// Takes the lock until the value is gone.
  func taken(by holder: String) throws -> TakenLock {
    let descriptor = opened()
    guard descriptor >= 0 else { throw StoreLock.unopened(errno) }
    let taken = TakenLock(descriptor: descriptor)
    try wait(for: descriptor)
    sign(descriptor, holder)
    return taken
  }

  /// The same for opening, which reads: on a disk that takes no file it makes do with what it may do (decision 12).
  func heldForOpening<T>(readOnly: Bool, by holder: String, _ body: () throws -> T) throws -> T {
    let descriptor = opened()
    if descriptor >= 0 { return try held(descriptor, by: holder, body) }
    let hindrance = errno
    guard StoreLock.mayRead(despite: hindrance, readOnly: readOnly) else { throw StoreLock.unopened(hindrance) }
    let readable = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    if readable >= 0 { return try held(readable, by: nil, body) }
    // No lock file: nobody who keeps to the lock writes. One that may not even be read: SQLite's own locks hold for
    // reading, and a session that only reads does nothing that needs ours.
    guard errno == ENOENT || readOnly && StoreLock.mayRead(despite: errno, readOnly: true) else {
      throw StoreLock.unopened(errno)
    }
    return try body()
  }

  /// The same for somebody who looks and leaves nothing behind: a lock file that is missing is not made, and one that
  /// cannot be read hinders nobody from looking.
  func heldToLook<T>(_ body: () throws -> T) throws -> T {
    let readable = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard readable >= 0 else { return try body() }
    var status = stat()
    guard fstat(readable, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(readable)
      return try body()
    }
    return try held(readable, by: nil, body)
  }

  /// The lock file, made where it is missing; negative, with the reason in `errno`, where it cannot be opened.
  private func opened() -> Int32 { open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, rights) }

  /// Whoever may write to the store locks it: its owner, and where a setgid program is how people come, its group.
  private var rights: mode_t { path.hasSuffix(".lock") ? StoreNames.rights(beside: String(path.dropLast(5))) : 0o600 }

  /// Whether a lock file that cannot be opened for writing leaves reading as it is: the disk takes nothing; or this
  /// account may not write here, and only wants to read.
  static func mayRead(despite code: Int32, readOnly: Bool) -> Bool {
    switch code {
    case ENOSPC, EDQUOT, EROFS: true
    case EACCES, EPERM: readOnly
    default: false
    }
  }

  private static func unopened(_ code: Int32) -> StoreFault {
    let why = "the lock file beside the store cannot be opened (\(systemWords(code)))"
    switch code {
    case EACCES, EPERM:
      return StoreFault(
        .unavailable, why,
        remedy: "Ask whoever looks after the store to let you write beside it, or open it with --read-only.")
    case EROFS:
      return StoreFault(
        .unavailable, "the store's disk can only be read", remedy: "Have it made writable again, then try again.")
    case ENOSPC, EDQUOT: return SQLiteFault.full
    default: return StoreFault(.unavailable, why)
    }
  }

  private func held<T>(_ descriptor: Int32, by holder: String?, _ body: () throws -> T) throws -> T {
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw StoreFault(.unavailable, "the lock beside the store is not a plain file")
    }
    try wait(for: descriptor)
    defer { flock(descriptor, LOCK_UN) }
    if let holder { sign(descriptor, holder) }
    return try body()
  }

  /// Those who wait stand in a row of one: whoever is first holds the door until they are in, so that a program that
  /// writes again and again goes behind somebody who waits.
  private func wait(for descriptor: Int32) throws {
    let start = monotonicSeconds()
    var door = StoreLock.door(F_WRLCK)
    // Short waits of uneven length: a fixed one lets the same program lose again and again. Somebody who was stopped at
    // the door does not keep everybody out.
    while fcntl(descriptor, ofdSetLock, &door) != 0, errno == EAGAIN || errno == EACCES || errno == EINTR,
      monotonicSeconds() - start < deadline / 2
    {
      usleep(UInt32.random(in: 500...4000))
    }
    // Where there is no such lock, or the file may only be read, there is no door and everybody takes their chance.
    defer {
      door = StoreLock.door(F_UNLCK)
      _ = fcntl(descriptor, ofdSetLock, &door)
    }
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw StoreFault(.unavailable, "the store cannot be locked (\(systemWords(errno)))")
      }
      guard monotonicSeconds() - start < deadline else {
        throw StoreFault(.retry, "\(holder(descriptor)) has been writing for more than \(Int(deadline)) seconds")
      }
      usleep(UInt32.random(in: 200...800))
    }
  }

  /// A byte far behind what stands in the file.
  static func door(_ kind: Int32) -> flock {
    var range = flock()
    range.l_type = Int16(kind)
    range.l_whence = Int16(SEEK_SET)
    range.l_start = 4096
    range.l_len = 1
    return range
  }

  // A lock of an open file, not of a process, as Linux numbers it (fcntl(2)).
  private var ofdSetLock: Int32 { 37 }

  private func sign(_ descriptor: Int32, _ holder: String) {
    let text = Array("\(holder), process \(getpid())\n".utf8.prefix(200))
    // Who holds it is a courtesy to those who wait: the lock stands without it, so a full disk does not undo it. What
    // is left of a longer name stands behind the end of the line.
    pwrite(descriptor, text, text.count, 0)
  }

  /// Who holds it: as they signed, where the system says that it is they. A program that is no mdt signs nothing, and the
  /// line is of whoever held it before.
  private func holder(_ descriptor: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 200)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    let line = String(decoding: buffer.prefix(max(count, 0)).prefix { $0 != 10 }, as: UTF8.self)
    let signed = line.split(separator: " ").last.flatMap { Int($0) }
    guard let process = StoreLock.lockingProcess(descriptor) else {
      return line.isEmpty || signed == Int(getpid()) ? "another program" : line
    }
    return signed == process ? line : "another program, process \(process),"
  }

  /// The process that has the file locked, as the kernel lists it (proc(5)); nil where it does not say.
  private static func lockingProcess(_ descriptor: Int32) -> Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, let list = fopen("/proc/locks", "re") else { return nil }
    defer { fclose(list) }
    var buffer = [CChar](repeating: 0, count: 256)
    while fgets(&buffer, Int32(buffer.count), list) != nil {
      // 1: FLOCK  ADVISORY  WRITE 1234 fd:01:5678 0 EOF
      let text = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let words = text.split(separator: " ")
      guard words.count > 5, words[1] == "FLOCK",
        words[5].split(separator: ":").last.flatMap({ UInt($0) }) == status.st_ino
      else { continue }
      return Int(words[4]).flatMap { $0 > 0 ? $0 : nil }
    }
    return nil
  }
}

/// A lock that outlasts a call; the kernel frees it with the file.
final class TakenLock: Sendable {
  private let descriptor: Int32
  init(descriptor: Int32) { self.descriptor = descriptor }
  func letGo() { flock(descriptor, LOCK_UN) }
  deinit { close(descriptor) }
}

/// What the operating system calls a failure: `No space left on device`.
func systemWords(_ code: Int32) -> String {
  String(cString: strerror(code))
}

private func monotonicSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
