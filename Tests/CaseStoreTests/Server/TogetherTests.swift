import CaseModel
import Testing

@testable import CaseStore

/// Statements that are asked together: a server is far away, and whoever saves holds everybody else up meanwhile.
@Suite("Asked together on a server", .onAServer) struct TogetherTests {
  private func session(_ place: Place) throws -> PostgreSQLSession {
    try PostgreSQLSession(try #require(try PostgreSQLAddress(place.path)), settings: [])
  }

  private func numbers(_ connection: PostgreSQLConnection, _ sql: String...) throws -> [[Int]] {
    var found = sql.map { _ in [Int]() }
    try connection.forEach(of: sql.map { (sql: $0, values: [.integer(7)]) }) { place, row in
      found[place].append(try row.int())
    }
    return found
  }

  @Test("Queries asked together are answered in their order, the same text twice and none at all included")
  func inOrder() async throws {
    let scene = try await PlanTests.Scene()
    let connection = PostgreSQLConnection(session: try session(scene.place))
    let two = "SELECT $1::bigint UNION ALL SELECT 8 ORDER BY 1"
    for _ in 0..<2 {
      let found = try numbers(connection, two, "SELECT $1::bigint WHERE false", two, "SELECT $1::bigint + 2")
      #expect(found == [[7, 8], [], [7, 8], [9]])
    }
    #expect(try numbers(connection) == [])
  }

  @Test("Where one of them fails its failure is told, and the connection is of use for what comes next")
  func oneFails() async throws {
    let scene = try await PlanTests.Scene()
    let session = try session(scene.place)
    let connection = PostgreSQLConnection(session: session)
    for _ in 0..<2 {
      try session.execute("BEGIN")
      let fault = #expect(throws: StoreFault.self) {
        try numbers(connection, "SELECT $1::bigint", "SELECT 1 / ($1::bigint - 7)", "SELECT $1::bigint + 1")
      }
      #expect(fault?.kind == .constraint)
      #expect(session.isLost == false)
      try session.rollBack()
      // What was prepared before the failure is there or is prepared again.
      #expect(try numbers(connection, "SELECT $1::bigint", "SELECT $1::bigint + 1") == [[7], [8]])
      #expect(throws: StoreFault.self) { try numbers(connection, "SELECT $1::bigint + 2", "SELECT FROM FROM") }
      #expect(try numbers(connection, "SELECT $1::bigint + 2") == [[9]])
    }
  }

  @Test("A connection that is cut while queries are asked together is known to be lost") func cut() async throws {
    let scene = try await PlanTests.Scene()
    let session = try session(scene.place)
    let fault = #expect(throws: StoreFault.self) {
      try numbers(
        PostgreSQLConnection(session: session), "SELECT $1::bigint",
        "SELECT $1::bigint FROM pg_terminate_backend(pg_backend_pid(), 1000)", "SELECT $1::bigint")
    }
    #expect(fault?.kind == .unavailable && session.isLost)
  }

  @Test("Texts without end are begun anew, also those that are asked together") func withoutEnd() async throws {
    let scene = try await PlanTests.Scene()
    let connection = PostgreSQLConnection(session: try session(scene.place))
    for number in 0..<300 {
      let found = try numbers(connection, "SELECT $1::bigint + \(number)", "SELECT $1::bigint - \(number)")
      #expect(found == [[7 + number], [7 - number]])
    }
    #expect(try connection.count("SELECT count(*) FROM pg_prepared_statements") <= 400)
  }

  @Test("Whoever writes is named also after a first write that was taken back") func named() async throws {
    let scene = try await PlanTests.Scene()
    let writer = PostgreSQLWriter(try #require(try PostgreSQLAddress(scene.place.path)))
    await #expect(throws: StoreFault.self) {
      try await writer.write(holder: "J. Francis") { _ = try $0.count("SELECT 1 / 0") }
    }
    let name = try await writer.write(holder: "J. Francis") {
      try $0.first("SELECT current_setting('application_name')") { try $0.text() }
    }
    #expect(name == "mdt: J. Francis")
    await writer.close()
  }
}
