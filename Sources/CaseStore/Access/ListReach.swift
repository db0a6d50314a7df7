import CaseModel

/// Whom the lists of whoever asks show (table 8.1): the people their posts serve, those they look after, and nobody who
/// does not want to be shown to them (5.3).
struct ListReach {
  let facts: AccessFacts
  /// Somebody within it is not to be shown: asked once, because mostly there is nobody.
  let hidesSomebody: Bool

  init(_ facts: AccessFacts, _ connection: any Connection) throws {
    self.facts = facts
    var values = [Value]()
    let hidden = ListReach.hidden(from: facts) { value in
      values.append(value)
      return "$\(values.count)"
    }
    hidesSomebody = try connection.first("\(hidden) LIMIT 1", values) { try $0.int() } != nil
  }

  /// Those who look after single people see the list of these.
  var isOwnPeopleOnly: Bool {
    !facts.served.isEverybody && facts.served.practices.isEmpty && facts.served.localities.isEmpty
  }

  /// Row keys of those they look after, of those they cover for a colleague who is away, and of those whose relationship
  /// to them is open.
  static func ownKeys(of facts: AccessFacts, bind: (Value) -> String) -> String {
    let staff = Value.of(facts.staff)
    return """
      SELECT o.row_key FROM caseload_mine o WHERE o.staff_id = \(bind(staff)) \
      UNION SELECT p.row_key FROM relationship r JOIN patient p ON p.id = r.patient_id \
      WHERE r.staff_id = \(bind(staff)) AND r.entered_in_error = 0 AND r.start_at <= \(bind(.of(facts.at))) \
      AND COALESCE(r.end_at, '9999') > \(bind(.of(facts.at))) \
      UNION SELECT p.row_key FROM referral f JOIN patient p ON p.id = f.patient_id \
      WHERE f.closed_at IS NULL AND f.entered_in_error = 0 AND (\(Referrals.areFor(facts, bind: bind))) \
      UNION SELECT o.row_key FROM staff_capacity v JOIN caseload_mine o ON o.staff_id = v.staff_id \
      WHERE v.cover_id = \(bind(staff)) AND v.entered_in_error = 0 AND v.from_on <= \(bind(.of(facts.day))) \
      AND COALESCE(v.to_on, '9999-12-31') >= \(bind(.of(facts.day)))
      """
  }

  /// Row keys of those who object to sharing with them, or with everybody.
  static func hidden(from facts: AccessFacts, bind: (Value) -> String) -> String {
    // Sorted, so that the same rights make the same text.
    let organisations = facts.organisations.sorted().map { bind(.text($0)) }.joined(separator: ", ")
    return """
      SELECT p.row_key FROM sharing_restriction s JOIN patient p ON p.id = s.patient_id \
      WHERE s.organisation_code IN (\(organisations.isEmpty ? "NULL" : organisations)) AND s.entered_in_error = 0 \
      AND s.start_on <= \(bind(.of(facts.day))) AND COALESCE(s.end_on, '9999-12-31') >= \(bind(.of(facts.day))) \
      UNION ALL SELECT p.row_key FROM sharing_restriction s JOIN patient p ON p.id = s.patient_id \
      WHERE s.staff_id = \(bind(.of(facts.staff))) AND s.entered_in_error = 0 \
      AND s.start_on <= \(bind(.of(facts.day))) AND COALESCE(s.end_on, '9999-12-31') >= \(bind(.of(facts.day))) \
      UNION ALL SELECT p.row_key FROM consent k JOIN patient p ON p.id = k.patient_id \
      WHERE k.subject = 'share_in_mdt' AND k.decision IN ('refused', 'withdrawn') \
      AND \(Consents.counts("k")) \
      AND NOT EXISTS (SELECT 1 FROM consent n WHERE n.patient_id = k.patient_id AND n.subject = 'share_in_mdt' \
      AND (n.at > k.at OR n.at = k.at AND n.id > k.id) AND \(Consents.counts("n")))
      """
  }
}

extension Permit {
  /// Whom a list shows to the one who asks.
  func reach(_ connection: any Connection) throws -> ListReach {
    guard let facts else { throw StoreFault(.unavailable, "nobody is signed in") }
    return try ListReach(facts, connection)
  }
}
