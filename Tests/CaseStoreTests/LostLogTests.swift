import CaseModel
import Foundation
import Testing

@testable import CaseStore

@Suite("A log that is lost", .ofAFile) struct LostLogTests {
  /// A store as a killed program leaves it, with a change in the log alone, at a place of its own.
  private func killed(_ place: Place) async throws -> String {
    let store = try place.make()
    try await store.setSetting("mdt.max_cases", to: "9", reason: "test", by: try await store.writing())
    let path = place.folder + "/killed"
    for suffix in ["", "-wal", ".lock"] {
      try FileManager.default.copyItem(atPath: place.path + suffix, toPath: path + suffix)
    }
    return path
  }

  private func problem(_ body: () throws(Problem) -> CaseStore) -> Problem? {
    do throws(Problem) {
      _ = try body()
      return nil
    } catch {
      return error
    }
  }

  @Test("a store whose log is gone is refused, and says how much is missing") func gone() async throws {
    let place = try Place()
    let path = try await killed(place)
    try FileManager.default.removeItem(atPath: path + "-wal")
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let refused = try #require(problem { () throws(Problem) in try CaseStore.open(at: path) })
    #expect(refused.kind == .damaged)
    #expect(refused.reason.hasPrefix("Its last change is missing: its newest log (-wal) is gone"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(refused.advice.contains("move \(path).lock away together with the -wal and -shm files"))
    // To be read it may be opened; and for good by whoever says that an older copy is wanted.
    #expect(problem { () throws(Problem) in try CaseStore.open(at: path, readOnly: true) } == nil)
    try FileManager.default.removeItem(atPath: path + ".lock")
    #expect(problem { () throws(Problem) in try CaseStore.open(at: path) } == nil)
  }

  @Test("with its log it opens, and so does another store put in its place") func there() async throws {
    let place = try Place()
    let path = try await killed(place)
    #expect(problem { () throws(Problem) in try CaseStore.open(at: path) } == nil)
    let other = try Place()
    try Creating.make(at: other.path, Place.setup())
    try FileManager.default.copyItem(atPath: place.path + ".lock", toPath: other.path + ".other")
    try FileManager.default.removeItem(atPath: other.path + ".lock")
    try FileManager.default.moveItem(atPath: other.path + ".other", toPath: other.path + ".lock")
    #expect(problem { () throws(Problem) in try CaseStore.open(at: other.path) } == nil)
  }

  private func copy(_ from: String, _ to: String) throws {
    if FileManager.default.fileExists(atPath: to) { try FileManager.default.removeItem(atPath: to) }
    try FileManager.default.copyItem(atPath: from, toPath: to)
  }

  private func save(_ count: Int, in store: CaseStore, _ reason: String = "x") async throws {
    for number in 0..<count {
      try await store.setSetting("mdt.max_cases", to: "\(5 + number)", reason: reason, by: try await store.writing())
    }
  }

  /// A store that was saved in, closed and opened again, and saved in; and its main file as it stood before that.
  private func olderFile(_ place: Place) async throws -> String {
    let path = place.folder + "/killed"
    let first = try place.make()
    try await save(3, in: first)
    await first.close()
    try copy(place.path, path)
    let second = try CaseStore.open(at: place.path)
    // More than the pages that the newer log has.
    try await save(40, in: second, String(repeating: "a long reason ", count: 40))
    await second.close()
    let third = try CaseStore.open(at: place.path)
    try await save(5, in: third)
    for suffix in ["-wal", ".lock"] { try copy(place.path + suffix, path + suffix) }
    return path
  }

  private func isRefused(_ path: String, _ words: String) throws {
    let before = try Data(contentsOf: URL(fileURLWithPath: path))
    let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
    let refused = try #require(problem { () throws(Problem) in try CaseStore.open(at: path) })
    #expect(refused.kind == .damaged)
    #expect(refused.reason.contains(words), "\(refused.reason)")
    #expect(refused.advice.contains("together with the -wal and -shm files"))
    #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
    #expect(try Data(contentsOf: URL(fileURLWithPath: path + "-wal")) == log)
  }

  @Test("promise 9: an older main file under a newer log is refused") func older() async throws {
    let place = try Place()
    let path = try await olderFile(place)
    try isRefused(path, "An older copy of its main file stands under a newer log")
    let findings = await CaseStore.doctor(at: path, now: Place.start).findings
    #expect(findings["database.loss"]?.severity == .fault)
  }

  @Test("promise 9: the same is refused where a large log was folded in while people work") func olderThanFolded()
    async throws
  {
    let place = try Place()
    let store = try place.make()
    let path = place.folder + "/killed"
    try copy(place.path, path)
    let by = try await store.writing()
    let reason = String(repeating: "a long reason ", count: 1200)
    var (size, last) = (0, 0)
    while size >= last {
      last = size
      try await store.setSetting("mdt.max_cases", to: "\(last % 90 + 5)", reason: reason, by: by)
      size = try Data(contentsOf: URL(fileURLWithPath: place.path + "-wal")).count
    }
    try await save(2, in: store)
    for suffix in ["-wal", ".lock"] { try copy(place.path + suffix, path + suffix) }
    try isRefused(path, "An older copy of its main file stands under a newer log")
    // As it was left by its own program, it opens.
    try copy(place.path, path)
    #expect(problem { () throws(Problem) in try CaseStore.open(at: path) } == nil)
  }

  @Test("promise 9: without a lock file, an older main file under a newer log is refused") func unwitnessed()
    async throws
  {
    let place = try Place()
    let path = try await olderFile(place)
    try FileManager.default.removeItem(atPath: path + ".lock")
    try isRefused(path, "the two do not fit together")
    // Its own file under that log is a store, whoever removed the lock file.
    try copy(place.path, path)
    #expect(problem { () throws(Problem) in try CaseStore.open(at: path) } == nil)
    #expect(StoreWitness.read(from: StoreLock(path: path + ".lock")) != nil)
  }

  @Test(
    "promise 9: without a lock file, or with another store's, the log of another store is refused", arguments: 0..<3)
  func foreign(_ how: Int) async throws {
    let (place, other) = (try Place(), try Place())
    let store = try place.make()
    try await save(3, in: store)
    await store.close()
    let theirs = try other.make()
    try await save(9, in: theirs)
    let path = place.path
    try copy(other.path + "-wal", path + "-wal")
    switch how {
    case 0: try FileManager.default.removeItem(atPath: path + ".lock")
    case 1: try copy(other.path + ".lock", path + ".lock")
    default: try Data("A. Nother, process 1\n".utf8).write(to: URL(fileURLWithPath: path + ".lock"))
    }
    try isRefused(path, "another store's")
    let findings = await CaseStore.doctor(at: path, now: Place.start).findings
    #expect(findings["database.loss"]?.severity == .fault)
  }

  @Test("decision 13: a lock file of an earlier mdt, which knows no base, is enough") func earlier() async throws {
    let place = try Place()
    let path = try await killed(place)
    let lock = try Data(contentsOf: URL(fileURLWithPath: path + ".lock"))
    try lock.prefix(512).write(to: URL(fileURLWithPath: path + ".lock"))
    #expect(StoreWitness.read(from: StoreLock(path: path + ".lock"))?.base == nil)
    #expect(problem { () throws(Problem) in try CaseStore.open(at: path) } == nil)
  }
}
