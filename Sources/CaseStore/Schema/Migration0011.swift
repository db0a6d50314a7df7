/// Referrals with their clocks, what was avoided, visits and advice, questions for the meeting, Care Act work and
/// safeguarding (handbook 4.3, 4.4, 4.6, 6.2).
///
/// Each service has the minutes in which it answers and the window in which they run. A store from before has none of all
/// that, and gets the settings.
enum Migration0011: Migration {
  static let version = 11

  static let statements = [settings, referrals, avoided, entries, questions, socialCare, safeguarding, guarded]

  static let tablesOfPeople = [
    "avoided_event", "care_entry_person", "care_entry_word", "meeting_question", "care_entry", "referral_response",
    "referral", "safeguarding_person", "safeguarding", "social_care_record",
  ]

  private static let settings = """
    INSERT INTO setting (key, value, unit, basis) VALUES
      ('sw.service_days', 'daily', 'service days', 'seven days a week (S1)'),
      ('rapid.service_from', '08:00', 'time', 'our own default, to be set by the service'),
      ('rapid.service_to', '20:00', 'time', 'our own default, to be set by the service'),
      ('rapid.service_days', 'daily', 'service days', 'our own default, to be set by the service'),
      ('geriatrician.response_minutes', '480', 'minutes', 'our own default: one working day of eight hours'),
      ('geriatrician.service_from', '09:00', 'time', 'our own default, to be set by the service'),
      ('geriatrician.service_to', '17:00', 'time', 'our own default, to be set by the service'),
      ('geriatrician.service_days', 'working_days', 'service days', 'our own default, to be set by the service'),
      ('referral.response_minutes', '960', 'minutes', 'our own default for other services: two working days'),
      ('referral.service_from', '09:00', 'time', 'our own default for other services'),
      ('referral.service_to', '17:00', 'time', 'our own default for other services'),
      ('referral.service_days', 'working_days', 'service days', 'our own default for other services');
    """

  private static let referrals = """
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
      \(Migration0001.standard),
      CHECK ((outcome IS NULL) = (closed_at IS NULL) AND (outcome IS NULL) = (closed_by IS NULL)),
      CHECK (service_from <= service_to),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX referral_by_id ON referral (id);
    CREATE INDEX referral_open ON referral (received_at) WHERE closed_at IS NULL AND entered_in_error = 0;
    CREATE INDEX referral_closed ON referral (closed_at) WHERE closed_at IS NOT NULL;
    CREATE TABLE referral_response (
      patient_id TEXT NOT NULL,
      referral_id TEXT NOT NULL,
      id TEXT NOT NULL,
      at TEXT NOT NULL CHECK (length(at) = 20),
      kind TEXT NOT NULL CHECK (kind IN ('seen', 'phone', 'advice', 'redirected', 'declined')),
      by_name TEXT NOT NULL CHECK (length(by_name) BETWEEN 1 AND 280),
      note TEXT CHECK (length(note) <= 2000),
      \(Migration0001.standard),
      FOREIGN KEY (patient_id, referral_id) REFERENCES referral (patient_id, id),
      PRIMARY KEY (patient_id, referral_id, id)
    ) STRICT, WITHOUT ROWID;
    """

  private static let avoided = """
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
      \(Migration0001.standard),
      CHECK (referral_id IS NOT NULL OR crisis_use_id IS NOT NULL),
      CHECK (counter_signed_by IS NULL OR counter_signed_by <> judged_by),
      CHECK ((counter_signed_by IS NULL) = (counter_signed_at IS NULL)),
      CHECK ((unit_value IS NULL) = (unit_source IS NULL) AND (unit_value IS NULL) = (unit_year IS NULL)),
      FOREIGN KEY (patient_id, referral_id) REFERENCES referral (patient_id, id),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX avoided_event_by_time ON avoided_event (at);
    """

  private static let entries = """
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
      \(Migration0001.standard),
      CHECK (followed_up_on IS NULL OR follow_up_on IS NOT NULL),
      CHECK ((followed_up_on IS NULL) = (followed_up_by IS NULL)
        AND (followed_up_on IS NULL) = (follow_up_outcome IS NULL)),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX care_entry_follow_up ON care_entry (follow_up_on)
      WHERE follow_up_on IS NOT NULL AND followed_up_on IS NULL AND entered_in_error = 0;
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
    CREATE TABLE care_entry_word (
      word TEXT NOT NULL,
      patient_id TEXT NOT NULL,
      entry_id TEXT NOT NULL,
      FOREIGN KEY (patient_id, entry_id) REFERENCES care_entry (patient_id, id),
      PRIMARY KEY (word, patient_id, entry_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX care_entry_word_of ON care_entry_word (patient_id, entry_id);
    """

  private static let questions = """
    CREATE TABLE meeting_question (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      question TEXT NOT NULL CHECK (length(question) BETWEEN 1 AND 1120),
      entry_id TEXT,
      status TEXT NOT NULL CHECK (status IN ('open', 'taken', 'withdrawn')),
      meeting_case_id TEXT,
      closed_at TEXT CHECK (length(closed_at) = 20),
      closed_by TEXT REFERENCES staff (id),
      \(Migration0001.standard),
      CHECK ((status = 'open') = (closed_at IS NULL) AND (status = 'open') = (closed_by IS NULL)),
      CHECK (status <> 'taken' OR meeting_case_id IS NOT NULL),
      CHECK (status <> 'withdrawn' OR status_reason IS NOT NULL),
      FOREIGN KEY (patient_id, entry_id) REFERENCES care_entry (patient_id, id),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX meeting_question_open ON meeting_question (created_at) WHERE status = 'open' AND entered_in_error = 0;
    """

  /// The carer is one of the plan's contacts, whose rows may move to another plan: their name is kept beside them.
  private static let socialCare = """
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
      \(Migration0001.standard),
      CHECK (status <> 'completed' OR completed_on IS NOT NULL AND outcome IS NOT NULL),
      CHECK ((kind = 's10_carer_assessment') = (carer_id IS NOT NULL)),
      CHECK ((carer_id IS NULL) = (carer_name IS NULL)),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX social_care_record_open ON social_care_record (owner_id)
      WHERE status IN ('requested', 'accepted', 'in_progress') AND entered_in_error = 0;
    """

  private static let safeguarding = """
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
      \(Migration0001.standard),
      CHECK (person_aware = 1 OR not_aware_reason IS NOT NULL),
      CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_on IS NULL)),
      CHECK (closed_on IS NULL OR decision IS NOT NULL AND outcome IS NOT NULL),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX safeguarding_open ON safeguarding (patient_id) WHERE closed_on IS NULL AND entered_in_error = 0;
    CREATE TABLE safeguarding_person (
      patient_id TEXT NOT NULL,
      safeguarding_id TEXT NOT NULL,
      staff_id TEXT NOT NULL REFERENCES staff (id),
      \(Migration0001.standard),
      FOREIGN KEY (patient_id, safeguarding_id) REFERENCES safeguarding (patient_id, id),
      PRIMARY KEY (patient_id, safeguarding_id, staff_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX safeguarding_person_by_staff ON safeguarding_person (staff_id);
    """

  private static let guarded = tablesOfPeople.map { Migration0008.guarding($0) }.joined(separator: "\n")
}
