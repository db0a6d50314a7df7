/// People and how to reach them (spec 7.2).
///
/// Rows about one person lie together: their key begins with the person's. `row_key` breaks ties in lists.
/// `name_key` is `PersonName.likeness`; `search_words` is every name a person goes by, folded, spaces between.
extension Migration0001 {
  static let patients = """
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
      \(standard),
      CHECK (nhs_number IS NULL OR nhs_unavailable_reason IS NULL),
      CHECK (nhs_number IS NULL OR nhs_verification IS NOT NULL)
    ) STRICT;
    CREATE UNIQUE INDEX patient_nhs_number ON patient (nhs_number)
      WHERE nhs_number IS NOT NULL AND entered_in_error = 0 AND merged_into IS NULL;
    CREATE INDEX patient_by_name ON patient (name_key);
    CREATE INDEX patient_by_birth ON patient (birth_date);

    CREATE TABLE patient_alias (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      family_name TEXT NOT NULL,
      given_names TEXT NOT NULL,
      name_key TEXT NOT NULL,
      \(standard),
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
      \(standard),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX patient_address_postcode ON patient_address (postcode_key);

    CREATE TABLE patient_telecom (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      number TEXT NOT NULL CHECK (length(number) BETWEEN 1 AND 280),
      use TEXT NOT NULL CHECK (use IN ('home', 'work', 'mobile', 'temp', 'other')),
      rank INTEGER NOT NULL CHECK (rank BETWEEN 1 AND 5),
      safe_to_leave_message INTEGER CHECK (safe_to_leave_message IN (0, 1)),
      \(standard),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE registered_practice (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      practice_code TEXT NOT NULL REFERENCES organisation (ods_code),
      start_on TEXT CHECK (length(start_on) = 10),
      end_on TEXT CHECK (length(end_on) = 10),
      \(standard),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX registered_practice_open ON registered_practice (patient_id)
      WHERE end_on IS NULL AND entered_in_error = 0;
    CREATE INDEX registered_practice_by_code ON registered_practice (practice_code) WHERE end_on IS NULL;

    CREATE TABLE staff_safety_alert (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      text TEXT NOT NULL,
      start_on TEXT NOT NULL CHECK (length(start_on) = 10),
      end_on TEXT CHECK (length(end_on) = 10),
      \(standard),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    """
}
