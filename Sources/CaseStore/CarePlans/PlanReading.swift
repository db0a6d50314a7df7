import CaseModel

/// Reading plans, versions and reviews.
enum PlanReading {
  /// The header row of a plan.
  struct Head {
    var id: ID<CarePlan>
    var patient: ID<Patient>
    var status: CarePlanStatus
    var versionNumber: Int
    var rowVersion: Int
    var updatedAt: Moment
    var updatedBy: String
    var digest: String

    var isLive: Bool { status == .draft || status == .active || status == .onHold }
  }

  private static let select = """
    SELECT c.id, c.patient_id, c.status, c.version_no, c.row_version, c.updated_at, s.short_name, c.digest
    FROM care_plan c JOIN staff s ON s.id = c.updated_by
    """

  private static func head(_ row: inout Columns) throws -> Head {
    Head(
      id: try row.id(), patient: try row.id(), status: try row.code(), versionNumber: try row.int(),
      rowVersion: try row.int(), updatedAt: try row.moment(), updatedBy: try row.text(), digest: try row.text())
  }

  /// The person's plan: the live one, or the newest that has ended.
  static func head(of patient: ID<Patient>, _ connection: any Connection) throws -> Head? {
    try connection.first(
      "\(select) WHERE c.patient_id = $1 AND c.entered_in_error = 0 ORDER BY c.id DESC LIMIT 1", [.of(patient)], head)
  }

  static func head(_ id: ID<CarePlan>, _ connection: any Connection) throws -> Head? {
    try connection.first("\(select) WHERE c.id = $1", [.of(id)], head)
  }

  static func record(of patient: ID<Patient>, _ connection: any Connection) throws -> CarePlanRecord? {
    guard let head = try head(of: patient, connection) else { return nil }
    return try record(head, connection)
  }

  static func record(_ head: Head, _ connection: any Connection) throws -> CarePlanRecord {
    CarePlanRecord(
      id: head.id, patient: head.patient, status: head.status, versionNumber: head.versionNumber,
      rowVersion: head.rowVersion, plan: try PlanItemRows(planID: head.id, connection: connection).plan(),
      lastUpdated: head.updatedAt, lastUpdatedBy: head.updatedBy)
  }

  /// SHA-256 of a plan as it stands: kept in its header and in the audit, so that damage to live rows is found.
  /// Made of the entries in the order they are stored in and of each one's fields in the table's order.
  static func digest(of record: CarePlanRecord) -> String {
    var input = HashInput()
    input.add(record.id.text)
    input.add(record.patient.text)
    input.add(record.status.rawValue)
    input.add(record.versionNumber)
    input.add(record.rowVersion)
    for item in PlanItemKind.allCases.flatMap({ record.plan.items($0) }) {
      input.add(item.kind.rawValue)
      input.add(item.id.text)
      input.add(present: item.parent?.text)
      for field in item.kind.fields { input.add(present: item[field.key]) }
    }
    return SHA256.hex(input.bytes)
  }
}
