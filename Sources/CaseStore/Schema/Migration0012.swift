/// Somebody's way into integrated care and out of it, step by step; where they died; and records that were joined
/// (spec 5.1, R-ID-06, R-ID-08).
enum Migration0012: Migration {
  static let version = 12

  static let statements = [events, deaths, merges, guarded]

  static let tablesOfPeople = ["enrolment_event", "death", "record_merge"]

  private static let events = """
    CREATE TABLE enrolment_event (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      status_from TEXT CHECK (status_from IN ('identified', 'invited', 'enrolled', 'declined', 'withdrawn', 'ineligible',
        'died', 'moved', 'ended')),
      status_to TEXT NOT NULL CHECK (status_to IN ('identified', 'invited', 'enrolled', 'declined', 'withdrawn',
        'ineligible', 'died', 'moved', 'ended')),
      happened_on TEXT NOT NULL CHECK (length(happened_on) = 10),
      reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
      \(Migration0001.standard),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER enrolment_event_never_changes BEFORE UPDATE ON enrolment_event
      BEGIN SELECT RAISE(ABORT, 'a step of an enrolment is never changed: record the next one'); END;
    """

  /// Patient has the day; here is what is asked beside it.
  private static let deaths = """
    CREATE TABLE death (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      died_on TEXT NOT NULL CHECK (length(died_on) = 10),
      place TEXT CHECK (place IN ('home', 'nursing_home', 'residential_home', 'hospice', 'hospital', 'community_hospital',
        'ld_unit', 'mh_unit', 'other')),
      source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 2000),
      \(Migration0001.standard),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX death_one ON death (patient_id) WHERE entered_in_error = 0;
    """

  private static let merges = """
    CREATE TABLE record_merge (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      survivor_id TEXT NOT NULL REFERENCES patient (id),
      reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
      undone_at TEXT CHECK (length(undone_at) = 20),
      undone_by TEXT REFERENCES staff (id),
      undone_reason TEXT CHECK (length(undone_reason) <= 2000),
      \(Migration0001.standard),
      CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_reason IS NULL)),
      CHECK (patient_id <> survivor_id),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX record_merge_one ON record_merge (patient_id) WHERE undone_at IS NULL AND entered_in_error = 0;
    CREATE INDEX record_merge_by_survivor ON record_merge (survivor_id) WHERE undone_at IS NULL;
    """

  private static let guarded = tablesOfPeople.map { Migration0008.guarding($0) }.joined(separator: "\n")
}
