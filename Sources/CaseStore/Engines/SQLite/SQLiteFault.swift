import GRDB

/// SQLite's result codes as the store's five kinds.
enum SQLiteFault {
  static func translating<T>(_ body: () throws -> T) throws -> T {
    do {
      return try body()
    } catch let error as DatabaseError {
      throw fault(error)
    }
  }

  static func fault(_ error: DatabaseError) -> StoreFault {
    switch error.extendedResultCode {
    case .SQLITE_CONSTRAINT_UNIQUE, .SQLITE_CONSTRAINT_PRIMARYKEY:
      return StoreFault(.conflict, "the same is there already")
    case .SQLITE_CONSTRAINT_TRIGGER:
      return StoreFault(.constraint, "a rule of the store does not allow it\(rule(in: error))")
    case .SQLITE_IOERR_SHMSIZE: return full
    default: break
    }
    switch error.resultCode {
    case .SQLITE_CONSTRAINT, .SQLITE_MISMATCH, .SQLITE_TOOBIG:
      return StoreFault(.constraint, "a rule of the store does not allow it")
    case .SQLITE_BUSY, .SQLITE_LOCKED: return StoreFault(.retry, "another program is using the store")
    case .SQLITE_FULL: return full
    case .SQLITE_READONLY: return StoreFault(.unavailable, "the store can only be read")
    case .SQLITE_IOERR: return StoreFault(.unavailable, "the disk reported a failure")
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH:
      return StoreFault(.unavailable, "the store's file cannot be opened")
    case .SQLITE_INTERRUPT: return .interrupted
    case .SQLITE_NOMEM: return StoreFault(.unavailable, "there is not enough memory")
    case .SQLITE_CORRUPT, .SQLITE_NOTADB: return damagedFile
    default: return StoreFault(.unavailable, "the database gave code \(error.extendedResultCode.rawValue)")
    }
  }

  static let damagedFile = StoreFault(.damaged, "the store's file is damaged")

  static let full = StoreFault(
    .unavailable, "the disk is full", remedy: "Make room on the store's disk, then try again.")

  /// The sentence of our own trigger. What SQLite says of other rules is the text of the schema, which nobody can use.
  private static func rule(in error: DatabaseError) -> String {
    guard let message = error.message else { return "" }
    return " (\(message))"
  }
}
