import CaseModel
import Foundation
import Testing

@testable import CaseStore

@Suite("A log that was being folded in", .ofAFile) struct UnfinishedCheckpointTests {
  /// A store as a program leaves it that was killed just after it began to fold a log into the main file: the first page
  /// is there, with the new size, and the pages at the new end are not.
  private func interrupted(_ place: Place) async throws -> (path: String, saves: Int) {
    let store = try place.make()
    let saves = 60
    for number in 1...saves {
      try await store.setSetting(
        "mdt.max_cases", to: "\(number)", reason: String(repeating: "a long reason ", count: 40),
        by: try await store.writing())
    }
    let path = place.folder + "/killed"
    for suffix in ["", "-wal", ".lock"] {
      try FileManager.default.copyItem(atPath: place.path + suffix, toPath: path + suffix)
    }
    let log = try Data(contentsOf: URL(fileURLWithPath: path + "-wal"))
    var firstPage: Data?
    for frame in stride(from: 32, to: log.count - 4119, by: 4120) where log[frame..<frame + 4] == Data([0, 0, 0, 1]) {
      firstPage = log[frame + 24..<frame + 4120]
    }
    var file = try Data(contentsOf: URL(fileURLWithPath: path))
    file.replaceSubrange(0..<4096, with: try #require(firstPage))
    let pages = file[28..<32].reduce(0) { $0 << 8 | Int($1) }
    try #require(pages * 4096 > file.count)
    try file.write(to: URL(fileURLWithPath: path))
    return (path, saves)
  }

  @Test("promise 1: a store whose log was being folded in when its program was killed opens, with everything in it")
  func opens() async throws {
    let place = try Place()
    let (path, saves) = try await interrupted(place)
    let faults = await CaseStore.doctor(at: path, now: Place.start).findings.filter { $0.severity == .fault }
    #expect(faults.map(\.check) == [])
    let store = try CaseStore.open(at: path)
    #expect(try await store.settings().contains { $0.key == "mdt.max_cases" && $0.value == "\(saves)" })
  }

  @Test(
    "promise 9: the same without its log, or cut further than the log reaches, is refused", arguments: [true, false])
  func refused(_ isLogGone: Bool) async throws {
    let place = try Place()
    let (path, _) = try await interrupted(place)
    if isLogGone {
      try FileManager.default.removeItem(atPath: path + "-wal")
    } else {
      let file = try Data(contentsOf: URL(fileURLWithPath: path))
      try file.prefix(20 * 4096).write(to: URL(fileURLWithPath: path))
    }
    #expect { _ = try CaseStore.open(at: path) } throws: { ($0 as? Problem)?.kind == .damaged }
  }
}
