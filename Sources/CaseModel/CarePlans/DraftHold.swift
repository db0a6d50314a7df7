/// Whoever is writing a draft holds it: until the last reference is gone, no other session writes the same one.
///
/// One person may write about the same patient in two sessions; each has a draft with a number of its own.
public final class DraftHold: Hashable, Sendable {
  /// Which of somebody's drafts of one plan or review it is, from 1.
  public let number: Int
  /// Another session was writing when this one began.
  public let hasCompany: Bool
  private let letGo: @Sendable () -> Void

  public init(number: Int, hasCompany: Bool = false, letGo: @escaping @Sendable () -> Void = {}) {
    self.number = number
    self.hasCompany = hasCompany
    self.letGo = letGo
  }

  deinit { letGo() }

  public static func == (one: DraftHold, other: DraftHold) -> Bool { one === other }

  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

/// Which of somebody's drafts is to be gone on with.
public enum DraftChoice: Hashable, Sendable {
  /// The newest that nobody is writing; a new one where there is none.
  case newest
  /// The one with this number.
  case number(Int)
  /// The one that is held already.
  case held(DraftHold)
}
