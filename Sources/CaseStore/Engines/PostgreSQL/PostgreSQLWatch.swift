import Dispatch

/// Wakes whoever waits when somebody has written: the server tells (LISTEN). While the server is away it is asked for
/// every second, and whoever waits is woken when it has gone and when it is back.
actor PostgreSQLWatch {
  static let channel = "mdt_written"

  private let thread = EngineThread("mdt.store.watch")
  nonisolated var unownedExecutor: UnownedSerialExecutor { thread.asUnownedSerialExecutor() }

  private let address: PostgreSQLAddress
  private var session: PostgreSQLSession?

  init(_ address: PostgreSQLAddress) { self.address = address }

  /// Returns when something may have been written since the last call returned, when the server has gone, when it is
  /// back, or when the task is cancelled.
  func next() async {
    guard let session else {
      await listenAgain()
      return
    }
    do {
      // What came in while nobody waited.
      if try session.takeNotices() { return }
      while !Task.isCancelled {
        await readable(session.socket)
        if Task.isCancelled { return }
        if try session.takeNotices() { return }
      }
    } catch {
      self.session = nil
    }
  }

  func close() { session = nil }

  /// What was written before it listened is not told: the caller looks once more.
  private func listenAgain() async {
    while !Task.isCancelled {
      do {
        let made = try PostgreSQLSession(address, settings: [])
        try made.execute("LISTEN \(Self.channel)")
        session = made
        return
      } catch {
        do { try await Task.sleep(for: .seconds(1)) } catch { return }
      }
    }
  }

  private nonisolated func readable(_ descriptor: Int32) async {
    let (stream, sender) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let source = DispatchSource.makeReadSource(fileDescriptor: descriptor, queue: .global())
    source.setEventHandler { sender.yield() }
    source.resume()
    for await _ in stream { break }
    source.cancel()
  }
}
