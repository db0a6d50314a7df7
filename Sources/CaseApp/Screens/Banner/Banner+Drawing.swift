import CaseModel
import TerminalKit

/// Draws the banner on the first rows of a screen; says how many rows it took: 2, or more where the name or the
/// window asks for it. What follows starts below.
@discardableResult
func drawBanner(
  of patient: Patient, state: String, isSimilar: Bool = false, on canvas: inout Canvas, around: Surroundings
) -> Int {
  Banner(patient, state: state, isSimilar: isSimilar, today: around.today).draw(on: &canvas)
}

extension Banner {
  /// A name that fills more rows than this is no name; it then ends with `>>`.
  private static let mostNameRows = 6

  func draw(on canvas: inout Canvas) -> Int {
    let nameRows = drawName(on: &canvas)
    return nameRows + drawFacts(on: &canvas, from: nameRows)
  }

  private var died: Bool { patient.died != nil }
  /// The rows of the name are one bar; in the rows of facts a value is stronger than its label.
  private var nameRole: Role { died ? .died : .banner }
  private var labelRole: Role { died ? .died : .label }
  private var valueRole: Role { died ? .died : .strong }

  /// The ground of a banner row; for somebody who has died a pattern that no projector washes out (PAB-0055, 0056).
  private func ground(_ row: Int, as role: Role, on canvas: inout Canvas) {
    canvas.fill(row, as: role)
    guard died else { return }
    canvas.write(String(repeating: "/", count: canvas.size.columns), at: 0, row, as: .died)
  }

  /// Writes a text with a blank on either side, so that it stands clear of the pattern.
  @discardableResult
  private func write(_ text: String, at column: Int, _ row: Int, as role: Role, on canvas: inout Canvas) -> Int {
    guard died else { return canvas.write(text, at: column, row, as: role) }
    canvas.write(" ", at: column - 1, row, as: .died)
    let used = canvas.write(text, at: column, row, as: role)
    canvas.write(" ", at: column + used, row, as: .died)
    return used
  }

  private func drawName(on canvas: inout Canvas) -> Int {
    let columns = canvas.size.columns
    let name = name(.staff)
    let preferred = preferred.map { (label: $0.label + "  ", value: $0.value) }
    let side = preferred.map { TextWidth.width(of: $0.label + $0.value) } ?? 0
    // The dead need room for the word beside the name.
    let reserved = (side > 0 ? side + 3 : 0) + (died ? 12 : 0)
    let isBeside = columns - 2 - reserved >= 30
    let lines = TextWidth.wrapped(name, to: columns - 2 - (isBeside ? reserved : 0))
    var row = 0
    for line in lines.prefix(Banner.mostNameRows) {
      ground(row, as: nameRole, on: &canvas)
      let isLast = row == Banner.mostNameRows - 1 && lines.count > Banner.mostNameRows
      let text = isLast ? String(TextWidth.prefix(of: line.text, fitting: columns - 5)) + " >>" : line.text
      write(text, at: 1, row, as: nameRole, on: &canvas)
      if died, row == 0, isBeside { write("DIED", at: line.columns + 6, row, as: .died, on: &canvas) }
      row += 1
    }
    if died, !isBeside {
      ground(row, as: nameRole, on: &canvas)
      write("DIED", at: 5, row, as: .died, on: &canvas)
      row += 1
    }
    guard let preferred else { return row }
    if isBeside {
      let label = write(preferred.label, at: columns - 1 - side, 0, as: nameRole, on: &canvas)
      write(preferred.value, at: columns - 1 - side + label, 0, as: nameRole, on: &canvas)
      return row
    }
    ground(row, as: nameRole, on: &canvas)
    let label = write(preferred.label, at: 1, row, as: nameRole, on: &canvas)
    let rest = TextWidth.cut(preferred.value, to: columns - 2 - label)
    write(rest, at: 1 + label, row, as: nameRole, on: &canvas)
    return row + 1
  }

  private func drawFacts(on canvas: inout Canvas, from first: Int) -> Int {
    let facts = facts(.staff)
    let columns = canvas.size.columns
    let widths = facts.map { TextWidth.width(of: "\($0.label) \($0.value)") }
    let stateWidth = TextWidth.width(of: state)
    let all = widths.reduce(0, +) + stateWidth + 2
    let gap = all + 4 * facts.count <= columns ? 4 : all + 3 * facts.count <= columns ? 3 : 2
    var (row, column) = (first, 1)
    ground(row, as: died ? .died : .body, on: &canvas)
    for (fact, width) in zip(facts, widths) {
      if column > 1, column + width > columns - 1 {
        (row, column) = (row + 1, 1)
        ground(row, as: died ? .died : .body, on: &canvas)
      }
      let label = write(fact.label + " ", at: column, row, as: labelRole, on: &canvas)
      write(fact.value, at: column + label, row, as: valueRole, on: &canvas)
      column += width + gap
    }
    if !state.isEmpty {
      if column - gap + 2 > columns - 1 - stateWidth {
        row += 1
        ground(row, as: died ? .died : .body, on: &canvas)
      }
      write(state, at: columns - 1 - stateWidth, row, as: .state, on: &canvas)
    }
    return row - first + 1
  }
}
