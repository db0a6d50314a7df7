import CaseModel
import Testing

@testable import CaseStore

@Suite("The step of the schema that administration needs") struct AdministrationMigrationTests {
  @Test("7.3: a second open post of another kind is kept, one of the same kind at the same organisation is not")
  func posts() async throws {
    let it = try await AdministrationScene()
    func insert(_ id: String, _ role: String, _ organisation: String) async throws {
      try await it.scene.store.writing("No.", it.scene.by) { [leaver = it.leaverID] change in
        try change.insert(
          "staff_post",
          [
            ("staff_id", .of(leaver)), ("id", .text(id)), ("organisation_code", .text(organisation)),
            ("role", .text(role)),
          ])
        try change.audit(.update, "staff \(leaver)", purpose: "test")
      }
    }
    try await insert("a", "social_worker", "R9901")
    try await insert("b", "gp", "LBTH")
    await #expect(throws: Problem.self) { try await insert("c", "gp", "LBTH") }
  }

  @Test("promise 22: an older store keeps everybody's posts, and a second one can be added after the step", .ofAFile)
  func olderStore() async throws {
    let place = try Place()
    let made = try place.make()
    let before = try await made.staffFiles()
    await made.close()
    try OlderSchema.put(OlderSchema.second, into: place.path)
    let store = try await CaseStore.opened(place.path)
    #expect(try await store.staffFiles().map(\.memberships) == before.map(\.memberships))
    #expect(try await store.settings().contains { $0.key == "training.valid_months" && $0.value == "12" })
    #expect(await store.doctor()["records.settings"]?.problem == nil)
  }
}
