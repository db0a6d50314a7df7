/// A member of staff of one of the partner organisations (spec 7.3).
public struct StaffMember: Hashable, Sendable, Codable, Identifiable {
  public typealias ID = CaseModel.ID<StaffMember>

  public var id: ID
  public var name: String
  public var role: StaffRole
  public var organisationCode: String
  public var organisationName: String
  public var team: String?
  public var locality: String?
  public var professionalBody: ProfessionalBody?
  public var registrationNumber: String?
  public var phone: String?
  public var email: String?
  public var languages: [String]
  /// Whole-time equivalent, 0 to 1.5.
  public var wte: Double?
  public var from: Day?
  public var to: Day?
  /// The operating-system account that signs in as this person.
  public var account: String?

  public init(
    id: ID, name: String, role: StaffRole, organisationCode: String, organisationName: String,
    team: String? = nil, locality: String? = nil, professionalBody: ProfessionalBody? = nil,
    registrationNumber: String? = nil, phone: String? = nil, email: String? = nil, languages: [String] = [],
    wte: Double? = nil, from: Day? = nil, to: Day? = nil, account: String? = nil
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.organisationCode = organisationCode
    self.organisationName = organisationName
    self.team = team
    self.locality = locality
    self.professionalBody = professionalBody
    self.registrationNumber = registrationNumber
    self.phone = phone
    self.email = email
    self.languages = languages
    self.wte = wte
    self.from = from
    self.to = to
    self.account = account
  }

  /// `J. Francis`: how a colleague is named in a narrow column.
  public var shortName: String {
    let words = name.split(separator: " ").filter { !["Dr", "Sister", "Mr", "Mrs", "Ms", "Miss", "Prof"].contains($0) }
    guard let last = words.last, words.count > 1, let initial = words.first?.first else { return name }
    return "\(initial). \(last)"
  }

  /// `J. Francis, care navigator`
  public var signature: String { "\(shortName), \(role.words.lowercasedFirst)" }

  public func isActive(on day: Day) -> Bool { (from.map { $0 <= day } ?? true) && (to.map { day <= $0 } ?? true) }
}

/// Who does something: the person at the keys as the audit names them.
public struct Actor: Hashable, Sendable, Codable {
  public var staff: StaffMember
  /// The machine they sit at, as the operating system names it.
  public var workstation: String
  /// How often their sessions had been ended when this one began: one more, and it is over.
  public var revocations: Int

  public init(staff: StaffMember, workstation: String, revocations: Int = 0) {
    self.staff = staff
    self.workstation = workstation
    self.revocations = revocations
  }

  public var id: ID<StaffMember> { staff.id }
}
