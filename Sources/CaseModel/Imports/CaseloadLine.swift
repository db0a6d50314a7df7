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

    public init(
      model: String, modelVersion: String? = nil, score: Double, unit: RiskUnit, runOn: Day, percentile: Double? = nil,
      population: Int? = nil
    ) {
      self.model = model
      self.modelVersion = modelVersion
      self.score = score
      self.unit = unit
      self.runOn = runOn
      self.percentile = percentile
      self.population = population
    }
  }

  /// What enrolment rests on (handbook 5.3).
  public struct Consent: Hashable, Sendable {
    public var basis: ConsentBasis
    public var on: Day

    public init(
      basis: ConsentBasis, on: Day
    ) {
      self.basis = basis
      self.on = on
    }
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

  public init(
    nhsNumber: NHSNumber? = nil, nhsUnavailableReason: NHSNumberUnavailableReason? = nil, familyName: String,
    givenNames: String, preferredName: String? = nil, title: String? = nil, born: Day, gender: Gender? = nil,
    ethnicCategory: EthnicCategory? = nil, language: String? = nil, interpreterRequired: Bool? = nil,
    address: [String] = [], postcode: String? = nil, phone: String? = nil, practiceCode: String, risk: Risk? = nil,
    enrolmentStatus: EnrolmentStatus? = nil, enrolledOn: Day? = nil, route: EnrolmentRoute? = nil,
    consent: Consent? = nil, livesAlone: Bool? = nil, knownAllergies: String? = nil, longTermConditions: [String] = [],
    lastAEOn: Day? = nil, lastAdmissionOn: Day? = nil, note: String? = nil
  ) {
    self.nhsNumber = nhsNumber
    self.nhsUnavailableReason = nhsUnavailableReason
    self.familyName = familyName
    self.givenNames = givenNames
    self.preferredName = preferredName
    self.title = title
    self.born = born
    self.gender = gender
    self.ethnicCategory = ethnicCategory
    self.language = language
    self.interpreterRequired = interpreterRequired
    self.address = address
    self.postcode = postcode
    self.phone = phone
    self.practiceCode = practiceCode
    self.risk = risk
    self.enrolmentStatus = enrolmentStatus
    self.enrolledOn = enrolledOn
    self.route = route
    self.consent = consent
    self.livesAlone = livesAlone
    self.knownAllergies = knownAllergies
    self.longTermConditions = longTermConditions
    self.lastAEOn = lastAEOn
    self.lastAdmissionOn = lastAdmissionOn
    self.note = note
  }
}
