/// An agreement by which organisations share data about people (spec 5.4, R-IS-01).
public struct SharingAgreement: Hashable, Sendable, Codable, Identifiable {
  public typealias ID = CaseModel.ID<SharingAgreement>

  public var id: ID
  public var name: String
  /// What for, in words.
  public var purpose: String
  public var version: String
  public var categories: Set<DataCategory>
  public var startsOn: Day
  /// The day by which it is to be reviewed.
  public var reviewOn: Day?
  /// The last day that it is in force.
  public var endsOn: Day
  /// Where the data protection impact assessment is.
  public var dpiaReference: String?
  public var leadOfficer: String?
  public var parties: [Party]
  /// Compared on saving (D-VER-1).
  public var rowVersion: Int

  public init(
    id: ID, name: String, purpose: String, version: String, categories: Set<DataCategory>, startsOn: Day,
    reviewOn: Day? = nil, endsOn: Day, dpiaReference: String? = nil, leadOfficer: String? = nil, parties: [Party] = [],
    rowVersion: Int = 1
  ) {
    self.id = id
    self.name = name
    self.purpose = purpose
    self.version = version
    self.categories = categories
    self.startsOn = startsOn
    self.reviewOn = reviewOn
    self.endsOn = endsOn
    self.dpiaReference = dpiaReference
    self.leadOfficer = leadOfficer
    self.parties = parties
    self.rowVersion = rowVersion
  }

  /// An organisation that signed.
  public struct Party: Hashable, Sendable, Codable {
    public var organisationCode: String
    public var signedOn: Day
    /// The last day of its membership, where it left.
    public var leftOn: Day?

    public init(organisationCode: String, signedOn: Day, leftOn: Day? = nil) {
      self.organisationCode = organisationCode
      self.signedOn = signedOn
      self.leftOn = leftOn
    }
  }

  /// How an organisation stands in it on a day; nil where it is no party, or the agreement has not begun.
  public func standing(of organisation: String, on day: Day) -> AgreementStanding? {
    guard day >= startsOn else { return nil }
    let signed = parties.filter { $0.organisationCode == organisation && $0.signedOn <= day }
    guard !signed.isEmpty else { return nil }
    let isIn = signed.contains { $0.leftOn.map { day <= $0 } ?? true }
    // Whoever left is no party any more, also for an emergency.
    guard isIn else { return nil }
    return day <= endsOn ? .inForce : .expired
  }

  /// From so many days before the end on it is said that it ends, and more urgently from the later ones (5.4).
  public static let warningDays = [60, 30, 7]

  /// What is to be said about its end on a day; nil while there is time. `isUrgent` in its last week and after it.
  public func warning(on day: Day) -> (text: String, isUrgent: Bool)? {
    let left = endsOn - day
    guard left >= 0 else {
      return ("The sharing agreement \(name) ran out on \(endsOn.short), and lists show nobody by it.", true)
    }
    guard left <= SharingAgreement.warningDays[0] else { return nil }
    return (
      "The sharing agreement \(name) ends \(SharingAgreement.wait(left)), on \(endsOn.short).",
      left <= SharingAgreement.warningDays[2]
    )
  }

  private static func wait(_ days: Int) -> String {
    switch days {
    case 0: "today"
    case 1: "tomorrow"
    default: "in \(days) days"
    }
  }
}
