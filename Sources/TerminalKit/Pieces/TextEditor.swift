/// A box for typing text into.
///
/// - The caret stands between scalars, so that Bengali can be typed and mended letter by letter.
/// - Backspace takes the last scalar before the caret; Delete and the arrows take whole characters.
/// - A text too long for the box is refused with a reason, never cut.
public struct TextEditor: Hashable, Sendable {
  /// What became of a key or a text.
  public enum Outcome: Hashable, Sendable {
    /// The text is another.
    case changed
    /// Only the caret moved, or nothing had to be done.
    case moved
    /// Nothing was done, for the reason given.
    case refused(String)
    /// The key means nothing here.
    case ignored
  }

  /// The text.
  public internal(set) var content: String
  /// The most characters the box takes.
  public let limit: Int?
  /// Whether the box takes one line only.
  public let isSingleLine: Bool

  /// The caret, counted in scalars from the beginning.
  var offset: Int
  /// The columns and rows of the box.
  var area = Size(columns: 80, rows: 1)
  /// The first row that can be seen, or in a single line the first column.
  var scroll = 0
  /// The column that moving up and down tries to keep.
  var goalColumn: Int?
  var history = TextHistory()

  /// A box with a text in it and the caret at the end.
  public init(_ content: String = "", limit: Int? = nil, isSingleLine: Bool = false) {
    self.content = content
    self.limit = limit
    self.isSingleLine = isSingleLine
    offset = content.unicodeScalars.count
  }

  /// Where the caret stands, counted in characters from the beginning.
  public var caret: Int {
    get { content[..<caretIndex].count }
    set {
      let index = content.index(content.startIndex, offsetBy: max(0, newValue), limitedBy: content.endIndex)
      moveCaret(to: index ?? content.endIndex)
    }
  }

  /// How many characters the text has.
  public var count: Int { content.count }

  /// Whether the box is empty.
  public var isEmpty: Bool { content.isEmpty }

  /// Says how big the box is, when it is first drawn and when the terminal changes its size.
  public mutating func fit(columns: Int, rows: Int = 1) {
    area = Size(columns: max(2, columns), rows: max(1, rows))
    scrollToCaret()
  }

  /// Exchanges the whole text, as one change that can be undone.
  public mutating func replace(with text: String) {
    history.keep(state, as: .other)
    content = text
    offset = text.unicodeScalars.count
    settle()
  }

  /// The caret as a place in the text.
  var caretIndex: String.Index { index(at: offset) }

  func index(at offset: Int) -> String.Index {
    let scalars = content.unicodeScalars
    return scalars.index(scalars.startIndex, offsetBy: offset, limitedBy: scalars.endIndex) ?? scalars.endIndex
  }

  func offset(of index: String.Index) -> Int {
    content.unicodeScalars.distance(from: content.startIndex, to: index)
  }

  mutating func moveCaret(to index: String.Index) {
    offset = offset(of: index)
    history.endGroup()
    settle()
  }

  /// To be called when text or caret have changed other than by moving up and down.
  mutating func settle() {
    goalColumn = nil
    scrollToCaret()
  }
}
