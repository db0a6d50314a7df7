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
    let newest = Migrations.newest
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
  static func statements(from version: Int, steps: [any Migration.Type] = Migrations.all) -> [String] {
    var all = version == 0 ? PostgreSQLSchema.functions : []
    if version == 0 { all.append("CREATE TABLE mdt_schema (version bigint PRIMARY KEY)") }
    for step in steps where step.version > version {
      if step.version == Migration0008.version { all += PostgreSQLDisposal.statements }
      all += PostgreSQLSchema(translating: step.statements).statements
      if step.version == 1 { all += [PostgreSQLSearchTables.schema] + PostgreSQLAuditGuard.statements }
      if step.version == 3 { all.append(PostgreSQLAuditGuard.relationships) }
      // A step that adds tables with people's rows.
      let addsPeople = step.statements.contains { $0.contains("_goes_by_certificate BEFORE DELETE") }
      if step.version > Migration0008.version, addsPeople { all.append(PostgreSQLDisposal.destroyingAll) }
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

  /// Makes the tables of a new store, and sets who may do what. The caller has begun a transaction and holds the store's
  /// lock in it.
  static func run(_ session: PostgreSQLSession) throws {
    for statement in statements(from: try version(session)) { try session.execute(statement) }
    try PostgreSQLGrants.apply(session)
  }

  /// Brings a store up to date and sets who may do what, in one transaction; `before` hears each statement.
  ///
  /// - Returns: the number of the schema before, and whether the rights were set.
  static func bringUpToDate(
    _ session: PostgreSQLSession, steps: [any Migration.Type], before: (String) throws -> Void
  ) throws -> (from: Int, setRights: Bool) {
    let what = "The store was not brought up to date."
    let newest = steps.map { $0.version }.max() ?? 0
    try session.execute("BEGIN")
    do {
      try session.execute("SELECT pg_advisory_xact_lock(\(PostgreSQLWriter.lock))")
      let from = try version(session)
      guard from > 0 else {
        throw Problem(
          what, because: "The database holds no mdt store.",
          try: "Make one there with mdt init, or give the right address with --store.", kind: .notFound)
      }
      guard from <= newest else {
        throw Problem(
          what, because: "It was written by a newer mdt (schema \(from), this one knows \(newest)).",
          try: "Use the newer mdt.")
      }
      guard try ownsIt(session) else {
        throw Problem(
          what, because: "This database account does not own the store.",
          try: "Use the account that made it (mdt_owner), which alone may change its tables.", kind: .refused)
      }
      for statement in statements(from: from, steps: steps) {
        try before(statement)
        try session.execute(statement)
      }
      let setRights = try PostgreSQLGrants.apply(session)
      try before("COMMIT")
      try session.execute("COMMIT")
      return (from, setRights)
    } catch {
      try session.rollBack()
      throw error
    }
  }

  private static func ownsIt(_ session: PostgreSQLSession) throws -> Bool {
    try PostgreSQLConnection(session: session).count(
      "SELECT count(*) FROM pg_class WHERE oid = 'mdt_schema'::regclass AND pg_has_role(session_user, relowner, 'USAGE')"
    ) == 1
  }
}
