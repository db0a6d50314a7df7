import CaseModel
import TerminalKit

/// What can be done on the screen beneath, searchable: the list of commands is the command palette. What is picked is
/// done.
struct HelpScreen: Screen {
  static let name = "Help"

  enum Event: Sendable {
    case typed(Key), pasted(String), answered(String), cleared
    case moved(Int), columnMoved(Int), runPressed, choiceMade(Int)
  }
  /// There is nothing to fetch.
  enum Work: Hashable, Sendable {}

  static let commands: [Command<HelpScreen, Event>] = [
    Command("<enter>", "Do it now", help: "Closes this page and does what is selected.", hint: 2, unavailable: nothing)
    {
      _ in .runPressed
    },
    Command("<down>", "Move", help: "Selects the next command.", hint: 1, unavailable: nothing) { _ in .moved(1) },
    Command("<up>", "Move back", help: "Selects the command before.", unavailable: nothing) { _ in .moved(-1) },
    Command("<pgdn>", "Page down", help: "Goes on by ten commands.", unavailable: nothing) { _ in .moved(10) },
    Command("<pgup>", "Page up", help: "Goes back by ten commands.", unavailable: nothing) { _ in .moved(-10) },
    Command("<tab>", "Other column", help: "Goes over to the next column.", hint: 3, unavailable: nothing) { _ in
      .columnMoved(1)
    },
    Command("<shift-tab>", "Column before", help: "Goes over to the column before.", unavailable: nothing) { _ in
      .columnMoved(-1)
    },
    Command(
      "<ctrl-u>", "New search", help: "Empties the box, to find another command.", hint: 4
    ) { _ in .cleared },
  ]

  let subject: HelpSubject
  var around = Surroundings.nowhere
  var size = Size(columns: 80, rows: 22)
  var box = TextEditor(limit: 60, isSingleLine: true)
  var selection = 0
  /// The last key chose among the commands, so the cursor stands there.
  var isAmongCommands = false
  var scroll = Scroll()
  /// In linear mode: a word is asked for.
  var isAsking = false

  init(_ subject: HelpSubject) { self.subject = subject }

  var isTyping: Bool { true }

  mutating func begin() -> [Step<Work>] { [] }

  mutating func fit(_ size: Size) -> [Step<Work>] {
    self.size = size
    box.fit(columns: boxColumns)
    showSelection()
    return []
  }

  mutating func handle(_ event: Event) -> [Step<Work>] {
    switch event {
    case .typed(let key): return followed(box.handle(key), key)
    case .pasted(let text): return followed(box.paste(text), .unknown)
    case .answered(let text):
      search(text)
      isAsking = false
    case .cleared:
      search("")
      isAsking = true
    case .moved(let step): select(selection + step)
    case .columnMoved(let step): moveColumn(by: step)
    case .runPressed: return run()
    case .choiceMade(let index):
      select(index)
      return run()
    }
    return []
  }

  func event(for input: Input) -> Event? {
    switch input {
    case .key(let key): .typed(key)
    case .paste(let text): .pasted(text)
    }
  }

  private mutating func search(_ text: String) {
    box.replace(with: text)
    select(0)
    isAmongCommands = false
  }

  private mutating func followed(_ outcome: TextEditor.Outcome, _ key: Key) -> [Step<Work>] {
    switch outcome {
    case .changed: select(0)
    case .moved: break
    case .refused(let why): return [.say(why)]
    case .ignored: return [.say("\(key.named) does nothing here. Esc closes this page.")]
    }
    isAmongCommands = false
    return []
  }

  // MARK: What is listed

  struct Section: Hashable, Sendable {
    var title: String
    var entries: [CommandEntry]
  }

  /// The commands in the order in which one moves through them.
  var sections: [Section] {
    let words = folded(box.content).split(separator: " ")
    if !words.isEmpty {
      let found = subject.entries.filter { entry in
        let text = " " + folded("\(entry.name) \(entry.help)")
        return words.allSatisfy { text.contains(" \($0)") }
      }
      // The name says more than the sentence about it.
      let named = found.filter { entry in words.allSatisfy { (" " + folded(entry.name)).contains(" \($0)") } }
      let entries = named + found.filter { !named.contains($0) }
      return entries.isEmpty ? [] : [Section(title: "FOUND \(entries.count)", entries: entries)]
    }
    let own = subject.entries.filter { !$0.isEverywhere }
    let everywhere = subject.entries.filter(\.isEverywhere)
    return [Section(title: "ON THIS SCREEN", entries: own), Section(title: "EVERYWHERE", entries: everywhere)].filter {
      !$0.entries.isEmpty
    }
  }

  var entries: [CommandEntry] { sections.flatMap(\.entries) }
  var selected: CommandEntry? { entries.indices.contains(selection) ? entries[selection] : nil }

  mutating func select(_ index: Int) {
    selection = min(max(index, 0), max(entries.count - 1, 0))
    isAmongCommands = true
    showSelection()
  }

  private func run() -> [Step<Work>] {
    guard let selected else { return [] }
    if let why = selected.unavailable { return [.say(why)] }
    return [.runBeneath(selected.id)]
  }

  @Sendable private static func nothing(_ screen: HelpScreen) -> String? {
    screen.entries.isEmpty ? "No command has these words. Press ^U for all of them." : nil
  }
}
