public import CaseModel

/// Something the program has said, with its time, kept for the session (`M`).
public struct Message: Hashable, Sendable {
  public enum Weight: Hashable, Sendable { case plain, problem }
  public var text: String
  public var at: Moment
  public var weight: Weight

  public init(_ text: String, at: Moment, weight: Weight = .plain) {
    self.text = text
    self.at = at
    self.weight = weight
  }
}
