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
