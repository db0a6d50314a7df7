import CSodium
import CaseModel
import Glibc

/// Reads a backup piece by piece. Nothing that it gives back was changed, left out or put elsewhere; whether the end is
/// missing is known at the end.
final class SealedReader {
  let header: BackupHeader
  private let what: String
  private let path: String
  private let descriptor: Int32
  private var state = crypto_secretstream_xchacha20poly1305_state()
  private let bound: [UInt8]

  init(_ path: String, with key: BackupSecretKey, doing what: String) throws(Problem) {
    try Sealing.ready()
    self.path = path
    self.what = what
    let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard descriptor >= 0 else {
      throw Problem(
        what, because: "\(path) cannot be read (\(systemWords(errno))).", try: "Give the path of a backup.",
        kind: .notFound)
    }
    do {
      let beginning = try SealedReader.beginning(of: descriptor, path, what)
      header = beginning.header
      bound = SHA256.digest(beginning.bytes)
      let stream = Array(beginning.bytes.suffix(crypto_secretstream_xchacha20poly1305_headerbytes()))
      let secret = try SealedReader.streamKey(header, key, path, what)
      guard crypto_secretstream_xchacha20poly1305_init_pull(&state, stream, secret) == 0 else {
        throw SealedReader.changed(path, what)
      }
    } catch {
      close(descriptor)
      throw Problem(error, doing: what)
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  private static func beginning(
    of descriptor: Int32, _ path: String, _ what: String
  ) throws -> (bytes: [UInt8], header: BackupHeader) {
    var start = [UInt8](repeating: 0, count: BackupFormat.magic.count)
    start.removeLast(start.count - (try Files.read(&start, from: descriptor)))
    guard start == BackupFormat.magic else { throw foreign(start, path, what) }
    var length = [UInt8](repeating: 0, count: 4)
    guard try Files.read(&length, from: descriptor) == 4 else { throw cut(path, what) }
    guard (2...BackupFormat.largestHeader).contains(BackupFormat.number(length)) else { throw changed(path, what) }
    var rest = [UInt8](
      repeating: 0,
      count: BackupFormat.number(length) + crypto_secretstream_xchacha20poly1305_headerbytes())
    guard try Files.read(&rest, from: descriptor) == rest.count else { throw cut(path, what) }
    let text = String(decoding: rest.prefix(BackupFormat.number(length)), as: UTF8.self)
    do {
      return (start + length + rest, try JSONText.decode(BackupHeader.self, text, what: what))
    } catch {
      throw changed(path, what)
    }
  }

  private static func streamKey(
    _ header: BackupHeader, _ key: BackupSecretKey, _ path: String, _ what: String
  ) throws(Problem) -> [UInt8] {
    let mine = header.recipients.filter { $0.publicKey == key.publicKey.text }
    guard !mine.isEmpty else {
      let names = header.recipients.map { recipient in
        KeyText.read(recipient.publicKey, BackupPublicKey.mark).map { BackupPublicKey(bytes: $0).fingerprint } ?? "?"
      }
      throw Problem(
        what,
        because:
          "This key (\(key.publicKey.fingerprint)) does not open \(path), which was made for \(names.joined(separator: ", ")).",
        try: "Give the file of one of those keys with --key.", kind: .refused)
    }
    for recipient in mine {
      if let sealed = Sealing.bytes(base64: recipient.sealedKey), let secret = Sealing.open(sealed, with: key),
        secret.count == crypto_secretstream_xchacha20poly1305_keybytes()
      {
        return secret
      }
    }
    throw changed(path, what)
  }

  /// The next piece; nil at the end, after which there is nothing.
  func next() throws(Problem) -> [UInt8]? {
    do { return try piece() } catch { throw Problem(error, doing: what) }
  }

  private func piece() throws -> [UInt8]? {
    var length = [UInt8](repeating: 0, count: 4)
    guard try Files.read(&length, from: descriptor) == 4 else { throw Self.cut(path, what) }
    let overhead = crypto_secretstream_xchacha20poly1305_abytes()
    let count = BackupFormat.number(length)
    guard (overhead...BackupFormat.piece + overhead).contains(count) else { throw Self.changed(path, what) }
    var sealed = [UInt8](repeating: 0, count: count)
    guard try Files.read(&sealed, from: descriptor) == count else { throw Self.cut(path, what) }
    var bytes = [UInt8](repeating: 0, count: count - overhead)
    var tag: UInt8 = 0
    guard
      crypto_secretstream_xchacha20poly1305_pull(
        &state, &bytes, nil, &tag, sealed, UInt64(count), bound, UInt64(bound.count)) == 0
    else { throw Self.changed(path, what) }
    guard tag == crypto_secretstream_xchacha20poly1305_tag_final() else { return bytes }
    var more = [UInt8](repeating: 0, count: 1)
    guard bytes.isEmpty, try Files.read(&more, from: descriptor) == 0 else { throw Self.changed(path, what) }
    return nil
  }

  // MARK: Refusals

  private static let another = "Restore another backup, and find out what happened to this one."

  static func changed(_ path: String, _ what: String) -> Problem {
    Problem(
      what, because: "\(path) is not what was written: a piece of it was changed, left out or moved.", try: another,
      kind: .badData)
  }

  private static func cut(_ path: String, _ what: String) -> Problem {
    Problem(
      what, because: "\(path) is cut short: its end is missing.",
      try: "Copy it again from where it was made, or restore another backup.", kind: .badData)
  }

  private static func foreign(_ start: [UInt8], _ path: String, _ what: String) -> Problem {
    if start.starts(with: Array("SQLite format 3".utf8)) {
      return Problem(
        what,
        because:
          "\(path) is a database and no backup: a plain copy may lack the newest changes, and nothing shows that it is whole.",
        try: "Give a file that mdt backup made; such a copy can be looked at with --store \(path) --read-only.",
        kind: .badData)
    }
    if start.isEmpty { return Problem(what, because: "\(path) is empty.", try: another, kind: .badData) }
    if start.count < BackupFormat.magic.count, BackupFormat.magic.starts(with: start) { return cut(path, what) }
    if start.starts(with: BackupFormat.family) {
      return Problem(
        what, because: "\(path) was made by a newer mdt, or was copied as if it were text.",
        try: "Use the newer mdt, or copy it again as binary.", kind: .badData)
    }
    return Problem(
      what, because: "\(path) is no backup that mdt made.", try: "Give a file that mdt backup made.", kind: .badData)
  }
}
