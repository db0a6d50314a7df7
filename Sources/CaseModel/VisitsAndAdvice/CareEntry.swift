/// A visit or a piece of advice: short, dated, with its author (issue D 6).
public struct CareEntry: Hashable, Sendable, Identifiable {
  public typealias ID = CaseModel.ID<CareEntry>

  public enum Kind: String, Coded {
    case jointVisit = "joint_visit"
    case visit
    /// On-call advice to a GP or a navigator, by phone or e-mail.
    case advice
    /// A social worker's advice to a colleague.
    case socialCareAdvice = "social_care_advice"
    /// The hospital ward team asks the community geriatrician to follow somebody up.
    case wardFlag = "ward_flag"

    public var words: String {
      switch self {
      case .jointVisit: "Joint visit"
      case .visit: "Visit"
      case .advice: "Advice given"
      case .socialCareAdvice: "Social care advice given"
      case .wardFlag: "Flagged by the ward team"
      }
    }

    public var alsoWritten: [String] {
      switch self {
      case .jointVisit: ["joint"]
      case .advice: ["clinical advice"]
      case .socialCareAdvice: ["social care advice", "social advice"]
      case .wardFlag: ["flag", "ward"]
      default: []
      }
    }

    public var isVisit: Bool { self == .jointVisit || self == .visit }
    public var isAdvice: Bool { self == .advice || self == .socialCareAdvice }
  }

  public enum Medium: String, Coded {
    case inPerson = "in_person"
    case phone, email, video

    public var words: String {
      switch self {
      case .inPerson: "In person"
      case .phone: "By phone"
      case .email: "By e-mail"
      case .video: "By video"
      }
    }

    public var alsoWritten: [String] { self == .email ? ["mail", "e-mail"] : [] }
  }

  /// Somebody who went along.
  public struct Companion: Hashable, Sendable {
    public var staff: CaseModel.ID<StaffMember>?
    public var name: String
    public var role: String?

    public init(staff: CaseModel.ID<StaffMember>? = nil, name: String, role: String? = nil) {
      self.staff = staff
      self.name = name
      self.role = role
    }
  }

  public var id: ID
  public var patient: CaseModel.ID<Patient>
  public var kind: Kind
  public var medium: Medium
  public var at: Moment
  /// Who went together, whoever wrote it down among them.
  public var people: [Companion]
  /// To whom advice was given.
  public var to: String?
  /// What was found, asked or said.
  public var found: String
  /// What follows.
  public var follows: String?
  public var followUp: FollowUp?
  public var author: String
  public var authorRole: StaffRole?
  public var recordedAt: Moment
  /// What became of it: an action of the plan's draft, a question for the meeting.
  public var hasQuestion: Bool
  public var voidReason: String?

  /// By when somebody looks again, and whether they have.
  public struct FollowUp: Hashable, Sendable {
    public var on: Day
    public var owner: CaseModel.ID<StaffMember>?
    public var ownerName: String?
    public var doneOn: Day?
    public var doneBy: String?
    public var outcome: String?

    public init(
      on: Day, owner: CaseModel.ID<StaffMember>?, ownerName: String?, doneOn: Day? = nil, doneBy: String? = nil,
      outcome: String? = nil
    ) {
      self.on = on
      self.owner = owner
      self.ownerName = ownerName
      self.doneOn = doneOn
      self.doneBy = doneBy
      self.outcome = outcome
    }
  }

  public init(
    id: ID, patient: CaseModel.ID<Patient>, kind: Kind, medium: Medium, at: Moment, people: [Companion], to: String?,
    found: String, follows: String?, followUp: FollowUp?, author: String, authorRole: StaffRole?, recordedAt: Moment,
    hasQuestion: Bool = false, voidReason: String? = nil
  ) {
    self.id = id
    self.patient = patient
    self.kind = kind
    self.medium = medium
    self.at = at
    self.people = people
    self.to = to
    self.found = found
    self.follows = follows
    self.followUp = followUp
    self.author = author
    self.authorRole = authorRole
    self.recordedAt = recordedAt
    self.hasQuestion = hasQuestion
    self.voidReason = voidReason
  }

  /// As the timeline tells it: `joint visit with P. Lowe: found in bed at noon`.
  public var told: String {
    let others = people.map(\.name).joined(separator: ", ")
    let head =
      switch kind {
      case .jointVisit, .visit: kind.words.lowercasedFirst + (others.isEmpty ? "" : " with \(others)")
      case .advice, .socialCareAdvice: kind.words.lowercasedFirst + (to.map { " to \($0)" } ?? "")
      case .wardFlag: kind.words.lowercasedFirst
      }
    return "\(head): \(found)"
  }
}

/// A visit or advice as it is written down.
public struct CareEntryRequest: Hashable, Sendable {
  public var kind: CareEntry.Kind
  public var medium: CareEntry.Medium
  public var at: Moment
  public var people: [CareEntry.Companion]
  public var to: String?
  public var found: String
  public var follows: String?
  public var followUpOn: Day?
  public var followUpOwner: ID<StaffMember>?

  public init(
    kind: CareEntry.Kind, medium: CareEntry.Medium = .inPerson, at: Moment, people: [CareEntry.Companion] = [],
    to: String? = nil, found: String, follows: String? = nil, followUpOn: Day? = nil,
    followUpOwner: ID<StaffMember>? = nil
  ) {
    self.kind = kind
    self.medium = medium
    self.at = at
    self.people = people
    self.to = to
    self.found = found
    self.follows = follows
    self.followUpOn = followUpOn
    self.followUpOwner = followUpOwner
  }

  public enum Part: String, Hashable, Sendable, CaseIterable { case at, people, to, found, follows, followUp }

  /// What is wrong with it; empty where it can be kept.
  public func complaints(now: Moment) -> [Complaint<Part>] {
    var wrong = [Complaint<Part>]()
    if at > now { wrong.append(Complaint(.at, "It is in the future: write down what has happened.")) }
    if kind == .jointVisit, people.isEmpty { wrong.append(Complaint(.people, "Say who went together.")) }
    if people.contains(where: { $0.name.isBlank || $0.name.count > 70 }) || people.count > 9 {
      wrong.append(Complaint(.people, "Give each a name of at most 70 characters, and at most nine."))
    }
    if kind.isAdvice, (to ?? "").isBlank { wrong.append(Complaint(.to, "Say to whom the advice was given.")) }
    if let to, to.count > 70 { wrong.append(Complaint(.to, "The name has more than 70 characters.")) }
    if found.isBlank {
      wrong.append(Complaint(.found, kind.isAdvice ? "Say what was advised." : "Say what was found."))
    }
    for (part, text) in [(Part.found, found), (.follows, follows ?? "")] where text.count > 1000 {
      wrong.append(Complaint(part, "It has \(text.count) characters, and 1,000 fit: entries are short."))
    }
    if kind == .wardFlag, followUpOn == nil {
      wrong.append(Complaint(.followUp, "Say by when the person is to be seen."))
    }
    if let followUpOn, followUpOn < at.day {
      wrong.append(Complaint(.followUp, "It is before the day of the entry."))
    }
    return wrong
  }
}

/// A question for the next meeting, until the meeting takes it or it is withdrawn.
public struct MeetingQuestion: Hashable, Sendable, Identifiable {
  public var id: String
  public var patient: ID<Patient>
  public var patientName: PersonName
  public var nhsNumber: NHSNumber?
  public var question: String
  public var askedBy: String
  public var askedByID: ID<StaffMember>
  public var askedAt: Moment
  /// The visit or advice that it comes from.
  public var entry: CareEntry.ID?

  public init(
    id: String, patient: ID<Patient>, patientName: PersonName, nhsNumber: NHSNumber?, question: String,
    askedBy: String, askedByID: ID<StaffMember>, askedAt: Moment, entry: CareEntry.ID?
  ) {
    self.id = id
    self.patient = patient
    self.patientName = patientName
    self.nhsNumber = nhsNumber
    self.question = question
    self.askedBy = askedBy
    self.askedByID = askedByID
    self.askedAt = askedAt
    self.entry = entry
  }

  /// How many characters a question has at most.
  public static let limit = 280
}
