import CaseModel
import TerminalKit

extension PersonScreen {
  static let commands: [Command<PersonScreen, Event>] =
    [
      Command(
        "<enter>", "Open", help: "Opens what the line leads to: a source, the plan, the timeline, the risk history.",
        hint: 1, event: { _ in .enterPressed }),
      Command(
        "e", "Edit plan", help: "Edits the care plan, or writes the first one.", hint: 2,
        unavailable: { $0.whyNotEdited }, event: { _ in .placeChosen(.edit) }),
      Command(
        "p", "Read plan", help: "Reads the whole care plan.", hint: 3,
        unavailable: { $0.record?.plan == nil ? "There is no care plan to read. Press e to write one." : nil },
        event: { _ in .placeChosen(.plan) }),
      Command(
        "t", "Timeline", help: "Shows the whole timeline, and again the single view.", hint: 4,
        event: { _ in .opened(.timeline) }),
      Command(
        "r", "Risk history", help: "Shows every risk score in words, and again the single view.", hint: 6,
        event: { _ in .opened(.risk) }),
      Command(
        "H", "History", help: "Lists the signed versions of the plan and compares any two.", hint: 5,
        unavailable: {
          $0.record?.plan == nil ? "There is no care plan yet, so it has no history. Press e to write one." : nil
        },
        event: { _ in .placeChosen(.history) }),
      Command(
        "]", "Next patient", help: "Goes to the next person of the list this one was opened from.", hint: 7,
        event: { _ in .neighbourAsked(.next) }),
      Command(
        "[", "Previous patient", help: "Goes to the person before in the list this one was opened from.", hint: 8,
        event: { _ in .neighbourAsked(.previous) }),
      Command(
        "w", "Who has looked",
        help: "Lists who has looked at this record, and makes the report that the person may have.",
        unavailable: { $0.record == nil ? "The record is not here yet. Press Enter to read it again." : nil },
        event: { _ in .placeChosen(.audit) }),
      Command(
        "i", "What does this mean", help: "Explains the mark on the line.", event: { _ in .meaningAsked }),
      Command(
        "<esc> <left>", "Single view", help: "Goes back to the single view.", when: { $0.part != .whole },
        event: { _ in .backPressed }),
    ]
    + (1...9).map { number in
      Command(
        "\(number)", "Source \(number)", help: "Shows what partner organisation \(number) has given, in full.",
        when: { number <= max($0.record?.partners.count ?? 0, 4) },
        unavailable: { screen in
          let count = screen.record?.partners.count ?? 0
          return number <= count ? nil : "There is no source \(number): the record has \(count)."
        }, event: { _ in .followed(.source(number - 1)) })
    } + pageMoves { .moved($0) }

  func event(forChoice number: Int) -> Event? {
    let links = page(.linear).links
    guard part == .whole, links.indices.contains(number - 1) else { return nil }
    return .followed(links[number - 1])
  }
}

/// The keys that move through a page, as every reading screen has them.
func pageMoves<S, Event: Sendable>(
  _ event: @escaping @Sendable (PageCursor.Move) -> Event
) -> [Command<S, Event>] {
  [
    Command("j <down>", "Down", help: "Moves to the next line.", event: { _ in event(.down) }),
    Command("k <up>", "Up", help: "Moves to the line before.", event: { _ in event(.up) }),
    Command("<pgdn>", "Page down", help: "Moves a screenful on.", event: { _ in event(.pageDown) }),
    Command("<pgup>", "Page up", help: "Moves a screenful back.", event: { _ in event(.pageUp) }),
    Command("<home>", "First line", help: "Moves to the first line.", event: { _ in event(.home) }),
    Command("<end>", "Last line", help: "Moves to the last line.", event: { _ in event(.end) }),
  ]
}
