import CaseModel
import TerminalKit

/// Somebody's way into integrated care and out of it: where they stand, every step with its day, author and reason, where
/// they were registered; and the forms with which the next step is recorded (spec 5.1, R-ID-08).
struct EnrolmentScreen: Screen {
  static let name = "Enrolment"

  /// What can be recorded now.
  enum Act: Hashable, Sendable {
    case invite, identify
    case end(EnrolmentAct.Ending)
    case died, voidDeath, practice
    /// Who agrees, refuses or withdraws is recorded as consent.
    case consent
  }

  enum Event: Sendable {
    case loaded(EnrolmentFile)
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed, consentPressed
    case chosen(Act)
    case recordPressed, nextAsked(forward: Bool), leavePressed
    case typed(Key)
    case pasted(String)
    case answered(String)
    case recorded(String)
    case notRecorded(Problem)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    /// Reads it and writes into the audit that it was opened.
    case open(ID<Patient>)
    case reload(ID<Patient>)
    case take(EnrolmentAct, ID<Patient>, on: Day?, reason: String)
    case die(ID<Patient>, on: Day, PreferredPlace?, source: String)
    case undie(ID<Patient>, reason: String)
    case register(ID<Patient>, at: String, from: Day, reason: String)
  }

  let id: ID<Patient>
  var file: EnrolmentFile?
  var problem: Problem?
  var act: Act?
  var questions: Questions?
  var isRecording = false
  var cursor = PageCursor(stopsAtLinks: true)
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(_ id: ID<Patient>) { self.id = id }

  var isTyping: Bool { questions != nil }

  mutating func begin() -> [Step<Work>] { [.perform(.open(id))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    questions?.fit(columns: size.columns)
    cursor.settle(lines, pageRows)
    return []
  }

  func eventForChangedRecords() -> Event? { isRecording || file == nil ? nil : .recordsChanged }

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
      (self.file, problem) = (file, nil)
      cursor.settle(lines, pageRows)
    case .failed(let problem):
      if problem.kind == .closed { return [.exchange(.closedRecord(id))] }
      if problem.kind == .refused || problem.kind == .notFound {
        file = nil
        close()
      }
      if file == nil { self.problem = problem }
      return [.report(problem)]
    case .recordsChanged: return [.replace("read", with: .reload(id))]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed:
      guard file != nil else { return [.perform(.open(id))] }
      guard let act = cursor.link(in: lines) else { return [.say("Nothing is selected. Esc goes back.")] }
      return begin(act)
    case .chosen(let act): return begin(act)
    case .consentPressed: return [.open(.consent(id))]
    case .recordPressed, .nextAsked, .leavePressed, .typed, .pasted, .answered: return handleForm(event)
    case .recorded(let words):
      isRecording = false
      close()
      return [.say(words), .recordsChanged, .replace("read", with: .reload(id))]
    case .notRecorded(let problem):
      isRecording = false
      return [.report(problem)]
    }
    return []
  }

  private mutating func begin(_ act: Act) -> [Step<Work>] {
    if act == .consent { return [.open(.consent(id))] }
    if around.isReadOnly {
      return [.say("This session is read-only. Start mdt without --read-only to record an enrolment.")]
    }
    self.act = act
    questions = EnrolmentScreen.form(act)
    questions?.fit(columns: size.columns)
    return []
  }

  mutating func close() {
    act = nil
    questions = nil
    cursor.settle(lines, pageRows)
  }

  // MARK: The forms

  private static func form(_ act: Act) -> Questions {
    let reason = Questions.Question("reason", "Why, in a sentence", .text)
    let day = Questions.Question("day", "From which day; empty for today", .day)
    switch act {
    case .invite:
      return Questions(
        "Invite", notes: ["Who is invited stands on lists. What they say to it is recorded as consent."],
        [day, .init("reason", "How they were asked, and by whom", .text)])
    case .identify:
      return Questions(
        "Identify again", notes: ["A score alone lists nobody: a professional says why (R-RS-03)."],
        [.init("route", "What brought them", .choice(EnrolmentRoute.allCases.map(\.words))), day, reason])
    case .end(let ending):
      return Questions(
        ending.words, notes: ["They leave every list at once; the record stays to be read."], [day, reason])
    case .died:
      return Questions(
        "Died",
        notes: ["They leave every list at once. What is still open stands on the worklist After a death."],
        [
          .init("day", "On which day", .day),
          .init("place", "Where, if it is known", .choice(places.map(\.words) + ["not known"])),
          .init("reason", "How you know", .text),
        ])
    case .voidDeath:
      return Questions(
        "A death recorded in error", notes: ["Enrolment and lists are as they were before it."], [reason])
    case .practice:
      return Questions(
        "Another practice", notes: ["Locality, lists and who may see the record follow it."],
        [.init("practice", "Its code, as F99001", .text), day, reason])
    case .consent: return Questions("", [])
    }
  }

  static let places = PreferredPlace.allCases.filter {
    ![.undecided, .declinedDiscussion, .unableToExpress, .notAppropriate].contains($0)
  }

  private mutating func handleForm(_ event: Event) -> [Step<Work>] {
    guard !isRecording else { return [] }
    var words: String?
    switch event {
    case .typed(let key): words = questions?.type(key, today: around.today)
    case .pasted(let text): words = questions?.paste(text)
    case .nextAsked(let forward): questions?.move(forward: forward, today: around.today)
    case .answered(let line):
      switch questions?.answer(line, today: around.today) {
      case .say(let text): words = text
      case .record: return record()
      case .taken, nil: break
      }
    case .recordPressed: return record()
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

  private mutating func record() -> [Step<Work>] {
    guard let questions, let act else { return [] }
    var faults = questions.unreadDays(today: around.today)
    let day = questions.day("day", today: around.today)
    if act == .died, questions.text("day").isEmpty { faults.append(Complaint("day", "Give the day.")) }
    if act == .practice, questions.text("practice").isEmpty {
      faults.append(Complaint("practice", "Give the code of the practice."))
    }
    let route: EnrolmentRoute? = questions.code("route")
    if act == .identify, route == nil { faults.append(Complaint("route", "Choose one.")) }
    if questions.text("reason").isEmpty { faults.append(Complaint("reason", "Say it in a sentence.")) }
    guard faults.isEmpty else {
      self.questions?.complaints = faults
      if let first = faults.first { self.questions?.go(to: first.field) }
      return [.say("Nothing was recorded. What you typed is as you left it.")]
    }
    let reason = questions.text("reason")
    isRecording = true
    switch act {
    case .invite: return [.perform(.take(.invite, id, on: day, reason: reason))]
    case .identify: return [.perform(.take(.identify(route ?? .clinicalJudgement), id, on: day, reason: reason))]
    case .end(let ending): return [.perform(.take(.end(ending), id, on: day, reason: reason))]
    case .died:
      let place = questions.choice("place").flatMap {
        EnrolmentScreen.places.indices.contains($0) ? EnrolmentScreen.places[$0] : nil
      }
      return [.perform(.die(id, on: day ?? around.today, place, source: reason))]
    case .voidDeath: return [.perform(.undie(id, reason: reason))]
    case .practice:
      return [
        .perform(.register(id, at: questions.text("practice"), from: day ?? around.today, reason: reason))
      ]
    case .consent: return []
    }
  }
}
