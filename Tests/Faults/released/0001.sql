CREATE TABLE staff (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 560),
  short_name TEXT NOT NULL,
  name_key TEXT NOT NULL,
  professional_body TEXT CHECK (professional_body IN ('GMC', 'NMC', 'SWE', 'HCPC', 'GPhC', 'none')),
  registration_no TEXT CHECK (length(registration_no) <= 32),
  phone TEXT CHECK (length(phone) <= 280),
  email TEXT CHECK (length(email) <= 254),
  languages TEXT,
  wte REAL CHECK (wte BETWEEN 0 AND 1.5),
  active_from TEXT CHECK (length(active_from) = 10),
  active_to TEXT CHECK (length(active_to) = 10),
  account TEXT CHECK (length(account) BETWEEN 1 AND 256),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL)
) STRICT;
CREATE TABLE organisation (
  ods_code TEXT NOT NULL PRIMARY KEY CHECK (length(ods_code) BETWEEN 3 AND 12),
  name TEXT NOT NULL CHECK (length(name) >= 1),
  kind TEXT CHECK (kind IN ('gp_practice', 'acute', 'community_mh', 'local_authority', 'gp_federation',
    'pcn_network', 'hospice', 'voluntary', 'ambulance', 'care_provider')),
  open_from TEXT CHECK (length(open_from) = 10),
  closed_on TEXT CHECK (length(closed_on) = 10),
  is_fictional INTEGER NOT NULL DEFAULT 0 CHECK (is_fictional IN (0, 1)),
  phone TEXT,
  bypass_phone TEXT,
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL)
) STRICT;
CREATE TABLE locality (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) >= 1),
  name_key TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL)
) STRICT;
CREATE TABLE network (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) >= 1),
  name_key TEXT NOT NULL UNIQUE,
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL)
) STRICT;
CREATE TABLE practice_link (
  practice_code TEXT NOT NULL REFERENCES organisation (ods_code),
  id TEXT NOT NULL,
  network_id TEXT REFERENCES network (id),
  locality_id TEXT REFERENCES locality (id),
  start_on TEXT CHECK (length(start_on) = 10),
  end_on TEXT CHECK (length(end_on) = 10),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK (end_on IS NULL OR start_on IS NULL OR start_on <= end_on),
  PRIMARY KEY (practice_code, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE staff_post (
  staff_id TEXT NOT NULL REFERENCES staff (id),
  id TEXT NOT NULL,
  organisation_code TEXT NOT NULL REFERENCES organisation (ods_code),
  role TEXT NOT NULL CHECK (role IN ('mdt_coordinator', 'care_navigator', 'social_worker', 'sw_manager', 'gp',
    'consultant', 'senior_nurse', 'district_nurse', 'community_matron', 'geriatrician', 'cpn', 'ot',
    'physiotherapist', 'pharmacist', 'psychiatrist', 'hospital_sw', 'analyst', 'privacy_officer', 'admin',
    'other')),
  team TEXT,
  locality_id TEXT REFERENCES locality (id),
  start_on TEXT CHECK (length(start_on) = 10),
  end_on TEXT CHECK (length(end_on) = 10),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (staff_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE patient (
  row_key INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  nhs_number TEXT CHECK (length(nhs_number) = 10),
  nhs_unavailable_reason TEXT
    CHECK (nhs_unavailable_reason IN ('nhs-number-not-known', 'overseas-patient', 'devolved-nation')),
  nhs_verification TEXT CHECK (nhs_verification IN ('01', '02', '03', '04', '05', '06', '07', '08')),
  family_name TEXT NOT NULL CHECK (length(family_name) BETWEEN 1 AND 280),
  given_names TEXT NOT NULL CHECK (length(given_names) <= 280),
  preferred_name TEXT CHECK (length(preferred_name) <= 560),
  native_name TEXT CHECK (length(native_name) <= 560),
  title TEXT CHECK (length(title) <= 280),
  suffix TEXT CHECK (length(suffix) <= 280),
  name_key TEXT NOT NULL,
  search_words TEXT NOT NULL,
  birth_date TEXT NOT NULL CHECK (length(birth_date) = 10),
  birth_date_estimated INTEGER NOT NULL DEFAULT 0 CHECK (birth_date_estimated IN (0, 1)),
  death_date TEXT CHECK (length(death_date) = 10),
  death_status TEXT CHECK (death_status IN ('1', '2', 'U')),
  stated_gender TEXT CHECK (stated_gender IN ('1', '2', '9', 'X')),
  sex_at_birth TEXT CHECK (sex_at_birth IN ('1', '2', '9', 'X')),
  ethnic_category TEXT CHECK (ethnic_category IN
    ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'Z', '99')),
  religion TEXT,
  marital_status TEXT,
  language TEXT CHECK (length(language) <= 560),
  interpreter_required INTEGER CHECK (interpreter_required IN (0, 1)),
  accommodation_status TEXT,
  lives_alone INTEGER CHECK (lives_alone IN (0, 1)),
  restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1)),
  imd_quintile INTEGER CHECK (imd_quintile BETWEEN 1 AND 5),
  responsible_local_authority TEXT REFERENCES organisation (ods_code),
  known_allergies TEXT,
  long_term_conditions TEXT,
  note TEXT,
  merged_into TEXT REFERENCES patient (id),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK (nhs_number IS NULL OR nhs_unavailable_reason IS NULL),
  CHECK (nhs_number IS NULL OR nhs_verification IS NOT NULL)
) STRICT;
CREATE TABLE patient_alias (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  family_name TEXT NOT NULL,
  given_names TEXT NOT NULL,
  name_key TEXT NOT NULL,
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE patient_address (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('home', 'temporary', 'correspondence')),
  line1 TEXT NOT NULL CHECK (length(line1) BETWEEN 1 AND 280),
  line2 TEXT CHECK (length(line2) <= 280),
  line3 TEXT CHECK (length(line3) <= 280),
  line4 TEXT CHECK (length(line4) <= 280),
  line5 TEXT CHECK (length(line5) <= 280),
  postcode TEXT NOT NULL CHECK (length(postcode) <= 8),
  postcode_key TEXT NOT NULL,
  uprn TEXT,
  start_on TEXT CHECK (length(start_on) = 10),
  end_on TEXT CHECK (length(end_on) = 10),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE patient_telecom (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 280),
  use TEXT NOT NULL CHECK (use IN ('home', 'work', 'mobile', 'temp', 'other')),
  rank INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 5),
  safe_to_leave_message INTEGER CHECK (safe_to_leave_message IN (0, 1)),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE registered_practice (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  practice_code TEXT NOT NULL REFERENCES organisation (ods_code),
  start_on TEXT CHECK (length(start_on) = 10),
  end_on TEXT CHECK (length(end_on) = 10),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE staff_safety_alert (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  start_on TEXT NOT NULL CHECK (length(start_on) = 10),
  end_on TEXT CHECK (length(end_on) = 10),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;
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
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE sharing_restriction (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  organisation_code TEXT REFERENCES organisation (ods_code),
  staff_id TEXT REFERENCES staff (id),
  start_on TEXT NOT NULL CHECK (length(start_on) = 10),
  end_on TEXT CHECK (length(end_on) = 10),
  reason TEXT NOT NULL,
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
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
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
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
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
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
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
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
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK (end_at IS NULL OR end_reason IS NOT NULL),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;
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
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK ((status = 'entered_in_error') = (entered_in_error = 1))
) STRICT;
CREATE TABLE care_plan_header (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT CHECK (parent_id IS NULL),
  position INTEGER NOT NULL,
  offer TEXT CHECK (offer IN ('offered_undecided', 'offered_declined', 'offered_accepted', 'not_offered')),
  decline_reason TEXT CHECK (length(decline_reason) <= 2000),
  agreed_with TEXT
    CHECK (agreed_with IN (
      'person', 'lpa_health_welfare', 'deputy', 'best_interests', 'not_agreed')),
  agreed_name TEXT CHECK (length(agreed_name) <= 560),
  agreed_role TEXT
    CHECK (agreed_role IN (
      'self', 'attorney', 'deputy', 'advocate', 'family', 'clinician', 'other')),
  agreed_on TEXT CHECK (length(agreed_on) = 10),
  next_review TEXT CHECK (length(next_review) = 10),
  review_owner TEXT REFERENCES staff (id),
  no_goal_reason TEXT CHECK (length(no_goal_reason) <= 2000),
  no_emergency_contact TEXT CHECK (no_emergency_contact IN ('yes', 'no')),
  copy_decision TEXT CHECK (copy_decision IN ('given', 'to_be_given', 'declined')),
  copy_given_on TEXT CHECK (length(copy_given_on) = 10),
  copy_format TEXT CHECK (copy_format IN ('paper', 'large_print', 'easy_read', 'audio', 'braille', 'digital')),
  copy_language TEXT CHECK (length(copy_language) <= 560),
  reading_level_ok TEXT CHECK (reading_level_ok IN ('yes', 'no')),
  funding TEXT
    CHECK (funding IN (
      'local_authority', 'nhs_chc', 'joint', 's117', 'direct_payment', 'self_funded', 'unknown')),
  funding_note TEXT CHECK (length(funding_note) <= 2000),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE about_me (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT CHECK (parent_id IS NULL),
  position INTEGER NOT NULL,
  most_important TEXT CHECK (length(most_important) <= 32000),
  people_important TEXT CHECK (length(people_important) <= 32000),
  communication TEXT CHECK (length(communication) <= 32000),
  my_wellness TEXT CHECK (length(my_wellness) <= 32000),
  please_do_dont TEXT CHECK (length(please_do_dont) <= 32000),
  how_when_support TEXT CHECK (length(how_when_support) <= 32000),
  also_worth_knowing TEXT CHECK (length(also_worth_knowing) <= 32000),
  supported_by TEXT CHECK (length(supported_by) <= 1200),
  recorded_on TEXT CHECK (length(recorded_on) = 10),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE strength (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT,
  position INTEGER NOT NULL,
  text TEXT CHECK (length(text) <= 4000),
  code TEXT CHECK (length(code) <= 144),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE need (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT,
  position INTEGER NOT NULL,
  text TEXT CHECK (length(text) <= 4000),
  domain TEXT
    CHECK (domain IN (
      'physical', 'mental', 'social', 'functional', 'medicines', 'housing', 'financial', 'carer', 'safety',
      'spiritual')),
  code TEXT CHECK (length(code) <= 144),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE goal (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT,
  position INTEGER NOT NULL,
  text TEXT CHECK (length(text) <= 4000),
  importance INTEGER CHECK (importance BETWEEN 1 AND 10),
  start_date TEXT CHECK (length(start_date) = 10),
  target_date TEXT CHECK (length(target_date) = 10),
  status TEXT
    CHECK (status IN (
      'proposed', 'planned', 'accepted', 'active', 'on-hold', 'completed', 'cancelled', 'rejected',
      'entered-in-error')),
  achievement TEXT
    CHECK (achievement IN (
      'in-progress', 'improving', 'worsening', 'no-change', 'achieved', 'sustaining', 'not-achieved',
      'no-progress', 'not-attainable')),
  owner TEXT CHECK (length(owner) <= 560),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE plan_action (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT,
  position INTEGER NOT NULL,
  what TEXT CHECK (length(what) <= 4000),
  who_name TEXT CHECK (length(who_name) <= 560),
  who_role TEXT CHECK (length(who_role) <= 560),
  who_team TEXT CHECK (length(who_team) <= 560),
  who_contact TEXT CHECK (length(who_contact) <= 560),
  when_due TEXT CHECK (length(when_due) <= 560),
  status TEXT CHECK (status IN ('not_started', 'in_progress', 'done', 'refused', 'stopped')),
  confidence INTEGER CHECK (confidence BETWEEN 1 AND 10),
  raise_confidence TEXT CHECK (length(raise_confidence) <= 4000),
  coping TEXT CHECK (length(coping) <= 4000),
  review_date TEXT CHECK (length(review_date) = 10),
  updated_on TEXT CHECK (length(updated_on) = 10),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE stage_goal (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT,
  position INTEGER NOT NULL,
  text TEXT CHECK (length(text) <= 4000),
  outcome TEXT CHECK (length(outcome) <= 4000),
  status TEXT CHECK (status IN ('not_started', 'in_progress', 'done', 'refused', 'stopped')),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE outcome (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT,
  position INTEGER NOT NULL,
  text TEXT CHECK (length(text) <= 4000),
  date TEXT CHECK (length(date) = 10),
  whose_words TEXT CHECK (length(whose_words) <= 560),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE personal_contact (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT,
  position INTEGER NOT NULL,
  name TEXT CHECK (length(name) <= 560),
  relationship TEXT CHECK (length(relationship) <= 560),
  roles TEXT CHECK (length(roles) <= 500),
  contact TEXT CHECK (length(contact) <= 280),
  rank INTEGER CHECK (rank BETWEEN 1 AND 5),
  household_member TEXT CHECK (household_member IN ('yes', 'no')),
  consents_to_be_contacted TEXT CHECK (consents_to_be_contacted IN ('yes', 'no')),
  is_unpaid_carer TEXT CHECK (is_unpaid_carer IN ('yes', 'no')),
  hours_band TEXT CHECK (hours_band IN ('1-19', '20-49', '50+', 'not_known')),
  carer_assessment_status TEXT
    CHECK (carer_assessment_status IN (
      'not_offered', 'offered', 'declined', 'in_progress', 'completed')),
  note TEXT CHECK (length(note) <= 4000),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE individual_requirement (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT CHECK (parent_id IS NULL),
  position INTEGER NOT NULL,
  language TEXT CHECK (length(language) <= 560),
  interpreter_required TEXT CHECK (interpreter_required IN ('yes', 'no')),
  communication TEXT CHECK (length(communication) <= 4000),
  information TEXT CHECK (length(information) <= 4000),
  adjustment TEXT CHECK (length(adjustment) <= 4000),
  adjustment_consequence TEXT CHECK (length(adjustment_consequence) <= 4000),
  impairment TEXT CHECK (length(impairment) <= 4000),
  cognition TEXT CHECK (length(cognition) <= 4000),
  mobility TEXT CHECK (length(mobility) <= 4000),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE equipment (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT,
  position INTEGER NOT NULL,
  name TEXT CHECK (length(name) <= 560),
  date TEXT CHECK (length(date) = 10),
  location TEXT CHECK (length(location) <= 1200),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE care_package (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT,
  position INTEGER NOT NULL,
  name TEXT CHECK (length(name) <= 560),
  kind TEXT CHECK (length(kind) <= 560),
  start TEXT CHECK (length(start) = 10),
  "end" TEXT CHECK (length("end") = 10),
  funder TEXT CHECK (length(funder) <= 560),
  hours INTEGER CHECK (hours BETWEEN 0 AND 168),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE contingency (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT,
  position INTEGER NOT NULL,
  name TEXT CHECK (length(name) <= 560),
  triggers TEXT CHECK (length(triggers) <= 160000),
  early_warning_signs TEXT CHECK (length(early_warning_signs) <= 4000),
  what_should_happen TEXT CHECK (length(what_should_happen) <= 160000),
  coping TEXT CHECK (length(coping) <= 4000),
  anticipatory TEXT CHECK (length(anticipatory) <= 4000),
  anticipatory_where TEXT CHECK (length(anticipatory_where) <= 1200),
  advance_statement TEXT CHECK (advance_statement IN ('yes', 'no')),
  advance_statement_date TEXT CHECK (length(advance_statement_date) = 10),
  advance_statement_where TEXT CHECK (length(advance_statement_where) <= 1200),
  agreed_with TEXT CHECK (length(agreed_with) <= 1200),
  next_review TEXT CHECK (length(next_review) = 10),
  review_owner TEXT REFERENCES staff (id),
  updated_on TEXT CHECK (length(updated_on) = 10),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE contingency_contact (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT,
  position INTEGER NOT NULL,
  name TEXT CHECK (length(name) <= 560),
  role TEXT CHECK (length(role) <= 560),
  phone TEXT CHECK (length(phone) <= 280),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE formulation (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT,
  position INTEGER NOT NULL,
  text TEXT CHECK (length(text) <= 32000),
  date TEXT CHECK (length(date) = 10),
  professional TEXT CHECK (length(professional) <= 560),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE additional_plan (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT,
  position INTEGER NOT NULL,
  name TEXT CHECK (length(name) <= 560),
  content TEXT CHECK (length(content) <= 32000),
  review_date TEXT CHECK (length(review_date) = 10),
  owner TEXT CHECK (length(owner) <= 560),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE other_plan (
  id TEXT NOT NULL,
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  parent_id TEXT,
  position INTEGER NOT NULL,
  name TEXT CHECK (length(name) <= 560),
  location TEXT CHECK (length(location) <= 1200),
  date TEXT CHECK (length(date) = 10),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (plan_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE plan_note (
  id TEXT NOT NULL PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patient (id),
  plan_id TEXT NOT NULL REFERENCES care_plan (id),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  your_version INTEGER NOT NULL,
  version_no INTEGER NOT NULL,
  changed TEXT NOT NULL CHECK (length(changed) >= 1),
  seen_at TEXT CHECK (length(seen_at) = 20),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL)
) STRICT;
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
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE passage (
  row_key INTEGER PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patient (id),
  source TEXT NOT NULL CHECK (source IN ('plan', 'note')),
  text TEXT NOT NULL,
  UNIQUE (patient_id, source)
) STRICT;
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
CREATE TABLE audit_head (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  count INTEGER NOT NULL,
  at TEXT NOT NULL CHECK (length(at) = 20)
) STRICT;
CREATE TABLE store (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  installation TEXT NOT NULL,
  demo_mode INTEGER NOT NULL CHECK (demo_mode IN (0, 1)),
  generation INTEGER NOT NULL DEFAULT 1,
  listed_on TEXT NOT NULL CHECK (length(listed_on) = 10),
  clock_offset INTEGER NOT NULL DEFAULT 0 CHECK (clock_offset = 0 OR demo_mode = 1),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20)
) STRICT;
CREATE TABLE bank_holiday (
  date TEXT NOT NULL CHECK (length(date) = 10),
  nation TEXT NOT NULL CHECK (nation IN ('england-and-wales', 'scotland', 'northern-ireland')),
  name TEXT NOT NULL,
  PRIMARY KEY (nation, date)
) STRICT, WITHOUT ROWID;
CREATE TABLE setting (
  key TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL,
  unit TEXT NOT NULL,
  basis TEXT NOT NULL,
  row_version INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE TABLE setting_history (
  key TEXT NOT NULL REFERENCES setting (key),
  row_version INTEGER NOT NULL,
  value TEXT NOT NULL,
  changed_at TEXT NOT NULL CHECK (length(changed_at) = 20),
  changed_by TEXT NOT NULL REFERENCES staff (id),
  reason TEXT NOT NULL,
  PRIMARY KEY (key, row_version)
) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE name_search USING fts5 (
  words, content = '', detail = none, prefix = '1 2 3 4 5', tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co M*''');
CREATE VIRTUAL TABLE passage_search USING fts5 (
  text, content = 'passage', content_rowid = 'row_key', detail = none, prefix = '2 3 4 5',
  tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co M*''');
DELETE FROM "name_search_data";
DELETE FROM "name_search_idx";
DELETE FROM "name_search_docsize";
DELETE FROM "name_search_config";
DELETE FROM "passage_search_data";
DELETE FROM "passage_search_idx";
DELETE FROM "passage_search_docsize";
DELETE FROM "passage_search_config";
INSERT INTO "staff" VALUES ('01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'Jo Francis', 'J. Francis', 'jo francis', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-25', NULL, '@ACCOUNT@', '2026-11-25T03:07:46Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:46Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "staff" VALUES ('01a210ac-771e-762a-a563-26dd25007598', 'Dr Iona Sefton', 'I. Sefton', 'dr iona sefton', 'GMC', '9900001', '020 7946 0001', 'iona.sefton@example.nhs.uk', 'English', 0.5, '2010-12-27', NULL, NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "staff" VALUES ('01a210ac-7721-7e75-ae6d-b6ca070bf945', 'Farida Rahmani', 'F. Rahmani', 'farida rahmani', 'none', NULL, '020 7946 0002', 'farida.rahmani@example.nhs.uk', 'English
Bengali
Sylheti', 1.0, '2009-03-08', NULL, NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "staff" VALUES ('01a210ac-7721-76cb-b0d7-2b86c38e694c', 'Callum Oyelaran', 'C. Oyelaran', 'callum oyelaran', 'SWE', 'SW99003', '020 7946 0003', 'callum.oyelaran@example.nhs.uk', 'English
Sylheti', 1.0, '2015-01-12', NULL, NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "staff" VALUES ('01a210ac-7721-7730-b0f0-c486f97ed2d0', 'Bree Halloran', 'B. Halloran', 'bree halloran', 'SWE', 'SW99004', '020 7946 0004', 'bree.halloran@example.nhs.uk', 'English', 1.0, '2012-08-24', NULL, NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "organisation" VALUES ('R9904', 'GP Care Group', 'gp_federation', '2012-04-01', NULL, 0, NULL, NULL, '2026-11-25T03:07:46Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 2, NULL, 0);
INSERT INTO "organisation" VALUES ('R9901', 'Barts Health', 'acute', '2012-04-01', NULL, 1, NULL, NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "organisation" VALUES ('R9902', 'ELFT', 'community_mh', '2012-04-01', NULL, 1, NULL, NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "organisation" VALUES ('R9903', 'LBTH', 'local_authority', '2012-04-01', NULL, 1, NULL, NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "organisation" VALUES ('F99001', 'Lantern Row Surgery', 'gp_practice', '2009-04-01', NULL, 1, '020 7946 0600', '020 7946 0700', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 2, NULL, 0);
INSERT INTO "organisation" VALUES ('F99002', 'Ropewalk Medical Centre', 'gp_practice', NULL, NULL, 1, '020 7946 0601', '020 7946 0701', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "organisation" VALUES ('F99003', 'Tallow Square Practice', 'gp_practice', NULL, NULL, 1, '020 7946 0602', '020 7946 0702', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "organisation" VALUES ('F99004', 'Harbour Steps Surgery', 'gp_practice', NULL, NULL, 1, '020 7946 0603', '020 7946 0703', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "organisation" VALUES ('F99005', 'Cooper''s Yard Practice', 'gp_practice', NULL, NULL, 1, '020 7946 0604', '020 7946 0704', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "locality" VALUES ('01a210ac-762a-797e-97d8-12343fb3315b', 'South West', 'south west', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "network" VALUES ('01a210ac-762a-7ddb-9157-8560b43c4510', 'Network 3', 'network 3', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "network" VALUES ('01a210ac-762c-78bf-a2de-a49b78340bf7', 'Network 4', 'network 4', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "practice_link" VALUES ('F99001', '01a210ac-762a-724c-ad88-4e009faf89b4', '01a210ac-762a-7ddb-9157-8560b43c4510', '01a210ac-762a-797e-97d8-12343fb3315b', '2009-04-01', NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "practice_link" VALUES ('F99002', '01a210ac-762c-7f5c-9b64-84d658f6beb2', '01a210ac-762a-7ddb-9157-8560b43c4510', '01a210ac-762a-797e-97d8-12343fb3315b', '2009-04-01', NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "practice_link" VALUES ('F99003', '01a210ac-762c-7c17-b725-0047f52ee93b', '01a210ac-762a-7ddb-9157-8560b43c4510', '01a210ac-762a-797e-97d8-12343fb3315b', '2009-04-01', NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "practice_link" VALUES ('F99004', '01a210ac-762c-7bd6-b422-0249e82a0576', '01a210ac-762a-7ddb-9157-8560b43c4510', '01a210ac-762a-797e-97d8-12343fb3315b', '2009-04-01', NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "practice_link" VALUES ('F99005', '01a210ac-762d-764c-8977-c32fe969932a', '01a210ac-762c-78bf-a2de-a49b78340bf7', '01a210ac-762a-797e-97d8-12343fb3315b', '2009-04-01', NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "staff_post" VALUES ('01a210ac-7306-7c1c-a8c8-7d32f390aa3f', '01a210ac-7309-7a40-9077-0998efee7e33', 'R9904', 'care_navigator', NULL, NULL, '2026-11-25', NULL, '2026-11-25T03:07:46Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:46Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "staff_post" VALUES ('01a210ac-771e-762a-a563-26dd25007598', '01a210ac-7720-75b2-8f98-ae5df846ce5a', 'F99001', 'gp', NULL, '01a210ac-762a-797e-97d8-12343fb3315b', '2010-12-27', NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "staff_post" VALUES ('01a210ac-7721-76cb-b0d7-2b86c38e694c', '01a210ac-7721-7362-afe9-7ec654916058', 'R9903', 'social_worker', 'Integrated social work', '01a210ac-762a-797e-97d8-12343fb3315b', '2015-01-12', NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "staff_post" VALUES ('01a210ac-7721-7730-b0f0-c486f97ed2d0', '01a210ac-7721-7302-92e9-24bcfb3c7e45', 'R9903', 'social_worker', 'Integrated social work', '01a210ac-762a-797e-97d8-12343fb3315b', '2012-08-24', NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "staff_post" VALUES ('01a210ac-7721-7e75-ae6d-b6ca070bf945', '01a210ac-7721-730f-a808-65997fcd6dc9', 'R9904', 'care_navigator', 'Care navigation', '01a210ac-762a-797e-97d8-12343fb3315b', '2009-03-08', NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient" VALUES (1, '01a210ac-77cb-77f8-895b-1922beb7d7e3', '9990000018', NULL, '02', 'Choudry', 'Amina', 'আমিনা', NULL, 'Mrs', NULL, 'choudry,amina', 'choudry amina আমিনা', '1933-12-14', 0, NULL, NULL, '2', NULL, 'K', NULL, NULL, 'Bengali', 1, NULL, 0, 0, NULL, NULL, 'None known', 'Atrial fibrillation
Parkinson''s disease
Hypertension', NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient" VALUES (2, '01a210ac-77ce-7135-a5dd-d883cb6e4d11', '9990000034', NULL, '02', 'Abernathy', 'Ruth', NULL, NULL, 'Miss', NULL, 'abernathy,ruth', 'abernathy ruth', '1925-07-08', 0, NULL, NULL, '2', NULL, 'A', NULL, NULL, 'English', 0, NULL, 0, 0, NULL, NULL, 'Trimethoprim', 'Osteoporosis
Asthma
Dementia', NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient" VALUES (3, '01a210ac-77cf-79a4-bf53-071ed44db70a', '9990000042', NULL, '02', 'Delacroix-Begum', 'Osman', NULL, NULL, 'Mr', NULL, 'delacroix begum,osman', 'delacroix begum osman delacroixbegum', '1936-04-25', 0, NULL, NULL, '1', NULL, 'K', NULL, NULL, 'Sylheti', 1, NULL, 0, 0, NULL, NULL, 'None known', 'Osteoarthritis
Dementia', NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient" VALUES (4, '01a210ac-77cf-7736-beb0-2256edaaad83', '9999678998', NULL, '02', 'Choudhury', 'Rabeya', NULL, NULL, 'Mrs', NULL, 'choudhury,rabeya', 'choudhury rabeya', '1927-06-27', 0, NULL, NULL, '2', NULL, 'K', NULL, NULL, 'Sylheti', 1, NULL, 1, 0, NULL, NULL, 'None known', 'Visual impairment
Hypertension', NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient_address" VALUES ('01a210ac-77cb-77f8-895b-1922beb7d7e3', '01a210ac-77cb-720a-92e4-3e490502aa2c', 'home', '129 Gasworks Lane', 'London', NULL, NULL, NULL, 'E1 4FQ', 'E14FQ', NULL, NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient_address" VALUES ('01a210ac-77ce-7135-a5dd-d883cb6e4d11', '01a210ac-77ce-761b-bc62-6b8ebec71153', 'home', 'Flat 11', 'Sorrel House', '5 Tidewater Walk', 'London', NULL, 'E1 1SD', 'E11SD', NULL, NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient_address" VALUES ('01a210ac-77cf-7736-beb0-2256edaaad83', '01a210ac-77cf-7186-a6b9-f1b15bb1b7b4', 'home', 'Flat 27', '62 Mast Street', 'London', NULL, NULL, 'E1 0QE', 'E10QE', NULL, NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient_address" VALUES ('01a210ac-77cf-79a4-bf53-071ed44db70a', '01a210ac-77cf-7f34-bcb3-2b760c3122dd', 'home', 'Flat 79', 'Linnet House', '107 Harbour Steps', 'London', NULL, 'E1 2ES', 'E12ES', NULL, NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient_telecom" VALUES ('01a210ac-77cb-77f8-895b-1922beb7d7e3', '01a210ac-77cb-76a8-8aff-c937a2166664', '020 7946 0812', 'home', 1, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient_telecom" VALUES ('01a210ac-77ce-7135-a5dd-d883cb6e4d11', '01a210ac-77ce-7a73-9b4d-538ba11a6f24', '020 7946 0150', 'home', 1, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient_telecom" VALUES ('01a210ac-77cf-7736-beb0-2256edaaad83', '01a210ac-77cf-7d49-8704-ab93f6e29192', '020 7946 0943', 'home', 1, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient_telecom" VALUES ('01a210ac-77cf-79a4-bf53-071ed44db70a', '01a210ac-77cf-7f75-9165-2bfb06efb5e4', '020 7946 0978', 'home', 1, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "registered_practice" VALUES ('01a210ac-77cb-77f8-895b-1922beb7d7e3', '01a210ac-77cb-7ff2-96a0-be7c056f702c', 'F99004', NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "registered_practice" VALUES ('01a210ac-77ce-7135-a5dd-d883cb6e4d11', '01a210ac-77ce-775e-857e-e77e79a57f60', 'F99001', NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "registered_practice" VALUES ('01a210ac-77cf-7736-beb0-2256edaaad83', '01a210ac-77cf-70b9-aeed-63ab50e8f8d5', 'F99001', NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "registered_practice" VALUES ('01a210ac-77cf-79a4-bf53-071ed44db70a', '01a210ac-77cf-7992-9175-45e0267fda88', 'F99004', NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "import_file" VALUES ('01a210ac-7444-7fe0-aefc-6a33d57dad82', 'organisations', '688e4949e6a44689565794bf49cc7d08c5a50bb5f8b2d372e0f8070a2eb51c06', 'organisations.csv', 5, 4, 1, 0, 0, NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f');
INSERT INTO "import_file" VALUES ('01a210ac-760c-78f7-8483-7c81597cf491', 'practices', 'a87bbb8794ec17d7824a99cb4484ea67d97559b4f835bfd25f3fc807de9ee968', 'practices.csv', 5, 5, 0, 0, 0, NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f');
INSERT INTO "import_file" VALUES ('01a210ac-771d-71e7-9f46-f7901bec5514', 'staff', '87ed86db4dfa7c2ce6806fa21a05070bc768f25b9477ae9f8da07ada1ecae128', 'staff.csv', 4, 4, 0, 0, 0, NULL, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f');
INSERT INTO "import_file" VALUES ('01a210ac-77c8-7a22-bc77-429a7b619e05', 'caseload', '71e00c9ee85314b09958d0481f48d37d04ca0c8267ef0f33a70c25efe28bd2ed', 'c.csv', 4, 4, 0, 0, 0, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f');
INSERT INTO "consent" VALUES ('01a210ac-77cb-77f8-895b-1922beb7d7e3', '01a210ac-77cc-7560-a6c0-7b777392413d', 'enrolment', 'lpa', 'given', NULL, NULL, NULL, 'F99004', '2013-11-20', NULL, NULL, NULL, NULL, NULL, NULL, '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "consent" VALUES ('01a210ac-77ce-7135-a5dd-d883cb6e4d11', '01a210ac-77ce-7d78-bcff-7bdf28e357a8', 'enrolment', 'explicit_verbal', 'given', NULL, NULL, NULL, 'F99001', '2014-08-13', NULL, NULL, NULL, NULL, NULL, NULL, '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "consent" VALUES ('01a210ac-77cf-7736-beb0-2256edaaad83', '01a210ac-77cf-737e-854a-af9137b548f0', 'enrolment', 'lpa', 'given', NULL, NULL, NULL, 'F99001', '2016-01-01', NULL, NULL, NULL, NULL, NULL, NULL, '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "consent" VALUES ('01a210ac-77cf-79a4-bf53-071ed44db70a', '01a210ac-77cf-7e20-a3d0-9605737dea3b', 'enrolment', 'explicit_verbal', 'given', NULL, NULL, NULL, 'F99004', '2014-10-13', NULL, NULL, NULL, NULL, NULL, NULL, '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "enrolment" VALUES ('01a210ac-77cb-77f8-895b-1922beb7d7e3', '01a210ac-77cc-773c-aa6b-5d45bf192229', 'enrolled', 'risk_score', NULL, '2013-11-21', NULL, NULL, 'F99004', NULL, NULL, '01a210ac-77cc-7560-a6c0-7b777392413d', NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "enrolment" VALUES ('01a210ac-77ce-7135-a5dd-d883cb6e4d11', '01a210ac-77ce-72c8-b59f-faa60b496542', 'enrolled', 'self_or_carer', NULL, '2014-08-14', NULL, NULL, 'F99001', NULL, NULL, '01a210ac-77ce-7d78-bcff-7bdf28e357a8', NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "enrolment" VALUES ('01a210ac-77cf-7736-beb0-2256edaaad83', '01a210ac-77cf-75ff-bb76-a59d00d2ee1f', 'enrolled', 'frailty', NULL, '2016-01-05', NULL, NULL, 'F99001', NULL, NULL, '01a210ac-77cf-737e-854a-af9137b548f0', NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "enrolment" VALUES ('01a210ac-77cf-79a4-bf53-071ed44db70a', '01a210ac-77cf-7e83-9231-b64117016bb1', 'enrolled', 'social_care', NULL, '2014-10-28', NULL, NULL, 'F99004', NULL, NULL, '01a210ac-77cf-7e20-a3d0-9605737dea3b', NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "risk_score" VALUES ('01a210ac-77cb-77f8-895b-1922beb7d7e3', '01a210ac-77cc-7e3d-9b60-7af078aa35e9', 'QAdmissions', '2014.1', '2015-12-06', 5.6, 'percent', 83.8, 41200, NULL, '71e00c9ee85314b09958d0481f48d37d04ca0c8267ef0f33a70c25efe28bd2ed', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', '2026-11-25T03:07:48Z');
INSERT INTO "risk_score" VALUES ('01a210ac-77ce-7135-a5dd-d883cb6e4d11', '01a210ac-77ce-757c-83f4-565198b7beed', 'QAdmissions', '2014.1', '2015-12-04', 31.7, 'percent', 93.4, 41200, NULL, '71e00c9ee85314b09958d0481f48d37d04ca0c8267ef0f33a70c25efe28bd2ed', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', '2026-11-25T03:07:48Z');
INSERT INTO "risk_score" VALUES ('01a210ac-77cf-7736-beb0-2256edaaad83', '01a210ac-77cf-72dd-a9db-454b7bc71745', 'QAdmissions', '2014.1', '2015-12-06', 17.2, 'percent', 90.4, 41200, NULL, '71e00c9ee85314b09958d0481f48d37d04ca0c8267ef0f33a70c25efe28bd2ed', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', '2026-11-25T03:07:48Z');
INSERT INTO "risk_score" VALUES ('01a210ac-77cf-79a4-bf53-071ed44db70a', '01a210ac-77cf-7f0b-943f-49b899e831d4', 'QAdmissions', '2014.1', '2015-12-04', 39.7, 'percent', 94.7, 41200, NULL, '71e00c9ee85314b09958d0481f48d37d04ca0c8267ef0f33a70c25efe28bd2ed', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', '2026-11-25T03:07:48Z');
INSERT INTO "partner_data" VALUES ('01a210ac-77cb-77f8-895b-1922beb7d7e3', '01a210ac-77cc-75a3-9eaf-0da5d07280aa', 'R9901', 'Last A&E attendance', '07-Aug-2015', 2, '2026-11-25T03:07:48Z', 'caseload file of 25-Nov-2026, not from their system', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a210ac-77cb-77f8-895b-1922beb7d7e3', '01a210ac-77cc-7707-aa77-92e37fe94420', 'F99004', 'Problems', 'Atrial fibrillation; Parkinson''s disease; Hypertension', 0, '2026-11-25T03:07:48Z', 'caseload file of 25-Nov-2026, not from their system', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a210ac-77cb-77f8-895b-1922beb7d7e3', '01a210ac-77cc-7963-a0ec-f4e7db28a225', 'F99004', 'Allergies', 'None known', 1, '2026-11-25T03:07:48Z', 'caseload file of 25-Nov-2026, not from their system', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a210ac-77cb-77f8-895b-1922beb7d7e3', '01a210ac-77cd-7757-8211-6d7910f2bded', 'R9901', 'Last emergency admission', '23-Sep-2014', 3, '2026-11-25T03:07:48Z', 'caseload file of 25-Nov-2026, not from their system', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a210ac-77ce-7135-a5dd-d883cb6e4d11', '01a210ac-77ce-7595-9ea1-3675af03179e', 'R9901', 'Last A&E attendance', '11-Jun-2014', 2, '2026-11-25T03:07:48Z', 'caseload file of 25-Nov-2026, not from their system', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a210ac-77ce-7135-a5dd-d883cb6e4d11', '01a210ac-77ce-7731-8925-effcc6b70df4', 'F99001', 'Problems', 'Osteoporosis; Asthma; Dementia', 0, '2026-11-25T03:07:48Z', 'caseload file of 25-Nov-2026, not from their system', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a210ac-77ce-7135-a5dd-d883cb6e4d11', '01a210ac-77ce-7f97-adb9-90993dab1046', 'F99001', 'Allergies', 'Trimethoprim', 1, '2026-11-25T03:07:48Z', 'caseload file of 25-Nov-2026, not from their system', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a210ac-77cf-7736-beb0-2256edaaad83', '01a210ac-77cf-76c4-803d-ee7ce3d28062', 'R9901', 'Last emergency admission', '26-Jul-2013', 3, '2026-11-25T03:07:48Z', 'caseload file of 25-Nov-2026, not from their system', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a210ac-77cf-7736-beb0-2256edaaad83', '01a210ac-77cf-7932-aac3-a1aec2c643d9', 'F99001', 'Problems', 'Visual impairment; Hypertension', 0, '2026-11-25T03:07:48Z', 'caseload file of 25-Nov-2026, not from their system', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a210ac-77cf-7736-beb0-2256edaaad83', '01a210ac-77cf-798b-86ce-9514378a1cbc', 'F99001', 'Allergies', 'None known', 1, '2026-11-25T03:07:48Z', 'caseload file of 25-Nov-2026, not from their system', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a210ac-77cf-7736-beb0-2256edaaad83', '01a210ac-77cf-7a4a-a56e-dfce40e01978', 'R9901', 'Last A&E attendance', '06-Jun-2014', 2, '2026-11-25T03:07:48Z', 'caseload file of 25-Nov-2026, not from their system', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a210ac-77cf-79a4-bf53-071ed44db70a', '01a210ac-77cf-7b18-810e-f0cc49666669', 'F99004', 'Allergies', 'None known', 1, '2026-11-25T03:07:48Z', 'caseload file of 25-Nov-2026, not from their system', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a210ac-77cf-79a4-bf53-071ed44db70a', '01a210ac-77cf-7dec-8f0c-8014b526c42b', 'F99004', 'Problems', 'Osteoarthritis; Dementia', 0, '2026-11-25T03:07:48Z', 'caseload file of 25-Nov-2026, not from their system', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient_event" VALUES ('01a210ac-77cb-77f8-895b-1922beb7d7e3', '01a210ac-77cd-75c2-8135-2f66fa582936', 'ae_attendance', '2015-08-07', NULL, 'A&E attendance, as the caseload file says', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient_event" VALUES ('01a210ac-77cb-77f8-895b-1922beb7d7e3', '01a210ac-77ce-7e01-a763-3ee948e11293', 'unplanned_admission', '2014-09-23', NULL, 'Emergency admission, as the caseload file says', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient_event" VALUES ('01a210ac-77ce-7135-a5dd-d883cb6e4d11', '01a210ac-77ce-75b2-80f9-313b5c299a17', 'ae_attendance', '2014-06-11', NULL, 'A&E attendance, as the caseload file says', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient_event" VALUES ('01a210ac-77cf-7736-beb0-2256edaaad83', '01a210ac-77cf-72c2-b731-a561d1ea546f', 'ae_attendance', '2014-06-06', NULL, 'A&E attendance, as the caseload file says', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "patient_event" VALUES ('01a210ac-77cf-7736-beb0-2256edaaad83', '01a210ac-77cf-7707-ac05-98c6a31ef925', 'unplanned_admission', '2013-07-26', NULL, 'Emergency admission, as the caseload file says', '01a210ac-77c8-7a22-bc77-429a7b619e05', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "care_plan" VALUES ('01a210ac-78d0-75e1-840b-42afc7f558ac', '01a210ac-77cf-79a4-bf53-071ed44db70a', 'draft', 0, '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', 'c3a6808e192535d2f8d38be0cfb0eaf0245d6af0d8d1ac0a95cc5f05cf27548d', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 4, NULL, 0);
INSERT INTO "care_plan" VALUES ('01a210ac-7946-72e3-8e80-76d8e22cdc9a', '01a210ac-77ce-7135-a5dd-d883cb6e4d11', 'draft', 0, '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', 'e880aaf05fdf13357d56377413f97ce3599f6b75b92cfcdd6f6ab3aa9dbebbde', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 3, NULL, 0);
INSERT INTO "care_plan" VALUES ('01a210ac-7974-70c2-8a4b-feb7839f5a51', '01a210ac-77cb-77f8-895b-1922beb7d7e3', 'draft', 0, '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', 'f2ecd12eb15f0b133081d0cf6aabb6ca108ad1189a237c98abc2679de865a891', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "care_plan_header" VALUES ('01a210ac-78ca-7e15-824e-dbc70ed57ec0', '01a210ac-78d0-75e1-840b-42afc7f558ac', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "care_plan_header" VALUES ('01a210ac-7946-7abc-86cf-b11b9ec7a48b', '01a210ac-7946-72e3-8e80-76d8e22cdc9a', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "care_plan_header" VALUES ('01a210ac-7974-7027-8c00-9f9731f377cf', '01a210ac-7974-70c2-8a4b-feb7839f5a51', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "about_me" VALUES ('01a210ac-78cc-7160-8b75-832a02720fc6', '01a210ac-78d0-75e1-840b-42afc7f558ac', NULL, 0, 'w0s3r18925', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 4, NULL, 0);
INSERT INTO "about_me" VALUES ('01a210ac-7946-7757-8e80-4df7964e6bbc', '01a210ac-7946-72e3-8e80-76d8e22cdc9a', NULL, 0, 'w0s2r23405', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 3, NULL, 0);
INSERT INTO "about_me" VALUES ('01a210ac-7974-7708-8207-3b572aec43b8', '01a210ac-7974-70c2-8a4b-feb7839f5a51', NULL, 0, 'w0s4r1837', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "individual_requirement" VALUES ('01a210ac-78cc-7cc1-8d97-0d32ba0cdcad', '01a210ac-78d0-75e1-840b-42afc7f558ac', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "individual_requirement" VALUES ('01a210ac-7946-7694-8624-9d5af6f62afe', '01a210ac-7946-72e3-8e80-76d8e22cdc9a', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "individual_requirement" VALUES ('01a210ac-7974-70ce-8d75-be9a87f16cd8', '01a210ac-7974-70c2-8a4b-feb7839f5a51', NULL, 0, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'R9904', '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, NULL, 0);
INSERT INTO "caseload_entry" VALUES (1, '01a210ac-77cb-77f8-895b-1922beb7d7e3', 'choudry,amina', '1933-12-14', '9990000018', '~', 5.6, 'F99004', '2013-11-21', 'Choudry', 'Amina', 'Mrs', 'আমিনা', NULL, '2', 'South West', 'south west', 'Network 3', 'network 3', 5.6, 'percent', 'QAdmissions', '2015-12-06', 83.8, 'draft', NULL, NULL, NULL, '', 'enrolled', 0, 0, 'choudry amina আমিনা');
INSERT INTO "caseload_entry" VALUES (2, '01a210ac-77ce-7135-a5dd-d883cb6e4d11', 'abernathy,ruth', '1925-07-08', '9990000034', '~', 31.7, 'F99001', '2014-08-14', 'Abernathy', 'Ruth', 'Miss', NULL, NULL, '2', 'South West', 'south west', 'Network 3', 'network 3', 31.7, 'percent', 'QAdmissions', '2015-12-04', 93.4, 'draft', NULL, NULL, NULL, '', 'enrolled', 0, 0, 'abernathy ruth');
INSERT INTO "caseload_entry" VALUES (3, '01a210ac-77cf-79a4-bf53-071ed44db70a', 'delacroix begum,osman', '1936-04-25', '9990000042', '~', 39.7, 'F99004', '2014-10-28', 'Delacroix-Begum', 'Osman', 'Mr', NULL, NULL, '1', 'South West', 'south west', 'Network 3', 'network 3', 39.7, 'percent', 'QAdmissions', '2015-12-04', 94.7, 'draft', NULL, NULL, NULL, '', 'enrolled', 0, 0, 'delacroix begum osman delacroixbegum');
INSERT INTO "caseload_entry" VALUES (4, '01a210ac-77cf-7736-beb0-2256edaaad83', 'choudhury,rabeya', '1927-06-27', '9999678998', '~', 17.2, 'F99001', '2016-01-05', 'Choudhury', 'Rabeya', 'Mrs', NULL, NULL, '2', 'South West', 'south west', 'Network 3', 'network 3', 17.2, 'percent', 'QAdmissions', '2015-12-06', 90.4, NULL, NULL, NULL, NULL, '', 'enrolled', 0, 0, 'choudhury rabeya');
INSERT INTO "passage" VALUES (1, '01a210ac-77cf-79a4-bf53-071ed44db70a', 'plan', 'w0s3r18925');
INSERT INTO "passage" VALUES (2, '01a210ac-77ce-7135-a5dd-d883cb6e4d11', 'plan', 'w0s2r23405');
INSERT INTO "passage" VALUES (3, '01a210ac-77cb-77f8-895b-1922beb7d7e3', 'plan', 'w0s4r1837');
INSERT INTO "undo_entry" VALUES ('01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 1, 'plan_draft', '01a210ac-77cf-79a4-bf53-071ed44db70a', '01a210ac-78d0-75e1-840b-42afc7f558ac', 'Saved the draft of the care plan of DELACROIX-BEGUM, Osman (Mr)', NULL, '{"items":[{"id":"01a210ac-78ca-7e15-824e-dbc70ed57ec0","kind":"care_plan_header","values":{}},{"id":"01a210ac-78cc-7160-8b75-832a02720fc6","kind":"about_me","values":{"most_important":"w0s1r47107"}},{"id":"01a210ac-78cc-7cc1-8d97-0d32ba0cdcad","kind":"individual_requirement","values":{}}]}', NULL, 1, 'done', '2026-11-25T03:07:48Z');
INSERT INTO "undo_entry" VALUES ('01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 2, 'plan_draft', '01a210ac-77ce-7135-a5dd-d883cb6e4d11', '01a210ac-7946-72e3-8e80-76d8e22cdc9a', 'Saved the draft of the care plan of ABERNATHY, Ruth (Miss)', NULL, '{"items":[{"id":"01a210ac-7946-7abc-86cf-b11b9ec7a48b","kind":"care_plan_header","values":{}},{"id":"01a210ac-7946-7757-8e80-4df7964e6bbc","kind":"about_me","values":{"most_important":"w0s2r23405"}},{"id":"01a210ac-7946-7694-8624-9d5af6f62afe","kind":"individual_requirement","values":{}}]}', NULL, 1, 'done', '2026-11-25T03:07:48Z');
INSERT INTO "undo_entry" VALUES ('01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 3, 'plan_draft', '01a210ac-77cf-79a4-bf53-071ed44db70a', '01a210ac-78d0-75e1-840b-42afc7f558ac', 'Saved the draft of the care plan of DELACROIX-BEGUM, Osman (Mr)', '{"items":[{"id":"01a210ac-78ca-7e15-824e-dbc70ed57ec0","kind":"care_plan_header","values":{}},{"id":"01a210ac-78cc-7160-8b75-832a02720fc6","kind":"about_me","values":{"most_important":"w0s1r47107"}},{"id":"01a210ac-78cc-7cc1-8d97-0d32ba0cdcad","kind":"individual_requirement","values":{}}]}', '{"items":[{"id":"01a210ac-78ca-7e15-824e-dbc70ed57ec0","kind":"care_plan_header","values":{}},{"id":"01a210ac-78cc-7160-8b75-832a02720fc6","kind":"about_me","values":{"most_important":"w0s3r18925"}},{"id":"01a210ac-78cc-7cc1-8d97-0d32ba0cdcad","kind":"individual_requirement","values":{}}]}', 1, 2, 'done', '2026-11-25T03:07:48Z');
INSERT INTO "undo_entry" VALUES ('01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 4, 'plan_draft', '01a210ac-77cb-77f8-895b-1922beb7d7e3', '01a210ac-7974-70c2-8a4b-feb7839f5a51', 'Saved the draft of the care plan of CHOUDRY, Amina (Mrs)', NULL, '{"items":[{"id":"01a210ac-7974-7027-8c00-9f9731f377cf","kind":"care_plan_header","values":{}},{"id":"01a210ac-7974-7708-8207-3b572aec43b8","kind":"about_me","values":{"most_important":"w0s4r1837"}},{"id":"01a210ac-7974-70ce-8d75-be9a87f16cd8","kind":"individual_requirement","values":{}}]}', NULL, 1, 'done', '2026-11-25T03:07:48Z');
INSERT INTO "undo_entry" VALUES ('01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 5, 'plan_draft', '01a210ac-77ce-7135-a5dd-d883cb6e4d11', '01a210ac-7946-72e3-8e80-76d8e22cdc9a', 'Saved the draft of the care plan of ABERNATHY, Ruth (Miss)', '{"items":[{"id":"01a210ac-7946-7abc-86cf-b11b9ec7a48b","kind":"care_plan_header","values":{}},{"id":"01a210ac-7946-7757-8e80-4df7964e6bbc","kind":"about_me","values":{"most_important":"w0s2r23405"}},{"id":"01a210ac-7946-7694-8624-9d5af6f62afe","kind":"individual_requirement","values":{}}]}', '{"items":[{"id":"01a210ac-7946-7abc-86cf-b11b9ec7a48b","kind":"care_plan_header","values":{}},{"id":"01a210ac-7946-7757-8e80-4df7964e6bbc","kind":"about_me","values":{"most_important":"w0s5r58139"}},{"id":"01a210ac-7946-7694-8624-9d5af6f62afe","kind":"individual_requirement","values":{}}]}', 1, 2, 'done', '2026-11-25T03:07:48Z');
INSERT INTO "undo_entry" VALUES ('01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 6, 'plan_draft', '01a210ac-77cf-79a4-bf53-071ed44db70a', '01a210ac-78d0-75e1-840b-42afc7f558ac', 'Saved the draft of the care plan of DELACROIX-BEGUM, Osman (Mr)', '{"items":[{"id":"01a210ac-78ca-7e15-824e-dbc70ed57ec0","kind":"care_plan_header","values":{}},{"id":"01a210ac-78cc-7160-8b75-832a02720fc6","kind":"about_me","values":{"most_important":"w0s3r18925"}},{"id":"01a210ac-78cc-7cc1-8d97-0d32ba0cdcad","kind":"individual_requirement","values":{}}]}', '{"items":[{"id":"01a210ac-78ca-7e15-824e-dbc70ed57ec0","kind":"care_plan_header","values":{}},{"id":"01a210ac-78cc-7160-8b75-832a02720fc6","kind":"about_me","values":{"most_important":"w0s1r47107"}},{"id":"01a210ac-78cc-7cc1-8d97-0d32ba0cdcad","kind":"individual_requirement","values":{}}]}', 2, 3, 'done', '2026-11-25T03:07:48Z');
INSERT INTO "undo_entry" VALUES ('01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 7, 'plan_draft', '01a210ac-77ce-7135-a5dd-d883cb6e4d11', '01a210ac-7946-72e3-8e80-76d8e22cdc9a', 'Saved the draft of the care plan of ABERNATHY, Ruth (Miss)', '{"items":[{"id":"01a210ac-7946-7abc-86cf-b11b9ec7a48b","kind":"care_plan_header","values":{}},{"id":"01a210ac-7946-7757-8e80-4df7964e6bbc","kind":"about_me","values":{"most_important":"w0s5r58139"}},{"id":"01a210ac-7946-7694-8624-9d5af6f62afe","kind":"individual_requirement","values":{}}]}', '{"items":[{"id":"01a210ac-7946-7abc-86cf-b11b9ec7a48b","kind":"care_plan_header","values":{}},{"id":"01a210ac-7946-7757-8e80-4df7964e6bbc","kind":"about_me","values":{"most_important":"w0s2r23405"}},{"id":"01a210ac-7946-7694-8624-9d5af6f62afe","kind":"individual_requirement","values":{}}]}', 2, 3, 'done', '2026-11-25T03:07:48Z');
INSERT INTO "undo_entry" VALUES ('01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 8, 'plan_draft', '01a210ac-77cf-79a4-bf53-071ed44db70a', '01a210ac-78d0-75e1-840b-42afc7f558ac', 'Saved the draft of the care plan of DELACROIX-BEGUM, Osman (Mr)', '{"items":[{"id":"01a210ac-78ca-7e15-824e-dbc70ed57ec0","kind":"care_plan_header","values":{}},{"id":"01a210ac-78cc-7160-8b75-832a02720fc6","kind":"about_me","values":{"most_important":"w0s1r47107"}},{"id":"01a210ac-78cc-7cc1-8d97-0d32ba0cdcad","kind":"individual_requirement","values":{}}]}', '{"items":[{"id":"01a210ac-78ca-7e15-824e-dbc70ed57ec0","kind":"care_plan_header","values":{}},{"id":"01a210ac-78cc-7160-8b75-832a02720fc6","kind":"about_me","values":{"most_important":"w0s3r18925"}},{"id":"01a210ac-78cc-7cc1-8d97-0d32ba0cdcad","kind":"individual_requirement","values":{}}]}', 3, 4, 'done', '2026-11-25T03:07:48Z');
INSERT INTO "audit_event" VALUES (1, '2026-11-25T03:07:46Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', NULL, 'create', 'store', NULL, NULL, 'mdt init', '', '0000000000000000000000000000000000000000000000000000000000000000', 'fd019be57a8ccc2f2d53f8723b5f267a3dfb8d8b51bfe4c66f10b6fc7b6ffea0');
INSERT INTO "audit_event" VALUES (2, '2026-11-25T03:07:46Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', NULL, 'create', 'staff 01a210ac-7306-7c1c-a8c8-7d32f390aa3f', NULL, 1, 'first member of staff', '', 'fd019be57a8ccc2f2d53f8723b5f267a3dfb8d8b51bfe4c66f10b6fc7b6ffea0', '495117bf05acae9ae9e42f939afbc5a26ce79b0104f9caacf73cac75577b8e32');
INSERT INTO "audit_event" VALUES (3, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', NULL, 'import', 'import_file 01a210ac-7444-7fe0-aefc-6a33d57dad82', NULL, NULL, 'organisations from organisations.csv, 5 rows: 4 new, 1 changed, 0 unchanged, 0 rejected', '81dc69dc842b2c14705fbdbf72329272aeb808c8ecc64b0543e7f86be336e9b0', '495117bf05acae9ae9e42f939afbc5a26ce79b0104f9caacf73cac75577b8e32', '3b754ca61d3ef1ed1decb7752ef48daf38be82e3788436db3ee796fe1e249dbe');
INSERT INTO "audit_event" VALUES (4, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', NULL, 'import', 'import_file 01a210ac-760c-78f7-8483-7c81597cf491', NULL, NULL, 'practices from practices.csv, 5 rows: 5 new, 0 changed, 0 unchanged, 0 rejected', '6cf5c99843a427c1ac9fb16efff6356dc635f9bb0a8f11ff405158e35ae730f6', '3b754ca61d3ef1ed1decb7752ef48daf38be82e3788436db3ee796fe1e249dbe', 'a2eef40705579b9e93c265229b821984efe6515988b5715683b8319b2afd166e');
INSERT INTO "audit_event" VALUES (5, '2026-11-25T03:07:47Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', NULL, 'import', 'import_file 01a210ac-771d-71e7-9f46-f7901bec5514', NULL, NULL, 'staff from staff.csv, 4 rows: 4 new, 0 changed, 0 unchanged, 0 rejected', '2a302890c4b3139f0c9e248221a38a9b18ce975fdd198a798191ffe14696af33', 'a2eef40705579b9e93c265229b821984efe6515988b5715683b8319b2afd166e', '1ec4dccd5ed22fe976468d1daa5e9caf13cac7156a7019f357936385df6be1a8');
INSERT INTO "audit_event" VALUES (6, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', NULL, 'import', 'import_file 01a210ac-77c8-7a22-bc77-429a7b619e05', NULL, NULL, 'caseload from c.csv, 4 rows: 4 new, 0 changed, 0 unchanged, 0 rejected', 'e9a0f2e35f230e4e7421a00d515300dac32282eeb6f6b84759ca87215ce88c84', '1ec4dccd5ed22fe976468d1daa5e9caf13cac7156a7019f357936385df6be1a8', '6e89c7c6a5626d47f36fd29609c4ed26cec6a5c4325a1f0cc73611465b980117');
INSERT INTO "audit_event" VALUES (7, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a210ac-77cf-79a4-bf53-071ed44db70a', 'create', 'care_plan 01a210ac-78d0-75e1-840b-42afc7f558ac', NULL, 1, 'draft saved', 'a31d3a453e1e22a2915c0681153514af801e2d3658b3e2c603b28db1720c06b2', '6e89c7c6a5626d47f36fd29609c4ed26cec6a5c4325a1f0cc73611465b980117', '4ef381c3dc9f9c1601f20869beae57c1541b7f157fbb05152a5132e5da68f06f');
INSERT INTO "audit_event" VALUES (8, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a210ac-77ce-7135-a5dd-d883cb6e4d11', 'create', 'care_plan 01a210ac-7946-72e3-8e80-76d8e22cdc9a', NULL, 1, 'draft saved', '41cd34164e1fe96daf1c5ef506c8c4cf5a5b85ffca9281c1febe5b26872f4f79', '4ef381c3dc9f9c1601f20869beae57c1541b7f157fbb05152a5132e5da68f06f', '83a3ba744b9e7b273a1a6c24ab339c3002f079194eaec6e6f233222db90049c1');
INSERT INTO "audit_event" VALUES (9, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a210ac-77cf-79a4-bf53-071ed44db70a', 'update', 'care_plan 01a210ac-78d0-75e1-840b-42afc7f558ac', 1, 2, 'draft saved', 'ed191b50c69aa6d141c9673ac9725968916dc970f6cb272f9ec2e738a688f6f1', '83a3ba744b9e7b273a1a6c24ab339c3002f079194eaec6e6f233222db90049c1', '4a08357e26b7a73edbede33de68c409d137e6d418f4f48dbd8e78f751bdbb2ce');
INSERT INTO "audit_event" VALUES (10, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a210ac-77cb-77f8-895b-1922beb7d7e3', 'create', 'care_plan 01a210ac-7974-70c2-8a4b-feb7839f5a51', NULL, 1, 'draft saved', 'f2ecd12eb15f0b133081d0cf6aabb6ca108ad1189a237c98abc2679de865a891', '4a08357e26b7a73edbede33de68c409d137e6d418f4f48dbd8e78f751bdbb2ce', 'f2a8118886a80d6a6fecab022ee7819b214acfaf68e278ed777b6e8e75c68930');
INSERT INTO "audit_event" VALUES (11, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a210ac-77ce-7135-a5dd-d883cb6e4d11', 'update', 'care_plan 01a210ac-7946-72e3-8e80-76d8e22cdc9a', 1, 2, 'draft saved', 'bd4e008080a0700dcb723bebef85babc3d852011aeab791f438e10afa3ebb8dd', 'f2a8118886a80d6a6fecab022ee7819b214acfaf68e278ed777b6e8e75c68930', '01684b2b4b7d1afde46bed0e19c38cc289ef498330728e14bee190d672189539');
INSERT INTO "audit_event" VALUES (12, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a210ac-77cf-79a4-bf53-071ed44db70a', 'update', 'care_plan 01a210ac-78d0-75e1-840b-42afc7f558ac', 2, 3, 'draft saved', 'dc8ad7d94c12e6970efb3d976a59ea26e365d0284533d15f9b47a92123ce1e24', '01684b2b4b7d1afde46bed0e19c38cc289ef498330728e14bee190d672189539', 'db7d808afc86e1d94e85a6314bae835edfb29b2cf841128bd53db5608aea92a3');
INSERT INTO "audit_event" VALUES (13, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a210ac-77ce-7135-a5dd-d883cb6e4d11', 'update', 'care_plan 01a210ac-7946-72e3-8e80-76d8e22cdc9a', 2, 3, 'draft saved', 'e880aaf05fdf13357d56377413f97ce3599f6b75b92cfcdd6f6ab3aa9dbebbde', 'db7d808afc86e1d94e85a6314bae835edfb29b2cf841128bd53db5608aea92a3', '59adfe21fa74f39ecdf27246baf1112bf9d63e79a892eedf8c766736a39583a9');
INSERT INTO "audit_event" VALUES (14, '2026-11-25T03:07:48Z', '01a210ac-7306-7c1c-a8c8-7d32f390aa3f', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a210ac-77cf-79a4-bf53-071ed44db70a', 'update', 'care_plan 01a210ac-78d0-75e1-840b-42afc7f558ac', 3, 4, 'draft saved', 'c3a6808e192535d2f8d38be0cfb0eaf0245d6af0d8d1ac0a95cc5f05cf27548d', '59adfe21fa74f39ecdf27246baf1112bf9d63e79a892eedf8c766736a39583a9', 'ae79776541284a1bf065884d701b6c3ae6436d5884d1a5855a33e0b90ca9615f');
INSERT INTO "audit_head" VALUES (1, 14, 'ae79776541284a1bf065884d701b6c3ae6436d5884d1a5855a33e0b90ca9615f', 14, '2026-11-25T03:07:48Z');
INSERT INTO "store" VALUES (1, '01a210ac-7306-7e25-8fe1-6b5191a5c3fa', 1, 1, '2026-11-25', 0, '2026-11-25T03:07:46Z');
INSERT INTO "bank_holiday" VALUES ('2015-12-25', 'england-and-wales', 'Christmas Day');
INSERT INTO "bank_holiday" VALUES ('2015-12-28', 'england-and-wales', 'Boxing Day (substitute day)');
INSERT INTO "bank_holiday" VALUES ('2016-01-01', 'england-and-wales', 'New Year''s Day');
INSERT INTO "bank_holiday" VALUES ('2016-03-25', 'england-and-wales', 'Good Friday');
INSERT INTO "bank_holiday" VALUES ('2016-03-28', 'england-and-wales', 'Easter Monday');
INSERT INTO "bank_holiday" VALUES ('2016-05-02', 'england-and-wales', 'Early May bank holiday');
INSERT INTO "bank_holiday" VALUES ('2016-05-30', 'england-and-wales', 'Spring bank holiday');
INSERT INTO "bank_holiday" VALUES ('2016-08-29', 'england-and-wales', 'Summer bank holiday');
INSERT INTO "bank_holiday" VALUES ('2016-12-26', 'england-and-wales', 'Boxing Day');
INSERT INTO "bank_holiday" VALUES ('2016-12-27', 'england-and-wales', 'Christmas Day (substitute day)');
INSERT INTO "setting" VALUES ('mdt.cutoff_hours', '48', 'hours', 'cases fed in up to two days before (S29)', 1);
INSERT INTO "setting" VALUES ('mdt.list_circulate_hours', '24', 'hours', 'the list is out at least 24 hours before (S30)', 1);
INSERT INTO "setting" VALUES ('mdt.max_cases', '10', 'cases', 'our own default; NW London saw 5.75 a meeting (S17)', 1);
INSERT INTO "setting" VALUES ('mdt.case_minutes', '8', 'minutes', 'our own default; no published figure was found', 1);
INSERT INTO "setting" VALUES ('mdt.length_minutes', '90', 'minutes', 'our own default', 1);
INSERT INTO "setting" VALUES ('mdt.interval_days', '28', 'days', 'monthly: Newham, Looe, West Malling (S25, S29, S26)', 1);
INSERT INTO "setting" VALUES ('mdt.minutes_issue_workdays', '2', 'working days', 'our own default', 1);
INSERT INTO "setting" VALUES ('huddle.length_minutes', '15', 'minutes', 'about 10 minutes standing round the board (S32, S33)', 1);
INSERT INTO "setting" VALUES ('action.default_due_days', '14', 'days', 'our own default; before the next meeting', 1);
INSERT INTO "setting" VALUES ('action.accept_workdays', '2', 'working days', 'our own default; an absent owner must accept', 1);
INSERT INTO "setting" VALUES ('action.escalate_owner_days', '1', 'days', 'our own default', 1);
INSERT INTO "setting" VALUES ('action.escalate_coordinator_days', '7', 'days', 'our own default', 1);
INSERT INTO "setting" VALUES ('action.escalate_chair_days', '14', 'days', 'our own default', 1);
INSERT INTO "setting" VALUES ('plan.review_max_days', '365', 'days', 'at least every 12 months (S36)', 1);
INSERT INTO "setting" VALUES ('plan.first_review_min_days', '42', 'days', '6 weeks after a new or changed social care plan (S36)', 1);
INSERT INTO "setting" VALUES ('plan.first_review_max_days', '56', 'days', '8 weeks after a new or changed social care plan (S36)', 1);
INSERT INTO "setting" VALUES ('crisis.interim_days', '28', 'days', 'our own default', 1);
INSERT INTO "setting" VALUES ('crisis.confirmed_review_days', '182', 'days', 'our own default; earlier on a change or on request (S12c)', 1);
INSERT INTO "setting" VALUES ('enrol.notify_days', '21', 'days', 'named accountable GP told within 21 days of joining (S35)', 1);
INSERT INTO "setting" VALUES ('discharge.contact_days', '3', 'days', 'follow-up after discharge: 2014/15 enhanced service, to be confirmed', 1);
INSERT INTO "setting" VALUES ('sw.response_minutes', '60', 'minutes', 'AAU and ED response within the hour (S1, S50)', 1);
INSERT INTO "setting" VALUES ('sw.service_from', '09:00', 'time', 'daily 09:00 to 20:00 (S1)', 1);
INSERT INTO "setting" VALUES ('sw.service_to', '20:00', 'time', 'daily 09:00 to 20:00 (S1)', 1);
INSERT INTO "setting" VALUES ('rapid.response_minutes', '120', 'minutes', 'Tower Hamlets rapid response within two hours (S51)', 1);
INSERT INTO "setting" VALUES ('risk.target_percentile', '80', 'percentile', 'the top 20% (S1)', 1);
INSERT INTO "setting" VALUES ('caseload.band_red', '1.10', 'of capacity', 'traffic lights as in probation (S39b)', 1);
INSERT INTO "setting" VALUES ('caseload.band_amber', '1.00', 'of capacity', 'traffic lights as in probation (S39b)', 1);
INSERT INTO "setting" VALUES ('audit.retention_years', '8', 'years', 'at least 8 and never shorter than the record (S54, S55)', 1);
INSERT INTO "name_search_data" VALUES (1, X'0416');
INSERT INTO "name_search_data" VALUES (10, X'000000000101010001010101');
INSERT INTO "name_search_data" VALUES (137438953473, X'000002820730306162726e740203026d6e010303736d6e03020362676d030205646c6b727803070362676d0302027262040301740202037864720103020fe0a686e0a6aee0a6bfe0a6a8e0a6be010109616265726e617468790202046d696e61010105626567756d03010963686f756468757279040602727901010964656c6163726f6978030a05626567756d0301056f736d616e03010672616265796104020375746802010fe0a686e0a6aee0a6bfe0a6a8e0a6be01000231300101010101016101010101620301016301030101640301016f0301017202020103e0a6860100033230610101010201620302016403020172020202017801030203e0a68601010261620202016d010102626503010263680103010264650301026f73030102726104020175020106e0a686e0a6ae010004333061620203016d010301730302026267030202646c030202726204030174020202786401030206e0a686e0a6ae0101036162650202026d6901010362656703010363686f0103010364656c0301036f736d0301037261620402027574020109e0a686e0a6aee0a6bf01000534306162720203026d6e010302736d03020362676d030203646c6b03020378647201030209e0a686e0a6aee0a6bf010104616265720202036d696e0101046265677503010463686f750103010464656c610301046f736d610301047261626504020375746802010ce0a686e0a6aee0a6bfe0a6a801000635306162726e020303736d6e030204646c6b7203020ce0a686e0a6aee0a6bfe0a6a8010105616265726e0202046d696e61010105626567756d03010563686f75640103010564656c61630301056f736d616e030105726162657904010fe0a686e0a6aee0a6bfe0a6a8e0a6be0104090506060806050407120c07080c050c0808090612080504050404050608040405050605040506050505040907040405050504060906050607060606050c0805050606070c07060708070707060f0906070f08070809080808');
INSERT INTO "name_search_idx" VALUES (1, X'', 2);
INSERT INTO "name_search_docsize" VALUES (1, X'06');
INSERT INTO "name_search_docsize" VALUES (2, X'04');
INSERT INTO "name_search_docsize" VALUES (3, X'08');
INSERT INTO "name_search_docsize" VALUES (4, X'04');
INSERT INTO "name_search_config" VALUES ('version', 4);
INSERT INTO "passage_search_data" VALUES (1, X'0303');
INSERT INTO "passage_search_data" VALUES (10, X'000000000108080008010101020101030101040101050101060101070101080101');
INSERT INTO "passage_search_data" VALUES (137438953473, X'0000002f0b307730733172343731303701000331773001000432773073010005337730733101000634773073317201040d060708');
INSERT INTO "passage_search_data" VALUES (274877906945, X'0000002f0b307730733272323334303502000331773002000432773073020005337730733202000634773073327202040d060708');
INSERT INTO "passage_search_data" VALUES (412316860417, X'000000490b3077307331723437313037010004073372313839323501000331773001000000043277307301000000053377307331010004013301000634773073317201000402337201040e0a080909040a');
INSERT INTO "passage_search_data" VALUES (549755813889, X'0000002e0a3077307334723138333703000331773003000432773073030005337730733403000634773073347203040c060708');
INSERT INTO "passage_search_data" VALUES (687194767361, X'000000490b3077307332723233343035020004073572353831333902000331773002000000043277307302000000053377307332020004013502000634773073327202000402357202040e0a080909040a');
INSERT INTO "passage_search_data" VALUES (824633720833, X'000000490b3077307331723437313037010407337231383932350100000331773001000000043277307301000000053377307331010401330100000634773073317201040233720100040d0b0809080509');
INSERT INTO "passage_search_data" VALUES (962072674305, X'000000490b3077307332723233343035020407357235383133390200000331773002000000043277307302000000053377307332020401350200000634773073327202040235720200040d0b0809080509');
INSERT INTO "passage_search_data" VALUES (1099511627777, X'000000490b3077307331723437313037010004073372313839323501000331773001000000043277307301000000053377307331010004013301000634773073317201000402337201040e0a080909040a');
INSERT INTO "passage_search_idx" VALUES (1, X'', 2);
INSERT INTO "passage_search_idx" VALUES (2, X'', 2);
INSERT INTO "passage_search_idx" VALUES (3, X'', 2);
INSERT INTO "passage_search_idx" VALUES (4, X'', 2);
INSERT INTO "passage_search_idx" VALUES (5, X'', 2);
INSERT INTO "passage_search_idx" VALUES (6, X'', 2);
INSERT INTO "passage_search_idx" VALUES (7, X'', 2);
INSERT INTO "passage_search_idx" VALUES (8, X'', 2);
INSERT INTO "passage_search_docsize" VALUES (1, X'01');
INSERT INTO "passage_search_docsize" VALUES (2, X'01');
INSERT INTO "passage_search_docsize" VALUES (3, X'01');
INSERT INTO "passage_search_config" VALUES ('version', 4);
CREATE UNIQUE INDEX staff_account ON staff (account)
  WHERE account IS NOT NULL AND active_to IS NULL AND entered_in_error = 0;
CREATE INDEX staff_by_name ON staff (name_key);
CREATE UNIQUE INDEX practice_link_open ON practice_link (practice_code)
  WHERE end_on IS NULL AND entered_in_error = 0;
CREATE UNIQUE INDEX staff_post_open ON staff_post (staff_id) WHERE end_on IS NULL AND entered_in_error = 0;
CREATE UNIQUE INDEX patient_nhs_number ON patient (nhs_number)
  WHERE nhs_number IS NOT NULL AND entered_in_error = 0 AND merged_into IS NULL;
CREATE INDEX patient_by_name ON patient (name_key);
CREATE INDEX patient_by_birth ON patient (birth_date);
CREATE INDEX patient_address_postcode ON patient_address (postcode_key);
CREATE UNIQUE INDEX registered_practice_open ON registered_practice (patient_id)
  WHERE end_on IS NULL AND entered_in_error = 0;
CREATE INDEX registered_practice_by_code ON registered_practice (practice_code) WHERE end_on IS NULL;
CREATE INDEX import_file_fingerprint ON import_file (kind, fingerprint);
CREATE TRIGGER consent_is_append_only BEFORE UPDATE ON consent
  BEGIN SELECT RAISE(ABORT, 'a statement about consent is never changed: make a new one'); END;
CREATE TRIGGER consent_is_never_deleted BEFORE DELETE ON consent
  BEGIN SELECT RAISE(ABORT, 'a statement about consent is never deleted'); END;
CREATE TRIGGER risk_score_is_append_only BEFORE UPDATE ON risk_score
  BEGIN SELECT RAISE(ABORT, 'a risk score is never changed: a newer run is a new row'); END;
CREATE TRIGGER risk_score_is_never_deleted BEFORE DELETE ON risk_score
  BEGIN SELECT RAISE(ABORT, 'a risk score is never deleted'); END;
CREATE UNIQUE INDEX care_team_one_of_each ON care_team_member (patient_id, role)
  WHERE end_at IS NULL AND entered_in_error = 0
  AND role IN ('accountable_gp', 'named_social_worker', 'care_coordinator');
CREATE INDEX care_team_by_staff ON care_team_member (staff_id) WHERE end_at IS NULL AND entered_in_error = 0;
CREATE UNIQUE INDEX care_plan_one_live ON care_plan (patient_id) WHERE status IN ('draft', 'active', 'on_hold');
CREATE INDEX care_plan_by_patient ON care_plan (patient_id);
CREATE UNIQUE INDEX care_plan_header_once ON care_plan_header (plan_id)
  WHERE entered_in_error = 0;
CREATE UNIQUE INDEX about_me_once ON about_me (plan_id)
  WHERE entered_in_error = 0;
CREATE UNIQUE INDEX individual_requirement_once ON individual_requirement (plan_id)
  WHERE entered_in_error = 0;
CREATE INDEX plan_note_unseen ON plan_note (staff_id) WHERE seen_at IS NULL;
CREATE TRIGGER care_plan_version_never_changes BEFORE UPDATE ON care_plan_version
  BEGIN SELECT RAISE(ABORT, 'a signed version of a care plan never changes'); END;
CREATE TRIGGER care_plan_version_is_never_deleted BEFORE DELETE ON care_plan_version
  BEGIN SELECT RAISE(ABORT, 'a signed version of a care plan is never deleted'); END;
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
CREATE INDEX caseload_mine_row ON caseload_mine (row_key);
CREATE INDEX caseload_mine_name ON caseload_mine (staff_id, name_key, row_key);
CREATE INDEX caseload_mine_review ON caseload_mine (staff_id, review_key, row_key);
CREATE INDEX caseload_mine_risk ON caseload_mine (staff_id, risk_key, row_key);
CREATE INDEX caseload_mine_born ON caseload_mine (staff_id, born_key, row_key);
CREATE INDEX caseload_mine_nhs ON caseload_mine (staff_id, nhs_key, row_key);
CREATE INDEX caseload_mine_practice ON caseload_mine (staff_id, practice_key, row_key);
CREATE INDEX caseload_mine_enrolled ON caseload_mine (staff_id, enrolled_key, row_key);
CREATE INDEX undo_by_state ON undo_entry (staff_id, state, seq);
CREATE INDEX undo_of_patient ON undo_entry (staff_id, patient_id, state);
CREATE INDEX audit_by_patient ON audit_event (patient_id, seq) WHERE patient_id IS NOT NULL;
CREATE TRIGGER audit_event_never_changes BEFORE UPDATE ON audit_event
  BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;
CREATE TRIGGER audit_event_is_never_deleted BEFORE DELETE ON audit_event
  BEGIN SELECT RAISE(ABORT, 'the audit is never deleted from'); END;
PRAGMA application_id = 1296323633;
PRAGMA user_version = 1;
