public import CaseModel

/// What a good row of a caseload file says of one person. Nil is: the file does not say.
public struct CaseloadLine: Hashable, Sendable {
  /// A risk score as a tool gave it (handbook 5.2).
  public struct Risk: Hashable, Sendable {
    public var model: String
    public var modelVersion: String?
    /// In `unit`; 34 with percent is 34%.
    public var score: Double
    public var unit: RiskUnit
    public var runOn: Day
    /// 0 to 100.
    public var percentile: Double?
    /// How many people were ranked.
    public var population: Int?
  }

  /// What enrolment rests on (handbook 5.3).
  public struct Consent: Hashable, Sendable {
    public var basis: ConsentBasis
    public var on: Day
  }

  public var nhsNumber: NHSNumber?
  /// Why there is no number; nil when there is one (R-ID-04).
  public var nhsUnavailableReason: NHSNumberUnavailableReason?
  public var familyName: String
  /// Empty for a person with one name.
  public var givenNames: String
  public var preferredName: String?
  public var title: String?
  public var born: Day
  public var gender: Gender?
  public var ethnicCategory: EthnicCategory?
  public var language: String?
  public var interpreterRequired: Bool?
  /// The lines that are not empty, at most five.
  public var address: [String]
  /// In capitals with one space: `E1 4AA`.
  public var postcode: String?
  public var phone: String?
  /// In capitals. That it is a practice, and in a locality, is for the store to say.
  public var practiceCode: String
  public var risk: Risk?
  public var enrolmentStatus: EnrolmentStatus?
  public var enrolledOn: Day?
  public var route: EnrolmentRoute?
  public var consent: Consent?
  /// Yes, no, or nil: not known or not said.
  public var livesAlone: Bool?
  public var knownAllergies: String?
  public var longTermConditions: [String]
  public var lastAEOn: Day?
  public var lastAdmissionOn: Day?
  public var note: String?
}
