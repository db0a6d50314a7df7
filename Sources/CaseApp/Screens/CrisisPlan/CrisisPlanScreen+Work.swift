import CaseModel
import CaseStore

extension CrisisPlanScreen {
  static func perform(_ work: Work, in world: World) async -> Event? {
    switch work {
    case .open(let id):
      do throws(Problem) {
        return .loaded(try await world.store.crisisFile(of: id))
      } catch {
        return .failed(error)
      }
    case .act(let id, let act):
      do throws(CrisisSaveFailure) {
        return .recorded(try await run(act, id, world))
      } catch {
        switch error {
        case .problem(let problem): return .notRecorded(problem)
        case .unanswered(let warnings): return .unanswered(warnings)
        case .conflict(let theirs):
          return .notRecorded(
            Problem(
              "Nothing was signed.",
              because:
                "\(theirs.updatedBy) changed the draft at \(theirs.updatedAt.clock) on \(theirs.updatedAt.day.short).",
              try: "Read it again, then decide.", kind: .conflict))
        }
      }
    }
  }

  /// What is said when it is done.
  private static func run(_ act: CrisisAct, _ id: ID<Patient>, _ world: World) async throws(CrisisSaveFailure) -> String
  {
    let (store, by) = (world.store, world.writing)
    switch act {
    case .approve(let plan, let basedOn, let answers):
      let done = try await store.approveCrisisPlan(plan, of: id, basedOn: basedOn, answers: answers, by: by)
      let until = done.clock?.expiresOn.short ?? ""
      return "Version \(done.versionNumber) is in force as an interim plan until \(until)."
    case .confirm(let plan, let basedOn, let answers):
      let done = try await store.confirmCrisisPlan(plan, of: id, basedOn: basedOn, answers: answers, by: by)
      return "Version \(done.versionNumber) is confirmed; its review is due \(done.reviewOn?.short ?? "")."
    case .renew(let plan, let basedOn, let discussedOn, let note):
      let done = try await store.renewCrisisPlan(
        plan, of: id, basedOn: basedOn, discussedOn: discussedOn, note: note, by: by)
      return "Renewed until \(done.clock?.expiresOn.short ?? "")."
    case .stillRight(let plan, let basedOn, let next, let note):
      _ = try await store.reviewCrisisPlan(plan, of: id, basedOn: basedOn, next: next, note: note, by: by)
      return "Recorded: the plan is still right."
    case .revoke(let byPerson, let reason):
      _ = try await store.revokeCrisisPlan(of: id, byPerson: byPerson, reason: reason, by: by)
      return "The plan is revoked. Copies on paper are to be fetched."
    case .void(let plan, let basedOn, let reason):
      _ = try await store.voidCrisisPlan(plan, of: id, basedOn: basedOn, reason: reason, by: by)
      return "Marked as entered in error; it stays in the history."
    case .use, .recall, .keySafe:
      do throws(Problem) { return try await note(act, id, world) } catch { throw .problem(error) }
    }
  }

  private static func note(_ act: CrisisAct, _ id: ID<Patient>, _ world: World) async throws(Problem) -> String {
    switch act {
    case .use(let use):
      try await world.store.recordCrisisUse(use, of: id, by: world.writing)
      return "Recorded. The plan is to be looked at again by \(use.reviewBy.short)."
    case .recall(let number, let recall):
      try await world.store.recallCrisisCopy(number, of: id, recall, by: world.writing)
      return "Copy \(number): \(recall.words.lowercasedFirst)."
    case .keySafe(let code):
      try await world.store.setKeySafeCode(code, of: id, by: world.writing)
      return code.isEmpty ? "Recorded: there is no code any more." : "The code is kept, sealed."
    default: return ""
    }
  }
}
