import CaseModel

/// A store that is opened to be looked at.
struct DoctorContent: Sendable {
  let store: CaseStore
  /// The lock file; nil where the store is on a server.
  let lockPath: String?
  /// What the lock file says, as it stood before anything was opened.
  let witness: StoreWitness?
  let loss: StoreWitness.Loss?
  /// The store's time: that of the machine, or of the practice clock.
  let now: Moment
  let progress: @Sendable (String) -> Void

  /// How many records are read before others may.
  static let part = 500

  static func open(
    _ place: StorePlace, _ facts: PlaceFacts, now: Moment, progress: @escaping @Sendable (String) -> Void
  ) async throws(Problem) -> DoctorContent {
    let what = "The store was not opened."
    let store: CaseStore
    let loss: StoreWitness.Loss?
    do {
      (store, loss) = try place.lock.heldToLook {
        let engine = try engine(place)
        try engine.bringUpToDate(readOnly: true)
        let loss = try engine.loss(since: facts.witness)
        let store = CaseStore(
          engine: engine, path: place.path, draftFiles: Drafts(beside: place.path), isReadOnly: true,
          isPractice: try engine.isPractice())
        return (store, loss)
      }
    } catch {
      throw Problem(error, doing: what)
    }
    let offset = try await store.practiceClockOffset()
    return DoctorContent(
      store: store, lockPath: place.lock.path, witness: facts.witness, loss: loss, now: now + offset,
      progress: progress)
  }

  static func open(
    _ server: PostgreSQLAddress, now: Moment, progress: @escaping @Sendable (String) -> Void
  ) async throws(Problem) -> DoctorContent {
    let store = try Opening.open(server, readOnly: true)
    let offset = try await store.practiceClockOffset()
    return DoctorContent(
      store: store, lockPath: nil, witness: nil, loss: nil, now: now + offset, progress: progress)
  }

  /// As one who may not write here where nobody has it open, so that no file is left beside it; else the ordinary way.
  private static func engine(_ place: StorePlace) throws -> SQLiteEngine {
    let trace = SQLiteTrace(path: place.path)
    let mayStayOutside = trace.hasSharedMemory || trace.logSize == 0
    return try SQLiteEngine(
      path: place.path, lock: place.lock, readOnly: true, mayWrite: mayStayOutside ? false : place.mayWrite)
  }

  /// The day that the lists are as of.
  func listedOn() async throws(Problem) -> Day {
    try await store.reading("The lists were not looked at.", .doctor) { try DayTurn.listedOn($0) }
  }

  /// Identifiers that a query gives, each as a symptom.
  func identifiers(
    _ sql: String, _ values: [Value] = [], _ symptom: @Sendable (String) -> Symptom
  ) async throws(Problem) -> [Symptom] {
    let ids = try await store.reading("It was not looked at.", .doctor) { try $0.rows(sql, values) { try $0.text() } }
    return ids.map(symptom)
  }
}
