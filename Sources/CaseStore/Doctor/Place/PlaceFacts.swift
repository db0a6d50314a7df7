import CaseModel
import Glibc

/// What can be seen of a store from outside, looked up once before anything is opened.
struct PlaceFacts: Sendable {
  struct File: Sendable {
    let name: String
    let kind: UInt32
    let mode: UInt32
    let links: Int
    let owner: UInt32
    let size: Int

    var isPlain: Bool { kind == S_IFREG }
    var kindInWords: String {
      switch kind {
      case S_IFLNK: "a link"
      case S_IFDIR: "a folder"
      default: "no plain file"
      }
    }
  }

  let path: String
  let now: Moment
  /// The main file, `-wal`, `-shm` and `.lock`, those that are there.
  let files: [File]
  let folder: File?
  let filesystem: String?
  let header: StoreHeader?
  /// The first bytes of the log.
  let log: [UInt8]
  let witness: StoreWitness?
  let leftovers: [String]
  let drafts: [File]
  let draftFolder: File?
  let freeBytes: Int?
  let account: UInt32
  /// People come to the store by a program that has a group's rights (store.md 5 B): this one has them, or the files
  /// are as mdt install setgid leaves them.
  let isSetgid: Bool
  /// Nil where the store could not be opened.
  var isPractice: Bool?

  static let folderKind = S_IFDIR
  var main: File? { file("") }
  func file(_ suffix: String) -> File? { files.first { $0.name == path + suffix } }

  /// Whether SQLite may be given the file at all.
  var isWorthOpening: Bool {
    guard let main, main.isPlain, main.links == 1, !(filesystem.map(MountTable.isNetwork) ?? false) else {
      return false
    }
    return HeaderChecks.symptoms(self).isEmpty
  }

  init(_ place: StorePlace, now: Moment) {
    path = place.path
    self.now = now
    files = ["", "-wal", "-shm", ".lock"].compactMap { PlaceFacts.file(place.path + $0) }
    folder = PlaceFacts.file(folderPart(place.path))
    filesystem = MountTable.kind(under: folderPart(place.path))
    let isPlain = files.first { $0.name == place.path }?.isPlain ?? false
    header = isPlain ? StoreHeader(PlaceFacts.bytes(of: place.path, 100)) : nil
    log = PlaceFacts.bytes(of: place.path + "-wal", 32)
    witness = StoreWitness.read(from: place.lock)
    let name = filePart(place.path)
    leftovers = PlaceFacts.names(in: folderPart(place.path)).filter { LeftoverChecks.isLeftover($0, of: name) }
    let draftPlace = place.path + ".drafts"
    draftFolder = PlaceFacts.file(draftPlace)
    drafts = draftFolder.map { PlaceFacts.files(in: $0) } ?? []
    freeBytes = PlaceFacts.free(folderPart(place.path))
    account = geteuid()
    isSetgid = getegid() != getgid() || PlaceFacts.isForGroup(folder, files.first { $0.name == place.path })
  }

  private static func isForGroup(_ folder: File?, _ main: File?) -> Bool {
    guard let folder, let main else { return false }
    return folder.mode & 0o2777 == 0o2770 && main.mode & 0o777 == 0o660
  }

  /// What is in a folder; nothing where it is none.
  static func files(in folder: File) -> [File] {
    guard folder.kind == S_IFDIR else { return [] }
    return names(in: folder.name).compactMap { file("\(folder.name)/\($0)") }
  }

  static func file(_ name: String) -> File? {
    var status = stat()
    guard lstat(name, &status) == 0 else { return nil }
    return File(
      name: name, kind: status.st_mode & S_IFMT, mode: status.st_mode & 0o7777, links: Int(status.st_nlink),
      owner: status.st_uid, size: Int(status.st_size))
  }

  private static func bytes(of name: String, _ count: Int) -> [UInt8] {
    let descriptor = Glibc.open(name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { return [] }
    defer { close(descriptor) }
    var buffer = [UInt8](repeating: 0, count: count)
    let found = pread(descriptor, &buffer, count, 0)
    return Array(buffer.prefix(max(found, 0)))
  }

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

  /// What this account may still write on the disk of a folder.
  static func free(_ folder: String) -> Int? {
    var status = statvfs()
    guard statvfs(folder, &status) == 0 else { return nil }
    return Int(status.f_bavail) * Int(status.f_frsize)
  }
}

/// The first hundred bytes of a SQLite file.
struct StoreHeader: Sendable {
  private let bytes: [UInt8]

  /// Nil where the file does not begin as a database.
  init?(_ bytes: [UInt8]) {
    guard bytes.count == 100, bytes.starts(with: Array("SQLite format 3\0".utf8)) else { return nil }
    self.bytes = bytes
  }

  private func number(_ at: Int) -> UInt32 { bytes[at..<at + 4].reduce(0) { $0 << 8 | UInt32($1) } }

  var applicationID: Int32 { Int32(bitPattern: number(68)) }
  var schema: Int { Int(number(60)) }
  var pageSize: Int { number(16) >> 16 == 1 ? 65_536 : Int(number(16) >> 16) }
  /// How many pages the file has; nil where a program that does not count them has changed it.
  var pages: Int? { number(24) == number(92) ? Int(number(28)) : nil }
}
