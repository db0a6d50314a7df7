import CaseModel
import CaseTesting
import Testing

@testable import CaseStore

/// Crisis plans in the walk.
extension Walk {
  private static let shown = "a worklist is no opening of a record; it shows whom the reader's post or work reaches"
  private static let mine = "one's own text in one's own file: it is recorded when it becomes the team's draft"
  private static let practice = "F99001"

  static let crisis: [Walk] = crisisReading + crisisWriting + crisisUsing + crisisOwn

  private static let crisisReading: [Walk] = [
    Walk(call: "crisisFile(of:)", rows: [.view], isAboutSomebody: true) {
      _ = try await $0.store.crisisFile(of: $0.amina)
    },
    Walk(call: "crisisVersion(of:number:)", rows: [.view], isAboutSomebody: true) {
      _ = try await $0.store.crisisVersion(of: $0.amina, number: 1)
    },
    Walk(call: "emergencyView(of:reason:by:)", rows: [.view], isAboutSomebody: true) {
      _ = try await $0.store.emergencyView(of: $0.amina, reason: "ambulance rang", by: $0.by)
    },
    Walk(
      call: "peekEmergencyView(of:on:)", silence: "reading again what is open already, and has its row"
    ) { _ = try await $0.store.peekEmergencyView(of: $0.amina, on: $0.by.at.day) },
    Walk(call: "interimPlans(on:)", silence: shown) { _ = try await $0.store.interimPlans(on: $0.by.at.day) },
    Walk(call: "crisisDraftsWaiting(on:)", silence: shown) {
      _ = try await $0.store.crisisDraftsWaiting(on: $0.by.at.day)
    },
    Walk(call: "crisisCopiesToRecall(on:)", silence: shown) {
      _ = try await $0.store.crisisCopiesToRecall(on: $0.by.at.day)
    },
    Walk(call: "crisisReviewsDue(on:)", silence: shown) { _ = try await $0.store.crisisReviewsDue(on: $0.by.at.day) },
  ]

  private static let crisisWriting: [Walk] = [
    Walk(call: "saveCrisisDraft(_:of:basedOn:by:)", rows: [.create], isAboutSomebody: true) {
      _ = try await $0.store.saveCrisisDraft(.begun, of: $0.amina, basedOn: nil, by: $0.by)
    },
    Walk(
      call: "voidCrisisPlan(_:of:basedOn:reason:by:)", rows: [.void], isAboutSomebody: true,
      before: { try await $0.draftCrisisPlan() },
      make: {
        let draft = try await $0.standingCrisisPlan()
        _ = try await $0.store.voidCrisisPlan(
          draft.id, of: $0.amina, basedOn: draft.rowVersion, reason: "wrong person", by: $0.by)
      }),
    Walk(
      call: "approveCrisisPlan(_:of:basedOn:answers:by:)", who: .gp, at: practice, rows: [.sign], isAboutSomebody: true,
      before: { try await $0.draftCrisisPlan() },
      make: {
        let draft = try await $0.standingCrisisPlan()
        _ = try await $0.store.approveCrisisPlan(draft.id, of: $0.amina, basedOn: draft.rowVersion, by: $0.by)
      }),
    Walk(
      call: "confirmCrisisPlan(_:of:basedOn:answers:by:)", who: .gp, at: practice, rows: [.sign], isAboutSomebody: true,
      before: { try await $0.draftCrisisPlan() },
      make: {
        let draft = try await $0.standingCrisisPlan()
        _ = try await $0.store.confirmCrisisPlan(draft.id, of: $0.amina, basedOn: draft.rowVersion, by: $0.by)
      }),
    Walk(
      call: "renewCrisisPlan(_:of:basedOn:discussedOn:note:by:)", who: .gp, at: practice, rows: [.sign],
      isAboutSomebody: true, before: { try await $0.draftCrisisPlan(isApproved: true) },
      make: {
        let plan = try await $0.standingCrisisPlan()
        _ = try await $0.store.renewCrisisPlan(
          plan.id, of: $0.amina, basedOn: plan.rowVersion, discussedOn: nil, note: "still away", by: $0.by)
      }),
    Walk(
      call: "reviewCrisisPlan(_:of:basedOn:next:note:by:)", who: .gp, at: practice, rows: [.sign],
      isAboutSomebody: true, before: { try await $0.draftCrisisPlan(isApproved: true) },
      make: {
        let plan = try await $0.standingCrisisPlan()
        _ = try await $0.store.reviewCrisisPlan(
          plan.id, of: $0.amina, basedOn: plan.rowVersion, next: nil, note: "still right", by: $0.by)
      }),
    Walk(
      call: "revokeCrisisPlan(of:byPerson:reason:by:)", rows: [.void], isAboutSomebody: true,
      before: { try await $0.draftCrisisPlan(isApproved: true) },
      make: { _ = try await $0.store.revokeCrisisPlan(of: $0.amina, byPerson: true, reason: "", by: $0.by) }),
  ]

  private static let crisisUsing: [Walk] = [
    Walk(call: "recordCrisisUse(_:of:by:)", rows: [.create], isAboutSomebody: true) {
      let use = CrisisUse(on: $0.by.at.day, whoUsed: "Ambulance", followed: .yes, outcome: .stayedHome)
      try await $0.store.recordCrisisUse(use, of: $0.amina, by: $0.by)
    },
    Walk(
      call: "giveCrisisCopy(of:place:isForHome:by:)", rows: [.print], isAboutSomebody: true,
      before: { try await $0.draftCrisisPlan(isApproved: true) },
      make: { _ = try await $0.store.giveCrisisCopy(of: $0.amina, place: "Fridge", isForHome: true, by: $0.by) }),
    Walk(
      call: "recallCrisisCopy(_:of:_:by:)", rows: [.update], isAboutSomebody: true,
      before: {
        try await $0.draftCrisisPlan(isApproved: true)
        _ = try await $0.base.store.giveCrisisCopy(of: $0.amina, place: "Fridge", isForHome: true, by: $0.jo)
      }, make: { try await $0.store.recallCrisisCopy(1, of: $0.amina, .destroyed, by: $0.by) }),
    Walk(call: "setKeySafeCode(_:of:by:)", rows: [.create], isAboutSomebody: true) {
      try await $0.store.setKeySafeCode("1234", of: $0.amina, by: $0.by)
    },
    Walk(
      call: "revealKeySafeCode(of:reason:by:)", rows: [.view], isAboutSomebody: true,
      before: { try await $0.base.store.setKeySafeCode("1234", of: $0.amina, by: $0.jo) },
      make: { _ = try await $0.store.revealKeySafeCode(of: $0.amina, reason: "visit", by: $0.by) }),
  ]

  private static let crisisOwn: [Walk] = [
    Walk(call: "keepCrisisDraft(_:of:)", silence: mine, stranger: .colleague) {
      try await $0.store.keepCrisisDraft($0.crisisDraft, of: $0.jo.actor.id)
    },
    Walk(call: "holdCrisisDraft(_:for:of:)", silence: mine, stranger: .colleague) {
      _ = try await $0.store.holdCrisisDraft(.newest, for: $0.amina, of: $0.jo.actor.id)
    },
    Walk(call: "crisisDraft(for:of:number:)", silence: mine, stranger: .colleague) {
      _ = try await $0.store.crisisDraft(for: $0.amina, of: $0.jo.actor.id)
    },
    Walk(call: "crisisDrafts(of:)", silence: mine, stranger: .colleague) {
      _ = try await $0.store.crisisDrafts(of: $0.jo.actor.id)
    },
    Walk(
      call: "isBeingWritten(_:by:)", silence: mine,
      stranger: .nobody("it says no to everybody but its owner: see `WalkTests`")
    ) { _ = $0.store.isBeingWritten($0.crisisDraft, by: $0.jo.actor.id) },
    Walk(call: "discardCrisisDraft(for:of:number:)", silence: mine, stranger: .colleague) {
      try await $0.store.discardCrisisDraft(for: $0.amina, of: $0.jo.actor.id)
    },
  ]
}

extension Walk.Scene {
  var crisisDraft: CrisisDraft {
    CrisisDraft(
      patient: amina, answers: ["headline": "Typed"], baseRowVersion: nil, baseVersionNumber: 0, startedAt: jo.at,
      keptAt: jo.at)
  }

  /// A draft of Jo's, completed and, where it is wanted, approved by a GP of the person's practice.
  func draftCrisisPlan(isApproved: Bool = false) async throws {
    let gp = try await base.person("Clin", .gp, at: "F99001")
    let first = try await base.store.saveCrisisDraft(.begun, of: amina, basedOn: nil, by: jo)
    let plan = CrisisSamples.complete(owner: "Jo Francis", review: jo.at.day + 90, agreed: jo.at.day - 3)
    let draft = try await gp.store.saveCrisisDraft(plan, of: amina, basedOn: first.rowVersion, by: gp.by)
    guard isApproved else { return }
    _ = try await gp.store.approveCrisisPlan(draft.id, of: amina, basedOn: draft.rowVersion, by: gp.by)
  }

  /// The draft, or what is in force, without an opening.
  func standingCrisisPlan() async throws -> CrisisPlanRecord {
    let found = try await base.store.reading("No.") { [amina] connection in
      try CrisisReading.draft(of: amina, connection) ?? CrisisReading.current(of: amina, connection)
    }
    return try #require(found)
  }
}
