import CaseModel
import Testing

@testable import CaseStore

@Suite("The step of the schema that care teams need") struct CareTeamUpgradeTests {
  @Test(
    "promise 22: roles of schema 8 are there after the upgrade, ask nobody to accept, and what was undone stays",
    .ofAFile)
  func upgraded() async throws {
    let scene = try await PlanTests.Scene()
    let record = try await scene.store.publish(
      scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    try await scene.store.give(
      role: "key_worker", to: scene.by.actor.id, for: scene.rahela, by: scene.by)
    await scene.store.close()
    try OlderSchema.put(OlderSchema.eighth, into: scene.place.path)
    let store = try await CaseStore.opened(scene.place.path)
    #expect(try await store.reading("No.") { try SQLiteAlone.schemaVersion($0) } == Migrations.newest)
    let team = try await store.careTeam(of: scene.rahela)
    #expect(team.current.map(\.role) == [.keyWorker] && team.current.allSatisfy { !$0.isWaiting && $0.weight == nil })
    #expect(try await store.undoable()?.words.contains("care plan") == true)
    _ = try await store.undo(by: scene.by)
    #expect(try await store.carePlan(of: scene.rahela)?.versionNumber == record.versionNumber)
    #expect(try await store.settings().contains { $0.key == "caseload.points_per_wte" && $0.value == "30" })
    #expect(await store.doctor().wrong == [])
    await store.close()
  }
}
