import CaseModel
import TerminalKit

/// What the program has said in this session, newest first.
struct MessagesScreen: Screen {
  static let name = "Messages"

  enum Event: Sendable {
    case moved(Int), homePressed, endPressed
  }
  /// There is nothing to fetch.
  enum Work: Hashable, Sendable {}

  static let commands: [Command<MessagesScreen, Event>] = [
    Command("<down> j", "Next", help: "Goes to the message before it in time.", hint: 1, unavailable: nothingSaid) {
      _ in
      .moved(1)
    },
    Command("<up> k", "Previous", help: "Goes to the message after it in time.", hint: 2, unavailable: nothingSaid) {
      _ in .moved(-1)
    },
    Command("<pgdn>", "Next page", help: "Goes on by ten messages.", hint: 3, unavailable: nothingSaid) { _ in
      .moved(10)
    },
    Command("<pgup>", "Previous page", help: "Goes back by ten messages.", unavailable: nothingSaid) { _ in .moved(-10)
    },
    Command("<home>", "Newest", help: "Goes to the newest message.", hint: 4, unavailable: nothingSaid) { _ in
      .homePressed
    },
    Command("<end>", "Oldest", help: "Goes to the first message of the session.", hint: 5, unavailable: nothingSaid) {
      _ in .endPressed
    },
  ]

  var around = Surroundings.nowhere
  var size = Size(columns: 80, rows: 22)
  /// Newest first.
  let messages: [Message]
  var selection = 0
  var scroll = Scroll()

  init(_ messages: [Message]) { self.messages = messages.reversed() }

  mutating func begin() -> [Step<Work>] { [] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    select(selection)
    return []
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .moved(let step): select(selection + step)
    case .homePressed: select(0)
    case .endPressed: select(messages.count - 1)
    }
    return []
  }

  private mutating func select(_ index: Int) {
    selection = min(max(index, 0), max(messages.count - 1, 0))
    let lines = lines
    guard let first = lines.firstIndex(where: { $0.message == selection }),
      let last = lines.lastIndex(where: { $0.message == selection })
    else { return }
    scroll.show(first..<(last + 1), of: lines.count, in: max(size.rows - 2, 1))
  }

  @Sendable private static func nothingSaid(_ screen: MessagesScreen) -> String? {
    screen.messages.isEmpty ? "There is no message to go to. Press Esc to go back." : nil
  }
}
