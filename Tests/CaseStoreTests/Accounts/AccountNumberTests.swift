import CaseModel
import Foundation
import Testing

@testable import CaseStore

@Suite("Accounts and their numbers on a host", .ofAFile) struct AccountNumberTests {
  private let place: Place
  private let store: CaseStore

  init() throws {
    place = try Place()
    store = try place.make()
  }

  private func refusal(_ account: String, _ number: Int) async -> String? {
    do throws(Problem) {
      _ = try await store.actor(account: account, number: number, workstation: "ward-3")
      return nil
    } catch {
      return error.kind == .refused ? error.reason : "\(error)"
    }
  }

  @Test("an account is known by the number it had when it first signed in, once") func first() async throws {
    #expect(await refusal("jfrancis", 1001) == nil)
    #expect(await refusal("jfrancis", 1001) == nil)
    let kept = try CaseStore.accounts(at: store.path)
    #expect(kept.map(\.account) == ["jfrancis"] && kept.map(\.number) == [1001])
    let mode = try FileManager.default.attributesOfItem(atPath: store.path + ".accounts")[.posixPermissions] as? Int
    #expect(mode == 0o600)
  }

  @Test("a line that was being written when its program was killed keeps nobody out, and is written again whole")
  func torn() async throws {
    #expect(await refusal("jfrancis", 1001) == nil)
    let path = store.path + ".accounts"
    try Data("jfrancis 1001\nghale 1".utf8).write(to: URL(fileURLWithPath: path))
    #expect(await refusal("jfrancis", 1001) == nil)
    #expect(try CaseStore.accounts(at: store.path).map(\.account) == ["jfrancis"])
    try Data("jfran".utf8).write(to: URL(fileURLWithPath: path))
    #expect(await refusal("jfrancis", 1001) == nil)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == "jfrancis 1001\n")
  }

  @Test("whoever is no member of staff leaves no line") func stranger() async throws {
    #expect(await refusal("nobody", 1001) != nil)
    #expect(try CaseStore.accounts(at: store.path).isEmpty)
  }

  @Test("faults.md: a name with a new number, and a number under a new name, are refused until somebody has looked")
  func reused() async throws {
    #expect(await refusal("jfrancis", 1001) == nil)
    #expect(await refusal("jfrancis", 1007)?.contains("had the number 1001") == true)
    #expect(await refusal("jnew", 1001)?.contains("was that of the account jfrancis") == true)
    #expect(throws: Problem.self) { try CaseStore.forgetAccount("jnew", at: store.path) }
    try CaseStore.forgetAccount("jfrancis", at: store.path)
    #expect(await refusal("jfrancis", 1007) == nil)
    #expect(await refusal("jfrancis", 1001) != nil)
  }

  @Test("without a number, as behind a key or on a server, none is kept") func none() async throws {
    _ = try await store.actor(account: "jfrancis", number: nil, workstation: "ward-3")
    #expect(try CaseStore.accounts(at: store.path).isEmpty)
  }

  @Test("whoever only reads leaves nothing, and is compared all the same") func reading() async throws {
    #expect(await refusal("jfrancis", 1001) == nil)
    let reader = try CaseStore.open(at: place.path, readOnly: true)
    await #expect(throws: Problem.self) {
      _ = try await reader.actor(account: "jfrancis", number: 7, workstation: "ward-3")
    }
    try CaseStore.forgetAccount("jfrancis", at: store.path)
    _ = try await reader.actor(account: "jfrancis", number: 7, workstation: "ward-3")
    #expect(try CaseStore.accounts(at: store.path).isEmpty)
  }

  @Test("a list that is spoiled, or a link, signs nobody in", arguments: ["jfrancis\n", "jfrancis one\n", "a b c\n"])
  func spoiled(_ text: String) async throws {
    try Data(text.utf8).write(to: URL(fileURLWithPath: store.path + ".accounts"))
    #expect(await refusal("jfrancis", 1001) != nil)
    try FileManager.default.removeItem(atPath: store.path + ".accounts")
    try FileManager.default.createSymbolicLink(atPath: store.path + ".accounts", withDestinationPath: "/etc/passwd")
    #expect(await refusal("jfrancis", 1001) != nil)
  }
}

@Suite("A store that a group shares (store.md 5 B)", .ofAFile) struct SharedStoreTests {
  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test("each account has a folder of drafts of its own, and the lock and the accounts follow the store's rights")
  func drafts() async throws {
    let scene = try await PlanTests.Scene()
    let path = scene.place.path
    await scene.store.close()
    try FileManager.default.removeItem(atPath: path + ".lock")
    try FileManager.default.setAttributes([.posixPermissions: 0o660], ofItemAtPath: path)
    let store = try await CaseStore.opened(path)
    let draft = PlanDraft(
      patient: scene.rahela, plan: scene.plan, baseRowVersion: 3, baseVersionNumber: 2, basePlan: nil,
      startedAt: Place.start, keptAt: Place.start)
    try await store.keepDraft(draft, of: scene.by.actor.id)
    let own = "\(path).drafts/u\(getuid())"
    #expect(try mode(own).map { $0 & 0o777 } == 0o700)
    #expect(try mode(path + ".drafts").map { $0 & 0o1000 } == 0o1000, "nobody takes away what is another's")
    #expect(try FileManager.default.contentsOfDirectory(atPath: own).contains { $0.hasSuffix(".json") })
    #expect(try await store.drafts(of: scene.by.actor.id) == [draft])
    // The umask of the test takes away what it takes.
    let mask = umask(0)
    umask(mask)
    #expect(try mode(path + ".lock") == 0o660 & ~Int(mask))
  }

  @Test("nothing is made under a name that belongs to a store", arguments: ["-journal", "-wal", ".lock", ".accounts"])
  func names(_ companion: String) async throws {
    let place = try Place()
    await (try place.make()).close()
    let other = "\(place.folder)/other"
    for path in [place.path + companion] {
      #expect(throws: Problem.self) { try StoreNames.refuse(path, "Nothing was made.") }
      #expect(throws: Problem.self) { _ = try KeyFile.make(at: path) }
      #expect(throws: Problem.self) { _ = try CaseStore.create(at: path, setup: Place.setup()) }
      #expect(throws: Problem.self) {
        _ = try BackupOutput(path, installation: "0190", at: Place.start)
      }
    }
    try StoreNames.refuse(other + companion, "Nothing was made.")
  }

  @Test("mdt install postgresql has the roles of the manual") func roles() throws {
    let page = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../docs/manual/postgresql/roles.sql")
    #expect(try String(contentsOf: page, encoding: .utf8) == PostgreSQLRoles.script)
  }
}
