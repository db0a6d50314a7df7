extension Frame {
  /// The picture as text, one line a row, without blank rows at the end.
  ///
  /// With `marks`, a row that holds more than ordinary text is followed by a line of marks, one letter a column.
  public func picture(marks: Bool = false) -> String {
    var lines: [String] = []
    for row in 0..<size.rows {
      lines.append(text(ofRow: row))
      let line = marks ? self.marks(ofRow: row) : ""
      if !line.isEmpty { lines.append(line) }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }
}
