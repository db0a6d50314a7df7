import CaseModel
import Synchronization

/// Who reads: the person who signed in, and how their acts are recorded.
struct Seat: Sendable {
  var writing: @Sendable () -> Writing
  let denials = ToldDenials()
}

/// What was denied and is in the audit already: one row for an attempt, and not one for each time that a screen reads
/// again.
final class ToldDenials: Sendable {
  private let told = Mutex<Set<String>>([])

  /// Whether it is told for the first time.
  func isNew(_ attempt: String) -> Bool { told.withLock { $0.insert(attempt).inserted } }
}

extension CaseStore {
  /// The same store with somebody at it. Whatever is read is decided for them, at the moment that it is read; whatever
  /// is written is decided for the actor of its own `Writing`.
  ///
  /// - Parameter writing: who they are and what time it is, asked at each read.
  public func signedIn(_ writing: @escaping @Sendable () -> Writing) -> CaseStore {
    var store = self
    store.seat = Seat(writing: writing)
    return store
  }
}
