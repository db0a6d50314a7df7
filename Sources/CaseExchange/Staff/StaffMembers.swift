public import CaseModel

/// The rules for a row of a staff file. One person in one organisation on two lines rejects both, and so does one
/// account on two lines.
public struct StaffMembers: ImportKind {
  public static let surveys = true
  private var people = KeySurvey()
  private var accounts = KeySurvey()

  public init() {}

  private static func key(_ name: String, _ organisation: String, _ role: String) -> String {
    "\(name)\t\(organisation.uppercased())\t\(plainLetters(role))"
  }

  public mutating func survey(_ row: TableRow<StaffField>) {
    people.add(StaffMembers.key(row[.name], row[.organisation], row[.role]), line: row.record.line)
    accounts.add(row[.account], line: row.record.line)
  }

  public func content(of row: inout RowReader<StaffField>) -> StaffLine? {
    let name = row.needed(.name, most: 100, "A name is needed.")
    let role = row.choice(.role, StaffRole.self)
    if row[.role].isEmpty { row.complain(.role, "needed", "A role is needed. Use one of: \(StaffRole.allowed).") }
    let organisation = row.code(.organisation, needed: true)
    people.check(
      StaffMembers.key(name, organisation, row[.role]), &row, .name, "The same person in the same role is on line")
    let (team, locality) = (row.line(.team, most: 60), row.line(.locality, most: 60))
    let body = row.choice(.professionalBody, ProfessionalBody.self)
    let registration = row.line(.registrationNumber, most: 32)
    if let body, !registration.isEmpty, let doubt = body.doubt(about: registration) {
      row.warn(.registrationNumber, "7.3", "Check this number: \(doubt).")
    }
    let (phone, email) = (row.phone(.phone), row.email(.email))
    let languages = row.list(.languages, most: 60)
    let wte = row.number(.wte)
    if let wte, !(0...1.5).contains(wte) { row.complain(.wte, "wte", "Whole-time equivalent is 0 to 1.5.") }
    let (from, to) = (row.day(.from), row.day(.to))
    row.span(from, to, .to)
    let account = row.line(.account, most: 32)
    if account.contains(where: \.isWhitespace) { row.complain(.account, "account", "An account name has no spaces.") }
    accounts.check(account, &row, .account, "The same account is on line")
    guard let role else { return nil }
    return StaffLine(
      name: name, role: role, organisation: organisation, team: some(team), locality: some(locality),
      professionalBody: body, registrationNumber: some(registration), phone: some(phone), email: some(email),
      languages: languages, wte: wte, from: from, to: to, account: some(account))
  }
}

/// A staff file, row by row.
public typealias StaffFile = ImportFile<StaffMembers>
/// A whole staff file in memory.
public typealias StaffReading = ImportReading<StaffMembers>
