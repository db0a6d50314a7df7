/// Which signs lines, bars and borders are drawn with.
public enum Charset: Hashable, Sendable {
  /// Line and block characters.
  case unicode
  /// ASCII only, for terminals and ears that cannot take the others. Names and notes are left alone.
  case ascii

  /// What stands for a scalar in this set, always in the same number of columns.
  public func sign(for scalar: Unicode.Scalar) -> Unicode.Scalar {
    guard self == .ascii, scalar.value >= 0x2010 else { return scalar }
    switch scalar {
    case "─", "▁", "▂", "‐"..."―": return "-"
    case "│": return "|"
    case "┌", "┐", "└", "┘", "├", "┤", "┬", "┴", "┼": return "+"
    case "█", "▉", "▊", "▋", "▇", "▆": return "#"
    case "▌", "▍", "▅", "▄": return "="
    case "▎", "▏", "▃": return "-"
    case "░": return "."
    case "•", "●": return "*"
    case "…": return "."
    case "▲": return "^"
    case "▼": return "v"
    case "✓": return "="
    default: return scalar
    }
  }
}

extension Frame {
  /// The same picture drawn with the signs of a set.
  public func drawn(with charset: Charset) -> Frame {
    guard charset == .ascii else { return self }
    let cells = cells.map { cell in
      var cell = cell
      cell.base = charset.sign(for: cell.base)
      return cell
    }
    return Frame(size: size, cells: cells, cursor: cursor)
  }
}
