import CaseModel
import TerminalKit

/// What came of work: loaded, kept, published, or somebody first again.
extension PlanConflictScreen {
  mutating func handleOutcome(_ event: Event) -> [Step<Work>]? {
    switch event {
    case .loaded(let start):
      person = start.person
      staff = start.staff.map(PlanChoice.init)
      restore(start.texts)
      keptTexts = texts
      return []
    case .loadFailed(let problem): return [.report(problem)]
    case .kept(let texts, let leaving):
      keptTexts = texts
      return leaving ? [.say("Your draft and your decisions are kept. Nothing was published."), .close] : []
    case .keepFailed(let problem, let leaving):
      asksToLeave = leaving
      return [.report(problem)]
    case .saved(let record, let problem):
      let words =
        record.status == .draft
        ? "Joined draft saved for your team. It is not active."
        : "Care plan v\(record.versionNumber) published, joined from v\(conflict.theirs.versionNumber) and your draft."
      let told: Step<Work> =
        problem.map { .report($0) } ?? (record.status == .draft ? .say(words) : .sayUndoable(words))
      return [told, .recordsChanged, .close]
    case .conflicted(let newest):
      // What is decided stays decided: only what changed since theirs is asked now.
      guard let plan = merge.result() else { return [] }
      let theirs = conflict.theirs
      return [
        .exchange(
          .planConflict(
            PlanConflict(
              patient: conflict.patient, was: theirs.plan, wasVersion: theirs.versionNumber, theirs: newest,
              yours: plan, yoursStarted: conflict.yoursStarted, hold: conflict.hold)))
      ]
    case .saveFailed(let problem):
      isSaving = false
      return [.report(problem)]
    case .readyToEdit:
      return [.exchange(.planEditor(conflict.patient, from: conflict.hold.map { .held($0) } ?? .newest))]
    default: return nil
    }
  }
}
