CREATE TRIGGER about_me_goes_by_certificate BEFORE DELETE ON about_me
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE UNIQUE INDEX about_me_once ON about_me (plan_id)
  WHERE entered_in_error = 0;

CREATE TRIGGER additional_plan_goes_by_certificate BEFORE DELETE ON additional_plan
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TRIGGER allocation_proposal_goes_by_certificate BEFORE DELETE ON allocation_proposal
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK ((state = 'open') = (decided_at IS NULL) AND (state = 'open') = (decided_by IS NULL)),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX allocation_proposal_by_staff ON allocation_proposal (staff_id)
  WHERE state = 'open' AND entered_in_error = 0;

CREATE UNIQUE INDEX allocation_proposal_open ON allocation_proposal (patient_id, role)
  WHERE state = 'open' AND entered_in_error = 0;

CREATE TRIGGER allocation_request_goes_by_certificate BEFORE DELETE ON allocation_request
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK ((closed_at IS NULL) = (closed_as IS NULL)),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX allocation_request_open ON allocation_request (patient_id, role)
  WHERE closed_at IS NULL AND entered_in_error = 0;

CREATE INDEX allocation_request_waiting ON allocation_request (asked_at)
  WHERE closed_at IS NULL AND entered_in_error = 0;

CREATE TRIGGER audit_event_is_never_deleted BEFORE DELETE ON audit_event
  BEGIN SELECT RAISE(ABORT, 'the audit is never deleted from'); END;

CREATE TRIGGER audit_event_never_changes BEFORE UPDATE ON audit_event
  BEGIN SELECT RAISE(ABORT, 'the audit is never changed'); END;

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
, relationship TEXT CHECK (relationship IN ('registered_practice', 'assigned', 'on_meeting_list', 'referral_open', 'hospital_episode', 'self_claimed', 'emergency'))) STRICT;

CREATE INDEX audit_by_patient ON audit_event (patient_id, seq) WHERE patient_id IS NOT NULL;

CREATE INDEX audit_by_staff ON audit_event (staff_id, seq);

CREATE TABLE audit_head (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  count INTEGER NOT NULL,
  at TEXT NOT NULL CHECK (length(at) = 20)
) STRICT;

CREATE TRIGGER audit_published_head_is_never_deleted BEFORE DELETE ON audit_published_head
  BEGIN SELECT RAISE(ABORT, 'a published head is never deleted'); END;

CREATE TRIGGER audit_published_head_never_changes BEFORE UPDATE ON audit_published_head
  BEGIN SELECT RAISE(ABORT, 'a published head is never changed'); END;

CREATE TABLE audit_published_head (
  seq INTEGER NOT NULL PRIMARY KEY CHECK (seq >= 1),
  hash TEXT NOT NULL CHECK (length(hash) = 64),
  count INTEGER NOT NULL CHECK (count >= 1),
  at TEXT NOT NULL CHECK (length(at) = 20),
  installation TEXT NOT NULL,
  public_key TEXT NOT NULL,
  signature TEXT NOT NULL CHECK (length(signature) = 86),
  published_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  reason TEXT NOT NULL CHECK (reason IN ('daily', 'on_demand', 'meeting'))
) STRICT;

CREATE TRIGGER avoided_event_goes_by_certificate BEFORE DELETE ON avoided_event
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE avoided_event (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('a_and_e', 'admission', 'residential', 'bed_day')),
  at TEXT NOT NULL CHECK (length(at) = 20),
  judged_by TEXT NOT NULL REFERENCES staff (id),
  service TEXT NOT NULL CHECK (length(service) BETWEEN 1 AND 280),
  basis TEXT NOT NULL CHECK (basis IN ('would_have_been_admitted_per_ed', 'crisis_plan_followed',
    'rapid_response_at_home', 'social_discharge_from_ed', 'other')),
  confidence TEXT NOT NULL CHECK (confidence IN ('certain', 'probable', 'possible')),
  evidence TEXT NOT NULL CHECK (length(evidence) BETWEEN 1 AND 2000),
  referral_id TEXT,
  crisis_use_id TEXT,
  counter_signed_by TEXT REFERENCES staff (id),
  counter_signed_at TEXT CHECK (length(counter_signed_at) = 20),
  unit_value INTEGER CHECK (unit_value >= 0),
  unit_source TEXT CHECK (length(unit_source) BETWEEN 1 AND 560),
  unit_year TEXT CHECK (length(unit_year) BETWEEN 1 AND 40),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK (referral_id IS NOT NULL OR crisis_use_id IS NOT NULL),
  CHECK (counter_signed_by IS NULL OR counter_signed_by <> judged_by),
  CHECK ((counter_signed_by IS NULL) = (counter_signed_at IS NULL)),
  CHECK ((unit_value IS NULL) = (unit_source IS NULL) AND (unit_value IS NULL) = (unit_year IS NULL)),
  FOREIGN KEY (patient_id, referral_id) REFERENCES referral (patient_id, id),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX avoided_event_by_time ON avoided_event (at);

CREATE TABLE bank_holiday (
  date TEXT NOT NULL CHECK (length(date) = 10),
  nation TEXT NOT NULL CHECK (nation IN ('england-and-wales', 'scotland', 'northern-ireland')),
  name TEXT NOT NULL,
  PRIMARY KEY (nation, date)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER break_glass_goes_by_certificate BEFORE DELETE ON break_glass
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE break_glass (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  at TEXT NOT NULL CHECK (length(at) = 20),
  reason_code TEXT NOT NULL CHECK (reason_code IN ('emergency_unconscious', 'vital_interest', 'safeguarding',
    'cover_for_colleague', 'other')),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 15 AND 2000),
  expires_at TEXT NOT NULL CHECK (length(expires_at) = 20),
  ended_at TEXT CHECK (length(ended_at) = 20),
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

CREATE INDEX break_glass_by_staff ON break_glass (staff_id, expires_at);

CREATE TRIGGER care_entry_goes_by_certificate BEFORE DELETE ON care_entry
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE care_entry (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('joint_visit', 'visit', 'advice', 'social_care_advice', 'ward_flag')),
  medium TEXT NOT NULL CHECK (medium IN ('in_person', 'phone', 'email', 'video')),
  at TEXT NOT NULL CHECK (length(at) = 20),
  given_to TEXT CHECK (length(given_to) BETWEEN 1 AND 280),
  found TEXT NOT NULL CHECK (length(found) BETWEEN 1 AND 4000),
  follows TEXT CHECK (length(follows) BETWEEN 1 AND 4000),
  author_role TEXT NOT NULL,
  follow_up_on TEXT CHECK (length(follow_up_on) = 10),
  follow_up_owner TEXT REFERENCES staff (id),
  followed_up_on TEXT CHECK (length(followed_up_on) = 10),
  followed_up_by TEXT REFERENCES staff (id),
  follow_up_outcome TEXT CHECK (length(follow_up_outcome) BETWEEN 1 AND 2000),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK (followed_up_on IS NULL OR follow_up_on IS NOT NULL),
  CHECK ((followed_up_on IS NULL) = (followed_up_by IS NULL)
    AND (followed_up_on IS NULL) = (follow_up_outcome IS NULL)),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX care_entry_follow_up ON care_entry (follow_up_on)
  WHERE follow_up_on IS NOT NULL AND followed_up_on IS NULL AND entered_in_error = 0;

CREATE TRIGGER care_entry_person_goes_by_certificate BEFORE DELETE ON care_entry_person
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE care_entry_person (
  patient_id TEXT NOT NULL,
  entry_id TEXT NOT NULL,
  position INTEGER NOT NULL CHECK (position >= 0),
  staff_id TEXT REFERENCES staff (id),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 280),
  role TEXT CHECK (length(role) BETWEEN 1 AND 280),
  FOREIGN KEY (patient_id, entry_id) REFERENCES care_entry (patient_id, id),
  PRIMARY KEY (patient_id, entry_id, position)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER care_entry_word_goes_by_certificate BEFORE DELETE ON care_entry_word
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE care_entry_word (
  word TEXT NOT NULL,
  patient_id TEXT NOT NULL,
  entry_id TEXT NOT NULL,
  FOREIGN KEY (patient_id, entry_id) REFERENCES care_entry (patient_id, id),
  PRIMARY KEY (word, patient_id, entry_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX care_entry_word_of ON care_entry_word (patient_id, entry_id);

CREATE TRIGGER care_package_goes_by_certificate BEFORE DELETE ON care_package
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TRIGGER care_plan_goes_by_certificate BEFORE DELETE ON care_plan
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE INDEX care_plan_by_patient ON care_plan (patient_id);

CREATE UNIQUE INDEX care_plan_one_live ON care_plan (patient_id) WHERE status IN ('draft', 'active', 'on_hold');

CREATE TRIGGER care_plan_header_goes_by_certificate BEFORE DELETE ON care_plan_header
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE UNIQUE INDEX care_plan_header_once ON care_plan_header (plan_id)
  WHERE entered_in_error = 0;

CREATE TRIGGER care_plan_version_goes_by_certificate BEFORE DELETE ON care_plan_version
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TRIGGER care_plan_version_never_changes BEFORE UPDATE ON care_plan_version
  BEGIN SELECT RAISE(ABORT, 'a signed version of a care plan never changes'); END;

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

CREATE TRIGGER care_team_member_goes_by_certificate BEFORE DELETE ON care_team_member
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)), asked_at TEXT CHECK (length(asked_at) = 20), declined_at TEXT CHECK (length(declined_at) = 20), end_text TEXT CHECK (length(end_text) <= 2000), weight_code TEXT CHECK (length(weight_code) <= 200),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK (end_at IS NULL OR end_reason IS NOT NULL),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX care_team_by_staff ON care_team_member (staff_id) WHERE end_at IS NULL AND entered_in_error = 0;

CREATE INDEX care_team_left ON care_team_member (end_at)
  WHERE end_reason = 'staff_left' AND entered_in_error = 0;

CREATE UNIQUE INDEX care_team_one_of_each ON care_team_member (patient_id, role)
  WHERE end_at IS NULL AND entered_in_error = 0
  AND role IN ('accountable_gp', 'named_social_worker', 'care_coordinator');

CREATE INDEX care_team_unaccepted ON care_team_member (asked_at)
  WHERE asked_at IS NOT NULL AND accepted_at IS NULL AND end_at IS NULL AND entered_in_error = 0;

CREATE INDEX care_team_untold ON care_team_member (start_at)
  WHERE person_told_on IS NULL AND end_at IS NULL AND entered_in_error = 0
  AND role IN ('accountable_gp', 'named_social_worker', 'care_coordinator');

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

CREATE INDEX caseload_by_born ON caseload_entry (born_key);

CREATE INDEX caseload_by_enrolled ON caseload_entry (enrolled_key);

CREATE INDEX caseload_by_name ON caseload_entry (name_key, row_key, patient_id, family_name, given_names, title,
  preferred_name, born_key, died, gender, nhs_key, practice_key, locality, risk_value, risk_unit, risk_model,
  risk_run_on, plan_status, no_plan_reason, review_key, sw_name, enrolment, has_similar, dq_count);

CREATE INDEX caseload_by_nhs ON caseload_entry (nhs_key);

CREATE INDEX caseload_by_practice ON caseload_entry (practice_key);

CREATE INDEX caseload_by_review ON caseload_entry (review_key);

CREATE INDEX caseload_by_risk ON caseload_entry (risk_key);

CREATE INDEX caseload_dq_name ON caseload_entry (name_key, row_key, enrolment, dq_count) WHERE dq_count > 0;

CREATE INDEX caseload_enrolment ON caseload_entry (enrolment, locality_key);

CREATE INDEX caseload_locality_name ON caseload_entry (locality_key, name_key, row_key, enrolment);

CREATE INDEX caseload_locality_review ON caseload_entry (locality_key, review_key, row_key, enrolment);

CREATE INDEX caseload_locality_risk ON caseload_entry (locality_key, risk_key, row_key, enrolment);

CREATE INDEX caseload_no_plan_name ON caseload_entry (name_key, row_key, enrolment, plan_status)
  WHERE plan_status IS NULL;

CREATE INDEX caseload_no_plan_risk ON caseload_entry (risk_key, row_key, enrolment, plan_status)
  WHERE plan_status IS NULL;

CREATE INDEX caseload_no_sw_name ON caseload_entry (name_key, row_key, enrolment, sw_staff_id)
  WHERE sw_staff_id IS NULL;

CREATE INDEX caseload_no_sw_review ON caseload_entry (review_key, row_key, enrolment, sw_staff_id)
  WHERE sw_staff_id IS NULL;

CREATE INDEX caseload_no_sw_risk ON caseload_entry (risk_key, row_key, enrolment, sw_staff_id)
  WHERE sw_staff_id IS NULL;

CREATE INDEX caseload_percentile ON caseload_entry (percentile, enrolment, locality_key);

CREATE INDEX caseload_practice_name ON caseload_entry (practice_key, name_key, row_key, enrolment);

CREATE INDEX caseload_practice_review ON caseload_entry (practice_key, review_key, row_key, enrolment);

CREATE INDEX caseload_practice_risk ON caseload_entry (practice_key, risk_key, row_key, enrolment);

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

CREATE INDEX caseload_mine_born ON caseload_mine (staff_id, born_key, row_key);

CREATE INDEX caseload_mine_enrolled ON caseload_mine (staff_id, enrolled_key, row_key);

CREATE INDEX caseload_mine_name ON caseload_mine (staff_id, name_key, row_key);

CREATE INDEX caseload_mine_nhs ON caseload_mine (staff_id, nhs_key, row_key);

CREATE INDEX caseload_mine_practice ON caseload_mine (staff_id, practice_key, row_key);

CREATE INDEX caseload_mine_review ON caseload_mine (staff_id, review_key, row_key);

CREATE INDEX caseload_mine_risk ON caseload_mine (staff_id, risk_key, row_key);

CREATE INDEX caseload_mine_row ON caseload_mine (row_key);

CREATE TRIGGER consent_goes_by_certificate BEFORE DELETE ON consent
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TRIGGER consent_is_append_only BEFORE UPDATE ON consent
  BEGIN SELECT RAISE(ABORT, 'a statement about consent is never changed: make a new one'); END;

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
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)), capacity_state TEXT CHECK (capacity_state IN ('has', 'lacks', 'not_assessed')), do_not_ask_before TEXT CHECK (length(do_not_ask_before) = 10),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX consent_best_interests ON consent (valid_to) WHERE basis = 'best_interests';

CREATE INDEX consent_not_to_share ON consent (patient_id)
  WHERE subject = 'share_in_mdt' AND decision IN ('refused', 'withdrawn');

CREATE TRIGGER consent_task_goes_by_certificate BEFORE DELETE ON consent_task
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)
    AND (decision IS NULL) = (reason IS NULL)),
  CHECK ((COALESCE(decision, '') = 'transfer') = (transfer_to IS NOT NULL)),
  FOREIGN KEY (patient_id, consent_id) REFERENCES consent (patient_id, id),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX consent_task_open ON consent_task (raised_at) WHERE decision IS NULL AND entered_in_error = 0;

CREATE TRIGGER consent_void_goes_by_certificate BEFORE DELETE ON consent_void
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TRIGGER consent_void_never_changes BEFORE UPDATE ON consent_void
  BEGIN SELECT RAISE(ABORT, 'that a statement about consent is void is never changed: record what is true'); END;

CREATE TABLE consent_void (
  patient_id TEXT NOT NULL,
  consent_id TEXT NOT NULL,
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
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
  PRIMARY KEY (patient_id, consent_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER contingency_goes_by_certificate BEFORE DELETE ON contingency
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TRIGGER contingency_contact_goes_by_certificate BEFORE DELETE ON contingency_contact
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE INDEX contingency_contact_by_name ON contingency_contact (name)
  WHERE name IS NOT NULL AND entered_in_error = 0;

CREATE TABLE credential (
  staff_id TEXT NOT NULL PRIMARY KEY REFERENCES staff (id),
  hash TEXT NOT NULL CHECK (length(hash) BETWEEN 60 AND 128),
  resets INTEGER NOT NULL CHECK (resets >= 0),
  tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
  tried_at TEXT CHECK (length(tried_at) = 20),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER crisis_copy_goes_by_certificate BEFORE DELETE ON crisis_copy
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE crisis_copy (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  version_no INTEGER NOT NULL CHECK (version_no >= 1),
  place TEXT NOT NULL CHECK (length(place) BETWEEN 1 AND 280),
  given_at TEXT NOT NULL CHECK (length(given_at) = 20),
  given_by TEXT NOT NULL REFERENCES staff (id),
  recalled_at TEXT CHECK (length(recalled_at) = 20),
  recalled_by TEXT REFERENCES staff (id),
  recall TEXT CHECK (recall IN ('replaced', 'destroyed', 'not_found')),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK ((recall IS NULL) = (recalled_at IS NULL) AND (recall IS NULL) = (recalled_by IS NULL)),
  PRIMARY KEY (patient_id, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX crisis_copy_out ON crisis_copy (given_at) WHERE recall IS NULL;

CREATE TRIGGER crisis_plan_goes_by_certificate BEFORE DELETE ON crisis_plan
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE crisis_plan (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  version_no INTEGER NOT NULL DEFAULT 0 CHECK (version_no >= 0),
  grade TEXT NOT NULL CHECK (grade IN ('interim', 'confirmed')),
  status TEXT NOT NULL CHECK (status IN ('draft', 'in_force', 'superseded', 'revoked', 'entered_in_error')),
  effective_from TEXT CHECK (length(effective_from) = 20),
  clock_from TEXT CHECK (length(clock_from) = 10),
  expires_on TEXT CHECK (length(expires_on) = 10),
  review_on TEXT CHECK (length(review_on) = 10),
  review_owner TEXT REFERENCES staff (id),
  renewals INTEGER NOT NULL DEFAULT 0 CHECK (renewals >= 0),
  gaps TEXT NOT NULL DEFAULT '',
  draft TEXT,
  drafted_by TEXT NOT NULL REFERENCES staff (id),
  drafted_at TEXT NOT NULL CHECK (length(drafted_at) = 20),
  revoked_at TEXT CHECK (length(revoked_at) = 20),
  revoked_by_person INTEGER CHECK (revoked_by_person IN (0, 1)),
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
  CHECK ((status = 'entered_in_error') = (entered_in_error = 1)),
  CHECK ((version_no = 0) = (draft IS NOT NULL)),
  CHECK (status <> 'draft' OR version_no = 0),
  CHECK (status = 'draft' OR status = 'entered_in_error' OR effective_from IS NOT NULL AND version_no > 0),
  CHECK (status <> 'in_force' OR grade <> 'interim' OR expires_on IS NOT NULL AND clock_from IS NOT NULL),
  CHECK ((status = 'revoked') = (revoked_at IS NOT NULL)),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX crisis_plan_drafts ON crisis_plan (drafted_at) WHERE status = 'draft';

CREATE INDEX crisis_plan_expiring ON crisis_plan (expires_on) WHERE status = 'in_force' AND grade = 'interim';

CREATE UNIQUE INDEX crisis_plan_one_draft ON crisis_plan (patient_id) WHERE status = 'draft';

CREATE UNIQUE INDEX crisis_plan_one_in_force ON crisis_plan (patient_id) WHERE status = 'in_force';

CREATE INDEX crisis_plan_reviews ON crisis_plan (review_on) WHERE status = 'in_force';

CREATE TRIGGER crisis_plan_answer_goes_by_certificate BEFORE DELETE ON crisis_plan_answer
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TRIGGER crisis_plan_answer_never_changes BEFORE UPDATE ON crisis_plan_answer
  BEGIN SELECT RAISE(ABORT, 'an answer to a warning never changes'); END;

CREATE TABLE crisis_plan_answer (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  version_no INTEGER NOT NULL,
  warning TEXT NOT NULL CHECK (length(warning) BETWEEN 1 AND 280),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  at TEXT NOT NULL CHECK (length(at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id),
  created_org TEXT NOT NULL REFERENCES organisation (ods_code),
  FOREIGN KEY (patient_id, version_no) REFERENCES crisis_plan_version (patient_id, number),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER crisis_plan_signoff_goes_by_certificate BEFORE DELETE ON crisis_plan_signoff
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TRIGGER crisis_plan_signoff_never_changes BEFORE UPDATE ON crisis_plan_signoff
  BEGIN SELECT RAISE(ABORT, 'a sign-off of a crisis plan never changes'); END;

CREATE TABLE crisis_plan_signoff (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  version_no INTEGER NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  role TEXT NOT NULL CHECK (role IN ('drafter', 'clinical_approver', 'accountable_gp', 'consultant', 'social_care',
    'person', 'representative')),
  act TEXT NOT NULL CHECK (act IN ('drafted', 'approved', 'confirmed', 'renewed', 'reviewed', 'agreed')),
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 280),
  staff_id TEXT REFERENCES staff (id),
  registration_number TEXT,
  at TEXT NOT NULL CHECK (length(at) = 20),
  statement TEXT NOT NULL CHECK (length(statement) BETWEEN 1 AND 2000),
  statement_version INTEGER NOT NULL,
  method TEXT NOT NULL CHECK (length(method) BETWEEN 1 AND 280),
  created_by TEXT NOT NULL REFERENCES staff (id),
  created_org TEXT NOT NULL REFERENCES organisation (ods_code),
  FOREIGN KEY (patient_id, version_no) REFERENCES crisis_plan_version (patient_id, number),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER crisis_plan_version_goes_by_certificate BEFORE DELETE ON crisis_plan_version
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TRIGGER crisis_plan_version_never_changes BEFORE UPDATE ON crisis_plan_version
  BEGIN SELECT RAISE(ABORT, 'a signed version of a crisis plan never changes'); END;

CREATE TABLE crisis_plan_version (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  plan_id TEXT NOT NULL,
  signed_at TEXT NOT NULL CHECK (length(signed_at) = 20),
  signed_by TEXT NOT NULL REFERENCES staff (id),
  signed_by_name TEXT NOT NULL,
  signed_by_role TEXT NOT NULL,
  signed_org TEXT NOT NULL REFERENCES organisation (ods_code),
  snapshot TEXT NOT NULL,
  digest TEXT NOT NULL CHECK (length(digest) = 64),
  FOREIGN KEY (patient_id, plan_id) REFERENCES crisis_plan (patient_id, id),
  UNIQUE (patient_id, plan_id),
  PRIMARY KEY (patient_id, number)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER crisis_use_goes_by_certificate BEFORE DELETE ON crisis_use
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE crisis_use (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  version_no INTEGER NOT NULL CHECK (version_no >= 0),
  used_on TEXT NOT NULL CHECK (length(used_on) = 10),
  who_used TEXT NOT NULL CHECK (length(who_used) BETWEEN 1 AND 280),
  followed TEXT NOT NULL CHECK (followed IN ('yes', 'partly', 'no', 'not_found')),
  outcome TEXT NOT NULL CHECK (outcome IN ('stayed_home', 'ed', 'admitted', 'died', 'other')),
  what_to_change TEXT NOT NULL CHECK (length(what_to_change) <= 2000),
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

CREATE INDEX crisis_use_by_day ON crisis_use (used_on);

CREATE TRIGGER death_goes_by_certificate BEFORE DELETE ON death
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE death (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  died_on TEXT NOT NULL CHECK (length(died_on) = 10),
  place TEXT CHECK (place IN ('home', 'nursing_home', 'residential_home', 'hospice', 'hospital', 'community_hospital',
    'ld_unit', 'mh_unit', 'other')),
  source TEXT NOT NULL CHECK (length(source) BETWEEN 1 AND 2000),
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

CREATE UNIQUE INDEX death_one ON death (patient_id) WHERE entered_in_error = 0;

CREATE TRIGGER disposal_certificate_is_never_deleted BEFORE DELETE ON disposal_certificate
  BEGIN SELECT RAISE(ABORT, 'a certificate of destruction is never deleted'); END;

CREATE TRIGGER disposal_certificate_never_changes BEFORE UPDATE ON disposal_certificate
  BEGIN SELECT RAISE(ABORT, 'a certificate of destruction never changes'); END;

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
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK ((approved_on IS NULL) = (approved_by IS NULL) AND (approved_on IS NULL) = (approval_note IS NULL)),
  CHECK (approved_by IS NULL OR approved_by <> made_by),
  CHECK (disposed_on IS NULL OR approved_on IS NOT NULL),
  CHECK ((disposed_on IS NULL) = (disposed_by IS NULL)),
  UNIQUE (id, made_by, approved_by)
) STRICT;

CREATE TRIGGER disposal_report_entry_is_never_deleted BEFORE DELETE ON disposal_report_entry
  BEGIN SELECT RAISE(ABORT, 'what a report of disposal says is never deleted'); END;

CREATE TRIGGER disposal_report_entry_never_changes BEFORE UPDATE ON disposal_report_entry
  BEGIN SELECT RAISE(ABORT, 'what a report of disposal says never changes'); END;

CREATE TABLE disposal_report_entry (
  report_id TEXT NOT NULL REFERENCES disposal_report (id),
  patient_id TEXT NOT NULL,
  retain_until TEXT NOT NULL CHECK (length(retain_until) = 10),
  held INTEGER NOT NULL CHECK (held IN (0, 1)),
  reasons TEXT NOT NULL,
  PRIMARY KEY (report_id, patient_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER enrolment_goes_by_certificate BEFORE DELETE ON enrolment
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)), status_before TEXT CHECK (status_before IN ('identified', 'invited', 'enrolled',
  'declined', 'withdrawn', 'ineligible', 'died', 'moved', 'ended')),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  FOREIGN KEY (patient_id, consent_id) REFERENCES consent (patient_id, id),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER enrolment_event_goes_by_certificate BEFORE DELETE ON enrolment_event
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TRIGGER enrolment_event_never_changes BEFORE UPDATE ON enrolment_event
  BEGIN SELECT RAISE(ABORT, 'a step of an enrolment is never changed: record the next one'); END;

CREATE TABLE enrolment_event (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  status_from TEXT CHECK (status_from IN ('identified', 'invited', 'enrolled', 'declined', 'withdrawn', 'ineligible',
    'died', 'moved', 'ended')),
  status_to TEXT NOT NULL CHECK (status_to IN ('identified', 'invited', 'enrolled', 'declined', 'withdrawn',
    'ineligible', 'died', 'moved', 'ended')),
  happened_on TEXT NOT NULL CHECK (length(happened_on) = 10),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
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

CREATE TRIGGER equipment_goes_by_certificate BEFORE DELETE ON equipment
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TRIGGER formulation_goes_by_certificate BEFORE DELETE ON formulation
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TRIGGER goal_goes_by_certificate BEFORE DELETE ON goal
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TRIGGER handover_note_goes_by_certificate BEFORE DELETE ON handover_note
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE handover_note (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  from_staff TEXT NOT NULL REFERENCES staff (id),
  to_staff TEXT REFERENCES staff (id),
  who_they_are TEXT CHECK (length(who_they_are) <= 2000),
  what_is_live TEXT CHECK (length(what_is_live) <= 2000),
  what_is_due TEXT CHECK (length(what_is_due) <= 2000),
  who_is_cross TEXT CHECK (length(who_is_cross) <= 2000),
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

CREATE INDEX import_file_fingerprint ON import_file (kind, fingerprint);

CREATE TRIGGER individual_requirement_goes_by_certificate BEFORE DELETE ON individual_requirement
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE UNIQUE INDEX individual_requirement_once ON individual_requirement (plan_id)
  WHERE entered_in_error = 0;

CREATE TRIGGER key_safe_code_goes_by_certificate BEFORE DELETE ON key_safe_code
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TRIGGER key_safe_code_never_changes BEFORE UPDATE ON key_safe_code
  BEGIN SELECT RAISE(ABORT, 'a sealed code never changes: a new one is a new row'); END;

CREATE TABLE key_safe_code (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  sealed TEXT CHECK (length(sealed) BETWEEN 1 AND 400),
  sealed_by_key TEXT CHECK (length(sealed_by_key) = 16),
  at TEXT NOT NULL CHECK (length(at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id),
  created_org TEXT NOT NULL REFERENCES organisation (ods_code),
  CHECK ((sealed IS NULL) = (sealed_by_key IS NULL)),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

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

CREATE TRIGGER meeting_question_goes_by_certificate BEFORE DELETE ON meeting_question
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE meeting_question (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  question TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 1120),
  entry_id TEXT,
  status TEXT NOT NULL CHECK (status IN ('open', 'taken', 'withdrawn')),
  meeting_case_id TEXT,
  closed_at TEXT CHECK (length(closed_at) = 20),
  closed_by TEXT REFERENCES staff (id),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK ((status = 'open') = (closed_at IS NULL) AND (status = 'open') = (closed_by IS NULL)),
  CHECK (status <> 'taken' OR meeting_case_id IS NOT NULL),
  CHECK (status <> 'withdrawn' OR status_reason IS NOT NULL),
  FOREIGN KEY (patient_id, entry_id) REFERENCES care_entry (patient_id, id),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX meeting_question_open ON meeting_question (created_at) WHERE status = 'open' AND entered_in_error = 0;

CREATE VIRTUAL TABLE name_search USING fts5 (
  words, content = '', detail = none, prefix = '1 2 3 4 5',
  tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co M* S* P*''');

CREATE TRIGGER need_goes_by_certificate BEFORE DELETE ON need
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TRIGGER other_plan_goes_by_certificate BEFORE DELETE ON other_plan
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TRIGGER outcome_goes_by_certificate BEFORE DELETE ON outcome
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TRIGGER partner_data_goes_by_certificate BEFORE DELETE ON partner_data
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TRIGGER passage_goes_by_certificate BEFORE DELETE ON passage
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE passage (
  row_key INTEGER PRIMARY KEY,
  patient_id TEXT NOT NULL REFERENCES patient (id),
  source TEXT NOT NULL CHECK (source IN ('plan', 'note')),
  text TEXT NOT NULL,
  UNIQUE (patient_id, source)
) STRICT;

CREATE VIRTUAL TABLE passage_search USING fts5 (
  words, content = '', detail = none, prefix = '2 3 4 5',
  tokenize = 'unicode61 remove_diacritics 2 categories ''L* N* Co M* S* P*''');

CREATE TRIGGER patient_goes_by_certificate BEFORE DELETE ON patient
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE INDEX patient_by_birth ON patient (birth_date);

CREATE INDEX patient_by_name ON patient (name_key);

CREATE UNIQUE INDEX patient_nhs_number ON patient (nhs_number)
  WHERE nhs_number IS NOT NULL AND entered_in_error = 0 AND merged_into IS NULL;

CREATE INDEX patient_restricted ON patient (row_key) WHERE restricted = 1;

CREATE TRIGGER patient_address_goes_by_certificate BEFORE DELETE ON patient_address
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE INDEX patient_address_postcode ON patient_address (postcode_key);

CREATE TRIGGER patient_alias_goes_by_certificate BEFORE DELETE ON patient_alias
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TRIGGER patient_event_goes_by_certificate BEFORE DELETE ON patient_event
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TRIGGER patient_telecom_goes_by_certificate BEFORE DELETE ON patient_telecom
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TRIGGER person_seen_goes_by_certificate BEFORE DELETE ON person_seen
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE person_seen (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  at TEXT NOT NULL CHECK (length(at) = 20),
  PRIMARY KEY (patient_id, staff_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX person_seen_by_staff ON person_seen (staff_id, at);

CREATE TRIGGER personal_contact_goes_by_certificate BEFORE DELETE ON personal_contact
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TRIGGER personal_tie_goes_by_certificate BEFORE DELETE ON personal_tie
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE personal_tie (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('own_record', 'household', 'colleague')),
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

CREATE INDEX personal_tie_by_staff ON personal_tie (staff_id) WHERE entered_in_error = 0;

CREATE TRIGGER plan_action_goes_by_certificate BEFORE DELETE ON plan_action
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE INDEX plan_action_by_who ON plan_action (who_name) WHERE who_name IS NOT NULL AND entered_in_error = 0;

CREATE TRIGGER plan_note_goes_by_certificate BEFORE DELETE ON plan_note
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE INDEX plan_note_unseen ON plan_note (staff_id) WHERE seen_at IS NULL;

CREATE TRIGGER plan_review_goes_by_certificate BEFORE DELETE ON plan_review
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE UNIQUE INDEX practice_link_open ON practice_link (practice_code)
  WHERE end_on IS NULL AND entered_in_error = 0;

CREATE TRIGGER privacy_alert_goes_by_certificate BEFORE DELETE ON privacy_alert
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE privacy_alert (
  id TEXT NOT NULL PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('break_glass', 'self_claimed', 'own_record', 'household', 'colleague')),
  patient_id TEXT NOT NULL REFERENCES patient (id),
  staff_id TEXT NOT NULL REFERENCES staff (id),
  at TEXT NOT NULL CHECK (length(at) = 20),
  source_id TEXT,
  reason TEXT NOT NULL CHECK (length(reason) <= 2000),
  reviewed_by TEXT REFERENCES staff (id),
  reviewed_at TEXT CHECK (length(reviewed_at) = 20),
  verdict TEXT CHECK (verdict IN ('justified', 'not_justified', 'unclear')),
  follow_up TEXT CHECK (length(follow_up) <= 2000),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK ((verdict IS NULL) = (reviewed_by IS NULL) AND (verdict IS NULL) = (reviewed_at IS NULL)),
  CHECK (reviewed_by IS NULL OR reviewed_by <> staff_id)
) STRICT;

CREATE INDEX privacy_alert_open ON privacy_alert (at) WHERE verdict IS NULL AND entered_in_error = 0;

CREATE TABLE privilege (
  staff_id TEXT NOT NULL REFERENCES staff (id),
  id TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('admin', 'privacy_officer')),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  proposed_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  confirmed_by TEXT REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
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
  CHECK ((confirmed_by IS NULL) = (start_on IS NULL)),
  PRIMARY KEY (staff_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER record_merge_goes_by_certificate BEFORE DELETE ON record_merge
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE record_merge (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  survivor_id TEXT NOT NULL REFERENCES patient (id),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  undone_at TEXT CHECK (length(undone_at) = 20),
  undone_by TEXT REFERENCES staff (id),
  undone_reason TEXT CHECK (length(undone_reason) <= 2000),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK ((undone_at IS NULL) = (undone_by IS NULL) AND (undone_at IS NULL) = (undone_reason IS NULL)),
  CHECK (patient_id <> survivor_id),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX record_merge_by_survivor ON record_merge (survivor_id) WHERE undone_at IS NULL;

CREATE UNIQUE INDEX record_merge_one ON record_merge (patient_id) WHERE undone_at IS NULL AND entered_in_error = 0;

CREATE TRIGGER referral_goes_by_certificate BEFORE DELETE ON referral
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE referral (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('hospital_social_work', 'rapid_response', 'community_geriatrician', 'reablement',
    'mental_health', 'ot', 'housing', 'voluntary', 'other')),
  place TEXT CHECK (place IN ('ed', 'aau', 'cdu', 'ward', 'community', 'gp', 'care_home')),
  from_staff TEXT REFERENCES staff (id),
  from_name TEXT NOT NULL CHECK (length(from_name) BETWEEN 1 AND 280),
  from_organisation TEXT NOT NULL CHECK (length(from_organisation) BETWEEN 1 AND 280),
  to_team TEXT NOT NULL CHECK (length(to_team) BETWEEN 1 AND 140),
  team_key TEXT NOT NULL,
  owner_id TEXT REFERENCES staff (id),
  situation TEXT NOT NULL CHECK (length(situation) BETWEEN 1 AND 2000),
  background TEXT CHECK (length(background) <= 2000),
  assessment TEXT CHECK (length(assessment) <= 2000),
  recommendation TEXT NOT NULL CHECK (length(recommendation) BETWEEN 1 AND 2000),
  received_at TEXT NOT NULL CHECK (length(received_at) = 20),
  standard_minutes INTEGER NOT NULL CHECK (standard_minutes BETWEEN 1 AND 100000),
  service_from TEXT NOT NULL CHECK (length(service_from) = 5),
  service_to TEXT NOT NULL CHECK (length(service_to) = 5),
  service_days TEXT NOT NULL CHECK (service_days IN ('daily', 'weekdays', 'working_days')),
  outcome TEXT CHECK (outcome IN ('admission_avoided', 'discharged_with_support', 'admitted', 'already_admitted',
    'not_needed', 'person_declined', 'other')),
  outcome_note TEXT CHECK (length(outcome_note) <= 2000),
  closed_at TEXT CHECK (length(closed_at) = 20),
  closed_by TEXT REFERENCES staff (id),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK ((outcome IS NULL) = (closed_at IS NULL) AND (outcome IS NULL) = (closed_by IS NULL)),
  CHECK (service_from <= service_to),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX referral_by_id ON referral (id);

CREATE INDEX referral_closed ON referral (closed_at) WHERE closed_at IS NOT NULL;

CREATE INDEX referral_open ON referral (received_at) WHERE closed_at IS NULL AND entered_in_error = 0;

CREATE TRIGGER referral_response_goes_by_certificate BEFORE DELETE ON referral_response
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE referral_response (
  patient_id TEXT NOT NULL,
  referral_id TEXT NOT NULL,
  id TEXT NOT NULL,
  at TEXT NOT NULL CHECK (length(at) = 20),
  kind TEXT NOT NULL CHECK (kind IN ('seen', 'phone', 'advice', 'redirected', 'declined')),
  by_name TEXT NOT NULL CHECK (length(by_name) BETWEEN 1 AND 280),
  note TEXT CHECK (length(note) <= 2000),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  FOREIGN KEY (patient_id, referral_id) REFERENCES referral (patient_id, id),
  PRIMARY KEY (patient_id, referral_id, id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER registered_practice_goes_by_certificate BEFORE DELETE ON registered_practice
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE INDEX registered_practice_by_code ON registered_practice (practice_code) WHERE end_on IS NULL;

CREATE UNIQUE INDEX registered_practice_open ON registered_practice (patient_id)
  WHERE end_on IS NULL AND entered_in_error = 0;

CREATE TRIGGER relationship_goes_by_certificate BEFORE DELETE ON relationship
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE relationship (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  kind TEXT NOT NULL CHECK (kind IN ('on_meeting_list', 'referral_open', 'hospital_episode', 'self_claimed')),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
  start_at TEXT NOT NULL CHECK (length(start_at) = 20),
  end_at TEXT CHECK (length(end_at) = 20),
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

CREATE INDEX relationship_by_staff ON relationship (staff_id) WHERE entered_in_error = 0;

CREATE TRIGGER retention_hold_goes_by_certificate BEFORE DELETE ON retention_hold
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK ((lifted_on IS NULL) = (lifted_by IS NULL) AND (lifted_on IS NULL) = (lift_reason IS NULL))
) STRICT;

CREATE INDEX retention_hold_of_patient ON retention_hold (patient_id);

CREATE TABLE revocation (
  staff_id TEXT NOT NULL REFERENCES staff (id),
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('sessions', 'secret')),
  reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
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

CREATE TRIGGER risk_score_goes_by_certificate BEFORE DELETE ON risk_score
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TRIGGER risk_score_is_append_only BEFORE UPDATE ON risk_score
  BEGIN SELECT RAISE(ABORT, 'a risk score is never changed: a newer run is a new row'); END;

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

CREATE TRIGGER safeguarding_goes_by_certificate BEFORE DELETE ON safeguarding
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE safeguarding (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  raised_on TEXT NOT NULL CHECK (length(raised_on) = 10),
  raised_by TEXT NOT NULL REFERENCES staff (id),
  category TEXT NOT NULL CHECK (category IN ('physical', 'sexual', 'psychological', 'financial', 'neglect',
    'self_neglect', 'domestic', 'modern_slavery', 'organisational', 'discriminatory')),
  concern TEXT NOT NULL CHECK (length(concern) BETWEEN 1 AND 8000),
  needs_support TEXT NOT NULL CHECK (needs_support IN ('y', 'n', 'unclear')),
  at_risk TEXT NOT NULL CHECK (at_risk IN ('y', 'n', 'unclear')),
  cannot_protect TEXT NOT NULL CHECK (cannot_protect IN ('y', 'n', 'unclear')),
  danger TEXT NOT NULL CHECK (danger IN ('none_now', 'called_999', 'called_police')),
  person_aware INTEGER NOT NULL CHECK (person_aware IN (0, 1)),
  not_aware_reason TEXT CHECK (length(not_aware_reason) BETWEEN 1 AND 8000),
  person_wishes TEXT CHECK (length(person_wishes) BETWEEN 1 AND 8000),
  decision TEXT CHECK (decision IN ('s42', 'other_enquiry', 'nfa')),
  decided_by TEXT REFERENCES staff (id),
  decided_on TEXT CHECK (length(decided_on) = 10),
  lead_id TEXT REFERENCES staff (id),
  outcome TEXT CHECK (length(outcome) BETWEEN 1 AND 8000),
  closed_on TEXT CHECK (length(closed_on) = 10),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK (person_aware = 1 OR not_aware_reason IS NOT NULL),
  CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_on IS NULL)),
  CHECK (closed_on IS NULL OR decision IS NOT NULL AND outcome IS NOT NULL),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX safeguarding_open ON safeguarding (patient_id) WHERE closed_on IS NULL AND entered_in_error = 0;

CREATE TRIGGER safeguarding_person_goes_by_certificate BEFORE DELETE ON safeguarding_person
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE safeguarding_person (
  patient_id TEXT NOT NULL,
  safeguarding_id TEXT NOT NULL,
  staff_id TEXT NOT NULL REFERENCES staff (id),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  FOREIGN KEY (patient_id, safeguarding_id) REFERENCES safeguarding (patient_id, id),
  PRIMARY KEY (patient_id, safeguarding_id, staff_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX safeguarding_person_by_staff ON safeguarding_person (staff_id);

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

CREATE TABLE sharing_agreement (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 280),
  purpose TEXT NOT NULL CHECK (length(purpose) BETWEEN 1 AND 2000),
  version TEXT NOT NULL CHECK (length(version) BETWEEN 1 AND 40),
  starts_on TEXT NOT NULL CHECK (length(starts_on) = 10),
  review_on TEXT CHECK (length(review_on) = 10),
  ends_on TEXT NOT NULL CHECK (length(ends_on) = 10),
  dpia_reference TEXT CHECK (length(dpia_reference) <= 560),
  lead_officer TEXT CHECK (length(lead_officer) <= 280),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK (starts_on <= ends_on)
) STRICT;

CREATE TABLE sharing_agreement_category (
  agreement_id TEXT NOT NULL REFERENCES sharing_agreement (id),
  category TEXT NOT NULL CHECK (category IN ('identity', 'care_plan', 'crisis_plan', 'safeguarding', 'reports')),
  PRIMARY KEY (agreement_id, category)
) STRICT, WITHOUT ROWID;

CREATE TABLE sharing_agreement_party (
  agreement_id TEXT NOT NULL REFERENCES sharing_agreement (id),
  id TEXT NOT NULL,
  organisation_code TEXT NOT NULL REFERENCES organisation (ods_code),
  signed_on TEXT NOT NULL CHECK (length(signed_on) = 10),
  left_on TEXT CHECK (length(left_on) = 10),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  PRIMARY KEY (agreement_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX sharing_agreement_by_party ON sharing_agreement_party (organisation_code);

CREATE TRIGGER sharing_override_goes_by_certificate BEFORE DELETE ON sharing_override
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK ((verdict IS NULL) = (reviewed_by IS NULL) AND (verdict IS NULL) = (reviewed_at IS NULL)),
  CHECK (reviewed_by IS NULL OR reviewed_by <> staff_id AND reviewed_by <> created_by),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX sharing_override_by_staff ON sharing_override (staff_id, expires_at);

CREATE INDEX sharing_override_open ON sharing_override (at) WHERE verdict IS NULL AND entered_in_error = 0;

CREATE TRIGGER sharing_restriction_goes_by_certificate BEFORE DELETE ON sharing_restriction
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE INDEX sharing_restriction_by_organisation ON sharing_restriction (organisation_code)
  WHERE organisation_code IS NOT NULL;

CREATE INDEX sharing_restriction_by_staff ON sharing_restriction (staff_id) WHERE staff_id IS NOT NULL;

CREATE TRIGGER social_care_record_goes_by_certificate BEFORE DELETE ON social_care_record
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE social_care_record (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('s9_needs_assessment', 's10_carer_assessment', 's27_review', 's42_concern',
    's42_enquiry', 'oc_dols', 'mca_assessment', 'advocacy_referral', 'financial_assessment', 'ot_assessment',
    'reablement', 'chc_checklist', 'discharge_planning')),
  status TEXT NOT NULL CHECK (status IN ('requested', 'accepted', 'in_progress', 'completed', 'declined_by_person',
    'not_required', 'closed')),
  requested_on TEXT NOT NULL CHECK (length(requested_on) = 10),
  target_on TEXT CHECK (length(target_on) = 10),
  completed_on TEXT CHECK (length(completed_on) = 10),
  owner_id TEXT NOT NULL REFERENCES staff (id),
  outcome TEXT CHECK (length(outcome) BETWEEN 1 AND 2000),
  eligible TEXT CHECK (eligible IN ('yes', 'no', 'not_decided')),
  advocate TEXT CHECK (length(advocate) BETWEEN 1 AND 560),
  support_reason TEXT CHECK (length(support_reason) BETWEEN 1 AND 560),
  council_reference TEXT CHECK (length(council_reference) BETWEEN 1 AND 140),
  carer_id TEXT,
  carer_name TEXT CHECK (length(carer_name) BETWEEN 1 AND 560),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK (status <> 'completed' OR completed_on IS NOT NULL AND outcome IS NOT NULL),
  CHECK ((kind = 's10_carer_assessment') = (carer_id IS NOT NULL)),
  CHECK ((carer_id IS NULL) = (carer_name IS NULL)),
  PRIMARY KEY (patient_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX social_care_record_open ON social_care_record (owner_id)
  WHERE status IN ('requested', 'accepted', 'in_progress') AND entered_in_error = 0;

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

CREATE UNIQUE INDEX staff_account ON staff (account)
  WHERE account IS NOT NULL AND active_to IS NULL AND entered_in_error = 0;

CREATE INDEX staff_by_last_day ON staff (active_to) WHERE active_to IS NOT NULL;

CREATE INDEX staff_by_name ON staff (name_key);

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
  created_at TEXT NOT NULL CHECK (length(created_at) = 20),
  created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
  updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
  updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
  row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
  status_reason TEXT CHECK (length(status_reason) <= 2000),
  entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
  CHECK (entered_in_error = 0 OR status_reason IS NOT NULL),
  CHECK (to_on IS NULL OR from_on <= to_on),
  CHECK (absence <> 'none' OR wte IS NOT NULL AND points_per_wte IS NOT NULL AND present = 100),
  CHECK (cover_id IS NULL OR cover_id <> staff_id),
  PRIMARY KEY (staff_id, id)
) STRICT, WITHOUT ROWID;

CREATE INDEX staff_capacity_cover ON staff_capacity (cover_id) WHERE cover_id IS NOT NULL;

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

CREATE UNIQUE INDEX staff_post_open ON staff_post (staff_id, organisation_code, role)
  WHERE end_on IS NULL AND entered_in_error = 0;

CREATE TRIGGER staff_safety_alert_goes_by_certificate BEFORE DELETE ON staff_safety_alert
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TABLE staff_training (
  staff_id TEXT NOT NULL REFERENCES staff (id),
  id TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('data_security')),
  done_on TEXT NOT NULL CHECK (length(done_on) = 10),
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

CREATE TRIGGER stage_goal_goes_by_certificate BEFORE DELETE ON stage_goal
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TABLE store (
  one INTEGER NOT NULL PRIMARY KEY CHECK (one = 1),
  installation TEXT NOT NULL,
  demo_mode INTEGER NOT NULL CHECK (demo_mode IN (0, 1)),
  generation INTEGER NOT NULL DEFAULT 1,
  listed_on TEXT NOT NULL CHECK (length(listed_on) = 10),
  clock_offset INTEGER NOT NULL DEFAULT 0 CHECK (clock_offset = 0 OR demo_mode = 1),
  created_at TEXT NOT NULL CHECK (length(created_at) = 20)
) STRICT;

CREATE TRIGGER strength_goes_by_certificate BEFORE DELETE ON strength
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c JOIN care_plan p ON p.patient_id = c.patient_id WHERE p.id = OLD.plan_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE TRIGGER undo_entry_goes_by_certificate BEFORE DELETE ON undo_entry
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

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

CREATE INDEX undo_by_state ON undo_entry (staff_id, state, seq);

CREATE INDEX undo_of_patient ON undo_entry (staff_id, patient_id, state);

CREATE TRIGGER unknown_column_goes_by_certificate BEFORE DELETE ON unknown_column
  WHEN NOT EXISTS (SELECT 1 FROM disposal_certificate c WHERE c.patient_id = OLD.patient_id)
  BEGIN SELECT RAISE(ABORT, 'a person''s rows go with their certificate of destruction only'); END;

CREATE TABLE unknown_column (
  patient_id TEXT NOT NULL REFERENCES patient (id),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  value TEXT NOT NULL,
  import_id TEXT NOT NULL REFERENCES import_file (id),
  PRIMARY KEY (patient_id, name)
) STRICT, WITHOUT ROWID;
