import CaseModel

/// Who looks after a person now (spec 4.2).
enum CareTeam {
  /// Roles of which a person has at most one at a time (I-4).
  static let single = ["accountable_gp", "named_social_worker", "care_coordinator"]

  static func current(of id: ID<Patient>, _ connection: any Connection) throws -> [TeamMembership] {
    try connection.rows(
      """
      SELECT t.role, t.staff_id, s.name, o.name, t.team, s.phone, t.start_at, t.asked_at, t.accepted_at,
        t.person_told_on FROM care_team_member t
      JOIN staff s ON s.id = t.staff_id JOIN organisation o ON o.ods_code = t.organisation_code
      WHERE t.patient_id = $1 AND t.end_at IS NULL AND t.entered_in_error = 0 ORDER BY t.start_at, t.id
      """, [.of(id)]
    ) { row in
      var one = TeamMembership(
        role: try row.text(), staffID: row.idOrNil(), name: try row.text(), organisation: try row.text(),
        team: row.textOrNil(), phone: row.textOrNil(), start: try row.moment().day)
      one.isAsked = try row.momentOrNil() != nil
      one.acceptedOn = try row.momentOrNil()?.day
      one.toldOn = try row.dayOrNil()
      return one
    }
  }

  /// Gives somebody a role from now on; whoever had it, where only one may, has it until now.
  static func assign(role: String, staff: ID<StaffMember>, to patient: ID<Patient>, in change: Change) throws {
    guard let member = try StaffRows.one(staff, change.connection), member.isActive(on: change.at.day) else {
      throw Problem(
        "Nobody was assigned.", because: "That member of staff does not work here now.", try: "Choose somebody else.",
        kind: .notFound)
    }
    if single.contains(role) {
      try change.connection.run(
        """
        UPDATE care_team_member SET end_at = $1, end_reason = 'reallocation', updated_at = $1, updated_by = $2,
        row_version = row_version + 1 WHERE patient_id = $3 AND role = $4 AND end_at IS NULL AND entered_in_error = 0
        """, [.of(change.at), .text(change.staffID), .of(patient), .text(role)])
    }
    let id = change.by.newID()
    try change.insert(
      "care_team_member",
      [
        ("patient_id", .of(patient)), ("id", .text(id)), ("staff_id", .of(staff)), ("role", .text(role)),
        ("organisation_code", .text(member.organisationCode)), ("team", .of(member.team)),
        ("start_at", .of(change.at)), ("assigned_by", .text(change.staffID)), ("reason", "reallocation"),
      ])
    try CaseloadEntries.refreshEntry(patient, in: change)
    try change.audit(
      .assignment, "care_team_member \(id)", patient: patient, after: 1, purpose: "\(role): \(member.name)",
      digest: digest(id, role: role, staff: staff.text, from: change.at.iso))
  }

  /// What the audit keeps of an assignment.
  static func digest(_ id: String, role: String, staff: String, from: String) -> String {
    SHA256.hex("\(id) \(role) \(staff) \(from)")
  }
}
