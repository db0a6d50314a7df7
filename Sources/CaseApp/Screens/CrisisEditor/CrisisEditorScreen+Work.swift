import CaseModel
import CaseStore

extension CrisisEditorScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .open(let id, let choice): return await open(id, choice, world)
    case .save(let plan, let id, let basedOn, let hold):
      do throws(CrisisSaveFailure) {
        let saved = try await world.store.saveCrisisDraft(plan, of: id, basedOn: basedOn, by: world.writing)
        return .saved(saved, await removeDraft(id, hold, world))
      } catch {
        switch error {
        case .conflict(let theirs): return .conflicted(theirs)
        case .problem(let problem): return .saveFailed(problem)
        case .unanswered: return nil
        }
      }
    case .keep(let draft, let leaving): return await keep(draft, leaving, world)
    case .discard(let id, let hold, let leaving):
      do throws(Problem) {
        // Without a hold nothing was kept.
        if let hold { try await world.store.discardCrisisDraft(for: id, of: world.actor.id, number: hold.number) }
        return .draftDiscarded(leaving: leaving)
      } catch {
        return .draftFailed(error, leaving: leaving)
      }
    case .nothing: return nil
    }
  }

  private static func open(_ id: ID<Patient>, _ choice: DraftChoice, _ world: World) async -> Event {
    do throws(Problem) {
      let file = try await world.store.crisisFile(of: id)
      var (hold, kept): (DraftHold?, CrisisDraft?)
      if !world.isReadOnly {
        hold = try await self.hold(choice, id, world)
        kept = try await world.store.crisisDraft(for: id, of: world.actor.id, number: hold?.number ?? 1)
      }
      let draft = kept.map {
        Draft(
          patient: id, answers: $0.answers, baseRowVersion: $0.baseRowVersion, baseVersionNumber: $0.baseVersionNumber,
          startedAt: $0.startedAt, keptAt: $0.keptAt)
      }
      return .loaded(Content(file: file, draft: draft, hold: hold))
    } catch {
      return .failed(error)
    }
  }

  private static func keep(_ draft: Draft, _ leaving: Bool, _ world: World) async -> Event {
    var draft = draft
    let now = world.now()
    draft.keptAt = now
    do throws(Problem) {
      let hold =
        if let held = draft.hold { held } else {
          try await world.store.holdCrisisDraft(.newest, for: draft.patient, of: world.actor.id)
        }
      draft.hold = hold
      var stored = CrisisDraft(
        patient: draft.patient, answers: draft.answers, baseRowVersion: draft.baseRowVersion,
        baseVersionNumber: draft.baseVersionNumber, startedAt: draft.startedAt, keptAt: now)
      stored.number = hold.number
      try await world.store.keepCrisisDraft(stored, of: world.actor.id)
      return .draftKept(draft, leaving: leaving)
    } catch {
      return .draftFailed(error, leaving: leaving)
    }
  }

  private static func removeDraft(_ id: ID<Patient>, _ hold: DraftHold?, _ world: World) async -> Problem? {
    do throws(Problem) {
      if let hold { try await world.store.discardCrisisDraft(for: id, of: world.actor.id, number: hold.number) }
      return nil
    } catch {
      return Problem(
        "The draft is saved, but your own copy of it was not removed.", because: error.reason,
        try: "Open the drafts and discard it there.", kind: error.kind)
    }
  }

  /// Nil where the folder of drafts cannot be used: then keeping tries again and says so.
  private static func hold(
    _ choice: DraftChoice, _ id: ID<Patient>, _ world: World
  ) async throws(Problem) -> DraftHold? {
    do throws(Problem) {
      return try await world.store.holdCrisisDraft(choice, for: id, of: world.actor.id)
    } catch  where error.kind == .unavailable {
      return nil
    }
  }
}
