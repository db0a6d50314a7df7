import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Stories of a review") @MainActor struct ReviewStories {
  @Test func `A crash in the middle of a review: every answer is there again, and recording removes the draft`()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { _ = folder }
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: world.actor.id)
    let rows = try await world.store.caseload(query, page: .first, limit: 10)
    let patient = try #require(rows.first { $0.name.family == "Begum" }).id
    do {
      let first = await Pilot(world)
      first.loop.open(.planReview(patient))
      await first.press("<tab> <shift-tab>")
      await first.press("2 <tab> <tab>")
      await first.type("Stairs twice a day")
      // No Esc, no q: the program is gone.
    }
    let again = await Pilot(world)
    #expect(again.message.contains("1 draft is kept unsaved on this computer. D opens them."))
    await again.press("D")
    #expect(again.sees("Review of v1"), "\(again.picture())")
    await again.press("<enter>")
    #expect(again.sees("Stairs twice a day") && again.sees("light touch"), "\(again.picture())")
    await again.press("<shift-tab>")
    await again.type("+3m")
    await again.press("<shift-tab> 1 <ctrl-s>")
    #expect(try await world.store.reviews(of: patient).first?.whatWorking == "Stairs twice a day")
    #expect(try await world.store.reviewDrafts(of: world.actor.id).isEmpty)
  }
}
