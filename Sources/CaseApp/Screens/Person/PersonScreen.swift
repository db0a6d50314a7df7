import CaseModel
import TerminalKit

/// The single view of one person: what each partner organisation knows and how old that is, the plan's standing, the
/// team, what happened, and how to reach them (mock-up 2).
struct PersonScreen: Screen {
  static let name = "Person"

  /// What a line of the page leads to.
  enum Link: Hashable, Sendable {
    /// A partner's data in full, counted from 0.
    case source(Int)
    case plan, timeline, risk, team
  }

  /// Which part of the record fills the page.
  enum Part: Hashable, Sendable {
    case whole
    case source(Int)
    case timeline, risk
  }

  enum Neighbour: Hashable, Sendable { case previous, next }

  enum Event: Sendable {
    case loaded(PersonRecord)
    case failed(Problem)
    case moved(PageCursor.Move)
    case followed(Link)
    case enterPressed, backPressed, meaningAsked
    case opened(Part)
    case placeChosen(Place)
    case neighbourAsked(Neighbour)
    case neighbourFound(ID<Patient>, Trail)
    case noNeighbour(Neighbour)
    case recordsChanged
  }

  /// Screens about the same person.
  enum Place: Hashable, Sendable {
    case edit, plan, history, audit, consent, enrolment, crisis, referrals, visits, socialCare, team
  }

  enum Work: Hashable, Sendable {
    /// Reads the record and writes into the audit that it was opened.
    case open(ID<Patient>)
    /// Reads it again because it changed.
    case peek(ID<Patient>)
    case findNeighbour(Neighbour, Trail)
  }

  let id: ID<Patient>
  /// The list that the person was opened from; nil when they were found otherwise.
  let trail: Trail?
  var record: PersonRecord?
  /// Why there is nothing to show.
  var problem: Problem?
  /// The end that is waited for already: once each, because at the program's end nothing waits.
  private var glassWatched: Moment?
  var part = Part.whole
  var cursor = PageCursor()
  /// Where the reader was in the whole view when they went into a part of it.
  var wholeCursor = PageCursor()
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(_ id: ID<Patient>, trail: Trail?) {
    self.id = id
    self.trail = trail
  }

  mutating func begin() -> [Step<Work>] { [.perform(.open(id))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    settle()
    return []
  }

  /// What could not be read while the store was away is read when it is back.
  func eventForChangedRecords() -> Event? {
    if record == nil { return problem?.kind == .unavailable ? .enterPressed : nil }
    return .recordsChanged
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(var record):
      // Told once, a note stays for as long as the record is open.
      if let notes = self.record?.notes { record.notes = notes + record.notes.filter { !notes.contains($0) } }
      self.record = record
      problem = nil
      if case .source(let index) = part, !record.partners.indices.contains(index) { part = .whole }
      settle()
      // Broken glass closes by itself, and what is open against a wish, also where nobody presses a key.
      if let until = record.glassUntil ?? record.overrideUntil, until != glassWatched {
        glassWatched = until
        return [.later("glass", seconds: Double(max(until - around.now, 0)) + 1, .peek(id))]
      }
    case .failed(let problem):
      // Somebody who may no longer be known to the reader goes from the screen.
      if problem.kind == .notFound { record = nil }
      if record == nil { self.problem = problem }
      return [.report(problem)]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed:
      guard record != nil else { return [.perform(.open(id))] }
      guard let link = cursor.link(in: lines), part == .whole else {
        return [
          .say("There is nothing more behind this line. Enter opens a source, the plan, the timeline or the risk.")
        ]
      }
      return follow(link)
    case .followed(let link): return follow(link)
    case .opened(let part): open(part == self.part ? .whole : part)
    case .backPressed: open(.whole)
    case .placeChosen(let place): return [.open(route(to: place))]
    case .meaningAsked: return [.say(meaning)]
    case .neighbourAsked(let side):
      guard let trail else { return [.say("There is no list to go on in: this record was not opened from one.")] }
      return [.replace("neighbour", with: .findNeighbour(side, trail))]
    case .neighbourFound(let id, let trail): return [.exchange(.person(id, trail: trail))]
    case .noNeighbour(let side):
      return [.say("This is the \(side == .next ? "last" : "first") person of the list. Esc goes back to it.")]
    case .recordsChanged: return [.replace("peek", with: .peek(id))]
    }
    return []
  }

  private mutating func follow(_ link: Link) -> [Step<Work>] {
    switch link {
    case .source(let index):
      guard record?.partners.indices.contains(index) == true else {
        return [.say("There is no source \(index + 1). The sources are numbered in the page.")]
      }
      open(.source(index))
    case .timeline: open(.timeline)
    case .risk: open(.risk)
    case .team: return [.open(.team(id))]
    case .plan:
      // Without a plan there is nothing to read; Enter offers what the line says.
      guard record?.plan == nil else { return [.open(.carePlan(id))] }
      if let why = whyNotEdited { return [.say(why)] }
      return [.open(.planEditor(id))]
    }
    return []
  }

  private mutating func open(_ part: Part) {
    if self.part == .whole { wholeCursor = cursor }
    self.part = part
    cursor = part == .whole ? wholeCursor : PageCursor()
    settle()
  }

  private mutating func settle() { cursor.settle(lines, pageRows) }

  private func route(to place: Place) -> Route {
    switch place {
    case .edit: .planEditor(id)
    case .plan: .carePlan(id)
    case .history: .planVersions(id)
    case .audit: .audit(about: id)
    case .consent: .consent(id)
    case .enrolment: .enrolment(id)
    case .crisis: .crisisPlan(id)
    case .referrals: .referrals(about: id)
    case .visits: .visits(id)
    case .socialCare: .socialCare(id)
    case .team: .team(id)
    }
  }

  /// Why the plan cannot be edited now; nil when it can (R-ID-08: it is kept read-only after a death).
  var whyNotEdited: String? {
    if around.isReadOnly { return "This session is read-only. Start mdt without --read-only to edit." }
    guard let patient = record?.patient else { return "The record is not here yet. Press Enter to read it again." }
    return patient.died == nil ? nil : "This person has died, so the plan is kept as it was. Press p to read it."
  }

  /// What the line under the cursor means.
  private var meaning: String {
    switch cursor.link(in: lines) {
    case .source:
      "Age of the data: up to 7d old is current; ~ up to 28d, ask if it matters; ! NO DATA for more than 28d, shown "
        + "and left out of counts."
    case .plan:
      "The review: = due later, ~ due within 28d or a draft only, ! overdue, no review date or no plan. OUT OF DATE is "
        + "more than 90d late."
    case .risk: "The chance or score another system worked out. Grey is older than 60d; after 180d it lists nobody."
    case .team:
      "Who looks after the person: ~ was asked and has not accepted yet. A locality link worker holds no case."
    case .timeline, nil: "The marks: ! act now, ~ soon, + new, = done, * marked, [=] similar name."
    }
  }
}
