import CaseModel
import Glibc

/// What the program does to itself before it looks at anything that a person can set.
enum Confinement {
  /// Before the first thread is made: neither the environment nor a group is changed under somebody else's feet.
  static func begin() {
    _ = OwnRights.groupAtStart
    leaveNoCore()
    let isForMany = getegid() != getgid() || geteuid() != getuid()
    guard isForMany || Host.installation() != nil else { return }
    cleanEnvironment()
    // What is made beside a shared store is for the group that reaches it, and for nobody else.
    umask(isForMany ? 0o007 : 0o077)
  }

  /// People's records are in memory: none of it goes to a file when the program crashes, or to a debugger.
  private static func leaveNoCore() {
    var none = rlimit(rlim_cur: 0, rlim_max: 0)
    guard setrlimit(__rlimit_resource_t(UInt32(RLIMIT_CORE.rawValue)), &none) == 0, SystemCalls.refuseToBeLookedInto()
    else {
      Outlet.note(
        "mdt was not started. The system did not let it forbid core files. Ask whoever looks after this machine.")
      exit(71)
    }
  }

  /// Variables that say how the screen looks. Every other one is taken away where many people share the program: where
  /// to find descriptions of terminals, folders, the store, libraries' own switches.
  private static let kept = [
    "TERM", "COLORTERM", "NO_COLOR", "COLUMNS", "LINES", "LANG", "LC_ALL", "LC_CTYPE", "LC_MESSAGES", "MDT_LINEAR",
    "SSH_ORIGINAL_COMMAND",
  ]

  private static func cleanEnvironment() {
    let values = kept.compactMap { name in Host.environment(name).map { (name, $0) } }
    clearenv()
    for (name, value) in values where name == "SSH_ORIGINAL_COMMAND" || isPlain(value) {
      // It is compared with one word; every other command is the same to it, and none stands in the environment.
      setenv(name, name == "SSH_ORIGINAL_COMMAND" && value != Circumstances.lines ? "refused" : value, 1)
    }
  }

  /// No folder and nothing that a terminal obeys.
  private static func isPlain(_ value: String) -> Bool {
    value.utf8.count <= 64 && !value.hasPrefix(".")
      && value.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (97...122).contains(byte | 32) || "+-._@".utf8.contains(byte)
      }
  }
}
