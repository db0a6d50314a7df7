import CaseModel
import CaseTesting
import Synchronization
import TerminalKit
import Testing

@testable import CaseApp

@Suite("How often the loop draws and waits") @MainActor struct LoopPaceTests {
  @Test("keys that come at once are drawn once") func flood() async throws {
    let (world, folder) = try await Scene.busyTuesday.world()
    defer { withExtendedLifetime(folder) {} }
    let pilot = await Pilot(world)
    let before = pilot.terminal.presentCount
    pilot.loop.receive(Array(repeating: .key(.character("j")), count: 40))
    #expect(pilot.terminal.presentCount == before + 1)
    await pilot.loop.idle()
    // What the keys asked for, rows and who is selected, is one more picture or two, not one for each key.
    #expect(pilot.terminal.presentCount <= before + 4)
  }

  @Test("newer work in a slot ends the wait of the older") func superseded() async throws {
    let (stopped, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    var world = stopped
    let (ended, sender) = AsyncStream.makeStream(of: Bool.self)
    world.pause = { seconds in
      guard seconds == 2 else { return }
      // Nothing but a cancellation ends this wait.
      let (never, hold) = AsyncStream.makeStream(of: Never.self)
      for await _ in never {}
      withExtendedLifetime(hold) {}
      sender.yield(Task.isCancelled)
    }
    let pilot = await Pilot(world, at: .find(""))
    pilot.loop.receive([.key(.character("b"))])
    pilot.loop.receive([.key(.character("e"))])
    var waits = ended.makeAsyncIterator()
    #expect(await waits.next() == true)
    // Leaving ends the other, and what was looked for is recorded at once.
    await pilot.loop.finish()
    #expect(await waits.next() == true)
  }

  @Test("what is begun while the program stops waits for nothing") func stopping() async throws {
    let (stopped, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let asked = Mutex([Double]())
    var world = stopped
    world.pause = { seconds in asked.withLock { $0.append(seconds) } }
    let loop = AppLoop(terminal: VirtualTerminal(size: Size(columns: 120, rows: 40)), world: world)
    loop.open(.caseload)
    let begun = loop.waits.count
    // The first page comes while it stops, and with it the wait for the detail pane.
    await loop.finish()
    #expect(asked.withLock { $0.count } <= begun)
  }

  @Test("a program that is over by an answer of its own ends with the next thing that happens") func over() async throws
  {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let terminal = VirtualTerminal()
    let loop = AppLoop(terminal: terminal, world: world)
    loop.open(.caseload)
    await loop.idle()
    loop.isOver = true
    terminal.send("j k")
    terminal.send("j")
    await loop.run()
    #expect(loop.layers.count == 1)
  }
}
