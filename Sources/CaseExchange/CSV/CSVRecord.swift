/// One record of a CSV file: a line, or several where a quoted cell holds line ends.
public struct CSVRecord: Hashable, Sendable {
  /// The line the record starts on, from 1.
  public var line: Int
  public var cells: [String]
  /// The record as it came, without its line end. Only the first 1,000 bytes of a record that is too long.
  public var raw: String
  /// What is wrong with its form; the cells are a best guess when this is not empty.
  public var faults: [FileFault]

  public init(line: Int, cells: [String], raw: String, faults: [FileFault] = []) {
    self.line = line
    self.cells = cells
    self.raw = raw
    self.faults = faults
  }
}

/// Cells that a spreadsheet would run as a formula.
public enum FormulaGuard {
  /// Whether a spreadsheet may take the text for a formula: `=`, `+`, `-`, `@`, a tab or a line end comes first, also
  /// after spaces, also in full width. Apostrophes in front count as part of it, so that guarding can be undone.
  public static func isNeeded(by text: String) -> Bool {
    var quoting = true
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x27 where quoting: continue
      case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D, 0x0A, 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20, 0x2212: return true
      case 0x20, 0xA0, 0xFEFF, 0x200B, 0x3000: quoting = false
      default: return false
      }
    }
    return false
  }

  /// The text with an apostrophe in front where a spreadsheet would run it.
  public static func guarded(_ text: String) -> String { isNeeded(by: text) ? "'" + text : text }

  /// The text as it was before `guarded`.
  public static func unguarded(_ text: String) -> String {
    guard text.utf8.first == 0x27 else { return text }
    let rest = String(text.unicodeScalars.dropFirst())
    return isNeeded(by: rest) ? rest : text
  }
}
