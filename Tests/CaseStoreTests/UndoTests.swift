import CaseModel
import Testing

@testable import CaseStore

@Suite("Undo and redo") struct UndoTests {
  @Test("undo of a version signs the next one with the older text, and survives reopening") func versions() async throws
  {
    let scene = try await PlanTests.Scene()
    let first = try await scene.store.publish(
      scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    let second = try await scene.store.publish(
      Plans.changing(first.plan, "Second"), of: scene.rahela, basedOn: first.rowVersion, reason: "changed", by: scene.by
    )
    _ = try await scene.store.publish(
      Plans.changing(first.plan, "Third"), of: scene.rahela, basedOn: second.rowVersion, reason: "changed", by: scene.by
    )
    let again = try await CaseStore.opened(scene.place.path)
    let by = try await again.writing()
    #expect(try await again.undoable()?.words == "Published version 3 of the care plan of BEGUM, Rahela")
    _ = try await again.undo(by: by)
    #expect(try await scene.goal() == "Second")
    _ = try await again.undo(by: by)
    #expect(try await scene.goal() == "Reach the bedroom")
    #expect(
      try await again.planVersions(of: scene.rahela).map(\.reason)
        == ["undo of version 2", "undo of version 3", "changed", "changed", "activated"])
    _ = try await again.redo(by: by)
    #expect(try await scene.goal() == "Second")
    _ = try await again.redo(by: by)
    #expect(try await scene.goal() == "Third")
    await #expect(throws: Problem.self) { try await again.redo(by: by) }
    _ = try await again.undo(by: by)
    #expect(try await scene.goal() == "Second")
  }

  @Test("the timeline is newest first within a day too, after undo and redo") func timeline() async throws {
    let scene = try await PlanTests.Scene()
    let first = try await scene.store.publish(
      scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    _ = try await scene.store.publish(
      Plans.changing(first.plan, "Second"), of: scene.rahela, basedOn: first.rowVersion, reason: "changed", by: scene.by
    )
    _ = try await scene.store.undo(by: scene.by)
    _ = try await scene.store.redo(by: try await scene.store.writing(at: Place.start + 60))
    let versions = try await scene.store.peek(scene.rahela).timeline.map(\.what).filter { $0.hasPrefix("care plan") }
    #expect(
      versions == [
        "care plan version 4: redo of version 2", "care plan version 3: undo of version 2",
        "care plan version 2: changed",
        "care plan version 1: activated",
      ])
  }

  @Test("undo of the first activation makes the plan a draft again; redo signs it again") func activation() async throws
  {
    let scene = try await PlanTests.Scene()
    let draft = try await scene.store.saveDraftPlan(scene.plan, of: scene.rahela, basedOn: nil, by: scene.by)
    _ = try await scene.store.publish(
      Plans.changing(draft.plan, "Signed"), of: scene.rahela, basedOn: draft.rowVersion, reason: "activated",
      by: scene.by)
    _ = try await scene.store.undo(by: scene.by)
    var record = try #require(try await scene.store.carePlan(of: scene.rahela))
    #expect(record.status == .draft)
    #expect(record.plan == draft.plan)
    #expect(try await scene.store.planVersions(of: scene.rahela).count == 1)
    _ = try await scene.store.undo(by: scene.by)
    #expect(try await scene.store.carePlan(of: scene.rahela) == nil)
    _ = try await scene.store.redo(by: scene.by)
    _ = try await scene.store.redo(by: scene.by)
    record = try #require(try await scene.store.carePlan(of: scene.rahela))
    #expect(record.status == .active)
    #expect(try await scene.goal() == "Signed")
    #expect(await scene.store.doctor().wrong == [])
  }

  @Test("what somebody else changed since is not undone, says who, and blocks nothing before it") func refused()
    async throws
  {
    let scene = try await PlanTests.Scene()
    try await scene.store.saveView(
      CaseloadView(id: "v", number: nil, name: "v", filter: "", sort: .init(.name)), by: scene.by)
    let first = try await scene.store.publish(
      scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    _ = try await scene.store.hire("Tunde Adeyemi", account: "tadeyemi", role: .careNavigator, by: scene.by)
    let other = try await scene.store.writing(as: "tadeyemi")
    _ = try await scene.store.publish(
      Plans.changing(first.plan, "Theirs"), of: scene.rahela, basedOn: first.rowVersion, reason: "changed", by: other)
    do {
      _ = try await scene.store.undo(by: scene.by)
      Issue.record("it was undone")
    } catch {
      #expect(error.kind == .conflict)
      #expect(error.reason.contains("T. Adeyemi"))
    }
    #expect(try await scene.goal() == "Theirs")
    #expect(try await scene.store.undoable()?.words == "Saved the view v")
  }

  @Test("views are kept, removed and brought back") func views() async throws {
    let scene = try await PlanTests.Scene()
    let view = CaseloadView(
      id: "v1", number: nil, name: "My frail", filter: "risk>60", sort: .init(.risk), columns: [.risk], isOwn: true)
    try await scene.store.saveView(view, by: scene.by)
    #expect(try await scene.store.views() == [view])
    try await scene.store.removeView("v1", by: scene.by)
    #expect(try await scene.store.views().isEmpty)
    #expect(try await scene.store.undo(by: scene.by).words == "Undone: Removed the view My frail.")
    #expect(try await scene.store.views() == [view])
    _ = try await scene.store.undo(by: scene.by)
    #expect(try await scene.store.views().isEmpty)
  }

  @Test(
    "what somebody has done before is not walked through when they do something new, take it back or do it again",
    .ofAFile,
    arguments: [
      "UPDATE undo_entry SET state = 'gone' WHERE staff_id = 'a' AND state = 'undone'",
      "SELECT min(seq) FROM undo_entry WHERE staff_id = 'a' AND state = 'undone'",
      "SELECT max(seq) FROM undo_entry WHERE staff_id = 'a' AND state = 'done'",
      "UPDATE undo_entry SET after_version = 1 WHERE staff_id = 'a' AND patient_id = 'p' AND state = 'done'",
    ])
  func plans(_ sql: String) async throws {
    let place = try Place()
    let store = try place.make()
    let steps = try await store.reading("No plan was read.") { connection in
      try connection.rows("EXPLAIN QUERY PLAN " + sql) { row in
        for _ in 0..<3 { row.skip() }
        return try row.text()
      }
    }
    #expect(steps.allSatisfy { $0.contains("INDEX undo_") }, "\(steps)")
  }
}
