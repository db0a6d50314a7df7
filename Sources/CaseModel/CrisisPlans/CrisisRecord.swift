/// A crisis plan as the store holds it: one draft, or one signed version with how it stands.
public struct CrisisPlanRecord: Hashable, Sendable, Codable, Identifiable {
  public typealias ID = CaseModel.ID<CrisisPlanRecord>

  public var id: ID
  public var patient: CaseModel.ID<Patient>
  /// 0 for a draft.
  public var versionNumber: Int
  public var grade: CrisisGrade
  /// As it is stored, which never says "expired": ask `status(on:)`.
  public var storedStatus: CrisisStatus
  public var effectiveFrom: Moment?
  /// Of an interim plan that is signed.
  public var clock: CrisisClock?
  public var reviewOn: Day?
  public var renewals: Int
  /// What was missing for a confirmed plan when it was approved (R-CR-02).
  public var gaps: [CrisisField]
  public var plan: CrisisPlan
  /// Compared on saving (D-VER-1).
  public var rowVersion: Int
  public var draftedBy: String
  public var draftedByID: CaseModel.ID<StaffMember>
  public var updatedAt: Moment
  public var updatedBy: String
  /// SHA-256 of the signed version, which every sign-off names; nil for a draft.
  public var digest: String?
  /// Why it was revoked or withdrawn, where somebody said so.
  public var statusReason: String?

  public init(
    id: ID, patient: CaseModel.ID<Patient>, versionNumber: Int, grade: CrisisGrade, storedStatus: CrisisStatus,
    effectiveFrom: Moment? = nil, clock: CrisisClock? = nil, reviewOn: Day? = nil, renewals: Int = 0,
    gaps: [CrisisField] = [], plan: CrisisPlan, rowVersion: Int, draftedBy: String,
    draftedByID: CaseModel.ID<StaffMember>, updatedAt: Moment, updatedBy: String, digest: String? = nil,
    statusReason: String? = nil
  ) {
    self.id = id
    self.patient = patient
    self.versionNumber = versionNumber
    self.grade = grade
    self.storedStatus = storedStatus
    self.effectiveFrom = effectiveFrom
    self.clock = clock
    self.reviewOn = reviewOn
    self.renewals = renewals
    self.gaps = gaps
    self.plan = plan
    self.rowVersion = rowVersion
    self.draftedBy = draftedBy
    self.draftedByID = draftedByID
    self.updatedAt = updatedAt
    self.updatedBy = updatedBy
    self.digest = digest
    self.statusReason = statusReason
  }

  /// How it stands on a day: an interim plan expires by the date alone (R-CR-04); a confirmed one never does.
  public func status(on day: Day) -> CrisisStatus {
    guard storedStatus == .inForce, grade == .interim, let clock, clock.stage(on: day) == .expired else {
      return storedStatus
    }
    return .expired
  }

  /// Without what is shown to clinicians only.
  public var withoutPrognosis: CrisisPlanRecord {
    var record = self
    record.plan = plan.withoutPrognosis
    return record
  }

  /// "INTERIM CRISIS PLAN v3", or the banner of one that has expired.
  public func title(on day: Day) -> String {
    status(on: day) == .expired
      ? CrisisClock.expiredBanner
      : "\(grade.words.uppercased()) CRISIS PLAN\(versionNumber > 0 ? " v\(versionNumber)" : "")"
  }

  /// The mark and the words for its state: `= in force, day 3 of 28`, `! EXPIRED 2 days ago`, `! REVIEW OVERDUE 5d`.
  public func standing(on day: Day) -> String {
    switch status(on: day) {
    case .draft: return "~ draft, not in force"
    case .superseded: return "  superseded"
    case .revoked: return "! REVOKED"
    case .enteredInError: return "  entered in error"
    case .expired: return "! \(clock?.words(on: day) ?? "EXPIRED")"
    case .inForce:
      if let clock, grade == .interim {
        return "\(clock.stage(on: day) == .running ? "=" : "~") in force, \(clock.words(on: day))"
      }
      guard let reviewOn else { return "! in force, NO REVIEW DATE" }
      return reviewOn < day ? "! in force, REVIEW OVERDUE \(day - reviewOn)d" : "= in force, review \(reviewOn.short)"
    }
  }
}

/// Somebody's name under exactly one version of a crisis plan; added and never changed.
public struct CrisisSignOff: Hashable, Sendable, Codable, Identifiable {
  public enum Role: String, Coded {
    case drafter
    case clinicalApprover = "clinical_approver"
    case accountableGP = "accountable_gp"
    case consultant
    case socialCare = "social_care"
    case person, representative

    public var words: String {
      switch self {
      case .accountableGP: "Accountable GP"
      default: sentence(rawValue)
      }
    }
  }

  /// What they signed for.
  public enum Act: String, Coded {
    case drafted, approved, confirmed, renewed, reviewed, agreed
    public var words: String { sentence(rawValue) }
  }

  public var id: String
  public var version: Int
  /// The hash of that version.
  public var digest: String
  public var role: Role
  public var act: Act
  public var name: String
  public var staffID: CaseModel.ID<StaffMember>?
  public var registration: String?
  public var at: Moment
  public var statement: String
  public var method: String

  public init(
    id: String, version: Int, digest: String, role: Role, act: Act, name: String,
    staffID: CaseModel.ID<StaffMember>? = nil, registration: String? = nil, at: Moment, statement: String,
    method: String
  ) {
    self.id = id
    self.version = version
    self.digest = digest
    self.role = role
    self.act = act
    self.name = name
    self.staffID = staffID
    self.registration = registration
    self.at = at
    self.statement = statement
    self.method = method
  }
}

/// Why a warning does not hinder, said by whoever approved or confirmed that version (R-CR-06).
public struct CrisisAnswer: Hashable, Sendable, Codable {
  public var version: Int
  public var warning: CrisisWarning
  public var reason: String
  public var by: String
  public var at: Moment

  public init(version: Int, warning: CrisisWarning, reason: String, by: String, at: Moment) {
    self.version = version
    self.warning = warning
    self.reason = reason
    self.by = by
    self.at = at
  }
}

/// That the plan was needed, and what came of it (R-CR-10).
public struct CrisisUse: Hashable, Sendable, Codable, Identifiable {
  public enum Followed: String, Coded {
    case yes, partly, no
    case notFound = "not_found"
    public var words: String { self == .notFound ? "The plan was not found" : sentence(rawValue) }
  }
  public enum Outcome: String, Coded {
    case stayedHome = "stayed_home"
    case ed, admitted, died, other
    public var words: String {
      switch self {
      case .stayedHome: "Stayed at home"
      case .ed: "Went to the emergency department"
      default: sentence(rawValue)
      }
    }
  }

  public var id: String
  public var on: Day
  /// Who used it: "London Ambulance Service", "daughter".
  public var whoUsed: String
  public var followed: Followed
  public var outcome: Outcome
  public var whatToChange: String
  public var version: Int
  public var recordedBy: String
  public var recordedAt: Moment

  public init(
    id: String = "", on: Day, whoUsed: String, followed: Followed, outcome: Outcome, whatToChange: String = "",
    version: Int = 0, recordedBy: String = "", recordedAt: Moment = Moment(seconds: 0)
  ) {
    self.id = id
    self.on = on
    self.whoUsed = whoUsed
    self.followed = followed
    self.outcome = outcome
    self.whatToChange = whatToChange
    self.version = version
    self.recordedBy = recordedBy
    self.recordedAt = recordedAt
  }

  /// By when the plan is looked at again because of it.
  public var reviewBy: Day { on + CrisisClock.reviewAfterUse }
}

/// A paper copy: its number, where it is, and what became of it (H20).
public struct CrisisCopy: Hashable, Sendable, Codable, Identifiable {
  public enum Recall: String, Coded {
    case replaced, destroyed
    case notFound = "not_found"
    public var words: String { self == .notFound ? "Looked for and not found" : sentence(rawValue) }
  }

  public var number: Int
  public var version: Int
  /// "Fridge door", "ambulance folder".
  public var place: String
  public var givenAt: Moment
  public var givenBy: String
  public var recalledAt: Moment?
  public var recalledBy: String?
  public var recall: Recall?
  public var id: Int { number }

  public init(
    number: Int, version: Int, place: String, givenAt: Moment, givenBy: String, recalledAt: Moment? = nil,
    recalledBy: String? = nil, recall: Recall? = nil
  ) {
    self.number = number
    self.version = version
    self.place = place
    self.givenAt = givenAt
    self.givenBy = givenBy
    self.recalledAt = recalledAt
    self.recalledBy = recalledBy
    self.recall = recall
  }

  /// It is out there and does not say what is in force: somebody has to fetch it.
  public func isStale(inForce version: Int?) -> Bool { recall == nil && self.version != version }
}

/// A signed version without its text.
public struct CrisisVersionSummary: Hashable, Sendable, Codable, Identifiable {
  public var number: Int
  public var grade: CrisisGrade
  public var status: CrisisStatus
  public var signedAt: Moment
  public var signedBy: String
  public var signedByRole: String
  public var digest: String
  public var id: Int { number }

  public init(
    number: Int, grade: CrisisGrade, status: CrisisStatus, signedAt: Moment, signedBy: String, signedByRole: String,
    digest: String
  ) {
    self.number = number
    self.grade = grade
    self.status = status
    self.signedAt = signedAt
    self.signedBy = signedBy
    self.signedByRole = signedByRole
    self.digest = digest
  }
}

/// Everything about somebody's crisis plans, for those who work on them.
public struct CrisisFile: Hashable, Sendable, Codable {
  public var patient: Patient
  /// In force, or expired.
  public var current: CrisisPlanRecord?
  public var draft: CrisisPlanRecord?
  /// Newest first.
  public var versions: [CrisisVersionSummary] = []
  /// Newest first.
  public var signOffs: [CrisisSignOff] = []
  public var answers: [CrisisAnswer] = []
  public var uses: [CrisisUse] = []
  public var copies: [CrisisCopy] = []
  /// Since when there is a key safe's code; the code itself is asked for by itself.
  public var keySafeSince: Moment?
  public var surroundings = CrisisSurroundings()
  /// Whether the reader may write the clinical sections, approve, and confirm.
  public var mayEditClinical = false
  public var mayApprove = false
  public var mayConfirm = false

  public init(patient: Patient) { self.patient = patient }

  /// The latest use that nobody has looked at the plan since.
  public var unreviewedUse: CrisisUse? {
    guard let use = uses.first else { return nil }
    let looked = signOffs.contains { [.approved, .confirmed, .reviewed].contains($0.act) && $0.at > use.recordedAt }
    return looked ? nil : use
  }

  public var staleCopies: [CrisisCopy] { copies.filter { $0.isStale(inForce: current?.versionNumber) } }
}

/// What whoever comes in an emergency sees (R-CR-09): what was signed and is shown, and never a draft (R-CR-08).
public struct EmergencyView: Hashable, Sendable, Codable {
  public var patient: Patient
  public var addresses: [Address] = []
  public var telecoms: [Telecom] = []
  /// For staff: a dog, a threat.
  public var alerts: [String] = []
  /// In force or expired; nil where there is none.
  public var record: CrisisPlanRecord?
  /// When a plan was last revoked, where none is shown since.
  public var revokedAt: Moment?
  /// Of the version that is shown, newest first.
  public var signOffs: [CrisisSignOff] = []
  public var keySafeSince: Moment?
  /// Whom to ring of the team to check.
  public var team: [TeamMembership] = []
  public var day: Day

  /// Who stood for it last.
  public var signOff: CrisisSignOff? {
    signOffs.first { [.approved, .confirmed, .renewed, .reviewed].contains($0.act) }
  }

  public init(patient: Patient, day: Day) {
    self.patient = patient
    self.day = day
  }
}
