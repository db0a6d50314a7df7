import CaseModel
import TerminalKit

extension PrivacyScreen {
  private var title: TitleRow {
    let what = showsReviewed ? "reviewed, newest first" : "to review, oldest first"
    return TitleRow(title: "Privacy", scope: showsOverrides ? "overrides, \(what)" : what, around: around)
  }

  /// How many are late, in words.
  private var summary: String {
    guard let content else { return "" }
    let late = alerts.count { $0.isEscalated(on: around.today, holidays: content.holidays) }
    let all = counted(alerts.count, showsReviewed ? "is reviewed" : "waits", showsReviewed ? "are reviewed" : "wait")
    return late == 0
      ? "\(all)." : "\(all).  ! \(counted(late, "has", "have")) waited for more than 5 working days."
  }

  func draw(on canvas: inout Canvas) {
    guard content != nil else {
      drawWaiting(problem, "The privacy list is being read.", on: &canvas)
      return
    }
    title.draw(on: &canvas)
    guard questions == nil else {
      canvas.rule(1)
      questions?.draw(on: &canvas, from: 2, today: around.today)
      return
    }
    canvas.write(summary, at: 1, 1, width: canvas.size.columns - 2, cut: .mark)
    canvas.rule(2)
    cursor.draw(lines, on: &canvas, from: 3, rows: pageRows)
  }

  var lines: [PageLine<Link>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { max(size.rows - 3, 1) }

  func page(_ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    guard let content else { return page }
    if alerts.isEmpty { page.text(showsReviewed ? "Nothing was reviewed yet." : "Nothing waits for a review.") }
    for alert in alerts {
      let link = Link.alert(alert.id)
      let isLate = alert.isEscalated(on: around.today, holidays: content.holidays)
      let waited = alert.waited(on: around.today, holidays: content.holidays)
      let side =
        alert.verdict.map { Page<Link>.Text($0.words, .done) }
        ?? Page<Link>.Text(
          "\(isLate ? "! " : "")waits \(counted(waited, "working day", "working days"))", isLate ? .urgent : .muted)
      page.title("\(alert.kind.words), \(alert.at.shown(to: audience))", side: side, link: link)
      page.text(
        "\(alert.staffName), \(alert.staffRole.words.lowercasedFirst), \(alert.organisation)"
          + (alert.staffID == around.actor.id ? " (yourself)" : ""), .strong, indent: 2, link: link)
      page.text(
        "About \(alert.patientName.shown(to: audience)), NHS No. \(alert.nhsNumber?.spaced ?? "not known")", indent: 2,
        link: link)
      page.text(alert.reason, indent: 2, link: link)
      if let verdict = alert.verdict {
        let when = alert.reviewedAt.map { ", \($0.shown(to: audience))" } ?? ""
        page.text(
          "\(verdict.words), \(alert.reviewedBy ?? "")\(when): \(alert.followUp ?? "nothing more")", .muted, indent: 2,
          link: link)
      }
    }
    return page
  }

  func outline() -> Outline {
    guard content != nil else { return waitingOutline(problem, "The privacy list is being read.") }
    var outline = Outline()
    title.read(into: &outline)
    if let questions {
      questions.read(into: &outline, today: around.today)
      return outline
    }
    outline.text(summary.asRead)
    return Outline(outline.parts + page(.linear).outline)
  }

  func event(forChoice number: Int) -> Event? {
    let links = page(.linear).links
    guard questions == nil, links.indices.contains(number - 1) else { return nil }
    return .chosen(links[number - 1])
  }

  func event(forAnswer text: String) -> Event? { isTyping ? .answered(text) : nil }

  static let commands: [Command<PrivacyScreen, Event>] =
    [
      Command(
        "<enter>", "Review", help: "Asks whether it was justified, and what follows.", hint: 1,
        when: { !$0.isTyping }, event: { _ in .enterPressed }),
      Command(
        "v", "Reviewed", help: "Shows what was reviewed, and again what waits.", hint: 2, when: { !$0.isTyping },
        event: { _ in .reviewedPressed }),
      Command(
        "o", "Overrides", help: "Shows only what was shared against a person's wish, or everything again.", hint: 3,
        when: { !$0.isTyping }, event: { _ in .overridesPressed }),
      Command(
        "w", "Who has looked", help: "Lists everything that was done to the record of the selected person.", hint: 4,
        when: { !$0.isTyping }, event: { _ in .auditPressed }),
      Command(
        "<ctrl-s>", "Record", help: "Records the verdict, if nothing needs changing.", hint: 1,
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
