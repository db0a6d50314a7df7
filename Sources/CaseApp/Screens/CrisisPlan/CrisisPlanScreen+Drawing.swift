import CaseModel
import TerminalKit

extension CrisisPlanScreen {
  private func head(_ file: CrisisFile) -> PersonHead {
    let state = questions != nil ? "SIGNING" : showsPage ? "as printed" : "crisis plan"
    var head = PersonHead(patient: file.patient, state: state, around: around)
    guard questions == nil else { return head }
    guard let record = file.current else {
      head.title = file.draft == nil ? "No crisis plan" : "No crisis plan in force; there is a draft"
      head.side = ("! NO PLAN", .urgent)
      return head
    }
    head.title = record.title(on: today)
    let standing = record.standing(on: today)
    head.side = (standing, .of(mark: standing.first ?? " "))
    return head
  }

  func draw(on canvas: inout Canvas) {
    guard let file else {
      drawWaiting(problem, "The crisis plan is being read.", on: &canvas)
      return
    }
    let row = head(file).draw(on: &canvas)
    if let questions {
      questions.draw(on: &canvas, from: row, today: today)
    } else {
      cursor.draw(lines, on: &canvas, from: row, rows: canvas.size.rows - row)
    }
  }

  var lines: [PageLine<Link>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { file.map { max(size.rows - head($0).rows(size), 1) } ?? 1 }

  func page(_ audience: Audience) -> Page<Link> {
    guard let file else { return Page<Link>() }
    if showsPage { return printed(file) }
    var page = Page<Link>()
    readiness(file, into: &page)
    draft(file, audience, into: &page)
    if let record = file.current { say(record.plan, audience, into: &page) }
    uses(file, audience, into: &page)
    copies(file, audience, into: &page)
    signatures(file, audience, into: &page)
    return page
  }

  private func printed(_ file: CrisisFile) -> Page<Link> {
    var page = Page<Link>()
    guard let record = file.current else {
      page.text("Nothing is in force, so nothing can be printed.", .muted)
      return page
    }
    page.text("This is what goes on paper. mdt crisis print makes it, with the copy's number.", .muted)
    for line in CrisisPage(of: file.patient, record, on: today, signOffs: file.signOffs).lines { page.text(line) }
    return page
  }

  private func readiness(_ file: CrisisFile, into page: inout Page<Link>) {
    let ready = CrisisReadiness(
      of: file.current, on: today, file.surroundings, unreviewedUse: file.unreviewedUse,
      staleCopies: file.staleCopies.count)
    page.title(
      "The 3 a.m. test", side: Page.Text("\(ready.mark) \(ready.verdict)", .of(mark: ready.mark)), link: .emergency)
    for finding in ready.findings {
      page.text("\(finding.weight.mark) \(finding.words)", .of(mark: finding.weight.mark), indent: 2)
    }
  }

  private func draft(_ file: CrisisFile, _ audience: Audience, into page: inout Page<Link>) {
    page.gap()
    guard let draft = file.draft else {
      page.text(file.current == nil ? "e writes the first draft." : "e begins a new version.", .muted, link: .edit)
      return
    }
    page.title("Draft, not in force", link: .edit)
    page.text(
      "~ Begun by \(draft.draftedBy), last changed \(draft.updatedAt.shown(to: audience)) by \(draft.updatedBy).",
      .soon,
      indent: 2)
    let gaps = CrisisRules.interimGaps(of: draft.plan)
    page.text(
      gaps.isEmpty
        ? "Complete enough to be approved as interim: s signs it."
        : "Missing for the interim minimum: \(CrisisRules.words(gaps)).", indent: 2)
    for warning in CrisisWarning.all(in: draft.plan, on: today) { page.text("~ \(warning.words)", .soon, indent: 2) }
    let changed = draft.plan.differences(from: file.current?.plan ?? CrisisPlan())
    if file.current != nil {
      page.text(
        changed.isEmpty ? "It says the same as what is in force." : "It changes: \(CrisisRules.words(changed)).",
        indent: 2)
    }
  }

  private func say(_ plan: CrisisPlan, _ audience: Audience, into page: inout Page<Link>) {
    page.gap()
    page.title("What is in force")
    page.fact("CPR", plan.cpr.acted, .strong, indent: 2)
    for section in CrisisSection.allCases {
      let fields = section.fields.filter { plan[$0] != nil && $0 != .cpr }
      if fields.isEmpty { continue }
      page.text(section.title, .strong, indent: 1)
      for field in fields { page.fact(field.label, field.shown(plan[field] ?? "", to: audience), indent: 2) }
    }
    let missing = CrisisRules.confirmedGaps(of: plan)
    if !missing.isEmpty { page.fact("Not recorded", CrisisRules.words(missing), .muted, indent: 2) }
    if let file {
      page.fact(
        "Key safe",
        file.keySafeSince.map { "A code is kept, sealed on \($0.day.shown(to: audience))" } ?? "No code is kept",
        indent: 2)
    }
  }

  private func uses(_ file: CrisisFile, _ audience: Audience, into page: inout Page<Link>) {
    guard !file.uses.isEmpty else { return }
    page.gap()
    page.title("Used in a crisis")
    for use in file.uses {
      page.text(
        "\(use.on.shown(to: audience)): \(use.whoUsed). Followed: \(use.followed.words.lowercasedFirst). \(use.outcome.words).",
        indent: 2)
      if !use.whatToChange.isEmpty { page.text("To change: \(use.whatToChange)", indent: 4) }
    }
  }

  private func copies(_ file: CrisisFile, _ audience: Audience, into page: inout Page<Link>) {
    guard !file.copies.isEmpty else { return }
    page.gap()
    page.title("Copies on paper")
    for copy in file.copies {
      let isStale = copy.isStale(inForce: file.current?.versionNumber)
      let end = copy.recall.map { ": \($0.words.lowercasedFirst)" } ?? (isStale ? ": TO BE RECALLED" : "")
      page.text(
        "\(isStale ? "!" : " ") Copy \(copy.number) of v\(copy.version), \(copy.place), given \(copy.givenAt.day.shown(to: audience)) by \(copy.givenBy)\(end)",
        isStale ? .urgent : copy.recall == nil ? .body : .muted, indent: 2,
        link: copy.recall == nil ? .copy(copy.number) : nil)
    }
  }

  private func signatures(_ file: CrisisFile, _ audience: Audience, into page: inout Page<Link>) {
    guard !file.signOffs.isEmpty else { return }
    page.gap()
    page.title("Signed")
    for version in file.versions {
      page.text(
        "Version \(version.number), \(version.grade.words.lowercasedFirst), \(version.status.words.lowercasedFirst), \(version.digest.prefix(12))",
        .strong, indent: 2)
      for signOff in file.signOffs where signOff.version == version.number {
        let number = signOff.registration.map { ", \($0)" } ?? ""
        page.text(
          "\(signOff.at.shown(to: audience))  \(signOff.act.words): \(signOff.name)\(number). \(signOff.statement)",
          indent: 4)
      }
      for answer in file.answers where answer.version == version.number {
        page.text("Warned: \(answer.warning.words) \(answer.by): \(answer.reason)", .muted, indent: 4)
      }
    }
  }

  func outline() -> Outline {
    guard let file else { return waitingOutline(problem, "The crisis plan is being read.") }
    var outline = Outline(head(file).outline)
    if let questions {
      questions.read(into: &outline, today: today)
      return outline
    }
    return Outline(outline.parts + page(.linear).outline)
  }

  func event(forChoice number: Int) -> Event? {
    let links = page(.linear).links
    guard isPlain, links.indices.contains(number - 1) else { return nil }
    return .chosen(links[number - 1])
  }

  func event(forAnswer text: String) -> Event? { isTyping ? .answered(text) : nil }

  private static func form(
    _ keys: String, _ name: String, _ help: String, _ hint: Int?, _ form: CrisisForm
  ) -> Command<CrisisPlanScreen, Event> {
    Command(
      keys, name, help: help, hint: hint, when: { $0.isPlain },
      unavailable: { $0.file.flatMap { [around = $0.around] file in form.whyNot(file, around) } },
      event: { _ in .opened(form) })
  }

  static let commands: [Command<CrisisPlanScreen, Event>] =
    [
      Command(
        "<enter>", "Open", help: "Opens what the line leads to: the draft, the emergency view, a copy.",
        when: { $0.isPlain }, event: { _ in .enterPressed }),
      Command(
        "e n", "Edit", help: "Goes on with the draft, or begins a new version from what is in force.", hint: 1,
        when: { $0.isPlain }, event: { _ in .editPressed }),
      form("s", "Sign", "Approves the draft as interim, or confirms it, with a reason for each warning.", 2, .sign),
      form("y", "Still right", "Records that the plan was looked at and is still right.", 3, .stillRight),
      form("r", "Renew", "Starts the clock of an interim plan again (R-CR-04).", 4, .renew),
      form("U", "Record use", "Records that the plan was used in a crisis, and what came of it.", 5, .use),
      Command(
        "o", "Print page", help: "Shows the page as it is printed; mdt crisis print makes it.", hint: 6,
        when: { $0.isPlain }, event: { _ in .pagePressed }),
      form("x", "Take back", "Revokes the plan, or marks a draft as entered in error; asks which.", nil, .takeBack),
      form(
        "K", "Key safe code", "Keeps the code of the key safe, sealed; or says that there is none any more.", nil,
        .keySafe),
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
        "<esc> <left>", "Back to the plan", help: "Goes back from the printed page.", hint: 1,
        when: { $0.showsPage }, event: { _ in .backPressed }),
    ] + pageMoves(when: { !$0.isTyping }) { .moved($0) }
}
