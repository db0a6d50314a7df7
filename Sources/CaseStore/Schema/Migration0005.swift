/// Unlocking and ending sessions (spec 8.1, store.md 5): what each member of staff unlocks with, which nobody can read
/// back, and what was taken from somebody: their sessions, or a PIN that they forgot.
enum Migration0005: Migration {
  static let version = 5

  static let statements = [
    """
    CREATE TABLE credential (
      staff_id TEXT NOT NULL PRIMARY KEY REFERENCES staff (id),
      hash TEXT NOT NULL CHECK (length(hash) BETWEEN 60 AND 128),
      resets INTEGER NOT NULL CHECK (resets >= 0),
      tries INTEGER NOT NULL DEFAULT 0 CHECK (tries >= 0),
      tried_at TEXT CHECK (length(tried_at) = 20),
      \(Migration0001.standard)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE revocation (
      staff_id TEXT NOT NULL REFERENCES staff (id),
      id TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('sessions', 'secret')),
      reason TEXT NOT NULL CHECK (length(reason) BETWEEN 1 AND 2000),
      \(Migration0001.standard),
      PRIMARY KEY (staff_id, id)
    ) STRICT, WITHOUT ROWID;
    """,
    """
    INSERT INTO setting (key, value, unit, basis) VALUES
      ('session.idle_minutes', '5', 'minutes', 'handbook 8.1: 5 minutes idle; a site may choose 1 to 15'),
      ('session.hours', '10', 'hours', 'our own default: a long shift'),
      ('session.pin_required', 'no', 'yes or no',
        'our own default: without a PIN a locked screen can only be left, and the account is signed in anew');
    """,
  ]
}
