import CaseModel
import TerminalKit

/// The care plan's form: sections at the left, the answers of one section at the right.
///
/// Everything typed is in the draft at once; the draft is kept after every field, a second after the last key, and on
/// stopping. Partners see nothing until the plan is published.
struct PlanEditorScreen: Screen {
  enum Event: Hashable, Sendable {
    // Keys
    case key(Key), pasted(String)
    case moved(Int), ended(Int), paged(Int), wentSideways(Int), tabbed(Int)
    case entered, escaped
    case sectionChosen(PlanSection)
    case addPressed, removePressed, undoPressed, redoPressed, nextErrorPressed, changesPressed
    case publishPressed, sharePressed, startAgainPressed, explainPressed, historyPressed, retryPressed
    // Lines
    case choice(Int), answer(String)
    // What came of work
    case loaded(PlanEditorStart), loadFailed(Problem)
    case draftKept(PlanEditorDraft, Moment, leaving: Bool), draftDiscarded(leaving: Bool)
    case draftFailed(Problem, leaving: Bool)
    case published(CarePlanRecord, Problem?), shared(CarePlanRecord, Problem?), conflicted(CarePlanRecord)
    case saveFailed(Problem)
    case recordsChanged, looked(CarePlanRecord?), lookFailed(Problem)
    case named([String])
  }

  enum Work: Hashable, Sendable {
    case load(ID<Patient>, from: DraftChoice = .newest)
    case keepDraft(PlanEditorDraft, leaving: Bool)
    case discardDraft(ID<Patient>, hold: DraftHold? = nil, leaving: Bool)
    case publish(PlanEditorDraft, reason: String)
    case share(PlanEditorDraft)
    case look(ID<Patient>)
    case nameEntries
    /// Takes the place of work that is no longer wanted.
    case nothing
  }

  enum Phase: Hashable, Sendable {
    case loading, failed(Problem), editing
  }

  static let name = "Care plan editor"

  let patient: ID<Patient>
  let choice: DraftChoice
  var around = Surroundings.nowhere
  var phase = Phase.loading
  var size = Size(columns: 80, rows: 22)
  /// Nil until the plan has been read.
  var editing: PlanEditing?

  init(_ patient: ID<Patient>, from choice: DraftChoice = .newest) {
    self.patient = patient
    self.choice = choice
  }

  var isTyping: Bool { editing?.takesLetters ?? false }

  mutating func begin() -> [Step<Work>] { [.perform(.load(patient, from: choice))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    editing?.fit(size)
    return []
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let start):
      var editing = PlanEditing(start, around: around)
      editing.fit(size)
      self.editing = editing
      phase = .editing
      return editing.welcome
    case .loadFailed(let problem):
      phase = .failed(problem)
      return [.report(problem)]
    case .retryPressed:
      phase = .loading
      return [.perform(.load(patient, from: choice))]
    default: break
    }
    guard var editing else {
      if event == .escaped { return [.close] }
      return phase == .loading && event != .recordsChanged ? [.say("The plan is being read. Wait a moment.")] : []
    }
    editing.around = around
    let steps = editing.handle(event)
    editing.fit(size)
    self.editing = editing
    return steps
  }

  func event(for input: Input) -> Event? {
    guard isTyping else { return nil }
    switch input {
    case .key(let key): return .key(key)
    case .paste(let text): return .pasted(text)
    }
  }

  func eventForChangedRecords() -> Event? { .recordsChanged }

  func workBeforeStopping() -> Work? { editing?.workBeforeStopping }

  func event(forChoice number: Int) -> Event? {
    guard let editing, editing.hasChoice(number) else { return nil }
    return .choice(number)
  }

  func event(forAnswer text: String) -> Event? { isTyping ? .answer(text) : nil }
}
