/// The server's own watch over the audit: whoever may add rows, with whatever program, adds the one that comes next, with
/// the hash that `AuditChain` would give it, and moves the head with it. What a trigger keeps, the table's owner can
/// take away.
enum PostgreSQLAuditGuard {
  static let statements = [hash(""), follows, isHeaded, headIsLast] + triggers

  /// From the schema on that has relationships: they come behind everything else, and only where there is one.
  static let relationships = hash(
    """
    IF row_of.relationship IS NOT NULL THEN
        bytes := bytes || '\\x01'::bytea || int8send(octet_length(row_of.relationship))
          || convert_to(row_of.relationship, 'UTF8');
      END IF;
    """)

  /// The same bytes as `AuditChain`'s, with the length of each text before it.
  private static func hash(_ last: String) -> String {
    """
    CREATE OR REPLACE FUNCTION mdt_audit_hash(row_of audit_event) RETURNS text LANGUAGE plpgsql IMMUTABLE
    SET search_path = public, pg_temp AS $body$
    DECLARE bytes bytea := ''; part text;
    BEGIN
      bytes := int8send(octet_length(row_of.previous_hash)) || convert_to(row_of.previous_hash, 'UTF8')
        || int8send(row_of.seq);
      FOREACH part IN ARRAY ARRAY[row_of.at, row_of.staff_id, row_of.staff_name, row_of.role, row_of.organisation,
        row_of.workstation]
      LOOP bytes := bytes || int8send(octet_length(part)) || convert_to(part, 'UTF8'); END LOOP;
      bytes := bytes || CASE WHEN row_of.patient_id IS NULL THEN '\\x00'::bytea
        ELSE '\\x01'::bytea || int8send(octet_length(row_of.patient_id)) || convert_to(row_of.patient_id, 'UTF8') END;
      FOREACH part IN ARRAY ARRAY[row_of.action, row_of.object]
      LOOP bytes := bytes || int8send(octet_length(part)) || convert_to(part, 'UTF8'); END LOOP;
      bytes := bytes || COALESCE('\\x01'::bytea || int8send(row_of.version_before), '\\x00'::bytea)
        || COALESCE('\\x01'::bytea || int8send(row_of.version_after), '\\x00'::bytea);
      FOREACH part IN ARRAY ARRAY[row_of.purpose, row_of.record_digest]
      LOOP bytes := bytes || int8send(octet_length(part)) || convert_to(part, 'UTF8'); END LOOP;
      \(last)
      RETURN encode(sha256(bytes), 'hex');
    END
    $body$
    """
  }

  private static let follows = """
    CREATE FUNCTION mdt_audit_follows() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $body$
    DECLARE last record;
    BEGIN
      SELECT seq, hash INTO last FROM audit_event ORDER BY seq DESC LIMIT 1;
      IF NEW.seq IS DISTINCT FROM COALESCE(last.seq, 0) + 1
        OR NEW.previous_hash IS DISTINCT FROM COALESCE(last.hash, repeat('0', 64)) THEN
        RAISE EXCEPTION 'an audit row follows the one before it' USING ERRCODE = 'MDT01';
      END IF;
      IF NEW.hash IS DISTINCT FROM mdt_audit_hash(NEW) THEN
        RAISE EXCEPTION 'an audit row has the hash of what it says' USING ERRCODE = 'MDT01';
      END IF;
      RETURN NEW;
    END
    $body$
    """

  /// A row beyond the head would keep everybody else from writing.
  private static let isHeaded = """
    CREATE FUNCTION mdt_audit_is_headed() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $body$
    BEGIN
      IF NOT EXISTS (SELECT 1 FROM audit_head WHERE one = 1 AND seq >= NEW.seq) THEN
        RAISE EXCEPTION 'the head of the audit moves with its rows' USING ERRCODE = 'MDT01';
      END IF;
      RETURN NULL;
    END
    $body$
    """

  private static let headIsLast = """
    CREATE FUNCTION mdt_audit_head_is_last() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $body$
    DECLARE last record;
    BEGIN
      SELECT seq, hash, at INTO last FROM audit_event ORDER BY seq DESC LIMIT 1;
      IF (NEW.seq, NEW.hash, NEW.at, NEW.count) IS DISTINCT FROM (last.seq, last.hash, last.at, last.seq) THEN
        RAISE EXCEPTION 'the head of the audit is its last row' USING ERRCODE = 'MDT01';
      END IF;
      RETURN NULL;
    END
    $body$
    """

  private static let triggers = [
    """
    CREATE TRIGGER audit_event_follows BEFORE INSERT ON audit_event FOR EACH ROW
    EXECUTE FUNCTION mdt_audit_follows()
    """,
    """
    CREATE CONSTRAINT TRIGGER audit_event_is_headed AFTER INSERT ON audit_event DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION mdt_audit_is_headed()
    """,
    """
    CREATE TRIGGER audit_head_is_last AFTER INSERT OR UPDATE ON audit_head FOR EACH ROW
    EXECUTE FUNCTION mdt_audit_head_is_last()
    """,
    """
    CREATE TRIGGER audit_head_is_never_deleted BEFORE DELETE ON audit_head FOR EACH ROW
    EXECUTE FUNCTION mdt_refuse('the head of the audit is never deleted')
    """,
    """
    CREATE TRIGGER audit_head_is_never_deleted_at_once BEFORE TRUNCATE ON audit_head FOR EACH STATEMENT
    EXECUTE FUNCTION mdt_refuse('the head of the audit is never deleted')
    """,
  ]
}
