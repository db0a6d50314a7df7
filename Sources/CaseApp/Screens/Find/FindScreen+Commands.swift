import CaseModel
import TerminalKit

extension FindScreen {
  static let commands: [Command<FindScreen, Event>] = [
    Command(
      "<enter>", "Open", help: "Opens the record that is selected; for a colleague, says how to reach them.", hint: 2,
      unavailable: nothingSelected
    ) { _ in .openPressed },
    Command("<down>", "Choose", help: "Selects the next of what was found.", hint: 1, unavailable: nothingSelected) {
      _ in
      .moved(1)
    },
    Command("<up>", "Choose previous", help: "Selects the one before.", unavailable: nothingSelected) { _ in .moved(-1)
    },
    Command(
      "<pgdn>", "Page down", help: "Goes on by ten.", unavailable: nothingSelected
    ) { _ in .moved(10) },
    Command("<pgup>", "Page up", help: "Goes back by ten.", unavailable: nothingSelected) { _ in .moved(-10) },
    Command(
      "<tab>", "Next group", help: "Selects the first of the next group.", hint: 3, unavailable: nothingSelected
    ) { _ in .groupMoved(1) },
    Command(
      "<shift-tab>", "Previous group", help: "Selects the first of the group before.", unavailable: nothingSelected
    ) { _ in .groupMoved(-1) },
    Command(
      "<ctrl-e>", "Emergency view of them", help: "Opens the emergency view of the person who is selected.",
      unavailable: { $0.personAtHand == nil ? "Nobody is selected yet. Type a name, then choose the person." : nil }
    ) { _ in .emergencyPressed },
    Command(
      "<ctrl-u>", "New search", help: "Empties the box, to look for something else.", hint: 4
    ) { _ in .cleared },
  ]

  @Sendable private static func nothingSelected(_ screen: FindScreen) -> String? {
    screen.selected == nil ? "Nothing is found yet. Type a name, a date, an NHS No. or a postcode." : nil
  }
}
