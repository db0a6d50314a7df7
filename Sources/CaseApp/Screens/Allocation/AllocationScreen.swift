import CaseModel
import TerminalKit

/// Giving people a named social worker (mock-up 8): who waits, who could take them and why, and what is proposed.
/// Nothing is anything until it is published; fit only sorts (R-SW-01, R-SW-02).
struct AllocationScreen: Screen, FormHolding {
  static let name = "Allocation"

  enum Pane: Hashable, Sendable { case waiting, workers }

  enum Event: Sendable {
    case loaded(AllocationBoard)
    case failed(Problem)
    case moved(PageCursor.Move)
    case paneAsked
    case enterPressed, markPressed, reasonPressed, removePressed, sharePressed, localityPressed
    case publishPressed, confirmed, keptBack
    case fairnessPressed, transferPressed, recordPressed, awayPressed
    case personChosen(ID<Patient>)
    case workerChosen(ID<StaffMember>)
    case form(FormEvent)
    case done(String)
    case notDone(Problem)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    case read(String?)
    case propose(ID<StaffMember>, [ID<Patient>], String?)
    case withdraw([ID<Patient>])
    case share(String?)
    case publish([ID<Patient>])
    case away(ID<StaffMember>, Capacity.Absence, Day, Day?, cover: String, String)
  }

  enum Form: Hashable, Sendable {
    /// Why it is this one; proposed with it.
    case reason(ID<StaffMember>, [ID<Patient>])
    case away(ID<StaffMember>)
  }

  var content: AllocationBoard?
  var problem: Problem?
  /// Everybody's localities, and not the reader's own alone.
  var showsAll = false
  var pane = Pane.waiting
  var person: ID<Patient>?
  var worker: ID<StaffMember>?
  var marked = Set<ID<Patient>>()
  var form: Form?
  var questions: Questions?
  var isConfirming = false
  var isRecording = false
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  var isTyping: Bool { questions != nil }
  var isPlain: Bool { questions == nil && !isConfirming }
  static func event(_ form: FormEvent) -> Event { .form(form) }

  var locality: String? { showsAll ? nil : around.actor.staff.locality }

  mutating func begin() -> [Step<Work>] { [.perform(.read(locality))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    questions?.fit(columns: size.columns)
    return []
  }

  func eventForChangedRecords() -> Event? { isRecording ? nil : .recordsChanged }

  func event(for input: Input) -> Event? {
    if isConfirming { return .keptBack }
    return formEvent(for: input)
  }

  // MARK: What is selected

  var waiting: [WaitingPerson] { content?.waiting ?? [] }
  var selected: WaitingPerson? { waiting.first { $0.id == person } ?? waiting.first }
  var candidates: [AllocationCandidate] {
    guard let selected, let content else { return [] }
    return content.candidates(for: selected)
  }
  var candidate: AllocationCandidate? { candidates.first { $0.id == worker } ?? candidates.first }
  /// Those whom a proposal is for: the marked ones, or the one under the cursor.
  var chosen: [ID<Patient>] {
    let marked = waiting.map(\.id).filter { self.marked.contains($0) }
    return marked.isEmpty ? [selected?.id].compactMap { $0 } : marked
  }
  var proposed: [WaitingPerson] { content?.proposals ?? [] }

  var whyNot: String? {
    if around.isReadOnly { return "This session is read-only. Start mdt without --read-only to allocate." }
    return content == nil ? "The allocation is not here yet. Press Enter to read it again." : nil
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let content):
      self.content = content
      problem = nil
      marked.formIntersection(content.waiting.map(\.id))
      if selected?.id != person { person = selected?.id }
    case .failed(let problem):
      if problem.kind != .unavailable { content = nil }
      if content == nil { self.problem = problem }
      return [.report(problem)]
    case .recordsChanged: return [.replace("read", with: .read(locality))]
    case .moved(let move): self.move(move)
    case .paneAsked: pane = pane == .waiting ? .workers : .waiting
    case .personChosen(let id):
      person = id
      pane = .workers
      return [.say("Choose who takes \(selected?.name.shown() ?? "them").")]
    case .workerChosen(let id):
      worker = id
      return propose()
    case .enterPressed:
      guard content != nil else { return [.perform(.read(locality))] }
      guard selected != nil else { return [.say("Nobody waits. Ask for somebody with o on a person's team.")] }
      guard pane == .workers else {
        pane = .workers
        worker = candidates.first?.id
        return []
      }
      return propose()
    case .markPressed:
      guard let id = selected?.id else { return [] }
      if marked.remove(id) == nil { marked.insert(id) }
      move(.down)
    case .reasonPressed:
      guard let person = selected, let made = person.proposal else {
        return [.say("Nothing is proposed for them yet. Enter proposes somebody.")]
      }
      openReason(made.staff, [person.id], made.reason)
    case .removePressed:
      let ids = chosen.filter { id in waiting.first { $0.id == id }?.proposal != nil }
      guard !ids.isEmpty else { return [.say("Nothing is proposed for them.")] }
      return record(.withdraw(ids))
    case .sharePressed: return record(.share(locality))
    case .localityPressed:
      showsAll.toggle()
      return [.replace("read", with: .read(locality))]
    case .publishPressed:
      guard !proposed.isEmpty else { return [.say("Nothing is proposed. Enter proposes somebody; b an even share.")] }
      isConfirming = true
    case .confirmed:
      guard !isRecording else { return [] }
      return record(.publish(proposed.map(\.id)))
    case .keptBack:
      isConfirming = false
      return [.say("Nothing was published.")]
    case .fairnessPressed: return [.open(.fairness)]
    case .transferPressed: return [.open(.transfer(pane == .workers ? candidate?.id : nil))]
    case .recordPressed:
      return selected.map { [.open(.person($0.id, trail: nil))] } ?? [.say("Nobody is selected.")]
    case .awayPressed:
      guard let one = candidate else { return [.say("Nobody is selected.")] }
      open(.away(one.id), AllocationScreen.away(one.worker, today: around.today))
    case .form(let event): return handle(form: event)
    case .done(let words):
      isRecording = false
      isConfirming = false
      closeForm()
      return [.sayUndoable(words), .recordsChanged, .replace("read", with: .read(locality))]
    case .notDone(let problem):
      isRecording = false
      isConfirming = false
      return [.report(problem), .replace("read", with: .read(locality))]
    }
    return []
  }

  private mutating func record(_ work: Work) -> [Step<Work>] {
    isRecording = true
    return [.perform(work)]
  }

  private mutating func move(_ move: PageCursor.Move) {
    func next(_ index: Int, of count: Int) -> Int {
      let place =
        switch move {
        case .up: index - 1
        case .down: index + 1
        case .pageUp: index - 5
        case .pageDown: index + 5
        case .home: 0
        case .end: count - 1
        }
      return min(max(place, 0), max(count - 1, 0))
    }
    if pane == .waiting {
      let all = waiting
      guard !all.isEmpty else { return }
      person = all[next(all.firstIndex { $0.id == selected?.id } ?? 0, of: all.count)].id
    } else {
      let all = candidates
      guard !all.isEmpty else { return }
      worker = all[next(all.firstIndex { $0.id == candidate?.id } ?? 0, of: all.count)].id
    }
  }

  /// Somebody who is full, or would be, is proposed with a reason alone.
  private mutating func propose() -> [Step<Work>] {
    if let why = whyNot { return [.say(why)] }
    guard let one = candidate, !chosen.isEmpty else { return [.say("Nobody is selected.")] }
    let more = chosen.count > 1
    let heavy = chosen.reduce(0) { sum, id in sum + (waiting.first { $0.id == id }?.weight.points ?? 0) }
    let after = one.now.adding(heavy, people: chosen.count)
    let isTooMuch = more && content.map { after.band($0.bands).needsReason } ?? false
    if one.needsReason || isTooMuch {
      openReason(one.id, chosen, nil)
      return [.say("\(one.worker.shortName) needs a reason: \(one.now.ratioWords) \(one.bandNow.words) now.")]
    }
    return record(.propose(one.id, chosen, nil))
  }

  // MARK: Forms

  private mutating func openReason(_ staff: ID<StaffMember>, _ people: [ID<Patient>], _ now: String?) {
    let one = candidates.first { $0.id == staff }
    let names = people.compactMap { id in waiting.first { $0.id == id }?.name.shown() }
    var asked = Questions(
      "Why \(one?.worker.name ?? "them")?",
      notes: ["For \(names.joined(separator: "; "))."]
        + (one.map {
          ["\($0.now.ratioWords) \($0.bandNow.words) now, \($0.after.ratioWords) \($0.bandAfter.words) with it."]
        } ?? []),
      [.init("reason", "Reason", .text)])
    asked.preset("reason", now ?? "")
    open(.reason(staff, people), asked)
  }

  private static func away(_ worker: SocialWorker, today: Day) -> Questions {
    var asked = Questions(
      "\(worker.name) is away",
      notes: ["Whoever covers sees their people meanwhile, and is nobody's named social worker by it."],
      [
        .init("kind", "Why", .choice(["leave", "sick"])), .init("from", "First day", .day),
        .init("to", "Last day, if known", .day), .init("cover", "Who covers (or nobody)", .text),
        .init("reason", "In words", .text),
      ])
    asked.preset("kind", index: 0)
    asked.preset("from", today.short)
    return asked
  }

  private mutating func open(_ form: Form, _ questions: Questions) {
    self.form = form
    self.questions = questions
    self.questions?.fit(columns: size.columns)
  }

  mutating func closeForm() {
    form = nil
    questions = nil
  }

  mutating func sendForm() -> [Step<Work>] {
    guard let form, let questions else { return [] }
    switch form {
    case .reason(let staff, let people):
      guard let reason = questions.textOrNil("reason") else {
        return complain([Complaint("reason", "Say why it is them all the same.")])
      }
      return record(.propose(staff, people, reason))
    case .away(let staff):
      var found = questions.unreadDays(today: around.today)
      let from = questions.day("from", today: around.today)
      if from == nil, found.isEmpty { found.append(Complaint("from", "Give the first day.")) }
      guard found.isEmpty, let from else { return complain(found) }
      return record(
        .away(
          staff, questions.choice("kind") == 1 ? .sick : .leave, from, questions.day("to", today: around.today),
          cover: questions.text("cover"), questions.text("reason")))
    }
  }
}
