import CaseModel
import TerminalKit

extension AdministrationScreen {
  private static let isOpen: @Sendable (AdministrationScreen) -> Bool = { !$0.isTyping }
  private static let isList: @Sendable (AdministrationScreen) -> Bool = { !$0.isTyping && $0.part == .list }
  private static let hasForm: @Sendable (AdministrationScreen) -> Bool = { $0.form != nil }

  static let commands: [Command<AdministrationScreen, Event>] =
    [
      Command("<enter>", "Open", help: "Opens the selected line's own page.", hint: 1, when: isList) { _ in
        .rowPressed
      },
      Command(
        "/", "Filter", help: "Lists only what has these words; Esc lists everything again.", hint: 2,
        when: { isList($0) && $0.office != .administration }
      ) { _ in .filterPressed },
      Command("<enter>", "Keep filter", help: "Keeps the list that is shown.", hint: 1, when: { $0.isFiltering }) { _ in
        .filterKept
      },
      Command("<esc>", "Clear filter", help: "Lists everything again.", hint: 2, when: { $0.isFiltering }) { _ in
        .filterLeft
      },
      Command(
        "<esc> <left>", "List", help: "Goes back to the list.", hint: 1, when: { isOpen($0) && $0.part != .list }
      ) { _ in .backPressed },
      Command(
        "<enter>", "Next answer", help: "Goes to the next question; after the last it does what the form says.",
        hint: 1,
        when: hasForm
      ) { _ in .enterPressed },
      Command("<ctrl-s>", "Save", help: "Does what the form says.", hint: 2, when: hasForm) { _ in .savePressed },
      Command("<tab> <down>", "Next question", help: "Goes to the next question.", hint: 3, when: hasForm) { _ in
        .fieldMoved(1)
      },
      Command("<shift-tab> <up>", "Question before", help: "Goes to the question before.", when: hasForm) { _ in
        .fieldMoved(-1)
      },
      Command("<esc>", "Leave form", help: "Leaves everything as it is.", hint: 4, when: hasForm) { _ in .formLeft },
    ] + OfficeAct.allCases.map(command)
    + [
      Command("j <down>", "Down", help: "Moves to the next line.", when: isOpen) { _ in .moved(.down) },
      Command("k <up>", "Up", help: "Moves to the line before.", when: isOpen) { _ in .moved(.up) },
      Command("<pgdn>", "Page down", help: "Moves a screenful on.", when: isOpen) { _ in .moved(.pageDown) },
      Command("<pgup>", "Page up", help: "Moves a screenful back.", when: isOpen) { _ in .moved(.pageUp) },
      Command("<home>", "First", help: "Moves to the first line.", when: isOpen) { _ in .moved(.home) },
      Command("<end>", "Last", help: "Moves to the last line.", when: isOpen) { _ in .moved(.end) },
    ]

  private static func command(_ act: OfficeAct) -> Command<AdministrationScreen, Event> {
    let place = OfficeAct.allCases.filter { $0.office == act.office }.firstIndex(of: act) ?? 0
    return Command(
      act.key, act.name, help: act.help, hint: 3 + place,
      when: { isOpen($0) && $0.office == act.office }, unavailable: { $0.whyNot(act) }
    ) { _ in .actPressed(act) }
  }

  /// Why an act cannot be done now, and what to do about it.
  func whyNot(_ act: OfficeAct) -> String? {
    guard let contents else { return "Nothing has been read yet. Wait a moment." }
    if around.isReadOnly { return "This session only reads. Open mdt without --read-only to change anything." }
    if let refusal = contents.refusals[act.need] { return refusal }
    return act.isAboutRow && selected == nil ? "Nothing is selected. Choose a line first." : nil
  }

  func event(forChoice number: Int) -> Event? {
    part == .list && rows.indices.contains(number - 1) ? .rowChosen(number - 1) : nil
  }

  func event(forAnswer text: String) -> Event? { isTyping ? .answered(text) : nil }
}
