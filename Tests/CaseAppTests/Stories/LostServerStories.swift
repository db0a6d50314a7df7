import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

/// Run where the tests were given a server.
@Suite("Stories: a server that goes away", .enabled("MDT_TEST_SERVER names a server") { TestServer.isGiven })
@MainActor struct LostServerStories {
  private static let banner = "What is on the screen stays"

  private func begum(_ world: World) async throws -> ID<Patient> {
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: world.actor.id)
    let rows = try await world.store.caseload(query, page: .first, limit: 10)
    return try #require(rows.first { $0.name.family == "Begum" }).id
  }

  @Test("what is on screen stays, a banner says so until it is back, and the list goes on without restarting")
  func reading() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let server = try #require(folder.server)
    let pilot = await Pilot(world)
    await pilot.loop.lookForChanges()
    #expect(pilot.sees("BEGUM"))
    try server.goAway()
    await pilot.loop.lookForChanges()
    await pilot.loop.idle()
    #expect(pilot.sees(Self.banner), "\(pilot.picture())")
    await pilot.press("<down> <up>")
    #expect(pilot.sees("BEGUM") && pilot.sees(Self.banner), "\(pilot.picture())")
    // Something else is said meanwhile, and the banner stands all the same, also after it.
    await pilot.press("Z")
    #expect(pilot.sees("does nothing here") && pilot.sees(Self.banner), "\(pilot.picture())")
    await pilot.press("<down>")
    #expect(pilot.sees(Self.banner), "\(pilot.picture())")
    // A record that could not be opened meanwhile is there when the server is.
    await pilot.press("<enter>")
    #expect(pilot.sees("The record was not opened."), "\(pilot.picture())")
    try server.comeBack()
    await pilot.loop.lookForChanges()
    await pilot.loop.idle()
    pilot.loop.redraw()
    #expect(!pilot.sees(Self.banner) && pilot.sees("The store can be reached again."), "\(pilot.picture())")
    #expect(pilot.sees("[record]"), "\(pilot.picture())")
  }

  @Test("what is typed while it is away is kept as a draft with the version it started from, and saved when it is back")
  func typing() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let server = try #require(folder.server)
    let patient = try await begum(world)
    let before = try #require(try await world.store.carePlan(of: patient)).rowVersion
    let pilot = await Pilot(world)
    pilot.loop.open(.planEditor(patient))
    await pilot.press("<home> <enter>")
    await pilot.type("Words before. ")
    try server.goAway()
    await pilot.type("Words while it was away. ")
    await pilot.press("<esc> <ctrl-s>")
    await pilot.loop.finish()
    let kept = try await world.store.drafts(of: world.actor.id)
    #expect(kept.count == 1)
    let draft = try #require(kept.first)
    #expect(String(describing: draft.plan).contains("Words before. Words while it was away. "))
    #expect(draft.baseRowVersion == before)
    var plan = draft.plan
    plan.set(.nextReview, of: try #require(plan.single(.plan)).id, to: "2016-03-05")
    let refused = await #expect(throws: PlanSaveFailure.self) {
      _ = try await world.store.publish(
        plan, of: patient, basedOn: draft.baseRowVersion, reason: "changed", by: world.writing)
    }
    guard case .problem(let problem) = refused else {
      Issue.record("what went wrong was not told")
      return
    }
    #expect(problem.kind == .unavailable && problem.text.contains("server"))
    try server.comeBack()
    let later = await Pilot(world)
    later.loop.open(.planEditor(patient))
    await later.loop.idle()
    later.loop.redraw()
    #expect(later.loop.messages.contains { $0.text.lowercased().contains("draft") }, "\(later.picture())")
    let saved = try await world.store.publish(
      plan, of: patient, basedOn: draft.baseRowVersion, reason: "changed", by: world.writing)
    #expect(String(describing: saved.plan).contains("Words while it was away."))
  }
}
