import CaseModel
import TerminalKit

/// What can be done on every screen. The loop does these; screens may not use their keys for anything else.
enum Everywhere: String, CaseIterable, Sendable {
  case help, palette, goTo, emergency, undo, redo, messages, blank, lock, redraw, leave, back, pin, suspend

  /// Keys as `Keys.parse` reads them; the first is shown.
  var keys: [Key] {
    switch self {
    case .help: Keys.parse("? <ctrl-g>")
    case .palette: Keys.parse(": <ctrl-p>")
    case .goTo: Keys.parse("g")
    case .emergency: Keys.parse("!")
    case .undo: Keys.parse("u")
    case .redo: Keys.parse("<ctrl-r>")
    case .messages: Keys.parse("M")
    case .blank: Keys.parse(".")
    case .lock: Keys.parse("L")
    case .redraw: Keys.parse("<ctrl-l>")
    case .leave: Keys.parse("q")
    case .back: Keys.parse("<esc>")
    case .pin, .suspend: []
    }
  }

  var name: String {
    switch self {
    case .help: "Help"
    case .palette: "Commands"
    case .goTo: "Go to"
    case .emergency: "Emergency view"
    case .undo: "Undo"
    case .redo: "Redo"
    case .messages: "Messages"
    case .blank: "Blank screen"
    case .lock: "Lock"
    case .pin: "PIN"
    case .redraw: "Redraw"
    case .leave: "Leave"
    case .back: "Back"
    case .suspend: "Suspend"
    }
  }

  var help: String {
    switch self {
    case .help: "Lists what can be done here; what you pick is done."
    case .palette: "Finds a command by its name."
    case .goTo:
      "Goes to another place: c caseload, w worklists, m my people, l allocation, r referrals, f find, a audit, s administration, t consent tasks, p privacy."
    case .emergency:
      "Shows the crisis plan of the person at hand for whoever has to act now; asks for the person where none is."
    case .undo: "Takes back your last change to the records."
    case .redo: "Makes your change again that was taken back."
    case .messages: "Shows the messages of this session."
    case .blank: "Blanks the screen at once; any key asks for your PIN, or brings it back where you have none."
    case .lock: "Locks the screen at once; drafts are kept."
    case .pin: "Chooses or changes the PIN or passphrase that unlocks your screen."
    case .redraw: "Draws the whole screen again."
    case .leave: "Leaves this screen; on the first one, leaves mdt."
    case .back: "Goes back one step and keeps what was typed."
    case .suspend: "Stops mdt and gives the terminal back; fg goes on."
    }
  }

  /// In a text box only control keys and Escape act; letters type.
  func acts(whileTyping typing: Bool, key: Key) -> Bool {
    guard typing else { return true }
    if case .character = key { return false }
    // In a text box ^R brings back what ^Z took, in the box itself.
    return self != .redo && self != .undo
  }

  /// Why it cannot be done in this session; nil when it can.
  func unavailable(isReadOnly: Bool) -> String? {
    guard isReadOnly, self == .undo || self == .redo else { return nil }
    let what = self == .undo ? "undone" : "redone"
    return "Nothing was \(what). This session only reads. Open mdt without --read-only to change the records."
  }

  static func id(of place: String) -> CommandID { commandID("Go to \(place)") }

  /// Every place as a command by its name.
  static var placeEntries: [CommandEntry] {
    places.map {
      CommandEntry(
        id: id(of: $0.name), keys: [], name: "Go to \($0.name)", help: "The keys g \($0.letter) do the same.",
        hint: nil,
        unavailable: nil, isEverywhere: true)
    }
      + offices.map {
        CommandEntry(
          id: id(of: $0.name), keys: [], name: "Go to \($0.name)", help: "\($0.office.purpose).", hint: nil,
          unavailable: nil, isEverywhere: true)
      }
  }

  /// The offices of the administration: by name only, in the palette and in linear mode.
  static let offices: [(name: String, office: Office)] = Office.allCases.filter { $0 != .administration }.map {
    ($0.title.lowercasedFirst, $0)
  }

  /// Where a name leads that has no letter.
  static func office(called word: String) -> Route? {
    let name = word.hasPrefix("go to ") ? String(word.dropFirst(6)) : word
    return offices.first { $0.name == name }.map { .administration($0.office) }
  }

  /// Where `g` and a letter lead.
  static let places: [(letter: Character, name: String, spoken: String, route: Route)] = [
    ("c", "caseload", "the caseload", .caseload),
    ("w", "worklists", "the worklists", .today),
    ("m", "my people", "your people", .myPeople),
    ("l", "allocation", "the allocation", .allocation),
    ("f", "find", "find", .find("")),
    ("a", "audit", "the audit", .audit(about: nil)),
    ("s", "administration", "the administration", .administration(.administration)),
    ("t", "consent tasks", "consent tasks", .consentTasks),
    ("p", "privacy", "the privacy list", .privacy),
    ("r", "referrals", "the referrals", .referrals(about: nil)),
  ]
}
