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
  words, content = '', detail = none, prefix = '1 2 3 4 5',
  tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co M* S* P*''');
CREATE VIRTUAL TABLE passage_search USING fts5 (
  words, content = '', detail = none, prefix = '2 3 4 5',
  tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co M* S* P*''');
DELETE FROM "name_search_data";
DELETE FROM "name_search_idx";
DELETE FROM "name_search_docsize";
DELETE FROM "name_search_config";
DELETE FROM "passage_search_data";
DELETE FROM "passage_search_idx";
DELETE FROM "passage_search_docsize";
DELETE FROM "passage_search_config";
INSERT INTO "staff" VALUES ('01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'J. Francis', 'jo francis', NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-25', NULL, '@ACCOUNT@', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "staff" VALUES ('01a211d1-48c9-7a74-96e0-9a48ca21a7c2', 'Dr Iona Sefton', 'I. Sefton', 'dr iona sefton', 'GMC', '9900001', '020 7946 0001', 'iona.sefton@example.nhs.uk', 'English', 1.0, '2015-07-19', NULL, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "staff" VALUES ('01a211d1-48cc-784f-adbe-26c23c15bd26', 'Farida Rahmani', 'F. Rahmani', 'farida rahmani', 'none', NULL, '020 7946 0002', 'farida.rahmani@example.nhs.uk', 'English
Bengali
Sylheti', 0.6, '2014-03-25', NULL, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "staff" VALUES ('01a211d1-48cc-7855-9749-36d60ae2a5f1', 'Callum Oyelaran', 'C. Oyelaran', 'callum oyelaran', 'SWE', 'SW99003', '020 7946 0003', 'callum.oyelaran@example.nhs.uk', 'English
Sylheti', 0.6, '2014-06-08', NULL, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "staff" VALUES ('01a211d1-48cc-784e-88fb-f4af4d9505a3', 'Bree Halloran', 'B. Halloran', 'bree halloran', 'SWE', 'SW99004', '020 7946 0004', 'bree.halloran@example.nhs.uk', 'English', 1.0, '2015-10-02', NULL, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "organisation" VALUES ('R9904', 'GP Care Group', 'gp_federation', '2012-04-01', NULL, 0, NULL, NULL, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 2, NULL, 0);
INSERT INTO "organisation" VALUES ('R9901', 'Barts Health', 'acute', '2012-04-01', NULL, 1, NULL, NULL, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "organisation" VALUES ('R9902', 'ELFT', 'community_mh', '2012-04-01', NULL, 1, NULL, NULL, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "organisation" VALUES ('R9903', 'LBTH', 'local_authority', '2012-04-01', NULL, 1, NULL, NULL, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "organisation" VALUES ('F99001', 'Lantern Row Surgery', 'gp_practice', NULL, NULL, 1, '020 7946 0600', '020 7946 0700', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "organisation" VALUES ('F99002', 'Ropewalk Medical Centre', 'gp_practice', NULL, NULL, 1, '020 7946 0601', '020 7946 0701', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "organisation" VALUES ('F99003', 'Tallow Square Practice', 'gp_practice', NULL, NULL, 1, '020 7946 0602', '020 7946 0702', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "organisation" VALUES ('F99004', 'Harbour Steps Surgery', 'gp_practice', NULL, NULL, 1, '020 7946 0603', '020 7946 0703', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "organisation" VALUES ('F99005', 'Cooper''s Yard Practice', 'gp_practice', NULL, NULL, 1, '020 7946 0604', '020 7946 0704', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "locality" VALUES ('01a211d1-4891-7fd7-b983-5eb6f091e26e', 'South West', 'south west', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "network" VALUES ('01a211d1-4891-7602-bb96-362116dce5e1', 'Network 3', 'network 3', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "network" VALUES ('01a211d1-4892-7284-bc04-8039c913febb', 'Network 4', 'network 4', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "practice_link" VALUES ('F99001', '01a211d1-4891-721f-88b3-4ea85004a3d8', '01a211d1-4891-7602-bb96-362116dce5e1', '01a211d1-4891-7fd7-b983-5eb6f091e26e', '2009-04-01', NULL, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "practice_link" VALUES ('F99002', '01a211d1-4891-7a28-98df-5a618ff78d2e', '01a211d1-4891-7602-bb96-362116dce5e1', '01a211d1-4891-7fd7-b983-5eb6f091e26e', '2009-04-01', NULL, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "practice_link" VALUES ('F99003', '01a211d1-4892-7d0b-aab5-2b26d090fa71', '01a211d1-4891-7602-bb96-362116dce5e1', '01a211d1-4891-7fd7-b983-5eb6f091e26e', '2009-04-01', NULL, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "practice_link" VALUES ('F99004', '01a211d1-4892-76d9-96a2-71cac972d3b9', '01a211d1-4891-7602-bb96-362116dce5e1', '01a211d1-4891-7fd7-b983-5eb6f091e26e', '2009-04-01', NULL, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "practice_link" VALUES ('F99005', '01a211d1-4892-740d-b7aa-3d02b3e8ab2a', '01a211d1-4892-7284-bc04-8039c913febb', '01a211d1-4891-7fd7-b983-5eb6f091e26e', '2009-04-01', NULL, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "staff_post" VALUES ('01a211d1-47e5-7e7b-b945-f1214eb44282', '01a211d1-47f1-7132-a881-0b9fa0b4a162', 'R9904', 'care_navigator', NULL, NULL, '2026-11-25', NULL, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "staff_post" VALUES ('01a211d1-48c9-7a74-96e0-9a48ca21a7c2', '01a211d1-48cc-7c00-b169-025a374dcc31', 'F99001', 'gp', NULL, '01a211d1-4891-7fd7-b983-5eb6f091e26e', '2015-07-19', NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "staff_post" VALUES ('01a211d1-48cc-784e-88fb-f4af4d9505a3', '01a211d1-48cd-70c3-a5f3-c7c0bf414e42', 'R9903', 'social_worker', 'Integrated social work', '01a211d1-4891-7fd7-b983-5eb6f091e26e', '2015-10-02', NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "staff_post" VALUES ('01a211d1-48cc-784f-adbe-26c23c15bd26', '01a211d1-48cc-7b1a-8aa4-cc8f7d5e7ac7', 'R9904', 'care_navigator', 'Care navigation', '01a211d1-4891-7fd7-b983-5eb6f091e26e', '2014-03-25', NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "staff_post" VALUES ('01a211d1-48cc-7855-9749-36d60ae2a5f1', '01a211d1-48cc-71ac-8143-a6ea59768898', 'R9903', 'social_worker', 'Integrated social work', '01a211d1-4891-7fd7-b983-5eb6f091e26e', '2014-06-08', NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "patient" VALUES (1, '01a211d1-4906-73da-9d6d-4acdd73e5624', '9990000018', NULL, '02', 'Choudry', 'Amina', 'আমিনা', NULL, 'Mrs', NULL, 'choudry,amina', 'choudry amina আমিনা', '1933-02-23', 0, NULL, NULL, '2', NULL, 'K', NULL, NULL, 'Bengali', 1, NULL, 0, 0, NULL, NULL, 'None known', 'Atrial fibrillation', NULL, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "patient" VALUES (2, '01a211d1-4908-71b0-83fa-0a1a83592287', '9990000042', NULL, '02', 'Delacroix-Begum', 'Osman', NULL, NULL, 'Mr', NULL, 'delacroix begum,osman', 'delacroix begum osman delacroixbegum', '1936-03-07', 0, NULL, NULL, '1', NULL, 'K', NULL, NULL, 'Sylheti', 1, NULL, NULL, 0, NULL, NULL, 'Codeine', 'Chronic kidney disease stage 3
Osteoarthritis
Dementia', NULL, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "patient_address" VALUES ('01a211d1-4906-73da-9d6d-4acdd73e5624', '01a211d1-4907-7fd3-bdb0-ef161f9bfb18', 'home', '91 Almond Street', 'London', NULL, NULL, NULL, 'E1 6AD', 'E16AD', NULL, NULL, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "patient_address" VALUES ('01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4908-72ac-ba1f-ece929f0379d', 'home', 'Flat 53', '170 Cooper''s Yard', 'London', NULL, NULL, 'E1 2GB', 'E12GB', NULL, NULL, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "patient_telecom" VALUES ('01a211d1-4906-73da-9d6d-4acdd73e5624', '01a211d1-4907-7c5d-a33b-551c483d5bb0', '07700 900367', 'mobile', 1, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "patient_telecom" VALUES ('01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4908-7b77-98d2-0db1759a6117', '020 7946 0820', 'home', 1, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "registered_practice" VALUES ('01a211d1-4906-73da-9d6d-4acdd73e5624', '01a211d1-4907-7e44-9653-9847d18eb8b6', 'F99003', NULL, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "registered_practice" VALUES ('01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4908-79a5-8bc6-9c199de171ef', 'F99001', NULL, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "import_file" VALUES ('01a211d1-485f-7452-9c79-668ea92a514e', 'organisations', '191e64fff27e24805f0d03e0c501cb2a52c45d76e6a9ff4df8455a62dddcb1c5', 'organisations.csv', 4, 3, 1, 0, 0, NULL, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282');
INSERT INTO "import_file" VALUES ('01a211d1-488e-7efd-9919-311701234580', 'practices', 'a87bbb8794ec17d7824a99cb4484ea67d97559b4f835bfd25f3fc807de9ee968', 'practices.csv', 5, 5, 0, 0, 0, NULL, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282');
INSERT INTO "import_file" VALUES ('01a211d1-48c6-74ab-92c5-ad78367ccbf5', 'staff', 'fd7b15d66a8da367334f9c7044ee50b9b4c89188e700f29defd893b4eb8a8ed7', 'staff.csv', 4, 4, 0, 0, 0, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282');
INSERT INTO "import_file" VALUES ('01a211d1-4905-756b-8c8d-248592c37fbd', 'caseload', '8320407416c835ea6549c17e8960d45bd1f66a61e7ee2ae6b31591aac0d9b2b6', 'c.csv', 2, 2, 0, 0, 0, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282');
INSERT INTO "consent" VALUES ('01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4908-75d6-ae32-71025619cdcc', 'enrolment', 'explicit_verbal', 'given', NULL, NULL, NULL, 'F99001', '2014-12-20', NULL, NULL, NULL, NULL, NULL, NULL, '01a211d1-4905-756b-8c8d-248592c37fbd', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "enrolment" VALUES ('01a211d1-4906-73da-9d6d-4acdd73e5624', '01a211d1-4907-7af9-9087-52096324fc51', 'invited', 'clinical_judgement', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "enrolment" VALUES ('01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4909-7daf-9bdd-8020de5cacce', 'enrolled', 'self_or_carer', NULL, '2015-01-09', NULL, NULL, 'F99001', NULL, NULL, '01a211d1-4908-75d6-ae32-71025619cdcc', NULL, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "risk_score" VALUES ('01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4909-7396-b2a0-447b318f903b', 'QAdmissions', '2014.1', '2015-12-02', 6.1, 'percent', 84.7, 41200, NULL, '8320407416c835ea6549c17e8960d45bd1f66a61e7ee2ae6b31591aac0d9b2b6', '01a211d1-47e5-7e7b-b945-f1214eb44282', '2026-11-25T08:27:38Z');
INSERT INTO "partner_data" VALUES ('01a211d1-4906-73da-9d6d-4acdd73e5624', '01a211d1-4907-714b-9858-5206878f4183', 'R9901', 'Last emergency admission', '15-Jan-2014', 3, '2026-11-25T08:27:38Z', 'caseload file of 25-Nov-2026, not from their system', '01a211d1-4905-756b-8c8d-248592c37fbd', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a211d1-4906-73da-9d6d-4acdd73e5624', '01a211d1-4907-7909-a00c-147f8f6b098d', 'F99003', 'Allergies', 'None known', 1, '2026-11-25T08:27:38Z', 'caseload file of 25-Nov-2026, not from their system', '01a211d1-4905-756b-8c8d-248592c37fbd', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a211d1-4906-73da-9d6d-4acdd73e5624', '01a211d1-4907-7fea-8869-23522e2dbc9e', 'F99003', 'Problems', 'Atrial fibrillation', 0, '2026-11-25T08:27:38Z', 'caseload file of 25-Nov-2026, not from their system', '01a211d1-4905-756b-8c8d-248592c37fbd', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4909-75fa-bbd4-007c1acb9640', 'R9901', 'Last emergency admission', '05-Dec-2015', 3, '2026-11-25T08:27:38Z', 'caseload file of 25-Nov-2026, not from their system', '01a211d1-4905-756b-8c8d-248592c37fbd', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4909-7658-9aea-5f50a85f4487', 'R9901', 'Last A&E attendance', '17-Feb-2014', 2, '2026-11-25T08:27:38Z', 'caseload file of 25-Nov-2026, not from their system', '01a211d1-4905-756b-8c8d-248592c37fbd', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4909-788a-a31d-d1ea56cce07a', 'F99001', 'Allergies', 'Codeine', 1, '2026-11-25T08:27:38Z', 'caseload file of 25-Nov-2026, not from their system', '01a211d1-4905-756b-8c8d-248592c37fbd', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "partner_data" VALUES ('01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4909-7c16-bd5e-176910588cf5', 'F99001', 'Problems', 'Chronic kidney disease stage 3; Osteoarthritis; Dementia', 0, '2026-11-25T08:27:38Z', 'caseload file of 25-Nov-2026, not from their system', '01a211d1-4905-756b-8c8d-248592c37fbd', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "patient_event" VALUES ('01a211d1-4906-73da-9d6d-4acdd73e5624', '01a211d1-4908-7e9d-968e-4d88c053eea8', 'unplanned_admission', '2014-01-15', NULL, 'Emergency admission, as the caseload file says', '01a211d1-4905-756b-8c8d-248592c37fbd', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "patient_event" VALUES ('01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4909-763e-a254-00ca6755436d', 'unplanned_admission', '2015-12-05', NULL, 'Emergency admission, as the caseload file says', '01a211d1-4905-756b-8c8d-248592c37fbd', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "patient_event" VALUES ('01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4909-7d18-ba17-8536ea042ec4', 'ae_attendance', '2014-02-17', NULL, 'A&E attendance, as the caseload file says', '01a211d1-4905-756b-8c8d-248592c37fbd', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "care_plan" VALUES ('01a211d1-4940-725b-8a70-406e93769520', '01a211d1-4908-71b0-83fa-0a1a83592287', 'draft', 0, '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '7251edb94fcec85aa855b8047a36828185311f1724943966137996e290d348d4', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 4, NULL, 0);
INSERT INTO "care_plan" VALUES ('01a211d1-4956-74f1-87ca-4f0c31d730fd', '01a211d1-4906-73da-9d6d-4acdd73e5624', 'draft', 0, '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', 'cc8a10b77c9230744d1c510d10b00a86aec6b1199c5fe6e78d37363d3fc59e6b', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 4, NULL, 0);
INSERT INTO "care_plan_header" VALUES ('01a211d1-493b-77c6-862c-72a983c6c2d5', '01a211d1-4940-725b-8a70-406e93769520', NULL, 0, 'offered_accepted', NULL, 'person', 'Osman Delacroix-Begum', 'self', '2026-11-25', '2027-02-23', '01a211d1-47e5-7e7b-b945-f1214eb44282', NULL, NULL, 'given', '2026-11-25', 'paper', NULL, NULL, 'local_authority', NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "care_plan_header" VALUES ('01a211d1-4955-70f5-832c-dfa2ed08f208', '01a211d1-4956-74f1-87ca-4f0c31d730fd', NULL, 0, 'offered_accepted', NULL, 'person', 'Amina Choudry', 'self', '2026-11-25', '2027-02-23', '01a211d1-47e5-7e7b-b945-f1214eb44282', NULL, NULL, 'given', '2026-11-25', 'paper', NULL, NULL, 'local_authority', NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "about_me" VALUES ('01a211d1-493b-7d48-8aba-c1802fcdb64f', '01a211d1-4940-725b-8a70-406e93769520', NULL, 0, 'w0s6r57306', 'My daughter, and the friends I pray with on Fridays.', 'Speak slowly and face me. I read large print.', NULL, NULL, NULL, NULL, 'a care navigator', '2026-11-25', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 4, NULL, 0);
INSERT INTO "about_me" VALUES ('01a211d1-4955-77e2-83e3-ed79af2e8bc5', '01a211d1-4956-74f1-87ca-4f0c31d730fd', NULL, 0, 'w0s8r27756', 'My daughter, and the friends I pray with on Fridays.', 'Speak slowly and face me. I read large print.', NULL, NULL, NULL, NULL, 'a care navigator', '2026-11-25', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 4, NULL, 0);
INSERT INTO "strength" VALUES ('01a211d1-493b-7e36-8f2c-9dde4671e2f5', '01a211d1-4940-725b-8a70-406e93769520', NULL, 0, 'Osman knows the neighbours and asks for help early.', NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "strength" VALUES ('01a211d1-4955-7bee-85a9-41685fd0e0c0', '01a211d1-4956-74f1-87ca-4f0c31d730fd', NULL, 0, 'আমিনা knows the neighbours and asks for help early.', NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "need" VALUES ('01a211d1-493b-76e2-8406-f4f94d40cbc5', '01a211d1-4940-725b-8a70-406e93769520', NULL, 1, 'Mixes up morning and evening tablets', 'medicines', NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "need" VALUES ('01a211d1-493b-7758-887f-f15782bd6280', '01a211d1-4940-725b-8a70-406e93769520', NULL, 0, 'Breathless on stairs and frightened by it', 'physical', NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "need" VALUES ('01a211d1-4955-77e8-8d5c-9f05de1a7940', '01a211d1-4956-74f1-87ca-4f0c31d730fd', NULL, 0, 'Breathless on stairs and frightened by it', 'physical', NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "need" VALUES ('01a211d1-4955-7fe2-8088-6574b63810fa', '01a211d1-4956-74f1-87ca-4f0c31d730fd', NULL, 1, 'Mixes up morning and evening tablets', 'medicines', NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "goal" VALUES ('01a211d1-493b-7964-89d2-1f0936287a56', '01a211d1-4940-725b-8a70-406e93769520', '01a211d1-493b-76e2-8406-f4f94d40cbc5', 1, 'I want to manage my own tablets', 8, '2026-11-25', NULL, 'active', 'in-progress', 'Osman', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "goal" VALUES ('01a211d1-493b-7e98-8af8-b5f07962d4e1', '01a211d1-4940-725b-8a70-406e93769520', '01a211d1-493b-7758-887f-f15782bd6280', 0, 'I want to get to the mosque on Fridays', 9, '2026-11-25', '2027-02-23', 'active', 'no-change', 'Osman', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "goal" VALUES ('01a211d1-4955-7312-868b-006aa759a230', '01a211d1-4956-74f1-87ca-4f0c31d730fd', '01a211d1-4955-77e8-8d5c-9f05de1a7940', 0, 'I want to get to the mosque on Fridays', 9, '2026-11-25', '2027-02-23', 'active', 'no-change', 'আমিনা', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "goal" VALUES ('01a211d1-4955-7ea6-83bd-acd4ed432ce7', '01a211d1-4956-74f1-87ca-4f0c31d730fd', '01a211d1-4955-7fe2-8088-6574b63810fa', 1, 'I want to manage my own tablets', 8, '2026-11-25', NULL, 'active', 'in-progress', 'আমিনা', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "plan_action" VALUES ('01a211d1-493b-73a4-8b24-c0501f70f0e3', '01a211d1-4940-725b-8a70-406e93769520', '01a211d1-493b-7964-89d2-1f0936287a56', 1, 'Blister packs from the pharmacy', 'Practice pharmacist', NULL, NULL, NULL, 'by the end of the month', 'done', 9, NULL, NULL, NULL, '2026-11-25', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "plan_action" VALUES ('01a211d1-493b-7915-8692-1d4a3a081051', '01a211d1-4940-725b-8a70-406e93769520', '01a211d1-493b-7e98-8af8-b5f07962d4e1', 0, 'Practise the stairs with the physiotherapist', 'Physiotherapist', NULL, 'Community health team', NULL, 'weekly', 'in_progress', 7, NULL, 'Rest on the landing chair and try again tomorrow.', NULL, '2026-11-25', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "plan_action" VALUES ('01a211d1-4955-7baa-893e-a79a9ecf35f7', '01a211d1-4956-74f1-87ca-4f0c31d730fd', '01a211d1-4955-7ea6-83bd-acd4ed432ce7', 1, 'Blister packs from the pharmacy', 'Practice pharmacist', NULL, NULL, NULL, 'by the end of the month', 'done', 9, NULL, NULL, NULL, '2026-11-25', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "plan_action" VALUES ('01a211d1-4955-7e6d-8031-d23ccdaa631d', '01a211d1-4956-74f1-87ca-4f0c31d730fd', '01a211d1-4955-7312-868b-006aa759a230', 0, 'Practise the stairs with the physiotherapist', 'Physiotherapist', NULL, 'Community health team', NULL, 'weekly', 'in_progress', 7, NULL, 'Rest on the landing chair and try again tomorrow.', NULL, '2026-11-25', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "personal_contact" VALUES ('01a211d1-493b-76e2-85b7-e7963f9d6a82', '01a211d1-4940-725b-8a70-406e93769520', NULL, 0, 'Nasima Delacroix-Begum', 'daughter', 'carer
next_of_kin
emergency_contact
keyholder', '07700 900101', 1, NULL, 'yes', 'yes', '1-19', 'offered', NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "personal_contact" VALUES ('01a211d1-4955-7397-8507-758ec42c1974', '01a211d1-4956-74f1-87ca-4f0c31d730fd', NULL, 0, 'Nasima Choudry', 'daughter', 'carer
next_of_kin
emergency_contact
keyholder', '07700 900101', 1, NULL, 'yes', 'yes', '1-19', 'offered', NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "individual_requirement" VALUES ('01a211d1-493b-7aaa-81cf-a37db1f656de', '01a211d1-4940-725b-8a70-406e93769520', NULL, 0, 'English', 'no', NULL, NULL, NULL, NULL, NULL, NULL, 'Walks with a frame indoors.', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "individual_requirement" VALUES ('01a211d1-4955-7da2-859e-bb51555e36e2', '01a211d1-4956-74f1-87ca-4f0c31d730fd', NULL, 0, 'English', 'no', NULL, NULL, NULL, NULL, NULL, NULL, 'Walks with a frame indoors.', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "equipment" VALUES ('01a211d1-493b-7367-8cc9-e9064a611935', '01a211d1-4940-725b-8a70-406e93769520', NULL, 0, 'Walking frame', '2026-11-25', 'hall', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "equipment" VALUES ('01a211d1-4955-7f19-89ca-b68caac2603c', '01a211d1-4956-74f1-87ca-4f0c31d730fd', NULL, 0, 'Walking frame', '2026-11-25', 'hall', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "contingency" VALUES ('01a211d1-493b-7311-8c4f-10b2cf81f668', '01a211d1-4940-725b-8a70-406e93769520', NULL, 0, 'Breathless at night', 'More breathless than usual
Ankles swelling', 'Sleeping in the chair', 'Sit up
Blue inhaler, 4 puffs
Ring the rapid response team', 'Open the window, radio on', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "contingency" VALUES ('01a211d1-4955-7ae4-840f-e573e494c86b', '01a211d1-4956-74f1-87ca-4f0c31d730fd', NULL, 0, 'Breathless at night', 'More breathless than usual
Ankles swelling', 'Sleeping in the chair', 'Sit up
Blue inhaler, 4 puffs
Ring the rapid response team', 'Open the window, radio on', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "contingency_contact" VALUES ('01a211d1-493b-75aa-8d4b-d44a0df87abd', '01a211d1-4940-725b-8a70-406e93769520', '01a211d1-493b-7311-8c4f-10b2cf81f668', 0, 'Rapid response team', '24 hours', '020 7946 0101', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "contingency_contact" VALUES ('01a211d1-4955-72cf-877f-b4aa0dc3ab2f', '01a211d1-4956-74f1-87ca-4f0c31d730fd', '01a211d1-4955-7ae4-840f-e573e494c86b', 0, 'Rapid response team', '24 hours', '020 7946 0101', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'R9904', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 1, NULL, 0);
INSERT INTO "caseload_entry" VALUES (1, '01a211d1-4906-73da-9d6d-4acdd73e5624', 'choudry,amina', '1933-02-23', '9990000018', '~', -1.0, 'F99003', '', 'Choudry', 'Amina', 'Mrs', 'আমিনা', NULL, '2', 'South West', 'south west', 'Network 3', 'network 3', NULL, NULL, NULL, NULL, -1.0, 'draft', NULL, NULL, NULL, '', 'invited', 0, 0, 'choudry amina আমিনা');
INSERT INTO "caseload_entry" VALUES (2, '01a211d1-4908-71b0-83fa-0a1a83592287', 'delacroix begum,osman', '1936-03-07', '9990000042', '~', 6.1, 'F99001', '2015-01-09', 'Delacroix-Begum', 'Osman', 'Mr', NULL, NULL, '1', 'South West', 'south west', 'Network 3', 'network 3', 6.1, 'percent', 'QAdmissions', '2015-12-02', 84.7, 'draft', NULL, NULL, NULL, '', 'enrolled', 0, 0, 'delacroix begum osman delacroixbegum');
INSERT INTO "passage" VALUES (1, '01a211d1-4908-71b0-83fa-0a1a83592287', 'plan', 'Osman Delacroix-Begum
w0s6r57306
My daughter, and the friends I pray with on Fridays.
Speak slowly and face me. I read large print.
a care navigator
Osman knows the neighbours and asks for help early.
Breathless on stairs and frightened by it
Mixes up morning and evening tablets
I want to get to the mosque on Fridays
Osman
I want to manage my own tablets
Osman
Practise the stairs with the physiotherapist
Physiotherapist
Community health team
weekly
Rest on the landing chair and try again tomorrow.
Blister packs from the pharmacy
Practice pharmacist
by the end of the month
Nasima Delacroix-Begum
daughter
07700 900101
English
Walks with a frame indoors.
Walking frame
hall
Breathless at night
More breathless than usual
Ankles swelling
Sleeping in the chair
Sit up
Blue inhaler, 4 puffs
Ring the rapid response team
Open the window, radio on
Rapid response team
24 hours
020 7946 0101');
INSERT INTO "passage" VALUES (2, '01a211d1-4906-73da-9d6d-4acdd73e5624', 'plan', 'Amina Choudry
w0s8r27756
My daughter, and the friends I pray with on Fridays.
Speak slowly and face me. I read large print.
a care navigator
আমিনা knows the neighbours and asks for help early.
Breathless on stairs and frightened by it
Mixes up morning and evening tablets
I want to get to the mosque on Fridays
আমিনা
I want to manage my own tablets
আমিনা
Practise the stairs with the physiotherapist
Physiotherapist
Community health team
weekly
Rest on the landing chair and try again tomorrow.
Blister packs from the pharmacy
Practice pharmacist
by the end of the month
Nasima Choudry
daughter
07700 900101
English
Walks with a frame indoors.
Walking frame
hall
Breathless at night
More breathless than usual
Ankles swelling
Sleeping in the chair
Sit up
Blue inhaler, 4 puffs
Ring the rapid response team
Open the window, radio on
Rapid response team
24 hours
020 7946 0101');
INSERT INTO "saved_view" VALUES ('01a211d1-47e5-7e7b-b945-f1214eb44282', 'load-0', 'Load 0', 'w0v1', 'name', 0, 'plan
social_worker', 0, '2026-11-25T08:27:38Z', '2026-11-25T08:27:38Z', 1);
INSERT INTO "undo_entry" VALUES ('01a211d1-47e5-7e7b-b945-f1214eb44282', 1, 'plan_draft', '01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4940-725b-8a70-406e93769520', 'Saved the draft of the care plan of DELACROIX-BEGUM, Osman (Mr)', NULL, '{"items":[{"id":"01a211d1-493b-77c6-862c-72a983c6c2d5","kind":"care_plan_header","values":{"agreed_name":"Osman Delacroix-Begum","agreed_on":"2026-11-25","agreed_role":"self","agreed_with":"person","copy_decision":"given","copy_format":"paper","copy_given_on":"2026-11-25","funding":"local_authority","next_review":"2027-02-23","offer":"offered_accepted","review_owner":"01a211d1-47e5-7e7b-b945-f1214eb44282"}},{"id":"01a211d1-493b-7d48-8aba-c1802fcdb64f","kind":"about_me","values":{"communication":"Speak slowly and face me. I read large print.","most_important":"w0s1r47107","people_important":"My daughter, and the friends I pray with on Fridays.","recorded_on":"2026-11-25","supported_by":"a care navigator"}},{"id":"01a211d1-493b-7e36-8f2c-9dde4671e2f5","kind":"strength","values":{"text":"Osman knows the neighbours and asks for help early."}},{"id":"01a211d1-493b-7758-887f-f15782bd6280","kind":"need","values":{"domain":"physical","text":"Breathless on stairs and frightened by it"}},{"id":"01a211d1-493b-76e2-8406-f4f94d40cbc5","kind":"need","values":{"domain":"medicines","text":"Mixes up morning and evening tablets"}},{"id":"01a211d1-493b-7e98-8af8-b5f07962d4e1","kind":"goal","parent":"01a211d1-493b-7758-887f-f15782bd6280","values":{"achievement":"no-change","importance":"9","owner":"Osman","start_date":"2026-11-25","status":"active","target_date":"2027-02-23","text":"I want to get to the mosque on Fridays"}},{"id":"01a211d1-493b-7964-89d2-1f0936287a56","kind":"goal","parent":"01a211d1-493b-76e2-8406-f4f94d40cbc5","values":{"achievement":"in-progress","importance":"8","owner":"Osman","start_date":"2026-11-25","status":"active","text":"I want to manage my own tablets"}},{"id":"01a211d1-493b-7915-8692-1d4a3a081051","kind":"plan_action","parent":"01a211d1-493b-7e98-8af8-b5f07962d4e1","values":{"confidence":"7","coping":"Rest on the landing chair and try again tomorrow.","status":"in_progress","updated_on":"2026-11-25","what":"Practise the stairs with the physiotherapist","when_due":"weekly","who_name":"Physiotherapist","who_team":"Community health team"}},{"id":"01a211d1-493b-73a4-8b24-c0501f70f0e3","kind":"plan_action","parent":"01a211d1-493b-7964-89d2-1f0936287a56","values":{"confidence":"9","status":"done","updated_on":"2026-11-25","what":"Blister packs from the pharmacy","when_due":"by the end of the month","who_name":"Practice pharmacist"}},{"id":"01a211d1-493b-76e2-85b7-e7963f9d6a82","kind":"personal_contact","values":{"carer_assessment_status":"offered","consents_to_be_contacted":"yes","contact":"07700 900101","hours_band":"1-19","is_unpaid_carer":"yes","name":"Nasima Delacroix-Begum","rank":"1","relationship":"daughter","roles":"carer\nnext_of_kin\nemergency_contact\nkeyholder"}},{"id":"01a211d1-493b-7aaa-81cf-a37db1f656de","kind":"individual_requirement","values":{"interpreter_required":"no","language":"English","mobility":"Walks with a frame indoors."}},{"id":"01a211d1-493b-7367-8cc9-e9064a611935","kind":"equipment","values":{"date":"2026-11-25","location":"hall","name":"Walking frame"}},{"id":"01a211d1-493b-7311-8c4f-10b2cf81f668","kind":"contingency","values":{"coping":"Open the window, radio on","early_warning_signs":"Sleeping in the chair","name":"Breathless at night","triggers":"More breathless than usual\nAnkles swelling","what_should_happen":"Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team"}},{"id":"01a211d1-493b-75aa-8d4b-d44a0df87abd","kind":"contingency_contact","parent":"01a211d1-493b-7311-8c4f-10b2cf81f668","values":{"name":"Rapid response team","phone":"020 7946 0101","role":"24 hours"}}]}', NULL, 1, 'done', '2026-11-25T08:27:38Z');
INSERT INTO "undo_entry" VALUES ('01a211d1-47e5-7e7b-b945-f1214eb44282', 2, 'plan_draft', '01a211d1-4906-73da-9d6d-4acdd73e5624', '01a211d1-4956-74f1-87ca-4f0c31d730fd', 'Saved the draft of the care plan of CHOUDRY, Amina (Mrs)', NULL, '{"items":[{"id":"01a211d1-4955-70f5-832c-dfa2ed08f208","kind":"care_plan_header","values":{"agreed_name":"Amina Choudry","agreed_on":"2026-11-25","agreed_role":"self","agreed_with":"person","copy_decision":"given","copy_format":"paper","copy_given_on":"2026-11-25","funding":"local_authority","next_review":"2027-02-23","offer":"offered_accepted","review_owner":"01a211d1-47e5-7e7b-b945-f1214eb44282"}},{"id":"01a211d1-4955-77e2-83e3-ed79af2e8bc5","kind":"about_me","values":{"communication":"Speak slowly and face me. I read large print.","most_important":"w0s2r23405","people_important":"My daughter, and the friends I pray with on Fridays.","recorded_on":"2026-11-25","supported_by":"a care navigator"}},{"id":"01a211d1-4955-7bee-85a9-41685fd0e0c0","kind":"strength","values":{"text":"আমিনা knows the neighbours and asks for help early."}},{"id":"01a211d1-4955-77e8-8d5c-9f05de1a7940","kind":"need","values":{"domain":"physical","text":"Breathless on stairs and frightened by it"}},{"id":"01a211d1-4955-7fe2-8088-6574b63810fa","kind":"need","values":{"domain":"medicines","text":"Mixes up morning and evening tablets"}},{"id":"01a211d1-4955-7312-868b-006aa759a230","kind":"goal","parent":"01a211d1-4955-77e8-8d5c-9f05de1a7940","values":{"achievement":"no-change","importance":"9","owner":"আমিনা","start_date":"2026-11-25","status":"active","target_date":"2027-02-23","text":"I want to get to the mosque on Fridays"}},{"id":"01a211d1-4955-7ea6-83bd-acd4ed432ce7","kind":"goal","parent":"01a211d1-4955-7fe2-8088-6574b63810fa","values":{"achievement":"in-progress","importance":"8","owner":"আমিনা","start_date":"2026-11-25","status":"active","text":"I want to manage my own tablets"}},{"id":"01a211d1-4955-7e6d-8031-d23ccdaa631d","kind":"plan_action","parent":"01a211d1-4955-7312-868b-006aa759a230","values":{"confidence":"7","coping":"Rest on the landing chair and try again tomorrow.","status":"in_progress","updated_on":"2026-11-25","what":"Practise the stairs with the physiotherapist","when_due":"weekly","who_name":"Physiotherapist","who_team":"Community health team"}},{"id":"01a211d1-4955-7baa-893e-a79a9ecf35f7","kind":"plan_action","parent":"01a211d1-4955-7ea6-83bd-acd4ed432ce7","values":{"confidence":"9","status":"done","updated_on":"2026-11-25","what":"Blister packs from the pharmacy","when_due":"by the end of the month","who_name":"Practice pharmacist"}},{"id":"01a211d1-4955-7397-8507-758ec42c1974","kind":"personal_contact","values":{"carer_assessment_status":"offered","consents_to_be_contacted":"yes","contact":"07700 900101","hours_band":"1-19","is_unpaid_carer":"yes","name":"Nasima Choudry","rank":"1","relationship":"daughter","roles":"carer\nnext_of_kin\nemergency_contact\nkeyholder"}},{"id":"01a211d1-4955-7da2-859e-bb51555e36e2","kind":"individual_requirement","values":{"interpreter_required":"no","language":"English","mobility":"Walks with a frame indoors."}},{"id":"01a211d1-4955-7f19-89ca-b68caac2603c","kind":"equipment","values":{"date":"2026-11-25","location":"hall","name":"Walking frame"}},{"id":"01a211d1-4955-7ae4-840f-e573e494c86b","kind":"contingency","values":{"coping":"Open the window, radio on","early_warning_signs":"Sleeping in the chair","name":"Breathless at night","triggers":"More breathless than usual\nAnkles swelling","what_should_happen":"Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team"}},{"id":"01a211d1-4955-72cf-877f-b4aa0dc3ab2f","kind":"contingency_contact","parent":"01a211d1-4955-7ae4-840f-e573e494c86b","values":{"name":"Rapid response team","phone":"020 7946 0101","role":"24 hours"}}]}', NULL, 1, 'done', '2026-11-25T08:27:38Z');
INSERT INTO "undo_entry" VALUES ('01a211d1-47e5-7e7b-b945-f1214eb44282', 3, 'plan_draft', '01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4940-725b-8a70-406e93769520', 'Saved the draft of the care plan of DELACROIX-BEGUM, Osman (Mr)', '{"items":[{"id":"01a211d1-493b-77c6-862c-72a983c6c2d5","kind":"care_plan_header","values":{"agreed_name":"Osman Delacroix-Begum","agreed_on":"2026-11-25","agreed_role":"self","agreed_with":"person","copy_decision":"given","copy_format":"paper","copy_given_on":"2026-11-25","funding":"local_authority","next_review":"2027-02-23","offer":"offered_accepted","review_owner":"01a211d1-47e5-7e7b-b945-f1214eb44282"}},{"id":"01a211d1-493b-7d48-8aba-c1802fcdb64f","kind":"about_me","values":{"communication":"Speak slowly and face me. I read large print.","most_important":"w0s1r47107","people_important":"My daughter, and the friends I pray with on Fridays.","recorded_on":"2026-11-25","supported_by":"a care navigator"}},{"id":"01a211d1-493b-7e36-8f2c-9dde4671e2f5","kind":"strength","values":{"text":"Osman knows the neighbours and asks for help early."}},{"id":"01a211d1-493b-7758-887f-f15782bd6280","kind":"need","values":{"domain":"physical","text":"Breathless on stairs and frightened by it"}},{"id":"01a211d1-493b-76e2-8406-f4f94d40cbc5","kind":"need","values":{"domain":"medicines","text":"Mixes up morning and evening tablets"}},{"id":"01a211d1-493b-7e98-8af8-b5f07962d4e1","kind":"goal","parent":"01a211d1-493b-7758-887f-f15782bd6280","values":{"achievement":"no-change","importance":"9","owner":"Osman","start_date":"2026-11-25","status":"active","target_date":"2027-02-23","text":"I want to get to the mosque on Fridays"}},{"id":"01a211d1-493b-7964-89d2-1f0936287a56","kind":"goal","parent":"01a211d1-493b-76e2-8406-f4f94d40cbc5","values":{"achievement":"in-progress","importance":"8","owner":"Osman","start_date":"2026-11-25","status":"active","text":"I want to manage my own tablets"}},{"id":"01a211d1-493b-7915-8692-1d4a3a081051","kind":"plan_action","parent":"01a211d1-493b-7e98-8af8-b5f07962d4e1","values":{"confidence":"7","coping":"Rest on the landing chair and try again tomorrow.","status":"in_progress","updated_on":"2026-11-25","what":"Practise the stairs with the physiotherapist","when_due":"weekly","who_name":"Physiotherapist","who_team":"Community health team"}},{"id":"01a211d1-493b-73a4-8b24-c0501f70f0e3","kind":"plan_action","parent":"01a211d1-493b-7964-89d2-1f0936287a56","values":{"confidence":"9","status":"done","updated_on":"2026-11-25","what":"Blister packs from the pharmacy","when_due":"by the end of the month","who_name":"Practice pharmacist"}},{"id":"01a211d1-493b-76e2-85b7-e7963f9d6a82","kind":"personal_contact","values":{"carer_assessment_status":"offered","consents_to_be_contacted":"yes","contact":"07700 900101","hours_band":"1-19","is_unpaid_carer":"yes","name":"Nasima Delacroix-Begum","rank":"1","relationship":"daughter","roles":"carer\nnext_of_kin\nemergency_contact\nkeyholder"}},{"id":"01a211d1-493b-7aaa-81cf-a37db1f656de","kind":"individual_requirement","values":{"interpreter_required":"no","language":"English","mobility":"Walks with a frame indoors."}},{"id":"01a211d1-493b-7367-8cc9-e9064a611935","kind":"equipment","values":{"date":"2026-11-25","location":"hall","name":"Walking frame"}},{"id":"01a211d1-493b-7311-8c4f-10b2cf81f668","kind":"contingency","values":{"coping":"Open the window, radio on","early_warning_signs":"Sleeping in the chair","name":"Breathless at night","triggers":"More breathless than usual\nAnkles swelling","what_should_happen":"Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team"}},{"id":"01a211d1-493b-75aa-8d4b-d44a0df87abd","kind":"contingency_contact","parent":"01a211d1-493b-7311-8c4f-10b2cf81f668","values":{"name":"Rapid response team","phone":"020 7946 0101","role":"24 hours"}}]}', '{"items":[{"id":"01a211d1-493b-77c6-862c-72a983c6c2d5","kind":"care_plan_header","values":{"agreed_name":"Osman Delacroix-Begum","agreed_on":"2026-11-25","agreed_role":"self","agreed_with":"person","copy_decision":"given","copy_format":"paper","copy_given_on":"2026-11-25","funding":"local_authority","next_review":"2027-02-23","offer":"offered_accepted","review_owner":"01a211d1-47e5-7e7b-b945-f1214eb44282"}},{"id":"01a211d1-493b-7d48-8aba-c1802fcdb64f","kind":"about_me","values":{"communication":"Speak slowly and face me. I read large print.","most_important":"w0s3r18925","people_important":"My daughter, and the friends I pray with on Fridays.","recorded_on":"2026-11-25","supported_by":"a care navigator"}},{"id":"01a211d1-493b-7e36-8f2c-9dde4671e2f5","kind":"strength","values":{"text":"Osman knows the neighbours and asks for help early."}},{"id":"01a211d1-493b-7758-887f-f15782bd6280","kind":"need","values":{"domain":"physical","text":"Breathless on stairs and frightened by it"}},{"id":"01a211d1-493b-76e2-8406-f4f94d40cbc5","kind":"need","values":{"domain":"medicines","text":"Mixes up morning and evening tablets"}},{"id":"01a211d1-493b-7e98-8af8-b5f07962d4e1","kind":"goal","parent":"01a211d1-493b-7758-887f-f15782bd6280","values":{"achievement":"no-change","importance":"9","owner":"Osman","start_date":"2026-11-25","status":"active","target_date":"2027-02-23","text":"I want to get to the mosque on Fridays"}},{"id":"01a211d1-493b-7964-89d2-1f0936287a56","kind":"goal","parent":"01a211d1-493b-76e2-8406-f4f94d40cbc5","values":{"achievement":"in-progress","importance":"8","owner":"Osman","start_date":"2026-11-25","status":"active","text":"I want to manage my own tablets"}},{"id":"01a211d1-493b-7915-8692-1d4a3a081051","kind":"plan_action","parent":"01a211d1-493b-7e98-8af8-b5f07962d4e1","values":{"confidence":"7","coping":"Rest on the landing chair and try again tomorrow.","status":"in_progress","updated_on":"2026-11-25","what":"Practise the stairs with the physiotherapist","when_due":"weekly","who_name":"Physiotherapist","who_team":"Community health team"}},{"id":"01a211d1-493b-73a4-8b24-c0501f70f0e3","kind":"plan_action","parent":"01a211d1-493b-7964-89d2-1f0936287a56","values":{"confidence":"9","status":"done","updated_on":"2026-11-25","what":"Blister packs from the pharmacy","when_due":"by the end of the month","who_name":"Practice pharmacist"}},{"id":"01a211d1-493b-76e2-85b7-e7963f9d6a82","kind":"personal_contact","values":{"carer_assessment_status":"offered","consents_to_be_contacted":"yes","contact":"07700 900101","hours_band":"1-19","is_unpaid_carer":"yes","name":"Nasima Delacroix-Begum","rank":"1","relationship":"daughter","roles":"carer\nnext_of_kin\nemergency_contact\nkeyholder"}},{"id":"01a211d1-493b-7aaa-81cf-a37db1f656de","kind":"individual_requirement","values":{"interpreter_required":"no","language":"English","mobility":"Walks with a frame indoors."}},{"id":"01a211d1-493b-7367-8cc9-e9064a611935","kind":"equipment","values":{"date":"2026-11-25","location":"hall","name":"Walking frame"}},{"id":"01a211d1-493b-7311-8c4f-10b2cf81f668","kind":"contingency","values":{"coping":"Open the window, radio on","early_warning_signs":"Sleeping in the chair","name":"Breathless at night","triggers":"More breathless than usual\nAnkles swelling","what_should_happen":"Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team"}},{"id":"01a211d1-493b-75aa-8d4b-d44a0df87abd","kind":"contingency_contact","parent":"01a211d1-493b-7311-8c4f-10b2cf81f668","values":{"name":"Rapid response team","phone":"020 7946 0101","role":"24 hours"}}]}', 1, 2, 'done', '2026-11-25T08:27:38Z');
INSERT INTO "undo_entry" VALUES ('01a211d1-47e5-7e7b-b945-f1214eb44282', 4, 'plan_draft', '01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4940-725b-8a70-406e93769520', 'Saved the draft of the care plan of DELACROIX-BEGUM, Osman (Mr)', '{"items":[{"id":"01a211d1-493b-77c6-862c-72a983c6c2d5","kind":"care_plan_header","values":{"agreed_name":"Osman Delacroix-Begum","agreed_on":"2026-11-25","agreed_role":"self","agreed_with":"person","copy_decision":"given","copy_format":"paper","copy_given_on":"2026-11-25","funding":"local_authority","next_review":"2027-02-23","offer":"offered_accepted","review_owner":"01a211d1-47e5-7e7b-b945-f1214eb44282"}},{"id":"01a211d1-493b-7d48-8aba-c1802fcdb64f","kind":"about_me","values":{"communication":"Speak slowly and face me. I read large print.","most_important":"w0s3r18925","people_important":"My daughter, and the friends I pray with on Fridays.","recorded_on":"2026-11-25","supported_by":"a care navigator"}},{"id":"01a211d1-493b-7e36-8f2c-9dde4671e2f5","kind":"strength","values":{"text":"Osman knows the neighbours and asks for help early."}},{"id":"01a211d1-493b-7758-887f-f15782bd6280","kind":"need","values":{"domain":"physical","text":"Breathless on stairs and frightened by it"}},{"id":"01a211d1-493b-76e2-8406-f4f94d40cbc5","kind":"need","values":{"domain":"medicines","text":"Mixes up morning and evening tablets"}},{"id":"01a211d1-493b-7e98-8af8-b5f07962d4e1","kind":"goal","parent":"01a211d1-493b-7758-887f-f15782bd6280","values":{"achievement":"no-change","importance":"9","owner":"Osman","start_date":"2026-11-25","status":"active","target_date":"2027-02-23","text":"I want to get to the mosque on Fridays"}},{"id":"01a211d1-493b-7964-89d2-1f0936287a56","kind":"goal","parent":"01a211d1-493b-76e2-8406-f4f94d40cbc5","values":{"achievement":"in-progress","importance":"8","owner":"Osman","start_date":"2026-11-25","status":"active","text":"I want to manage my own tablets"}},{"id":"01a211d1-493b-7915-8692-1d4a3a081051","kind":"plan_action","parent":"01a211d1-493b-7e98-8af8-b5f07962d4e1","values":{"confidence":"7","coping":"Rest on the landing chair and try again tomorrow.","status":"in_progress","updated_on":"2026-11-25","what":"Practise the stairs with the physiotherapist","when_due":"weekly","who_name":"Physiotherapist","who_team":"Community health team"}},{"id":"01a211d1-493b-73a4-8b24-c0501f70f0e3","kind":"plan_action","parent":"01a211d1-493b-7964-89d2-1f0936287a56","values":{"confidence":"9","status":"done","updated_on":"2026-11-25","what":"Blister packs from the pharmacy","when_due":"by the end of the month","who_name":"Practice pharmacist"}},{"id":"01a211d1-493b-76e2-85b7-e7963f9d6a82","kind":"personal_contact","values":{"carer_assessment_status":"offered","consents_to_be_contacted":"yes","contact":"07700 900101","hours_band":"1-19","is_unpaid_carer":"yes","name":"Nasima Delacroix-Begum","rank":"1","relationship":"daughter","roles":"carer\nnext_of_kin\nemergency_contact\nkeyholder"}},{"id":"01a211d1-493b-7aaa-81cf-a37db1f656de","kind":"individual_requirement","values":{"interpreter_required":"no","language":"English","mobility":"Walks with a frame indoors."}},{"id":"01a211d1-493b-7367-8cc9-e9064a611935","kind":"equipment","values":{"date":"2026-11-25","location":"hall","name":"Walking frame"}},{"id":"01a211d1-493b-7311-8c4f-10b2cf81f668","kind":"contingency","values":{"coping":"Open the window, radio on","early_warning_signs":"Sleeping in the chair","name":"Breathless at night","triggers":"More breathless than usual\nAnkles swelling","what_should_happen":"Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team"}},{"id":"01a211d1-493b-75aa-8d4b-d44a0df87abd","kind":"contingency_contact","parent":"01a211d1-493b-7311-8c4f-10b2cf81f668","values":{"name":"Rapid response team","phone":"020 7946 0101","role":"24 hours"}}]}', '{"items":[{"id":"01a211d1-493b-77c6-862c-72a983c6c2d5","kind":"care_plan_header","values":{"agreed_name":"Osman Delacroix-Begum","agreed_on":"2026-11-25","agreed_role":"self","agreed_with":"person","copy_decision":"given","copy_format":"paper","copy_given_on":"2026-11-25","funding":"local_authority","next_review":"2027-02-23","offer":"offered_accepted","review_owner":"01a211d1-47e5-7e7b-b945-f1214eb44282"}},{"id":"01a211d1-493b-7d48-8aba-c1802fcdb64f","kind":"about_me","values":{"communication":"Speak slowly and face me. I read large print.","most_important":"w0s4r1837","people_important":"My daughter, and the friends I pray with on Fridays.","recorded_on":"2026-11-25","supported_by":"a care navigator"}},{"id":"01a211d1-493b-7e36-8f2c-9dde4671e2f5","kind":"strength","values":{"text":"Osman knows the neighbours and asks for help early."}},{"id":"01a211d1-493b-7758-887f-f15782bd6280","kind":"need","values":{"domain":"physical","text":"Breathless on stairs and frightened by it"}},{"id":"01a211d1-493b-76e2-8406-f4f94d40cbc5","kind":"need","values":{"domain":"medicines","text":"Mixes up morning and evening tablets"}},{"id":"01a211d1-493b-7e98-8af8-b5f07962d4e1","kind":"goal","parent":"01a211d1-493b-7758-887f-f15782bd6280","values":{"achievement":"no-change","importance":"9","owner":"Osman","start_date":"2026-11-25","status":"active","target_date":"2027-02-23","text":"I want to get to the mosque on Fridays"}},{"id":"01a211d1-493b-7964-89d2-1f0936287a56","kind":"goal","parent":"01a211d1-493b-76e2-8406-f4f94d40cbc5","values":{"achievement":"in-progress","importance":"8","owner":"Osman","start_date":"2026-11-25","status":"active","text":"I want to manage my own tablets"}},{"id":"01a211d1-493b-7915-8692-1d4a3a081051","kind":"plan_action","parent":"01a211d1-493b-7e98-8af8-b5f07962d4e1","values":{"confidence":"7","coping":"Rest on the landing chair and try again tomorrow.","status":"in_progress","updated_on":"2026-11-25","what":"Practise the stairs with the physiotherapist","when_due":"weekly","who_name":"Physiotherapist","who_team":"Community health team"}},{"id":"01a211d1-493b-73a4-8b24-c0501f70f0e3","kind":"plan_action","parent":"01a211d1-493b-7964-89d2-1f0936287a56","values":{"confidence":"9","status":"done","updated_on":"2026-11-25","what":"Blister packs from the pharmacy","when_due":"by the end of the month","who_name":"Practice pharmacist"}},{"id":"01a211d1-493b-76e2-85b7-e7963f9d6a82","kind":"personal_contact","values":{"carer_assessment_status":"offered","consents_to_be_contacted":"yes","contact":"07700 900101","hours_band":"1-19","is_unpaid_carer":"yes","name":"Nasima Delacroix-Begum","rank":"1","relationship":"daughter","roles":"carer\nnext_of_kin\nemergency_contact\nkeyholder"}},{"id":"01a211d1-493b-7aaa-81cf-a37db1f656de","kind":"individual_requirement","values":{"interpreter_required":"no","language":"English","mobility":"Walks with a frame indoors."}},{"id":"01a211d1-493b-7367-8cc9-e9064a611935","kind":"equipment","values":{"date":"2026-11-25","location":"hall","name":"Walking frame"}},{"id":"01a211d1-493b-7311-8c4f-10b2cf81f668","kind":"contingency","values":{"coping":"Open the window, radio on","early_warning_signs":"Sleeping in the chair","name":"Breathless at night","triggers":"More breathless than usual\nAnkles swelling","what_should_happen":"Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team"}},{"id":"01a211d1-493b-75aa-8d4b-d44a0df87abd","kind":"contingency_contact","parent":"01a211d1-493b-7311-8c4f-10b2cf81f668","values":{"name":"Rapid response team","phone":"020 7946 0101","role":"24 hours"}}]}', 2, 3, 'done', '2026-11-25T08:27:38Z');
INSERT INTO "undo_entry" VALUES ('01a211d1-47e5-7e7b-b945-f1214eb44282', 5, 'plan_draft', '01a211d1-4906-73da-9d6d-4acdd73e5624', '01a211d1-4956-74f1-87ca-4f0c31d730fd', 'Saved the draft of the care plan of CHOUDRY, Amina (Mrs)', '{"items":[{"id":"01a211d1-4955-70f5-832c-dfa2ed08f208","kind":"care_plan_header","values":{"agreed_name":"Amina Choudry","agreed_on":"2026-11-25","agreed_role":"self","agreed_with":"person","copy_decision":"given","copy_format":"paper","copy_given_on":"2026-11-25","funding":"local_authority","next_review":"2027-02-23","offer":"offered_accepted","review_owner":"01a211d1-47e5-7e7b-b945-f1214eb44282"}},{"id":"01a211d1-4955-77e2-83e3-ed79af2e8bc5","kind":"about_me","values":{"communication":"Speak slowly and face me. I read large print.","most_important":"w0s2r23405","people_important":"My daughter, and the friends I pray with on Fridays.","recorded_on":"2026-11-25","supported_by":"a care navigator"}},{"id":"01a211d1-4955-7bee-85a9-41685fd0e0c0","kind":"strength","values":{"text":"আমিনা knows the neighbours and asks for help early."}},{"id":"01a211d1-4955-77e8-8d5c-9f05de1a7940","kind":"need","values":{"domain":"physical","text":"Breathless on stairs and frightened by it"}},{"id":"01a211d1-4955-7fe2-8088-6574b63810fa","kind":"need","values":{"domain":"medicines","text":"Mixes up morning and evening tablets"}},{"id":"01a211d1-4955-7312-868b-006aa759a230","kind":"goal","parent":"01a211d1-4955-77e8-8d5c-9f05de1a7940","values":{"achievement":"no-change","importance":"9","owner":"আমিনা","start_date":"2026-11-25","status":"active","target_date":"2027-02-23","text":"I want to get to the mosque on Fridays"}},{"id":"01a211d1-4955-7ea6-83bd-acd4ed432ce7","kind":"goal","parent":"01a211d1-4955-7fe2-8088-6574b63810fa","values":{"achievement":"in-progress","importance":"8","owner":"আমিনা","start_date":"2026-11-25","status":"active","text":"I want to manage my own tablets"}},{"id":"01a211d1-4955-7e6d-8031-d23ccdaa631d","kind":"plan_action","parent":"01a211d1-4955-7312-868b-006aa759a230","values":{"confidence":"7","coping":"Rest on the landing chair and try again tomorrow.","status":"in_progress","updated_on":"2026-11-25","what":"Practise the stairs with the physiotherapist","when_due":"weekly","who_name":"Physiotherapist","who_team":"Community health team"}},{"id":"01a211d1-4955-7baa-893e-a79a9ecf35f7","kind":"plan_action","parent":"01a211d1-4955-7ea6-83bd-acd4ed432ce7","values":{"confidence":"9","status":"done","updated_on":"2026-11-25","what":"Blister packs from the pharmacy","when_due":"by the end of the month","who_name":"Practice pharmacist"}},{"id":"01a211d1-4955-7397-8507-758ec42c1974","kind":"personal_contact","values":{"carer_assessment_status":"offered","consents_to_be_contacted":"yes","contact":"07700 900101","hours_band":"1-19","is_unpaid_carer":"yes","name":"Nasima Choudry","rank":"1","relationship":"daughter","roles":"carer\nnext_of_kin\nemergency_contact\nkeyholder"}},{"id":"01a211d1-4955-7da2-859e-bb51555e36e2","kind":"individual_requirement","values":{"interpreter_required":"no","language":"English","mobility":"Walks with a frame indoors."}},{"id":"01a211d1-4955-7f19-89ca-b68caac2603c","kind":"equipment","values":{"date":"2026-11-25","location":"hall","name":"Walking frame"}},{"id":"01a211d1-4955-7ae4-840f-e573e494c86b","kind":"contingency","values":{"coping":"Open the window, radio on","early_warning_signs":"Sleeping in the chair","name":"Breathless at night","triggers":"More breathless than usual\nAnkles swelling","what_should_happen":"Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team"}},{"id":"01a211d1-4955-72cf-877f-b4aa0dc3ab2f","kind":"contingency_contact","parent":"01a211d1-4955-7ae4-840f-e573e494c86b","values":{"name":"Rapid response team","phone":"020 7946 0101","role":"24 hours"}}]}', '{"items":[{"id":"01a211d1-4955-70f5-832c-dfa2ed08f208","kind":"care_plan_header","values":{"agreed_name":"Amina Choudry","agreed_on":"2026-11-25","agreed_role":"self","agreed_with":"person","copy_decision":"given","copy_format":"paper","copy_given_on":"2026-11-25","funding":"local_authority","next_review":"2027-02-23","offer":"offered_accepted","review_owner":"01a211d1-47e5-7e7b-b945-f1214eb44282"}},{"id":"01a211d1-4955-77e2-83e3-ed79af2e8bc5","kind":"about_me","values":{"communication":"Speak slowly and face me. I read large print.","most_important":"w0s5r58139","people_important":"My daughter, and the friends I pray with on Fridays.","recorded_on":"2026-11-25","supported_by":"a care navigator"}},{"id":"01a211d1-4955-7bee-85a9-41685fd0e0c0","kind":"strength","values":{"text":"আমিনা knows the neighbours and asks for help early."}},{"id":"01a211d1-4955-77e8-8d5c-9f05de1a7940","kind":"need","values":{"domain":"physical","text":"Breathless on stairs and frightened by it"}},{"id":"01a211d1-4955-7fe2-8088-6574b63810fa","kind":"need","values":{"domain":"medicines","text":"Mixes up morning and evening tablets"}},{"id":"01a211d1-4955-7312-868b-006aa759a230","kind":"goal","parent":"01a211d1-4955-77e8-8d5c-9f05de1a7940","values":{"achievement":"no-change","importance":"9","owner":"আমিনা","start_date":"2026-11-25","status":"active","target_date":"2027-02-23","text":"I want to get to the mosque on Fridays"}},{"id":"01a211d1-4955-7ea6-83bd-acd4ed432ce7","kind":"goal","parent":"01a211d1-4955-7fe2-8088-6574b63810fa","values":{"achievement":"in-progress","importance":"8","owner":"আমিনা","start_date":"2026-11-25","status":"active","text":"I want to manage my own tablets"}},{"id":"01a211d1-4955-7e6d-8031-d23ccdaa631d","kind":"plan_action","parent":"01a211d1-4955-7312-868b-006aa759a230","values":{"confidence":"7","coping":"Rest on the landing chair and try again tomorrow.","status":"in_progress","updated_on":"2026-11-25","what":"Practise the stairs with the physiotherapist","when_due":"weekly","who_name":"Physiotherapist","who_team":"Community health team"}},{"id":"01a211d1-4955-7baa-893e-a79a9ecf35f7","kind":"plan_action","parent":"01a211d1-4955-7ea6-83bd-acd4ed432ce7","values":{"confidence":"9","status":"done","updated_on":"2026-11-25","what":"Blister packs from the pharmacy","when_due":"by the end of the month","who_name":"Practice pharmacist"}},{"id":"01a211d1-4955-7397-8507-758ec42c1974","kind":"personal_contact","values":{"carer_assessment_status":"offered","consents_to_be_contacted":"yes","contact":"07700 900101","hours_band":"1-19","is_unpaid_carer":"yes","name":"Nasima Choudry","rank":"1","relationship":"daughter","roles":"carer\nnext_of_kin\nemergency_contact\nkeyholder"}},{"id":"01a211d1-4955-7da2-859e-bb51555e36e2","kind":"individual_requirement","values":{"interpreter_required":"no","language":"English","mobility":"Walks with a frame indoors."}},{"id":"01a211d1-4955-7f19-89ca-b68caac2603c","kind":"equipment","values":{"date":"2026-11-25","location":"hall","name":"Walking frame"}},{"id":"01a211d1-4955-7ae4-840f-e573e494c86b","kind":"contingency","values":{"coping":"Open the window, radio on","early_warning_signs":"Sleeping in the chair","name":"Breathless at night","triggers":"More breathless than usual\nAnkles swelling","what_should_happen":"Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team"}},{"id":"01a211d1-4955-72cf-877f-b4aa0dc3ab2f","kind":"contingency_contact","parent":"01a211d1-4955-7ae4-840f-e573e494c86b","values":{"name":"Rapid response team","phone":"020 7946 0101","role":"24 hours"}}]}', 1, 2, 'done', '2026-11-25T08:27:38Z');
INSERT INTO "undo_entry" VALUES ('01a211d1-47e5-7e7b-b945-f1214eb44282', 6, 'plan_draft', '01a211d1-4908-71b0-83fa-0a1a83592287', '01a211d1-4940-725b-8a70-406e93769520', 'Saved the draft of the care plan of DELACROIX-BEGUM, Osman (Mr)', '{"items":[{"id":"01a211d1-493b-77c6-862c-72a983c6c2d5","kind":"care_plan_header","values":{"agreed_name":"Osman Delacroix-Begum","agreed_on":"2026-11-25","agreed_role":"self","agreed_with":"person","copy_decision":"given","copy_format":"paper","copy_given_on":"2026-11-25","funding":"local_authority","next_review":"2027-02-23","offer":"offered_accepted","review_owner":"01a211d1-47e5-7e7b-b945-f1214eb44282"}},{"id":"01a211d1-493b-7d48-8aba-c1802fcdb64f","kind":"about_me","values":{"communication":"Speak slowly and face me. I read large print.","most_important":"w0s4r1837","people_important":"My daughter, and the friends I pray with on Fridays.","recorded_on":"2026-11-25","supported_by":"a care navigator"}},{"id":"01a211d1-493b-7e36-8f2c-9dde4671e2f5","kind":"strength","values":{"text":"Osman knows the neighbours and asks for help early."}},{"id":"01a211d1-493b-7758-887f-f15782bd6280","kind":"need","values":{"domain":"physical","text":"Breathless on stairs and frightened by it"}},{"id":"01a211d1-493b-76e2-8406-f4f94d40cbc5","kind":"need","values":{"domain":"medicines","text":"Mixes up morning and evening tablets"}},{"id":"01a211d1-493b-7e98-8af8-b5f07962d4e1","kind":"goal","parent":"01a211d1-493b-7758-887f-f15782bd6280","values":{"achievement":"no-change","importance":"9","owner":"Osman","start_date":"2026-11-25","status":"active","target_date":"2027-02-23","text":"I want to get to the mosque on Fridays"}},{"id":"01a211d1-493b-7964-89d2-1f0936287a56","kind":"goal","parent":"01a211d1-493b-76e2-8406-f4f94d40cbc5","values":{"achievement":"in-progress","importance":"8","owner":"Osman","start_date":"2026-11-25","status":"active","text":"I want to manage my own tablets"}},{"id":"01a211d1-493b-7915-8692-1d4a3a081051","kind":"plan_action","parent":"01a211d1-493b-7e98-8af8-b5f07962d4e1","values":{"confidence":"7","coping":"Rest on the landing chair and try again tomorrow.","status":"in_progress","updated_on":"2026-11-25","what":"Practise the stairs with the physiotherapist","when_due":"weekly","who_name":"Physiotherapist","who_team":"Community health team"}},{"id":"01a211d1-493b-73a4-8b24-c0501f70f0e3","kind":"plan_action","parent":"01a211d1-493b-7964-89d2-1f0936287a56","values":{"confidence":"9","status":"done","updated_on":"2026-11-25","what":"Blister packs from the pharmacy","when_due":"by the end of the month","who_name":"Practice pharmacist"}},{"id":"01a211d1-493b-76e2-85b7-e7963f9d6a82","kind":"personal_contact","values":{"carer_assessment_status":"offered","consents_to_be_contacted":"yes","contact":"07700 900101","hours_band":"1-19","is_unpaid_carer":"yes","name":"Nasima Delacroix-Begum","rank":"1","relationship":"daughter","roles":"carer\nnext_of_kin\nemergency_contact\nkeyholder"}},{"id":"01a211d1-493b-7aaa-81cf-a37db1f656de","kind":"individual_requirement","values":{"interpreter_required":"no","language":"English","mobility":"Walks with a frame indoors."}},{"id":"01a211d1-493b-7367-8cc9-e9064a611935","kind":"equipment","values":{"date":"2026-11-25","location":"hall","name":"Walking frame"}},{"id":"01a211d1-493b-7311-8c4f-10b2cf81f668","kind":"contingency","values":{"coping":"Open the window, radio on","early_warning_signs":"Sleeping in the chair","name":"Breathless at night","triggers":"More breathless than usual\nAnkles swelling","what_should_happen":"Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team"}},{"id":"01a211d1-493b-75aa-8d4b-d44a0df87abd","kind":"contingency_contact","parent":"01a211d1-493b-7311-8c4f-10b2cf81f668","values":{"name":"Rapid response team","phone":"020 7946 0101","role":"24 hours"}}]}', '{"items":[{"id":"01a211d1-493b-77c6-862c-72a983c6c2d5","kind":"care_plan_header","values":{"agreed_name":"Osman Delacroix-Begum","agreed_on":"2026-11-25","agreed_role":"self","agreed_with":"person","copy_decision":"given","copy_format":"paper","copy_given_on":"2026-11-25","funding":"local_authority","next_review":"2027-02-23","offer":"offered_accepted","review_owner":"01a211d1-47e5-7e7b-b945-f1214eb44282"}},{"id":"01a211d1-493b-7d48-8aba-c1802fcdb64f","kind":"about_me","values":{"communication":"Speak slowly and face me. I read large print.","most_important":"w0s6r57306","people_important":"My daughter, and the friends I pray with on Fridays.","recorded_on":"2026-11-25","supported_by":"a care navigator"}},{"id":"01a211d1-493b-7e36-8f2c-9dde4671e2f5","kind":"strength","values":{"text":"Osman knows the neighbours and asks for help early."}},{"id":"01a211d1-493b-7758-887f-f15782bd6280","kind":"need","values":{"domain":"physical","text":"Breathless on stairs and frightened by it"}},{"id":"01a211d1-493b-76e2-8406-f4f94d40cbc5","kind":"need","values":{"domain":"medicines","text":"Mixes up morning and evening tablets"}},{"id":"01a211d1-493b-7e98-8af8-b5f07962d4e1","kind":"goal","parent":"01a211d1-493b-7758-887f-f15782bd6280","values":{"achievement":"no-change","importance":"9","owner":"Osman","start_date":"2026-11-25","status":"active","target_date":"2027-02-23","text":"I want to get to the mosque on Fridays"}},{"id":"01a211d1-493b-7964-89d2-1f0936287a56","kind":"goal","parent":"01a211d1-493b-76e2-8406-f4f94d40cbc5","values":{"achievement":"in-progress","importance":"8","owner":"Osman","start_date":"2026-11-25","status":"active","text":"I want to manage my own tablets"}},{"id":"01a211d1-493b-7915-8692-1d4a3a081051","kind":"plan_action","parent":"01a211d1-493b-7e98-8af8-b5f07962d4e1","values":{"confidence":"7","coping":"Rest on the landing chair and try again tomorrow.","status":"in_progress","updated_on":"2026-11-25","what":"Practise the stairs with the physiotherapist","when_due":"weekly","who_name":"Physiotherapist","who_team":"Community health team"}},{"id":"01a211d1-493b-73a4-8b24-c0501f70f0e3","kind":"plan_action","parent":"01a211d1-493b-7964-89d2-1f0936287a56","values":{"confidence":"9","status":"done","updated_on":"2026-11-25","what":"Blister packs from the pharmacy","when_due":"by the end of the month","who_name":"Practice pharmacist"}},{"id":"01a211d1-493b-76e2-85b7-e7963f9d6a82","kind":"personal_contact","values":{"carer_assessment_status":"offered","consents_to_be_contacted":"yes","contact":"07700 900101","hours_band":"1-19","is_unpaid_carer":"yes","name":"Nasima Delacroix-Begum","rank":"1","relationship":"daughter","roles":"carer\nnext_of_kin\nemergency_contact\nkeyholder"}},{"id":"01a211d1-493b-7aaa-81cf-a37db1f656de","kind":"individual_requirement","values":{"interpreter_required":"no","language":"English","mobility":"Walks with a frame indoors."}},{"id":"01a211d1-493b-7367-8cc9-e9064a611935","kind":"equipment","values":{"date":"2026-11-25","location":"hall","name":"Walking frame"}},{"id":"01a211d1-493b-7311-8c4f-10b2cf81f668","kind":"contingency","values":{"coping":"Open the window, radio on","early_warning_signs":"Sleeping in the chair","name":"Breathless at night","triggers":"More breathless than usual\nAnkles swelling","what_should_happen":"Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team"}},{"id":"01a211d1-493b-75aa-8d4b-d44a0df87abd","kind":"contingency_contact","parent":"01a211d1-493b-7311-8c4f-10b2cf81f668","values":{"name":"Rapid response team","phone":"020 7946 0101","role":"24 hours"}}]}', 3, 4, 'done', '2026-11-25T08:27:38Z');
INSERT INTO "undo_entry" VALUES ('01a211d1-47e5-7e7b-b945-f1214eb44282', 7, 'plan_draft', '01a211d1-4906-73da-9d6d-4acdd73e5624', '01a211d1-4956-74f1-87ca-4f0c31d730fd', 'Saved the draft of the care plan of CHOUDRY, Amina (Mrs)', '{"items":[{"id":"01a211d1-4955-70f5-832c-dfa2ed08f208","kind":"care_plan_header","values":{"agreed_name":"Amina Choudry","agreed_on":"2026-11-25","agreed_role":"self","agreed_with":"person","copy_decision":"given","copy_format":"paper","copy_given_on":"2026-11-25","funding":"local_authority","next_review":"2027-02-23","offer":"offered_accepted","review_owner":"01a211d1-47e5-7e7b-b945-f1214eb44282"}},{"id":"01a211d1-4955-77e2-83e3-ed79af2e8bc5","kind":"about_me","values":{"communication":"Speak slowly and face me. I read large print.","most_important":"w0s5r58139","people_important":"My daughter, and the friends I pray with on Fridays.","recorded_on":"2026-11-25","supported_by":"a care navigator"}},{"id":"01a211d1-4955-7bee-85a9-41685fd0e0c0","kind":"strength","values":{"text":"আমিনা knows the neighbours and asks for help early."}},{"id":"01a211d1-4955-77e8-8d5c-9f05de1a7940","kind":"need","values":{"domain":"physical","text":"Breathless on stairs and frightened by it"}},{"id":"01a211d1-4955-7fe2-8088-6574b63810fa","kind":"need","values":{"domain":"medicines","text":"Mixes up morning and evening tablets"}},{"id":"01a211d1-4955-7312-868b-006aa759a230","kind":"goal","parent":"01a211d1-4955-77e8-8d5c-9f05de1a7940","values":{"achievement":"no-change","importance":"9","owner":"আমিনা","start_date":"2026-11-25","status":"active","target_date":"2027-02-23","text":"I want to get to the mosque on Fridays"}},{"id":"01a211d1-4955-7ea6-83bd-acd4ed432ce7","kind":"goal","parent":"01a211d1-4955-7fe2-8088-6574b63810fa","values":{"achievement":"in-progress","importance":"8","owner":"আমিনা","start_date":"2026-11-25","status":"active","text":"I want to manage my own tablets"}},{"id":"01a211d1-4955-7e6d-8031-d23ccdaa631d","kind":"plan_action","parent":"01a211d1-4955-7312-868b-006aa759a230","values":{"confidence":"7","coping":"Rest on the landing chair and try again tomorrow.","status":"in_progress","updated_on":"2026-11-25","what":"Practise the stairs with the physiotherapist","when_due":"weekly","who_name":"Physiotherapist","who_team":"Community health team"}},{"id":"01a211d1-4955-7baa-893e-a79a9ecf35f7","kind":"plan_action","parent":"01a211d1-4955-7ea6-83bd-acd4ed432ce7","values":{"confidence":"9","status":"done","updated_on":"2026-11-25","what":"Blister packs from the pharmacy","when_due":"by the end of the month","who_name":"Practice pharmacist"}},{"id":"01a211d1-4955-7397-8507-758ec42c1974","kind":"personal_contact","values":{"carer_assessment_status":"offered","consents_to_be_contacted":"yes","contact":"07700 900101","hours_band":"1-19","is_unpaid_carer":"yes","name":"Nasima Choudry","rank":"1","relationship":"daughter","roles":"carer\nnext_of_kin\nemergency_contact\nkeyholder"}},{"id":"01a211d1-4955-7da2-859e-bb51555e36e2","kind":"individual_requirement","values":{"interpreter_required":"no","language":"English","mobility":"Walks with a frame indoors."}},{"id":"01a211d1-4955-7f19-89ca-b68caac2603c","kind":"equipment","values":{"date":"2026-11-25","location":"hall","name":"Walking frame"}},{"id":"01a211d1-4955-7ae4-840f-e573e494c86b","kind":"contingency","values":{"coping":"Open the window, radio on","early_warning_signs":"Sleeping in the chair","name":"Breathless at night","triggers":"More breathless than usual\nAnkles swelling","what_should_happen":"Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team"}},{"id":"01a211d1-4955-72cf-877f-b4aa0dc3ab2f","kind":"contingency_contact","parent":"01a211d1-4955-7ae4-840f-e573e494c86b","values":{"name":"Rapid response team","phone":"020 7946 0101","role":"24 hours"}}]}', '{"items":[{"id":"01a211d1-4955-70f5-832c-dfa2ed08f208","kind":"care_plan_header","values":{"agreed_name":"Amina Choudry","agreed_on":"2026-11-25","agreed_role":"self","agreed_with":"person","copy_decision":"given","copy_format":"paper","copy_given_on":"2026-11-25","funding":"local_authority","next_review":"2027-02-23","offer":"offered_accepted","review_owner":"01a211d1-47e5-7e7b-b945-f1214eb44282"}},{"id":"01a211d1-4955-77e2-83e3-ed79af2e8bc5","kind":"about_me","values":{"communication":"Speak slowly and face me. I read large print.","most_important":"w0s7r49064","people_important":"My daughter, and the friends I pray with on Fridays.","recorded_on":"2026-11-25","supported_by":"a care navigator"}},{"id":"01a211d1-4955-7bee-85a9-41685fd0e0c0","kind":"strength","values":{"text":"আমিনা knows the neighbours and asks for help early."}},{"id":"01a211d1-4955-77e8-8d5c-9f05de1a7940","kind":"need","values":{"domain":"physical","text":"Breathless on stairs and frightened by it"}},{"id":"01a211d1-4955-7fe2-8088-6574b63810fa","kind":"need","values":{"domain":"medicines","text":"Mixes up morning and evening tablets"}},{"id":"01a211d1-4955-7312-868b-006aa759a230","kind":"goal","parent":"01a211d1-4955-77e8-8d5c-9f05de1a7940","values":{"achievement":"no-change","importance":"9","owner":"আমিনা","start_date":"2026-11-25","status":"active","target_date":"2027-02-23","text":"I want to get to the mosque on Fridays"}},{"id":"01a211d1-4955-7ea6-83bd-acd4ed432ce7","kind":"goal","parent":"01a211d1-4955-7fe2-8088-6574b63810fa","values":{"achievement":"in-progress","importance":"8","owner":"আমিনা","start_date":"2026-11-25","status":"active","text":"I want to manage my own tablets"}},{"id":"01a211d1-4955-7e6d-8031-d23ccdaa631d","kind":"plan_action","parent":"01a211d1-4955-7312-868b-006aa759a230","values":{"confidence":"7","coping":"Rest on the landing chair and try again tomorrow.","status":"in_progress","updated_on":"2026-11-25","what":"Practise the stairs with the physiotherapist","when_due":"weekly","who_name":"Physiotherapist","who_team":"Community health team"}},{"id":"01a211d1-4955-7baa-893e-a79a9ecf35f7","kind":"plan_action","parent":"01a211d1-4955-7ea6-83bd-acd4ed432ce7","values":{"confidence":"9","status":"done","updated_on":"2026-11-25","what":"Blister packs from the pharmacy","when_due":"by the end of the month","who_name":"Practice pharmacist"}},{"id":"01a211d1-4955-7397-8507-758ec42c1974","kind":"personal_contact","values":{"carer_assessment_status":"offered","consents_to_be_contacted":"yes","contact":"07700 900101","hours_band":"1-19","is_unpaid_carer":"yes","name":"Nasima Choudry","rank":"1","relationship":"daughter","roles":"carer\nnext_of_kin\nemergency_contact\nkeyholder"}},{"id":"01a211d1-4955-7da2-859e-bb51555e36e2","kind":"individual_requirement","values":{"interpreter_required":"no","language":"English","mobility":"Walks with a frame indoors."}},{"id":"01a211d1-4955-7f19-89ca-b68caac2603c","kind":"equipment","values":{"date":"2026-11-25","location":"hall","name":"Walking frame"}},{"id":"01a211d1-4955-7ae4-840f-e573e494c86b","kind":"contingency","values":{"coping":"Open the window, radio on","early_warning_signs":"Sleeping in the chair","name":"Breathless at night","triggers":"More breathless than usual\nAnkles swelling","what_should_happen":"Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team"}},{"id":"01a211d1-4955-72cf-877f-b4aa0dc3ab2f","kind":"contingency_contact","parent":"01a211d1-4955-7ae4-840f-e573e494c86b","values":{"name":"Rapid response team","phone":"020 7946 0101","role":"24 hours"}}]}', 2, 3, 'done', '2026-11-25T08:27:38Z');
INSERT INTO "undo_entry" VALUES ('01a211d1-47e5-7e7b-b945-f1214eb44282', 8, 'plan_draft', '01a211d1-4906-73da-9d6d-4acdd73e5624', '01a211d1-4956-74f1-87ca-4f0c31d730fd', 'Saved the draft of the care plan of CHOUDRY, Amina (Mrs)', '{"items":[{"id":"01a211d1-4955-70f5-832c-dfa2ed08f208","kind":"care_plan_header","values":{"agreed_name":"Amina Choudry","agreed_on":"2026-11-25","agreed_role":"self","agreed_with":"person","copy_decision":"given","copy_format":"paper","copy_given_on":"2026-11-25","funding":"local_authority","next_review":"2027-02-23","offer":"offered_accepted","review_owner":"01a211d1-47e5-7e7b-b945-f1214eb44282"}},{"id":"01a211d1-4955-77e2-83e3-ed79af2e8bc5","kind":"about_me","values":{"communication":"Speak slowly and face me. I read large print.","most_important":"w0s7r49064","people_important":"My daughter, and the friends I pray with on Fridays.","recorded_on":"2026-11-25","supported_by":"a care navigator"}},{"id":"01a211d1-4955-7bee-85a9-41685fd0e0c0","kind":"strength","values":{"text":"আমিনা knows the neighbours and asks for help early."}},{"id":"01a211d1-4955-77e8-8d5c-9f05de1a7940","kind":"need","values":{"domain":"physical","text":"Breathless on stairs and frightened by it"}},{"id":"01a211d1-4955-7fe2-8088-6574b63810fa","kind":"need","values":{"domain":"medicines","text":"Mixes up morning and evening tablets"}},{"id":"01a211d1-4955-7312-868b-006aa759a230","kind":"goal","parent":"01a211d1-4955-77e8-8d5c-9f05de1a7940","values":{"achievement":"no-change","importance":"9","owner":"আমিনা","start_date":"2026-11-25","status":"active","target_date":"2027-02-23","text":"I want to get to the mosque on Fridays"}},{"id":"01a211d1-4955-7ea6-83bd-acd4ed432ce7","kind":"goal","parent":"01a211d1-4955-7fe2-8088-6574b63810fa","values":{"achievement":"in-progress","importance":"8","owner":"আমিনা","start_date":"2026-11-25","status":"active","text":"I want to manage my own tablets"}},{"id":"01a211d1-4955-7e6d-8031-d23ccdaa631d","kind":"plan_action","parent":"01a211d1-4955-7312-868b-006aa759a230","values":{"confidence":"7","coping":"Rest on the landing chair and try again tomorrow.","status":"in_progress","updated_on":"2026-11-25","what":"Practise the stairs with the physiotherapist","when_due":"weekly","who_name":"Physiotherapist","who_team":"Community health team"}},{"id":"01a211d1-4955-7baa-893e-a79a9ecf35f7","kind":"plan_action","parent":"01a211d1-4955-7ea6-83bd-acd4ed432ce7","values":{"confidence":"9","status":"done","updated_on":"2026-11-25","what":"Blister packs from the pharmacy","when_due":"by the end of the month","who_name":"Practice pharmacist"}},{"id":"01a211d1-4955-7397-8507-758ec42c1974","kind":"personal_contact","values":{"carer_assessment_status":"offered","consents_to_be_contacted":"yes","contact":"07700 900101","hours_band":"1-19","is_unpaid_carer":"yes","name":"Nasima Choudry","rank":"1","relationship":"daughter","roles":"carer\nnext_of_kin\nemergency_contact\nkeyholder"}},{"id":"01a211d1-4955-7da2-859e-bb51555e36e2","kind":"individual_requirement","values":{"interpreter_required":"no","language":"English","mobility":"Walks with a frame indoors."}},{"id":"01a211d1-4955-7f19-89ca-b68caac2603c","kind":"equipment","values":{"date":"2026-11-25","location":"hall","name":"Walking frame"}},{"id":"01a211d1-4955-7ae4-840f-e573e494c86b","kind":"contingency","values":{"coping":"Open the window, radio on","early_warning_signs":"Sleeping in the chair","name":"Breathless at night","triggers":"More breathless than usual\nAnkles swelling","what_should_happen":"Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team"}},{"id":"01a211d1-4955-72cf-877f-b4aa0dc3ab2f","kind":"contingency_contact","parent":"01a211d1-4955-7ae4-840f-e573e494c86b","values":{"name":"Rapid response team","phone":"020 7946 0101","role":"24 hours"}}]}', '{"items":[{"id":"01a211d1-4955-70f5-832c-dfa2ed08f208","kind":"care_plan_header","values":{"agreed_name":"Amina Choudry","agreed_on":"2026-11-25","agreed_role":"self","agreed_with":"person","copy_decision":"given","copy_format":"paper","copy_given_on":"2026-11-25","funding":"local_authority","next_review":"2027-02-23","offer":"offered_accepted","review_owner":"01a211d1-47e5-7e7b-b945-f1214eb44282"}},{"id":"01a211d1-4955-77e2-83e3-ed79af2e8bc5","kind":"about_me","values":{"communication":"Speak slowly and face me. I read large print.","most_important":"w0s8r27756","people_important":"My daughter, and the friends I pray with on Fridays.","recorded_on":"2026-11-25","supported_by":"a care navigator"}},{"id":"01a211d1-4955-7bee-85a9-41685fd0e0c0","kind":"strength","values":{"text":"আমিনা knows the neighbours and asks for help early."}},{"id":"01a211d1-4955-77e8-8d5c-9f05de1a7940","kind":"need","values":{"domain":"physical","text":"Breathless on stairs and frightened by it"}},{"id":"01a211d1-4955-7fe2-8088-6574b63810fa","kind":"need","values":{"domain":"medicines","text":"Mixes up morning and evening tablets"}},{"id":"01a211d1-4955-7312-868b-006aa759a230","kind":"goal","parent":"01a211d1-4955-77e8-8d5c-9f05de1a7940","values":{"achievement":"no-change","importance":"9","owner":"আমিনা","start_date":"2026-11-25","status":"active","target_date":"2027-02-23","text":"I want to get to the mosque on Fridays"}},{"id":"01a211d1-4955-7ea6-83bd-acd4ed432ce7","kind":"goal","parent":"01a211d1-4955-7fe2-8088-6574b63810fa","values":{"achievement":"in-progress","importance":"8","owner":"আমিনা","start_date":"2026-11-25","status":"active","text":"I want to manage my own tablets"}},{"id":"01a211d1-4955-7e6d-8031-d23ccdaa631d","kind":"plan_action","parent":"01a211d1-4955-7312-868b-006aa759a230","values":{"confidence":"7","coping":"Rest on the landing chair and try again tomorrow.","status":"in_progress","updated_on":"2026-11-25","what":"Practise the stairs with the physiotherapist","when_due":"weekly","who_name":"Physiotherapist","who_team":"Community health team"}},{"id":"01a211d1-4955-7baa-893e-a79a9ecf35f7","kind":"plan_action","parent":"01a211d1-4955-7ea6-83bd-acd4ed432ce7","values":{"confidence":"9","status":"done","updated_on":"2026-11-25","what":"Blister packs from the pharmacy","when_due":"by the end of the month","who_name":"Practice pharmacist"}},{"id":"01a211d1-4955-7397-8507-758ec42c1974","kind":"personal_contact","values":{"carer_assessment_status":"offered","consents_to_be_contacted":"yes","contact":"07700 900101","hours_band":"1-19","is_unpaid_carer":"yes","name":"Nasima Choudry","rank":"1","relationship":"daughter","roles":"carer\nnext_of_kin\nemergency_contact\nkeyholder"}},{"id":"01a211d1-4955-7da2-859e-bb51555e36e2","kind":"individual_requirement","values":{"interpreter_required":"no","language":"English","mobility":"Walks with a frame indoors."}},{"id":"01a211d1-4955-7f19-89ca-b68caac2603c","kind":"equipment","values":{"date":"2026-11-25","location":"hall","name":"Walking frame"}},{"id":"01a211d1-4955-7ae4-840f-e573e494c86b","kind":"contingency","values":{"coping":"Open the window, radio on","early_warning_signs":"Sleeping in the chair","name":"Breathless at night","triggers":"More breathless than usual\nAnkles swelling","what_should_happen":"Sit up\nBlue inhaler, 4 puffs\nRing the rapid response team"}},{"id":"01a211d1-4955-72cf-877f-b4aa0dc3ab2f","kind":"contingency_contact","parent":"01a211d1-4955-7ae4-840f-e573e494c86b","values":{"name":"Rapid response team","phone":"020 7946 0101","role":"24 hours"}}]}', 3, 4, 'done', '2026-11-25T08:27:38Z');
INSERT INTO "undo_entry" VALUES ('01a211d1-47e5-7e7b-b945-f1214eb44282', 9, 'view_saved', NULL, 'load-0', 'Saved the view Load 0', NULL, '{"columns":["plan","social_worker"],"filter":"w0v1","id":"load-0","isOwn":false,"name":"Load 0","sort":{"descending":false,"order":"name"}}', NULL, NULL, 'done', '2026-11-25T08:27:38Z');
INSERT INTO "audit_event" VALUES (1, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', NULL, 'create', 'store', NULL, NULL, 'mdt init', '', '0000000000000000000000000000000000000000000000000000000000000000', 'a0e3c8f5a45e3ebcee1ec5f9827ab20a1d40deb0c27bacb6e661cf7f09c2cb0a');
INSERT INTO "audit_event" VALUES (2, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', NULL, 'create', 'staff 01a211d1-47e5-7e7b-b945-f1214eb44282', NULL, 1, 'first member of staff', '', 'a0e3c8f5a45e3ebcee1ec5f9827ab20a1d40deb0c27bacb6e661cf7f09c2cb0a', '3eb8dc5c7d7da6e1c8e4e1a4328c58a301e7ebedb35eed9721a725955ed361d2');
INSERT INTO "audit_event" VALUES (3, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', NULL, 'import', 'import_file 01a211d1-485f-7452-9c79-668ea92a514e', NULL, NULL, 'organisations from organisations.csv, 4 rows: 3 new, 1 changed, 0 unchanged, 0 rejected', 'b8735568cd43008ce6c1f6746adb433b4541af23f14cc3f4d8c9360c90cf4d39', '3eb8dc5c7d7da6e1c8e4e1a4328c58a301e7ebedb35eed9721a725955ed361d2', 'd691940201788b9aed2d654bd94db74d3fe15fa8f6cbbd87e8bc8678c2db78b3');
INSERT INTO "audit_event" VALUES (4, '2026-11-25T08:27:37Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', NULL, 'import', 'import_file 01a211d1-488e-7efd-9919-311701234580', NULL, NULL, 'practices from practices.csv, 5 rows: 5 new, 0 changed, 0 unchanged, 0 rejected', 'cc77961c786cfb0fe24b79e7b7faa06b72934387b026cca467dbf882219dca0b', 'd691940201788b9aed2d654bd94db74d3fe15fa8f6cbbd87e8bc8678c2db78b3', '329c2c5c7d086e7ca0c404c2d135ec593700a5bf4c079a56b6feb0f34b1cea3d');
INSERT INTO "audit_event" VALUES (5, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', NULL, 'import', 'import_file 01a211d1-48c6-74ab-92c5-ad78367ccbf5', NULL, NULL, 'staff from staff.csv, 4 rows: 4 new, 0 changed, 0 unchanged, 0 rejected', '565886340d109821873c2e823a3e74ec6d88b7be00c3aea761ebcdd1839d941f', '329c2c5c7d086e7ca0c404c2d135ec593700a5bf4c079a56b6feb0f34b1cea3d', 'e17b0bf785084024962ce724455f6d86a06c5271e7c6c32b6e5a701f4c5b648c');
INSERT INTO "audit_event" VALUES (6, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', NULL, 'import', 'import_file 01a211d1-4905-756b-8c8d-248592c37fbd', NULL, NULL, 'caseload from c.csv, 2 rows: 2 new, 0 changed, 0 unchanged, 0 rejected', 'a3378685bb274fce0dd72e2b556597e756c7223cb4962a4adf9c6141a22e8384', 'e17b0bf785084024962ce724455f6d86a06c5271e7c6c32b6e5a701f4c5b648c', 'ca69f3da709e057578b80abbdfd0d000d0f048ccf39f82c75835af39227477e5');
INSERT INTO "audit_event" VALUES (7, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a211d1-4908-71b0-83fa-0a1a83592287', 'create', 'care_plan 01a211d1-4940-725b-8a70-406e93769520', NULL, 1, 'draft saved', '8e5b592e0adb5a88f9f34ba9be08e35b6c5dd9d4bf01a62fd80ad32714d816dd', 'ca69f3da709e057578b80abbdfd0d000d0f048ccf39f82c75835af39227477e5', 'd1b024ed8bf5ff573906b0c39da46a821555c5d6deb1fa5a087109d889e74db8');
INSERT INTO "audit_event" VALUES (8, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a211d1-4906-73da-9d6d-4acdd73e5624', 'create', 'care_plan 01a211d1-4956-74f1-87ca-4f0c31d730fd', NULL, 1, 'draft saved', '0298165ab384f121715aa511e97bfb35576d90c38a9ede062a10596f93f31599', 'd1b024ed8bf5ff573906b0c39da46a821555c5d6deb1fa5a087109d889e74db8', '92979b6467e034ba91e209864102e0d551e4381795c9f3f6d70c2880b261e134');
INSERT INTO "audit_event" VALUES (9, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a211d1-4908-71b0-83fa-0a1a83592287', 'update', 'care_plan 01a211d1-4940-725b-8a70-406e93769520', 1, 2, 'draft saved', '409ff6102a8a180f8a8f4feed1d330f1f0e758a9807b42db5df105c74e44c533', '92979b6467e034ba91e209864102e0d551e4381795c9f3f6d70c2880b261e134', 'fd74422a0cd37488f061c1d7730a33a104dc437c9fbd2830d5a225d348ba7e70');
INSERT INTO "audit_event" VALUES (10, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a211d1-4908-71b0-83fa-0a1a83592287', 'update', 'care_plan 01a211d1-4940-725b-8a70-406e93769520', 2, 3, 'draft saved', '90d49eee468919663b44e72af1f19de927028886c44eb0e74f0af4d283421ecc', 'fd74422a0cd37488f061c1d7730a33a104dc437c9fbd2830d5a225d348ba7e70', 'e40b41f18a2c27e89c8fd3843d1e6f4fec96c10e11df7e514bf79091778c383e');
INSERT INTO "audit_event" VALUES (11, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a211d1-4906-73da-9d6d-4acdd73e5624', 'update', 'care_plan 01a211d1-4956-74f1-87ca-4f0c31d730fd', 1, 2, 'draft saved', 'f61e3e83b1d9603c4d28088a2489162c7384519ed8c3e820081cec06b3619d09', 'e40b41f18a2c27e89c8fd3843d1e6f4fec96c10e11df7e514bf79091778c383e', '834140fe9c4f10d336015206badfbea87dcd904bd90b96ce7fef50e9d9b54f3d');
INSERT INTO "audit_event" VALUES (12, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a211d1-4908-71b0-83fa-0a1a83592287', 'update', 'care_plan 01a211d1-4940-725b-8a70-406e93769520', 3, 4, 'draft saved', '7251edb94fcec85aa855b8047a36828185311f1724943966137996e290d348d4', '834140fe9c4f10d336015206badfbea87dcd904bd90b96ce7fef50e9d9b54f3d', 'b4e126a3e288cca09f9533d720f0650f041a46e223e0f96cd3301ef8b2bba9aa');
INSERT INTO "audit_event" VALUES (13, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a211d1-4906-73da-9d6d-4acdd73e5624', 'update', 'care_plan 01a211d1-4956-74f1-87ca-4f0c31d730fd', 2, 3, 'draft saved', '0950019f929602d98ac5e2eb55160b78d132827622fcd1bc7f75db8c17fc1474', 'b4e126a3e288cca09f9533d720f0650f041a46e223e0f96cd3301ef8b2bba9aa', '29ecd849b9745f644e8023dbb35d7b4b9388b5a30664a60c0e79265a60f4a6e8');
INSERT INTO "audit_event" VALUES (14, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'load', '01a211d1-4906-73da-9d6d-4acdd73e5624', 'update', 'care_plan 01a211d1-4956-74f1-87ca-4f0c31d730fd', 3, 4, 'draft saved', 'cc8a10b77c9230744d1c510d10b00a86aec6b1199c5fe6e78d37363d3fc59e6b', '29ecd849b9745f644e8023dbb35d7b4b9388b5a30664a60c0e79265a60f4a6e8', '59a3b9ad88ec58556e3e2cf476bcb264a57534555c8b991854be4705be817f2b');
INSERT INTO "audit_event" VALUES (15, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'load', NULL, 'create', 'saved_view load-0', NULL, NULL, 'w0v1', '0f113c04ab76c64df1017e2c3277f52fdc972daf180fc528bac7ed471cdf06ae', '59a3b9ad88ec58556e3e2cf476bcb264a57534555c8b991854be4705be817f2b', '5cbba4d3f721ba3598d0effdc1988eb4bdc89c95908647cb7eb6a577b22f2b1a');
INSERT INTO "audit_event" VALUES (16, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', '01a211d1-4906-73da-9d6d-4acdd73e5624', 'view', 'patient 01a211d1-4906-73da-9d6d-4acdd73e5624', NULL, NULL, 'shown on the command line', '', '5cbba4d3f721ba3598d0effdc1988eb4bdc89c95908647cb7eb6a577b22f2b1a', 'cfca36848f1f2ccf7e6de272640e98d8fc2758f3e0745b9e85c4de6f8845ef94');
INSERT INTO "audit_event" VALUES (17, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', '01a211d1-4908-71b0-83fa-0a1a83592287', 'view', 'patient 01a211d1-4908-71b0-83fa-0a1a83592287', NULL, NULL, 'shown on the command line', '', 'cfca36848f1f2ccf7e6de272640e98d8fc2758f3e0745b9e85c4de6f8845ef94', 'cc745109b249662d3fe18f45cceb61976c90ba5b16984fd5aa699451ee861755');
INSERT INTO "audit_event" VALUES (18, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', NULL, 'setting_change', 'setting mdt.max_cases', 1, 2, 'from 10 to 8: fewer', '43152a5636c259a0e2ba94f464bf01475aa402f503963c4be7c67cb87f23015b', 'cc745109b249662d3fe18f45cceb61976c90ba5b16984fd5aa699451ee861755', 'f0e5d11b1cbcecef2a3f323cec1d7199787f24d0f8f3ccb71de053f437b99582');
INSERT INTO "audit_event" VALUES (19, '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'Jo Francis', 'care_navigator', 'R9904', 'desk-1', NULL, 'search', 'search', NULL, NULL, 'choudry', '', 'f0e5d11b1cbcecef2a3f323cec1d7199787f24d0f8f3ccb71de053f437b99582', '5e25c3e8d4d4b562babd430568d926b8962c8d7d179ee101e55aef36d64640c5');
INSERT INTO "audit_head" VALUES (1, 19, '5e25c3e8d4d4b562babd430568d926b8962c8d7d179ee101e55aef36d64640c5', 19, '2026-11-25T08:27:38Z');
INSERT INTO "store" VALUES (1, '01a211d1-47e5-7c56-9c75-0f249ee24377', 1, 1, '2026-11-25', 0, '2026-11-25T08:27:37Z');
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
INSERT INTO "setting" VALUES ('mdt.max_cases', '8', 'cases', 'our own default; NW London saw 5.75 a meeting (S17)', 2);
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
INSERT INTO "setting" VALUES ('backup.recipients', '', 'public keys', 'who can open the backups; mdt keys makes a pair', 1);
INSERT INTO "setting_history" VALUES ('mdt.max_cases', 1, '10', '2026-11-25T08:27:38Z', '01a211d1-47e5-7e7b-b945-f1214eb44282', 'fewer');
INSERT INTO "name_search_data" VALUES (1, X'020e');
INSERT INTO "name_search_data" VALUES (10, X'000000000101010001010101');
INSERT INTO "name_search_data" VALUES (137438953473, X'000001e3053030616d6e010303736d6e02020362676d020205646c6b727802070362676d02020378647201020fe0a686e0a6aee0a6bfe0a6a8e0a6be010105616d696e61010105626567756d02010763686f7564727901010964656c6163726f6978020a05626567756d0201056f736d616e02010fe0a686e0a6aee0a6bfe0a6a8e0a6be010002313001010101610101016202010163010101640201016f020103e0a68601000332306101010201620202016402020178010203e0a686010102616d0101026265020102636801010264650201026f73020106e0a686e0a6ae0100043330616d010301730202026267020202646c0202027864010206e0a686e0a6ae010103616d6901010362656702010363686f01010364656c0201036f736d020109e0a686e0a6aee0a6bf0100053430616d6e010302736d02020362676d020203646c6b020203786472010209e0a686e0a6aee0a6bf010104616d696e0101046265677502010463686f7501010464656c610201046f736d6102010ce0a686e0a6aee0a6bfe0a6a8010006353061736d6e020204646c6b7202020ce0a686e0a6aee0a6bfe0a6a8010105616d696e61010105626567756d02010563686f756401010564656c61630201056f736d616e02010fe0a686e0a6aee0a6bfe0a6a8e0a6be01040706060806061208080a0c08081206040404040406070404040605050505050907040505050906060606060c08050606060c07070707070f09070f0808080808');
INSERT INTO "name_search_idx" VALUES (1, X'', 2);
INSERT INTO "name_search_docsize" VALUES (1, X'06');
INSERT INTO "name_search_docsize" VALUES (2, X'08');
INSERT INTO "name_search_config" VALUES ('version', 4);
INSERT INTO "passage_search_data" VALUES (1, X'02822c');
INSERT INTO "passage_search_data" VALUES (10, X'000000000108080008010101020101030101040101050101060101070101080101');
INSERT INTO "passage_search_data" VALUES (137438953473, X'000008d805303031303101020232300102043737303001010232340101013401010437393436010106393030313031010101610102046761696e0102026e640103046b6c6573010203736b7301020174010105626567756d0102066c6973746572010302756501020972656174686c6573730102017901010463617265010204686169720102086f6d6d756e6974790101086461756768746572010208656c6163726f69780101056561726c790102026e64010305676c69736801020676656e696e67010104666163650102026f7201020472616d650103056964617973010404656e6473010407676874656e65640103026f6d01010367657401010468616c6c01020565616c74680103026c700102046f757273010101690102016e010305646f6f727301030568616c6572010201740101056b6e6f77730101076c616e64696e670103037267650101066d616e61676501020165010204697865730102046f6e746801030272650104046e696e6701030473717565010201790101066e6173696d6101030776696761746f7201020965696768626f757273010204696768740101026f660102016e01020370656e010204736d616e010202776e0101057061636b730102096861726d61636973740108017901030d7973696f74686572617069737401020772616374696365010702736501040179010303696e7401020475666673010105726164696f01030370696401020365616401030673706f6e736501040174010203696e670101037369740102076c656570696e670103046f776c790102047065616b010205746169727301020777656c6c696e670101077461626c65747301020365616d01020368616e010301650102016f0103066d6f72726f77010202727901010275700102047375616c01010a77307331723437313037010206616c6b696e67010501730103026e7401020565656b6c79010205696e646f770103027468010003313031010201320102013701010232340101023739010102393001010261670102016e010201730102017401010262650102016c01020172010201790101026361010201680102016f01010264610102016501010265610102016e0102017601010266610102016f0102017201010267650101026861010201650102016f010102696e010201740101026b6e0101026c610101026d6101020165010201690102016f010201790101026e6101020165010201690101026f660102016e01020170010201730102017701010270610102016801020172010201750101027261010201650102016901010273690102016c010201700102017401020177010102746101020165010201680102016f01020172010102757001020173010102773001020161010201650102016901000432303130010202323001020237370101033739340101033930300101036167610102026e640103016b010202736b0101036265670102026c6901030175010202726501010363617201020268610102026f6d010103646175010202656c0101036561720102026e640103016701020276650101036661630102026f720102027261010301690103016f01010367657401010368616c01020265610103016c0102026f75010103696e64010301680101036b6e6f0101036c616e010301720101036d616e01020269780102026f6e01030172010301730101036e617301030176010202656901020269670101036f7065010202736d010202776e010103706163010202686101030179010202726101030169010202756601010372616401030170010202656101030173010202696e0101037369740102026c650103016f01020270650102027461010202776501010374616201020265610102026861010301650102026f6d0102027279010103757375010103773073010202616c0103016e0102026565010202696e0103017401000533303130310102033737300101043739343601010439303031010104616761690102036e6b6c010203736b73010104626567750102036c69730103027565010203726561010104636172650102036861690102036f6d6d01010464617567010203656c610101046561726c0102036e676c01020376656e0101046661636501020372616d010302696401040165010401670103026f6d01010468616c6c01020365616c0103026c700102036f7572010104696e646f01030268610101046b6e6f770101046c616e6401030272670101046d616e610102036978650102036f6e7401030272650104016e01030273710101046e61736901030276690102036569670102036967680101046f70656e010203736d610101047061636b010203686172010302797301020372616301040179010302696e010203756666010104726164690103027069010203656164010302737001040174010203696e67010104736c65650103026f7701020370656101020374616901020377656c0101047461626c01020365616d01020368616e0102036f6d6f0101047573756101010477307331010203616c6b0103026e7401020365656b010203696e6401030274680100063430373730300101053930303130010105616761696e0102046e6b6c65010105626567756d0102046c6973740102047265617401010563686169720102046f6d6d750101056461756768010204656c61630101056561726c790102046e676c6901020476656e690101056672616d65010303696461010402656e01040267680101056865616c740102046f757273010105696e646f6f01030368616c0101056b6e6f77730101056c616e64690103037267650101056d616e6167010204697865730102046f6e7468010303726e690103037371750101056e6173696d01030376696701020465696768010204696768740101056f736d616e0101057061636b730102046861726d01030379736901020472616374010303696e7401020475666673010105726164696f0103037069640102046573706f010105736c6565700103036f776c0102047065616b0102047461697201020477656c6c0101057461626c650102046f6d6f72010105757375616c0101057730733172010204616c6b690105017301020465656b6c010204696e646f0104070507050407090407050706040809050c0407070b0b0b0805080907050708070a0506070805070404080804080a060904070705070704090a0c070504060705080c04100a05040607080606090406060a0707080a0a06060404090505070d090405080805060404050505050404040504040405040405040504040504040505040405040505050404040405040405040404040504040405040405040404040504040404050405040404070505060606050405060504050605050605060504050605050404060605040506040606040605050404060405050605050605040504050604050405060504050505060505040505060605040505040806070707060607060506070606070607060607060504040507060506070507070507060605040507050606070607060506040506070506050406070506060607060606070706050606050908080708070708070807080707080605050807080608080608070706060806070708080706070607080607080607070708070808070407');
INSERT INTO "passage_search_data" VALUES (274877906945, X'000008f805303031303102020232300202043737303002010232340201013402010437393436020106393030313031020101610202046761696e0202046d696e610202026e640203046b6c6573020203736b7302020174020107626c6973746572020302756502020972656174686c6573730202017902010463617265020204686169720203056f756472790202086f6d6d756e69747902010864617567687465720201056561726c790202026e64020305676c69736802020676656e696e67020104666163650202026f7202020472616d650203056964617973020404656e6473020407676874656e65640203026f6d02010367657402010468616c6c02020565616c74680203026c700202046f757273020101690202016e020305646f6f727302030568616c6572020201740201056b6e6f77730201076c616e64696e670203037267650201066d616e61676502020165020204697865730202046f6e746802030272650204046e696e6702030473717565020201790201066e6173696d6102030776696761746f7202020965696768626f757273020204696768740201026f660202016e02020370656e020202776e0201057061636b730202096861726d61636973740208017902030d7973696f74686572617069737402020772616374696365020702736502040179020303696e7402020475666673020105726164696f02030370696402020365616402030673706f6e736502040174020203696e670201037369740202076c656570696e670203046f776c790202047065616b020205746169727302020777656c6c696e670201077461626c65747302020365616d02020368616e020301650202016f0203066d6f72726f77020202727902010275700202047375616c02010a77307332723233343035020206616c6b696e67020501730203026e7402020565656b6c79020205696e646f77020302746802010fe0a686e0a6aee0a6bfe0a6a8e0a6be020003313031020201320202013702010232340201023739020102393002010261670202016d0202016e0202017302020174020102626c02020172020201790201026361020201680202016f020102646102010265610202016e0202017602010266610202016f0202017202010267650201026861020201650202016f020102696e020201740201026b6e0201026c610201026d6102020165020201690202016f020201790201026e6102020165020201690201026f660202016e020201700202017702010270610202016802020172020201750201027261020201650202016902010273690202016c020201700202017402020177020102746102020165020201680202016f020201720201027570020201730201027730020201610202016502020169020106e0a686e0a6ae02000432303130020202323002020237370201033739340201033930300201036167610202026d690202026e640203016b020202736b020103626c6902030175020202726502010363617202020268610203016f0202026f6d0201036461750201036561720202026e640203016702020276650201036661630202026f720202027261020301690203016f02010367657402010368616c02020265610203016c0202026f75020103696e64020301680201036b6e6f0201036c616e020301720201036d616e02020269780202026f6e02030172020301730201036e617302030176020202656902020269670201036f7065020202776e020103706163020202686102030179020202726102030169020202756602010372616402030170020202656102030173020202696e0201037369740202026c650203016f02020270650202027461020202776502010374616202020265610202026861020301650202026f6d0202027279020103757375020103773073020202616c0203016e0202026565020202696e02030174020109e0a686e0a6aee0a6bf02000533303130310202033737300201043739343602010439303031020104616761690202036d696e0202036e6b6c020203736b73020104626c69730203027565020203726561020104636172650202036861690203026f750202036f6d6d020104646175670201046561726c0202036e676c02020376656e0201046661636502020372616d020302696402040165020401670203026f6d02010468616c6c02020365616c0203026c700202036f7572020104696e646f02030268610201046b6e6f770201046c616e6402030272670201046d616e610202036978650202036f6e7402030272650204016e02030273710201046e61736902030276690202036569670202036967680201046f70656e0201047061636b020203686172020302797302020372616302040179020302696e020203756666020104726164690203027069020203656164020302737002040174020203696e67020104736c65650203026f7702020370656102020374616902020377656c0201047461626c02020365616d02020368616e0202036f6d6f0201047573756102010477307332020203616c6b0203026e7402020365656b020203696e64020302746802010ce0a686e0a6aee0a6bfe0a6a80200063430373730300201053930303130020105616761696e0202046d696e610202046e6b6c65020105626c6973740202047265617402010563686169720203036f75640202046f6d6d7502010564617567680201056561726c790202046e676c6902020476656e690201056672616d65020303696461020402656e02040267680201056865616c740202046f757273020105696e646f6f02030368616c0201056b6e6f77730201056c616e64690203037267650201056d616e6167020204697865730202046f6e7468020303726e690203037371750201056e6173696d02030376696702020465696768020204696768740201057061636b730202046861726d02030379736902020472616374020303696e7402020475666673020105726164696f0203037069640202046573706f020105736c6565700203036f776c0202047065616b0202047461697202020477656c6c0201057461626c650202046f6d6f72020105757375616c0201057730733272020204616c6b690205017302020465656b6c020204696e646f02010fe0a686e0a6aee0a6bfe0a6a8e0a6be020407050705040709040707050706040a050c040707080b0b0805080907050708070a0506070805070404080804080a060904070705070704090a0c0705040605080c04100a05040607080606090406060a0707080a0a06060404090505070d0904050808051206040405050505040404040504040504040505040405040405050404050405050504040404050404050404040504040405040405040404040504040404050405040404090705050606060505040506040506050405060605040506050504040606050405060406060406050504040604050506050605040504050604050405060504050505060505040505060605040505040c08060707070606060705060706050607070606070605040405070605060705070705070606050405070506060707060506040506070506050406070506060607060606070706050606050f0908080707080708060708080707080605050807080608080608070706060806070708070607060708060708060707070807080807040707');
INSERT INTO "passage_search_data" VALUES (412316860417, X'00000be20530303130310100000202323001000002043737303001000001023234010000010134010000010437393436010000010639303031303101000001016101000002046761696e01000002026e6401000003046b6c65730100000203736b730100000201740100000105626567756d01000002066c697374657201000003027565010000020972656174686c65737301000002017901000001046361726501000002046861697201000002086f6d6d756e697479010000010864617567687465720100000208656c6163726f697801000001056561726c7901000002026e640100000305676c697368010000020676656e696e6701000001046661636501000002026f72010000020472616d65010000030569646179730100000404656e64730100000407676874656e656401000003026f6d0100000103676574010000010468616c6c010000020565616c746801000003026c7001000002046f75727301000001016901000002016e0100000305646f6f7273010000030568616c657201000002017401000001056b6e6f777301000001076c616e64696e67010000030372676501000001066d616e61676501000002016501000002046978657301000002046f6e74680100000302726501000004046e696e6701000003047371756501000002017901000001066e6173696d61010000030776696761746f72010000020965696768626f75727301000002046967687401000001026f6601000002016e010000020370656e0100000204736d616e0100000202776e01000001057061636b7301000002096861726d6163697374010000080179010000030d7973696f746865726170697374010000020772616374696365010000070273650100000401790100000303696e740100000204756666730100000105726164696f01000003037069640100000203656164010000030673706f6e73650100000401740100000203696e67010000010373697401000002076c656570696e6701000003046f776c7901000002047065616b01000002057461697273010000020777656c6c696e6701000001077461626c657473010000020365616d010000020368616e01000003016501000002016f01000003066d6f72726f77010000020272790100000102757001000002047375616c010000010a773073317234373130370100040733723138393235010206616c6b696e6701000005017301000003026e74010000020565656b6c790100000205696e646f770100000302746801000000033130310100000201320100000201370100000102323401000001023739010000010239300100000102616701000002016e0100000201730100000201740100000102626501000002016c0100000201720100000201790100000102636101000002016801000002016f010000010264610100000201650100000102656101000002016e0100000201760100000102666101000002016f010000020172010000010267650100000102686101000002016501000002016f0100000102696e01000002017401000001026b6e01000001026c6101000001026d6101000002016501000002016901000002016f01000002017901000001026e6101000002016501000002016901000001026f6601000002016e01000002017001000002017301000002017701000001027061010000020168010000020172010000020175010000010272610100000201650100000201690100000102736901000002016c0100000201700100000201740100000201770100000102746101000002016501000002016801000002016f0100000201720100000102757001000002017301000001027730010000020161010000020165010000020169010000000432303130010000020232300100000202373701000001033739340100000103393030010000010361676101000002026e6401000003016b0100000202736b010000010362656701000002026c690100000301750100000202726501000001036361720100000202686101000002026f6d01000001036461750100000202656c010000010365617201000002026e6401000003016701000002027665010000010366616301000002026f720100000202726101000003016901000003016f0100000103676574010000010368616c0100000202656101000003016c01000002026f750100000103696e6401000003016801000001036b6e6f01000001036c616e01000003017201000001036d616e0100000202697801000002026f6e01000003017201000003017301000001036e6173010000030176010000020265690100000202696701000001036f70650100000202736d0100000202776e01000001037061630100000202686101000003017901000002027261010000030169010000020275660100000103726164010000030170010000020265610100000301730100000202696e010000010373697401000002026c6501000003016f0100000202706501000002027461010000020277650100000103746162010000020265610100000202686101000003016501000002026f6d01000002027279010000010375737501000001037730730100000202616c01000003016e010000020265650100000202696e01000003017401000000053330313031010000020337373001000001043739343601000001043930303101000001046167616901000002036e6b6c0100000203736b7301000001046265677501000002036c6973010000030275650100000203726561010000010463617265010000020368616901000002036f6d6d0100000104646175670100000203656c6101000001046561726c01000002036e676c010000020376656e010000010466616365010000020372616d0100000302696401000004016501000004016701000003026f6d010000010468616c6c010000020365616c01000003026c7001000002036f75720100000104696e646f0100000302686101000001046b6e6f7701000001046c616e640100000302726701000001046d616e61010000020369786501000002036f6e740100000302726501000004016e0100000302737101000001046e617369010000030276690100000203656967010000020369676801000001046f70656e0100000203736d6101000001047061636b01000002036861720100000302797301000002037261630100000401790100000302696e0100000203756666010000010472616469010000030270690100000203656164010000030273700100000401740100000203696e670100000104736c656501000003026f7701000002037065610100000203746169010000020377656c01000001047461626c010000020365616d010000020368616e01000002036f6d6f0100000104757375610100000104773073310100040133010203616c6b01000003026e74010000020365656b0100000203696e64010000030274680100000006343037373030010000010539303031300100000105616761696e01000002046e6b6c650100000105626567756d01000002046c6973740100000204726561740100000105636861697201000002046f6d6d75010000010564617567680100000204656c616301000001056561726c7901000002046e676c69010000020476656e6901000001056672616d6501000003036964610100000402656e0100000402676801000001056865616c7401000002046f7572730100000105696e646f6f010000030368616c01000001056b6e6f777301000001056c616e6469010000030372676501000001056d616e616701000002046978657301000002046f6e74680100000303726e69010000030373717501000001056e6173696d010000030376696701000002046569676801000002046967687401000001056f736d616e01000001057061636b7301000002046861726d01000003037973690100000204726163740100000303696e740100000204756666730100000105726164696f010000030370696401000002046573706f0100000105736c65657001000003036f776c01000002047065616b010000020474616972010000020477656c6c01000001057461626c6501000002046f6d6f720100000105757375616c01000001057730733172010004023372010204616c6b69010000050173010000020465656b6c0100000204696e646f010000040907090706090b0609070908060a0b070e0609090d0d0d0a070a0b0907090a090c0708090a070906060a0a060a0c080b060909070909060b0c0e0907060809070a0e06120c070608090a08080b0608080c09090a0c0c080806060b0707090e0a0b06070a0a07080606070707070606060706060607060607060706060706060707060607060707070606060607060607060606060706060607060607060606060706060606070607060606090707080808070607080706070807070807080706070807070606080807060708060808060807070606080607070807070807060706070806070607080706070707080707060707080807060707060a0809090908080908070809080809080908080908070606070908070809070909070908080706070907080809080908070806070809070807060809070808080908080809080408070808070b0a0a090a09090a090a090a09090a0807070a090a080a0a080a090908080a0809090a0a09080908090a08090a080909090a090a0905090609');
INSERT INTO "passage_search_data" VALUES (549755813889, X'00000be10530303130310100000202323001000002043737303001000001023234010000010134010000010437393436010000010639303031303101000001016101000002046761696e01000002026e6401000003046b6c65730100000203736b730100000201740100000105626567756d01000002066c697374657201000003027565010000020972656174686c65737301000002017901000001046361726501000002046861697201000002086f6d6d756e697479010000010864617567687465720100000208656c6163726f697801000001056561726c7901000002026e640100000305676c697368010000020676656e696e6701000001046661636501000002026f72010000020472616d65010000030569646179730100000404656e64730100000407676874656e656401000003026f6d0100000103676574010000010468616c6c010000020565616c746801000003026c7001000002046f75727301000001016901000002016e0100000305646f6f7273010000030568616c657201000002017401000001056b6e6f777301000001076c616e64696e67010000030372676501000001066d616e61676501000002016501000002046978657301000002046f6e74680100000302726501000004046e696e6701000003047371756501000002017901000001066e6173696d61010000030776696761746f72010000020965696768626f75727301000002046967687401000001026f6601000002016e010000020370656e0100000204736d616e0100000202776e01000001057061636b7301000002096861726d6163697374010000080179010000030d7973696f746865726170697374010000020772616374696365010000070273650100000401790100000303696e740100000204756666730100000105726164696f01000003037069640100000203656164010000030673706f6e73650100000401740100000203696e67010000010373697401000002076c656570696e6701000003046f776c7901000002047065616b01000002057461697273010000020777656c6c696e6701000001077461626c657473010000020365616d010000020368616e01000003016501000002016f01000003066d6f72726f77010000020272790100000102757001000002047375616c010000010a7730733372313839323501000406347231383337010206616c6b696e6701000005017301000003026e74010000020565656b6c790100000205696e646f770100000302746801000000033130310100000201320100000201370100000102323401000001023739010000010239300100000102616701000002016e0100000201730100000201740100000102626501000002016c0100000201720100000201790100000102636101000002016801000002016f010000010264610100000201650100000102656101000002016e0100000201760100000102666101000002016f010000020172010000010267650100000102686101000002016501000002016f0100000102696e01000002017401000001026b6e01000001026c6101000001026d6101000002016501000002016901000002016f01000002017901000001026e6101000002016501000002016901000001026f6601000002016e01000002017001000002017301000002017701000001027061010000020168010000020172010000020175010000010272610100000201650100000201690100000102736901000002016c0100000201700100000201740100000201770100000102746101000002016501000002016801000002016f0100000201720100000102757001000002017301000001027730010000020161010000020165010000020169010000000432303130010000020232300100000202373701000001033739340100000103393030010000010361676101000002026e6401000003016b0100000202736b010000010362656701000002026c690100000301750100000202726501000001036361720100000202686101000002026f6d01000001036461750100000202656c010000010365617201000002026e6401000003016701000002027665010000010366616301000002026f720100000202726101000003016901000003016f0100000103676574010000010368616c0100000202656101000003016c01000002026f750100000103696e6401000003016801000001036b6e6f01000001036c616e01000003017201000001036d616e0100000202697801000002026f6e01000003017201000003017301000001036e6173010000030176010000020265690100000202696701000001036f70650100000202736d0100000202776e01000001037061630100000202686101000003017901000002027261010000030169010000020275660100000103726164010000030170010000020265610100000301730100000202696e010000010373697401000002026c6501000003016f0100000202706501000002027461010000020277650100000103746162010000020265610100000202686101000003016501000002026f6d01000002027279010000010375737501000001037730730100000202616c01000003016e010000020265650100000202696e01000003017401000000053330313031010000020337373001000001043739343601000001043930303101000001046167616901000002036e6b6c0100000203736b7301000001046265677501000002036c6973010000030275650100000203726561010000010463617265010000020368616901000002036f6d6d0100000104646175670100000203656c6101000001046561726c01000002036e676c010000020376656e010000010466616365010000020372616d0100000302696401000004016501000004016701000003026f6d010000010468616c6c010000020365616c01000003026c7001000002036f75720100000104696e646f0100000302686101000001046b6e6f7701000001046c616e640100000302726701000001046d616e61010000020369786501000002036f6e740100000302726501000004016e0100000302737101000001046e617369010000030276690100000203656967010000020369676801000001046f70656e0100000203736d6101000001047061636b01000002036861720100000302797301000002037261630100000401790100000302696e0100000203756666010000010472616469010000030270690100000203656164010000030273700100000401740100000203696e670100000104736c656501000003026f7701000002037065610100000203746169010000020377656c01000001047461626c010000020365616d010000020368616e01000002036f6d6f0100000104757375610100000104773073330100040134010203616c6b01000003026e74010000020365656b0100000203696e64010000030274680100000006343037373030010000010539303031300100000105616761696e01000002046e6b6c650100000105626567756d01000002046c6973740100000204726561740100000105636861697201000002046f6d6d75010000010564617567680100000204656c616301000001056561726c7901000002046e676c69010000020476656e6901000001056672616d6501000003036964610100000402656e0100000402676801000001056865616c7401000002046f7572730100000105696e646f6f010000030368616c01000001056b6e6f777301000001056c616e6469010000030372676501000001056d616e616701000002046978657301000002046f6e74680100000303726e69010000030373717501000001056e6173696d010000030376696701000002046569676801000002046967687401000001056f736d616e01000001057061636b7301000002046861726d01000003037973690100000204726163740100000303696e740100000204756666730100000105726164696f010000030370696401000002046573706f0100000105736c65657001000003036f776c01000002047065616b010000020474616972010000020477656c6c01000001057461626c6501000002046f6d6f720100000105757375616c01000001057730733372010004023472010204616c6b69010000050173010000020465656b6c0100000204696e646f010000040907090706090b0609070908060a0b070e0609090d0d0d0a070a0b0907090a090c0708090a070906060a0a060a0c080b060909070909060b0c0e0907060809070a0e06120c070608090a08080b0608080c09090a0c0c080806060b0707090e090b06070a0a07080606070707070606060706060607060607060706060706060707060607060707070606060607060607060606060706060607060607060606060706060606070607060606090707080808070607080706070807070807080706070807070606080807060708060808060807070606080607070807070807060706070806070607080706070707080707060707080807060707060a0809090908080908070809080809080908080908070606070908070809070909070908080706070907080809080908070806070809070807060809070808080908080809080408070808070b0a0a090a09090a090a090a09090a0807070a090a080a0a080a090908080a0809090a0a09080908090a08090a080909090a090a0905090609');
INSERT INTO "passage_search_data" VALUES (687194767361, X'00000c000530303130310200000202323002000002043737303002000001023234020000010134020000010437393436020000010639303031303102000001016102000002046761696e02000002046d696e6102000002026e6402000003046b6c65730200000203736b730200000201740200000107626c697374657202000003027565020000020972656174686c65737302000002017902000001046361726502000002046861697202000003056f7564727902000002086f6d6d756e6974790200000108646175676874657202000001056561726c7902000002026e640200000305676c697368020000020676656e696e6702000001046661636502000002026f72020000020472616d65020000030569646179730200000404656e64730200000407676874656e656402000003026f6d0200000103676574020000010468616c6c020000020565616c746802000003026c7002000002046f75727302000001016902000002016e0200000305646f6f7273020000030568616c657202000002017402000001056b6e6f777302000001076c616e64696e67020000030372676502000001066d616e61676502000002016502000002046978657302000002046f6e74680200000302726502000004046e696e6702000003047371756502000002017902000001066e6173696d61020000030776696761746f72020000020965696768626f75727302000002046967687402000001026f6602000002016e020000020370656e0200000202776e02000001057061636b7302000002096861726d6163697374020000080179020000030d7973696f746865726170697374020000020772616374696365020000070273650200000401790200000303696e740200000204756666730200000105726164696f02000003037069640200000203656164020000030673706f6e73650200000401740200000203696e67020000010373697402000002076c656570696e6702000003046f776c7902000002047065616b02000002057461697273020000020777656c6c696e6702000001077461626c657473020000020365616d020000020368616e02000003016502000002016f02000003066d6f72726f77020000020272790200000102757002000002047375616c020000010a773073327232333430350200040735723538313339020206616c6b696e6702000005017302000003026e74020000020565656b6c790200000205696e646f7702000003027468020000010fe0a686e0a6aee0a6bfe0a6a8e0a6be02000000033130310200000201320200000201370200000102323402000001023739020000010239300200000102616702000002016d02000002016e0200000201730200000201740200000102626c0200000201720200000201790200000102636102000002016802000002016f020000010264610200000102656102000002016e0200000201760200000102666102000002016f020000020172020000010267650200000102686102000002016502000002016f0200000102696e02000002017402000001026b6e02000001026c6102000001026d6102000002016502000002016902000002016f02000002017902000001026e6102000002016502000002016902000001026f6602000002016e02000002017002000002017702000001027061020000020168020000020172020000020175020000010272610200000201650200000201690200000102736902000002016c0200000201700200000201740200000201770200000102746102000002016502000002016802000002016f02000002017202000001027570020000020173020000010277300200000201610200000201650200000201690200000106e0a686e0a6ae020000000432303130020000020232300200000202373702000001033739340200000103393030020000010361676102000002026d6902000002026e6402000003016b0200000202736b0200000103626c690200000301750200000202726502000001036361720200000202686102000003016f02000002026f6d0200000103646175020000010365617202000002026e6402000003016702000002027665020000010366616302000002026f720200000202726102000003016902000003016f0200000103676574020000010368616c0200000202656102000003016c02000002026f750200000103696e6402000003016802000001036b6e6f02000001036c616e02000003017202000001036d616e0200000202697802000002026f6e02000003017202000003017302000001036e6173020000030176020000020265690200000202696702000001036f70650200000202776e02000001037061630200000202686102000003017902000002027261020000030169020000020275660200000103726164020000030170020000020265610200000301730200000202696e020000010373697402000002026c6502000003016f0200000202706502000002027461020000020277650200000103746162020000020265610200000202686102000003016502000002026f6d02000002027279020000010375737502000001037730730200000202616c02000003016e020000020265650200000202696e0200000301740200000109e0a686e0a6aee0a6bf02000000053330313031020000020337373002000001043739343602000001043930303102000001046167616902000002036d696e02000002036e6b6c0200000203736b730200000104626c6973020000030275650200000203726561020000010463617265020000020368616902000003026f7502000002036f6d6d02000001046461756702000001046561726c02000002036e676c020000020376656e020000010466616365020000020372616d0200000302696402000004016502000004016702000003026f6d020000010468616c6c020000020365616c02000003026c7002000002036f75720200000104696e646f0200000302686102000001046b6e6f7702000001046c616e640200000302726702000001046d616e61020000020369786502000002036f6e740200000302726502000004016e0200000302737102000001046e617369020000030276690200000203656967020000020369676802000001046f70656e02000001047061636b02000002036861720200000302797302000002037261630200000401790200000302696e0200000203756666020000010472616469020000030270690200000203656164020000030273700200000401740200000203696e670200000104736c656502000003026f7702000002037065610200000203746169020000020377656c02000001047461626c020000020365616d020000020368616e02000002036f6d6f0200000104757375610200000104773073320200040135020203616c6b02000003026e74020000020365656b0200000203696e6402000003027468020000010ce0a686e0a6aee0a6bfe0a6a80200000006343037373030020000010539303031300200000105616761696e02000002046d696e6102000002046e6b6c650200000105626c6973740200000204726561740200000105636861697202000003036f756402000002046f6d6d750200000105646175676802000001056561726c7902000002046e676c69020000020476656e6902000001056672616d6502000003036964610200000402656e0200000402676802000001056865616c7402000002046f7572730200000105696e646f6f020000030368616c02000001056b6e6f777302000001056c616e6469020000030372676502000001056d616e616702000002046978657302000002046f6e74680200000303726e69020000030373717502000001056e6173696d020000030376696702000002046569676802000002046967687402000001057061636b7302000002046861726d02000003037973690200000204726163740200000303696e740200000204756666730200000105726164696f020000030370696402000002046573706f0200000105736c65657002000003036f776c02000002047065616b020000020474616972020000020477656c6c02000001057461626c6502000002046f6d6f720200000105757375616c02000001057730733272020004023572020204616c6b69020000050173020000020465656b6c0200000204696e646f020000010fe0a686e0a6aee0a6bfe0a6a8e0a6be020000040907090706090b060909070908060c070e0609090a0d0d0a070a0b0907090a090c0708090a070906060a0a060a0c080b060909070909060b0c0e09070608070a0e06120c070608090a08080b0608080c09090a0c0c080806060b0707090e0a0b06070a0a0714080606070707070606060607060607060607070606070606070706060706070707060606060706060706060607060606070606070606060607060606060706070606060b0907070808080707060708060708070607080807060708070706060808070607080608080608070706060806070708070807060706070806070607080706070707080707060707080807060707060e0a0809090908080809070809080708090908080908070606070908070809070909070908080706070907080809090807080607080907080706080907080808090808080908040807080807110b0a0a09090a090a08090a0a09090a0807070a090a080a0a080a090908080a0809090a09080908090a08090a080909090a090a090509060909');
INSERT INTO "passage_search_data" VALUES (824633720833, X'00000be10530303130310100000202323001000002043737303001000001023234010000010134010000010437393436010000010639303031303101000001016101000002046761696e01000002026e6401000003046b6c65730100000203736b730100000201740100000105626567756d01000002066c697374657201000003027565010000020972656174686c65737301000002017901000001046361726501000002046861697201000002086f6d6d756e697479010000010864617567687465720100000208656c6163726f697801000001056561726c7901000002026e640100000305676c697368010000020676656e696e6701000001046661636501000002026f72010000020472616d65010000030569646179730100000404656e64730100000407676874656e656401000003026f6d0100000103676574010000010468616c6c010000020565616c746801000003026c7001000002046f75727301000001016901000002016e0100000305646f6f7273010000030568616c657201000002017401000001056b6e6f777301000001076c616e64696e67010000030372676501000001066d616e61676501000002016501000002046978657301000002046f6e74680100000302726501000004046e696e6701000003047371756501000002017901000001066e6173696d61010000030776696761746f72010000020965696768626f75727301000002046967687401000001026f6601000002016e010000020370656e0100000204736d616e0100000202776e01000001057061636b7301000002096861726d6163697374010000080179010000030d7973696f746865726170697374010000020772616374696365010000070273650100000401790100000303696e740100000204756666730100000105726164696f01000003037069640100000203656164010000030673706f6e73650100000401740100000203696e67010000010373697401000002076c656570696e6701000003046f776c7901000002047065616b01000002057461697273010000020777656c6c696e6701000001077461626c657473010000020365616d010000020368616e01000003016501000002016f01000003066d6f72726f77010000020272790100000102757001000002047375616c01000001097730733472313833370100040736723537333036010206616c6b696e6701000005017301000003026e74010000020565656b6c790100000205696e646f770100000302746801000000033130310100000201320100000201370100000102323401000001023739010000010239300100000102616701000002016e0100000201730100000201740100000102626501000002016c0100000201720100000201790100000102636101000002016801000002016f010000010264610100000201650100000102656101000002016e0100000201760100000102666101000002016f010000020172010000010267650100000102686101000002016501000002016f0100000102696e01000002017401000001026b6e01000001026c6101000001026d6101000002016501000002016901000002016f01000002017901000001026e6101000002016501000002016901000001026f6601000002016e01000002017001000002017301000002017701000001027061010000020168010000020172010000020175010000010272610100000201650100000201690100000102736901000002016c0100000201700100000201740100000201770100000102746101000002016501000002016801000002016f0100000201720100000102757001000002017301000001027730010000020161010000020165010000020169010000000432303130010000020232300100000202373701000001033739340100000103393030010000010361676101000002026e6401000003016b0100000202736b010000010362656701000002026c690100000301750100000202726501000001036361720100000202686101000002026f6d01000001036461750100000202656c010000010365617201000002026e6401000003016701000002027665010000010366616301000002026f720100000202726101000003016901000003016f0100000103676574010000010368616c0100000202656101000003016c01000002026f750100000103696e6401000003016801000001036b6e6f01000001036c616e01000003017201000001036d616e0100000202697801000002026f6e01000003017201000003017301000001036e6173010000030176010000020265690100000202696701000001036f70650100000202736d0100000202776e01000001037061630100000202686101000003017901000002027261010000030169010000020275660100000103726164010000030170010000020265610100000301730100000202696e010000010373697401000002026c6501000003016f0100000202706501000002027461010000020277650100000103746162010000020265610100000202686101000003016501000002026f6d01000002027279010000010375737501000001037730730100000202616c01000003016e010000020265650100000202696e01000003017401000000053330313031010000020337373001000001043739343601000001043930303101000001046167616901000002036e6b6c0100000203736b7301000001046265677501000002036c6973010000030275650100000203726561010000010463617265010000020368616901000002036f6d6d0100000104646175670100000203656c6101000001046561726c01000002036e676c010000020376656e010000010466616365010000020372616d0100000302696401000004016501000004016701000003026f6d010000010468616c6c010000020365616c01000003026c7001000002036f75720100000104696e646f0100000302686101000001046b6e6f7701000001046c616e640100000302726701000001046d616e61010000020369786501000002036f6e740100000302726501000004016e0100000302737101000001046e617369010000030276690100000203656967010000020369676801000001046f70656e0100000203736d6101000001047061636b01000002036861720100000302797301000002037261630100000401790100000302696e0100000203756666010000010472616469010000030270690100000203656164010000030273700100000401740100000203696e670100000104736c656501000003026f7701000002037065610100000203746169010000020377656c01000001047461626c010000020365616d010000020368616e01000002036f6d6f0100000104757375610100000104773073340100040136010203616c6b01000003026e74010000020365656b0100000203696e64010000030274680100000006343037373030010000010539303031300100000105616761696e01000002046e6b6c650100000105626567756d01000002046c6973740100000204726561740100000105636861697201000002046f6d6d75010000010564617567680100000204656c616301000001056561726c7901000002046e676c69010000020476656e6901000001056672616d6501000003036964610100000402656e0100000402676801000001056865616c7401000002046f7572730100000105696e646f6f010000030368616c01000001056b6e6f777301000001056c616e6469010000030372676501000001056d616e616701000002046978657301000002046f6e74680100000303726e69010000030373717501000001056e6173696d010000030376696701000002046569676801000002046967687401000001056f736d616e01000001057061636b7301000002046861726d01000003037973690100000204726163740100000303696e740100000204756666730100000105726164696f010000030370696401000002046573706f0100000105736c65657001000003036f776c01000002047065616b010000020474616972010000020477656c6c01000001057461626c6501000002046f6d6f720100000105757375616c01000001057730733472010004023672010204616c6b69010000050173010000020465656b6c0100000204696e646f010000040907090706090b0609070908060a0b070e0609090d0d0d0a070a0b0907090a090c0708090a070906060a0a060a0c080b060909070909060b0c0e0907060809070a0e06120c070608090a08080b0608080c09090a0c0c080806060b0707090d0a0b06070a0a07080606070707070606060706060607060607060706060706060707060607060707070606060607060607060606060706060607060607060606060706060606070607060606090707080808070607080706070807070807080706070807070606080807060708060808060807070606080607070807070807060706070806070607080706070707080707060707080807060707060a0809090908080908070809080809080908080908070606070908070809070909070908080706070907080809080908070806070809070807060809070808080908080809080408070808070b0a0a090a09090a090a090a09090a0807070a090a080a0a080a090908080a0809090a0a09080908090a08090a080909090a090a0905090609');
INSERT INTO "passage_search_data" VALUES (962072674305, X'00000c000530303130310200000202323002000002043737303002000001023234020000010134020000010437393436020000010639303031303102000001016102000002046761696e02000002046d696e6102000002026e6402000003046b6c65730200000203736b730200000201740200000107626c697374657202000003027565020000020972656174686c65737302000002017902000001046361726502000002046861697202000003056f7564727902000002086f6d6d756e6974790200000108646175676874657202000001056561726c7902000002026e640200000305676c697368020000020676656e696e6702000001046661636502000002026f72020000020472616d65020000030569646179730200000404656e64730200000407676874656e656402000003026f6d0200000103676574020000010468616c6c020000020565616c746802000003026c7002000002046f75727302000001016902000002016e0200000305646f6f7273020000030568616c657202000002017402000001056b6e6f777302000001076c616e64696e67020000030372676502000001066d616e61676502000002016502000002046978657302000002046f6e74680200000302726502000004046e696e6702000003047371756502000002017902000001066e6173696d61020000030776696761746f72020000020965696768626f75727302000002046967687402000001026f6602000002016e020000020370656e0200000202776e02000001057061636b7302000002096861726d6163697374020000080179020000030d7973696f746865726170697374020000020772616374696365020000070273650200000401790200000303696e740200000204756666730200000105726164696f02000003037069640200000203656164020000030673706f6e73650200000401740200000203696e67020000010373697402000002076c656570696e6702000003046f776c7902000002047065616b02000002057461697273020000020777656c6c696e6702000001077461626c657473020000020365616d020000020368616e02000003016502000002016f02000003066d6f72726f77020000020272790200000102757002000002047375616c020000010a773073357235383133390200040737723439303634020206616c6b696e6702000005017302000003026e74020000020565656b6c790200000205696e646f7702000003027468020000010fe0a686e0a6aee0a6bfe0a6a8e0a6be02000000033130310200000201320200000201370200000102323402000001023739020000010239300200000102616702000002016d02000002016e0200000201730200000201740200000102626c0200000201720200000201790200000102636102000002016802000002016f020000010264610200000102656102000002016e0200000201760200000102666102000002016f020000020172020000010267650200000102686102000002016502000002016f0200000102696e02000002017402000001026b6e02000001026c6102000001026d6102000002016502000002016902000002016f02000002017902000001026e6102000002016502000002016902000001026f6602000002016e02000002017002000002017702000001027061020000020168020000020172020000020175020000010272610200000201650200000201690200000102736902000002016c0200000201700200000201740200000201770200000102746102000002016502000002016802000002016f02000002017202000001027570020000020173020000010277300200000201610200000201650200000201690200000106e0a686e0a6ae020000000432303130020000020232300200000202373702000001033739340200000103393030020000010361676102000002026d6902000002026e6402000003016b0200000202736b0200000103626c690200000301750200000202726502000001036361720200000202686102000003016f02000002026f6d0200000103646175020000010365617202000002026e6402000003016702000002027665020000010366616302000002026f720200000202726102000003016902000003016f0200000103676574020000010368616c0200000202656102000003016c02000002026f750200000103696e6402000003016802000001036b6e6f02000001036c616e02000003017202000001036d616e0200000202697802000002026f6e02000003017202000003017302000001036e6173020000030176020000020265690200000202696702000001036f70650200000202776e02000001037061630200000202686102000003017902000002027261020000030169020000020275660200000103726164020000030170020000020265610200000301730200000202696e020000010373697402000002026c6502000003016f0200000202706502000002027461020000020277650200000103746162020000020265610200000202686102000003016502000002026f6d02000002027279020000010375737502000001037730730200000202616c02000003016e020000020265650200000202696e0200000301740200000109e0a686e0a6aee0a6bf02000000053330313031020000020337373002000001043739343602000001043930303102000001046167616902000002036d696e02000002036e6b6c0200000203736b730200000104626c6973020000030275650200000203726561020000010463617265020000020368616902000003026f7502000002036f6d6d02000001046461756702000001046561726c02000002036e676c020000020376656e020000010466616365020000020372616d0200000302696402000004016502000004016702000003026f6d020000010468616c6c020000020365616c02000003026c7002000002036f75720200000104696e646f0200000302686102000001046b6e6f7702000001046c616e640200000302726702000001046d616e61020000020369786502000002036f6e740200000302726502000004016e0200000302737102000001046e617369020000030276690200000203656967020000020369676802000001046f70656e02000001047061636b02000002036861720200000302797302000002037261630200000401790200000302696e0200000203756666020000010472616469020000030270690200000203656164020000030273700200000401740200000203696e670200000104736c656502000003026f7702000002037065610200000203746169020000020377656c02000001047461626c020000020365616d020000020368616e02000002036f6d6f0200000104757375610200000104773073350200040137020203616c6b02000003026e74020000020365656b0200000203696e6402000003027468020000010ce0a686e0a6aee0a6bfe0a6a80200000006343037373030020000010539303031300200000105616761696e02000002046d696e6102000002046e6b6c650200000105626c6973740200000204726561740200000105636861697202000003036f756402000002046f6d6d750200000105646175676802000001056561726c7902000002046e676c69020000020476656e6902000001056672616d6502000003036964610200000402656e0200000402676802000001056865616c7402000002046f7572730200000105696e646f6f020000030368616c02000001056b6e6f777302000001056c616e6469020000030372676502000001056d616e616702000002046978657302000002046f6e74680200000303726e69020000030373717502000001056e6173696d020000030376696702000002046569676802000002046967687402000001057061636b7302000002046861726d02000003037973690200000204726163740200000303696e740200000204756666730200000105726164696f020000030370696402000002046573706f0200000105736c65657002000003036f776c02000002047065616b020000020474616972020000020477656c6c02000001057461626c6502000002046f6d6f720200000105757375616c02000001057730733572020004023772020204616c6b69020000050173020000020465656b6c0200000204696e646f020000010fe0a686e0a6aee0a6bfe0a6a8e0a6be020000040907090706090b060909070908060c070e0609090a0d0d0a070a0b0907090a090c0708090a070906060a0a060a0c080b060909070909060b0c0e09070608070a0e06120c070608090a08080b0608080c09090a0c0c080806060b0707090e0a0b06070a0a0714080606070707070606060607060607060607070606070606070706060706070707060606060706060706060607060606070606070606060607060606060706070606060b0907070808080707060708060708070607080807060708070706060808070607080608080608070706060806070708070807060706070806070607080706070707080707060707080807060707060e0a0809090908080809070809080708090908080908070606070908070809070909070908080706070907080809090807080607080907080706080907080808090808080908040807080807110b0a0a09090a090a08090a0a09090a0807070a090a080a0a080a090908080a0809090a09080908090a08090a080909090a090a090509060909');
INSERT INTO "passage_search_data" VALUES (1099511627777, X'00000c000530303130310200000202323002000002043737303002000001023234020000010134020000010437393436020000010639303031303102000001016102000002046761696e02000002046d696e6102000002026e6402000003046b6c65730200000203736b730200000201740200000107626c697374657202000003027565020000020972656174686c65737302000002017902000001046361726502000002046861697202000003056f7564727902000002086f6d6d756e6974790200000108646175676874657202000001056561726c7902000002026e640200000305676c697368020000020676656e696e6702000001046661636502000002026f72020000020472616d65020000030569646179730200000404656e64730200000407676874656e656402000003026f6d0200000103676574020000010468616c6c020000020565616c746802000003026c7002000002046f75727302000001016902000002016e0200000305646f6f7273020000030568616c657202000002017402000001056b6e6f777302000001076c616e64696e67020000030372676502000001066d616e61676502000002016502000002046978657302000002046f6e74680200000302726502000004046e696e6702000003047371756502000002017902000001066e6173696d61020000030776696761746f72020000020965696768626f75727302000002046967687402000001026f6602000002016e020000020370656e0200000202776e02000001057061636b7302000002096861726d6163697374020000080179020000030d7973696f746865726170697374020000020772616374696365020000070273650200000401790200000303696e740200000204756666730200000105726164696f02000003037069640200000203656164020000030673706f6e73650200000401740200000203696e67020000010373697402000002076c656570696e6702000003046f776c7902000002047065616b02000002057461697273020000020777656c6c696e6702000001077461626c657473020000020365616d020000020368616e02000003016502000002016f02000003066d6f72726f77020000020272790200000102757002000002047375616c020000010a773073377234393036340200040738723237373536020206616c6b696e6702000005017302000003026e74020000020565656b6c790200000205696e646f7702000003027468020000010fe0a686e0a6aee0a6bfe0a6a8e0a6be02000000033130310200000201320200000201370200000102323402000001023739020000010239300200000102616702000002016d02000002016e0200000201730200000201740200000102626c0200000201720200000201790200000102636102000002016802000002016f020000010264610200000102656102000002016e0200000201760200000102666102000002016f020000020172020000010267650200000102686102000002016502000002016f0200000102696e02000002017402000001026b6e02000001026c6102000001026d6102000002016502000002016902000002016f02000002017902000001026e6102000002016502000002016902000001026f6602000002016e02000002017002000002017702000001027061020000020168020000020172020000020175020000010272610200000201650200000201690200000102736902000002016c0200000201700200000201740200000201770200000102746102000002016502000002016802000002016f02000002017202000001027570020000020173020000010277300200000201610200000201650200000201690200000106e0a686e0a6ae020000000432303130020000020232300200000202373702000001033739340200000103393030020000010361676102000002026d6902000002026e6402000003016b0200000202736b0200000103626c690200000301750200000202726502000001036361720200000202686102000003016f02000002026f6d0200000103646175020000010365617202000002026e6402000003016702000002027665020000010366616302000002026f720200000202726102000003016902000003016f0200000103676574020000010368616c0200000202656102000003016c02000002026f750200000103696e6402000003016802000001036b6e6f02000001036c616e02000003017202000001036d616e0200000202697802000002026f6e02000003017202000003017302000001036e6173020000030176020000020265690200000202696702000001036f70650200000202776e02000001037061630200000202686102000003017902000002027261020000030169020000020275660200000103726164020000030170020000020265610200000301730200000202696e020000010373697402000002026c6502000003016f0200000202706502000002027461020000020277650200000103746162020000020265610200000202686102000003016502000002026f6d02000002027279020000010375737502000001037730730200000202616c02000003016e020000020265650200000202696e0200000301740200000109e0a686e0a6aee0a6bf02000000053330313031020000020337373002000001043739343602000001043930303102000001046167616902000002036d696e02000002036e6b6c0200000203736b730200000104626c6973020000030275650200000203726561020000010463617265020000020368616902000003026f7502000002036f6d6d02000001046461756702000001046561726c02000002036e676c020000020376656e020000010466616365020000020372616d0200000302696402000004016502000004016702000003026f6d020000010468616c6c020000020365616c02000003026c7002000002036f75720200000104696e646f0200000302686102000001046b6e6f7702000001046c616e640200000302726702000001046d616e61020000020369786502000002036f6e740200000302726502000004016e0200000302737102000001046e617369020000030276690200000203656967020000020369676802000001046f70656e02000001047061636b02000002036861720200000302797302000002037261630200000401790200000302696e0200000203756666020000010472616469020000030270690200000203656164020000030273700200000401740200000203696e670200000104736c656502000003026f7702000002037065610200000203746169020000020377656c02000001047461626c020000020365616d020000020368616e02000002036f6d6f0200000104757375610200000104773073370200040138020203616c6b02000003026e74020000020365656b0200000203696e6402000003027468020000010ce0a686e0a6aee0a6bfe0a6a80200000006343037373030020000010539303031300200000105616761696e02000002046d696e6102000002046e6b6c650200000105626c6973740200000204726561740200000105636861697202000003036f756402000002046f6d6d750200000105646175676802000001056561726c7902000002046e676c69020000020476656e6902000001056672616d6502000003036964610200000402656e0200000402676802000001056865616c7402000002046f7572730200000105696e646f6f020000030368616c02000001056b6e6f777302000001056c616e6469020000030372676502000001056d616e616702000002046978657302000002046f6e74680200000303726e69020000030373717502000001056e6173696d020000030376696702000002046569676802000002046967687402000001057061636b7302000002046861726d02000003037973690200000204726163740200000303696e740200000204756666730200000105726164696f020000030370696402000002046573706f0200000105736c65657002000003036f776c02000002047065616b020000020474616972020000020477656c6c02000001057461626c6502000002046f6d6f720200000105757375616c02000001057730733772020004023872020204616c6b69020000050173020000020465656b6c0200000204696e646f020000010fe0a686e0a6aee0a6bfe0a6a8e0a6be020000040907090706090b060909070908060c070e0609090a0d0d0a070a0b0907090a090c0708090a070906060a0a060a0c080b060909070909060b0c0e09070608070a0e06120c070608090a08080b0608080c09090a0c0c080806060b0707090e0a0b06070a0a0714080606070707070606060607060607060607070606070606070706060706070707060606060706060706060607060606070606070606060607060606060706070606060b0907070808080707060708060708070607080807060708070706060808070607080608080608070706060806070708070807060706070806070607080706070707080707060707080807060707060e0a0809090908080809070809080708090908080908070606070908070809070909070908080706070907080809090807080607080907080706080907080808090808080908040807080807110b0a0a09090a090a08090a0a09090a0807070a090a080a0a080a090908080a0809090a09080908090a08090a080909090a090a090509060909');
INSERT INTO "passage_search_idx" VALUES (1, X'', 2);
INSERT INTO "passage_search_idx" VALUES (2, X'', 2);
INSERT INTO "passage_search_idx" VALUES (3, X'', 2);
INSERT INTO "passage_search_idx" VALUES (4, X'', 2);
INSERT INTO "passage_search_idx" VALUES (5, X'', 2);
INSERT INTO "passage_search_idx" VALUES (6, X'', 2);
INSERT INTO "passage_search_idx" VALUES (7, X'', 2);
INSERT INTO "passage_search_idx" VALUES (8, X'', 2);
INSERT INTO "passage_search_docsize" VALUES (1, X'8117');
INSERT INTO "passage_search_docsize" VALUES (2, X'8115');
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
PRAGMA user_version = 2;
