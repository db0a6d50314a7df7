public import CaseModel

/// A backup on its way to becoming the store: decrypted beside its place and verified whole before anything that stands
/// there is touched.
public final class Restoration: Sendable {
  public let manifest: BackupManifest
  /// The path of the backup.
  public let source: String
  /// What was wrong with the store when the backup was made; empty when all is well.
  public let faults: [String]
  /// Where the store will stand.
  public var path: String { place.path }
  let place: StorePlace
  let prepared: WorkingFile

  static let what = "Nothing was restored."

  private init(
    _ manifest: BackupManifest, _ source: String, _ faults: [String], _ place: StorePlace, _ file: WorkingFile
  ) {
    self.manifest = manifest
    self.source = source
    self.faults = faults
    self.place = place
    prepared = file
  }

  /// Verifies everything: each piece, the digest, the database's own check, the rows per table, the audit from its
  /// beginning to the head that the manifest names, plans and signed versions.
  ///
  /// - Throws: `badData` for what is no whole and unchanged backup, `refused` for another key, `unavailable` for a
  ///   backup of a newer mdt, `cannotCreate` where the copy cannot be written.
  @concurrent public static func prepare(
    from source: String, with key: BackupSecretKey, at store: String,
    progress: @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) async throws(Problem) -> Restoration {
    guard try PostgreSQLAddress(store) == nil else {
      throw Problem(
        what, because: "A backup is put in the place of a file, and this store is on a server.",
        try: "Restore it to a file with --store PATH, then mdt copy that to an empty database.", kind: .refused)
    }
    // Before anything is written: a wrong key or a wrong file leaves nothing behind.
    _ = try SealedReader(source, with: key, doing: what)
    try Creating.makeFolder(folderPart(store), what)
    let place = try StorePlace(store, doing: what)
    try place.refuseNetwork(doing: what)
    let file: WorkingFile
    do {
      file = try WorkingFile(beside: place.path, as: "restoring")
    } catch {
      var problem = Problem(error, doing: what)
      problem.kind = .cannotCreate
      throw problem
    }
    do {
      let manifest = try BackupReading.open(source, with: key, doing: what, progress) { piece in
        try Files.write(piece, to: file.descriptor)
      }
      try Files.sync(file.descriptor)
      let faults = try await RestoreChecks.faults(in: file.path, manifest, source)
      return Restoration(manifest, source, faults, place, file)
    } catch {
      file.remove()
      throw Problem(error, doing: what)
    }
  }

  /// What stands at the place beside what the backup holds.
  @concurrent public func comparison() async throws(Problem) -> RestoreComparison {
    do {
      return try place.lock.held(by: "an mdt that restores") { try compared(folding: false) }
    } catch {
      throw Problem(error, doing: Restoration.what)
    }
  }

  /// Puts the backup in place. Whatever kills the program on the way, the old store stands there or the new one.
  ///
  /// - Throws: `refused` where something would be lost that was not confirmed, `tryAgain` where somebody has the store
  ///   open.
  @concurrent public func putInPlace(confirmed: [String], by restorer: Restorer) async throws(Problem) -> Restored {
    var restored: Restored
    do {
      restored = try place.lock.held(by: "an mdt that restores") {
        let comparison = try compared(folding: true)
        try comparison.refuse(unless: confirmed)
        return try Replacing(self, comparison, restorer).run()
      }
    } catch {
      throw Problem(error, doing: Restoration.what)
    }
    // Brings an older schema up to date, and shows that it opens.
    let store = try Opening.open(place.path, readOnly: false)
    let head = try await store.auditHead()
    await store.close()
    if let head { restored.audit = head }
    return restored
  }

  /// Takes the decrypted copy away, where it was not put in place.
  public func giveUp() { prepared.remove() }

  private func compared(folding: Bool) throws -> RestoreComparison {
    let standing = try Standing.at(place, folding: folding) { connection in
      try SQLiteAlone.reading(prepared.path) { try Standing.lastCommon(connection, $0) }
    }
    return RestoreComparison(standing, manifest, faults)
  }
}

/// Who restores. Somebody who does not work in the restored store is named by account.
public struct Restorer: Sendable {
  public var account: String
  public var workstation: String
  public var at: Moment

  public init(account: String, workstation: String, at: Moment) {
    self.account = account
    self.workstation = workstation
    self.at = at
  }
}

/// What came of it.
public struct Restored: Hashable, Sendable {
  public var path: String
  /// Where the store that stood there is kept.
  public var aside: String?
  public var audit: AuditHead
  public var generation: Int
}
