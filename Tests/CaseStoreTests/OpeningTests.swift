import CaseModel
import Foundation
import Testing

@testable import CaseStore

@Suite("What may not be opened or made") struct RefusalTests {
  private func kind(_ body: () throws(Problem) -> CaseStore) -> Problem.Kind? {
    do {
      _ = try body()
      return nil
    } catch {
      return error.kind
    }
  }

  @Test("a missing store is not made by opening it, and no lock file is left") func missing() throws {
    let place = try Place()
    #expect(kind { () throws(Problem) in try CaseStore.open(at: place.path) } == .notFound)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.folder).isEmpty)
  }

  @Test("an emptied, cut, overwritten or foreign file is refused and left as it is", .ofAFile, arguments: [0, 1, 2, 3])
  func spoiled(_ how: Int) throws {
    let place = try Place()
    _ = try place.make()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: place.path))
    switch how {
    case 0: bytes = Data()
    case 1: bytes = bytes.prefix(2500)
    case 2: bytes.replaceSubrange(0..<16, with: Data(repeating: 7, count: 16))
    default: bytes.replaceSubrange(68..<72, with: Data([0, 0, 0, 1]))
    }
    try bytes.write(to: URL(fileURLWithPath: place.path))
    let refused = kind { () throws(Problem) in try CaseStore.open(at: place.path) }
    #expect(refused == (how == 3 ? .unavailable : .damaged))
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.path)) == bytes)
  }

  @Test("a store that is closed leaves nothing in its log, so that its file by itself is the store")
  func closed() async throws {
    let place = try Place()
    let store = try place.make()
    try await store.setSetting("mdt.max_cases", to: "12", reason: "a test", by: try await store.writing())
    #expect(try await store.settings().contains { $0.key == "mdt.max_cases" && $0.value == "12" })
    await store.close()
    let log = (try? FileManager.default.attributesOfItem(atPath: place.path + "-wal")[.size] as? Int) ?? 0
    #expect(log == 0)
  }

  @Test("a store of a newer mdt is refused", .ofAFile) func newer() async throws {
    let place = try Place()
    _ = try place.make()
    var bytes = try Data(contentsOf: URL(fileURLWithPath: place.path))
    bytes.replaceSubrange(60..<64, with: Data([0, 0, 0, 99]))
    try bytes.write(to: URL(fileURLWithPath: place.path))
    do throws(Problem) {
      _ = try CaseStore.open(at: place.path)
      Issue.record("it was opened")
    } catch {
      #expect(error.reason.contains("newer mdt"))
    }
  }

  @Test("a link, a second name and a folder are refused", .ofAFile) func links() throws {
    let place = try Place()
    _ = try place.make()
    let manager = FileManager.default
    try manager.createSymbolicLink(atPath: place.folder + "/link", withDestinationPath: place.path)
    #expect(kind { () throws(Problem) in try CaseStore.open(at: place.folder + "/link") } == .unavailable)
    #expect(kind { () throws(Problem) in try CaseStore.open(at: place.folder) } == .unavailable)
    try manager.linkItem(atPath: place.path, toPath: place.folder + "/second")
    #expect(kind { () throws(Problem) in try CaseStore.open(at: place.path) } == .unavailable)
  }

  @Test(
    "promise 9: a rollback journal beside a store is never played back: the store is refused, both stay as they are",
    .ofAFile)
  func journal() throws {
    let place = try Place()
    _ = try place.make()
    let journal = URL(fileURLWithPath: place.path + "-journal")
    try Data([0xD9, 0xD5, 0x05, 0xF9, 0x20, 0xA1, 0x63, 0xD7]).write(to: journal)
    let before = try Data(contentsOf: URL(fileURLWithPath: place.path))
    #expect(kind { () throws(Problem) in try CaseStore.open(at: place.path) } == .unavailable)
    #expect(try Data(contentsOf: URL(fileURLWithPath: place.path)) == before)
    #expect(try Data(contentsOf: journal).count == 8)
    try FileManager.default.removeItem(at: journal)
    #expect(kind { () throws(Problem) in try CaseStore.open(at: place.path) } == nil)
  }

  @Test("a lock file that is a link or a folder is a failure, never passed over", .ofAFile, arguments: [true, false])
  func badLock(_ isLink: Bool) throws {
    let place = try Place()
    _ = try place.make()
    let lock = place.path + ".lock"
    try FileManager.default.removeItem(atPath: lock)
    if isLink {
      try FileManager.default.createSymbolicLink(atPath: lock, withDestinationPath: "/etc/passwd")
    } else {
      try FileManager.default.createDirectory(atPath: lock, withIntermediateDirectories: false)
    }
    #expect(kind { () throws(Problem) in try CaseStore.open(at: place.path) } == .unavailable)
  }

  @Test("making touches nothing that exists", .ofAFile) func exists() throws {
    let place = try Place()
    try Data("mine".utf8).write(to: URL(fileURLWithPath: place.path))
    #expect(kind { () throws(Problem) in try place.create() } == .cannotCreate)
    #expect(try String(contentsOfFile: place.path, encoding: .utf8) == "mine")
  }

  @Test("of 30 who make a store at the same moment one succeeds and the others are told") func atOnce() async throws {
    let place = try Place()
    let outcomes = await withTaskGroup(of: Problem.Kind?.self) { group in
      for number in 0..<30 {
        group.addTask {
          do throws(Problem) {
            _ = try CaseStore.create(at: place.path, setup: Place.setup("Person \(number)"))
            return nil
          } catch {
            return error.kind
          }
        }
      }
      return await group.reduce(into: [Problem.Kind?]()) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == nil } == 1)
    #expect(outcomes.compactMap { $0 }.allSatisfy { $0 == .cannotCreate })
    #expect(try await CaseStore.open(at: place.path).staff().count == 1)
  }

  @Test("the files are their owner's alone, whatever the umask", .ofAFile) func modes() async throws {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    try await store.setSetting("mdt.max_cases", to: "9", reason: "test", by: by)
    for suffix in ["", "-wal", "-shm", ".lock"] {
      let attributes = try FileManager.default.attributesOfItem(atPath: place.path + suffix)
      #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o077 } == 0, "\(suffix)")
    }
    #expect(FileManager.default.fileExists(atPath: place.path + ".making") == false)
  }

  @Test(
    "a slip in the scheme of an address makes no file of that name",
    arguments: ["postgresq://h/d", "postgres:/h/d", "mysql://h/d", "http://h", "service="])
  func scheme(_ address: String) throws {
    for call in [
      { _ = try CaseStore.open(at: address) }, { _ = try CaseStore.create(at: address, setup: Place.setup()) },
    ] {
      let problem = #expect(throws: Problem.self) { try call() }
      #expect(problem?.kind == .badData || problem?.kind == .cannotCreate, "\(address)")
    }
    #expect(!FileManager.default.fileExists(atPath: String(address.prefix { $0 != "/" })))
  }

  @Test("a setting is not changed without a reason") func reasonless() async throws {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    let problem = await #expect(throws: Problem.self) {
      try await store.setSetting("mdt.max_cases", to: "9", reason: " ", by: by)
    }
    #expect(problem?.kind == .badData)
  }

  @Test("read-only: people are shown, nothing is written and openings leave no row") func readOnly() async throws {
    let scene = try await PlanTests.Scene()
    let store = try await CaseStore.opened(scene.place.path, readOnly: true)
    let before = try await store.auditHead()
    let record = try await store.person(scene.rahela, by: scene.by, purpose: "record")
    #expect(record.patient.name.family == "Begum")
    await #expect(throws: Problem.self) {
      try await store.setSetting("mdt.max_cases", to: "9", reason: "test", by: scene.by)
    }
    #expect(try await store.auditHead() == before)
  }
}

extension Place {
  func create() throws(Problem) -> CaseStore { try CaseStore.create(at: path, setup: Place.setup()) }
}
