import CaseModel
import CaseStore

/// Fills a scene's store through the same doors as everybody else: imports, plans, assignments.
struct SceneBuilder {
  let store: CaseStore
  let actor: Actor
  let ids: CountedIDs

  init(store: CaseStore, account: String, ids: CountedIDs) async throws {
    self.store = store
    self.ids = ids
    actor = try await store.actor(account: account, workstation: "scene")
  }

  func writing(at moment: Moment) -> Writing { Writing(actor: actor, at: moment, newID: { [ids] in ids.next() }) }

  func importBorough() async throws {}
  func addTwoPeople() async throws {}
  func addBusyTuesday() async throws {}
}
