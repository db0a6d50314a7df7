import CaseModel
import TerminalKit

extension PlanConflictScreen {
  func draw(on canvas: inout Canvas) {
    guard let person else {
      canvas.write("Reading the plan.", at: 1, 0)
      canvas.placeCursor(at: 1, 0)
      return
    }
    let columns = canvas.size.columns
    let banner = drawBanner(
      of: person.patient, state: "CONFLICT", isSimilar: person.hasSimilar, on: &canvas, around: around)
    canvas.rule(banner)
    var row = banner + 1
    row += canvas.writeWrapped(
      columns >= 110 ? headline + "  " + whatNext : headline, at: 1, row, columns: columns - 2, as: .heading)
    row += canvas.writeWrapped(sources(.staff), at: 1, row, columns: columns - 2)
    canvas.rule(row)
    canvas.write(joinedTop == nil ? countWords : "Joined for you", at: 1, row + 1, as: .label)
    if TextWidth.width(of: countWords + PlanConflictScreen.caution) + 4 <= columns {
      canvas.writeRight(PlanConflictScreen.caution, endingAt: columns - 1, row + 1, as: .muted)
    }
    let needed = TextWidth.wrapped(foot.text, to: columns - 2).count
    let footRow = canvas.size.rows - 1 - min(max(needed, canvas.size.rows >= 20 ? 2 : 1), 4)
    let top = row + 2
    let aside = aside
    let bottom = aside.isEmpty ? footRow : footRow - aside.count - 1
    canvas.inset(at: 0, top, columns: columns, rows: max(bottom - top, 0)) { draw(lines(columns: columns), on: &$0) }
    canvas.rule(bottom)
    for (line, part) in aside.enumerated() {
      canvas.write(part.text, at: 1, bottom + 1 + line, width: columns - 2, as: part.role, cut: .mark)
    }
    canvas.rule(footRow)
    canvas.writeWrapped(
      foot.text, at: 1, footRow + 1, columns: columns - 2, rows: canvas.size.rows - footRow - 1, as: foot.role)
    if asksToLeave { canvas.placeCursor(at: 1, footRow + 1) }
  }

  /// One line of the list of differences.
  struct Line {
    var pieces: [(column: Int, text: String, role: Role)] = []
    var isFocused = false
    var hasCursor = false
    var hasBox = false
  }

  private func draw(_ lines: [Line], on canvas: inout Canvas) {
    let rows = canvas.size.rows
    let focused = lines.indices.filter { lines[$0].isFocused }
    var top = 0
    if let first = focused.first, let last = focused.last, lines.count > rows {
      let count = last - first + 1
      top = min(max(count >= rows ? first : first - (rows - count) / 2, 0), lines.count - rows)
      if let boxed = lines.firstIndex(where: \.hasBox), boxed + 4 > top + rows { top = boxed + 4 - rows }
      top = min(max(top + scroll, 0), max(lines.count - 2, 0))
    }
    for (row, line) in lines.dropFirst(top).prefix(rows).enumerated() {
      for piece in line.pieces { canvas.write(piece.text, at: piece.column, row, as: piece.role) }
      if line.hasCursor, box == nil { canvas.placeCursor(at: 3, row) }
      if line.hasBox { box?.draw(on: &canvas, at: 15, row, isFocused: true) }
    }
  }

  func lines(columns: Int) -> [Line] {
    if let top = joinedTop { return joinedLines(from: top, columns: columns) }
    if merge.questions.isEmpty {
      return TextWidth.wrapped(PlanConflictScreen.nothingToDecide, to: columns - 4).enumerated().map { index, line in
        Line(pieces: [(3, line.text, .body)], isFocused: true, hasCursor: index == 0)
      }
    }
    return merge.questions.indices.flatMap { index -> [Line] in
      var lines = columns >= 110 ? wideLines(of: index, columns: columns) : narrowLines(of: index, columns: columns)
      if index == focus {
        for line in lines.indices { lines[line].isFocused = true }
        lines[0].hasCursor = true
        lines[0].pieces.append((0, ">", .selected))
        lines += boxLines(columns: columns)
      }
      return lines + [Line()]
    }
  }

  private func title(of index: Int, columns: Int) -> [Line] {
    let question = merge.questions[index]
    let state = state(of: question)
    let count = "\(index + 1) of \(merge.questions.count)   "
    let side = count + state.text
    let start = columns - 1 - TextWidth.width(of: side)
    let texts = TextWidth.wrapped(subject(of: question), to: max(start - 4, 12))
    return texts.enumerated().map { line, text in
      var made = Line(pieces: [(3, text.text, index == focus ? .selected : .strong)])
      if line == 0 {
        made.pieces.append((start, count, .muted))
        made.pieces.append((start + count.count, state.text, state.role))
      }
      return made
    }
  }

  private func narrowLines(of index: Int, columns: Int) -> [Line] {
    let question = merge.questions[index]
    var lines = title(of: index, columns: columns)
    func add(_ label: String, _ text: String, _ role: Role) {
      for (row, line) in TextWidth.wrapped(text, to: columns - 16).enumerated() {
        var made = Line(pieces: [(15, line.text, role)])
        if row == 0 { made.pieces.append((5, label, .label)) }
        lines.append(made)
      }
    }
    add("was", words(question.was, of: question, .staff), .body)
    add("THEIRS", "\(words(question.theirs, of: question, .staff))   \(theirName) \(theirClock)", .strong)
    add("YOURS", "\(words(question.yours, of: question, .staff))   you \(conflict.yoursStarted.clock)", .strong)
    add(choiceOrResult(of: index).label, choiceOrResult(of: index).text, .body)
    return lines
  }

  private func choiceOrResult(of index: Int) -> (label: String, text: String) {
    let question = merge.questions[index]
    if let result = result(of: index, .staff) { return ("result", "\(result.text)   \(result.how)") }
    if let typed = raw[index], index != focus || box == nil { return ("typed", "\(typed)   ! not accepted yet") }
    if question.isTick { return ("tick", "[ ] Space accepts theirs, y keeps yours") }
    return ("choose", "[ t theirs ]   [ y yours ]" + (question.key == nil ? "" : "   [ e type another ]"))
  }

  // Four columns: what, was, theirs, yours.
  private func wideLines(of index: Int, columns: Int) -> [Line] {
    let question = merge.questions[index]
    let width = (columns - 6) / 3
    let cells = [
      "was: " + words(question.was, of: question, .staff),
      "THEIRS: " + words(question.theirs, of: question, .staff) + "  \(theirName) \(theirClock)",
      "YOURS: " + words(question.yours, of: question, .staff) + "  you \(conflict.yoursStarted.clock)",
    ]
    let wrapped = cells.map { TextWidth.wrapped($0, to: width - 2).map(\.text) }
    var lines = title(of: index, columns: columns)
    for row in 0..<(wrapped.map(\.count).max() ?? 0) {
      var line = Line()
      for (cell, texts) in wrapped.enumerated() where texts.indices.contains(row) {
        line.pieces.append((5 + cell * width, texts[row], cell == 0 ? .body : .strong))
        if cell > 0 { line.pieces.append((3 + cell * width, "│", .rule)) }
      }
      lines.append(line)
    }
    let last = choiceOrResult(of: index)
    for text in TextWidth.wrapped("\(last.label): \(last.text)", to: columns - 7) {
      lines.append(Line(pieces: [(5, text.text, .body)]))
    }
    return lines
  }

  private func boxLines(columns: Int) -> [Line] {
    var lines = [Line]()
    func add(_ text: String, _ role: Role) {
      for line in TextWidth.wrapped(text, to: columns - 16) {
        lines.append(Line(pieces: [(15, line.text, role)], isFocused: true))
      }
    }
    if let box, let question, let field = field(of: question) {
      lines.append(Line(pieces: [(5, "type", .label), (14, "[", .label)], isFocused: true, hasBox: true))
      if !box.isSingleLine { lines += [Line(isFocused: true), Line(isFocused: true)] }
      if let echo = echo(.staff) { add("means \(echo)", .strong) }
      add(hint(of: field), .muted)
    }
    if let fault { add("Error: \(fault)", .invalid) }
    return lines
  }

  private func joinedLines(from top: Int, columns: Int) -> [Line] {
    if merge.joined.isEmpty {
      return [Line(pieces: [(3, PlanConflictScreen.nothingJoined, .body)])]
    }
    return merge.joined.enumerated().dropFirst(top).flatMap { index, joined in
      TextWidth.wrapped("= " + words(of: joined, .staff), to: columns - 5).enumerated().map { row, text in
        Line(
          pieces: [(row == 0 ? 3 : 5, text.text, .body)] + (index == top && row == 0 ? [(0, ">", .selected)] : []),
          hasCursor: index == top && row == 0)
      }
    }
  }
}
