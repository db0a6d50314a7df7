import CaseModel
import TerminalKit

extension CaseloadScreen {
  static let commands: [Command<CaseloadScreen, Event>] = listCommands + boxCommands + menuCommands + viewCommands

  private static let listCommands: [Command<CaseloadScreen, Event>] = [
    Command(
      "<enter>", "Open", help: "Opens the record of the selected person.", hint: 1, when: { $0.mode == .list },
      unavailable: nobodySelected
    ) { _ in .openPressed },
    Command(
      "<space>", "Mark", help: "Marks the selected person with *, or takes the mark away.", hint: 2,
      when: { $0.mode == .list }, unavailable: nobodySelected
    ) { _ in .markPressed },
    Command(
      "/", "Filter",
      help: "Shows only who fits: words, risk>60, plan:none, sw:none, practice:F99003, mine, new, ! and more.",
      hint: 3, when: { $0.mode == .list }
    ) { _ in .filterPressed },
    Command(
      "v", "Views", help: "Lists the views; keeps what is shown now as a view of your own.", hint: 4,
      when: { $0.mode == .list }
    ) { _ in .viewsPressed },
    Command("s", "Sort", help: "Sorts the list by something else.", hint: 5, when: { $0.mode == .list }) { _ in
      .sortPressed
    },
    Command(
      "e", "Edit plan", help: "Edits the care plan of the selected person.", hint: 6, when: { $0.mode == .list },
      unavailable: { $0.around.isReadOnly ? readOnly("care plans cannot be edited") : nobodySelected($0) }
    ) { _ in .editPressed },
    Command(
      "l", "Locality", help: "Shows everyone, or your own locality again.", hint: 7, when: { $0.mode == .list },
      unavailable: {
        $0.around.actor.staff.locality == nil
          ? "Everyone is shown already. The staff list gives you no locality." : nil
      }
    ) { _ in .scopePressed },
    Command(
      "*", "Only marked", help: "Lists only whom you marked, or everybody again.", when: { $0.mode == .list }
    ) { _ in .markedPressed },
    Command(
      "C", "Clear marks", help: "Takes all marks away; nothing else changes.", when: { $0.mode == .list }
    ) { _ in .unmarkAllPressed },
    Command(
      "U", "Undo marks", help: "Takes back what you last did to the marks.", when: { $0.mode == .list }
    ) { _ in .undoMarksPressed },
    Command(
      "D", "Drafts", help: "Opens the plans and reviews that are kept unsaved on this computer.",
      when: { $0.mode == .list }
    ) { _ in .draftsPressed },
    Command(
      "i", "What marks mean", help: "Says what the marks of the selected person mean.", when: { $0.mode == .list },
      unavailable: nobodySelected
    ) { _ in .explainPressed },
    Command(
      "<down> j", "Next", help: "Selects the next person; while the filter box is open only the arrows move.",
      when: isOverList
    ) { _ in .moved(1) },
    Command("<up> k", "Previous", help: "Selects the previous person.", when: isOverList) { _ in .moved(-1) },
    Command("<pgdn>", "Next page", help: "Goes on by a screenful.", when: isOverList) { _ in .pagedBy(1) },
    Command("<pgup>", "Previous page", help: "Goes back by a screenful.", when: isOverList) { _ in .pagedBy(-1) },
    Command("<home>", "First", help: "Selects the first person.", when: { $0.mode == .list }) { _ in .homePressed },
    Command("<end>", "Last", help: "Selects the last person.", when: { $0.mode == .list }) { _ in .endPressed },
    Command(
      "<esc>", "Clear filter", help: "Shows everybody in the view again; the selected person stays selected.", hint: 8,
      when: { ($0.mode == .list && !$0.typedFilter.isEmpty) || $0.mode == .filtering }
    ) { _ in .filterCleared },
  ]

  private static let boxCommands: [Command<CaseloadScreen, Event>] = [
    Command(
      "<enter>", "Keep filter", help: "Keeps the filter and goes back to the list.", hint: 1,
      when: { $0.mode == .filtering }
    ) { _ in
      .filterKept
    },
    Command(
      "<enter>", "Save view", help: "Saves the view under the name in the box.", hint: 1, when: { $0.mode == .naming }
    ) { _ in
      .nameGiven
    },
  ]

  private static let menuCommands: [Command<CaseloadScreen, Event>] = [
    Command("<enter>", "Choose", help: "Does what is selected in the menu.", hint: 1, when: \.isMenuOpen) { _ in
      .menuChosen
    },
    Command("<down> j", "Next choice", help: "Selects the next choice of the menu.", hint: 2, when: \.isMenuOpen) { _ in
      .menuMoved(1)
    },
    Command("<up> k", "Previous choice", help: "Selects the choice before.", hint: 3, when: \.isMenuOpen) { _ in
      .menuMoved(-1)
    },
    Command(
      "<esc>", "Close", help: "Closes the menu, the box or the question; nothing is changed.", hint: 4,
      when: { $0.mode != .list && $0.mode != .filtering }
    ) { _ in .menuClosed },
  ]

  private static let viewCommands: [Command<CaseloadScreen, Event>] = CaseloadView.builtIn.compactMap { view in
    view.number.map { number in
      Command("\(number)", "View \(view.name)", help: "Opens the view \(number), \(view.name).", when: \.takesDigits) {
        _ in
        .viewPressed(number)
      }
    }
  }

  var isMenuOpen: Bool {
    switch mode {
    case .sorting, .views, .removing: true
    case .list, .filtering, .naming, .confirming: false
    }
  }

  private var takesDigits: Bool {
    if case .views = mode { true } else { mode == .list }
  }

  @Sendable private static func isOverList(_ screen: CaseloadScreen) -> Bool {
    screen.mode == .list || screen.mode == .filtering
  }

  @Sendable private static func nobodySelected(_ screen: CaseloadScreen) -> String? {
    screen.list.selected == nil ? "Nobody is selected. Choose another view or clear the filter first." : nil
  }

  static func readOnly(_ what: String) -> String {
    "This session is read-only, so \(what). Open mdt without --read-only."
  }
}
