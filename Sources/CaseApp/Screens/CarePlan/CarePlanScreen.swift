import CaseModel
import TerminalKit

/// The whole care plan, to be read: section after section as the standard orders them, then its reviews.
struct CarePlanScreen: Screen {
  static let name = "Care plan"

  enum Link: Hashable, Sendable {
    case section(PlanSection)
    case reviews
  }

  /// What the screen is made of.
  struct Content: Hashable, Sendable {
    var person: PersonRecord
    /// Nil where nobody has written a plan.
    var plan: CarePlanRecord?
    /// Newest first.
    var reviews: [PlanReview]
    var staff: StaffNames
    /// When the reader's own unpublished draft was kept; nil when there is none.
    var draftKept: Moment?
    /// The same of a review that is not recorded.
    var reviewKept: Moment?
  }

  enum Event: Sendable {
    case loaded(Content)
    case failed(Problem)
    case moved(PageCursor.Move)
    case sectionAsked(forward: Bool)
    case opened(Place)
    case enterPressed, meaningAsked, recordsChanged
  }

  enum Place: Hashable, Sendable { case edit, history, review }

  enum Work: Hashable, Sendable {
    /// Reads the plan and writes into the audit that it was opened.
    case open(ID<Patient>)
    case reload(ID<Patient>)
  }

  let id: ID<Patient>
  var content: Content?
  var problem: Problem?
  var cursor = PageCursor()
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(_ id: ID<Patient>) { self.id = id }

  mutating func begin() -> [Step<Work>] { [.perform(.open(id))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    cursor.settle(lines, pageRows)
    return []
  }

  func eventForChangedRecords() -> Event? {
    // What could not be read while the store was away is read when it is back.
    if content == nil { return problem?.kind == .unavailable ? .enterPressed : nil }
    return .recordsChanged
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let content):
      self.content = content
      problem = nil
      cursor.settle(lines, pageRows)
    case .failed(let problem):
      if content == nil { self.problem = problem }
      return [.report(problem)]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .sectionAsked(let forward): goToSection(forward: forward)
    case .opened(.edit): return [.open(.planEditor(id))]
    case .opened(.history): return [.open(.planVersions(id))]
    case .opened(.review): return [.open(.planReview(id))]
    case .enterPressed: return [.perform(.open(id))]
    case .meaningAsked: return [.say(CarePlanScreen.meaning)]
    case .recordsChanged: return [.replace("reload", with: .reload(id))]
    }
    return []
  }

  /// Goes to the title of the section after the line read, or before it.
  private mutating func goToSection(forward: Bool) {
    let lines = lines
    let titles = lines.indices.filter { lines[$0].link != nil && !lines[$0].isBlank }
    let target = forward ? titles.first { $0 > cursor.line } : titles.last { $0 < cursor.line }
    if let target, let link = lines[target].link { cursor.go(to: link, in: lines, rows: pageRows) }
  }

  private static let meaning =
    "The review: = due later, ~ due within 28d or a draft only, ! overdue or no review date. OUT OF DATE is more than "
    + "90d late. \"Not recorded\" is wanted and missing."

  /// Why the plan cannot be changed now; nil when it can (R-ID-08: it is kept read-only after a death).
  var whyNotChanged: String? {
    if around.isReadOnly { return "This session is read-only. Start mdt without --read-only to change a plan." }
    guard let content else { return "The plan is not here yet. Press Enter to read it again." }
    return content.person.patient.died == nil ? nil : "This person has died, so the plan is kept as it was."
  }

  var standing: PlanStanding { content?.plan?.standing(on: around.today) ?? .noPlan }
}

extension CarePlanScreen {
  static let commands: [Command<CarePlanScreen, Event>] =
    [
      Command(
        "e", "Edit plan", help: "Edits the plan, or goes on with your draft of it.", hint: 1,
        unavailable: { $0.whyNotChanged }, event: { _ in .opened(.edit) }),
      Command(
        "R", "Record review", help: "Records what came of looking at the plan again.", hint: 2,
        unavailable: { screen in
          screen.whyNotChanged
            ?? ((screen.content?.plan?.versionNumber ?? 0) == 0
              ? "Only a signed plan can be reviewed. Press e to write and sign it." : nil)
        }, event: { _ in .opened(.review) }),
      Command(
        "H", "History", help: "Lists the signed versions and compares any two.", hint: 3,
        unavailable: {
          ($0.content?.plan?.versionNumber ?? 0) == 0
            ? "No version is signed yet, so there is no history. Press e to write and sign the plan." : nil
        }, event: { _ in .opened(.history) }),
      Command(
        "<tab>", "Next section", help: "Goes to the next section of the plan.", hint: 4,
        event: { _ in .sectionAsked(forward: true) }),
      Command(
        "<shift-tab>", "Section before", help: "Goes to the section before.", hint: 5,
        event: { _ in .sectionAsked(forward: false) }),
      Command("i", "What does this mean", help: "Explains the marks of the plan.", event: { _ in .meaningAsked }),
      Command(
        "<enter>", "Read again", help: "Reads the plan again after a failure.",
        unavailable: { $0.content == nil ? nil : "There is nothing behind this line. Press e to edit the plan." },
        event: { _ in .enterPressed }),
    ] + pageMoves { .moved($0) }
}
