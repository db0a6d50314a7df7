import CSodium
import CaseModel

/// Writes a backup: the plain header, then pieces of one encrypted stream. Every piece is bound to the header and to
/// the pieces before it.
struct SealedWriter {
  private let descriptor: Int32
  private var state = crypto_secretstream_xchacha20poly1305_state()
  private let bound: [UInt8]
  private var sealed = [UInt8]()
  private(set) var written = 0

  /// - Throws: a `Problem` for a recipient's key that is none, a `StoreFault` for the disk's reasons.
  init(to descriptor: Int32, installation: String, madeAt: Moment, recipients: [BackupPublicKey]) throws {
    try Sealing.ready()
    self.descriptor = descriptor
    var key = [UInt8](repeating: 0, count: crypto_secretstream_xchacha20poly1305_keybytes())
    crypto_secretstream_xchacha20poly1305_keygen(&key)
    defer { sodium_memzero(&key, key.count) }
    let sealedKeys = try recipients.map { recipient in
      guard let sealed = Sealing.seal(key, to: recipient) else {
        throw Problem(
          "No backup was made.", because: "Nothing can be encrypted to the key \(recipient.fingerprint).",
          try: "Make a key with mdt keys new.", kind: .badData)
      }
      return BackupHeader.Recipient(publicKey: recipient.text, sealedKey: Sealing.base64(sealed))
    }
    let header = Array(
      try JSONText.encode(
        BackupHeader(installation: installation, madeAt: madeAt, recipients: sealedKeys), what: "No backup was made."
      ).utf8)
    var stream = [UInt8](repeating: 0, count: crypto_secretstream_xchacha20poly1305_headerbytes())
    _ = crypto_secretstream_xchacha20poly1305_init_push(&state, &stream, key)
    let beginning = BackupFormat.magic + BackupFormat.number(header.count) + header + stream
    bound = SHA256.digest(beginning)
    try Files.write(beginning, to: descriptor)
    written = beginning.count
  }

  enum Kind { case manifest, store, end }

  mutating func add(_ bytes: ArraySlice<UInt8>, _ kind: Kind) throws {
    let length = bytes.count + crypto_secretstream_xchacha20poly1305_abytes()
    if sealed.count != 4 + length { sealed = [UInt8](repeating: 0, count: 4 + length) }
    sealed.replaceSubrange(0..<4, with: BackupFormat.number(length))
    let tag =
      switch kind {
      case .manifest: crypto_secretstream_xchacha20poly1305_tag_push()
      case .store: crypto_secretstream_xchacha20poly1305_tag_message()
      case .end: crypto_secretstream_xchacha20poly1305_tag_final()
      }
    let count = UInt64(bytes.count)
    // Cannot fail: a piece is far below what the stream takes.
    _ = sealed.withUnsafeMutableBufferPointer { out in
      bytes.withUnsafeBufferPointer {
        crypto_secretstream_xchacha20poly1305_push(
          &state, out.baseAddress.map { $0 + 4 }, nil, $0.baseAddress, count, bound, UInt64(bound.count), tag)
      }
    }
    try Files.write(sealed, to: descriptor)
    written += sealed.count
  }
}
