/// Writes RFC 4180 records: cells with commas, quotation marks or line ends are quoted, and no cell is a formula.
public struct CSVWriter: Sendable {
  /// What stands between records.
  public enum LineEnd: String, Sendable {
    case crlf = "\r\n"
    case lf = "\n"
  }

  public var lineEnd: LineEnd

  public init(lineEnd: LineEnd = .crlf) { self.lineEnd = lineEnd }

  /// One record with its line end.
  public func record(_ cells: [String]) -> String {
    // A lone empty cell would be a blank line.
    if cells.count == 1, cells[0].isEmpty { return "\"\"" + lineEnd.rawValue }
    return cells.map { CSVWriter.cell(FormulaGuard.guarded($0)) }.joined(separator: ",") + lineEnd.rawValue
  }

  private static func cell(_ text: String) -> String {
    var quoted = false
    var doubled = false
    for byte in text.utf8 {
      switch byte {
      case 0x22:
        doubled = true
        quoted = true
      case 0x2C, 0x0A, 0x0D: quoted = true
      default: continue
      }
    }
    // Spaces at either end are kept by every reader only inside quotation marks.
    if text.utf8.first == 0x20 || text.utf8.last == 0x20 { quoted = true }
    guard quoted else { return text }
    guard doubled else { return "\"\(text)\"" }
    var out = "\""
    for scalar in text.unicodeScalars {
      if scalar == "\"" { out.unicodeScalars.append("\"") }
      out.unicodeScalars.append(scalar)
    }
    return out + "\""
  }
}
