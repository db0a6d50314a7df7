import ArgumentParser
import CaseModel
import CaseStore
import Glibc

/// Deployment D of store.md 5.
struct InstallPostgreSQL: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "postgresql", abstract: "The roles, the rights and the database of a store on a PostgreSQL server.",
    discussion: """
      Prints the script for psql. With --do it runs it there, as an administrator of the cluster, and then mdt init or \
      mdt copy makes the store with mdt_owner. The role that the server lets in is who signs in.
      """)

  @OptionGroup var install: InstallOptions
  @Option(help: "The database that is to hold the store.") var database = "mdt"
  @Option(help: "The account of somebody who is to have a role of that name. May be repeated.") var person: [String] =
    []
  @Option(help: "A role for a host that people sign in on and that connects for them. May be repeated.")
  var host: [String] = []

  private static let what = "Nothing was installed."

  mutating func run() async throws {
    let command = self
    OwnRights.giveUpGroup()
    try await telling { try command.carryOut() }
  }

  private func carryOut() throws(Problem) {
    for name in [database] + person + host where !AccountName.isPlain(name) { throw InstallPlace.notPlain(name) }
    if install.undo { return try undo() }
    guard install.does else {
      for line in (PostgreSQLRoles.script + roles).split(separator: "\n", omittingEmptySubsequences: false) {
        Outlet.line(String(line))
      }
      return
    }
    let before = try there()
    try psql(
      PostgreSQLRoles.script + roles, "make the roles and the database \(database)", ["-v", "database=\(database)"])
    for name in try there().filter({ !before.contains($0) }) { Outlet.line("Made: \(name).") }
    Outlet.line("What was there already stays as it is. Next, with mdt_owner: mdt init or mdt copy, then mdt migrate.")
  }

  private var roles: String {
    let people = person.map { "\($0)\tmdt_program" } + host.map { "\($0)\tmdt_program, mdt_service" }
    return people.map { line in
      let parts = line.split(separator: "\t")
      let exists = "SELECT 1 FROM pg_roles WHERE rolname = '\(parts[0])'"
      return """
        SELECT 'CREATE ROLE "\(parts[0])" LOGIN' WHERE NOT EXISTS (\(exists)) \\gexec
        GRANT \(parts[1]) TO "\(parts[0])";

        """
    }.joined()
  }

  /// Takes away what holds nothing: a database with a store in it, and roles that own something, stay.
  private func undo() throws(Problem) {
    let drops =
      (person + host).map { "DROP ROLE IF EXISTS \"\($0)\"" } + ["DROP DATABASE IF EXISTS \"\(database)\""]
      + ["mdt_service", "mdt_reader", "mdt_program", "mdt_owner"].map { "DROP ROLE IF EXISTS \($0)" }
    guard install.does else {
      for drop in drops { Outlet.line("- \(drop)") }
      return Outlet.line("Nothing was undone yet: add --do. A database with a store in it is left as it is.")
    }
    if try there().contains("database \(database)") {
      let store = try psql(
        "SELECT to_regclass('public.store') IS NOT NULL;", "look into the database \(database)",
        ["-At", "-d", database])
      guard !store.hasPrefix("t") else {
        throw Problem(
          "Nothing was undone.", because: "The database \(database) holds a store.",
          try: "Back it up or copy it, have whoever may decide that remove it, and run this again.", kind: .refused)
      }
    }
    for drop in drops {
      try psql(drop + ";", drop, [])
      Outlet.line("Undone: \(drop).")
    }
  }

  private func there() throws(Problem) -> [String] {
    let names = (["mdt_owner", "mdt_program", "mdt_reader", "mdt_service"] + person + host).map { "'\($0)'" }
    let query = """
      SELECT 'role ' || rolname FROM pg_roles WHERE rolname IN (\(names.joined(separator: ", "))) UNION ALL
      SELECT 'database ' || datname FROM pg_database WHERE datname = '\(database)' ORDER BY 1;
      """
    return try psql(query, "look at what is there", ["-At"]).split(separator: "\n").map(String.init)
  }

  /// The client finds the server as it always does: by the variables that it knows.
  @discardableResult private func psql(_ script: String, _ doing: String, _ more: [String]) throws(Problem) -> String {
    let known = ["PGHOST", "PGPORT", "PGUSER", "PGSERVICE", "PGSERVICEFILE", "PGPASSFILE", "PGSSLMODE", "HOME"]
    let surroundings =
      HostCommand.surroundings
      + known.compactMap { name in
        Host.environment(name).map { "\(name)=\($0)" }
      }
    let arguments = ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1"] + (more.contains("-d") ? [] : ["-d", "postgres"])
    return try HostCommand.run(arguments + more, doing, input: script, surroundings: surroundings)
  }
}
