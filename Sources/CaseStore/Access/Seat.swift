import CaseModel
import Synchronization

/// Who reads: the person who signed in, and how their acts are recorded.
struct Seat: Sendable {
  var writing: @Sendable () -> Writing
  let denials = ToldDenials()
  let openings = RecordedOpenings()
}

/// What was denied and is in the audit already: one row for an attempt, and not one for each time that a screen reads
/// again.
final class ToldDenials: Sendable {
  private let told = Mutex<Set<String>>([])

  /// Whether it is told for the first time.
  func isNew(_ attempt: String) -> Bool { told.withLock { $0.insert(attempt).inserted } }
}

/// Whose records were opened here: each opening is one row of the audit, and what is read of a record that was not opened
/// is an opening.
final class RecordedOpenings: Sendable {
  private let opened = Mutex<Set<ID<Patient>>>([])

  /// Whether it is opened now for the first time. Two reads at once are one opening.
  func isNew(_ patient: ID<Patient>) -> Bool { opened.withLock { $0.insert(patient).inserted } }

  /// It could not be recorded, so it was not opened.
  func giveBack(_ patient: ID<Patient>) { opened.withLock { _ = $0.remove(patient) } }
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
