import CaseModel
import CaseTesting
import Testing

@testable import CaseStore

/// A person of a practice in the South West, the navigator who drafts, and those who approve and confirm.
struct CrisisScene {
  let base: AccessScene
  var amina: ID<Patient> { base.amina }
  /// Jo Francis, care navigator.
  var store: CaseStore { base.store }
  var jo: Writing { base.by }
  /// A GP of Amina's own practice.
  let gwen: (store: CaseStore, by: Writing)
  /// A community matron.
  let maud: (store: CaseStore, by: Writing)
  /// A consultant.
  let carl: (store: CaseStore, by: Writing)

  init() async throws {
    base = try await AccessScene()
    gwen = try await base.person("Gwen", .gp, at: "F99001")
    maud = try await base.person("Maud", .communityMatron, locality: "sw")
    carl = try await base.person("Carl", .consultant, locality: "sw")
    for role in [maud, carl] {
      try await store.give(role: "other", to: role.by.actor.id, for: amina, by: base.by)
    }
  }

  var complete: CrisisPlan {
    CrisisSamples.complete(owner: "Jo Francis", review: jo.at.day + 90, agreed: jo.at.day - 3)
  }

  func at(_ days: Int, _ person: (store: CaseStore, by: Writing)) -> (store: CaseStore, by: Writing) {
    var writing = person.by
    writing.at = writing.at + days * 86_400
    return (person.store.signedIn { [writing] in writing }, writing)
  }

  /// Jo begins it, and Gwen writes the clinical sections.
  func draft(_ plan: CrisisPlan? = nil, days: Int = 0) async throws -> CrisisPlanRecord {
    let (jo, gwen) = (at(days, (store, jo)), at(days, gwen))
    let plan = plan ?? CrisisSamples.minimum
    var begun = try await store.crisisFile(of: amina).current?.plan ?? CrisisPlan.begun
    for field in plan.filled where !field.isClinical { begun[field] = plan[field] }
    let first = try await jo.store.saveCrisisDraft(begun, of: amina, basedOn: nil, by: jo.by)
    return try await gwen.store.saveCrisisDraft(plan, of: amina, basedOn: first.rowVersion, by: gwen.by)
  }

  func interim(_ plan: CrisisPlan? = nil, days: Int = 0) async throws -> CrisisPlanRecord {
    let draft = try await draft(plan, days: days)
    let gwen = at(days, gwen)
    return try await gwen.store.approveCrisisPlan(draft.id, of: amina, basedOn: draft.rowVersion, by: gwen.by)
  }

  func confirmed() async throws -> CrisisPlanRecord {
    let draft = try await draft(complete)
    return try await gwen.store.confirmCrisisPlan(draft.id, of: amina, basedOn: draft.rowVersion, by: gwen.by)
  }

  /// How an act is refused; a conflict as its own word.
  func refusal(_ body: () async throws -> Void) async -> Problem? {
    do {
      try await body()
      return nil
    } catch CrisisSaveFailure.problem(let problem) {
      return problem
    } catch CrisisSaveFailure.conflict(let theirs) {
      return Problem("conflict", because: theirs.updatedBy, try: "", kind: .conflict)
    } catch CrisisSaveFailure.unanswered(let warnings) {
      return Problem(
        "unanswered", because: warnings.map(\.rawValue).joined(separator: " "), try: "", kind: .badData)
    } catch {
      return error as? Problem
    }
  }
}
