import CaseModel
import TerminalKit

extension DuplicatesScreen {
  private var title: TitleRow { TitleRow(title: "Duplicates", scope: "possibly one person", around: around) }

  func draw(on canvas: inout Canvas) {
    guard content != nil else {
      drawWaiting(problem, "The duplicates are being read.", on: &canvas)
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

  static func words(_ side: DuplicatePair.Side, _ audience: Audience) -> String {
    let plans = [side.hasLivePlan ? "care plan" : nil, side.hasCrisisPlan ? "crisis plan" : nil].compactMap { $0 }
    return [
      side.name.shown(to: audience), side.born.shown(to: audience), side.nhsNumber?.spaced ?? "no NHS No.",
      side.practiceCode ?? "no practice", side.enrolment?.words.lowercasedFirst ?? "not identified",
      plans.isEmpty ? "no plan" : plans.joined(separator: " and "),
    ].joined(separator: ", ")
  }

  func page(_ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    guard let content else { return page }
    page.title("Possibly one person", side: .init("\(content.pairs.count)", .muted))
    if content.pairs.isEmpty { page.text("No two records are alike enough.", .muted, indent: 2) }
    for pair in content.pairs {
      let link = Link.pair(pair.id)
      page.title("Alike: \(pair.shared)", side: .init("\(pair.score) of 8", .muted), indent: 2, link: link)
      page.text("1  \(DuplicatesScreen.words(pair.one, audience))", indent: 4, link: link)
      page.text("2  \(DuplicatesScreen.words(pair.other, audience))", indent: 4, link: link)
    }
    page.gap()
    page.title("Joined", side: .init("\(content.merges.count)", .muted))
    if content.merges.isEmpty { page.text("Nothing was joined.", .muted, indent: 2) }
    for merge in content.merges {
      let link = Link.merge(merge.id)
      page.title(
        "\(merge.joinedName.shown(to: audience)) to \(merge.survivorName.shown(to: audience))",
        side: merge.undoneAt == nil ? nil : .init("taken apart", .muted), indent: 2, link: link)
      page.text("\(merge.at.shown(to: audience)), \(merge.by): \(merge.reason)", .muted, indent: 4, link: link)
      if let at = merge.undoneAt {
        page.text("Taken apart \(at.shown(to: audience)) by \(merge.undoneBy ?? "")", .muted, indent: 4, link: link)
      }
    }
    return page
  }

  func outline() -> Outline {
    guard content != nil else { return waitingOutline(problem, "The duplicates are being read.") }
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

  static let commands: [Command<DuplicatesScreen, Event>] =
    [
      Command(
        "<enter>", "Join or part", help: "Joins the pair under the cursor, or takes apart what was joined.", hint: 1,
        when: { !$0.isTyping }, event: { _ in .enterPressed }),
      Command(
        "1", "First record", help: "Opens the first record of the pair.", hint: 2, when: { !$0.isTyping },
        event: { _ in .openPressed(first: true) }),
      Command(
        "2", "Second record", help: "Opens the second record of the pair.", hint: 3, when: { !$0.isTyping },
        event: { _ in .openPressed(first: false) }),
    ] + formCommands + pageMoves(when: { !$0.isTyping }) { .moved($0) }
}
