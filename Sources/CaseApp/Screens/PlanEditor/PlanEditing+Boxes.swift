import CaseModel
import TerminalKit

/// Typing in a box, and leaving it.
extension PlanEditing {
  mutating func openBox(_ place: AnswerPlace, _ field: PlanField) -> [Step<Work>] {
    guard !around.isReadOnly else {
      return [.say("This session only reads. Start mdt without --read-only to change a plan.")]
    }
    if let refusal = refusal(toChange: form.plan[place.item]?.kind) { return [.report(refusal)] }
    form.beginChange()
    mode = .box(
      PlanBox(place, field, value: form.value(at: place), raw: form.raw[place], staff: staff))
    return []
  }

  mutating func handle(_ event: Event, in box: PlanBox) -> [Step<Work>] {
    switch event {
    case .key(let key): return press(key, in: box)
    case .moved(let step): return press(step > 0 ? .down : .up, in: box)
    case .ended(let end): return press(end > 0 ? .end : .home, in: box)
    case .paged(let step): return press(step > 0 ? .pageDown : .pageUp, in: box)
    case .wentSideways(let step): return press(step > 0 ? .right : .left, in: box)
    case .entered: return press(.enter, in: box)
    case .undoPressed: return undo(in: box)
    case .redoPressed: return press(.control("r"), in: box)
    case .pasted(let text):
      var box = box
      startOver(&box)
      return took(box.editor.paste(text), by: box)
    case .answer(let text): return answer(text, in: box)
    case .tabbed(let step): return leaveForNext(box, step)
    case .escaped: return leaveBox(box) + keepNow
    case .explainPressed, .choice, .sectionChosen, .retryPressed, .historyPressed: return []
    default:
      let steps = leaveBox(box)
      return steps + keepNow + (handleAnywhere(event) ?? [])
    }
  }

  // MARK: Keys

  private mutating func press(_ key: Key, in box: PlanBox) -> [Step<Work>] {
    var box = box
    if box.isList {
      if let steps = pressInList(key, of: &box) { return steps }
    } else if key == .enter, !box.field.isTall {
      return accept(box)
    }
    if case .character = key { startOver(&box) }
    box.isFresh = false
    return took(box.editor.handle(key), by: box)
  }

  /// The first letter in a date or number box takes the place of what stands there.
  private func startOver(_ box: inout PlanBox) {
    if box.isFresh, !box.editor.isEmpty { box.editor.replace(with: "") }
    box.isFresh = false
  }

  /// What a key does to the list; nil when it is for the text.
  private mutating func pressInList(_ key: Key, of box: inout PlanBox) -> [Step<Work>]? {
    switch key {
    case .up: box.move(by: -1)
    case .down: box.move(by: 1)
    case .pageUp: box.move(by: -8)
    case .pageDown: box.move(by: 8)
    case .enter:
      if box.field.takesSeveral, box.editor.content.trimmed.isEmpty { return leaveBox(box) + keepNow }
      return pick(in: box)
    case .character(" ") where !box.takesSpace: return pick(in: box)
    default: return nil
    }
    mode = .box(box)
    return []
  }

  private mutating func pick(in box: PlanBox) -> [Step<Work>] {
    var box = box
    if box.highlight == PlanBox.noneYet, !box.shownOptions.isEmpty {
      return [.say("Nothing is chosen yet. Down goes to the first answer, Enter takes it.")]
    }
    guard let option = box.highlighted else {
      box.fault = "Nothing on the list begins so. ^U clears what was typed."
      mode = .box(box)
      return []
    }
    guard box.field.takesSeveral else {
      form.set(option.code.isEmpty ? nil : option.code, at: box.place)
      mode = .browsing
      return keepNow
    }
    let current = form.value(at: box.place)
    let options = box.options ?? []
    let isTicked = (current ?? "").split(separator: "\n").contains { $0 == option.code }
    form.beginChange()
    form.set(
      isTicked
        ? box.field.without(option.code, in: current, among: options)
        : box.field.joined(current, with: option.code, among: options), at: box.place)
    box.editor = TextEditor("", isSingleLine: true)
    box.highlight = options.firstIndex { $0.code == option.code } ?? 0
    box.fault = nil
    mode = .box(box)
    return keepSoon
  }

  private mutating func undo(in box: PlanBox) -> [Step<Work>] {
    var box = box
    let outcome = box.editor.undo()
    guard case .refused = outcome, box.isList else { return took(outcome, by: box) }
    return goBackAChange(undoing: true)
  }

  /// Takes over what a key did to the text.
  private mutating func took(_ outcome: TextEditor.Outcome, by box: PlanBox) -> [Step<Work>] {
    var box = box
    switch outcome {
    case .moved, .ignored:
      mode = .box(box)
      return []
    case .refused(let why):
      mode = .box(box)
      return [.say(why)]
    case .changed:
      box.fault = nil
      box.highlight = box.editor.isEmpty && form.value(at: box.place) == nil ? PlanBox.noneYet : 0
      box.hasMoved = false
      mode = .box(box)
      record(box)
      return keepSoon
    }
  }

  /// Writes what stands in the box into the form.
  mutating func record(_ box: PlanBox) {
    let text = box.editor.content
    if box.field.takesAnyText {
      form.set(text.isEmpty ? nil : text, at: box.place)
    } else if box.isList {
      form.keepRaw(text.trimmed.isEmpty ? nil : text, at: box.place)
    } else {
      let shown = form.value(at: box.place).map { box.field.words(for: $0, staff: staffNames) } ?? ""
      form.keepRaw(text == shown ? nil : text, at: box.place)
    }
  }

  // MARK: Leaving

  /// Enter in a box of one line: accepts it, or says why not and stays.
  mutating func accept(_ box: PlanBox) -> [Step<Work>] {
    if let typed = form.raw[box.place],
      case .fault(let message) = box.field.reading(
        typed, current: form.value(at: box.place), today: around.today, staff: staff)
    {
      var box = box
      box.fault = message
      mode = .box(box)
      return keepNow
    }
    return leaveBox(box) + askWhatWouldRaise(box.place) + keepNow
  }

  /// Closes the box and keeps what was typed: as the value where it is one, else as the text that it is.
  mutating func leaveBox(_ box: PlanBox) -> [Step<Work>] {
    mode = .browsing
    if box.field.takesAnyText {
      if let text = form.value(at: box.place), text.trimmed.isEmpty { form.set(nil, at: box.place) }
    } else if let typed = form.raw[box.place] {
      let reading = box.field.reading(
        typed, current: form.value(at: box.place), today: around.today, staff: staff)
      if case .value(let value) = reading { form.set(value, at: box.place) }
    }
    return []
  }

  private mutating func leaveForNext(_ box: PlanBox, _ step: Int) -> [Step<Work>] {
    if box.isList, !box.field.takesSeveral, box.hasMoved {
      _ = pick(in: box)
    } else {
      _ = leaveBox(box)
    }
    let kept = keepNow
    if step > 0 {
      let asked = askWhatWouldRaise(box.place)
      if !asked.isEmpty { return asked + kept }
    }
    let rows = rows
    var index = (rows.firstIndex { $0.place == box.place } ?? focus) + step
    while rows.indices.contains(index), rows[index].field == nil { index += step }
    guard rows.indices.contains(index), let field = rows[index].field, let place = rows[index].place else {
      return kept + [.say(step > 0 ? "This was the last answer here." : "This is the first answer here.")]
    }
    focus = index
    return kept + openBox(place, field)
  }

  /// A confidence of 6 or less asks what would raise it (spec 2.3).
  private mutating func askWhatWouldRaise(_ place: AnswerPlace) -> [Step<Work>] {
    guard place.key == .confidence, let item = form.plan[place.item], let confidence = item.number(.confidence),
      confidence <= 6, item[.raiseConfidence] == nil, let field = item.kind.field(.raiseConfidence)
    else { return [] }
    let next = AnswerPlace(place.item, .raiseConfidence)
    goTo(next, item: place.item)
    _ = openBox(next, field)
    return [.say("Confidence is \(confidence) of 10. What would raise it?")]
  }
}
