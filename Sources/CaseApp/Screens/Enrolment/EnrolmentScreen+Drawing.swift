import CaseModel
import TerminalKit

extension EnrolmentScreen {
  private var title: TitleRow {
    TitleRow(title: "Enrolment", scope: file.map { $0.name.shown() } ?? "", around: around)
  }

  func draw(on canvas: inout Canvas) {
    guard file != nil else {
      drawWaiting(problem, "The enrolment is being read.", on: &canvas)
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

  var lines: [PageLine<Act>] { page(.staff).lines(columns: size.columns) }
  var pageRows: Int { max(size.rows - 2, 1) }

  func page(_ audience: Audience) -> Page<Act> {
    var page = Page<Act>()
    guard let file else { return page }
    page.title("\(file.name.shown(to: audience))\(audience.gap)\(file.nhsNumber?.spaced ?? "no NHS No.")")
    page.fact("Stands", standing(file, audience), indent: 2)
    if let died = file.died {
      let place = file.placeOfDeath.map { ", \($0.words.lowercasedFirst)" } ?? ""
      page.fact("Died", "\(died.shown(to: audience))\(place)", .urgent, indent: 2)
    }
    if let before = file.doNotAskBefore, file.status == .declined || file.status == .withdrawn {
      page.fact("Not to be asked before", before.shown(to: audience), indent: 2)
    }
    page.gap()
    page.title("What can be recorded")
    for act in acts(file) { page.text(words(of: act), indent: 2, link: act) }
    page.gap()
    page.title("Steps, the newest first")
    if file.events.isEmpty {
      page.text("No step was recorded here; what came with a file is not a step.", .muted, indent: 2)
    }
    for event in file.events {
      page.text(
        "\(event.on.shown(to: audience))\(audience.gap)\(event.from.map { "\($0.words) to " } ?? "")"
          + "\(event.to.words.lowercasedFirst): \(event.reason)", indent: 2)
      page.text("Recorded \(event.at.shown(to: audience)) by \(event.by)", .muted, indent: 4)
    }
    page.gap()
    page.title("Registered with")
    for one in file.registrations {
      let from = one.from.map { "from \($0.shown(to: audience))" } ?? "since before this store"
      page.text(
        "\(one.practiceName) (\(one.practiceCode)), \(from)\(one.to.map { " to \($0.shown(to: audience))" } ?? "")",
        indent: 2)
    }
    if file.registrations.isEmpty { page.text("No practice is known.", .muted, indent: 2) }
    return page
  }

  private func standing(_ file: EnrolmentFile, _ audience: Audience) -> String {
    guard let status = file.status else { return "never identified" }
    let since = status == .enrolled ? file.enrolledOn.map { " since \($0.shown(to: audience))" } ?? "" : ""
    return "\(status.words.lowercasedFirst)\(since)"
  }

  /// What may be recorded where they stand, in the order in which it is mostly wanted.
  func acts(_ file: EnrolmentFile) -> [Act] {
    func may(_ act: EnrolmentAct) -> Bool {
      act.objection(in: file.status, doNotAskBefore: file.doNotAskBefore, on: around.today) == nil
    }
    var acts = [Act]()
    if may(.invite) { acts.append(.invite) }
    if may(.identify(.clinicalJudgement)) { acts.append(.identify) }
    if file.died == nil { acts.append(.consent) }
    acts.append(.practice)
    for ending in EnrolmentAct.Ending.allCases where may(.end(ending)) { acts.append(.end(ending)) }
    acts.append(file.died == nil ? .died : .voidDeath)
    return acts
  }

  private func words(of act: Act) -> String {
    switch act {
    case .invite: "Invited: they have been asked"
    case .identify: "Identified again"
    case .end(.ineligible): "Not eligible"
    case .end(.moved): "Moved away"
    case .end(.ended): "Ended for another reason"
    case .died: "Died"
    case .voidDeath: "The death was recorded in error"
    case .practice: "Registered with another practice"
    case .consent: "Agreed, refused or withdrew: opens the consent"
    }
  }

  func outline() -> Outline {
    guard file != nil else { return waitingOutline(problem, "The enrolment is being read.") }
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

  static let commands: [Command<EnrolmentScreen, Event>] =
    [
      Command(
        "<enter>", "Record this", help: "Opens the form for the step under the cursor.", hint: 1,
        when: { !$0.isTyping },
        event: { _ in .enterPressed }),
      Command(
        "c", "Consent", help: "Opens what the person has decided.", hint: 2, when: { !$0.isTyping },
        event: { _ in .consentPressed }),
    ] + formCommands + pageMoves(when: { !$0.isTyping }) { .moved($0) }
}
