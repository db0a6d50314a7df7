import CaseModel
import Foundation
import Testing

@testable import CaseStore

@Suite("A store on a server", .onAServer) struct ServerTests {
  private func address(_ place: Place) throws -> PostgreSQLAddress { try #require(try PostgreSQLAddress(place.path)) }

  private func boss(_ place: Place) throws -> PostgreSQLSession {
    try PostgreSQLSession(address(place), settings: [])
  }

  /// Cuts off everybody's connections but the asker's.
  private func cut(_ session: PostgreSQLSession) throws {
    _ = try session.query(
      """
      SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()
      """, [])
  }

  @Test("a connection that was cut is made again: reading and writing go on without opening the store again")
  func cutOff() async throws {
    let scene = try await PlanTests.Scene()
    try cut(try boss(scene.place))
    #expect(try await scene.store.peek(scene.rahela).hasSimilar == false)
    try cut(try boss(scene.place))
    try await scene.store.setSetting("mdt.max_cases", to: "9", reason: "a trial", by: scene.by)
    #expect(try await scene.store.settings().first { $0.key == "mdt.max_cases" }?.value == "9")
  }

  @Test("a connection cut in the middle of a write: told, nothing of it is kept, and the same write then succeeds")
  func cutInTheMiddle() async throws {
    let scene = try await PlanTests.Scene()
    let session = try boss(scene.place)
    let before = try await scene.store.auditHead()
    let what = "The trial was not kept."
    let problem = await #expect(throws: Problem.self) {
      try await scene.store.writing(what, scene.by) { change in
        try change.audit(.update, "trial", purpose: "cut")
        try change.connection.run("UPDATE setting SET value = '3' WHERE key = 'mdt.max_cases'", [])
        let place = scene.place
        try cut(try boss(place))
        try change.connection.run("UPDATE setting SET value = '4' WHERE key = 'mdt.max_cases'", [])
      }
    }
    #expect(problem?.kind == .unavailable && problem?.reason == "The connection to the database server was lost.")
    #expect(try await scene.store.auditHead() == before)
    withExtendedLifetime(session) {}
    try await scene.store.setSetting("mdt.max_cases", to: "9", reason: "a trial", by: scene.by)
  }

  /// The connection is cut when COMMIT has been sent: a deferred trigger runs inside it. What is committed there and
  /// what is not is for the server to say.
  @Test("a connection cut after COMMIT was sent: what was kept is said to be kept", arguments: [true, false])
  func outcome(_ isKept: Bool) async throws {
    let scene = try await PlanTests.Scene()
    let session = try boss(scene.place)
    // The one that ends the session runs in COMMIT before anything is kept. For the other, the answer is lost on the
    // way: the writer's own socket is shut when COMMIT has been sent.
    if !isKept {
      try session.execute(
        """
        CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS
          $$ BEGIN PERFORM pg_terminate_backend(pg_backend_pid()); PERFORM pg_sleep(1); RETURN NULL; END $$
        """)
      try session.execute(
        """
        CREATE CONSTRAINT TRIGGER cut AFTER UPDATE ON setting DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION cut()
        """)
    }
    let writer = PostgreSQLWriter(try address(scene.place), losesAnswers: isKept)
    let write = {
      try await writer.write(holder: "J. Francis") { connection in
        let change = Change(connection: connection, by: scene.by, permit: Permit())
        try connection.run("UPDATE setting SET value = '5' WHERE key = 'mdt.max_cases'", [])
        try change.audit(.update, "trial", purpose: "cut")
      }
    }
    if isKept {
      try await write()
    } else {
      let fault = await #expect(throws: StoreFault.self) { try await write() }
      #expect(fault?.why == "the connection to the database server was lost before it was kept")
    }
    let value = try await scene.store.settings().first { $0.key == "mdt.max_cases" }?.value
    #expect((value == "5") == isKept)
    #expect(try await scene.store.auditEvents(limit: 1).first?.object == "trial" || !isKept)
  }

  @Test("somebody else writes for longer than anybody waits: told who, and nothing is written") func held()
    async throws
  {
    let scene = try await PlanTests.Scene()
    let session = try boss(scene.place)
    try session.execute("SET application_name = 'mdt: A. Person'")
    try session.execute("BEGIN")
    try session.execute("SELECT pg_advisory_xact_lock(\(PostgreSQLWriter.lock))")
    let problem = await #expect(throws: Problem.self) {
      try await scene.store.setSetting("mdt.max_cases", to: "9", reason: "a trial", by: scene.by)
    }
    #expect(problem?.kind == .tryAgain)
    #expect(
      problem?.reason.hasPrefix("A. Person, process ") == true && problem?.reason.contains("has been writing") == true)
    try session.execute("ROLLBACK")
    try await scene.store.setSetting("mdt.max_cases", to: "9", reason: "a trial", by: scene.by)
  }

  @Test("what somebody else writes wakes whoever waits") func told() async throws {
    let scene = try await PlanTests.Scene()
    let other = try CaseStore.open(at: scene.place.path)
    // The first call begins to listen.
    _ = await other.nextWrite()
    let before = try await other.changeNumber()
    async let woken = other.nextWrite()
    try await scene.store.setSetting("mdt.max_cases", to: "9", reason: "a trial", by: scene.by)
    #expect(await woken)
    #expect(try await other.changeNumber() != before)
  }

  @Test("a cancelled read is interrupted on the server, and the next one is not") func cancelled() async throws {
    let scene = try await PlanTests.Scene()
    let engine = scene.store.engine
    let slow = Task { try await engine.read { try $0.count("SELECT 1 FROM pg_sleep(30)") } }
    while try await scene.store.engine.readAside({
      try $0.count(
        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(30)%' AND pid <> pg_backend_pid()")
    }) == 0 { await Task.yield() }
    slow.cancel()
    await #expect(throws: StoreFault.interrupted) { try await slow.value }
    #expect(try await scene.store.peek(scene.rahela).hasSimilar == false)
  }

  @Test("a store moves from a server to a file and from there to a server, and nothing of it changes") func moved()
    async throws
  {
    let scene = try await PlanTests.Scene()
    let (middle, end) = (scene.place.folder + "/mdt.store", try Place())
    _ = try await scene.store.copy(to: middle, by: scene.by)
    let file = try await CaseStore.opened(middle)
    #expect(try await CopyTests.digests(file) == CopyTests.digests(scene.store))
    let report = try await file.copy(to: end.path, by: scene.by)
    let server = try await CaseStore.opened(end.path)
    #expect(try await CopyTests.digests(server) == CopyTests.digests(file))
    #expect(try await server.auditHead() == report.head)
    // Everything is found there as it was: the lists, the words of plans, the chain.
    let found = try await server.find("rahela", limit: 5, by: scene.by, audited: false)
    #expect(found.people.map(\.row.id) == [scene.rahela])
    let verdict = try await server.verifyAudit(against: report.head)
    #expect(verdict == .whole(count: report.head.count, head: report.head.hash))
    #expect(await server.doctor().wrong == [])
  }

  @Test("promise 21: a backup of a store on a server restores to the same state in a file") func backedUp()
    async throws
  {
    let backup = try await BackupScene()
    let made = try await backup.backUp()
    let file = backup.place.folder + "/mdt.store"
    _ = try await backup.restore(made.path, to: file)
    let restored = try CaseStore.open(at: file)
    let (one, other) = (
      try await CopyTests.digests(backup.store), try await CopyTests.digests(restored)
    )
    // The row about the restoring is all that it has more.
    let audit = ["audit_event", "audit_head", "store"]
    #expect(one.filter { !audit.contains($0.table) } == other.filter { !audit.contains($0.table) })
    let sequence = try #require(try await backup.store.auditHead()).sequence
    #expect(try await restored.auditHead()?.sequence == sequence + 1)
    #expect(await restored.doctor().wrong == [])
    let refused = await backup.refusal(made.path, to: backup.place.path)
    #expect(refused?.kind == .refused && refused?.advice.contains("mdt copy") == true)
  }

  @Test("a database without a store, of a newer mdt, or that is not there is refused in words", arguments: 0..<3)
  func refused(_ how: Int) async throws {
    let place = try Place()
    if how == 1 {
      _ = try place.make()
      try boss(place).execute("INSERT INTO mdt_schema (version) VALUES (99)")
    }
    let path = how == 2 ? place.path.replacing("/mdt_", with: "/nothing_") : place.path
    let problem = #expect(throws: Problem.self) { _ = try CaseStore.open(at: path) }
    let reasons = [
      "The database holds no mdt store.", "It was written by a newer mdt (schema 99, this one knows",
      "The server has no such database.",
    ]
    #expect(problem?.reason.hasPrefix(reasons[how]) == true)
  }

  @Test("a service that no file defines is refused in words") func service() {
    let problem = #expect(throws: Problem.self) { _ = try CaseStore.open(at: "service=mdt-nothing") }
    #expect(problem?.reason == "The service file has no such entry, or there is none.")
  }

  @Test("an address with a password in it is refused and the password is not repeated") func password() {
    let problem = #expect(throws: Problem.self) { _ = try CaseStore.open(at: "postgresql://jo:secret@host/mdt") }
    #expect(problem?.kind == .refused && problem?.text.contains("secret") == false)
  }

  @Test("a failure's detail line, which holds what is in a row, is never told") func detail() async throws {
    let scene = try await PlanTests.Scene()
    let problem = await #expect(throws: Problem.self) {
      try await scene.store.writing("No.", scene.by) { change in
        try change.audit(.update, "trial", purpose: "trial")
        try change.connection.run(
          "INSERT INTO organisation SELECT * FROM organisation WHERE ods_code = $1", [.text("LBTH")])
      }
    }
    #expect(problem?.kind == .conflict && problem?.text.contains("LBTH") == false)
  }
}
