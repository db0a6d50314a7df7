import CaseModel
import TerminalKit

/// The work on somebody's crisis plan: what is in force and whether it would work at night, the draft, who signed which
/// version, its uses, its copies on paper; and the forms with which each act is recorded (spec 3).
struct CrisisPlanScreen: Screen {
  static let name = "Crisis plan"

  /// What a line leads to.
  enum Link: Hashable, Sendable {
    case edit
    case emergency
    case copy(Int)
  }

  enum Event: Sendable {
    case loaded(CrisisFile)
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed, chosen(Link), editPressed, pagePressed, backPressed
    case opened(CrisisForm)
    case recordPressed, nextAsked(forward: Bool), leavePressed
    case typed(Key)
    case pasted(String)
    case answered(String)
    case recorded(String)
    case notRecorded(Problem)
    /// R-CR-06: the store wants a reason for these.
    case unanswered([CrisisWarning])
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    /// Reads it and, where the record was not open, writes into the audit that it is.
    case open(ID<Patient>)
    case act(ID<Patient>, CrisisAct)
  }

  let id: ID<Patient>
  var file: CrisisFile?
  var problem: Problem?
  var form: CrisisForm?
  var questions: Questions?
  /// The page as it would be printed.
  var showsPage = false
  var isRecording = false
  var cursor = PageCursor()
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(_ id: ID<Patient>) { self.id = id }

  var isTyping: Bool { questions != nil }
  var isPlain: Bool { questions == nil && !showsPage }
  var today: Day { around.today }

  mutating func begin() -> [Step<Work>] { [.perform(.open(id))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    questions?.fit(columns: size.columns)
    cursor.settle(lines, pageRows)
    return []
  }

  func eventForChangedRecords() -> Event? { isRecording ? nil : .recordsChanged }

  func event(for input: Input) -> Event? {
    guard isTyping else { return nil }
    switch input {
    case .key(let key): return .typed(key)
    case .paste(let text): return .pasted(text)
    }
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let file):
      self.file = file
      problem = nil
      cursor.settle(lines, pageRows)
    case .failed(let problem): return fail(problem)
    case .recordsChanged: return [.replace("read", with: .open(id))]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed:
      guard file != nil else { return [.perform(.open(id))] }
      guard let link = cursor.link(in: lines), isPlain else {
        return [.say("Nothing to open on this line. e edits the draft, s signs it, ! is the emergency view.")]
      }
      return follow(link)
    case .chosen(let link): return follow(link)
    case .editPressed: return [.open(.crisisEditor(id))]
    case .pagePressed:
      showsPage = true
      cursor = PageCursor()
    case .backPressed:
      showsPage = false
      cursor = PageCursor()
    case .opened(let form): return open(form)
    case .recordPressed, .nextAsked, .leavePressed, .typed, .pasted, .answered: return handleForm(event)
    case .recorded(let words):
      isRecording = false
      close()
      return [.say(words), .recordsChanged, .replace("read", with: .open(id))]
    case .notRecorded(let problem):
      isRecording = false
      return [.report(problem)] + (problem.kind == .conflict ? [.replace("read", with: .open(id))] : [])
    case .unanswered(let warnings):
      isRecording = false
      questions?.complaints = warnings.map { Complaint($0.rawValue, "Say why this is right as it is.") }
      return [.say("Nothing was signed. Each warning wants a reason.")]
    }
    return []
  }

  /// What may no longer be read goes from the screen.
  private mutating func fail(_ problem: Problem) -> [Step<Work>] {
    if problem.kind == .closed { return [.exchange(.closedRecord(id))] }
    if problem.kind == .refused || problem.kind == .notFound {
      file = nil
      close()
    }
    if file == nil { self.problem = problem }
    return [.report(problem)]
  }

  private mutating func follow(_ link: Link) -> [Step<Work>] {
    switch link {
    case .edit: return [.open(.crisisEditor(id))]
    case .emergency: return [.open(.emergency(id))]
    case .copy(let number): return open(.recall(number))
    }
  }

  private mutating func open(_ form: CrisisForm) -> [Step<Work>] {
    guard let file else { return [] }
    if let why = form.whyNot(file, around) { return [.say(why)] }
    self.form = form
    questions = form.questions(file, today: today)
    questions?.fit(columns: size.columns)
    return []
  }

  mutating func close() {
    form = nil
    questions = nil
    cursor.settle(lines, pageRows)
  }

  // MARK: The form

  private mutating func handleForm(_ event: Event) -> [Step<Work>] {
    guard !isRecording else { return [] }
    let today = today
    var words: String?
    switch event {
    case .typed(let key): words = questions?.type(key, today: today)
    case .pasted(let text): words = questions?.paste(text)
    case .nextAsked(let forward): questions?.move(forward: forward, today: today)
    case .answered(let line):
      switch questions?.answer(line, today: today) {
      case .say(let text): words = text
      case .record: return send()
      case .taken, nil: break
      }
    case .recordPressed: return send()
    case .leavePressed:
      if questions?.isTouched == true, questions?.isLeaving == false {
        questions?.isLeaving = true
        return [.say("Nothing is recorded yet. Esc once more leaves it; ^S records it.")]
      }
      close()
    default: break
    }
    return words.map { [.say($0)] } ?? []
  }

  private mutating func send() -> [Step<Work>] {
    guard let form, let questions, let file else { return [] }
    switch form.act(questions, file, today: today) {
    case .failure(let found):
      self.questions?.complaints = found.complaints
      if let first = found.complaints.first { self.questions?.go(to: first.field) }
      return [.say("Nothing was recorded. What you typed is as you left it.")]
    case .success(let act):
      isRecording = true
      return [act.isSigned ? .proven(act.words, .act(id, act)) : .perform(.act(id, act))]
    }
  }

  func eventWithoutProof() -> Event? {
    .notRecorded(
      Problem(
        "Nothing was signed.", because: "You did not give your PIN.",
        try: "Press ^S again to give it, or Esc twice to leave.",
        kind: .refused))
  }
}
