import CaseModel
public import TerminalKit

/// From the layers to a frame: the front screen, a row for messages and a row for keys.
extension AppLoop {
  /// The smallest terminal that a screen is drawn on.
  static let smallest = Size(columns: 60, rows: 18)

  public func redraw() {
    guard !isOver, !isHeldBack else { return }
    terminal.present(frame())
  }

  /// Draws once for all the work that is done by then.
  func redrawSoon() {
    guard !isRedrawDue else { return }
    isRedrawDue = true
    workBegins()
    Task {
      isRedrawDue = false
      redraw()
      workEnds()
    }
  }

  /// The picture as it stands.
  public func frame() -> Frame {
    let size = terminal.size
    var canvas = Canvas(size)
    if isBlank {
      return canvas.frame()
    }
    guard size.columns >= AppLoop.smallest.columns, size.rows >= AppLoop.smallest.rows else {
      let needed = AppLoop.smallest
      canvas.writeWrapped(
        "mdt needs \(needed.columns) columns and \(needed.rows) rows; this window has \(size.columns) by \(size.rows).",
        at: 0, 0, columns: size.columns, rows: size.rows)
      return canvas.frame()
    }
    if let lock {
      lock.draw(on: &canvas, around: world.surroundings)
      return canvas.frame()
    }
    guard let front = layers.last else { return canvas.frame() }
    func draw<S: Screen>(_ screen: S, on canvas: inout Canvas) {
      var screen = screen
      screen.around = world.surroundings
      let content = contentSize
      canvas.inset(at: 0, 0, columns: content.columns, rows: content.rows) { screen.draw(on: &$0) }
      drawHints(of: screen, on: &canvas, row: size.rows - 1)
    }
    draw(front.screen, on: &canvas)
    drawMessage(on: &canvas)
    return canvas.frame()
  }

  /// A message that needs more than its row grows upwards over the content: three sentences are never cut short. That the
  /// store cannot be reached stands in the lowest rows for as long as it lasts, whatever is said meanwhile.
  private func drawMessage(on canvas: inout Canvas) {
    var bottom = canvas.size.rows - 1
    if let outOfReach { bottom = draw(outOfReach, endingAbove: bottom, on: &canvas) }
    if let message, message.text != outOfReach?.text { _ = draw(message, endingAbove: bottom, on: &canvas) }
  }

  /// The row on which it begins.
  private func draw(_ message: Message, endingAbove bottom: Int, on canvas: inout Canvas) -> Int {
    let role: Role = message.weight == .problem ? .warning : .notice
    let columns = canvas.size.columns - 2
    let lines = TextWidth.wrapped(message.text, to: columns)
    let needed = min(max(lines.count, 1), 5)
    let top = bottom - needed
    for row in top..<bottom { canvas.fill(row, as: role) }
    canvas.writeWrapped(message.text, at: 1, top, columns: columns, rows: needed, as: role)
    let time = message.at.clock
    guard let last = lines.last, lines.count <= needed, TextWidth.width(of: last.text) + 2 + time.count <= columns
    else {
      return top
    }
    canvas.writeRight(time, endingAt: canvas.size.columns - 1, bottom - 1, as: role)
    return top
  }

  private func drawHints<S: Screen>(of screen: S, on canvas: inout Canvas, row: Int) {
    let hints = S.commands.filter { $0.hint != nil && $0.applies(screen) && $0.unavailable(screen) == nil }
      .sorted { ($0.hint ?? 0) < ($1.hint ?? 0) }
      .filter { !screen.isTyping || $0.keys.first.map { !$0.types } == true }
      .map { (key: hintKey($0), name: $0.name) }
    let last = [(key: screen.isTyping ? "^G" : "?", name: "help")]
    let claimsEscape = hints.contains { $0.key == Key.escape.displayName }
    let back = [(key: "Esc", name: layers.count > 1 && !claimsEscape ? "back" : "")].filter { !$0.name.isEmpty }
    var column = 1
    let reserved = (back + last).reduce(0) { $0 + $1.key.count + $1.name.count + 3 }
    for hint in hints {
      let needed = hint.key.count + 1 + hint.name.count + 2
      guard column + needed + reserved <= canvas.size.columns else { break }
      column = write(hint, at: column, row, on: &canvas)
    }
    for hint in back + last { column = write(hint, at: column, row, on: &canvas) }
  }

  private func write(_ hint: (key: String, name: String), at column: Int, _ row: Int, on canvas: inout Canvas) -> Int {
    let afterKey = column + canvas.write(hint.key, at: column, row, as: .key) + 1
    return afterKey + canvas.write(hint.name.lowercasedFirst, at: afterKey, row, as: .muted) + 2
  }

  private func hintKey<S, E>(_ command: Command<S, E>) -> String { command.keys.first?.displayName ?? "" }
}
