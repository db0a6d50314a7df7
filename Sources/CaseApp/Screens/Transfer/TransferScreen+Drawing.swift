import CaseModel
import TerminalKit

extension TransferScreen {
  private var title: TitleRow {
    TitleRow(
      title: "Handover", scope: content?.preview.map { "from \($0.leaver.name)" } ?? "whose people?", around: around)
  }

  func draw(on canvas: inout Canvas) {
    guard content != nil else {
      drawWaiting(problem, "The people are being read.", on: &canvas)
      return
    }
    title.draw(on: &canvas)
    canvas.write(summary, at: 1, 1, width: canvas.size.columns - 2, as: isConfirming ? .warning : .body, cut: .mark)
    canvas.rule(2)
    if let questions {
      questions.draw(on: &canvas, from: 3, today: around.today)
    } else {
      cursor.draw(lines, on: &canvas, from: 3, rows: pageRows)
    }
  }

  private var summary: String {
    if isConfirming {
      return
        "Hand over \(counted(people.count, "person", "people"))? y does it, any other key keeps everything as it is."
    }
    guard content?.preview != nil else { return "Choose whose people are handed over." }
    return "\(counted(people.count, "person", "people")).  \(people.count - undecided.count) decided.  "
      + "Nothing happens until you hand over.\(cause.isEmpty ? "" : "  \(cause)")"
  }

  var lines: [PageLine<Link>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { max(size.rows - 3, 1) }

  func page(_ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    guard let content else { return page }
    guard let preview = content.preview else {
      for worker in content.workers {
        let away = worker.isAway ? "! away" : worker.lastDay.map { "! leaves after \($0.shown(to: audience))" } ?? ""
        page.title(
          "\(worker.name), \(counted(worker.load.people, "person", "people"))",
          side: away.isEmpty ? nil : .init(away, .urgent), link: .worker(worker.id))
      }
      page.text("n names somebody who is no social worker.", .muted)
      return page
    }
    if isConfirming { counts(&page) }
    if preview.people.isEmpty { page.text("\(preview.leaver.name) has nobody to hand over.", .muted) }
    for person in preview.people {
      let link = Link.person(person.id)
      let decision = decisions[person.id]
      let to = decision.map { $0.successor?.name ?? "! nobody: unallocated" }
      let born = audience == .staff ? person.born.short : "born \(person.born.shown(to: audience))"
      page.title(
        "\(person.name.shown(to: audience))\(person.hasSimilar ? " [=]" : "")\(audience.gap)\(born)\(audience.gap)"
          + "\(person.nhsNumber?.spaced ?? "no NHS No.")",
        side: .init(
          to.map { $0.hasPrefix("!") ? $0 : "to \($0)" } ?? "~ not decided",
          decision == nil ? .soon : decision?.successor == nil ? .urgent : .done), link: link)
      let answers = decision.map { "note: \($0.note.answers.count { !$0.answer.isEmpty }) of 4 answers" }
      page.text(
        [person.words, person.isHighRisk ? "high risk" : nil, answers].compactMap { $0 }.joined(separator: ", "),
        .muted, indent: 2, link: link)
    }
    return page
  }

  /// How many go to whom, before it happens.
  private func counts(_ page: inout Page<Link>) {
    let groups = Dictionary(grouping: decisions.values) {
      $0.successor?.name ?? "nobody (unallocated, on the manager's list)"
    }
    for (name, all) in groups.sorted(by: { $0.key < $1.key }) {
      page.fact("To \(name)", counted(all.count, "person", "people"), .strong)
    }
    page.fact("Why", cause)
    page.rule()
  }

  func outline() -> Outline {
    guard content != nil else { return waitingOutline(problem, "The people are being read.") }
    var outline = Outline()
    title.read(into: &outline)
    outline.text(summary)
    if let questions {
      questions.read(into: &outline, today: around.today)
      return outline
    }
    var whole = Outline(outline.parts + page(.linear).outline)
    if isConfirming { whole.prompt = "Hand over, y or n?" }
    return whole
  }

  func event(forChoice number: Int) -> Event? {
    let links = page(.linear).links
    guard isPlain, links.indices.contains(number - 1) else { return nil }
    return .chosen(links[number - 1])
  }

  func event(forAnswer text: String) -> Event? {
    if isConfirming { return ["y", "yes"].contains(text.lowercased()) ? .confirmed : .keptBack }
    return isTyping ? .form(.answered(text)) : nil
  }

  var whyNot: String? {
    if around.isReadOnly { return "This session is read-only. Start mdt without --read-only to hand over." }
    return content == nil ? "The people are not here yet. Press Enter to read them again." : nil
  }

  static let commands: [Command<TransferScreen, Event>] =
    [
      Command(
        "<enter>", "Decide", help: "Chooses whose people are handed over, or to whom the selected person goes.",
        hint: 1,
        when: { $0.isPlain }, unavailable: { $0.content == nil ? nil : $0.whyNot }, event: { _ in .enterPressed }),
      Command(
        "a", "All others", help: "Gives everybody who is not decided yet to one successor, or to nobody.", hint: 2,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .restPressed }),
      Command(
        "r", "Why", help: "Says why they are handed over.", hint: 3, when: { $0.isPlain }, unavailable: { $0.whyNot },
        event: { _ in .causePressed }),
      Command(
        "n", "Whose", help: "Names whose people are handed over.", hint: 4, when: { $0.isPlain },
        event: { _ in .otherPressed }),
      Command(
        "<ctrl-s>", "Hand over",
        help: "Shows everything that is going to happen, and asks; u takes it back afterwards.",
        hint: 5, when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .handOverPressed }),
      Command(
        "y", "Yes", help: "Hands everybody over as it is shown.", hint: 1, when: { $0.isConfirming },
        event: { _ in .confirmed }),
      Command(
        "<esc>", "Keep everything", help: "Goes back; nothing was handed over.", hint: 2, when: { $0.isConfirming },
        event: { _ in .keptBack }),
    ] + formCommands + pageMoves(when: { !$0.isTyping }) { .moved($0) }
}
