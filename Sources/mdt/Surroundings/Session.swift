import CaseApp
import CaseModel
import CaseStore

/// A store opened by the person whose account runs the program.
struct Session {
  let store: CaseStore
  let actor: Actor
  let isPractice: Bool
  let isReadOnly: Bool
  /// Seconds that a practice store's clock is behind the real one; 0 for a live store.
  private let clockOffset: Int
  private let endings: Endings?

  /// `waitsAtSignals`: a signal to stop or end waits until nothing is being written.
  static func open(_ options: GlobalOptions, waitsAtSignals: Bool = true) async throws(Problem) -> Session {
    let identity = try options.identity()
    let store = try openStore(options, at: identity.store)
    let actor = try await identity.actor(in: store)
    let clockOffset = try await store.practiceClockOffset()
    let seat = store.signedIn { Writing(actor: actor, at: Host.now() + clockOffset, newID: { Host.newID() }) }
    let session = Session(
      store: seat, actor: actor, isPractice: store.isPractice, isReadOnly: options.readOnly, clockOffset: clockOffset,
      endings: waitsAtSignals ? Endings(store) : nil)
    do throws(Problem) {
      try await store.bringListsToDay(by: session.writing)
    } catch {
      // Whoever cannot write may still read; the next write brings the lists to the day.
      Outlet.note(error.description)
    }
    return session
  }

  /// Does something in a session and closes its store, whatever came of it.
  static func during(_ options: GlobalOptions, _ body: (Session) async throws -> Void) async throws {
    let session = try await open(options)
    do {
      try await body(session)
    } catch {
      await session.store.close()
      throw error
    }
    await session.store.close()
  }

  /// A store that is not there cannot be reached: exit 69, unlike a person who is not in it.
  private static func openStore(_ options: GlobalOptions, at place: String) throws(Problem) -> CaseStore {
    do throws(Problem) {
      return try CaseStore.open(at: place, readOnly: options.readOnly)
    } catch {
      guard error.kind == .notFound else { throw error }
      throw Problem(error.what, because: error.reason, try: error.advice, kind: .unavailable)
    }
  }

  func now() -> Moment { Host.now() + clockOffset }

  var writing: Writing { Writing(actor: actor, at: now(), newID: { Host.newID() }) }

  var world: World {
    let offset = clockOffset
    return World(
      store: store, actor: actor, isPractice: isPractice, isReadOnly: isReadOnly, now: { Host.now() + offset },
      newID: { Host.newID() }, uptime: { Host.uptime() }, pause: Host.pause)
  }

  /// The person with an NHS number as typed; `action` is what they are looked up for.
  func patient(_ text: String, for action: AccessAction = .searchPeople) async throws(Problem) -> ID<Patient> {
    let number: NHSNumber
    switch NHSNumber.read(text) {
    case .success(let read): number = read
    case .failure(let fault):
      throw Problem(
        "Nobody was looked up.", because: fault.message, try: "Give the ten digits of the NHS number.", kind: .badData)
    }
    guard let id = try await store.patient(nhs: number, for: action) else {
      throw Problem(
        "Nobody was shown.", because: "Nobody with the NHS number \(number.spaced) is in this store.",
        try: "Check the number, or find the person by name with mdt list --filter NAME.", kind: .notFound)
    }
    return id
  }
}

extension Host {
  /// Waits without holding a thread; an end that comes early is an end.
  @Sendable static func pause(seconds: Double) async {
    do {
      try await Task.sleep(for: .seconds(seconds))
    } catch {
      // Cancelled: nobody waits any longer.
      return
    }
  }
}
