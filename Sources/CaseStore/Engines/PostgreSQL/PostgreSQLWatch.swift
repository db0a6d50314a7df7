import Dispatch

/// Wakes whoever waits when somebody has written: the server tells (LISTEN). While the server is away it is asked for
/// every second, and whoever waits is woken when it has gone and when it is back. A server that hangs says nothing, so it
/// is asked for a word where none came for a while.
actor PostgreSQLWatch {
  static let channel = "mdt_written"

  private let thread = EngineThread("mdt.store.watch")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private let address: PostgreSQLAddress
  private let line: PostgreSQLLine
  private var session: PostgreSQLSession?
  /// Whoever waits has been woken because the server has gone.
  private var isToldGone = false
  /// Seconds without a word.
  private static let longest = 8

  init(_ address: PostgreSQLAddress, _ line: PostgreSQLLine) {
    self.address = address
    self.line = line
  }

  /// Returns when something may have been written since the last call returned, when the server has gone, when it is
  /// back, or when the task is cancelled.
  func next() async {
    guard let session else {
      await listenAgain()
      return
    }
    do {
      while !Task.isCancelled {
        // What came in while nobody waited, too.
        if try session.takeNotices() { return }
        if await !readable(session.socket), !Task.isCancelled { try session.execute("SELECT 1") }
      }
    } catch {
      self.session = nil
      isToldGone = true
    }
  }

  func close() { session = nil }

  /// What was written before it listened is not told: the caller looks once more.
  private func listenAgain() async {
    while !Task.isCancelled, !line.isEnding {
      do {
        let made = try PostgreSQLSession(address, settings: [], line: line, use: .listening)
        try made.execute("LISTEN \(Self.channel)")
        session = made
        isToldGone = false
        return
      } catch {
        // It may have gone before anybody listened: whoever waits has to look.
        guard isToldGone else { return isToldGone = true }
        do { try await Task.sleep(for: .seconds(1)) } catch { return }
      }
    }
  }

  /// Waits until something can be read, or for so long that the server is asked; whether something can.
  private nonisolated func readable(_ descriptor: Int32) async -> Bool {
    let (stream, sender) = AsyncStream.makeStream(of: Bool.self, bufferingPolicy: .bufferingOldest(1))
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global())
    source.setEventHandler { sender.yield(true) }
    source.resume()
    let timer = DispatchSource.makeTimerSource(queue: .global())
    timer.setEventHandler { sender.yield(false) }
    timer.schedule(deadline: .now() + .seconds(Self.longest), leeway: .seconds(1))
    timer.resume()
    defer {
      source.cancel()
      timer.cancel()
    }
    for await isReadable in stream { return isReadable }
    return false
  }
}
