import CaseModel
import Foundation
import Testing

@testable import CaseStore

@Suite("Backups that are not what was written", .ofAFile) struct BackupDamageTests {
  private struct Parts {
    var beginning: Data
    var pieces: [Data]
    var whole: Data { pieces.reduce(beginning, +) }

    init(_ all: Data) {
      let header = 16 + 4 + BackupFormat.number(Array(all[16..<20])) + 24
      beginning = all.prefix(header)
      pieces = []
      var rest = all.dropFirst(header)
      while !rest.isEmpty {
        let count = 4 + BackupFormat.number(Array(rest.prefix(4)))
        pieces.append(Data(rest.prefix(count)))
        rest = rest.dropFirst(count)
      }
    }
  }

  private func refused(_ bytes: Data, _ scene: BackupScene) async throws -> Problem {
    let path = scene.place.folder + "/spoiled"
    try bytes.write(to: URL(fileURLWithPath: path))
    let before = try scene.names()
    let problem = try #require(await scene.refusal(path, to: scene.place.folder + "/new.store"))
    #expect(try scene.names() == before)
    #expect(problem.what == "Nothing was restored.")
    return problem
  }

  @Test("cut anywhere, it is refused as cut") func cut() async throws {
    let scene = try await BackupScene()
    let all = try Data(contentsOf: URL(fileURLWithPath: try await scene.backUp().path))
    let parts = Parts(all)
    #expect(parts.whole == all)
    #expect(parts.pieces.count >= 3)
    for count in [1, 15, 18, 40, parts.beginning.count, parts.beginning.count + 2, all.count / 2, all.count - 1] {
      #expect(try await refused(all.prefix(count), scene).reason.contains("cut short"), "\(count)")
    }
    // Whole pieces are missing.
    var short = parts
    short.pieces.removeLast()
    #expect(try await refused(short.whole, scene).reason.contains("cut short"))
    #expect(try await refused(Data(), scene).reason.contains("is empty"))
  }

  @Test("a bit changed anywhere, a piece moved, left out, doubled, or from another backup: refused") func changed()
    async throws
  {
    let scene = try await BackupScene()
    let all = try Data(contentsOf: URL(fileURLWithPath: try await scene.backUp().path))
    let other = Parts(try Data(contentsOf: URL(fileURLWithPath: try await scene.backUp("two").path)))
    let parts = Parts(all)
    var spoiled = [Data]()
    for place in stride(from: 0, to: all.count, by: max(all.count / 60, 1)) + [17, 30, parts.beginning.count - 1] {
      var bytes = all
      bytes[place] ^= 1
      spoiled.append(bytes)
    }
    var moved = parts
    moved.pieces.swapAt(0, 1)
    var missing = parts
    missing.pieces.remove(at: 1)
    var doubled = parts
    doubled.pieces.insert(doubled.pieces[1], at: 1)
    var foreign = parts
    foreign.pieces[1] = other.pieces[1]
    var longer = parts
    longer.pieces.append(parts.pieces[1])
    var swapped = parts
    swapped.beginning = other.beginning
    spoiled += [moved, missing, doubled, foreign, longer, swapped].map(\.whole)
    for (number, bytes) in spoiled.enumerated() {
      #expect([.badData, .refused].contains(try await refused(bytes, scene).kind), "\(number)")
    }
  }

  @Test("H14: a copy of the main file, any other file and a text are refused, each in its own words") func foreign()
    async throws
  {
    let scene = try await BackupScene()
    let copy = try Data(contentsOf: URL(fileURLWithPath: scene.place.path))
    #expect(try await refused(copy, scene).reason.contains("is a database and no backup"))
    #expect(try await refused(Data("Dear Jo,\n\nhere is the backup".utf8), scene).reason.contains("no backup that mdt"))
    let all = try Data(contentsOf: URL(fileURLWithPath: try await scene.backUp().path))
    var text = all
    // As a copy that takes the file for text would do.
    text.replaceSubrange(12..<14, with: Data([10]))
    #expect(try await refused(text, scene).reason.contains("copied as if it were text"))
    let missing = await scene.refusal(scene.place.folder + "/nothing", to: scene.place.folder + "/new.store")
    #expect(missing?.kind == .notFound)
  }

  @Test("a backup of a newer mdt is refused") func newer() async throws {
    let scene = try await BackupScene()
    try await scene.store.writing("No.", scene.scene.by) { change in
      try change.connection.run("PRAGMA user_version = 99", [])
      try change.audit(.settingChange, "test", purpose: "test")
    }
    let backup = try await scene.backUp()
    let problem = await scene.refusal(backup.path, to: scene.place.folder + "/new.store")
    #expect(problem?.reason.contains("newer mdt (schema 99") == true)
    #expect(try scene.names() == ["mdt.store", "one.mdtbackup"])
  }
}
