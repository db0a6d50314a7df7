/// The audit and what people keep for themselves: views, and what they may take back.
extension Migration0001 {
  static let lists = """
    CREATE TABLE saved_view (
      staff_id TEXT NOT NULL REFERENCES staff (id),
      id TEXT NOT NULL,
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 560),
      filter TEXT NOT NULL,
      sort_order TEXT NOT NULL
        CHECK (sort_order IN ('name', 'review', 'risk', 'born', 'nhs', 'practice', 'enrolled')),
      descending INTEGER NOT NULL CHECK (descending IN (0, 1)),
      columns TEXT NOT NULL,
      removed INTEGER NOT NULL DEFAULT 0 CHECK (removed IN (0, 1)),
      created_at TEXT NOT NULL CHECK (length(created_at) = 20),
      updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
      row_version INTEGER NOT NULL DEFAULT 1,
      PRIMARY KEY (staff_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE undo_entry (
      staff_id TEXT NOT NULL REFERENCES staff (id),
      seq INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('plan_draft', 'plan_activated', 'plan_version', 'plan_review', 'view_saved',
        'view_removed')),
      patient_id TEXT REFERENCES patient (id),
      subject_id TEXT NOT NULL,
      words TEXT NOT NULL,
      before_text TEXT,
      after_text TEXT,
      before_version INTEGER,
      after_version INTEGER,
      state TEXT NOT NULL CHECK (state IN ('done', 'undone', 'gone')),
      at TEXT NOT NULL CHECK (length(at) = 20),
      PRIMARY KEY (staff_id, seq)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX undo_by_state ON undo_entry (staff_id, state, seq);
    CREATE INDEX undo_of_patient ON undo_entry (staff_id, patient_id, state);
    """

  static let audit = """
    CREATE TABLE audit_event (
      seq INTEGER PRIMARY KEY,
      at TEXT NOT NULL CHECK (length(at) = 20),
      staff_id TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
      staff_name TEXT NOT NULL,
      role TEXT NOT NULL,
      organisation TEXT NOT NULL,
      workstation TEXT NOT NULL,
      patient_id TEXT,
      action TEXT NOT NULL CHECK (action IN ('login', 'logout', 'search', 'view', 'view_masked', 'create', 'update',
        'sign', 'print', 'export', 'import', 'consent_change', 'assignment', 'break_glass', 'denied', 'merge',
        'setting_change', 'void', 'undo', 'redo')),
      object TEXT NOT NULL,
      version_before INTEGER,
      version_after INTEGER,
      purpose TEXT NOT NULL,
      record_digest TEXT NOT NULL,
      previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
      hash TEXT NOT NULL CHECK (length(hash) = 64)
    ) STRICT;
    CREATE INDEX audit_by_patient ON audit_event (patient_id, seq) WHERE patient_id IS NOT NULL;
    CREATE TRIGGER audit_event_never_changes BEFORE UPDATE ON audit_event
      BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
    CREATE TRIGGER audit_event_is_never_deleted BEFORE DELETE ON audit_event
      BEGIN SELECT RAISE(ABORT, 'the audit is never deleted from'); END;

    CREATE TABLE audit_head (
      one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
      seq INTEGER NOT NULL,
      hash TEXT NOT NULL CHECK (length(hash) = 64),
      count INTEGER NOT NULL,
      at TEXT NOT NULL CHECK (length(at) = 20)
    ) STRICT;
    """
}
