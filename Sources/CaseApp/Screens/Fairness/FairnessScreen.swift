import CaseModel
import TerminalKit

/// How evenly the work is shared (R-SW-05): numbers about staff, with no name of anybody who is cared for.
struct FairnessScreen: Screen {
  static let name = "Fairness"

  enum Event: Sendable {
    case loaded(FairnessReport)
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed
    case recordsChanged
  }

  enum Work: Hashable, Sendable { case read }

  var content: FairnessReport?
  var problem: Problem?
  var cursor = PageCursor()
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  mutating func begin() -> [Step<Work>] { [.perform(.read)] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    cursor.settle(lines, pageRows)
    return []
  }

  func eventForChangedRecords() -> Event? { .recordsChanged }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let content):
      self.content = content
      problem = nil
      cursor.settle(lines, pageRows)
    case .failed(let problem):
      content = nil
      self.problem = problem
      return [.report(problem)]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed, .recordsChanged: return [.replace("read", with: .read)]
    }
    return []
  }
}
