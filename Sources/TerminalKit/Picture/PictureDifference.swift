/// How a picture differs from the one that was expected, told row by row for a person to read.
public struct PictureDifference: Hashable, Sendable, CustomStringConvertible {
  /// Both pictures side by side in time: rows that differ bear a star. Then the actual one, ready to paste.
  public let description: String

  /// The difference, or nil when the frame shows what was expected.
  ///
  /// Blanks at the ends of rows and blank rows at the end do not count.
  public init?(expected: String, actual frame: Frame, marks: Bool = false) {
    let picture = frame.picture(marks: marks)
    let expectedRows = Self.rows(expected)
    let actualRows = Self.rows(picture)
    guard expectedRows != actualRows else { return nil }
    var lines = ["The picture is not as expected."]
    for number in 0..<max(expectedRows.count, actualRows.count) {
      let wanted = number < expectedRows.count ? expectedRows[number] : nil
      let got = number < actualRows.count ? actualRows[number] : nil
      if wanted == got {
        lines.append("         |\(Self.revealed(got ?? ""))")
      } else {
        lines.append("*expected|\(wanted.map(Self.revealed) ?? " (no row)")")
        lines.append("*actual  |\(got.map(Self.revealed) ?? " (no row)")")
      }
    }
    lines += ["Ready to paste:", "\"\"\"", picture, "\"\"\""]
    description = lines.joined(separator: "\n")
  }

  private static func rows(_ picture: String) -> [String] {
    var rows = picture.split(separator: "\n", omittingEmptySubsequences: false).map {
      String($0).withoutTrailingBlanks
    }
    while rows.last?.isEmpty == true { rows.removeLast() }
    return rows
  }

  /// The row with a middle dot for the hidden half of each wide character.
  private static func revealed(_ row: String) -> String {
    var shown = String.UnicodeScalarView()
    for element in Columns(row) {
      element.cell.append(to: &shown)
      if element.width == 2 { shown.append("·") }
    }
    return String(shown)
  }
}
