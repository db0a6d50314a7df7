/// Questions about how much room a text takes on a terminal, with the same answers the terminal gives.
public enum TextWidth {
  /// What ends a text that had to be cut.
  public static let cutMark = ">>"

  /// Columns the text takes on one row.
  public static func width(of text: String) -> Int {
    var total = 0
    if isPlain(text) { return text.utf8.count }
    for column in Columns(text) { total += column.width }
    return total
  }

  /// The longest beginning of the text that fits, never cutting through a character's columns.
  public static func prefix(of text: String, fitting columns: Int) -> Substring {
    var used = 0
    var end = text.startIndex
    for column in Columns(text) {
      guard used + column.width <= columns else { break }
      used += column.width
      end = column.range.upperBound
    }
    return text[..<end]
  }

  /// The text if it fits, otherwise as much as fits in front of `>>`.
  public static func cut(_ text: String, to columns: Int) -> String {
    if width(of: text) <= columns { return text }
    let mark = cutMark.prefix(max(0, columns))
    return String(prefix(of: text, fitting: columns - mark.count)) + mark
  }

  /// The text with blanks after it, or cut with `>>`, so that it takes exactly `columns`.
  public static func padded(_ text: String, to columns: Int) -> String {
    let fitting = cut(text, to: columns)
    return fitting + String(repeating: " ", count: max(0, columns - width(of: fitting)))
  }

  /// Whether every byte is one column of printable ASCII.
  static func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }
}
