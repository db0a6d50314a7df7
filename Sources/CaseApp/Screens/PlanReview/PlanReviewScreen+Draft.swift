import CaseModel
import TerminalKit

/// What is typed is kept on this computer until it is recorded, as in the plan editor.
extension PlanReviewScreen {
  var isUnkept: Bool { isTouched ? form?.answers != keptAnswers : keptAnswers != nil }

  /// Within two seconds of the last key, and nothing when all is kept.
  var keepSoon: [Step<Work>] {
    guard isUnkept, !isRecording, !isLeaving else { return [] }
    return [.later("draft", seconds: 1, keeping(leaving: false))]
  }

  func workBeforeStopping() -> Work? { isUnkept && !isRecording ? keeping(leaving: false) : nil }

  private func keeping(leaving: Bool) -> Work {
    guard isTouched, let form else { return .discard(id, hold: hold, leaving: leaving) }
    return .keep(
      Draft(
        patient: id, planVersion: content?.plan?.versionNumber ?? 0, answers: form.answers,
        startedAt: startedAt ?? around.now, hold: hold), leaving: leaving)
  }

  /// What is said when the form opens, with or without a draft to go on from.
  mutating func welcome(_ draft: Draft?) -> [Step<Work>] {
    let steps = draft.map { goOn(from: $0) } ?? []
    guard hold?.hasCompany == true else { return steps }
    let start = draft == nil ? "an empty form" : "your other draft"
    return [
      .say("You are writing this review in another session too; this one starts from \(start). Both drafts are kept.")
    ]
  }

  private mutating func goOn(from draft: Draft) -> [Step<Work>] {
    form?.restore(draft.answers)
    fitBoxes()
    keptAnswers = form?.answers
    startedAt = draft.startedAt
    let kept = draft.keptAt.map { ", kept \($0.short)" } ?? ""
    let version = content?.plan?.versionNumber ?? 0
    let newer =
      version == draft.planVersion ? "" : " The plan is v\(version) now; you began with v\(draft.planVersion)."
    return [.say("You go on from your draft of this review\(kept).\(newer)")]
  }

  /// Esc never loses typing: the draft is kept first, and only if that fails it asks.
  mutating func leave() -> [Step<Work>] {
    isLeaving ? [.close] : [.replace("draft", with: keeping(leaving: true))]
  }

  mutating func handleDraft(_ event: Event) -> [Step<Work>] {
    switch event {
    case .draftKept(let draft, let leaving):
      hold = hold ?? draft.hold
      keptAnswers = draft.answers
      startedAt = draft.startedAt
      return leaving ? [.say("Your review is kept on this computer. D in the caseload lists it."), .close] : []
    case .draftDiscarded(let leaving):
      keptAnswers = nil
      return leaving ? [.close] : []
    case .draftFailed(let problem, let leaving):
      isLeaving = leaving
      return [.report(problem)]
        + (leaving ? [.say("Leave and lose this review? y loses it, any other key goes on with it.")] : [])
    default: break
    }
    return []
  }
}
