import CaseModel

/// What heads of the audit are checked with.
public struct HeadPublicKey: Hashable, Sendable {
  let bytes: [UInt8]

  static let mark = "mdt-head-public-1:"

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// As a head's sheet has it; nil where a letter of it is not what was printed.
  public init?(reading text: String) {
    guard let bytes = KeyText.read(text, HeadPublicKey.mark) else { return nil }
    self.bytes = bytes
  }

  public var text: String { KeyText.write(bytes, HeadPublicKey.mark) }

  /// Sixteen digits, to be compared with those on another sheet.
  public var fingerprint: String { String(SHA256.hex(bytes).prefix(16)) }
}

/// What heads of the audit are signed with at one place: beside a store that is a file, or in the account's folder for
/// a store on a server ([decision 17]). It is made when it is first needed.
struct HeadKey {
  let publicKey: HeadPublicKey
  private let secret: [UInt8]

  private static let secretMark = "mdt-head-secret-1:"
  private static let ending = ".head-key"

  init?(seed: [UInt8]) {
    guard let pair = HeadSigning.pair(seed: seed) else { return nil }
    publicKey = HeadPublicKey(bytes: pair.public)
    secret = pair.secret
  }

  func signature(of bytes: [UInt8]) -> String { Sealing.base64(HeadSigning.signature(of: bytes, with: secret)) }

  /// Where it is kept, given what the account's other files about the store are named after.
  static func place(_ neighbour: String) -> String { neighbour + ending }

  /// The key at a place. The caller holds the store's lock, so that two programs do not make two.
  ///
  /// - Parameter rights: those of the store's own file; a key is never readable by more.
  /// - Throws: a `StoreFault` where it cannot be read or made, or is not what was written.
  static func keptOrMade(at path: String, rights: UInt32) throws -> HeadKey {
    if let text = try KeptText.read(path, upTo: 4096) {
      let lines = text.split(whereSeparator: \.isNewline)
      guard let line = lines.first(where: { $0.hasPrefix(secretMark) }),
        let seed = KeyText.read(String(line), secretMark), let key = HeadKey(seed: seed)
      else {
        throw StoreFault(
          .damaged, "the key at \(path) is not what was written",
          remedy: "Put it back from a copy, or move it away: the next head then has a new key.")
      }
      return key
    }
    let seed = try HeadSigning.newSeed()
    guard let key = HeadKey(seed: seed) else { throw StoreFault(.unavailable, "no key can be made") }
    let words = """
      # What heads of the audit are signed with here, made by mdt. Whoever has the secret line can sign a head that
      # never was: what counts is that heads are kept away from this machine.
      \(key.publicKey.text)
      \(KeyText.write(seed, secretMark))

      """
    try KeptText.make(path, Array(words.utf8), mode: rights & 0o660)
    return key
  }
}
