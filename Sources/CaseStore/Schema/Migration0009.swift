/// Crisis plans (spec 3.2 to 3.4): drafts, signed versions that never change, who signed which, answers to warnings,
/// renewals, uses, paper copies, and the key safe's code, sealed.
///
/// `expired` is nobody's status: an interim plan is expired from its day on, whether or not anybody looks (R-CR-04).
enum Migration0009: Migration {
  static let version = 9

  static let statements = [plans, versions, signing, using, keySafe, guarded]

  /// One row a draft and one a signed version. The text of a draft is here; that of a version is in its own table.
  private static let plans = """
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
      \(Migration0001.standard),
      CHECK ((status = 'entered_in_error') = (entered_in_error = 1)),
      CHECK ((version_no = 0) = (draft IS NOT NULL)),
      CHECK (status <> 'draft' OR version_no = 0),
      CHECK (status = 'draft' OR status = 'entered_in_error' OR effective_from IS NOT NULL AND version_no > 0),
      CHECK (status <> 'in_force' OR grade <> 'interim' OR expires_on IS NOT NULL AND clock_from IS NOT NULL),
      CHECK ((status = 'revoked') = (revoked_at IS NOT NULL)),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX crisis_plan_one_in_force ON crisis_plan (patient_id) WHERE status = 'in_force';
    CREATE UNIQUE INDEX crisis_plan_one_draft ON crisis_plan (patient_id) WHERE status = 'draft';
    CREATE INDEX crisis_plan_expiring ON crisis_plan (expires_on) WHERE status = 'in_force' AND grade = 'interim';
    CREATE INDEX crisis_plan_reviews ON crisis_plan (review_on) WHERE status = 'in_force';
    CREATE INDEX crisis_plan_drafts ON crisis_plan (drafted_at) WHERE status = 'draft';
    """

  private static let versions = """
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
    CREATE TRIGGER crisis_plan_version_never_changes BEFORE UPDATE ON crisis_plan_version
      BEGIN SELECT RAISE(ABORT, 'a signed version of a crisis plan never changes'); END;
    """

  /// A sign-off names one version by its hash.
  private static let signing = """
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
    CREATE TRIGGER crisis_plan_signoff_never_changes BEFORE UPDATE ON crisis_plan_signoff
      BEGIN SELECT RAISE(ABORT, 'a sign-off of a crisis plan never changes'); END;

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
    CREATE TRIGGER crisis_plan_answer_never_changes BEFORE UPDATE ON crisis_plan_answer
      BEGIN SELECT RAISE(ABORT, 'an answer to a warning never changes'); END;
    """

  private static let using = """
    CREATE TABLE crisis_use (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      version_no INTEGER NOT NULL CHECK (version_no >= 0),
      used_on TEXT NOT NULL CHECK (length(used_on) = 10),
      who_used TEXT NOT NULL CHECK (length(who_used) BETWEEN 1 AND 280),
      followed TEXT NOT NULL CHECK (followed IN ('yes', 'partly', 'no', 'not_found')),
      outcome TEXT NOT NULL CHECK (outcome IN ('stayed_home', 'ed', 'admitted', 'died', 'other')),
      what_to_change TEXT NOT NULL CHECK (length(what_to_change) <= 2000),
      \(Migration0001.standard),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX crisis_use_by_day ON crisis_use (used_on);

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
      \(Migration0001.standard),
      CHECK ((recall IS NULL) = (recalled_at IS NULL) AND (recall IS NULL) = (recalled_by IS NULL)),
      PRIMARY KEY (patient_id, number)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX crisis_copy_out ON crisis_copy (given_at) WHERE recall IS NULL;
    """

  /// The newest row of a person counts; one without a code says that there is none any more.
  private static let keySafe = """
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
    CREATE TRIGGER key_safe_code_never_changes BEFORE UPDATE ON key_safe_code
      BEGIN SELECT RAISE(ABORT, 'a sealed code never changes: a new one is a new row'); END;
    """

  /// Tables with a person's rows, in the order in which they go when their record is destroyed.
  static let tablesOfPeople = [
    "crisis_plan_answer", "crisis_plan_signoff", "crisis_plan_version", "crisis_copy", "crisis_use", "key_safe_code",
    "crisis_plan",
  ]

  private static let guarded = tablesOfPeople.map(Migration0008.guarding).joined(separator: "\n")
}
