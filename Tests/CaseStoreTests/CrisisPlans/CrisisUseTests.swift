import CaseModel
import CaseTesting
import Testing

@testable import CaseStore

@Suite("Crisis plans: used, copied, and on the worklists") struct CrisisUseTests {
  @Test("R-CR-10: a use in a crisis is kept and asks for a review within 14 days, until somebody looked") func use()
    async throws
  {
    let it = try await CrisisScene()
    let plan = try await it.confirmed()
    let day = it.jo.at.day
    let use = CrisisUse(
      on: day - 1, whoUsed: "London Ambulance Service", followed: .partly, outcome: .stayedHome,
      whatToChange: "The night number did not answer")
    try await it.store.recordCrisisUse(use, of: it.amina, by: it.jo)
    let file = try await it.store.crisisFile(of: it.amina)
    #expect(file.uses.first?.version == 1 && file.unreviewedUse?.reviewBy == day + 13)
    let rows = try await it.store.crisisReviewsDue(on: day)
    #expect(rows.map(\.due) == [day + 13] && rows.first?.ownerName == "Jo Francis")
    let later = it.at(2, it.gwen)
    let looked = try await later.store.reviewCrisisPlan(
      plan.id, of: it.amina, basedOn: plan.rowVersion, next: day + 100, note: "number corrected with the trust",
      by: later.by)
    #expect(looked.reviewOn == day + 100 && looked.digest == plan.digest)
    #expect(try await it.store.crisisReviewsDue(on: day + 2).isEmpty)
    let tomorrow = await it.refusal {
      let use = CrisisUse(on: day + 1, whoUsed: "Nobody", followed: .no, outcome: .other)
      try await it.store.recordCrisisUse(use, of: it.amina, by: it.jo)
    }
    #expect(tomorrow?.kind == .badData)
  }

  @Test("H20: a copy has a number and a place, is stale when a newer version is in force, and is recalled")
  func copies()
    async throws
  {
    let it = try await CrisisScene()
    let nothing = await it.refusal {
      _ = try await it.store.giveCrisisCopy(of: it.amina, place: "Fridge", isForHome: true, by: it.jo)
    }
    #expect(nothing?.kind == .notFound)
    let plan = try await it.confirmed()
    let first = try await it.store.giveCrisisCopy(of: it.amina, place: "Fridge door", isForHome: true, by: it.jo)
    let second = try await it.store.giveCrisisCopy(of: it.amina, place: "Ambulance", isForHome: false, by: it.jo)
    #expect([first.number, second.number] == [1, 2])
    #expect(try await it.store.crisisCopiesToRecall(on: it.jo.at.day).isEmpty)
    var changed = plan.plan
    changed[.headline] = "Something has changed"
    let draft = try await it.draft(changed)
    _ = try await it.gwen.store.approveCrisisPlan(draft.id, of: it.amina, basedOn: draft.rowVersion, by: it.gwen.by)
    let rows = try await it.store.crisisCopiesToRecall(on: it.jo.at.day)
    #expect(
      rows.map(\.why) == [
        "Copy 1 of version 1, Fridge door: version 2 is in force",
        "Copy 2 of version 1, Ambulance: version 2 is in force",
      ])
    #expect(rows.allSatisfy { $0.ownerName == "Jo Francis" })
    try await it.store.recallCrisisCopy(1, of: it.amina, .replaced, by: it.jo)
    #expect(try await it.store.crisisCopiesToRecall(on: it.jo.at.day).count == 1)
    let twice = await it.refusal { try await it.store.recallCrisisCopy(1, of: it.amina, .destroyed, by: it.jo) }
    #expect(twice?.kind == .conflict)
  }

  @Test("3.2: whoever does not want the plan to leave has a copy at home and none outside") func consent() async throws
  {
    let it = try await CrisisScene()
    var plan = CrisisSamples.minimum
    plan[.consentToShare] = CrisisSharing.no.rawValue
    _ = try await it.interim(plan)
    let outside = await it.refusal {
      _ = try await it.store.giveCrisisCopy(of: it.amina, place: "Ambulance", isForHome: false, by: it.jo)
    }
    #expect(outside?.kind == .refused)
    #expect(try await it.store.giveCrisisCopy(of: it.amina, place: "Fridge", isForHome: true, by: it.jo).number == 1)
    #expect(try await it.store.crisisFile(of: it.amina).current != nil, "the record stays")
  }

  @Test("5.3: whoever withdraws that the crisis plan is shared outside has a copy at home and none outside")
  func withdrawn() async throws {
    let it = try await CrisisScene()
    _ = try await it.interim()
    _ = try await it.store.giveCrisisCopy(of: it.amina, place: "Ambulance", isForHome: false, by: it.jo)
    try await it.store.record(
      ConsentStatement(
        subject: .shareCrisisExternal, decision: .withdrawn, basis: .explicitVerbal, at: it.jo.at.day),
      of: it.amina, by: it.jo)
    let outside = await it.refusal {
      _ = try await it.store.giveCrisisCopy(of: it.amina, place: "Ambulance", isForHome: false, by: it.jo)
    }
    #expect(outside?.kind == .refused)
    #expect(try await it.store.giveCrisisCopy(of: it.amina, place: "Fridge", isForHome: true, by: it.jo).number == 2)
  }

  @Test("spec 9: interim plans with their day, drafts that wait, and nobody whom the reader's lists would not show")
  func worklists() async throws {
    let it = try await CrisisScene()
    let day = it.jo.at.day
    let draft = try await it.draft()
    let waiting = try await it.gwen.store.crisisDraftsWaiting(on: day)
    #expect(waiting.map(\.why) == ["Draft by Jo Francis, today"] && waiting.first?.toDo == "Approve it as interim")
    _ = try await it.gwen.store.approveCrisisPlan(draft.id, of: it.amina, basedOn: draft.rowVersion, by: it.gwen.by)
    for (days, why, overdue) in [
      (0, "Interim plan, day 0 of 28", false), (14, "Interim plan, day 14 of 28", false),
      (22, "Interim plan, day 22 of 28", false), (28, "Interim plan, EXPIRED today", true),
      (31, "Interim plan, EXPIRED 3 days ago", true),
    ] {
      let rows = try await it.gwen.store.interimPlans(on: day + days)
      #expect(rows.map(\.why) == [why] && rows.first?.isOverdue == overdue && rows.first?.due == day + 28)
      #expect(rows.first?.target == .crisisPlan)
    }
    let elsewhere = try await it.base.person("Nora", .gp, at: "F99009")
    #expect(try await elsewhere.store.interimPlans(on: day).isEmpty)
    let social = try await it.base.person("Sam", .socialWorker)
    #expect(try await social.store.interimPlans(on: day).isEmpty)
    try await it.store.give(role: "named_social_worker", to: social.by.actor.id, for: it.amina, by: it.jo)
    #expect(try await social.store.interimPlans(on: day).count == 1)
    // Whoever withdraws is off every list in the same transaction (5.3).
    try await it.store.record(
      ConsentStatement(subject: .enrolment, decision: .withdrawn, basis: .explicitVerbal, at: day), of: it.amina,
      by: it.jo)
    for store in [it.store, it.gwen.store, social.store] {
      #expect(try await store.interimPlans(on: day).isEmpty)
    }
  }

  @Test("mock-up 2: the single view and the timeline say how the crisis plan stands, without what it says")
  func single()
    async throws
  {
    let it = try await CrisisScene()
    #expect(try await it.store.person(it.amina, by: it.jo, purpose: "test").crisis == nil)
    let plan = try await it.interim()
    _ = try await it.draft(plan.plan)
    let record = try await it.store.person(it.amina, by: it.jo, purpose: "test")
    let day = it.jo.at.day
    #expect(record.crisis?.standing(on: day + 3) == "= day 3 of 28" && record.crisis?.hasDraft == true)
    #expect(record.crisis?.standing(on: day + 15) == "~ day 15 of 28")
    #expect(record.crisis?.standing(on: day + 28) == "! EXPIRED today")
    #expect(record.timeline.contains { $0.what == "crisis plan version 1: approved" && $0.who == "Gwen" })
    _ = try await it.store.revokeCrisisPlan(of: it.amina, byPerson: true, reason: "", by: it.jo)
    let after = try await it.store.person(it.amina, by: it.jo, purpose: "test")
    #expect(after.crisis?.standing(on: day) == "! NONE IN FORCE")
    #expect(after.timeline.contains { $0.what == "crisis plan revoked by the person" })
  }

  @Test("promise 22: an older store keeps its people and takes a crisis plan after the step", .ofAFile) func older()
    async throws
  {
    let place = try Place()
    let made = try place.make()
    let by = try await made.writing()
    let patient = try await made.admit("Choudry", "Amina", nhs: "9990000018", by: by)
    await made.close()
    try OlderSchema.put(OlderSchema.fourth, into: place.path)
    let store = try await CaseStore.opened(place.path)
    #expect(try await store.crisisFile(of: patient).current == nil)
    var plan = CrisisPlan.begun
    plan[.headline] = "After the step"
    let draft = try await store.saveCrisisDraft(plan, of: patient, basedOn: nil, by: by)
    #expect(draft.plan[.headline] == "After the step")
    #expect(await store.doctor().wrong.isEmpty)
  }

  @Test(
    "I-3, I-7, R-CR-01: what is changed past the program is found by the doctor", .ofAFile,
    arguments: [
      ("UPDATE crisis_plan SET expires_on = '2030-01-01'", "records.crisis"),
      (
        "DROP TRIGGER crisis_plan_version_never_changes; UPDATE crisis_plan_version SET snapshot = replace(snapshot, 'Sit up', 'Sit dn')",
        "records.crisis"
      ),
      (
        "DROP TRIGGER crisis_plan_signoff_never_changes; UPDATE crisis_plan_signoff SET digest = replace(digest, substr(digest, 1, 4), '0000')",
        "records.crisis"
      ),
      (
        "DROP TRIGGER crisis_plan_signoff_never_changes; UPDATE crisis_plan_signoff SET staff_id = (SELECT drafted_by FROM crisis_plan LIMIT 1)",
        "records.crisis"
      ),
      (
        """
        DROP INDEX crisis_plan_one_in_force; CREATE TEMP TABLE t AS SELECT * FROM crisis_plan; UPDATE t SET id = 'x';
        INSERT INTO crisis_plan SELECT * FROM t
        """, "invariant.3"
      ),
    ])
  func found(_ statement: String, _ check: String) async throws {
    let it = try await CrisisScene()
    _ = try await it.interim()
    #expect(await it.store.doctor().wrong.isEmpty)
    await it.store.close()
    try OlderSchema.put(statement, into: it.base.place.path)
    let findings = await CaseStore.doctor(at: it.base.place.path, now: Place.start + 400 * 86_400).findings
    #expect(findings[check]?.severity == .fault, "\(findings.wrong)")
  }
}
