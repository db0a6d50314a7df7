/// A person whom somebody who leaves, or is away for long, hands over (R-SW-03), with what of theirs names the leaver.
public struct TransferPerson: Hashable, Sendable, Identifiable {
  public var id: ID<Patient>
  public var name: PersonName
  public var born: Day
  public var nhsNumber: NHSNumber?
  public var hasSimilar: Bool
  public var roles: [CareRole]
  /// The review of the care plan is the leaver's.
  public var hasReview: Bool
  /// Open actions, goals, contacts and other plans that name the leaver.
  public var mentions: Int
  public var weight: Int?
  public var isHighRisk: Bool
  /// What the record says by itself; whoever knows the person says the rest.
  public var suggested: HandoverNote

  public init(
    id: ID<Patient>, name: PersonName, born: Day, nhsNumber: NHSNumber?, hasSimilar: Bool = false,
    roles: [CareRole] = [], hasReview: Bool = false, mentions: Int = 0, weight: Int? = nil, isHighRisk: Bool = false,
    suggested: HandoverNote = HandoverNote()
  ) {
    self.id = id
    self.name = name
    self.born = born
    self.nhsNumber = nhsNumber
    self.hasSimilar = hasSimilar
    self.roles = roles
    self.hasReview = hasReview
    self.mentions = mentions
    self.weight = weight
    self.isHighRisk = isHighRisk
    self.suggested = suggested
  }

  /// "named social worker, review of the care plan, 2 mentions in it"
  public var words: String {
    var parts = roles.map(\.words.lowercasedFirst)
    if hasReview { parts.append("review of the care plan") }
    if mentions > 0 { parts.append(mentions == 1 ? "1 mention in it" : "\(mentions) mentions in it") }
    return parts.joined(separator: ", ")
  }
}

/// Everybody whom somebody would hand over, before anything happens.
public struct TransferPreview: Hashable, Sendable {
  public var leaver: StaffMember
  public var people: [TransferPerson]

  public init(leaver: StaffMember, people: [TransferPerson]) {
    self.leaver = leaver
    self.people = people
  }
}

/// To whom one person goes, with what the next one has to know.
public struct TransferChoice: Hashable, Sendable, Codable {
  public var patient: ID<Patient>
  /// Nil for nobody: the person is unallocated, waits, and the manager's list says so.
  public var successor: ID<StaffMember>?
  public var note: HandoverNote

  public init(patient: ID<Patient>, successor: ID<StaffMember>?, note: HandoverNote) {
    self.patient = patient
    self.successor = successor
    self.note = note
  }
}
