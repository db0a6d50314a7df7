extension CellComplaint {
  /// A complaint that somebody other than the reader has, for example the store.
  public init(line: Int, column: String, cell: String, rule: String, message: String) {
    self.line = line
    self.column = column
    self.value = shown(cell)
    self.rule = rule
    self.message = message
  }
}

extension Rejection {
  /// A row that was good in itself and is rejected for what is known elsewhere; its cells are read again from `raw`.
  public init(line: Int, complaints: [CellComplaint], raw: String) {
    self.line = line
    self.complaints = complaints
    self.raw = raw
    cells = Rejection.cells(of: raw)
  }

  private static func cells(of raw: String) -> [String] {
    do {
      var reader = try CSVReader(FileBytes(raw), undoesGuard: true)
      return try reader.nextRecord()?.cells ?? []
    } catch {
      // A row that cannot be read is handed back whole, as one cell.
      return []
    }
  }
}
