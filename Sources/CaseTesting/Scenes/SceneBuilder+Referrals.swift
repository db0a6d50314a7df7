import CaseModel
import CaseStore

/// Referrals at every stage of their clocks, visits, advice, social care work and a safeguarding concern, for people who
/// are in the scene already.
extension SceneBuilder {
  func addReferrals() async throws {
    let people = try await somebody(9)
    guard people.count == 9 else { return }
    try await open(people)
    try await closed(people)
    try await visits(people)
    try await socialWork(people)
  }

  /// Rahela Begum and Winston Clarke first, then by name those who have a plan.
  private func somebody(_ count: Int) async throws -> [CaseloadRow] {
    let query = CaseloadQuery(sort: CaseloadSort(.name), today: sceneTime.day, reader: actor.id)
    let all = try await store.caseload(query, page: .first, limit: 1000)
    let first = ["9990123012", "9990202206"].compactMap { digits in all.first { $0.nhsNumber?.digits == digits } }
    let rest = all.filter { row in row.planStatus == .active && !first.contains { $0.id == row.id } }
    return Array((first + rest).prefix(count))
  }

  /// A colleague at their desk at a moment.
  private func member(_ role: StaffRole, _ name: String? = nil, at moment: Moment) async throws -> Writing {
    var by = writing(at: moment)
    let staff = try await store.staff(activeOn: sceneTime.day)
    if let one = staff.first(where: { $0.role == role && (name == nil || $0.name.hasSuffix(name ?? "")) }) {
      by.actor = Actor(staff: one, workstation: "scene")
    }
    return by
  }

  private func london(_ days: Int, _ hour: Int, _ minute: Int) -> Moment {
    Moment.inLondon(sceneTime.day + days, hour: hour, minute: minute).first ?? sceneTime
  }

  private func refer(
    _ row: CaseloadRow, _ kind: ReferralKind, at received: Moment, _ place: ReferralPlace, team: String,
    from: (name: String, organisation: String) = ("Sister M. Obi", "Barts Health"), _ situation: String, asks: String,
    background: String? = nil
  ) async throws -> Referral.ID {
    let request = ReferralRequest(
      kind: kind, place: place, fromStaff: actor.id, fromName: from.name, fromOrganisation: from.organisation,
      team: team, sbar: .init(situation: situation, background: background, recommendation: asks), receivedAt: received)
    return try await store.record(request, of: row.id, by: writing(at: max(received + 180, london(-1, 9, 0))))
  }

  private func open(_ people: [CaseloadRow]) async throws {
    let hospital = "Hospital social work"
    _ = try await refer(
      people[0], .hospitalSocialWork, at: london(0, 9, 5), .ed, team: hospital,
      "Breathless since the morning, better after a nebuliser. Daughter cannot stay tonight.",
      asks: "Can she go home today with care from this evening?", background: "COPD. Lives alone, first floor, no lift."
    )
    let second = try await refer(
      people[1], .rapidResponse, at: london(0, 8, 10), .community, team: "Rapid response",
      from: ("Dr R. Khan", "Harford Health Centre"), "Fell in the kitchen at six, no head injury, afraid to stand.",
      asks: "See him at home this morning.")
    try await store.respond(
      to: second, of: people[1].id,
      .init(kind: .phone, at: london(0, 8, 40), by: "Ana Brito, rapid response", note: "Nurse there by 09:30"),
      by: writing(at: london(0, 8, 50)))
    _ = try await refer(
      people[2], .hospitalSocialWork, at: london(-1, 19, 30), .aau, team: hospital,
      "Medically fit since the evening. Package of care was stopped on admission.",
      asks: "Restart the package for today.")
    _ = try await refer(
      people[3], .communityGeriatrician, at: london(-1, 16, 0), .gp, team: "Community geriatrics",
      from: ("Dr I. Sefton", "Brayford Square Surgery"), "Third fall in a month, blood pressure drops on standing.",
      asks: "Joint visit, or advice on the tablets.")
    _ = try await refer(
      people[4], .hospitalSocialWork, at: london(0, 9, 36), .cdu, team: hospital,
      "Husband, who cares for her, was admitted last night.", asks: "Who is with her at home?")
  }

  private func closed(_ people: [CaseloadRow]) async throws {
    let id = try await refer(
      people[5], .hospitalSocialWork, at: london(-6, 14, 0), .ed, team: "Hospital social work",
      "Confused and dehydrated, no bed wanted by the doctors if there is care.", asks: "Care from tonight.")
    let worker = try await member(.hospitalSocialWorker, at: london(-6, 14, 35))
    try await store.respond(to: id, of: people[5].id, .init(kind: .seen, at: london(-6, 14, 30)), by: worker)
    let claim = AvoidedClaim(
      kind: .admission, at: london(-6, 17, 0), service: "Hospital social work", basis: .socialDischargeFromED,
      confidence: .probable, evidence: "The registrar had asked for a bed at 13:40")
    try await store.close(
      id, of: people[5].id,
      .init(outcome: .dischargedWithSupport, note: "Home at 17:00, two calls a day for a week", claim: claim),
      by: try await member(.hospitalSocialWorker, at: london(-6, 17, 5)))
    let missed = try await refer(
      people[6], .hospitalSocialWork, at: london(-4, 10, 0), .ward, team: "Hospital social work",
      "Asked for on the ward round.", asks: "Assess before the weekend.")
    try await store.close(
      missed, of: people[6].id, .init(outcome: .alreadyAdmitted), by: writing(at: london(-3, 11, 0)))
  }

  private func visits(_ people: [CaseloadRow]) async throws {
    let nurse = try await member(.districtNurse, at: london(-13, 15, 0))
    _ = try await store.record(
      CareEntryRequest(
        kind: .jointVisit, at: london(-13, 14, 0), people: [.init(name: "Tolu Adeyemi", role: "social worker")],
        found: "Sleeps in the chair since the second week of December. Inhaler technique poor, tablets in a cup.",
        follows: "Can she have a hospital bed downstairs?"), of: people[0].id, by: writing(at: london(-13, 17, 0)))
    let geriatrician = try await member(.geriatrician, at: london(0, 9, 30))
    // Referred to the geriatrician, and advised on at once.
    _ = try await store.record(
      CareEntryRequest(
        kind: .advice, medium: .phone, at: london(0, 9, 20), to: "Dr I. Sefton",
        found: "Stop the evening doxazosin, stand for three minutes before walking, bring the stick.",
        follows: "Measure lying and standing on Thursday"), of: people[3].id, by: geriatrician)
    for (index, days) in [(0, 2), (7, 0), (8, -1)] {
      _ = try await store.record(
        CareEntryRequest(
          kind: .wardFlag, medium: .phone, at: london(-4, 16, 0),
          found: "Delirium on ward 13F, settled before going home.",
          follows: "See at home and look at the tablets", followUpOn: sceneTime.day + days,
          followUpOwner: geriatrician.actor.id), of: people[index].id, by: writing(at: london(-4, 16, 20)))
    }
    _ = try await store.record(
      CareEntryRequest(
        kind: .socialCareAdvice, medium: .email, at: london(-3, 10, 0), to: nurse.actor.staff.name,
        found: "A direct payment can pay the neighbour, not a partner who lives there."), of: people[1].id,
      by: writing(at: london(-3, 10, 10)))
  }

  private func socialWork(_ people: [CaseloadRow]) async throws {
    let worker = try await member(.socialWorker, "Adeyemi", at: london(-20, 10, 0))
    _ = try await store.record(
      SocialCareRequest(
        kind: .needsAssessment, requestedOn: sceneTime.day - 20, targetOn: sceneTime.day - 2, owner: worker.actor.id),
      of: people[1].id, by: writing(at: london(-20, 10, 0)))
    let carer = try await store.carePlan(of: people[0].id)?.plan.items(.personalContact).first {
      $0.flag(.isUnpaidCarer) == true
    }
    if let carer {
      _ = try await store.record(
        SocialCareRequest(
          kind: .carerAssessment, requestedOn: sceneTime.day - 12, targetOn: sceneTime.day + 9, owner: worker.actor.id,
          carer: carer.id), of: people[0].id, by: writing(at: london(-12, 10, 0)))
    }
    // Raised by a colleague, so that who opens the scene sees the marker and no more.
    let raiser = try await member(.socialWorkManager, at: london(-9, 15, 0))
    _ = try await store.raiseSafeguarding(
      SafeguardingRequest(
        danger: .nobody, raisedOn: sceneTime.day - 9, category: .financial,
        concern: "A neighbour has the bank card and does not say what it is for.",
        tests: .init(needsSupport: .yes, atRisk: .yes, cannotProtect: .unclear), personAware: true,
        personWishes: "To have the card back, and no police."), of: people[1].id, by: raiser)
  }
}
