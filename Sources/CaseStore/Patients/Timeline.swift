import CaseModel

/// What happened to a person, from everything that has a date and an author (I-10). Newest first;
/// within a day what was recorded later stands first, and of two versions the later one.
enum Timeline {
  static let limit = 200

  static func entries(of id: ID<Patient>, _ connection: any Connection) throws -> [TimelineEntry] {
    var found = [(entry: TimelineEntry, recorded: String, number: Int, key: String)]()
    func add(_ sql: String, _ words: (inout Columns) throws -> String) throws {
      found += try connection.rows(sql, [.of(id)]) { row in
        let (day, recorded, number) = (try row.text(), try row.text(), try row.int())
        let (key, who) = (try row.text(), try row.text())
        // A moment is of the day that it was in London.
        guard let on = Moment(iso: day)?.day ?? Day(iso: String(day.prefix(10))) else {
          throw StoreFault(.damaged, "a date in the store is no date")
        }
        return (TimelineEntry(on: on, who: who, what: try words(&row)), recorded, number, key)
      }
    }
    try add(
      """
      SELECT e.happened_on, e.created_at, 0, e.id, COALESCE(o.name, 'from a file'), e.text FROM patient_event e
      LEFT JOIN organisation o ON o.ods_code = e.organisation_code
      WHERE e.patient_id = $1 AND e.entered_in_error = 0
      """
    ) { try $0.text() }
    try add(
      """
      SELECT v.signed_at, v.signed_at, v.number, v.plan_id, v.signed_by_name, v.number, v.reason FROM care_plan_version v
      WHERE v.patient_id = $1
      """
    ) { "care plan version \(try $0.int()): \(try $0.text())" }
    try add(
      """
      SELECT r.done_on, r.created_at, 0, r.id, s.name, r.decision FROM plan_review r JOIN staff s ON s.id = r.done_by
      WHERE r.patient_id = $1 AND r.entered_in_error = 0
      """
    ) { "care plan reviewed: \(try $0.code(PlanReview.Decision.self).words)" }
    try add(
      """
      SELECT e.enrolled_on, e.created_at, 0, e.id, s.name FROM enrolment e JOIN staff s ON s.id = e.created_by
      WHERE e.patient_id = $1 AND e.entered_in_error = 0 AND e.enrolled_on IS NOT NULL
      """
    ) { _ in "enrolled" }
    try add(
      """
      SELECT t.start_at, t.created_at, 0, t.id, a.name, t.role, s.name FROM care_team_member t JOIN staff s ON s.id = t.staff_id
      JOIN staff a ON a.id = t.assigned_by WHERE t.patient_id = $1 AND t.entered_in_error = 0
      """
    ) { row in
      let role = try row.text().split(separator: "_").joined(separator: " ")
      return "\(role): \(try row.text())"
    }
    try add(
      """
      SELECT t.end_at, t.updated_at, 0, t.id, a.name, t.role, s.name, t.declined_at FROM care_team_member t
      JOIN staff s ON s.id = t.staff_id JOIN staff a ON a.id = t.updated_by
      WHERE t.patient_id = $1 AND t.entered_in_error = 0 AND t.end_at IS NOT NULL
      """
    ) { row in
      let role = try row.text().split(separator: "_").joined(separator: " ")
      let name = try row.text()
      return try row.momentOrNil() == nil ? "\(role) no more: \(name)" : "\(role) declined: \(name)"
    }
    try add(
      """
      SELECT c.at, c.created_at, 0, c.id, COALESCE(c.given_by_name, s.name), c.subject, c.decision FROM consent c
      JOIN staff s ON s.id = c.created_by WHERE c.patient_id = $1 AND \(Consents.counts("c"))
      """
    ) { row in
      let subject = try row.text().split(separator: "_").joined(separator: " ")
      return "consent, \(subject): \(try row.text().split(separator: "_").joined(separator: " "))"
    }
    try add(
      """
      SELECT r.run_on, r.created_at, 0, r.id, r.model, r.value, r.unit FROM risk_score r WHERE r.patient_id = $1
      """
    ) { row in
      let score = RiskScore(model: "", runOn: Day(number: 0), value: try row.real(), unit: try row.code())
      return "risk score \(score.valueText)"
    }
    for part in TimelineOfWork.parts { try add(part.sql, part.words) }
    try add(
      """
      SELECT f.at, f.at, f.version_no, f.id, f.name, f.act, f.version_no FROM crisis_plan_signoff f
      WHERE f.patient_id = $1 AND f.act IN ('approved', 'confirmed', 'renewed', 'reviewed')
      """
    ) { row in
      let act: CrisisSignOff.Act = try row.code()
      return "crisis plan version \(try row.int()): \(act.rawValue)"
    }
    try add(
      """
      SELECT c.revoked_at, c.revoked_at, c.version_no, c.id, s.name, c.revoked_by_person FROM crisis_plan c
      JOIN staff s ON s.id = c.updated_by WHERE c.patient_id = $1 AND c.status = 'revoked'
      """
    ) { row in try row.flag() ? "crisis plan revoked by the person" : "crisis plan revoked" }
    try add(
      """
      SELECT u.used_on, u.created_at, 0, u.id, s.name, u.who_used FROM crisis_use u JOIN staff s ON s.id = u.created_by
      WHERE u.patient_id = $1 AND u.entered_in_error = 0
      """
    ) { "crisis plan used by \(try $0.text())" }
    return found.sorted {
      ($0.entry.on, $0.recorded, $0.number, $0.key) > ($1.entry.on, $1.recorded, $1.number, $1.key)
    }
    .prefix(limit).map(\.entry)
  }
}
