import CaseModel
import TerminalKit

extension Lock {
  /// A box in the middle, and nothing of any record anywhere.
  func draw(on canvas: inout Canvas, around: Surroundings) {
    let size = canvas.size
    let width = min(size.columns - 2, 56)
    let left = (size.columns - width) / 2
    let inner = width - 4
    var lines: [(text: String, role: Role)] = [("", .body), (title, .heading)]
    for sentence in sentences {
      lines += TextWidth.wrapped(sentence, to: inner).map { (String($0.text), .body) }
    }
    lines.append(("", .body))
    lines += TextWidth.wrapped("Signed in as \(around.actor.staff.signature)", to: inner).map {
      (String($0.text), .label)
    }
    let fieldRow = lines.count
    if hasSecret, canUnlock { lines.append(("", .body)) }
    if isChecking { lines.append(("Looking", .muted)) }
    if let error { lines += TextWidth.wrapped("! \(error)", to: inner).map { (String($0.text), .urgent) } }
    if asksToLeave { lines.append(("Leave mdt? y leaves, any other key stays.", .urgent)) }
    lines.append(("", .body))
    let top = max((size.rows - lines.count - 6) / 2, 1)
    canvas.write("MDT case manager", at: left + 2, top, width: inner, as: .heading, cut: .mark)
    canvas.rule(top + 1)
    for (place, line) in lines.enumerated() where top + 2 + place < size.rows - 3 {
      canvas.write(line.text, at: left + 2, top + 2 + place, width: inner, as: line.role, cut: .mark)
    }
    if hasSecret, canUnlock { drawField(on: &canvas, at: left + 2, top + 2 + fieldRow, width: inner) }
    let below = min(top + 2 + lines.count, size.rows - 4)
    canvas.rule(below)
    canvas.write(
      "No details of anybody are shown while locked.", at: left + 2, below + 1, width: inner, as: .muted, cut: .mark)
    if let lastSignIn {
      canvas.write("Last sign-in: \(lastSignIn)", at: left + 2, below + 2, width: inner, as: .muted, cut: .mark)
    }
    var column = 1
    for hint in keys {
      column += canvas.write(hint.key, at: column, size.rows - 1, as: .key) + 1
      column += canvas.write(hint.name, at: column, size.rows - 1, as: .muted) + 2
    }
  }

  /// How many letters there are is told up to what the box holds.
  private func drawField(on canvas: inout Canvas, at column: Int, _ row: Int, width: Int) {
    let label = "PIN or passphrase "
    let box = max(width - label.count - 14, 8)
    canvas.write(label, at: column, row, as: .label)
    canvas.write("[", at: column + label.count, row, as: .key)
    let shown = min(typed.count, box - 1)
    canvas.write(String(repeating: "*", count: shown), at: column + label.count + 1, row)
    canvas.write("]", at: column + label.count + 1 + box, row, as: .key)
    canvas.write("not shown", at: column + label.count + box + 3, row, as: .muted)
    canvas.placeCursor(at: column + label.count + 1 + shown, row)
  }

  /// The same as lines.
  func outline(around: Surroundings) -> Outline {
    var outline = Outline([.heading("MDT case manager"), .heading(title)])
    for sentence in sentences { outline.text(sentence) }
    outline.fact("Signed in as", around.actor.staff.signature)
    if let error { outline.text("! \(error)") }
    if let lastSignIn { outline.fact("Last sign-in", lastSignIn) }
    outline.isSecret = canUnlock && hasSecret
    outline.prompt = canUnlock && hasSecret ? "PIN or passphrase (quit leaves)" : "Type quit to leave"
    if canUnlock, !hasSecret { outline.prompt = "An empty line unlocks; quit leaves" }
    return outline
  }
}
