/// A failure as a person is told of it: what did not happen, why, and what to do now.
public struct Problem: Error, Hashable, Sendable {
  /// What kind of failure it is, for exit codes and for deciding whether to try again.
  public enum Kind: String, Hashable, Sendable {
    /// Somebody else saved first.
    case conflict
    /// What was given breaks a rule.
    case badData
    /// What was asked for is not there.
    case notFound
    /// The store is busy: the same act may succeed in a moment.
    case tryAgain
    /// The store cannot be reached, is full, or is not ours.
    case unavailable
    /// The store is damaged.
    case damaged
    /// A file or folder could not be made.
    case cannotCreate
    /// The person at the keys may not do this.
    case refused
    /// A person's record is not open to them, or not any more; in an emergency it may be (8.3).
    case closed
    /// The session is over: somebody ended it, or the person works here no longer.
    case signedOut
  }

  /// What did not happen, as a sentence: "Nothing was saved."
  public var what: String
  /// Why, as a sentence: "The disk is full."
  public var reason: String
  /// What to do now, as a sentence.
  public var advice: String
  public var kind: Kind

  public init(_ what: String, because reason: String, try advice: String, kind: Kind = .unavailable) {
    self.what = what
    self.reason = reason
    self.advice = advice
    self.kind = kind
  }

  /// The three sentences on one line.
  public var text: String { "\(what) \(reason) \(advice)" }
}

extension Problem: CustomStringConvertible {
  public var description: String { text }
}
