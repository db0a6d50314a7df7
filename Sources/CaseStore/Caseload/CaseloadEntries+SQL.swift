/// The SQL that derives a list's row from the tables. `$1` is today; all of it stands in the common subset.
extension CaseloadEntries {
  /// A person with the one row of each kind that counts today.
  static let source = """
    FROM patient p
    LEFT JOIN enrolment e ON e.patient_id = p.id AND e.id = (
      SELECT x.id FROM enrolment x WHERE x.patient_id = p.id AND x.entered_in_error = 0
      ORDER BY x.id DESC LIMIT 1)
    LEFT JOIN consent k ON k.patient_id = p.id AND k.id = (
      SELECT x.id FROM consent x WHERE x.patient_id = p.id AND x.subject = 'enrolment' AND \(Consents.counts("x"))
      ORDER BY x.at DESC, x.id DESC LIMIT 1)
    LEFT JOIN risk_score r ON r.patient_id = p.id AND r.id = (
      SELECT x.id FROM risk_score x WHERE x.patient_id = p.id ORDER BY x.run_on DESC, x.id DESC LIMIT 1)
    LEFT JOIN registered_practice rp ON rp.patient_id = p.id AND rp.end_on IS NULL AND rp.entered_in_error = 0
    LEFT JOIN organisation g ON g.ods_code = rp.practice_code
    LEFT JOIN practice_link pl ON pl.practice_code = rp.practice_code AND pl.id = (
      SELECT x.id FROM practice_link x WHERE x.practice_code = rp.practice_code AND x.entered_in_error = 0
      AND COALESCE(x.start_on, '') <= $1 AND COALESCE(x.end_on, '9999-12-31') > $1
      ORDER BY COALESCE(x.start_on, '') DESC, x.id DESC LIMIT 1)
    LEFT JOIN locality l ON l.id = pl.locality_id
    LEFT JOIN network n ON n.id = pl.network_id
    LEFT JOIN care_plan c ON c.id = (
      SELECT x.id FROM care_plan x WHERE x.patient_id = p.id AND x.entered_in_error = 0
      ORDER BY x.id DESC LIMIT 1)
    LEFT JOIN care_plan_header h ON h.plan_id = c.id AND h.entered_in_error = 0
    LEFT JOIN staff o ON o.id = h.review_owner
    LEFT JOIN care_team_member t ON t.patient_id = p.id AND t.role = 'named_social_worker' AND t.end_at IS NULL
      AND t.entered_in_error = 0
    LEFT JOIN staff w ON w.id = t.staff_id
    """

  static let columns = [
    "row_key", "patient_id", "name_key", "born_key", "nhs_key", "review_key", "risk_key", "practice_key",
    "enrolled_key", "family_name", "given_names", "title", "preferred_name", "died", "gender", "locality",
    "locality_key", "network", "network_key", "risk_value", "risk_unit", "risk_model", "risk_run_on", "percentile",
    "plan_status", "no_plan_reason", "sw_staff_id", "sw_name", "sw_key", "enrolment", "has_similar", "dq_count",
    "search_text",
  ]

  /// A draft that only records that the person declined is "no plan, because", not a draft.
  private static let declined = "c.status = 'draft' AND h.offer = 'offered_declined'"

  static let upsert = """
    INSERT INTO caseload_entry (\(columns.joined(separator: ", ")))
    \(derivation)
    ON CONFLICT (row_key) DO UPDATE SET
      \(columns.dropFirst(2).filter { $0 != "has_similar" }.map { "\($0) = excluded.\($0)" }.joined(separator: ", "))
    """

  /// The rows of the people whose keys are in a range, in the order of `columns`; nobody is marked as similar here.
  static let derivation = """
    SELECT p.row_key, p.id, p.name_key, p.birth_date, COALESCE(p.nhs_number, '~'),
      CASE WHEN c.status IN ('active', 'on_hold') THEN COALESCE(h.next_review, '~') ELSE '~' END,
      COALESCE(CASE WHEN r.unit = 'probability' THEN r.value * 100.0 ELSE r.value END, -1.0),
      COALESCE(rp.practice_code, '~'), COALESCE(e.enrolled_on, ''),
      p.family_name, p.given_names, p.title, p.preferred_name, p.death_date, p.stated_gender,
      l.name, COALESCE(l.name_key, ''), n.name, COALESCE(n.name_key, ''),
      r.value, r.unit, r.model, r.run_on, COALESCE(r.percentile, -1.0),
      CASE WHEN \(declined) THEN NULL ELSE c.status END,
      CASE WHEN \(declined) THEN COALESCE(h.decline_reason, 'declined') END,
      w.id, w.short_name, COALESCE(w.name_key, ''), COALESCE(e.status, 'identified'), 0,
      \(DataQuality.count), p.search_words
    \(source)
    WHERE p.row_key BETWEEN $2 AND $3 AND p.entered_in_error = 0 AND p.merged_into IS NULL
    """

  /// Whose people they are: everybody in the team now.
  static let mine = """
    INSERT INTO caseload_mine (
      staff_id, row_key, name_key, born_key, nhs_key, review_key, risk_key, practice_key, enrolled_key)
    SELECT DISTINCT t.staff_id, q.row_key, q.name_key, q.born_key, q.nhs_key, q.review_key, q.risk_key,
      q.practice_key, q.enrolled_key
    FROM caseload_entry q
    JOIN care_team_member t ON t.patient_id = q.patient_id AND t.end_at IS NULL AND t.entered_in_error = 0
    WHERE q.row_key BETWEEN $1 AND $2
    """
}
