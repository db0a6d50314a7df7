import CaseModel
@testable import CaseStore
import Testing

/// Referrals, visits and advice, social care work and safeguarding.
extension Walk {
  static let referrals: [Walk] = [
    Walk(
      call: "referrals(closed:limit:)",
      silence: "a list is no opening of a record; it shows whom the reader's work reaches"
    ) { _ = try await $0.store.referrals() },
    Walk(
      call: "referrals(of:)", rows: [.view], isAboutSomebody: true
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
        let answer: ID<ReferralResponse> = try await $0.known("referral_response")
        try await $0.store.voidResponse(answer.text, to: id, of: $0.amina, reason: "Not hers", by: $0.by)
      }),
    Walk(call: "avoidedEvents(of:)", rows: [.view], isAboutSomebody: true) {
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

  /// The one row of a table, read past everybody.
  func known<Kind>(_ table: String) async throws -> ID<Kind> {
    ID(
      try #require(
        try await base.store.reading("No.") { try $0.first("SELECT id FROM \(table)", []) { try $0.text() } }))
  }

  func refer() async throws -> Referral.ID { try await base.store.record(referral, of: amina, by: jo) }

  /// Of the one that is there.
  var referralID: Referral.ID {
    get async throws { try await known("referral") }
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
    get async throws { (try await known("avoided_event") as ID<AvoidedEvent>).text }
  }
}

extension Walk {
  static let visits: [Walk] = [
    Walk(call: "careEntries(of:)", rows: [.view], isAboutSomebody: true) {
      _ = try await $0.store.careEntries(of: $0.amina)
    },
    Walk(call: "record(_:of:by:)", rows: [.create], isAboutSomebody: true) {
      _ = try await $0.store.record($0.visit, of: $0.amina, by: $0.by)
    },
    Walk(
      call: "followUp(_:of:outcome:by:)", rows: [.update], isAboutSomebody: true,
      before: { _ = try await $0.base.store.record($0.visit, of: $0.amina, by: $0.jo) },
      make: { try await $0.store.followUp(try await $0.entryID, of: $0.amina, outcome: "Better", by: $0.by) }),
    Walk(
      call: "voidEntry(_:of:reason:by:)", rows: [.void], isAboutSomebody: true,
      before: { _ = try await $0.base.store.record($0.visit, of: $0.amina, by: $0.jo) },
      make: { try await $0.store.voidEntry(try await $0.entryID, of: $0.amina, reason: "Not hers", by: $0.by) }),
    Walk(call: "followUps(ownOnly:)", silence: "a worklist is no opening of a record") {
      _ = try await $0.store.followUps()
    },
    Walk(call: "askMeeting(_:about:entry:by:)", rows: [.create], isAboutSomebody: true) {
      _ = try await $0.store.askMeeting("Can she stay at home?", about: $0.amina, by: $0.by)
    },
    Walk(
      call: "withdrawQuestion(_:about:reason:by:)", rows: [.update], isAboutSomebody: true,
      before: { _ = try await $0.base.store.askMeeting("Can she stay at home?", about: $0.amina, by: $0.jo) },
      make: {
        let question = try #require(try await $0.base.store.meetingQuestions().first)
        try await $0.store.withdrawQuestion(question.id, about: $0.amina, reason: "Answered", by: $0.by)
      }),
    Walk(call: "meetingQuestions()", silence: "a worklist is no opening of a record") {
      _ = try await $0.store.meetingQuestions()
    },
  ]

  static let socialCare: [Walk] = [
    Walk(call: "socialCare(of:)", rows: [.view], isAboutSomebody: true) {
      _ = try await $0.store.socialCare(of: $0.amina)
    },
    Walk(call: "record(_:of:by:)", rows: [.create], isAboutSomebody: true) {
      _ = try await $0.store.record($0.work, of: $0.amina, by: $0.by)
    },
    Walk(
      call: "moveSocialCare(_:of:to:detail:basedOn:by:)", rows: [.update], isAboutSomebody: true,
      before: { _ = try await $0.base.store.record($0.work, of: $0.amina, by: $0.jo) },
      make: {
        let item: ID<SocialCareItem> = try await $0.known("social_care_record")
        try await $0.store.moveSocialCare(
          item.text, of: $0.amina, to: .accepted, basedOn: 1, by: $0.by)
      }),
    Walk(
      call: "voidSocialCare(_:of:reason:by:)", rows: [.void], isAboutSomebody: true,
      before: { _ = try await $0.base.store.record($0.work, of: $0.amina, by: $0.jo) },
      make: {
        let item: ID<SocialCareItem> = try await $0.known("social_care_record")
        try await $0.store.voidSocialCare(item.text, of: $0.amina, reason: "Twice", by: $0.by)
      }),
    Walk(call: "carers()", silence: "a worklist is no opening of a record") { _ = try await $0.store.carers() },
    Walk(call: "safeguarding(of:by:)", rows: [.view], isAboutSomebody: true) {
      _ = try await $0.store.safeguarding(of: $0.amina, by: $0.by)
    },
    Walk(call: "peekSafeguarding(of:)", silence: "the sheet that is open, which has its row") {
      _ = try await $0.store.peekSafeguarding(of: $0.amina)
    },
    Walk(call: "raiseSafeguarding(_:of:by:)", rows: [.create], isAboutSomebody: true) {
      _ = try await $0.store.raiseSafeguarding($0.concern, of: $0.amina, by: $0.by)
    },
    Walk(
      call: "name(_:onConcern:of:isLead:by:)", rows: [.update], isAboutSomebody: true, stranger: .role(.careNavigator),
      before: { try await $0.raise() },
      make: {
        try await $0.store.name(
          $0.jo.actor.id, onConcern: try await $0.concernID, of: $0.amina, isLead: true, by: $0.by)
      }),
    Walk(
      call: "decideSafeguarding(_:on:of:by:)", rows: [.update], isAboutSomebody: true, stranger: .role(.careNavigator),
      before: { try await $0.raise() },
      make: {
        try await $0.store.decideSafeguarding(.section42, on: try await $0.concernID, of: $0.amina, by: $0.by)
      }),
    Walk(
      call: "closeSafeguarding(_:of:outcome:by:)", rows: [.update], isAboutSomebody: true,
      stranger: .role(.careNavigator),
      before: {
        try await $0.raise()
        try await $0.base.store.decideSafeguarding(.section42, on: try await $0.concernID, of: $0.amina, by: $0.jo)
      },
      make: {
        try await $0.store.closeSafeguarding(try await $0.concernID, of: $0.amina, outcome: "Safe", by: $0.by)
      }),
  ]
}

extension Walk.Scene {
  var visit: CareEntryRequest {
    CareEntryRequest(
      kind: .jointVisit, at: jo.at, people: [.init(name: "P. Lowe")], found: "In bed at noon", follows: "Ring the GP",
      followUpOn: jo.at.day + 7, followUpOwner: jo.actor.id)
  }

  var entryID: CareEntry.ID {
    get async throws { try await known("care_entry") }
  }

  var work: SocialCareRequest {
    SocialCareRequest(kind: .needsAssessment, requestedOn: jo.at.day, owner: jo.actor.id)
  }

  var concern: SafeguardingRequest {
    SafeguardingRequest(
      danger: .nobody, raisedOn: jo.at.day, category: .neglect, concern: "No food in the house",
      tests: .init(needsSupport: .yes, atRisk: .yes, cannotProtect: .unclear), personAware: true)
  }

  func raise() async throws { _ = try await base.store.raiseSafeguarding(concern, of: amina, by: jo) }

  var concernID: String {
    get async throws { try #require(try await base.store.peekSafeguarding(of: amina).concerns.first).id }
  }
}
