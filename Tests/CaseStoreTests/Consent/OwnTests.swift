import CaseModel
import Testing

@testable import CaseStore

@Suite("What is one's own") struct OwnTests {
  @Test("Nobody undoes, redoes, reads or changes what is another's: changes, views, notes") func undo() async throws {
    let scene = try await PlanTests.Scene()
    _ = try await scene.store.hire("Tola Adeyemi", account: "tadeyemi", role: .careNavigator, by: scene.by)
    let tola = try await scene.store.writing(as: "tadeyemi")
    let hers = scene.store.signedIn { tola }
    let view = CaseloadView(id: "v1", number: nil, name: "Mine", filter: "risk>60", sort: .init(.risk), isOwn: true)
    try await scene.store.saveView(view, by: scene.by)
    #expect(try await scene.store.undoable() != nil)
    #expect(try await scene.store.views().count == 1)
    #expect(try await hers.undoable() == nil)
    #expect(try await hers.views().isEmpty)
    #expect(try await hers.notes().isEmpty)
    for call: () async throws -> Void in [
      { _ = try await hers.undo(by: scene.by) }, { _ = try await hers.redo(by: scene.by) },
      { try await hers.saveView(view, by: scene.by) }, { try await hers.removeView("v1", by: scene.by) },
    ] {
      await #expect { try await call() } throws: { ($0 as? Problem)?.kind == .refused }
    }
    #expect(try await scene.store.views().count == 1)
  }

  @Test("Another person's drafts are not listed, opened, held, written over or discarded") func drafts() async throws {
    let scene = try await PlanTests.Scene()
    _ = try await scene.store.hire("Tola Adeyemi", account: "tadeyemi", role: .careNavigator, by: scene.by)
    let tola = try await scene.store.writing(as: "tadeyemi")
    let hers = scene.store.signedIn { tola }
    let me = scene.by.actor.id
    let draft = scene.draft
    let review = ReviewDraft(
      patient: scene.rahela, planVersion: 1, answers: ["working": "x"], startedAt: Place.start, keptAt: Place.start)
    try await scene.store.keepDraft(draft, of: me)
    try await scene.store.keepReviewDraft(review, of: me)
    for call: () async throws -> Void in [
      { _ = try await hers.drafts(of: me) }, { _ = try await hers.draft(for: scene.rahela, of: me) },
      { _ = try await hers.holdDraft(.newest, for: scene.rahela, of: me) },
      { try await hers.keepDraft(draft, of: me) }, { try await hers.discardDraft(for: scene.rahela, of: me) },
      { _ = try await hers.reviewDrafts(of: me) }, { _ = try await hers.reviewDraft(for: scene.rahela, of: me) },
      { _ = try await hers.holdReviewDraft(.newest, for: scene.rahela, of: me) },
      { try await hers.keepReviewDraft(review, of: me) },
      { try await hers.discardReviewDraft(for: scene.rahela, of: me) },
    ] {
      await #expect { try await call() } throws: { ($0 as? Problem)?.kind == .refused }
    }
    #expect(!hers.isBeingWritten(draft, by: me))
    #expect(try await scene.store.drafts(of: me).count == 1)
    #expect(try await scene.store.reviewDrafts(of: me).count == 1)
    #expect(try await hers.drafts(of: tola.actor.id).isEmpty)
    // Nor by a program at which nobody has signed in.
    let store = try CaseStore.open(at: scene.place.path)
    await #expect { _ = try await store.drafts(of: me) } throws: { ($0 as? Problem)?.kind == .refused }
  }
}
