import CaseModel
import Foundation
import Testing

@testable import CaseStore

@Suite("Drafts") struct DraftTests {
  private func draft(_ scene: PlanTests.Scene, at: Moment = Place.start) -> PlanDraft {
    PlanDraft(
      patient: scene.rahela, plan: scene.plan, baseRowVersion: 3, baseVersionNumber: 2, basePlan: nil,
      startedAt: Place.start, keptAt: at)
  }

  @Test("a draft is kept with the version it started from, offered to its writer only, and discarded") func kept()
    async throws
  {
    let scene = try await PlanTests.Scene()
    let me = scene.by.actor.id
    #expect(try await scene.store.drafts(of: me).isEmpty)
    let first = draft(scene)
    try await scene.store.keepDraft(first, of: me)
    let second = draft(scene, at: Place.start + 2)
    try await scene.store.keepDraft(second, of: me)
    let again = try await CaseStore.opened(scene.place.path)
    #expect(try await again.drafts(of: me) == [second])
    #expect(try await again.draft(for: scene.rahela, of: me) == second)
    await #expect(throws: Problem.self) { try await again.drafts(of: ID("somebody-else")) }
    try await again.discardDraft(for: scene.rahela, of: me)
    try await again.discardDraft(for: scene.rahela, of: me)
    #expect(try await again.drafts(of: me).isEmpty)
  }

  @Test("a review in the making is kept beside a plan's draft of the same person, and neither hides the other")
  func reviews() async throws {
    let scene = try await PlanTests.Scene()
    let me = scene.by.actor.id
    let plan = draft(scene)
    try await scene.store.keepDraft(plan, of: me)
    let review = ReviewDraft(
      patient: scene.rahela, planVersion: 2, answers: ["working": "Stairs\nand more"], startedAt: Place.start,
      keptAt: Place.start + 1)
    try await scene.store.keepReviewDraft(review, of: me)
    let again = try await CaseStore.opened(scene.place.path)
    #expect(try await again.reviewDrafts(of: me) == [review])
    #expect(try await again.reviewDraft(for: scene.rahela, of: me) == review)
    #expect(try await again.drafts(of: me) == [plan])
    #expect(await again.doctor()["drafts.readable"]?.severity == .inOrder)
    try await again.discardReviewDraft(for: scene.rahela, of: me)
    #expect(try await again.reviewDrafts(of: me).isEmpty)
    #expect(try await again.drafts(of: me).count == 1)
  }

  @Test("files are their owner's alone, named by identifiers, with nothing half written beside them", .ofAFile)
  func files()
    async throws
  {
    let scene = try await PlanTests.Scene()
    try await scene.store.keepDraft(draft(scene), of: scene.by.actor.id)
    let folder = scene.place.path + ".drafts"
    let names = try FileManager.default.contentsOfDirectory(atPath: folder)
    #expect(names == ["\(scene.by.actor.id)_\(scene.rahela).json"])
    for path in [folder, folder + "/" + names[0]] {
      let attributes = try FileManager.default.attributesOfItem(atPath: path)
      #expect((attributes[.posixPermissions] as? Int).map { $0 & 0o077 } == 0)
    }
  }

  @Test("a spoiled draft file hides no other and is named by the doctor", .ofAFile) func spoiled() async throws {
    let scene = try await PlanTests.Scene()
    let me = scene.by.actor.id
    try await scene.store.keepDraft(draft(scene), of: me)
    let folder = scene.place.path + ".drafts"
    try Data("{".utf8).write(to: URL(fileURLWithPath: "\(folder)/\(me)_other.json"))
    #expect(try await scene.store.drafts(of: me).count == 1)
    #expect(await scene.store.doctor()["drafts.readable"]?.severity == .warning)
    await #expect(throws: Problem.self) { try await scene.store.draft(for: ID("other"), of: me) }
  }

  @Test("an identifier cannot name another folder", arguments: ["../x", "", "a/b", "a b"])
  func outside(_ id: String) async throws {
    let scene = try await PlanTests.Scene()
    await #expect(throws: Problem.self) { try await scene.store.draft(for: scene.rahela, of: ID(id)) }
    await #expect(throws: Problem.self) { try await scene.store.discardDraft(for: ID(id), of: scene.by.actor.id) }
  }

  @Test("a folder of drafts that is a link is not followed", .ofAFile) func link() async throws {
    let scene = try await PlanTests.Scene()
    try FileManager.default.createSymbolicLink(
      atPath: scene.place.path + ".drafts", withDestinationPath: NSTemporaryDirectory())
    await #expect(throws: Problem.self) { try await scene.store.keepDraft(draft(scene), of: scene.by.actor.id) }
  }
}

@Suite("Drafts of two sessions") struct DraftHoldTests {
  @Test("two sessions of one person hold two drafts of one plan, and what is let go is free again") func holds()
    async throws
  {
    let scene = try await PlanTests.Scene()
    let me = scene.by.actor.id
    let other = try await CaseStore.opened(scene.place.path)
    var first: DraftHold? = try await scene.store.holdDraft(.newest, for: scene.rahela, of: me)
    let second = try await other.holdDraft(.newest, for: scene.rahela, of: me)
    #expect(first?.number == 1 && first?.hasCompany == false)
    #expect(second.number == 2 && second.hasCompany)
    let review = try await other.holdReviewDraft(.newest, for: scene.rahela, of: me)
    #expect(review.number == 1 && !review.hasCompany)
    await #expect(throws: Problem.self) { try await other.holdDraft(.number(1), for: scene.rahela, of: me) }
    first = nil
    #expect(try await other.holdDraft(.number(1), for: scene.rahela, of: me).number == 1)
  }

  @Test("a second draft is a file of its own, and the newest that nobody writes is gone on with") func files()
    async throws
  {
    let scene = try await PlanTests.Scene()
    let me = scene.by.actor.id
    var one = PlanDraft(
      patient: scene.rahela, plan: scene.plan, baseRowVersion: 3, baseVersionNumber: 2, basePlan: nil,
      startedAt: Place.start, keptAt: Place.start)
    try await scene.store.keepDraft(one, of: me)
    one.number = 2
    one.keptAt = Place.start + 5
    try await scene.store.keepDraft(one, of: me)
    #expect(try await scene.store.drafts(of: me).map(\.number) == [2, 1])
    #expect(try await scene.store.draft(for: scene.rahela, of: me, number: 2) == one)
    let hold = try await scene.store.holdDraft(.newest, for: scene.rahela, of: me)
    #expect(hold.number == 2)
    #expect(scene.store.isBeingWritten(one, by: me))
    #expect(try await scene.store.holdDraft(.newest, for: scene.rahela, of: me).number == 1)
    try await scene.store.discardDraft(for: scene.rahela, of: me, number: 2)
    #expect(try await scene.store.drafts(of: me).map(\.number) == [1])
    #expect(await scene.store.doctor()["drafts.readable"]?.severity == .inOrder)
  }
}
