import CaseModel
import TerminalKit

/// The people of a locality, or everyone, as a list of any length: looked at in views, filtered as one types, sorted,
/// marked and opened.
struct CaseloadScreen: Screen {
  static let name = "Caseload"

  /// Whose people are listed.
  enum Scope: Hashable, Sendable {
    case locality(String)
    case everyone
  }

  /// What has the keys.
  enum Mode: Hashable, Sendable {
    case list
    /// The filter box is open.
    case filtering
    case sorting(Int)
    /// The menu of views, with the choice that is selected.
    case views(Int)
    /// The menu of one's own views, to take one away.
    case removing(Int)
    case confirming(CaseloadView)
    /// The box for a new view's name is open.
    case naming
  }

  enum Event: Sendable {
    case moved(Int), pagedBy(Int), homePressed, endPressed
    case markedPressed, unmarkAllPressed, undoMarksPressed
    case openPressed, editPressed, markPressed, explainPressed, scopePressed, draftsPressed
    case filterPressed, filterKept, filterCleared
    case sortPressed, viewsPressed, viewPressed(Int), menuMoved(Int), menuChosen, menuClosed
    case typed(Key), pasted(String), answered(String), choiceMade(Int)
    case nameGiven, removalAnswered(Bool)
    case pageRead(CaseloadQuery, ListPage<CaseloadPosition>, CaseloadPage)
    case pageFailed(CaseloadQuery, Problem)
    case waited
    case counted(CaseloadQuery, Int), scopeCounted(CaseloadQuery, Int), statesCounted(CaseloadQuery, CaseloadStates)
    /// How many come before somebody.
    case ranked(CaseloadQuery, ID<Patient>, Int)
    case peeked(PersonRecord)
    case viewsRead([CaseloadView]), viewSaved(CaseloadView), viewRemoved(CaseloadView)
    case draftsRead(Int), notesRead([PlanNote])
    case recordsChanged
    /// Whether the reader may list people at all; why not.
    case standing(Problem?)
    case failed(Problem)
  }

  enum Work: Hashable, Sendable {
    case readPage(CaseloadQuery, ListPage<CaseloadPosition>, limit: Int)
    /// Comes back when a wait begins to be felt.
    case wait
    case count(CaseloadQuery)
    /// How many there are before view and filter.
    case countScope(CaseloadQuery)
    case countStates(CaseloadQuery)
    /// How many come before the person at a place; at a million people this takes longer than a page.
    case rank(CaseloadQuery, ID<Patient>, CaseloadPosition)
    case peek(ID<Patient>)
    case readViews
    case saveView(CaseloadView)
    case removeView(CaseloadView)
    case countDrafts
    /// What the reader has not been told yet of plans they wrote.
    case readNotes
    /// Whether the reader may list people: asked where their role lists nobody, since another post of theirs may.
    case askStanding
  }

  var around = Surroundings.nowhere
  var size = Size(columns: 80, rows: 22)
  var mode = Mode.list
  var list = ListWindow<CaseloadRow> { row, width in row.nameHeight(width: width) }

  var scope = Scope.everyone
  var view = CaseloadView.builtIn[0]
  /// The view's own filter, read.
  var viewFilter = CaseloadFilter.everyone
  /// What was typed on top of the view's filter, and could be read.
  var typedFilter = ""
  var typedTerms = CaseloadFilter.everyone
  var sort = CaseloadView.builtIn[0].sort
  var ownViews: [CaseloadView] = []

  /// The box of the filter, or of a view's name.
  var box = TextEditor(limit: 200, isSingleLine: true)
  /// Why the text in the filter box is not followed.
  var fault: CaseloadFilter.Fault?

  var marked: Set<ID<Patient>> = []
  /// What was marked before, oldest first.
  var earlierMarks: [Set<ID<Patient>>] = []
  /// The whole record of somebody selected, as far as it was read.
  var detail: PersonRecord?
  /// How many there are before view and filter; nil until counted.
  var scopeTotal: Int?
  /// The newest count.
  var counted: CaseloadCount?
  /// The newest counts by state of the care plan.
  var stateCounts: StateCounts?
  /// The query of the rows that are shown.
  var shownQuery: CaseloadQuery?
  var isSlow = false
  /// The page that was being read when a wait for slowness began.
  var pageWatched: ListPage<CaseloadPosition>?
  /// Why there are no rows.
  var failure: Problem?
  /// Nothing is read for somebody who may list nobody: each refusal would stand in the audit as an attempt.
  var mayList = true
  var draftCount = 0
  var hasOfferedDrafts = false
  var notes: [PlanNote] = []

  var personAtHand: ID<Patient>? { list.selected?.id }

  var isTyping: Bool {
    switch mode {
    case .filtering, .naming, .confirming: true
    case .list, .sorting, .views, .removing: false
    }
  }

  mutating func begin() -> [Step<Work>] {
    let reach = RolePermissions.of(around.actor.staff.role).reach
    if reach == .locality, let locality = around.actor.staff.locality { scope = .locality(locality) }
    mayList = reach != .nobody
    return (mayList ? newRows() : [.perform(.askStanding)])
      + [.perform(.readViews), .perform(.countDrafts), .perform(.readNotes)]
  }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    let hadStates = hasStates
    self.size = size
    box.fit(columns: boxColumns)
    return refit() + peek() + (hadStates || shownQuery == nil ? [] : askStates)
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .moved(let step): return moving { $0.move(by: step) }
    case .pagedBy(let pages): return moving { $0.movePage(by: pages) }
    case .homePressed: return moving { $0.home() }
    case .endPressed: return moving { $0.end() }
    case .openPressed: return list.selected.map { [.open(.person($0.id, trail: trail(to: $0)))] } ?? []
    case .editPressed: return list.selected.map { [.open(.planEditor($0.id))] } ?? []
    case .draftsPressed: return [.open(.drafts)]
    case .markPressed: return mark()
    case .markedPressed: return toggleMarked()
    case .unmarkAllPressed: return clearMarks()
    case .undoMarksPressed: return undoMarks()
    case .explainPressed: return [.say(explanation)]
    case .scopePressed: return changeScope()
    case .filterPressed, .filterKept, .filterCleared, .typed, .pasted, .answered: return handleTyping(event)
    case .sortPressed, .viewsPressed, .viewPressed, .menuMoved, .menuChosen, .menuClosed, .choiceMade, .nameGiven,
      .removalAnswered, .viewsRead, .viewSaved, .viewRemoved:
      return handleViews(event)
    case .pageRead(let query, let page, let rows): return accept(rows, for: page, of: query)
    case .pageFailed(let query, let problem): return pageFailed(query, problem)
    case .waited: return waited()
    case .counted(let query, let count): take(CaseloadCount(query: query, count: count))
    case .statesCounted(let query, let states):
      if query == self.query { stateCounts = StateCounts(query: query, states: states) }
    case .scopeCounted(let query, let count): if query == scopeQuery { scopeTotal = count }
    case .ranked(let query, let id, let before): if query == shownQuery { list.take(number: before + 1, of: id) }
    case .peeked(let record): detail = record
    case .draftsRead(let count): return offerDrafts(count)
    case .notesRead(let notes): return tell(notes)
    case .recordsChanged: return reload()
    case .standing(let refusal):
      mayList = refusal == nil
      return mayList ? newRows() : []
    case .failed(let problem): return [.report(problem)]
    }
    return []
  }

  func event(for input: Input) -> Event? {
    guard isTyping else { return nil }
    switch input {
    case .key(let key): return .typed(key)
    case .paste(let text): return .pasted(text)
    }
  }

  func eventForChangedRecords() -> Event? { .recordsChanged }

  mutating func take(_ count: CaseloadCount) {
    guard count.query == query else { return }
    if query == scopeQuery { scopeTotal = count.count }
    counted = count
    if shownQuery == query { list.total = count.count }
  }

  /// New notes are said; that there are some stays at the list's end until their people have been opened.
  private mutating func tell(_ notes: [PlanNote]) -> [Step<Work>] {
    let known = self.notes
    self.notes = notes
    guard let first = notes.first(where: { !known.contains($0) }) else { return [] }
    let more = notes.count > 1 ? " There are \(notes.count) such notes." : ""
    return [.say("+ \(first.name.shown()): \(first.words). Open the record to go on.\(more)")]
  }

  private mutating func offerDrafts(_ count: Int) -> [Step<Work>] {
    draftCount = count
    // Offered once, when mdt starts: what is written later is told by the form it is written in.
    defer { hasOfferedDrafts = true }
    guard count > 0, !hasOfferedDrafts else { return [] }
    let kept = count == 1 ? "1 draft is kept unsaved" : "\(count) drafts are kept unsaved"
    return [.say("\(kept) on this computer. D opens them.")]
  }
}
