import CaseModel
import CaseStore

extension DraftsScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    do throws(Problem) {
      switch work {
      case .read:
        var entries = [Entry]()
        for draft in try await world.store.drafts(of: world.actor.id) {
          entries.append(entry(draft, try await person(draft.patient, world), world))
        }
        for draft in try await world.store.reviewDrafts(of: world.actor.id) {
          let person = try await person(draft.patient, world)
          entries.append(
            Entry(
              id: .review(draft.patient, number: draft.number), patient: person?.patient,
              isSimilar: person?.hasSimilar ?? false,
              startedAt: draft.startedAt, keptAt: draft.keptAt, baseVersion: draft.planVersion, changes: 0,
              isBeingWritten: world.store.isBeingWritten(draft, by: world.actor.id),
              says: draft.answers.values.filter { $0.contains(" ") }.sorted()))
        }
        for draft in try await world.store.crisisDrafts(of: world.actor.id) {
          let person = try await person(draft.patient, world)
          entries.append(
            Entry(
              id: .crisis(draft.patient, number: draft.number), patient: person?.patient,
              isSimilar: person?.hasSimilar ?? false, startedAt: draft.startedAt, keptAt: draft.keptAt,
              baseVersion: draft.baseVersionNumber, changes: 0,
              isBeingWritten: world.store.isBeingWritten(draft, by: world.actor.id),
              says: draft.answers.values.filter { $0.contains(" ") }.sorted()))
        }
        return .loaded(entries.sorted { $0.keptAt > $1.keptAt })
      case .discard(.plan(let id, let number)):
        // What is held for the removing was written by nobody when it began.
        let hold = try await world.store.holdDraft(.number(number), for: id, of: world.actor.id)
        try await world.store.discardDraft(for: id, of: world.actor.id, number: hold.number)
        return .discarded(.plan(id, number: number))
      case .discard(.review(let id, let number)):
        let hold = try await world.store.holdReviewDraft(.number(number), for: id, of: world.actor.id)
        try await world.store.discardReviewDraft(for: id, of: world.actor.id, number: hold.number)
        return .discarded(.review(id, number: number))
      case .discard(.crisis(let id, let number)):
        let hold = try await world.store.holdCrisisDraft(.number(number), for: id, of: world.actor.id)
        try await world.store.discardCrisisDraft(for: id, of: world.actor.id, number: hold.number)
        return .discarded(.crisis(id, number: number))
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

  private static func entry(_ draft: PlanDraft, _ person: PersonRecord?, _ world: World) -> Entry {
    let base = draft.basePlan ?? CarePlan(items: [], newID: { "" })
    let differences = PlanDifference.between(base, draft.plan)
    return Entry(
      id: .plan(draft.patient, number: draft.number), patient: person?.patient, isSimilar: person?.hasSimilar ?? false,
      startedAt: draft.startedAt,
      keptAt: draft.keptAt,
      baseVersion: draft.baseVersionNumber, changes: differences.count,
      isBeingWritten: world.store.isBeingWritten(draft, by: world.actor.id),
      says: differences.map(words))
  }

  private static func words(_ difference: PlanDifference) -> String {
    guard case .changed(_, let was, let now?) = difference.change else { return difference.what }
    return "\(difference.what): \(newWords(PlanRow.oneLine(now), was: PlanRow.oneLine(was ?? "")))"
  }

  /// From the first word that is new: two drafts of one long answer begin alike.
  private static func newWords(_ now: String, was: String) -> String {
    let alike = now.prefix(zip(now, was).prefix { $0 == $1 }.count)
    guard let space = alike.lastIndex(of: " ") else { return now }
    return "... " + now[now.index(after: space)...]
  }
}
