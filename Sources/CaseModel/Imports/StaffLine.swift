/// What a row of a staff file says.
public struct StaffLine: Hashable, Sendable {
  public var name: String
  public var role: StaffRole
  /// The organisation's code, in capitals.
  public var organisation: String
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
  /// The operating system's account name.
  public var account: String?

  public init(
    name: String, role: StaffRole, organisation: String, team: String? = nil, locality: String? = nil,
    professionalBody: ProfessionalBody? = nil, registrationNumber: String? = nil, phone: String? = nil,
    email: String? = nil, languages: [String] = [], wte: Double? = nil, from: Day? = nil, to: Day? = nil,
    account: String? = nil
  ) {
    self.name = name
    self.role = role
    self.organisation = organisation
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
}
