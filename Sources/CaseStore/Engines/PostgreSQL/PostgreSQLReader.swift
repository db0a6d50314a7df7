import Dispatch
import Synchronization

/// A connection that reads, on a thread of its own; opened when it is first needed and again when it was lost. A read
/// whose task is cancelled is interrupted.
actor PostgreSQLReader {
  private let thread = EngineThread("mdt.store.reader")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private let address: PostgreSQLAddress
  private let line: PostgreSQLLine
  private var session: PostgreSQLSession?
  private nonisolated let interrupts = Interrupts()
  private let last = Atomic<Int>(0)

  init(_ address: PostgreSQLAddress, _ line: PostgreSQLLine, session: sending PostgreSQLSession? = nil) {
    self.address = address
    self.line = line
    self.session = session
  }

  /// Plans are made for the values at hand: the lists' indexes hold parts of a table, and which fits depends on them.
  static let settings = ["plan_cache_mode = force_custom_plan", "default_transaction_read_only = on"]

  nonisolated func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T {
    let number = last.add(1, ordering: .relaxed).newValue
    return try await withTaskCancellationHandler {
      try await perform(number, body)
    } onCancel: {
      interrupts.stop(number)
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
        if !interrupts.wasSent() { interruptions += 1 }
        if interruptions > 2 { throw PostgreSQLFault.tookTooLong }
      } catch let fault as StoreFault where session.isLost {
        self.session = nil
        if session.isSilent { throw fault }
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
    let made = try PostgreSQLSession(address, settings: Self.settings, line: line, use: .reading)
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
  /// How many the server was asked to stop and has not.
  private let sent = Mutex(0)
  /// Asking opens a connection to the server, which may hang: one thread waits for it, and it is nobody else's.
  private let queue = DispatchQueue(label: "mdt.store.interrupts")

  func start(_ number: Int, _ canceller: PostgreSQLCanceller?) {
    underWay.withLock { $0 = canceller.map { UnderWay(number: number, canceller: $0) } }
  }

  func none() { underWay.withLock { $0 = nil } }

  func stop(_ number: Int) {
    queue.async { [self] in
      guard let current = underWay.withLock({ $0 }), current.number == number else { return }
      sent.withLock { $0 += 1 }
      current.canceller.cancel()
    }
  }

  /// Whether an interruption may be one that was asked for, be it for the read before this one.
  func wasSent() -> Bool {
    sent.withLock { sent in
      guard sent > 0 else { return false }
      sent -= 1
      return true
    }
  }
}
