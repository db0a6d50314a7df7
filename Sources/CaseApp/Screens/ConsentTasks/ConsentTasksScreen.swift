import CaseModel
import TerminalKit

/// What waits because of what people decided: each action of somebody who has withdrawn, until it is stopped or
/// transferred, and best-interests decisions that have to be looked at again (spec 5.3).
struct ConsentTasksScreen: Screen {
  static let name = "Consent tasks"

  enum Link: Hashable, Sendable {
    case task(String)
    case review(ID<Patient>, ConsentSubject)
  }

  /// Everything on the page.
  struct Content: Hashable, Sendable {
    var tasks: [ConsentTask]
    var reviews: [BestInterestsReview]
  }

  enum Event: Sendable {
    case loaded(Content)
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed, decidedPressed
    case chosen(Link)
    case recordPressed, nextAsked(forward: Bool), leavePressed
    case typed(Key)
    case pasted(String)
    case answered(String)
    case decided(TaskDecision)
    case notDecided(Problem)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    case read(decided: Bool)
    case decide(String, TaskDecision, to: String?, reason: String)
  }

  var content: Content?
  var problem: Problem?
  /// What was decided already, the newest first, in place of what waits.
  var showsDecided = false
  /// The task that is being decided.
  var task: ConsentTask?
  var questions: Questions?
  var isDeciding = false
  var cursor = PageCursor(stopsAtLinks: true)
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  var isTyping: Bool { questions != nil }

  mutating func begin() -> [Step<Work>] { [.perform(.read(decided: showsDecided))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    questions?.fit(columns: size.columns)
    cursor.settle(lines, pageRows)
    return []
  }

  func eventForChangedRecords() -> Event? { isDeciding ? nil : .recordsChanged }

  func event(for input: Input) -> Event? {
    guard isTyping else { return nil }
    switch input {
    case .key(let key): return .typed(key)
    case .paste(let text): return .pasted(text)
    }
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let content):
      self.content = content
      problem = nil
      cursor.settle(lines, pageRows)
    case .failed(let problem):
      // What may not be read any more goes from the screen.
      if problem.kind != .unavailable { content = nil }
      if content == nil { self.problem = problem }
      return [.report(problem)]
    case .recordsChanged: return [.replace("read", with: .read(decided: showsDecided))]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .decidedPressed:
      showsDecided.toggle()
      return [.replace("read", with: .read(decided: showsDecided))]
    case .enterPressed:
      guard content != nil else { return [.perform(.read(decided: showsDecided))] }
      guard let link = cursor.link(in: lines) else { return [.say("Nothing waits here. Esc goes back.")] }
      return follow(link)
    case .chosen(let link): return follow(link)
    case .recordPressed, .nextAsked, .leavePressed, .typed, .pasted, .answered: return handleForm(event)
    case .decided(let decision):
      isDeciding = false
      close()
      return [.say("\(decision.words)."), .recordsChanged, .replace("read", with: .read(decided: showsDecided))]
    case .notDecided(let problem):
      isDeciding = false
      return [.report(problem)]
    }
    return []
  }

  private mutating func follow(_ link: Link) -> [Step<Work>] {
    switch link {
    case .review(let patient, _): return [.open(.consent(patient))]
    case .task(let id):
      guard let task = content?.tasks.first(where: { $0.id == id }) else { return [] }
      if around.isReadOnly { return [.say("This session is read-only. Start mdt without --read-only to decide.")] }
      if task.decision != nil { return [.say("This is decided: it stays as it is.")] }
      self.task = task
      questions = Questions(
        "Stop or transfer?",
        notes: ["\(task.patientName.shown()), who has withdrawn: \(task.what)"],
        ConsentTasksScreen.asked(nil))
      questions?.fit(columns: size.columns)
    }
    return []
  }

  private static func asked(_ now: Questions?) -> [Questions.Question] {
    var all = [Questions.Question("decision", "What becomes of it", .choice(["stop it", "transfer it"]))]
    if now?.choice("decision") == 1 { all.append(.init("to", "To whom", .text)) }
    return all + [.init("reason", "Why, in a sentence", .text)]
  }

  private mutating func close() {
    task = nil
    questions = nil
    cursor.settle(lines, pageRows)
  }

  // MARK: The form

  private mutating func handleForm(_ event: Event) -> [Step<Work>] {
    guard !isDeciding else { return [] }
    var words: String?
    switch event {
    case .typed(let key): words = questions?.type(key, today: around.today)
    case .pasted(let text): words = questions?.paste(text)
    case .nextAsked(let forward): questions?.move(forward: forward, today: around.today)
    case .answered(let line):
      switch questions?.answer(line, today: around.today) {
      case .say(let text): words = text
      case .record: return decide()
      case .taken, nil: break
      }
    case .recordPressed: return decide()
    case .leavePressed:
      if questions?.isTouched == true, questions?.isLeaving == false {
        questions?.isLeaving = true
        return [.say("Nothing is decided yet. Esc once more leaves it; ^S records it.")]
      }
      close()
    default: break
    }
    if let now = questions {
      questions?.ask(ConsentTasksScreen.asked(now))
      questions?.fit(columns: size.columns)
    }
    return words.map { [.say($0)] } ?? []
  }

  private mutating func decide() -> [Step<Work>] {
    guard let task, let questions else { return [] }
    var found = [Complaint<String>]()
    if questions.choice("decision") == nil { found.append(Complaint("decision", "Choose one of the two.")) }
    if questions.choice("decision") == 1, questions.text("to").isEmpty {
      found.append(Complaint("to", "Name who goes on with it."))
    }
    if questions.text("reason").isEmpty { found.append(Complaint("reason", "Say why.")) }
    guard found.isEmpty, let choice = questions.choice("decision") else {
      self.questions?.complaints = found
      if let first = found.first { self.questions?.go(to: first.field) }
      return [.say("Nothing was decided. What you typed is as you left it.")]
    }
    isDeciding = true
    return [
      .perform(
        .decide(
          task.id, choice == 0 ? .stop : .transfer, to: questions.textOrNil("to"), reason: questions.text("reason")))
    ]
  }
}
