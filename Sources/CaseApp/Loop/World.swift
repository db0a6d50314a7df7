public import CaseModel
public import CaseStore

/// Everything outside the program that the screens' work may touch: the records, the clock, identifiers and the
/// person at the keys. Tests give a stopped clock and counted identifiers.
public struct World: Sendable {
  /// With the person at the keys at it: another store that is put here is opened for them.
  public var store: CaseStore { didSet { store = seated } }
  /// Somebody else who is put here is at the store, too.
  public var actor: Actor { didSet { store = seated } }
  public var isPractice: Bool
  public var isReadOnly: Bool
  public var now: @Sendable () -> Moment
  /// A new UUIDv7, as text.
  public var newID: @Sendable () -> String
  /// Seconds since the machine was started, its sleep included; a clock that is put right does not move it.
  public var uptime: @Sendable () -> Int
  /// Waits so many seconds; tests do not wait.
  public var pause: @Sendable (Double) async -> Void

  public init(
    store: CaseStore, actor: Actor, isPractice: Bool, isReadOnly: Bool, now: @escaping @Sendable () -> Moment,
    newID: @escaping @Sendable () -> String, uptime: @escaping @Sendable () -> Int = { 0 },
    pause: @escaping @Sendable (Double) async -> Void
  ) {
    self.store = store
    self.actor = actor
    self.isPractice = isPractice
    self.isReadOnly = isReadOnly
    self.now = now
    self.newID = newID
    self.uptime = uptime
    self.pause = pause
    self.store = seated
  }

  private var seated: CaseStore {
    store.signedIn { [actor, now, newID] in Writing(actor: actor, at: now(), newID: newID) }
  }

  /// Who writes, when, and how new records are named.
  public var writing: Writing { Writing(actor: actor, at: now(), newID: newID) }

  var surroundings: Surroundings {
    Surroundings(actor: actor, now: now(), isPractice: isPractice, isReadOnly: isReadOnly)
  }
}

extension World {
  /// Takes back the last change of the person at the keys; says what was undone.
  func undo() async throws(Problem) -> String { try await store.undo(by: writing).words }

  /// Makes the change again that was taken back last.
  func redo() async throws(Problem) -> String { try await store.redo(by: writing).words }

  /// A number that is another as soon as anybody has changed the records.
  func changeNumber() async throws(Problem) -> Int { try await store.changeNumber() }

  /// The program ends: nobody waits any longer for a server that does not answer.
  func stopWaiting() { store.stopWaiting() }

  /// Waits until the records may have changed; false at once where nobody says when.
  func nextWrite() async -> Bool { await store.nextWrite() }
}
