import CaseModel

/// One change in the making: the transaction, who makes it, and the audit rows it owes.
///
/// Everything that writes goes through a `Change`, and a change without an audit row is refused: no path writes
/// without one (store.md 6, promise 10).
final class Change {
  let connection: any Connection
  let by: Writing
  /// That it was decided, and for whom.
  let permit: Permit
  private(set) var auditRows = 0

  init(connection: any Connection, by: Writing, permit: Permit) {
    self.connection = connection
    self.by = by
    self.permit = permit
  }

  var at: Moment { by.at }
  var staffID: String { by.actor.staff.id.text }

  /// Appends to the audit in the same transaction. `digest` is of the record as it stands after; empty for reads.
  /// `relationship` is by which the record was reached, where one was asked for (handbook 8.2).
  func audit(
    _ action: AuditAction, _ object: String, patient: ID<Patient>? = nil, before: Int? = nil, after: Int? = nil,
    purpose: String, digest: String = "", relationship: Relationship? = nil
  ) throws {
    guard purpose.contains(where: { !$0.isWhitespace }) else {
      throw StoreFault(.constraint, "a row of the audit that does not say what for is never kept")
    }
    try AuditChain.append(
      AuditEvent(
        sequence: 0, at: by.at, staffID: staffID, staffName: by.actor.staff.name, role: by.actor.staff.role.rawValue,
        organisation: by.actor.staff.organisationCode, workstation: by.actor.workstation, patient: patient?.text,
        action: action, object: object, versionBefore: before, versionAfter: after, purpose: purpose,
        recordDigest: digest, previousHash: "", hash: "",
        relationship: relationship ?? (patient == nil ? nil : permit.relationship)),
      to: connection)
    auditRows += 1
  }

  /// A change of its own for one person within this one, for the first of several actions that whoever writes may do: so
  /// that the audit says by which relationship.
  func permitted(_ patient: ID<Patient>, _ actions: [AccessAction]) throws -> Change {
    var refusal: (any Error)?
    for action in actions {
      do {
        let permit = try AccessGate.decide(.action(action, of: patient), for: by, connection)
        return Change(connection: connection, by: by, permit: permit)
      } catch let refused as AccessRefusal {
        refusal = refusal ?? refused
        if refused.denial != .role { throw refused }
      }
    }
    throw refusal ?? StoreFault(.constraint, "nothing was asked")
  }

  /// Rows of the audit that a change within this one has written, decided for one person.
  func countRows(of other: Change) { auditRows += other.auditRows }

  /// Values for the standard columns of a new row, in the order of `Change.standardColumns`.
  var standardValues: [Value] {
    let (when, who) = (Value.of(by.at), Value.text(staffID))
    return [when, who, .text(by.actor.staff.organisationCode), when, who]
  }

  static let standardColumns = ["created_at", "created_by", "created_org", "updated_at", "updated_by"]

  /// Adds a row with the standard columns (spec 0.3).
  func insert(_ table: String, _ values: [(column: String, value: Value)]) throws {
    try insertPlain(table, values + zip(Change.standardColumns, standardValues).map { (column: $0, value: $1) })
  }

  /// Adds a row to a table that has no standard columns.
  func insertPlain(_ table: String, _ values: [(column: String, value: Value)]) throws {
    let columns = values.map { "\"\($0.column)\"" }.joined(separator: ", ")
    let places = values.indices.map { "$\($0 + 1)" }.joined(separator: ", ")
    try connection.run("INSERT INTO \(table) (\(columns)) VALUES (\(places))", values.map { $0.value })
  }
}
