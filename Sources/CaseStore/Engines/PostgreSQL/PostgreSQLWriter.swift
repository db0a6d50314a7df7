import CaseModel
import Glibc

/// The only thing that writes to a store on a server. One transaction at a time in the whole store: the audit is one
/// chain, so writers stand in one queue whatever the database could do beside it (decision 14).
actor PostgreSQLWriter {
  private let thread = EngineThread("mdt.store.writer")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private let address: PostgreSQLAddress
  private let line: PostgreSQLLine
  private var session: PostgreSQLSession?
  /// Who the session is signed for, for those who wait.
  private var signed = ""

  /// For tests: the answer to every COMMIT is lost on its way.
  private let losesAnswers: Bool

  init(_ address: PostgreSQLAddress, _ line: PostgreSQLLine = PostgreSQLLine(), losesAnswers: Bool = false) {
    self.address = address
    self.line = line
    self.losesAnswers = losesAnswers
  }

  /// The key of the lock round every write: "mdt" in numbers.
  static let lock = "7169140"

  func write<T: Sendable>(holder: String, _ body: @Sendable (any Connection) throws -> T) throws -> T {
    let session = try begun(by: holder)
    let connection = PostgreSQLConnection(session: session)
    let (result, end): (T, AuditEnd?)
    do {
      result = try body(connection)
      end = try AuditEnd.andNotify(session)
    } catch {
      // What the session is called went back with the rest.
      signed = ""
      try session.rollBack()
      // Nobody stops a write: the server did.
      throw error as? StoreFault == .interrupted ? PostgreSQLFault.tookTooLong : error
    }
    do {
      try session.commit(losesAnswer: losesAnswers)
    } catch {
      guard session.isLost else { throw error }
      self.session = nil
      try settle(end)
    }
    return result
  }

  /// A write is one turn of this actor, and this is another.
  func betweenWrites(_ body: @Sendable () -> Void) { body() }

  func close() { session = nil }

  // MARK: Beginning

  /// A transaction that has begun, with the lock. A connection that was lost since the last write is made again: nothing
  /// has been sent on it.
  private func begun(by holder: String) throws -> PostgreSQLSession {
    if let session, !session.isLost {
      do {
        try begin(session, holder)
        return session
      } catch let fault as StoreFault {
        guard session.isLost else { throw fault }
      }
    }
    session = nil
    let made = try PostgreSQLSession(address, settings: [], line: line, use: .writing)
    signed = ""
    session = made
    try begin(made, holder)
    return made
  }

  private func begin(_ session: PostgreSQLSession, _ holder: String) throws {
    // Outside the transaction, so that one that is taken back leaves it.
    if signed != holder {
      _ = try session.query("SELECT set_config('application_name', $1, false)", [.text("mdt: \(holder)")])
      signed = holder
    }
    do {
      // One journey to the server; and what is read later is what is there when the lock is held.
      try session.execute("BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(\(Self.lock))")
    } catch let fault as StoreFault {
      try session.rollBack()
      if fault == .interrupted { throw PostgreSQLFault.tookTooLong }
      guard fault.kind == .retry else { throw fault }
      throw StoreFault(.retry, "\(try whoHoldsIt(session)) has been writing for more than 5 seconds")
    }
  }

  private func whoHoldsIt(_ session: PostgreSQLSession) throws -> String {
    let found = try PostgreSQLConnection(session: session).first(
      """
      SELECT a.application_name, a.pid FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.granted AND l.database = (
        SELECT d.oid FROM pg_database d WHERE d.datname = current_database()) LIMIT 1
      """
    ) { (name: $0.textOrNil() ?? "", process: $0.intOrNil() ?? 0) }
    guard let found else { return "another program" }
    let name = found.name.hasPrefix("mdt: ") ? String(found.name.dropFirst(5)) : "another program"
    return "\(name), process \(found.process) of the server,"
  }

  // MARK: A commit without an answer

  /// How far the audit came with a write: what it is known by.
  struct AuditEnd {
    var sequence: Int
    var hash: String

    /// Has others told of the write when it is committed, in the same journey.
    static func andNotify(_ session: PostgreSQLSession) throws -> AuditEnd? {
      let result = try session.execute("NOTIFY \(PostgreSQLWatch.channel); SELECT seq, hash FROM audit_head")
      guard result.rowCount == 1 else { return nil }
      return try withExtendedLifetime(result) {
        var columns = Columns(result.row(0))
        return AuditEnd(sequence: try columns.int(), hash: try columns.text())
      }
    }
  }

  /// How long it is tried to learn what became of a commit, in seconds.
  private static let patience = 10.0

  /// The connection went away after COMMIT was sent: whether it was kept is read from the store, behind the lock, so
  /// that a server that is still at work on it has finished. Returns where it was kept.
  ///
  /// - Throws: where it was not, or where that cannot be learnt.
  private func settle(_ end: AuditEnd?) throws {
    let start = monotonicSeconds()
    while let end {
      do {
        let session = try begun(by: "an mdt that looks what became of a change")
        defer { self.session = nil }
        let kept = try PostgreSQLConnection(session: session).count(
          "SELECT count(*) FROM audit_event WHERE seq = $1 AND hash = $2", [.of(end.sequence), .text(end.hash)])
        try session.execute("ROLLBACK")
        if kept == 1 { return }
        throw Unsaved.notKept
      } catch let fault as StoreFault {
        guard !line.isEnding, monotonicSeconds() - start < Self.patience else { break }
        if fault.kind != .unavailable && fault.kind != .retry { break }
        usleep(250_000)
      } catch Unsaved.notKept {
        throw StoreFault(
          .unavailable, "the connection to the database server was lost before it was kept",
          remedy: "Save again; what was typed is still there.")
      }
    }
    throw StoreFault(
      .unavailable, "the database server went away while it was being kept, and whether it was is not known",
      remedy: "When the server is back, look whether it is there before doing it again; what was typed is kept.")
  }

  private enum Unsaved: Error { case notKept }
}

private func monotonicSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}
