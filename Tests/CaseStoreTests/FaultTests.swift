import CaseModel
import Foundation
import Glibc
import Testing

@testable import CaseStore

@Suite("Faults while people work") struct FaultTests {
  @Test("a full disk: told in words, nothing half done, reading goes on, and room is enough to go on", .ofAFile)
  func full()
    async throws
  {
    let scene = try await PlanTests.Scene()
    let small = try await Opening.open(scene.place.path, readOnly: false, maxPages: 1).seated()
    // SQLite takes no limit below the file's size, so the file may not grow by one page.
    var plan = scene.plan
    for _ in 0..<40 {
      plan.add(
        PlanItem(id: ID(Place.newID()), kind: .formulation, values: [.text: String(repeating: "x", count: 3900)]))
    }
    do {
      _ = try await small.saveDraftPlan(plan, of: scene.rahela, basedOn: nil, by: scene.by)
      Issue.record("it was saved")
    } catch {
      guard case .problem(let problem) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(problem.kind == .unavailable)
      #expect(problem.reason == "The disk is full.")
      // Nothing about a draft: on a full disk that is not kept either.
      let advice = "What you typed is still in front of you: make room on the store's disk, then try again."
      #expect(problem.advice == advice)
    }
    #expect(try await small.carePlan(of: scene.rahela) == nil)
    #expect(try await small.peek(scene.rahela).patient.name.given == "Rahela")
    _ = try await scene.store.saveDraftPlan(plan, of: scene.rahela, basedOn: nil, by: scene.by)
    #expect(try await small.carePlan(of: scene.rahela)?.plan.items(.formulation).count == 40)
    #expect(await scene.store.doctor().wrong == [])
  }

  @Test("somebody else holds the lock: told who, after the deadline, and nothing is written", .ofAFile) func locked()
    async throws
  {
    let scene = try await PlanTests.Scene()
    let file = open(scene.place.path + ".lock", O_RDWR)
    defer { close(file) }
    let text = "A. Person, process \(getpid())\n"
    pwrite(file, text, text.utf8.count, 0)
    ftruncate(file, off_t(text.utf8.count))
    #expect(flock(file, LOCK_EX | LOCK_NB) == 0)
    let impatient = StoreLock(path: scene.place.path + ".lock", deadline: 0.05)
    #expect(throws: StoreFault(.retry, "A. Person, process \(getpid()) has been writing for more than 0 seconds")) {
      try impatient.held(by: "B. Person") { Issue.record("it was let in") }
    }
    // A program that signs nothing holds it, and the line is of whoever held it before.
    let old = "C. Person, process 1\n"
    pwrite(file, old, old.utf8.count, 0)
    ftruncate(file, off_t(old.utf8.count))
    let other = StoreFault(.retry, "another program, process \(getpid()), has been writing for more than 0 seconds")
    #expect(throws: other) { try impatient.held(by: "B. Person") { Issue.record("it was let in") } }
    flock(file, LOCK_UN)
    #expect(try impatient.held(by: "B. Person") { 1 } == 1)
  }

  @Test("a change without an audit row is never kept") func unaudited() async throws {
    let scene = try await PlanTests.Scene()
    await #expect(throws: Problem.self) {
      try await scene.store.writing("No.", scene.by) { change in
        try change.connection.run("UPDATE patient SET note = 'x'", [])
      }
    }
    #expect(try await scene.store.peek(scene.rahela).patient.note == nil)
  }

  @Test("eight who write to one store at once lose no save") func many() async throws {
    let scene = try await PlanTests.Scene()
    let path = scene.place.path
    try await withThrowingTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask {
          let store = try await CaseStore.opened(path)
          let by = try await store.writing()
          for step in 0..<5 {
            try await store.saveView(
              CaseloadView(id: "v\(number)-\(step)", number: nil, name: "v", filter: "", sort: .init(.name)), by: by)
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try await scene.store.views().count == 40)
    #expect(
      try await scene.store.verifyAudit()
        == .whole(
          count: 45, head: try #require(try await scene.store.auditHead()?.hash)))
  }

  @Test("a change by another program changes the change number") func noticed() async throws {
    let scene = try await PlanTests.Scene()
    let reader = try await CaseStore.opened(scene.place.path)
    let before = try await reader.changeNumber()
    #expect(try await reader.changeNumber() == before)
    try await scene.store.setSetting("mdt.max_cases", to: "9", reason: "test", by: scene.by)
    #expect(try await reader.changeNumber() != before)
  }

  @Test("a cancelled read stops") func cancelled() async throws {
    let scene = try await PlanTests.Scene()
    let store = scene.store
    let task = Task {
      try await store.reading("No.") { connection in
        try connection.count(
          "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 2000000000) SELECT count(*) FROM n")
      }
    }
    task.cancel()
    await #expect(throws: Problem.self) { try await task.value }
    #expect(try await store.staff().count == 1)
  }
}
