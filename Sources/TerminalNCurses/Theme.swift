public import TerminalKit

/// Which look every meaning has.
///
/// Blue and orange tell "fine" from "act", never green and red, and no meaning rests on colour alone: the screens put
/// a mark and a word beside it. The figures are colours of the 256 of xterm; all reach a contrast of 7 to 1.
public enum Theme: String, CaseIterable, Hashable, Sendable {
  /// For light letters on a dark terminal.
  case dark
  /// For dark letters on a light terminal.
  case light
  /// White and yellow on black, whatever the terminal is set to.
  case highContrast = "high-contrast"
  /// No colour at all.
  case mono

  /// The look of a meaning on a terminal with so many colours.
  ///
  /// Only where the numbers mean the 256 of xterm are they used; elsewhere weight, reversal and lines do the work.
  public func style(for role: Role, colours: Int) -> Style {
    guard colours == 256 else { return Self.monochrome(role) }
    return switch self {
    case .dark: Self.onDark(role)
    case .light: Self.onLight(role)
    case .highContrast: Self.atHighContrast(role)
    case .mono: Self.monochrome(role)
    }
  }

  /// The look of a meaning without colours.
  static func monochrome(_ role: Role) -> Style {
    switch role {
    case .body, .label, .muted, .rule, .done, .notice: Style()
    case .heading, .strong, .soon, .fresh, .marked, .key, .warning: Style(nil, .bold)
    case .selected, .banner: Style(nil, .reverse)
    case .urgent, .died, .state: Style(nil, [.bold, .reverse])
    case .invalid, .fieldFocused: Style(nil, [.bold, .underline])
    case .field, .match: Style(nil, .underline)
    }
  }

  private static func onDark(_ role: Role) -> Style {
    switch role {
    case .heading, .fresh, .key: Style(117, .bold)
    case .label, .muted, .done, .rule: Style(250)
    case .urgent, .warning: Style(214, .bold)
    case .soon: Style(227)
    case .marked: Style(227, .bold)
    case .invalid: Style(209, [.bold, .underline])
    case .banner: Style(231, on: 18, .bold)
    case .died: Style(16, on: 250, .bold)
    case .state: Style(16, on: 214, .bold)
    case .match: Style(227, .underline)
    case .body, .strong, .selected, .field, .fieldFocused, .notice: monochrome(role)
    }
  }

  private static func onLight(_ role: Role) -> Style {
    switch role {
    case .heading, .fresh, .key: Style(18, .bold)
    case .label, .muted, .done, .rule: Style(238)
    case .urgent, .warning: Style(88, .bold)
    case .soon: Style(90)
    case .marked: Style(90, .bold)
    case .invalid: Style(88, [.bold, .underline])
    case .banner: Style(231, on: 18, .bold)
    case .died: Style(231, on: 238, .bold)
    case .state: Style(231, on: 88, .bold)
    case .match: Style(90, .underline)
    case .body, .strong, .selected, .field, .fieldFocused, .notice: monochrome(role)
    }
  }

  private static func atHighContrast(_ role: Role) -> Style {
    let attributes = monochrome(role).attributes
    return switch role {
    case .urgent, .invalid, .warning, .state, .marked, .match: Style(227, on: 16, attributes)
    default: Style(231, on: 16, attributes)
    }
  }
}

extension Style {
  fileprivate init(_ foreground: Int32?, _ attributes: Attributes) {
    self.init(foreground, on: nil, attributes)
  }
}
