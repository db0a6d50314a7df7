import CaseModel
import TerminalKit

extension AdministrationScreen {
  var boxColumns: Int { max(size.columns - 12, 16) }
  /// Of a form's box, right of its labels.
  var formColumns: Int { max(size.columns - 40, 16) }
  /// Title, filter and a rule stand above.
  var pageRows: Int { max(size.rows - 3, 1) }

  var lines: [PageLine<Link>] { page.lines(columns: size.columns) }

  private var page: Page<Link> {
    guard case .row(let id) = part, let row = all.first(where: { $0.id == id }) else { return list }
    var page = Page<Link>()
    page.title(row.label)
    for fact in row.facts + (more[id] ?? []) {
      fact.label.isEmpty ? page.text(fact.value, fact.role, indent: 2) : page.fact(fact.label, fact.value, fact.role)
    }
    return page
  }

  private var list: Page<Link> {
    var page = Page<Link>()
    for row in rows { page.fact(row.label, row.value, row.role, link: Link(id: row.id)) }
    if rows.isEmpty {
      page.text(
        filter.isEmpty ? office.emptiness : "Nothing here has these words. Press / and then Esc for everything.")
    }
    return page
  }

  private var title: TitleRow {
    TitleRow(title: office.title, scope: contents == nil ? "" : counted(rows.count, "line", "lines"), around: around)
  }

  private var under: String {
    if let form { return form.title }
    if !filter.isEmpty { return "Filter: \(filter)" }
    return office.purpose
  }

  func draw(on canvas: inout Canvas) {
    guard contents != nil else {
      drawWaiting(failure, "It is being read.", on: &canvas)
      return
    }
    title.draw(on: &canvas)
    if isFiltering {
      canvas.write("Filter", at: 1, 1, as: .label)
      canvas.write("[", at: 8, 1, as: .key)
      box.draw(on: &canvas, at: 9, 1, isFocused: true)
      canvas.write("]", at: 9 + boxColumns, 1, as: .key)
    } else {
      canvas.write(under, at: 1, 1, width: canvas.size.columns - 2, as: form == nil ? .muted : .heading, cut: .mark)
    }
    canvas.rule(2)
    if let form {
      draw(form, on: &canvas)
    } else {
      // While a filter is typed the cursor stands in its box.
      var pages = part == .list ? listCursor : cursor
      pages.settle(lines, pageRows)
      pages.draw(lines, on: &canvas, from: 3, rows: canvas.size.rows - 3)
      if isFiltering { box.draw(on: &canvas, at: 9, 1, isFocused: true) }
    }
  }

  /// The questions, and under them what is said about the one that is being answered.
  private func draw(_ form: OfficeForm, on canvas: inout Canvas) {
    let columns = canvas.size.columns - 2
    var row = 3 + canvas.writeWrapped(form.act.consequence, at: 1, 3, columns: columns, as: .muted) + 1
    let room = max(canvas.size.rows - row - 2, 1)
    let first = min(max(form.focus - room + 1, 0), max(form.fields.count - room, 0))
    for index in first..<min(first + room, form.fields.count) {
      let (field, box) = (form.fields[index], form.boxes[index])
      canvas.write(field.label, at: 1, row, width: 14, as: .label, cut: .mark)
      canvas.write("[", at: 16, row, as: .key)
      box.draw(on: &canvas, at: 17, row, isFocused: index == form.focus)
      canvas.write("]", at: 17 + formColumns, row, as: .key)
      let echo = field.echo(box.content.trimmed, today: around.today) ?? ""
      canvas.write(echo, at: 19 + formColumns, row, width: columns - 18 - formColumns, as: .muted, cut: .mark)
      row += 1
    }
    canvas.writeWrapped(asked(form), at: 1, row + 1, columns: columns, rows: 1)
  }

  /// "Role: gp, social_worker, care_navigator. Question 2 of 7."
  private func asked(_ form: OfficeForm) -> String {
    let field = form.fields[form.focus]
    let hint = [field.hint, field.isOptional && field.hint.isEmpty ? "may be empty" : ""].filter { !$0.isEmpty }
    return ([field.label] + hint).joined(separator: ": ")
      + ". Question \(form.focus + 1) of \(form.fields.count)."
  }

  func outline() -> Outline {
    guard contents != nil else { return waitingOutline(failure, "It is being read.") }
    var outline = Outline()
    title.read(into: &outline)
    if let form {
      outline.heading(form.title)
      outline.text(form.act.consequence)
      for (index, field) in form.fields.enumerated() {
        let text = form.boxes[index].content.trimmed
        let echo = field.echo(text, today: around.today) ?? ""
        outline.fact(field.label, [text.isEmpty ? "empty" : text, echo].filter { !$0.isEmpty }.joined(separator: ", "))
      }
      outline.text(asked(form))
      outline.prompt =
        "\(form.fields[form.focus].label)? (- leaves it empty, :save does it, :back leaves everything as it is)"
      return outline
    }
    outline.text(under)
    if isFiltering { outline.prompt = "Filter? (- lists everything, :back leaves)" }
    return Outline(outline.parts + page.outline, prompt: outline.prompt)
  }
}
