import Glibc

/// Standard error led into a file while the screen is up, so that no message is written over the picture.
struct ErrorLog: ~Copyable {
  private let kept: Int32

  /// Leads standard error to a file, or to nowhere when there is none or it cannot be written.
  init(path: String?) {
    kept = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW
    var target = path.map { open($0, flags, 0o600) } ?? -1
    if target < 0 { target = open("/dev/null", O_WRONLY | O_CLOEXEC) }
    guard target >= 0 else { return }
    dup2(target, STDERR_FILENO)
    close(target)
  }

  deinit {
    guard kept >= 0 else { return }
    dup2(kept, STDERR_FILENO)
    close(kept)
  }
}
