import CaseModel
import TerminalKit

/// Visits to one person and advice given about them: short dated entries, which become an action of the plan or a question
/// for the meeting with one key.
struct VisitsScreen: FormHolder {
  static let name = "Visits and advice"

  enum Link: Hashable, Sendable { case entry(CareEntry.ID) }

  struct Content: Hashable, Sendable {
    var patient: Patient
    /// The newest first.
    var entries: [CareEntry]
  }

  enum Form: Hashable, Sendable {
    case new
    case followUp(CareEntry.ID)
    case void(CareEntry.ID)
    case ask(CareEntry.ID)
  }

  enum Event: Sendable {
    case loaded(Content)
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed, chosen(Link)
    case newPressed, followUpPressed, actionPressed, askPressed, voidPressed
    case form(FormAct)
    case recorded(String)
    case notRecorded(Problem)
    /// The action stands in a draft of the plan.
    case drafted(DraftHold)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    case read(ID<Patient>)
    case record(CareEntryRequest, owner: String?, ID<Patient>)
    case followUp(CareEntry.ID, ID<Patient>, outcome: String)
    case void(CareEntry.ID, ID<Patient>, reason: String)
    case ask(CareEntry.ID, ID<Patient>, question: String)
    /// Adds an action to the reader's draft of the plan.
    case draft(what: String, ID<Patient>)
  }

  let id: ID<Patient>
  var content: Content?
  var problem: Problem?
  var form: Form?
  var questions: Questions?
  var isRecording = false
  var cursor = PageCursor(stopsAtLinks: true)
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(_ id: ID<Patient>) { self.id = id }

  static func event(_ act: FormAct) -> Event { .form(act) }

  var isPlain: Bool { questions == nil }

  mutating func begin() -> [Step<Work>] { [.perform(.read(id))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    questions?.fit(columns: size.columns)
    settle()
    return []
  }

  private mutating func settle() { cursor.settle(lines, pageRows) }

  func eventForChangedRecords() -> Event? { isRecording ? nil : .recordsChanged }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let content):
      self.content = content
      problem = nil
      settle()
    case .failed(let problem):
      if problem.kind == .closed { return [.exchange(.closedRecord(id))] }
      if problem.kind != .unavailable { content = nil }
      if content == nil { self.problem = problem }
      return [.report(problem)]
    case .recordsChanged: return [.replace("read", with: .read(id))]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed:
      guard content != nil else { return [.perform(.read(id))] }
      return [.say("n writes one down, d says what came of a follow-up, a makes an action, m asks the meeting.")]
    case .chosen(let link):
      cursor.go(to: link, in: lines, rows: pageRows)
      return [.say("Chosen. Type action, ask meeting, follow up or take back.")]
    case .newPressed: open(.new, VisitForms.new(now: around.now, role: around.actor.staff.role))
    case .followUpPressed: return onEntry(followUp)
    case .actionPressed:
      return onEntry { screen, entry in
        screen.send(.draft(what: String((entry.follows ?? entry.found).prefix(500)), screen.id))
      }
    case .askPressed: return onEntry(ask)
    case .voidPressed:
      return onEntry { screen, entry in
        screen.open(.void(entry.id), VisitForms.void(entry))
        return []
      }
    case .form(let act): return handleForm(act)
    case .recorded(let words):
      isRecording = false
      closeForm()
      return [.say(words), .recordsChanged, .replace("read", with: .read(id))]
    case .drafted(let hold):
      isRecording = false
      return [
        .say("The action stands in your draft of the plan. Publish it there."),
        .open(.planEditor(id, from: .held(hold))),
      ]
    case .notRecorded(let problem):
      isRecording = false
      return [.report(problem)]
    }
    return []
  }

  /// Why nothing can be recorded; nil when it can.
  var whyNot: String? {
    if around.isReadOnly { return "This session is read-only. Start mdt without --read-only to write anything down." }
    return content == nil ? "The entries are not here yet. Press Enter to read them again." : nil
  }

  private mutating func onEntry(_ act: (inout VisitsScreen, CareEntry) -> [Step<Work>]) -> [Step<Work>] {
    guard case .entry(let id) = cursor.link(in: lines), let entry = content?.entries.first(where: { $0.id == id })
    else {
      return [.say("Nothing was selected. Go to an entry first, or press n to write one down.")]
    }
    guard entry.voidReason == nil else {
      return [.say("It is void: it stays to be read, and nothing follows from it.")]
    }
    guard !isRecording else { return [] }
    return act(&self, entry)
  }

  private func followUp(_ screen: inout VisitsScreen, _ entry: CareEntry) -> [Step<Work>] {
    guard let followUp = entry.followUp else { return [.say("Nobody was to look again at this one.")] }
    if let by = followUp.doneBy { return [.say("\(by) has looked again already.")] }
    screen.open(.followUp(entry.id), VisitForms.followUp(entry))
    return []
  }

  /// One key where the entry says what follows; else the question is asked for.
  private func ask(_ screen: inout VisitsScreen, _ entry: CareEntry) -> [Step<Work>] {
    if entry.hasQuestion { return [.say("The meeting has been asked about this one already.")] }
    if let follows = entry.follows, follows.count <= MeetingQuestion.limit {
      return screen.send(.ask(entry.id, screen.id, question: follows))
    }
    screen.open(.ask(entry.id), VisitForms.ask(entry))
    return []
  }

  private mutating func open(_ form: Form, _ questions: Questions) {
    self.form = form
    openForm(questions)
  }

  mutating func refreshForm() {
    guard case .new = form, let questions else { return }
    self.questions?.ask(VisitForms.asked(questions))
  }

  mutating func closeForm() {
    form = nil
    questions = nil
    settle()
  }

  mutating func sendForm() -> [Step<Work>] {
    guard let form, let questions else { return [] }
    switch form {
    case .new:
      let (request, found) = VisitForms.request(questions, now: around.now)
      guard let request, found.isEmpty else { return complain(found) }
      return send(.record(request, owner: questions.textOrNil("owner"), id))
    case .followUp(let entry):
      guard !questions.text("outcome").isEmpty else { return complain([Complaint("outcome", "Say what came of it.")]) }
      return send(.followUp(entry, id, outcome: questions.text("outcome")))
    case .void(let entry):
      guard !questions.text("reason").isEmpty else { return complain([Complaint("reason", "Say what was wrong.")]) }
      return send(.void(entry, id, reason: questions.text("reason")))
    case .ask(let entry):
      let question = questions.text("question")
      guard (1...MeetingQuestion.limit).contains(question.count) else {
        return complain([Complaint("question", "Ask one thing, in 1 to \(MeetingQuestion.limit) characters.")])
      }
      return send(.ask(entry, id, question: question))
    }
  }
}
