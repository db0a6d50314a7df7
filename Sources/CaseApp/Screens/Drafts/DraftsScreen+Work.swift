import CaseModel
import CaseStore

extension DraftsScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    do throws(Problem) {
      switch work {
      case .read:
        var entries = [Entry]()
        for draft in try await world.store.drafts(of: world.actor.id) {
          entries.append(entry(draft, try await person(draft.patient, world)))
        }
        for draft in try await world.store.reviewDrafts(of: world.actor.id) {
          let person = try await person(draft.patient, world)
          entries.append(
            Entry(
              id: .review(draft.patient), patient: person?.patient, isSimilar: person?.hasSimilar ?? false,
              startedAt: draft.startedAt, keptAt: draft.keptAt, baseVersion: draft.planVersion, changes: 0))
        }
        return .loaded(entries.sorted { $0.keptAt > $1.keptAt })
      case .discard(.plan(let id)):
        try await world.store.discardDraft(for: id, of: world.actor.id)
        return .discarded(.plan(id))
      case .discard(.review(let id)):
        try await world.store.discardReviewDraft(for: id, of: world.actor.id)
        return .discarded(.review(id))
      }
    } catch {
      return .failed(error)
    }
  }

  /// The names in a list of drafts are a list's rows and no opened records, so they are not audited.
  private static func person(_ id: ID<Patient>, _ world: World) async throws(Problem) -> PersonRecord? {
    do throws(Problem) {
      return try await world.store.peek(id)
    } catch  where error.kind == .notFound {
      return nil
    }
  }

  private static func entry(_ draft: PlanDraft, _ person: PersonRecord?) -> Entry {
    let base = draft.basePlan ?? CarePlan(items: [], newID: { "" })
    return Entry(
      id: .plan(draft.patient), patient: person?.patient, isSimilar: person?.hasSimilar ?? false,
      startedAt: draft.startedAt,
      keptAt: draft.keptAt,
      baseVersion: draft.baseVersionNumber, changes: PlanDifference.between(base, draft.plan).count)
  }
}
