/// Two records that may be of one person (R-ID-06): date of birth 3, names as they sound 2, postcode 2, practice 1; from 5
/// on they are looked at by somebody. Nothing is joined by itself.
public struct DuplicatePair: Hashable, Sendable, Identifiable {
  public var one: Side
  public var other: Side
  /// 5 to 8.
  public var score: Int
  /// What they share, in words.
  public var shared: String

  public var id: String { "\(one.patient) \(other.patient)" }

  public struct Side: Hashable, Sendable {
    public var patient: ID<Patient>
    public var name: PersonName
    public var born: Day
    public var nhsNumber: NHSNumber?
    public var practiceCode: String?
    public var enrolment: EnrolmentStatus?
    public var hasLivePlan: Bool
    public var hasCrisisPlan: Bool

    public init(
      patient: ID<Patient>, name: PersonName, born: Day, nhsNumber: NHSNumber?, practiceCode: String?,
      enrolment: EnrolmentStatus?, hasLivePlan: Bool, hasCrisisPlan: Bool
    ) {
      self.patient = patient
      self.name = name
      self.born = born
      self.nhsNumber = nhsNumber
      self.practiceCode = practiceCode
      self.enrolment = enrolment
      self.hasLivePlan = hasLivePlan
      self.hasCrisisPlan = hasCrisisPlan
    }
  }

  public init(one: Side, other: Side, score: Int, shared: String) {
    self.one = one
    self.other = other
    self.score = score
    self.shared = shared
  }
}

/// A record that was joined to another: it points to the one that goes on, keeps everything it has, and can be taken
/// apart again for thirty days (R-ID-06).
public struct RecordMerge: Hashable, Sendable, Identifiable {
  public var id: String
  /// The record that is no longer listed.
  public var joined: ID<Patient>
  public var joinedName: PersonName
  public var survivor: ID<Patient>
  public var survivorName: PersonName
  public var reason: String
  public var by: String
  public var at: Moment
  public var undoneBy: String?
  public var undoneAt: Moment?

  public init(
    id: String, joined: ID<Patient>, joinedName: PersonName, survivor: ID<Patient>, survivorName: PersonName,
    reason: String, by: String, at: Moment, undoneBy: String? = nil, undoneAt: Moment? = nil
  ) {
    self.id = id
    self.joined = joined
    self.joinedName = joinedName
    self.survivor = survivor
    self.survivorName = survivorName
    self.reason = reason
    self.by = by
    self.at = at
    self.undoneBy = undoneBy
    self.undoneAt = undoneAt
  }

  /// For so many days it can be taken apart.
  public static let reversibleDays = 30

  public func isReversible(on day: Day) -> Bool { undoneAt == nil && day - at.day <= RecordMerge.reversibleDays }
}
