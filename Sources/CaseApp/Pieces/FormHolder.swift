import CaseModel
import TerminalKit

/// What is done to a form that is open.
enum FormAct: Hashable, Sendable {
  case typed(Key)
  case pasted(String)
  /// A line of linear mode.
  case answered(String)
  case record
  case next(forward: Bool)
  case leave
}

/// A screen over whose page a short form may be open.
protocol FormHolder: Screen {
  var questions: Questions? { get set }
  /// What the form says is on its way to the store.
  var isRecording: Bool { get set }
  var size: Size { get }

  static func event(_ act: FormAct) -> Event
  /// Asks what the answers so far make needful.
  mutating func refreshForm()
  /// Sends what the form says, or says beside the questions what is missing.
  mutating func sendForm() -> [Step<Work>]
  mutating func closeForm()
}

extension FormHolder {
  var isTyping: Bool { questions != nil }

  func event(for input: Input) -> Event? {
    guard questions != nil else { return nil }
    switch input {
    case .key(let key): return Self.event(.typed(key))
    case .paste(let text): return Self.event(.pasted(text))
    }
  }

  func event(forAnswer text: String) -> Event? { questions == nil ? nil : Self.event(.answered(text)) }

  mutating func openForm(_ form: Questions) {
    questions = form
    refreshForm()
    fitForm()
  }

  private mutating func fitForm() {
    let columns = size.columns
    questions?.fit(columns: columns)
  }

  mutating func handleForm(_ act: FormAct) -> [Step<Work>] {
    guard !isRecording, var form = questions else { return [] }
    let today = around.today
    var words: String?
    switch act {
    case .typed(let key): words = form.type(key, today: today)
    case .pasted(let text): words = form.paste(text)
    case .next(let forward): form.move(forward: forward, today: today)
    case .answered(let line):
      switch form.answer(line, today: today) {
      case .say(let text): words = text
      case .record:
        questions = form
        return sendForm()
      case .taken: break
      }
    case .record: return sendForm()
    case .leave:
      guard !form.isTouched || form.isLeaving else {
        form.isLeaving = true
        questions = form
        return [.say("Nothing is recorded yet. Esc once more leaves it; ^S records it.")]
      }
      closeForm()
      return []
    }
    questions = form
    refreshForm()
    fitForm()
    return words.map { [.say($0)] } ?? []
  }

  /// Says what is wrong, and goes to the first of it.
  mutating func complain(_ found: [Complaint<String>]) -> [Step<Work>] {
    questions?.complaints = found
    if let first = found.first { questions?.go(to: first.field) }
    return [.say("Nothing was recorded. What you typed is as you left it.")]
  }

  mutating func send(_ work: Work) -> [Step<Work>] {
    isRecording = true
    return [.perform(work)]
  }

  /// The keys of a form, as every screen that holds one has them.
  static var formCommands: [Command<Self, Event>] {
    [
      Command(
        "<ctrl-s>", "Record", help: "Records what is in the form, if nothing needs changing.", hint: 1,
        when: { $0.isTyping }, event: { _ in Self.event(.record) }),
      Command(
        "<tab>", "Next", help: "Goes to the next question.", hint: 2, when: { $0.isTyping },
        event: { _ in Self.event(.next(forward: true)) }),
      Command(
        "<shift-tab>", "Before", help: "Goes to the question before.", hint: 3, when: { $0.isTyping },
        event: { _ in Self.event(.next(forward: false)) }),
      Command(
        "<esc>", "Leave form", help: "Leaves the form; what was typed is asked about first.", hint: 4,
        when: { $0.isTyping }, event: { _ in Self.event(.leave) }),
    ]
  }
}

extension Questions {
  /// The moment that a day and a time mean, and what is wrong with them.
  func moment(day: String, time: String, today: Day) -> (Moment?, [Complaint<String>]) {
    guard let on = self.day(day, today: today) else { return (nil, [Complaint(day, "Enter the day.")]) }
    switch Moment.typed(text(time), on: on) {
    case .success(let moment): return (moment, [])
    case .failure(let fault): return (nil, [Complaint(time, fault.message)])
    }
  }

  /// Now, as the answer that goes without saying.
  mutating func preset(day: String, time: String, now: Moment) {
    preset(day, now.day.short)
    preset(time, now.clockSaid)
  }
}
