import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

/// The same person, signed in twice.
@Suite("Stories of two sessions") @MainActor struct TwoSessionsStories {
  private func begum(_ world: World) async throws -> ID<Patient> {
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: world.actor.id)
    let rows = try await world.store.caseload(query, page: .first, limit: 10)
    return try #require(rows.first { $0.name.family == "Begum" }).id
  }

  private func again(_ world: World) throws -> World {
    var second = world
    second.store = try CaseStore.open(at: world.store.path)
    return second
  }

  @Test func `The same person writes one plan in two sessions: both texts are kept, told and gone on with`()
    async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { _ = folder }
    let patient = try await begum(world)
    let me = world.actor.id
    let one = await Pilot(world)
    one.loop.open(.planEditor(patient))
    await one.press("<home> <enter>")
    await one.type("Words of one. ")
    let two = await Pilot(try again(world))
    two.loop.open(.planEditor(patient))
    await two.press("<home>")
    #expect(two.loop.messages.contains { $0.text.contains("another session too; this one starts from v1") })
    #expect(!two.sees("Words of one"))
    await two.press("<enter>")
    await two.type("Words of two. ")
    await one.type("And more. ")
    await one.press("<esc>")
    await two.press("<esc> <esc>")
    let kept = try await world.store.drafts(of: me).map { String(describing: $0.plan) }
    #expect(kept.count == 2)
    #expect(kept.contains { $0.contains("Words of one. And more.") } && kept.contains { $0.contains("Words of two.") })
    await two.press("D")
    #expect(two.sees("Words of one. And more.") && two.sees("of two."), "\(two.picture())")
    #expect(two.sees("You are writing it in another session now."), "\(two.picture())")
    // The one that the other session writes is not opened; the one that was left is.
    let first = two.sees("another session now") ? two.loop.layers.last?.screen as? DraftsScreen : nil
    let index = try #require(first?.entries?.firstIndex { $0.isBeingWritten })
    await two.press(index == 0 ? "<home> <enter>" : "<end> <enter>")
    #expect(two.sees("Nothing was opened. You are writing this draft in another session."))
    await two.press(index == 0 ? "<end> <enter>" : "<home> <enter>")
    #expect(two.sees("of two."), "\(two.picture())")
    await two.press("<esc>")
    // The first session ends: its draft can be opened anywhere.
    await one.press("<esc>")
    await two.press("<esc> D")
    #expect(!two.sees("another session now"), "\(two.picture())")
    await two.press(index == 0 ? "<home> <enter>" : "<end> <enter>")
    #expect(two.sees("of one. And more."), "\(two.picture())")
  }

  @Test func `A plan that is published in one session leaves the draft of the other`() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { _ = folder }
    let patient = try await begum(world)
    let one = await Pilot(world, at: .planEditor(patient))
    let two = await Pilot(try again(world), at: .planEditor(patient))
    await one.press("<home> <enter>")
    await one.type("Words of one. ")
    await two.press("<home> <enter>")
    await two.type("Words of two. ")
    await two.press("<esc>")
    await one.press("<esc> 0 j j j j j j <enter>")
    await one.type("+3m")
    await one.press("<enter> <ctrl-s>")
    #expect(try await world.store.carePlan(of: patient)?.versionNumber == 2, "\(one.picture())")
    let left = try await world.store.drafts(of: world.actor.id)
    #expect(left.map(\.number) == [2])
    #expect(left.first.map { String(describing: $0.plan).contains("Words of two.") } == true)
  }

  @Test func `The same person writes one review in two sessions: both are kept`() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { _ = folder }
    let patient = try await begum(world)
    let one = await Pilot(world)
    one.loop.open(.planReview(patient))
    await one.press("<tab> <shift-tab>")
    await one.press("2 <tab> <tab>")
    await one.type("Words of one")
    let two = await Pilot(try again(world))
    two.loop.open(.planReview(patient))
    await two.press("<tab> <shift-tab>")
    #expect(two.loop.messages.contains { $0.text.contains("this review in another session too") })
    await two.press("2 <tab> <tab>")
    await two.type("Words of two")
    await two.press("<esc>")
    await one.press("<esc>")
    let texts = try await world.store.reviewDrafts(of: world.actor.id).flatMap { $0.answers.values }
    #expect(texts.contains("Words of one") && texts.contains("Words of two"))
    await one.press("D")
    #expect(one.sees("Words of one") && one.sees("Words of two"), "\(one.picture())")
  }
}
