public import CaseModel

/// Reading a backup from its beginning to its end.
public enum BackupReading {
  /// Verifies every piece and gives what the backup says of itself. Nothing of the store inside it is written anywhere.
  ///
  /// - Throws: `badData` for what is no whole and unchanged backup, `refused` for another key.
  @concurrent public static func manifest(
    of path: String, with key: BackupSecretKey, progress: @Sendable (_ done: Int, _ all: Int) -> Void = { _, _ in }
  ) async throws(Problem) -> BackupManifest {
    try open(path, with: key, doing: "The backup was not read.", progress) { _ in }
  }

  /// Gives every piece of the store inside a backup and, when all of it has been compared, its manifest.
  static func open(
    _ path: String, with key: BackupSecretKey, doing what: String, _ progress: (Int, Int) -> Void,
    _ take: ([UInt8]) throws -> Void
  ) throws(Problem) -> BackupManifest {
    let reader = try SealedReader(path, with: key, doing: what)
    guard let first = try reader.next() else { throw SealedReader.changed(path, what) }
    let manifest: BackupManifest
    do throws(Problem) {
      manifest = try JSONText.decode(BackupManifest.self, String(decoding: first, as: UTF8.self), what: what)
    } catch {
      throw Problem(
        what, because: "\(path) was made by a newer mdt.", try: "Use the mdt that made it, or a newer one.",
        kind: .badData)
    }
    guard reader.header.installation == manifest.installation else { throw SealedReader.changed(path, what) }
    var (fingerprint, bytes) = (Fingerprint(), 0)
    while let piece = try reader.next() {
      fingerprint.add(piece)
      bytes += piece.count
      do {
        try Task.checkCancellation()
        try take(piece)
      } catch {
        throw Problem(error, doing: what)
      }
      progress(bytes, manifest.bytes)
    }
    guard bytes == manifest.bytes, fingerprint.hexadecimal == manifest.sha256 else {
      throw SealedReader.changed(path, what)
    }
    return manifest
  }
}
