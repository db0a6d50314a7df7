import CaseModel
import Foundation
import Testing

@testable import CaseStore

@Suite("Making and opening") struct OpeningTests {
  @Test("a new store has its first member of staff, its settings and an audit row for each") func made() async throws {
    let place = try Place()
    let store = try place.make()
    let actor = try await store.actor(account: "jfrancis", workstation: "ward-3")
    #expect(actor.staff.name == "Jo Francis")
    #expect(actor.staff.organisationCode == "LBTH")
    #expect(store.isPractice)
    let settings = try await store.settings()
    #expect(settings.count == 52)
    #expect(settings.first { $0.key == "plan.review_max_days" }?.value == "365")
  }

  @Test("a setting keeps its history, and a wrong value changes nothing") func setting() async throws {
    let place = try Place()
    let store = try place.make()
    let by = try await store.writing()
    try await store.setSetting("plan.review_max_days", to: "182", reason: "trial", by: by)
    #expect(try await store.settings().first { $0.key == "plan.review_max_days" }?.value == "182")
    await #expect(throws: Problem.self) {
      try await store.setSetting("plan.review_max_days", to: "soon", reason: "", by: by)
    }
  }
}
