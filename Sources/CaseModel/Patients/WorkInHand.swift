/// What is under way for somebody beside their plan, as the single view tells it.
public struct WorkInHand: Hashable, Sendable, Codable {
  /// A safeguarding concern is open; nothing more of it is told here (R-SG-01).
  public var isSafeguardingMarked = false
  public var referrals: [OpenReferral] = []
  /// By when somebody looks again, the nearest first.
  public var followUps: [Day] = []

  public init() {}

  /// A referral that is open.
  public struct OpenReferral: Hashable, Sendable, Codable {
    public var kind: ReferralKind
    public var receivedAt: Moment
    /// By when it is answered in time; nil where it has been answered.
    public var due: Moment?

    public init(kind: ReferralKind, receivedAt: Moment, due: Moment?) {
      self.kind = kind
      self.receivedAt = receivedAt
      self.due = due
    }
  }

  public var isEmpty: Bool { !isSafeguardingMarked && referrals.isEmpty && followUps.isEmpty }
}
