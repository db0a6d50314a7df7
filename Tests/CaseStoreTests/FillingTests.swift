import CaseModel
import Testing

@testable import CaseStore

@Suite("Filling a new store in one transaction") struct FillingTests {
  private struct Enough: Error {}

  @Test("all of it is there in the end, each change with its audit row") func filled() async throws {
    let place = try Place()
    let store = try await CaseStore.create(at: place.path, setup: Place.setup()) { store in
      let by = try await store.writing()
      try await store.setSetting("mdt.max_cases", to: "9", reason: "test", by: by)
      // A change that fails takes nothing else with it.
      await #expect(throws: Problem.self) {
        try await store.setSetting("no.such", to: "9", reason: "test", by: by)
      }
      #expect(try await store.settings().contains { $0.key == "mdt.max_cases" && $0.value == "9" })
    }
    #expect(try await store.settings().contains { $0.key == "mdt.max_cases" && $0.value == "9" })
    #expect(try await store.auditHead()?.sequence == 5)
    #expect(await store.doctor().wrong == [])
    try await store.setSetting("mdt.max_cases", to: "8", reason: "test", by: try await store.writing())
  }

  @Test("a failure leaves the new store without any of it", .ofAFile) func failed() async throws {
    let place = try Place()
    await #expect(throws: Enough.self) {
      _ = try await CaseStore.create(at: place.path, setup: Place.setup()) { store in
        try await store.setSetting("mdt.max_cases", to: "9", reason: "test", by: try await store.writing())
        throw Enough()
      }
    }
    let store = try CaseStore.open(at: place.path)
    #expect(try await store.auditHead()?.sequence == 4)
  }
}
