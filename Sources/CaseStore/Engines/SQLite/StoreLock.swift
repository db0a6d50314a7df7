import CaseModel
import Glibc

/// The kernel's lock round every opening, every write and every checkpoint (store.md 1.1 and 2).
///
/// It stands on a file beside the store, `<store>.lock`, which says who holds it. The kernel frees it when a program
/// ends, however it ends. A lock file that cannot be opened is a failure and never passed over.
struct StoreLock: Sendable {
  let path: String
  /// How long to wait, in seconds.
  var deadline = 5.0

  /// Runs something while no other program writes, opens or checkpoints.
  func held<T>(by holder: String, _ body: () throws -> T) throws -> T {
    let descriptor = open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0o600)
    guard descriptor >= 0 else {
      throw StoreFault(.unavailable, "the lock file beside the store cannot be opened (\(systemWords(errno)))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw StoreFault(.unavailable, "the lock beside the store is not a plain file")
    }
    try wait(for: descriptor)
    defer { flock(descriptor, LOCK_UN) }
    sign(descriptor, holder)
    return try body()
  }

  private func wait(for descriptor: Int32) throws {
    let start = monotonicSeconds()
    while flock(descriptor, LOCK_EX | LOCK_NB) != 0 {
      guard errno == EWOULDBLOCK || errno == EINTR else {
        throw StoreFault(.unavailable, "the store cannot be locked (\(systemWords(errno)))")
      }
      guard monotonicSeconds() - start < deadline else {
        throw StoreFault(.retry, "\(holder(descriptor)) has been writing for more than \(Int(deadline)) seconds")
      }
      // Short waits of uneven length: a fixed one lets the same program lose again and again.
      usleep(UInt32.random(in: 500...4000))
    }
  }

  private func sign(_ descriptor: Int32, _ holder: String) {
    let text = Array("\(holder), process \(getpid())\n".utf8.prefix(200))
    // Who holds it is a courtesy to those who wait: the lock stands without it, so a full disk does not undo it.
    if pwrite(descriptor, text, text.count, 0) == text.count { ftruncate(descriptor, off_t(text.count)) }
  }

  private func holder(_ descriptor: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 200)
    let count = pread(descriptor, &buffer, buffer.count, 0)
    guard count > 0 else { return "another program" }
    let line = buffer.prefix(count).prefix { $0 != 10 }
    return String(decoding: line, as: UTF8.self)
  }
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
