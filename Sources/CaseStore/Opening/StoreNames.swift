public import CaseModel
import Glibc

/// Names that stand beside a store and belong to it: a file that somebody else puts there under one of them keeps
/// everybody from opening the store, or is taken for a part of it.
public enum StoreNames {
  private static let companions = [
    "-journal", "-wal", "-shm", ".lock", ".drafts", ".head-key", ".seal-key", ".accounts", ".installed",
  ]

  /// What a file beside a store is made with: its owner's alone, or its group's too where the store is shared so.
  static func rights(beside store: String) -> mode_t {
    var status = stat()
    // What stands there may be a link to anything, or something that is refused a moment later.
    guard lstat(store, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_mode & 0o020 != 0 else {
      return 0o600
    }
    return 0o660
  }

  /// - Throws: `cannotCreate` for such a name beside a file that is there; `what` is its first sentence.
  public static func refuse(_ path: String, _ what: String) throws(Problem) {
    for companion in companions where path.hasSuffix(companion) {
      let store = String(path.dropLast(companion.count))
      var status = stat()
      guard !store.isEmpty, !store.hasSuffix("/"), stat(store, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        continue
      }
      throw Problem(
        what, because: "\(path) is a name that mdt and its database use beside the store \(store).",
        try: "Name a file that does not exist, in a folder that you may write to.", kind: .cannotCreate)
    }
  }
}
