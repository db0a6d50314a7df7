import CaseModel
import Testing

@testable import CaseStore

@Suite("Enrolment as a life (spec 5.1 to 5.3, R-ID-08)") struct EnrolmentTests {
  private func status(_ patient: ID<Patient>, _ scene: AccessScene) async throws -> EnrolmentStatus? {
    try await scene.store.peekEnrolment(of: patient).status
  }

  private func refusal(of plan: CarePlan, over record: CarePlanRecord, _ scene: AccessScene) async -> Problem? {
    do throws(PlanSaveFailure) {
      _ = try await scene.store.saveDraftPlan(plan, of: scene.amina, basedOn: record.rowVersion, by: scene.by)
      return nil
    } catch {
      guard case .problem(let problem) = error else { return nil }
      return problem
    }
  }

  @Test("5.1: moved away, she is on no list; identified again with a reason, invited, she is listed once more")
  func away() async throws {
    let scene = try await AccessScene()
    let store = scene.store
    try await store.record(.end(.moved), of: scene.amina, reason: "To her son in Leeds", by: scene.by)
    #expect(try await status(scene.amina, scene) == .moved)
    #expect(try await scene.list(store, scene.by) == ["Brian"])
    let again = await scene.denied {
      try await store.record(.end(.moved), of: scene.amina, reason: "Again", by: scene.by)
    }
    #expect(again?.kind == .conflict && again?.reason == "The person is moved.")
    let wordless = await scene.denied {
      try await store.record(.identify(.riskScore), of: scene.amina, reason: " ", by: scene.by)
    }
    #expect(wordless?.kind == .badData, "R-RS-03: a score alone lists nobody")
    try await store.record(.identify(.hospital), of: scene.amina, reason: "Back, two falls", by: scene.by)
    #expect(try await scene.list(store, scene.by) == ["Brian"], "who is identified is on no list")
    try await store.record(.invite, of: scene.amina, reason: "Letter and call", by: scene.by)
    #expect(try await scene.list(store, scene.by) == ["Amina", "Brian"])
    let steps = try await store.peekEnrolment(of: scene.amina).events
    #expect(steps.map(\.to) == [.invited, .identified, .moved])
    #expect(steps.map(\.reason) == ["Letter and call", "Hospital: Back, two falls", "To her son in Leeds"])
    #expect(await store.doctor().wrong == [])
  }

  @Test("R-ID-08: a death closes the enrolment, leaves the plan to be read, and what was open waits to be closed")
  func death() async throws {
    let scene = try await AccessScene()
    let store = scene.store
    _ = try await store.saveDraftPlan(
      Plans.ready(owner: scene.by.actor.id), of: scene.amina, basedOn: nil, by: scene.by)
    for (day, words) in [(scene.by.at.day + 1, "to come"), (Day(year: 1900, month: 1, day: 1)!, "born")] {
      let fault = await scene.denied {
        try await store.recordDeath(of: scene.amina, on: day, place: nil, source: "Her son", by: scene.by)
      }
      #expect(fault?.kind == .badData && fault?.reason.contains(words) == true)
    }
    try await store.recordDeath(
      of: scene.amina, on: scene.by.at.day, place: .hospice, source: "Her son rang", by: scene.by)
    let file = try await store.peekEnrolment(of: scene.amina)
    #expect(file.status == .died && file.died == scene.by.at.day && file.placeOfDeath == .hospice)
    #expect(try await scene.list(store, scene.by) == ["Brian"])
    #expect(try await store.carePlan(of: scene.amina) != nil)
    let record = try #require(try await store.carePlan(of: scene.amina))
    var changed = record.plan
    let goal = try #require(changed.items(.goal).first)
    changed.set(.text, of: goal.id, to: "Something else")
    let edited = await refusal(of: changed, over: record, scene)
    #expect(edited?.reason.contains("has died") == true, "\(String(describing: edited))")
    let waits = try await store.worklist(.afterDeath)
    #expect(waits.map(\.name.given) == ["Amina"] && waits[0].why.contains("Fit a rail"))
    // How an action stands may be changed, and then it waits no longer.
    var closing = record.plan
    let action = try #require(closing.items(.action).first)
    closing.set(.status, of: action.id, to: "stopped")
    _ = try await store.saveDraftPlan(closing, of: scene.amina, basedOn: record.rowVersion, by: scene.by)
    #expect(try await store.worklist(.afterDeath).isEmpty)
    let twice = await scene.denied {
      try await store.recordDeath(of: scene.amina, on: scene.by.at.day, place: nil, source: "Again", by: scene.by)
    }
    #expect(twice?.kind == .conflict)
    try await store.voidDeath(of: scene.amina, reason: "Another Amina", by: scene.by)
    #expect(try await status(scene.amina, scene) == .enrolled)
    #expect(try await scene.list(store, scene.by) == ["Amina", "Brian"])
    #expect(try await store.worklist(.afterDeath).isEmpty)
    #expect(await store.doctor().wrong == [])
  }

  @Test(
    "spec 5.1: with another practice her locality, her lists and her relationships are those of it, from the day on")
  func practice() async throws {
    let scene = try await AccessScene()
    let (cora, _) = try await scene.person("Cora", .mdtCoordinator, locality: "sw")
    let (nils, nilsBy) = try await scene.person("Nils", .mdtCoordinator, locality: "ne")
    #expect(try await scene.list(nils, nilsBy) == ["Brian"])
    try await scene.store.register(
      scene.amina, at: "f99009", from: scene.by.at.day, reason: "Moved house", by: scene.by)
    #expect(try await scene.list(nils, nilsBy) == ["Amina", "Brian"])
    #expect(try await cora.worklistCount(.noPlan).count == 0)
    let file = try await scene.store.peekEnrolment(of: scene.amina)
    #expect(file.registrations.map(\.practiceCode) == ["F99009", "F99001"])
    #expect(file.registrations.map(\.to) == [nil, scene.by.at.day])
    for (code, kind) in [("F99009", Problem.Kind.conflict), ("LBTH", .notFound), ("X00000", .notFound)] {
      let fault = await scene.denied {
        try await scene.store.register(scene.amina, at: code, from: scene.by.at.day, reason: "x", by: scene.by)
      }
      #expect(fault?.kind == kind, "\(code)")
    }
  }
}

@Suite("Records of one person (R-ID-06)") struct MergingTests {
  private func twin(_ scene: AccessScene) async throws -> ID<Patient> {
    try await scene.store.admit("Choudry", "Amina", nhs: "9990000034", by: scene.by)
  }

  @Test("R-ID-06: alike by date of birth and sound, a pair is shown to whoever may open both, and joined by nobody")
  func pairs() async throws {
    let scene = try await AccessScene()
    let twin = try await twin(scene)
    let pairs = try await scene.store.possibleDuplicates()
    #expect(pairs.contains { Set([$0.one.patient, $0.other.patient]) == [scene.amina, twin] }, "\(pairs)")
    #expect(try await scene.store.merges().isEmpty)
    let (sol, _) = try await scene.person("Sol", .socialWorker)
    #expect(try await sol.possibleDuplicates().isEmpty)
  }

  @Test("R-ID-06: joined, a record leaves the lists and keeps what it has; for thirty days it can be taken apart")
  func joined() async throws {
    let scene = try await AccessScene()
    let twin = try await twin(scene)
    let (cora, by) = try await scene.person("Cora", .mdtCoordinator)
    let before = try await scene.list(scene.store, scene.by)
    try await cora.merge(twin, into: scene.amina, reason: "Same address, same son", by: by)
    #expect(try await scene.list(scene.store, scene.by).count == before.count - 1)
    #expect(try await scene.store.possibleDuplicates().isEmpty)
    for (one, other) in [(twin, scene.amina), (scene.amina, twin), (scene.amina, scene.amina)] {
      let fault = await scene.denied { try await cora.merge(one, into: other, reason: "Again", by: by) }
      #expect(fault != nil)
    }
    try await cora.unmerge(twin, reason: "Two sisters", by: by)
    #expect(try await scene.list(scene.store, scene.by) == before)
    let told = try #require(try await cora.merges().first)
    #expect(told.undoneBy == "Cora" && told.survivor == scene.amina)
    // Again, and then it is too late.
    try await cora.merge(twin, into: scene.amina, reason: "One after all", by: by)
    var late = by
    late.at = by.at + 31 * 86_400
    let writing = late
    let tooLate = await scene.denied {
      try await scene.store.signedIn { writing }.unmerge(twin, reason: "No", by: writing)
    }
    #expect(tooLate?.kind == .conflict && tooLate?.reason.contains("more than 30 days") == true)
    #expect(await scene.store.doctor().wrong == [])
  }

  @Test("I-1, R-ID-06: two people who both have plans in force are not joined: what is open would be on nobody's list")
  func bothInForce() async throws {
    let scene = try await AccessScene()
    let twin = try await twin(scene)
    let (cora, by) = try await scene.person("Cora", .mdtCoordinator)
    for patient in [scene.amina, twin] {
      _ = try await scene.store.saveDraftPlan(
        Plans.ready(owner: scene.by.actor.id), of: patient, basedOn: nil, by: scene.by)
    }
    let fault = await scene.denied {
      try await cora.merge(twin, into: scene.amina, reason: "The same", by: by)
    }
    #expect(fault?.kind == .conflict && fault?.reason.contains("a care plan") == true)
    #expect(try await cora.merges().isEmpty)
  }
}
