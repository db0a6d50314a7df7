import CaseModel
import CaseStore
import Glibc
import SafeText

/// A file that a verb writes for somebody to take away: new, its owner's alone, and gone again where it was not finished.
///
/// It is made with the rights of whoever asked for it, and never under a name that belongs to a store.
struct NewFile: Sendable {
  let path: String
  private let what: String
  private let descriptor: Int32

  /// `what` is the first sentence of the problem when it fails.
  ///
  /// - Throws: `cannotCreate`; nothing that exists is written over.
  init(_ path: String, _ what: String) throws(Problem) {
    (self.path, self.what) = (path, what)
    try StoreNames.refuse(path, what)
    let (made, reason) = OwnRights.during {
      (open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600), errno)
    }
    descriptor = made
    guard descriptor >= 0 else {
      let why =
        reason == EEXIST
        ? "There is something at \(path) already." : "\(path) cannot be made (\(String(cString: strerror(reason))))."
      throw Problem(
        what, because: why, try: "Name a file that does not exist, in a folder that you may write to.",
        kind: .cannotCreate)
    }
  }

  /// Lines for a person; text from records passes the sanitiser here.
  func write(lines: [String]) throws(Problem) { try write(lines.map { safe($0) + "\n" }.joined()) }

  /// As it is, for other programs.
  func write(_ text: String) throws(Problem) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failed() }
      bytes = bytes.dropFirst(count)
    }
  }

  /// Makes it last.
  func finish() throws(Problem) {
    guard fsync(descriptor) == 0 || errno == EINVAL, close(descriptor) == 0 else { throw failed() }
  }

  /// Takes it away again.
  func remove() {
    close(descriptor)
    OwnRights.during { _ = unlink(path) }
  }

  private func failed() -> Problem {
    Problem(
      what, because: "\(path) could not be written: \(String(cString: strerror(errno))).",
      try: "Make room, or name another place.", kind: .cannotCreate)
  }
}
