/// Names one record of one kind. A patient's identifier cannot stand where a goal's is wanted.
///
/// The text is a UUIDv7, so that records made on different hosts never collide and sort by time.
public struct ID<Kind>: Hashable, Sendable, Comparable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) { self.text = text }

  public var description: String { text }

  public static func < (left: ID<Kind>, right: ID<Kind>) -> Bool { left.text < right.text }
}

extension ID: Codable {
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
