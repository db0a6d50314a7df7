public import CaseModel

/// Who writes, when, and where new identifiers come from: the same three for everything one act changes.
public struct Writing: Sendable {
  public var actor: Actor
  public var at: Moment
  /// A new UUIDv7 as text.
  public var newID: @Sendable () -> String

  public init(actor: Actor, at: Moment, newID: @escaping @Sendable () -> String) {
    self.actor = actor
    self.at = at
    self.newID = newID
  }
}
