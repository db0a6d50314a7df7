import CaseModel
import CaseTesting
import Testing

@testable import CaseStore

@Suite("Crisis plans in the store") struct CrisisStoreTests {
  @Test("R-CR-01: a navigator drafts the sections that are not clinical, and carries the clinical ones along")
  func drafting() async throws {
    let it = try await CrisisScene()
    let clinical = await it.refusal {
      _ = try await it.store.saveCrisisDraft(CrisisSamples.minimum, of: it.amina, basedOn: nil, by: it.jo)
    }
    #expect(clinical?.kind == .refused)
    #expect(clinical?.reason == "Your role may not change the clinical part of this crisis plan.")
    let draft = try await it.draft(CrisisSamples.minimum)
    #expect(draft.draftedBy == "Jo Francis" && draft.updatedBy == "Gwen" && draft.versionNumber == 0)
    var plan = draft.plan
    plan[.headline] = "Another headline"
    let saved = try await it.store.saveCrisisDraft(plan, of: it.amina, basedOn: draft.rowVersion, by: it.jo)
    #expect(saved.plan[.keyDiagnoses] == "COPD" && saved.plan[.headline] == "Another headline")
    plan[.allergyState] = AllergyState.notRecorded.rawValue
    let again = await it.refusal {
      _ = try await it.store.saveCrisisDraft(plan, of: it.amina, basedOn: saved.rowVersion, by: it.jo)
    }
    #expect(again?.kind == .refused)
  }

  @Test("3.2: prognosis is shown to clinicians only, and whoever does not see it does not take it out")
  func prognosis() async throws {
    let it = try await CrisisScene()
    var plan = CrisisSamples.minimum
    plan[.prognosis] = Prognosis.months.rawValue
    let draft = try await it.draft(plan)
    let seen = try #require(try await it.store.crisisFile(of: it.amina).draft)
    #expect(seen.plan[.prognosis] == nil)
    var changed = seen.plan
    changed[.avoid] = "Loud music"
    _ = try await it.store.saveCrisisDraft(changed, of: it.amina, basedOn: draft.rowVersion, by: it.jo)
    let gwen = try #require(try await it.gwen.store.crisisFile(of: it.amina).draft)
    #expect(gwen.plan[.prognosis] == "months" && gwen.plan[.avoid] == "Loud music")
    _ = try await it.gwen.store.approveCrisisPlan(draft.id, of: it.amina, basedOn: gwen.rowVersion, by: it.gwen.by)
    #expect(
      try await it.store.emergencyView(of: it.amina, reason: "test", by: it.jo).record?.plan[.prognosis] == nil)
    #expect(
      try await it.gwen.store.emergencyView(of: it.amina, reason: "test", by: it.gwen.by).record?.plan[.prognosis]
        == "months")
    #expect(try await it.store.crisisVersion(of: it.amina, number: 1)?.plan[.prognosis] == nil)
  }

  @Test("R-CR-01: an interim plan is approved by one of four kinds of clinician, and never by its drafter alone")
  func approving() async throws {
    let it = try await CrisisScene()
    let draft = try await it.draft()
    let nurse = try await it.base.person("Nell", .districtNurse, locality: "sw")
    try await it.store.give(role: "district_nurse", to: nurse.by.actor.id, for: it.amina, by: it.jo)
    let navigator = await it.refusal {
      _ = try await it.store.approveCrisisPlan(draft.id, of: it.amina, basedOn: draft.rowVersion, by: it.jo)
    }
    #expect(navigator?.reason == "Your role may not sign this crisis plan.")
    let refused = await it.refusal {
      _ = try await nurse.store.approveCrisisPlan(draft.id, of: it.amina, basedOn: draft.rowVersion, by: nurse.by)
    }
    #expect(refused?.reason.hasPrefix("An interim plan is approved by a GP") == true)
    let matron = try await it.maud.store.approveCrisisPlan(
      draft.id, of: it.amina, basedOn: draft.rowVersion, by: it.maud.by)
    #expect(matron.grade == .interim && matron.storedStatus == .inForce && matron.versionNumber == 1)
    // Gwen drafts the next one by herself.
    let own = try await it.gwen.store.saveCrisisDraft(matron.plan, of: it.amina, basedOn: nil, by: it.gwen.by)
    let alone = await it.refusal {
      _ = try await it.gwen.store.approveCrisisPlan(own.id, of: it.amina, basedOn: own.rowVersion, by: it.gwen.by)
    }
    #expect(alone?.reason == "You drafted it, and the drafter is never the only approver.")
    #expect(try await it.store.crisisFile(of: it.amina).current?.versionNumber == 1, "nothing was signed")
  }

  @Test("R-CR-01: a plan is confirmed by the accountable GP or a consultant, with an agreement") func confirming()
    async throws
  {
    let it = try await CrisisScene()
    let interim = try await it.interim(it.complete)
    let matron = await it.refusal {
      _ = try await it.maud.store.confirmCrisisPlan(
        interim.id, of: it.amina, basedOn: interim.rowVersion, by: it.maud.by)
    }
    #expect(matron?.reason == "A plan is confirmed by the person's accountable GP or by a consultant.")
    let other = try await it.base.person("Gail", .gp, at: "F99009")
    try await it.store.give(role: "other", to: other.by.actor.id, for: it.amina, by: it.jo)
    let stranger = await it.refusal {
      _ = try await other.store.confirmCrisisPlan(interim.id, of: it.amina, basedOn: interim.rowVersion, by: other.by)
    }
    #expect(stranger?.kind == .refused, "a GP of another practice")
    // Once somebody is the accountable GP, a colleague at the practice is not.
    try await it.store.give(role: "accountable_gp", to: other.by.actor.id, for: it.amina, by: it.jo)
    let colleague = await it.refusal {
      _ = try await it.gwen.store.confirmCrisisPlan(
        interim.id, of: it.amina, basedOn: interim.rowVersion, by: it.gwen.by)
    }
    #expect(colleague?.kind == .refused)
    let confirmed = try await other.store.confirmCrisisPlan(
      interim.id, of: it.amina, basedOn: interim.rowVersion, by: other.by)
    #expect(confirmed.grade == .confirmed && confirmed.versionNumber == 1 && confirmed.digest == interim.digest)
    #expect(confirmed.status(on: it.jo.at.day + 4000) == .inForce, "a confirmed plan does not expire by itself")
    let signed = try await it.store.crisisFile(of: it.amina).signOffs
    #expect(Set(signed.map(\.digest)) == [interim.digest])
    #expect(
      Set(signed.map { "\($0.role.rawValue) \($0.act.rawValue)" }) == [
        "drafter drafted", "clinical_approver approved", "accountable_gp confirmed", "person agreed",
      ])
    let again = await it.refusal {
      _ = try await it.carl.store.confirmCrisisPlan(
        interim.id, of: it.amina, basedOn: confirmed.rowVersion, by: it.carl.by)
    }
    #expect(again?.reason == "The plan is confirmed already.")
  }

  @Test("R-CR-02: with fewer than the fourteen it stays a draft; R-CR-03: gaps hinder confirming, and are listed")
  func gaps() async throws {
    let it = try await CrisisScene()
    var plan = CrisisSamples.minimum
    (plan[.lpa], plan[.contactsOutOfHours]) = (nil, nil)
    let draft = try await it.draft(plan)
    let refused = await it.refusal {
      _ = try await it.gwen.store.approveCrisisPlan(draft.id, of: it.amina, basedOn: draft.rowVersion, by: it.gwen.by)
    }
    #expect(refused?.kind == .badData && refused?.reason.contains("ring, out of hours, attorney") == true)
    #expect(try await it.store.crisisFile(of: it.amina).draft?.storedStatus == .draft)
    let saved = try await it.gwen.store.saveCrisisDraft(
      CrisisSamples.minimum, of: it.amina, basedOn: draft.rowVersion, by: it.gwen.by)
    let interim = try await it.gwen.store.approveCrisisPlan(
      saved.id, of: it.amina, basedOn: saved.rowVersion, by: it.gwen.by)
    #expect(interim.gaps == CrisisRules.confirmedGaps(of: CrisisSamples.minimum) && !interim.gaps.isEmpty)
    let confirm = await it.refusal {
      _ = try await it.carl.store.confirmCrisisPlan(
        interim.id, of: it.amina, basedOn: interim.rowVersion, by: it.carl.by)
    }
    #expect(confirm?.kind == .badData && confirm?.reason.contains("R-CR-03") == true)
  }

  @Test("R-CR-04: it expires by the day alone, is renewed once, and then only after the MDT has spoken of it")
  func clock() async throws {
    let it = try await CrisisScene()
    let interim = try await it.interim()
    let day = it.jo.at.day
    #expect(interim.clock?.expiresOn == day + 28)
    #expect(interim.status(on: day + 27) == .inForce && interim.status(on: day + 28) == .expired)
    let late = it.at(30, it.gwen)
    let view = try await late.store.emergencyView(of: it.amina, reason: "test", by: late.by)
    #expect(view.record?.title(on: day + 30) == "INTERIM PLAN EXPIRED - USE WITH JUDGEMENT")
    let first = try await late.store.renewCrisisPlan(
      interim.id, of: it.amina, basedOn: interim.rowVersion, discussedOn: nil, note: "still away", by: late.by)
    #expect(first.status(on: day + 30) == .inForce && first.clock?.expiresOn == day + 58 && first.renewals == 1)
    let later = it.at(50, it.gwen)
    let refused = await it.refusal {
      _ = try await later.store.renewCrisisPlan(
        interim.id, of: it.amina, basedOn: first.rowVersion, discussedOn: nil, note: "still away", by: later.by)
    }
    #expect(refused?.kind == .refused && refused?.reason.contains("R-CR-04") == true)
    for wrong in [day - 1, day + 51] {
      let problem = await it.refusal {
        _ = try await later.store.renewCrisisPlan(
          interim.id, of: it.amina, basedOn: first.rowVersion, discussedOn: wrong, note: "spoken of", by: later.by)
      }
      #expect(problem?.kind == .badData)
    }
    let second = try await later.store.renewCrisisPlan(
      interim.id, of: it.amina, basedOn: first.rowVersion, discussedOn: day + 45, note: "spoken of", by: later.by)
    #expect(second.renewals == 2 && second.clock?.expiresOn == day + 78)
  }

  @Test("R-CR-04: a plan that comes into force 28 days before 29 February expires on it") func leapDay() async throws {
    let it = try await CrisisScene()
    let first = try #require(Day(iso: "2016-02-01"))
    let interim = try await it.interim(days: first - it.jo.at.day)
    #expect(interim.clock?.expiresOn.iso == "2016-02-29")
    let leap = try #require(Day(iso: "2016-02-29"))
    #expect(interim.status(on: leap - 1) == .inForce && interim.status(on: leap) == .expired)
  }

  @Test("R-CR-06: a contradiction is answered with a reason, kept with the version, and never blocks") func warnings()
    async throws
  {
    let it = try await CrisisScene()
    var plan = CrisisSamples.minimum
    (plan[.cpr], plan[.ceiling]) = ("attempt", "comfort_only")
    let draft = try await it.draft(plan)
    for answers in [[:], [CrisisWarning.attemptComfortOnly: "  "], [.attemptHomeOnly: "something else"]] {
      let refused = await it.refusal {
        _ = try await it.gwen.store.approveCrisisPlan(
          draft.id, of: it.amina, basedOn: draft.rowVersion, answers: answers, by: it.gwen.by)
      }
      #expect(refused?.reason == "cpr_attempt_comfort_only")
    }
    _ = try await it.gwen.store.approveCrisisPlan(
      draft.id, of: it.amina, basedOn: draft.rowVersion,
      answers: [.attemptComfortOnly: "His own wish, spoken of twice"],
      by: it.gwen.by)
    let answers = try await it.store.crisisFile(of: it.amina).answers
    #expect(answers.map(\.warning) == [.attemptComfortOnly] && answers.first?.reason == "His own wish, spoken of twice")
    #expect(answers.first?.by == "Gwen" && answers.first?.version == 1)
  }

  @Test("R-CR-08: the emergency view never has a word of a draft, and R-CR-09 is a row of the audit each time")
  func emergency() async throws {
    let it = try await CrisisScene()
    _ = try await it.draft()
    let none = try await it.store.emergencyView(of: it.amina, reason: "ambulance rang", by: it.jo)
    #expect(none.record == nil)
    let draft = try #require(try await it.store.crisisFile(of: it.amina).draft)
    _ = try await it.gwen.store.approveCrisisPlan(draft.id, of: it.amina, basedOn: draft.rowVersion, by: it.gwen.by)
    var plan = CrisisSamples.minimum
    plan[.headline] = "SECRETDRAFT"
    _ = try await it.draft(plan)
    let head = try #require(try await it.store.auditHead()).sequence
    let view = try await it.store.emergencyView(of: it.amina, reason: "ambulance rang", by: it.jo)
    #expect(view.record?.versionNumber == 1 && !"\(view)".contains("SECRETDRAFT"))
    let events = try await it.store.auditEvents(limit: 5).filter { $0.sequence > head }
    #expect(events.map(\.action) == [.view] && events.first?.purpose == "crisis plan: ambulance rang")
    #expect(try await it.store.crisisFile(of: it.amina).draft?.plan[.headline] == "SECRETDRAFT")
  }

  @Test("R-CR-11: the person revokes at once, without a reason, and the history stays") func revoking() async throws {
    let it = try await CrisisScene()
    let plan = try await it.confirmed()
    let unsaid = await it.refusal {
      _ = try await it.gwen.store.revokeCrisisPlan(of: it.amina, byPerson: false, reason: " ", by: it.gwen.by)
    }
    #expect(unsaid?.kind == .badData, "anybody else says why")
    let unsigned = await it.refusal {
      _ = try await it.store.revokeCrisisPlan(of: it.amina, byPerson: false, reason: "not right", by: it.jo)
    }
    #expect(unsigned?.kind == .refused)
    let revoked = try await it.store.revokeCrisisPlan(of: it.amina, byPerson: true, reason: "", by: it.jo)
    #expect(revoked.storedStatus == .revoked && revoked.statusReason == nil)
    let view = try await it.store.emergencyView(of: it.amina, reason: "test", by: it.jo)
    #expect(view.record == nil && view.revokedAt == it.jo.at)
    let file = try await it.store.crisisFile(of: it.amina)
    #expect(file.versions.map(\.status) == [.revoked] && file.versions.first?.digest == plan.digest)
    #expect(try await it.store.crisisVersion(of: it.amina, number: 1)?.plan == plan.plan)
    let twice = await it.refusal {
      _ = try await it.store.revokeCrisisPlan(of: it.amina, byPerson: true, reason: "", by: it.jo)
    }
    #expect(twice?.kind == .conflict)
  }

  @Test("two people who approve at once: the second is told who was first, and nothing is signed twice")
  func twoAtOnce()
    async throws
  {
    let it = try await CrisisScene()
    let draft = try await it.draft()
    async let first = it.refusal {
      _ = try await it.gwen.store.approveCrisisPlan(draft.id, of: it.amina, basedOn: draft.rowVersion, by: it.gwen.by)
    }
    async let second = it.refusal {
      _ = try await it.maud.store.approveCrisisPlan(draft.id, of: it.amina, basedOn: draft.rowVersion, by: it.maud.by)
    }
    let told = [await first, await second].compactMap { $0 }
    #expect(told.count == 1 && told.first?.kind == .conflict)
    #expect(told.first?.reason.contains("approved version 1 at 09:42") == true, "\(told)")
    let file = try await it.store.crisisFile(of: it.amina)
    #expect(file.versions.count == 1 && file.signOffs.count == 2)
  }

  @Test("D-VER-1: of two who write one draft the second gets both texts, and they are never joined") func conflict()
    async throws
  {
    let it = try await CrisisScene()
    let draft = try await it.draft()
    var (mine, theirs) = (draft.plan, draft.plan)
    (mine[.wishes], theirs[.avoid]) = ("To see the sea", "Noise")
    _ = try await it.gwen.store.saveCrisisDraft(theirs, of: it.amina, basedOn: draft.rowVersion, by: it.gwen.by)
    do {
      _ = try await it.store.saveCrisisDraft(mine, of: it.amina, basedOn: draft.rowVersion, by: it.jo)
      Issue.record("a draft was written over")
    } catch {
      guard case .conflict(let stands) = error else {
        Issue.record(error)
        return
      }
      #expect(stands.plan[.avoid] == "Noise" && stands.plan[.wishes] == nil && stands.updatedBy == "Gwen")
    }
    let stale = await it.refusal {
      _ = try await it.maud.store.approveCrisisPlan(draft.id, of: it.amina, basedOn: draft.rowVersion, by: it.maud.by)
    }
    #expect(stale?.kind == .conflict, "nobody approves what they have not seen")
  }

  @Test("I-7: a signed version, a sign-off and an answer are changed by nobody, and are never deleted") func immutable()
    async throws
  {
    let it = try await CrisisScene()
    _ = try await it.confirmed()
    for statement in [
      "UPDATE crisis_plan_version SET snapshot = 'x'", "UPDATE crisis_plan_signoff SET name = 'x'",
      "UPDATE key_safe_code SET sealed = NULL", "DELETE FROM crisis_plan_version", "DELETE FROM crisis_plan_signoff",
      "DELETE FROM crisis_plan",
    ] {
      if statement.contains("key_safe") {
        try await it.store.setKeySafeCode("1234", of: it.amina, by: it.jo)
      }
      let problem = await it.refusal {
        try await it.store.writing("No.", it.jo) { change in
          try change.connection.run(statement, [])
          try change.audit(.update, "test", purpose: "test")
        }
      }
      #expect(problem != nil, "\(statement)")
    }
  }

  @Test("a draft that nobody goes on with is marked with the reason and stays") func voiding() async throws {
    let it = try await CrisisScene()
    let draft = try await it.draft()
    let gone = try await it.store.voidCrisisPlan(
      draft.id, of: it.amina, basedOn: draft.rowVersion, reason: "wrong person", by: it.jo)
    #expect(gone.storedStatus == .enteredInError && gone.plan == draft.plan)
    #expect(try await it.store.crisisFile(of: it.amina).draft == nil)
    let late = await it.refusal {
      _ = try await it.gwen.store.approveCrisisPlan(draft.id, of: it.amina, basedOn: draft.rowVersion, by: it.gwen.by)
    }
    #expect(late?.kind == .conflict)
  }
}
