import CaseModel
import TerminalKit

/// The handover wizard (R-SW-03): whose people, to whom each, with a note each; seen as a whole before it happens.
struct TransferScreen: Screen, FormHolding {
  static let name = "Handover"

  enum Link: Hashable, Sendable {
    case worker(ID<StaffMember>)
    case person(ID<Patient>)
  }

  /// What was decided for one person.
  struct Decision: Hashable, Sendable {
    /// Nil for nobody.
    var successor: StaffMember?
    var note: HandoverNote
  }

  enum Form: Hashable, Sendable {
    case leaver
    /// One person, with their note.
    case person(ID<Patient>)
    /// Everybody who is not decided yet, each with what the record suggests.
    case others
  }

  struct Content: Hashable, Sendable {
    var preview: TransferPreview?
    var workers: [SocialWorker]
    var staff: [StaffMember]
  }

  enum Event: Sendable {
    case loaded(Content)
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed, otherPressed, restPressed, causePressed, handOverPressed, confirmed, keptBack
    case chosen(Link)
    case form(FormEvent)
    case done(HandoverOutcome)
    case notDone(Problem)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    case read(ID<StaffMember>?)
    case transfer(ID<StaffMember>, [TransferChoice], String)
  }

  var leaver: ID<StaffMember>?
  var content: Content?
  var problem: Problem?
  var decisions: [ID<Patient>: Decision] = [:]
  var cause = ""
  var form: Form?
  var questions: Questions?
  /// All of it is shown, and `y` does it.
  var isConfirming = false
  var isRecording = false
  var cursor = PageCursor(stopsAtLinks: true)
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(from leaver: ID<StaffMember>?) { self.leaver = leaver }

  var isTyping: Bool { questions != nil }
  static func event(_ form: FormEvent) -> Event { .form(form) }
  var people: [TransferPerson] { content?.preview?.people ?? [] }
  var undecided: [TransferPerson] { people.filter { decisions[$0.id] == nil } }
  var isPlain: Bool { questions == nil && !isConfirming }

  mutating func begin() -> [Step<Work>] { [.perform(.read(leaver))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    questions?.fit(columns: size.columns)
    cursor.settle(lines, pageRows)
    return []
  }

  func eventForChangedRecords() -> Event? { isRecording ? nil : .recordsChanged }
  func event(for input: Input) -> Event? {
    if isConfirming { return .keptBack }
    return formEvent(for: input)
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let content):
      self.content = content
      problem = nil
      // Whoever is not theirs any more is handed over no more.
      let there = Set(content.preview?.people.map(\.id) ?? [])
      decisions = decisions.filter { there.contains($0.key) }
      cursor.settle(lines, pageRows)
    case .failed(let problem):
      if problem.kind != .unavailable { content = nil }
      if content == nil { self.problem = problem }
      return [.report(problem)]
    case .recordsChanged: return [.replace("read", with: .read(leaver))]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed:
      guard content != nil else { return [.perform(.read(leaver))] }
      guard let link = cursor.link(in: lines) else { return [.say("n names whose people are handed over.")] }
      return follow(link)
    case .chosen(let link): return follow(link)
    case .otherPressed:
      open(.leaver, Questions("Whose people are handed over?", [.init("staff", "Name or account", .text)]))
    case .restPressed:
      guard !undecided.isEmpty else { return [.say("Everybody is decided. ^S shows it all and hands over.")] }
      open(.others, TransferScreen.successor("Everybody not decided yet: \(undecided.count)"))
    case .causePressed:
      var asked = Questions("Why are they handed over?", [.init("cause", "In a few words", .text)])
      asked.preset("cause", cause)
      open(nil, asked)
    case .handOverPressed:
      guard undecided.isEmpty, !people.isEmpty else {
        return [
          .say("\(counted(undecided.count, "person is", "people are")) not decided yet. a decides for all of them.")
        ]
      }
      if cause.isEmpty { return handle(.causePressed) }
      isConfirming = true
      cursor = PageCursor()
      cursor.settle(lines, pageRows)
    case .keptBack:
      isConfirming = false
      cursor = PageCursor(stopsAtLinks: true)
      cursor.settle(lines, pageRows)
      return [.say("Nothing was handed over. What you decided is as you left it.")]
    case .confirmed:
      guard let leaver, !isRecording else { return [] }
      isRecording = true
      return [.perform(.transfer(leaver, choices, cause))]
    case .form(let event): return handle(form: event)
    case .done(let outcome):
      isRecording = false
      isConfirming = false
      decisions = [:]
      cursor = PageCursor(stopsAtLinks: true)
      let waiting = outcome.kept.values.reduce(0, +)
      let rest = waiting > 0 ? " \(waiting) care plans still name them: whoever edits plans hands those over." : ""
      return [
        .sayUndoable("Handed over: \(counted(outcome.roles, "role", "roles")), \(outcome.reviews) plans.\(rest)"),
        .recordsChanged, .replace("read", with: .read(leaver)),
      ]
    case .notDone(let problem):
      isRecording = false
      isConfirming = false
      cursor = PageCursor(stopsAtLinks: true)
      return [.report(problem), .replace("read", with: .read(leaver))]
    }
    return []
  }

  var choices: [TransferChoice] {
    people.compactMap { person in
      decisions[person.id].map {
        TransferChoice(patient: person.id, successor: $0.successor?.id, note: $0.note)
      }
    }
  }

  private mutating func follow(_ link: Link) -> [Step<Work>] {
    switch link {
    case .worker(let id):
      leaver = id
      decisions = [:]
      return [.replace("read", with: .read(id))]
    case .person(let id):
      guard let person = people.first(where: { $0.id == id }) else { return [] }
      let now = decisions[id]
      var asked = TransferScreen.successor(person.name.shown(), notes: [person.words.capitalisedFirst])
      asked.ask(
        TransferScreen.successorQuestions + [
          .init("who", "Who they are", .text), .init("live", "What is live", .text),
          .init("due", "What is due", .text), .init("cross", "Who is cross", .text),
        ])
      let note = now?.note ?? person.suggested
      for (key, text) in [
        ("who", note.whoTheyAre), ("live", note.whatIsLive), ("due", note.whatIsDue), ("cross", note.whoIsCross),
      ] { asked.preset(key, text) }
      if let now { asked.preset("to", now.successor?.name ?? "nobody") }
      open(.person(id), asked)
    }
    return []
  }

  private static let successorQuestions: [Questions.Question] = [.init("to", "To whom (or nobody)", .text)]

  private static func successor(_ title: String, notes: [String] = []) -> Questions {
    Questions(
      title,
      notes: notes + ["Type a name or an account; \"nobody\" leaves them unallocated, and the manager's list says so."],
      successorQuestions)
  }

  private mutating func open(_ form: Form?, _ questions: Questions) {
    self.form = form
    self.questions = questions
    self.questions?.fit(columns: size.columns)
  }

  mutating func closeForm() {
    form = nil
    questions = nil
    cursor.settle(lines, pageRows)
  }

  mutating func sendForm() -> [Step<Work>] {
    guard let questions, let content else { return [] }
    guard let form else {
      cause = questions.text("cause")
      guard !cause.isEmpty else { return complain([Complaint("cause", "Say why: \"long leave until June\".")]) }
      closeForm()
      return [.say("^S shows it all and hands over.")]
    }
    if form == .leaver {
      guard let one = StaffTyped.find(questions.text("staff"), among: content.staff) else {
        return complain([
          Complaint("staff", StaffTyped.fault(questions.text("staff"), among: content.staff) ?? "Name somebody.")
        ])
      }
      closeForm()
      leaver = one.id
      decisions = [:]
      return [.replace("read", with: .read(one.id))]
    }
    let typed = questions.text("to")
    var to: StaffMember?
    if plainLetters(typed) != "nobody" {
      let others = content.staff.filter { $0.id != leaver }
      if let fault = StaffTyped.fault(typed, among: others) { return complain([Complaint("to", fault)]) }
      to = StaffTyped.find(typed, among: others)
    }
    switch form {
    case .person(let id):
      let note = HandoverNote(
        whoTheyAre: questions.text("who"), whatIsLive: questions.text("live"), whatIsDue: questions.text("due"),
        whoIsCross: questions.text("cross"))
      guard !note.isEmpty else {
        return complain([Complaint("who", "Answer at least one: whoever takes them needs to know them.")])
      }
      decisions[id] = Decision(successor: to, note: note)
    default:
      for person in undecided { decisions[person.id] = Decision(successor: to, note: person.suggested) }
    }
    closeForm()
    return []
  }
}
