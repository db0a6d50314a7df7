import CaseModel
import CaseTesting
import Foundation
import Testing

@testable import CaseStore

@Suite("Backups", .ofAFile) struct BackupTests {
  @Test("promise 21: a backup restores to the same state, row for row, with one audit row more") func same()
    async throws
  {
    let scene = try await BackupScene()
    let backup = try await scene.backUp()
    let head = try #require(try await scene.store.auditHead())
    #expect(backup.manifest.audit == head)
    #expect(backup.manifest.tables["care_plan"] == 1)
    await scene.store.close()
    let path = scene.place.folder + "/again/mdt.store"
    let restored = try await scene.restore(backup.path, to: path)
    #expect(restored.audit.sequence == head.sequence + 1)
    #expect(restored.generation == 2)
    #expect(restored.aside == nil)
    var (before, after) = (try everything(in: scene.place.path), try everything(in: path))
    #expect(after["audit_event"]?.count == head.sequence + 1)
    #expect(Set(after["audit_event"] ?? []).isSuperset(of: before["audit_event"] ?? []))
    // What restoring changes.
    for table in ["audit_event", "audit_head", "store"] { (before[table], after[table]) = (nil, nil) }
    #expect(before == after)
    let store = try await CaseStore.opened(path)
    #expect(await store.doctor().wrong == [])
    let row = try #require(try await store.auditEvents(limit: 1).first)
    #expect(row.object == "store restored")
    #expect(row.action == .importFile)
    #expect(row.purpose.contains(head.hash.prefix(16)))
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
  }

  @Test("promise 21: a backup made while people save is one state: its chain ends where it says, and no save is torn")
  func underLoad() async throws {
    let scene = try await BackupScene()
    let path = scene.place.path
    let saver = Task {
      let store = try await CaseStore.opened(path)
      let by = try await store.writing()
      var saves = 0
      var record = try #require(try await store.carePlan(of: scene.scene.rahela))
      while !Task.isCancelled {
        record = try await store.publish(
          Plans.changing(record.plan, "goal \(saves)"), of: scene.scene.rahela, basedOn: record.rowVersion,
          reason: "changed", by: by)
        saves += 1
      }
      await store.close()
      return saves
    }
    var backups = [CaseStore.Backup]()
    for number in 0..<5 { backups.append(try await scene.backUp("b\(number)")) }
    saver.cancel()
    #expect(try await saver.value > 0)
    for (number, backup) in backups.enumerated() {
      // Restoring verifies the chain, every digest and every count against the manifest.
      let other = scene.place.folder + "/r\(number)/mdt.store"
      let restored = try await scene.restore(backup.path, to: other)
      #expect(restored.audit.sequence == backup.manifest.audit.sequence + 1)
      // The live store goes on from each of them.
      let head = backup.manifest.audit
      let events = try await scene.store.auditEvents(limit: 1, before: head.sequence + 1)
      #expect(events.first?.hash == head.hash)
      #expect(await (try CaseStore.open(at: other)).doctor().wrong == [])
    }
    #expect(await scene.store.doctor().wrong == [])
  }

  @Test("a backup is audited with the keys it was made for, and holds that row itself") func audited() async throws {
    let scene = try await BackupScene()
    let backup = try await scene.backUp()
    let row = try #require(try await scene.store.auditEvents(limit: 1).first)
    #expect(row.action == .export)
    #expect(row.object == "backup")
    #expect(row.purpose == "begun to \(backup.path) for the keys \(scene.key.publicKey.fingerprint)")
    #expect(row.hash == backup.manifest.audit.hash)
  }

  @Test("two recipients: either opens it, and another key is refused and named") func recipients() async throws {
    let scene = try await BackupScene()
    let (second, third) = (try BackupSecretKey.make(), try BackupSecretKey.make())
    let backup = try await scene.store.backUp(
      to: scene.place.folder, for: [scene.key.publicKey, second.publicKey], program: "test", by: scene.scene.by)
    #expect(backup.path.hasSuffix("-20160105T094200Z.mdtbackup"))
    for key in [scene.key, second] {
      #expect(try await BackupReading.manifest(of: backup.path, with: key) == backup.manifest)
    }
    let problem = try #require(await scene.refusal(backup.path, to: scene.place.folder + "/x", with: third))
    #expect(problem.kind == .refused)
    #expect(problem.reason.contains(third.publicKey.fingerprint))
    #expect(problem.reason.contains(second.publicKey.fingerprint))
  }

  @Test("without a recipient nothing is made, and it says how to make a key") func nobody() async throws {
    let scene = try await BackupScene()
    do {
      _ = try await scene.store.backUp(to: scene.place.folder, for: [], program: "test", by: scene.scene.by)
      Issue.record("it was made")
    } catch {
      #expect(error.kind == .refused)
      #expect(error.advice.contains("mdt keys new"))
    }
    #expect(try await scene.store.backupRecipients() == [])
    await #expect(throws: Problem.self) {
      try await scene.store.setSetting(
        CaseStore.backupRecipients, to: "mdt-public-key-1:x", reason: "test", by: scene.scene.by)
    }
    let other = try BackupSecretKey.make().publicKey
    try await scene.store.setSetting(
      CaseStore.backupRecipients, to: "\(scene.key.publicKey.text) \(other.text)", reason: "test", by: scene.scene.by)
    #expect(try await scene.store.backupRecipients() == [scene.key.publicKey, other])
  }

  @Test("nothing that exists is written over, and nothing is left of a backup that failed") func failed() async throws {
    let scene = try await BackupScene()
    let backup = try await scene.backUp()
    let before = try scene.names()
    let bytes = try Data(contentsOf: URL(fileURLWithPath: backup.path))
    await #expect(throws: Problem.self) { try await scene.backUp() }
    await #expect(throws: Problem.self) { try await scene.backUp("no-folder/one") }
    #expect(try scene.names() == before)
    #expect(try Data(contentsOf: URL(fileURLWithPath: backup.path)) == bytes)
    let task = Task { try await scene.backUp("cancelled") }
    task.cancel()
    await #expect(throws: Problem.self) { try await task.value }
    #expect(try scene.names() == before)
  }

  @Test("what a killed backup left is swept by the next; what somebody else named so is not") func swept() async throws
  {
    let scene = try await BackupScene()
    let folder = scene.place.folder
    let database = Array("SQLite format 3\0 and more".utf8)
    let left = folder + "/mdt.store.copying-0123456789abcdef"
    let mine = folder + "/mdt.store.copying-of-monday"
    for path in [left, mine] { try Data(database).write(to: URL(fileURLWithPath: path)) }
    try Data().write(to: URL(fileURLWithPath: folder + "/one.mdtbackup.part"))
    _ = try await scene.backUp()
    #expect(try scene.names() == ["mdt.store", "mdt.store.copying-of-monday", "one.mdtbackup"])
    try Data("a letter".utf8).write(to: URL(fileURLWithPath: folder + "/two.mdtbackup.part"))
    await #expect(throws: Problem.self) { try await scene.backUp("two") }
    #expect(try String(contentsOfFile: folder + "/two.mdtbackup.part", encoding: .utf8) == "a letter")
  }

  @Test("two backups at once are two whole backups") func atOnce() async throws {
    let scene = try await BackupScene()
    async let one = scene.backUp("one")
    async let two = scene.backUp("two")
    for backup in [try await one, try await two] {
      #expect(try await BackupReading.manifest(of: backup.path, with: scene.key) == backup.manifest)
    }
    #expect(try scene.names() == ["mdt.store", "one.mdtbackup", "two.mdtbackup"])
  }

  @Test(
    "promise 21: what a killed backup or restore left beside the store is swept by the next, whatever it begins with")
  func leftBehind() async throws {
    let scene = try await BackupScene()
    let left = ["copying", "restoring"].map { "\(scene.place.path).\($0)-0123456789abcdef" }
    for name in left { try Data(repeating: 0, count: 8192).write(to: URL(fileURLWithPath: name)) }
    _ = try await scene.backUp()
    for name in left { #expect(!FileManager.default.fileExists(atPath: name)) }
  }

  @Test("two backups into a folder within one second have two names") func sameSecond() async throws {
    let scene = try await BackupScene()
    let folder = scene.place.folder + "/backups"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    for _ in 0..<2 {
      _ = try await scene.store.backUp(to: folder, for: [scene.key.publicKey], program: "test", by: scene.scene.by)
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
  }
}
