import CaseModel
import TerminalKit

extension CrisisEditorScreen {
  private func head(_ file: CrisisFile) -> PersonHead {
    var head = PersonHead(patient: file.patient, state: theirs == nil ? "EDITING" : "CONFLICT", around: around)
    let version = file.current.map { " from version \($0.versionNumber)" } ?? ""
    head.title = theirs == nil ? "Draft of the crisis plan\(version)" : "Two drafts of the crisis plan"
    head.side = ("~ draft, not in force", .soon)
    return head
  }

  func draw(on canvas: inout Canvas) {
    guard let content, let editing else {
      drawWaiting(problem, "The crisis plan is being read.", on: &canvas)
      return
    }
    var first = head(content.file).draw(on: &canvas)
    if let whyNot {
      canvas.writeWrapped(whyNot, at: 1, first + 1, columns: canvas.size.columns - 2)
      return
    }
    if theirs != nil {
      cursor.draw(conflictLines, on: &canvas, from: first, rows: canvas.size.rows - first)
      return
    }
    if !complaints.isEmpty {
      canvas.write("There is a problem.  \(summary)  ^N goes to the next.", at: 1, first, as: .warning)
      first += 1
    }
    let rows = canvas.size.rows - first
    let places = places(editing)
    let total = places.last.map { $0.row + $0.height } ?? 0
    let top = top(rows: rows, places, total)
    canvas.inset(at: 0, first, columns: canvas.size.columns, rows: rows) { body in
      for place in places where place.row + place.height > top && place.row < top + rows {
        draw(place, editing, top: top, on: &body)
      }
    }
    if top + rows < total {
      canvas.writeRight("- more below -", endingAt: canvas.size.columns - 1, canvas.size.rows - 1, as: .muted)
    }
  }

  private var summary: String { "\(counted(complaints.count, "answer needs", "answers need")) changing." }

  private struct Place {
    var field: CrisisField
    var row: Int
    var height: Int
    var hasHeading: Bool
  }

  private func places(_ editing: CrisisEditing) -> [Place] {
    var row = 0
    var last: CrisisSection?
    return CrisisEditing.order.map { field in
      let hasHeading = field.section != last
      last = field.section
      var height = hasHeading ? 1 + (isLocked(field, editing) ? lock.count : 0) : 0
      if isLocked(field, editing) {
        height += carried(field, editing).count
      } else {
        height += 1 + (CrisisEditing.isTall(field) ? CrisisEditing.textRows : 0)
        if field == editing.focus { height += help(field).count }
        height += faults(field).count
      }
      defer { row += height }
      return Place(field: field, row: row, height: height, hasHeading: hasHeading)
    }
  }

  private func isLocked(_ field: CrisisField, _ editing: CrisisEditing) -> Bool { !editing.isOpen(field) }

  /// Why a section cannot be written in, as a sentence.
  static let lockWords =
    "Locked: a registered clinician writes this section (R-CR-01). You carry it along as it stands."

  private var lock: [String] { TextWidth.wrapped(CrisisEditorScreen.lockWords, to: boxColumns).map(\.text) }

  private func carried(_ field: CrisisField, _ editing: CrisisEditing) -> [String] {
    guard let value = editing.base[field] else { return [] }
    return TextWidth.wrapped("\(field.label): \(field.shown(value))", to: boxColumns).map(\.text)
  }

  private func help(_ field: CrisisField) -> [String] {
    var words = field.help
    if CrisisEditing.isChoice(field) {
      words =
        CrisisEditing.words(field).enumerated().map { "\($0 + 1) \($1)" }.joined(separator: "  ")
        + (words.isEmpty ? "" : "\n\(words)")
    }
    return words.isEmpty ? [] : TextWidth.wrapped(words, to: boxColumns).map(\.text)
  }

  private func faults(_ field: CrisisField) -> [String] {
    complaints.filter { $0.field == field }.flatMap {
      TextWidth.wrapped("Error: \($0.message)", to: boxColumns).map(\.text)
    }
  }

  private func top(rows: Int, _ places: [Place], _ total: Int) -> Int {
    guard let place = places.first(where: { $0.field == editing?.focus }), total > rows else { return 0 }
    return min(max(place.row + place.height + 2 - rows, 0), total - rows)
  }

  private func draw(_ place: Place, _ editing: CrisisEditing, top: Int, on body: inout Canvas) {
    var row = place.row - top
    let field = place.field
    if place.hasHeading {
      body.write(field.section.title, at: 1, row, as: .heading)
      row += 1
      if isLocked(field, editing) {
        for line in lock {
          body.write(line, at: 4, row, as: .muted)
          row += 1
        }
      }
    }
    if isLocked(field, editing) {
      for line in carried(field, editing) {
        body.write(line, at: 4, row)
        row += 1
      }
      return
    }
    let isFocused = field == editing.focus
    if isFocused { body.write(">", at: 0, row, as: .key) }
    body.write(field.label, at: 2, row, as: .label)
    if CrisisEditing.isTall(field) {
      for line in 1...CrisisEditing.textRows {
        body.write("[", at: 3, row + line)
        body.write("]", at: 4 + boxColumns, row + line)
      }
      editing[box: field].draw(on: &body, at: 4, row + 1, isFocused: isFocused)
      row += 1 + CrisisEditing.textRows
    } else {
      drawShort(field, editing, row, isFocused, on: &body)
      row += 1
    }
    if isFocused {
      for line in help(field) {
        body.write(line, at: 4, row, as: .muted)
        row += 1
      }
    }
    for line in faults(field) {
      body.write(line, at: 4, row, as: .invalid)
      row += 1
    }
  }

  private func drawShort(
    _ field: CrisisField, _ editing: CrisisEditing, _ row: Int, _ isFocused: Bool, on body: inout Canvas
  ) {
    let column = 30
    let width = max(body.size.columns - column - 3, 8)
    body.write("[", at: column, row)
    if CrisisEditing.isChoice(field) {
      let words = editing.shown(field, today: today, .staff)
      let role: Role = isFocused ? .fieldFocused : editing.chosen[field] == nil ? .muted : .field
      let used = body.write(words, at: column + 1, row, width: width, as: role, cut: .mark)
      body.write("]", at: column + 1 + used, row)
      if isFocused { body.placeCursor(at: column + 1, row) }
      return
    }
    var box = editing[box: field]
    box.fit(columns: field.kind == .day ? 16 : width)
    box.draw(on: &body, at: column + 1, row, isFocused: isFocused)
    guard field.kind == .day else {
      body.write("]", at: column + 1 + width, row)
      return
    }
    body.write("]", at: column + 17, row)
    let typed = box.content.trimmed
    if case .success(let day) = Day.typed(typed, today: today), !typed.isEmpty {
      body.write("= \(day.shortWithWeekday)", at: column + 19, row, as: .done, cut: .mark)
    } else {
      body.write(
        typed.isEmpty ? (isFocused ? "24 mar, +3m" : "") : "no date yet", at: column + 19, row, as: .muted, cut: .mark)
    }
  }

  // MARK: Two texts

  var conflictLines: [PageLine<Int>] { conflictPage(.staff).lines(columns: size.columns) }

  var pageRows: Int { content.map { max(size.rows - head($0.file).rows(size), 1) } ?? 1 }

  private func conflictPage(_ audience: Audience) -> Page<Int> {
    var page = Page<Int>()
    guard let theirs, let editing else { return page }
    page.text(
      "\(theirs.updatedBy) saved the draft \(theirs.updatedAt.shown(to: audience)), after you began. A crisis plan is never joined: choose one of the two.",
      .warning)
    let yours = editing.plan(today: today)
    for field in yours.differences(from: theirs.plan) {
      page.gap()
      page.title(field.label)
      page.fact("Theirs", theirs.plan[field].map { field.shown($0, to: audience) } ?? "not recorded", indent: 2)
      page.fact("Yours", yours[field].map { field.shown($0, to: audience) } ?? "not recorded", indent: 2)
    }
    return page
  }

  func outline() -> Outline {
    guard let content, let editing else { return waitingOutline(problem, "The crisis plan is being read.") }
    var outline = Outline(head(content.file).outline)
    if let whyNot {
      outline.text(whyNot)
      return outline
    }
    if theirs != nil { return Outline(outline.parts + conflictPage(.linear).outline) }
    if !complaints.isEmpty { outline.heading("There is a problem. \(summary) ^N goes to the next") }
    for section in CrisisSection.allCases {
      outline.heading(section.title)
      if section.isClinical, !editing.mayEditClinical { outline.text(CrisisEditorScreen.lockWords) }
      for field in section.fields where editing.isOpen(field) || editing.base[field] != nil {
        outline.fact(
          field.label,
          editing.isOpen(field)
            ? editing.shown(field, today: today, .linear) : field.shown(editing.base[field] ?? "", to: .linear))
        for complaint in complaints where complaint.field == field { outline.text("Error: \(complaint.message)") }
      }
    }
    outline.prompt = prompt(editing)
    return outline
  }

  private func prompt(_ editing: CrisisEditing) -> String {
    if isLeaving { return "Leave and lose what you typed, y or n?" }
    if asksToSave { return "Save this draft, y or n?" }
    let field = editing.focus
    let open = CrisisEditing.order.filter { editing.isOpen($0) }
    let number = "\((open.firstIndex(of: field) ?? 0) + 1) of \(open.count). "
    let how: String
    switch field.kind {
    case .choice, .yesNo:
      how = CrisisEditing.words(field).enumerated().map { "\($0 + 1) \($1)." }.joined(separator: " ")
    case .day: how = "A date such as 24 mar, 24/3/2016 or +3m."
    case .list, .contacts: how = "On one line, with a slash between the lines."
    default: how = "Type it on one line."
    }
    let help = field.help.isEmpty ? "" : " \(field.help.capitalisedFirst)."
    return "\(number)\(field.label)?\(help) \(how) A minus sign leaves it. :save-draft saves, :leave leaves."
  }
}
