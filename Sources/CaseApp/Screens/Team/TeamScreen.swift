import CaseModel
import TerminalKit

/// Who looks after a person, and who did: asked, accepted, told, handed over (spec 4.2).
struct TeamScreen: Screen, FormHolding {
  static let name = "Team"

  enum Link: Hashable, Sendable {
    case assignment(String)
    case request(String)
  }

  struct Content: Hashable, Sendable {
    var patient: Patient
    var isSimilar: Bool
    var team: CareTeamRecord
    /// Those who can be given a role.
    var staff: [StaffMember]
    var suggested: CaseWeight
    var holidays: Set<Day>
    var acceptDays: Int
    var tellDays: Int
  }

  enum Event: Sendable {
    case loaded(Content)
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed
    case chosen(Link)
    case assignPressed, acceptPressed, declinePressed, endPressed, toldPressed, weighPressed, requestPressed
    case form(FormEvent)
    case done(String)
    case notDone(Problem)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    case read(ID<Patient>)
    case assign(ID<Patient>, NewAssignment)
    case accept(ID<Patient>, String)
    case decline(ID<Patient>, String, AssignmentEnd, String)
    case end(ID<Patient>, String, version: Int, AssignmentEnd, String?)
    case told(ID<Patient>, String, Day, ToldMethod)
    case weigh(ID<Patient>, String, version: Int, CaseWeight)
    case request(ID<Patient>, CareRole, AllocationRequest.Source, String)
    case withdraw(ID<Patient>, String, String)
  }

  let id: ID<Patient>
  var content: Content?
  var problem: Problem?
  var form: TeamForm?
  var questions: Questions?
  var isRecording = false
  var cursor = PageCursor(stopsAtLinks: true)
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(_ id: ID<Patient>) { self.id = id }

  var isTyping: Bool { questions != nil }

  static func event(_ form: FormEvent) -> Event { .form(form) }

  mutating func begin() -> [Step<Work>] { [.perform(.read(id))] }

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
    case .recordsChanged: return [.replace("read", with: .read(id))]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed:
      guard content != nil else { return [.perform(.read(id))] }
      guard let link = cursor.link(in: lines) else { return [.say("n gives somebody a role.")] }
      return follow(link)
    case .chosen(let link): return follow(link)
    case .assignPressed: return open(.assign, TeamForm.assign(chosen?.role, replaces: replaced))
    case .requestPressed: return open(.request, TeamForm.asking)
    case .acceptPressed: return accept()
    case .declinePressed: return decline()
    case .endPressed: return end()
    case .toldPressed: return told()
    case .weighPressed: return weigh()
    case .form(let event): return handle(form: event)
    case .done(let words):
      isRecording = false
      closeForm()
      return [.sayUndoable(words), .recordsChanged, .replace("read", with: .read(id))]
    case .notDone(let problem):
      isRecording = false
      if problem.kind == .conflict { return [.report(problem), .replace("read", with: .read(id))] }
      return [.report(problem)]
    }
    return []
  }

  // MARK: What is under the cursor

  var chosen: CareAssignment? {
    guard case .assignment(let id)? = cursor.link(in: lines) else { return nil }
    return (content?.team.current ?? []).first { $0.id == id }
  }

  private var replaced: String? { chosen.flatMap { $0.role.isSingle ? $0.name : nil } }

  /// What is wanted next of the line: to accept, to say that the person knows, or to give the role to somebody else.
  private mutating func follow(_ link: Link) -> [Step<Work>] {
    cursor.go(to: link, in: lines, rows: pageRows)
    switch link {
    case .request(let request):
      let role = content?.team.waiting.first { $0.id == request }?.role
      return open(.assign, TeamForm.assign(role, replaces: nil))
    case .assignment:
      guard let one = chosen else { return [.say("This is over: it stays to be read.")] }
      if one.isWaiting, one.staff == around.actor.id { return accept() }
      if one.tellBy(days: 0) != nil { return told() }
      return open(.assign, TeamForm.assign(one.role, replaces: replaced))
    }
  }

  private mutating func open(_ form: TeamForm, _ questions: Questions) -> [Step<Work>] {
    if let why = whyNot { return [.say(why)] }
    self.form = form
    self.questions = questions
    self.questions?.fit(columns: size.columns)
    return []
  }

  mutating func closeForm() {
    form = nil
    questions = nil
    cursor.settle(lines, pageRows)
  }

  var whyNot: String? {
    if around.isReadOnly { return "This session is read-only. Start mdt without --read-only to change the team." }
    return content == nil ? "The team is not here yet. Press Enter to read it again." : nil
  }

  private static let nothing = "Nothing was selected. Go to somebody who is in the team now."

  private mutating func accept() -> [Step<Work>] {
    if let why = whyNot { return [.say(why)] }
    let mine = content?.team.current.filter { $0.isWaiting && $0.staff == around.actor.id } ?? []
    guard let one = mine.first(where: { $0.id == chosen?.id }) ?? mine.first else {
      return [.say("Nobody asked you to take a role here.")]
    }
    isRecording = true
    return [.perform(.accept(id, one.id))]
  }

  private mutating func decline() -> [Step<Work>] {
    let mine = content?.team.current.filter { $0.isWaiting && $0.staff == around.actor.id } ?? []
    guard let one = mine.first(where: { $0.id == chosen?.id }) ?? mine.first else {
      return [.say("Nobody asked you to take a role here.")]
    }
    return open(
      .decline(one.id),
      TeamForm.ending("Decline to be \(one.role.words.lowercasedFirst)", "The person waits for somebody else."))
  }

  private mutating func end() -> [Step<Work>] {
    if case .request(let request)? = cursor.link(in: lines),
      let waiting = content?.team.waiting.first(where: { $0.id == request })
    {
      return open(.withdraw(request), TeamForm.withdraw(waiting.role))
    }
    guard let one = chosen else { return [.say(TeamScreen.nothing)] }
    let note =
      one.role.isSingle
      ? "Unless the person needs nobody any more, they wait for somebody else." : "It stays to be read."
    return open(
      .end(one.id, version: one.rowVersion),
      TeamForm.ending("End: \(one.name), \(one.role.words.lowercasedFirst)", note))
  }

  private mutating func told() -> [Step<Work>] {
    let untold = content?.team.current.first { $0.tellBy(days: 0) != nil }
    guard let one = chosen ?? untold else { return [.say(TeamScreen.nothing)] }
    return open(.told(one.id), TeamForm.told(one.name, today: around.today))
  }

  private mutating func weigh() -> [Step<Work>] {
    guard let one = content?.team.holder(of: .namedSocialWorker), let content else {
      return [.say("Nobody is their named social worker, whose work alone is weighed.")]
    }
    return open(.weigh(one.id, version: one.rowVersion), TeamForm.weigh(one.weightParts ?? content.suggested))
  }

  // MARK: Sending

  mutating func sendForm() -> [Step<Work>] {
    guard let form, let questions, let content else { return [] }
    var found = questions.unreadDays(today: around.today)
    func missing(_ key: String, _ words: String) { found.append(Complaint(key, words)) }
    var work: Work?
    switch form {
    case .assign:
      let role = questions.choice("role").map { CareRole.given[$0] }
      if role == nil { missing("role", "Choose the role.") }
      let staff = StaffTyped.find(questions.text("staff"), among: content.staff)
      if let fault = StaffTyped.fault(questions.text("staff"), among: content.staff) { missing("staff", fault) }
      if let role, let staff {
        let holder = content.team.holder(of: role)
        work = .assign(
          id,
          NewAssignment(
            role: role, staff: staff.id, reason: questions.code("reason") ?? .mdtDecision,
            text: questions.textOrNil("text"), seen: holder.map { .assignment($0.id) } ?? .nobody))
      }
    case .decline(let one):
      let reason: AssignmentEnd? = questions.code("end")
      if reason == nil { missing("end", "Choose why.") }
      if questions.text("text").isEmpty { missing("text", "Say why: whoever chooses next needs to know.") }
      if let reason { work = .decline(id, one, reason, questions.text("text")) }
    case .end(let one, let version):
      let reason: AssignmentEnd? = questions.code("end")
      if reason == nil { missing("end", "Choose why.") }
      if let reason { work = .end(id, one, version: version, reason, questions.textOrNil("text")) }
    case .told(let one):
      let how: ToldMethod? = questions.code("how")
      if how == nil { missing("how", "Choose how.") }
      let day = questions.day("on", today: around.today)
      if day == nil, found.isEmpty { missing("on", "Give the day.") }
      if let how, let day { work = .told(id, one, day, how) }
    case .weigh(let one, let version): work = .weigh(id, one, version: version, TeamForm.weight(questions))
    case .withdraw(let request):
      if questions.text("text").isEmpty { missing("text", "Say why.") }
      work = .withdraw(id, request, questions.text("text"))
    case .request:
      let role = questions.choice("role").map { CareRole.single[$0] }
      if role == nil { missing("role", "Choose the role.") }
      if questions.choice("source") == nil { missing("source", "Choose whose wish it is.") }
      if questions.text("text").isEmpty { missing("text", "Say why.") }
      if let role {
        work = .request(id, role, questions.choice("source") == 0 ? .mdtDecision : .asked, questions.text("text"))
      }
    }
    guard found.isEmpty, let work else { return complain(found) }
    isRecording = true
    return [.perform(work)]
  }
}
