import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("A view's name in the filter") @MainActor struct CaseloadViewNamesTests {
  @Test("the name of a view in the filter box says how to get to the view") func name() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let pilot = await Pilot(world)
    await pilot.press("/")
    await pilot.type("Review du")
    #expect(!pilot.sees("That is view"))
    await pilot.type("e")
    #expect(pilot.sees("That is view 2; press Esc then 2."), "\(pilot.picture())")
    await pilot.press("<esc> 2")
    #expect(pilot.sees("View 2 Review due"), "\(pilot.picture())")
  }
}
