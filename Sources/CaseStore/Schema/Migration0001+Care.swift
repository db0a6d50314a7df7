/// What the service and its partners know about a person: enrolment, consent, risk, team, partners' facts
/// (spec 4.2, 5.1 to 5.3) and where it was imported from.
extension Migration0001 {
  static let patientCare = """
    CREATE TABLE import_file (
      id TEXT NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL CHECK (kind IN ('organisations', 'practices', 'staff', 'caseload')),
      fingerprint TEXT NOT NULL CHECK (length(fingerprint) = 64),
      file_name TEXT NOT NULL,
      rows_read INTEGER NOT NULL,
      rows_new INTEGER NOT NULL,
      rows_changed INTEGER NOT NULL,
      rows_unchanged INTEGER NOT NULL,
      rows_rejected INTEGER NOT NULL,
      unknown_columns TEXT,
      imported_at TEXT NOT NULL CHECK (length(imported_at) = 20),
      imported_by TEXT NOT NULL REFERENCES staff (id)
    ) STRICT;
    CREATE INDEX import_file_fingerprint ON import_file (kind, fingerprint);

    CREATE TABLE consent (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      subject TEXT NOT NULL CHECK (subject IN ('enrolment', 'share_in_mdt', 'share_crisis_external', 'contact_carer',
        'attend_meeting', 'research_use')),
      basis TEXT NOT NULL CHECK (basis IN ('explicit_verbal', 'explicit_written', 'implied_individual_care',
        'best_interests', 'lpa', 'court_deputy', 'legal_duty', 'vital_interest')),
      decision TEXT NOT NULL CHECK (decision IN ('given', 'refused', 'withdrawn', 'not_asked')),
      given_by_kind TEXT CHECK (given_by_kind IN ('person', 'attorney', 'deputy', 'imca', 'clinician')),
      given_by_name TEXT,
      taken_by TEXT REFERENCES staff (id),
      organisation_code TEXT REFERENCES organisation (ods_code),
      at TEXT NOT NULL CHECK (length(at) = 10),
      valid_from TEXT CHECK (length(valid_from) = 10),
      valid_to TEXT CHECK (length(valid_to) = 10),
      scope_text TEXT,
      evidence_location TEXT,
      capacity_at_time TEXT,
      reason_not_obtained TEXT,
      import_id TEXT REFERENCES import_file (id),
      \(standard),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER consent_is_append_only BEFORE UPDATE ON consent
      BEGIN SELECT RAISE(ABORT, 'a statement about consent is never changed: make a new one'); END;
    CREATE TRIGGER consent_is_never_deleted BEFORE DELETE ON consent
      BEGIN SELECT RAISE(ABORT, 'a statement about consent is never deleted'); END;

    CREATE TABLE sharing_restriction (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      organisation_code TEXT REFERENCES organisation (ods_code),
      staff_id TEXT REFERENCES staff (id),
      start_on TEXT NOT NULL CHECK (length(start_on) = 10),
      end_on TEXT CHECK (length(end_on) = 10),
      reason TEXT NOT NULL,
      \(standard),
      CHECK ((organisation_code IS NULL) <> (staff_id IS NULL)),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE enrolment (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      status TEXT NOT NULL CHECK (status IN ('identified', 'invited', 'enrolled', 'declined', 'withdrawn',
        'ineligible', 'died', 'moved', 'ended')),
      route TEXT CHECK (route IN ('risk_score', 'clinical_judgement', 'hospital', 'frailty', 'palliative',
        'social_care', 'self_or_carer', 'care_home')),
      identified_on TEXT CHECK (length(identified_on) = 10),
      enrolled_on TEXT CHECK (length(enrolled_on) = 10),
      ended_on TEXT CHECK (length(ended_on) = 10),
      tier TEXT CHECK (tier IN ('very_high', 'high', 'moderate')),
      practice_at_enrolment TEXT REFERENCES organisation (ods_code),
      accountable_gp_told_on TEXT CHECK (length(accountable_gp_told_on) = 10),
      coordinator_told_on TEXT CHECK (length(coordinator_told_on) = 10),
      consent_id TEXT,
      end_reason TEXT,
      mdt_state TEXT,
      \(standard),
      FOREIGN KEY (patient_id, consent_id) REFERENCES consent (patient_id, id),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE risk_score (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      model TEXT NOT NULL CHECK (length(model) >= 1),
      model_version TEXT,
      run_on TEXT NOT NULL CHECK (length(run_on) = 10),
      value REAL NOT NULL,
      unit TEXT NOT NULL CHECK (unit IN ('percent', 'probability', 'index', 'count')),
      percentile REAL CHECK (percentile BETWEEN 0 AND 100),
      population_size INTEGER CHECK (population_size > 0),
      cohort_definition TEXT,
      source_file_hash TEXT,
      imported_by TEXT REFERENCES staff (id),
      created_at TEXT NOT NULL CHECK (length(created_at) = 20),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER risk_score_is_append_only BEFORE UPDATE ON risk_score
      BEGIN SELECT RAISE(ABORT, 'a risk score is never changed: a newer run is a new row'); END;
    CREATE TRIGGER risk_score_is_never_deleted BEFORE DELETE ON risk_score
      BEGIN SELECT RAISE(ABORT, 'a risk score is never deleted'); END;

    CREATE TABLE partner_data (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      organisation_code TEXT NOT NULL REFERENCES organisation (ods_code),
      label TEXT NOT NULL,
      text TEXT NOT NULL,
      position INTEGER NOT NULL,
      as_of TEXT NOT NULL CHECK (length(as_of) = 20),
      source TEXT NOT NULL,
      import_id TEXT REFERENCES import_file (id),
      \(standard),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE patient_event (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('ae_attendance', 'unplanned_admission', 'discharge', 'fall', 'other')),
      happened_on TEXT NOT NULL CHECK (length(happened_on) = 10),
      organisation_code TEXT REFERENCES organisation (ods_code),
      text TEXT NOT NULL,
      import_id TEXT REFERENCES import_file (id),
      \(standard),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE unknown_column (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      name TEXT NOT NULL,
      position INTEGER NOT NULL,
      value TEXT NOT NULL,
      import_id TEXT NOT NULL REFERENCES import_file (id),
      PRIMARY KEY (patient_id, name)
    ) STRICT, WITHOUT ROWID;
    """

  static let care = """
    CREATE TABLE care_team_member (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      staff_id TEXT NOT NULL REFERENCES staff (id),
      role TEXT NOT NULL CHECK (role IN ('accountable_gp', 'named_social_worker', 'locality_social_worker',
        'care_coordinator', 'care_navigator', 'key_worker', 'district_nurse', 'community_matron', 'geriatrician',
        'cpn', 'palliative_nurse', 'carer_link', 'other')),
      organisation_code TEXT NOT NULL REFERENCES organisation (ods_code),
      team TEXT,
      start_at TEXT NOT NULL CHECK (length(start_at) = 20),
      end_at TEXT CHECK (length(end_at) = 20),
      assigned_by TEXT NOT NULL REFERENCES staff (id),
      reason TEXT NOT NULL CHECK (reason IN ('mdt_decision', 'reallocation', 'staff_left', 'person_request',
        'conflict_of_interest', 'capacity', 'locality_move', 'hospital_admission')),
      reason_text TEXT,
      meeting_case_id TEXT,
      accepted_at TEXT CHECK (length(accepted_at) = 20),
      person_told_on TEXT CHECK (length(person_told_on) = 10),
      person_told_method TEXT,
      weight INTEGER,
      end_reason TEXT CHECK (end_reason IN ('mdt_decision', 'reallocation', 'staff_left', 'person_request',
        'conflict_of_interest', 'capacity', 'locality_move', 'hospital_admission', 'step_down', 'died', 'closed')),
      \(standard),
      CHECK (end_at IS NULL OR end_reason IS NOT NULL),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX care_team_one_of_each ON care_team_member (patient_id, role)
      WHERE end_at IS NULL AND entered_in_error = 0
      AND role IN ('accountable_gp', 'named_social_worker', 'care_coordinator');
    CREATE INDEX care_team_by_staff ON care_team_member (staff_id) WHERE end_at IS NULL AND entered_in_error = 0;

    CREATE TABLE care_plan (
      id TEXT NOT NULL PRIMARY KEY,
      patient_id TEXT NOT NULL REFERENCES patient (id),
      status TEXT NOT NULL
        CHECK (status IN ('draft', 'active', 'on_hold', 'revoked', 'completed', 'entered_in_error')),
      version_no INTEGER NOT NULL DEFAULT 0 CHECK (version_no >= 0),
      prepared_by TEXT NOT NULL REFERENCES staff (id),
      prepared_org TEXT NOT NULL REFERENCES organisation (ods_code),
      prepared_at TEXT NOT NULL CHECK (length(prepared_at) = 20),
      digest TEXT NOT NULL CHECK (length(digest) = 64),
      \(standard),
      CHECK ((status = 'entered_in_error') = (entered_in_error = 1))
    ) STRICT;
    CREATE UNIQUE INDEX care_plan_one_live ON care_plan (patient_id) WHERE status IN ('draft', 'active', 'on_hold');
    CREATE INDEX care_plan_by_patient ON care_plan (patient_id);
    """

  static let versions = """
    CREATE TABLE care_plan_version (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      number INTEGER NOT NULL CHECK (number >= 1),
      plan_id TEXT NOT NULL REFERENCES care_plan (id),
      signed_at TEXT NOT NULL CHECK (length(signed_at) = 20),
      signed_by TEXT NOT NULL REFERENCES staff (id),
      signed_by_name TEXT NOT NULL,
      signed_by_role TEXT NOT NULL,
      signed_org TEXT NOT NULL REFERENCES organisation (ods_code),
      next_review TEXT CHECK (length(next_review) = 10),
      reason TEXT NOT NULL CHECK (length(reason) >= 1),
      snapshot TEXT NOT NULL,
      digest TEXT NOT NULL CHECK (length(digest) = 64),
      PRIMARY KEY (patient_id, number)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER care_plan_version_never_changes BEFORE UPDATE ON care_plan_version
      BEGIN SELECT RAISE(ABORT, 'a signed version of a care plan never changes'); END;
    CREATE TRIGGER care_plan_version_is_never_deleted BEFORE DELETE ON care_plan_version
      BEGIN SELECT RAISE(ABORT, 'a signed version of a care plan is never deleted'); END;

    CREATE TABLE plan_review (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      plan_id TEXT NOT NULL REFERENCES care_plan (id),
      plan_version INTEGER NOT NULL,
      due_on TEXT CHECK (length(due_on) = 10),
      done_on TEXT NOT NULL CHECK (length(done_on) = 10),
      done_by TEXT NOT NULL REFERENCES staff (id),
      kind TEXT NOT NULL CHECK (kind IN ('light_touch', 'full', 'unplanned', 'person_requested')),
      what_working TEXT NOT NULL,
      what_not TEXT NOT NULL,
      changes_needed TEXT NOT NULL,
      outcomes_progress TEXT NOT NULL,
      unintended_change TEXT NOT NULL,
      person_satisfied TEXT NOT NULL CHECK (person_satisfied IN ('yes', 'partly', 'no', 'not_asked')),
      decision TEXT NOT NULL CHECK (decision IN ('no_change', 'amend', 'replace', 'end')),
      next_review TEXT CHECK (length(next_review) = 10),
      answer1 INTEGER CHECK (answer1 BETWEEN 1 AND 5),
      answer2 INTEGER CHECK (answer2 BETWEEN 1 AND 5),
      answer3 INTEGER CHECK (answer3 BETWEEN 1 AND 5),
      answer4 INTEGER CHECK (answer4 BETWEEN 1 AND 5),
      answer5 INTEGER CHECK (answer5 BETWEEN 1 AND 5),
      \(standard),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    """
}
