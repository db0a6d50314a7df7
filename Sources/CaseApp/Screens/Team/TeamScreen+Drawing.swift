import CaseModel
import TerminalKit

extension TeamScreen {
  private func head(_ content: Content) -> PersonHead {
    var head = PersonHead(
      patient: content.patient, state: questions == nil ? "team" : "RECORDING", isSimilar: content.isSimilar,
      around: around)
    guard questions == nil else { return head }
    head.title = "Who looks after them"
    let named = content.team.holder(of: .namedSocialWorker) != nil
    head.side = (named ? "" : "! no named social worker", .urgent)
    if named { head.side = nil }
    return head
  }

  func draw(on canvas: inout Canvas) {
    guard let content else {
      drawWaiting(problem, "The team is being read.", on: &canvas)
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
    let team = content.team
    for request in team.waiting {
      page.title(
        "Waits for a \(request.role.words.lowercasedFirst)",
        side: .init("! since \(request.since.day.shown(to: audience))", .urgent), link: .request(request.id))
      page.text(
        [request.source.words, request.reason].compactMap { $0 }.joined(separator: ": "), .muted, indent: 2,
        link: .request(request.id))
    }
    if team.current.isEmpty { page.text("Nobody is in the team. n gives somebody a role.", .muted) }
    for one in team.current { current(one, content, audience, &page) }
    if let link = team.linkWorker {
      page.fact(
        LinkWorker.words, [link.name, link.locality, link.phone].compactMap { $0 }.joined(separator: ", "), .muted)
    }
    if !team.notes.isEmpty {
      page.gap()
      page.title("Handover notes, the newest first")
      for note in team.notes { handover(note, audience, &page) }
    }
    if !team.past.isEmpty {
      page.gap()
      page.title("Before")
      for one in team.past {
        let until = one.end?.day.shown(to: audience) ?? ""
        page.text(
          "\(one.name), \(one.role.words.lowercasedFirst), \(one.start.day.shown(to: audience)) to \(until)", .muted,
          indent: 2, link: .assignment(one.id))
        let why = [one.declinedAt == nil ? one.endReason?.words.lowercasedFirst : "declined", one.endText]
        page.text(
          "Ended: \(why.compactMap { $0 }.joined(separator: ", "))", .muted, indent: 4, link: .assignment(one.id))
      }
    }
    return page
  }

  private func current(_ one: CareAssignment, _ content: Content, _ audience: Audience, _ page: inout Page<Link>) {
    let link = Link.assignment(one.id)
    let isLate = one.isUnaccepted(on: around.today, days: content.acceptDays, holidays: content.holidays)
    let side: Page<Link>.Text =
      one.isWaiting
      ? .init(isLate ? "! not accepted" : "~ asked, not accepted yet", isLate ? .urgent : .soon)
      : .init(one.askedAt == nil ? "" : "= accepted", .done)
    page.title(
      "\(one.role.words): \(one.name)", side: side.words.isEmpty ? nil : side, link: link)
    let place = [one.organisation, one.team, one.phone].compactMap { $0 }.joined(separator: ", ")
    page.text("\(place). Since \(one.start.day.shown(to: audience)).", indent: 2, link: link)
    var words = ["\(one.reason.words), by \(one.assignedBy)"]
    if let text = one.reasonText { words[0] += ": \(text)" }
    if one.askedAt != nil { words.append(one.acceptanceWords.capitalisedFirst) }
    if let weight = one.weight {
      words.append("Weighs \(weight)\(one.weightWords.map { " (\($0))" } ?? "")")
    }
    page.text(words.joined(separator: ". ") + ".", .muted, indent: 2, link: link)
    if let due = one.tellBy(days: content.tellDays) {
      let late = around.today - due
      page.text(
        late > 0 ? "! Person not told yet, OVERDUE \(late)d" : "~ Person not told yet, by \(due.shown(to: audience))",
        late > 0 ? .urgent : .soon, indent: 2, link: link)
    } else if one.toldOn != nil {
      page.text("= \(one.toldWords.capitalisedFirst)", .done, indent: 2, link: link)
    }
    if let last = one.lastDay {
      page.text("! Leaves after \(last.shown(to: audience)): hand over", .urgent, indent: 2, link: link)
    }
  }

  private func handover(_ record: HandoverRecord, _ audience: Audience, _ page: inout Page<Link>) {
    page.text(
      "\(record.at.day.shown(to: audience)), \(record.from) to \(record.to ?? "nobody"), written by \(record.author)",
      indent: 2)
    for (question, answer) in record.note.answers where !answer.isEmpty { page.fact(question, answer, indent: 4) }
  }

  func outline() -> Outline {
    guard let content else { return waitingOutline(problem, "The team is being read.") }
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

  func event(forAnswer text: String) -> Event? { isTyping ? .form(.answered(text)) : nil }

  static let commands: [Command<TeamScreen, Event>] =
    [
      Command(
        "<enter>", "Next step",
        help:
          "Does what the line waits for: accepts, says that the person was told, or gives the role to somebody else.",
        hint: 1, when: { !$0.isTyping }, event: { _ in .enterPressed }),
      Command(
        "n", "Give a role", help: "Gives somebody a role, in place of whoever holds it where only one may.", hint: 2,
        when: { !$0.isTyping }, unavailable: { $0.whyNot }, event: { _ in .assignPressed }),
      Command(
        "y", "Accept", help: "Accepts the role that you were asked to take.", hint: 3, when: { !$0.isTyping },
        unavailable: { $0.whyNot }, event: { _ in .acceptPressed }),
      Command(
        "d", "Decline", help: "Declines the role that you were asked to take, and says why.", hint: 4,
        when: { !$0.isTyping }, unavailable: { $0.whyNot }, event: { _ in .declinePressed }),
      Command(
        "t", "Person told", help: "Records that the person was told who looks after them, and how.", hint: 5,
        when: { !$0.isTyping }, unavailable: { $0.whyNot }, event: { _ in .toldPressed }),
      Command(
        "x", "End role", help: "Ends the role under the cursor, or the waiting for one, and says why.", hint: 6,
        when: { !$0.isTyping },
        unavailable: { $0.whyNot }, event: { _ in .endPressed }),
      Command(
        "b", "Weigh", help: "Says what the work of the named social worker weighs.", hint: 7, when: { !$0.isTyping },
        unavailable: { $0.whyNot }, event: { _ in .weighPressed }),
      Command(
        "o", "Ask for somebody", help: "Puts the person on the list of those who wait for somebody in a role.",
        hint: 8, when: { !$0.isTyping }, unavailable: { $0.whyNot }, event: { _ in .requestPressed }),
    ] + formCommands + pageMoves(when: { !$0.isTyping }) { .moved($0) }
}
