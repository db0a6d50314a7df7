import CaseModel
import CaseTesting
import Foundation
import Glibc
import Testing

@testable import CaseStore

@Suite("Restoring over what stands there", .ofAFile) struct RestoreTests {
  private func head(_ path: String) async throws -> AuditHead? {
    let store = try await CaseStore.opened(path)
    let head = try await store.auditHead()
    await store.close()
    return head
  }

  @Test("H14: a store that is newer is replaced only when both is said, and is kept aside whole") func newer()
    async throws
  {
    let scene = try await BackupScene()
    let backup = try await scene.backUp()
    try await scene.change("9")
    try await scene.change("8")
    let live = try await scene.store.auditHead()
    await scene.store.close()
    let path = scene.place.path
    // As where a setgid program is how people come to it.
    #expect(chmod(path, 0o660) == 0)
    let problem = try #require(await scene.refusal(backup.path, to: path))
    #expect(problem.kind == .refused)
    #expect(problem.reason.contains("newer by 2 changes. The last was at 05-Jan-2016 09:42."))
    let name = backup.manifest.shortInstallation
    #expect(problem.advice.contains("--confirm \"\(name)\" --confirm \"LOSE 2 CHANGES\""))
    for wrong in [[], [name], ["LOSE 2 CHANGES"], [name, "LOSE 3 CHANGES"], ["LOSE 2 CHANGES", name]] {
      #expect(await scene.refusal(backup.path, to: path, confirmed: wrong)?.kind == .refused)
    }
    #expect(try await head(path) == live)
    let restored = try await scene.restore(backup.path, to: path, confirmed: [name, "LOSE 2 CHANGES"])
    #expect(restored.generation == 2)
    #expect(try await head(path)?.sequence == backup.manifest.audit.sequence + 1)
    let aside = try #require(restored.aside)
    #expect(aside == "\(path).replaced-20160105T104200Z")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o660)
    #expect(try await head(aside) == live)
    // Decision 13: the witness is of the restored store, so it opens, and what it loses now is missed.
    #expect(
      StoreWitness.read(from: StoreLock(path: path + ".lock"))?.sequence == backup.manifest.audit.sequence + 1)
    #expect(
      try scene.names() == [
        "mdt.store", "mdt.store.replaced-20160105T104200Z", "one.mdtbackup",
      ])
  }

  @Test("a backup that lacks nothing is restored without a word, again and again, and each time is counted")
  func nothingLost() async throws {
    let scene = try await BackupScene()
    let backup = try await scene.backUp()
    await scene.store.close()
    let path = scene.place.path
    #expect(try await scene.restore(backup.path, to: path).generation == 2)
    // The row that says so is a change.
    let name = backup.manifest.shortInstallation
    var later = BackupScene.restorer
    later.at = later.at + 1
    let again = try await scene.restore(backup.path, to: path, confirmed: [name, "LOSE 1 CHANGE"], by: later)
    #expect(again.generation == 3)
    // An older copy stands in the place: the backup goes on from it.
    let store = try await CaseStore.opened(path)
    let old = try await scene.backUp("old", from: store)
    try await scene.change("7", in: store)
    let new = try await scene.backUp("new", from: store)
    await store.close()
    let other = scene.place.folder + "/other/mdt.store"
    _ = try await scene.restore(old.path, to: other)
    let forked = try #require(await scene.refusal(new.path, to: other))
    #expect(forked.reason.contains("have gone different ways since change \(old.manifest.audit.sequence)"))
    #expect(forked.reason.contains("has 1 change that the backup lacks"))
    _ = try await scene.restore(new.path, to: other, confirmed: [name, "LOSE 1 CHANGE"], by: later)
  }

  @Test("H14: another installation is replaced only when its name is said") func another() async throws {
    let scene = try await BackupScene()
    let backup = try await scene.backUp()
    let other = try await PlanTests.Scene()
    let path = other.place.path
    let installation = try await other.store.reading("No.") { try StoreContents.installation($0) }
    await other.store.close()
    let problem = try #require(await scene.refusal(backup.path, to: path))
    #expect(problem.reason.contains("is another installation"))
    let phrase = "REPLACE ANOTHER INSTALLATION"
    #expect(await scene.refusal(backup.path, to: path, confirmed: ["00000000", phrase])?.kind == .refused)
    // The wrong one is not what stands there.
    let confirmed = [String(installation.prefix(8)), phrase]
    _ = try await scene.restore(backup.path, to: path, confirmed: confirmed)
    #expect(try await head(path)?.sequence == backup.manifest.audit.sequence + 1)
  }

  @Test(
    "a store that was emptied, cut or overwritten is replaced when that is said, and kept as it was",
    arguments: [0, 1, 2])
  func spoiled(_ how: Int) async throws {
    let scene = try await BackupScene()
    let backup = try await scene.backUp()
    await scene.store.close()
    let path = scene.place.path
    var bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    switch how {
    case 0: bytes = Data()
    case 1: bytes = bytes.prefix(2500)
    default: bytes.replaceSubrange(100..<8192, with: Data(repeating: 7, count: 8092))
    }
    try bytes.write(to: URL(fileURLWithPath: path))
    try Data("a log that belongs to it".utf8).write(to: URL(fileURLWithPath: path + "-wal"))
    let confirmed = [backup.manifest.shortInstallation, "REPLACE WHAT CANNOT BE READ"]
    #expect(await scene.refusal(backup.path, to: path)?.advice.contains(confirmed[1]) == true)
    let aside = try #require(try await scene.restore(backup.path, to: path, confirmed: confirmed).aside)
    #expect(try Data(contentsOf: URL(fileURLWithPath: aside)) == bytes)
    #expect(try await head(path)?.sequence == backup.manifest.audit.sequence + 1)
  }

  @Test(
    "what is no store of ours is never replaced: a link, a folder, another program's database", arguments: [0, 1, 2])
  func notOurs(_ how: Int) async throws {
    let scene = try await BackupScene()
    let backup = try await scene.backUp()
    let path = scene.place.folder + "/other"
    switch how {
    case 0: try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: "/etc/passwd")
    case 1: try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    default:
      var bytes = try Data(contentsOf: URL(fileURLWithPath: scene.place.path))
      bytes.replaceSubrange(68..<72, with: Data([0, 0, 0, 1]))
      try bytes.write(to: URL(fileURLWithPath: path))
    }
    let confirmed = [backup.manifest.shortInstallation, "REPLACE WHAT CANNOT BE READ"]
    #expect(await scene.refusal(backup.path, to: path, confirmed: confirmed)?.kind == .unavailable)
  }

  @Test("nobody may have the store open: refused, and nothing is changed") func open() async throws {
    let scene = try await BackupScene()
    let backup = try await scene.backUp()
    let before = try #require(try await scene.store.auditHead())
    await scene.store.close()
    // As SQLite holds its file for another program; a journey shows it with a real one.
    let file = Glibc.open(scene.place.path, O_RDWR)
    var shared = Glibc.flock()
    shared.l_type = Int16(F_RDLCK)
    shared.l_start = 0x4000_0002
    shared.l_len = 510
    #expect(fcntl(file, 37, &shared) == 0)
    let problem = try #require(await scene.refusal(backup.path, to: scene.place.path))
    #expect(problem.kind == .tryAgain)
    #expect(problem.reason == "Another program has it open, and would go on with the old one.")
    #expect(try scene.names() == ["mdt.store", "one.mdtbackup"])
    close(file)
    #expect(try await head(scene.place.path) == before)
    _ = try await scene.restore(backup.path, to: scene.place.path)
  }

  @Test("drafts stay, are offered afterwards with the version they started from, and are kept aside too") func drafts()
    async throws
  {
    let scene = try await BackupScene()
    let backup = try await scene.backUp()
    let draft = PlanDraft(
      patient: scene.scene.rahela, plan: scene.scene.plan, baseRowVersion: 1, baseVersionNumber: 1, basePlan: nil,
      startedAt: Place.start, keptAt: Place.start)
    try await scene.store.keepDraft(draft, of: scene.scene.by.actor.id)
    try await scene.change()
    await scene.store.close()
    let restored = try await scene.restore(
      backup.path, to: scene.place.path, confirmed: [backup.manifest.shortInstallation, "LOSE 1 CHANGE"])
    let store = try await CaseStore.opened(scene.place.path)
    #expect(try await store.drafts(of: scene.scene.by.actor.id).map(\.baseRowVersion) == [1])
    let aside = try #require(restored.aside)
    #expect(try FileManager.default.contentsOfDirectory(atPath: aside + ".drafts").count == 1)
  }

  @Test("promise 22: a backup of schema 1 is restored and brought up to date") func older() async throws {
    let scene = try await BackupScene(hasPlan: false)
    let backup = try await scene.backUpOfSchemaOne()
    #expect(backup.manifest.schema == 1)
    let path = scene.place.folder + "/new/mdt.store"
    let restored = try await scene.restore(backup.path, to: path)
    #expect(restored.audit.sequence == backup.manifest.audit.sequence + 1)
    let store = try await CaseStore.opened(path)
    #expect(try await store.settings().contains { $0.key == CaseStore.backupRecipients })
    #expect(await store.doctor().wrong == [])
    #expect(try await store.reading("No.") { try SQLiteAlone.schemaVersion($0) } == Migrations.newest)
  }

  @Test("on a new host nobody may work in the store yet: the audit names the account") func newHost() async throws {
    let scene = try await BackupScene()
    let backup = try await scene.backUp()
    let path = scene.place.folder + "/new/mdt.store"
    let restorer = Restorer(account: "root", workstation: "new-host", at: Place.start)
    _ = try await scene.restore(backup.path, to: path, by: restorer)
    let row = try await CaseStore.opened(path).auditEvents(limit: 1).first
    #expect(row?.staffName == "account root, who does not work here")
    #expect(row?.workstation == "new-host")
  }

  @Test("a store that was at fault when it was backed up is restored when that is said") func faults() async throws {
    let scene = try await BackupScene()
    try await scene.store.writing("No.", scene.scene.by) { change in
      try change.connection.run("UPDATE goal SET text = 'another'", [])
      try change.audit(.settingChange, "test", purpose: "test")
    }
    let backup = try await scene.backUp()
    let path = scene.place.folder + "/new/mdt.store"
    let problem = try #require(await scene.refusal(backup.path, to: path))
    #expect(problem.reason == "The store was at fault when the backup was made: 1 plans are not what was saved.")
    _ = try await scene.restore(
      backup.path, to: path, confirmed: [backup.manifest.shortInstallation, "RESTORE WITH FAULTS"])
  }

  @Test("killed between the second name of the old store and the new one in its place: the old one opens")
  func halfWay()
    async throws
  {
    let scene = try await BackupScene()
    await scene.store.close()
    let path = scene.place.path
    let second = path + ".replaced-20160105T104200Z"
    #expect(link(path, second) == 0)
    // Without the lock the name is somebody's who restores just now.
    try StorePlace(path, doing: "No.").checkBeforeOpening(isLocked: false)
    #expect(FileManager.default.fileExists(atPath: second))
    _ = try await head(path)
    #expect(!FileManager.default.fileExists(atPath: second))
    #expect(link(path, scene.place.folder + "/mine") == 0)
    await #expect(throws: Problem.self) { try await head(path) }
  }
}
