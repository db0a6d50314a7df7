import CSodium
import CaseModel

/// The corner of libsodium that backups need: key pairs, sealed keys, base64.
enum Sealing {
  /// - Throws: `unavailable` where the system gives no random bits.
  static func ready() throws(Problem) {
    guard sodium_init() >= 0 else {
      throw Problem(
        "Nothing was encrypted.", because: "The system gives no random bits.", try: "Ask whoever looks after this host."
      )
    }
  }

  static func newPair() throws(Problem) -> (public: [UInt8], secret: [UInt8]) {
    try ready()
    var open = [UInt8](repeating: 0, count: crypto_box_publickeybytes())
    var secret = [UInt8](repeating: 0, count: crypto_box_secretkeybytes())
    // Cannot fail once libsodium is ready.
    _ = crypto_box_keypair(&open, &secret)
    return (open, secret)
  }

  static func publicKey(of secret: [UInt8]) throws(Problem) -> [UInt8] {
    try ready()
    var open = [UInt8](repeating: 0, count: crypto_box_publickeybytes())
    _ = crypto_scalarmult_base(&open, secret)
    return open
  }

  /// A short text that only the holder of the secret key can read; nil for a key that is none.
  static func seal(_ bytes: [UInt8], to key: BackupPublicKey) -> [UInt8]? {
    var sealed = [UInt8](repeating: 0, count: bytes.count + crypto_box_sealbytes())
    return crypto_box_seal(&sealed, bytes, UInt64(bytes.count), key.bytes) == 0 ? sealed : nil
  }

  static func open(_ sealed: [UInt8], with key: BackupSecretKey) -> [UInt8]? {
    guard sealed.count >= crypto_box_sealbytes() else { return nil }
    var bytes = [UInt8](repeating: 0, count: sealed.count - crypto_box_sealbytes())
    let opened = crypto_box_seal_open(&bytes, sealed, UInt64(sealed.count), key.publicKey.bytes, key.bytes)
    return opened == 0 ? bytes : nil
  }

  private static let alphabet = Int32(sodium_base64_VARIANT_URLSAFE_NO_PADDING)

  static func base64(_ bytes: [UInt8]) -> String {
    var text = [CChar](repeating: 0, count: sodium_base64_encoded_len(bytes.count, alphabet))
    sodium_bin2base64(&text, text.count, bytes, bytes.count, alphabet)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func bytes(base64 text: String) -> [UInt8]? {
    let letters = text.utf8.map { CChar(bitPattern: $0) }
    var bytes = [UInt8](repeating: 0, count: letters.count)
    var count = 0
    guard sodium_base642bin(&bytes, bytes.count, letters, letters.count, nil, &count, nil, alphabet) == 0 else {
      return nil
    }
    return Array(bytes.prefix(count))
  }
}
