import CPostgreSQL
import CaseModel
import Glibc

/// One connection to a server, with the statements that were prepared on it. Belongs to one actor and its thread.
final class PostgreSQLSession {
  let connection: OpaquePointer
  let address: PostgreSQLAddress
  let line: PostgreSQLLine
  let use: PostgreSQLUse
  private var prepared = [String: String]()
  /// A name is never given twice, also where it is not known whether the server took it.
  private var namesGiven = 0
  /// Whether the server is known to be gone: the session is of no further use.
  private(set) var isLost = false
  /// Whether it is lost because no answer came.
  private(set) var isSilent = false

  /// Connects, and sets what the store relies on.
  ///
  /// - Throws: `unavailable` when the server cannot be reached or lets nobody in.
  init(
    _ address: PostgreSQLAddress, settings: [String], line: PostgreSQLLine = PostgreSQLLine(),
    use: PostgreSQLUse = .writing
  ) throws {
    guard let made = PostgreSQLSession.connection(address, line, use) else { throw PostgreSQLFault.silent }
    connection = made
    self.address = address
    self.line = line
    self.use = use
    guard PQstatus(made) == CONNECTION_OK else {
      isLost = true
      throw PostgreSQLSession.refusal(String(cString: PQerrorMessage(made)))
    }
    // Notices would be printed on the terminal.
    PQsetNoticeProcessor(made, { _, _ in }, nil)
    // From here on it is this session that waits.
    guard PQsetnonblocking(made, 1) == 0 else { throw ended() }
    // In one message: a start waits for the server once.
    try execute((PostgreSQLSession.settings + settings).map { "SET \($0)" }.joined(separator: "; "))
    line.foundAlive()
  }

  deinit { PQfinish(connection) }

  /// Bytes are compared as bytes; no table of somebody else's is taken for the store's; a list's two halves come in
  /// their order; a program that was stopped in the middle of a write holds others up for no longer than this.
  private static let settings = [
    "client_encoding = 'UTF8'", "search_path = public, pg_temp", "client_min_messages = error",
    "standard_conforming_strings = on",
    "max_parallel_workers_per_gather = 0", "lock_timeout = '5s'", "idle_in_transaction_session_timeout = '30s'",
    "jit = off",
  ]

  /// libpq says why in words only; they name hosts, accounts and databases, and no content of a record.
  private static func refusal(_ words: String) -> StoreFault {
    if words.contains("does not exist") && words.contains("database") { return PostgreSQLFault.fault(state: "3D000") }
    if words.contains("too many") || words.contains("remaining connection slots") {
      return PostgreSQLFault.fault(state: "53300")
    }
    if ["authentication failed", "pg_hba", "role ", "permission denied"].contains(where: { words.contains($0) }) {
      return PostgreSQLFault.fault(state: "28000")
    }
    if words.contains("certificate verify failed") || words.contains("does not match host name")
      || words.contains("root certificate file")
    {
      return PostgreSQLFault.untrusted
    }
    if words.contains("definition of service") || words.contains("service file") { return PostgreSQLFault.noService }
    if words.contains("read-only") || words.contains("in hot standby") { return PostgreSQLFault.noneTakesChanges }
    return words.contains("timeout expired") ? PostgreSQLFault.silent : PostgreSQLFault.outOfReach
  }

  var socket: Int32 { PQsocket(connection) }

  /// By which another thread asks the server to stop the statement that runs.
  func canceller() -> PostgreSQLCanceller? { PQgetCancel(connection).map { PostgreSQLCanceller($0) } }

  /// Runs text without values; of several statements the answer is that of the last.
  @discardableResult func execute(_ sql: String) throws -> PostgreSQLResult {
    guard PQsendQuery(connection, sql) == 1 else { throw ended() }
    return try checked(lastAnswer())
  }

  /// Keeps what was done. `losesAnswer`, for tests: the line is cut when the server has been told.
  func commit(losesAnswer: Bool = false) throws {
    guard losesAnswer else {
      try execute("COMMIT")
      return
    }
    PQsendQuery(connection, "COMMIT")
    PQflush(connection)
    shutdown(socket, Int32(SHUT_RD))
    _ = try checked(lastAnswer())
    throw ended()
  }

  /// Takes a transaction back; a session that is lost has none.
  func rollBack() throws {
    if !isLost { try execute("ROLLBACK") }
  }

  /// Runs one statement with values.
  func query(_ sql: String, _ values: [Value]) throws -> PostgreSQLResult {
    let name = try preparedName(of: sql)
    var arguments = PostgreSQLArguments()
    for value in values { try arguments.add(value) }
    let isSent = arguments.withPointers { pointers, lengths, formats in
      PQsendQueryPrepared(connection, name, Int32(values.count), pointers, lengths, formats, 0)
    }
    guard isSent == 1 else { throw ended() }
    return try checked(lastAnswer())
  }

  private func preparedName(of sql: String) throws -> String {
    if let name = prepared[sql] { return name }
    try makeRoom(for: 1)
    let name = newName()
    guard PQsendPrepare(connection, name, PostgreSQLText.translated(sql), 0, nil) == 1 else { throw ended() }
    _ = try checked(lastAnswer())
    prepared[sql] = name
    return name
  }

  func knownName(of sql: String) -> String? { prepared[sql] }

  func newName() -> String {
    namesGiven += 1
    return "s\(namesGiven)"
  }

  func keep(names: [String: String]) { prepared.merge(names) { _, new in new } }

  /// Texts are made from filters too: what grows without end is begun anew.
  func makeRoom(for count: Int) throws {
    guard prepared.count + count > 400 else { return }
    try execute("DEALLOCATE ALL")
    prepared.removeAll()
  }

  /// What the last statement of a text was answered with, when all of it is there.
  private func lastAnswer() throws -> OpaquePointer? {
    var last: OpaquePointer?
    do {
      while let answer = try nextAnswer() {
        if let last { PQclear(last) }
        last = answer
      }
      return last
    } catch {
      if let last { PQclear(last) }
      throw error
    }
  }

  private func checked(_ result: OpaquePointer?) throws -> PostgreSQLResult {
    guard let result else { throw ended() }
    switch PQresultStatus(result) {
    case PGRES_COMMAND_OK, PGRES_TUPLES_OK: return PostgreSQLResult(result)
    default:
      defer { PQclear(result) }
      if PQstatus(connection) == CONNECTION_BAD { throw ended() }
      throw fault(of: result)
    }
  }

  func fault(of result: OpaquePointer) -> StoreFault {
    let isStandby = PQparameterStatus(connection, "in_hot_standby").map { String(cString: $0) } == "on"
    return PostgreSQLFault.fault(of: result, isStandby: isStandby)
  }

  func ended() -> StoreFault {
    isLost = true
    return PostgreSQLFault.lost
  }

  func silent() -> StoreFault {
    isLost = true
    isSilent = true
    if use != .probing { line.foundSilent() }
    return PostgreSQLFault.silent
  }

  /// Reads what the server has sent by itself; true when it told of a change.
  func takeNotices() throws -> Bool {
    guard PQconsumeInput(connection) == 1 else { throw ended() }
    var told = false
    while let notice = PQnotifies(connection) {
      told = true
      PQfreemem(notice)
    }
    return told
  }
}
