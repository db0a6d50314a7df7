import CaseModel
import Glibc

/// Keeps every other program from a SQLite file, for as long as the value is there.
///
/// Whoever has read a store holds SQLite's shared lock on its file until it closes it, `sqlite3` and backup programs
/// too, and whoever wants to read asks for one. A lock of the kernel over the same bytes stands against both.
final class SoleUse {
  private let descriptor: Int32

  // SQLite's pending, reserved and shared bytes.
  private static let bytes = (start: off_t(0x4000_0000), count: off_t(512))
  // F_OFD_GETLK and F_OFD_SETLK: of this opening of the file, not of the process.
  private static let (ask, take): (Int32, Int32) = (36, 37)

  /// - Throws: `tryAgain` with who has it open. A file that is not there is nobody's.
  init(of path: String) throws {
    descriptor = open(path, O_RDWR | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return }
      throw Files.failure(errno)
    }
    var lock = SoleUse.request
    guard fcntl(descriptor, SoleUse.take, &lock) != 0 else { return }
    lock = SoleUse.request
    var holder = "Another program has it open"
    if fcntl(descriptor, SoleUse.ask, &lock) == 0, lock.l_type != Int16(F_UNLCK), lock.l_pid > 0 {
      holder = "Process \(lock.l_pid)\(SoleUse.name(of: lock.l_pid)) has the store open"
    }
    throw Problem(
      Restoration.what, because: "\(holder), and would go on with the old one.",
      try: "Have everybody leave mdt, end that program, then restore again.", kind: .tryAgain)
  }

  deinit { if descriptor >= 0 { close(descriptor) } }

  private static var request: Glibc.flock {
    var lock = Glibc.flock()
    lock.l_type = Int16(F_WRLCK)
    lock.l_whence = Int16(SEEK_SET)
    lock.l_start = bytes.start
    lock.l_len = bytes.count
    return lock
  }

  private static func name(of process: pid_t) -> String {
    let descriptor = open("/proc/\(process)/comm", O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return "" }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = max(read(descriptor, &buffer, buffer.count), 0)
    return " (\(String(decoding: buffer.prefix(count).prefix { $0 != 10 }, as: UTF8.self)))"
  }
}
