/// Who may do what in the server itself, behind the program's own decisions (store.md 3): the rights of the roles that
/// `docs/manual/postgresql/roles.sql` makes, and row security. Applied to a store by `mdt init` and by `mdt migrate`,
/// with the account that owns it, where the roles are there; a store without them works all the same.
enum PostgreSQLGrants {
  /// Groups: people's and services' own roles are members of them.
  static let program = "mdt_program"
  static let reader = "mdt_reader"
  /// Those who connect for many people: a host that knows by itself who is at the keyboard.
  static let service = "mdt_service"

  static func rolesAreThere(_ connection: any Connection) throws -> Bool {
    try connection.count(
      "SELECT count(*) FROM pg_roles WHERE rolname IN ('\(program)', '\(reader)', '\(service)')") == 3
  }

  /// The rights as they should be, whatever they were. Nothing happens where the roles are not there.
  ///
  /// - Returns: whether they were set.
  @discardableResult static func apply(_ session: PostgreSQLSession) throws -> Bool {
    let connection = PostgreSQLConnection(session: session)
    guard try rolesAreThere(connection) else { return false }
    for statement in functions { try session.execute(statement) }
    for table in try connection.tables() + searchTables {
      for statement in rights(on: table) { try session.execute(statement) }
    }
    for statement in policies { try session.execute(statement) }
    return true
  }

  // MARK: Rights

  /// Of these nothing is ever changed; the last is read only.
  private static let appendOnly = [
    "audit_event", "audit_published_head", "care_entry_person", "care_entry_word", "care_plan_version", "consent",
    "consent_void", "crisis_plan_answer", "crisis_plan_signoff", "crisis_plan_version", "disposal_certificate",
    "disposal_report_entry", "enrolment_event", "key_safe_code", "revocation", "risk_score", "setting_history",
    "sharing_agreement_category",
  ]
  private static let readOnly = ["bank_holiday", "mdt_schema"]
  /// What is derived from other tables is taken away when it no longer holds.
  private static let derived = ["caseload_entry", "caseload_mine", "name_search", "passage_search"]

  private static let searchTables = [
    TableShape(name: "mdt_schema", columns: [], key: []),
    TableShape(
      name: "name_search",
      columns: [.init(name: "row_key", kind: .integer), .init(name: "words", kind: .text)], key: ["row_key"]),
    TableShape(
      name: "passage_search",
      columns: [.init(name: "row_key", kind: .integer), .init(name: "words", kind: .text)], key: ["row_key"]),
  ]

  /// What a record is known by, and who made it when, never changes: an exchange of two keys would turn what one member
  /// of staff did into what another did.
  private static let fixed: Set = ["id", "row_key", "created_at", "created_by", "created_org"]

  private static func rights(on table: TableShape) -> [String] {
    let name = "public.\"\(table.name)\""
    var all = [
      "REVOKE ALL ON \(name) FROM PUBLIC, \(program), \(reader)", "GRANT SELECT ON \(name) TO \(program), \(reader)",
    ]
    guard !readOnly.contains(table.name) else { return all }
    if table.name == "store" { return all + ["GRANT UPDATE (listed_on) ON \(name) TO \(program)"] }
    all.append("GRANT INSERT ON \(name) TO \(program)")
    guard !appendOnly.contains(table.name) else { return all }
    let columns = table.columns.map(\.name).filter { !table.key.contains($0) && !fixed.contains($0) }
    if !columns.isEmpty {
      all.append("GRANT UPDATE (\(columns.map { "\"\($0)\"" }.joined(separator: ", "))) ON \(name) TO \(program)")
    }
    if derived.contains(table.name) { all.append("GRANT DELETE ON \(name) TO \(program)") }
    return all
  }

  // MARK: Rows

  private static let functions = [
    // Who is connected cannot be changed by whoever is: not by SET ROLE, and not by a setting.
    """
    CREATE OR REPLACE FUNCTION mdt_may_write_as(member text) RETURNS boolean LANGUAGE sql STABLE
    SET search_path = public, pg_temp AS $body$
      SELECT pg_has_role(session_user, '\(service)', 'MEMBER') OR EXISTS (
        SELECT 1 FROM staff s WHERE s.id = member AND s.account = session_user::text
        AND (s.active_to IS NULL OR s.active_to >= to_char(now() AT TIME ZONE 'Europe/London', 'YYYY-MM-DD'))
        AND s.entered_in_error = 0)
    $body$
    """,
    // Nobody makes themself a colleague by giving the colleague's entry their own account.
    """
    CREATE OR REPLACE FUNCTION mdt_account_is_given() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp AS $body$
    BEGIN
      IF NEW.account = session_user::text AND NOT pg_has_role(session_user, '\(service)', 'MEMBER')
        AND NOT pg_has_role(session_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
        IF TG_OP = 'INSERT' OR OLD.account IS DISTINCT FROM NEW.account THEN
          RAISE EXCEPTION 'nobody gives themself an account' USING ERRCODE = 'MDT01';
        END IF;
      END IF;
      RETURN NEW;
    END
    $body$
    """,
    """
    CREATE OR REPLACE TRIGGER staff_account_is_given BEFORE INSERT OR UPDATE OF account ON staff FOR EACH ROW
    EXECUTE FUNCTION mdt_account_is_given()
    """,
    // Nobody approves in a colleague's name that records are destroyed.
    """
    CREATE OR REPLACE FUNCTION mdt_approval_is_ones_own() RETURNS trigger LANGUAGE plpgsql
    SET search_path = public, pg_temp AS $body$
    BEGIN
      IF NEW.approved_by IS NOT NULL AND (TG_OP = 'INSERT' OR OLD.approved_by IS DISTINCT FROM NEW.approved_by)
        AND NOT mdt_may_write_as(NEW.approved_by)
        AND NOT pg_has_role(session_user, (SELECT relowner FROM pg_class WHERE oid = TG_RELID), 'MEMBER') THEN
        RAISE EXCEPTION 'nobody approves in the name of somebody else' USING ERRCODE = 'MDT01';
      END IF;
      RETURN NEW;
    END
    $body$
    """,
    """
    CREATE OR REPLACE TRIGGER disposal_report_approval BEFORE INSERT OR UPDATE ON disposal_report FOR EACH ROW
    EXECUTE FUNCTION mdt_approval_is_ones_own()
    """,
    """
    REVOKE ALL ON FUNCTION mdt_refuse(), mdt_next_row_key(regclass), mdt_audit_hash(audit_event), mdt_audit_follows(),
      mdt_audit_is_headed(), mdt_audit_head_is_last(), mdt_may_write_as(text), mdt_account_is_given(),
      mdt_refuse_without_certificate(), mdt_destroy(text, text), mdt_approval_is_ones_own() FROM PUBLIC
    """,
    """
    GRANT EXECUTE ON FUNCTION mdt_next_row_key(regclass), mdt_audit_hash(audit_event), mdt_may_write_as(text),
      mdt_destroy(text, text) TO \(program)
    """,
  ]

  /// Everything may be read; what is in somebody's name is written by them.
  private static let policies =
    rowSecurity("audit_event", insert: "staff_id")
    + rowSecurity("audit_published_head", insert: "published_by")
    + rowSecurity("credential", insert: "staff_id", update: "staff_id")
    + rowSecurity("revocation", insert: "created_by")
    + rowSecurity("saved_view", insert: "staff_id", update: "staff_id")
    + rowSecurity("undo_entry", insert: "staff_id", update: "staff_id")
    + rowSecurity("person_seen", insert: "staff_id", update: "staff_id")
    + rowSecurity("plan_note", insert: "created_by", update: "staff_id")
    + rowSecurity("care_plan_version", insert: "signed_by")
    + rowSecurity("break_glass", insert: "staff_id", update: "staff_id")
    + rowSecurity("relationship", insert: "created_by", update: "updated_by")
    + rowSecurity("disposal_certificate", insert: "disposed_by")
    + rowSecurity("consent_void", insert: "created_by")
    + rowSecurity("crisis_plan_version", insert: "signed_by")
    + rowSecurity("crisis_plan_signoff", insert: "created_by")
    + rowSecurity("crisis_plan_answer", insert: "created_by")
    + rowSecurity("key_safe_code", insert: "created_by")
    + rowSecurity("sharing_override", insert: "created_by", update: "updated_by")
    + workInHand.flatMap { rowSecurity($0, insert: "created_by", update: "updated_by") }

  /// Referrals, visits and social care: whatever is said there is said in one's own name.
  private static let workInHand = [
    "avoided_event", "care_entry", "meeting_question", "referral", "referral_response", "safeguarding",
    "safeguarding_person", "social_care_record",
  ]

  private static func rowSecurity(_ table: String, insert: String, update: String? = nil) -> [String] {
    var all = [
      "ALTER TABLE \(table) ENABLE ROW LEVEL SECURITY", "DROP POLICY IF EXISTS \(table)_read ON \(table)",
      "DROP POLICY IF EXISTS \(table)_add ON \(table)", "DROP POLICY IF EXISTS \(table)_change ON \(table)",
      "CREATE POLICY \(table)_read ON \(table) FOR SELECT TO \(program), \(reader) USING (true)",
      """
      CREATE POLICY \(table)_add ON \(table) FOR INSERT TO \(program) WITH CHECK (mdt_may_write_as(\(insert)))
      """,
    ]
    if let update {
      all.append(
        """
        CREATE POLICY \(table)_change ON \(table) FOR UPDATE TO \(program)
        USING (mdt_may_write_as(\(update))) WITH CHECK (mdt_may_write_as(\(update)))
        """)
    }
    return all
  }
}
