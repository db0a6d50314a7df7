import CaseModel
import TerminalKit

/// A crisis plan as it is being written: a box or a choice for each field, and which of them the writer may change.
struct CrisisEditing: Hashable, Sendable {
  private(set) var boxes: [CrisisField: TextEditor] = [:]
  private(set) var chosen: [CrisisField: Int] = [:]
  /// What stood there: fields that may not be written are carried along as they were.
  let base: CrisisPlan
  let mayEditClinical: Bool
  private(set) var focus: CrisisField
  /// Rows of a box of several lines.
  static let textRows = 3

  static let order = CrisisSection.allCases.flatMap(\.fields)

  init(_ plan: CrisisPlan, mayEditClinical: Bool) {
    base = plan
    self.mayEditClinical = mayEditClinical
    focus = .headline
    for field in CrisisEditing.order {
      switch field.kind {
      case .choice, .yesNo: chosen[field] = plan[field].flatMap { CrisisEditing.codes(field).firstIndex(of: $0) }
      case .day:
        let text = plan.day(field)?.short ?? plan[field] ?? ""
        boxes[field] = TextEditor(text, limit: 30, isSingleLine: true)
      case .line(let limit): boxes[field] = TextEditor(plan[field] ?? "", limit: limit, isSingleLine: true)
      case .phone: boxes[field] = TextEditor(plan[field] ?? "", limit: 35, isSingleLine: true)
      case .text(let limit): boxes[field] = TextEditor(plan[field] ?? "", limit: limit)
      case .list: boxes[field] = TextEditor(plan[field] ?? "", limit: 2000)
      case .contacts: boxes[field] = TextEditor(plan[field] ?? "", limit: 2500)
      }
    }
  }

  static func codes(_ field: CrisisField) -> [String] {
    if case .choice(let choices) = field.kind { return choices.map(\.code) }
    return field.kind == .yesNo ? ["yes", "no"] : []
  }

  static func words(_ field: CrisisField) -> [String] {
    if case .choice(let choices) = field.kind { return choices.map(\.words) }
    return codes(field)
  }

  static func isChoice(_ field: CrisisField) -> Bool { !codes(field).isEmpty }

  static func isTall(_ field: CrisisField) -> Bool {
    switch field.kind {
    case .text, .list, .contacts: true
    default: false
    }
  }

  func isOpen(_ field: CrisisField) -> Bool { mayEditClinical || !field.isClinical }

  subscript(box field: CrisisField) -> TextEditor {
    get { boxes[field] ?? TextEditor() }
    set { boxes[field] = newValue }
  }

  mutating func fit(columns: Int) {
    for field in boxes.keys {
      boxes[field]?.fit(
        columns: field.kind == .day ? 16 : columns, rows: CrisisEditing.isTall(field) ? CrisisEditing.textRows : 1)
    }
  }

  // MARK: What it says

  /// As it would be kept; a day that cannot be read stays as it was typed, so that it is complained about.
  func plan(today: Day) -> CrisisPlan {
    var plan = base
    for field in CrisisEditing.order where isOpen(field) {
      if CrisisEditing.isChoice(field) {
        plan[field] = chosen[field].map { CrisisEditing.codes(field)[$0] }
      } else {
        let text = boxes[field]?.content.trimmed ?? ""
        if field.kind == .day, case .success(let day) = Day.typed(text, today: today), !text.isEmpty {
          plan[field] = day.iso
        } else {
          plan[field] = text
        }
      }
    }
    return plan
  }

  func complaints(today: Day) -> [Complaint<CrisisField>] {
    CrisisRules.complaints(about: plan(today: today)).map { complaint in
      guard complaint.field.kind == .day, let text = boxes[complaint.field]?.content.trimmed,
        case .failure(let fault) = Day.typed(text, today: today)
      else { return complaint }
      return Complaint(complaint.field, fault.message)
    }.sorted { (place($0.field) ?? 0) < (place($1.field) ?? 0) }
  }

  private func place(_ field: CrisisField) -> Int? { CrisisEditing.order.firstIndex(of: field) }

  /// As a draft keeps it: what was typed, as it was typed.
  var answers: [String: String] {
    var answers = [String: String]()
    for field in CrisisEditing.order where isOpen(field) {
      answers[field.rawValue] =
        CrisisEditing.isChoice(field)
        ? chosen[field].map { CrisisEditing.codes(field)[$0] } ?? "" : boxes[field]?.content ?? ""
    }
    return answers
  }

  mutating func restore(_ answers: [String: String]) {
    for field in CrisisEditing.order where isOpen(field) {
      guard let answer = answers[field.rawValue] else { continue }
      if CrisisEditing.isChoice(field) {
        chosen[field] = CrisisEditing.codes(field).firstIndex(of: answer)
      } else {
        boxes[field]?.replace(with: answer)
      }
    }
  }

  /// The answer as it is read.
  func shown(_ field: CrisisField, today: Day, _ audience: Audience) -> String {
    if CrisisEditing.isChoice(field) { return chosen[field].map { CrisisEditing.words(field)[$0] } ?? "not chosen" }
    let text = boxes[field]?.content.trimmed ?? ""
    if text.isEmpty { return "not recorded" }
    guard field.kind == .day else { return field.shown(text, to: audience) }
    guard case .success(let day) = Day.typed(text, today: today) else { return "\(text), no date yet" }
    return audience == .staff ? day.short : day.longWithWeekday
  }

  // MARK: Moving and choosing

  mutating func go(to field: CrisisField) { focus = field }

  mutating func move(by step: Int, today: Day) {
    settle(today: today)
    let open = CrisisEditing.order.filter { isOpen($0) }
    let here = open.firstIndex(of: focus) ?? 0
    focus = open[(here + step + open.count) % open.count]
  }

  mutating func moveSection(by step: Int, today: Day) {
    settle(today: today)
    let sections = CrisisSection.allCases.filter { mayEditClinical || !$0.isClinical }
    let here = sections.firstIndex(of: focus.section) ?? 0
    focus = sections[(here + step + sections.count) % sections.count].fields.first ?? focus
  }

  /// A date that can be read is written out when its box is left.
  private mutating func settle(today: Day) {
    guard focus.kind == .day, let text = boxes[focus]?.content.trimmed, !text.isEmpty,
      case .success(let day) = Day.typed(text, today: today), day.short != text
    else { return }
    boxes[focus]?.replace(with: day.short)
  }

  mutating func choose(_ index: Int?, of field: CrisisField) { chosen[field] = index }

  /// What is to be said about a key; nil when it did something.
  mutating func choose(with key: Key) -> TextEditor.Outcome {
    let words = CrisisEditing.words(focus)
    let now = chosen[focus]
    switch key {
    case .right, .character(" "): chosen[focus] = ((now ?? -1) + 1) % words.count
    case .left: chosen[focus] = ((now ?? words.count) + words.count - 1) % words.count
    case .backspace, .delete: chosen[focus] = nil
    case .character(let letter):
      if let digit = letter.wholeNumberValue, (1...words.count).contains(digit) {
        chosen[focus] = digit - 1
      } else if let match = words.firstIndex(where: { $0.lowercased().hasPrefix(String(letter).lowercased()) }) {
        chosen[focus] = match
      } else {
        return .refused("Choose with 1 to \(words.count), the first letter or the arrows; Backspace empties it.")
      }
    default: return .ignored
    }
    return .changed
  }
}
