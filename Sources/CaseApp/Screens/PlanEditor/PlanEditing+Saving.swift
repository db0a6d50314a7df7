import CaseModel
import TerminalKit

/// Publishing, sharing, and what came of work.
extension PlanEditing {
  mutating func publish() -> [Step<Work>] {
    if isActive, isUnchanged {
      return [.say("Nothing has changed since \(baseName), so there is nothing to publish.")]
    }
    tried = .publish
    if let steps = complain() { return steps }
    isSaving = true
    let reason = base.versionNumber == 0 ? "activated" : "edited"
    return [.replace("draft", with: .nothing), .perform(.publish(draft, reason: reason))]
  }

  mutating func share() -> [Step<Work>] {
    if isUnchanged { return [.say("Nothing has changed since \(baseName), so there is nothing to save.")] }
    tried = .share
    if let steps = complain() { return steps }
    isSaving = true
    return [.replace("draft", with: .nothing), .perform(.share(draft))]
  }

  /// Shows every complaint at its field and goes to the first; nil when there is none.
  private mutating func complain() -> [Step<Work>]? {
    let faults = faults
    guard let first = faults.first else { return nil }
    goTo(first.place, item: first.place.item)
    let what = tried == .publish ? "published" : "saved"
    return keepNow + [.say("Nothing was \(what). Your draft is as you left it.")]
  }

  mutating func goToNextFault() -> [Step<Work>] {
    let faults = faults
    guard !faults.isEmpty else {
      let none = tried == nil ? "No answer needs changing so far. ^S looks at all of them." : "Every answer is good."
      return [.say(none)]
    }
    let here = order(section, row?.place)
    let next = faults.first { order($0.section, $0.place) > here } ?? faults[0]
    goTo(next.place, item: next.place.item)
    guard !around.isReadOnly, let field = form.plan[next.place.item]?.kind.field(next.place.key) else { return [] }
    return openBox(next.place, field)
  }

  /// A number that grows down the form.
  private func order(_ section: PlanSection, _ place: AnswerPlace?) -> Int {
    let entries = form.plan.outline(section)
    guard let place, let entry = entries.firstIndex(where: { $0.item.id == place.item }) else {
      let entry = row.flatMap { row in entries.firstIndex { $0.item.id == row.item.id } } ?? 0
      return section.number * 1_000_000 + entry * 100 - 1
    }
    let field = entries[entry].item.kind.fields.firstIndex { $0.key == place.key } ?? 0
    return section.number * 1_000_000 + entry * 100 + field
  }

  /// "There is a problem. 2 answers need changing: section 10, next review; ...  ^N goes to it."
  var summary: String? {
    let faults = faults
    guard let first = faults.first else { return nil }
    if faults.count == 1 {
      let where_ = "section \(first.section.number), \(first.label.lowercasedFirst)"
      return "There is a problem.  1 answer needs changing: \(where_).  ^N goes to it."
    }
    let sections = PlanSection.allCases.compactMap { section -> String? in
      let count = faults.count { $0.section == section }
      return count == 0 ? nil : "\(count) in section \(section.number)"
    }
    let places = sections.joined(separator: ", ")
    return "There is a problem.  \(faults.count) answers need changing: \(places).  ^N goes to the next."
  }

  // MARK: What came of work

  /// Nil for an event that is no outcome.
  mutating func handleOutcome(_ event: Event) -> [Step<Work>]? {
    switch event {
    case .draftKept(let draft, let at, let leaving):
      hold = hold ?? draft.hold
      kept = draft
      keptAt = at
      draftProblem = nil
      return leaving ? leaveTaking(draft: true) : []
    case .draftDiscarded(let leaving):
      kept = nil
      keptAt = nil
      draftProblem = nil
      return leaving ? leaveTaking(draft: false) : []
    case .draftFailed(let problem, let leaving):
      draftProblem = problem
      if leaving { mode = .asking(.leaveUnkept) }
      return [.report(problem)]
    case .published(let record, let problem):
      let words = "Care plan v\(record.versionNumber) published. Every partner sees it now."
      return [problem.map { .report($0) } ?? .sayUndoable(words), .recordsChanged, .close]
    case .shared(let record, let problem):
      isSaving = false
      tried = nil
      status = record.status
      form.rebase(
        to: PlanBase(
          plan: record.plan, rowVersion: record.rowVersion, versionNumber: record.versionNumber,
          at: record.lastUpdated))
      newer = nil
      let words = "Draft saved for your team. It is not active: ^S publishes it."
      if let problem { return [.report(problem), .recordsChanged] }
      kept = nil
      keptAt = nil
      return [.say(words), .recordsChanged]
    case .conflicted(let theirs):
      return [
        .exchange(
          .planConflict(
            PlanConflict(
              patient: person.patient.id, was: basePlan, wasVersion: base.versionNumber, theirs: theirs,
              yours: form.plan, yoursStarted: startedAt, hold: hold)))
      ]
    case .saveFailed(let problem):
      isSaving = false
      return keepNow + [.report(problem)]
    case .recordsChanged: return isSaving ? [] : [.replace("look", with: .look(person.patient.id))]
    case .looked(let record): return noticed(record)
    case .lookFailed(let problem): return [.report(problem)]
    case .named(let names):
      spareIDs += names
      return []
    default: return nil
    }
  }

  private mutating func noticed(_ record: CarePlanRecord?) -> [Step<Work>] {
    guard !isSaving, let record, record.rowVersion != base.rowVersion else {
      if !isSaving { newer = nil }
      return []
    }
    guard record.rowVersion != newer?.rowVersion else { return [] }
    newer = record
    return [.say(newerWords(record))]
  }

  func newerWords(_ record: CarePlanRecord) -> String {
    let act =
      record.versionNumber > base.versionNumber
      ? "published v\(record.versionNumber)" : "saved this plan"
    return "\(record.lastUpdatedBy) \(act) at \(record.lastUpdated.clock), while you were editing. "
      + "Your text is safe: ^S puts both side by side."
  }
}
