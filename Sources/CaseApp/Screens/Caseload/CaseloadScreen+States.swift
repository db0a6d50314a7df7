import CaseModel
import TerminalKit

/// How the plans of everybody listed stand: words, numbers and bars under the list where the terminal is tall.
extension CaseloadScreen {
  struct StateCounts: Hashable, Sendable {
    var query: CaseloadQuery
    var states: CaseloadStates
  }

  /// From so many rows on the list can spare the room.
  static let statesFrom = 34

  var hasStates: Bool { size.rows >= CaseloadScreen.statesFrom }
  /// A blank row, a heading, and a row a state.
  var stateRows: Int { hasStates ? CaseloadStates.State.allCases.count + 2 : 0 }

  /// Asked once typing and paging have stopped for a moment; a newer question cancels this one.
  var askStates: [Step<Work>] { hasStates && mayList ? [.later("states", seconds: 0.3, .countStates(query))] : [] }

  private var states: CaseloadStates? { stateCounts?.query == query ? stateCounts?.states : nil }

  private var stateTitle: String { "BY STATE" }
  private var stateSide: String { states.map { "shown \(thousands($0.total))" } ?? "counting" }

  func drawStates(on canvas: inout Canvas) {
    canvas.write(stateTitle, at: 1, 0, as: .heading)
    canvas.write(stateSide, at: 35, 0, as: .muted)
    guard let states else { return }
    let most = CaseloadStates.State.allCases.map { states[$0] }.max() ?? 0
    for (row, state) in CaseloadStates.State.allCases.enumerated() {
      let role = Role.of(mark: state.words.first ?? " ")
      canvas.write(state.words, at: 3, row + 1, as: role)
      let number = thousands(states[state])
      canvas.writeRight(number, endingAt: 42, row + 1, as: .strong)
      let bar = CaseloadScreen.bar(states[state], most: most, columns: canvas.size.columns - 46)
      canvas.write(String(repeating: "█", count: bar), at: 44, row + 1, as: role)
    }
  }

  /// A block a person where there is room, else in proportion; somebody is never nothing.
  static func bar(_ count: Int, most: Int, columns: Int) -> Int {
    guard count > 0, columns > 0 else { return 0 }
    return most <= columns ? count : max(count * columns / most, 1)
  }

  func readStates(into outline: inout Outline) {
    guard hasStates else { return }
    outline.heading("\(stateTitle), \(stateSide)")
    guard let states else { return }
    for state in CaseloadStates.State.allCases { outline.fact(state.words.trimmed, thousands(states[state])) }
  }
}
