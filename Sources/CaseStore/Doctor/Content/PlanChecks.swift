import CaseModel

/// Plans and signed versions against their digests.
enum PlanChecks {
  static let all = [
    DoctorCheck("records.plans", "live plans against their digests", content: plans),
    DoctorCheck("records.versions", "I-7: signed versions never change", content: versions),
  ]

  /// Live plan rows against the digest in their header and in the audit.
  private static func plans(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    var symptoms = [Symptom]()
    var last = ""
    var count = 0
    while true {
      let start = last
      content.progress("live plans against their digests, \(thousands(count)) plans")
      let part = try await content.store.reading("The plans were not checked.", .doctor) { connection in
        try connection.rows(
          "SELECT id FROM care_plan WHERE id > $1 ORDER BY id LIMIT $2", [.text(start), .of(DoctorContent.part)]
        ) { try $0.id() as ID<CarePlan> }.map { (id: $0, fault: try fault(inPlan: $0, connection)) }
      }
      symptoms += part.compactMap { plan in plan.fault.map { .fault("plan \(plan.id) \($0)") } }
      guard part.count == DoctorContent.part, let end = part.last else { return symptoms }
      last = end.id.text
      count += part.count
    }
  }

  /// What is wrong with a plan; nil when nothing is.
  static func fault(inPlan id: ID<CarePlan>, _ connection: any Connection) throws -> String? {
    guard let head = try PlanReading.head(id, connection) else { return "is not there" }
    do {
      let digest = PlanReading.digest(of: try PlanReading.record(head, connection))
      if digest != head.digest { return "is not what was saved" }
    } catch let fault as StoreFault where fault != SQLiteFault.damagedFile {
      return "cannot be read: \(fault.why)"
    }
    let audited = try connection.first(
      """
      SELECT record_digest FROM audit_event WHERE patient_id = $1 AND object = $2 AND record_digest <> ''
      ORDER BY seq DESC LIMIT 1
      """, [.of(head.patient), .text("care_plan \(id)")]
    ) { try $0.text() }
    return audited == head.digest ? nil : "is not what the audit says was saved"
  }

  /// I-7. The text against its digest, and the plan in it against what the audit says was signed: both of the first
  /// two can be made to fit by whoever changes them on the disk.
  private static func versions(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    var symptoms = [Symptom]()
    var last = (patient: "", number: 0)
    while true {
      let start = last
      let part = try await content.store.reading("The versions were not checked.", .doctor) { connection in
        try connection.rows(
          """
          SELECT patient_id, number, plan_id, snapshot, digest FROM care_plan_version
          WHERE (patient_id, number) > ($1, $2) ORDER BY patient_id, number LIMIT $3
          """, [.text(start.patient), .of(start.number), .of(DoctorContent.part)]
        ) { row in
          Version(
            patient: try row.id(), number: try row.int(), plan: try row.id(), snapshot: try row.text(),
            digest: try row.text())
        }.map { (version: $0, fits: try $0.fits(connection)) }
      }
      symptoms += part.filter { !$0.fits }.map {
        .fault("version \($0.version.number) of patient \($0.version.patient) is not what was signed")
      }
      guard part.count == DoctorContent.part, let end = part.last else { return symptoms }
      last = (end.version.patient.text, end.version.number)
    }
  }

  private struct Version {
    var patient: ID<Patient>
    var number: Int
    var plan: ID<CarePlan>
    var snapshot: String
    var digest: String

    func fits(_ connection: any Connection) throws -> Bool {
      guard SHA256.hex(snapshot) == digest else { return false }
      let signed = try JSONText.decode(PlanVersions.Snapshot.self, snapshot, what: "A version was not read.")
      let events = try connection.rows(
        """
        SELECT record_digest, version_after FROM audit_event
        WHERE patient_id = $1 AND object = $2 AND purpose LIKE $3 ORDER BY seq
        """, [.of(patient), .text("care_plan \(plan)"), .text("version \(number): %")]
      ) { (digest: try $0.text(), rowVersion: try $0.int()) }
      return events.contains { event in
        [CarePlanStatus.active, .onHold].contains { status in
          let record = CarePlanRecord(
            id: plan, patient: patient, status: status, versionNumber: number, rowVersion: event.rowVersion,
            plan: signed.plan, lastUpdated: Moment(seconds: 0), lastUpdatedBy: "")
          return PlanReading.digest(of: record) == event.digest
        }
      }
    }
  }
}
