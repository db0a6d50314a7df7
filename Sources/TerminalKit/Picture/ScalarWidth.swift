import CTerminal

extension Unicode.Scalar {
  /// Columns the scalar takes on a terminal, by the C library's own table: 0, 1 or 2, or -1 if it cannot be shown.
  var terminalColumns: Int {
    value >= 0x20 && value < 0x7F ? 1 : Int(ct_width(value))
  }
}
