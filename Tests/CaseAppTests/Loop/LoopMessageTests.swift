import CaseModel
import CaseTesting
import TerminalKit
import Testing

@testable import CaseApp

@Suite("What the loop says, and where") @MainActor struct LoopMessageTests {
  private func pilot(readOnly: Bool = false) async throws -> (Pilot, Any) {
    let (world, folder) = try await Scene.twoPeople.world()
    var read = world
    read.isReadOnly = readOnly
    return (await Pilot(read), folder)
  }

  @Test("a message belongs to the screen it was said on, and the next screen begins with an empty line") func belongs()
    async throws
  {
    let (pilot, folder) = try await pilot()
    defer { withExtendedLifetime(folder) {} }
    await pilot.press("<enter> v")
    #expect(pilot.sees("v does nothing here"))
    await pilot.press("<esc>")
    #expect(!pilot.sees("v does nothing here"), "\(pilot.picture())")
    await pilot.press("Z <enter>")
    #expect(!pilot.sees("Z does nothing here"), "\(pilot.picture())")
  }

  @Test("what is said while a screen closes is read on the screen beneath") func said() async throws {
    let (pilot, folder) = try await pilot()
    defer { withExtendedLifetime(folder) {} }
    await pilot.press("e <home> <enter> x <esc> <esc>")
    #expect(pilot.message.contains("Draft kept."), "\(pilot.picture())")
  }

  @Test("a message carries its time") func time() async throws {
    let (pilot, folder) = try await pilot()
    defer { withExtendedLifetime(folder) {} }
    await pilot.press("Z")
    #expect(pilot.message.hasSuffix("09:42"), "\(pilot.picture())")
  }

  @Test("a key without a name is not called by the name of another") func unnamed() async throws {
    let (pilot, folder) = try await pilot()
    defer { withExtendedLifetime(folder) {} }
    pilot.loop.receive([.key(.unknown)])
    await pilot.loop.idle()
    #expect(pilot.message.contains("That key does nothing here. Press ? for the keys."))
  }

  @Test("the commands by name lead to every place, and never to themselves") func palette() async throws {
    let (pilot, folder) = try await pilot()
    defer { withExtendedLifetime(folder) {} }
    await pilot.press(":")
    await pilot.type("find")
    #expect(pilot.sees("Go to find") && !pilot.sees("Finds a command by its name"), "\(pilot.picture())")
    await pilot.press("<enter>")
    #expect(pilot.loop.layers.last?.screen is FindScreen, "\(pilot.picture())")
    await pilot.press("<ctrl-p>")
    await pilot.type("caseload")
    await pilot.press("<enter>")
    #expect(pilot.loop.layers.count == 1 && pilot.loop.layers.last?.screen is CaseloadScreen)
  }

  @Test("undo in a session that only reads says so, and how to change that") func readOnly() async throws {
    let (pilot, folder) = try await pilot(readOnly: true)
    defer { withExtendedLifetime(folder) {} }
    await pilot.press("u")
    #expect(pilot.sees("Nothing was undone. This session only reads. Open mdt without --read-only"))
    #expect(!pilot.sees("What you typed"), "\(pilot.picture())")
  }
}
