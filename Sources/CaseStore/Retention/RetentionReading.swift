import CaseModel

/// What the store knows of how long somebody's record is to be kept.
enum RetentionReading {
  static func periods(_ connection: any Connection) throws -> RetentionPeriods {
    let found = try connection.rows(
      "SELECT key, value FROM setting WHERE key >= 'audit.retention' AND key < 'retention.~'"
    ) { (try $0.text(), try $0.text()) }
    return RetentionPeriods(settings: Dictionary(found) { first, _ in first })
  }

  /// Nil where there is no such person.
  static func facts(
    of patient: ID<Patient>, on day: Day, _ connection: any Connection
  ) throws -> RetentionFacts? {
    let lastEntry = try connection.first(lastEntry, [.of(patient)]) { try $0.day() }
    guard let lastEntry else { return nil }
    let found = try connection.first(person, [.of(day), .of(patient)]) { row in
      var facts = RetentionFacts(born: try row.day(), lastEntry: lastEntry, died: try row.dayOrNil())
      facts.diedUnknownWhen = row.textOrNil().map { $0 != "U" } ?? false
      let mergedHere = try row.flag()
      facts.isMerged = row.textOrNil() != nil || mergedHere
      let enrolment: EnrolmentStatus? = try row.codeOrNil()
      facts.isInCare = enrolment.map { [.identified, .invited, .enrolled].contains($0) } ?? false
      facts.isGPRegistered = try row.flag()
      facts.hasMentalHealth = try row.flag()
      facts.hasSocialCare = try row.flag()
      let goesOn = try row.flag()
      let ended = try row.dayOrNil()
      facts.socialCareEnded = goesOn ? nil : max(ended ?? lastEntry, lastEntry)
      facts.hasOpenAlert = try row.flag()
      return facts
    }
    guard var facts = found else { return nil }
    facts.holds = try holds(on: patient, connection)
    return facts
  }

  /// Holds in force on somebody's record, and on every record, in words.
  private static func holds(on patient: ID<Patient>, _ connection: any Connection) throws -> [String] {
    try connection.rows(
      """
      SELECT kind, name, reason, from_on FROM retention_hold
      WHERE (patient_id = $1 OR patient_id IS NULL) AND lifted_on IS NULL AND entered_in_error = 0 ORDER BY from_on, id
      """, [.of(patient)]
    ) { row in
      let (kind, name): (RetentionHold.Kind, String) = (try row.code(), try row.text())
      let reason = try row.text()
      return "\(kind.words) since \(try row.day().long), \(name): \(reason)"
    }
  }

  /// Whose time may be over: their care does not go on, and nothing in their own row is newer than the shortest period.
  static func candidates(
    before day: Day, after last: String, limit: Int, _ connection: any Connection
  ) throws -> [ID<Patient>] {
    try connection.rows(
      """
      SELECT p.id FROM patient p WHERE p.id > $1 AND p.updated_at < $2
      AND (p.death_date IS NOT NULL OR NOT EXISTS (SELECT 1 FROM enrolment e WHERE e.patient_id = p.id
        AND e.status IN ('identified', 'invited', 'enrolled') AND e.entered_in_error = 0))
      ORDER BY p.id LIMIT $3
      """, [.text(last), .text(day.iso), .of(limit)]
    ) { try $0.id() }
  }

  /// Every day on which something was written, or of what is written. Who looked, and who was let in, is no entry.
  private static let lastEntry: String = {
    let dated = [
      ("care_plan", "updated_at"), ("care_plan_version", "signed_at"), ("care_team_member", "updated_at"),
      ("care_team_member", "end_at"), ("consent", "created_at"), ("crisis_plan", "updated_at"),
      ("crisis_plan_version", "signed_at"), ("crisis_use", "used_on"), ("crisis_use", "updated_at"),
      ("crisis_copy", "updated_at"), ("key_safe_code", "at"), ("enrolment", "updated_at"),
      ("enrolment", "ended_on"), ("partner_data", "as_of"), ("patient_address", "updated_at"),
      ("patient_alias", "updated_at"), ("patient_event", "happened_on"), ("patient_event", "updated_at"),
      ("patient_telecom", "updated_at"), ("plan_review", "done_on"), ("plan_review", "updated_at"),
      ("registered_practice", "updated_at"), ("risk_score", "created_at"), ("risk_score", "run_on"),
      ("sharing_restriction", "updated_at"), ("staff_safety_alert", "updated_at"), ("handover_note", "updated_at"),
      ("referral", "updated_at"), ("referral_response", "updated_at"), ("avoided_event", "updated_at"),
      ("care_entry", "at"), ("care_entry", "updated_at"), ("meeting_question", "updated_at"),
      ("social_care_record", "updated_at"), ("safeguarding", "updated_at"), ("safeguarding_person", "updated_at"),
      ("allocation_request", "updated_at"), ("allocation_proposal", "updated_at"), ("enrolment_event", "updated_at"),
    ]
    let parts = dated.map { "UNION ALL SELECT max(\($1)) FROM \($0) WHERE patient_id = $1" }
    return """
      SELECT substr(max(x.at), 1, 10) FROM (SELECT updated_at AS at FROM patient WHERE id = $1
      \(parts.joined(separator: "\n"))) x HAVING max(x.at) IS NOT NULL
      """
  }()

  private static let person = """
    SELECT p.birth_date, p.death_date, p.death_status,
      CASE WHEN EXISTS (SELECT 1 FROM patient o WHERE o.merged_into = p.id) THEN 1 ELSE 0 END, p.merged_into,
      (SELECT e.status FROM enrolment e WHERE e.patient_id = p.id AND e.entered_in_error = 0 ORDER BY e.id DESC LIMIT 1),
      CASE WHEN EXISTS (SELECT 1 FROM registered_practice r WHERE r.patient_id = p.id AND r.entered_in_error = 0)
        THEN 1 ELSE 0 END,
      CASE WHEN EXISTS (SELECT 1 FROM care_team_member t JOIN organisation o ON o.ods_code = t.organisation_code
          WHERE t.patient_id = p.id AND t.entered_in_error = 0 AND (t.role = 'cpn' OR o.kind = 'community_mh'))
        OR EXISTS (SELECT 1 FROM partner_data d JOIN organisation o ON o.ods_code = d.organisation_code
          WHERE d.patient_id = p.id AND o.kind = 'community_mh')
        OR EXISTS (SELECT 1 FROM care_plan c JOIN need n ON n.plan_id = c.id
          WHERE c.patient_id = p.id AND n.domain = 'mental') THEN 1 ELSE 0 END,
      CASE WHEN EXISTS (SELECT 1 FROM care_team_member t JOIN organisation o ON o.ods_code = t.organisation_code
          WHERE t.patient_id = p.id AND t.entered_in_error = 0
          AND (t.role IN ('named_social_worker', 'locality_social_worker') OR o.kind = 'local_authority'))
        OR EXISTS (SELECT 1 FROM partner_data d JOIN organisation o ON o.ods_code = d.organisation_code
          WHERE d.patient_id = p.id AND o.kind = 'local_authority')
        OR EXISTS (SELECT 1 FROM care_plan c JOIN care_package k ON k.plan_id = c.id WHERE c.patient_id = p.id)
        THEN 1 ELSE 0 END,
      CASE WHEN EXISTS (SELECT 1 FROM care_team_member t JOIN organisation o ON o.ods_code = t.organisation_code
          WHERE t.patient_id = p.id AND t.entered_in_error = 0 AND t.end_at IS NULL
          AND (t.role IN ('named_social_worker', 'locality_social_worker') OR o.kind = 'local_authority'))
        OR EXISTS (SELECT 1 FROM care_plan c JOIN care_package k ON k.plan_id = c.id
          WHERE c.patient_id = p.id AND c.status IN ('active', 'on_hold') AND k.entered_in_error = 0
          AND COALESCE(k."end", '9999-12-31') >= $1) THEN 1 ELSE 0 END,
      (SELECT max(k."end") FROM care_plan c JOIN care_package k ON k.plan_id = c.id
        WHERE c.patient_id = p.id AND k.entered_in_error = 0),
      CASE WHEN EXISTS (SELECT 1 FROM privacy_alert a WHERE a.patient_id = p.id AND a.verdict IS NULL
        AND a.entered_in_error = 0) THEN 1 ELSE 0 END
    FROM patient p WHERE p.id = $2
    """
}
