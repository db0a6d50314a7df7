import CaseModel
import TerminalKit

/// What keys, pastes and answered lines do to a form that is open.
enum FormEvent: Sendable {
  case record
  case next(forward: Bool)
  case leave
  case typed(Key)
  case pasted(String)
  case answered(String)
}

/// A screen over whose page one form at a time may be open: the keys of the form are the same on each.
protocol FormHolding: Screen {
  var questions: Questions? { get set }
  /// What is in the form is on its way to the store.
  var isRecording: Bool { get }
  static func event(_ form: FormEvent) -> Event

  /// Asks what the answers so far make needful.
  mutating func refreshForm()
  /// Sends what the form says, or shows what is wrong with it.
  mutating func sendForm() -> [Step<Work>]
  mutating func closeForm()
}

extension FormHolding {
  mutating func refreshForm() {}

  mutating func handle(form event: FormEvent) -> [Step<Work>] {
    guard !isRecording else { return [] }
    let today = around.today
    var words: String?
    switch event {
    case .typed(let key): words = questions?.type(key, today: today)
    case .pasted(let text): words = questions?.paste(text)
    case .next(let forward): questions?.move(forward: forward, today: today)
    case .answered(let line):
      switch questions?.answer(line, today: today) {
      case .say(let text): words = text
      case .record: return sendForm()
      case .taken, nil: break
      }
    case .record: return sendForm()
    case .leave:
      if questions?.isTouched == true, questions?.isLeaving == false {
        questions?.isLeaving = true
        return [.say("Nothing is recorded yet. Esc once more leaves it; ^S records it.")]
      }
      closeForm()
    }
    refreshForm()
    return words.map { [.say($0)] } ?? []
  }

  /// Shows what is wrong, beside each answer.
  mutating func complain(_ complaints: [Complaint<String>]) -> [Step<Work>] {
    questions?.complaints = complaints
    if let first = complaints.first { questions?.go(to: first.field) }
    return [.say("Nothing was recorded. What you typed is as you left it.")]
  }

  func formEvent(for input: Input) -> Event? {
    guard questions != nil else { return nil }
    switch input {
    case .key(let key): return Self.event(.typed(key))
    case .paste(let text): return Self.event(.pasted(text))
    }
  }

  static var formCommands: [Command<Self, Event>] {
    [
      Command(
        "<ctrl-s>", "Record", help: "Records what is in the form, if nothing needs changing.", hint: 1,
        when: { $0.questions != nil }, event: { _ in Self.event(.record) }),
      Command(
        "<tab>", "Next", help: "Goes to the next question.", hint: 2, when: { $0.questions != nil },
        event: { _ in Self.event(.next(forward: true)) }),
      Command(
        "<shift-tab>", "Before", help: "Goes to the question before.", hint: 3, when: { $0.questions != nil },
        event: { _ in Self.event(.next(forward: false)) }),
      Command(
        "<esc>", "Leave form", help: "Leaves the form; what was typed is asked about first.", hint: 4,
        when: { $0.questions != nil }, event: { _ in Self.event(.leave) }),
    ]
  }
}

/// Members of staff by what somebody types: an account, a name, or a part of one that only one has.
enum StaffTyped {
  static func find(_ text: String, among staff: [StaffMember]) -> StaffMember? {
    let wanted = plainLetters(text)
    guard !wanted.isEmpty else { return nil }
    let exact = staff.filter { $0.account == text || plainLetters($0.name) == wanted }
    if exact.count == 1 { return exact[0] }
    let partly = staff.filter { member in
      plainLetters(member.name).contains(wanted) || plainLetters(member.shortName) == wanted
    }
    return partly.count == 1 ? partly[0] : nil
  }

  /// Why nobody was found, as a sentence.
  static func fault(_ text: String, among staff: [StaffMember]) -> String? {
    guard find(text, among: staff) == nil else { return nil }
    let wanted = plainLetters(text)
    let partly = wanted.isEmpty ? [] : staff.filter { plainLetters($0.name).contains(wanted) }
    if partly.isEmpty { return "Nobody of that name works here now. Type a name or an account." }
    return "Several fit: \(partly.prefix(4).map(\.name).joined(separator: ", ")). Type the whole name."
  }
}
