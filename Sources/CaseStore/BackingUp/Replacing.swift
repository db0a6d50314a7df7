import CaseModel
import Glibc

/// The replacement itself. Its steps stand in an order in which a kill after any of them leaves the old store in place,
/// or the new one, whole:
///
/// 1. The old store's log was folded into its file, and nobody has it open or can open it.
/// 2. The new one gets its audit row and its generation, and is synced, under its working name.
/// 3. The witness (decision 13) is set back, where the new one is behind: a witness that lags refuses nothing.
/// 4. The old file gets its second name. `StorePlace` takes the name away again where it comes to nothing more.
/// 5. The new file is renamed over the first name. This is the step that counts, and it is one system call.
/// 6. The witness is set to the new head.
struct Replacing {
  private let restoration: Restoration
  private let standing: Standing
  private let restorer: Restorer
  private let path: String
  private let aside: String

  /// What stands in the name of a store that was replaced, before the time.
  static let mark = ".replaced-"

  init(_ restoration: Restoration, _ comparison: RestoreComparison, _ restorer: Restorer) {
    self.restoration = restoration
    standing = comparison.standing
    self.restorer = restorer
    path = restoration.place.path
    aside = path + Replacing.mark + Files.stamp(restorer.at)
  }

  /// The caller holds the store's lock.
  func run() throws -> Restored {
    let hold = try SoleUse(of: path)
    defer { withExtendedLifetime(hold) {} }
    guard !["", "-wal", "-shm", ".drafts"].contains(where: { Files.exists(aside + $0) }) else {
      throw StoreFault(.retry, "a store was put aside in this same second")
    }
    let made = try RestoredRow.write(into: restoration, standing, restorer)
    try keepRights()
    try Files.sync(restoration.prepared.descriptor)
    let isSame = try keepDrafts()
    let witness = StoreWitness(
      installation: restoration.manifest.installation, sequence: made.head.sequence, hash: made.head.hash)
    StoreWitness.forgetBase(in: restoration.place.lock)
    // Until the new store is in place both it and the old one must open: as far as both go, whatever row is there.
    if let old = StoreWitness.read(from: restoration.place.lock), old.installation == witness.installation {
      var either = witness
      either.sequence = min(old.sequence, witness.sequence)
      either.hash = nil
      try set(either)
    }
    try moveCompanions()
    let isReplacing = Files.exists(path)
    if isReplacing {
      guard link(path, aside) == 0 else { throw Files.failure(errno) }
      try Files.syncFolder(of: path)
    }
    guard rename(restoration.prepared.path, path) == 0 else {
      let code = errno
      if isReplacing { unlink(aside) }
      throw Files.failure(code)
    }
    try Files.syncFolder(of: path)
    try set(witness)
    witness.writeAsBase(to: restoration.place.lock)
    if !isSame, Files.exists("\(path).drafts") {
      // Of another installation: they belong to nobody here, and are found by no identifier.
      guard rename("\(path).drafts", "\(aside).drafts") == 0 else { throw Files.failure(errno) }
    }
    return Restored(path: path, aside: isReplacing ? aside : nil, audit: made.head, generation: made.generation)
  }

  /// Whoever could open the old store can open the new one, whoever restores: root after a disaster, say.
  private func keepRights() throws {
    var (old, new) = (stat(), stat())
    let file = restoration.prepared.descriptor
    guard lstat(path, &old) == 0, fstat(file, &new) == 0 else { return }
    let isOwned = old.st_uid == new.st_uid && old.st_gid == new.st_gid
    guard isOwned || fchown(file, old.st_uid, old.st_gid) == 0, fchmod(file, old.st_mode & 0o660) == 0 else {
      throw Files.failure(errno)
    }
  }

  /// Durable, unlike after a save: after a power cut one that is ahead would refuse the restored store.
  private func set(_ witness: StoreWitness) throws {
    let lock = restoration.place.lock
    witness.write(to: lock)
    let descriptor = open(lock.path, O_WRONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else { throw Files.failure(errno) }
    defer { close(descriptor) }
    try Files.sync(descriptor)
  }

  /// Drafts stay where they are offered, and go aside too: they carry the version they started from. Says whether they
  /// are of the installation that comes.
  private func keepDrafts() throws -> Bool {
    switch standing {
    case .nothing: return true
    case .store(let store) where store.installation != restoration.manifest.installation: return false
    case .unreadable, .store: break
    }
    let names = Files.names(in: "\(path).drafts").filter { $0.hasSuffix(".json") }
    guard !names.isEmpty else { return true }
    guard mkdir("\(aside).drafts", 0o700) == 0 else { throw Files.failure(errno) }
    // A draft is written anew under its name, never changed in its place, so a second name keeps what it is now.
    for name in names where link("\(path).drafts/\(name)", "\(aside).drafts/\(name)") != 0 {
      throw Files.failure(errno)
    }
    return true
  }

  /// A log that is still there is of a store that cannot be read, or of none: it must not be taken for the new one's.
  private func moveCompanions() throws {
    for suffix in ["-wal", "-shm", "-journal"] where Files.exists(path + suffix) {
      guard rename(path + suffix, aside + suffix) == 0 else { throw Files.failure(errno) }
    }
    var log = stat()
    // Folded a moment ago, it is empty, and a file without a log is whole by itself.
    if lstat("\(aside)-wal", &log) != 0 || log.st_size == 0 {
      for suffix in ["-wal", "-shm"] { unlink(aside + suffix) }
    }
  }
}

/// The audit row that says so, and the generation (H14), in the new store before it is in place.
enum RestoredRow {
  static func write(
    into restoration: Restoration, _ standing: Standing, _ restorer: Restorer
  ) throws -> (head: AuditHead, generation: Int) {
    let manifest = restoration.manifest
    var generation = manifest.generation + 1
    var replaced = "nothing stood there"
    switch standing {
    case .nothing: break
    case .unreadable: replaced = "what stood there could not be read"
    case .store(let store):
      if store.installation == manifest.installation { generation = max(generation, store.generation + 1) }
      replaced = "what stood there was \(BackupManifest.short(store.installation)) at audit row \(store.audit.sequence)"
    }
    let purpose = """
      from the backup of \(manifest.madeAt.iso) with the audit to row \(manifest.audit.sequence) \
      (\(manifest.audit.hash.prefix(16))); \(replaced)
      """
    let made = generation
    // Its row is one of the newest schema.
    try SQLiteAlone.bringUpToDate(restoration.prepared.path)
    let head = try SQLiteAlone.writing(restoration.prepared.path) { connection in
      let offset = try connection.count("SELECT clock_offset FROM store WHERE one = 1")
      let actor = try actor(restorer, connection)
      let by = Writing(actor: actor, at: restorer.at + offset, newID: { "" })
      try connection.run("UPDATE store SET generation = $1 WHERE one = 1", [.of(made)])
      try Change(connection: connection, by: by, permit: Permit()).audit(
        .importFile, "store restored", before: manifest.generation, after: made, purpose: purpose,
        digest: manifest.sha256)
      return try StoreContents.head(connection)
    }
    guard !Files.exists("\(restoration.prepared.path)-wal") else {
      throw StoreFault(.unavailable, "the restored store was not finished")
    }
    return (head, made)
  }

  /// After a disaster nobody of the new host may work in the store yet. The row then names the account, beside the
  /// identifier of the store's first member of staff, because an audit row has one.
  private static func actor(_ restorer: Restorer, _ connection: any Connection) throws -> Actor {
    if let staff = try StaffRows.withAccount(restorer.account, connection) {
      return Actor(staff: staff, workstation: restorer.workstation)
    }
    let first = try connection.first("SELECT id FROM staff ORDER BY created_at, id LIMIT 1") {
      try $0.id() as ID<StaffMember>
    }
    guard let first, var staff = try StaffRows.one(first, connection) else {
      throw StoreFault(.damaged, "nobody works in the store")
    }
    staff.name = "account \(restorer.account), who does not work here"
    staff.role = .other
    return Actor(staff: staff, workstation: restorer.workstation)
  }
}
