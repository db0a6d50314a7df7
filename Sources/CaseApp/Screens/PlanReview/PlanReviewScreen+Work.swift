import CaseModel
import CaseStore

extension PlanReviewScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .open(let id):
      return await content(id, world) { world throws(Problem) in
        try await world.store.person(id, by: world.writing, purpose: "plan review")
      }
    case .reload(let id):
      return await content(id, world) { world throws(Problem) in try await world.store.peek(id) }
    case .record(var review, let id):
      review.id = ID(world.newID())
      do throws(Problem) {
        try await world.store.record(review, of: id, by: world.writing)
      } catch {
        return .recordFailed(error)
      }
      return .recorded(review, await removeDraft(id, world))
    case .keep(let draft, let leaving):
      var draft = draft
      let now = world.now()
      draft.keptAt = now
      do throws(Problem) {
        try await world.store.keepReviewDraft(
          ReviewDraft(
            patient: draft.patient, planVersion: draft.planVersion, answers: draft.answers,
            startedAt: draft.startedAt, keptAt: now), of: world.actor.id)
        return .draftKept(draft, leaving: leaving)
      } catch {
        return .draftFailed(error, leaving: leaving)
      }
    case .discard(let id, let leaving):
      do throws(Problem) {
        try await world.store.discardReviewDraft(for: id, of: world.actor.id)
        return .draftDiscarded(leaving: leaving)
      } catch {
        return .draftFailed(error, leaving: leaving)
      }
    case .nothing: return nil
    }
  }

  private static func removeDraft(_ id: ID<Patient>, _ world: World) async -> Problem? {
    do throws(Problem) {
      try await world.store.discardReviewDraft(for: id, of: world.actor.id)
      return nil
    } catch {
      return Problem(
        "The review is recorded, but its draft was not removed.", because: error.reason,
        try: "Open the drafts and discard it there.", kind: error.kind)
    }
  }

  private static func content(
    _ id: ID<Patient>, _ world: World, person: (World) async throws(Problem) -> PersonRecord
  ) async -> Event {
    do throws(Problem) {
      let person = try await person(world)
      let kept = try await world.store.reviewDraft(for: id, of: world.actor.id)
      return .loaded(
        Content(
          person: person, plan: try await world.store.carePlan(of: id),
          draft: kept.map {
            Draft(
              patient: id, planVersion: $0.planVersion, answers: $0.answers, startedAt: $0.startedAt, keptAt: $0.keptAt)
          }))
    } catch {
      return .failed(error)
    }
  }
}
