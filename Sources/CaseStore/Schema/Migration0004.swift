/// Who may see what (spec 5.3, 5.4, 8.1 to 8.3): sharing agreements, relationships that no registration or assignment
/// gives, ties that close a record, break-glass, what a privacy officer has to look at, and privileges.
///
/// A store from before goes on: the organisations whose staff work in it are parties to an agreement that says where it
/// comes from and ends within a year, and whoever was its first member of staff looks after it.
enum Migration0004: Migration {
  static let version = 4

  static let statements = [agreements, relationships, glass, privileges, indexes, takenOver]

  private static let agreements = """
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
      \(Migration0001.standard),
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
      \(Migration0001.standard),
      PRIMARY KEY (agreement_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sharing_agreement_by_party ON sharing_agreement_party (organisation_code);
    """

  private static let relationships = """
    CREATE TABLE relationship (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      staff_id TEXT NOT NULL REFERENCES staff (id),
      kind TEXT NOT NULL CHECK (kind IN ('on_meeting_list', 'referral_open', 'hospital_episode', 'self_claimed')),
      reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
      start_at TEXT NOT NULL CHECK (length(start_at) = 20),
      end_at TEXT CHECK (length(end_at) = 20),
      \(Migration0001.standard),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX relationship_by_staff ON relationship (staff_id) WHERE entered_in_error = 0;

    CREATE TABLE personal_tie (
      patient_id TEXT NOT NULL REFERENCES patient (id),
      id TEXT NOT NULL,
      staff_id TEXT NOT NULL REFERENCES staff (id),
      kind TEXT NOT NULL CHECK (kind IN ('own_record', 'household', 'colleague')),
      start_on TEXT NOT NULL CHECK (length(start_on) = 10),
      end_on TEXT CHECK (length(end_on) = 10),
      \(Migration0001.standard),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX personal_tie_by_staff ON personal_tie (staff_id) WHERE entered_in_error = 0;
    """

  private static let glass = """
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
      \(Migration0001.standard),
      PRIMARY KEY (patient_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX break_glass_by_staff ON break_glass (staff_id, expires_at);

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
      \(Migration0001.standard),
      CHECK ((verdict IS NULL) = (reviewed_by IS NULL) AND (verdict IS NULL) = (reviewed_at IS NULL)),
      CHECK (reviewed_by IS NULL OR reviewed_by <> staff_id)
    ) STRICT;
    CREATE INDEX privacy_alert_open ON privacy_alert (at) WHERE verdict IS NULL AND entered_in_error = 0;
    """

  private static let privileges = """
    CREATE TABLE privilege (
      staff_id TEXT NOT NULL REFERENCES staff (id),
      id TEXT NOT NULL,
      role TEXT NOT NULL CHECK (role IN ('admin', 'privacy_officer')),
      reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
      proposed_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
      confirmed_by TEXT REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
      start_on TEXT CHECK (length(start_on) = 10),
      end_on TEXT CHECK (length(end_on) = 10),
      \(Migration0001.standard),
      CHECK ((confirmed_by IS NULL) = (start_on IS NULL)),
      PRIMARY KEY (staff_id, id)
    ) STRICT, WITHOUT ROWID;
    """

  /// Of those that lists leave out there are few.
  private static let indexes = """
    CREATE INDEX patient_restricted ON patient (row_key) WHERE restricted = 1;
    CREATE INDEX sharing_restriction_by_organisation ON sharing_restriction (organisation_code)
      WHERE organisation_code IS NOT NULL;
    CREATE INDEX sharing_restriction_by_staff ON sharing_restriction (staff_id) WHERE staff_id IS NOT NULL;
    CREATE INDEX consent_not_to_share ON consent (patient_id)
      WHERE subject = 'share_in_mdt' AND decision IN ('refused', 'withdrawn');
    """

  /// The last day of the half year after the one that the store is in.
  private static let end = """
    CASE WHEN substr(s.listed_on, 6, 2) <= '06' THEN substr(s.listed_on, 1, 4) || '-12-31'
    ELSE CAST(CAST(substr(s.listed_on, 1, 4) AS integer) + 1 AS text) || '-06-30' END
    """

  private static let first = "(SELECT f.id FROM staff f ORDER BY f.created_at, f.id LIMIT 1)"

  private static let standardColumns = "created_at, created_by, created_org, updated_at, updated_by"

  private static func standardValues(_ staff: String) -> String {
    "\(staff).created_at, \(staff).id, \(staff).created_org, \(staff).created_at, \(staff).id"
  }

  private static let takenOver = """
    INSERT INTO sharing_agreement (id, name, purpose, version, starts_on, ends_on, \(standardColumns))
    SELECT 'taken-over', 'Agreement from before mdt kept agreements',
      'Shared care as it was before; to be replaced by the agreement that was signed', '0',
      substr(s.created_at, 1, 10), \(end), \(standardValues("w"))
    FROM store s JOIN staff w ON w.id = \(first);
    INSERT INTO sharing_agreement_category (agreement_id, category)
    SELECT a.id, c.category FROM sharing_agreement a CROSS JOIN (SELECT 'identity' AS category UNION ALL SELECT 'care_plan'
      UNION ALL SELECT 'crisis_plan' UNION ALL SELECT 'safeguarding' UNION ALL SELECT 'reports') c;
    INSERT INTO sharing_agreement_party (agreement_id, id, organisation_code, signed_on, \(standardColumns))
    SELECT a.id, o.ods_code, o.ods_code, a.starts_on, \(standardValues("w"))
    FROM sharing_agreement a CROSS JOIN staff w CROSS JOIN organisation o WHERE w.id = \(first)
      AND o.ods_code IN (SELECT p.organisation_code FROM staff_post p WHERE p.entered_in_error = 0);
    INSERT INTO privilege (staff_id, id, role, reason, proposed_by, confirmed_by, start_on, \(standardColumns))
    SELECT w.id, 'taken-over-' || r.role, r.role, 'The first member of staff looked after the store', w.id, w.id,
      substr(w.created_at, 1, 10), \(standardValues("w"))
    FROM staff w CROSS JOIN (SELECT 'admin' AS role UNION ALL SELECT 'privacy_officer') r WHERE w.id = \(first);
    """
}
