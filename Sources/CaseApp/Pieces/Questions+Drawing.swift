import CaseModel
import TerminalKit

/// The form as it is seen and as it is read.
extension Questions {
  private var problems: String? {
    complaints.isEmpty
      ? nil : "There is a problem.  \(counted(complaints.count, "answer needs", "answers need")) changing."
  }

  /// Draws it from a row down to the end of the canvas; the question with the focus is always seen.
  func draw(on canvas: inout Canvas, from first: Int, today: Day) {
    let columns = canvas.size.columns
    var row = first
    row += canvas.writeWrapped(title, at: 1, row, columns: columns - 2, rows: 2, as: .heading)
    for note in notes { row += canvas.writeWrapped(note, at: 1, row, columns: columns - 2, rows: 4) }
    if let problems { row += canvas.writeWrapped(problems, at: 1, row, columns: columns - 2, rows: 2, as: .warning) }
    canvas.rule(row)
    row += 1
    let room = canvas.size.rows - row
    let heights = asked.map { height(of: $0, columns: columns) }
    let total = heights.reduce(0, +)
    let end = heights.prefix(min(focus, asked.count - 1) + 1).reduce(0, +)
    // A little of what follows can always be seen.
    let top = total > room ? min(max(end + 2 - room, 0), total - room) : 0
    canvas.inset(at: 0, row, columns: columns, rows: room) { body in
      var place = -top
      for (question, height) in zip(asked, heights) {
        draw(question, at: place, today: today, on: &body)
        place += height
      }
    }
    if top + room < total {
      canvas.writeRight("- more below -", endingAt: columns - 1, canvas.size.rows - 1, as: .muted)
    }
  }

  private func choiceWords(_ question: Question) -> String {
    question.choices.enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "  ")
  }

  private func height(of question: Question, columns: Int) -> Int {
    let isFocused = question.key == current?.key
    let choices = isFocused && question.isChoice ? TextWidth.wrapped(choiceWords(question), to: columns - 6).count : 0
    return 1 + choices + faults(question, columns: columns).count
  }

  private func faults(_ question: Question, columns: Int) -> [String] {
    complaints.filter { $0.field == question.key }.flatMap {
      TextWidth.wrapped("Error: \($0.message)", to: columns - 6).map(\.text)
    }
  }

  private func draw(_ question: Question, at top: Int, today: Day, on body: inout Canvas) {
    let isFocused = question.key == current?.key
    let columns = body.size.columns
    var row = top
    if isFocused { body.write(">", at: 0, row, as: .key) }
    body.write(question.label, at: 2, row, width: answerColumn - 3, as: .label, cut: .mark)
    let column = answerColumn
    body.write("[", at: column, row, as: isFocused ? .key : .body)
    switch question.kind {
    case .choice:
      let words = answer(question, today: today, .staff)
      let role: Role = isFocused ? .fieldFocused : choice(question.key) == nil ? .muted : .field
      let used = body.write(words, at: column + 1, row, width: columns - column - 3, as: role, cut: .mark)
      body.write("]", at: column + 1 + used, row, as: isFocused ? .key : .body)
      if isFocused { body.placeCursor(at: column + 1, row) }
    case .day:
      box(question.key).draw(on: &body, at: column + 1, row, isFocused: isFocused)
      body.write("]", at: column + 17, row, as: isFocused ? .key : .body)
      let day = day(question.key, today: today)
      let typed = text(question.key)
      let echo =
        day.map { "= \($0.shortWithWeekday)" } ?? (typed.isEmpty ? (isFocused ? "24 mar, +3m" : "") : "no date yet")
      body.write(echo, at: column + 19, row, width: columns - column - 20, as: day == nil ? .muted : .done, cut: .mark)
    case .text:
      box(question.key).draw(on: &body, at: column + 1, row, isFocused: isFocused)
      body.write("]", at: columns - 2, row, as: isFocused ? .key : .body)
    }
    row += 1
    if isFocused, question.isChoice {
      for line in TextWidth.wrapped(choiceWords(question), to: columns - 6) {
        body.write(line.text, at: 4, row, as: .muted)
        row += 1
      }
    }
    for fault in faults(question, columns: columns) {
      body.write(fault, at: 4, row, as: .invalid)
      row += 1
    }
  }

  func read(into outline: inout Outline, today: Day) {
    outline.heading(title)
    for note in notes { outline.text(note) }
    if let problems { outline.text(problems) }
    for question in asked {
      outline.fact(question.label, answer(question, today: today, .linear))
      for complaint in complaints where complaint.field == question.key { outline.text("Error: \(complaint.message)") }
    }
    outline.prompt = prompt
  }

  private var prompt: String {
    guard let current else { return "Record this, y or n?" }
    let how =
      current.isChoice
      ? current.choices.enumerated().map { "\($0 + 1) \($1)." }.joined(separator: " ")
      : current.isDay ? "A date such as 24 mar, 24/3/2016 or +3m." : "Type it on one line."
    return
      "\(focus + 1) of \(asked.count). \(current.label)? \(how) A minus sign leaves it. :record records, :back leaves."
  }
}
