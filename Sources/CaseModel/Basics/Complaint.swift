/// One thing wrong with a draft, tied to the field it is about. All complaints are given at once, in form order.
public struct Complaint<Field: Hashable & Sendable>: Hashable, Sendable {
  public var field: Field
  /// What is wrong and how to put it right, without the word "Error".
  public var message: String
  /// The rule it breaks, for example `R-CP-01`; nil when it is plain form.
  public var rule: String?

  public init(_ field: Field, _ message: String, rule: String? = nil) {
    self.field = field
    self.message = message
    self.rule = rule
  }
}
