import CaseModel
import TerminalKit

extension ConsentTasksScreen {
  private var title: TitleRow {
    TitleRow(title: "Consent tasks", scope: showsDecided ? "decided, newest first" : "what waits", around: around)
  }

  func draw(on canvas: inout Canvas) {
    guard content != nil else {
      drawWaiting(problem, "The tasks are being read.", on: &canvas)
      return
    }
    title.draw(on: &canvas)
    canvas.rule(1)
    if let questions {
      questions.draw(on: &canvas, from: 2, today: around.today)
    } else {
      cursor.draw(lines, on: &canvas, from: 2, rows: pageRows)
    }
  }

  var lines: [PageLine<Link>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { max(size.rows - 2, 1) }

  func page(_ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    guard let content else { return page }
    page.title(
      showsDecided ? "Decided: what became of what was open" : "Stop or transfer? Open actions of those who withdrew")
    if content.tasks.isEmpty {
      page.text(showsDecided ? "Nothing was decided yet." : "Nothing waits to be decided.", .muted, indent: 2)
    }
    for task in content.tasks { self.task(task, audience, &page) }
    guard !showsDecided else { return page }
    page.gap()
    page.title("Best-interests decisions to look at again, within \(BestInterestsReview.listedDays) days")
    if content.reviews.isEmpty { page.text("None falls due.", .muted, indent: 2) }
    for review in content.reviews {
      let link = Link.review(review.patient, review.subject)
      let mark = review.mark(on: around.today)
      page.title(
        name(review.patientName, review.nhsNumber, audience),
        side: .init(mark, .of(mark: mark.first ?? " ")), indent: 2, link: link)
      page.text(
        "\(review.subject.words), decided \(review.decidedOn.shown(to: audience)) by \(review.decidedBy),"
          + " due \(review.due.shown(to: audience))", indent: 4, link: link)
    }
    return page
  }

  private func name(_ name: PersonName, _ number: NHSNumber?, _ audience: Audience) -> String {
    "\(name.shown(to: audience))\(audience.gap)\(number?.spaced ?? "no NHS No.")"
  }

  private func task(_ task: ConsentTask, _ audience: Audience, _ page: inout Page<Link>) {
    let link = Link.task(task.id)
    let days = around.today - task.raisedAt.day
    let age = days == 0 ? "today" : counted(days, "day", "days")
    page.title(
      name(task.patientName, task.nhsNumber, audience),
      side: task.decision == nil ? .init("waits: \(age)", days > 5 ? .urgent : .muted) : nil, indent: 2, link: link)
    page.text(task.what, indent: 4, link: link)
    guard let decision = task.decision, let at = task.decidedAt else {
      page.text("Owner: \(task.owner). Raised \(task.raisedAt.shown(to: audience)).", .muted, indent: 4, link: link)
      return
    }
    let to = task.transferTo.map { " to \($0)" } ?? ""
    page.text(
      "\(decision.words)\(to), \(at.shown(to: audience)), \(task.decidedBy ?? ""): \(task.reason ?? "")", .muted,
      indent: 4, link: link)
  }

  func outline() -> Outline {
    guard content != nil else { return waitingOutline(problem, "The tasks are being read.") }
    var outline = Outline()
    title.read(into: &outline)
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

  func event(forAnswer text: String) -> Event? { isTyping ? .answered(text) : nil }

  static let commands: [Command<ConsentTasksScreen, Event>] =
    [
      Command(
        "<enter>", "Decide", help: "Asks what becomes of the action; on a decision that falls due, opens the consent.",
        hint: 1, when: { !$0.isTyping }, event: { _ in .enterPressed }),
      Command(
        "v", "Decided", help: "Shows what was decided, and again what waits.", hint: 2, when: { !$0.isTyping },
        event: { _ in .decidedPressed }),
      Command(
        "<ctrl-s>", "Record", help: "Records what is decided, if nothing needs changing.", hint: 1,
        when: { $0.isTyping }, event: { _ in .recordPressed }),
      Command(
        "<tab>", "Next", help: "Goes to the next question.", hint: 2, when: { $0.isTyping },
        event: { _ in .nextAsked(forward: true) }),
      Command(
        "<shift-tab>", "Before", help: "Goes to the question before.", hint: 3, when: { $0.isTyping },
        event: { _ in .nextAsked(forward: false) }),
      Command(
        "<esc>", "Leave form", help: "Leaves the form; what was typed is asked about first.", hint: 4,
        when: { $0.isTyping }, event: { _ in .leavePressed }),
    ] + pageMoves(when: { !$0.isTyping }) { .moved($0) }
}
