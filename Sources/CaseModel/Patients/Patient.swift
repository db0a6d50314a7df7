/// Somebody whose care the teams share: who they are and how to reach them (spec 7.2).
public struct Patient: Hashable, Sendable, Codable, Identifiable {
  public typealias ID = CaseModel.ID<Patient>

  public var id: ID
  public var version: Int
  public var nhsNumber: NHSNumber?
  public var nhsUnavailableReason: NHSNumberUnavailableReason?
  /// `01` verified, `02` present and not traced, and so on (R-ID-04); nil when there is no number.
  public var nhsVerification: String?
  public var name: PersonName
  public var nativeName: String?
  public var born: Day
  public var bornEstimated = false
  public var died: Day?
  public var gender: Gender?
  public var ethnicCategory: EthnicCategory?
  public var language: String?
  public var interpreterRequired: Bool?
  public var livesAlone: Bool?
  public var practiceCode: String?
  public var practiceName: String?
  public var network: String?
  public var locality: String?
  /// As the file says it; nil when nothing is recorded, which is not the same as none known.
  public var knownAllergies: String?
  public var longTermConditions: [String] = []
  public var restricted = false
  public var note: String?

  public init(id: ID, version: Int, name: PersonName, born: Day) {
    self.id = id
    self.version = version
    self.name = name
    self.born = born
  }

  /// Whole years: today's, or at death.
  public func age(on day: Day) -> Int { born.years(to: died ?? day) }
}

/// One of a person's addresses; lines 1 to 5 and a postcode.
public struct Address: Hashable, Sendable, Codable {
  public var kind: String
  public var lines: [String]
  public var postcode: String

  public init(kind: String, lines: [String], postcode: String) {
    self.kind = kind
    self.lines = lines
    self.postcode = postcode
  }

  public var oneLine: String { (lines + [postcode]).filter { !$0.isEmpty }.joined(separator: ", ") }
}

/// One of a person's telephone numbers.
public struct Telecom: Hashable, Sendable, Codable {
  public var number: String
  public var use: String
  public var rank: Int
  public var safeToLeaveMessage: Bool?

  public init(number: String, use: String, rank: Int, safeToLeaveMessage: Bool? = nil) {
    self.number = number
    self.use = use
    self.rank = rank
    self.safeToLeaveMessage = safeToLeaveMessage
  }
}
