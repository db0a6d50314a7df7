import CaseModel
import TerminalKit

extension AuditScreen {
  func draw(on canvas: inout Canvas) {
    var row: Int
    if let head = head {
      row = head.draw(on: &canvas)
    } else {
      TitleRow(title: "Audit", scope: scopeWords, around: around).draw(on: &canvas)
      row = 1
    }
    guard part == .list else {
      if head == nil {
        canvas.rule(row)
        row += 1
      }
      cursor.draw(lines, on: &canvas, from: row, rows: canvas.size.rows - row)
      return
    }
    drawFilter(on: &canvas, row)
    drawList(on: &canvas, from: row + 2)
    if isFiltering { drawHint(on: &canvas, row + 1) }
  }

  /// Above an audit of one person stands who that is.
  private var head: PersonHead? {
    guard let person else { return nil }
    var head = PersonHead(patient: person.patient, state: "audit", isSimilar: person.hasSimilar, around: around)
    switch part {
    case .list: head.title = AccessReport.title
    case .row(let row): head.title = "Row \(thousands(row.id)) of the audit"
    case .report: head.title = "\(AccessReport.title): the report"
    }
    return head
  }

  private var scopeWords: String { query.about == nil ? "everything, newest first" : "one record" }
  private var filterWords: String { query.filter == .everything ? "none" : query.filter.text }

  static let filterHint =
    "staff:francis  action:view,print  denied  from:-7d  to:today  organisation:R9904  999 012 3012"

  var boxColumns: Int { max(size.columns - 12, 16) }

  private func drawFilter(on canvas: inout Canvas, _ row: Int) {
    canvas.write("Filter", at: 1, row, as: .label)
    guard isFiltering else {
      canvas.write(filterWords, at: 8, row, width: canvas.size.columns - 9, as: .strong, cut: .mark)
      canvas.rule(row + 1)
      return
    }
    canvas.write("[", at: 8, row, as: .key)
    box.draw(on: &canvas, at: 9, row, isFocused: true)
    canvas.write("]", at: 9 + boxColumns, row, as: .key)
    canvas.rule(row + 1)
  }

  /// Over the first rows of the list while the box is open.
  private func drawHint(on canvas: inout Canvas, _ row: Int) {
    let (words, role): (String, Role) = fault.map { ($0.message, .invalid) } ?? (AuditScreen.filterHint, .muted)
    let rows = min(TextWidth.wrapped(words, to: canvas.size.columns - 2).count, 3)
    for extra in 0..<rows { canvas.fill(row + extra, as: role) }
    canvas.writeWrapped(words, at: 1, row, columns: canvas.size.columns - 2, rows: rows, as: role)
  }

  private var isOfOne: Bool { query.about != nil }

  /// Rows above the list: the head or the title, the filter, and a rule.
  private var firstListRow: Int { (head?.rows(size) ?? 1) + 2 }
  /// The last row says whether there is more.
  var listRows: Int { max(size.rows - firstListRow - 1, 1) }

  private func drawList(on canvas: inout Canvas, from first: Int) {
    guard hasRows else {
      var row = first + 1
      for text in absence { row += canvas.writeWrapped(text, at: 3, row, columns: canvas.size.columns - 4, rows: 3) }
      if !isFiltering { canvas.placeCursor(at: 3, first + 1) }
      return
    }
    for visible in list.visible {
      let top = first + visible.line
      if visible.isSelected {
        for line in 0..<visible.lines { canvas.fill(top + line, as: .selected) }
        canvas.write(">", at: 0, top, as: .selected)
        if !isFiltering { canvas.placeCursor(at: 2, top) }
      }
      for (offset, line) in visible.row.lines(columns: size.columns, isOfOne: isOfOne).prefix(visible.lines)
        .enumerated()
      {
        for piece in line {
          canvas.write(piece.text, at: piece.column, top + offset, as: visible.isSelected ? .selected : piece.role)
        }
      }
    }
    canvas.write(moreWords, at: 3, canvas.size.rows - 1, as: .muted)
  }

  private var moreWords: String {
    switch (list.countAbove ?? 1 > 0, list.countBelow == 0) {
    case (false, true): "- that is all -"
    case (true, true): "- newer rows above, no older ones -"
    case (false, false): "- older rows below -"
    case (true, false): "- newer rows above, older ones below -"
    }
  }

  /// What stands where there is no row: why, and what to press.
  var absence: [String] {
    if let failure {
      return [failure.what, failure.reason, "Press / to ask for something else, or Enter to try again."]
    }
    if shownQuery != query { return ["The audit is being read."] }
    if query.filter != .everything {
      return ["Nothing in the audit fits \(filterWords).", "Press / to ask for something else."]
    }
    return [query.about == nil ? "The audit is empty." : "Nobody has looked at this record yet."]
  }

  // MARK: A row, a report

  var lines: [PageLine<Link>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { max(size.rows - (head?.rows(size) ?? 2), 1) }

  func page(_ audience: Audience) -> Page<Link> {
    switch part {
    case .list: return Page()
    case .row(let row): return page(of: row, audience)
    case .report(let report):
      var page = Page<Link>()
      for line in report.heading + [report.summary] {
        page.text(line)
        page.gap()
      }
      for paragraph in report.paragraphs {
        page.text(paragraph, .strong)
        page.gap()
      }
      for note in AccessReport.notes { page.text(note, .muted) }
      return page
    }
  }

  private func page(of row: AuditRow, _ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    let event = row.event
    page.fact("When", event.at.shown(to: audience))
    page.fact("Who", event.staffName)
    page.fact("Role", StaffRole(rawValue: event.role)?.words ?? event.role)
    page.fact("Organisation", row.organisation)
    page.fact("At the machine", event.workstation)
    page.fact("What", "\(event.action.words) \(row.thing)".trimmed)
    if let person = row.person {
      page.fact("Of", person.name.shown(to: audience))
      page.fact("NHS No.", person.nhsNumber?.spaced ?? "not known")
    }
    page.fact("What for", row.why.isEmpty ? "not said" : row.why)
    if let kind = event.relationship {
      page.fact("Relationship", kind.isOwnWord ? "! \(kind.words)" : kind.words, kind.isOwnWord ? .urgent : .body)
    }
    if let version = event.versionBefore { page.fact("Version before", String(version)) }
    if let version = event.versionAfter { page.fact("Version after", String(version)) }
    page.gap()
    page.fact("Row", thousands(event.sequence))
    page.fact("Hash", event.hash, .muted)
    return page
  }

  // MARK: Reading

  func outline() -> Outline {
    var outline = Outline(head?.outline ?? [])
    if head == nil { TitleRow(title: "Audit", scope: scopeWords, around: around).read(into: &outline) }
    guard part == .list else { return Outline(outline.parts + page(.linear).outline) }
    outline.fact("Filter", filterWords)
    if isFiltering {
      outline.text(AuditScreen.filterHint)
      if let fault { outline.fact("Error", fault.message) }
      if !box.content.isEmpty { outline.fact("In the box", box.content) }
      outline.prompt = "Filter? (- clears it, :back leaves)"
    }
    guard hasRows else {
      for text in absence { outline.text(text) }
      return outline
    }
    for visible in list.visible {
      let row = visible.row
      outline.choice("\(row.event.at.long). \(row.who). \(row.deed(.linear, isOfOne: isOfOne)).")
    }
    outline.text(moreWords)
    return outline
  }
}
