public import TerminalKit

/// Names a command across dispatch, palette and linear mode: `edit-plan`.
public typealias CommandID = String

/// One thing that can be done on a screen, with everything that hints, help and the manual say about it.
public struct Command<S, Event: Sendable>: Sendable {
  /// Every key that gives it; the first is the one that is shown.
  public let keys: [Key]
  /// In two or three words: "Edit plan".
  public let name: String
  /// One sentence.
  public let help: String
  /// Where it stands in the hint row, from 1; nil when only help and the palette show it.
  public let hint: Int?
  /// Whether the command exists in the state the screen is in: while a menu is open its keys are the menu's. Where it
  /// does not, its keys are free for another command or for what they do everywhere.
  public let applies: @Sendable (S) -> Bool
  /// Why it cannot be done now, in a sentence that says what to do first; nil when it can.
  public let unavailable: @Sendable (S) -> String?
  public let event: @Sendable (S) -> Event

  /// `keys` is written as `Keys.parse` reads it.
  public init(
    _ keys: String, _ name: String, help: String, hint: Int? = nil,
    when applies: @escaping @Sendable (S) -> Bool = { _ in true },
    unavailable: @escaping @Sendable (S) -> String? = { _ in nil }, event: @escaping @Sendable (S) -> Event
  ) {
    self.keys = Keys.parse(keys)
    self.name = name
    self.help = help
    self.hint = hint
    self.applies = applies
    self.unavailable = unavailable
    self.event = event
  }

  public var id: CommandID { commandID(name) }
}

/// `Edit plan` is `edit-plan`.
func commandID(_ name: String) -> CommandID { name.lowercased().split(separator: " ").joined(separator: "-") }

/// A command without its screen, as help lists it.
public struct CommandEntry: Hashable, Sendable, Identifiable {
  public var id: CommandID
  public var keys: [Key]
  public var name: String
  public var help: String
  public var hint: Int?
  /// Why it cannot be done now.
  public var unavailable: String?
  /// It works on every screen.
  public var isEverywhere: Bool

  /// `Enter`, `^S`, `j`.
  public var keyText: String { keys.first?.displayName ?? "" }
}
