import CaseModel
import CaseStore
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Stories of what waits today") @MainActor struct WorklistStories {
  @Test("spec 9: the front screen counts every list, and Enter leads from a list to where it is done")
  func fromTheFront() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let pilot = await Pilot(world)
    pilot.loop.open(.today)
    await pilot.loop.idle()
    pilot.loop.redraw()
    #expect(pilot.sees("MDT > Today") && pilot.sees("No care plan"), "\(pilot.picture())")
    #expect(!pilot.sees("counting"), "\(pilot.picture())")
    await pilot.press("<down> <down> <enter>")
    #expect(pilot.sees("MDT > No care plan") && pilot.sees("CLARKE, Winston"), "\(pilot.picture())")
    #expect(pilot.sees("Begin one, or say why there is none."), "\(pilot.picture())")
    await pilot.press("<enter>")
    #expect(pilot.sees("CLARKE") && pilot.sees("No care plan is written yet."), "\(pilot.picture())")
    await pilot.press("<esc> <esc> <esc>")
    #expect(pilot.sees("MDT > Caseload"), "\(pilot.picture())")
    await pilot.press("g w")
    #expect(pilot.sees("MDT > Today"), "\(pilot.picture())")
    withExtendedLifetime(folder) {}
  }

  @Test("H17: who withdraws is off the list that is open, and its count goes down") func withdrawn() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let pilot = await Pilot(world)
    pilot.loop.open(.today)
    await pilot.loop.idle()
    pilot.loop.open(.worklist(.noPlan))
    await pilot.loop.idle()
    await pilot.loop.lookForChanges()
    pilot.loop.redraw()
    #expect(pilot.sees("CLARKE, Winston") && pilot.sees("1 waits."), "\(pilot.picture())")
    let clarke = try #require(try await world.store.worklist(.noPlan).first).patient
    let statement = ConsentStatement(
      subject: .enrolment, decision: .withdrawn, basis: .explicitVerbal, at: sceneTime.day)
    try await world.store.record(statement, of: clarke, by: world.writing)
    await pilot.loop.lookForChanges()
    await pilot.loop.idle()
    pilot.loop.redraw()
    #expect(!pilot.sees("CLARKE") && pilot.sees("Nothing waits here."), "\(pilot.picture())")
    await pilot.press("<esc>")
    #expect(pilot.rows.contains { $0.contains("No care plan") && $0.contains("= nothing") }, "\(pilot.picture())")
    withExtendedLifetime(folder) {}
  }

  @Test("linear mode: each list is a numbered line with its count") func linear() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    let pilot = await Pilot(world, at: .today)
    let lines = pilot.loop.frontOutline()?.lines ?? []
    #expect(lines.contains { $0.contains("No care plan, ~ 1") }, "\(lines)")
    withExtendedLifetime(folder) {}
  }
}
