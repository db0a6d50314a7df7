import Glibc

/// Small files of text that stand beside a store: read whole, and made whole or not at all.
enum KeptText {
  /// Nil where there is none. A link, a folder or a file that is longer is refused.
  static func read(_ path: String, upTo limit: Int) throws -> String? {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
    guard descriptor >= 0 else {
      if errno == ENOENT { return nil }
      throw StoreFault(.unavailable, "\(path) cannot be read (\(systemWords(errno)))")
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_size <= off_t(limit) else {
      throw StoreFault(.unavailable, "\(path) is no small file of text")
    }
    var buffer = [UInt8](repeating: 0, count: limit)
    let count = try Files.read(&buffer, from: descriptor)
    return String(decoding: buffer.prefix(count), as: UTF8.self)
  }

  /// Durable when this returns. Nothing that exists is written over.
  static func make(_ path: String, _ bytes: [UInt8], mode: UInt32) throws {
    let working = path + ".part"
    unlink(working)
    let descriptor = open(working, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw Files.failure(errno) }
    do {
      defer { close(descriptor) }
      try Files.write(bytes, to: descriptor)
      guard fchmod(descriptor, mode) == 0 else { throw Files.failure(errno) }
      try Files.sync(descriptor)
      try Files.rename(working, toUnused: path)
      try Files.syncFolder(of: path)
    } catch {
      unlink(working)
      throw error
    }
  }
}
