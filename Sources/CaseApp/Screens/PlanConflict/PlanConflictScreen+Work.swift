import CaseModel
import CaseStore

extension PlanConflictScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .load(let patient, let hold): return await load(patient, hold, world)
    case .keep(let conflict, let texts, let leaving):
      do throws(Problem) {
        try await keep(conflict, texts, world)
        return .kept(texts, leaving: leaving)
      } catch {
        return .keepFailed(error, leaving: leaving)
      }
    case .publish(let draft, let reason):
      return await save(draft, world) { world throws(PlanSaveFailure) in
        try await world.store.publish(
          draft.plan, of: draft.patient, basedOn: draft.base.rowVersion, reason: reason, joins: true, by: world.writing)
      }
    case .share(let draft):
      return await save(draft, world) { world throws(PlanSaveFailure) in
        try await world.store.saveDraftPlan(
          draft.plan, of: draft.patient, basedOn: draft.base.rowVersion, joins: true, by: world.writing)
      }
    case .edit(let draft):
      do throws(Problem) {
        try await world.store.keepDraft(draft.stored(at: world.now()), of: world.actor.id)
        return .readyToEdit
      } catch {
        return .saveFailed(error)
      }
    }
  }

  private static func load(_ patient: ID<Patient>, _ hold: DraftHold?, _ world: World) async -> Event {
    do throws(Problem) {
      // The opening was recorded when the editor opened.
      let person = try await world.store.peek(patient)
      let staff = try await world.store.staff(activeOn: nil)
      let draft = try await world.store.draft(for: patient, of: world.actor.id, number: hold?.number ?? 1)
      return .loaded(Start(person: person, staff: staff, texts: draft?.rawTexts ?? [:]))
    } catch {
      return .loadFailed(error)
    }
  }

  /// Adds the decisions to the draft that the editor kept; makes one where it could not.
  private static func keep(_ conflict: PlanConflict, _ texts: [String: String], _ world: World) async throws(Problem) {
    let number = conflict.hold?.number ?? 1
    var draft =
      try await world.store.draft(for: conflict.patient, of: world.actor.id, number: number)
      ?? PlanDraft(
        patient: conflict.patient, plan: conflict.yours, baseRowVersion: nil, baseVersionNumber: conflict.wasVersion,
        basePlan: conflict.was, startedAt: conflict.yoursStarted, keptAt: world.now())
    let mark = "/merge\(conflict.theirs.rowVersion)"
    draft.rawTexts = draft.rawTexts.filter { !$0.key.hasSuffix(mark) }.merging(texts) { _, new in new }
    draft.keptAt = world.now()
    draft.number = number
    try await world.store.keepDraft(draft, of: world.actor.id)
  }

  private static func save(
    _ draft: PlanEditorDraft, _ world: World, _ act: (World) async throws(PlanSaveFailure) -> CarePlanRecord
  ) async -> Event {
    let record: CarePlanRecord
    do throws(PlanSaveFailure) {
      record = try await act(world)
    } catch {
      switch error {
      case .conflict(let theirs): return .conflicted(theirs)
      case .problem(let problem): return .saveFailed(problem)
      }
    }
    do throws(Problem) {
      try await world.store.discardDraft(for: draft.patient, of: world.actor.id, number: draft.hold?.number ?? 1)
      return .saved(record, nil)
    } catch {
      let problem = Problem(
        "The plan was saved, but its draft was not removed.", because: error.reason,
        try: "Open the drafts and discard it there.", kind: error.kind)
      return .saved(record, problem)
    }
  }
}
