import CaseModel
import CaseTesting
import Foundation
import GRDB
import Testing

@testable import CaseStore

/// A store with a plan in it, a key, and a folder for backups.
struct BackupScene {
  let scene: PlanTests.Scene
  let key: BackupSecretKey
  var place: Place { scene.place }
  var store: CaseStore { scene.store }

  /// Without a plan its audit is one that an mdt of an older schema could have written, which asked for no relationship.
  init(hasPlan: Bool = true) async throws {
    scene = try await PlanTests.Scene()
    key = try BackupSecretKey.make()
    guard hasPlan else { return }
    _ = try await store.publish(scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
  }

  func backUp(_ name: String = "one", from other: CaseStore? = nil) async throws -> CaseStore.Backup {
    try await (other ?? store).backUp(
      to: "\(place.folder)/\(name).mdtbackup", for: [key.publicKey], program: "test", by: scene.by)
  }

  /// A backup as a program of the first schema made it.
  func backUpOfSchemaOne() async throws -> CaseStore.Backup {
    let at = scene.by.at
    let installation = try await store.reading("No.") { try StoreContents.installation($0) }
    let output = try BackupOutput("\(place.folder)/old.mdtbackup", installation: installation, at: at)
    let copy = try WorkingFile(beside: place.path, as: "copying")
    defer { copy.remove() }
    try await store.engine.copy(to: copy.path)
    try OlderSchema.put(OlderSchema.first, into: copy.path)
    let manifest = try BackupMaking.manifest(of: copy, program: "test", at: at)
    let bytes = try BackupMaking.seal(copy, manifest, [key.publicKey], into: output) { _, _ in }
    return CaseStore.Backup(path: output.path, bytes: bytes, manifest: manifest)
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

/// What makes a store of the newest schema into an older one.
enum OlderSchema {
  private static let without = ["asked_at", "declined_at", "end_text", "weight_code"]
    .map { "ALTER TABLE care_team_member DROP COLUMN \($0);" }.joined(separator: " ")
  private static let neverDeleted = ["care_plan_version", "consent", "consent_void", "risk_score"].map {
    "CREATE TRIGGER \($0)_is_never_deleted BEFORE DELETE ON \($0) BEGIN SELECT RAISE(ABORT, 'never'); END;"
  }.joined(separator: " ")

  /// Before crisis plans, the team around a person and referrals and enrolments (Migration0009 to 0012), the newest undone first.
  static let eighth = """
    \(Migration0012.tablesOfPeople.map { "DROP TABLE \($0);" }.joined(separator: " "))
    \(undoing11)
    \(Migration0010.tablesOfPeople.map { "DROP TABLE \($0);" }.joined(separator: " ")) DROP TABLE staff_capacity;
    DROP INDEX care_team_unaccepted; DROP INDEX care_team_untold; DROP INDEX plan_action_by_who;
    DROP INDEX contingency_contact_by_name;
    \(without)
    DELETE FROM setting WHERE key IN ('caseload.points_per_wte', 'team.accept_workdays');
    \(Migration0009.tablesOfPeople.map { "DROP TABLE \($0);" }.joined(separator: " ")) PRAGMA user_version = 8;
    """
  static let fourth =
    eighth + """

      \(Migration0008.tables.map { "DROP TRIGGER \($0)_goes_by_certificate;" }.joined(separator: " "))
      DROP TABLE disposal_certificate; DROP TABLE disposal_report_entry; DROP TABLE disposal_report;
      DROP TABLE retention_hold; DELETE FROM setting WHERE key LIKE 'retention.%';
      \(neverDeleted)
      DROP TABLE credential; DROP TABLE revocation; DELETE FROM setting WHERE key LIKE 'session.%';
      DROP TABLE staff_training; DROP TABLE handover_note; DROP INDEX care_team_left; DROP INDEX staff_by_last_day;
      DROP INDEX staff_post_open; DELETE FROM setting WHERE key = 'training.valid_months';
      CREATE UNIQUE INDEX staff_post_open ON staff_post (staff_id) WHERE end_on IS NULL AND entered_in_error = 0;
      DROP TABLE consent_task; DROP TABLE sharing_override; DROP TABLE consent_void; DROP INDEX consent_best_interests;
      ALTER TABLE consent DROP COLUMN capacity_state; ALTER TABLE consent DROP COLUMN do_not_ask_before;
      ALTER TABLE enrolment DROP COLUMN status_before; PRAGMA user_version = 4;
      """
  static let second =
    fourth + """

      DROP TABLE sharing_agreement_party; DROP TABLE sharing_agreement_category; DROP TABLE sharing_agreement;
      DROP TABLE relationship; DROP TABLE personal_tie; DROP TABLE break_glass; DROP TABLE privacy_alert;
      DROP TABLE privilege; DROP INDEX patient_restricted; DROP INDEX sharing_restriction_by_organisation;
      DROP INDEX sharing_restriction_by_staff; DROP INDEX consent_not_to_share;
      DROP TABLE audit_published_head; DROP INDEX audit_by_staff; ALTER TABLE audit_event DROP COLUMN relationship;
      PRAGMA user_version = 2;
      """
  static let first = second + "DELETE FROM setting WHERE key = 'backup.recipients'; PRAGMA user_version = 1;"

  static func put(_ statements: String, into path: String) throws {
    let queue = try SQLiteFile.open(path, readOnly: false)
    try queue.writeWithoutTransaction { database in
      try database.execute(sql: statements)
      try database.checkpoint(.truncate)
    }
    try queue.close()
  }
}
