import CaseModel

enum Opening {
  private static let notOpened = "The store was not opened."

  static func open(_ given: String, readOnly: Bool, maxPages: Int? = nil) throws(Problem) -> CaseStore {
    let place = try StorePlace(given, doing: notOpened)
    // Before the lock, so that a wrong path leaves no lock file behind.
    try place.checkBeforeOpening(isLocked: false)
    do {
      return try place.lock.heldForOpening(readOnly: readOnly, by: "an mdt that is starting") {
        try place.checkBeforeOpening(isLocked: true)
        let engine = try SQLiteEngine(
          path: place.path, lock: place.lock, readOnly: readOnly, mayWrite: place.mayWrite, maxPages: maxPages)
        // Before anything is written to it.
        if !readOnly { try engine.refuseLoss(lock: place.lock) }
        try engine.bringUpToDate(readOnly: readOnly)
        return CaseStore(
          engine: engine, path: place.path, draftFiles: Drafts(beside: place.path), isReadOnly: readOnly,
          isPractice: try engine.isPractice())
      }
    } catch {
      throw Problem(error, doing: notOpened)
    }
  }

  static func open(_ server: PostgreSQLAddress, readOnly: Bool) throws(Problem) -> CaseStore {
    do {
      let session = try PostgreSQLSession(server, settings: PostgreSQLReader.settings, use: .reading)
      try PostgreSQLMigrations.check(session)
      let isPractice = try PostgreSQLEngine.isPractice(session)
      return CaseStore(
        engine: PostgreSQLEngine(server, session: session, readOnly: readOnly), path: server.name,
        draftFiles: Drafts(ofServer: server.name), isReadOnly: readOnly, isPractice: isPractice)
    } catch {
      throw Problem(error, doing: notOpened)
    }
  }
}
