import CaseModel
import TerminalKit

/// The front screen: every worklist that is open to the reader with how much stands on it, what their role needs first
/// at the top (spec 9). What nobody sees is done by nobody, so a list that is empty says so and stays.
struct TodayScreen: Screen {
  static let name = "Today"

  enum Event: Sendable {
    case listed([Worklist], drafts: Int)
    case counted(WorklistCount)
    /// One list could not be counted; the others stand.
    case notCounted(Worklist, Problem)
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed, caseloadPressed, draftsPressed
    case chosen(Link)
    case recordsChanged
  }

  enum Link: Hashable, Sendable {
    case list(Worklist)
    /// What the reader has typed and not published.
    case drafts
    case caseload
  }

  enum Work: Hashable, Sendable {
    case list
    case count(Worklist)
  }

  /// The lists that are open to the reader; nil until that is known.
  var lists: [Worklist]?
  /// What was counted of them; the rest is being counted.
  var counts: [Worklist: WorklistCount] = [:]
  /// Those that could not be counted.
  var uncounted: Set<Worklist> = []
  /// How many drafts of the reader's are kept on this computer.
  var drafts = 0
  var problem: Problem?
  /// Something has changed and is counted in a moment: where forty people save, the lists are counted every two seconds
  /// and not for each of them.
  var isDue = false
  var cursor = PageCursor(stopsAtLinks: true)
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  mutating func begin() -> [Step<Work>] { [.perform(.list)] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    cursor.settle(lines, pageRows)
    return []
  }

  func eventForChangedRecords() -> Event? { .recordsChanged }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .listed(let lists, let drafts):
      (self.lists, self.drafts, problem, isDue) = (lists, drafts, nil, false)
      cursor.settle(lines, pageRows)
      return lists.map { .replace(WorkSlot(stringLiteral: $0.rawValue), with: .count($0)) }
    case .counted(let count):
      counts[count.list] = count
      uncounted.remove(count.list)
      cursor.settle(lines, pageRows)
    case .notCounted(let list, let problem):
      counts[list] = nil
      uncounted.insert(list)
      return [.report(problem)]
    case .failed(let problem):
      isDue = false
      if problem.kind != .unavailable { lists = nil }
      if lists == nil { self.problem = problem }
      return [.report(problem)]
    case .recordsChanged:
      guard !isDue else { return [] }
      isDue = true
      return [.later("list", seconds: 2, .list)]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed:
      guard lists != nil else { return [.replace("list", with: .list)] }
      guard let link = cursor.link(in: lines) else { return [.say("Nothing is selected. Esc goes to the caseload.")] }
      return follow(link)
    case .chosen(let link): return follow(link)
    case .caseloadPressed: return follow(.caseload)
    case .draftsPressed: return follow(.drafts)
    }
    return []
  }

  private func follow(_ link: Link) -> [Step<Work>] {
    switch link {
    // What has a screen of its own, where it is worked through, opens that.
    case .list(.privacy): [.open(.privacy)]
    case .list(.stopOrTransfer), .list(.bestInterests): [.open(.consentTasks)]
    case .list(.myPeople): [.open(.myPeople)]
    case .list(.responseClock): [.open(.referrals(about: nil))]
    case .list(.duplicates): [.open(.duplicates)]
    case .list(let list): [.open(.worklist(list))]
    case .drafts: [.open(.drafts)]
    // It lies beneath.
    case .caseload: [.close]
    }
  }
}
