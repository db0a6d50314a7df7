import CaseModel
import CaseStore
import CaseTesting
import Glibc
import TerminalKit
import Testing

@testable import CaseApp

@Suite(
  "Stopping and ending while something is written",
  .enabled("it holds the lock of a store that is a file") { !TestServer.isGiven }) @MainActor struct StoppingTests
{
  /// A program that waits for the store's lock with a change in its hands.
  private func changing(
    _ body: @MainActor (Pilot, _ lock: Int32) async throws -> Void
  ) async throws {
    let (world, folder) = try await Scene.twoPeople.world()
    defer { withExtendedLifetime(folder) {} }
    let pilot = await Pilot(world)
    let lock = open(world.store.path + ".lock", O_RDWR | O_CLOEXEC)
    defer { close(lock) }
    #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
    // Whether there is something to undo is asked under the lock.
    pilot.loop.receive([.key(.character("u"))])
    try await body(pilot, lock)
  }

  @Test("the program is stopped when what it writes is written, and once however often it is asked") func stopped()
    async throws
  {
    try await changing { pilot, lock in
      pilot.loop.receive([.suspended])
      pilot.loop.receive([.suspended])
      // A few turns only: whoever waits for the lock gives up after five seconds, and other tests want turns too.
      for _ in 0..<3 { await Task.yield() }
      #expect(pilot.terminal.stopCount == 0)
      flock(lock, LOCK_UN)
      await pilot.loop.idle()
      // Whoever waited for idle first is told first.
      await pilot.loop.idle()
      for _ in 0..<50 { await Task.yield() }
      #expect(pilot.terminal.stopCount == 1)
    }
  }

  @Test(
    "asked to end, the program ends when what it writes is written",
    arguments: [TerminalEvent.hangUp, .terminate(signal: 15)])
  func ended(_ event: TerminalEvent) async throws {
    try await changing { pilot, lock in
      pilot.loop.receive([event])
      let ending = Task {
        await pilot.loop.finish()
        return pilot.loop.messages.map(\.text)
      }
      for _ in 0..<3 { await Task.yield() }
      #expect(pilot.loop.messages.isEmpty)
      flock(lock, LOCK_UN)
      // What came of the undo has been told by the time it is over.
      #expect(await ending.value.count == 1)
    }
  }
}
