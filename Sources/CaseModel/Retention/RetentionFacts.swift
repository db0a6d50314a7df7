/// What the store knows of somebody that says for how long their record is kept: facts, and no decision.
public struct RetentionFacts: Hashable, Sendable {
  public var born: Day
  /// The newest day on which anything was written into the record, or happened that stands in it.
  public var lastEntry: Day
  public var died: Day?
  /// Known to have died, on a day that nobody has recorded.
  public var diedUnknownWhen: Bool
  /// Identified, invited or enrolled: their care goes on.
  public var isInCare: Bool
  public var isGPRegistered: Bool
  /// A mental health service, or somebody of one, has had a part in the record.
  public var hasMentalHealth: Bool
  /// A council, or a social worker, has had a part in the record.
  public var hasSocialCare: Bool
  /// When social care ended; nil while it goes on, and where there was none.
  public var socialCareEnded: Day?
  /// Holds that are in force, in words.
  public var holds: [String]
  /// An alert about the record that nobody has reviewed.
  public var hasOpenAlert: Bool
  /// Another record was joined to this one, or this one to another.
  public var isMerged: Bool

  public init(
    born: Day, lastEntry: Day, died: Day? = nil, diedUnknownWhen: Bool = false, isInCare: Bool = false,
    isGPRegistered: Bool = false, hasMentalHealth: Bool = false, hasSocialCare: Bool = false,
    socialCareEnded: Day? = nil, holds: [String] = [], hasOpenAlert: Bool = false, isMerged: Bool = false
  ) {
    self.born = born
    self.lastEntry = lastEntry
    self.died = died
    self.diedUnknownWhen = diedUnknownWhen
    self.isInCare = isInCare
    self.isGPRegistered = isGPRegistered
    self.hasMentalHealth = hasMentalHealth
    self.hasSocialCare = hasSocialCare
    self.socialCareEnded = socialCareEnded
    self.holds = holds
    self.hasOpenAlert = hasOpenAlert
    self.isMerged = isMerged
  }
}
