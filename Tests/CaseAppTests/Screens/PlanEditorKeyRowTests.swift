import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("The key row of the plan editor") @MainActor struct PlanEditorKeyRowTests {
  @Test("the keys of the editor's row are those of what is in front") func keyRow() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let pilot = await Pilot(world)
    await pilot.press("e 3")
    func keys() -> String { pilot.rows.last ?? "" }
    #expect(keys().contains("Enter open entry"), "\(pilot.picture())")
    await pilot.press("<enter>")
    #expect(keys().contains("Enter close entry"), "\(pilot.picture())")
    await pilot.press("j")
    #expect(keys().contains("Enter edit"), "\(pilot.picture())")
    await pilot.press("n")
    #expect(keys().contains("Enter add  Esc add nothing"), "\(pilot.picture())")
    #expect(!keys().contains("publish") && !keys().contains("edit"), "\(pilot.picture())")
    await pilot.press("<esc>")
    #expect(keys().contains("Enter edit") && keys().contains("^S publish"), "\(pilot.picture())")
  }
}
