import CaseModel
import TerminalKit

/// What is asked when a plan is looked at again (spec 2.4 and 2.6): the answers as typed, and what is wrong with them.
struct ReviewForm: Hashable, Sendable {
  enum Field: String, Hashable, Sendable, CaseIterable {
    case kind, doneOn, working, notWorking, changes, outcomes, unintended
    case question1, question2, question3, question4, question5
    case satisfied, decision, nextReview

    var label: String {
      switch self {
      case .kind: "Kind of review"
      case .doneOn: "Done on"
      case .working: "What is working"
      case .notWorking: "What is not working"
      case .changes: "Changes needed"
      case .outcomes: "Progress with outcomes"
      case .unintended: "Unintended change in needs"
      case .question1, .question2, .question3, .question4, .question5: PlanReview.questions[question ?? 0]
      case .satisfied: "Is the person satisfied"
      case .decision: "Decision"
      case .nextReview: "Next review"
      }
    }

    /// Which of the five questions it is, from 0.
    var question: Int? {
      switch self {
      case .question1: 0
      case .question2: 1
      case .question3: 2
      case .question4: 3
      case .question5: 4
      default: nil
      }
    }

    var isText: Bool { [.working, .notWorking, .changes, .outcomes, .unintended].contains(self) }
    var isDate: Bool { self == .doneOn || self == .nextReview }
    var isChoice: Bool { !isText && !isDate }
  }

  var kind = PlanReview.Kind.full
  var satisfied = PlanReview.Satisfied.notAsked
  /// Nil until somebody has chosen: a decision is never assumed.
  var decision: PlanReview.Decision?
  var scores: [Int?] = [nil, nil, nil, nil, nil]
  private(set) var boxes: [Field: TextEditor] = [:]

  init(today: Day) {
    for field in Field.allCases where field.isText { boxes[field] = TextEditor(limit: 4000) }
    boxes[.doneOn] = TextEditor(today.short, limit: 30, isSingleLine: true)
    boxes[.nextReview] = TextEditor(limit: 30, isSingleLine: true)
  }

  subscript(box field: Field) -> TextEditor {
    get { boxes[field] ?? TextEditor() }
    set { boxes[field] = newValue }
  }

  func text(_ field: Field) -> String { boxes[field]?.content.trimmed ?? "" }

  func date(_ field: Field, today: Day) -> Result<Day, Day.Fault> { Day.typed(text(field), today: today) }

  /// The day that a date box means, once it means one.
  func day(_ field: Field, today: Day) -> Day? {
    if case .success(let day) = date(field, today: today) { day } else { nil }
  }

  /// Whether two forms answer the same, wherever their carets stand.
  func answers(sameAs other: ReviewForm) -> Bool {
    kind == other.kind && satisfied == other.satisfied && decision == other.decision && scores == other.scores
      && Field.allCases.allSatisfy { self[box: $0].content == other[box: $0].content }
  }

  // MARK: As a draft keeps it

  /// What was typed and chosen, by the names of the questions.
  var answers: [String: String] {
    var answers = [String: String]()
    for field in Field.allCases { answers[field.rawValue] = code(field) ?? self[box: field].content }
    return answers
  }

  private func code(_ field: Field) -> String? {
    switch field {
    case .kind: kind.rawValue
    case .satisfied: satisfied.rawValue
    case .decision: decision?.rawValue ?? ""
    default: field.question.map { scores[$0].map(String.init) ?? "" }
    }
  }

  mutating func restore(_ answers: [String: String]) {
    for field in Field.allCases {
      guard let answer = answers[field.rawValue] else { continue }
      switch field {
      case .kind: kind = PlanReview.Kind(rawValue: answer) ?? kind
      case .satisfied: satisfied = PlanReview.Satisfied(rawValue: answer) ?? satisfied
      case .decision: decision = PlanReview.Decision(rawValue: answer)
      default:
        if let question = field.question {
          scores[question] = Int(answer).flatMap { (1...5).contains($0) ? $0 : nil }
        } else {
          boxes[field]?.replace(with: answer)
        }
      }
    }
  }

  // MARK: Choices

  /// What a choice offers, in order.
  func choices(_ field: Field) -> [String] {
    switch field {
    case .kind: PlanReview.Kind.allCases.map(\.words)
    case .satisfied: PlanReview.Satisfied.allCases.map(\.words)
    case .decision: PlanReview.Decision.allCases.map(\.words)
    default: field.question == nil ? [] : ["1", "2", "3", "4", "5", "not asked"]
    }
  }

  /// Which of them is chosen.
  func chosen(_ field: Field) -> Int? {
    switch field {
    case .kind: PlanReview.Kind.allCases.firstIndex(of: kind)
    case .satisfied: PlanReview.Satisfied.allCases.firstIndex(of: satisfied)
    case .decision: decision.flatMap { PlanReview.Decision.allCases.firstIndex(of: $0) }
    default: field.question.map { scores[$0].map { $0 - 1 } ?? 5 }
    }
  }

  mutating func choose(_ index: Int, of field: Field) {
    guard choices(field).indices.contains(index) else { return }
    switch field {
    case .kind: kind = PlanReview.Kind.allCases[index]
    case .satisfied: satisfied = PlanReview.Satisfied.allCases[index]
    case .decision: decision = PlanReview.Decision.allCases[index]
    default: if let question = field.question { scores[question] = index == 5 ? nil : index + 1 }
    }
  }

  /// The answer as it is read.
  func answer(_ field: Field, today: Day, audience: Audience) -> String {
    if field.isChoice { return chosen(field).map { choices(field)[$0] } ?? "not chosen" }
    let text = text(field)
    if text.isEmpty { return "not recorded" }
    guard field.isDate else { return text }
    let day = day(field, today: today)
    return day.map { audience == .staff ? $0.short : $0.longWithWeekday } ?? "\(text), no date yet"
  }

  // MARK: Checking

  /// All that is wrong, in form order.
  func complaints(today: Day) -> [Complaint<Field>] {
    var found = [Complaint<Field>]()
    let done = date(.doneOn, today: today)
    switch done {
    case .failure(let fault): found.append(Complaint(.doneOn, fault.message))
    case .success(let day):
      if day > today { found.append(Complaint(.doneOn, "A review that is recorded has been done: not after today.")) }
    }
    if decision == .amend || decision == .replace, text(.changes).isEmpty {
      found.append(Complaint(.changes, "Say what needs changing, because the plan is to be changed."))
    }
    if decision == nil { found.append(Complaint(.decision, "Choose what was decided.")) }
    if decision != .end || !text(.nextReview).isEmpty { found += nextComplaints(today: today) }
    return found
  }

  private func nextComplaints(today: Day) -> [Complaint<Field>] {
    if text(.nextReview).isEmpty { return [Complaint(.nextReview, "Enter the day of the next review.")] }
    switch date(.nextReview, today: today) {
    case .failure(let fault): return [Complaint(.nextReview, fault.message)]
    case .success(let next) where next < today:
      return [Complaint(.nextReview, "The next review cannot be in the past.")]
    case .success(let next) where next - today > 365:
      let last = (today + 365).short
      return [
        Complaint(.nextReview, "The next review is at most 365 days on: by \(last).", rule: "plan.review_max_days")
      ]
    case .success: return []
    }
  }

  /// The review, once nothing is wrong; the store gives it a name.
  func review(of version: Int, dueOn: Day?, today: Day) -> PlanReview? {
    guard complaints(today: today).isEmpty, let done = day(.doneOn, today: today), let decision else { return nil }
    return PlanReview(
      id: ID(""), planVersion: version, dueOn: dueOn, doneOn: done, kind: kind, whatWorking: text(.working),
      whatNotWorking: text(.notWorking), changesNeeded: text(.changes), outcomesProgress: text(.outcomes),
      unintendedChange: text(.unintended), personSatisfied: satisfied, decision: decision,
      nextReview: day(.nextReview, today: today), answers: scores)
  }
}
