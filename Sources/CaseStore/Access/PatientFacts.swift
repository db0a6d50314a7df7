import CaseModel

/// What the store knows of somebody, for whoever asks (spec 8.2, 5.3, R-IG-02, R-IG-03).
enum PatientFacts {
  /// Nil where there is no such person.
  static func of(_ patient: ID<Patient>, for facts: AccessFacts, _ connection: any Connection) throws -> AccessPatient?
  {
    var found: AccessPatient?
    var isOverridden = false
    try connection.forEach(of: [
      (person, [.of(facts.staff), .of(facts.day), .of(patient)]),
      (relationships, [.of(patient), .of(facts.staff), .of(facts.at)]),
      (
        referred(to: facts),
        [.of(patient), .of(facts.at + -Referrals.writingUp), .of(facts.staff)]
          + facts.teams.sorted().map { .text($0) }
      ),
      (ties, [.of(patient), .of(facts.staff), .of(facts.day)]),
      (restrictions, [.of(patient), .of(facts.day)]),
    ]) { query, row in
      switch query {
      case 0:
        var one = AccessPatient()
        one.isRestricted = try row.flag()
        let practice = row.textOrNil()
        if facts.served.includes(practice: practice, localityKey: row.textOrNil()) {
          one.relationships.insert(.registeredPractice)
        }
        if try row.flag() { one.relationships.insert(.assigned) }
        one.isNamedSocialWorker = try row.flag()
        one.isNamedOnConcern = try row.flag()
        let sharing: String? = row.textOrNil()
        let enrolment: EnrolmentStatus? = try row.codeOrNil()
        one.refusesSharing =
          sharing == "refused" || sharing == "withdrawn" || enrolment == .withdrawn || enrolment == .declined
        found = one
      case 1:
        let kind = try row.text()
        if kind == "override" {
          isOverridden = true
        } else if let relationship = Relationship(rawValue: kind) {
          found?.relationships.insert(relationship)
        } else {
          throw StoreFault(.damaged, "a relationship is of no kind that there is")
        }
      case 2: found?.relationships.insert(.referralOpen)
      case 3: found?.tie = try row.code()
      default:
        let (organisation, staff) = (row.textOrNil(), row.textOrNil())
        if staff == facts.staff.text || organisation.map({ facts.organisations.contains($0) }) ?? false {
          found?.objects = true
        }
      }
    }
    // A named person decided that the reader needs it all the same (5.3); whoever it is, they look after the person.
    if isOverridden {
      found?.objects = false
      found?.refusesSharing = false
    }
    return found
  }

  private static let person = """
    SELECT p.restricted, rp.practice_code, l.name_key,
      CASE WHEN EXISTS (SELECT 1 FROM care_team_member t WHERE t.patient_id = p.id
        AND t.end_at IS NULL AND t.entered_in_error = 0 AND (t.staff_id = $1 OR t.staff_id IN (
          SELECT v.staff_id FROM staff_capacity v WHERE v.cover_id = $1 AND v.entered_in_error = 0
          AND v.from_on <= $2 AND COALESCE(v.to_on, '9999-12-31') >= $2))) THEN 1 ELSE 0 END,
      CASE WHEN EXISTS (SELECT 1 FROM care_team_member t WHERE t.patient_id = p.id AND t.staff_id = $1
        AND t.role = 'named_social_worker' AND t.end_at IS NULL AND t.entered_in_error = 0) THEN 1 ELSE 0 END,
      CASE WHEN EXISTS (SELECT 1 FROM safeguarding_person g WHERE g.patient_id = p.id AND g.staff_id = $1
        AND g.entered_in_error = 0) THEN 1 ELSE 0 END,
      (SELECT k.decision FROM consent k WHERE k.patient_id = p.id AND k.subject = 'share_in_mdt'
        AND \(Consents.counts("k")) ORDER BY k.at DESC, k.id DESC LIMIT 1),
      (SELECT e.status FROM enrolment e WHERE e.patient_id = p.id AND e.entered_in_error = 0
        ORDER BY e.id DESC LIMIT 1)
    FROM patient p
    LEFT JOIN registered_practice rp ON rp.patient_id = p.id AND rp.end_on IS NULL AND rp.entered_in_error = 0
    LEFT JOIN practice_link pl ON pl.practice_code = rp.practice_code AND pl.id = (
      SELECT x.id FROM practice_link x WHERE x.practice_code = rp.practice_code AND x.entered_in_error = 0
      AND COALESCE(x.start_on, '') <= $2 AND COALESCE(x.end_on, '9999-12-31') > $2
      ORDER BY COALESCE(x.start_on, '') DESC, x.id DESC LIMIT 1)
    LEFT JOIN locality l ON l.id = pl.locality_id
    WHERE p.id = $3
    """

  /// Those in force, the glass while it is broken, and what was decided against the person's wish.
  private static let relationships = """
    SELECT r.kind FROM relationship r WHERE r.patient_id = $1 AND r.staff_id = $2 AND r.entered_in_error = 0
      AND r.start_at <= $3 AND COALESCE(r.end_at, '9999') > $3
    UNION ALL
    SELECT 'emergency' FROM break_glass g WHERE g.patient_id = $1 AND g.staff_id = $2 AND g.entered_in_error = 0
      AND g.at <= $3 AND g.expires_at > $3 AND g.ended_at IS NULL
    UNION ALL
    SELECT 'override' FROM sharing_override v WHERE v.patient_id = $1 AND v.staff_id = $2 AND v.entered_in_error = 0
      AND v.at <= $3 AND v.expires_at > $3
    """

  /// A referral to a service they answer for, by their role, by their team's name, or by their own: while it is open, and
  /// a day longer, so that it can be written up.
  private static func referred(to facts: AccessFacts) -> String {
    let teams =
      facts.teams.isEmpty ? "NULL" : (1...facts.teams.count).map { "$\($0 + 3)" }.joined(separator: ", ")
    return """
      SELECT 1 FROM referral f WHERE f.patient_id = $1 AND COALESCE(f.closed_at, '9999') > $2 AND f.entered_in_error = 0
        AND (f.owner_id = $3 OR f.kind IN (\(Referrals.kinds(of: facts))) OR f.team_key IN (\(teams))) LIMIT 1
      """
  }

  private static let ties = """
    SELECT t.kind FROM personal_tie t WHERE t.patient_id = $1 AND t.staff_id = $2 AND t.entered_in_error = 0
      AND t.start_on <= $3 AND COALESCE(t.end_on, '9999-12-31') >= $3 ORDER BY t.kind DESC
    """

  private static let restrictions = """
    SELECT s.organisation_code, s.staff_id FROM sharing_restriction s WHERE s.patient_id = $1 AND s.entered_in_error = 0
      AND s.start_on <= $2 AND COALESCE(s.end_on, '9999-12-31') >= $2
    """
}
