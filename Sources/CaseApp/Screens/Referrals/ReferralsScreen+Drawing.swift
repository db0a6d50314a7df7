import CaseModel
import TerminalKit

extension ReferralsScreen {
  private var title: TitleRow {
    TitleRow(
      title: "Referrals", scope: showsClosed ? "closed, newest first" : "open, what runs out first", around: around)
  }

  private var headPatient: Patient? { openPatient ?? content?.patient }

  private func head(_ patient: Patient) -> PersonHead {
    var head = PersonHead(patient: patient, state: questions == nil ? "referrals" : "RECORDING", around: around)
    guard questions == nil else { return head }
    if let open {
      head.title = "\(open.kind.words), to \(open.team)"
      let (words, role) = side(open)
      head.side = (words, role)
    } else {
      head.title = "Referrals"
    }
    return head
  }

  func draw(on canvas: inout Canvas) {
    guard content != nil else {
      drawWaiting(problem, "The referrals are being read.", on: &canvas)
      return
    }
    let row: Int
    if let headPatient {
      row = head(headPatient).draw(on: &canvas)
    } else {
      title.draw(on: &canvas)
      canvas.rule(1)
      row = 2
    }
    if let questions {
      questions.draw(on: &canvas, from: row, today: around.today)
    } else {
      cursor.draw(lines, on: &canvas, from: row, rows: canvas.size.rows - row)
    }
  }

  var lines: [PageLine<Link>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { max(size.rows - (headPatient.map { head($0).rows(size) } ?? 2), 1) }

  /// How it stands, in words and in the sign that says so without colour.
  private func side(_ referral: Referral) -> (words: String, role: Role) {
    let words = referral.standingWords(at: around.now)
    if referral.voidReason != nil { return ("VOID", .muted) }
    switch referral.standing(at: around.now) {
    case .running(let left): return left <= 15 ? ("~ \(words)", .soon) : (words, .body)
    case .met: return ("= \(words)", .done)
    case .late, .unanswered: return ("! \(words)", .urgent)
    }
  }

  func page(_ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    guard let content else { return page }
    if let open {
      detail(open, audience, &page)
      return page
    }
    if let why = content.whyClosed {
      page.text("! This record is not open to you. A referral to your own service opens it to the service.", .urgent)
      page.text(why.reason, .muted)
    }
    if content.patient == nil { summary(content.referrals, &page) }
    if content.referrals.isEmpty {
      page.text(showsClosed ? "None was closed." : "There is no referral.", .muted, indent: 2)
    }
    for referral in content.referrals { line(referral, names: content.patient == nil, audience, &page) }
    return page
  }

  private func summary(_ referrals: [Referral], _ page: inout Page<Link>) {
    guard !showsClosed, !referrals.isEmpty else { return }
    let waiting = referrals.filter { $0.firstResponse == nil }
    let over = waiting.count { $0.standing(at: around.now).isBreach }
    page.text(
      "\(counted(waiting.count, "waits", "wait")) for an answer, \(over) over the time; "
        + "\(referrals.count - waiting.count) answered and open.", over > 0 ? .urgent : .body)
  }

  private func line(_ referral: Referral, names: Bool, _ audience: Audience, _ page: inout Page<Link>) {
    let link = Link.referral(referral.id)
    let (words, role) = side(referral)
    let number = referral.nhsNumber?.spaced ?? "no NHS No."
    let service = "\(referral.kind.words)\(referral.place.map { ", \($0.short)" } ?? "")"
    page.title(
      names ? "\(referral.patientName.shown(to: audience))\(audience.gap)\(number)" : service, side: .init(words, role),
      indent: 1, link: link)
    let due = referral.isOpen && referral.firstResponse == nil ? ", due \(due(referral, audience))" : ""
    // Who asks stands in the referral itself where a row has no room for it.
    let from = size.columns >= 100 || audience == .linear ? ". \(referral.fromName), \(referral.fromOrganisation)" : ""
    page.text(
      "\(names ? "\(service), " : "")received \(moment(referral.receivedAt, audience))\(due)\(from).", .muted,
      indent: 3, link: link)
    page.text(referral.sbar.situation, indent: 3, link: link)
  }

  private func moment(_ moment: Moment, _ audience: Audience) -> String {
    moment.day == around.today ? "today \(moment.clockSaid)" : "\(moment.day.shown(to: audience)) \(moment.clockSaid)"
  }

  private func due(_ referral: Referral, _ audience: Audience) -> String {
    referral.clock.due.map { moment($0, audience) } ?? "no hour within a year"
  }

  private func detail(_ referral: Referral, _ audience: Audience, _ page: inout Page<Link>) {
    if let reason = referral.voidReason { page.text("RECORDED IN ERROR: \(reason)", .urgent) }
    for part in referral.sbar.parts { page.fact(part.label, part.text) }
    page.rule()
    let clock = referral.clock
    page.fact(
      "Received", "\(moment(referral.receivedAt, audience)), from \(referral.fromName), \(referral.fromOrganisation)")
    if let place = referral.place { page.fact("Place", place.words) }
    page.fact("Standard", referral.standard.words.capitalisedFirst)
    if clock.answeredAt == nil, referral.isOpen { page.fact("Answer by", due(referral, audience), .strong) }
    let stop = referral.closing.map { min($0.at, around.now) } ?? around.now
    page.fact("Elapsed", "\(clock.elapsed(at: stop).minutesSaid) on the wall")
    page.fact("Service", "\(clock.service(at: stop).minutesSaid) of the service's own time")
    if referral.isOpen, clock.answeredAt == nil, let opens = clock.opens(after: around.now) {
      page.text("The service is closed now, and its minutes run again from \(moment(opens, audience)).", .muted)
    }
    page.rule()
    page.title("Answers")
    if referral.responses.isEmpty { page.text("None yet.", .muted, indent: 2) }
    for response in referral.responses {
      let note = response.note.map { ": \($0)" } ?? ""
      let void = response.voidReason.map { " VOID: \($0)" } ?? ""
      page.text(
        "\(moment(response.at, audience)), \(response.kind.words), \(response.by)\(note)\(void)",
        response.voidReason == nil ? .body : .muted, indent: 2)
    }
    if let closing = referral.closing {
      let note = closing.note.map { ": \($0)" } ?? ""
      page.fact("Closed", "\(moment(closing.at, audience)), \(closing.by). \(closing.outcome.words)\(note)")
    }
    for event in referral.avoided {
      let signed = event.counterSignedBy.map { ", counter-signed by \($0)" } ?? ", not counter-signed"
      page.fact(
        "Avoided",
        "\(event.kind.words), \(event.confidence.words.lowercasedFirst): \(event.evidence). \(event.judgedBy)\(signed)"
          + (event.voidReason.map { ". VOID: \($0)" } ?? ""))
    }
    page.fact("Written down", "\(moment(referral.recordedAt, audience)) by \(referral.recordedBy)")
  }

  func outline() -> Outline {
    guard content != nil else { return waitingOutline(problem, "The referrals are being read.") }
    var outline = Outline()
    if let headPatient {
      outline = Outline(head(headPatient).outline)
    } else {
      title.read(into: &outline)
    }
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

  static let commands: [Command<ReferralsScreen, Event>] =
    [
      Command(
        "<enter>", "Open", help: "Opens the referral under the cursor: what is asked, both clocks, every answer.",
        hint: 1, when: { $0.isPlain }, event: { _ in .enterPressed }),
      Command(
        "n", "New referral", help: "Records a referral of this person; its clock started when it was received.",
        hint: 2,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .newPressed }),
      Command(
        "r", "Answer", help: "Records that somebody of the service answered, which stops the clock.", hint: 3,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .answerPressed }),
      Command(
        "x", "Close", help: "Closes the referral with what became of it, and what it avoided where you judge so.",
        hint: 4, when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .closePressed }),
      Command(
        "o", "Open record", help: "Opens the person's record.", hint: 6, when: { $0.isPlain && $0.about == nil },
        event: { _ in .recordAsked }),
      Command(
        "v", "Closed", help: "Shows those that were closed, and again what is open.", hint: 5,
        when: { $0.isPlain && $0.about == nil && $0.open == nil }, event: { _ in .closedPressed }),
      Command(
        "X", "Take back", help: "Marks the referral as recorded in error; it stays to be read.",
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .voidPressed }),
      Command(
        "<esc> <left>", "List", help: "Goes back to the list.", hint: 7, when: { $0.isPlain && $0.open != nil },
        event: { _ in .backPressed }),
    ] + formCommands + pageMoves(when: { !$0.isTyping }) { .moved($0) }
}
