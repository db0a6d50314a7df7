/// A key press, as far as a terminal can tell.
public enum Key: Hashable, Sendable {
  /// A letter, digit or sign; the space bar is `.character(" ")`.
  case character(Character)
  /// Ctrl and a letter, given in lower case.
  case control(Character)
  case enter, escape, tab, backTab
  case up, down, left, right, wordLeft, wordRight
  case pageUp, pageDown, home, end
  case backspace, delete, insert
  /// A key the program knows no name for.
  case unknown

  /// The key as it is written in tests, scripts and documents: `j`, `<tab>`, `<ctrl-s>`.
  public var notation: String {
    switch self {
    case .character(" "): "<space>"
    case .character(let character): String(character)
    case .control(let letter): "<ctrl-\(letter)>"
    default: "<\(KeyName.of(self)?.notation ?? "unknown")>"
    }
  }

  /// The key as hints and help show it: `Enter`, `^S`, `PgDn`.
  public var displayName: String {
    switch self {
    case .character(" "): "Space"
    case .character(let character): String(character)
    case .control(let letter): "^\(letter.uppercased())"
    default: KeyName.of(self)?.display ?? "?"
    }
  }

  /// The key written as `notation`, or nil when there is none of that name.
  public init?(notation: String) {
    let keys = Keys.parse(notation)
    guard keys.count == 1, let key = keys.first else { return nil }
    self = key
  }
}

/// The two names of a key that has one.
struct KeyName {
  let key: Key
  let notation: String
  let display: String

  static let all = [
    KeyName(key: .enter, notation: "enter", display: "Enter"),
    KeyName(key: .escape, notation: "esc", display: "Esc"),
    KeyName(key: .tab, notation: "tab", display: "Tab"),
    KeyName(key: .backTab, notation: "shift-tab", display: "Shift-Tab"),
    KeyName(key: .up, notation: "up", display: "Up"),
    KeyName(key: .down, notation: "down", display: "Down"),
    KeyName(key: .left, notation: "left", display: "Left"),
    KeyName(key: .right, notation: "right", display: "Right"),
    KeyName(key: .wordLeft, notation: "ctrl-left", display: "^Left"),
    KeyName(key: .wordRight, notation: "ctrl-right", display: "^Right"),
    KeyName(key: .pageUp, notation: "pgup", display: "PgUp"),
    KeyName(key: .pageDown, notation: "pgdn", display: "PgDn"),
    KeyName(key: .home, notation: "home", display: "Home"),
    KeyName(key: .end, notation: "end", display: "End"),
    KeyName(key: .backspace, notation: "backspace", display: "Backspace"),
    KeyName(key: .delete, notation: "delete", display: "Delete"),
    KeyName(key: .insert, notation: "insert", display: "Insert"),
    KeyName(key: .character(" "), notation: "space", display: "Space"),
  ]

  static func of(_ key: Key) -> KeyName? { all.first { $0.key == key } }
}
