import Dispatch
import Synchronization

/// A connection that reads, on a thread of its own; opened when it is first needed and again when it was lost. A read
/// whose task is cancelled is interrupted.
actor PostgreSQLReader {
  private let thread = EngineThread("mdt.store.reader")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private let address: PostgreSQLAddress
  private var session: PostgreSQLSession?
  private nonisolated let interrupts = Interrupts()
  private let last = Atomic<Int>(0)

  init(_ address: PostgreSQLAddress, session: sending PostgreSQLSession? = nil) {
    self.address = address
    self.session = session
  }

  /// Plans are made for the values at hand: the lists' indexes hold parts of a table, and which fits depends on them.
  static let settings = ["plan_cache_mode = force_custom_plan", "default_transaction_read_only = on"]

  nonisolated func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    let number = last.add(1, ordering: .relaxed).newValue
    return try await withTaskCancellationHandler {
      try await perform(number, body)
    } onCancel: {
      // Asking the server opens a connection to it, for which nobody waits.
      DispatchQueue.global().async { self.interrupts.stop(number) }
    }
  }

  func close() {
    interrupts.none()
    session = nil
  }

  private func perform<T: Sendable>(_ number: Int, _ body: @Sendable (any Connection) throws -> T) throws -> T {
    var (attempts, interruptions) = (0, 0)
    while true {
      try Task.checkCancellation()
      let session = try opened()
      do {
        interrupts.start(number, session.canceller())
        defer { interrupts.none() }
        return try transaction(session, body)
      } catch let fault as StoreFault where fault == .interrupted && !Task.isCancelled {
        // An interruption that came a moment late, for the read before this one; or the server's own, again and again.
        interruptions += 1
        if interruptions > 2 { throw PostgreSQLFault.tookTooLong }
      } catch let fault as StoreFault where session.isLost {
        self.session = nil
        // Reading again harms nothing: the server may have been started anew since the last read.
        attempts += 1
        if attempts > 1 { throw fault }
      }
    }
  }

  private func transaction<T>(_ session: PostgreSQLSession, _ body: (any Connection) throws -> T) throws -> T {
    try session.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
    do {
      let answer = try body(PostgreSQLConnection(session: session))
      try session.execute("COMMIT")
      return answer
    } catch {
      try session.rollBack()
      throw error
    }
  }

  private func opened() throws -> PostgreSQLSession {
    if let session { return session }
    let made = try PostgreSQLSession(address, settings: Self.settings)
    session = made
    return made
  }
}

/// Which read is under way, and how the server is asked to stop it.
private final class Interrupts: Sendable {
  private struct UnderWay {
    var number: Int
    var canceller: PostgreSQLCanceller
  }
  private let underWay = Mutex<UnderWay?>(nil)

  func start(_ number: Int, _ canceller: PostgreSQLCanceller?) {
    underWay.withLock { $0 = canceller.map { UnderWay(number: number, canceller: $0) } }
  }

  func none() { underWay.withLock { $0 = nil } }

  func stop(_ number: Int) {
    underWay.withLock { current in
      // Asked inside, so that the read that is stopped is this one and not the next.
      if let current, current.number == number { current.canceller.cancel() }
    }
  }
}
