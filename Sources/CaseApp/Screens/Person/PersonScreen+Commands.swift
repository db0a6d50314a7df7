import CaseModel
import TerminalKit

extension PersonScreen {
  static let commands: [Command<PersonScreen, Event>] = views + sources + pageMoves { .moved($0) }

  private static let views: [Command<PersonScreen, Event>] =
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
        "C", "Crisis plan", help: "Shows the crisis plan: what is in force, the draft, sign-offs, uses, copies.",
        event: { _ in .placeChosen(.crisis) }),
      Command(
        "c", "Consent", help: "Shows what this person has agreed to or refused, and records what they say.",
        event: { _ in .placeChosen(.consent) }),
      Command(
        "F", "Referrals", help: "Shows this person's referrals with their clocks, and records one.",
        event: { _ in .placeChosen(.referrals) }),
      Command(
        "V", "Visits and advice", help: "Shows visits and advice given, and writes one down.",
        event: { _ in .placeChosen(.visits) }),
      Command(
        "S", "Social care", help: "Shows Care Act work, carers and the safeguarding marker, and records them.",
        event: { _ in .placeChosen(.socialCare) }),
      Command(
        "E", "Enrolment", help: "Shows this person's way into integrated care, and records the next step.",
        event: { _ in .placeChosen(.enrolment) }),
      Command(
        "T", "Team", help: "Shows who looks after this person, gives roles, accepts and ends them.",
        event: { _ in .placeChosen(.team) }),
      Command(
        "i", "What does this mean", help: "Explains the mark on the line.", event: { _ in .meaningAsked }),
      Command(
        "<esc> <left>", "Single view", help: "Goes back to the single view.", when: { $0.part != .whole },
        event: { _ in .backPressed }),
    ]

  private static let sources: [Command<PersonScreen, Event>] =
    (1...9).map { number in
      Command(
        "\(number)", "Source \(number)", help: "Shows what partner organisation \(number) has given, in full.",
        when: { number <= max($0.record?.partners.count ?? 0, 4) },
        unavailable: { screen in
          let count = screen.record?.partners.count ?? 0
          return number <= count ? nil : "There is no source \(number): the record has \(count)."
        }, event: { _ in .followed(.source(number - 1)) })
    }

  func event(forChoice number: Int) -> Event? {
    let links = page(.linear).links
    guard part == .whole, links.indices.contains(number - 1) else { return nil }
    return .followed(links[number - 1])
  }
}

/// The keys that move through a page, as every reading screen has them; `applies` where a form may take its place.
func pageMoves<S, Event: Sendable>(
  when applies: @escaping @Sendable (S) -> Bool = { _ in true },
  _ event: @escaping @Sendable (PageCursor.Move) -> Event
) -> [Command<S, Event>] {
  func move(_ keys: String, _ name: String, _ help: String, _ move: PageCursor.Move) -> Command<S, Event> {
    Command(keys, name, help: help, when: applies, event: { _ in event(move) })
  }
  return [
    move("j <down>", "Down", "Moves to the next line.", .down), move("k <up>", "Up", "Moves to the line before.", .up),
    move("<pgdn>", "Page down", "Moves a screenful on.", .pageDown),
    move("<pgup>", "Page up", "Moves a screenful back.", .pageUp),
    move("<home>", "First line", "Moves to the first line.", .home),
    move("<end>", "Last line", "Moves to the last line.", .end),
  ]
}
