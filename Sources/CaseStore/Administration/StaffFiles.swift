import CaseModel

/// Members of staff with everything that is recorded about their work here.
enum StaffFiles {
  /// Everybody, those who have left too, by name.
  static func all(_ connection: any Connection) throws -> [StaffFile] {
    let members = try StaffRows.all(activeOn: nil, connection)
    return try files(of: members, where: "", [], connection)
  }

  static func one(_ id: ID<StaffMember>, doing what: String, _ connection: any Connection) throws -> StaffFile {
    guard let member = try StaffRows.one(id, connection) else {
      throw Problem(
        what, because: "Nobody of that name is on the staff list.", try: "List everybody with mdt staff --all.",
        kind: .notFound)
    }
    return try files(of: [member], where: " AND staff_id = $1", [.of(id)], connection)[0]
  }

  private static func files(
    of members: [StaffMember], where condition: String, _ values: [Value], _ connection: any Connection
  ) throws -> [StaffFile] {
    var posts = [String: [Membership]]()
    try connection.forEach(
      """
      SELECT p.staff_id, p.id, p.role, p.organisation_code, o.name, p.team, l.name, p.start_on, p.end_on, s.active_to
      FROM (SELECT * FROM staff_post WHERE entered_in_error = 0\(condition)) p
      JOIN staff s ON s.id = p.staff_id JOIN organisation o ON o.ods_code = p.organisation_code
      LEFT JOIN locality l ON l.id = p.locality_id
      ORDER BY COALESCE(p.start_on, '') DESC, p.id DESC
      """, values
    ) { row in
      let staff = try row.text()
      var post = Membership(
        id: try row.text(), role: try row.code(), organisationCode: try row.text(), organisationName: try row.text(),
        team: row.textOrNil(), locality: row.textOrNil(), from: try row.dayOrNil())
      let (end, last): (Day?, Day?) = (try row.dayOrNil(), try row.dayOrNil())
      // What ends a post is the first day without it, save where a file of staff gave the last day of the person.
      post.lastDay = end.map { $0 == last ? $0 : $0 - 1 } ?? last
      posts[staff, default: []].append(post)
      return true
    }
    var privileges = [String: [StaffRole]]()
    try connection.forEach(
      """
      SELECT staff_id, role FROM privilege WHERE entered_in_error = 0 AND confirmed_by IS NOT NULL
      AND end_on IS NULL\(condition) ORDER BY created_at, id
      """, values
    ) { row in
      privileges[try row.text(), default: []].append(try row.code())
      return true
    }
    var trained = [String: Day]()
    try connection.forEach(
      "SELECT staff_id, max(done_on) FROM staff_training WHERE entered_in_error = 0\(condition) GROUP BY staff_id",
      values
    ) { row in
      trained[try row.text()] = try row.day()
      return true
    }
    let months = try Settings.whole("training.valid_months", or: 12, connection)
    return members.map {
      StaffFile(
        member: $0, memberships: posts[$0.id.text] ?? [], privileges: privileges[$0.id.text] ?? [],
        trainedOn: trained[$0.id.text], trainingMonths: months)
    }
  }

  /// What the audit keeps of a member of staff: who they are, and every post with its dates.
  static func digest(of file: StaffFile) -> String {
    let member = file.member
    let own = [
      member.id.text, member.name, member.account ?? "-", member.from?.iso ?? "-", member.to?.iso ?? "-",
      file.trainedOn?.iso ?? "-",
    ]
    let posts = file.memberships.map {
      [
        $0.id, $0.role.rawValue, $0.organisationCode, $0.locality ?? "-", $0.from?.iso ?? "-", $0.lastDay?.iso ?? "-",
      ].joined(separator: " ")
    }
    return SHA256.hex((own + posts.sorted()).joined(separator: "\n"))
  }

  /// One audit row about a member of staff as they stand now.
  static func audit(
    _ id: ID<StaffMember>, _ action: AuditAction = .update, purpose: String, doing what: String, in change: Change
  ) throws {
    try change.audit(
      action, "staff \(id)", purpose: purpose, digest: digest(of: try one(id, doing: what, change.connection)))
  }

  /// The row of a staff list with the columns that changed, who and when.
  static func touch(_ id: ID<StaffMember>, _ columns: [(String, Value)], in change: Change) throws {
    var difference = FieldDifference()
    for (column, value) in columns { difference.set(column, value) }
    try difference.write("staff", [("id", .of(id))], in: change)
  }

  /// Lists name social workers and count plans whose owner has left.
  static func refreshPeople(of id: ID<StaffMember>, in change: Change) throws {
    let keys = try change.connection.rows(
      """
      SELECT e.row_key FROM care_team_member t JOIN caseload_entry e ON e.patient_id = t.patient_id
      WHERE t.staff_id = $1 AND t.end_at IS NULL AND t.entered_in_error = 0
      UNION SELECT e.row_key FROM care_plan_header h JOIN care_plan c ON c.id = h.plan_id
      JOIN caseload_entry e ON e.patient_id = c.patient_id WHERE h.review_owner = $1 AND h.entered_in_error = 0
      """, [.of(id)]
    ) { try $0.int() }
    for key in keys.sorted() {
      try CaseloadEntries.refresh(rowKeys: key...key, today: change.at.day, change.connection)
    }
  }
}
