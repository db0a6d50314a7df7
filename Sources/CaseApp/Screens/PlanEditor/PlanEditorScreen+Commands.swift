import CaseModel
import TerminalKit

extension PlanEditorScreen {
  static let commands: [Command<PlanEditorScreen, Event>] =
    [
      .init(
        "<enter> e", "Edit", help: "Opens the box of the answer.", hint: 1, when: { $0.enterDoes == .edit },
        unavailable: { $0.whyNotRead }, event: { _ in .entered }),
      .init(
        "<tab>", "Next", help: "Goes to the next section; in a box, to the next box.", hint: 2,
        when: { !$0.isAsking }, unavailable: { $0.whyNotRead }, event: { _ in .tabbed(1) }),
      .init(
        "<ctrl-s>", "Publish", help: "Publishes the plan as a new signed version that every partner sees.", hint: 3,
        when: { !$0.isAsking },
        unavailable: { $0.whyNotChange }, event: { _ in .publishPressed }),
      .init(
        "n", "Add entry", help: "Adds a need, a goal, an action, a contact: what the section holds.", hint: 4,
        unavailable: { $0.whyNotChange }, event: { _ in .addPressed }),
      .init(
        "<ctrl-z>", "Undo", help: "Takes back the last change to this draft.", hint: 5,
        when: { !$0.isAsking },
        unavailable: { $0.whyNotChange }, event: { _ in .undoPressed }),
      .init(
        "<ctrl-t>", "What changed", help: "Lists what differs from the plan that the draft started from.", hint: 6,
        when: { !$0.isAsking },
        unavailable: { $0.whyNotRead }, event: { _ in .changesPressed }),
      .init(
        "<ctrl-n>", "Next error", help: "Goes to the next answer that needs changing.", hint: 7,
        when: { !$0.isAsking },
        unavailable: { $0.whyNotRead }, event: { _ in .nextErrorPressed }),
      .init(
        "<ctrl-r> <ctrl-y>", "Put back", help: "Makes the change again that ^Z took back.",
        unavailable: { $0.whyNotChange },
        event: { _ in .redoPressed }),
      .init(
        "<ctrl-x>", "Remove entry", help: "Takes an entry out of the plan, with all that hangs under it; asks first.",
        unavailable: { $0.whyNotChange }, event: { _ in .removePressed }),
      .init(
        "<ctrl-o>", "Save shared draft",
        help: "Saves a plan that is not active yet, so that colleagues can go on with it.",
        unavailable: { $0.whyNotShare }, event: { _ in .sharePressed }),
      .init(
        "<ctrl-e>", "Start again", help: "Puts the saved plan in place of this draft; asks first.",
        unavailable: { $0.whyNotChange }, event: { _ in .startAgainPressed }),
      .init(
        "<shift-tab>", "Previous", help: "Goes to the previous section; in a box, to the previous box.",
        unavailable: { $0.whyNotRead }, event: { _ in .tabbed(-1) }),
      .init("j <down>", "Down", help: "Goes to the next row.", event: { _ in .moved(1) }),
      .init("k <up>", "Up", help: "Goes to the row before.", event: { _ in .moved(-1) }),
      .init("<pgdn>", "Next section", help: "Goes to the next section.", event: { _ in .paged(1) }),
      .init("<pgup>", "Previous section", help: "Goes to the section before.", event: { _ in .paged(-1) }),
      .init("<home>", "First row", help: "Goes to the first row of the section.", event: { _ in .ended(-1) }),
      .init("<end>", "Last row", help: "Goes to the last row of the section.", event: { _ in .ended(1) }),
      .init("<left>", "Section before", help: "Goes to the section before.", event: { _ in .wentSideways(-1) }),
      .init("<right>", "Section after", help: "Goes to the next section.", event: { _ in .wentSideways(1) }),
      .init(
        "i", "What is this", help: "Says what the answer or mark under the cursor means.",
        unavailable: { $0.whyNotRead }, event: { _ in .explainPressed }),
      .init(
        "H", "History", help: "Shows the signed versions of this plan.", unavailable: { $0.whyNotRead },
        event: { _ in .historyPressed }),
      .init(
        "r", "Read again", help: "Reads the plan again after it could not be read.", hint: 1,
        when: { if case .failed = $0.phase { true } else { false } }, event: { _ in .retryPressed }),
      .init(
        "<esc>", "Leave", help: "Goes back one step: out of the box, the entry, the editor. The draft is kept.",
        when: { $0.enterDoes != .add }, event: { _ in .escaped }),
    ] + entering + sections

  /// What Enter does just now, so that the key row says that and nothing else.
  enum Entering { case edit, openEntry, closeEntry, accept, newLine, goThere, add, answer }

  var enterDoes: Entering {
    guard let editing else { return .edit }
    switch editing.mode {
    case .adding: return .add
    case .changes: return .goThere
    case .asking: return .answer
    case .box(let box): return box.field.isTall ? .newLine : .accept
    case .browsing:
      guard let row = editing.row else { return .edit }
      if row.field != nil { return .edit }
      return editing.openItem == row.item.id ? .closeEntry : .openEntry
    }
  }

  /// Something is chosen or asked, and the keys answer that.
  var isAsking: Bool { enterDoes == .add || enterDoes == .answer }

  private static var entering: [Command<PlanEditorScreen, Event>] {
    [
      .init(
        "<enter> e", "Open entry", help: "Shows the entry with all its answers, to edit them.", hint: 1,
        when: { $0.enterDoes == .openEntry }, event: { _ in .entered }),
      .init(
        "<enter> e", "Close entry", help: "Shows the entry as one line again.", hint: 1,
        when: { $0.enterDoes == .closeEntry }, event: { _ in .entered }),
      .init(
        "<enter>", "Accept", help: "Takes what is typed or selected as the answer.", hint: 1,
        when: { $0.enterDoes == .accept }, event: { _ in .entered }),
      .init(
        "<enter>", "New line", help: "Goes on in a new line of the text.", hint: 8,
        when: { $0.enterDoes == .newLine }, event: { _ in .entered }),
      .init(
        "<enter> e", "Go there", help: "Goes to the answer that was changed.", hint: 1,
        when: { $0.enterDoes == .goThere }, event: { _ in .entered }),
      .init(
        "<enter>", "Add", help: "Adds the selected kind of entry.", hint: 1, when: { $0.enterDoes == .add },
        event: { _ in .entered }),
      .init(
        "<tab>", "Next kind", help: "Selects the next kind of entry.", when: { $0.enterDoes == .add },
        event: { _ in .tabbed(1) }),
      .init(
        "<esc>", "Add nothing", help: "Goes back to the section.", hint: 2, when: { $0.enterDoes == .add },
        event: { _ in .escaped }),
    ]
  }

  // One command a section: 1 to 9, and 0 for the tenth.
  private static var sections: [Command<PlanEditorScreen, Event>] {
    PlanSection.allCases.map { section in
      .init(
        "\(section.number % 10)", "Go to \(section.words)", help: "Goes to section \(section.number).",
        unavailable: { $0.whyNotRead }, event: { _ in .sectionChosen(section) })
    }
  }

  var whyNotRead: String? {
    switch phase {
    case .loading: "The plan is being read. Wait a moment."
    case .failed: "The plan could not be read. Press r to try again."
    case .editing: nil
    }
  }

  var whyNotChange: String? {
    if let why = whyNotRead { return why }
    return around.isReadOnly ? "This session only reads. Start mdt without --read-only to change a plan." : nil
  }

  var whyNotShare: String? {
    if let why = whyNotChange { return why }
    return editing?.isActive == true
      ? "This plan is active, so a draft of it stays on this computer. ^S publishes it." : nil
  }
}
