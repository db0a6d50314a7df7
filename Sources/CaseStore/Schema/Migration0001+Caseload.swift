/// The caseload as lists show it: one narrow row a person, derived from the tables above by `refreshEntry` in the
/// transaction that changes them, so that every order of the list is a walk along an index.
///
/// A missing sort key is a sentinel that comes last in the order's own direction: `~` for review, NHS number and
/// practice, `''` for enrolment, -1 for risk and percentile.
extension Migration0001 {
  static let caseload = """
    CREATE TABLE caseload_entry (
      row_key INTEGER PRIMARY KEY REFERENCES patient (row_key),
      patient_id TEXT NOT NULL UNIQUE REFERENCES patient (id),
      name_key TEXT NOT NULL,
      born_key TEXT NOT NULL,
      nhs_key TEXT NOT NULL,
      review_key TEXT NOT NULL,
      risk_key REAL NOT NULL,
      practice_key TEXT NOT NULL,
      enrolled_key TEXT NOT NULL,
      family_name TEXT NOT NULL,
      given_names TEXT NOT NULL,
      title TEXT,
      preferred_name TEXT,
      died TEXT,
      gender TEXT,
      locality TEXT,
      locality_key TEXT NOT NULL,
      network TEXT,
      network_key TEXT NOT NULL,
      risk_value REAL,
      risk_unit TEXT,
      risk_model TEXT,
      risk_run_on TEXT,
      percentile REAL NOT NULL,
      plan_status TEXT,
      no_plan_reason TEXT,
      sw_staff_id TEXT,
      sw_name TEXT,
      sw_key TEXT NOT NULL,
      enrolment TEXT NOT NULL,
      has_similar INTEGER NOT NULL,
      dq_count INTEGER NOT NULL,
      search_text TEXT NOT NULL
    ) STRICT;
    CREATE INDEX caseload_by_name ON caseload_entry (name_key, row_key, patient_id, family_name, given_names, title,
      preferred_name, born_key, died, gender, nhs_key, practice_key, locality, risk_value, risk_unit, risk_model,
      risk_run_on, plan_status, no_plan_reason, review_key, sw_name, enrolment, has_similar, dq_count);
    CREATE INDEX caseload_by_review ON caseload_entry (review_key);
    CREATE INDEX caseload_by_risk ON caseload_entry (risk_key);
    CREATE INDEX caseload_by_born ON caseload_entry (born_key);
    CREATE INDEX caseload_by_nhs ON caseload_entry (nhs_key);
    CREATE INDEX caseload_by_practice ON caseload_entry (practice_key);
    CREATE INDEX caseload_by_enrolled ON caseload_entry (enrolled_key);
    CREATE INDEX caseload_enrolment ON caseload_entry (enrolment, locality_key);
    CREATE INDEX caseload_percentile ON caseload_entry (percentile, enrolment, locality_key);
    CREATE INDEX caseload_locality_name ON caseload_entry (locality_key, name_key, row_key, enrolment);
    CREATE INDEX caseload_locality_review ON caseload_entry (locality_key, review_key, row_key, enrolment);
    CREATE INDEX caseload_locality_risk ON caseload_entry (locality_key, risk_key, row_key, enrolment);
    CREATE INDEX caseload_practice_name ON caseload_entry (practice_key, name_key, row_key, enrolment);
    CREATE INDEX caseload_practice_review ON caseload_entry (practice_key, review_key, row_key, enrolment);
    CREATE INDEX caseload_practice_risk ON caseload_entry (practice_key, risk_key, row_key, enrolment);
    CREATE INDEX caseload_no_plan_name ON caseload_entry (name_key, row_key, enrolment, plan_status)
      WHERE plan_status IS NULL;
    CREATE INDEX caseload_no_plan_risk ON caseload_entry (risk_key, row_key, enrolment, plan_status)
      WHERE plan_status IS NULL;
    CREATE INDEX caseload_no_sw_name ON caseload_entry (name_key, row_key, enrolment, sw_staff_id)
      WHERE sw_staff_id IS NULL;
    CREATE INDEX caseload_no_sw_risk ON caseload_entry (risk_key, row_key, enrolment, sw_staff_id)
      WHERE sw_staff_id IS NULL;
    CREATE INDEX caseload_no_sw_review ON caseload_entry (review_key, row_key, enrolment, sw_staff_id)
      WHERE sw_staff_id IS NULL;
    CREATE INDEX caseload_dq_name ON caseload_entry (name_key, row_key, enrolment, dq_count) WHERE dq_count > 0;

    CREATE TABLE caseload_mine (
      staff_id TEXT NOT NULL REFERENCES staff (id),
      row_key INTEGER NOT NULL REFERENCES caseload_entry (row_key),
      name_key TEXT NOT NULL,
      born_key TEXT NOT NULL,
      nhs_key TEXT NOT NULL,
      review_key TEXT NOT NULL,
      risk_key REAL NOT NULL,
      practice_key TEXT NOT NULL,
      enrolled_key TEXT NOT NULL,
      PRIMARY KEY (staff_id, row_key)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX caseload_mine_row ON caseload_mine (row_key);
    CREATE INDEX caseload_mine_name ON caseload_mine (staff_id, name_key, row_key);
    CREATE INDEX caseload_mine_review ON caseload_mine (staff_id, review_key, row_key);
    CREATE INDEX caseload_mine_risk ON caseload_mine (staff_id, risk_key, row_key);
    CREATE INDEX caseload_mine_born ON caseload_mine (staff_id, born_key, row_key);
    CREATE INDEX caseload_mine_nhs ON caseload_mine (staff_id, nhs_key, row_key);
    CREATE INDEX caseload_mine_practice ON caseload_mine (staff_id, practice_key, row_key);
    CREATE INDEX caseload_mine_enrolled ON caseload_mine (staff_id, enrolled_key, row_key);

    CREATE TABLE passage (
      row_key INTEGER PRIMARY KEY,
      patient_id TEXT NOT NULL REFERENCES patient (id),
      source TEXT NOT NULL CHECK (source IN ('plan', 'note')),
      text TEXT NOT NULL,
      UNIQUE (patient_id, source)
    ) STRICT;
    """
}
