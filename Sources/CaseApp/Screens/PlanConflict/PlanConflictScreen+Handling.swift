import CaseModel
import TerminalKit

extension PlanConflictScreen {
  mutating func handle(_ event: Event) -> [Step<Work>] {
    if let steps = handleOutcome(event) { return steps }
    if isSaving { return [.say("The plan is being saved. Wait a moment.")] }
    if asksToLeave { return handleLeaving(event) }
    if box != nil { return handleInBox(event) }
    if let top = joinedTop, let steps = handleJoined(event, top) { return steps }
    switch event {
    case .moved(let step), .tabbed(let step): return move(by: step)
    case .ended(let end):
      focus = end < 0 ? 0 : max(merge.questions.count - 1, 0)
      scroll = 0
    case .paged(let step):
      let most = lines(columns: size.columns).count
      scroll = min(max(scroll + step * max(size.rows - 12, 2), -most), most)
    case .theirsPressed: return decide(.theirs)
    case .yoursPressed: return decide(.yours)
    case .tickPressed: return tick()
    case .typePressed, .entered: return openBox()
    case .joinedPressed: joinedTop = 0
    case .publishPressed: return save(publishing: true)
    case .sharePressed: return save(publishing: false)
    case .editPressed: return edit()
    case .escaped: return [.replace("draft", with: .keep(conflict, texts, leaving: true))]
    case .choice(let number):
      focus = (number - 1) / 2
      return decide(number % 2 == 1 ? .theirs : .yours)
    default: break
    }
    return []
  }

  private mutating func handleJoined(_ event: Event, _ top: Int) -> [Step<Work>]? {
    switch event {
    case .moved(let step), .tabbed(let step): joinedTop = min(max(top + step, 0), max(merge.joined.count - 1, 0))
    case .ended(let end): joinedTop = end < 0 ? 0 : max(merge.joined.count - 1, 0)
    case .takeBackPressed: return takeBack(top)
    case .choice(let number): return takeBack(number - 1)
    case .escaped, .joinedPressed, .entered: joinedTop = nil
    default:
      joinedTop = nil
      return nil
    }
    return []
  }

  /// Makes a difference to be decided of what was joined, and has it in hand when the list of them comes back.
  private mutating func takeBack(_ index: Int) -> [Step<Work>] {
    guard let question = merge.takeBack(index) else { return [] }
    focus = question
    scroll = 0
    complaints = []
    joinedTop = merge.joined.isEmpty ? nil : min(index, merge.joined.count - 1)
    return [
      .replace("draft", with: .keep(conflict, texts, leaving: false)),
      .say(
        "\(subject(of: merge.questions[question])) is taken back, to be decided"
          + (joinedTop == nil ? "." : ". Esc goes to it.")),
    ]
  }

  // MARK: Deciding

  private mutating func move(by step: Int) -> [Step<Work>] {
    guard !merge.questions.isEmpty else {
      return [.say("There is nothing to decide. J shows what was joined, ^S publishes it.")]
    }
    let target = focus + step
    guard merge.questions.indices.contains(target) else {
      return [.say(step > 0 ? "This is the last difference." : "This is the first difference.")]
    }
    focus = target
    scroll = 0
    fault = nil
    return []
  }

  private mutating func decide(_ answer: PlanMerge.Answer?) -> [Step<Work>] {
    merge.answer(focus, answer)
    raw[focus] = nil
    fault = nil
    complaints = []
    return [.replace("draft", with: .keep(conflict, texts, leaving: false))]
  }

  private mutating func tick() -> [Step<Work>] {
    guard let question else { return [] }
    guard question.isTick else { return [.say("Both of you changed this: t takes theirs, y yours, e types another.")] }
    return decide(question.answer == nil ? .theirs : nil)
  }

  private mutating func openBox() -> [Step<Work>] {
    guard let question, let field = field(of: question) else {
      return [.say("This is about a whole entry, so nothing can be typed. t takes theirs, y yours.")]
    }
    var text = raw[focus]
    if text == nil {
      var value: String?
      if case .value(let yours) = question.yours { value = yours }
      if case .typed(let typed) = question.answer { value = typed }
      text = value.map { field.isTall ? $0 : field.words(for: $0, staff: staff) }
    }
    box = TextEditor(text ?? "", isSingleLine: !field.isTall)
    fault = nil
    fitBox()
    return []
  }

  mutating func fitBox() {
    let rows = question.flatMap { field(of: $0) }?.isTall == true ? 3 : 1
    box?.fit(columns: max(size.columns - 20, 20), rows: rows)
  }

  private mutating func handleInBox(_ event: Event) -> [Step<Work>] {
    switch event {
    case .key(let key): return press(key)
    case .moved(let step): return press(step > 0 ? .down : .up)
    case .paged(let step): return press(step > 0 ? .pageDown : .pageUp)
    case .ended(let end): return press(end > 0 ? .end : .home)
    case .entered, .typePressed: return press(.enter)
    case .undoPressed: return press(.control("z"))
    case .pasted(let text):
      guard var box else { return [] }
      return took(box.paste(text), box)
    case .answer(let text):
      box?.replace(with: text)
      raw[focus] = text
      return accept(leaving: false)
    case .escaped: return accept(leaving: true)
    case .tabbed(let step): return accept(leaving: true) + move(by: step)
    case .publishPressed, .sharePressed, .editPressed:
      let steps = accept(leaving: true)
      return steps + (whyNotSave.map { [.say($0)] } ?? handle(event))
    default: return []
    }
  }

  private mutating func press(_ key: Key) -> [Step<Work>] {
    guard var box else { return [] }
    if key == .enter, box.isSingleLine { return accept(leaving: false) }
    return took(box.handle(key), box)
  }

  private mutating func took(_ outcome: TextEditor.Outcome, _ changed: TextEditor) -> [Step<Work>] {
    box = changed
    fitBox()
    switch outcome {
    case .refused(let why): return [.say(why)]
    case .moved, .ignored: return []
    case .changed:
      fault = nil
      raw[focus] = changed.content
      merge.answer(focus, nil)
      return [.later("draft", seconds: 1, .keep(conflict, texts, leaving: false))]
    }
  }

  /// Takes the typed text as the answer; one that is none stays as it was typed.
  private mutating func accept(leaving: Bool) -> [Step<Work>] {
    guard let question, let field = field(of: question) else { return [] }
    guard let typed = raw[focus] else {
      box = nil
      return []
    }
    switch field.reading(typed, current: nil, today: around.today, staff: staff) {
    case .fault(let message):
      fault = message
      if leaving { box = nil }
      return [.replace("draft", with: .keep(conflict, texts, leaving: false))]
    case .value(let value):
      box = nil
      return decide(.typed(value ?? ""))
    }
  }

  // MARK: Saving

  private func joined() -> PlanEditorDraft? {
    merge.result().map { plan in
      let theirs = conflict.theirs
      return PlanEditorDraft(
        patient: conflict.patient, plan: plan, rawTexts: [:],
        base: PlanBase(
          plan: theirs.plan, rowVersion: theirs.rowVersion, versionNumber: theirs.versionNumber,
          at: theirs.lastUpdated),
        startedAt: conflict.yoursStarted, hold: conflict.hold)
    }
  }

  private mutating func save(publishing: Bool) -> [Step<Work>] {
    guard let draft = joined() else { return [.say(whyNotSave ?? "")] }
    let theirs = conflict.theirs
    complaints =
      publishing
      ? PlanRules.activationComplaints(
        about: draft.plan, today: around.today, packageChangedSince: theirs.versionNumber > 0 ? theirs.plan : nil)
      : PlanRules.complaints(about: draft.plan)
    guard complaints.isEmpty else {
      return [.say("Nothing was \(publishing ? "published" : "saved"). E goes on with the joined plan in the editor.")]
    }
    isSaving = true
    return [
      .perform(publishing ? .publish(draft, reason: "joined with v\(theirs.versionNumber)") : .share(draft))
    ]
  }

  private mutating func edit() -> [Step<Work>] {
    guard let draft = joined() else { return [.say(whyNotSave ?? "")] }
    isSaving = true
    return [.perform(.edit(draft))]
  }

  private mutating func handleLeaving(_ event: Event) -> [Step<Work>] {
    asksToLeave = false
    switch event {
    case .key(.character("y")): return [.close]
    case .answer(let text) where ["y", "yes"].contains(text.lowercased()): return [.close]
    default: return [.say("You are still here. ^S publishes once everything is decided.")]
    }
  }
}
