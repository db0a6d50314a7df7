import CaseModel
import TerminalKit

/// Adding and removing entries, and the questions that are asked first.
extension PlanEditing {
  /// So few names left for new entries ask for more.
  private static let fewNames = 10

  mutating func add() -> [Step<Work>] {
    guard !around.isReadOnly else {
      return [.say("This session only reads. Start mdt without --read-only to change a plan.")]
    }
    let choices = NewEntry.choices(in: section, near: row?.item, of: form.plan)
    switch choices.count {
    case 0: return [.say("This section is one set of answers, so nothing is added to it. Enter opens an answer.")]
    case 1: return add(choices[0])
    default:
      mode = .adding(choices, selected: 0)
      return []
    }
  }

  /// Why what is of a kind is not changed by the reader.
  func refusal(toChange kind: PlanItemKind?) -> Problem? { kind?.isClinical == true ? clinicalRefusal : nil }

  private mutating func add(_ entry: NewEntry) -> [Step<Work>] {
    mode = .browsing
    if let refusal = refusal(toChange: entry.kind) { return [.report(refusal)] }
    guard let id = spareIDs.popLast() else {
      return [.perform(.nameEntries), .say("Nothing was added yet. Press n again in a moment.")]
    }
    let item = PlanItem(id: ID(id), kind: entry.kind, parent: entry.parent)
    form.add(item)
    let first = entry.kind.fields.first.map { AnswerPlace(item.id, $0.key) }
    goTo(first, item: item.id)
    let steps: [Step<Work>] = spareIDs.count < Self.fewNames ? [.perform(.nameEntries)] : []
    guard let first, let field = entry.kind.fields.first else { return steps }
    return steps + keepSoon + openBox(first, field)
  }

  mutating func handle(_ event: Event, choosing entries: [NewEntry], _ selected: Int) -> [Step<Work>] {
    func held(_ index: Int) -> Mode { .adding(entries, selected: min(max(index, 0), entries.count - 1)) }
    switch event {
    case .moved(let step), .wentSideways(let step), .tabbed(let step): mode = held(selected + step)
    case .ended(let end): mode = held(end < 0 ? 0 : entries.count)
    case .key(.character("j")): mode = held(selected + 1)
    case .key(.character("k")): mode = held(selected - 1)
    case .entered: return add(entries[min(selected, entries.count - 1)])
    case .key(.character(let letter)):
      guard let number = letter.wholeNumberValue, entries.indices.contains(number - 1) else {
        return [.say("Press 1 to \(entries.count), or Esc to add nothing.")]
      }
      return add(entries[number - 1])
    case .answer(let text):
      guard let number = Int(text.trimmed), entries.indices.contains(number - 1) else {
        mode = .browsing
        return [.say("Nothing was added.")]
      }
      return add(entries[number - 1])
    case .choice(let number): return entries.indices.contains(number - 1) ? add(entries[number - 1]) : []
    default: mode = .browsing
    }
    return []
  }

  mutating func askToRemove() -> [Step<Work>] {
    guard let item = row?.item else { return [.say("There is no entry here to remove.")] }
    guard !item.kind.isSingle else {
      return [.say("\(item.kind.words) is part of every plan. Its answers can be emptied, one by one.")]
    }
    if let refusal = refusal(toChange: item.kind) { return [.report(refusal)] }
    mode = .asking(.remove(item.id))
    return []
  }

  /// `y` does it; any other key keeps it.
  mutating func handle(_ event: Event, asked question: Question) -> [Step<Work>] {
    mode = .browsing
    let isYes: Bool
    switch event {
    case .key(let key): isYes = key == .character("y")
    case .answer(let text): isYes = ["y", "yes"].contains(text.lowercased())
    default: isYes = false
    }
    switch question {
    case .remove(let id):
      guard isYes, let item = form.plan[id] else { return [.say("Nothing was removed.")] }
      let words = "\(item.kind.words) removed."
      form.remove(id)
      if openItem == id { openItem = nil }
      focus = min(focus, max(rows.count - 1, 0))
      return keepNow + [.say("\(words) ^Z brings it back.")]
    case .startAgain:
      guard isYes else { return [.say("Your draft stays as it is.")] }
      startAgain()
      return keepNow + [.say("This is the saved plan again. ^Z brings your draft back.")]
    case .leaveUnkept:
      return isYes ? [.close] : [.say("You are still in the editor. ^S publishes; Esc tries to keep the draft.")]
    }
  }

  private mutating func startAgain() {
    if let newer {
      form.replace(
        with: newer.plan,
        base: PlanBase(
          plan: newer.plan, rowVersion: newer.rowVersion, versionNumber: newer.versionNumber, at: newer.lastUpdated))
      status = newer.status
      self.newer = nil
    } else {
      form.replace(with: basePlan, base: base)
    }
    tried = nil
    openItem = nil
    focus = 0
  }

  /// The question in words, with its keys.
  func words(of question: Question) -> String {
    switch question {
    case .remove(let id):
      guard let item = form.plan[id] else { return "Remove it? y removes it, any other key keeps it." }
      let headline = item[item.kind.headline].map { ": \(PlanRow.oneLine($0))" } ?? ""
      let count = descendants(of: id)
      let under = count == 0 ? "" : count == 1 ? " and the 1 entry under it" : " and the \(count) entries under it"
      return "Remove this \(item.kind.words.lowercasedFirst)\(headline)\(under)? y removes it, any other key keeps it."
    case .startAgain:
      let saved = newer.map { "v\($0.versionNumber)" } ?? baseName
      return "Start again from \(saved) and put your draft aside? y starts again, any other key keeps the draft."
    case .leaveUnkept:
      return "Leave, and lose what you typed since the draft was last kept? y leaves, any other key stays."
    }
  }

  private func descendants(of id: ID<PlanItem>) -> Int {
    form.plan.children(of: id).reduce(0) { $0 + 1 + descendants(of: $1.id) }
  }
}
