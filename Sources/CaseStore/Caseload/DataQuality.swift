import CaseModel

/// The data quality list (spec 7.5), as far as what it asks about exists: one condition in SQL and the words for it.
///
/// The list's count and the person's own list are made from the same table, so they cannot disagree. In the SQL `p` is
/// the patient, `e` the newest enrolment, `k` the newest consent to enrolment, `c` the plan that counts, `h` its
/// header, `o` the review owner, `w` the named social worker, `g` the practice and `pl` its link; `$1` is today.
enum DataQuality {
  struct Rule: Sendable {
    let sql: String
    let words: String
  }

  /// Somebody older than this, by the years alone, is looked at.
  static let oldest = 115

  static let rules: [Rule] = [
    Rule(
      sql: "e.status = 'enrolled' AND k.decision IN ('refused', 'withdrawn')",
      words: "consent is refused or withdrawn, and the person is still enrolled"),
    Rule(sql: "e.status = 'enrolled' AND k.decision IS NULL", words: "enrolled without a consent row"),
    Rule(
      sql: "p.nhs_number IS NULL AND p.nhs_unavailable_reason IS NULL",
      words: "no NHS number, and no reason why there is none"),
    Rule(sql: "p.birth_date > $1", words: "born in the future"),
    Rule(
      sql:
        "p.death_date IS NULL AND CAST(substr($1, 1, 4) AS INTEGER) - CAST(substr(p.birth_date, 1, 4) AS INTEGER) > \(oldest)",
      words: "older than \(oldest)"),
    Rule(
      sql: "p.death_date IS NOT NULL AND e.status IN ('identified', 'invited', 'enrolled')",
      words: "died, and the enrolment is still open"),
    Rule(sql: "g.closed_on IS NOT NULL AND g.closed_on <= $1", words: "the practice is closed"),
    Rule(sql: "g.ods_code IS NULL", words: "no registered practice"),
    Rule(sql: "g.ods_code IS NOT NULL AND pl.locality_id IS NULL", words: "the practice is in no locality"),
    Rule(sql: "c.status = 'active' AND h.review_owner IS NULL", words: "the plan is active without a review owner"),
    Rule(
      sql: "c.status = 'active' AND o.active_to IS NOT NULL AND o.active_to < $1",
      words: "the plan's review owner has left"),
    Rule(
      sql: "w.active_to IS NOT NULL AND w.active_to < $1",
      words: "the named social worker has left"),
    Rule(
      sql: """
        c.status = 'active' AND COALESCE(h.no_emergency_contact, 'no') <> 'yes' AND NOT EXISTS (
          SELECT 1 FROM personal_contact x WHERE x.plan_id = c.id AND x.entered_in_error = 0)
        """,
      words: "the plan is active without a named contact"),
    Rule(
      sql: "p.interpreter_required = 1 AND p.language IS NULL",
      words: "an interpreter is needed, and the language is not recorded"),
  ]

  /// How many rules a row breaks.
  static let count = rules.map { "(CASE WHEN \($0.sql) THEN 1 ELSE 0 END)" }.joined(separator: " + ")

  /// What one person's row breaks, in words.
  static func words(for id: ID<Patient>, today: Day, _ connection: any Connection) throws -> [String] {
    let columns = rules.map { "CASE WHEN \($0.sql) THEN 1 ELSE 0 END" }.joined(separator: ", ")
    return try connection.first(
      "SELECT \(columns) \(CaseloadEntries.source) WHERE p.id = $2", [.of(today), .of(id)]
    ) { row in
      var found = [String]()
      for rule in rules where try row.flag() { found.append(rule.words) }
      return found
    } ?? []
  }
}
