import CaseModel
import TerminalKit

extension PlanEditing {
  mutating func handle(_ event: Event) -> [Step<Work>] {
    if let steps = handleOutcome(event) { return steps }
    if isSaving { return [.say("The plan is being saved. Wait a moment.")] }
    switch mode {
    case .asking(let question): return handle(event, asked: question)
    case .adding(let entries, let selected): return handle(event, choosing: entries, selected)
    case .box(let box): return handle(event, in: box)
    case .changes(let selected): return handle(event, amongChanges: selected)
    case .browsing: return handleBrowsing(event)
    }
  }

  private mutating func handleBrowsing(_ event: Event) -> [Step<Work>] {
    switch event {
    case .moved(let step): return move(by: step)
    case .ended(let end): focus = end < 0 ? 0 : max(rows.count - 1, 0)
    case .paged(let step), .wentSideways(let step), .tabbed(let step): goToSection(after: step)
    case .sectionChosen(let chosen): show(chosen)
    case .entered: return open()
    case .escaped: return goBack()
    case .choice(let number): return choose(number)
    case .explainPressed: return [.say(explanation)]
    default: return handleAnywhere(event) ?? []
    }
    return []
  }

  /// What control keys do whether a box is open or not; nil for every other event.
  mutating func handleAnywhere(_ event: Event) -> [Step<Work>]? {
    switch event {
    case .addPressed: return add()
    case .removePressed: return askToRemove()
    case .undoPressed: return goBackAChange(undoing: true)
    case .redoPressed: return goBackAChange(undoing: false)
    case .nextErrorPressed: return goToNextFault()
    case .changesPressed: return showChanges()
    case .publishPressed: return publish()
    case .sharePressed: return share()
    case .startAgainPressed:
      if isUnchanged { return [.say("Nothing has been changed. This is the saved plan.")] }
      mode = .asking(.startAgain)
      return []
    case .historyPressed: return [.open(.planVersions(person.patient.id))]
    default: return nil
    }
  }

  // MARK: Moving

  private mutating func move(by step: Int) -> [Step<Work>] {
    let target = focus + step
    if rows.indices.contains(target) {
      focus = target
      return []
    }
    // The form goes on in the next section.
    let sections = PlanSection.allCases
    let next = section.number - 1 + (step > 0 ? 1 : -1)
    guard sections.indices.contains(next) else {
      return [.say(step > 0 ? "This is the end of the plan." : "This is the start of the plan.")]
    }
    show(sections[next])
    if step < 0 { focus = max(rows.count - 1, 0) }
    return []
  }

  mutating func goToSection(after step: Int) {
    let sections = PlanSection.allCases
    show(sections[(section.number - 1 + step + sections.count) % sections.count])
  }

  mutating func show(_ chosen: PlanSection) {
    if chosen != section { openItem = nil }
    section = chosen
    focus = 0
    mode = .browsing
  }

  /// Puts the focus on an answer, or on its entry.
  mutating func goTo(_ place: AnswerPlace?, item: ID<PlanItem>) {
    guard let entry = form.plan[item] else { return }
    show(entry.kind.section)
    if let place, !entry.kind.isSingle { openItem = place.item }
    focus = rows.firstIndex { place == nil ? $0.item.id == item : $0.place == place } ?? 0
  }

  private mutating func choose(_ number: Int) -> [Step<Work>] {
    let sections = PlanSection.allCases
    if number <= sections.count {
      show(sections[number - 1])
      return []
    }
    focus = number - sections.count - 1
    return open()
  }

  private mutating func open() -> [Step<Work>] {
    guard let row else { return add() }
    if let field = row.field, let place = row.place { return openBox(place, field) }
    openItem = openItem == row.item.id ? nil : row.item.id
    focus = rows.firstIndex { $0.item.id == row.item.id } ?? focus
    return []
  }

  private mutating func goBack() -> [Step<Work>] {
    if let open = openItem, row?.item.id == open {
      openItem = nil
      focus = rows.firstIndex { $0.item.id == open } ?? 0
      return []
    }
    return leave()
  }

  private func leave() -> [Step<Work>] {
    guard isUnkept else { return leaveTaking(draft: !isUnchanged) }
    return [.replace("draft", with: keeping(leaving: true))]
  }

  func leaveTaking(draft isKept: Bool) -> [Step<Work>] {
    isKept ? [.say("Draft kept. Partners see nothing until you publish."), .close] : [.close]
  }

  // MARK: Undoing

  mutating func goBackAChange(undoing: Bool) -> [Step<Work>] {
    let before = form.plan
    guard undoing ? form.undo() : form.redo() else {
      return [.say(undoing ? "There is nothing to undo in this draft." : "There is nothing to put back.")]
    }
    mode = .browsing
    let changed = PlanDifference.between(before, form.plan).first
    if let changed {
      if case .changed(let key, _, _) = changed.change {
        goTo(AnswerPlace(changed.item, key), item: changed.item)
      } else if form.plan[changed.item] != nil {
        goTo(nil, item: changed.item)
      } else if changed.section != section {
        show(changed.section)
      }
    }
    focus = min(focus, max(rows.count - 1, 0))
    let what = changed.map { ": \($0.what)" } ?? ""
    return keepNow + [.say(undoing ? "Taken back\(what). ^R puts it back." : "Put back\(what).")]
  }

  // MARK: What changed

  private mutating func showChanges() -> [Step<Work>] {
    if differences.isEmpty { return [.say("Nothing has changed since \(baseName).")] }
    mode = .changes(selected: 0)
    return []
  }

  private mutating func handle(_ event: Event, amongChanges selected: Int) -> [Step<Work>] {
    let differences = differences
    func held(_ index: Int) -> Mode { .changes(selected: min(max(index, 0), max(differences.count - 1, 0))) }
    switch event {
    case .moved(let step): mode = held(selected + step)
    case .paged(let step): mode = held(selected + 10 * step)
    case .ended(let end): mode = held(end < 0 ? 0 : differences.count)
    case .entered, .choice:
      var index = selected
      if case .choice(let number) = event { index = number - 1 }
      mode = .browsing
      guard differences.indices.contains(index) else { return [] }
      let difference = differences[index]
      guard form.plan[difference.item] != nil else {
        show(difference.section)
        return [.say("It is no longer in the plan. ^Z takes changes back, one after the other.")]
      }
      var place: AnswerPlace?
      if case .changed(let key, _, _) = difference.change { place = AnswerPlace(difference.item, key) }
      goTo(place, item: difference.item)
    case .escaped, .changesPressed: mode = .browsing
    default:
      mode = .browsing
      return handleBrowsing(event)
    }
    return []
  }

  /// "v7", or what stands in its place.
  var baseName: String {
    if base.versionNumber > 0 { return "v\(base.versionNumber)" }
    return base.rowVersion == nil ? "the empty plan" : "the shared draft"
  }

  private var explanation: String {
    guard let row else { return "This section holds entries. n adds one." }
    guard let field = row.field else {
      return "\(row.item.kind.words): an entry. Enter opens it, ^X removes it. ! needs changing, + is new."
    }
    let wanted =
      switch field.necessity {
      case .mandatory: "It must be answered."
      case .required: "It is asked for; an answer left open is shown as not recorded."
      case .optional: "It may be left open."
      }
    return "\(field.label): \(field.help.isEmpty ? "" : field.help + ". ")\(wanted)"
  }
}

extension PlanDifference {
  /// "Target of Walk to the mosque", "Goal: Walk to the mosque".
  var what: String {
    let about = PlanRow.oneLine(headline)
    switch change {
    case .added: return "\(kind.words): \(about), added"
    case .removed: return "\(kind.words): \(about), removed"
    case .changed(let key, _, _):
      let label = kind.field(key)?.label ?? key.rawValue
      return kind.isSingle ? label : "\(label) of \(kind.words.lowercasedFirst): \(about)"
    }
  }
}
