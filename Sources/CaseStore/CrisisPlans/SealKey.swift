import CSodium
import CaseModel

/// What a key safe's code is sealed with (decision 27): 32 bytes in a file beside the store, or in the account's folder
/// for a store on a server. Backups and copies of the store do not hold it, so whoever has only these reads no code.
struct SealKey {
  private let bytes: [UInt8]

  private static let mark = "mdt-seal-key-1:"
  static let ending = ".seal-key"

  /// Sixteen digits that name it beside what it sealed.
  var fingerprint: String { String(SHA256.hex(Array(SealKey.mark.utf8) + bytes).prefix(16)) }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Nil where there is none yet.
  static func kept(at path: String) throws -> SealKey? {
    guard let text = try KeptText.read(path, upTo: 4096) else { return nil }
    let line = text.split(whereSeparator: \.isNewline).first { $0.hasPrefix(mark) }
    guard let line, let bytes = KeyText.read(String(line), mark) else {
      throw StoreFault(
        .damaged, "the key at \(path) is not what was written",
        remedy: "Put it back from a copy: without it no code of a key safe can be read.")
    }
    return SealKey(bytes: bytes)
  }

  /// The caller holds the store's lock, so that two programs do not make two.
  static func keptOrMade(at path: String, rights: UInt32) throws -> SealKey {
    if let key = try kept(at: path) { return key }
    try Sealing.ready()
    var bytes = [UInt8](repeating: 0, count: Int(crypto_aead_xchacha20poly1305_ietf_keybytes()))
    randombytes_buf(&bytes, bytes.count)
    let words = """
      # What codes of key safes are sealed with in this store, made by mdt. Keep a copy away from the backups: without it
      # no code can be read, and with it and a backup every code can.
      \(KeyText.write(bytes, mark))

      """
    try KeptText.make(path, Array(words.utf8), mode: rights & 0o660)
    return SealKey(bytes: bytes)
  }

  /// A code that opens again only as the same person's same row: the two are bound into it.
  func seal(_ code: String, patient: ID<Patient>, row: String) throws -> String {
    try Sealing.ready()
    var nonce = [UInt8](repeating: 0, count: Int(crypto_aead_xchacha20poly1305_ietf_npubbytes()))
    randombytes_buf(&nonce, nonce.count)
    // Padded, so that its length does not say how many digits the code has.
    let text = Array(code.utf8)
    let padded = text + [0] + [UInt8](repeating: 0, count: max(0, 95 - text.count))
    let bound = SealKey.bound(patient, row)
    var sealed = [UInt8](repeating: 0, count: padded.count + Int(crypto_aead_xchacha20poly1305_ietf_abytes()))
    var count: UInt64 = 0
    guard
      crypto_aead_xchacha20poly1305_ietf_encrypt(
        &sealed, &count, padded, UInt64(padded.count), bound, UInt64(bound.count), nil, nonce, bytes) == 0
    else { throw StoreFault(.unavailable, "the code could not be sealed") }
    return Sealing.base64(nonce + sealed)
  }

  /// Nil where it is another key's, another row's, or was changed.
  func open(_ text: String, patient: ID<Patient>, row: String) throws -> String? {
    try Sealing.ready()
    let size = Int(crypto_aead_xchacha20poly1305_ietf_npubbytes())
    guard let all = Sealing.bytes(base64: text), all.count > size + Int(crypto_aead_xchacha20poly1305_ietf_abytes())
    else { return nil }
    let (nonce, sealed) = (Array(all.prefix(size)), Array(all.dropFirst(size)))
    let bound = SealKey.bound(patient, row)
    var plain = [UInt8](repeating: 0, count: sealed.count)
    var count: UInt64 = 0
    guard
      crypto_aead_xchacha20poly1305_ietf_decrypt(
        &plain, &count, nil, sealed, UInt64(sealed.count), bound, UInt64(bound.count), nonce, bytes) == 0
    else { return nil }
    return String(decoding: plain.prefix { $0 != 0 }, as: UTF8.self)
  }

  private static func bound(_ patient: ID<Patient>, _ row: String) -> [UInt8] { Array("\(patient) \(row)".utf8) }
}
