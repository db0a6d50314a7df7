import CaseModel
import TerminalKit

extension VisitsScreen {
  private func head(_ content: Content) -> PersonHead {
    var head = PersonHead(patient: content.patient, state: questions == nil ? "visits" : "RECORDING", around: around)
    guard questions == nil else { return head }
    head.title = "Visits and advice"
    let open = content.entries.count { $0.followUp.map { $0.doneOn == nil } ?? false && $0.voidReason == nil }
    head.side = (open == 0 ? "no follow-up is open" : counted(open, "follow-up open", "follow-ups open"), .strong)
    return head
  }

  func draw(on canvas: inout Canvas) {
    guard let content else {
      drawWaiting(problem, "The entries are being read.", on: &canvas)
      return
    }
    let row = head(content).draw(on: &canvas)
    if let questions {
      questions.draw(on: &canvas, from: row, today: around.today)
    } else {
      cursor.draw(lines, on: &canvas, from: row, rows: canvas.size.rows - row)
    }
  }

  var lines: [PageLine<Link>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { content.map { max(size.rows - head($0).rows(size), 1) } ?? 1 }

  func page(_ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    guard let content else { return page }
    if content.entries.isEmpty { page.text("Nothing is written down yet. n writes down a visit or advice.", .muted) }
    for entry in content.entries { self.entry(entry, audience, &page) }
    return page
  }

  private func entry(_ entry: CareEntry, _ audience: Audience, _ page: inout Page<Link>) {
    let link = Link.entry(entry.id)
    let isVoid = entry.voidReason != nil
    page.title(
      "\(entry.at.day.shown(to: audience)) \(entry.at.clockSaid)\(audience.gap)\(entry.kind.words)",
      side: mark(entry), indent: 1, link: link)
    let role = entry.authorRole.map { ", \($0.words.lowercasedFirst)" } ?? ""
    let with = entry.people.map(\.name).joined(separator: ", ")
    let to = entry.to.map { " to \($0)" } ?? ""
    page.text(
      "\(entry.author)\(role), \(entry.medium.words.lowercasedFirst)\(to)\(with.isEmpty ? "" : ", with \(with)").",
      .muted,
      indent: 3, link: link)
    page.text(entry.found, isVoid ? .muted : .body, indent: 3, link: link)
    if let follows = entry.follows { page.text("Follows: \(follows)", isVoid ? .muted : .body, indent: 3, link: link) }
    if let followUp = entry.followUp {
      let owner = followUp.ownerName.map { " by \($0)" } ?? ""
      let done = followUp.doneOn.map {
        ". Done \($0.shown(to: audience)), \(followUp.doneBy ?? ""): \(followUp.outcome ?? "")"
      }
      page.text(
        "To be seen again by \(followUp.on.shown(to: audience))\(owner)\(done ?? "")", .muted, indent: 3, link: link)
    }
    if entry.hasQuestion, !isVoid { page.text("+ asked of the meeting", .fresh, indent: 3, link: link) }
    if let reason = entry.voidReason { page.text("RECORDED IN ERROR: \(reason)", .muted, indent: 3, link: link) }
  }

  private func mark(_ entry: CareEntry) -> Page<Link>.Text? {
    if entry.voidReason != nil { return .init("VOID", .muted) }
    if let followUp = entry.followUp, followUp.doneOn == nil {
      let days = followUp.on - around.today
      if days < 0 { return .init("! follow-up \(-days)d late", .urgent) }
      return .init(days == 0 ? "~ follow-up today" : "~ follow-up in \(days)d", .soon)
    }
    return nil
  }

  func outline() -> Outline {
    guard let content else { return waitingOutline(problem, "The entries are being read.") }
    var outline = Outline(head(content).outline)
    if let questions {
      questions.read(into: &outline, today: around.today)
      return outline
    }
    return Outline(outline.parts + page(.linear).outline)
  }

  func event(forChoice number: Int) -> Event? {
    let links = page(.linear).links
    guard questions == nil, links.indices.contains(number - 1) else { return nil }
    return .chosen(links[number - 1])
  }

  static let commands: [Command<VisitsScreen, Event>] =
    [
      Command(
        "n", "New entry", help: "Writes down a visit, or advice that was given.", hint: 1, when: { $0.isPlain },
        unavailable: { $0.whyNot }, event: { _ in .newPressed }),
      Command(
        "d", "Follow up", help: "Says that somebody has looked again, and what came of it.", hint: 2,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .followUpPressed }),
      Command(
        "a", "Action", help: "Makes what follows from the entry an action in your draft of the care plan.", hint: 3,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .actionPressed }),
      Command(
        "m", "Ask meeting", help: "Makes what follows from the entry a question for the next meeting.", hint: 4,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .askPressed }),
      Command(
        "X", "Take back", help: "Marks the entry as recorded in error; it stays to be read.", hint: 5,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .voidPressed }),
      Command(
        "<enter>", "What now", help: "Says what can be done with the entry, or reads again after a failure.",
        when: { $0.isPlain }, event: { _ in .enterPressed }),
    ] + formCommands + pageMoves(when: { !$0.isTyping }) { .moved($0) }
}
