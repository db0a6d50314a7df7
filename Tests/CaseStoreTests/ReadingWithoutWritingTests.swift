import CaseModel
import Foundation
import GRDB
import Glibc
import Testing

@testable import CaseStore

@Suite("Reading where nothing may be written", .ofAFile) struct ReadingWithoutWritingTests {
  /// As for an account that may not write to the file or beside it.
  private func engine(_ place: Place) throws -> SQLiteEngine {
    try SQLiteEngine(path: place.path, lock: StoreLock(path: place.path + ".lock"), readOnly: true, mayWrite: false)
  }

  private func cases(_ engine: SQLiteEngine) async throws -> String? {
    try await engine.read { try $0.first("SELECT value FROM setting WHERE key = 'mdt.max_cases'") { try $0.text() } }
  }

  @Test("a store that nobody has open is read as it stands, and nothing is left beside it", .ofAFile) func asItStands()
    async throws
  {
    let place = try Place()
    try Creating.make(at: place.path, Place.setup())
    try FileManager.default.removeItem(atPath: place.path + ".lock")
    let engine = try engine(place)
    #expect(try await engine.read { try $0.count("SELECT count(*) FROM staff") } == 1)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder) == ["mdt.store"])
  }

  @Test("what somebody writes to a store that is read as it stands is seen at the next read") func seen() async throws {
    let place = try Place()
    try Creating.make(at: place.path, Place.setup())
    let engine = try engine(place)
    let before = (cases: try await cases(engine), number: try await engine.changeNumber())
    let store = try CaseStore.open(at: place.path)
    try await store.setSetting("mdt.max_cases", to: "9", reason: "test", by: try await store.writing())
    #expect(before.cases != "9")
    #expect(try await cases(engine) == "9")
    #expect(try await engine.changeNumber() != before.number)
  }

  @Test("a log that nothing here can read is never passed over") func log() throws {
    let place = try Place()
    try Creating.make(at: place.path, Place.setup())
    try Data(repeating: 1, count: 4152).write(to: URL(fileURLWithPath: place.path + "-wal"))
    #expect(throws: SQLiteTrace.unreadableLog) { _ = try engine(place) }
  }

  @Test("the log is read without writing, whatever the folder is called") func logReadAnew() async throws {
    let place = try Place()
    let folder = place.folder + "/50% of ?mode=rw #1 ä"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: false)
    let path = folder + "/s"
    try Creating.make(at: path, Place.setup())
    let write = try SQLiteFile.open(path, readOnly: false)
    try await write.write { try $0.execute(sql: "UPDATE setting SET value = '9' WHERE key = 'mdt.max_cases'") }
    let copy = folder + "/copy"
    for suffix in ["", "-wal"] { try FileManager.default.copyItem(atPath: path + suffix, toPath: copy + suffix) }
    try Data().write(to: URL(fileURLWithPath: copy + "-shm"))
    let read = try SQLiteFile.open(SQLiteMeans.logReadAnew.name(of: copy), readOnly: true)
    let value = try await read.read {
      try String.fetchOne($0, sql: "SELECT value FROM setting WHERE key = 'mdt.max_cases'")
    }
    #expect(value == "9")
    #expect(try Data(contentsOf: URL(fileURLWithPath: copy + "-shm")).isEmpty)
  }

  @Test("a lock that cannot be written is no hindrance to reading: on any full disk, and to whoever only reads")
  func lock() {
    for code in [ENOSPC, EDQUOT, EROFS] {
      #expect(StoreLock.mayRead(despite: code, readOnly: false))
      #expect(StoreLock.mayRead(despite: code, readOnly: true))
    }
    for code in [EACCES, EPERM] {
      #expect(!StoreLock.mayRead(despite: code, readOnly: false))
      #expect(StoreLock.mayRead(despite: code, readOnly: true))
    }
    // A link, a folder, a lack of memory.
    for code in [ELOOP, EISDIR, ENOMEM] { #expect(!StoreLock.mayRead(despite: code, readOnly: true)) }
  }

  @Test("an opening that cannot be recorded: why, and the way that remains; nothing about drafts", .ofAFile)
  func unrecorded()
    async throws
  {
    let scene = try await PlanTests.Scene()
    let small = try await Opening.open(scene.place.path, readOnly: false, maxPages: 1).seated()
    // Fills what is left of the file's last pages.
    while true {
      do throws(Problem) {
        try await small.setSetting(
          "mdt.max_cases", to: "9", reason: String(repeating: "x", count: 3000), by: scene.by)
      } catch {
        #expect(error.advice == "Make room on the store's disk, then try again.")
        break
      }
    }
    while true {
      do throws(Problem) {
        _ = try await small.person(scene.rahela, by: scene.by, purpose: "record")
      } catch {
        #expect(error.what == "The record was not opened.")
        #expect(error.reason == "The disk is full, and every opening is recorded first.")
        #expect(
          error.advice == "Make room on the store's disk, then try again, or open the store with --read-only.")
        return
      }
    }
  }
}
