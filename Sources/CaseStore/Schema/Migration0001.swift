/// The first schema. Its text is frozen: a released migration never changes, whatever becomes of the types around it.
///
/// SQL only, run in one transaction. Days are `YYYY-MM-DD`, moments `YYYY-MM-DDTHH:MM:SSZ`, yes and no are 1 and 0;
/// inside a care plan every value is kept as its canonical text.
enum Migration0001: Migration {
  static let version = 1

  static let statements = [
    staff, patients, patientCare, care, plans, planSurroundings, versions, caseload, lists, audit, settings,
  ]

  /// The standard columns (spec 0.3). Rows about people are never deleted: they are marked, with a reason (D-VER-2).
  static let standard = """
    created_at TEXT NOT NULL CHECK (length(created_at) = 20),
      created_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
      created_org TEXT NOT NULL REFERENCES organisation (ods_code) DEFERRABLE INITIALLY DEFERRED,
      updated_at TEXT NOT NULL CHECK (length(updated_at) = 20),
      updated_by TEXT NOT NULL REFERENCES staff (id) DEFERRABLE INITIALLY DEFERRED,
      row_version INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1),
      status_reason TEXT CHECK (length(status_reason) <= 2000),
      entered_in_error INTEGER NOT NULL DEFAULT 0 CHECK (entered_in_error IN (0, 1)),
      CHECK (entered_in_error = 0 OR status_reason IS NOT NULL)
    """
}

/// One step of the schema, from the version before it.
protocol Migration {
  /// The `user_version` that the store has after it.
  static var version: Int { get }
  static var statements: [String] { get }
  /// Its new tables with rows of a person by `patient_id`, in the order in which they go with the person's certificate:
  /// whatever refers to another stands before it (decision 25).
  static var tablesOfPeople: [String] { get }
}

extension Migration {
  static var tablesOfPeople: [String] { [] }
}
