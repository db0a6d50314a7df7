import CaseModel
import TerminalKit

/// One worklist: whom it is about, why they are on it, and what whoever reads it does about it (spec 9).
struct WorklistScreen: Screen {
  static let name = "Worklist"

  enum Event: Sendable {
    case loaded([WorklistRow])
    case failed(Problem)
    case moved(PageCursor.Move)
    case enterPressed, recordPressed
    case chosen(Int)
    case recordsChanged
  }

  enum Work: Hashable, Sendable { case read(Worklist) }

  let list: Worklist
  /// Nil until they are read.
  var rows: [WorklistRow]?
  var problem: Problem?
  var cursor = PageCursor(stopsAtLinks: true)
  var size = Size(columns: 80, rows: 22)
  var around = Surroundings.nowhere

  init(_ list: Worklist) { self.list = list }

  mutating func begin() -> [Step<Work>] { [.perform(.read(list))] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    cursor.settle(lines, pageRows)
    return []
  }

  func eventForChangedRecords() -> Event? { .recordsChanged }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .loaded(let rows):
      // What somebody else has done meanwhile goes; the cursor stays with whom it was on.
      let held = selected
      (self.rows, problem) = (rows, nil)
      if let held, let index = rows.firstIndex(of: held) { cursor.go(to: index, in: lines, rows: pageRows) }
      cursor.settle(lines, pageRows)
    case .failed(let problem):
      if problem.kind != .unavailable { rows = nil }
      if rows == nil { self.problem = problem }
      return [.report(problem)]
    case .recordsChanged: return [.replace("read", with: .read(list))]
    case .moved(let move): cursor.move(move, in: lines, rows: pageRows)
    case .enterPressed:
      guard rows != nil else { return [.replace("read", with: .read(list))] }
      guard let row = selected else { return [.say("Nothing waits here. Esc goes back.")] }
      return open(row)
    case .recordPressed:
      guard let row = selected else { return [.say("Nothing waits here. Esc goes back.")] }
      return [.open(.person(row.patient, trail: nil))]
    case .chosen(let index):
      guard let rows, rows.indices.contains(index) else { return [] }
      return open(rows[index])
    }
    return []
  }

  private var selected: WorklistRow? {
    guard let rows, let index = cursor.link(in: lines), rows.indices.contains(index) else { return nil }
    return rows[index]
  }

  private func open(_ row: WorklistRow) -> [Step<Work>] {
    switch row.target {
    case .carePlan: [.open(.carePlan(row.patient))]
    case .consent: [.open(.consent(row.patient))]
    case .privacy: [.open(.privacy)]
    case .duplicates: [.open(.duplicates)]
    case .team: [.open(.team(row.patient))]
    case .crisisPlan: [.open(.crisisPlan(row.patient))]
    case .referral: [.open(.referrals(about: row.patient))]
    case .record: [.open(.person(row.patient, trail: nil))]
    }
  }
}
