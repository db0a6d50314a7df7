import CaseModel
import CaseTesting
import Foundation
import Testing

@testable import CaseStore

/// A store with a plan in it, a key, and a folder for backups.
struct BackupScene {
  let scene: PlanTests.Scene
  let key: BackupSecretKey
  var place: Place { scene.place }
  var store: CaseStore { scene.store }

  init() async throws {
    scene = try await PlanTests.Scene()
    key = try BackupSecretKey.make()
    _ = try await store.publish(scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
  }

  func backUp(_ name: String = "one", from other: CaseStore? = nil) async throws -> CaseStore.Backup {
    try await (other ?? store).backUp(
      to: "\(place.folder)/\(name).mdtbackup", for: [key.publicKey], program: "test", by: scene.by)
  }

  /// One more change, so that the store is newer than what was backed up.
  func change(_ value: String = "9", in other: CaseStore? = nil) async throws {
    try await (other ?? store).setSetting("mdt.max_cases", to: value, reason: "test", by: scene.by)
  }

  static let restorer = Restorer(account: "jfrancis", workstation: "ward-3", at: Place.start + 3600)

  func restore(
    _ path: String, to store: String, confirmed: [String] = [], with other: BackupSecretKey? = nil,
    by restorer: Restorer = BackupScene.restorer
  ) async throws -> Restored {
    let restoration = try await Restoration.prepare(from: path, with: other ?? key, at: store)
    do {
      return try await restoration.putInPlace(confirmed: confirmed, by: restorer)
    } catch {
      restoration.giveUp()
      throw error
    }
  }

  /// How a restore is refused.
  func refusal(
    _ path: String, to store: String, confirmed: [String] = [], with other: BackupSecretKey? = nil
  ) async -> Problem? {
    do {
      _ = try await restore(path, to: store, confirmed: confirmed, with: other)
      return nil
    } catch {
      return error as? Problem
    }
  }

  /// Names of what lies beside the stores, without what SQLite and the lock leave.
  func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: place.folder).sorted().filter { name in
      !["-wal", "-shm", ".lock"].contains { name.hasSuffix($0) }
    }
  }
}

/// Every row of every table, as text.
func everything(in path: String) throws -> [String: [String]] {
  try SQLiteAlone.reading(path) { connection in
    var all = [String: [String]]()
    for table in try SQLiteAlone.rowsPerTable(connection).keys {
      let columns = try connection.rows("SELECT name FROM pragma_table_info('\(table)')") { try $0.text() }
      let quoted = columns.map { "quote(\"\($0)\")" }.joined(separator: " || '|' || ")
      all[table] = try connection.rows("SELECT \(quoted) FROM \"\(table)\"") { try $0.text() }.sorted()
    }
    return all
  }
}
