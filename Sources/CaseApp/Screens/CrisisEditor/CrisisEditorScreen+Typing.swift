import CaseModel
import TerminalKit

/// What keys, pastes and answered lines do to the form.
extension CrisisEditorScreen {
  static let commands: [Command<CrisisEditorScreen, Event>] =
    [
      Command(
        "<ctrl-s>", "Save draft", help: "Saves the draft that the team sees; nothing is in force by it.", hint: 1,
        when: { $0.theirs == nil },
        unavailable: {
          $0.whyNot ?? ($0.editing == nil ? "The plan is not here yet. Press Enter to read it again." : nil)
        },
        event: { _ in .savePressed }),
      Command(
        "<tab>", "Next", help: "Goes to the next field.", hint: 2, when: { $0.theirs == nil },
        event: { _ in .fieldAsked(1) }),
      Command(
        "<shift-tab>", "Before", help: "Goes to the field before.", hint: 3, when: { $0.theirs == nil },
        event: { _ in .fieldAsked(-1) }),
      Command(
        "<pgdn>", "Next section", help: "Goes to the next section.", hint: 4, when: { $0.theirs == nil },
        event: { _ in .sectionAsked(1) }),
      Command(
        "<pgup>", "Section before", help: "Goes to the section before.", when: { $0.theirs == nil },
        event: { _ in .sectionAsked(-1) }),
      Command(
        "<ctrl-n>", "Next error", help: "Goes to the next answer that needs changing.", hint: 5,
        when: { $0.theirs == nil }, event: { _ in .nextComplaint }),
      Command(
        "<esc>", "Leave", help: "Goes back one step. What you typed is kept as a draft.", hint: 6,
        when: { $0.isTyping }, event: { _ in .leavePressed }),
      Command(
        "t", "Take theirs", help: "Takes the draft that was saved; yours goes.", hint: 1, when: { $0.theirs != nil },
        event: { _ in .theirsTaken }),
      Command(
        "y", "Keep yours", help: "Goes on with yours; saving it puts it in the place of theirs.", hint: 2,
        when: { $0.theirs != nil }, event: { _ in .yoursKept }),
    ]
    + pageMoves(when: { $0.theirs != nil }) { .moved($0) }

  func event(for input: Input) -> Event? {
    guard content != nil else { return input == .key(.enter) ? .retryPressed : nil }
    guard isTyping else { return nil }
    switch input {
    case .key(let key): return .typed(key)
    case .paste(let text): return .pasted(text)
    }
  }

  func event(forAnswer text: String) -> Event? { isTyping ? .answered(text) : nil }

  var boxColumns: Int { max(size.columns - 6, 10) }

  mutating func type(_ key: Key) -> [Step<Work>] {
    if isLeaving {
      if key == .character("y") { return [.close] }
      isLeaving = false
      return [.say("Nothing is lost. ^S saves the draft.")]
    }
    guard let field = editing?.focus, !isSaving else { return [] }
    let outcome: TextEditor.Outcome?
    if CrisisEditing.isChoice(field) {
      outcome = editing?.choose(with: key)
    } else {
      var box = editing?[box: field]
      outcome = box?.handle(key)
      if let box { editing?[box: field] = box }
    }
    switch outcome {
    case .refused(let why): return [.say(why)]
    case .changed, .moved, nil: return []
    case .ignored:
      let today = today
      switch key {
      case .enter, .down: editing?.move(by: 1, today: today)
      case .up: editing?.move(by: -1, today: today)
      default: return [.say("\(key.named) does nothing here. Press ^G for the keys.")]
      }
      return []
    }
  }

  mutating func paste(_ text: String) -> [Step<Work>] {
    isLeaving = false
    guard let field = editing?.focus, !CrisisEditing.isChoice(field), var box = editing?[box: field], !isSaving else {
      return [.say("Nothing was pasted. This field takes one of its choices. Go to a text box and paste again.")]
    }
    let outcome = box.paste(text)
    editing?[box: field] = box
    if case .refused(let why) = outcome { return [.say(why)] }
    return []
  }

  // MARK: Linear mode

  /// One field at a time; `-` leaves an answer as it is.
  mutating func answer(_ line: String) -> [Step<Work>] {
    if isLeaving {
      if line.lowercased() == "y" { return [.close] }
      isLeaving = false
      return [.say("Nothing is lost.")]
    }
    if asksToSave {
      asksToSave = false
      if ["y", "yes"].contains(line.lowercased()) { return handle(.savePressed) }
      return [.say("Not saved yet. The fields start again; a minus sign leaves an answer as it is.")]
    }
    guard let field = editing?.focus else { return [] }
    if line != "-", let why = take(line, for: field) { return [.say(why)] }
    let isLast = field == CrisisEditing.order.last { editing?.isOpen($0) ?? false }
    let today = today
    editing?.move(by: 1, today: today)
    asksToSave = isLast
    return []
  }

  private mutating func take(_ line: String, for field: CrisisField) -> String? {
    guard let editing else { return nil }
    if CrisisEditing.isChoice(field) {
      let words = CrisisEditing.words(field)
      let index = Int(line).map { $0 - 1 } ?? words.firstIndex { plainLetters($0) == plainLetters(line) }
      guard let index, words.indices.contains(index) else {
        return "\"\(line)\" is none of the choices. Type a number from 1 to \(words.count)."
      }
      self.editing?.choose(index, of: field)
      return nil
    }
    if field.kind == .day, case .failure(let fault) = Day.typed(line, today: today) { return fault.message }
    var box = editing[box: field]
    // Where one line stands for several, / divides them.
    let isList =
      switch field.kind {
      case .list, .contacts: true
      default: false
      }
    box.replace(with: isList ? line.split(separator: "/").map { String($0).trimmed }.joined(separator: "\n") : line)
    if let limit = box.limit, box.count > limit { return "That is \(box.count) characters and \(limit) fit." }
    self.editing?[box: field] = box
    return nil
  }
}
