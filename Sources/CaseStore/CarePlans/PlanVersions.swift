import CaseModel

/// Signed versions: a plan and who the person was when it was signed (R-CP-08), kept as one text that never changes.
enum PlanVersions {
  struct Snapshot: Codable {
    var format = 1
    var number: Int
    var patient: Patient
    var addresses: [Address]
    var telecoms: [Telecom]
    var plan: CarePlan
  }

  /// Writes the next version of a person's plan and says its number.
  static func sign(
    _ plan: CarePlan, planID: ID<CarePlan>, of patient: ID<Patient>, reason: String, in change: Change
  ) throws -> Int {
    let connection = change.connection
    let number =
      try connection.count(
        "SELECT COALESCE(max(number), 0) FROM care_plan_version WHERE patient_id = $1", [.of(patient)]) + 1
    guard let person = try PersonReading.patient(patient, today: change.at.day, connection) else {
      throw StoreFault(.damaged, "a care plan belongs to nobody")
    }
    let text = try JSONText.encode(
      Snapshot(
        number: number, patient: person, addresses: try PersonReading.addresses(of: patient, connection),
        telecoms: try PersonReading.telecoms(of: patient, connection), plan: plan.inStoredOrder),
      what: "The version was not signed.")
    let staff = change.by.actor.staff
    try change.insertPlain(
      "care_plan_version",
      [
        ("patient_id", .of(patient)), ("number", .of(number)), ("plan_id", .of(planID)), ("signed_at", .of(change.at)),
        ("signed_by", .of(staff.id)), ("signed_by_name", .text(staff.name)), ("signed_by_role", .of(staff.role)),
        ("signed_org", .text(staff.organisationCode)), ("next_review", .of(plan.nextReview)),
        ("reason", .text(reason)), ("snapshot", .text(text)), ("digest", .text(SHA256.hex(text))),
      ])
    return number
  }

  private static let columns = "number, signed_at, signed_by_name, signed_by_role, next_review, reason, digest"

  private static func summary(_ row: inout Columns) throws -> PlanVersionSummary {
    PlanVersionSummary(
      number: try row.int(), signedAt: try row.moment(), signedBy: try row.text(),
      signedByRole: try row.code(StaffRole.self).words, nextReview: try row.dayOrNil(), reason: try row.text(),
      digest: try row.text())
  }

  /// Newest first.
  static func all(of patient: ID<Patient>, _ connection: any Connection) throws -> [PlanVersionSummary] {
    try connection.rows(
      "SELECT \(columns) FROM care_plan_version WHERE patient_id = $1 ORDER BY number DESC", [.of(patient)], summary)
  }

  /// A version whose text still fits its digest; anything else is damage and is not shown as if it were signed (I-7).
  static func one(of patient: ID<Patient>, number: Int, _ connection: any Connection) throws -> PlanVersion? {
    let found = try connection.first(
      "SELECT \(columns), snapshot FROM care_plan_version WHERE patient_id = $1 AND number = $2",
      [.of(patient), .of(number)]
    ) { (try summary(&$0), try $0.text()) }
    guard let (summary, text) = found else { return nil }
    guard SHA256.hex(text) == summary.digest else {
      throw StoreFault(.damaged, "version \(number) of the care plan is not what was signed")
    }
    let snapshot = try JSONText.decode(Snapshot.self, text, what: "The version was not read.")
    return PlanVersion(summary: summary, plan: snapshot.plan)
  }

  /// The newest signed content, which a changed care package is measured against.
  static func newest(of patient: ID<Patient>, _ connection: any Connection) throws -> CarePlan? {
    let number = try connection.count(
      "SELECT COALESCE(max(number), 0) FROM care_plan_version WHERE patient_id = $1", [.of(patient)])
    return number == 0 ? nil : try one(of: patient, number: number, connection)?.plan
  }
}
