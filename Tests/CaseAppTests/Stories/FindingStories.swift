import CaseApp
import CaseModel
import CaseStore
import CaseTesting
import Testing

@Suite("Finding people in a store") struct FindingStories {
  @Test(
    "a birth date or year finds people, alone and with a name",
    arguments: [
      ("1941", ["Begum"]), ("14-Jul-1941", ["Begum"]), ("14/07/1941", ["Begum"]), ("rahela 1941", ["Begum"]),
      ("14 jul 1941", ["Begum"]), ("14 July, 1941", ["Begum"]), ("14 7 1941", ["Begum"]),
      ("begum 14 jul 1941", ["Begum"]),
      ("begum 14-Jul-1941", ["Begum"]), ("rahela 1938", []), ("1938 clarke", ["Clarke"]), ("1700", []),
    ])
  func birth(text: String, families: [String]) async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let results = try await world.store.find(text, limit: 10, by: world.writing, audited: true)
    #expect(results.people.map(\.row.name.family) == families)
    _ = folder
  }
}
