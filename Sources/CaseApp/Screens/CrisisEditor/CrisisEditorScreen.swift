import CaseModel
import TerminalKit

/// Writing the draft of a crisis plan, section by section. Clinical sections are locked for whoever is no registered
/// clinician (R-CR-01); the key safe's code is never here.
struct CrisisEditorScreen: Screen {
  static let name = "Crisis plan editor"

  struct Content: Hashable, Sendable {
    var file: CrisisFile
    /// What was kept of it when it was last left.
    var draft: Draft?
    var hold: DraftHold?
  }

  /// A crisis plan in the making, as it is kept.
  struct Draft: Hashable, Sendable {
    var patient: ID<Patient>
    var answers: [String: String]
    var baseRowVersion: Int?
    var baseVersionNumber: Int
    var startedAt: Moment
    var keptAt: Moment?
    var hold: DraftHold?
  }

  enum Event: Sendable {
    case loaded(Content)
    case failed(Problem)
    case typed(Key)
    case pasted(String)
    case fieldAsked(Int), sectionAsked(Int), nextComplaint
    case savePressed, leavePressed, retryPressed
    case answered(String)
    case saved(CrisisPlanRecord, Problem? = nil)
    case saveFailed(Problem)
    /// Somebody else saved first: both texts are shown, and nothing is joined.
    case conflicted(CrisisPlanRecord)
    case theirsTaken, yoursKept
    case draftKept(Draft, leaving: Bool), draftDiscarded(leaving: Bool), draftFailed(Problem, leaving: Bool)
    case moved(PageCursor.Move)
  }

  enum Work: Hashable, Sendable {
    case open(ID<Patient>, from: DraftChoice = .newest)
    case save(CrisisPlan, ID<Patient>, basedOn: Int?, hold: DraftHold? = nil)
    case keep(Draft, leaving: Bool)
    case discard(ID<Patient>, hold: DraftHold? = nil, leaving: Bool)
    case nothing
  }

  let id: ID<Patient>
  let choice: DraftChoice
  var hold: DraftHold?
  var content: Content?
  var problem: Problem?
  var editing: CrisisEditing?
  var untouched: CrisisEditing?
  /// The row version of the team's draft that this starts from; nil where there was none.
  var basedOn: Int?
  /// What stands now, where somebody else saved first.
  var theirs: CrisisPlanRecord?
  var cursor = PageCursor()
  var showsComplaints = false
  var isLeaving = false
  var keptAnswers: [String: String]?
  var startedAt: Moment?
  var isSaving = false
  /// Linear mode has been through the last field and asks whether to save.
  var asksToSave = false
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(_ id: ID<Patient>, from choice: DraftChoice = .newest) {
    self.id = id
    self.choice = choice
  }

  var isTyping: Bool { editing != nil && whyNot == nil && theirs == nil }
  var today: Day { around.today }

  var isTouched: Bool {
    guard let editing, let untouched else { return false }
    return editing.answers != untouched.answers
  }

  var complaints: [Complaint<CrisisField>] { showsComplaints ? editing?.complaints(today: today) ?? [] : [] }

  /// Why no plan can be written; nil when one can.
  var whyNot: String? {
    guard let content else { return nil }
    if around.isReadOnly { return "This session is read-only. Start mdt without --read-only to write a crisis plan." }
    if content.file.patient.died != nil { return "This person has died, so the plan is kept as it was. Esc goes back." }
    return nil
  }

  mutating func begin() -> [Step<Work>] { [.perform(.open(id, from: choice))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    let columns = boxColumns
    editing?.fit(columns: columns)
    return []
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    let today = today
    switch event {
    case .loaded(let content): return load(content)
    case .failed(let problem):
      if problem.kind == .closed { return [.exchange(.closedRecord(id))] }
      if content == nil { self.problem = problem }
      return [.report(problem)]
    case .retryPressed: return [.replace("read", with: .open(id, from: choice))]
    case .typed(let key): return type(key) + keepSoon
    case .pasted(let text): return paste(text) + keepSoon
    case .fieldAsked(let step):
      isLeaving = false
      editing?.move(by: step, today: today)
    case .sectionAsked(let step):
      isLeaving = false
      editing?.moveSection(by: step, today: today)
    case .nextComplaint: return goToComplaint()
    case .savePressed: return save()
    case .leavePressed: return leave()
    case .answered(let line): return answer(line) + keepSoon
    case .saved(let record, let problem):
      let gaps = CrisisRules.interimGaps(of: record.plan)
      let words =
        gaps.isEmpty
        ? "The draft is saved. It can be approved as interim: s signs it."
        : "The draft is saved. \(counted(gaps.count, "thing is", "things are")) missing for the interim minimum."
      return [.recordsChanged, problem.map { .report($0) } ?? .say(words), .close]
    case .saveFailed(let problem):
      isSaving = false
      return keepSoon + [.report(problem)]
    case .conflicted(let record):
      isSaving = false
      theirs = record
      cursor = PageCursor()
      return keepSoon + [
        .say("\(record.updatedBy) saved the draft first. Nothing of yours is lost: t takes theirs, y keeps yours.")
      ]
    case .theirsTaken, .yoursKept: return settle(event)
    case .moved(let move): cursor.move(move, in: conflictLines, rows: pageRows)
    case .draftKept, .draftDiscarded, .draftFailed: return handleDraft(event)
    }
    return []
  }

  private mutating func load(_ content: Content) -> [Step<Work>] {
    self.content = content
    problem = nil
    hold = hold ?? content.hold
    guard editing == nil else { return [] }
    let base = content.file.draft?.plan ?? content.file.current?.plan ?? .begun
    basedOn = content.file.draft?.rowVersion
    var fresh = CrisisEditing(base, mayEditClinical: content.file.mayEditClinical)
    fresh.fit(columns: boxColumns)
    editing = fresh
    untouched = editing
    guard let draft = content.draft, isTyping else { return [] }
    editing?.restore(draft.answers)
    keptAnswers = editing?.answers
    startedAt = draft.startedAt
    // Started from another draft of the team's: saving then shows both texts.
    basedOn = draft.baseRowVersion
    let kept = draft.keptAt.map { ", kept \($0.short)" } ?? ""
    return [.say("You go on from your own draft\(kept).")]
  }

  /// Nothing is joined: one of the two texts is taken as a whole, and the other stays to be read.
  private mutating func settle(_ event: Event) -> [Step<Work>] {
    guard let theirs, let mayEdit = content?.file.mayEditClinical else { return [] }
    basedOn = theirs.rowVersion
    self.theirs = nil
    if case .theirsTaken = event {
      var fresh = CrisisEditing(theirs.plan, mayEditClinical: mayEdit)
      fresh.fit(columns: boxColumns)
      (editing, untouched) = (fresh, fresh)
      return [.replace("draft", with: .discard(id, hold: hold, leaving: false)), .say("You go on from theirs.")]
    }
    let typed = editing?.answers ?? [:]
    var mine = CrisisEditing(theirs.plan, mayEditClinical: mayEdit)
    untouched = mine
    mine.restore(typed)
    mine.fit(columns: boxColumns)
    editing = mine
    return keepSoon + [.say("Yours stands in the form. ^S puts it in the place of what \(theirs.updatedBy) saved.")]
  }

  // MARK: Saving

  private mutating func save() -> [Step<Work>] {
    guard let editing, !isSaving else { return [] }
    showsComplaints = true
    if let first = complaints.first {
      self.editing?.go(to: first.field)
      return [.say("Nothing was saved. What you typed is as you left it.")]
    }
    isSaving = true
    return (isUnkept ? [.replace("draft", with: .nothing)] : [])
      + [.perform(.save(editing.plan(today: today), id, basedOn: basedOn, hold: hold))]
  }

  private mutating func goToComplaint() -> [Step<Work>] {
    showsComplaints = true
    let all = complaints.map(\.field)
    guard !all.isEmpty, let editing else { return [.say("Nothing needs changing. ^S saves the draft.")] }
    let here = CrisisEditing.order.firstIndex(of: editing.focus) ?? 0
    let next = all.first { (CrisisEditing.order.firstIndex(of: $0) ?? 0) > here } ?? all.first
    if let next { self.editing?.go(to: next) }
    return []
  }

  // MARK: Keeping what is typed

  var isUnkept: Bool { isTouched ? editing?.answers != keptAnswers : keptAnswers != nil }

  var keepSoon: [Step<Work>] {
    guard isUnkept, !isSaving, !isLeaving else { return [] }
    return [.later("draft", seconds: 1, keeping(leaving: false))]
  }

  func workBeforeStopping() -> Work? { isUnkept && !isSaving ? keeping(leaving: false) : nil }

  private func keeping(leaving: Bool) -> Work {
    guard isTouched, let editing else { return .discard(id, hold: hold, leaving: leaving) }
    return .keep(
      Draft(
        patient: id, answers: editing.answers, baseRowVersion: basedOn,
        baseVersionNumber: content?.file.current?.versionNumber ?? 0, startedAt: startedAt ?? around.now, hold: hold),
      leaving: leaving)
  }

  /// Esc never loses typing: the draft is kept first, and only if that fails it asks.
  private mutating func leave() -> [Step<Work>] {
    if isLeaving || !isTouched && keptAnswers == nil { return [.close] }
    return [.replace("draft", with: keeping(leaving: true))]
  }

  private mutating func handleDraft(_ event: Event) -> [Step<Work>] {
    switch event {
    case .draftKept(let draft, let leaving):
      hold = hold ?? draft.hold
      keptAnswers = draft.answers
      startedAt = draft.startedAt
      return leaving ? [.say("Your draft is kept on this computer. The team sees it once you save it."), .close] : []
    case .draftDiscarded(let leaving):
      keptAnswers = nil
      return leaving ? [.close] : []
    case .draftFailed(let problem, let leaving):
      isLeaving = leaving
      return [.report(problem)]
        + (leaving ? [.say("Leave and lose what you typed? y loses it, any other key goes on with it.")] : [])
    default: return []
    }
  }
}
