/// How long records are kept, what holds them, and how one is destroyed lawfully (handbook 8.6, decision 25).
///
/// A row about a person leaves the store in one way only: in the transaction that writes the certificate of their record's
/// destruction. The schema refuses every other (D-VER-2).
enum Migration0008: Migration {
  static let version = 8

  static let statements = [settings, holds, reports, certificates] + [guarded]

  private static let settings = """
    INSERT INTO setting (key, value, unit, basis) VALUES
      ('retention.adult_health_years', '8', 'years', 'after the last entry (S54, S55); no shorter'),
      ('retention.mental_health_years', '20', 'years', 'after treatment, taken as the last entry (S54, S55); no shorter'),
      ('retention.mental_health_after_death_years', '10', 'years', 'after death (S54, S55); no shorter'),
      ('retention.gp_after_death_years', '10', 'years', 'GP record of somebody who has died (S54, S55); no shorter'),
      ('retention.social_care_years', '8', 'years',
        'after the end of care; general knowledge, to be confirmed by the site''s own records officer; no shorter');
    """

  private static let holds = """
    CREATE TABLE retention_hold (
      id TEXT NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('legal', 'public_inquiry')),
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 560),
      patient_id TEXT REFERENCES patient (id),
      reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
      from_on TEXT NOT NULL CHECK (length(from_on) = 10),
      lifted_on TEXT CHECK (length(lifted_on) = 10),
      lifted_by TEXT REFERENCES staff (id),
      lift_reason TEXT CHECK (length(lift_reason) BETWEEN 1 AND 2000),
      \(Migration0001.standard),
      CHECK ((lifted_on IS NULL) = (lifted_by IS NULL) AND (lifted_on IS NULL) = (lift_reason IS NULL))
    ) STRICT;
    CREATE INDEX retention_hold_of_patient ON retention_hold (patient_id);
    """

  /// A person's identifier stays here when the person is gone, so it refers to nothing.
  private static let reports = """
    CREATE TABLE disposal_report (
      id TEXT NOT NULL PRIMARY KEY,
      made_on TEXT NOT NULL CHECK (length(made_on) = 10),
      made_by TEXT NOT NULL REFERENCES staff (id),
      basis TEXT NOT NULL CHECK (length(basis) BETWEEN 1 AND 2000),
      approved_on TEXT CHECK (length(approved_on) = 10),
      approved_by TEXT REFERENCES staff (id),
      approval_note TEXT CHECK (length(approval_note) BETWEEN 1 AND 2000),
      disposed_on TEXT CHECK (length(disposed_on) = 10),
      disposed_by TEXT REFERENCES staff (id),
      \(Migration0001.standard),
      CHECK ((approved_on IS NULL) = (approved_by IS NULL) AND (approved_on IS NULL) = (approval_note IS NULL)),
      CHECK (approved_by IS NULL OR approved_by <> made_by),
      CHECK (disposed_on IS NULL OR approved_on IS NOT NULL),
      CHECK ((disposed_on IS NULL) = (disposed_by IS NULL)),
      UNIQUE (id, made_by, approved_by)
    ) STRICT;
    CREATE TABLE disposal_report_entry (
      report_id TEXT NOT NULL REFERENCES disposal_report (id),
      patient_id TEXT NOT NULL,
      retain_until TEXT NOT NULL CHECK (length(retain_until) = 10),
      held INTEGER NOT NULL CHECK (held IN (0, 1)),
      reasons TEXT NOT NULL,
      PRIMARY KEY (report_id, patient_id)
    ) STRICT, WITHOUT ROWID;
    """

  /// Only of somebody who was in the report, and only of a report that a second person has approved.
  private static let certificates = """
    CREATE TABLE disposal_certificate (
      patient_id TEXT NOT NULL PRIMARY KEY,
      report_id TEXT NOT NULL,
      at TEXT NOT NULL CHECK (length(at) = 20),
      reported_by TEXT NOT NULL REFERENCES staff (id),
      approved_by TEXT NOT NULL REFERENCES staff (id),
      disposed_by TEXT NOT NULL REFERENCES staff (id),
      retain_until TEXT NOT NULL CHECK (length(retain_until) = 10),
      basis TEXT NOT NULL CHECK (length(basis) BETWEEN 1 AND 2000),
      row_count INTEGER NOT NULL CHECK (row_count >= 1),
      table_count INTEGER NOT NULL CHECK (table_count >= 1),
      digest TEXT NOT NULL CHECK (length(digest) = 64),
      CHECK (approved_by <> reported_by),
      FOREIGN KEY (report_id, reported_by, approved_by) REFERENCES disposal_report (id, made_by, approved_by),
      FOREIGN KEY (report_id, patient_id) REFERENCES disposal_report_entry (report_id, patient_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER disposal_certificate_never_changes BEFORE UPDATE ON disposal_certificate
      BEGIN SELECT RAISE(ABORT, 'a certificate of destruction never changes'); END;
    CREATE TRIGGER disposal_certificate_is_never_deleted BEFORE DELETE ON disposal_certificate
      BEGIN SELECT RAISE(ABORT, 'a certificate of destruction is never deleted'); END;
    CREATE TRIGGER disposal_report_entry_never_changes BEFORE UPDATE ON disposal_report_entry
      BEGIN SELECT RAISE(ABORT, 'what a report of disposal says never changes'); END;
    CREATE TRIGGER disposal_report_entry_is_never_deleted BEFORE DELETE ON disposal_report_entry
      BEGIN SELECT RAISE(ABORT, 'what a report of disposal says is never deleted'); END;
    """

  /// Tables with a person's rows, in the order in which they go: what is found by a plan, what is found by the person,
  /// the plan, the person.
  static let tables = ofPlans + ofPeople + ["care_plan", "patient"]

  static let ofPlans = [
    "about_me", "additional_plan", "care_package", "care_plan_header", "contingency", "contingency_contact",
    "equipment", "formulation", "goal", "individual_requirement", "need", "other_plan", "outcome", "personal_contact",
    "plan_action", "stage_goal", "strength",
  ]

  static let ofPeople = [
    "break_glass", "care_plan_version", "care_team_member", "consent_task", "consent_void", "enrolment", "consent",
    "handover_note", "partner_data", "passage",
    "patient_address", "patient_alias", "patient_event", "patient_telecom", "personal_tie", "plan_note", "plan_review",
    "privacy_alert", "registered_practice", "relationship", "retention_hold", "risk_score", "sharing_override",
    "sharing_restriction",
    "staff_safety_alert", "undo_entry", "unknown_column",
  ]

  /// Whose rows, with the person as `$1`.
  static func isOf(_ table: String) -> String {
    guard !ofPlans.contains(table) else { return "plan_id IN (SELECT id FROM care_plan WHERE patient_id = $1)" }
    return "\(table == "patient" ? "id" : "patient_id") = $1"
  }

  private static let guarded =
    ["care_plan_version", "consent", "consent_void", "risk_score"].map { "DROP TRIGGER \($0)_is_never_deleted;" }
    .joined(
      separator: "\n")
    + "\n" + tables.map(guarding).joined(separator: "\n")

  static func guarding(_ table: String) -> String {
    let person =
      ofPlans.contains(table)
      ? "JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id"
      : "WHERE c.patient_id = OLD.\(table == "patient" ? "id" : "patient_id")"
    return """
      CREATE TRIGGER \(table)_goes_by_certificate BEFORE DELETE ON \(table)
        WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c \(person))
        BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;
      """
  }
}
