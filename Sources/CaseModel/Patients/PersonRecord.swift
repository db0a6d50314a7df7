/// The single view of one person: who they are and everything the partners share about them.
public struct PersonRecord: Hashable, Sendable, Codable {
  public var patient: Patient
  public var addresses: [Address]
  public var telecoms: [Telecom]
  /// Newest first.
  public var enrolments: [Enrolment]
  /// Newest first.
  public var consents: [Consent]
  /// Newest run first; an older run imported later takes its place in time, not in front.
  public var scores: [RiskScore]
  public var team: [TeamMembership]
  public var plan: PlanHeader?
  /// The crisis plan in force, without what it says; or that there is a draft only.
  public var crisis: CrisisHeader?
  public var partners: [PartnerData]
  /// Newest first.
  public var timeline: [TimelineEntry]
  /// Columns of the caseload file that mdt does not know, as they came: name and value.
  public var unknownColumns: [UnknownColumn]
  /// What the data quality list says about this person, in words.
  public var dataQuality: [String]
  public var hasSimilar: Bool
  /// What the reader is told of plans they wrote, where the record was opened to be shown to them.
  public var notes: [PlanNote] = []
  /// Of the locality, where nobody is their named social worker; holds no case (R-SW-06).
  public var linkWorker: LinkWorker?
  /// What was said when they were last handed over (R-SW-03).
  public var handover: HandoverRecord?
  /// Until when it is open to the reader by breaking the glass; nil where it is open as it is (8.3).
  public var glassUntil: Moment?
  /// Until when it is open to the reader against the person's wish, because somebody decided so (5.3).
  public var overrideUntil: Moment?
  /// Referrals, follow-ups and the safeguarding marker.
  public var inHand = WorkInHand()

  public init(patient: Patient) {
    self.patient = patient
    addresses = []
    telecoms = []
    enrolments = []
    consents = []
    scores = []
    team = []
    partners = []
    timeline = []
    unknownColumns = []
    dataQuality = []
    hasSimilar = false
  }

  public struct UnknownColumn: Hashable, Sendable, Codable {
    public var name: String
    public var value: String
    public init(name: String, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The plan's header as the single view shows it.
  public struct PlanHeader: Hashable, Sendable, Codable {
    public var status: CarePlanStatus
    public var versionNumber: Int
    public var nextReview: Day?
    public var reviewOwner: String?
    public var agreedOn: Day?
    public var lastReviewed: Day?
    public var offer: String?
    public var declineReason: String?
    public var goalCount: Int
    public var improvingGoalCount: Int

    public init(
      status: CarePlanStatus, versionNumber: Int, nextReview: Day?, reviewOwner: String?, agreedOn: Day?,
      lastReviewed: Day?, offer: String?, declineReason: String?, goalCount: Int, improvingGoalCount: Int
    ) {
      self.status = status
      self.versionNumber = versionNumber
      self.nextReview = nextReview
      self.reviewOwner = reviewOwner
      self.agreedOn = agreedOn
      self.lastReviewed = lastReviewed
      self.offer = offer
      self.declineReason = declineReason
      self.goalCount = goalCount
      self.improvingGoalCount = improvingGoalCount
    }

    public func standing(on day: Day) -> PlanStanding {
      .of(status: status, nextReview: nextReview, reason: noPlanReason, on: day)
    }

    /// Why this is no plan: a draft that only records that the person declined. Nil for every other plan.
    public var noPlanReason: String? {
      status == .draft && offer == "offered_declined" ? (declineReason ?? "declined") : nil
    }
  }

  public var currentEnrolment: Enrolment? { enrolments.first }
  public var namedSocialWorker: TeamMembership? { team.first { $0.role == "named_social_worker" } }
}

/// That a person is, or was, in integrated care, and how they came to it (spec 5.1).
public struct Enrolment: Hashable, Sendable, Codable {
  public var status: EnrolmentStatus
  public var route: EnrolmentRoute?
  public var identifiedOn: Day?
  public var enrolledOn: Day?
  public var endedOn: Day?
  public var endReason: String?
  public var practiceAtEnrolment: String?

  public init(
    status: EnrolmentStatus, route: EnrolmentRoute? = nil, identifiedOn: Day? = nil, enrolledOn: Day? = nil,
    endedOn: Day? = nil, endReason: String? = nil, practiceAtEnrolment: String? = nil
  ) {
    self.status = status
    self.route = route
    self.identifiedOn = identifiedOn
    self.enrolledOn = enrolledOn
    self.endedOn = endedOn
    self.endReason = endReason
    self.practiceAtEnrolment = practiceAtEnrolment
  }
}

/// One statement about consent; the newest of a subject is the one in force (spec 5.3).
public struct Consent: Hashable, Sendable, Codable {
  public var subject: String
  public var basis: ConsentBasis
  public var decision: String
  public var givenByName: String?
  public var at: Day
  public init(subject: String, basis: ConsentBasis, decision: String, givenByName: String? = nil, at: Day) {
    self.subject = subject
    self.basis = basis
    self.decision = decision
    self.givenByName = givenByName
    self.at = at
  }
}

/// A professional of the person's team, with dates (spec 4.2).
public struct TeamMembership: Hashable, Sendable, Codable {
  /// `named_social_worker`, `care_navigator`, ...
  public var role: String
  public var staffID: ID<StaffMember>?
  public var name: String
  public var organisation: String
  public var team: String?
  public var phone: String?
  public var start: Day
  /// They were asked to accept it, and when they did; a role from before was never asked.
  public var isAsked: Bool = false
  public var acceptedOn: Day?
  /// When the person was told of it.
  public var toldOn: Day?
  public init(
    role: String, staffID: ID<StaffMember>?, name: String, organisation: String, team: String?, phone: String?,
    start: Day
  ) {
    self.role = role
    self.staffID = staffID
    self.name = name
    self.organisation = organisation
    self.team = team
    self.phone = phone
    self.start = start
  }
  public var roleWords: String { role.split(separator: "_").joined(separator: " ").capitalisedFirst }
}

extension String {
  /// The first letter in capitals.
  public var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// What one partner organisation has given us about a person, with its age (I-10).
public struct PartnerData: Hashable, Sendable, Codable {
  public var organisationCode: String
  public var organisationName: String
  public var kind: OrganisationKind
  /// To when it is true; nil when the partner has given nothing.
  public var asOf: Moment?
  /// Label and text: `Problems`, `COPD; heart failure`.
  public var facts: [Fact]
  /// Where it came from: `caseload file of 05-Jan-2016, not from their system`.
  public var source: String

  public struct Fact: Hashable, Sendable, Codable {
    public var label: String
    public var text: String
    public init(_ label: String, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  public init(
    organisationCode: String, organisationName: String, kind: OrganisationKind, asOf: Moment?, facts: [Fact],
    source: String
  ) {
    self.organisationCode = organisationCode
    self.organisationName = organisationName
    self.kind = kind
    self.asOf = asOf
    self.facts = facts
    self.source = source
  }

  /// `today`, `1d old`, `~ 8d old`, `! NO DATA 31d`, `! NO DATA`.
  public func age(on day: Day) -> String {
    guard let asOf else { return "! NO DATA" }
    let days = max(day - asOf.day, 0)
    switch days {
    case 0: return "today"
    case 1...7: return "\(days)d old"
    case 8...28: return "~ \(days)d old"
    default: return "! NO DATA \(days)d"
    }
  }
}

/// Something that happened, as the timeline tells it.
public struct TimelineEntry: Hashable, Sendable, Codable {
  public var on: Day
  public var who: String
  public var what: String
  public init(on: Day, who: String, what: String) {
    self.on = on
    self.who = who
    self.what = what
  }
}
