import CaseModel
import TerminalKit

/// The record of a review: what works, what does not, the person's five answers, what was decided and when next.
struct PlanReviewScreen: Screen {
  static let name = "Plan review"

  typealias Field = ReviewForm.Field

  struct Content: Hashable, Sendable {
    var person: PersonRecord
    var plan: CarePlanRecord?
    /// What was kept of this review when it was last left; looked for when the screen opens.
    var draft: Draft?
    var hold: DraftHold?
  }

  /// A review in the making, as it is kept.
  struct Draft: Hashable, Sendable {
    var patient: ID<Patient>
    var planVersion: Int
    var answers: [String: String]
    var startedAt: Moment
    var keptAt: Moment?
    var hold: DraftHold?
  }

  enum Event: Sendable {
    case loaded(Content)
    case failed(Problem)
    case typed(Key)
    case pasted(String)
    case fieldAsked(forward: Bool)
    case nextComplaint, recordPressed, leavePressed, retryPressed
    /// A line that answers the prompt of linear mode.
    case answered(String)
    /// With the problem that its draft could not be removed.
    case recorded(PlanReview, Problem? = nil)
    case recordFailed(Problem)
    case draftKept(Draft, leaving: Bool), draftDiscarded(leaving: Bool), draftFailed(Problem, leaving: Bool)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    /// Reads the person and the plan and writes into the audit that they were opened.
    case open(ID<Patient>, from: DraftChoice = .newest)
    case reload(ID<Patient>)
    case record(PlanReview, ID<Patient>, hold: DraftHold? = nil)
    case keep(Draft, leaving: Bool)
    case discard(ID<Patient>, hold: DraftHold? = nil, leaving: Bool)
    case nothing
  }

  let id: ID<Patient>
  let choice: DraftChoice
  /// The hold on the file that the draft is kept in.
  var hold: DraftHold?
  var content: Content?
  var problem: Problem?
  var form: ReviewForm?
  /// The form as it was before anybody typed.
  var untouched: ReviewForm?
  /// The field with the focus; past the last one linear mode asks whether to record.
  var focus = 0
  /// Shown from the first try to record on, and kept up to date with the typing.
  var showsComplaints = false
  /// What is typed could not be kept when Esc was pressed, and `y` is awaited.
  var isLeaving = false
  /// The answers as they were last kept; nil while nothing is.
  var keptAnswers: [String: String]?
  var startedAt: Moment?
  var isRecording = false
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(_ id: ID<Patient>, from choice: DraftChoice = .newest) {
    self.id = id
    self.choice = choice
  }

  var isTyping: Bool { form != nil && whyNot == nil }

  /// Something was typed or chosen.
  var isTouched: Bool {
    guard let form, let untouched else { return false }
    return !form.answers(sameAs: untouched)
  }

  var field: Field? { Field.allCases.indices.contains(focus) ? Field.allCases[focus] : nil }

  var complaints: [Complaint<Field>] {
    showsComplaints ? form?.complaints(today: around.today) ?? [] : []
  }

  /// Why no review can be recorded; nil when one can.
  var whyNot: String? {
    guard let content else { return nil }
    if around.isReadOnly { return "This session is read-only. Start mdt without --read-only to record a review." }
    if content.person.patient.died != nil {
      return "This person has died, so the plan is kept as it was. Esc goes back."
    }
    guard (content.plan?.versionNumber ?? 0) > 0 else {
      return "Only a signed plan can be reviewed. Esc goes back; e there writes the plan so that it can be signed."
    }
    return nil
  }

  mutating func begin() -> [Step<Work>] { [.perform(.open(id, from: choice))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    fitBoxes()
    return []
  }

  func eventForChangedRecords() -> Event? { content == nil || isRecording ? nil : .recordsChanged }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let content):
      self.content = content
      problem = nil
      if form == nil { form = ReviewForm(today: around.today) }
      let isFirst = untouched == nil
      if isFirst { untouched = form }
      fitBoxes()
      hold = hold ?? content.hold
      if isFirst, isTyping { return welcome(content.draft) }
    case .failed(let problem):
      if content == nil { self.problem = problem }
      return [.report(problem)]
    case .retryPressed: return [.replace("read", with: .open(id, from: choice))]
    case .recordsChanged: return [.replace("read", with: .reload(id))]
    case .typed(let key): return type(key) + keepSoon
    case .pasted(let text): return paste(text) + keepSoon
    case .fieldAsked(let forward):
      isLeaving = false
      settleDate()
      focus = (focus + (forward ? 1 : Field.allCases.count - 1)) % Field.allCases.count
    case .nextComplaint: return goToComplaint()
    case .recordPressed: return record()
    case .leavePressed: return leave()
    case .answered(let line): return answer(line) + keepSoon
    case .recorded(let review, let problem):
      let words = PlanReviewScreen.words(about: review)
      return [.recordsChanged, problem.map { .report($0) } ?? .sayUndoable(words), .close]
    case .recordFailed(let problem):
      isRecording = false
      return keepSoon + [.report(problem)]
    case .draftKept, .draftDiscarded, .draftFailed: return handleDraft(event)
    }
    return []
  }

  private static func words(about review: PlanReview) -> String {
    let next = review.nextReview.map { " The next one is due \($0.short)." } ?? ""
    let change = review.decision == .amend || review.decision == .replace ? " Press e to change the plan." : ""
    return "The review is recorded.\(next)\(change)"
  }

  // MARK: Recording and leaving

  mutating func record() -> [Step<Work>] {
    guard let form, let plan = content?.plan, !isRecording else { return [] }
    settleDate()
    showsComplaints = true
    let dueOn = plan.plan.nextReview
    guard let review = form.review(of: plan.versionNumber, dueOn: dueOn, today: around.today) else {
      if let first = complaints.first { go(to: first.field) }
      return [.say("Nothing was recorded. What you typed is as you left it.")]
    }
    isRecording = true
    // What waits to be kept must not come after the draft is removed.
    return (isUnkept ? [.replace("draft", with: .nothing)] : []) + [.perform(.record(review, id, hold: hold))]
  }

  private mutating func goToComplaint() -> [Step<Work>] {
    showsComplaints = true
    let places = complaints.compactMap { Field.allCases.firstIndex(of: $0.field) }
    guard let next = places.first(where: { $0 > focus }) ?? places.first else {
      return [.say("Nothing needs changing. ^S records the review.")]
    }
    focus = next
    return []
  }

  private mutating func go(to field: Field) { focus = Field.allCases.firstIndex(of: field) ?? focus }
}
