import CaseModel
import TerminalKit

/// A short form: choices, days and one-line texts, one under the other. It lives for as long as it is open; what is typed
/// is kept by whoever records it.
struct Questions: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case choice([String])
    case day
    case text
  }

  struct Question: Hashable, Sendable {
    var key: String
    var label: String
    var kind: Kind

    init(_ key: String, _ label: String, _ kind: Kind) {
      self.key = key
      self.label = label
      self.kind = kind
    }

    var choices: [String] { if case .choice(let words) = kind { words } else { [] } }
    var isChoice: Bool { if case .choice = kind { true } else { false } }
    var isDay: Bool { kind == .day }
  }

  let title: String
  /// What is to be known before it is answered.
  var notes: [String]
  private(set) var asked: [Question]
  private var chosen: [String: Int] = [:]
  private var boxes: [String: TextEditor] = [:]
  /// The question with the focus; past the last one linear mode asks whether to record.
  private(set) var focus = 0
  var complaints: [Complaint<String>] = []
  private(set) var isTouched = false
  /// Esc was pressed once, and once more leaves what was typed.
  var isLeaving = false
  private var columns = 40

  init(_ title: String, notes: [String] = [], _ asked: [Question]) {
    self.title = title
    self.notes = notes
    self.asked = asked
    makeBoxes()
  }

  private mutating func makeBoxes() {
    for question in asked where !question.isChoice && boxes[question.key] == nil {
      boxes[question.key] = TextEditor(limit: question.isDay ? 30 : 2000, isSingleLine: true)
      fit(question)
    }
  }

  /// What is asked from now on; answers stay, also of what is not asked any more.
  mutating func ask(_ questions: [Question]) {
    guard questions != asked else { return }
    let now = current?.key
    asked = questions
    makeBoxes()
    if let now, let place = asked.firstIndex(where: { $0.key == now }) { focus = place }
    focus = min(focus, asked.count)
  }

  // MARK: Answers

  var current: Question? { asked.indices.contains(focus) ? asked[focus] : nil }

  private func question(_ key: String) -> Question? { asked.first { $0.key == key } }

  /// What was typed; nothing for what is not asked.
  func text(_ key: String) -> String { question(key) == nil ? "" : boxes[key]?.content.trimmed ?? "" }

  func textOrNil(_ key: String) -> String? { text(key).isEmpty ? nil : text(key) }

  /// The day that a box means, once it means one.
  func day(_ key: String, today: Day) -> Day? {
    if case .success(let day) = Day.typed(text(key), today: today) { day } else { nil }
  }

  func choice(_ key: String) -> Int? { question(key) == nil ? nil : chosen[key] }

  func code<Code: Coded>(_ key: String, _ type: Code.Type = Code.self) -> Code? {
    choice(key).flatMap { Array(Code.allCases).indices.contains($0) ? Array(Code.allCases)[$0] : nil }
  }

  /// Sets an answer as it was before anybody touched the form.
  mutating func preset<Code: Coded>(_ key: String, _ code: Code) {
    chosen[key] = Array(Code.allCases).firstIndex(of: code)
  }

  /// The same for a choice that is no code, by its place.
  mutating func preset(_ key: String, index: Int) { chosen[key] = index }

  mutating func preset(_ key: String, _ text: String) { boxes[key]?.replace(with: text) }

  mutating func go(to key: String) {
    if let place = asked.firstIndex(where: { $0.key == key }) { focus = place }
  }

  /// Days that cannot be read, as complaints.
  func unreadDays(today: Day) -> [Complaint<String>] {
    asked.compactMap { question in
      guard question.isDay, !text(question.key).isEmpty,
        case .failure(let fault) = Day.typed(text(question.key), today: today)
      else { return nil }
      return Complaint(question.key, fault.message)
    }
  }

  /// The answer as it is read.
  func answer(_ question: Question, today: Day, _ audience: Audience) -> String {
    if question.isChoice { return choice(question.key).map { question.choices[$0] } ?? "not chosen" }
    let text = text(question.key)
    if text.isEmpty { return "not recorded" }
    guard question.isDay else { return text }
    return day(question.key, today: today).map { audience == .staff ? $0.short : $0.longWithWeekday }
      ?? "\(text), no date yet"
  }

  // MARK: Keys

  mutating func fit(columns: Int) {
    self.columns = columns
    for question in asked { fit(question) }
  }

  private mutating func fit(_ question: Question) {
    let width = question.isDay ? 16 : max(boxColumns, 8)
    boxes[question.key]?.fit(columns: width)
  }

  /// Where answers begin.
  var answerColumn: Int { columns < 70 ? 22 : 30 }
  private var boxColumns: Int { columns - answerColumn - 4 }

  mutating func move(forward: Bool, today: Day) {
    settle(today: today)
    isLeaving = false
    focus = (min(focus, asked.count - 1) + (forward ? 1 : asked.count - 1)) % max(asked.count, 1)
  }

  /// A day that can be read is written out when its box is left, so that what was understood can be seen.
  private mutating func settle(today: Day) {
    guard let current, current.isDay, let day = day(current.key, today: today), text(current.key) != day.short else {
      return
    }
    boxes[current.key]?.replace(with: day.short)
  }

  /// What is to be said about it; nil when there is nothing to say.
  mutating func type(_ key: Key, today: Day) -> String? {
    isLeaving = false
    guard let current else {
      focus = 0
      return nil
    }
    if current.isChoice { return choose(with: key, current, today: today) }
    switch boxes[current.key]?.handle(key) {
    case .refused(let why): return why
    case .changed: isTouched = true
    case .moved: break
    case .ignored, nil: return walk(key, today: today)
    }
    return nil
  }

  private mutating func walk(_ key: Key, today: Day) -> String? {
    switch key {
    case .enter where focus == asked.count - 1: return "That was the last question. ^S records, Tab starts again."
    case .enter, .down: move(forward: true, today: today)
    case .up: move(forward: false, today: today)
    default: return "\(key.named) does nothing here. Press ^G for the keys."
    }
    return nil
  }

  private mutating func choose(with key: Key, _ question: Question, today: Day) -> String? {
    let (count, now) = (question.choices.count, chosen[question.key])
    switch key {
    case .right, .character(" "): take(((now ?? -1) + 1) % count, question)
    case .left: take(((now ?? count) + count - 1) % count, question)
    case .character(let letter):
      if let digit = letter.wholeNumberValue, (1...count).contains(digit) {
        take(digit - 1, question)
      } else if let match = question.choices.firstIndex(where: {
        $0.lowercased().hasPrefix(String(letter).lowercased())
      }) {
        take(match, question)
      } else {
        return "Choose with 1 to \(count), the first letter or the arrows."
      }
    default: return walk(key, today: today)
    }
    return nil
  }

  private mutating func take(_ index: Int, _ question: Question) {
    isTouched = true
    chosen[question.key] = index
  }

  mutating func paste(_ text: String) -> String? {
    isLeaving = false
    guard let current, !current.isChoice, var box = boxes[current.key] else {
      return "Nothing was pasted. This question takes one of its choices. Go to a text box and paste again."
    }
    let outcome = box.paste(text)
    boxes[current.key] = box
    if case .refused(let why) = outcome { return why }
    isTouched = true
    return nil
  }

  // MARK: Linear mode

  enum Answered: Hashable, Sendable {
    case taken
    case say(String)
    case record
  }

  /// One question at a time; `-` leaves an answer as it is.
  mutating func answer(_ line: String, today: Day) -> Answered {
    isLeaving = false
    guard let current else {
      if ["y", "yes"].contains(line.lowercased()) { return .record }
      focus = 0
      return .say("Not recorded yet. The questions start again; a minus sign leaves an answer as it is.")
    }
    if line != "-", let why = take(line, for: current, today: today) { return .say(why) }
    settle(today: today)
    focus += 1
    return .taken
  }

  private mutating func take(_ line: String, for question: Question, today: Day) -> String? {
    isTouched = true
    if question.isChoice {
      let choices = question.choices
      let index = Int(line).map { $0 - 1 } ?? choices.firstIndex { plainLetters($0) == plainLetters(line) }
      guard let index, choices.indices.contains(index) else {
        return "\"\(line)\" is none of the choices. Type a number from 1 to \(choices.count)."
      }
      chosen[question.key] = index
      return nil
    }
    if question.isDay, case .failure(let fault) = Day.typed(line, today: today) { return fault.message }
    guard var box = boxes[question.key] else { return nil }
    box.replace(with: line)
    if let limit = box.limit, box.count > limit { return "That is \(box.count) characters and \(limit) fit." }
    boxes[question.key] = box
    return nil
  }

  // MARK: Drawing

  func box(_ key: String) -> TextEditor { boxes[key] ?? TextEditor() }
}
