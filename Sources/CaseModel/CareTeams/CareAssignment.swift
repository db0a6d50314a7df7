/// That somebody has, or had, a role for a person (spec 4.2): who, since when, whether they accepted, and whether the
/// person knows. Never deleted: what was recorded in error is void, with a reason (D-VER-2).
public struct CareAssignment: Hashable, Sendable, Codable, Identifiable {
  public var id: String
  public var patient: ID<Patient>
  public var role: CareRole
  public var staff: ID<StaffMember>
  public var name: String
  public var organisation: String
  public var team: String?
  public var phone: String?
  public var start: Moment
  public var end: Moment?
  public var assignedBy: String
  public var reason: AssignmentReason
  public var reasonText: String?
  /// When they were asked to accept; nil where nobody asked: it is their own doing, or from before acceptance was kept.
  public var askedAt: Moment?
  public var acceptedAt: Moment?
  public var declinedAt: Moment?
  public var toldOn: Day?
  public var toldMethod: ToldMethod?
  public var weight: Int?
  /// What makes up the weight; nil where nobody said.
  public var weightParts: CaseWeight?
  public var weightWords: String? { weightParts?.words }
  public var endReason: AssignmentEnd?
  public var endText: String?
  /// Compared on saving (D-VER-1).
  public var rowVersion: Int
  /// Their last day here; nil where none is known.
  public var lastDay: Day?

  public init(
    id: String, patient: ID<Patient>, role: CareRole, staff: ID<StaffMember>, name: String, organisation: String,
    team: String? = nil, phone: String? = nil, start: Moment, end: Moment? = nil, assignedBy: String,
    reason: AssignmentReason, reasonText: String? = nil, askedAt: Moment? = nil, acceptedAt: Moment? = nil,
    declinedAt: Moment? = nil, toldOn: Day? = nil, toldMethod: ToldMethod? = nil, weight: Int? = nil,
    weightParts: CaseWeight? = nil, endReason: AssignmentEnd? = nil, endText: String? = nil, rowVersion: Int = 1,
    lastDay: Day? = nil
  ) {
    self.id = id
    self.patient = patient
    self.role = role
    self.staff = staff
    self.name = name
    self.organisation = organisation
    self.team = team
    self.phone = phone
    self.start = start
    self.end = end
    self.assignedBy = assignedBy
    self.reason = reason
    self.reasonText = reasonText
    self.askedAt = askedAt
    self.acceptedAt = acceptedAt
    self.declinedAt = declinedAt
    self.toldOn = toldOn
    self.toldMethod = toldMethod
    self.weight = weight
    self.weightParts = weightParts
    self.endReason = endReason
    self.endText = endText
    self.rowVersion = rowVersion
    self.lastDay = lastDay
  }

  public var isCurrent: Bool { end == nil }

  /// Whether it was theirs at a moment: from the second it began to the one it ended.
  public func held(at moment: Moment) -> Bool { start <= moment && (end.map { moment < $0 } ?? true) }

  /// Asked, and neither accepted nor declined nor over.
  public var isWaiting: Bool { askedAt != nil && acceptedAt == nil && end == nil }

  /// The last day on which they may accept without anybody being told (4.2).
  public func acceptBy(days: Int, holidays: Set<Day>) -> Day? {
    askedAt.map { $0.day.adding(workingDays: days, holidays: holidays) }
  }

  /// Not accepted after so many working days: on the list of what nobody owns (4.2).
  public func isUnaccepted(on day: Day, days: Int, holidays: Set<Day>) -> Bool {
    isWaiting && askedAt.map { $0.day.workingDays(until: day, holidays: holidays) > days } ?? false
  }

  /// By when the person has to know; nil where they do already, or need not be told.
  public func tellBy(days: Int) -> Day? { role.personIsTold && toldOn == nil && isCurrent ? start.day + days : nil }

  /// "accepted 05-Jan-2016", "not accepted yet", "declined 06-Jan-2016".
  public var acceptanceWords: String {
    if let declinedAt { return "declined \(declinedAt.day.short)" }
    if let acceptedAt { return "accepted \(acceptedAt.day.short)" }
    return askedAt == nil ? "was not asked to accept" : "not accepted yet"
  }

  /// "person told 07-Jan-2016 by phone", "person not told yet".
  public var toldWords: String {
    guard let toldOn else { return role.personIsTold ? "person not told yet" : "person need not be told" }
    return "person told \(toldOn.short)\(toldMethod.map { " \($0.words.lowercasedFirst)" } ?? "")"
  }
}

extension Day {
  /// The day after so many working days; itself for none (D-VER-4).
  public func adding(workingDays days: Int, holidays: Set<Day>) -> Day {
    var (day, left) = (self, days)
    while left > 0 {
      day = day + 1
      if day.isWorkingDay(holidays: holidays) { left -= 1 }
    }
    return day
  }
}

/// What is wanted when somebody is given a role.
public struct NewAssignment: Hashable, Sendable {
  /// Whom the one who assigns saw in a role that only one has (I-4, D-VER-1).
  public enum Seen: Hashable, Sendable {
    case nobody
    /// The assignment that is to be replaced.
    case assignment(String)
    /// Whoever it is gives way: for what is not decided on a screen.
    case whoever
  }

  public var role: CareRole
  public var staff: ID<StaffMember>
  public var reason: AssignmentReason
  public var text: String?
  /// Wanted for a named social worker; what the record suggests where nil.
  public var weight: CaseWeight?
  public var seen: Seen

  public init(
    role: CareRole, staff: ID<StaffMember>, reason: AssignmentReason = .reallocation, text: String? = nil,
    weight: CaseWeight? = nil, seen: Seen = .whoever
  ) {
    self.role = role
    self.staff = staff
    self.reason = reason
    self.text = text
    self.weight = weight
    self.seen = seen
  }
}

/// Everybody who looks after a person, and who did.
public struct CareTeamRecord: Hashable, Sendable, Codable {
  /// The one who holds most first: GP, social worker, coordinator, and the others by when they began.
  public var current: [CareAssignment]
  /// The newest first.
  public var past: [CareAssignment]
  /// Of the person's locality, for who has no named social worker (R-SW-06); no case-holder.
  public var linkWorker: LinkWorker?
  public var notes: [HandoverRecord]
  /// The person waits for somebody in these roles.
  public var waiting: [AllocationRequest]

  public init(
    current: [CareAssignment] = [], past: [CareAssignment] = [], linkWorker: LinkWorker? = nil,
    notes: [HandoverRecord] = [], waiting: [AllocationRequest] = []
  ) {
    self.current = current
    self.past = past
    self.linkWorker = linkWorker
    self.notes = notes
    self.waiting = waiting
  }

  public func holder(of role: CareRole) -> CareAssignment? { current.first { $0.role == role } }
}

/// The social worker who links a locality with the service; holds no case by it (R-SW-06).
public struct LinkWorker: Hashable, Sendable, Codable {
  public var staff: ID<StaffMember>
  public var name: String
  public var phone: String?
  public var locality: String

  public init(staff: ID<StaffMember>, name: String, phone: String?, locality: String) {
    self.staff = staff
    self.name = name
    self.phone = phone
    self.locality = locality
  }

  /// Says in words what it is not, wherever it stands.
  public static let words = "Locality link worker, holds no case"
}

/// A handover note with who gave it to whom and when (I-10).
public struct HandoverRecord: Hashable, Sendable, Codable {
  public var at: Moment
  public var from: String
  public var to: String?
  public var author: String
  public var note: HandoverNote

  public init(at: Moment, from: String, to: String?, author: String, note: HandoverNote) {
    self.at = at
    self.from = from
    self.to = to
    self.author = author
    self.note = note
  }
}

/// That a person waits for somebody in a role: an MDT decided it, their worker went, or whoever was asked declined.
public struct AllocationRequest: Hashable, Sendable, Codable, Identifiable {
  public enum Source: String, Coded {
    case mdtDecision = "mdt_decision"
    case asked
    case unallocated
    case declined
    case ended

    public var words: String {
      switch self {
      case .mdtDecision: "Decision of an MDT"
      case .asked: "Asked for"
      case .unallocated: "Handed over to nobody"
      case .declined: "Whoever was asked declined"
      case .ended: "The one before has ended"
      }
    }
  }

  public var id: String
  public var role: CareRole
  public var since: Moment
  public var source: Source
  public var reason: String?

  public init(id: String, role: CareRole, since: Moment, source: Source, reason: String?) {
    self.id = id
    self.role = role
    self.since = since
    self.source = source
    self.reason = reason
  }
}
