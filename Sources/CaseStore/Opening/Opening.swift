import CaseModel

enum Opening {
  private static let notOpened = "The store was not opened."

  static func open(_ given: String, readOnly: Bool, maxPages: Int? = nil) throws(Problem) -> CaseStore {
    let place = try StorePlace(given, doing: notOpened)
    // Before the lock, so that a wrong path leaves no lock file behind.
    try place.checkBeforeOpening()
    do {
      return try place.lock.heldForOpening(readOnly: readOnly, by: "an mdt that is starting") {
        try place.checkBeforeOpening(holdingLock: true)
        let engine = try SQLiteEngine(
          path: place.path, lock: place.lock, readOnly: readOnly, mayWrite: place.mayWrite, maxPages: maxPages)
        try engine.bringUpToDate(readOnly: readOnly)
        if !readOnly { try StoreWitness.read(from: place.lock)?.refuseLosses(engine.witness(), lock: place.lock) }
        return CaseStore(
          engine: engine, path: place.path, isReadOnly: readOnly, isPractice: try engine.isPractice())
      }
    } catch {
      throw Problem(error, doing: notOpened)
    }
  }
}
