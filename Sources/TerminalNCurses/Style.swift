/// How a meaning looks: colours by number, and ways of setting off that need no colour.
public struct Style: Hashable, Sendable {
  /// Ways of setting text off. There is no dim: nobody can read it on a projector.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// The set as bits.
    public let rawValue: UInt32
    /// A set of these bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Heavier letters.
    public static let bold = Attributes(rawValue: 1)
    /// Letters and background exchanged.
    public static let reverse = Attributes(rawValue: 2)
    /// A line under the letters.
    public static let underline = Attributes(rawValue: 4)
  }

  /// The colour of the letters, or nil for the terminal's own.
  public var foreground: Int32?
  /// The colour behind them, or nil for the terminal's own.
  public var background: Int32?
  /// What else sets the text off.
  public var attributes: Attributes

  /// A look.
  public init(_ foreground: Int32? = nil, on background: Int32? = nil, _ attributes: Attributes = []) {
    self.foreground = foreground
    self.background = background
    self.attributes = attributes
  }

  /// Whether the look needs no colour.
  public var isColourless: Bool { foreground == nil && background == nil }
}
