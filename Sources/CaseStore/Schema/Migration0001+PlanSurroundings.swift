/// What a care plan says (spec 2.3): contacts, requirements, equipment, contingencies, further plans.
///
/// Written once from the model's table of fields and frozen: a later field comes by a later migration.
extension Migration0001 {
  static let planSurroundings = """
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
      \(Migration0001.standard),
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
      \(Migration0001.standard),
      PRIMARY KEY (plan_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX individual_requirement_once ON individual_requirement (plan_id)
      WHERE entered_in_error = 0;
    CREATE TABLE equipment (
      id TEXT NOT NULL,
      plan_id TEXT NOT NULL REFERENCES care_plan (id),
      parent_id TEXT,
      position INTEGER NOT NULL,
      name TEXT CHECK (length(name) <= 560),
      date TEXT CHECK (length(date) = 10),
      location TEXT CHECK (length(location) <= 1200),
      \(Migration0001.standard),
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
      \(Migration0001.standard),
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
      \(Migration0001.standard),
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
      \(Migration0001.standard),
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
      \(Migration0001.standard),
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
      \(Migration0001.standard),
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
      \(Migration0001.standard),
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
      \(Migration0001.standard)
    ) STRICT;
    CREATE INDEX plan_note_unseen ON plan_note (staff_id) WHERE seen_at IS NULL;
    """
}
