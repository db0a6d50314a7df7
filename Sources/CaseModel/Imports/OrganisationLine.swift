/// What a row of an organisations file says.
public struct OrganisationLine: Hashable, Sendable {
  public var odsCode: String
  public var name: String?
  public var kind: OrganisationKind?
  public var openFrom: Day?
  public var closedOn: Day?

  public init(
    odsCode: String, name: String? = nil, kind: OrganisationKind? = nil, openFrom: Day? = nil, closedOn: Day? = nil
  ) {
    self.odsCode = odsCode
    self.name = name
    self.kind = kind
    self.openFrom = openFrom
    self.closedOn = closedOn
  }
}
