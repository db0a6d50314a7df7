/// What a piece of text means. Only a theme knows how a meaning looks.
public enum Role: UInt8, CaseIterable, Hashable, Sendable {
  /// Ordinary text.
  case body
  /// The title of a screen or a section.
  case heading
  /// The name of a fact: "Born".
  case label
  /// The value of a fact, heavier than its label.
  case strong
  /// The row, card or choice that has the focus.
  case selected
  /// Text of less weight: hints, counts.
  case muted
  /// Act now; stands beside `!`.
  case urgent
  /// Soon; stands beside `~`.
  case soon
  /// New; stands beside `+`.
  case fresh
  /// Done; stands beside `=`.
  case done
  /// Marked by the person at the keys; stands beside `*`.
  case marked
  /// An answer that needs changing, and the words about it.
  case invalid
  /// A box that can be typed into.
  case field
  /// The box that is being typed into.
  case fieldFocused
  /// The patient banner.
  case banner
  /// The banner of a person who has died.
  case died
  /// The name of a key in a hint.
  case key
  /// Lines and borders.
  case rule
  /// A caution that is not about one answer.
  case warning
  /// The message line.
  case notice
  /// A state that everybody must see at once: MASKED, EDITING, read-only.
  case state
  /// Letters that match what was searched for.
  case match

  /// The letter that stands for this meaning in the mark lines of a picture.
  public var mark: Character {
    switch self {
    case .body: " "
    case .heading: "h"
    case .label: "l"
    case .strong: "b"
    case .selected: "s"
    case .muted: "m"
    case .urgent: "u"
    case .soon: "o"
    case .fresh: "n"
    case .done: "d"
    case .marked: "*"
    case .invalid: "!"
    case .field: "f"
    case .fieldFocused: "F"
    case .banner: "B"
    case .died: "D"
    case .key: "k"
    case .rule: "-"
    case .warning: "w"
    case .notice: "i"
    case .state: "S"
    case .match: "?"
    }
  }
}
