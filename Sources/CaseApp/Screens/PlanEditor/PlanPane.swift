import CaseModel
import TerminalKit

/// The right side of the editor as lines, before it is known which of them fit.
struct PlanPane {
  struct Piece {
    var column: Int
    var text: String
    var role: Role
  }
  struct Line {
    var pieces: [Piece] = []
    /// The box is drawn from here, in this column.
    var boxColumn: Int?
    /// The cursor stands here when no box is open.
    var cursor: Int?
  }

  private(set) var lines: [Line] = []
  /// The lines of the focused row, with what hangs under it.
  private(set) var focused = 0..<0
  let layout: PlanEditorLayout

  init(_ layout: PlanEditorLayout) { self.layout = layout }

  mutating func add(_ pieces: [Piece], boxColumn: Int? = nil, cursor: Int? = nil) {
    lines.append(Line(pieces: pieces, boxColumn: boxColumn, cursor: cursor))
  }

  mutating func add(_ text: String, at column: Int, as role: Role = .body) {
    add([Piece(column: column, text: text, role: role)])
  }

  /// Text in as many lines as it takes, at most so many; what is cut ends with `>>`.
  mutating func addWrapped(_ text: String, at column: Int, most: Int = .max, as role: Role = .body) {
    for line in wrapped(text, at: column, most: most) { add(line, at: column, as: role) }
  }

  func wrapped(_ text: String, at column: Int, most: Int = .max) -> [String] {
    let columns = max(layout.paneColumns - column - 1, 4)
    let lines = TextWidth.wrapped(text, to: columns)
    return lines.prefix(most).enumerated().map { index, line in
      guard index == most - 1, lines.count > most else { return line.text }
      return TextWidth.prefix(of: line.text, fitting: columns - 3) + " " + TextWidth.cutMark
    }
  }

  /// Marks what `body` adds as the focused row.
  mutating func focusing(_ isFocused: Bool, _ body: (inout PlanPane) -> Void) {
    let start = lines.count
    body(&self)
    guard isFocused, lines.count > start else { return }
    focused = start..<lines.count
    lines[start].pieces.insert(Piece(column: 0, text: ">", role: .selected), at: 0)
  }

  /// A label with its value beside it, or under it where the label is long.
  mutating func addField(_ label: String, indent: Int, value: [String], as role: Role, isFocused: Bool) {
    let labelRole: Role = isFocused ? .selected : .label
    let name = Piece(column: indent, text: label, role: labelRole)
    let fits = indent + TextWidth.width(of: label) < layout.valueColumn
    if !fits { addLabel(label, indent: indent, as: labelRole) }
    for (index, text) in value.enumerated() {
      let piece = Piece(column: layout.valueColumn, text: text, role: role)
      let isFirst = index == 0 && fits
      add(isFirst ? [name, piece] : [piece], cursor: isFirst ? indent : nil)
    }
  }

  /// A label with a box of one line beside it, or under it.
  mutating func addBox(_ label: String, indent: Int, ends: [Piece]) {
    if indent + TextWidth.width(of: label) < layout.valueColumn - 1 {
      add([Piece(column: indent, text: label, role: .selected)] + ends, boxColumn: layout.valueColumn)
    } else {
      addLabel(label, indent: indent, as: .selected)
      add(ends, boxColumn: layout.valueColumn)
    }
  }

  mutating func addLabel(_ label: String, indent: Int, as role: Role) {
    for (index, text) in wrapped(label, at: indent).enumerated() {
      add([Piece(column: indent, text: text, role: role)], cursor: index == 0 ? indent : nil)
    }
  }

  /// The first line to show in so many rows, so that the focused row is seen whole where that is possible.
  func top(rows: Int) -> Int {
    guard lines.count > rows, !focused.isEmpty else { return 0 }
    let wanted = focused.count >= rows ? focused.lowerBound : focused.lowerBound - (rows - focused.count) / 2
    return min(max(wanted, 0), lines.count - rows)
  }
}
