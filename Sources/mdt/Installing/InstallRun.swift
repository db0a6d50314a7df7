import CaseModel
import Glibc

/// The steps of an installation, said or done, and undone by the record that was kept of them.
struct InstallRun {
  /// Where the record stands: root's alone, or the person's own.
  let record: String
  let steps: [InstallStep]

  private static let heading = "# What mdt install did, newest last. mdt install --undo goes by it.\n"

  /// Says what would be done.
  func tell() {
    for step in steps { Outlet.line(step.isDone() ? "- already so: \(step.words)" : "- \(step.words)") }
  }

  /// Does what is not done yet, and says so. The record is on the disk before each step.
  ///
  /// - Throws: `cannotCreate`; what was done till then is in the record.
  func perform() throws(Problem) {
    var lines = try InstallRun.lines(record)
    for step in steps {
      guard !step.isDone() else {
        Outlet.line("Already so: \(step.words).")
        continue
      }
      let known = Set(lines.map(\.subject))
      let new = step.undoing().filter { !known.contains($0.subject) }
      if !new.isEmpty {
        lines += new
        try keep(lines)
      }
      try step.perform()
      Outlet.line("Done: \(step.words).")
    }
  }

  private func keep(_ lines: [UndoLine]) throws(Problem) {
    let doing = "keep a record of what is done in \(record)"
    let folder = record.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" }
    if mkdir(folder, 0o755) != 0, errno != EEXIST { throw HostFile.failed(doing, errno) }
    let working = record + ".part"
    unlink(working)
    let file = open(working, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw HostFile.failed(doing, errno) }
    defer { close(file) }
    let text = Self.heading + lines.map { $0.text + "\n" }.joined()
    try HostFile.put(Array(text.utf8), to: file, doing)
    guard fsync(file) == 0, rename(working, record) == 0 else { throw HostFile.failed(doing, errno) }
  }

  static func lines(_ record: String) throws(Problem) -> [UndoLine] {
    var lines = [UndoLine]()
    for line in (HostFile.text(record) ?? "").split(separator: "\n") where !line.hasPrefix("#") {
      guard let read = UndoLine(reading: line) else {
        throw Problem(
          "Nothing was done.", because: "The record \(record) is not what mdt has written there.",
          try: "Look at it, and put right by hand what it says.", kind: .damaged)
      }
      lines.append(read)
    }
    return lines
  }

  /// Undoes what the record says, the newest first, or says what would be undone.
  ///
  /// - Throws: `notFound` where there is no record.
  static func undo(_ record: String, does: Bool) throws(Problem) {
    let lines = try lines(record)
    guard !lines.isEmpty else {
      throw Problem(
        "Nothing was undone.", because: "There is no record of an installation at \(record).",
        try: "Give the same account, group or store as when it was installed.", kind: .notFound)
    }
    for line in lines.reversed() {
      guard does else {
        Outlet.line("- \(line.words)")
        continue
      }
      if let why = try line.perform() {
        Outlet.line("Left as it is, because \(why): \(line.words).")
      } else {
        Outlet.line("Undone: \(line.words).")
      }
    }
    guard does else { return Outlet.line("Nothing was undone yet: add --do.") }
    unlink(record)
    // The folder of such records goes with the last of them.
    rmdir(record.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" })
  }
}

/// Files that belong to a store.
struct StoreFiles {
  let path: String
  var folder: String { path.split(separator: "/").dropLast().reduce("") { "\($0)/\($1)" } }
  private var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  static let besides = ["", "-wal", "-shm", ".lock", ".head-key", ".seal-key", ".accounts"]
  var files: [String] { Self.besides.map { path + $0 } }
  var drafts: String { path + ".drafts" }

  /// What is in the folder and belongs to no store: an installation takes the whole folder.
  var strangers: [String] {
    HostFile.names(in: folder).filter { !$0.hasPrefix(name) && $0 != ".local" && $0 != ".ssh" && $0 != "lost+found" }
  }

  /// - Throws: `badData`, `notFound`, `cannotCreate`.
  func check(_ what: String) throws(Problem) {
    guard path.hasPrefix("/"), Installation.isStore(path), !folder.isEmpty else {
      throw Problem(
        what, because: "\(path) is no whole path of plain letters, or stands in the topmost folder.",
        try: "Give a path like /var/lib/mdt/records.mdt.", kind: .badData)
    }
    var status = stat()
    guard lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw Problem(
        what, because: "There is no store at \(path).",
        try: "Make it first, as root: mdt init --store \(path) --account ACCOUNT --live, with your name, role and"
          + " organisation.", kind: .notFound)
    }
    var isReal = false
    if let real = realpath(path, nil) {
      isReal = String(cString: real) == path
      free(real)
    }
    guard isReal else {
      throw Problem(
        what, because: "A folder in \(path) is a link.", try: "Give the path without links.", kind: .badData)
    }
    guard strangers.isEmpty else {
      throw Problem(
        what, because: "\(folder) has other things in it than the store, and its rights are to be changed.",
        try: "Move the store to a folder of its own.", kind: .cannotCreate)
    }
  }
}
