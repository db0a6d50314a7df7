/// What a row of a practices file says: one link of one practice.
public struct PracticeLine: Hashable, Sendable {
  public var practiceCode: String
  public var name: String?
  public var network: String?
  public var locality: String?
  /// The first day; nil is since ever.
  public var from: Day?
  /// The first day it no longer holds; nil while it lasts.
  public var to: Day?
  public var phone: String?
  public var bypassPhone: String?

  /// Whether the row says anything about a link. One that does not leaves the practice's links alone.
  public var saysLink: Bool { network != nil || locality != nil || from != nil || to != nil }

  public init(
    practiceCode: String, name: String? = nil, network: String? = nil, locality: String? = nil, from: Day? = nil,
    to: Day? = nil, phone: String? = nil, bypassPhone: String? = nil
  ) {
    self.practiceCode = practiceCode
    self.name = name
    self.network = network
    self.locality = locality
    self.from = from
    self.to = to
    self.phone = phone
    self.bypassPhone = bypassPhone
  }
}
