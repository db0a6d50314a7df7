import CSodium
import CaseModel
import Foundation

/// What a PIN or passphrase is kept as: Argon2id with a salt of its own, as libsodium writes it. It cannot be read back.
enum Secret {
  /// Two passes over 64 MiB: a tenth of a second here, and too long for whoever would try them all.
  private static let (passes, bytes) = (crypto_pwhash_opslimit_interactive(), crypto_pwhash_memlimit_interactive())

  /// - Throws: `unavailable` where there is not enough memory.
  static func hash(_ secret: String) throws(Problem) -> String {
    try Sealing.ready()
    let typed = letters(secret)
    var text = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
    guard crypto_pwhash_str(&text, typed, UInt64(typed.count), UInt64(passes), bytes) == 0 else {
      throw Problem(
        "Nothing was changed.", because: "There is not enough memory to work a PIN out.",
        try: "Close other programs, then try again.")
    }
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  static func fits(_ secret: String, _ hash: String) throws(Problem) -> Bool {
    try Sealing.ready()
    let typed = letters(secret)
    return crypto_pwhash_str_verify(hash, typed, UInt64(typed.count)) == 0
  }

  /// The same passphrase from two keyboards is the same bytes.
  private static func letters(_ secret: String) -> [CChar] {
    secret.precomposedStringWithCanonicalMapping.utf8.map { CChar(bitPattern: $0) }
  }
}
