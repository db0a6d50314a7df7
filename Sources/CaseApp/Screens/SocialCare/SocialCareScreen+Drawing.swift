import CaseModel
import TerminalKit

extension SocialCareScreen {
  private func head(_ content: Content) -> PersonHead {
    var head = PersonHead(
      patient: content.patient, state: questions == nil ? "social care" : "RECORDING", around: around)
    guard questions == nil else { return head }
    head.title = "Social care"
    head.side = content.safeguarding.isMarked ? ("! SAFEGUARDING MARKER", .urgent) : nil
    return head
  }

  func draw(on canvas: inout Canvas) {
    guard let content else {
      drawWaiting(problem, "The social care is being read.", on: &canvas)
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
    if let why = content.whyClosed {
      page.text(
        "! This record is not open to you. A safeguarding concern can be raised all the same: press s.", .urgent)
      page.text(why.reason, .muted)
      return page
    }
    page.title("Care Act work")
    if content.items.isEmpty { page.text("None is recorded.", .muted, indent: 2) }
    for item in content.items { self.item(item, audience, &page) }
    page.gap()
    page.title("Unpaid carers, by the care plan")
    if content.carers.isEmpty { page.text("None is named in the plan's contacts.", .muted, indent: 2) }
    for carer in content.carers {
      let newest = content.items.first { $0.carer == carer.id && $0.voidReason == nil }
      page.fact(
        carer.name,
        newest.map { "assessment \($0.status.words.lowercasedFirst), asked for \($0.requestedOn.shown(to: audience))" }
          ?? "! no assessment is recorded", newest == nil ? .urgent : .body, indent: 2)
    }
    page.gap()
    safeguarding(content.safeguarding, audience, &page)
    return page
  }

  private func item(_ item: SocialCareItem, _ audience: Audience, _ page: inout Page<Link>) {
    let link = Link.item(item.id)
    let isVoid = item.voidReason != nil
    let isLate = item.isLate(on: around.today)
    let side = isVoid ? "VOID" : isLate ? "! \(item.status.words), late" : item.status.words
    page.title(
      item.kind.words, side: .init(side, isLate ? .urgent : item.status.isOpen ? .soon : .muted), indent: 2, link: link)
    let carer = item.carerName.map { " of \($0)" } ?? ""
    let target = item.targetOn.map { ", to be done by \($0.shown(to: audience))" } ?? ""
    let done = item.completedOn.map { ", completed \($0.shown(to: audience))" } ?? ""
    page.text(
      "\(item.owner)\(carer), asked for \(item.requestedOn.shown(to: audience))\(target)\(done).", .muted, indent: 4,
      link: link)
    if let detail = item.detail {
      let parts = [
        detail.outcome, detail.eligible.map { "eligible: \($0.words.lowercasedFirst)" },
        detail.advocate.map { "advocate \($0)" }, detail.supportReason.map { "support reason \($0)" },
        detail.councilReference.map { "council's number \($0)" },
      ].compactMap { $0 }
      if !parts.isEmpty { page.text(parts.joined(separator: "; ") + ".", indent: 4, link: link) }
    } else if !item.status.isOpen {
      page.text("What came of it is read by social care and whoever treats the person.", .muted, indent: 4, link: link)
    }
    if let reason = item.voidReason { page.text("RECORDED IN ERROR: \(reason)", .muted, indent: 4, link: link) }
  }

  private func safeguarding(_ sheet: SafeguardingSheet, _ audience: Audience, _ page: inout Page<Link>) {
    page.title("Safeguarding")
    if !sheet.isMarked, sheet.concerns.isEmpty { page.text("No concern is open.", .muted, indent: 2) }
    if sheet.hidesSome { page.text("! \(SafeguardingSheet.marker).", .urgent, indent: 2) }
    for concern in sheet.concerns {
      let link = Link.concern(concern.id)
      page.title(
        "\(concern.category.words), raised \(concern.raisedOn.shown(to: audience)) by \(concern.raisedBy)",
        side: concern.closedOn == nil ? .init("! open", .urgent) : .init("closed", .muted), indent: 2, link: link)
      page.text(concern.concern, indent: 4, link: link)
      let tests = concern.tests
      page.text(
        "Needs support: \(tests.needsSupport.words.lowercasedFirst). At risk: \(tests.atRisk.words.lowercasedFirst). "
          + "Cannot protect themself: \(tests.cannotProtect.words.lowercasedFirst).", .muted, indent: 4, link: link)
      page.text(
        concern.personAware ? "The person knows." : "The person does not know: \(concern.notAwareReason ?? "")", .muted,
        indent: 4, link: link)
      if let wishes = concern.personWishes { page.text("They want: \(wishes)", indent: 4, link: link) }
      page.text(
        "\(concern.immediate). May read it: \(concern.named.joined(separator: ", ")).", .muted, indent: 4, link: link)
      if let decided = concern.decided {
        page.text(
          "\(decided.decision.words), \(decided.by), \(decided.on.shown(to: audience)).\(concern.lead.map { " Lead: \($0)." } ?? "")",
          indent: 4, link: link)
      }
      if let outcome = concern.outcome, let on = concern.closedOn {
        page.text("Closed \(on.shown(to: audience)): \(outcome)", indent: 4, link: link)
      }
    }
  }

  func outline() -> Outline {
    guard let content else { return waitingOutline(problem, "The social care is being read.") }
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

  static let commands: [Command<SocialCareScreen, Event>] =
    [
      Command(
        "<enter>", "Move on", help: "Says how the piece of work under the cursor stands now.", hint: 1,
        when: { $0.isPlain }, event: { _ in .enterPressed }),
      Command(
        "n", "New work", help: "Asks for a piece of Care Act work, a carer's assessment among them.", hint: 2,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .newPressed }),
      Command(
        "s", "Concern", help: "Raises a safeguarding concern; whether anybody is in danger now is asked first.",
        hint: 3,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .raisePressed }),
      Command(
        "d", "Decide", help: "Decides what is done about the concern under the cursor.", hint: 4,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .decidePressed }),
      Command(
        "c", "Close", help: "Closes the concern under the cursor with what came of it.", hint: 5,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .closePressed }),
      Command(
        "N", "Name", help: "Names somebody on the concern under the cursor, who may read it from then on.", hint: 6,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .namePressed }),
      Command(
        "X", "Take back", help: "Marks the piece of work under the cursor as recorded in error.",
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .voidPressed }),
    ] + formCommands + pageMoves(when: { !$0.isTyping }) { .moved($0) }
}
