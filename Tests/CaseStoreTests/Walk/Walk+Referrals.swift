import CaseModel
import CaseStore
import Testing

/// Referrals, visits and advice, social care work and safeguarding.
extension Walk {
  static let referrals: [Walk] = [
    Walk(
      call: "referrals(closed:limit:)",
      silence: "a list is no opening of a record; it shows whom the reader's work reaches"
    ) { _ = try await $0.store.referrals() },
    Walk(
      call: "referrals(of:)", silence: "part of the record that is open, which has its row"
    ) { _ = try await $0.store.referrals(of: $0.amina) },
    Walk(
      call: "responseStandards()", silence: "settings, without anybody in them",
      stranger: .nobody("everybody may read them")
    ) { _ = try await $0.store.responseStandards() },
    Walk(call: "record(_:of:by:)", rows: [.create], isAboutSomebody: true) {
      _ = try await $0.store.record($0.referral, of: $0.amina, by: $0.by)
    },
    Walk(
      call: "respond(to:of:_:by:)", rows: [.update], isAboutSomebody: true, before: { _ = try await $0.refer() },
      make: {
        let answer = ResponseRequest(kind: .seen, at: $0.by.at)
        try await $0.store.respond(to: try await $0.referralID, of: $0.amina, answer, by: $0.by)
      }),
    Walk(
      call: "close(_:of:_:by:)", rows: [.update], isAboutSomebody: true, before: { _ = try await $0.refer() },
      make: {
        let closing = ClosingRequest(outcome: .notNeeded)
        try await $0.store.close(try await $0.referralID, of: $0.amina, closing, by: $0.by)
      }),
    Walk(
      call: "voidReferral(_:of:reason:by:)", rows: [.void], isAboutSomebody: true,
      before: { _ = try await $0.refer() },
      make: { try await $0.store.voidReferral(try await $0.referralID, of: $0.amina, reason: "Twice", by: $0.by) }),
    Walk(
      call: "voidResponse(_:to:of:reason:by:)", rows: [.void], isAboutSomebody: true,
      before: {
        let answer = ResponseRequest(kind: .seen, at: $0.jo.at)
        try await $0.base.store.respond(to: try await $0.refer(), of: $0.amina, answer, by: $0.jo)
      },
      make: {
        let id = try await $0.referralID
        let answer = try #require(try await $0.base.store.referrals(of: $0.amina).first?.responses.first)
        try await $0.store.voidResponse(answer.id, to: id, of: $0.amina, reason: "Not hers", by: $0.by)
      }),
    Walk(call: "avoidedEvents(of:)", silence: "part of the record that is open, which has its row") {
      _ = try await $0.store.avoidedEvents(of: $0.amina)
    },
    Walk(
      call: "claimAvoided(_:of:citing:by:)", who: .socialWorkManager, rows: [.create], isAboutSomebody: true,
      stranger: .role(.careNavigator), before: { _ = try await $0.refer() },
      make: {
        _ = try await $0.store.claimAvoided($0.claim, of: $0.amina, citing: try await $0.referralID, by: $0.by)
      }),
    Walk(
      call: "counterSign(avoided:of:by:)", who: .socialWorkManager, rows: [.sign], isAboutSomebody: true,
      stranger: .role(.careNavigator), before: { try await $0.avoid() },
      make: { try await $0.store.counterSign(avoided: try await $0.avoidedID, of: $0.amina, by: $0.by) }),
    Walk(
      call: "voidAvoided(_:of:reason:by:)", who: .socialWorkManager, rows: [.void], isAboutSomebody: true,
      stranger: .role(.careNavigator), before: { try await $0.avoid() },
      make: { try await $0.store.voidAvoided(try await $0.avoidedID, of: $0.amina, reason: "Twice", by: $0.by) }),
    Walk(call: "responseClock()", silence: "a worklist is no opening of a record") {
      _ = try await $0.store.responseClock()
    },
  ]
}

extension Walk.Scene {
  var referral: ReferralRequest {
    ReferralRequest(
      kind: .hospitalSocialWork, place: .ed, fromName: "Sister Lowe", fromOrganisation: "Barts Health",
      team: "Hospital social work", sbar: .init(situation: "Fell at home", recommendation: "Can she go home today?"),
      receivedAt: jo.at)
  }

  func refer() async throws -> Referral.ID { try await base.store.record(referral, of: amina, by: jo) }

  /// Of the one that is there.
  var referralID: Referral.ID {
    get async throws { try #require(try await base.store.referrals(of: amina).first).id }
  }

  var claim: AvoidedClaim {
    AvoidedClaim(
      kind: .admission, at: jo.at, service: "Hospital social work", basis: .socialDischargeFromED,
      confidence: .probable,
      evidence: "The registrar had asked for a bed")
  }

  func avoid() async throws {
    let (store, by) = try await base.person("Judge", .socialWorkManager)
    _ = try await store.claimAvoided(claim, of: amina, citing: try await refer(), by: by)
  }

  var avoidedID: String {
    get async throws { try #require(try await base.store.avoidedEvents(of: amina).first).id }
  }
}
