import CaseModel
import Glibc

/// Which number of the operating system each account had when it first signed in on this host: `<store>.accounts`, a
/// line each. A name that was given to somebody new, and a number that was, are both found by it.
///
/// It is a file beside the store and no table in it, because numbers are this host's: a store that is restored on
/// another one begins without it, as it should.
struct AccountNumbers {
  let path: String
  private let store: String

  init(beside store: String) {
    self.store = store
    path = store + ".accounts"
  }

  struct Line: Hashable {
    var account: String
    var number: Int
  }

  private static let limit = 1 << 20

  func lines(_ what: String) throws(Problem) -> [Line] {
    let text: String?
    do {
      text = try KeptText.read(path, upTo: Self.limit)
    } catch {
      throw Problem(error, doing: what)
    }
    var lines = [Line]()
    for line in AccountNumbers.whole(text ?? "").split(separator: "\n") {
      let words = line.split(separator: " ")
      guard words.count == 2, let number = Int(words[1]) else {
        throw Problem(
          what, because: "\(path) is not what mdt has written there.",
          try: "Ask whoever looks after the store to look at it, and to move it away if nobody can say what it is.",
          kind: .damaged)
      }
      lines.append(Line(account: String(words[0]), number: number))
    }
    return lines
  }

  /// Up to the last line's end: what stands behind it was being written when its program was killed, and is written again
  /// at the next sign-in.
  private static func whole(_ text: String) -> Substring {
    text.lastIndex(of: "\n").map { text[...$0] } ?? ""
  }

  /// - Throws: `refused` where the account or its number was somebody else's.
  func check(_ account: String, _ number: Int) throws(Problem) {
    let what = "You are not signed in."
    for line in try lines(what) where (line.account == account) != (line.number == number) {
      let because =
        line.account == account
        ? "The account \(account) had the number \(line.number) when it first signed in here, and has \(number) now: it"
          + " may have been given to somebody else."
        : "The number \(number) was that of the account \(line.account) when it first signed in here, and is that of"
          + " \(account) now: an account was renamed, or its number given to somebody else."
      throw Problem(
        what, because: because,
        try: "Ask whoever looks after the store to find out who you are, and then to run mdt accounts forget"
          + " \(line.account).", kind: .refused)
    }
  }

  /// Keeps what is not there yet; the caller has checked it.
  func keep(_ account: String, _ number: Int) throws(Problem) {
    let line = Line(account: account, number: number)
    let what = "The account's number was not kept."
    guard AccountName.isPlain(account), try !lines(what).contains(line) else { return }
    do {
      try StoreLock(path: store + ".lock").held(by: account) {
        // Somebody else may have signed in meanwhile.
        guard try !lines(what).contains(line) else { return }
        try add(line)
      }
    } catch {
      throw Problem(error, doing: what)
    }
  }

  private func add(_ line: Line) throws {
    var status = stat()
    let file = open(
      path, O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, StoreNames.rights(beside: store))
    guard file >= 0 else { throw Files.failure(errno) }
    defer { close(file) }
    guard fstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw StoreFault(.unavailable, "\(path) is no plain file")
    }
    let kept = try KeptText.read(path, upTo: Self.limit) ?? ""
    let end = AccountNumbers.whole(kept).utf8.count
    if end < kept.utf8.count, ftruncate(file, end) != 0 { throw Files.failure(errno) }
    try Files.write(Array("\(line.account) \(line.number)\n".utf8), to: file)
    try Files.sync(file)
  }

  /// Takes an account's line away, so that its next sign-in is its first.
  func forget(_ account: String) throws(Problem) {
    let what = "The account was not forgotten."
    var owner = stat()
    guard stat(store, &owner) == 0, owner.st_uid == geteuid() || geteuid() == 0 else {
      throw Problem(
        what, because: "The store does not belong to you.",
        try: "Ask whoever looks after the store, or root, to do it.", kind: .refused)
    }
    do {
      try StoreLock(path: store + ".lock").held(by: "mdt accounts") {
        let kept = try lines(what)
        guard kept.contains(where: { $0.account == account }) else {
          throw Problem(
            what, because: "No account \(account) has signed in here.", try: "List them with mdt accounts.",
            kind: .notFound)
        }
        let text = kept.filter { $0.account != account }.map { "\($0.account) \($0.number)\n" }.joined()
        var status = stat()
        guard lstat(path, &status) == 0 else { throw Files.failure(errno) }
        let working = path + ".new"
        unlink(working)
        try KeptText.make(working, Array(text.utf8), mode: status.st_mode & 0o660)
        guard chown(working, status.st_uid, status.st_gid) == 0 || geteuid() != 0, rename(working, path) == 0 else {
          throw Files.failure(errno)
        }
        try Files.syncFolder(of: path)
      }
    } catch {
      throw Problem(error, doing: what)
    }
  }
}
