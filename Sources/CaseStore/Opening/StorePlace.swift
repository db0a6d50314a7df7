import CaseModel
import Glibc

/// Where a store stands on disk, and whether what stands there may be opened at all (store.md 1.4, 1.7; faults.md).
struct StorePlace: Sendable {
  /// Absolute, with no links in its folders: everybody who means this file locks the same lock.
  let path: String
  var lock: StoreLock { StoreLock(path: path + ".lock") }

  /// Whether this program may write to the file and make files beside it: with the rights it has, which are a group's
  /// where it is installed so, and not only with those of whoever started it.
  var mayWrite: Bool { may(W_OK, path) && may(W_OK | X_OK, folderPart(path)) }

  private func may(_ what: Int32, _ path: String) -> Bool {
    // AT_EACCESS, as Linux numbers it (faccessat(2)).
    faccessat(AT_FDCWD, path, what, 0x200) == 0
  }

  private static let notOpened = "The store was not opened."

  /// A place whose folder exists.
  init(_ given: String, doing what: String) throws(Problem) {
    let name = filePart(given)
    guard !name.isEmpty, name != ".", name != "..", !given.utf8.contains(0) else {
      throw Problem(
        what, because: "\"\(given)\" does not name a file.", try: "Give the path of a file.", kind: .notFound)
    }
    guard let real = realpath(folderPart(given), nil) else {
      throw Problem(
        what, because: "The folder \(folderPart(given)) cannot be reached (\(systemWords(errno))).",
        try: "Check the path, or make a store there with mdt init.", kind: .notFound)
    }
    defer { free(real) }
    let folder = String(cString: real)
    path = folder == "/" ? "/\(name)" : "\(folder)/\(name)"
  }

  /// Refuses what is missing, no plain file, emptied, foreign, or on a network filesystem; and, under the lock, what was
  /// cut. Without it somebody may just be making the file longer.
  ///
  /// `isLocked`: a second name that a killed program of ours left is taken away. Without the lock it may be a living
  /// program's, and stays.
  func checkBeforeOpening(isLocked: Bool) throws(Problem) {
    var status = stat()
    guard lstat(path, &status) == 0 else {
      if errno == ENOENT {
        throw Problem(
          Self.notOpened, because: "There is no store at \(path).",
          try: "Make one with mdt init, or give the right path with --store.", kind: .notFound)
      }
      throw Problem(
        Self.notOpened, because: "\(path) cannot be reached (\(systemWords(errno))).",
        try: "Check the path and who may read it.")
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw Problem(
        Self.notOpened, because: "\(path) is \(kind(of: status)), and a store is a plain file.",
        try: "Give the path of the file itself.")
    }
    // A file with two names would have two logs, and the second name's writer would not see the first's.
    guard status.st_nlink == 1 || isLeftOver(status, isLocked) else {
      throw Problem(
        Self.notOpened, because: "\(path) has more than one name in the file system.",
        try: "Remove the other names (hard links), keeping one.")
    }
    try refuseNetwork()
    try refuseJournal()
    try checkHeader(size: Int(status.st_size), isLocked: isLocked)
  }

  /// A store keeps a log (-wal) and never a rollback journal. SQLite would play one back that lies beside it, whatever
  /// database it was written for.
  private func refuseJournal() throws(Problem) {
    var status = stat()
    guard lstat(path + "-journal", &status) == 0 else { return }
    throw Problem(
      Self.notOpened, because: "Beside it stands \(path)-journal, the journal of another database or program.",
      try: "Move that file to another folder, then run mdt doctor.")
  }

  /// A program was killed between giving a new store its name and taking its working name away; or between giving an
  /// old store its second name and putting the restored one in its place, and then nothing was restored.
  private func isLeftOver(_ status: stat, _ isLocked: Bool) -> Bool {
    let (name, folder) = (filePart(path), folderPart(path))
    for other in Files.names(in: folder) where other == "\(name).making" || other.hasPrefix(name + Replacing.mark) {
      var second = stat()
      let isIt = lstat("\(folder)/\(other)", &second) == 0 && second.st_ino == status.st_ino
      if isIt, second.st_dev == status.st_dev, second.st_nlink == 2 {
        return !isLocked || unlink("\(folder)/\(other)") == 0
      }
    }
    return false
  }

  private func kind(of status: stat) -> String {
    switch status.st_mode & S_IFMT {
    case S_IFLNK: "a link"
    case S_IFDIR: "a folder"
    default: "no plain file"
    }
  }

  private func checkHeader(size: Int, isLocked: Bool) throws(Problem) {
    let damaged = "Keep the file as it is, and restore the newest backup to another place."
    guard size > 0 else {
      throw Problem(
        Self.notOpened, because: "The file at \(path) is empty: it has been emptied.", try: damaged, kind: .damaged)
    }
    var header = [UInt8](repeating: 0, count: 100)
    let descriptor = Glibc.open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Problem(
        Self.notOpened, because: "\(path) cannot be read (\(systemWords(errno))).",
        try: "Ask whoever looks after this machine to let you read it.")
    }
    defer { close(descriptor) }
    let count = pread(descriptor, &header, header.count, 0)
    guard count >= 0 else {
      // The disk fails, which says nothing about the store.
      throw Problem(
        Self.notOpened, because: "\(path) cannot be read (\(systemWords(errno))).",
        try: "Ask whoever looks after this machine to look at its disk, then try again.")
    }
    guard count == header.count, header.starts(with: Array("SQLite format 3\0".utf8)) else {
      throw Problem(
        Self.notOpened, because: "The file at \(path) is no store, or its beginning is damaged.", try: damaged,
        kind: .damaged)
    }
    func number(_ at: Int) -> UInt32 { header[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) } }
    guard number(68) == UInt32(bitPattern: SQLiteMigrations.applicationID) else {
      throw Problem(
        Self.notOpened, because: "The file at \(path) is a database of another program.",
        try: "Give the path of an mdt store.")
    }
    let pageSize = number(16) >> 16 == 1 ? 65_536 : Int(number(16) >> 16)
    let changedByUs = number(24) == number(92)
    let isWhole = !changedByUs || size >= Int(number(28)) * pageSize
    guard
      isWhole || !isLocked || SQLiteLogPages(path: path + "-wal", pageSize: pageSize)?.completes(fileOf: size) == true
    else {
      throw Problem(
        Self.notOpened, because: "The file at \(path) is shorter than it was written: its end is missing.",
        try: damaged, kind: .damaged)
    }
  }

  /// WAL needs memory that all programs share, and a network filesystem has none.
  func refuseNetwork(doing what: String = notOpened) throws(Problem) {
    guard let kind = MountTable.kind(under: folderPart(path)), MountTable.isNetwork(kind) else { return }
    throw Problem(
      what,
      because: "\(folderPart(path)) is on a network filesystem (\(kind)), where a store cannot be kept whole.",
      try: "Keep the store on a disk of this machine.")
  }
}
