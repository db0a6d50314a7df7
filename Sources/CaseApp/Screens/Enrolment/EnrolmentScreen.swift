import CaseModel
import TerminalKit

/// Somebody's way into integrated care and out of it: where they stand, every step with its day, author and reason, where
/// they were registered; and the forms with which the next step is recorded (spec 5.1, R-ID-08).
struct EnrolmentScreen: FormHolder {
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
    case form(FormAct)
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

  mutating func begin() -> [Step<Work>] { [.perform(.open(id))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    questions?.fit(columns: size.columns)
    cursor.settle(lines, pageRows)
    return []
  }

  func eventForChangedRecords() -> Event? { isRecording || file == nil ? nil : .recordsChanged }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let file):
      (self.file, problem) = (file, nil)
      cursor.settle(lines, pageRows)
    case .failed(let problem):
      if problem.kind == .closed { return [.exchange(.closedRecord(id))] }
      if problem.kind == .refused || problem.kind == .notFound {
        file = nil
        closeForm()
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
    case .form(let act): return handleForm(act)
    case .recorded(let words):
      isRecording = false
      closeForm()
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
    openForm(EnrolmentScreen.form(act))
    return []
  }

  static func event(_ act: FormAct) -> Event { .form(act) }

  /// What is asked does not depend on the answers.
  mutating func refreshForm() {}

  mutating func closeForm() {
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

  mutating func sendForm() -> [Step<Work>] {
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
    guard faults.isEmpty else { return complain(faults) }
    let reason = questions.text("reason")
    switch act {
    case .invite: return send(.take(.invite, id, on: day, reason: reason))
    case .identify: return send(.take(.identify(route ?? .clinicalJudgement), id, on: day, reason: reason))
    case .end(let ending): return send(.take(.end(ending), id, on: day, reason: reason))
    case .died:
      let place = questions.choice("place").flatMap {
        EnrolmentScreen.places.indices.contains($0) ? EnrolmentScreen.places[$0] : nil
      }
      return send(.die(id, on: day ?? around.today, place, source: reason))
    case .voidDeath: return send(.undie(id, reason: reason))
    case .practice:
      return send(.register(id, at: questions.text("practice"), from: day ?? around.today, reason: reason))
    case .consent: return []
    }
  }
}
