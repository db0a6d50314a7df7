import CaseModel

/// What leavers leave: read from the rows that name them, so that nothing has to be remembered when they go.
enum LeftBehindReading {
  static func numbers(
    of file: StaffFile, drafts: Int, today: Day, _ connection: any Connection
  ) throws -> LeftBehind {
    let id = Value.of(file.id)
    let roles = try connection.rows(
      """
      SELECT role, count(*) FROM care_team_member WHERE staff_id = $1 AND end_at IS NULL AND entered_in_error = 0
      GROUP BY role
      """, [id]
    ) { (try $0.text(), try $0.int()) }
    let reviews = try connection.first(
      """
      SELECT count(*), COALESCE(sum(CASE WHEN h.next_review < $1 THEN 1 ELSE 0 END), 0) FROM care_plan_header h
      JOIN care_plan c ON c.id = h.plan_id
      WHERE h.review_owner = $2 AND h.entered_in_error = 0 AND c.status IN ('draft', 'active', 'on_hold')
      """, [.of(today), id]
    ) { (all: try $0.int(), late: try $0.int()) }
    let actions = try connection.count(
      """
      SELECT count(*) FROM plan_action a JOIN care_plan c ON c.id = a.plan_id
      WHERE a.who_name IN ($1, $2) AND a.entered_in_error = 0 AND c.status IN ('draft', 'active', 'on_hold')
      AND COALESCE(a.status, 'not_started') IN ('not_started', 'in_progress')
      """, [.text(file.member.name), .text(file.member.shortName)])
    let claims = try connection.count(
      """
      SELECT count(*) FROM relationship WHERE staff_id = $1 AND kind = 'self_claimed' AND entered_in_error = 0
      AND COALESCE(end_at, '9999') > $2
      """, [id, .of(Moment(today, hour: 0, minute: 0))])
    let alerts = try connection.count(
      "SELECT count(*) FROM privacy_alert WHERE staff_id = $1 AND verdict IS NULL AND entered_in_error = 0", [id])
    return LeftBehind(
      careRoles: Dictionary(roles) { first, _ in first }, reviews: reviews?.all ?? 0,
      overdueReviews: reviews?.late ?? 0, actions: actions, drafts: drafts, privileges: file.privileges,
      claims: claims, alerts: alerts)
  }

  /// Everybody whom a leaver's row still names, or whose care plan does as who acts or whom to ring (I-9), and whom one that was given up leaves without anybody, the longest first.
  static func people(today: Day, limit: Int, _ connection: any Connection) throws -> [LeftPerson] {
    let target = Double(try Settings.whole("risk.target_percentile", or: 80, connection))
    return try connection.rows(
      """
      SELECT q.patient_id, p.family_name, p.given_names, p.title, p.preferred_name, p.nhs_number, q.role, q.staff_id,
        s.name, q.last_day, q.is_free, COALESCE(e.percentile, -1.0)
      FROM (
        SELECT t.patient_id, t.role, t.staff_id, w.active_to AS last_day, 0 AS is_free
        FROM staff w JOIN care_team_member t ON t.staff_id = w.id
        WHERE w.active_to IS NOT NULL AND t.end_at IS NULL AND t.entered_in_error = 0
        UNION ALL
        SELECT c.patient_id, 'review_owner', w.id, w.active_to, 0
        FROM staff w JOIN care_plan_header h ON h.review_owner = w.id JOIN care_plan c ON c.id = h.plan_id
        WHERE w.active_to IS NOT NULL AND h.entered_in_error = 0 AND c.status IN ('draft', 'active', 'on_hold')
        UNION
        SELECT c.patient_id, 'open_action', w.id, w.active_to, 0
        FROM staff w JOIN plan_action a ON a.who_name IN (w.name, w.short_name) JOIN care_plan c ON c.id = a.plan_id
        WHERE w.active_to IS NOT NULL AND a.entered_in_error = 0 AND c.status IN ('draft', 'active', 'on_hold')
        AND COALESCE(a.status, '') NOT IN ('done', 'refused', 'stopped')
        UNION
        SELECT c.patient_id, 'plan_contact', w.id, w.active_to, 0
        FROM staff w JOIN contingency_contact a ON a.name IN (w.name, w.short_name) JOIN care_plan c ON c.id = a.plan_id
        WHERE w.active_to IS NOT NULL AND a.entered_in_error = 0 AND c.status IN ('draft', 'active', 'on_hold')
        UNION ALL
        SELECT t.patient_id, t.role, t.staff_id, substr(t.end_at, 1, 10), 1 FROM care_team_member t
        WHERE t.end_reason = 'staff_left' AND t.entered_in_error = 0
        AND NOT EXISTS (SELECT 1 FROM care_team_member n WHERE n.patient_id = t.patient_id AND n.role = t.role
          AND n.entered_in_error = 0 AND n.id <> t.id AND n.start_at >= t.end_at)
      ) q
      JOIN patient p ON p.id = q.patient_id JOIN staff s ON s.id = q.staff_id
      JOIN caseload_entry e ON e.patient_id = q.patient_id
      WHERE p.entered_in_error = 0 AND p.merged_into IS NULL AND p.death_date IS NULL
      AND e.enrolment IN ('invited', 'enrolled')
      ORDER BY q.last_day, s.name_key, p.name_key, q.role LIMIT $1
      """, [.of(limit)]
    ) { row in
      LeftPerson(
        patient: try row.id(),
        name: PersonName(
          family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil()),
        nhsNumber: row.textOrNil().flatMap { NHSNumber(stored: $0) }, role: try row.text(), leaver: try row.id(),
        leaverName: try row.text(), lastDay: try row.day(), isUnallocated: try row.flag(),
        isHighRisk: try row.real() >= target)
    }
  }
}
