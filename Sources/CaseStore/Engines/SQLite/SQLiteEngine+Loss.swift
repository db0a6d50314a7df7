import CaseModel
import GRDB

/// A log that was lost, and a log and a file that do not belong together (decision 13).
extension SQLiteEngine {
  /// Refuses a store that is not what was saved here, and notes how far a file without a log has come. The caller holds
  /// the store's lock.
  func refuseLoss(lock: StoreLock) throws {
    let version = try source.now.queue.read { database in
      try SQLiteFault.translating { try SQLiteMigrations.version(of: database) }
    }
    // What is no store of a schema that is known here says nothing yet.
    guard version > 0, version <= Migrations.newest else { return }
    let witness = StoreWitness.read(from: lock)
    if let loss = try loss(since: witness) { throw loss.problem(lock: lock) }
    guard let found = try view(StoreWitness.of) else { return }
    if SQLiteTrace(path: path).logSize == 0 {
      let base = found.hash.map { StoreWitness.Base(sequence: found.sequence, hash: $0) }
      if witness?.base != base { found.writeAsBase(to: lock) }
    } else if witness?.installation != found.installation {
      guard try isWholeWithItsLog() else { throw StoreWitness.Loss.mixture.problem(lock: lock) }
      found.write(to: lock)
    }
  }

  /// What the lock file's witness misses in this store; without a witness, whether the log is another store's.
  func loss(since witness: StoreWitness?) throws -> StoreWitness.Loss? {
    let (found, loss) = try view { connection in
      let found = try StoreWitness.of(connection)
      return (found, try witness?.loss(found, in: connection))
    }
    // A file without a log is all there is, and starting is quick.
    guard SQLiteTrace(path: path).logSize > 0, let alone = fileAlone() else { return loss }
    // Another store in its place, whole, is none of the witness's matter; the log of another beside this file is.
    guard let witness, witness.installation == found?.installation || witness.installation == alone.installation else {
      guard alone.installation == found?.installation else { return .mixture }
      // The file's last audit row is in every log that was written over this file.
      do {
        let kept = try view { try StoreContents.hash(at: alone.sequence, $0) }
        return kept == alone.hash ? nil : .mixture
      } catch let fault as StoreFault where fault == SQLiteFault.damagedFile {
        // The file by itself could be read: what cannot be is the two together.
        return .mixture
      }
    }
    guard witness.installation == found?.installation else { return .foreign }
    if case .changes = loss { return loss }
    return witness.loss(inFileAlone: alone) ?? loss
  }

  /// What the main file says without its log. Nil where it does not: a program that was killed while it folded the log in
  /// has left a file that is no store by itself, and is one with the log. The two pages that are read here are written
  /// whole or not at all.
  private func fileAlone() -> StoreWitness? {
    do {
      return try SQLiteAlone.reading(path) { try StoreWitness.of($0) }
    } catch {
      return nil
    }
  }

  /// Looks over the whole of a log and a file that nothing witnesses, before anything is written to them.
  private func isWholeWithItsLog() throws -> Bool {
    do {
      return try view { connection -> Bool in
        guard try SQLiteAlone.damage(quick: false, connection).isEmpty, let head = try AuditReading.head(connection)
        else {
          return false
        }
        // It may be brought up to date only after this.
        var walk = AuditWalk(expected: head, schema: try SQLiteAlone.schemaVersion(connection))
        while try walk.advance(connection) {}
        switch walk.verdict(head: head) {
        case .whole: return true
        case .broken: return false
        }
      }
    } catch let fault as StoreFault where fault == SQLiteFault.damagedFile {
      return false
    }
  }

  private func view<T>(_ body: (any Connection) throws -> T) throws -> T {
    try source.now.queue.read { database in
      try SQLiteFault.translating {
        try body(SQLiteConnection(database: database, statements: SQLiteStatements()))
      }
    }
  }
}
