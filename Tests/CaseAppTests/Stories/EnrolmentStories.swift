import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Stories of an enrolment") @MainActor struct EnrolmentStories {
  private func clarke(_ world: World) async throws -> ID<Patient> {
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: world.actor.id)
    let rows = try await world.store.caseload(query, page: .first, limit: 10)
    return try #require(rows.first { $0.name.family == "Clarke" }).id
  }

  /// Goes down to the line with these words.
  private func select(_ words: String, _ pilot: Pilot) async {
    for _ in 0..<20 where !pilot.rows.contains(where: { $0.hasPrefix(">") && $0.contains(words) }) {
      await pilot.press("<down>")
    }
    #expect(pilot.rows.contains { $0.hasPrefix(">") && $0.contains(words) }, "\(pilot.picture())")
  }

  @Test("R-ID-08: a death is recorded by keys with day, place and source, and taken back where it was an error")
  func death() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let patient = try await clarke(world)
    let pilot = await Pilot(world)
    pilot.loop.open(.enrolment(patient))
    await pilot.loop.idle()
    pilot.loop.redraw()
    #expect(pilot.sees("MDT > Enrolment") && pilot.sees("What can be recorded"), "\(pilot.picture())")
    await select("Died", pilot)
    await pilot.press("<enter>")
    #expect(pilot.sees("On which day"), "\(pilot.picture())")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("Give the day."), "\(pilot.picture())")
    await pilot.type("4/1/16")
    await pilot.press("<tab> <tab>")
    await pilot.type("His niece rang")
    await pilot.press("<ctrl-s>")
    #expect(pilot.sees("Died") && pilot.sees("04-Jan-2016") && pilot.sees("His niece rang"), "\(pilot.picture())")
    #expect(try await world.store.peekEnrolment(of: patient).status == .died)
    await select("recorded in error", pilot)
    await pilot.press("<enter>")
    await pilot.type("Another Winston")
    await pilot.press("<ctrl-s>")
    #expect(try await world.store.peekEnrolment(of: patient).died == nil)
    withExtendedLifetime(folder) {}
  }

  @Test("linear mode: the steps that may be recorded are numbered") func linear() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let pilot = await Pilot(world, at: .enrolment(try await clarke(world)))
    let lines = pilot.loop.frontOutline()?.lines ?? []
    #expect(lines.contains { $0.hasPrefix("1") && $0.contains("opens the consent") }, "\(lines)")
    withExtendedLifetime(folder) {}
  }
}
