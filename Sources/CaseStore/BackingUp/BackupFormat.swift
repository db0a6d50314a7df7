import CSodium
import CaseModel

/// How a backup is laid out; `docs/backup-format.md` says the same in words.
enum BackupFormat {
  /// With line ends and an end-of-file mark in it, so that a copy that took the file for text is noticed at once.
  static let magic = Array("mdt backup 1\r\n\u{1A}\n".utf8)
  /// What every version's magic begins with.
  static let family = Array("mdt backup ".utf8)
  static let largestHeader = 1 << 20
  /// Bytes of the store in one encrypted piece.
  static let piece = 1 << 20
  static let largestManifest = 1 << 20

  static func number(_ value: Int) -> [UInt8] {
    withUnsafeBytes(of: UInt32(truncatingIfNeeded: value).bigEndian) { Array($0) }
  }

  static func number(_ bytes: [UInt8]) -> Int { bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) } }
}

/// The part that everybody can read: whose store, when, and for whom.
struct BackupHeader: Hashable, Sendable, Codable {
  struct Recipient: Hashable, Sendable, Codable {
    var publicKey: String
    /// The key of the stream, which only this recipient can open.
    var sealedKey: String

    enum CodingKeys: String, CodingKey { case publicKey = "public_key", sealedKey = "sealed_key" }
  }

  var installation: String
  var madeAt: Moment
  var recipients: [Recipient]

  enum CodingKeys: String, CodingKey { case installation, madeAt = "made_at", recipients }
}
