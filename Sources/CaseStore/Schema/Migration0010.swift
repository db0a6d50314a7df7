/// The team around a person and the named social worker (spec 4.2, 4.5): who accepted, who declined and why it ended in
/// words; what a caseload weighs and how much somebody can carry; who waits for whom, what is proposed and not published;
/// and that all of it can be taken back as other changes can.
///
/// Roles from before were never asked to be accepted, and stay so: `asked_at` is null.
enum Migration0010: Migration {
  static let version = 10

  static let statements = [columns, capacity, allocation, own, undo, settings]

  /// Tables with a person's rows.
  static let tablesOfPeople = ["allocation_proposal", "allocation_request", "person_seen"]

  private static let columns = """
    ALTER TABLE care_team_member ADD COLUMN asked_at TEXT CHECK (length(asked_at) = 20);
    ALTER TABLE care_team_member ADD COLUMN declined_at TEXT CHECK (length(declined_at) = 20);
    ALTER TABLE care_team_member ADD COLUMN end_text TEXT CHECK (length(end_text) <= 2000);
    ALTER TABLE care_team_member ADD COLUMN weight_code TEXT CHECK (length(weight_code) <= 200);
    CREATE INDEX care_team_unaccepted ON care_team_member (asked_at)
      WHERE asked_at IS NOT NULL AND accepted_at IS NULL AND end_at IS NULL AND entered_in_error = 0;
    CREATE INDEX care_team_untold ON care_team_member (start_at)
      WHERE person_told_on IS NULL AND end_at IS NULL AND entered_in_error = 0
      AND role IN ('accountable_gp', 'named_social_worker', 'care_coordinator');
    CREATE INDEX plan_action_by_who ON plan_action (who_name) WHERE who_name IS NOT NULL AND entered_in_error = 0;
    CREATE INDEX contingency_contact_by_name ON contingency_contact (name)
      WHERE name IS NOT NULL AND entered_in_error = 0;
    """

  /// What somebody can carry from a day on, and when they are away, with who covers for them. The wte is in hundredths.
  private static let capacity = """
    CREATE TABLE staff_capacity (
      staff_id TEXT NOT NULL REFERENCES staff (id),
      id TEXT NOT NULL,
      from_on TEXT NOT NULL CHECK (length(from_on) = 10),
      to_on TEXT CHECK (length(to_on) = 10),
      absence TEXT NOT NULL CHECK (absence IN ('none', 'leave', 'sick')),
      wte INTEGER CHECK (wte BETWEEN 0 AND 150),
      points_per_wte INTEGER CHECK (points_per_wte BETWEEN 1 AND 1000),
      max_count INTEGER CHECK (max_count BETWEEN 0 AND 10000),
      present INTEGER NOT NULL CHECK (present BETWEEN 0 AND 100),
      cover_id TEXT REFERENCES staff (id),
      reason TEXT CHECK (length(reason) <= 2000),
      \(Migration0001.standard),
      CHECK (to_on IS NULL OR from_on <= to_on),
      CHECK (absence <> 'none' OR wte IS NOT NULL AND points_per_wte IS NOT NULL AND present = 100),
      CHECK (cover_id IS NULL OR cover_id <> staff_id),
      PRIMARY KEY (staff_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX staff_capacity_cover ON staff_capacity (cover_id) WHERE cover_id IS NOT NULL;
    """

  private static let allocation = """
    CREATE TABLE allocation_request (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('accountable_gp', 'named_social_worker', 'care_coordinator')),
      asked_at TEXT NOT NULL CHECK (length(asked_at) = 20),
      asked_by TEXT NOT NULL REFERENCES staff (id),
      source TEXT NOT NULL CHECK (source IN ('mdt_decision', 'asked', 'unallocated', 'declined', 'ended')),
      reason TEXT CHECK (length(reason) <= 2000),
      meeting_case_id TEXT,
      closed_at TEXT CHECK (length(closed_at) = 20),
      closed_as TEXT CHECK (closed_as IN ('assigned', 'withdrawn')),
      closed_reason TEXT CHECK (length(closed_reason) <= 2000),
      \(Migration0001.standard),
      CHECK ((closed_at IS NULL) = (closed_as IS NULL)),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX allocation_request_open ON allocation_request (patient_id, role)
      WHERE closed_at IS NULL AND entered_in_error = 0;
    CREATE INDEX allocation_request_waiting ON allocation_request (asked_at)
      WHERE closed_at IS NULL AND entered_in_error = 0;
    CREATE TABLE allocation_proposal (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('accountable_gp', 'named_social_worker', 'care_coordinator')),
      staff_id TEXT NOT NULL REFERENCES staff (id),
      reason TEXT CHECK (length(reason) <= 2000),
      weight_code TEXT CHECK (length(weight_code) <= 200),
      state TEXT NOT NULL CHECK (state IN ('open', 'published', 'withdrawn', 'overtaken')),
      band TEXT CHECK (band IN ('blue', 'green', 'amber', 'red')),
      decided_at TEXT CHECK (length(decided_at) = 20),
      decided_by TEXT REFERENCES staff (id),
      \(Migration0001.standard),
      CHECK ((state = 'open') = (decided_at IS NULL) AND (state = 'open') = (decided_by IS NULL)),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX allocation_proposal_open ON allocation_proposal (patient_id, role)
      WHERE state = 'open' AND entered_in_error = 0;
    CREATE INDEX allocation_proposal_by_staff ON allocation_proposal (staff_id)
      WHERE state = 'open' AND entered_in_error = 0;
    """

  /// Up to when somebody has seen what is new about a person.
  private static let own = """
    CREATE TABLE person_seen (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      staff_id TEXT NOT NULL REFERENCES staff (id),
      at TEXT NOT NULL CHECK (length(at) = 20),
      PRIMARY KEY (patient_id, staff_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX person_seen_by_staff ON person_seen (staff_id, at);
    \(tablesOfPeople.map(Migration0008.guarding).joined(separator: "\n"))
    """

  /// What may be undone is no closed list here any more: each area adds its own kinds, and a table would have to be made
  /// anew for each.
  private static let undo = """
    DROP INDEX undo_by_state;
    DROP INDEX undo_of_patient;
    ALTER TABLE undo_entry RENAME TO undo_entry_before;
    CREATE TABLE undo_entry (
      staff_id TEXT NOT NULL REFERENCES staff (id),
      seq INTEGER NOT NULL,
      kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 40),
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
    INSERT INTO undo_entry (staff_id, seq, kind, patient_id, subject_id, words, before_text, after_text,
      before_version, after_version, state, at)
    SELECT staff_id, seq, kind, patient_id, subject_id, words, before_text, after_text, before_version, after_version,
      state, at FROM undo_entry_before;
    DROP TABLE undo_entry_before;
    CREATE INDEX undo_by_state ON undo_entry (staff_id, state, seq);
    CREATE INDEX undo_of_patient ON undo_entry (staff_id, patient_id, state);
    \(Migration0008.guarding("undo_entry"))
    """

  private static let settings = """
    INSERT INTO setting (key, value, unit, basis) VALUES
      ('caseload.points_per_wte', '30', 'points', 'our own default; capacity is wte x points x presence'),
      ('team.accept_workdays', '2', 'working days', 'our own default; not accepted by then, the manager is told');
    """
}
