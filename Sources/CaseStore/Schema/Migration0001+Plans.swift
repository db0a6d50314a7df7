/// What a care plan says (spec 2.2 and 2.3): about me, strengths, needs, goals, actions, outcomes.
///
/// Written once from the model's table of fields and frozen: a later field comes by a later migration.
extension Migration0001 {
  static let plans = """
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
      \(Migration0001.standard),
      PRIMARY KEY (plan_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX care_plan_header_once ON care_plan_header (plan_id)
      WHERE entered_in_error = 0;
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
      \(Migration0001.standard),
      PRIMARY KEY (plan_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX about_me_once ON about_me (plan_id)
      WHERE entered_in_error = 0;
    CREATE TABLE strength (
      id TEXT NOT NULL,
      plan_id TEXT NOT NULL REFERENCES care_plan (id),
      parent_id TEXT,
      position INTEGER NOT NULL,
      text TEXT CHECK (length(text) <= 4000),
      code TEXT CHECK (length(code) <= 144),
      \(Migration0001.standard),
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
      \(Migration0001.standard),
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
      \(Migration0001.standard),
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
      \(Migration0001.standard),
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
      \(Migration0001.standard),
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
      \(Migration0001.standard),
      PRIMARY KEY (plan_id, id)
    ) STRICT, WITHOUT ROWID;
    """
}
