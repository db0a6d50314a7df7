import Glibc
public import TerminalKit

/// What a person may choose about the terminal.
public struct TerminalOptions: Hashable, Sendable {
  /// How meanings look.
  public var theme: Theme = .dark
  /// Whether colours may be used; false when NO_COLOR is set.
  public var usesColour = !Environment.isSet("NO_COLOR")
  /// Which signs lines and bars are drawn with; ASCII on terminals that are known to lack the others.
  public var charset: Charset = ["linux", "vt100", "vt220", "ansi"].contains(Environment["TERM"]) ? .ascii : .unicode
  /// Whether the whole selected row is set off; false saves bytes on slow lines, where the `>` must do.
  public var highlightsWholeRows = true
  /// The file that takes what is written to standard error while the screen is up.
  public var errorLogPath: String?

  /// What the environment suggests.
  public init() {}
}

/// Variables of the environment.
enum Environment {
  static subscript(name: String) -> String { getenv(name).map { String(cString: $0) } ?? "" }

  static func isSet(_ name: String) -> Bool { !self[name].isEmpty }
}
