/// Why the glass was broken (spec 8.3).
public enum BreakGlassReason: String, Coded {
  case emergencyUnconscious = "emergency_unconscious"
  case vitalInterest = "vital_interest"
  case safeguarding
  case coverForColleague = "cover_for_colleague"
  case other

  public var words: String {
    switch self {
    case .emergencyUnconscious: "Emergency, the person cannot be asked"
    case .vitalInterest: "Somebody's life or health is in danger"
    case .safeguarding: "Safeguarding"
    case .coverForColleague: "Cover for a colleague"
    case .other: "Another reason"
    }
  }
}

/// What the one who reviews it says of it (spec 8.3).
public enum PrivacyVerdict: String, Coded {
  case justified
  case notJustified = "not_justified"
  case unclear

  public var words: String { sentence(rawValue) }
}

/// Something that a privacy officer has to look at (spec 8.2, 8.3).
public struct PrivacyAlert: Hashable, Sendable, Identifiable {
  public var id: String
  public var kind: Kind
  public var at: Moment
  public var staffID: ID<StaffMember>
  public var staffName: String
  public var staffRole: StaffRole
  public var organisation: String
  public var patient: ID<Patient>
  public var patientName: PersonName
  public var nhsNumber: NHSNumber?
  /// As they gave it.
  public var reason: String
  public var verdict: PrivacyVerdict?
  public var reviewedBy: String?
  public var reviewedAt: Moment?
  public var followUp: String?

  public enum Kind: String, Coded {
    case breakGlass = "break_glass"
    case selfClaimed = "self_claimed"
    case ownRecord = "own_record"
    case household
    case colleague
    /// Shared against what the person wants (5.3).
    case override = "sharing_override"

    public var words: String {
      switch self {
      case .breakGlass: "Break-glass"
      case .selfClaimed: "Said why they need the record"
      case .ownRecord: "Tried to open their own record"
      case .household: "Tried to open a record of their household"
      case .colleague: "Tried to open the record of a colleague"
      case .override: "Shared against the person's wish"
      }
    }
  }

  public init(
    id: String, kind: Kind, at: Moment, staffID: ID<StaffMember>, staffName: String, staffRole: StaffRole,
    organisation: String, patient: ID<Patient>, patientName: PersonName, nhsNumber: NHSNumber?, reason: String,
    verdict: PrivacyVerdict? = nil, reviewedBy: String? = nil, reviewedAt: Moment? = nil, followUp: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.at = at
    self.staffID = staffID
    self.staffName = staffName
    self.staffRole = staffRole
    self.organisation = organisation
    self.patient = patient
    self.patientName = patientName
    self.nhsNumber = nhsNumber
    self.reason = reason
    self.verdict = verdict
    self.reviewedBy = reviewedBy
    self.reviewedAt = reviewedAt
    self.followUp = followUp
  }

  /// After so many working days without a review it goes to whoever the privacy officer answers to (8.3).
  public static let escalatesAfter = 5

  public func isEscalated(on day: Day, holidays: Set<Day>) -> Bool {
    verdict == nil && waited(on: day, holidays: holidays) > PrivacyAlert.escalatesAfter
  }

  /// How many working days it has waited.
  public func waited(on day: Day, holidays: Set<Day>) -> Int { at.day.workingDays(until: day, holidays: holidays) }
}

extension Day {
  /// Monday to Friday and no bank holiday (D-VER-4).
  public func isWorkingDay(holidays: Set<Day>) -> Bool { (0...4).contains(weekday) && !holidays.contains(self) }

  /// How many working days begin after this day, up to and with another; 0 where the other is not later.
  public func workingDays(until day: Day, holidays: Set<Day>) -> Int {
    guard day > self else { return 0 }
    return (1...(day - self)).count { (self + $0).isWorkingDay(holidays: holidays) }
  }
}
