import CaseModel

extension CaseStore {
  /// Makes a new store, fills it in one transaction and opens it; for scenes. What `fill` changes is durable when this
  /// returns, and a failure leaves the store without any of it.
  ///
  /// - Throws: what `create` and `fill` throw.
  public static func create(
    at path: String, setup: Setup, filledBy fill: (CaseStore) async throws -> Void
  ) async throws -> CaseStore {
    if try PostgreSQLAddress(path) != nil {
      let store = try create(at: path, setup: setup)
      try await fill(store)
      return store
    }
    try Creating.make(at: path, setup)
    let place = try StorePlace(path, doing: "The store was not filled.")
    let engine = try SQLiteGathering(path: place.path, lock: place.lock)
    try await fill(
      CaseStore(
        engine: engine, path: place.path, draftFiles: Drafts(beside: place.path), isReadOnly: false,
        isPractice: setup.isPractice))
    try await engine.finish()
    return try open(at: path)
  }
}
