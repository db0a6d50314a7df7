import CaseModel
import Foundation
import GRDB
import Synchronization
import Testing

@testable import CaseStore

@Suite("Damage that is met while people work", .ofAFile) struct DamageTests {
  /// A store of which one table's first page is noise.
  private func spoiled(_ table: String) async throws -> Place {
    let place = try Place()
    await (try place.make()).close()
    let queue = try DatabaseQueue(path: place.path)
    let page = try await queue.read { database in
      try Int.fetchOne(database, sql: "SELECT rootpage FROM sqlite_master WHERE name = ?", arguments: [table])
    }
    try queue.close()
    let start = (try #require(page) - 1) * 4096
    var bytes = try Data(contentsOf: URL(fileURLWithPath: place.path))
    bytes.replaceSubrange(start..<start + 4096, with: Data(repeating: 0xA5, count: 4096))
    try bytes.write(to: URL(fileURLWithPath: place.path))
    return place
  }

  @Test("promise 9: a read that meets damage stops all writing of the session, and other reading goes on")
  func reading() async throws {
    let place = try await spoiled("saved_view")
    let store = try await CaseStore.opened(place.path)
    let by = try await store.writing()
    let before = try await store.auditHead()
    do {
      _ = try await store.views()
      Issue.record("it was read")
    } catch {
      #expect(error.kind == .damaged)
    }
    do {
      try await store.setSetting("mdt.max_cases", to: "9", reason: "test", by: by)
      Issue.record("it was written")
    } catch {
      #expect(error.kind == .damaged)
      #expect(error.reason == "The store's file was found damaged in this session, so nothing more is written to it.")
    }
    #expect(try await store.staff().count == 1)
    #expect(try await store.auditHead() == before)
  }

  @Test("promise 9: a write that meets damage keeps nothing, and stops all writing of the session") func writing()
    async throws
  {
    let place = try await spoiled("setting_history")
    let store = try await CaseStore.opened(place.path)
    let by = try await store.writing()
    for reason in ["The store's file is damaged.", SQLiteSoundness.stopped.why.capitalisedFirst + "."] {
      do {
        try await store.setSetting("mdt.max_cases", to: "9", reason: "test", by: by)
        Issue.record("it was written")
      } catch {
        #expect(error.reason == reason)
      }
    }
    #expect(try await store.settings().first { $0.key == "mdt.max_cases" }?.value == "10")
  }

  @Test("store.md 3: damage that has passed when the pages are read again hinders nobody") func passing() async throws {
    let soundness = SQLiteSoundness()
    let tries = Mutex(0)
    let forgotten = Mutex(0)
    let answer = try await soundness.read(forgettingPages: { forgotten.withLock { $0 += 1 } }) {
      let number = tries.withLock { tries in
        tries += 1
        return tries
      }
      if number == 1 { throw SQLiteFault.damagedFile }
      return number
    }
    #expect(answer == 2)
    #expect(forgotten.withLock { $0 } == 1)
    #expect(try await soundness.write(lookingAgain: { true }) { 7 } == 7)
    await #expect(throws: SQLiteSoundness.passing) {
      try await soundness.write(lookingAgain: { false }) { throw SQLiteFault.damagedFile }
    }
    #expect(try await soundness.write(lookingAgain: { true }) { 8 } == 8)
  }

  @Test("decision 13: the log of another store beside this one is refused, and the file stays as it is") func foreign()
    async throws
  {
    let place = try Place()
    let store = try place.make()
    try await store.setSetting("mdt.max_cases", to: "9", reason: "test", by: try await store.writing())
    await store.close()
    let other = try Place()
    let theirs = try other.make()
    let by = try await theirs.writing()
    for number in 0..<9 { try await theirs.setSetting("mdt.max_cases", to: "\(20 + number)", reason: "x", by: by) }
    // As it stands while theirs is open, the log has everything that was saved since it was made.
    let log = place.path + "-wal"
    if FileManager.default.fileExists(atPath: log) { try FileManager.default.removeItem(atPath: log) }
    if FileManager.default.fileExists(atPath: place.path + "-shm") {
      try FileManager.default.removeItem(atPath: place.path + "-shm")
    }
    try FileManager.default.copyItem(atPath: other.path + "-wal", toPath: log)
    let before = try Data(contentsOf: URL(fileURLWithPath: place.path))
    do {
      _ = try await CaseStore.opened(place.path)
      Issue.record("it was opened")
    } catch {
      let error = try #require(error as? Problem)
      #expect(error.kind == .damaged)
      #expect(error.reason.contains("another store's"))
    }
    let findings = await CaseStore.doctor(at: place.path, now: Place.start).findings
    #expect(findings["database.loss"]?.severity == .fault)
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.path)) == before)
  }

  @Test("at start: a clock behind the audit, rights of others and little room are one line that names mdt doctor")
  func start() async throws {
    let place = try Place()
    let store = try place.make()
    let last = try #require(try await store.auditHead()).at
    #expect(await store.startRemark(now: last) == nil)
    #expect(
      await store.startRemark(now: last + -7200)
        == "The clock is behind the last entry of the audit. Run mdt doctor.")
    #expect(chmod(place.path, 0o644) == 0)
    #expect(await store.startRemark(now: last) == "Others may read or write the store's files. Run mdt doctor.")
    #expect(chmod(place.path, 0o600) == 0)
    #expect(await store.startRemark(now: last) == nil)
  }
}
