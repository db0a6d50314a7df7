import CaseModel

/// Reports of whose records fall due, as rows.
enum DisposalReports {
  /// Everybody whose time is over on a day, those who are held with them.
  static func due(on day: Day, _ connection: any Connection) throws -> [(patient: ID<Patient>, retention: Retention)] {
    let periods = try RetentionReading.periods(connection)
    let shortest = day.adding(years: -periods.adultHealth)
    var found = [(patient: ID<Patient>, retention: Retention)]()
    var last = ""
    while true {
      let part = try RetentionReading.candidates(before: shortest, after: last, limit: 500, connection)
      for patient in part {
        guard let facts = try RetentionReading.facts(of: patient, on: day, connection) else { continue }
        let retention = Retention(facts, periods)
        if retention.standing(on: day) != .kept { found.append((patient, retention)) }
      }
      guard part.count == 500, let end = part.last else { return found }
      last = end.text
    }
  }

  /// At most so many records are destroyed at once, so that nobody else waits for long.
  static let most = 200

  /// `found` was looked for before, beside the work of others; what has changed since is looked at again when it is
  /// carried out.
  static func make(
    _ all: [(patient: ID<Patient>, retention: Retention)], in change: Change
  ) throws -> DisposalReport.ID {
    let day = change.at.day
    let due = all.filter { $0.retention.standing(on: day) == .due }.sorted {
      ($0.retention.until?.number ?? 0, $0.patient.text) < ($1.retention.until?.number ?? 0, $1.patient.text)
    }
    let found = due.prefix(most) + all.filter { $0.retention.standing(on: day) == .held }
    let id = change.by.newID()
    let periods = try RetentionReading.periods(change.connection)
    try change.insert(
      "disposal_report",
      [
        ("id", .text(id)), ("made_on", .of(day)), ("made_by", .text(change.staffID)), ("basis", .text(periods.words)),
      ])
    var held = 0
    for (patient, retention) in found {
      let isHeld = retention.standing(on: day) == .held
      if isHeld { held += 1 }
      try change.insertPlain(
        "disposal_report_entry",
        [
          ("report_id", .text(id)), ("patient_id", .of(patient)), ("retain_until", .of(retention.until)),
          ("held", .of(isHeld)), ("reasons", .text((retention.reasons + retention.holds).joined(separator: "\n"))),
        ])
    }
    try change.audit(
      .create, "disposal_report \(id)", after: 1, purpose: "\(found.count - held) due, \(held) held on \(day.iso)",
      digest: SHA256.hex("\(id) \(found.map { $0.patient.text }.joined(separator: " "))"))
    return id
  }

  /// `naming`: for whoever may see who they are.
  static func all(naming: Bool, only id: String? = nil, _ connection: any Connection) throws -> [DisposalReport] {
    var reports = try connection.rows(
      """
      SELECT r.id, r.made_on, m.name, r.basis, a.name, r.approved_on, d.name, r.disposed_on FROM disposal_report r
      JOIN staff m ON m.id = r.made_by LEFT JOIN staff a ON a.id = r.approved_by LEFT JOIN staff d ON d.id = r.disposed_by
      WHERE r.entered_in_error = 0 \(id == nil ? "" : "AND r.id = $1") ORDER BY r.created_at DESC, r.id DESC
      """, id.map { [.text($0)] } ?? []
    ) { row in
      DisposalReport(
        id: try row.text(), day: try row.day(), madeBy: try row.text(), basis: try row.text(),
        approvedBy: row.textOrNil(), approvedOn: try row.dayOrNil(), disposedBy: row.textOrNil(),
        disposedOn: try row.dayOrNil())
    }
    for index in reports.indices { reports[index].entries = try entries(of: reports[index].id, naming, connection) }
    return reports
  }

  private static func entries(
    of report: String, _ naming: Bool, _ connection: any Connection
  ) throws -> [DisposalReport.Entry] {
    try connection.rows(
      """
      SELECT e.patient_id, p.family_name, p.given_names, p.title, p.preferred_name, p.nhs_number, e.retain_until, e.held,
        e.reasons, c.patient_id
      FROM disposal_report_entry e LEFT JOIN patient p ON p.id = e.patient_id
      LEFT JOIN disposal_certificate c ON c.patient_id = e.patient_id
      WHERE e.report_id = $1 ORDER BY e.retain_until, e.patient_id
      """, [.text(report)]
    ) { row in
      let patient: ID<Patient> = try row.id()
      let family = row.textOrNil()
      let (given, title, preferred) = (row.textOrNil(), row.textOrNil(), row.textOrNil())
      let number = row.textOrNil().flatMap { NHSNumber(stored: $0) }
      return DisposalReport.Entry(
        patient: patient,
        name: naming
          ? family.map { PersonName(family: $0, given: given ?? "", title: title, preferred: preferred) } : nil,
        nhsNumber: naming ? number : nil, until: try row.day(), isHeld: try row.flag(),
        reasons: try row.text().split(separator: "\n").map(String.init), isDestroyed: row.textOrNil() != nil)
    }
  }

  static func one(_ id: String, doing what: String, _ connection: any Connection) throws -> DisposalReport {
    guard let found = try all(naming: false, only: id, connection).first else {
      throw Problem(
        what, because: "There is no such report.", try: "List them with mdt retention reports.", kind: .notFound)
    }
    return found
  }

  static func approve(_ id: String, note: String, doing what: String, in change: Change) throws {
    let report = try one(id, doing: what, change.connection)
    guard report.approvedOn == nil else {
      throw Problem(
        what, because: "\(report.approvedBy ?? "Somebody") has approved it already.",
        try: "Carry it out with mdt retention dispose.", kind: .conflict)
    }
    let maker = try change.connection.first("SELECT made_by FROM disposal_report WHERE id = $1", [.text(id)]) {
      try $0.text()
    }
    guard maker != change.staffID else {
      throw Problem(
        what, because: "You made it yourself, and two people destroy a record.",
        try: "Let another privacy officer, or an administrator, approve it.", kind: .refused)
    }
    guard report.entries.contains(where: { !$0.isHeld }) else {
      throw Problem(what, because: "Nobody in it falls due.", try: "There is nothing left to do.", kind: .badData)
    }
    try change.connection.run(
      """
      UPDATE disposal_report SET approved_on = $1, approved_by = $2, approval_note = $3, updated_at = $4, updated_by = $2,
      row_version = row_version + 1 WHERE id = $5
      """, [.of(change.at.day), .text(change.staffID), .text(note), .of(change.at), .text(id)])
    try change.audit(
      .sign, "disposal_report \(id)", before: 1, after: 2, purpose: "approved: \(note)",
      digest: SHA256.hex("\(id) approved \(change.staffID)"))
  }
}
