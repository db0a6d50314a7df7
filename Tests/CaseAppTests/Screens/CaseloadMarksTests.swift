import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("Marks in the caseload") @MainActor struct CaseloadMarksTests {
  @Test("* lists only the marked, and everybody again, and Esc clears it") func only() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let pilot = await Pilot(world)
    await pilot.press("l")
    let all = pilot.rows.filter { $0.contains("999 ") }.count
    try #require(all > 1)
    await pilot.press("<space> *")
    #expect(pilot.rows.filter { $0.contains("999 ") }.count == 1, "\(pilot.picture())")
    #expect(pilot.sees("Filter *") && pilot.message.contains("Only the marked are listed."))
    await pilot.press("*")
    #expect(pilot.rows.filter { $0.contains("999 ") }.count == all, "\(pilot.picture())")
    await pilot.press("* <esc>")
    #expect(pilot.rows.filter { $0.contains("999 ") }.count == all && pilot.sees("* 1 marked"))
  }

  @Test("a mark taken away takes its person out of the list of the marked, and U brings both back")
  func leaving() async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let pilot = await Pilot(world)
    await pilot.press("l <space> <space> *")
    #expect(pilot.rows.filter { $0.contains("999 ") }.count == 2, "\(pilot.picture())")
    await pilot.press("<home> <space>")
    #expect(pilot.rows.filter { $0.contains("999 ") }.count == 1, "\(pilot.picture())")
    await pilot.press("U")
    #expect(pilot.rows.filter { $0.contains("999 ") }.count == 2, "\(pilot.picture())")
  }

  @Test("all marks are taken away at once and brought back, step by step") func clearing() {
    var screen = caseload()
    _ = screen.press("<space> <space> C")
    #expect(screen.marked.isEmpty)
    _ = screen.press("U")
    #expect(screen.marked.count == 2)
    _ = screen.press("U")
    #expect(screen.marked == [mockPeople[0].id])
    _ = screen.press("U")
    #expect(screen.marked.isEmpty)
    #expect(screen.press("U") == [.say("No mark was changed that could be taken back.")])
    #expect(screen.press("*") == [.say("Nobody is marked. Space marks the selected person.")])
  }

  @Test("a mark asks for no rows while everybody is listed") func quiet() {
    var screen = caseload(of: 10)
    let query = screen.query
    _ = screen.press("<space>")
    #expect(screen.query == query)
  }
}
