/// Consent as it is worked with (spec 5.3): statements that were recorded in error, what is kept of a refusal, whether
/// the person could decide, overrides that a named person decided, and the actions of whoever withdraws.
///
/// Statements that were there say nothing of capacity as a code, and none of them is void.
enum Migration0007: Migration {
  static let version = 7

  static let statements = [columns, voids, overrides, tasks]

  private static let columns = """
    ALTER TABLE consent ADD COLUMN capacity_state TEXT CHECK (capacity_state IN ('has', 'lacks', 'not_assessed'));
    ALTER TABLE consent ADD COLUMN do_not_ask_before TEXT CHECK (length(do_not_ask_before) = 10);
    ALTER TABLE enrolment ADD COLUMN status_before TEXT CHECK (status_before IN ('identified', 'invited', 'enrolled',
      'declined', 'withdrawn', 'ineligible', 'died', 'moved', 'ended'));
    CREATE INDEX consent_best_interests ON consent (valid_to) WHERE basis = 'best_interests';
    """

  private static let voids = """
    CREATE TABLE consent_void (
      patient_id TEXT NOT NULL,
      consent_id TEXT NOT NULL,
      reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
      \(Migration0001.standard),
      FOREIGN KEY (patient_id, consent_id) REFERENCES consent (patient_id, id),
      PRIMARY KEY (patient_id, consent_id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER consent_void_never_changes BEFORE UPDATE ON consent_void
      BEGIN SELECT RAISE(ABORT, 'that a statement about consent is void is never changed: record what is true'); END;
    CREATE TRIGGER consent_void_is_never_deleted BEFORE DELETE ON consent_void
      BEGIN SELECT RAISE(ABORT, 'that a statement about consent is void is never deleted'); END;
    """

  private static let overrides = """
    CREATE TABLE sharing_override (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      staff_id TEXT NOT NULL REFERENCES staff (id),
      ground TEXT NOT NULL CHECK (ground IN ('vital_interest', 'serious_crime', 'safeguarding')),
      decided_by_name TEXT NOT NULL CHECK (length(decided_by_name) BETWEEN 1 AND 280),
      decided_by_role TEXT NOT NULL CHECK (length(decided_by_role) BETWEEN 1 AND 280),
      reason TEXT NOT NULL CHECK (length(reason) BETWEEN 15 AND 2000),
      at TEXT NOT NULL CHECK (length(at) = 20),
      expires_at TEXT NOT NULL CHECK (length(expires_at) = 20),
      reviewed_by TEXT REFERENCES staff (id),
      reviewed_at TEXT CHECK (length(reviewed_at) = 20),
      verdict TEXT CHECK (verdict IN ('justified', 'not_justified', 'unclear')),
      follow_up TEXT CHECK (length(follow_up) <= 2000),
      \(Migration0001.standard),
      CHECK ((verdict IS NULL) = (reviewed_by IS NULL) AND (verdict IS NULL) = (reviewed_at IS NULL)),
      CHECK (reviewed_by IS NULL OR reviewed_by <> staff_id AND reviewed_by <> created_by),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sharing_override_by_staff ON sharing_override (staff_id, expires_at);
    CREATE INDEX sharing_override_open ON sharing_override (at) WHERE verdict IS NULL AND entered_in_error = 0;
    """

  private static let tasks = """
    CREATE TABLE consent_task (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('stop_or_transfer')),
      what TEXT NOT NULL CHECK (length(what) BETWEEN 1 AND 4000),
      consent_id TEXT,
      plan_id TEXT NOT NULL REFERENCES care_plan (id),
      action_id TEXT NOT NULL,
      owner_id TEXT NOT NULL REFERENCES staff (id),
      raised_at TEXT NOT NULL CHECK (length(raised_at) = 20),
      decision TEXT CHECK (decision IN ('stop', 'transfer')),
      transfer_to TEXT CHECK (length(transfer_to) BETWEEN 1 AND 280),
      reason TEXT CHECK (length(reason) BETWEEN 1 AND 2000),
      decided_by TEXT REFERENCES staff (id),
      decided_at TEXT CHECK (length(decided_at) = 20),
      \(Migration0001.standard),
      CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)
        AND (decision IS NULL) = (reason IS NULL)),
      CHECK ((COALESCE(decision, '') = 'transfer') = (transfer_to IS NOT NULL)),
      FOREIGN KEY (patient_id, consent_id) REFERENCES consent (patient_id, id),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX consent_task_open ON consent_task (raised_at) WHERE decision IS NULL AND entered_in_error = 0;
    """
}
