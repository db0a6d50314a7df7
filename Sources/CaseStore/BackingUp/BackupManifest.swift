public import CaseModel

/// What a backup says about the store inside it. The first thing that is encrypted.
public struct BackupManifest: Hashable, Sendable, Codable {
  /// The version of the program that made it.
  public var program: String
  /// The version of the store's schema.
  public var schema: Int
  /// Which store this is a copy of.
  public var installation: String
  /// How often that store had been restored, counted from 1 (H14).
  public var generation: Int
  public var isPractice: Bool
  public var madeAt: Moment
  /// How far the audit had come in the copy.
  public var audit: AuditHead
  /// Rows per table.
  public var tables: [String: Int]
  /// Of the store's copy.
  public var bytes: Int
  public var pages: Int
  /// Of the store's copy, 64 hexadecimal digits.
  public var sha256: String

  enum CodingKeys: String, CodingKey {
    case program, schema, installation, generation, isPractice = "practice", madeAt = "made_at", audit, tables, bytes,
      pages, sha256
  }

  /// Enough of the installation's name to tell two apart.
  public var shortInstallation: String { BackupManifest.short(installation) }

  static func short(_ installation: String) -> String { String(installation.prefix(8)) }
}
