import CSodium

/// SHA-256 of a file, fed piece by piece: two files with one fingerprint are the same file.
public struct Fingerprint: Sendable {
  private var state = crypto_hash_sha256_state()

  public init() {
    // Cannot fail: libsodium sets up memory that is here already.
    _ = crypto_hash_sha256_init(&state)
  }

  public mutating func add(_ bytes: [UInt8]) {
    _ = crypto_hash_sha256_update(&state, bytes, UInt64(bytes.count))
  }

  /// 64 hexadecimal digits. More may be added afterwards, as if this had not been asked.
  public var hexadecimal: String {
    var copy = state
    var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
    _ = crypto_hash_sha256_final(&copy, &digest)
    return SHA256.hex(digest: digest)
  }

  /// What the audit keeps of an import.
  static func ofImport(_ id: String, kind: String, file: String, name: String, counts: String) -> String {
    var input = HashInput()
    for text in [id, kind, file, name, counts] { input.add(text) }
    return SHA256.hex(input.bytes)
  }
}
