import CaseModel
import Testing

@testable import CaseStore

/// What somebody decided, and what becomes of it.
extension Walk {
  private static let list = "a list is no opening of a record; it shows whom the reader's post or work reaches"
  private static let withdraws: @Sendable (Scene) async throws -> Void = {
    _ = try await $0.base.store.saveDraftPlan($0.plan, of: $0.amina, basedOn: nil, by: $0.jo)
    try await $0.base.store.record(
      ConsentStatement(subject: .enrolment, decision: .withdrawn, basis: .explicitVerbal, at: $0.jo.at.day),
      of: $0.amina, by: $0.jo)
  }

  static let consentWork: [Walk] = [
    Walk(call: "consent(of:by:)", rows: [.view], isAboutSomebody: true) {
      _ = try await $0.store.consent(of: $0.amina, by: $0.by)
    },
    Walk(call: "peekConsent(of:)", silence: "reads again what is open, and that has its row") {
      _ = try await $0.store.peekConsent(of: $0.amina)
    },
    Walk(call: "consentSheet(of:isFile:by:)", rows: [.print], isAboutSomebody: true) {
      _ = try await $0.store.consentSheet(of: $0.amina, isFile: false, by: $0.by)
    },
    Walk(
      call: "voidConsent(_:of:reason:by:)", rows: [.void], isAboutSomebody: true,
      before: {
        try await $0.base.store.record(
          ConsentStatement(subject: .contactCarer, decision: .given, basis: .explicitVerbal, at: $0.jo.at.day),
          of: $0.amina, by: $0.jo)
      },
      make: {
        let statement = try #require(try await $0.base.store.peekConsent(of: $0.amina).standing(.contactCarer))
        try await $0.store.voidConsent(statement.id, of: $0.amina, reason: "Another Amina", by: $0.by)
      }),
    Walk(
      call: "endObjection(_:of:reason:by:)", rows: [.consentChange], isAboutSomebody: true,
      before: {
        try await $0.base.store.object($0.amina, to: .organisation("R9901"), reason: "A cousin works there", by: $0.jo)
      },
      make: {
        let objection = try #require(try await $0.base.store.peekConsent(of: $0.amina).restrictions.first)
        try await $0.store.endObjection(objection.id, of: $0.amina, reason: "The cousin has left", by: $0.by)
      }),
    Walk(call: "overrideSharing(of:_:reason:by:)", rows: [.consentChange], isAboutSomebody: true) {
      let request = OverrideRequest(
        ground: .safeguarding, decidedByName: "Dr Ince", decidedByRole: "Caldicott guardian", staff: $0.jo.actor.id,
        days: 2)
      _ = try await $0.store.overrideSharing(
        of: $0.amina, request, reason: "Her neighbour is a danger to her", by: $0.by)
    },
    Walk(
      call: "consentTasks(decided:)", silence: list, before: withdraws,
      make: {
        _ = try await $0.store.consentTasks()
      }),
    // By no relationship: the record is closed by then, and what is left is the task of whoever decides.
    Walk(
      call: "decideTask(_:_:transferTo:reason:by:)", rows: [.update], before: withdraws,
      make: {
        let task = try #require(try await $0.base.store.consentTasks().first)
        try await $0.store.decideTask(task.id, .stop, reason: "She does not want it", by: $0.by)
      }),
    Walk(call: "bestInterestsReviews(dueBy:)", silence: list) {
      _ = try await $0.store.bestInterestsReviews(dueBy: $0.by.at.day + 182)
    },
  ]
}
