import CaseModel

/// Reading members of staff with the post they hold.
enum StaffRows {
  /// One row a person: the newest post, the open one first.
  static let select = """
    SELECT s.id, s.name, p.role, p.organisation_code, o.name, p.team, l.name, s.professional_body, s.registration_no,
      s.phone, s.email, s.languages, s.wte, s.active_from, s.active_to, s.account
    FROM staff s
    JOIN staff_post p ON p.staff_id = s.id AND p.id = (
      SELECT q.id FROM staff_post q WHERE q.staff_id = s.id AND q.entered_in_error = 0
      ORDER BY (q.end_on IS NULL) DESC, COALESCE(q.start_on, '') DESC, q.id DESC LIMIT 1)
    JOIN organisation o ON o.ods_code = p.organisation_code
    LEFT JOIN locality l ON l.id = p.locality_id
    """

  static func read(_ row: inout Columns) throws -> StaffMember {
    StaffMember(
      id: try row.id(), name: try row.text(), role: try row.code(), organisationCode: try row.text(),
      organisationName: try row.text(), team: row.textOrNil(), locality: row.textOrNil(),
      professionalBody: try row.codeOrNil(), registrationNumber: row.textOrNil(), phone: row.textOrNil(),
      email: row.textOrNil(), languages: (row.textOrNil() ?? "").split(separator: "\n").map(String.init),
      wte: row.realOrNil(), from: try row.dayOrNil(), to: try row.dayOrNil(), account: row.textOrNil())
  }

  static func all(activeOn day: Day?, _ connection: any Connection) throws -> [StaffMember] {
    let found = try connection.rows("\(select) WHERE s.entered_in_error = 0 ORDER BY s.name_key, s.id", [], read)
    guard let day else { return found }
    return found.filter { $0.isActive(on: day) }
  }

  static func one(_ id: ID<StaffMember>, _ connection: any Connection) throws -> StaffMember? {
    try connection.first("\(select) WHERE s.id = $1", [.of(id)], read)
  }

  /// Whose account it is on a day: theirs to the end of their last day, and then free for somebody else.
  static func withAccount(
    _ account: String, on day: Day? = nil, _ connection: any Connection
  ) throws -> StaffMember? {
    let found = try connection.rows(
      "\(select) WHERE s.account = $1 AND s.entered_in_error = 0 ORDER BY (s.active_to IS NULL) DESC, s.active_to DESC",
      [.text(account)], read)
    guard let day else { return found.first { $0.to == nil } }
    return found.first { $0.to.map { day <= $0 } ?? true }
  }

  /// Adds a member of staff and the post they hold.
  static func insert(_ staff: StaffMember, localityID: String?, in change: Change) throws {
    try StaffFiles.insertPerson(staff, in: change)
    try change.insert(
      "staff_post",
      [
        ("staff_id", .of(staff.id)), ("id", .text(change.by.newID())),
        ("organisation_code", .text(staff.organisationCode)), ("role", .of(staff.role)), ("team", .of(staff.team)),
        ("locality_id", .of(localityID)), ("start_on", .of(staff.from)),
      ])
  }
}

extension StaffFiles {
  /// The entry of the staff list, without a post.
  static func insertPerson(_ staff: StaffMember, in change: Change) throws {
    try change.insert(
      "staff",
      [
        ("id", .of(staff.id)), ("name", .text(staff.name)), ("short_name", .text(staff.shortName)),
        ("name_key", .text(folded(staff.name))), ("professional_body", .of(staff.professionalBody)),
        ("registration_no", .of(staff.registrationNumber)), ("phone", .of(staff.phone)), ("email", .of(staff.email)),
        ("languages", .of(staff.languages.isEmpty ? nil : staff.languages.joined(separator: "\n"))),
        ("wte", .of(staff.wte)), ("active_from", .of(staff.from)), ("active_to", .of(staff.to)),
        ("account", .of(staff.account)),
      ])
  }
}
