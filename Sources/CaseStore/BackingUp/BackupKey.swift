public import CaseModel

/// What backups are sealed to. Whoever has it can make a backup and cannot read one.
public struct BackupPublicKey: Hashable, Sendable {
  let bytes: [UInt8]

  static let mark = "mdt-public-key-1:"

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// As `mdt keys` prints it. A mistyped letter is noticed by the checksum at its end.
  ///
  /// - Throws: `badData`.
  public init(reading text: String) throws(Problem) {
    let what = "The key was not taken."
    guard !text.hasPrefix(BackupSecretKey.mark) else {
      throw Problem(
        what, because: "It is a secret key, and a backup is made with a public one.",
        try: "Give the line that begins with \(Self.mark); mdt keys show prints it.", kind: .badData)
    }
    guard let bytes = KeyText.read(text, Self.mark) else {
      throw Problem(
        what, because: "\"\(text.prefix(80))\" is no public key, or a letter of it is not what was printed.",
        try: "Copy the whole line that mdt keys show prints, from \(Self.mark) on.", kind: .badData)
    }
    self.bytes = bytes
  }

  /// The whole of it on one line.
  public var text: String { KeyText.write(bytes, Self.mark) }

  /// Sixteen digits that name it in the audit and in words to people.
  public var fingerprint: String { String(SHA256.hex(bytes).prefix(16)) }
}

/// What opens backups. It is kept off the host whose store is backed up.
public struct BackupSecretKey: Sendable {
  let bytes: [UInt8]
  public let publicKey: BackupPublicKey

  static let mark = "mdt-secret-key-1:"

  /// A new pair.
  ///
  /// - Throws: `unavailable` where the system gives no random bits.
  public static func make() throws(Problem) -> BackupSecretKey {
    let pair = try Sealing.newPair()
    return BackupSecretKey(bytes: pair.secret, publicKey: BackupPublicKey(bytes: pair.public))
  }

  private init(bytes: [UInt8], publicKey: BackupPublicKey) {
    self.bytes = bytes
    self.publicKey = publicKey
  }

  init?(reading text: String) throws(Problem) {
    guard let bytes = KeyText.read(text, Self.mark) else { return nil }
    self.init(bytes: bytes, publicKey: BackupPublicKey(bytes: try Sealing.publicKey(of: bytes)))
  }

  var text: String { KeyText.write(bytes, Self.mark) }
}

/// A key as text: its mark, then the 32 bytes and four of their SHA-256, in the alphabet of base64 that needs no quoting.
enum KeyText {
  static func write(_ bytes: [UInt8], _ mark: String) -> String {
    mark + Sealing.base64(bytes + checksum(bytes, mark))
  }

  static func read(_ text: String, _ mark: String) -> [UInt8]? {
    guard text.hasPrefix(mark), let all = Sealing.bytes(base64: String(text.dropFirst(mark.count))), all.count == 36
    else { return nil }
    let bytes = Array(all.prefix(32))
    return checksum(bytes, mark) == Array(all.suffix(4)) ? bytes : nil
  }

  // The mark is part of it: a secret key with a public key's mark is no key.
  private static func checksum(_ bytes: [UInt8], _ mark: String) -> [UInt8] {
    Array(SHA256.digest(Array(mark.utf8) + bytes).prefix(4))
  }
}
