import CaseModel
import Glibc

/// Draft files: `<store>.drafts/<staff>_<patient>.json` for a plan, `.review.json` for a review, `.2.json` for a second
/// draft of the same; folder 0700, files 0600, named by identifiers and never by names. Written by fsync and rename: after a crash there is the old text or the new one, never half of one.
///
/// Where a setgid program is how people come to the store, each account has a folder of its own in that folder, so that
/// the system keeps one person's drafts from the other, too: `<store>.drafts/u1001/`.
struct Drafts {
  let folder: String
  /// What this account's files about the store are named after: the store itself, where it is a file.
  let neighbourPath: String
  /// The folder that all accounts share, where they do.
  private let shared: String?
  private let notKept = "The draft was not kept."

  /// Of a store that is a file.
  init(beside path: String) {
    neighbourPath = path
    if StoreNames.rights(beside: path) != 0o600 {
      shared = path + ".drafts"
      folder = "\(path).drafts/u\(getuid())"
    } else {
      shared = nil
      folder = path + ".drafts"
    }
  }

  /// Of a store on a server: in this account's own folder, one for each address.
  init(ofServer name: String) {
    let home = getenv("HOME").map { String(cString: $0) } ?? "/"
    let state = getenv("XDG_STATE_HOME").map { String(cString: $0) } ?? ""
    let slug = String(name.map { $0.isLetter || $0.isNumber ? $0 : "-" })
    neighbourPath = (state.hasPrefix("/") ? state : "\(home)/.local/state") + "/mdt/\(slug)"
    shared = nil
    folder = neighbourPath + ".drafts"
  }

  /// What every draft has: a number, so that two sessions have two files, and the time it was kept.
  protocol Draft: Codable {
    var number: Int { get set }
    var keptAt: Moment { get }
  }

  /// What a file is a draft of, by how its name ends.
  enum Kind: String, CaseIterable {
    case plan = ".json"
    case review = ".review.json"
    case crisis = ".crisis.json"
  }

  func keep(
    _ draft: some Draft, _ kind: Kind, for patient: ID<Patient>, of staff: ID<StaffMember>
  ) throws(Problem) {
    let name = try name(kind, staff, patient, draft.number, notKept)
    let text = Array(try JSONText.encode(draft, what: notKept).utf8)
    guard makeFolder() else { throw failure(notKept) }
    let directory = try opened(notKept)
    guard let directory else { throw failure(notKept) }
    defer { close(directory) }
    let working = name + ".writing"
    unlinkat(directory, working, 0)
    let file = openat(directory, working, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw failure(notKept) }
    var isOpen = true
    defer {
      if isOpen { close(file) }
      unlinkat(directory, working, 0)
    }
    try write(text, to: file)
    guard fsync(file) == 0 else { throw failure(notKept) }
    isOpen = false
    guard close(file) == 0, renameat(directory, working, directory, name) == 0, fsync(directory) == 0 else {
      throw failure(notKept)
    }
  }

  /// What this account's files about the store are named after, in a folder that is there: the store's own file, or a
  /// name in this account's folder where it is on a server.
  func neighbour() throws -> String {
    guard make(folderPart(neighbourPath)) else {
      throw StoreFault(.unavailable, "the folder \(folderPart(neighbourPath)) cannot be made (\(systemWords(errno)))")
    }
    return neighbourPath
  }

  /// The folder and, for a store on a server, those above it.
  func makeFolder() -> Bool { make(folder) }

  /// Each is durable before anything is put into it: a power cut takes a folder whose parent was not synced, with all its
  /// files.
  private func make(_ path: String) -> Bool {
    if makeOne(path) { return true }
    guard errno == ENOENT, path != folderPart(path) else { return false }
    return make(folderPart(path)) && makeOne(path)
  }

  private func makeOne(_ path: String) -> Bool {
    // In the shared folder nobody takes away or renames what is another's (the sticky bit).
    guard mkdir(path, path == shared ? 0o1770 : 0o700) == 0 else { return errno == EEXIST }
    let above = open(folderPart(path), O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    // A folder that may be written and not read is synced by whoever may.
    guard above >= 0 else { return errno == EACCES }
    defer { close(above) }
    return fsync(above) == 0
  }

  private func write(_ bytes: [UInt8], to file: Int32) throws(Problem) {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw failure(notKept) }
      done += count
    }
  }

  func draft<D: Draft>(
    _ kind: Kind, _ number: Int, for patient: ID<Patient>, of staff: ID<StaffMember>
  ) throws(Problem) -> D? {
    let what = "The draft was not read."
    let name = try name(kind, staff, patient, number, what)
    guard let directory = try opened(what) else { return nil }
    defer { close(directory) }
    guard let text = try text(of: name, in: directory, what) else { return nil }
    var draft = try JSONText.decode(D.self, text, what: what)
    draft.number = number
    return draft
  }

  /// Newest first.
  func all<D: Draft>(_ kind: Kind, of staff: ID<StaffMember>) throws(Problem) -> [D] {
    try read(kind) { $0.hasPrefix(staff.text + "_") }.drafts.sorted { $0.keptAt > $1.keptAt }
  }

  /// The numbers of somebody's drafts of one plan or review, the newest first; one that cannot be read comes last.
  func numbers<D: Draft>(
    _ kind: Kind, as type: D.Type, for patient: ID<Patient>, of staff: ID<StaffMember>
  ) throws(Problem) -> [Int] {
    let beginning = "\(staff)_\(patient)."
    let found = try read(kind) { $0.hasPrefix(beginning) } as (drafts: [D], unreadable: [String])
    return found.drafts.sorted { $0.keptAt > $1.keptAt }.map(\.number) + found.unreadable.map { Drafts.number(of: $0) }
  }

  /// Everything there is, for the doctor: what each file says it started from, and the names of files that are no
  /// drafts. The beginning of a file's name says whose it is.
  func everything() throws(Problem) -> (drafts: [Kept], unreadable: [String]) {
    var kept = [Kept]()
    var unreadable = [String]()
    for owner in Set(try owners()) {
      let plans = try read(.plan) { $0.hasPrefix(owner + "_") } as (drafts: [PlanDraft], unreadable: [String])
      let reviews = try read(.review) { $0.hasPrefix(owner + "_") } as (drafts: [ReviewDraft], unreadable: [String])
      kept += plans.drafts.map { Kept(staff: owner, patient: $0.patient, version: $0.baseVersionNumber) }
      let crises = try read(.crisis) { $0.hasPrefix(owner + "_") } as (drafts: [CrisisDraft], unreadable: [String])
      kept += reviews.drafts.map { Kept(staff: owner, patient: $0.patient, version: $0.planVersion) }
      kept += crises.drafts.map {
        Kept(staff: owner, patient: $0.patient, version: $0.baseVersionNumber, isCrisis: true)
      }
      unreadable += plans.unreadable + reviews.unreadable + crises.unreadable
    }
    return (kept, unreadable)
  }

  /// Of a draft, what can be compared with the store; 0 for a plan that nobody had signed.
  struct Kept: Hashable, Sendable {
    var staff: String
    var patient: ID<Patient>
    var version: Int
    /// Of a crisis plan, and not of a care plan.
    var isCrisis = false
  }

  private func owners() throws(Problem) -> [String] {
    let what = "The drafts were not read."
    guard let directory = try opened(what) else { return [] }
    close(directory)
    return try names(what).filter { Drafts.kind(of: $0) != nil }.map {
      $0.split(separator: "_", omittingEmptySubsequences: false).first.map(String.init) ?? ""
    }
  }

  func read<D: Draft>(
    _ kind: Kind, _ isWanted: (String) -> Bool
  ) throws(Problem) -> (drafts: [D], unreadable: [String]) {
    let what = "The drafts were not read."
    guard let directory = try opened(what) else { return ([], []) }
    defer { close(directory) }
    var drafts = [D]()
    var unreadable = [String]()
    for name in try names(what) where Drafts.kind(of: name) == kind && isWanted(name) {
      do throws(Problem) {
        if let text = try text(of: name, in: directory, what) {
          var draft = try JSONText.decode(D.self, text, what: what)
          draft.number = Drafts.number(of: name)
          drafts.append(draft)
        }
      } catch {
        unreadable.append(name)
      }
    }
    return (drafts, unreadable)
  }

  private static func kind(of name: String) -> Kind? {
    // The longest ending that fits.
    Kind.allCases.reversed().first { name.hasSuffix($0.rawValue) }
  }

  // `staff_patient.2.review.json` is the second; the first has no number in its name.
  private static func number(of name: String) -> Int {
    let ending = kind(of: name)?.rawValue.count ?? 0
    return name.dropLast(ending).split(separator: ".").dropFirst().last.flatMap { Int($0) } ?? 1
  }

  func discard(
    _ kind: Kind, _ number: Int, for patient: ID<Patient>, of staff: ID<StaffMember>
  ) throws(Problem) {
    let what = "The draft was not discarded."
    let name = try name(kind, staff, patient, number, what)
    guard let directory = try opened(what) else { return }
    defer { close(directory) }
    guard unlinkat(directory, name, 0) == 0 || errno == ENOENT else { throw failure(what) }
    guard fsync(directory) == 0 else { throw failure(what) }
  }

  // MARK: Files

  /// Identifiers are letters, digits and hyphens; anything else could name another folder.
  func name(
    _ kind: Kind, _ staff: ID<StaffMember>, _ patient: ID<Patient>, _ number: Int, _ what: String
  ) throws(Problem) -> String {
    for id in [staff.text, patient.text] {
      let isPlain = id.utf8.allSatisfy { (48...57).contains($0) || (97...122).contains($0 | 32) || $0 == 45 }
      guard isPlain, !id.isEmpty, id.utf8.count <= 64 else {
        throw Problem(what, because: "An identifier is not one of ours.", try: "Open the person again.", kind: .badData)
      }
    }
    return "\(staff)_\(patient)\(number > 1 ? ".\(number)" : "")\(kind.rawValue)"
  }

  /// Nil when there is no folder yet.
  func opened(_ what: String) throws(Problem) -> Int32? {
    let directory = open(folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC)
    if directory >= 0 { return directory }
    if errno == ENOENT { return nil }
    throw failure(what)
  }

  func everyName() throws(Problem) -> [String] { try names("The drafts were not read.") }

  private func names(_ what: String) throws(Problem) -> [String] {
    guard let stream = opendir(folder) else { throw failure(what) }
    defer { closedir(stream) }
    var names = [String]()
    while let entry = readdir(stream) {
      names.append(
        withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) })
    }
    return names.sorted()
  }

  private func text(of name: String, in directory: Int32, _ what: String) throws(Problem) -> String? {
    let file = openat(directory, name, O_RDONLY | O_NOFOLLOW | O_CLOEXEC)
    guard file >= 0 else {
      if errno == ENOENT { return nil }
      throw failure(what)
    }
    defer { close(file) }
    var bytes = [UInt8]()
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw failure(what) }
      if count == 0 { return String(decoding: bytes, as: UTF8.self) }
      bytes += buffer.prefix(count)
    }
  }

  func failure(_ what: String) -> Problem {
    Problem(
      what, because: "The folder of drafts beside the store cannot be used (\(systemWords(errno))).",
      try: "Keep this screen open, and ask whoever looks after this machine.")
  }
}
