import CaseModel
import CaseStore

extension PlanReviewScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .open(let id, let choice):
      return await content(id, choice, world) { world throws(Problem) in
        try await world.store.person(id, by: world.writing, purpose: "plan review")
      }
    case .reload(let id):
      return await content(id, nil, world) { world throws(Problem) in try await world.store.peek(id) }
    case .record(var review, let id, let hold):
      review.id = ID(world.newID())
      do throws(Problem) {
        try await world.store.record(review, of: id, by: world.writing)
      } catch {
        return .recordFailed(error)
      }
      return .recorded(review, await removeDraft(id, hold, world))
    case .keep(let draft, let leaving):
      var draft = draft
      let now = world.now()
      draft.keptAt = now
      do throws(Problem) {
        let hold =
          if let held = draft.hold { held } else {
            try await world.store.holdReviewDraft(.newest, for: draft.patient, of: world.actor.id)
          }
        draft.hold = hold
        var stored = ReviewDraft(
          patient: draft.patient, planVersion: draft.planVersion, answers: draft.answers, startedAt: draft.startedAt,
          keptAt: now)
        stored.number = hold.number
        try await world.store.keepReviewDraft(stored, of: world.actor.id)
        return .draftKept(draft, leaving: leaving)
      } catch {
        return .draftFailed(error, leaving: leaving)
      }
    case .discard(let id, let hold, let leaving):
      do throws(Problem) {
        // Without a hold nothing was kept.
        if let hold { try await world.store.discardReviewDraft(for: id, of: world.actor.id, number: hold.number) }
        return .draftDiscarded(leaving: leaving)
      } catch {
        return .draftFailed(error, leaving: leaving)
      }
    case .nothing: return nil
    }
  }

  private static func removeDraft(_ id: ID<Patient>, _ hold: DraftHold?, _ world: World) async -> Problem? {
    do throws(Problem) {
      if let hold { try await world.store.discardReviewDraft(for: id, of: world.actor.id, number: hold.number) }
      return nil
    } catch {
      return Problem(
        "The review is recorded, but its draft was not removed.", because: error.reason,
        try: "Open the drafts and discard it there.", kind: error.kind)
    }
  }

  private static func content(
    _ id: ID<Patient>, _ choice: DraftChoice?, _ world: World, person: (World) async throws(Problem) -> PersonRecord
  ) async -> Event {
    do throws(Problem) {
      // Whoever may not record a review answers no questions in vain.
      if choice != nil,
        let refusal = try await world.store.refusal(of: .recordReview, doing: "No review was begun."),
        try await !world.store.reviewDrafts(of: world.actor.id).contains(where: { $0.patient == id })
      {
        return .failed(refusal)
      }
      let person = try await person(world)
      var hold: DraftHold?
      var kept: ReviewDraft?
      // Later readings are of the plan alone: the form is in the reader's hands by then.
      if let choice, !world.isReadOnly {
        hold = try await self.hold(choice, id, world)
        kept = try await world.store.reviewDraft(for: id, of: world.actor.id, number: hold?.number ?? 1)
      }
      return .loaded(
        Content(
          person: person, plan: try await world.store.carePlan(of: id),
          draft: kept.map {
            Draft(
              patient: id, planVersion: $0.planVersion, answers: $0.answers, startedAt: $0.startedAt, keptAt: $0.keptAt)
          }, hold: hold))
    } catch {
      return .failed(error)
    }
  }

  /// Nil where the folder of drafts cannot be used: then keeping tries again and says so.
  private static func hold(
    _ choice: DraftChoice, _ id: ID<Patient>, _ world: World
  ) async throws(Problem) -> DraftHold? {
    do throws(Problem) {
      return try await world.store.holdReviewDraft(choice, for: id, of: world.actor.id)
    } catch  where error.kind == .unavailable {
      return nil
    }
  }
}
