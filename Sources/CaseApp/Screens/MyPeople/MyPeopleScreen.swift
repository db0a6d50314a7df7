import CaseModel
import TerminalKit

/// Whom the reader looks after: who needs them today, this week, and everyone else (mock-up 6).
struct MyPeopleScreen: Screen, FormHolding {
  static let name = "My people"

  enum Event: Sendable {
    case loaded(MyPeople)
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed, acknowledgePressed, toldPressed, teamPressed, restPressed
    case chosen(ID<Patient>)
    case form(FormEvent)
    case done(String)
    case notDone(Problem)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    case read
    case acknowledge(ID<Patient>, String)
    case told(ID<Patient>, String, Day, ToldMethod)
  }

  var content: MyPeople?
  var problem: Problem?
  var showsRest = false
  /// Whose telling is being recorded.
  var telling: MyPerson?
  var questions: Questions?
  var isRecording = false
  var cursor = PageCursor(stopsAtLinks: true)
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  var isTyping: Bool { questions != nil }
  static func event(_ form: FormEvent) -> Event { .form(form) }

  mutating func begin() -> [Step<Work>] { [.perform(.read)] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    questions?.fit(columns: size.columns)
    cursor.settle(lines, pageRows)
    return []
  }

  func eventForChangedRecords() -> Event? { isRecording ? nil : .recordsChanged }
  func event(for input: Input) -> Event? { formEvent(for: input) }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let content):
      self.content = content
      problem = nil
      cursor.settle(lines, pageRows)
    case .failed(let problem):
      if problem.kind != .unavailable { content = nil }
      if content == nil { self.problem = problem }
      return [.report(problem)]
    case .recordsChanged: return [.replace("read", with: .read)]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed:
      guard content != nil else { return [.perform(.read)] }
      guard let person = selected else { return [.say(MyPeopleScreen.nobody)] }
      return [.open(.person(person.id, trail: nil))]
    case .chosen(let id): return [.open(.person(id, trail: nil))]
    case .teamPressed: return selected.map { [.open(.team($0.id))] } ?? [.say(MyPeopleScreen.nobody)]
    case .restPressed:
      showsRest.toggle()
      cursor.settle(lines, pageRows)
    case .acknowledgePressed:
      guard let person = selected else { return [.say(MyPeopleScreen.nobody)] }
      guard person.asked != nil || !person.news.isEmpty else {
        return [.say("Nothing is new about \(person.name.shown()).")]
      }
      isRecording = true
      return [.perform(.acknowledge(person.id, person.name.shown()))]
    case .toldPressed:
      guard let person = selected, let untold = person.untold else {
        return [.say("There is nothing to tell: nobody here has a role that the person does not know of.")]
      }
      telling = person
      questions = TeamForm.told(untold.name, today: around.today)
      questions?.fit(columns: size.columns)
    case .form(let event): return handle(form: event)
    case .done(let words):
      isRecording = false
      closeForm()
      return [.sayUndoable(words), .recordsChanged, .replace("read", with: .read)]
    case .notDone(let problem):
      isRecording = false
      return [.report(problem)]
    }
    return []
  }

  private static let nobody = "Nobody is selected. The allocation list gives you people, and you accept them."

  var whyNot: String? {
    around.isReadOnly ? "This session is read-only. Start mdt without --read-only to acknowledge." : nil
  }

  var selected: MyPerson? { cursor.link(in: lines).flatMap { id in content?.people.first { $0.id == id } } }

  mutating func closeForm() {
    telling = nil
    questions = nil
    cursor.settle(lines, pageRows)
  }

  mutating func sendForm() -> [Step<Work>] {
    guard let telling, let untold = telling.untold, let questions else { return [] }
    var found = questions.unreadDays(today: around.today)
    guard let how: ToldMethod = questions.code("how") else {
      found.append(Complaint("how", "Choose how."))
      return complain(found)
    }
    guard let day = questions.day("on", today: around.today) else {
      if found.isEmpty { found.append(Complaint("on", "Give the day.")) }
      return complain(found)
    }
    isRecording = true
    return [.perform(.told(telling.id, untold.id, day, how))]
  }
}
