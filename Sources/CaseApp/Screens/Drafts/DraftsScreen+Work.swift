import CaseModel
import CaseStore

extension DraftsScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    do throws(Problem) {
      switch work {
      case .read:
        var entries = [Entry]()
        for draft in try await world.store.drafts(of: world.actor.id) {
          let person = try await world.store.peek(draft.patient)
          entries.append(entry(draft, person))
        }
        return .loaded(entries.sorted { $0.keptAt > $1.keptAt })
      case .discard(let id):
        try await world.store.discardDraft(for: id, of: world.actor.id)
        return .discarded(id)
      }
    } catch {
      return .failed(error)
    }
  }

  private static func entry(_ draft: PlanDraft, _ person: PersonRecord) -> Entry {
    let base = draft.basePlan ?? CarePlan(items: [], newID: { "" })
    return Entry(
      patient: person.patient, isSimilar: person.hasSimilar, startedAt: draft.startedAt, keptAt: draft.keptAt,
      baseVersion: draft.baseVersionNumber, changes: PlanDifference.between(base, draft.plan).count)
  }
}
