import CaseModel
import TerminalKit

extension AllocationScreen {
  private var title: TitleRow {
    TitleRow(title: "Allocation", scope: locality.map { "\($0) locality" } ?? "every locality", around: around)
  }

  private var summary: String {
    if isConfirming {
      return
        "Publish \(counted(proposed.count, "allocation", "allocations"))? y publishes, any other key keeps them proposed."
    }
    let share = marked.isEmpty ? "" : "   \(marked.count) marked"
    return "\(waiting.count) waiting\(share)   \(proposed.count) proposed   Nothing counts until you publish"
  }

  func draw(on canvas: inout Canvas) {
    guard content != nil else {
      drawWaiting(problem, "The allocation is being read.", on: &canvas)
      return
    }
    let (columns, rows) = (canvas.size.columns, canvas.size.rows)
    title.draw(on: &canvas)
    canvas.write(summary, at: 1, 1, width: columns - 2, as: isConfirming ? .warning : .body, cut: .mark)
    canvas.rule(2)
    if let questions {
      questions.draw(on: &canvas, from: 3, today: around.today)
      return
    }
    if isConfirming {
      drawProposals(proposed, on: &canvas, from: 3, to: rows)
      canvas.placeCursor(at: 1, 1)
      return
    }
    let middle = columns / 2
    // Below the two lists: what is proposed, and how the localities stand.
    let below = min(2 + min(proposed.count, rows > 30 ? 6 : 2) + localityLines.count, rows / 2)
    let end = rows - below
    canvas.inset(at: 0, 3, columns: middle, rows: end - 3) { drawWaitingList(on: &$0) }
    canvas.verticalRule(at: middle, from: 3, to: end)
    canvas.inset(at: middle + 1, 3, columns: columns - middle - 1, rows: end - 3) { drawWorkers(on: &$0) }
    canvas.rule(end)
    let localities = rows - localityLines.count
    drawProposals(Array(proposed.prefix(max(localities - end - 2, 0))), on: &canvas, from: end + 1, to: localities)
    for (index, line) in localityLines.enumerated() {
      canvas.write(
        line.words, at: 1, localities + index, width: columns - 2, as: line.isBroken ? .urgent : .muted, cut: .mark)
    }
  }

  /// Two rows a person: who, since when, and how much there is to it.
  private func drawWaitingList(on canvas: inout Canvas) {
    canvas.write("WAITING FOR A SOCIAL WORKER", at: 1, 0, as: pane == .waiting ? .heading : .label)
    let room = max((canvas.size.rows - 2) / 2, 1)
    let index = waiting.firstIndex { $0.id == selected?.id } ?? 0
    let first = min(max(index - room + 1, 0), max(waiting.count - room, 0))
    if waiting.isEmpty { canvas.write("Nobody waits.", at: 1, 1, as: .muted) }
    for (place, one) in waiting.dropFirst(first).prefix(room).enumerated() {
      let row = 1 + place * 2
      let isSelected = one.id == selected?.id
      if isSelected {
        canvas.write(">", at: 0, row, as: .key)
        if pane == .waiting { canvas.placeCursor(at: 2, row) }
      }
      canvas.write(marked.contains(one.id) ? "*" : " ", at: 1, row, as: .marked)
      let days = since(one)
      let isUrgent = one.isUrgent(on: around.today, holidays: content?.holidays ?? [])
      canvas.write(
        name(one), at: 2, row, width: canvas.size.columns - days.count - 4, as: isSelected ? .strong : .body, cut: .mark
      )
      canvas.writeRight(days, endingAt: canvas.size.columns - 1, row, as: isUrgent ? .urgent : .muted)
      canvas.write(about(one), at: 3, row + 1, width: canvas.size.columns - 4, as: .muted, cut: .mark)
    }
    let rest = waiting.count - first - room
    if rest > 0 { canvas.write("- \(rest) more below -", at: 1, canvas.size.rows - 1, as: .muted) }
  }

  private func name(_ one: WaitingPerson) -> String { one.name.shown() + (one.hasSimilar ? " [=]" : "") }

  private func since(_ one: WaitingPerson) -> String {
    let isUrgent = one.isUrgent(on: around.today, holidays: content?.holidays ?? [])
    return "\(isUrgent ? "! " : "")waits \(one.waited(on: around.today))d"
  }

  private func about(_ one: WaitingPerson) -> String {
    let risk = one.isHighRisk ? "high risk" : ""
    return [one.born.short, one.nhsNumber?.spaced ?? "no NHS No.", risk].filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func drawWorkers(on canvas: inout Canvas) {
    let width = canvas.size.columns
    canvas.write("SOCIAL WORKER", at: 1, 0, as: pane == .workers ? .heading : .label)
    canvas.writeRight("LOAD, THEN FIT", endingAt: width - 1, 0, as: .label)
    var row = 1
    let all = candidates
    let lines = all.count > canvas.size.rows - 6 ? max(canvas.size.rows - 6, 1) : all.count
    let index = all.firstIndex { $0.id == candidate?.id } ?? 0
    let first = min(max(index - lines + 1, 0), max(all.count - lines, 0))
    for one in all.dropFirst(first).prefix(lines) {
      let isSelected = one.id == candidate?.id
      if isSelected {
        canvas.write(">", at: 0, row, as: .key)
        if pane == .workers { canvas.placeCursor(at: 1, row) }
      }
      let fit = one.fit
      let level = max(one.bandNow, one.bandAfter)
      let load = "\(one.now.ratioWords) \(one.bandNow.words)"
      canvas.write(
        one.worker.shortName, at: 1, row, width: max(width - 25, 8), as: isSelected ? .strong : .body, cut: .mark)
      canvas.writeRight(load, endingAt: width - 13, row, as: one.bandNow.role)
      canvas.writeRight(fit, endingAt: width - 1, row, as: one.worker.isAway ? .urgent : level.role)
      row += 1
    }
    guard let one = candidate, let selected else { return }
    row += canvas.writeWrapped(
      "Why \(one.rank == 0 ? "best" : one.fit) for \(selected.name.shown())", at: 1, row, columns: width - 2, rows: 1,
      as: .label)
    for reason in one.reasons where row < canvas.size.rows - 1 {
      row += canvas.writeWrapped(reason, at: 1, row, columns: width - 2, rows: 2)
    }
    canvas.write(AllocationScreen.disclaimer, at: 1, canvas.size.rows - 1, width: width - 2, as: .muted)
  }

  private static let disclaimer = "Fit only sorts.  You decide."

  private func drawProposals(_ people: [WaitingPerson], on canvas: inout Canvas, from first: Int, to end: Int) {
    var row = first
    for line in people.map(proposal) where row < end {
      row += canvas.writeWrapped(line, at: 1, row, columns: canvas.size.columns - 2, rows: isConfirming ? 3 : 1)
    }
    if people.isEmpty, row < end { canvas.write("Nothing is proposed yet.", at: 1, row, as: .muted) }
    if !isConfirming, proposed.count > people.count, row < end {
      canvas.write("- \(proposed.count - people.count) more proposed -", at: 1, row, as: .muted)
    }
  }

  private func proposal(_ one: WaitingPerson) -> String {
    guard let made = one.proposal else { return "" }
    let who =
      isConfirming
      ? "\(name(one))  \(one.born.short)  \(one.nhsNumber?.spaced ?? "no NHS No.")" : name(one)
    return "Proposed \(who) -> \(made.staffName)\(made.reason.map { ", why: \($0)" } ?? "")"
  }

  /// At least one named social worker in each locality, and nobody at high risk waiting there (S1, R-SW-04).
  private var localityLines: [(words: String, isBroken: Bool)] {
    guard let content else { return [] }
    let broken = content.localities.filter { $0.isBroken || $0.urgent > 0 }
    let fine = content.localities.filter { !$0.isBroken && $0.urgent == 0 }
    var lines = broken.map { one in
      (
        "\(one.isBroken ? "! NO SOCIAL WORKER in " : "! ")\(one.name): \(one.words)"
          + (one.urgent > 0 ? ", \(one.urgent) at high risk wait over 2 days" : ""), true
      )
    }
    if !fine.isEmpty {
      lines.append((fine.map { "\($0.name) \($0.words)" }.joined(separator: "   "), false))
    }
    return lines
  }

  func outline() -> Outline {
    guard content != nil else { return waitingOutline(problem, "The allocation is being read.") }
    var outline = Outline()
    title.read(into: &outline)
    outline.text(summary)
    if let questions {
      questions.read(into: &outline, today: around.today)
      return outline
    }
    guard !isConfirming else {
      for one in proposed { outline.text(proposal(one)) }
      outline.prompt = "Publish, y or n?"
      return outline
    }
    outline.heading("Waiting for a social worker")
    if waiting.isEmpty { outline.text("Nobody waits.") }
    for one in waiting {
      let state = [
        marked.contains(one.id) ? "marked" : "", one.id == selected?.id ? "selected" : "",
      ].filter { !$0.isEmpty }
      outline.choice(([name(one), since(one), about(one)] + state).joined(separator: ", "))
    }
    if let selected {
      outline.heading("Social worker, load, then fit, for \(selected.name.shown(to: .linear))")
      for one in candidates {
        outline.choice("\(one.worker.shortName), \(one.now.ratioWords) \(one.bandNow.words), \(one.fit)")
        if one.id == candidate?.id {
          outline.text("Why \(one.rank == 0 ? "best" : one.fit) for \(selected.name.shown())")
        }
        for reason in one.reasons { outline.text(reason) }
      }
      outline.text(AllocationScreen.disclaimer)
    }
    if proposed.isEmpty { outline.text("Nothing is proposed yet.") }
    for one in proposed { outline.text(proposal(one)) }
    for line in localityLines { outline.text(line.words) }
    return outline
  }

  func event(forChoice number: Int) -> Event? {
    guard isPlain else { return nil }
    if waiting.indices.contains(number - 1) { return .personChosen(waiting[number - 1].id) }
    let rest = number - 1 - waiting.count
    return candidates.indices.contains(rest) ? .workerChosen(candidates[rest].id) : nil
  }

  func event(forAnswer text: String) -> Event? {
    if isConfirming { return ["y", "yes"].contains(text.lowercased()) ? .confirmed : .keptBack }
    return isTyping ? .form(.answered(text)) : nil
  }

  static let commands: [Command<AllocationScreen, Event>] =
    [
      Command(
        "<enter>", "Propose", help: "Goes to those who could take the person, then proposes the one selected.", hint: 1,
        when: { $0.isPlain }, event: { _ in .enterPressed }),
      Command(
        "<tab> <shift-tab>", "Other side", help: "Goes between those who wait and those who could take them.", hint: 2,
        when: { $0.isPlain }, event: { _ in .paneAsked }),
      Command(
        "<space>", "Mark",
        help: "Marks the selected person, or takes the mark away; what is proposed is for all marked.",
        hint: 3, when: { $0.isPlain }, event: { _ in .markPressed }),
      Command(
        "r", "Reason", help: "Says why it is the one proposed.", hint: 5, when: { $0.isPlain },
        unavailable: { $0.whyNot }, event: { _ in .reasonPressed }),
      Command(
        "x", "Remove", help: "Takes back what is proposed for the selected person, or for those marked.", hint: 6,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .removePressed }),
      Command(
        "b", "Even share",
        help: "Proposes an even share for everybody for whom nothing is proposed; fills nobody to amber.",
        hint: 7, when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .sharePressed }),
      Command(
        "<ctrl-s>", "Publish", help: "Shows what is proposed, and publishes it: each is asked to accept.", hint: 4,
        when: { $0.isPlain }, unavailable: { $0.whyNot }, event: { _ in .publishPressed }),
      Command(
        "y", "Yes", help: "Publishes what is shown.", hint: 1, when: { $0.isConfirming }, event: { _ in .confirmed }),
      Command(
        "<esc>", "Keep proposed", help: "Goes back; nothing is published.", hint: 2, when: { $0.isConfirming },
        event: { _ in .keptBack }),
      Command(
        "o", "Open record", help: "Opens the record of the person who waits.", when: { $0.isPlain },
        event: { _ in .recordPressed }),
      Command(
        "l", "Locality", help: "Shows every locality, or your own again.", when: { $0.isPlain },
        event: { _ in .localityPressed }),
      Command(
        "F", "Fairness", help: "Shows how evenly the work is shared.", when: { $0.isPlain },
        event: { _ in .fairnessPressed }),
      Command(
        "h", "Hand over", help: "Hands over the caseload of somebody who leaves or is away for long.",
        when: { $0.isPlain }, event: { _ in .transferPressed }),
      Command(
        "W", "Away", help: "Records that the selected social worker is away, and who covers.", when: { $0.isPlain },
        unavailable: { $0.whyNot }, event: { _ in .awayPressed }),
    ] + formCommands + pageMoves(when: { $0.isPlain }) { .moved($0) }
}
