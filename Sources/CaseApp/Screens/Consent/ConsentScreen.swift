import CaseModel
import TerminalKit

/// What a person decided about their care and their record: what stands, what was said before, with whom they do not want
/// to share; and the forms with which that is recorded (spec 5.3).
struct ConsentScreen: Screen {
  static let name = "Consent"

  /// What a line leads to.
  enum Link: Hashable, Sendable {
    case subject(ConsentSubject)
    case objection(String)
    case statement(String)
    case tasks
  }

  enum Event: Sendable {
    case loaded(ConsentRecord)
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed, chosen(Link)
    case newPressed, objectPressed, overridePressed, voidPressed, sheetPressed, backPressed, enrolmentPressed
    case recordPressed, nextAsked(forward: Bool), leavePressed
    case typed(Key)
    case pasted(String)
    case answered(String)
    /// With what is said about it, and whether the crisis plan is to be asked about.
    case recorded(String, asksAboutCrisis: Bool)
    case notRecorded(Problem)
    case sheetMade(ConsentSheet)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    /// Reads it and writes into the audit that it was opened.
    case open(ID<Patient>)
    case reload(ID<Patient>)
    case record(ConsentStatement, ID<Patient>)
    case object(ID<Patient>, isOrganisation: Bool, name: String, from: Day, to: Day?, reason: String)
    case override(
      ID<Patient>, OverrideGround, decidedByName: String, decidedByRole: String, staff: String, days: Int,
      reason: String)
    case void(ID<Patient>, String, reason: String)
    case end(ID<Patient>, String, reason: String)
    /// Makes the person's own sheet and writes into the audit that it was made.
    case sheet(ID<Patient>)
  }

  let id: ID<Patient>
  var record: ConsentRecord?
  var problem: Problem?
  var form: ConsentForm?
  var questions: Questions?
  var sheet: ConsentSheet?
  var isRecording = false
  var cursor = PageCursor()
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(_ id: ID<Patient>) { self.id = id }

  var isTyping: Bool { questions != nil }
  var isPlain: Bool { questions == nil && sheet == nil }

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
    case .loaded(let record):
      let isFirst = self.record == nil
      self.record = record
      problem = nil
      if isFirst { cursor.go(to: .subject(.enrolment), in: lines, rows: pageRows) }
      cursor.settle(lines, pageRows)
    case .failed(let problem): return fail(problem)
    case .recordsChanged:
      if record == nil { return problem == nil ? [] : [.replace("read", with: .reload(id))] }
      return [.replace("read", with: .reload(id))]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed:
      guard record != nil else { return [.perform(.open(id))] }
      guard let link = cursor.link(in: lines), isPlain else {
        return [.say("Enter on a subject records what the person says of it now. n records a statement.")]
      }
      return follow(link)
    case .chosen(let link):
      switch link {
      case .statement, .objection: return takeBack(link)
      case .subject, .tasks: return follow(link)
      }
    case .backPressed: sheet = nil
    case .enrolmentPressed: return [.open(.enrolment(id))]
    case .sheetPressed: return [.perform(.sheet(id))]
    case .sheetMade(let sheet):
      self.sheet = sheet
      cursor = PageCursor()
    case .newPressed: open(.statement, ConsentForm.statement(about: .enrolment, asksAboutCrisis: false, today: today))
    case .objectPressed: open(.objection, ConsentForm.objection(today: today))
    case .overridePressed: open(.override, ConsentForm.override(today: today))
    case .voidPressed: return takeBack(cursor.link(in: lines))
    case .recordPressed, .nextAsked, .leavePressed, .typed, .pasted, .answered: return handleForm(event)
    case .recorded(let words, let asksAboutCrisis):
      isRecording = false
      close()
      if asksAboutCrisis {
        open(
          .statement,
          ConsentForm.statement(about: .shareCrisisExternal, asksAboutCrisis: true, today: today))
      }
      return [.say(words), .recordsChanged, .replace("read", with: .reload(id))]
    case .notRecorded(let problem):
      isRecording = false
      return [.report(problem)]
    }
    return []
  }

  var today: Day { around.today }

  /// What may no longer be read goes from the screen.
  private mutating func fail(_ problem: Problem) -> [Step<Work>] {
    if problem.kind == .closed { return [.exchange(.closedRecord(id))] }
    if problem.kind == .refused || problem.kind == .notFound {
      record = nil
      sheet = nil
      close()
    }
    if record == nil { self.problem = problem }
    return [.report(problem)]
  }

  private mutating func follow(_ link: Link) -> [Step<Work>] {
    switch link {
    case .tasks: return [.open(.consentTasks)]
    case .subject(let subject):
      if let why = whyNot { return [.say(why)] }
      open(.statement, ConsentForm.statement(about: subject, asksAboutCrisis: false, today: today))
    case .objection: return [.say("x ends this objection: the person makes it no longer.")]
    case .statement: return [.say("x marks this statement as recorded in error. It stays to be read.")]
    }
    return []
  }

  private mutating func takeBack(_ link: Link?) -> [Step<Work>] {
    if let why = whyNot { return [.say(why)] }
    switch link {
    case .statement(let statement):
      if record?.statements.first(where: { $0.id == statement })?.void != nil {
        return [.say("This statement is void already.")]
      }
      open(
        .void(statement),
        ConsentForm.reason("A statement recorded in error", "It stays to be read, and counts no more from now on."))
    case .objection(let objection):
      open(
        .end(objection), ConsentForm.reason("An objection that is over", "Today is its last day; it stays to be read."))
    default: return [.say("Nothing was selected. Go to a statement of the history or to an objection, then press x.")]
    }
    return []
  }

  /// Why nothing can be recorded; nil when it can.
  var whyNot: String? {
    if around.isReadOnly { return "This session is read-only. Start mdt without --read-only to record consent." }
    return record == nil ? "The consent is not here yet. Press Enter to read it again." : nil
  }

  mutating func open(_ form: ConsentForm, _ questions: Questions) {
    self.form = form
    self.questions = questions
    self.questions?.fit(columns: size.columns)
  }

  mutating func close() {
    form = nil
    questions = nil
    cursor.settle(lines, pageRows)
  }
}
