/// Who reads a text. Dates and names are written for somebody: nothing formats them by hand (screens.md 6).
public enum Audience: Hashable, Sendable {
  /// Staff screens: 05-Jan-2016, BEGUM, Rahela (Mrs).
  case staff
  /// Linear mode: 5 January 2016, BEGUM, Rahela, Mrs.
  case linear
  /// Letters and crisis plans: 5 January 2016, Mrs Rahela Begum.
  case patient

  /// What keeps the parts of a line apart: a gap for eyes, a comma for ears.
  public var gap: String { self == .staff ? "  " : ", " }
}

extension Day {
  public func shown(to audience: Audience) -> String { audience == .staff ? short : long }
}

extension Moment {
  public func shown(to audience: Audience) -> String { audience == .staff ? short : long }
}
