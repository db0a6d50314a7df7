import CaseModel

/// The engine for many hosts: one database on a server, one connection that reads, one that counts, one that writes and
/// one that hears of changes.
struct PostgreSQLEngine: Engine {
  let address: PostgreSQLAddress
  private let reader: PostgreSQLReader
  private let aside: PostgreSQLReader
  private let writer: PostgreSQLWriter?
  private let watch: PostgreSQLWatch
  private let line: PostgreSQLLine

  /// Takes the session on which the store was looked at.
  init(_ address: PostgreSQLAddress, session: sending PostgreSQLSession, readOnly: Bool) {
    self.address = address
    line = session.line
    aside = PostgreSQLReader(address, line)
    writer = readOnly ? nil : PostgreSQLWriter(address, line)
    watch = PostgreSQLWatch(address, line)
    reader = PostgreSQLReader(address, line, session: session)
  }

  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await reader.read(body)
  }

  func readAside<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    try await aside.read(body)
  }

  func write<T: Sendable>(
    holder: String, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T {
    guard let writer else { throw StoreFault(.unavailable, "the store was opened for reading only") }
    return try await writer.write(holder: holder, body)
  }

  func stopWaiting() { line.stopWaiting() }

  func close() async {
    line.stopWaiting()
    await watch.close()
    await aside.close()
    await reader.close()
    await writer?.close()
  }

  func betweenWrites(_ body: @escaping @Sendable () -> Void) async {
    guard let writer else { return body() }
    await writer.betweenWrites(body)
  }

  /// Who is connected is who signs in, since the server has seen to it; whoever connects for many people, or owns the
  /// store and so could write anything, is taken for whom the operating system knows.
  func account(ofSystem account: String) async throws -> String {
    try await read { connection in
      try connection.first(
        """
        SELECT session_user::text WHERE NOT pg_has_role(session_user, (
          SELECT relowner FROM pg_class WHERE oid = 'public.store'::regclass), 'MEMBER')
        AND NOT EXISTS (
          SELECT 1 FROM pg_roles r WHERE r.rolname = '\(PostgreSQLGrants.service)'
          AND pg_has_role(session_user, r.oid, 'MEMBER'))
        """
      ) { try $0.text() } ?? account
    }
  }

  func changeNumber() async throws -> Int { try await read { try $0.count("SELECT seq FROM audit_head") } }

  func nextWrite() async -> Bool {
    await watch.next()
    return true
  }

  func schemaSQL() async throws -> String {
    PostgreSQLMigrations.statements(from: 0).joined(separator: ";\n\n") + ";\n"
  }

  /// Every row is read, so that the server meets what it cannot read; it checks pages itself where it was set up with
  /// checksums.
  func damage() async throws -> [String] {
    try await readAside { connection in
      var found = [String]()
      for table in try connection.rows(PostgreSQLMigrations.tables, [], { try $0.text() }) {
        do {
          _ = try connection.count("SELECT count(*) FROM \"\(table)\" t WHERE t IS NOT NULL OR t IS NULL")
        } catch let fault as StoreFault where fault.kind == .damaged {
          found.append("the table \(table) cannot be read")
        }
      }
      return found
    }
  }

  /// The server keeps references itself; whoever owns it can switch that off, so they are looked at all the same.
  func danglingReferences() async throws -> [String] {
    try await readAside { connection in
      let references = try connection.rows(
        """
        SELECT c.conrelid::regclass::text, c.confrelid::regclass::text,
          string_agg('x."' || a.attname || '" IS NOT NULL', ' AND ' ORDER BY k.place),
          string_agg('y."' || b.attname || '" = x."' || a.attname || '"', ' AND ' ORDER BY k.place)
        FROM pg_constraint c
        JOIN LATERAL unnest(c.conkey, c.confkey) WITH ORDINALITY AS k (from_column, to_column, place) ON true
        JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = k.from_column
        JOIN pg_attribute b ON b.attrelid = c.confrelid AND b.attnum = k.to_column
        WHERE c.contype = 'f' GROUP BY c.oid, c.conrelid, c.confrelid ORDER BY 1, 2
        """
      ) { (from: try $0.text(), to: try $0.text(), isThere: try $0.text(), fits: try $0.text()) }
      return try references.compactMap { reference in
        let lost = try connection.count(
          """
          SELECT count(*) FROM \(reference.from) x WHERE \(reference.isThere)
          AND NOT EXISTS (SELECT 1 FROM \(reference.to) y WHERE \(reference.fits))
          """)
        return lost == 0 ? nil : "a row of \(reference.from) points at a record that is not there"
      }
    }
  }

  /// Row by row, as `mdt copy` does it: a backup of a store on a server is a backup like any other.
  func copy(to path: String) async throws {
    try await readAside { source in
      _ = try SQLiteCreation.made(of: path) { target in
        try StoreCopy(source: source, target: target, progress: { _ in }).run()
      }
    }
  }

  /// Whether this is a practice store (R-ID-03).
  static func isPractice(_ session: PostgreSQLSession) throws -> Bool {
    let found = try PostgreSQLConnection(session: session).first("SELECT demo_mode FROM store WHERE one = 1") {
      try $0.flag()
    }
    guard let found else { throw StoreFault(.damaged, "the store does not say what it is") }
    return found
  }
}
