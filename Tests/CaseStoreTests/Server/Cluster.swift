import CaseModel
import Foundation
import Synchronization
import Testing

@testable import CaseStore

extension Trait where Self == ConditionTrait {
  /// A test of what only a store on a server has.
  static var onAServer: Self { .enabled("it needs the server that MDT_TEST_SERVER names") { Place.server != nil } }
}

/// A database of its own in the test server, set up as the manual says: by the file `roles.sql` that is shipped, with a
/// store that `mdt_owner` made, and four people: Jo Francis and Chidi Okafor with roles of their own, a host that
/// connects for many, and somebody who only reads.
final class Cluster: Sendable {
  let database = "mdt_\(UUID().uuidString.lowercased().replacing("-", with: "_"))"
  private let folder: String

  init() throws {
    folder = try #require(Place.server)
    try Cluster.makeRoles(database)
  }

  deinit {
    do {
      try Cluster.administrator("postgres").execute("DROP DATABASE IF EXISTS \(database) WITH (FORCE)")
    } catch { Issue.record(error) }
  }

  /// What a store is opened by as one of the roles.
  func path(as role: String) -> String { "postgresql:///\(database)?host=\(folder)&user=\(role)" }

  func session(as role: String) throws -> PostgreSQLSession {
    let address = try #require(try PostgreSQLAddress(path(as: role)))
    return try PostgreSQLSession(address, settings: [])
  }

  /// A store of the owner, in which Jo Francis and Chidi Okafor work, and one person.
  func makeStore() async throws {
    let store = try CaseStore.create(at: path(as: "mdt_owner"), setup: Place.setup())
    let by = try await store.writing()
    _ = try await store.hire("Chidi Okafor", account: "okafor", by: by)
    try await store.admit("Begum", "Rahela", nhs: "9990000018", by: by)
    await store.close()
  }

  /// As one of the roles: the state that a statement is refused with, or nil where it is not. Nothing is kept.
  func refusal(of statement: String, as role: String) throws -> String? {
    let session = try session(as: role)
    do {
      try session.execute("BEGIN")
      try session.execute(statement)
      try session.execute("SET CONSTRAINTS ALL IMMEDIATE")
      try session.rollBack()
      return nil
    } catch let fault as StoreFault {
      return fault.why
    }
  }

  static func administrator(_ database: String) throws -> PostgreSQLSession {
    let address = try #require(
      try PostgreSQLAddress("postgresql:///\(database)?host=\(Place.server ?? "")&user=postgres"))
    return try PostgreSQLSession(address, settings: [])
  }

  /// The shipped file, by psql, as an administrator runs it. One at a time: roles belong to the whole cluster.
  static func makeRoles(_ database: String) throws {
    try oneAtATime.withLock { _ in
      let file = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../../docs/manual/postgresql/roles.sql").standardized.path
      let psql = Process()
      psql.executableURL = URL(filePath: "/usr/bin/env")
      psql.arguments = [
        "psql", "-X", "-q", "-h", Place.server ?? "", "-U", "postgres", "-d", "postgres", "-v", "database=\(database)",
        "-f", file,
      ]
      try psql.run()
      psql.waitUntilExit()
      #expect(psql.terminationStatus == 0)
      let session = try administrator("postgres")
      for (role, groups) in [
        ("jfrancis", "mdt_program"), ("okafor", "mdt_program"), ("mdt_host", "mdt_program, mdt_service"),
        ("analyst", "mdt_reader"),
      ] {
        let there = try PostgreSQLConnection(session: session).count(
          "SELECT count(*) FROM pg_roles WHERE rolname = $1", [.text(role)])
        if there == 0 { try session.execute("CREATE ROLE \(role) LOGIN IN ROLE \(groups)") }
      }
    }
  }

  private static let oneAtATime = Mutex(0)
}
