import CaseModel

/// What lists and the search read is derived from the records in the transaction that changes them; here it is derived
/// once more and compared.
enum DerivedChecks {
  static let all = [
    DoctorCheck("derived.caseload", "the caseload's list against the records", content: caseload),
    DoctorCheck("derived.similar", "its marks of likeness", content: similar),
    DoctorCheck("derived.mine", "whose people they are, against the teams", content: mine),
    DoctorCheck("derived.names", "the search for names", content: names),
    DoctorCheck("derived.passages", "the search in plans and notes", content: passages),
  ]

  static let advice =
    "Nothing is lost: the records are whole. Save a change to each of these people, which makes the list anew."

  private static func stale(_ what: String) -> Symptom { .fault(what, try: advice) }

  /// Every column but the mark of likeness, which is no matter of one person.
  private static func caseload(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let day = try await content.listedOn()
    let last = try await content.store.reading("The list was not compared.", .doctor) {
      try $0.count("SELECT COALESCE(max(row_key), 0) FROM patient")
    }
    let columns = CaseloadEntries.columns
    let list = "SELECT \(columns.joined(separator: ", ")) FROM caseload_entry WHERE row_key BETWEEN $1 AND $2"
    var symptoms = [Symptom]()
    for start in stride(from: 1, through: max(last, 1), by: DoctorContent.part) {
      content.progress("the caseload's list, \(thousands(start - 1)) of \(thousands(last)) people")
      let keys: [Value] = [.of(start), .of(start + DoctorContent.part - 1)]
      let (kept, ought) = try await content.store.reading("The list was not compared.", .doctor) { connection in
        (
          try table(list, keys, columns.count, connection),
          try table(CaseloadEntries.derivation, [.of(day)] + keys, columns.count, connection)
        )
      }
      for key in Set(kept.keys).union(ought.keys).sorted() where kept[key] != ought[key] {
        let column = differing(kept[key], ought[key])
        symptoms.append(
          stale("the list says something else of the person with row \(key) than the records (\(column))"))
      }
    }
    return symptoms
  }

  private static let likeness = CaseloadEntries.columns.firstIndex(of: "has_similar") ?? 0

  private static func table(
    _ sql: String, _ values: [Value], _ count: Int, _ connection: any Connection
  ) throws -> [Int: [String?]] {
    var rows = [Int: [String?]]()
    try connection.forEach(sql, values) { row in
      let cells = row.cells
      rows[Int(cells.integer(at: 0) ?? 0)] = (0..<count).map { $0 == likeness ? nil : cells.text(at: $0) }
      return true
    }
    return rows
  }

  private static func differing(_ one: [String?]?, _ other: [String?]?) -> String {
    guard let one else { return "not in the list" }
    guard let other else { return "in the list and should not be" }
    let index = zip(one, other).enumerated().first { $0.element.0 != $0.element.1 }?.offset ?? 0
    return CaseloadEntries.columns[index]
  }

  private static func similar(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    try await content.identifiers(
      """
      SELECT e.patient_id FROM caseload_entry e WHERE e.has_similar <> CASE WHEN EXISTS (
        SELECT 1 FROM caseload_entry x WHERE x.name_key = e.name_key AND x.row_key <> e.row_key) THEN 1 ELSE 0 END
      """
    ) { stale("the mark that somebody has the same name is wrong (\($0))") }
  }

  private static func mine(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let same = ["name_key", "born_key", "nhs_key", "review_key", "risk_key", "practice_key", "enrolled_key"]
      .map { "m.\($0) = q.\($0)" }.joined(separator: " AND ")
    let missing = try await content.identifiers(
      """
      SELECT t.patient_id FROM care_team_member t JOIN caseload_entry q ON q.patient_id = t.patient_id
      WHERE t.end_at IS NULL AND t.entered_in_error = 0 AND NOT EXISTS (
        SELECT 1 FROM caseload_mine m WHERE m.staff_id = t.staff_id AND m.row_key = q.row_key AND \(same))
      """
    ) { stale("a person is missing from somebody's own list, or stands in it with old values (\($0))") }
    let extra = try await content.identifiers(
      """
      SELECT q.patient_id FROM caseload_mine m JOIN caseload_entry q ON q.row_key = m.row_key
      WHERE NOT EXISTS (SELECT 1 FROM care_team_member t WHERE t.staff_id = m.staff_id
        AND t.patient_id = q.patient_id AND t.end_at IS NULL AND t.entered_in_error = 0)
      """
    ) { stale("a person stands in the list of somebody who is not in the team (\($0))") }
    return missing + extra
  }

  private static func names(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let ids = try await content.store.reading("The search was not looked at.", .doctor) { connection in
      try connection.rows(connection.search.namesOutOfStep) { try $0.text() }
    }
    return ids.map { stale("somebody is not found by name, or was forgotten and is found (row \($0))") }
  }

  private static func passages(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let notes = try await content.identifiers(
      """
      SELECT p.id FROM patient p LEFT JOIN passage x ON x.patient_id = p.id AND x.source = 'note'
      WHERE COALESCE(p.note, '') <> COALESCE(x.text, '')
      """
    ) { stale("the search knows another note than the record (\($0))") }
    let unknown = try await content.store.reading("The search was not looked at.", .doctor) { connection in
      try connection.rows(connection.search.passagesOutOfStep) { try $0.text() }
    }
    let index = unknown.map { stale("a text is not found by its words, or was forgotten and is found (row \($0))") }
    return try await notes + index + plans(content)
  }

  private static func plans(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    var symptoms = [Symptom]()
    var last = ""
    while true {
      let start = last
      let part = try await content.store.reading("The search was not looked at.", .doctor) { connection in
        try connection.rows(
          """
          SELECT id, patient_id FROM care_plan WHERE id > $1 AND status IN ('draft', 'active', 'on_hold')
          ORDER BY id LIMIT $2
          """, [.text(start), .of(DoctorContent.part)]
        ) { (id: try $0.id() as ID<CarePlan>, patient: try $0.text()) }
        .map { (id: $0.id, patient: $0.patient, fits: try fits($0.id, $0.patient, connection)) }
      }
      symptoms += part.filter { !$0.fits }.map {
        stale("the search knows another plan than the record (\($0.patient))")
      }
      guard part.count == DoctorContent.part, let end = part.last else { return symptoms }
      last = end.id.text
    }
  }

  private static func fits(_ id: ID<CarePlan>, _ patient: String, _ connection: any Connection) throws -> Bool {
    let plan = try PlanItemRows(planID: id, connection: connection).plan()
    let kept = try connection.first(
      "SELECT text FROM passage WHERE patient_id = $1 AND source = 'plan'", [.text(patient)]
    ) { try $0.text() }
    return kept ?? "" == PlanWriting.searched(plan)
  }
}
