public import CaseModel

/// That somebody looks after the store or after privacy: proposed by one person, confirmed by another.
public struct Privilege: Hashable, Sendable, Identifiable {
  public var id: String
  public var staffID: ID<StaffMember>
  public var staffName: String
  /// `admin` or `privacyOfficer`.
  public var role: StaffRole
  public var reason: String
  public var proposedBy: String
  /// Nil while it waits for a second person.
  public var confirmedBy: String?
  public var from: Day?
  public var to: Day?
}

extension CaseStore {
  /// Every privilege, proposed, in force or ended, the newest last.
  public func privileges() async throws(Problem) -> [Privilege] {
    try await reading("The privileges were not read.", .directory) { try Privileges.all($0) }
  }

  /// Proposes a privilege for somebody else; it is in force once another person has confirmed it.
  ///
  /// - Throws: `refused` for whoever is no administrator, and for oneself; `badData` for another role; `notFound`.
  public func propose(
    _ role: StaffRole, for staff: ID<StaffMember>, reason: String, by: Writing
  ) async throws(Problem) {
    let what = "No privilege was proposed."
    let text = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.manageStaff), by) { change in
      guard role == .admin || role == .privacyOfficer else {
        throw Problem(
          what, because: "Only admin and privacy_officer are privileges; other roles are posts.",
          try: "Import the post with mdt import staff.", kind: .badData)
      }
      try SelfGrant.refuse(staff, in: change)
      guard let member = try StaffRows.one(staff, change.connection), member.isActive(on: change.at.day) else {
        throw Problem(
          what, because: "That member of staff does not work here now.", try: "Choose somebody else.", kind: .notFound)
      }
      let id = change.by.newID()
      try change.insert(
        "privilege",
        [
          ("staff_id", .of(staff)), ("id", .text(id)), ("role", .of(role)), ("reason", .text(text)),
          ("proposed_by", .text(change.staffID)),
        ])
      try change.audit(
        .assignment, "privilege \(id)", after: 1, purpose: "proposed \(role.rawValue) for \(member.name): \(text)",
        digest: Privileges.digest(id, role: role.rawValue, staff: staff.text))
    }
  }

  /// Confirms what somebody else proposed for a third person: any member of staff who works here may.
  ///
  /// - Throws: `refused` for whoever proposed it or gets it; `notFound`; `conflict` where it was confirmed or ended.
  public func confirmPrivilege(_ id: String, by: Writing) async throws(Problem) {
    let what = "The privilege was not confirmed."
    try await writing(what, .action(.ownWork), by) { change in
      let found = try Privileges.one(id, doing: what, change.connection)
      guard found.confirmed == nil, found.end == nil else {
        throw Problem(
          what, because: "It was confirmed or taken back already.", try: "List them with mdt privileges.",
          kind: .conflict)
      }
      try SelfGrant.refuse(ID(found.staff), in: change)
      guard found.proposer != change.staffID else {
        throw Problem(
          what, because: "Two people give a privilege, and neither gets it.",
          try: "Let somebody confirm it who neither proposed it nor gets it.", kind: .refused)
      }
      try change.connection.run(
        """
        UPDATE privilege SET confirmed_by = $1, start_on = $2, updated_at = $3, updated_by = $1,
        row_version = row_version + 1 WHERE staff_id = $4 AND id = $5
        """, [.text(change.staffID), .of(change.at.day), .of(change.at), .text(found.staff), .text(id)])
      try change.audit(
        .assignment, "privilege \(id)", before: 1, after: 2, purpose: "confirmed \(found.role)",
        digest: Privileges.digest(id, role: found.role, staff: found.staff))
    }
  }

  /// Ends a privilege, or takes a proposal back. The last administrator's stays until another is in force.
  ///
  /// - Throws: `refused`, `notFound`.
  public func endPrivilege(_ id: String, reason: String, by: Writing) async throws(Problem) {
    let what = "The privilege was not ended."
    let text = try Reason.read(reason, atLeast: 1, doing: what)
    try await writing(what, .action(.manageStaff), by) { change in
      let found = try Privileges.one(id, doing: what, change.connection)
      guard found.end == nil else {
        throw Problem(
          what, because: "It has ended already.", try: "List them with mdt privileges.", kind: .conflict)
      }
      guard
        try Privileges.othersHold(found.role, beside: found.staff, in: change) || found.confirmed == nil
          || found.role != StaffRole.admin.rawValue
      else {
        throw Problem(
          what, because: "It is the last administrator's, and nobody could give the next.",
          try: "Propose another administrator first, and have them confirmed.", kind: .refused)
      }
      // Over from this day on: the last day of it is the one before.
      try change.connection.run(
        """
        UPDATE privilege SET end_on = $1, status_reason = $2, updated_at = $3, updated_by = $4,
        row_version = row_version + 1 WHERE staff_id = $5 AND id = $6
        """,
        [
          .of(change.at.day - 1), .text(text), .of(change.at), .text(change.staffID), .text(found.staff), .text(id),
        ])
      try change.audit(
        .assignment, "privilege \(id)", purpose: "ended \(found.role): \(text)",
        digest: Privileges.digest(id, role: found.role, staff: found.staff))
    }
  }
}
