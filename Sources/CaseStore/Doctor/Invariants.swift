/// The invariants of handbook 9 that the tables so far can break: SQL that gives the identifiers of what breaks one.
enum Invariants {
  struct Invariant: Sendable {
    let words: String
    let fault: String
    let sql: String
  }

  static let all: [Invariant] = [
    Invariant(
      words: "I-2: at most one live care plan", fault: "a person has more than one live care plan",
      sql: """
        SELECT patient_id FROM care_plan WHERE status IN ('draft', 'active', 'on_hold') AND entered_in_error = 0
        GROUP BY patient_id HAVING count(*) > 1
        """),
    Invariant(
      words: "I-4: at most one accountable GP, named social worker, coordinator",
      fault: "a person has two of one role at the same time",
      sql: """
        SELECT patient_id FROM care_team_member WHERE end_at IS NULL AND entered_in_error = 0
        AND role IN ('accountable_gp', 'named_social_worker', 'care_coordinator')
        GROUP BY patient_id, role HAVING count(*) > 1
        """),
    Invariant(
      words: "I-5: whoever is enrolled has a consent row", fault: "somebody is enrolled without a consent row",
      sql: """
        SELECT p.id FROM patient p
        JOIN enrolment e ON e.patient_id = p.id AND e.id = (
          SELECT x.id FROM enrolment x WHERE x.patient_id = p.id AND x.entered_in_error = 0 ORDER BY x.id DESC LIMIT 1)
        WHERE e.status = 'enrolled' AND p.entered_in_error = 0 AND NOT EXISTS (
          SELECT 1 FROM consent c WHERE c.patient_id = p.id AND c.subject = 'enrolment')
        """),
    Invariant(
      words: "an active plan has the version it names", fault: "an active plan's version is not there",
      sql: """
        SELECT c.patient_id FROM care_plan c WHERE c.status IN ('active', 'on_hold') AND NOT EXISTS (
          SELECT 1 FROM care_plan_version v WHERE v.patient_id = c.patient_id AND v.number = c.version_no)
        """),
    Invariant(
      words: "everybody who counts is in the caseload's list",
      fault: "a person is missing from the list, or is in it twice",
      sql: """
        SELECT p.id FROM patient p WHERE p.entered_in_error = 0 AND p.merged_into IS NULL
        AND NOT EXISTS (SELECT 1 FROM caseload_entry q WHERE q.row_key = p.row_key AND q.patient_id = p.id)
        """),
  ]
}
