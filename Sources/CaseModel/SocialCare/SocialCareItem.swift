/// A piece of Care Act work (spec 4.3).
public struct SocialCareItem: Hashable, Sendable, Identifiable {
  public enum Kind: String, Coded {
    case needsAssessment = "s9_needs_assessment"
    case carerAssessment = "s10_carer_assessment"
    case review = "s27_review"
    case safeguardingConcern = "s42_concern"
    case safeguardingEnquiry = "s42_enquiry"
    case deprivationOfLiberty = "oc_dols"
    case mentalCapacity = "mca_assessment"
    case advocacy = "advocacy_referral"
    case financial = "financial_assessment"
    case occupationalTherapy = "ot_assessment"
    case reablement
    case continuingHealthcare = "chc_checklist"
    case discharge = "discharge_planning"

    public var words: String {
      switch self {
      case .needsAssessment: "Needs assessment (s.9)"
      case .carerAssessment: "Carer's assessment (s.10)"
      case .review: "Review of the care and support plan (s.27)"
      case .safeguardingConcern: "Safeguarding concern (s.42)"
      case .safeguardingEnquiry: "Safeguarding enquiry (s.42)"
      case .deprivationOfLiberty: "Deprivation of liberty (DoLS)"
      case .mentalCapacity: "Mental capacity assessment"
      case .advocacy: "Referral for an advocate"
      case .financial: "Financial assessment"
      case .occupationalTherapy: "Occupational therapy assessment"
      case .reablement: "Reablement"
      case .continuingHealthcare: "NHS continuing healthcare checklist"
      case .discharge: "Discharge planning"
      }
    }

    public var alsoWritten: [String] {
      switch self {
      case .needsAssessment: ["s9", "needs"]
      case .carerAssessment: ["s10", "carer"]
      case .review: ["s27", "review"]
      case .deprivationOfLiberty: ["dols"]
      case .mentalCapacity: ["mca", "capacity"]
      case .advocacy: ["advocate"]
      case .financial: ["finance"]
      case .continuingHealthcare: ["chc"]
      case .discharge: ["discharge"]
      default: []
      }
    }

    /// What R-SG-01 hides from everybody else.
    public var isSafeguarding: Bool { self == .safeguardingConcern || self == .safeguardingEnquiry }
  }

  public enum Status: String, Coded {
    case requested, accepted
    case inProgress = "in_progress"
    case completed
    case declinedByPerson = "declined_by_person"
    case notRequired = "not_required"
    case closed

    public var words: String { sentence(rawValue) }
    public var isOpen: Bool { self == .requested || self == .accepted || self == .inProgress }

    /// What may follow it.
    public var next: [Status] {
      switch self {
      case .requested: [.accepted, .inProgress, .completed, .declinedByPerson, .notRequired, .closed]
      case .accepted: [.inProgress, .completed, .declinedByPerson, .notRequired, .closed]
      case .inProgress: [.completed, .declinedByPerson, .notRequired, .closed]
      case .completed: [.closed]
      case .declinedByPerson, .notRequired, .closed: []
      }
    }
  }

  public enum Eligible: String, Coded {
    case yes, no
    case notDecided = "not_decided"

    public var words: String { sentence(rawValue) }
  }

  /// What not everybody who may read the plan reads: of the outcome and of the council's own case.
  public struct Detail: Hashable, Sendable {
    public var outcome: String?
    public var eligible: Eligible?
    public var advocate: String?
    public var supportReason: String?
    /// The number of the case in the council's own system: its content stays there.
    public var councilReference: String?

    public init(
      outcome: String? = nil, eligible: Eligible? = nil, advocate: String? = nil, supportReason: String? = nil,
      councilReference: String? = nil
    ) {
      self.outcome = outcome
      self.eligible = eligible
      self.advocate = advocate
      self.supportReason = supportReason
      self.councilReference = councilReference
    }
  }

  public var id: String
  public var patient: ID<Patient>
  public var kind: Kind
  public var status: Status
  public var requestedOn: Day
  public var targetOn: Day?
  public var completedOn: Day?
  public var ownerID: ID<StaffMember>
  public var owner: String
  /// The carer of a carer's assessment, as the plan's contacts have them.
  public var carer: ID<PlanItem>?
  public var carerName: String?
  /// Nil for whoever may not read it.
  public var detail: Detail?
  public var changedAt: Moment
  public var changedBy: String
  public var voidReason: String?
  /// Compared on saving (D-VER-1).
  public var rowVersion: Int

  public init(
    id: String, patient: ID<Patient>, kind: Kind, status: Status, requestedOn: Day, targetOn: Day?, completedOn: Day?,
    ownerID: ID<StaffMember>, owner: String, carer: ID<PlanItem>?, carerName: String?, detail: Detail?,
    changedAt: Moment, changedBy: String, voidReason: String? = nil, rowVersion: Int = 1
  ) {
    self.id = id
    self.patient = patient
    self.kind = kind
    self.status = status
    self.requestedOn = requestedOn
    self.targetOn = targetOn
    self.completedOn = completedOn
    self.ownerID = ownerID
    self.owner = owner
    self.carer = carer
    self.carerName = carerName
    self.detail = detail
    self.changedAt = changedAt
    self.changedBy = changedBy
    self.voidReason = voidReason
    self.rowVersion = rowVersion
  }

  public func isLate(on day: Day) -> Bool { status.isOpen && targetOn.map { $0 < day } ?? false }
}

/// Care Act work as it is asked for.
public struct SocialCareRequest: Hashable, Sendable {
  public var kind: SocialCareItem.Kind
  public var requestedOn: Day
  public var targetOn: Day?
  public var owner: ID<StaffMember>
  public var carer: ID<PlanItem>?
  public var detail: SocialCareItem.Detail

  public init(
    kind: SocialCareItem.Kind, requestedOn: Day, targetOn: Day? = nil, owner: ID<StaffMember>,
    carer: ID<PlanItem>? = nil, detail: SocialCareItem.Detail = .init()
  ) {
    self.kind = kind
    self.requestedOn = requestedOn
    self.targetOn = targetOn
    self.owner = owner
    self.carer = carer
    self.detail = detail
  }

  /// What is wrong with it, as sentences.
  public func faults(today: Day) -> [String] {
    var found = [String]()
    if requestedOn > today { found.append("It was asked for on a day that is still to come.") }
    if let targetOn, targetOn < requestedOn { found.append("Its target is before the day that it was asked for.") }
    if kind == .carerAssessment, carer == nil {
      found.append("A carer's assessment is of a carer: choose one of the plan's contacts (s.10).")
    }
    if kind != .carerAssessment, carer != nil { found.append("Only a carer's assessment is of a carer.") }
    if kind.isSafeguarding {
      found.append("A safeguarding concern is recorded by itself, where only those who deal with it read it (R-SG-01).")
    }
    return found + detail.faults
  }
}

extension SocialCareItem.Detail {
  /// What is wrong with it, as sentences.
  public var faults: [String] {
    let texts = [("outcome", outcome, 500), ("advocate", advocate, 140), ("reason for support", supportReason, 140)]
    return texts.filter { ($0.1 ?? "").count > $0.2 }.map { "The \($0.0) has more than \($0.2) characters." }
      + ((councilReference ?? "").count > 35 ? ["The council's number has more than 35 characters."] : [])
  }
}
