import CaseModel
import Testing

@testable import CaseStore

/// What the server itself refuses, whatever program asks (store.md 3 and 5, deployment D).
@Suite(.onAServer) struct RightsTests {
  private let cluster: Cluster

  init() async throws {
    cluster = try Cluster()
    try await cluster.makeStore()
  }

  private static let notAllowed = "this database account may not do that"

  @Test(
    "The program's role changes no audit row, consent, signed version or score, and takes away nothing but what is derived"
  )
  func keepsWhatIsKept() throws {
    for statement in [
      "UPDATE audit_event SET purpose = ''", "UPDATE audit_published_head SET count = 1", "DELETE FROM audit_event",
      "TRUNCATE audit_event",
      "UPDATE consent SET decision = 'given'", "DELETE FROM consent", "TRUNCATE consent",
      "UPDATE care_plan_version SET snapshot = ''", "DELETE FROM care_plan_version", "TRUNCATE care_plan_version",
      "UPDATE risk_score SET value = 1", "DELETE FROM risk_score", "DELETE FROM patient", "DELETE FROM staff",
      "DELETE FROM care_plan", "DELETE FROM audit_head", "TRUNCATE patient CASCADE", "DELETE FROM undo_entry",
    ] {
      #expect(try cluster.refusal(of: statement, as: "jfrancis") == Self.notAllowed)
      #expect(try cluster.refusal(of: statement, as: "mdt_host") == Self.notAllowed)
    }
  }

  @Test("The program's role makes, changes and takes away no table, function, trigger or role")
  func keepsTheSchema() throws {
    for statement in [
      "CREATE TABLE mine (one bigint)", "CREATE TEMPORARY TABLE audit_event (seq bigint)", "DROP TABLE audit_event",
      "ALTER TABLE audit_event DISABLE TRIGGER audit_event_never_changes",
      "ALTER TABLE audit_event DISABLE ROW LEVEL SECURITY", "DROP POLICY audit_event_add ON audit_event",
      "CREATE FUNCTION mine() RETURNS bigint LANGUAGE sql AS 'SELECT 1'", "DROP FUNCTION mdt_refuse() CASCADE",
      "ALTER FUNCTION mdt_may_write_as(text) RESET ALL", "CREATE ROLE friend", "SET SESSION AUTHORIZATION okafor",
      "SET ROLE mdt_owner", "SET ROLE okafor", "SET session_replication_role = replica",
      "GRANT mdt_service TO jfrancis", "COPY audit_event TO PROGRAM 'cat'", "LOCK TABLE patient IN EXCLUSIVE MODE",
    ] {
      #expect(try cluster.refusal(of: statement, as: "jfrancis") == Self.notAllowed, "\(statement)")
    }
  }

  @Test("Keys, and who made a record when, never change, so that no two people's identifiers are exchanged")
  func keysStay() throws {
    for statement in [
      "UPDATE staff SET id = 'x'", "UPDATE patient SET id = 'x'", "UPDATE care_plan SET created_by = 'x'",
      "UPDATE patient SET row_key = 9", "UPDATE care_team_member SET created_at = '2016-01-01T00:00:00Z'",
    ] {
      #expect(try cluster.refusal(of: statement, as: "jfrancis") == Self.notAllowed, "\(statement)")
    }
  }

  @Test("Of the store's own row the program moves the day of the lists and nothing else")
  func storeStays() throws {
    #expect(try cluster.refusal(of: "UPDATE store SET listed_on = '2016-01-06'", as: "jfrancis") == nil)
    for column in ["demo_mode = 0", "installation = 'x'", "generation = 2", "clock_offset = 5"] {
      #expect(try cluster.refusal(of: "UPDATE store SET \(column)", as: "jfrancis") == Self.notAllowed)
    }
    #expect(
      try cluster.refusal(of: "INSERT INTO bank_holiday VALUES ('2016-01-01', 'scotland', 'x')", as: "jfrancis")
        == Self.notAllowed)
    #expect(try cluster.refusal(of: "INSERT INTO mdt_schema VALUES (9)", as: "jfrancis") == Self.notAllowed)
  }

  @Test("A role that reads sees every table and changes none")
  func readerReads() async throws {
    let session = try cluster.session(as: "analyst")
    let connection = PostgreSQLConnection(session: session)
    let tables = try connection.tables().map(\.name) + ["name_search", "passage_search", "mdt_schema"]
    #expect(tables.count > 30)
    for table in tables {
      try session.execute("SELECT count(*) FROM \(table)")
      for statement in ["DELETE FROM \(table)", "INSERT INTO \(table) DEFAULT VALUES", "TRUNCATE \(table)"] {
        #expect(try cluster.refusal(of: statement, as: "analyst") == Self.notAllowed, "\(statement)")
      }
    }
    let store = try CaseStore.open(at: cluster.path(as: "analyst"), readOnly: true)
    guard case .whole(let count, _) = try await store.verifyAudit() else { return #expect(Bool(false)) }
    #expect(count == 6)
    await store.close()
  }

  @Test("Somebody who is no member of the store's roles does not even connect")
  func strangersStayOut() throws {
    try Cluster.administrator("postgres").execute(
      "DO $$ BEGIN CREATE ROLE mdt_watch LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END $$")
    #expect(throws: StoreFault.self) { _ = try cluster.session(as: "mdt_watch") }
  }

  @Test("Every table of the schema that refuses changes by trigger is one that the program's role may not change")
  func rightsFollowTheTriggers() throws {
    let connection = PostgreSQLConnection(session: try cluster.session(as: "mdt_owner"))
    let guarded = try connection.rows(
      """
      SELECT DISTINCT c.relname::text, has_table_privilege('mdt_program', c.oid, 'UPDATE')
        OR has_any_column_privilege('mdt_program', c.oid, 'UPDATE')
      FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
      WHERE t.tgfoid = 'mdt_refuse()'::regprocedure AND t.tgtype & 16 = 16 ORDER BY 1
      """
    ) { (try $0.text(), try $0.flag()) }
    #expect(
      guarded.map(\.0) == [
        "audit_event", "audit_published_head", "care_plan_version", "consent", "consent_void", "crisis_plan_answer",
        "crisis_plan_signoff", "crisis_plan_version", "disposal_certificate", "disposal_report_entry",
        "enrolment_event", "key_safe_code", "risk_score",
      ])
    #expect(guarded.allSatisfy { !$0.1 })
  }

  @Test("Functions of the store say where they look, and not everybody may call them")
  func functionsArePinned() throws {
    let connection = PostgreSQLConnection(session: try cluster.session(as: "mdt_owner"))
    let functions = try connection.rows(
      """
      SELECT proname::text, array_to_string(proconfig, ','), has_function_privilege('mdt_reader', oid, 'EXECUTE'), prosecdef
      FROM pg_proc WHERE pronamespace = 'public'::regnamespace ORDER BY 1
      """
    ) { (try $0.text(), $0.textOrNil(), try $0.flag(), try $0.flag()) }
    #expect(functions.count == 11)
    for (name, config, everybody, asOwner) in functions {
      #expect(config == "search_path=public, pg_temp", "\(name)")
      // Destroying what has its certificate is the one thing done with the owner's rights.
      #expect(!everybody && asOwner == (name == "mdt_destroy"), "\(name)")
    }
  }

  @Test("8.6: rows about a person go by their certificate alone, and nobody approves that in a colleague's name")
  func destroying() throws {
    let me = "(SELECT id FROM staff WHERE account = 'jfrancis')"
    let standard = "'2016-01-05T09:42:00Z', \(me), 'LBTH', '2016-01-05T09:42:00Z', \(me)"
    let report =
      "INSERT INTO disposal_report (id, made_on, made_by, basis, approved_on, approved_by, approval_note,"
      + " created_at, created_by, created_org, updated_at, updated_by)"
    #expect(
      try cluster.refusal(of: "SELECT mdt_destroy('patient', 'x')", as: "jfrancis")?.contains("certificate") == true)
    #expect(
      try cluster.refusal(
        of: "\(report) VALUES ('r', '2016-01-05', 'x', 'b', '2016-01-05', 'somebody', 'n', \(standard))", as: "jfrancis"
      )?
      .contains("in the name of somebody else") == true)
    #expect(try cluster.refusal(of: "SELECT mdt_destroy('patient', 'x')", as: "analyst") == Self.notAllowed)
  }

  @Test("mdt init with an account that may not make tables says so in three sentences")
  func initNeedsTheOwner() throws {
    let other = try Cluster()
    let problem = #expect(throws: Problem.self) {
      _ = try CaseStore.create(at: other.path(as: "jfrancis"), setup: Place.setup())
    }
    #expect(problem?.kind == .cannotCreate)
    #expect(problem?.reason.contains("may not make tables") == true)
    #expect(problem?.advice.contains("mdt_owner") == true)
  }

  @Test("The file of roles changes nothing when it is run again")
  func rolesAgain() throws {
    try Cluster.makeRoles(cluster.database)
    #expect(try cluster.refusal(of: "SELECT 1 FROM staff", as: "jfrancis") == nil)
    #expect(try cluster.refusal(of: "CREATE TABLE mine (one bigint)", as: "jfrancis") == Self.notAllowed)
  }
}
