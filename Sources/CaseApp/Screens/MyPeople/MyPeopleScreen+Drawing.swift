import CaseModel
import TerminalKit

extension MyPeopleScreen {
  private var title: TitleRow { TitleRow(title: "My people", scope: "", around: around) }

  /// How many people, of how many agreed, and how full that is.
  private var summary: String {
    guard let content else { return "" }
    let covered = content.people.count { $0.coverFor != nil }
    var people = counted(content.people.count, "person", "people")
    if let most = content.load?.capacity.maxCount { people += " of an agreed \(most)" }
    if covered > 0 { people += ", \(covered) by cover" }
    var words = ["\(content.count(.today)) need you today", "\(content.count(.week)) this week", people]
    if let load = content.load {
      words.append("load \(load.ratioWords) \(load.band(content.bands).words) (\(load.words))")
    }
    return words.joined(separator: ".  ")
  }

  /// What is said of whoever is selected, under the list.
  private var detail: [(words: String, role: Role)] {
    guard let content else { return [] }
    var found: [(words: String, role: Role)] = [(content.sinceWords() + ".", .label)]
    guard let person = selected else { return found }
    let roles = person.roles.map(\.words.lowercasedFirst).joined(separator: ", ")
    let who = person.coverFor.map { "you cover for \($0), \(roles)" } ?? "you are \(roles)"
    found.append(("\(person.name.shown())  \(who)", .strong))
    if let asked = person.asked {
      found.append(
        (
          "+ \(asked.assignedBy) asked you on \(asked.start.short)"
            + "\(asked.reasonText.map { ": \($0)" } ?? ""). y accepts, T declines.", .fresh
        ))
    }
    if !person.notes.isEmpty { found.append((person.notes.map(\.text).joined(separator: "; "), .body)) }
    if person.news.count > 1 { found.append(("New: \(person.news.prefix(4).joined(separator: "; "))", .body)) }
    if let phone = person.phone { found.append(("Call \(phone)", .body)) }
    return found
  }

  /// What is said of somebody stands at the right where there is room, and under the list where not.
  private var isWide: Bool { size.columns >= 110 }
  private var listColumns: Int { isWide ? size.columns - 40 : size.columns }

  private var detailRows: Int {
    if isWide { return 2 }
    return 1 + detail.reduce(0) { $0 + min(TextWidth.wrapped($1.words, to: size.columns - 2).count, 2) }
  }

  var pageRows: Int { max(size.rows - 3 - detailRows, 3) }
  var lines: [PageLine<ID<Patient>>] { page(.staff).lines(columns: listColumns) }

  func draw(on canvas: inout Canvas) {
    guard content != nil else {
      drawWaiting(problem, "Your people are being read.", on: &canvas)
      return
    }
    title.draw(on: &canvas)
    canvas.write(summary, at: 1, 1, width: canvas.size.columns - 2, cut: .mark)
    canvas.rule(2)
    if let questions {
      questions.draw(on: &canvas, from: 3, today: around.today)
      return
    }
    let rows = pageRows
    canvas.inset(at: 0, 3, columns: listColumns, rows: rows) { part in
      cursor.draw(lines, on: &part, from: 0, rows: rows)
    }
    var row = 3 + rows
    guard row < canvas.size.rows else { return }
    canvas.rule(row)
    row += 1
    guard !isWide else {
      canvas.verticalRule(at: listColumns, from: 3, to: 3 + rows)
      canvas.inset(at: listColumns + 2, 3, columns: canvas.size.columns - listColumns - 3, rows: rows) { part in
        var row = 0
        for line in detail.dropFirst() where row < part.size.rows {
          row += part.writeWrapped(line.words, at: 0, row, columns: part.size.columns, rows: 6, as: line.role) + 1
        }
      }
      if let since = detail.first {
        canvas.write(since.words, at: 1, row, width: canvas.size.columns - 2, as: since.role, cut: .mark)
      }
      return
    }
    for line in detail where row < canvas.size.rows {
      row += canvas.writeWrapped(line.words, at: 1, row, columns: canvas.size.columns - 2, rows: 2, as: line.role)
    }
  }

  func page(_ audience: Audience) -> Page<ID<Patient>> {
    var page = Page<ID<Patient>>()
    guard let content else { return page }
    if content.people.isEmpty {
      page.text(
        "You look after nobody yet. Whoever allocates names you for people, and you accept them here.", .muted)
    }
    for group in [MyPerson.Group.today, .week, .rest] {
      let people = content.people.filter { $0.group == group }
      guard !people.isEmpty else { continue }
      let isHidden = group == .rest && !showsRest && content.count(.rest) < content.people.count
      page.title(
        group == .rest ? "\(group.words) \(people.count)" : group.words,
        side: group == .rest ? .init(isHidden ? "x shows them" : "x hides them", .muted) : nil)
      guard !isHidden else { continue }
      for person in people {
        let name = person.name.shown(to: audience) + (person.hasSimilar ? " [=]" : "")
        let gap = audience == .staff ? String(repeating: " ", count: max(1, 27 - TextWidth.width(of: name))) : ", "
        let born = audience == .staff ? person.born.short : "born \(person.born.shown(to: audience))"
        let number = person.nhsNumber?.spaced ?? "no NHS No."
        let words = person.words + ((person.coverFor == nil ? "" : " (cover)"))
        page.title(
          "\(name)\(gap)\(born)\(audience.gap)\(number)", side: .init(words, .of(mark: words.first ?? " ")), indent: 1,
          link: person.id)
      }
    }
    return page
  }

  func outline() -> Outline {
    guard content != nil else { return waitingOutline(problem, "Your people are being read.") }
    var outline = Outline()
    title.read(into: &outline)
    outline.text(summary)
    if let questions {
      questions.read(into: &outline, today: around.today)
      return outline
    }
    outline = Outline(outline.parts + page(.linear).outline)
    for line in detail { outline.text(line.words) }
    return outline
  }

  func event(forChoice number: Int) -> Event? {
    let links = page(.linear).links
    guard questions == nil, links.indices.contains(number - 1) else { return nil }
    return .chosen(links[number - 1])
  }

  func event(forAnswer text: String) -> Event? { isTyping ? .form(.answered(text)) : nil }

  static let commands: [Command<MyPeopleScreen, Event>] =
    [
      Command(
        "<enter>", "Open", help: "Opens the record of the selected person.", hint: 1, when: { !$0.isTyping },
        event: { _ in .enterPressed }),
      Command(
        "y", "Acknowledge",
        help: "Says that you have seen what is new, and accepts the role that you were asked to take.",
        hint: 2, when: { !$0.isTyping }, unavailable: { $0.whyNot }, event: { _ in .acknowledgePressed }),
      Command(
        "t", "Person told", help: "Records that the person was told who looks after them, and how.", hint: 3,
        when: { !$0.isTyping }, unavailable: { $0.whyNot }, event: { _ in .toldPressed }),
      Command(
        "T", "Team", help: "Shows who else looks after the selected person; there a role is declined.", hint: 4,
        when: { !$0.isTyping }, event: { _ in .teamPressed }),
      Command(
        "x", "Everyone else", help: "Shows those who need nothing now, or hides them again.", hint: 5,
        when: { !$0.isTyping }, event: { _ in .restPressed }),
    ] + formCommands + pageMoves(when: { !$0.isTyping }) { .moved($0) }
}
