import CaseModel
import Synchronization
import Testing

@testable import CaseStore

@Suite("Copying a whole store") struct CopyTests {
  static func digests(_ store: CaseStore) async throws -> [TableDigest] {
    try await store.reading("No.") { connection in
      try connection.tables().map { try TableDigest.of($0, connection) }
    }
  }

  @Test("every row of every table is there, the audit goes on, and what was searchable is") func whole() async throws {
    let scene = try await PlanTests.Scene()
    let place = try Place()
    let rows = Mutex(0)
    let report = try await scene.store.copy(to: place.path, by: scene.by) { count in rows.withLock { $0 = count } }
    let made = try await CaseStore.opened(place.path)
    #expect(try await Self.digests(made) == Self.digests(scene.store))
    #expect(report.rows["patient"] == 1 && rows.withLock { $0 } == report.rows.values.reduce(0, +))
    #expect(try await made.auditHead() == report.head)
    // It can be worked in: the chain goes on from where it was.
    let found = try await made.find("rahela", limit: 5, by: scene.by, audited: true)
    #expect(found.people.map(\.row.id) == [scene.rahela])
    #expect(try await made.auditHead()?.sequence == report.head.sequence + 1)
    guard case .whole = try await made.verifyAudit(against: report.head) else {
      Issue.record("the chain is broken")
      return
    }
  }

  @Test("nothing is copied over what exists, and what exists is as it was") func exists() async throws {
    let scene = try await PlanTests.Scene()
    let place = try Place()
    let other = try place.make()
    let before = try await Self.digests(other)
    let problem = await #expect(throws: Problem.self) { _ = try await scene.store.copy(to: place.path, by: scene.by) }
    #expect(problem?.kind == .cannotCreate && problem?.what == "The store was not copied.")
    #expect(try await Self.digests(other) == before)
  }

  @Test("that a store was copied is in its audit, and in the copy's") func audited() async throws {
    let scene = try await PlanTests.Scene()
    let place = try Place()
    _ = try await scene.store.copy(to: place.path, by: scene.by)
    for store in [scene.store, try await CaseStore.opened(place.path)] {
      let event = try #require(try await store.auditEvents(limit: 1).first)
      #expect(event.action == .export && event.object == "store" && event.purpose == "mdt copy")
    }
  }
}
