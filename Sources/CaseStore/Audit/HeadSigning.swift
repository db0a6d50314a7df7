import CSodium
import CaseModel

/// The corner of libsodium that signed heads need: Ed25519.
enum HeadSigning {
  /// A pair made from 32 bytes; nil where they are not that many.
  static func pair(seed: [UInt8]) -> (public: [UInt8], secret: [UInt8])? {
    guard seed.count == crypto_sign_seedbytes() else { return nil }
    var open = [UInt8](repeating: 0, count: crypto_sign_publickeybytes())
    var secret = [UInt8](repeating: 0, count: crypto_sign_secretkeybytes())
    // Cannot fail: there is nothing in it that could.
    _ = crypto_sign_seed_keypair(&open, &secret, seed)
    return (open, secret)
  }

  /// 32 bytes that nobody can guess.
  ///
  /// - Throws: `unavailable` where the system gives no random bits.
  static func newSeed() throws(Problem) -> [UInt8] {
    try Sealing.ready()
    var seed = [UInt8](repeating: 0, count: crypto_sign_seedbytes())
    randombytes_buf(&seed, seed.count)
    return seed
  }

  static func signature(of bytes: [UInt8], with secret: [UInt8]) -> [UInt8] {
    var signature = [UInt8](repeating: 0, count: crypto_sign_bytes())
    _ = crypto_sign_detached(&signature, nil, bytes, UInt64(bytes.count), secret)
    return signature
  }

  static func isSigned(_ bytes: [UInt8], by key: [UInt8], _ signature: [UInt8]) -> Bool {
    guard key.count == crypto_sign_publickeybytes(), signature.count == crypto_sign_bytes() else { return false }
    return crypto_sign_verify_detached(signature, bytes, UInt64(bytes.count), key) == 0
  }
}
