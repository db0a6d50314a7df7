import CaseModel

/// Destroying the records of an approved report, in one transaction: all of them, each with its certificate, or none.
///
/// This is the one exception to D-VER-2, and the schema lets no row about a person go in any other way (decision 25).
struct Disposing {
  let change: Change
  let what: String
  private var connection: any Connection { change.connection }

  func run(_ id: String) throws -> (certificates: [DisposalCertificate], left: [String]) {
    let report = try DisposalReports.one(id, doing: what, connection)
    guard let approver = report.approvedBy, report.disposedOn == nil else {
      let isDone = report.disposedOn != nil
      throw Problem(
        what, because: isDone ? "It was carried out already." : "Nobody has approved it.",
        try: isDone
          ? "Look at the certificates with mdt retention certificates."
          : "Have another privacy officer, or an administrator, approve it.", kind: isDone ? .conflict : .refused)
    }
    let people = try two(id)
    let periods = try RetentionReading.periods(connection)
    var (certificates, left) = ([DisposalCertificate](), [String]())
    for entry in report.entries where !entry.isHeld && !entry.isDestroyed {
      // Since the report somebody may have written, held, or changed a period.
      guard let facts = try RetentionReading.facts(of: entry.patient, on: change.at.day, connection) else {
        left.append("\(entry.patient): is not in this store")
        continue
      }
      let retention = Retention(facts, periods)
      guard retention.standing(on: change.at.day) == .due, let until = retention.until else {
        left.append("\(entry.patient): \((retention.holds.first ?? retention.reasons.first) ?? "is kept")")
        continue
      }
      certificates.append(
        try destroy(
          entry.patient, report, people, until, basis: "\(report.basis). \(retention.reasons.joined(separator: " "))",
          approver))
    }
    guard !certificates.isEmpty else {
      throw Problem(
        what, because: "Nobody in the report falls due any more.", try: "Make a new report with mdt retention report.",
        kind: .refused)
    }
    try connection.search.letGo(connection)
    try connection.run(
      """
      UPDATE disposal_report SET disposed_on = $1, disposed_by = $2, updated_at = $3, updated_by = $2,
      row_version = row_version + 1 WHERE id = $4
      """, [.of(change.at.day), .text(change.staffID), .of(change.at), .text(id)])
    try change.audit(
      .update, "disposal_report \(id)", before: 2, after: 3, purpose: "\(certificates.count) records destroyed",
      digest: SHA256.hex(certificates.map { $0.patient.text }.joined(separator: " ")))
    return (certificates, left)
  }

  private func two(_ id: String) throws -> (maker: String, approver: String) {
    let found = try connection.first(
      "SELECT made_by, approved_by FROM disposal_report WHERE id = $1", [.text(id)]
    ) { (maker: try $0.text(), approver: try $0.text()) }
    guard let found else { throw StoreFault(.damaged, "the report is not there any more") }
    return found
  }

  private func destroy(
    _ patient: ID<Patient>, _ report: DisposalReport, _ people: (maker: String, approver: String), _ until: Day,
    basis: String, _ approver: String
  ) throws -> DisposalCertificate {
    let counts = try PersonalTables.all.map { (table: $0, rows: try count($0, patient)) }.filter { $0.rows > 0 }
    let (rows, tables) = (counts.reduce(0) { $0 + $1.rows }, counts.count)
    let basis = String(basis.prefix(2000))
    // First: by it the schema lets the rows go.
    try change.insertPlain(
      "disposal_certificate",
      [
        ("patient_id", .of(patient)), ("report_id", .text(report.id)), ("at", .of(change.at)),
        ("reported_by", .text(people.maker)), ("approved_by", .text(people.approver)),
        ("disposed_by", .text(change.staffID)), ("retain_until", .of(until)), ("basis", .text(basis)),
        ("row_count", .of(rows)), ("table_count", .of(tables)),
        ("digest", .text(Disposing.digest(patient, report.id, until, rows, tables))),
      ])
    try unlist(patient)
    for table in PersonalTables.all {
      try connection.destroy(table, of: patient.text)
    }
    try change.audit(
      .void, "disposal_certificate \(patient)", patient: patient, after: 1,
      purpose:
        "the record was destroyed by report \(report.id): kept to \(until.iso), \(rows) rows of \(tables) tables",
      digest: Disposing.digest(patient, report.id, until, rows, tables))
    return DisposalCertificate(
      patient: patient, report: report.id, at: change.at, reportedBy: report.madeBy, approvedBy: approver,
      disposedBy: change.by.actor.staff.name, until: until, basis: basis, rows: rows, tables: tables)
  }

  /// From lists, from the search over names and from that over plans and notes, with the marks of namesakes.
  private func unlist(_ patient: ID<Patient>) throws {
    try connection.run(
      "UPDATE patient SET entered_in_error = 1, status_reason = 'being destroyed', family_name = '-', given_names = '-' WHERE id = $1",
      [.of(patient)])
    try CaseloadEntries.refreshEntry(patient, in: change)
    let passages = try connection.rows("SELECT row_key, text FROM passage WHERE patient_id = $1", [.of(patient)]) {
      (key: try $0.int(), text: try $0.text())
    }
    for passage in passages { try connection.search.forget(passage: passage.text, of: passage.key, connection) }
  }

  private func count(_ table: String, _ patient: ID<Patient>) throws -> Int {
    try connection.count("SELECT count(*) FROM \(table) WHERE \(Migration0008.isOf(table))", [.of(patient)])
  }

  static func digest(_ patient: ID<Patient>, _ report: String, _ until: Day, _ rows: Int, _ tables: Int) -> String {
    SHA256.hex("\(patient) \(report) \(until.iso) \(rows) \(tables)")
  }

  static func certificates(_ connection: any Connection) throws -> [DisposalCertificate] {
    try connection.rows(
      """
      SELECT c.patient_id, c.report_id, c.at, m.name, a.name, d.name, c.retain_until, c.basis, c.row_count, c.table_count
      FROM disposal_certificate c JOIN staff m ON m.id = c.reported_by JOIN staff a ON a.id = c.approved_by
      JOIN staff d ON d.id = c.disposed_by ORDER BY c.at DESC, c.patient_id
      """
    ) { row in
      DisposalCertificate(
        patient: try row.id(), report: try row.text(), at: try row.moment(), reportedBy: try row.text(),
        approvedBy: try row.text(), disposedBy: try row.text(), until: try row.day(), basis: try row.text(),
        rows: try row.int(), tables: try row.int())
    }
  }
}
