/// An organisation as other systems know it (spec 7.3).
public struct Organisation: Hashable, Sendable, Codable {
  public var code: String
  public var name: String
  /// Nil while only its code is known, from `mdt init`.
  public var kind: OrganisationKind?
  public var openFrom: Day?
  public var closedOn: Day?

  public init(
    code: String, name: String, kind: OrganisationKind? = nil, openFrom: Day? = nil, closedOn: Day? = nil
  ) {
    self.code = code
    self.name = name
    self.kind = kind
    self.openFrom = openFrom
    self.closedOn = closedOn
  }
}

/// To which network and locality a practice belongs, from a day to another (D-GEO-1).
public struct PracticeLink: Hashable, Sendable, Codable, Identifiable {
  public var id: String
  public var network: String?
  public var locality: String?
  public var from: Day?
  /// The first day on which it no longer holds.
  public var end: Day?

  public init(id: String, network: String? = nil, locality: String? = nil, from: Day? = nil, end: Day? = nil) {
    self.id = id
    self.network = network
    self.locality = locality
    self.from = from
    self.end = end
  }

  public func isInForce(on day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (end.map { day < $0 } ?? true) }

  /// "Network 3, South West"
  public var places: String { PracticeLink.places(network, locality) }

  public static func places(_ network: String?, _ locality: String?) -> String {
    let named = [network, locality].compactMap { $0 }
    return named.isEmpty ? "none" : named.joined(separator: ", ")
  }

  public var dates: String {
    switch (from, end) {
    case (let from?, let end?): "from \(from.short) to \((end - 1).short)"
    case (let from?, nil): "from \(from.short)"
    case (nil, let end?): "to \((end - 1).short)"
    case (nil, nil): "as far back as is recorded"
    }
  }
}

/// What is recorded about an organisation, for whoever looks after them: numbers of staff and people, and no names.
public struct OrganisationFile: Hashable, Sendable, Codable {
  public var organisation: Organisation
  public var phone: String?
  /// Of a practice, the newest first.
  public var links: [PracticeLink]
  /// How many members of staff hold an open post there.
  public var staff: Int
  /// How many people are registered there.
  public var people: Int

  public var code: String { organisation.code }

  public init(
    organisation: Organisation, phone: String? = nil, links: [PracticeLink] = [], staff: Int = 0, people: Int = 0
  ) {
    self.organisation = organisation
    self.phone = phone
    self.links = links
    self.staff = staff
    self.people = people
  }

  /// "GP practice, Network 3, South West"
  public func words(on day: Day) -> String {
    var parts = [organisation.kind?.words ?? "kind not recorded"]
    if let link = links.first(where: { $0.isInForce(on: day) }) {
      parts.append(link.places)
    } else if organisation.kind == .gpPractice {
      parts.append("in no locality")
    }
    if let closed = organisation.closedOn {
      parts.append(closed <= day ? "closed on \(closed.short)" : "closes on \(closed.short)")
    }
    return parts.joined(separator: ", ")
  }
}
