/// The audit says by which relationship somebody reached a record (handbook 8.2), and keeps the heads that were signed
/// and published (store.md 4). Rows that were there have no relationship, and their hashes stay what they are.
enum Migration0003: Migration {
  static let version = 3

  static let statements = [
    """
    ALTER TABLE audit_event ADD COLUMN relationship TEXT CHECK (relationship IN ('registered_practice', 'assigned', \
    'on_meeting_list', 'referral_open', 'hospital_episode', 'self_claimed', 'emergency'));
    CREATE INDEX audit_by_staff ON audit_event (staff_id, seq);
    """,
    """
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
    CREATE TRIGGER audit_published_head_never_changes BEFORE UPDATE ON audit_published_head
      BEGIN SELECT RAISE(ABORT, 'a published head is never changed'); END;
    CREATE TRIGGER audit_published_head_is_never_deleted BEFORE DELETE ON audit_published_head
      BEGIN SELECT RAISE(ABORT, 'a published head is never deleted'); END;
    """,
  ]
}
