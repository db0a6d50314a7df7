/// Organisations, where practices belong, and the people who work there (spec 7.3, 0.2).
///
/// Links between a practice, its network and its locality are dated rows, never columns (D-GEO-1); so is the post that
/// a member of staff holds.
extension Migration0001 {
  static let staff = """
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
      \(standard)
    ) STRICT;
    CREATE UNIQUE INDEX staff_account ON staff (account)
      WHERE account IS NOT NULL AND active_to IS NULL AND entered_in_error = 0;
    CREATE INDEX staff_by_name ON staff (name_key);

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
      \(standard)
    ) STRICT;

    CREATE TABLE locality (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL CHECK (length(name) >= 1),
      name_key TEXT NOT NULL UNIQUE,
      \(standard)
    ) STRICT;

    CREATE TABLE network (
      id TEXT NOT NULL PRIMARY KEY,
      name TEXT NOT NULL CHECK (length(name) >= 1),
      name_key TEXT NOT NULL UNIQUE,
      \(standard)
    ) STRICT;

    CREATE TABLE practice_link (
      practice_code TEXT NOT NULL REFERENCES organisation (ods_code),
      id TEXT NOT NULL,
      network_id TEXT REFERENCES network (id),
      locality_id TEXT REFERENCES locality (id),
      start_on TEXT CHECK (length(start_on) = 10),
      end_on TEXT CHECK (length(end_on) = 10),
      \(standard),
      CHECK (end_on IS NULL OR start_on IS NULL OR start_on <= end_on),
      PRIMARY KEY (practice_code, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX practice_link_open ON practice_link (practice_code)
      WHERE end_on IS NULL AND entered_in_error = 0;

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
      \(standard),
      PRIMARY KEY (staff_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE UNIQUE INDEX staff_post_open ON staff_post (staff_id) WHERE end_on IS NULL AND entered_in_error = 0;
    """
}
