import CaseModel

/// The one way in for reads and the one way in for writes. Internal: screens use what `CaseStore.swift` offers.
extension CaseStore {
  /// Reads; `what` is the first sentence of the problem when it fails.
  func reading<T: Sendable>(
    _ what: String, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws(Problem) -> T {
    do { return try await engine.read(body) } catch { throw Problem(error, doing: what) }
  }

  /// Reads what may take a while, beside the reads of pages.
  func counting<T: Sendable>(
    _ what: String, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws(Problem) -> T {
    do { return try await engine.readAside(body) } catch { throw Problem(error, doing: what) }
  }

  /// Writes in one transaction that owes at least one audit row; `what` is the first sentence when it fails.
  func writing<T: Sendable>(
    _ what: String, _ by: Writing, _ body: @escaping @Sendable (Change) throws -> T
  ) async throws(Problem) -> T {
    do { return try await transaction(by, body) } catch { throw Problem(error, doing: what) }
  }

  /// As `writing`, for callers that throw something of their own through it.
  func transaction<T: Sendable>(
    _ by: Writing, _ body: @escaping @Sendable (Change) throws -> T
  ) async throws -> T {
    try await engine.write(holder: by.actor.staff.shortName) { connection in
      let change = Change(connection: connection, by: by)
      try DayTurn.bring(in: change)
      let result = try body(change)
      guard change.auditRows > 0 else { throw StoreFault(.constraint, "a change without an audit row is never kept") }
      return result
    }
  }
}
