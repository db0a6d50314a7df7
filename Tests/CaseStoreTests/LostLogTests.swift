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
}
