import CaseModel
import Testing

@testable import CaseStore

@Suite("Care plans") struct PlanTests {
  struct Scene {
    let place: Place
    let store: CaseStore
    let by: Writing
    let rahela: ID<Patient>
    var plan: CarePlan { Plans.ready(owner: by.actor.id) }

    init() async throws {
      place = try Place()
      store = try place.make()
      by = try await store.writing()
      rahela = try await store.admit("Begum", "Rahela", nhs: "9990000018", by: by)
    }

    func goal() async throws -> String? { try await store.carePlan(of: rahela)?.plan.items(.goal).first?[.text] }
  }

  @Test("publishing writes rows, a signed version and the list's row, all the same text") func publish() async throws {
    let scene = try await Scene()
    let saved = try await scene.store.publish(
      scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    #expect(saved.status == .active)
    #expect(saved.versionNumber == 1)
    #expect(saved.rowVersion == 1 + 0)
    let read = try #require(try await scene.store.carePlan(of: scene.rahela))
    #expect(read.plan == saved.plan)
    #expect(read.plan.items(.goal).first?[.importance] == "8")
    let version = try #require(try await scene.store.planVersion(of: scene.rahela, number: 1))
    #expect(version.plan == saved.plan)
    #expect(version.summary.signedBy == "Jo Francis")
    #expect(version.summary.reason == "activated")
    let query = CaseloadQuery(sort: .init(.review), today: scene.by.at.day, reader: scene.by.actor.id)
    let rows = try await scene.store.caseload(query, page: .first, limit: 10)
    #expect(rows.first?.reviewDue == Day(iso: "2016-06-01"))
    #expect(rows.first?.planStatus == .active)
  }

  @Test("a plan is found by the words somebody wrote in it, and not by the codes of its answers") func words()
    async throws
  {
    let scene = try await Scene()
    _ = try await scene.store.publish(scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    let found = try await scene.store.find("bedroom", limit: 5, by: scene.by, audited: false)
    #expect(found.passages.map(\.source) == ["Care plan v1"])
    for code in ["accepted", "started", "functional", "2016"] {
      #expect(try await scene.store.find(code, limit: 5, by: scene.by, audited: false).passages.isEmpty, "\(code)")
    }
  }

  @Test("R-CP-01: an incomplete plan is not activated, and nothing is kept") func incomplete() async throws {
    let scene = try await Scene()
    var plan = scene.plan
    if let id = plan.single(.plan)?.id { plan.set(.agreedWith, of: id, to: nil) }
    await #expect(throws: PlanSaveFailure.self) {
      try await scene.store.publish(plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    }
    #expect(try await scene.store.carePlan(of: scene.rahela) == nil)
    _ = try await scene.store.saveDraftPlan(plan, of: scene.rahela, basedOn: nil, by: scene.by)
    #expect(try await scene.store.carePlan(of: scene.rahela)?.status == .draft)
  }

  @Test("D-VER-1: saving over somebody else's change keeps nothing and shows theirs") func conflict() async throws {
    let scene = try await Scene()
    let first = try await scene.store.publish(
      scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    let theirs = try await scene.store.publish(
      Plans.changing(first.plan, "Theirs"), of: scene.rahela, basedOn: first.rowVersion, reason: "changed", by: scene.by
    )
    do {
      _ = try await scene.store.publish(
        Plans.changing(first.plan, "Yours"), of: scene.rahela, basedOn: first.rowVersion, reason: "changed",
        by: scene.by)
      Issue.record("it was saved")
    } catch {
      guard case .conflict(let shown) = error else {
        Issue.record("\(error)")
        return
      }
      #expect(shown.plan == theirs.plan)
      #expect(shown.rowVersion == theirs.rowVersion)
    }
    #expect(try await scene.goal() == "Theirs")
    #expect(try await scene.store.planVersions(of: scene.rahela).map(\.number) == [2, 1])
  }

  @Test("D-VER-2: an entry that a version leaves out stays as a row with the reason") func leftOut() async throws {
    let scene = try await Scene()
    let first = try await scene.store.publish(
      scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    var plan = first.plan
    if let action = plan.items(.action).first { plan.remove(action.id) }
    let second = try await scene.store.publish(
      plan, of: scene.rahela, basedOn: first.rowVersion, reason: "changed", by: scene.by)
    #expect(second.plan.items(.action).isEmpty)
    let kept = try await scene.store.reading("No.") { connection in
      try connection.rows("SELECT what, status_reason FROM plan_action WHERE entered_in_error = 1") {
        "\(try $0.text()): \(try $0.text())"
      }
    }
    #expect(kept == ["Fit a rail: left out of version 2"])
    #expect(try await scene.store.planVersion(of: scene.rahela, number: 1)?.plan == first.plan)
  }

  @Test(
    "D-VER-3: a signed version refuses to be changed or deleted",
    arguments: [
      "UPDATE care_plan_version SET snapshot = '{}'", "DELETE FROM care_plan_version",
      "UPDATE audit_event SET purpose = 'x'", "DELETE FROM audit_event",
      "UPDATE consent SET decision = 'refused'", "DELETE FROM consent",
    ])
  func immutable(_ sql: String) async throws {
    let scene = try await Scene()
    _ = try await scene.store.publish(scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    await #expect(throws: Problem.self) {
      try await scene.store.writing("No.", scene.by) { change in
        try change.audit(.update, "test", purpose: "test")
        try change.connection.run(sql, [])
      }
    }
    #expect(try await scene.store.planVersion(of: scene.rahela, number: 1) != nil)
  }

  @Test("R-CP-08: a change of name does not change what was signed") func demographics() async throws {
    let scene = try await Scene()
    _ = try await scene.store.publish(scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    try await scene.store.writing("No.", scene.by) { change in
      try change.connection.run(
        "UPDATE patient SET family_name = 'Khatun' WHERE id = $1", [.of(scene.rahela)])
      try change.audit(.update, "patient", purpose: "test")
    }
    let text = try await scene.store.reading("No.") {
      try $0.first("SELECT snapshot FROM care_plan_version") { try $0.text() }
    }
    #expect(text?.contains("Begum") == true)
    #expect(text?.contains("Khatun") == false)
  }

  @Test("an active plan is changed by a version only") func noDraftOverActive() async throws {
    let scene = try await Scene()
    let saved = try await scene.store.publish(
      scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    await #expect(throws: PlanSaveFailure.self) {
      try await scene.store.saveDraftPlan(
        Plans.changing(saved.plan, "x"), of: scene.rahela, basedOn: saved.rowVersion, by: scene.by)
    }
    #expect(try await scene.goal() == "Reach the bedroom")
  }

  @Test("a review without change moves the next review by a signed version") func review() async throws {
    let scene = try await Scene()
    _ = try await scene.store.publish(scene.plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
    var review = PlanReview(
      id: ID(Place.newID()), planVersion: 1, dueOn: nil, doneOn: scene.by.at.day, whatWorking: "the rail",
      nextReview: Day(iso: "2016-09-01"), answers: [5, nil, 3, 1, nil])
    try await scene.store.record(review, of: scene.rahela, by: scene.by)
    review.doneBy = "Jo Francis"
    #expect(try await scene.store.reviews(of: scene.rahela) == [review])
    let versions = try await scene.store.planVersions(of: scene.rahela)
    #expect(versions.map(\.reason) == ["review", "activated"])
    #expect(versions.first?.nextReview == Day(iso: "2016-09-01"))
    let outdated = PlanReview(id: ID(Place.newID()), planVersion: 1, dueOn: nil, doneOn: scene.by.at.day)
    await #expect(throws: Problem.self) {
      try await scene.store.record(outdated, of: scene.rahela, by: scene.by)
    }
    _ = try await scene.store.undo(by: scene.by)
    #expect(try await scene.store.reviews(of: scene.rahela).isEmpty)
    #expect(try await scene.store.carePlan(of: scene.rahela)?.plan.nextReview == Day(iso: "2016-06-01"))
  }

  @Test("what a plan must be: no orphan, no second single entry, no NUL") func shape() async throws {
    let scene = try await Scene()
    var orphan = scene.plan
    orphan.add(
      PlanItem(id: ID("g2"), kind: .goal, parent: ID("nowhere"), values: [.text: "x", .status: "active", .owner: "x"]))
    var twice = scene.plan
    twice.add(PlanItem(id: ID("a2"), kind: .aboutMe))
    let nul = Plans.changing(scene.plan, "a\0b")
    for plan in [orphan, twice, nul] {
      do {
        _ = try await scene.store.publish(plan, of: scene.rahela, basedOn: nil, reason: "activated", by: scene.by)
        Issue.record("it was saved")
      } catch {
        guard case .problem(let problem) = error else {
          Issue.record("\(error)")
          return
        }
        #expect(problem.kind == .badData)
      }
    }
    #expect(try await scene.store.carePlan(of: scene.rahela) == nil)
  }

  @Test("the same plan gives the same JSON, and every field of the model has its column") func json() async throws {
    let scene = try await Scene()
    let text = try CarePlanJSON.encode(scene.plan.inStoredOrder)
    let plan = try CarePlanJSON.decode(text)
    #expect(try CarePlanJSON.encode(plan) == text)
    let tables = try await scene.store.reading("No.") { try $0.tables() }
    for kind in PlanItemKind.allCases {
      let columns = try #require(tables.first { $0.name == kind.rawValue }).columns.map(\.name)
      for field in kind.fields { #expect(columns.contains(field.key.rawValue), "\(kind.rawValue)") }
    }
  }
}
