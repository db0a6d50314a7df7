import CaseModel
import TerminalKit

extension ConsentScreen {
  private func head(_ record: ConsentRecord) -> PersonHead {
    var head = PersonHead(patient: record.patient, state: questions == nil ? "consent" : "RECORDING", around: around)
    guard questions == nil else { return head }
    head.title = sheet == nil ? "Consent" : ConsentSheet.title
    if sheet == nil {
      head.side = ("Integrated care: \(record.enrolment?.words.lowercasedFirst ?? "not known")", .strong)
    }
    return head
  }

  func draw(on canvas: inout Canvas) {
    guard let record else {
      drawWaiting(problem, "The consent is being read.", on: &canvas)
      return
    }
    let row = head(record).draw(on: &canvas)
    if let questions {
      questions.draw(on: &canvas, from: row, today: today)
    } else {
      cursor.draw(lines, on: &canvas, from: row, rows: canvas.size.rows - row)
    }
  }

  var lines: [PageLine<Link>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { record.map { max(size.rows - head($0).rows(size), 1) } ?? 1 }

  func page(_ audience: Audience) -> Page<Link> {
    var page = Page<Link>()
    guard let record else { return page }
    if let sheet {
      for line in sheet.heading { page.text(line) }
      for section in sheet.sections {
        page.gap()
        page.text(section.title, .strong)
        for paragraph in section.paragraphs { page.text(paragraph) }
      }
      return page
    }
    page.title("What stands now")
    for subject in ConsentSubject.allCases {
      let (words, isUrgent) = record.line(subject, on: today, audience)
      let isKnown = record.standing(subject).map { $0.statement.decision != .notAsked } ?? false
      page.fact(
        subject.words, words, isUrgent ? .urgent : isKnown ? .body : .muted, indent: 2, link: .subject(subject))
    }
    if record.openTasks > 0 {
      page.text(
        "! \(counted(record.openTasks, "open action waits", "open actions wait")): stop or transfer?", .urgent,
        indent: 2, link: .tasks)
    }
    page.gap()
    page.title("With whom the person does not want to share")
    if record.restrictions.isEmpty { page.text("Nobody is named.", .muted, indent: 2) }
    for restriction in record.restrictions {
      let isNow = restriction.isInForce(on: today)
      page.text(
        restriction.words(audience) + (isNow ? "" : ", not in force"), isNow ? .body : .muted, indent: 2,
        link: isNow ? .objection(restriction.id) : nil)
    }
    if !record.overrides.isEmpty {
      page.gap()
      page.title("Shared against the person's wish")
      for override in record.overrides {
        page.text(override.words(audience), override.until > around.now ? .urgent : .muted, indent: 2)
      }
    }
    page.gap()
    page.title("Everything that was said, the newest first")
    if record.statements.isEmpty { page.text("Nothing was ever recorded.", .muted, indent: 2) }
    for recorded in record.statements {
      let role: Role = recorded.void == nil ? .body : .muted
      page.text(
        "\(recorded.statement.subject.words): \(recorded.words(audience).lowercasedFirst).", role, indent: 2,
        link: .statement(recorded.id))
      let details = recorded.details(audience).joined(separator: " ")
      if !details.isEmpty { page.text(details, .muted, indent: 4) }
    }
    return page
  }

  func outline() -> Outline {
    guard let record else { return waitingOutline(problem, "The consent is being read.") }
    var outline = Outline(head(record).outline)
    if let questions {
      questions.read(into: &outline, today: today)
      return outline
    }
    return Outline(outline.parts + page(.linear).outline)
  }

  func event(forChoice number: Int) -> Event? {
    let links = page(.linear).links
    guard isPlain, links.indices.contains(number - 1) else { return nil }
    // A statement or an objection that is chosen is one that somebody wants to take back.
    return .chosen(links[number - 1])
  }

  func event(forAnswer text: String) -> Event? { isTyping ? .answered(text) : nil }

  static let commands: [Command<ConsentScreen, Event>] =
    [
      Command(
        "<enter>", "Record this", help: "Records what the person says of the subject under the cursor now.", hint: 1,
        when: { $0.isPlain }, event: { _ in .enterPressed }),
      Command(
        "n", "New statement", help: "Records what the person, or who decides for them, has said.", hint: 2,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .newPressed }),
      Command(
        "o", "Objection", help: "Records with whom the person does not want to share.", hint: 3,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .objectPressed }),
      Command(
        "x", "Take back",
        help: "Marks the statement under the cursor as recorded in error, or ends the objection under it.", hint: 4,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .voidPressed }),
      Command(
        "s", "Sheet", help: "Shows the person's own sheet, to be read aloud; mdt consent sheet prints it.", hint: 5,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .sheetPressed }),
      Command(
        "O", "Override",
        help: "Records that a named person decided to share against the person's wish; the privacy officer is told.",
        hint: 6, when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .overridePressed }),
      Command(
        "E", "Enrolment", help: "Opens the person's way into integrated care and out of it.",
        when: { $0.isPlain }, event: { _ in .enrolmentPressed }),
      Command(
        "<ctrl-s>", "Record", help: "Records what is in the form, if nothing needs changing.", hint: 1,
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
      Command(
        "<esc> <left>", "Consent", help: "Goes back from the sheet.", hint: 1, when: { $0.sheet != nil },
        event: { _ in .backPressed }),
    ] + pageMoves(when: { !$0.isTyping }) { .moved($0) }
}
