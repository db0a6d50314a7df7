import CaseModel
import Glibc

/// Files and folders of the host that an installation makes or changes. Links are never followed: whoever owns a folder
/// could lead root elsewhere with one.
enum HostFile {
  struct Rights: Hashable {
    var owner: uid_t
    var group: gid_t
    var mode: mode_t
  }

  static func rights(_ path: String) -> Rights? {
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFLNK else { return nil }
    return Rights(owner: status.st_uid, group: status.st_gid, mode: status.st_mode & 0o7777)
  }

  static func numbers(of rights: Ownership) -> Rights? {
    guard let owner = getpwnam(rights.owner)?.pointee.pw_uid, let group = getgrnam(rights.group)?.pointee.gr_gid else {
      return nil
    }
    return Rights(owner: owner, group: group, mode: rights.mode)
  }

  static func set(_ path: String, _ rights: Ownership, kind: UInt32?, _ doing: String) throws(Problem) {
    guard let numbers = numbers(of: rights) else {
      throw problem(doing, "There is no account or group \(rights.owner):\(rights.group) on this host.")
    }
    try set(path, numbers, kind: kind, doing)
  }

  /// The owner first: that takes the setgid bit away.
  static func set(_ path: String, _ rights: Rights, kind: UInt32?, _ doing: String) throws(Problem) {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { throw failed(doing, errno) }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw failed(doing, errno) }
    let found = status.st_mode & S_IFMT
    guard found == kind ?? found, found == S_IFREG || found == S_IFDIR else {
      throw problem(doing, "\(path) is no plain file and no folder.")
    }
    guard found == S_IFDIR || status.st_nlink == 1 else {
      throw problem(doing, "\(path) has more than one name in the file system.")
    }
    let isOwned = status.st_uid == rights.owner && status.st_gid == rights.group
    guard isOwned || fchown(file, rights.owner, rights.group) == 0, fchmod(file, rights.mode) == 0 else {
      throw failed(doing, errno)
    }
  }

  static func text(_ path: String) -> String? {
    let file = open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8]()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count < 1 << 20 {
      let count = read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return count == 0 ? String(decoding: bytes, as: UTF8.self) : nil }
      bytes += buffer.prefix(count)
    }
    return nil
  }

  /// Whole or not at all. What somebody else wrote stays.
  static func write(_ path: String, _ text: String, _ rights: Ownership, _ doing: String) throws(Problem) {
    var status = stat()
    if lstat(path, &status) == 0, self.text(path)?.hasPrefix(InstallStep.mark) != true {
      throw problem(doing, "There is something at \(path) that mdt did not write.")
    }
    let working = path + ".part"
    unlink(working)
    let file = open(working, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failed(doing, errno) }
    defer { close(file) }
    do throws(Problem) {
      try put(Array(text.utf8), to: file, doing)
      guard fsync(file) == 0 else { throw failed(doing, errno) }
      try set(working, rights, kind: S_IFREG, doing)
      guard rename(working, path) == 0 else { throw failed(doing, errno) }
    } catch {
      unlink(working)
      throw error
    }
  }

  static func put(_ bytes: [UInt8], to file: Int32, _ doing: String) throws(Problem) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw failed(doing, errno) }
      rest = rest.dropFirst(count)
    }
  }

  /// What is in a folder.
  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names = [String]()
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.filter { $0 != "." && $0 != ".." }.sorted()
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  static func failed(_ doing: String, _ code: Int32) -> Problem {
    problem(doing, "The system says: \(String(cString: strerror(code))).")
  }

  static func problem(_ doing: String, _ because: String) -> Problem {
    Problem(
      "This was not done: \(doing).", because: because,
      try: "Put it right and run the same line again, or undo what was done with --undo --do.", kind: .cannotCreate)
  }
}
