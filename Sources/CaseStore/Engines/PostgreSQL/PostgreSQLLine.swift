import Synchronization

/// What the connections of one open store know together about the way to their server.
final class PostgreSQLLine: Sendable {
  private let ending = Atomic<Bool>(false)
  private let doubtful = Atomic<Bool>(false)

  /// The program ends: from now on nobody waits long for a server that gives no answer.
  func stopWaiting() { ending.store(true, ordering: .relaxed) }
  var isEnding: Bool { ending.load(ordering: .relaxed) }

  /// Somebody has waited in vain, and nobody has reached the server since: others need not wait as long to learn it.
  var isDoubtful: Bool { doubtful.load(ordering: .relaxed) }
  func foundSilent() { doubtful.store(true, ordering: .relaxed) }
  func foundAlive() { if isDoubtful { doubtful.store(false, ordering: .relaxed) } }
}
