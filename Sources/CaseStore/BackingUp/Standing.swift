import CaseModel

/// What stands at the place of a store that is to be restored.
enum Standing {
  case nothing
  /// A store that was emptied, cut or overwritten.
  case unreadable(why: String)
  case store(Store)

  struct Store {
    var installation: String
    var generation: Int
    var audit: AuditHead
    /// The last audit row that it and the backup have in common; 0 where there is none.
    var common: Int
  }

  /// The caller holds the store's lock. `lastCommon` is asked with a connection to what stands there.
  ///
  /// - Throws: where what stands there is no store and never was: a link, a folder, a database of another program.
  static func at(_ place: StorePlace, folding: Bool, _ lastCommon: (any Connection) throws -> Int) throws -> Standing {
    do throws(Problem) {
      try place.checkBeforeOpening(isLocked: true)
    } catch {
      switch error.kind {
      case .notFound: return .nothing
      case .damaged: return .unreadable(why: error.reason)
      default: throw Problem(Restoration.what, because: error.reason, try: error.advice, kind: error.kind)
      }
    }
    do {
      return .store(
        try SQLiteAlone.reading(place.path, folding: folding) { connection in
          let (installation, generation, _) = try StoreContents.store(connection)
          return Store(
            installation: installation, generation: generation, audit: try StoreContents.head(connection),
            common: try lastCommon(connection))
        })
    } catch let fault as StoreFault where fault.kind == .damaged {
      return .unreadable(why: "It cannot be read: \(fault.why).")
    }
  }

  /// Chains that have one row in common have every row before it in common.
  static func lastCommon(_ one: any Connection, _ other: any Connection) throws -> Int {
    var same = 0
    var different = min(try StoreContents.head(one).sequence, try StoreContents.head(other).sequence) + 1
    while different - same > 1 {
      let middle = (same + different) / 2
      let hash = try StoreContents.hash(at: middle, one)
      if try hash != nil && hash == StoreContents.hash(at: middle, other) { same = middle } else { different = middle }
    }
    return same
  }
}
