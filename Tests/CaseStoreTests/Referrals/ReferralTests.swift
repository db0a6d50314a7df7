import CaseModel
import Testing

@testable import CaseStore

@Suite("Referrals, their clocks and what they avoided") struct ReferralTests {
  static func request(
    _ kind: ReferralKind = .hospitalSocialWork, at moment: Moment, team: String = "Hospital social work",
    owner: ID<StaffMember>? = nil, from: ID<StaffMember>? = nil
  ) -> ReferralRequest {
    ReferralRequest(
      kind: kind, place: .ed, fromStaff: from, fromName: "Sister Lowe", fromOrganisation: "Barts Health", team: team,
      owner: owner, sbar: .init(situation: "Fell at home", recommendation: "Can she go home today?"), receivedAt: moment
    )
  }

  static func claim(_ kind: AvoidedKind = .admission, at moment: Moment) -> AvoidedClaim {
    AvoidedClaim(
      kind: kind, at: moment, service: "Hospital social work", basis: .socialDischargeFromED, confidence: .probable,
      evidence: "The registrar had asked for a bed")
  }

  private func with(_ by: Writing, at moment: Moment) -> Writing {
    var later = by
    later.at = moment
    return later
  }

  @Test("R-RF-01: a referral keeps the standard that held when it was received, with both its clocks") func both()
    async throws
  {
    let scene = try await AccessScene()
    let by = scene.by
    let received = by.at + -40 * 60
    let id = try await scene.store.record(Self.request(at: received), of: scene.amina, by: by)
    try await scene.store.setSetting("sw.response_minutes", to: "30", reason: "A trial", by: by)
    try await scene.store.respond(to: id, of: scene.amina, .init(kind: .phone, at: by.at), by: by)
    let kept = try #require(try await scene.store.referrals(of: scene.amina).first)
    #expect(kept.standard.minutes == 60 && kept.clock.elapsed(at: by.at) == 40)
    #expect(kept.standing(at: by.at) == .met(after: 40), "\(kept.standing(at: by.at))")
    let next = try await scene.store.record(Self.request(at: received), of: scene.amina, by: by)
    let all = try await scene.store.referrals(of: scene.amina)
    #expect(all.first { $0.id == next }?.standing(at: by.at) == .unanswered(over: 10))
  }

  @Test("R-RF-02: no answer is a breach, also of one that is closed without") func noAnswer() async throws {
    let scene = try await AccessScene()
    let (store, by) = (scene.store, scene.by)
    let id = try await store.record(Self.request(at: by.at), of: scene.amina, by: by)
    let waiting = try #require(try await store.referrals().first)
    #expect(waiting.standing(at: by.at) == .running(left: 60))
    let later = with(by, at: by.at + 2 * 86_400)
    #expect(waiting.standing(at: later.at).isBreach)
    try await store.close(id, of: scene.amina, .init(outcome: .notNeeded), by: with(by, at: by.at + 60))
    let closed = try #require(try await store.referrals(closed: true).first)
    #expect(
      closed.standing(at: by.at + 120) == .unanswered(over: 0) && closed.standingWords(at: by.at) == "BREACH, no answer"
    )
  }

  @Test("An answer that is void runs the clock again; one before the referral or in the future is refused")
  func answers() async throws {
    let scene = try await AccessScene()
    let (store, by) = (scene.store, scene.by)
    let id = try await store.record(Self.request(at: by.at + -3600), of: scene.amina, by: by)
    for at in [by.at + -3660, by.at + 60] {
      let problem = await scene.denied {
        try await store.respond(to: id, of: scene.amina, .init(kind: .seen, at: at), by: by)
      }
      #expect(problem?.kind == .badData)
    }
    try await store.respond(to: id, of: scene.amina, .init(kind: .seen, at: by.at + -60), by: by)
    let answer = try #require(try await store.referrals(of: scene.amina).first?.firstResponse)
    try await store.voidResponse(answer.id, to: id, of: scene.amina, reason: "Another patient", by: by)
    let after = try #require(try await store.referrals(of: scene.amina).first)
    #expect(after.firstResponse == nil && after.responses.map(\.voidReason) == ["Another patient"])
    try await store.close(id, of: scene.amina, .init(outcome: .admitted), by: by)
    #expect(
      await scene.denied { try await store.close(id, of: scene.amina, .init(outcome: .admitted), by: by) }?.kind
        == .conflict)
  }

  @Test("4.6: it is wanted in full: who refers, for whom, to which team, situation and recommendation, and no future")
  func whole() async throws {
    let scene = try await AccessScene()
    var wrong = Self.request(at: scene.by.at + 60)
    wrong.fromName = " "
    wrong.team = String(repeating: "x", count: 36)
    wrong.sbar.situation = ""
    wrong.sbar.recommendation = "\n"
    wrong.sbar.background = String(repeating: "x", count: 501)
    #expect(
      Set(wrong.complaints(now: scene.by.at).map(\.field)) == [
        .from, .team, .situation, .recommendation, .background, .received,
      ])
    let problem = await scene.denied { _ = try await scene.store.record(wrong, of: scene.amina, by: scene.by) }
    #expect(problem?.kind == .badData)
  }

  @Test("8.2: a referral that is open opens the record to its service, its team and its owner, and to nobody else")
  func opens() async throws {
    let scene = try await AccessScene()
    let (hospital, sue) = try await scene.person("Sue", .hospitalSocialWorker, at: "R9901")
    let (geriatrician, _) = try await scene.person("Gerry", .geriatrician, at: "R9901")
    let (owner, olga) = try await scene.person("Olga", .socialWorker)
    #expect(await scene.denied { _ = try await hospital.peek(scene.amina) } != nil)
    let id = try await scene.store.record(
      Self.request(at: scene.by.at, owner: olga.actor.id), of: scene.amina, by: scene.by)
    for store in [hospital, owner] {
      _ = try await store.peek(scene.amina)
      #expect(try await store.referrals().map(\.id) == [id])
      #expect(try await store.responseClock().map(\.target) == [.referral(id.text)])
    }
    #expect(try await scene.list(hospital, sue) == ["Amina"], "also on their list of people")
    #expect(await scene.denied { _ = try await geriatrician.peek(scene.amina) } != nil)
    #expect(try await geriatrician.referrals() == [])
    try await hospital.close(id, of: scene.amina, .init(outcome: .notNeeded), by: sue)
    _ = try await hospital.peek(scene.amina)
    let next = with(sue, at: sue.at + 86_400)
    let later = hospital.signedIn { next }
    #expect(
      await scene.denied { _ = try await later.peek(scene.amina) } != nil, "a day after it is closed it closes again")
    #expect(try await scene.list(hospital, sue) == [], "and leaves the list at once")
  }

  @Test("8.2: who records a referral of somebody they do not look after is looked at, unless a colleague referred them")
  func selfMade() async throws {
    let scene = try await AccessScene()
    let (hospital, sue) = try await scene.person("Sue", .hospitalSocialWorker, at: "R9901")
    _ = try await hospital.record(
      Self.request(at: sue.at, from: scene.by.actor.id), of: scene.amina, by: sue)
    #expect(try await scene.store.privacyAlerts().isEmpty)
    _ = try await hospital.record(Self.request(at: sue.at), of: scene.brian, by: sue)
    #expect(try await scene.store.privacyAlerts().map(\.kind) == [.selfClaimed])
    let events = try await scene.store.auditEvents(limit: 5)
    #expect(events.contains { $0.object.hasPrefix("referral ") && $0.relationship == .referralOpen })
  }

  @Test("R-OM-01: one event a person and kind in 24 hours: a second claim is refused, and says whose the first is")
  func once() async throws {
    let scene = try await AccessScene()
    let (first, ruth) = try await scene.person("Ruth", .socialWorkManager)
    let (second, gwen) = try await scene.person("Gwen", .socialWorkManager)
    let id = try await scene.store.record(Self.request(at: ruth.at), of: scene.amina, by: scene.by)
    _ = try await first.claimAvoided(Self.claim(at: ruth.at), of: scene.amina, citing: id, by: ruth)
    let later = with(gwen, at: gwen.at + 86_400)
    for at in [ruth.at, ruth.at + 86_399] {
      let problem = await scene.denied {
        _ = try await second.claimAvoided(Self.claim(at: at), of: scene.amina, citing: id, by: later)
      }
      #expect(problem?.kind == .conflict && problem?.reason.contains("Ruth") == true, "\(String(describing: problem))")
    }
    _ = try await second.claimAvoided(Self.claim(.aAndE, at: ruth.at), of: scene.amina, citing: id, by: later)
    _ = try await second.claimAvoided(Self.claim(at: ruth.at + 86_400), of: scene.amina, citing: id, by: later)
    #expect(try await first.avoidedEvents(of: scene.amina).count == 3)
  }

  @Test("R-OM-01: of two services that claim at once one is refused") func atOnce() async throws {
    let scene = try await AccessScene()
    let id = try await scene.store.record(Self.request(at: scene.by.at), of: scene.amina, by: scene.by)
    let one = try await scene.person("Ruth", .socialWorkManager)
    let two = try await scene.person("Gwen", .socialWorkManager)
    let kinds = await withTaskGroup(of: Problem.Kind?.self) { group in
      for (store, by) in [one, two] {
        group.addTask {
          await scene.denied {
            _ = try await store.claimAvoided(Self.claim(at: by.at), of: scene.amina, citing: id, by: by)
          }?.kind
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(kinds.filter { $0 == nil }.count == 1 && kinds.contains(.conflict))
  }

  @Test("R-OM-02, -04: a claim cites its evidence, and a value its price list and year; nobody signs their own")
  func evidence() async throws {
    let scene = try await AccessScene()
    let (store, ruth) = try await scene.person("Ruth", .socialWorkManager)
    let id = try await scene.store.record(Self.request(at: ruth.at), of: scene.amina, by: scene.by)
    var bare = Self.claim(at: ruth.at)
    bare.evidence = ""
    var priced = Self.claim(at: ruth.at)
    priced.value = .init(pence: 173_900, source: "", year: "2015/16")
    for claim in [bare, priced, Self.claim(at: ruth.at + 60)] {
      let problem = await scene.denied {
        _ = try await store.claimAvoided(claim, of: scene.amina, citing: id, by: ruth)
      }
      #expect(problem?.kind == .badData)
    }
    let uncited = await scene.denied {
      _ = try await store.claimAvoided(Self.claim(at: ruth.at), of: scene.amina, citing: nil, by: ruth)
    }
    #expect(uncited?.kind == .badData)
    let closing = ClosingRequest(outcome: .admissionAvoided, claim: Self.claim(at: ruth.at))
    // Who may not judge closes nothing half.
    #expect(
      await scene.denied { try await scene.store.close(id, of: scene.amina, closing, by: scene.by) }?.kind == .refused)
    #expect(try await scene.store.referrals(of: scene.amina).first?.isOpen == true)
    try await store.close(id, of: scene.amina, closing, by: ruth)
    let event = try #require(try await store.avoidedEvents(of: scene.amina).first)
    #expect(event.referral == id && event.confidence == .probable)
    #expect(
      await scene.denied { try await store.counterSign(avoided: event.id, of: scene.amina, by: ruth) }?.kind == .refused
    )
    let (other, gwen) = try await scene.person("Gwen", .socialWorkManager)
    try await other.counterSign(avoided: event.id, of: scene.amina, by: gwen)
    #expect(
      await scene.denied { try await other.voidReferral(id, of: scene.amina, reason: "No", by: gwen) }?.kind
        == .conflict)
  }
}
