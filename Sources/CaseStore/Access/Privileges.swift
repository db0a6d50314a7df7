import CaseModel

/// Who looks after the store and who after privacy: given by one person and confirmed by another, dated, and never by a
/// file.
enum Privileges {
  /// Whoever makes a store looks after it: there is nobody else yet.
  static func begin(_ role: StaffRole, _ setup: Setup, in change: Change) throws {
    let id = change.by.newID()
    try change.insert(
      "privilege",
      [
        ("staff_id", .text(change.staffID)), ("id", .text(id)), ("role", .of(role)),
        ("reason", "Made the store"), ("proposed_by", .text(change.staffID)), ("confirmed_by", .text(change.staffID)),
        ("start_on", .of(change.at.day)),
      ])
    try change.audit(
      .assignment, "privilege \(id)", after: 1, purpose: "\(role.rawValue): made the store",
      digest: digest(id, role: role.rawValue, staff: change.staffID))
  }

  /// What the audit keeps of a privilege.
  static func digest(_ id: String, role: String, staff: String) -> String { SHA256.hex("\(id) \(role) \(staff)") }
}

extension Privileges {
  struct Row {
    var staff: String
    var role: String
    var proposer: String
    var confirmed: String?
    var end: Day?
  }

  static func one(_ id: String, doing what: String, _ connection: any Connection) throws -> Row {
    let found = try connection.first(
      """
      SELECT staff_id, role, proposed_by, confirmed_by, end_on FROM privilege WHERE id = $1 AND entered_in_error = 0
      """, [.text(id)]
    ) {
      Row(
        staff: try $0.text(), role: try $0.text(), proposer: try $0.text(), confirmed: $0.textOrNil(),
        end: try $0.dayOrNil())
    }
    guard let found else {
      throw Problem(
        what, because: "There is no such privilege.", try: "List them with mdt privileges.", kind: .notFound)
    }
    return found
  }

  /// Whether somebody else who works here to stay has the same privilege, and could give the next.
  static func othersHold(_ role: String, beside staff: String, in change: Change) throws -> Bool {
    try change.connection.count(
      """
      SELECT count(*) FROM privilege v JOIN staff s ON s.id = v.staff_id
      WHERE v.role = $1 AND v.start_on IS NOT NULL AND v.end_on IS NULL AND v.entered_in_error = 0
      AND v.staff_id <> $2 AND s.active_to IS NULL AND s.entered_in_error = 0
      """, [.text(role), .text(staff)]) > 0
  }

  static func all(_ connection: any Connection) throws -> [Privilege] {
    try connection.rows(
      """
      SELECT v.id, v.staff_id, s.name, v.role, v.reason, p.name, c.name, v.start_on, v.end_on FROM privilege v
      JOIN staff s ON s.id = v.staff_id JOIN staff p ON p.id = v.proposed_by
      LEFT JOIN staff c ON c.id = v.confirmed_by WHERE v.entered_in_error = 0 ORDER BY v.created_at, v.id
      """
    ) { row in
      Privilege(
        id: try row.text(), staffID: try row.id(), staffName: try row.text(), role: try row.code(),
        reason: try row.text(), proposedBy: try row.text(), confirmedBy: row.textOrNil(), from: try row.dayOrNil(),
        to: try row.dayOrNil())
    }
  }
}
