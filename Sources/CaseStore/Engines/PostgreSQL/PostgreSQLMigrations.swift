import CaseModel

/// Bringing a database to the newest schema. All of it is one transaction: the server takes changes of tables back, too.
enum PostgreSQLMigrations {
  private static let notOpened = "The store was not opened."

  /// The store's own tables, without what only this engine has.
  static let tables = """
    SELECT tablename::text FROM pg_tables WHERE schemaname = current_schema()
    AND tablename NOT IN ('mdt_schema', 'name_search', 'passage_search') ORDER BY tablename
    """

  /// The schema's number; 0 where there is no store.
  static func version(_ session: PostgreSQLSession) throws -> Int {
    let connection = PostgreSQLConnection(session: session)
    guard
      try connection.count(
        "SELECT count(*) FROM pg_tables WHERE tablename = 'mdt_schema' AND schemaname = current_schema()") == 1
    else {
      return 0
    }
    return try connection.count("SELECT max(version) FROM mdt_schema")
  }

  /// Refuses a database without a store, one of a newer mdt, and one of an older.
  static func check(_ session: PostgreSQLSession) throws {
    let version = try version(session)
    let newest = SQLiteMigrations.newest
    guard version != newest else { return }
    if version == 0 {
      throw Problem(
        notOpened, because: "The database holds no mdt store.",
        try: "Make one there with mdt init, or give the right address with --store.", kind: .notFound)
    }
    guard version < newest else {
      throw Problem(
        notOpened, because: "It was written by a newer mdt (schema \(version), this one knows \(newest)).",
        try: "Use the newer mdt.")
    }
    throw Problem(
      notOpened, because: "It was written by an older mdt (schema \(version)) and must be brought up to date first.",
      try: "Have whoever looks after the database run mdt migrate, with the account that owns the store.")
  }

  /// What brings a schema up to date.
  static func statements(from version: Int) -> [String] {
    var all = version == 0 ? PostgreSQLSchema.functions : []
    if version == 0 { all.append("CREATE TABLE mdt_schema (version bigint PRIMARY KEY)") }
    for step in SQLiteMigrations.all where step.version > version {
      all += PostgreSQLSchema(translating: step.statements).statements
      if step.version == 1 { all.append(PostgreSQLSearchTables.schema) }
      all.append("INSERT INTO mdt_schema (version) VALUES (\(step.version))")
    }
    return all
  }

  /// What the server says of how it keeps things, by the names of its settings.
  static func serverSettings(_ connection: any Connection) throws -> [String: String] {
    let found = try connection.rows(
      """
      SELECT name, setting FROM pg_settings
      WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums')
      """
    ) { (try $0.text(), try $0.text()) }
    return Dictionary(found) { first, _ in first }
  }

  /// The caller has begun a transaction and holds the store's lock in it.
  static func run(_ session: PostgreSQLSession) throws {
    for statement in statements(from: try version(session)) { try session.execute(statement) }
  }
}
