import CaseModel

/// The one way in for reads and the one way in for writes: both are decided first, in their own transaction (spec 8.1
/// to 8.3). Internal: screens use what `CaseStore.swift` offers.
extension CaseStore {
  /// Reads; `what` is the first sentence of the problem when it fails.
  func reading<T: Sendable>(
    _ what: String, _ need: Need, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws(Problem) -> T {
    try await permitted(what, need) { connection, _ in try body(connection) }
  }

  /// The same for what depends on who asks, such as whom a list shows.
  func permitted<T: Sendable>(
    _ what: String, _ need: Need, _ body: @escaping @Sendable (any Connection, Permit) throws -> T
  ) async throws(Problem) -> T {
    let by = seat?.writing()
    do {
      return try await engine.read { try body($0, AccessGate.decide(need, for: by, $0)) }
    } catch {
      throw await told(error, doing: what, by)
    }
  }

  /// Reads what may take a while, beside the reads of pages.
  func counting<T: Sendable>(
    _ what: String, _ need: Need, _ body: @escaping @Sendable (any Connection, Permit) throws -> T
  ) async throws(Problem) -> T {
    let by = seat?.writing()
    do {
      return try await engine.readAside { try body($0, AccessGate.decide(need, for: by, $0)) }
    } catch {
      throw await told(error, doing: what, by)
    }
  }

  /// Writes in one transaction that owes at least one audit row; `what` is the first sentence when it fails.
  func writing<T: Sendable>(
    _ what: String, _ need: Need, _ by: Writing, _ body: @escaping @Sendable (Change) throws -> T
  ) async throws(Problem) -> T {
    do { return try await transaction(need, by, body) } catch { throw await told(error, doing: what, by) }
  }

  /// As `writing`, for callers that throw something of their own through it; they give what else they catch to `told`.
  func transaction<T: Sendable>(
    _ need: Need, _ by: Writing, _ body: @escaping @Sendable (Change) throws -> T
  ) async throws -> T {
    try await engine.write(holder: by.actor.staff.shortName) { connection in
      let permit = try AccessGate.decide(need, for: by, connection)
      // What the day owes is not what this change owes.
      let turning = Change(connection: connection, by: by, permit: Permit())
      if try DayTurn.bring(in: turning) { try PublishedHeads.publishDaily(in: turning, headKey) }
      let change = Change(connection: connection, by: by, permit: permit)
      let result = try body(change)
      guard change.auditRows > 0 else { throw StoreFault(.constraint, "a change without an audit row is never kept") }
      return result
    }
  }

  /// A failure in words. What was denied is recorded first, once a session.
  func told(_ error: any Error, doing what: String, _ by: Writing?) async -> Problem {
    if let over = error as? SessionOver, let by {
      await recordOnce("session", by) { try Denials.record(over, in: $0) }
      return over.problem(what)
    }
    guard let refusal = error as? AccessRefusal, let by else { return Problem(error, doing: what) }
    await recordOnce(refusal.key, by) { try Denials.record(refusal, in: $0) }
    return refusal.problem(what)
  }

  private func recordOnce(
    _ key: String, _ by: Writing, _ record: @escaping @Sendable (Change) throws -> Void
  ) async {
    guard !isReadOnly, seat?.denials.isNew(key) ?? true else { return }
    do {
      try await engine.write(holder: by.actor.staff.shortName) { connection in
        try record(Change(connection: connection, by: by, permit: Permit()))
      }
    } catch {
      // It is denied all the same; a full disk keeps no record of it.
      return
    }
  }
}
