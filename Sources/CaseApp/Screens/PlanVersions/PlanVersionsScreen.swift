import CaseModel
import TerminalKit

/// The signed versions of a plan, newest first: each can be read whole, and any two can be compared.
struct PlanVersionsScreen: Screen {
  static let name = "Plan history"

  enum Link: Hashable, Sendable { case version(Int) }

  /// One signed version with what it says.
  struct SignedPlan: Hashable, Sendable {
    var summary: PlanVersionSummary
    var plan: CarePlan
  }

  enum Part: Hashable, Sendable {
    case list
    case version(SignedPlan)
    case difference(SignedPlan, SignedPlan)
  }

  struct Content: Hashable, Sendable {
    var person: PersonRecord
    /// Newest first.
    var versions: [PlanVersionSummary]
    var staff: StaffNames
  }

  enum Event: Sendable {
    case loaded(Content)
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed, markPressed, comparePressed, backPressed
    case versionChosen(Int)
    /// By its number, as linear mode marks.
    case markChosen(Int)
    case read(SignedPlan)
    case compared(SignedPlan, SignedPlan)
    case recordsChanged
  }

  enum Work: Hashable, Sendable {
    /// Reads the list and writes into the audit that the history was opened.
    case open(ID<Patient>)
    case reload(ID<Patient>)
    case read(ID<Patient>, number: Int)
    case compare(ID<Patient>, from: Int, to: Int)
  }

  let id: ID<Patient>
  var content: Content?
  var problem: Problem?
  var part = Part.list
  /// The versions to compare, two at most, in the order they were marked.
  var marked: [Int] = []
  var cursor = PageCursor(stopsAtLinks: true)
  var listCursor = PageCursor(stopsAtLinks: true)
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
      marked.removeAll { number in !content.versions.contains { $0.number == number } }
      cursor.settle(lines, pageRows)
    case .failed(let problem):
      if content == nil { self.problem = problem }
      return [.report(problem)]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed: return enter()
    case .versionChosen(let number): return [.replace("version", with: .read(id, number: number))]
    case .markPressed:
      guard case .version(let number)? = cursor.link(in: lines) else {
        return [.say("There is no version here to mark.")]
      }
      return mark(number)
    case .markChosen(let number): return mark(number)
    case .comparePressed: return compare()
    case .backPressed: show(.list)
    case .read(let signed): show(.version(signed))
    case .compared(let old, let new): show(.difference(old, new))
    case .recordsChanged: return [.replace("reload", with: .reload(id))]
    }
    return []
  }

  private mutating func enter() -> [Step<Work>] {
    guard content != nil else { return [.perform(.open(id))] }
    guard part == .list, case .version(let number)? = cursor.link(in: lines) else {
      return [.say("There is nothing more behind this line. Esc goes back to the list of versions.")]
    }
    if marked.count == 2, marked.contains(number) { return compare() }
    return [.replace("version", with: .read(id, number: number))]
  }

  private mutating func mark(_ number: Int) -> [Step<Work>] {
    if let index = marked.firstIndex(of: number) {
      marked.remove(at: index)
      return [.say("Version \(number) is no longer marked.")]
    }
    guard marked.count < 2 else {
      return [
        .say("Versions \(marked[0]) and \(marked[1]) are marked already. Space on one of them takes its mark off.")
      ]
    }
    marked.append(number)
    return [
      .say(marked.count == 2 ? "Two are marked. d shows what changed." : "Version \(number) is marked. Mark another.")
    ]
  }

  /// The two marked; with one mark, that one and the line; without, the line and the version before it.
  private func compare() -> [Step<Work>] {
    guard let content else { return [] }
    var pair = marked
    if pair.count < 2, case .version(let number)? = cursor.link(in: lines), !pair.contains(number) {
      pair.append(number)
    }
    if pair.count == 1, let before = content.versions.first(where: { $0.number < pair[0] }) {
      pair.append(before.number)
    }
    guard pair.count == 2 else {
      return [.say("There is only one version to compare. Mark two with Space, or choose a later one.")]
    }
    return [.replace("version", with: .compare(id, from: min(pair[0], pair[1]), to: max(pair[0], pair[1])))]
  }

  private mutating func show(_ part: Part) {
    if self.part == .list { listCursor = cursor }
    self.part = part
    cursor = part == .list ? listCursor : PageCursor()
    cursor.settle(lines, pageRows)
  }
}

extension PlanVersionsScreen {
  private static func isElsewhere(_ screen: PlanVersionsScreen) -> String? {
    screen.part == .list ? nil : "Esc goes back to the list of versions first."
  }

  private static func hasNone(_ screen: PlanVersionsScreen) -> String? {
    guard let content = screen.content else { return "The versions are not here yet. Press Enter to read them again." }
    return content.versions.isEmpty
      ? "No version is signed yet. Esc goes back, and e there edits the plan." : isElsewhere(screen)
  }

  static let commands: [Command<PlanVersionsScreen, Event>] =
    [
      Command(
        "<enter>", "Read version", help: "Shows the version whole; on the second of two marked ones, what changed.",
        hint: 1, unavailable: { $0.content == nil ? nil : hasNone($0) }, event: { _ in .enterPressed }),
      Command(
        "<space>", "Mark", help: "Marks a version to compare; two can be marked.", hint: 2,
        unavailable: { hasNone($0) },
        event: { _ in .markPressed }),
      Command(
        "d", "What changed", help: "Shows what changed between the two marked versions, or since the one before.",
        hint: 3, unavailable: { hasNone($0) }, event: { _ in .comparePressed }),
      Command(
        "<esc> <left>", "Versions", help: "Goes back to the list of versions.", when: { $0.part != .list },
        event: { _ in .backPressed }),
    ] + pageMoves { .moved($0) }

  /// First every version to read, then every version to mark.
  func event(forChoice number: Int) -> Event? {
    guard part == .list, let versions = content?.versions, number >= 1 else { return nil }
    if number <= versions.count { return .versionChosen(versions[number - 1].number) }
    let mark = number - versions.count
    if mark <= versions.count { return .markChosen(versions[mark - 1].number) }
    return mark == versions.count + 1 && versions.count > 1 ? .comparePressed : nil
  }
}
