import CaseModel
import TerminalKit

/// Where the columns of the list stand in so many columns of the terminal.
///
/// Marks, name, born date and NHS number always stand there; then the view's own columns, in its order, as far as the
/// name keeps the room it needs. What has no room in the table is said about the selected person below or beside it.
struct TableLayout: Hashable, Sendable {
  struct Column: Hashable, Sendable {
    var kind: CaseloadColumn
    var start: Int
    var width: Int
  }

  /// Before the name: `>`, `*` and a blank.
  static let nameStart = 3
  static let leastName = 17

  var nameWidth: Int
  var columns: [Column] = []
  var bornStart: Int { TableLayout.nameStart + nameWidth + 1 }
  var nhsStart: Int { bornStart + 12 }

  init(columns total: Int, showing kinds: [CaseloadColumn]) {
    let fixed = TableLayout.nameStart + 1 + 12 + 12
    var widths = kinds.map { (kind: $0, width: TableLayout.widths($0).least) }
    func room() -> Int { total - fixed - widths.reduce(0) { $0 + $1.width + 2 } }
    while room() < TableLayout.leastName, widths.count > 1 { widths.removeLast() }
    for index in widths.indices {
      let wish = TableLayout.widths(widths[index].kind).most - widths[index].width
      widths[index].width += max(0, min(wish, room() - 26))
    }
    nameWidth = min(max(room(), 8), 44)
    var start = nhsStart + 12
    for (kind, width) in widths {
      columns.append(Column(kind: kind, start: start + 2, width: width))
      start += width + 2
    }
  }

  private static func widths(_ kind: CaseloadColumn) -> (least: Int, most: Int) {
    switch kind {
    case .plan: (13, 18)
    case .socialWorker: (8, 14)
    case .risk: (8, 12)
    case .practice: (8, 10)
    case .enrolment: (10, 12)
    case .age: (4, 4)
    case .locality: (8, 14)
    }
  }
}

extension CaseloadColumn {
  /// What stands in the column, and what it means.
  func cell(of row: CaseloadRow, width: Int, on day: Day) -> (text: String, role: Role) {
    switch self {
    case .plan:
      let standing = row.standing(on: day)
      // The days decide, so they are never what is cut.
      if case .overdue(let days) = standing, TextWidth.width(of: standing.words) > width {
        return ("! late \(days)d", standing.role)
      }
      return (standing.words, standing.role)
    case .socialWorker: return row.namedSocialWorker.map { (fitting($0, width), .body) } ?? ("(none)", .muted)
    case .risk:
      guard let score = row.score else { return ("(none)", .muted) }
      return score.age(on: day) == .current ? (score.valueText, .body) : ("\(score.valueText) old", .muted)
    case .practice: return row.practiceCode.map { ($0, .body) } ?? ("(none)", .muted)
    case .enrolment: return (row.enrolment.words, .body)
    case .age: return ("\(row.born.years(to: row.died ?? day))y", .body)
    case .locality: return row.locality.map { ($0, .body) } ?? ("(none)", .muted)
    }
  }

  // A name too long for its column loses the initial before it loses letters.
  private func fitting(_ name: String, _ width: Int) -> String {
    guard TextWidth.width(of: name) > width, let space = name.lastIndex(of: " ") else { return name }
    return String(name[name.index(after: space)...])
  }
}

extension PlanStanding {
  /// The meaning that goes with the mark.
  var role: Role { Role.of(mark: mark) }
}
