import CaseModel
import TerminalKit

/// The editor as it is read: every fact a line, every answer a number.
extension PlanEditorScreen {
  func outline() -> Outline {
    guard var editing else {
      if case .failed(let problem) = phase {
        return Outline([
          .heading("Care plan"), .text(problem.text), .text("Press r to try again, Esc to go back."),
        ])
      }
      return Outline([.heading("Care plan"), .text("Reading the plan.")])
    }
    editing.around = around
    return editing.outline()
  }
}

extension PlanEditing {
  func outline() -> Outline {
    var outline = Outline(
      bannerOutline(of: person.patient, state: bannerState, isSimilar: person.hasSimilar, around: around))
    if around.isPractice { outline.text("PRACTICE: this store takes practice numbers only.") }
    outline.heading(title(.linear))
    outline.fact("Draft", keepingWords.text)
    outline.fact("Written by", around.actor.staff.signature)
    outline.fact("Who sees this", PlanEditing.audience)
    if let newer { outline.text("! " + newerWords(newer)) }
    let faults = faults
    if mode != .browsing { addSurroundings(to: &outline, faults) }
    if let summary { outline.text(summary) }
    for fault in faults {
      outline.text("Error: section \(fault.section.number), \(fault.label): \(fault.message)")
    }
    switch mode {
    case .asking(let question):
      outline.prompt = words(of: question)
    case .adding(let entries, _):
      outline.text("What do you want to add?")
      for entry in entries { outline.choice(entry.words) }
      outline.text("Press the number, or Enter. Esc adds nothing.")
      outline.prompt = "Type the number; anything else adds nothing."
    case .changes:
      outline.heading(paneTitle)
      for difference in differences {
        outline.choice(([difference.what] + words(of: difference, .linear)).joined(separator: "; "))
      }
    case .box(let box): addBox(box, to: &outline)
    case .browsing: addSections(to: &outline, faults)
    }
    return outline
  }

  /// What stands around a box or a question, in two lines: it has been read before.
  private func addSurroundings(to outline: inout Outline, _ faults: [PlanFault]) {
    let differences = differences
    let sections = PlanSection.allCases.map {
      "\($0.words) \(state(of: $0, faults: faults, differences: differences).text)"
    }
    let changed = Set(differences.map(\.section)).count
    outline.text("Sections: \(sections.joined(separator: "; ")). Changed \(changed) of \(sections.count).")
    let isChanged = differences.contains { $0.section == section }
    let lines = rows.isEmpty ? [nothingHere] : rows.map { words(of: $0, faults, differences) }
    outline.text(
      "Section \(section.number) \(section.words)\(isChanged ? ", changed from \(baseName)" : ""), "
        + "its lines: \(lines.joined(separator: "; ")).")
  }

  private func addSections(to outline: inout Outline, _ faults: [PlanFault]) {
    let differences = differences
    let changed = Set(differences.map(\.section)).count
    outline.heading("Sections. Changed \(changed) of \(PlanSection.allCases.count), \(faults.count) answers to fix")
    for each in PlanSection.allCases {
      outline.choice("\(each.words): \(state(of: each, faults: faults, differences: differences).text)")
    }
    let isChanged = differences.contains { $0.section == section }
    outline.heading("Section \(paneTitle)\(isChanged ? ", changed from \(baseName)" : "")")
    if rows.isEmpty { outline.text(nothingHere) }
    for row in rows { outline.choice(words(of: row, faults, differences)) }
    outline.text("These lines: \(rows.count) of the section. A number opens a line; n adds an entry.")
  }

  private func words(of row: PlanRow, _ faults: [PlanFault], _ differences: [PlanDifference]) -> String {
    guard let field = row.field, let place = row.place else {
      let state = state(of: row.item, faults: faults, differences: differences)
      let isOpen = openItem == row.item.id ? ", open" : ""
      return entryWords(row.item) + (state.isEmpty ? "" : ", \(state)") + isOpen
    }
    let value = form.value(at: place).map {
      PlanRow.oneLine(field.words(for: $0, staff: staffNames, audience: .linear))
    }
    var text = "\(field.label): \(form.raw[place] ?? value ?? "not recorded")"
    if let fault = faults.first(where: { $0.place == place }) { text += ". Error: \(fault.message)" }
    if let asked = asks(place) { text += ". \(asked)" }
    if let before = before(place, field, audience: .linear) { text += ". \(before)" }
    return text
  }

  private func addBox(_ box: PlanBox, to outline: inout Outline) {
    outline.heading("Section \(paneTitle)")
    if let item = form.plan[box.place.item], !item.kind.isSingle { outline.text(entryWords(item)) }
    let now = currentWords(box, audience: .linear) ?? "not recorded"
    outline.fact("\(box.field.label), now", PlanRow.oneLine(now))
    if let raw = form.raw[box.place] { outline.fact("Typed", raw) }
    if let echo = echo(of: box, audience: .linear) { outline.text("This means \(echo); Enter accepts it.") }
    if let fault = box.fault { outline.text("Error: \(fault)") }
    if let asked = asks(box.place) { outline.text(asked) }
    if let before = before(box.place, box.field, audience: .linear) { outline.text(before) }
    let hint = hint(for: box)
    if !hint.isEmpty { outline.text(hint) }
    if box.isList {
      let options = box.shownOptions
      if options.isEmpty { outline.text("Nothing on the list begins so.") }
      for option in options.prefix(30) { outline.choice(tick(option, in: box) + option.words) }
      if options.count > 30 { outline.text("\(options.count - 30) more below; type part of the words.") }
    }
    outline.prompt = prompt(for: box)
  }

  private func prompt(for box: PlanBox) -> String {
    let ways =
      switch true {
      case box.field.takesSeveral: "numbers or words, with commas between; they replace what was ticked"
      case box.isList: "a number or the words"
      case box.field.isTall: "the whole text; + and a blank before it adds a line; \\ before it takes it as it is"
      default: "the answer"
      }
    return "\(box.field.label)? Type \(ways). - empties it, :leave leaves it, :next goes on."
  }
}
