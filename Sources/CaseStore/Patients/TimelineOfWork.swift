import CaseModel

/// What the timeline tells of visits and advice, referrals and Care Act work. Of safeguarding it tells nothing (R-SG-01,
/// R-SG-02).
enum TimelineOfWork {
  static let parts: [(sql: String, words: @Sendable (inout Columns) throws -> String)] = [
    (
      """
      SELECT e.at, e.created_at, 0, e.id, s.name, e.kind, e.given_to, e.found,
        (SELECT min(c.name) FROM care_entry_person c WHERE c.patient_id = e.patient_id AND c.entry_id = e.id),
        (SELECT count(*) FROM care_entry_person c WHERE c.patient_id = e.patient_id AND c.entry_id = e.id)
      FROM care_entry e JOIN staff s ON s.id = e.created_by WHERE e.patient_id = $1 AND e.entered_in_error = 0
      """,
      { row in
        let kind = try row.code(CareEntry.Kind.self)
        let (to, found, first) = (row.textOrNil(), try row.text(), row.textOrNil())
        let others = try row.int()
        let with = first.map { " with \($0)\(others > 1 ? " and \(others - 1) more" : "")" } ?? ""
        let head = kind.words.lowercasedFirst + (kind.isAdvice ? to.map { " to \($0)" } ?? "" : with)
        return "\(head): \(found)"
      }
    ),
    (
      """
      SELECT f.received_at, f.created_at, 0, f.id, f.from_name, f.kind, f.to_team FROM referral f
      WHERE f.patient_id = $1 AND f.entered_in_error = 0
      """,
      { row in
        let kind = try row.code(ReferralKind.self)
        return "referred to \(kind.words.lowercasedFirst), \(try row.text())"
      }
    ),
    (
      """
      SELECT r.at, r.created_at, 0, r.id, r.by_name, f.kind, r.kind FROM referral_response r
      JOIN referral f ON f.patient_id = r.patient_id AND f.id = r.referral_id
      WHERE r.patient_id = $1 AND r.entered_in_error = 0 AND f.entered_in_error = 0
      """,
      { row in
        let kind = try row.code(ReferralKind.self)
        return "\(kind.words.lowercasedFirst): \(try row.code(ResponseKind.self).words.lowercasedFirst)"
      }
    ),
    (
      """
      SELECT f.closed_at, f.updated_at, 0, f.id, s.name, f.kind, f.outcome FROM referral f JOIN staff s ON s.id = f.closed_by
      WHERE f.patient_id = $1 AND f.entered_in_error = 0
      """,
      { row in
        let kind = try row.code(ReferralKind.self)
        return "\(kind.words.lowercasedFirst) closed: \(try row.code(ReferralOutcome.self).words.lowercasedFirst)"
      }
    ),
    (
      """
      SELECT k.requested_on, k.created_at, 0, k.id, s.name, k.kind FROM social_care_record k JOIN staff s ON s.id = k.created_by
      WHERE k.patient_id = $1 AND k.entered_in_error = 0 AND k.kind NOT IN ('s42_concern', 's42_enquiry')
      """, { row in "asked for: \(try row.code(SocialCareItem.Kind.self).words)" }
    ),
    (
      """
      SELECT k.completed_on, k.updated_at, 0, k.id, s.name, k.kind FROM social_care_record k JOIN staff s ON s.id = k.updated_by
      WHERE k.patient_id = $1 AND k.entered_in_error = 0 AND k.completed_on IS NOT NULL
        AND k.kind NOT IN ('s42_concern', 's42_enquiry')
      """, { row in "completed: \(try row.code(SocialCareItem.Kind.self).words)" }
    ),
  ]
}
