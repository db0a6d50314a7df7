import CaseModel
import Glibc

/// Whose a file or folder is to be, and who may do what with it.
struct Ownership: Hashable {
  /// Names of the host; both may be made by an earlier step.
  var owner: String
  var group: String
  var mode: mode_t

  var words: String { "\(owner):\(group), mode 0\(String(mode, radix: 8))" }
}

/// One thing that an installation changes on a host. Each is said in words before it is done, leaves a line in the
/// record of what was done, and can be undone by that line.
enum InstallStep: Hashable {
  case group(String)
  /// A system account without a password, and its group of the same name.
  case account(String, home: String)
  case folder(String, Ownership)
  /// Of what is there already; what is not there is passed over.
  case rights(String, Ownership)
  /// A file that mdt alone writes: one of somebody else's is never written over.
  case file(String, text: String, Ownership)

  /// As it is said before it is done.
  var words: String {
    switch self {
    case .group(let name): "make the group \(name) (groupadd --system \(name))"
    case .account(let name, let home):
      "make the account \(name), without a password and with \(home) as its home (useradd --system --shell /bin/sh"
        + " --password '*' --no-create-home --home-dir \(home) --user-group \(name))"
    case .folder(let path, let rights): "make the folder \(path) (\(rights.words))"
    case .rights(let path, let rights): "set the rights of \(path) (\(rights.words))"
    case .file(let path, _, let rights): "write \(path) (\(rights.words))"
    }
  }

  /// Every file that mdt install writes begins so.
  static let mark = "# Written by mdt install."

  /// Whether nothing is to be done.
  func isDone() -> Bool {
    switch self {
    case .group(let name): return getgrnam(name) != nil
    case .account(let name, _): return getpwnam(name) != nil
    case .folder(let path, let rights): return isDone(path, rights, orMissing: false)
    case .rights(let path, let rights): return isDone(path, rights, orMissing: true)
    case .file(let path, let text, let rights):
      return isDone(path, rights, orMissing: false) && HostFile.text(path) == text
    }
  }

  private func isDone(_ path: String, _ rights: Ownership, orMissing: Bool) -> Bool {
    var status = stat()
    guard lstat(path, &status) == 0 else { return orMissing && errno == ENOENT }
    guard let numbers = HostFile.numbers(of: rights) else { return false }
    return status.st_uid == numbers.owner && status.st_gid == numbers.group && status.st_mode & 0o7777 == rights.mode
  }

  /// What undoes it, as things are before it is done.
  func undoing() -> [UndoLine] {
    switch self {
    case .group(let name): return [.removeGroup(name)]
    case .account(let name, _): return [.removeAccount(name)]
    case .folder(let path, _): return HostFile.rights(path).map { [.restore(path, $0)] } ?? [.removeFolder(path)]
    case .rights(let path, _): return HostFile.rights(path).map { [.restore(path, $0)] } ?? []
    case .file(let path, _, _): return [.removeFile(path)]
    }
  }

  /// - Throws: `cannotCreate`.
  func perform() throws(Problem) {
    switch self {
    case .group(let name): try HostCommand.run(["/usr/sbin/groupadd", "--system", name], words)
    case .account(let name, let home):
      try HostCommand.run(
        [
          "/usr/sbin/useradd", "--system", "--shell", "/bin/sh", "--password", "*", "--no-create-home", "--home-dir",
          home,
          "--user-group", name,
        ], words)
    case .folder(let path, let rights):
      guard mkdir(path, 0o700) == 0 || errno == EEXIST else { throw HostFile.failed(words, errno) }
      try HostFile.set(path, rights, kind: S_IFDIR, words)
    case .rights(let path, let rights): try HostFile.set(path, rights, kind: nil, words)
    case .file(let path, let text, let rights): try HostFile.write(path, text, rights, words)
    }
  }
}

/// A line of the record of what an installation did: what undoes one step.
enum UndoLine: Hashable {
  case removeGroup(String)
  case removeAccount(String)
  case removeFolder(String)
  case removeFile(String)
  case restore(String, HostFile.Rights)

  var text: String {
    switch self {
    case .removeGroup(let name): "group\t\(name)"
    case .removeAccount(let name): "account\t\(name)"
    case .removeFolder(let path): "folder\t\(path)"
    case .removeFile(let path): "file\t\(path)"
    case .restore(let path, let rights):
      "rights\t\(path)\t\(rights.owner)\t\(rights.group)\t\(String(rights.mode, radix: 8))"
    }
  }

  init?(reading text: Substring) {
    let words = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    switch (words.first, words.count) {
    case ("group", 2): self = .removeGroup(words[1])
    case ("account", 2): self = .removeAccount(words[1])
    case ("folder", 2): self = .removeFolder(words[1])
    case ("file", 2): self = .removeFile(words[1])
    case ("rights", 5):
      guard let owner = uid_t(words[2]), let group = gid_t(words[3]), let mode = mode_t(words[4], radix: 8) else {
        return nil
      }
      self = .restore(words[1], HostFile.Rights(owner: owner, group: group, mode: mode))
    default: return nil
    }
  }

  /// What it is about: the first line about a thing says how it was before anything was done.
  var subject: String {
    switch self {
    case .removeGroup(let name): "group \(name)"
    case .removeAccount(let name): "account \(name)"
    case .removeFolder(let path), .removeFile(let path), .restore(let path, _): path
    }
  }

  var words: String {
    switch self {
    case .removeGroup(let name): "take the group \(name) away (groupdel \(name))"
    case .removeAccount(let name): "take the account \(name) away (userdel \(name))"
    case .removeFolder(let path): "take the folder \(path) away, if nothing is in it"
    case .removeFile(let path): "take \(path) away"
    case .restore(let path, let rights):
      "set the rights of \(path) as they were (\(rights.owner):\(rights.group), mode 0\(String(rights.mode, radix: 8)))"
    }
  }

  /// Says why it was left as it is; nil where it was done.
  ///
  /// - Throws: `cannotCreate`.
  func perform() throws(Problem) -> String? {
    switch self {
    case .removeGroup(let name):
      // An account's own group goes with it.
      guard getgrnam(name) != nil else { return nil }
      try HostCommand.run(["/usr/sbin/groupdel", name], words)
    case .removeAccount(let name):
      guard getpwnam(name) != nil else { return nil }
      try HostCommand.run(["/usr/sbin/userdel", name], words)
    case .removeFolder(let path):
      guard rmdir(path) != 0, errno != ENOENT else { return nil }
      return errno == ENOTEMPTY ? "something is in it" : String(cString: strerror(errno))
    case .removeFile(let path):
      guard let text = HostFile.text(path) else { return nil }
      guard text.hasPrefix(InstallStep.mark) else { return "somebody else wrote it since" }
      guard unlink(path) == 0 else { throw HostFile.failed(words, errno) }
    case .restore(let path, let rights):
      guard HostFile.rights(path) != nil else { return "it is not there any more" }
      try HostFile.set(path, rights, kind: nil, words)
    }
    return nil
  }
}
