/// What a search over everything one may see has found, in groups.
public struct FindResults: Hashable, Sendable {
  public var people: [FoundPerson]
  public var passages: [FoundPassage]
  public var staff: [StaffMember]
  /// More people match than are listed.
  public var morePeople: Bool
  /// More plans and notes match than are listed.
  public var morePassages: Bool
  /// More colleagues match than are listed.
  public var moreStaff: Bool
  public init(
    people: [FoundPerson] = [], passages: [FoundPassage] = [], staff: [StaffMember] = [], morePeople: Bool = false,
    morePassages: Bool = false, moreStaff: Bool = false
  ) {
    self.people = people
    self.passages = passages
    self.staff = staff
    self.morePeople = morePeople
    self.morePassages = morePassages
    self.moreStaff = moreStaff
  }
  public var count: Int { people.count + passages.count + staff.count }
  public var isCut: Bool { morePeople || morePassages || moreStaff }
}

public struct FoundPerson: Hashable, Sendable {
  public var row: CaseloadRow
  /// How much of them is shown.
  public var sight = Sight.whole
  /// `name, birth year`, `sounds alike`: which parts of the search it answers.
  public var foundBy: [String]
  public init(row: CaseloadRow, foundBy: [String]) {
    self.row = row
    self.foundBy = foundBy
  }

  public enum Sight: Hashable, Sendable {
    case whole
    /// Who they are and no more: the reader has no relationship with them (R-IG-01).
    case identityOnly
    /// The same, because they object to sharing with the reader's organisation (5.3).
    case restricted
  }
}

/// Words found in a plan or a note.
public struct FoundPassage: Hashable, Sendable {
  public var patient: ID<Patient>
  public var name: PersonName
  public var born: Day
  public var nhsNumber: NHSNumber?
  /// `Care plan v7`, `Care plan, draft`, `Note`.
  public var source: String
  /// `..Rahela will ring her daughter..`
  public var excerpt: String
  /// Somebody else has the same names: `[=]`.
  public var hasSimilar: Bool
  public init(
    patient: ID<Patient>, name: PersonName, born: Day, nhsNumber: NHSNumber?, source: String, excerpt: String,
    hasSimilar: Bool = false
  ) {
    self.patient = patient
    self.name = name
    self.born = born
    self.nhsNumber = nhsNumber
    self.source = source
    self.excerpt = excerpt
    self.hasSimilar = hasSimilar
  }
}
