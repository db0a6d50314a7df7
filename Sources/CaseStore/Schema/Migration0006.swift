/// Administration: somebody may hold two posts at a time, one of a kind at an organisation; when who was trained in data
/// security (spec 8.5); and what is said of a person when they are handed over (R-SW-03).
enum Migration0006: Migration {
  static let version = 6

  static let statements = [
    """
    DROP INDEX staff_post_open;
    CREATE UNIQUE INDEX staff_post_open ON staff_post (staff_id, organisation_code, role)
      WHERE end_on IS NULL AND entered_in_error = 0;
    """,
    """
    CREATE TABLE staff_training (
      staff_id TEXT NOT NULL REFERENCES staff (id),
      id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('data_security')),
      done_on TEXT NOT NULL CHECK (length(done_on) = 10),
      \(Migration0001.standard),
      PRIMARY KEY (staff_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE handover_note (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      from_staff TEXT NOT NULL REFERENCES staff (id),
      to_staff TEXT REFERENCES staff (id),
      who_they_are TEXT CHECK (length(who_they_are) <= 2000),
      what_is_live TEXT CHECK (length(what_is_live) <= 2000),
      what_is_due TEXT CHECK (length(what_is_due) <= 2000),
      who_is_cross TEXT CHECK (length(who_is_cross) <= 2000),
      \(Migration0001.standard),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX care_team_left ON care_team_member (end_at)
      WHERE end_reason = 'staff_left' AND entered_in_error = 0;
    CREATE INDEX staff_by_last_day ON staff (active_to) WHERE active_to IS NOT NULL;
    """,
    """
    INSERT INTO setting (key, value, unit, basis) VALUES
      ('training.valid_months', '12', 'months', 'data security training is repeated every year (DSPT, to be confirmed)');
    """,
  ]
}
