import CaseModel
import TerminalKit

extension PlanReviewScreen {
  /// Rows of a text box; three where the window is tall.
  var textRows: Int { size.rows >= 30 ? 3 : 2 }
  var boxColumns: Int { size.columns - 6 }

  func draw(on canvas: inout Canvas) {
    guard let head = head(.staff) else {
      drawWaiting(problem, "The plan is being read.", on: &canvas)
      return
    }
    var first = head.draw(on: &canvas)
    if let whyNot {
      canvas.writeWrapped(whyNot, at: 1, first + 1, columns: canvas.size.columns - 2)
      return
    }
    if !complaints.isEmpty {
      canvas.write("There is a problem.  \(summary)  ^N goes to the next.", at: 1, first, as: .warning)
      first += 1
    }
    let rows = canvas.size.rows - first
    let places = places
    let total = places.last.map { $0.row + $0.height } ?? 0
    let top = top(rows: rows, places: places, total: total)
    canvas.inset(at: 0, first, columns: canvas.size.columns, rows: rows) { body in
      for place in places { draw(place, top: top, on: &body) }
    }
    if top + rows < total { mark("- more below -", at: canvas.size.rows - 1, on: &canvas) }
  }

  private func mark(_ words: String, at row: Int, on canvas: inout Canvas) {
    canvas.writeRight(words, endingAt: canvas.size.columns - 1, row, as: .muted)
  }

  private var summary: String { "\(counted(complaints.count, "answer needs", "answers need")) changing." }

  /// Where a question stands in the form.
  private struct Place {
    var field: Field
    var row: Int
    var height: Int
  }

  private var places: [Place] {
    var row = 0
    return Field.allCases.map { field in
      let hasComplaint = complaints.contains { $0.field == field }
      let heading = field == .question1 ? 1 : 0
      let height =
        heading + (field.isText ? 1 + textRows : 1) + choicesRow(field) + (hasComplaint ? complaintRows(field) : 0)
      defer { row += height }
      return Place(field: field, row: row, height: height)
    }
  }

  private func complaintRows(_ field: Field) -> Int {
    guard let complaint = complaints.first(where: { $0.field == field }) else { return 0 }
    return TextWidth.wrapped("Error: \(complaint.message)", to: boxColumns).count
  }

  private func top(rows: Int, places: [Place], total: Int) -> Int {
    guard let place = places.first(where: { $0.field == field }), total > rows else { return 0 }
    // A little of what follows can always be seen.
    return min(max(place.row + place.height + 2 - rows, 0), total - rows)
  }

  private func draw(_ place: Place, top: Int, on body: inout Canvas) {
    guard let form else { return }
    var row = place.row - top
    let field = place.field
    let isFocused = field == self.field
    if field == .question1 {
      body.write("What the person says: 1 not at all to 5 fully, or not asked", at: 1, row, as: .heading)
      row += 1
    }
    if isFocused { body.write(">", at: 0, row, as: .key) }
    body.write(field.label, at: 2, row, as: .label)
    if field.isText {
      for line in 1...textRows {
        body.write("[", at: 3, row + line)
        body.write("]", at: 4 + boxColumns, row + line)
      }
      form[box: field].draw(on: &body, at: 4, row + 1, isFocused: isFocused)
      row += 1 + textRows
    } else if field.isDate {
      drawDate(field, form, row, isFocused, on: &body)
      row += 1
    } else {
      drawChoice(field, form, row, isFocused, on: &body)
      row += 1
      if isFocused, choicesRow(field) > 0 {
        body.write(choiceWords(field), at: 4, row, width: boxColumns, as: .muted, cut: .mark)
        row += 1
      }
    }
    if let complaint = complaints.first(where: { $0.field == field }) {
      body.writeWrapped("Error: \(complaint.message)", at: 4, row, columns: boxColumns, as: .invalid)
    }
  }

  private func column(_ field: Field) -> Int { field.question == nil ? 28 : 48 }

  private func drawDate(_ field: Field, _ form: ReviewForm, _ row: Int, _ isFocused: Bool, on body: inout Canvas) {
    let column = column(field)
    body.write("[", at: column, row)
    form[box: field].draw(on: &body, at: column + 1, row, isFocused: isFocused)
    body.write("]", at: column + 17, row)
    let day = form.day(field, today: around.today)
    let isWide = body.size.columns >= 66
    let typed = form.text(field)
    let hint = isFocused && typed.isEmpty ? "24 mar, +3m" : ""
    let echo = day.map { "= \(isWide ? $0.shortWithWeekday : $0.short)" } ?? (typed.isEmpty ? hint : "no date yet")
    body.write(echo, at: column + 19, row, as: day == nil ? .muted : .done, cut: .mark)
  }

  private func drawChoice(_ field: Field, _ form: ReviewForm, _ row: Int, _ isFocused: Bool, on body: inout Canvas) {
    let column = column(field)
    let words = form.answer(field, today: around.today, audience: .staff)
    let isChosen = form.chosen(field) != nil
    body.write("[", at: column, row)
    let width = field.question == nil ? 22 : 9
    body.write(
      words, at: column + 1, row, width: width, as: isFocused ? .fieldFocused : isChosen ? .field : .muted, cut: .mark)
    body.write("]", at: column + 1 + width, row)
    guard isFocused else { return }
    body.placeCursor(at: column + 1, row)
    if choicesRow(field) == 0 { body.write(choiceWords(field), at: column + width + 3, row, as: .muted) }
  }

  private func choiceWords(_ field: Field) -> String {
    guard field.question == nil, let form else { return "1-5, n not asked" }
    return form.choices(field).enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "  ")
  }

  /// A row under the question in hand for its choices, where they have no room beside the answer.
  private func choicesRow(_ field: Field) -> Int {
    guard field.isChoice, field == self.field else { return 0 }
    let width = field.question == nil ? 22 : 9
    return TextWidth.width(of: choiceWords(field)) <= size.columns - column(field) - width - 4 ? 0 : 1
  }

  private func head(_ audience: Audience) -> PersonHead? {
    guard let content else { return nil }
    let next = content.plan?.plan.nextReview
    let standing = content.plan?.standing(on: around.today) ?? .noPlan
    var head = PersonHead(
      patient: content.person.patient, state: "REVIEW", isSimilar: content.person.hasSimilar, standing: standing,
      nextReview: next, around: around)
    head.glassUntil = content.person.glassUntil
    head.overrideUntil = content.person.overrideUntil
    let due = next.map { ", due \($0.shown(to: audience))" } ?? ""
    head.title = "Review of care plan v\(content.plan?.versionNumber ?? 0)\(due)"
    head.side = (standing.shortWords, .of(mark: standing.mark))
    return head
  }

  func outline() -> Outline {
    guard let head = head(.linear), let form else { return waitingOutline(problem, "The plan is being read.") }
    var outline = Outline(head.outline)
    if let whyNot {
      outline.text(whyNot)
      return outline
    }
    if !complaints.isEmpty { outline.heading("There is a problem. \(summary) ^N goes to the next") }
    for field in Field.allCases {
      if field == .question1 { outline.heading("What the person says: 1 not at all to 5 fully, or not asked") }
      outline.fact(field.label, form.answer(field, today: around.today, audience: .linear))
      for complaint in complaints where complaint.field == field { outline.text("Error: \(complaint.message)") }
    }
    outline.prompt = prompt(form)
    return outline
  }

  private func prompt(_ form: ReviewForm) -> String {
    if isLeaving { return "Leave and lose this review, y or n?" }
    guard let field else { return "Record this review, y or n?" }
    let number = "\(focus + 1) of \(Field.allCases.count). "
    let how =
      field.isChoice
      ? form.choices(field).enumerated().map { "\($0 + 1) \($1)." }.joined(separator: " ")
      : field.isDate ? "A date such as 24 mar, 24/3/2016 or +3m." : "Type it on one line."
    return "\(number)\(field.label)? \(how) A minus sign leaves it. :record records, :back leaves."
  }
}
