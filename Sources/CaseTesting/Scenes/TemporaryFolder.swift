import Foundation

/// A folder of one's own, gone with the value that names it; and, where MDT_TEST_SERVER names the folder of a server's
/// socket, a database there of the same name, gone with it.
public final class TemporaryFolder: Sendable {
  public let path: String
  public let server: TestServer?

  public init() throws {
    let name = "mdt-\(UInt64.random(in: 0 ... .max))"
    path = FileManager.default.temporaryDirectory.appendingPathComponent(name).path
    server = TestServer(database: name)
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
  }

  deinit {
    do {
      try FileManager.default.removeItem(atPath: path)
      try server?.dropDatabase()
    } catch {
      // What is left lies in the system's temporary folder, or on a server that is thrown away, and is swept with it.
      return
    }
  }
}

/// A database on the server that the tests were given, and what may befall it.
public struct TestServer: Sendable {
  private let socketFolder: String
  public let database: String

  private static let given = ProcessInfo.processInfo.environment["MDT_TEST_SERVER"]
  /// Whether the tests were given a server: then their stores are on it.
  public static let isGiven = given != nil

  /// Nil where the tests were given none.
  init?(database: String) {
    guard let folder = TestServer.given else { return nil }
    socketFolder = folder
    self.database = database.replacingOccurrences(of: "-", with: "_")
  }

  /// Its address.
  public func makeDatabase() throws -> String {
    try tell("CREATE DATABASE \(database) TEMPLATE template0")
    return "postgresql:///\(database)?host=\(socketFolder)"
  }

  func dropDatabase() throws { try tell("DROP DATABASE IF EXISTS \(database) WITH (FORCE)") }

  /// Whoever is connected is cut off, and nobody is let in.
  public func goAway() throws {
    try tell("ALTER DATABASE \(database) ALLOW_CONNECTIONS false")
    try tell("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = '\(database)'")
  }

  public func comeBack() throws { try tell("ALTER DATABASE \(database) ALLOW_CONNECTIONS true") }

  private struct Refused: Error {}

  private func tell(_ statement: String) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "psql", "--no-psqlrc", "--quiet", "--host=\(socketFolder)", "--dbname=postgres", "--output=/dev/null",
      "--set=ON_ERROR_STOP=1", "--command=\(statement)",
    ]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Refused() }
  }
}
