import CaseModel
import TerminalKit

/// Referrals with their clocks (4.6): the board of all that the reader's work reaches, what runs out first; or those of
/// one person. A referral is opened, answered and closed here.
struct ReferralsScreen: FormHolder {
  static let name = "Referrals"

  enum Link: Hashable, Sendable { case referral(Referral.ID) }

  /// Everything on the page.
  struct Content: Hashable, Sendable {
    /// Nil on the board.
    var patient: Patient?
    var referrals: [Referral]
    var standards: [ReferralKind: ResponseStandard]
    /// Why the person's record is closed: a referral may be recorded all the same.
    var whyClosed: Problem?
  }

  enum Form: Hashable, Sendable {
    case new
    case answer(Referral.ID)
    case close(Referral.ID)
    case void(Referral.ID)
  }

  enum Event: Sendable {
    case loaded(Content)
    case failed(Problem)
    /// One referral of the board, opened.
    case opened(Referral, Patient)
    case moved(PageCursor.Move)
    case enterPressed, chosen(Link), backPressed, closedPressed
    case newPressed, answerPressed, closePressed, voidPressed, recordAsked
    case form(FormAct)
    case recorded(String)
    case notRecorded(Problem)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    case read(ID<Patient>?, closed: Bool)
    /// Opens one of the board, which is an opening of the record.
    case open(Referral.ID, ID<Patient>)
    case record(ReferralRequest, ID<Patient>)
    case answer(Referral.ID, ID<Patient>, ResponseRequest)
    case close(Referral.ID, ID<Patient>, ClosingRequest)
    case void(Referral.ID, ID<Patient>, reason: String)
  }

  /// Whose referrals; nil is the board.
  let about: ID<Patient>?
  var content: Content?
  var problem: Problem?
  /// The one that is open, and whom it is about.
  var open: Referral?
  var openPatient: Patient?
  /// The closed ones of the board, in place of what is open.
  var showsClosed = false
  var form: Form?
  var questions: Questions?
  var isRecording = false
  /// The minute for which the next reading is waited for already.
  private var watched: Int?
  var cursor = PageCursor(stopsAtLinks: true)
  private var listCursor = PageCursor(stopsAtLinks: true)
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(about: ID<Patient>?) { self.about = about }

  static func event(_ act: FormAct) -> Event { .form(act) }

  var isPlain: Bool { questions == nil }
  private var reading: Work { .read(about, closed: showsClosed) }

  mutating func begin() -> [Step<Work>] { [.perform(reading)] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    questions?.fit(columns: size.columns)
    settle()
    return []
  }

  mutating func settle() { cursor.settle(lines, pageRows) }

  func eventForChangedRecords() -> Event? { isRecording ? nil : .recordsChanged }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let content): return load(content)
    case .failed(let problem): return fail(problem)
    case .opened(let referral, let patient):
      if open?.id == referral.id {
        open = referral
        settle()
      } else {
        show(referral, patient)
      }
    case .recordsChanged: return readings
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed:
      guard content != nil else { return [.perform(reading)] }
      guard let link = cursor.link(in: lines) else { return [.say("Nothing is listed here. \(whatNext)")] }
      return follow(link)
    case .chosen(let link): return follow(link)
    case .backPressed: hide()
    case .closedPressed:
      showsClosed.toggle()
      return [.replace("read", with: reading)]
    case .newPressed: return openNew()
    case .answerPressed: return act { .answer($0) }
    case .closePressed: return act { .close($0) }
    case .voidPressed: return act { .void($0) }
    case .recordAsked:
      guard let patient = selected?.patient ?? about else { return [.say("Nothing was selected. Go to a line first.")] }
      return [.open(.person(patient, trail: nil))]
    case .form(let act): return handleForm(act)
    case .recorded(let words):
      isRecording = false
      closeForm()
      return [.say(words), .recordsChanged] + readings
    case .notRecorded(let problem):
      isRecording = false
      // What may not be read any more goes from the screen.
      if problem.kind == .closed { hide() }
      return [.report(problem)]
    }
    return []
  }

  /// One that was closed stands on the board no more, and is read by itself.
  private var readings: [Step<Work>] {
    let all: [Step<Work>] = [.replace("read", with: reading)]
    guard about == nil, let open else { return all }
    return all + [.replace("open", with: .open(open.id, open.patient))]
  }

  private var whatNext: String { about == nil ? "Esc goes back." : "n records a referral." }

  private mutating func load(_ content: Content) -> [Step<Work>] {
    let isFirst = self.content == nil
    self.content = content
    problem = nil
    if let open {
      // What was answered or closed is shown as it is now; what left the board stays until it is left.
      self.open = content.referrals.first { $0.id == open.id } ?? open
    }
    settle()
    if isFirst, content.whyClosed != nil { _ = openNew() }
    let minute = around.now.seconds / 60
    guard watched != minute else { return [] }
    // The minutes go on where nobody presses a key.
    watched = minute
    return [.later("minute", seconds: Double(61 - around.now.seconds % 60), reading)]
  }

  private mutating func fail(_ problem: Problem) -> [Step<Work>] {
    if problem.kind == .closed, let patient = about ?? open?.patient { return [.exchange(.closedRecord(patient))] }
    // What may not be read any more goes from the screen.
    if problem.kind != .unavailable {
      content = nil
      hide()
    }
    if content == nil { self.problem = problem }
    return [.report(problem)]
  }

  private mutating func follow(_ link: Link) -> [Step<Work>] {
    guard open == nil else { return [.say("There is nothing more behind this line. \(hintForOpen)")] }
    guard case .referral(let id) = link, let referral = content?.referrals.first(where: { $0.id == id }) else {
      return []
    }
    // On the board nobody's record has been opened yet.
    guard let patient = content?.patient else { return [.perform(.open(id, referral.patient))] }
    show(referral, patient)
    return []
  }

  private var hintForOpen: String { "r answers it, x closes it, Esc goes back." }

  private mutating func show(_ referral: Referral, _ patient: Patient) {
    listCursor = cursor
    open = referral
    openPatient = patient
    cursor = PageCursor()
    settle()
  }

  private mutating func hide() {
    guard open != nil else { return }
    open = nil
    openPatient = nil
    cursor = listCursor
    settle()
  }

  /// The one that is open, or under the cursor.
  var selected: Referral? {
    if let open { return open }
    guard case .referral(let id) = cursor.link(in: lines) else { return nil }
    return content?.referrals.first { $0.id == id }
  }

  /// Why nothing can be recorded; nil when it can.
  var whyNot: String? {
    if around.isReadOnly { return "This session is read-only. Start mdt without --read-only to record referrals." }
    return content == nil ? "The referrals are not here yet. Press Enter to read them again." : nil
  }

  private mutating func openNew() -> [Step<Work>] {
    guard (about ?? open?.patient) != nil else {
      return [.say("A referral is about somebody: find them with g f, open them and press F, then n.")]
    }
    form = .new
    openForm(ReferralForms.new(now: around.now, by: around.actor))
    return []
  }

  private mutating func act(_ form: (Referral.ID) -> Form) -> [Step<Work>] {
    guard let referral = selected else { return [.say("Nothing was selected. Go to a referral first.")] }
    let form = form(referral.id)
    if case .void = form, referral.voidReason != nil { return [.say("It is void already: it stays to be read.")] }
    if case .void = form {
    } else if !referral.isOpen {
      return [.say("It is \(referral.voidReason == nil ? "closed" : "void"): it stays as it is.")]
    }
    self.form = form
    openForm(ReferralForms.questions(form, about: referral, now: around.now))
    return []
  }

  mutating func refreshForm() {
    guard let form, let questions else { return }
    self.questions?.ask(ReferralForms.asked(form, questions))
    guard case .new = form else { return }
    self.questions?.notes = ReferralForms.notes(questions, content?.standards ?? [:])
    if let team = ReferralForms.team(questions) { self.questions?.preset("team", team) }
  }

  mutating func closeForm() {
    form = nil
    questions = nil
    settle()
  }

  mutating func sendForm() -> [Step<Work>] {
    guard let form, let questions else { return [] }
    let now = around.now
    switch form {
    case .new:
      let (request, found) = ReferralForms.request(questions, now: now)
      guard let request, found.isEmpty, let patient = about ?? open?.patient else { return complain(found) }
      return send(.record(request, patient))
    case .answer(let id):
      let (response, found) = ReferralForms.response(questions, now: now)
      guard let response, found.isEmpty, let patient = patient(of: id) else { return complain(found) }
      return send(.answer(id, patient, response))
    case .close(let id):
      let (closing, found) = ReferralForms.closing(questions, now: now)
      guard let closing, found.isEmpty, let patient = patient(of: id) else { return complain(found) }
      return send(.close(id, patient, closing))
    case .void(let id):
      guard !questions.text("reason").isEmpty, let patient = patient(of: id) else {
        return complain([Complaint("reason", "Say what was wrong.")])
      }
      return send(.void(id, patient, reason: questions.text("reason")))
    }
  }

  private func patient(of id: Referral.ID) -> ID<Patient>? {
    open?.id == id ? open?.patient : content?.referrals.first { $0.id == id }?.patient
  }
}
