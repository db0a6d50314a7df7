import Foundation
import Synchronization
import Testing

@testable import CaseStore

@Suite("Who is next at the store's lock", .ofAFile) struct LockOrderTests {
  @Test("promise 5: whoever writes again and again lets somebody in who waits", .timeLimit(.minutes(5)))
  func order() async throws {
    let place = try Place()
    let path = place.path + ".lock"
    let lock = StoreLock(path: path, deadline: 600)
    let entered = Mutex([String]())
    let held = try lock.taken(by: "A. Busy")
    let (ended, end) = AsyncStream.makeStream(of: (any Error)?.self)
    // A thread of its own: tasks wait for a thread where other tests hold them all.
    Thread.detachNewThread {
      do {
        try lock.held(by: "B. Patient") { entered.withLock { $0.append("B") } }
        end.yield(nil)
      } catch {
        end.yield(error)
      }
      end.finish()
    }
    while try !isSomebodyAtTheDoor(path) { await Task.yield() }
    held.letGo()
    try lock.held(by: "A. Busy") { entered.withLock { $0.append("A") } }
    for await failure in ended { if let failure { throw failure } }
    #expect(entered.withLock { $0 } == ["B", "A"])
    #expect(try !isSomebodyAtTheDoor(path))
  }

  @Test("somebody who was stopped while they waited does not keep everybody out") func stopped() throws {
    let place = try Place()
    let path = place.path + ".lock"
    let file = open(path, O_RDWR | O_CREAT, 0o600)
    try #require(file >= 0)
    defer { close(file) }
    var range = StoreLock.door(F_WRLCK)
    try #require(fcntl(file, 37, &range) == 0)
    #expect(try StoreLock(path: path, deadline: 0.1).held(by: "B. Patient") { 1 } == 1)
  }

  private func isSomebodyAtTheDoor(_ path: String) throws -> Bool {
    let file = open(path, O_RDWR)
    try #require(file >= 0)
    defer { close(file) }
    var range = StoreLock.door(F_WRLCK)
    // F_OFD_GETLK
    try #require(fcntl(file, 36, &range) == 0)
    return range.l_type != Int16(F_UNLCK)
  }
}
