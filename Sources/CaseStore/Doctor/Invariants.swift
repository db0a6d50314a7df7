import CaseModel

/// The invariants of handbook 9, each by its number: those that the tables so far can break, and why not for the others.
/// I-7 and I-8 are among the checks of versions and of the audit.
enum Invariants {
  static let all = [
    DoctorCheck("invariant.1", "I-1: each open obligation is somebody's", content: obligations),
    broken(
      "invariant.2", "I-2: at most one live care plan", "a person has more than one live care plan",
      """
      SELECT patient_id FROM care_plan WHERE status IN ('draft', 'active', 'on_hold') AND entered_in_error = 0
      GROUP BY patient_id HAVING count(*) > 1
      """),
    broken(
      "invariant.3", "I-3: at most one crisis plan in force", "a person has more than one crisis plan in force",
      """
      SELECT patient_id FROM crisis_plan WHERE status = 'in_force' GROUP BY patient_id HAVING count(*) > 1
      """),
    broken(
      "invariant.4", "I-4: at most one accountable GP, named social worker, coordinator",
      "a person has two of one role at the same time",
      """
      SELECT patient_id FROM care_team_member WHERE end_at IS NULL AND entered_in_error = 0
      AND role IN ('accountable_gp', 'named_social_worker', 'care_coordinator')
      GROUP BY patient_id, role HAVING count(*) > 1
      """),
    DoctorCheck("invariant.5", "I-5: whoever is enrolled has a consent row", content: consents),
    DoctorCheck(
      "invariant.6", "I-6: a closed meeting leaves no case open",
      notYet: "There are no meetings in this schema."),
    DoctorCheck("invariant.9", "I-9: nothing is owned by somebody who has left, unless it is queued", content: leavers),
    DoctorCheck("invariant.10", "I-10: every clinical fact has its date and author", content: authors),
    broken(
      "plan.version", "the version that an active plan names", "an active plan's version is not there",
      """
      SELECT c.patient_id FROM care_plan c WHERE c.status IN ('active', 'on_hold') AND NOT EXISTS (
        SELECT 1 FROM care_plan_version v WHERE v.patient_id = c.patient_id AND v.number = c.version_no)
      """),
  ]

  private static func broken(_ name: String, _ words: String, _ fault: String, _ sql: String) -> DoctorCheck {
    DoctorCheck(name, words) { (content) async throws(Problem) in
      try await content.identifiers(sql) { .fault("\(fault) (\($0))") }
    }
  }

  /// Of the obligations of I-1 these exist: a review that falls due, which is the review owner's, a person nobody has been
  /// given, who is on the list of those, and a person who waits for somebody in a role.
  private static func obligations(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let reviews = try await content.identifiers(
      """
      SELECT c.patient_id FROM care_plan c
      LEFT JOIN care_plan_header h ON h.plan_id = c.id AND h.entered_in_error = 0
      JOIN caseload_entry q ON q.patient_id = c.patient_id
      WHERE c.status = 'active' AND h.review_owner IS NULL AND q.dq_count = 0
      """
    ) { .fault("the review of an active plan is nobody's, and is on no list (\($0))", try: lists) }
    let people = try await content.identifiers(
      """
      SELECT p.id FROM patient p WHERE p.entered_in_error = 0 AND p.merged_into IS NULL
      AND NOT EXISTS (SELECT 1 FROM caseload_entry q WHERE q.row_key = p.row_key AND q.patient_id = p.id)
      """
    ) { .fault("a person is on no list at all (\($0))", try: lists) }
    let waiting = try await content.identifiers(
      """
      SELECT r.patient_id FROM allocation_request r WHERE r.closed_at IS NULL AND r.entered_in_error = 0
      AND EXISTS (SELECT 1 FROM care_team_member t WHERE t.patient_id = r.patient_id AND t.role = r.role
        AND t.end_at IS NULL AND t.entered_in_error = 0)
      """
    ) { .fault("somebody waits for a role that is taken (\($0))", try: "Give the role again, which closes it.") }
    let proposed = try await content.identifiers(
      """
      SELECT r.patient_id FROM allocation_proposal r WHERE r.state = 'open' AND r.entered_in_error = 0
      AND NOT EXISTS (SELECT 1 FROM allocation_request q WHERE q.patient_id = r.patient_id AND q.role = r.role
        AND q.closed_at IS NULL AND q.entered_in_error = 0)
      """
    ) { .fault("somebody is proposed for a person who does not wait (\($0))", try: "Withdraw the proposal.") }
    return reviews + people + waiting + proposed
  }

  static let lists = "Save a change to the person, which puts them on the lists again."

  /// Imported people may come without one; whoever looks after the list must ask.
  private static func consents(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    try await content.identifiers(
      """
      SELECT p.id FROM patient p
      JOIN enrolment e ON e.patient_id = p.id AND e.id = (
        SELECT x.id FROM enrolment x WHERE x.patient_id = p.id AND x.entered_in_error = 0 ORDER BY x.id DESC LIMIT 1)
      WHERE e.status = 'enrolled' AND p.entered_in_error = 0 AND NOT EXISTS (
        SELECT 1 FROM consent c WHERE c.patient_id = p.id AND c.subject = 'enrolment' AND \(Consents.counts("c")))
      """
    ) {
      .fault(
        "somebody is enrolled without a consent row (\($0))",
        try: "Ask the person, and record what they say: they stand on the data quality list.")
    }
  }

  /// The queue is the data quality list, on which a plan stands whose review owner has left, and a person whose named
  /// social worker has. It is as of the day of the lists.
  private static func leavers(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    let day = try await content.listedOn()
    return try await content.identifiers(
      """
      SELECT q.patient_id FROM caseload_entry q WHERE q.dq_count = 0 AND (
        EXISTS (SELECT 1 FROM care_plan c JOIN care_plan_header h ON h.plan_id = c.id AND h.entered_in_error = 0
          JOIN staff o ON o.id = h.review_owner
          WHERE c.patient_id = q.patient_id AND c.status = 'active' AND o.active_to < $1)
        OR EXISTS (SELECT 1 FROM care_team_member t JOIN staff w ON w.id = t.staff_id
          WHERE t.patient_id = q.patient_id AND t.role = 'named_social_worker' AND t.end_at IS NULL
          AND t.entered_in_error = 0 AND w.active_to < $2))
      """, [.of(day), .of(day)]
    ) { .fault("what somebody has who has left is on no list (\($0))", try: lists) }
  }

  /// The schema asks for both; whoever writes past it can leave them empty.
  private static func authors(_ content: DoctorContent) async throws(Problem) -> [Symptom] {
    var symptoms = [Symptom]()
    for fact in facts {
      symptoms += try await content.identifiers(
        "SELECT patient_id FROM \(fact.table) WHERE COALESCE(\(fact.date), '') = '' OR \(fact.author)"
      ) { .fault("a fact in \(fact.table) has no date or nobody who recorded it (\($0))") }
    }
    return symptoms
  }

  private static let facts: [(table: String, date: String, author: String)] = [
    ("partner_data", "as_of", "COALESCE(source, '') = ''"),
    ("risk_score", "run_on", "COALESCE(model, '') = ''"),
    ("patient_event", "happened_on", "COALESCE(created_by, '') = ''"),
    ("care_plan_version", "signed_at", "COALESCE(signed_by_name, '') = ''"),
    ("plan_review", "done_on", "COALESCE(done_by, '') = ''"),
    ("care_plan", "updated_at", "COALESCE(updated_by, '') = ''"),
    ("crisis_plan_version", "signed_at", "COALESCE(signed_by_name, '') = ''"),
    ("crisis_use", "used_on", "COALESCE(created_by, '') = ''"),
    ("referral", "received_at", "COALESCE(created_by, '') = ''"),
    ("care_entry", "at", "COALESCE(created_by, '') = ''"),
    ("avoided_event", "at", "COALESCE(judged_by, '') = ''"),
    ("safeguarding", "raised_on", "COALESCE(raised_by, '') = ''"),
  ]
}
