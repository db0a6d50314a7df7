import CaseModel
import TerminalKit

/// Care Act work, carers and safeguarding of one person (4.3, 4.4). Of safeguarding most readers see the marker; a concern
/// can be raised by everybody, also where the record is closed (R-SG-03).
struct SocialCareScreen: FormHolder {
  static let name = "Social care"

  enum Link: Hashable, Sendable {
    case item(String)
    case concern(String)
  }

  struct Carer: Hashable, Sendable {
    var id: ID<PlanItem>
    var name: String
  }

  struct Content: Hashable, Sendable {
    var patient: Patient
    var items: [SocialCareItem]
    var safeguarding: SafeguardingSheet
    /// Unpaid carers, as the plan's contacts have them.
    var carers: [Carer]
    var whyClosed: Problem?
  }

  enum Form: Hashable, Sendable {
    case new
    case move(String)
    case void(String)
    case raise
    case decide(String), close(String), name(String)
  }

  enum Event: Sendable {
    case loaded(Content)
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed, chosen(Link)
    case newPressed, raisePressed, decidePressed, closePressed, namePressed, voidPressed
    case form(FormAct)
    case recorded(String)
    case notRecorded(Problem)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    /// Reads it and writes into the audit that the safeguarding was opened.
    case open(ID<Patient>)
    case reload(ID<Patient>)
    case record(SocialCareRequest, owner: String, ID<Patient>)
    case move(String, SocialCareItem.Status, SocialCareItem.Detail?, version: Int, ID<Patient>)
    case void(String, reason: String, ID<Patient>)
    case raise(SafeguardingRequest, lead: String?, ID<Patient>)
    case decide(String, SafeguardingConcern.Decision, ID<Patient>)
    case close(String, outcome: String, ID<Patient>)
    case name(String, staff: String, isLead: Bool, ID<Patient>)
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

  mutating func begin() -> [Step<Work>] { [.perform(.open(id))] }

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
    case .recordsChanged: return [.replace("read", with: .reload(id))]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed:
      guard content != nil else { return [.perform(.open(id))] }
      guard let link = cursor.link(in: lines) else {
        return [.say("Nothing is listed. n asks for a piece of work, s raises a safeguarding concern.")]
      }
      return follow(link)
    case .chosen(let link):
      cursor.go(to: link, in: lines, rows: pageRows)
      return follow(link)
    case .newPressed: return whenOpen { $0.open(.new, SocialCareForms.new(now: $0.around.now, by: $0.around.actor)) }
    case .raisePressed: open(.raise, SocialCareForms.raise(now: around.now))
    case .decidePressed: return onConcern { $0.open(.decide($1.id), SocialCareForms.decide($1)) }
    case .closePressed: return onConcern { $0.open(.close($1.id), SocialCareForms.close($1)) }
    case .namePressed: return onConcern { $0.open(.name($1.id), SocialCareForms.name($1)) }
    case .voidPressed:
      guard let item = selectedItem else { return [.say("Nothing was selected. Go to a piece of work first.")] }
      guard item.voidReason == nil else { return [.say("It is void already.")] }
      open(.void(item.id), SocialCareForms.void(item))
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

  var selectedItem: SocialCareItem? {
    guard case .item(let id) = cursor.link(in: lines) else { return nil }
    return content?.items.first { $0.id == id }
  }

  private var selectedConcern: SafeguardingConcern? {
    guard case .concern(let id) = cursor.link(in: lines) else { return nil }
    return content?.safeguarding.concerns.first { $0.id == id }
  }

  private mutating func follow(_ link: Link) -> [Step<Work>] {
    switch link {
    case .item:
      guard let item = selectedItem else { return [] }
      if let why = whyNot { return [.say(why)] }
      guard item.voidReason == nil, !item.status.next.isEmpty else {
        return [.say("This is over: it stays as it is. n asks for a new piece of work.")]
      }
      open(.move(item.id), SocialCareForms.move(item))
    case .concern: return [.say("d decides, c closes with what came of it, N names who else may read it.")]
    }
    return []
  }

  private mutating func whenOpen(_ act: (inout SocialCareScreen) -> Void) -> [Step<Work>] {
    if content?.whyClosed != nil {
      return [.say("The record is not open to you. You may raise a safeguarding concern with s.")]
    }
    act(&self)
    return []
  }

  private mutating func onConcern(_ act: (inout SocialCareScreen, SafeguardingConcern) -> Void) -> [Step<Work>] {
    guard let concern = selectedConcern else { return [.say("Nothing was selected. Go to a concern first.")] }
    guard concern.closedOn == nil else { return [.say("This concern is closed: it stays as it is.")] }
    act(&self, concern)
    return []
  }

  /// Why nothing can be recorded; nil when it can.
  var whyNot: String? {
    if around.isReadOnly { return "This session is read-only. Start mdt without --read-only to record anything." }
    return content == nil ? "It is not here yet. Press Enter to read it again." : nil
  }

  private mutating func open(_ form: Form, _ questions: Questions) {
    self.form = form
    openForm(questions)
  }

  mutating func refreshForm() {
    guard let form, let questions else { return }
    switch form {
    case .new: self.questions?.ask(SocialCareForms.askedNew(questions, carers: content?.carers.map(\.name) ?? []))
    case .move: if let item = selectedItem { self.questions?.ask(SocialCareForms.askedMove(questions, item)) }
    case .raise: self.questions?.ask(SocialCareForms.askedRaise(questions))
    default: break
    }
  }

  mutating func closeForm() {
    form = nil
    questions = nil
    settle()
  }

  mutating func sendForm() -> [Step<Work>] {
    guard let form, let questions else { return [] }
    let today = around.today
    switch form {
    case .new:
      let (request, found) = SocialCareForms.request(questions, carers: content?.carers ?? [], today: today)
      guard let request, found.isEmpty else { return complain(found) }
      return send(.record(request, owner: questions.text("owner"), id))
    case .move(let item):
      guard let known = content?.items.first(where: { $0.id == item }) else { return [] }
      let (step, found) = SocialCareForms.step(questions, known)
      guard let step, found.isEmpty else { return complain(found) }
      return send(.move(item, step.status, step.detail, version: known.rowVersion, id))
    case .raise:
      let (request, found) = SocialCareForms.concern(questions, today: today)
      guard let request, found.isEmpty else { return complain(found) }
      return send(.raise(request, lead: questions.textOrNil("lead"), id))
    case .decide(let concern):
      guard let decision = questions.code("decision", SafeguardingConcern.Decision.self) else {
        return complain([Complaint("decision", "Choose what is done.")])
      }
      return send(.decide(concern, decision, id))
    case .close(let concern):
      guard !questions.text("outcome").isEmpty else { return complain([Complaint("outcome", "Say what came of it.")]) }
      return send(.close(concern, outcome: questions.text("outcome"), id))
    case .name(let concern):
      guard !questions.text("staff").isEmpty else { return complain([Complaint("staff", "Name them.")]) }
      return send(.name(concern, staff: questions.text("staff"), isLead: questions.choice("lead") == 1, id))
    case .void(let item):
      guard !questions.text("reason").isEmpty else { return complain([Complaint("reason", "Say what was wrong.")]) }
      return send(.void(item, reason: questions.text("reason"), id))
    }
  }
}
