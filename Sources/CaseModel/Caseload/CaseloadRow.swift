/// One person as a list shows them.
public struct CaseloadRow: Hashable, Sendable, Identifiable {
  public typealias ID = CaseModel.ID<Patient>

  public var id: ID
  public var position: CaseloadPosition
  public var name: PersonName
  public var born: Day
  public var died: Day?
  public var gender: Gender?
  public var nhsNumber: NHSNumber?
  public var practiceCode: String?
  public var locality: String?
  public var riskValue: Double?
  public var riskUnit: RiskUnit?
  public var riskModel: String?
  public var riskRunOn: Day?
  public var planStatus: CarePlanStatus?
  /// Why there is no plan, when somebody said so.
  public var noPlanReason: String?
  public var reviewDue: Day?
  /// `T. Adeyemi`; nil when nobody is named.
  public var namedSocialWorker: String?
  public var enrolment: EnrolmentStatus
  /// Somebody else has the same names, or a number one digit away: `[=]`.
  public var hasSimilar: Bool
  /// How many things on the data quality list (spec 7.5) concern this person.
  public var dataQualityCount: Int

  public init(
    id: ID, position: CaseloadPosition, name: PersonName, born: Day, died: Day? = nil, gender: Gender? = nil,
    nhsNumber: NHSNumber? = nil, practiceCode: String? = nil, locality: String? = nil, riskValue: Double? = nil,
    riskUnit: RiskUnit? = nil, riskModel: String? = nil, riskRunOn: Day? = nil, planStatus: CarePlanStatus? = nil,
    noPlanReason: String? = nil, reviewDue: Day? = nil, namedSocialWorker: String? = nil, enrolment: EnrolmentStatus,
    hasSimilar: Bool = false, dataQualityCount: Int = 0
  ) {
    self.id = id
    self.position = position
    self.name = name
    self.born = born
    self.died = died
    self.gender = gender
    self.nhsNumber = nhsNumber
    self.practiceCode = practiceCode
    self.locality = locality
    self.riskValue = riskValue
    self.riskUnit = riskUnit
    self.riskModel = riskModel
    self.riskRunOn = riskRunOn
    self.planStatus = planStatus
    self.noPlanReason = noPlanReason
    self.reviewDue = reviewDue
    self.namedSocialWorker = namedSocialWorker
    self.enrolment = enrolment
    self.hasSimilar = hasSimilar
    self.dataQualityCount = dataQualityCount
  }

  /// Who they are and nothing else (R-IG-01).
  public var identityOnly: CaseloadRow {
    CaseloadRow(
      id: id, position: position, name: name, born: born, died: died, gender: gender, nhsNumber: nhsNumber,
      enrolment: .identified, hasSimilar: hasSimilar)
  }

  public func standing(on day: Day) -> PlanStanding {
    .of(status: planStatus, nextReview: reviewDue, reason: noPlanReason, on: day)
  }
}

/// A place in one order of the list: the sort key's value and the integer row key that breaks ties.
public struct CaseloadPosition: Hashable, Sendable {
  public enum Key: Hashable, Sendable {
    /// What is missing has a key of its own, which comes last in the order's usual direction.
    case text(String)
    case number(Double)
  }
  public var key: Key
  public var tie: Int

  public init(key: Key, tie: Int) {
    self.key = key
    self.tie = tie
  }
}

/// Which rows of an ordered list are wanted. Pages are sought by index, never skipped to.
public enum PageRequest<Position: Hashable & Sendable>: Hashable, Sendable {
  case first
  case last
  case after(Position)
  case before(Position)
}

/// What a list is sorted by.
public enum CaseloadOrder: String, CaseIterable, Sendable, Codable {
  case name, review, risk, born, nhs, practice, enrolled

  public var words: String {
    switch self {
    case .name: "name"
    case .review: "review due"
    case .risk: "risk"
    case .born: "born"
    case .nhs: "NHS No."
    case .practice: "practice"
    case .enrolled: "enrolled"
    }
  }

  /// Risk highest first and enrolment newest first; everything else from the start.
  public var defaultDescending: Bool { self == .risk || self == .enrolled }
}

public struct CaseloadSort: Hashable, Sendable, Codable {
  public var order: CaseloadOrder
  public var descending: Bool

  public init(_ order: CaseloadOrder, descending: Bool? = nil) {
    self.order = order
    self.descending = descending ?? order.defaultDescending
  }

  /// `review`, `risk-`, `name+`, as `--sort` takes it; nil for a word that is no order.
  public init?(reading text: String) {
    var word = text
    var descending: Bool?
    if word.hasSuffix("-") || word.hasPrefix("-") { descending = true }
    if word.hasSuffix("+") || word.hasPrefix("+") { descending = false }
    word.removeAll { $0 == "-" || $0 == "+" }
    guard let order = CaseloadOrder(rawValue: word.lowercased()) else { return nil }
    self.init(order, descending: descending)
  }

  public var words: String { "\(order.words) \(descending ? "v" : "^")" }

  /// `A to Z`, `earliest first`: the direction in words.
  public var direction: String {
    switch order {
    case .name, .practice: descending ? "Z to A" : "A to Z"
    case .review, .enrolled: descending ? "latest first" : "earliest first"
    case .risk, .nhs: descending ? "highest first" : "lowest first"
    case .born: descending ? "youngest first" : "oldest first"
    }
  }
}

/// Everything that decides which people a list shows and in which order.
public struct CaseloadQuery: Hashable, Sendable {
  public var filter: CaseloadFilter
  public var sort: CaseloadSort
  /// The day that "overdue" is counted from.
  public var today: Day
  /// Whose people `mine` means.
  public var reader: ID<StaffMember>
  public var reach: Reach
  /// Who `*` means; empty unless the filter has that term.
  public var marked: [ID<Patient>]

  /// Which people are there to be filtered. A `status:` term in the filter says it otherwise.
  public enum Reach: Hashable, Sendable {
    /// Invited and enrolled: identified people are on no list of a team until they are invited (spec 5.1).
    case caseload
    /// The identified too, for whoever looks after the register.
    case register
  }

  public init(
    filter: CaseloadFilter = .everyone, sort: CaseloadSort, today: Day, reader: ID<StaffMember>,
    reach: Reach = .caseload, marked: [ID<Patient>] = []
  ) {
    self.filter = filter
    self.sort = sort
    self.today = today
    self.reader = reader
    self.reach = reach
    self.marked = marked
  }
}
