import CaseModel

/// A head of the audit, signed, to be kept where nobody who can change the store can change it (store.md 4).
public struct PublishedHead: Hashable, Sendable {
  /// What it was made for.
  public enum Reason: String, CaseIterable, Sendable {
    /// By the first change of a day.
    case daily
    case onDemand = "on_demand"
    /// At the end of a meeting, to stand in its minutes.
    case meeting
  }

  public var installation: String
  /// `at` is when it was published.
  public var head: AuditHead
  public var publicKey: HeadPublicKey
  /// 86 letters.
  public var signature: String
  public var reason: Reason
  /// Who made it: a name with role and organisation; empty where it was read from a sheet that does not say.
  public var publishedBy: String

  public init(
    installation: String, head: AuditHead, publicKey: HeadPublicKey, signature: String, reason: Reason,
    publishedBy: String
  ) {
    self.installation = installation
    self.head = head
    self.publicKey = publicKey
    self.signature = signature
    self.reason = reason
    self.publishedBy = publishedBy
  }

  /// The bytes that are signed; written down in decision 17, so that other programs can check a head.
  static func signedBytes(installation: String, _ head: AuditHead) -> [UInt8] {
    let lines = [
      "mdt audit head 1", "installation \(installation)", "row \(head.sequence)", "rows \(head.count)",
      "hash \(head.hash)", "taken \(head.at.iso)", "",
    ]
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// Whether the signature is of just this head, by the key that is given with it.
  public var isSigned: Bool {
    guard let bytes = Sealing.bytes(base64: signature) else { return false }
    return HeadSigning.isSigned(
      PublishedHead.signedBytes(installation: installation, head), by: publicKey.bytes, bytes)
  }
}

extension PublishedHead.Reason {
  /// `asked for`
  public var words: String {
    switch self {
    case .daily: "made by the first change of the day"
    case .onDemand: "asked for"
    case .meeting: "at the end of a meeting"
    }
  }
}
