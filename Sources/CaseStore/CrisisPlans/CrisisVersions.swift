import CaseModel

/// Signed versions: a plan and who the person was when it was signed, kept as one text that never changes (D-VER-3).
enum CrisisVersions {
  struct Snapshot: Codable {
    var format = 1
    var number: Int
    var patient: Patient
    var addresses: [Address]
    var telecoms: [Telecom]
    var plan: CrisisPlan
  }

  static func text(of plan: CrisisPlan) throws(Problem) -> String {
    try JSONText.encode(plan, what: "The crisis plan was not written.")
  }

  /// Writes the next version of a person's plan: its number and the hash that every sign-off of it names.
  static func sign(
    _ plan: CrisisPlan, id: CrisisPlanRecord.ID, of patient: ID<Patient>, in change: Change
  ) throws -> (number: Int, digest: String) {
    let connection = change.connection
    let number =
      try connection.count(
        "SELECT COALESCE(max(number), 0) FROM crisis_plan_version WHERE patient_id = $1", [.of(patient)]) + 1
    guard let person = try PersonReading.patient(patient, today: change.at.day, connection) else {
      throw StoreFault(.damaged, "a crisis plan belongs to nobody")
    }
    let text = try JSONText.encode(
      Snapshot(
        number: number, patient: person, addresses: try PersonReading.addresses(of: patient, connection),
        telecoms: try PersonReading.telecoms(of: patient, connection), plan: plan),
      what: "The version was not signed.")
    let (staff, digest) = (change.by.actor.staff, SHA256.hex(text))
    try change.insertPlain(
      "crisis_plan_version",
      [
        ("patient_id", .of(patient)), ("number", .of(number)), ("plan_id", .of(id)), ("signed_at", .of(change.at)),
        ("signed_by", .of(staff.id)), ("signed_by_name", .text(staff.name)), ("signed_by_role", .of(staff.role)),
        ("signed_org", .text(staff.organisationCode)), ("snapshot", .text(text)), ("digest", .text(digest)),
      ])
    return (number, digest)
  }

  /// One sign-off, of one version by its hash.
  struct SignOff {
    var role: CrisisSignOff.Role
    var act: CrisisSignOff.Act
    /// A member of staff; nil for the person and whoever speaks for them.
    var staff: ID<StaffMember>?
    var name: String
    var registration: String?
    var statement: String
    var method: String
  }

  /// What the words of the statements are; another number when they change.
  static let statementVersion = 1

  static func add(
    _ signOff: SignOff, to version: (number: Int, digest: String), of patient: ID<Patient>, in change: Change
  ) throws {
    let id = change.by.newID()
    try change.insertPlain(
      "crisis_plan_signoff",
      [
        ("patient_id", .of(patient)), ("id", .text(id)), ("version_no", .of(version.number)),
        ("digest", .text(version.digest)), ("role", .of(signOff.role)), ("act", .of(signOff.act)),
        ("name", .text(signOff.name)), ("staff_id", .of(signOff.staff)),
        ("registration_number", .of(signOff.registration)), ("at", .of(change.at)),
        ("statement", .text(signOff.statement)), ("statement_version", .of(statementVersion)),
        ("method", .text(signOff.method)), ("created_by", .text(change.staffID)),
        ("created_org", .text(change.by.actor.staff.organisationCode)),
      ])
  }
}
