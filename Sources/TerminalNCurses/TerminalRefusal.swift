import CTerminal

/// Why the full screen could not be opened, in three sentences.
public enum TerminalRefusal: Error, Hashable, Sendable {
  /// Standard input or output is not a terminal.
  case notATerminal
  /// Nobody knows what kind of terminal this is.
  case unknownTerminal(String)
  /// The terminal cannot put text in a chosen place.
  case cannotPlaceText(String)
  /// The system did not let the program set the terminal up.
  case systemRefused

  /// What did not happen.
  public var whatHappened: String { "The full screen was not opened." }

  /// Why.
  public var reason: String {
    switch self {
    case .notATerminal: "Input or output is not a terminal."
    case .unknownTerminal(""): "The variable TERM is not set."
    case .unknownTerminal(let name): "The terminal type \(name) is not known here."
    case .cannotPlaceText(let name): "A terminal of type \(name) cannot place text on the screen."
    case .systemRefused: "The terminal's settings could not be read or changed."
    }
  }

  /// What to do now.
  public var remedy: String {
    switch self {
    case .notATerminal: "Start it in a terminal window, or use --linear."
    case .unknownTerminal: "Set TERM to your terminal's type, for example xterm-256color, or use --linear."
    case .cannotPlaceText: "Use --linear."
    case .systemRefused: "Close this window, open another and try again, or use --linear."
    }
  }

  init?(code: Int32, terminalType: String) {
    switch Int(code) {
    case CT_OPENED: return nil
    case CT_NOT_A_TERMINAL: self = .notATerminal
    case CT_UNKNOWN_TERMINAL: self = .unknownTerminal(terminalType)
    case CT_NO_CURSOR_ADDRESSING: self = .cannotPlaceText(terminalType)
    default: self = .systemRefused
    }
  }
}
