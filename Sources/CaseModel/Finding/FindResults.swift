/// What a search over everything one may see has found, in groups.
public struct FindResults: Hashable, Sendable {
  public var people: [FoundPerson]
  public var passages: [FoundPassage]
  public var staff: [StaffMember]
  /// More people match than are listed.
  public var morePeople: Bool
  public init(
    people: [FoundPerson] = [], passages: [FoundPassage] = [], staff: [StaffMember] = [], morePeople: Bool = false
  ) {
    self.people = people
    self.passages = passages
    self.staff = staff
    self.morePeople = morePeople
  }
  public var count: Int { people.count + passages.count + staff.count }
}

public struct FoundPerson: Hashable, Sendable {
  public var row: CaseloadRow
  /// `name, birth year`, `sounds alike`: which parts of the search it answers.
  public var foundBy: [String]
  public init(row: CaseloadRow, foundBy: [String]) {
    self.row = row
    self.foundBy = foundBy
  }
}

/// Words found in a plan or a note.
public struct FoundPassage: Hashable, Sendable {
  public var patient: ID<Patient>
  public var name: PersonName
  public var born: Day
  public var nhsNumber: NHSNumber?
  /// `Care plan v7`, `Note`.
  public var source: String
  /// `..Rahela will ring her daughter..`
  public var excerpt: String
  public init(patient: ID<Patient>, name: PersonName, born: Day, nhsNumber: NHSNumber?, source: String, excerpt: String)
  {
    self.patient = patient
    self.name = name
    self.born = born
    self.nhsNumber = nhsNumber
    self.source = source
    self.excerpt = excerpt
  }
}
