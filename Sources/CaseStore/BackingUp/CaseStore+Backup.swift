public import CaseModel

/// Backups: consistent, encrypted, made while people work (store.md 5, promise 21).
extension CaseStore {
  /// What a backup became.
  public struct Backup: Hashable, Sendable {
    public var path: String
    public var bytes: Int
    public var manifest: BackupManifest
  }

  /// The setting with the keys that a backup is made for when none is named.
  public static let backupRecipients = "backup.recipients"

  /// Who backups are made for when nobody is named.
  public func backupRecipients() async throws(Problem) -> [BackupPublicKey] {
    let text = try await settings().first { $0.key == CaseStore.backupRecipients }?.value ?? ""
    var keys = [BackupPublicKey]()
    for word in text.split(separator: " ") { keys.append(try BackupPublicKey(reading: String(word))) }
    return keys
  }

  /// Makes a backup that any of the recipients can open. Others go on saving meanwhile. A cancelled one leaves nothing.
  ///
  /// `destination` is a file that does not exist or a folder. The audit says first that a backup was begun, so a backup
  /// holds the row about itself.
  ///
  /// - Throws: `cannotCreate` for reasons of the destination, `refused` without recipients, else those of the store.
  @concurrent public func backUp(
    to destination: String, for recipients: [BackupPublicKey], program: String, by: Writing,
    progress: @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) async throws(Problem) -> Backup {
    let what = "No backup was made."
    guard !recipients.isEmpty else {
      throw Problem(
        what, because: "Nobody was named who can open it.",
        try: "Make a key with mdt keys new FILE, and name its public line with --recipient or in the setting"
          + " \(CaseStore.backupRecipients).", kind: .refused)
    }
    guard !isReadOnly else {
      throw Problem(
        what, because: "A backup is recorded in the store, which was opened for reading only.",
        try: "Leave --read-only out.", kind: .refused)
    }
    let installation = try await reading(what, .action(.keepStore)) { try StoreContents.installation($0) }
    let output = try BackupOutput(destination, installation: installation, at: by.at)
    do {
      try await record(output.path, recipients, by)
      let copy = try WorkingFile(beside: try draftFiles.neighbour(), as: "copying")
      defer { copy.remove() }
      try await engine.copy(to: copy.path)
      let manifest = try BackupMaking.manifest(of: copy, program: program, at: by.at)
      let bytes = try BackupMaking.seal(copy, manifest, recipients, into: output, progress)
      return Backup(path: output.path, bytes: bytes, manifest: manifest)
    } catch {
      output.giveUp()
      throw Problem(error, doing: what)
    }
  }

  private func record(_ path: String, _ recipients: [BackupPublicKey], _ by: Writing) async throws(Problem) {
    let keys = recipients.map(\.fingerprint).joined(separator: ", ")
    try await writing("No backup was made.", .action(.keepStore), by) {
      try $0.audit(.export, "backup", purpose: "begun to \(path) for the keys \(keys)")
    }
  }
}

/// The two passes over a copy.
enum BackupMaking {
  /// What the copy says of itself, once it has been looked over.
  static func manifest(of copy: WorkingFile, program: String, at moment: Moment) throws -> BackupManifest {
    let contents = try SQLiteAlone.reading(copy.path) { connection in
      guard try SQLiteAlone.damage(quick: true, connection).isEmpty else {
        throw StoreFault(
          .damaged, "the store's file is damaged, and so is a copy of it",
          remedy: "Keep the newest backup that there is, and run mdt doctor.")
      }
      return try StoreContents(connection)
    }
    let (sha256, bytes) = try fingerprint(of: copy)
    return BackupManifest(
      program: program, schema: contents.schema, installation: contents.installation, generation: contents.generation,
      isPractice: contents.isPractice, madeAt: moment, audit: contents.audit, tables: contents.tables, bytes: bytes,
      pages: contents.pages, sha256: sha256)
  }

  static func fingerprint(of file: WorkingFile) throws -> (sha256: String, bytes: Int) {
    var (fingerprint, bytes) = (Fingerprint(), 0)
    try pieces(of: file) { piece in
      fingerprint.add(Array(piece))
      bytes += piece.count
    }
    return (fingerprint.hexadecimal, bytes)
  }

  static func seal(
    _ copy: WorkingFile, _ manifest: BackupManifest, _ recipients: [BackupPublicKey], into output: BackupOutput,
    _ progress: (Int, Int) -> Void
  ) throws -> Int {
    let text = Array(try JSONText.encode(manifest, what: "No backup was made.").utf8)
    do {
      var writer = try SealedWriter(
        to: output.descriptor, installation: manifest.installation, madeAt: manifest.madeAt, recipients: recipients)
      try writer.add(text[...], .manifest)
      var done = 0
      try pieces(of: copy) { piece in
        try writer.add(piece, .store)
        done += piece.count
        progress(done, manifest.bytes)
      }
      try writer.add([], .end)
      try output.finish()
      return writer.written
    } catch let fault as StoreFault {
      throw BackupOutput.problem(fault, output.path)
    }
  }

  private static func pieces(of file: WorkingFile, _ take: (ArraySlice<UInt8>) throws -> Void) throws {
    var buffer = [UInt8](repeating: 0, count: BackupFormat.piece)
    try Files.rewind(file.descriptor)
    while true {
      try Task.checkCancellation()
      let count = try Files.read(&buffer, from: file.descriptor)
      if count == 0 { return }
      try take(buffer.prefix(count))
      if count < buffer.count { return }
    }
  }
}
