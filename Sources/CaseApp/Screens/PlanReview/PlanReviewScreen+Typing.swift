import CaseModel
import TerminalKit

/// What keys, pastes and answered lines do to the form.
extension PlanReviewScreen {
  static let commands: [Command<PlanReviewScreen, Event>] = [
    Command(
      "<ctrl-s>", "Record", help: "Records the review, if nothing needs changing.", hint: 1,
      unavailable: { $0.whyNot ?? ($0.form == nil ? "The plan is not here yet. Press Enter to read it again." : nil) },
      event: { _ in .recordPressed }),
    Command(
      "<tab>", "Next", help: "Goes to the next question.", hint: 2, event: { _ in .fieldAsked(forward: true) }),
    Command(
      "<shift-tab>", "Before", help: "Goes to the question before.", hint: 3,
      event: { _ in .fieldAsked(forward: false) }),
    Command(
      "<ctrl-n>", "Next error", help: "Goes to the next answer that needs changing.", hint: 4,
      event: { _ in .nextComplaint }),
    Command(
      "<esc>", "Leave", help: "Goes back one step. What you typed is kept as a draft.",
      when: { $0.isTouched || $0.isUnkept },
      event: { _ in .leavePressed }),
  ]

  func event(for input: Input) -> Event? {
    guard content != nil else { return input == .key(.enter) ? .retryPressed : nil }
    guard isTyping else { return nil }
    switch input {
    case .key(let key): return .typed(key)
    case .paste(let text): return .pasted(text)
    }
  }

  func event(forAnswer text: String) -> Event? { isTyping ? .answered(text) : nil }

  mutating func fitBoxes() {
    let (columns, rows) = (boxColumns, textRows)
    for field in Field.allCases where field.isText {
      form?[box: field].fit(columns: columns, rows: rows)
    }
    for field in Field.allCases where field.isDate { form?[box: field].fit(columns: 16) }
  }

  mutating func type(_ key: Key) -> [Step<Work>] {
    if isLeaving {
      if key == .character("y") { return [.close] }
      isLeaving = false
      return [.say("Nothing is lost. ^S records the review.")]
    }
    guard let field, !isRecording else { return [] }
    if field.isChoice { return choose(with: key, field) }
    guard var box = form?[box: field] else { return [] }
    let outcome = box.handle(key)
    form?[box: field] = box
    switch outcome {
    case .refused(let why): return [.say(why)]
    case .changed, .moved: return []
    case .ignored: return move(key)
    }
  }

  private mutating func move(_ key: Key) -> [Step<Work>] {
    switch key {
    case .enter, .down: handle(.fieldAsked(forward: true))
    case .up: handle(.fieldAsked(forward: false))
    default: [.say("\(key.named) does nothing here. Press ^G for the keys.")]
    }
  }

  private mutating func choose(with key: Key, _ field: Field) -> [Step<Work>] {
    guard let form else { return [] }
    let count = form.choices(field).count
    let now = form.chosen(field)
    switch key {
    case .right, .character(" "): self.form?.choose(((now ?? -1) + 1) % count, of: field)
    case .left: self.form?.choose(((now ?? count) + count - 1) % count, of: field)
    case .character(let letter):
      if let digit = letter.wholeNumberValue, (1...count).contains(digit) {
        self.form?.choose(digit - 1, of: field)
      } else if let match = form.choices(field).firstIndex(where: { $0.hasPrefix(String(letter).lowercased()) }) {
        self.form?.choose(match, of: field)
      } else {
        return [.say("Choose with 1 to \(count), the first letter or the arrows.")]
      }
    default: return move(key)
    }
    return []
  }

  mutating func paste(_ text: String) -> [Step<Work>] {
    isLeaving = false
    guard let field, !field.isChoice, var box = form?[box: field], !isRecording else {
      return [.say("Nothing was pasted. This question takes one of its choices. Go to a text box and paste again.")]
    }
    let outcome = box.paste(text)
    form?[box: field] = box
    if case .refused(let why) = outcome { return [.say(why)] }
    return []
  }

  /// A date that can be read is written out when its box is left, so that what was understood can be seen.
  mutating func settleDate() {
    guard let field, field.isDate, let day = form?.day(field, today: around.today), let text = form?.text(field),
      text != day.short
    else { return }
    form?[box: field].replace(with: day.short)
  }

  // MARK: Linear mode

  /// One question at a time; `-` leaves an answer as it is.
  mutating func answer(_ line: String) -> [Step<Work>] {
    if isLeaving {
      if line.lowercased() == "y" { return [.close] }
      isLeaving = false
      return [.say("Nothing is lost.")]
    }
    guard let field else {
      if ["y", "yes"].contains(line.lowercased()) { return record() }
      focus = 0
      return [.say("Not recorded yet. The questions start again; a minus sign leaves an answer as it is.")]
    }
    if line != "-", let why = take(line, for: field) { return [.say(why)] }
    focus += 1
    return []
  }

  private mutating func take(_ line: String, for field: Field) -> String? {
    guard let form else { return nil }
    if field.isChoice {
      let choices = form.choices(field)
      let index = Int(line).map { $0 - 1 } ?? choices.firstIndex { plainLetters($0) == plainLetters(line) }
      guard let index, choices.indices.contains(index) else {
        return "\"\(line)\" is none of the choices. Type a number from 1 to \(choices.count)."
      }
      self.form?.choose(index, of: field)
      return nil
    }
    if field.isDate, case .failure(let fault) = Day.typed(line, today: around.today) { return fault.message }
    var box = form[box: field]
    box.replace(with: line)
    if let limit = box.limit, box.count > limit { return "That is \(box.count) characters and \(limit) fit." }
    self.form?[box: field] = box
    settleDate()
    return nil
  }
}
