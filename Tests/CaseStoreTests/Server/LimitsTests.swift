import CaseModel
import Testing

@testable import CaseStore

/// A server that sets limits, or takes no changes: told in sentences, and over as soon as the reason is (faults.md).
@Suite(.onAServer) struct LimitsTests {
  private let cluster: Cluster
  private let administrator: PostgreSQLSession

  init() async throws {
    cluster = try Cluster()
    try await cluster.makeStore()
    administrator = try Cluster.administrator(cluster.database)
  }

  @Test("A statement that takes longer than the server allows is told as that, for reading and for saving")
  func statementTimeout() async throws {
    try administrator.execute("ALTER ROLE jfrancis IN DATABASE \(cluster.database) SET statement_timeout = '150ms'")
    let store = try CaseStore.open(at: cluster.path(as: "jfrancis"))
    let by = try await store.writing()
    try administrator.execute("BEGIN; LOCK TABLE setting IN ACCESS EXCLUSIVE MODE")
    let reading = await #expect(throws: Problem.self) { _ = try await store.settings() }
    #expect(reading?.reason.contains("takes longer than it allows") == true)
    try administrator.execute("ROLLBACK; BEGIN; SELECT pg_advisory_xact_lock(\(PostgreSQLWriter.lock))")
    let saving = await #expect(throws: Problem.self) {
      try await store.setSetting("mdt.max_cases", to: "8", reason: "fewer", by: by)
    }
    #expect(saving?.reason.contains("takes longer than it allows") == true)
    try administrator.execute("ROLLBACK")
    try await store.setSetting("mdt.max_cases", to: "8", reason: "fewer", by: by)
    #expect(try await store.settings().contains { $0.key == "mdt.max_cases" && $0.value == "8" })
    await store.close()
  }

  @Test("A server without room for another connection is told as that, and work goes on when there is some")
  func tooManyConnections() async throws {
    let store = try CaseStore.open(at: cluster.path(as: "jfrancis"))
    let by = try await store.writing()
    try administrator.execute("ALTER DATABASE \(cluster.database) CONNECTION LIMIT 1")
    let problem = await #expect(throws: Problem.self) {
      try await store.setSetting("mdt.max_cases", to: "8", reason: "fewer", by: by)
    }
    #expect(problem?.reason == "The server takes no more connections.")
    // What has a connection goes on.
    #expect(try await store.settings().isEmpty == false)
    try administrator.execute("ALTER DATABASE \(cluster.database) CONNECTION LIMIT -1")
    try await store.setSetting("mdt.max_cases", to: "8", reason: "fewer", by: by)
    await store.close()
  }

  @Test("A primary that was told to take no changes is read, and a save does not call it a standby")
  func onlyReads() async throws {
    try administrator.execute(
      "ALTER ROLE jfrancis IN DATABASE \(cluster.database) SET default_transaction_read_only = on")
    let store = try CaseStore.open(at: cluster.path(as: "jfrancis"))
    let by = try await store.writing()
    #expect(try await store.settings().isEmpty == false)
    let problem = await #expect(throws: Problem.self) {
      try await store.setSetting("mdt.max_cases", to: "8", reason: "fewer", by: by)
    }
    #expect(
      problem?.reason
        == "The server takes no changes, although it is no standby (default_transaction_read_only is on).")
    await store.close()
  }

  @Test("Who holds the store's lock is named to whoever waits, another person's role included")
  func whoHoldsIt() async throws {
    let store = try CaseStore.open(at: cluster.path(as: "jfrancis"))
    let by = try await store.writing()
    let other = try cluster.session(as: "okafor")
    try other.execute(
      "SET application_name = 'mdt: C. Okafor'; BEGIN; SELECT pg_advisory_xact_lock(\(PostgreSQLWriter.lock))")
    let problem = await #expect(throws: Problem.self) {
      try await store.setSetting("mdt.max_cases", to: "8", reason: "fewer", by: by)
    }
    #expect(problem?.kind == .tryAgain)
    #expect(problem?.reason.hasPrefix("C. Okafor, process ") == true)
    await store.close()
  }
}
