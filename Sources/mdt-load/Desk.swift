import CaseModel
import CaseStore
import CaseTesting

/// One program at work in a store, as somebody's session is.
struct Desk {
  let store: CaseStore
  let actor: Actor
  private let clockOffset: Int

  init(_ options: Options) async throws {
    (store, actor, clockOffset) = try await Desk.open(options.store)
  }

  /// A store with this account's person at it.
  static func open(_ path: String) async throws -> (CaseStore, Actor, Int) {
    let store = try CaseStore.open(at: path)
    let actor = try await store.actor(account: Machine.account(), workstation: "load")
    let offset = try await store.practiceClockOffset()
    return (
      store.signedIn { Writing(actor: actor, at: Machine.now() + offset, newID: Machine.newID) }, actor, offset
    )
  }

  var writing: Writing {
    Writing(actor: actor, at: Machine.now() + clockOffset, newID: Machine.newID)
  }

  /// Everybody on the list, by name.
  func people() async throws -> [CaseloadRow] {
    var found = [CaseloadRow]()
    var page = PageRequest<CaseloadPosition>.first
    while true {
      let rows = try await store.caseload(query(.name), page: page, limit: 500)
      found += rows
      guard rows.count == 500, let last = rows.last else { return found }
      page = .after(last.position)
    }
  }

  func query(_ key: CaseloadOrder) -> CaseloadQuery {
    CaseloadQuery(sort: CaseloadSort(key), today: writing.at.day, reader: actor.id)
  }

  /// A plan to begin with: whole, or of a few words.
  func freshPlan(for name: PersonName, small: Bool) -> CarePlan {
    let today = writing.at.day
    guard !small else { return CarePlan(newID: Machine.newID) }
    return ScenePlans.whole(
      for: name, reviewOwner: actor.id, nextReview: today + 90, agreedOn: today, variant: 1, newID: Machine.newID)
  }

  /// Saves as the editor does: an active plan by its next signed version, any other as the draft that partners see.
  func save(
    _ plan: CarePlan, of patient: ID<Patient>, over record: CarePlanRecord?, reason: String, joins: Bool = false
  ) async throws(PlanSaveFailure) -> CarePlanRecord {
    guard let record, record.status.isInForce else {
      return try await store.saveDraftPlan(
        plan, of: patient, basedOn: record?.rowVersion, joins: joins, by: writing)
    }
    var plan = plan
    // A plan is not signed with a review in the past, and some of a scene's are overdue.
    if let head = plan.single(.plan) { plan.set(.nextReview, of: head.id, to: (writing.at.day + 90).iso) }
    return try await store.publish(
      plan, of: patient, basedOn: record.rowVersion, reason: reason, joins: joins, by: writing)
  }
}
