import CaseModel
import GRDB
import Testing

@testable import CaseStore

/// A step that adds a table and fills it: what a later release brings.
private enum NextStep: Migration {
  static var version: Int { Migrations.newest + 1 }
  static let statements = [
    """
    CREATE TABLE huddle (
      id TEXT NOT NULL PRIMARY KEY,
      staff_id TEXT NOT NULL REFERENCES staff (id),
      patient_id TEXT NOT NULL REFERENCES patient (id)
    ) STRICT;
    CREATE INDEX huddle_by_staff ON huddle (staff_id);
    INSERT INTO huddle (id, staff_id, patient_id)
      SELECT p.id, p.created_by, p.id FROM patient p;
    UPDATE store SET generation = 2 WHERE one = 1;
    """
  ]
}

@Suite(.onAServer) struct MigratingTests {
  private let cluster: Cluster
  private let steps: [any Migration.Type] = Migrations.all + [NextStep.self]

  init() async throws {
    cluster = try Cluster()
    try await cluster.makeStore()
  }

  private func address(_ role: String) throws -> PostgreSQLAddress {
    try #require(try PostgreSQLAddress(cluster.path(as: role)))
  }

  /// Every table with the digest of its rows, and the number of the schema.
  private func everything() throws -> [String] {
    let connection = PostgreSQLConnection(session: try cluster.session(as: "mdt_owner"))
    try connection.session.execute("BEGIN")
    let tables = try connection.tables().map { table in
      let digest = try TableDigest.of(table, connection)
      return "\(digest.table) \(digest.rows) \(digest.digest)"
    }
    return tables + ["schema \(try connection.count("SELECT max(version) FROM mdt_schema"))"]
  }

  @Test("mdt migrate brings an older store up to date, data and rights with it")
  func migrates() throws {
    let report = try CaseStore.migrate(try address("mdt_owner"), steps: steps)
    #expect(report == .server(from: Migrations.newest, to: NextStep.version, setRights: true))
    let owner = PostgreSQLConnection(session: try cluster.session(as: "mdt_owner"))
    #expect(try owner.count("SELECT count(*) FROM huddle") == 1)
    #expect(
      try cluster.refusal(of: "INSERT INTO huddle SELECT 'x', staff_id, patient_id FROM huddle", as: "jfrancis") == nil)
    #expect(try cluster.refusal(of: "DELETE FROM huddle", as: "jfrancis") != nil)
    // This program does not know it.
    let problem = #expect(throws: Problem.self) { _ = try CaseStore.open(at: cluster.path(as: "jfrancis")) }
    #expect(problem?.reason.contains("newer mdt") == true)
    let again = #expect(throws: Problem.self) { _ = try CaseStore.migrate(at: cluster.path(as: "mdt_owner")) }
    #expect(again?.reason.contains("newer mdt") == true)
  }

  @Test("Killed at any of its statements a migration leaves the older store whole (promise 22)")
  func killedAnywhere() throws {
    let before = try everything()
    var statements = 0
    while true {
      statements += 1
      let (fatal, administrator) = (statements, try Cluster.administrator(cluster.database))
      var seen = 0
      do {
        _ = try CaseStore.migrate(try address("mdt_owner"), steps: steps) { _ in
          seen += 1
          guard seen == fatal else { return }
          try administrator.execute(
            """
            SELECT pg_terminate_backend(l.pid, 5000) FROM pg_locks l WHERE l.locktype = 'advisory' AND l.granted
            AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
            """)
        }
        break
      } catch let problem as Problem {
        #expect(problem.kind == .unavailable)
      }
      #expect(try everything() == before, "killed before statement \(fatal)")
    }
    // The table, its index, the rows, the change, the number, two references, and COMMIT.
    #expect(statements == 9)
    #expect(try everything() != before)
  }

  @Test("Whoever does not own the store, and a database without one, are told so")
  func refusals() throws {
    let problem = #expect(throws: Problem.self) {
      _ = try CaseStore.migrate(try address("jfrancis"), steps: steps)
    }
    #expect(problem?.kind == .refused)
    let empty = try Cluster()
    let none = #expect(throws: Problem.self) { _ = try CaseStore.migrate(at: empty.path(as: "mdt_owner")) }
    #expect(none?.kind == .notFound)
  }

  @Test("Where nothing is to be done nothing is, and roles that came later get their rights")
  func rightsLater() async throws {
    let place = try Place()
    let made = try place.make()
    await made.close()
    let address = try #require(try PostgreSQLAddress(place.path))
    let session = try PostgreSQLSession(address, settings: [])
    for statement in ["REVOKE ALL ON audit_event FROM mdt_program", "DROP POLICY audit_event_add ON audit_event"] {
      try session.execute(statement)
    }
    #expect(
      try CaseStore.migrate(at: place.path) == .server(from: Migrations.newest, to: Migrations.newest, setRights: true))
    let connection = PostgreSQLConnection(session: session)
    #expect(
      try connection.count("SELECT count(*) WHERE has_table_privilege('mdt_program', 'audit_event', 'INSERT')") == 1)
    #expect(try connection.count("SELECT count(*) FROM pg_policies WHERE policyname = 'audit_event_add'") == 1)
  }
}

@Suite(.ofAFile) struct MigratingFilesTests {
  @Test(
    "A store of the first schema is found in by other words afterwards: strasse finds Straße in a note (promise 22)")
  func passagesAnew() async throws {
    let place = try Place()
    let borough = try await Borough(place)
    var line = try Lines.person("9990000018")
    line.note = "Wohnte in der Straße, trinkt Café"
    try await borough.caseload([line])
    await borough.store.close()
    try putBack(place.path)
    let store = try await CaseStore.opened(place.path)
    let by = try await store.writing()
    for words in ["strasse", "Straße", "cafe"] {
      #expect(try await store.find(words, limit: 5, by: by, audited: false).passages.count == 1, "\(words)")
    }
    // A sign within a word is a part of it.
    #expect(try await store.find("Ⓐ1", limit: 5, by: by, audited: false).count == 0)
    #expect(try await store.find("choudry", limit: 5, by: by, audited: false).people.count == 1)
    await store.close()
  }

  /// The store as the first schema had it.
  private func putBack(_ path: String) throws {
    let queue = try SQLiteFile.open(path, readOnly: false)
    try queue.writeWithoutTransaction { database in
      try database.execute(
        sql: """
          \(OlderSchema.first)
          DROP TABLE passage_search; DROP TABLE name_search; \(SQLiteSearchTables.schema)
          INSERT INTO passage_search (passage_search) VALUES ('rebuild');
          INSERT INTO name_search (rowid, words) SELECT row_key, search_text FROM caseload_entry
          """)
    }
    try queue.close()
  }

  @Test("A file is brought up to date when it is opened, so there is nothing to migrate")
  func files() throws {
    let place = try Place()
    _ = try place.make()
    #expect(try CaseStore.migrate(at: place.path) == .file)
  }
}
