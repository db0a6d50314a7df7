/// A statement as it was recorded: by whom, for which organisation, and whether it was an error.
public struct RecordedStatement: Hashable, Sendable, Identifiable {
  public var id: String
  public var statement: ConsentStatement
  /// Who wrote it down; nil for one that came with a file.
  public var takenBy: String?
  public var organisation: String?
  /// Set where it was recorded in error: it counts no more, and stays to be read.
  public var void: Voiding?

  public struct Voiding: Hashable, Sendable {
    public var by: String
    public var at: Moment
    public var reason: String
    public init(by: String, at: Moment, reason: String) {
      self.by = by
      self.at = at
      self.reason = reason
    }
  }

  public init(
    id: String, statement: ConsentStatement, takenBy: String?, organisation: String?, void: Voiding? = nil
  ) {
    self.id = id
    self.statement = statement
    self.takenBy = takenBy
    self.organisation = organisation
    self.void = void
  }
}

/// That somebody does not want their record shared with an organisation or with one member of staff (spec 5.3).
public struct SharingRestriction: Hashable, Sendable, Identifiable {
  public var id: String
  /// The organisation's or the member of staff's name.
  public var party: String
  public var isOrganisation: Bool
  public var from: Day
  public var to: Day?
  public var reason: String
  public var recordedBy: String

  public init(
    id: String, party: String, isOrganisation: Bool, from: Day, to: Day?, reason: String, recordedBy: String
  ) {
    self.id = id
    self.party = party
    self.isOrganisation = isOrganisation
    self.from = from
    self.to = to
    self.reason = reason
    self.recordedBy = recordedBy
  }

  public func isInForce(on day: Day) -> Bool { from <= day && to.map { day <= $0 } ?? true }
}

/// Why a record is shared although the person does not want that (spec 5.3).
public enum OverrideGround: String, Coded {
  case vitalInterest = "vital_interest"
  case seriousCrime = "serious_crime"
  case safeguarding

  public var words: String {
    switch self {
    case .vitalInterest: "Somebody's life or health is in danger"
    case .seriousCrime: "To prevent or find out a serious crime"
    case .safeguarding: "Safeguarding"
    }
  }
}

/// That a named person decided to share a record with a member of staff against what the person wants (spec 5.3): for a
/// time, with a reason, reported to the privacy officer.
public struct SharingOverride: Hashable, Sendable, Identifiable {
  public var id: String
  public var ground: OverrideGround
  public var decidedByName: String
  public var decidedByRole: String
  public var reason: String
  /// Whom it opens the record to.
  public var staffName: String
  public var at: Moment
  public var until: Moment
  public var recordedBy: String

  public init(
    id: String, ground: OverrideGround, decidedByName: String, decidedByRole: String, reason: String,
    staffName: String, at: Moment, until: Moment, recordedBy: String
  ) {
    self.id = id
    self.ground = ground
    self.decidedByName = decidedByName
    self.decidedByRole = decidedByRole
    self.reason = reason
    self.staffName = staffName
    self.at = at
    self.until = until
    self.recordedBy = recordedBy
  }

  /// [D] At most so many days; then it is decided anew.
  public static let mostDays = 14
}

/// Everything about one person's consent: what stands, what was said before, and what was decided against it.
public struct ConsentRecord: Hashable, Sendable {
  /// Name, birth date, gender and NHS number, and nothing else: it is read where the record itself is closed.
  public var patient: Patient
  public var enrolment: EnrolmentStatus?
  /// Newest first, those recorded in error too.
  public var statements: [RecordedStatement]
  public var restrictions: [SharingRestriction]
  public var overrides: [SharingOverride]
  /// How many of the person's open actions wait for "stop or transfer?".
  public var openTasks: Int

  public init(
    patient: Patient, enrolment: EnrolmentStatus? = nil, statements: [RecordedStatement] = [],
    restrictions: [SharingRestriction] = [], overrides: [SharingOverride] = [], openTasks: Int = 0
  ) {
    self.patient = patient
    self.enrolment = enrolment
    self.statements = statements
    self.restrictions = restrictions
    self.overrides = overrides
    self.openTasks = openTasks
  }

  /// What stands for a subject; nil where nothing was ever recorded.
  public func standing(_ subject: ConsentSubject) -> RecordedStatement? {
    statements.first { $0.statement.subject == subject && $0.void == nil }
  }

  /// Invited, or known as somebody to invite, and not enrolled.
  public var isInvited: Bool { enrolment == .identified || enrolment == .invited }
}

/// A decision in somebody's best interests that has to be looked at again.
public struct BestInterestsReview: Hashable, Sendable {
  public var patient: ID<Patient>
  public var patientName: PersonName
  public var nhsNumber: NHSNumber?
  public var subject: ConsentSubject
  public var decidedOn: Day
  public var due: Day
  public var decidedBy: String

  public init(
    patient: ID<Patient>, patientName: PersonName, nhsNumber: NHSNumber?, subject: ConsentSubject, decidedOn: Day,
    due: Day, decidedBy: String
  ) {
    self.patient = patient
    self.patientName = patientName
    self.nhsNumber = nhsNumber
    self.subject = subject
    self.decidedOn = decidedOn
    self.due = due
    self.decidedBy = decidedBy
  }

  /// From so many days before it falls due it is listed.
  public static let listedDays = 28

  /// `! 3d late`, `~ in 12d`
  public func mark(on day: Day) -> String {
    let left = due - day
    if left < 0 { return "! \(-left)d late" }
    return left == 0 ? "! today" : "~ in \(left)d"
  }
}
