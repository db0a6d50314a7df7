/// Writes rejected rows: their cells as they came under the headers as they came, with `rejected_line` and
/// `rejected_reason` in front.
///
/// Put right, the file can be imported as it is: both columns are known to every kind of file and pass unread.
public struct RejectsFile: Sendable {
  private let writer = CSVWriter()
  private let width: Int
  /// The header line, with a byte-order mark so that spreadsheets read names in any writing.
  public let header: String

  public init<Field: TableField>(for header: TableHeader<Field>) {
    let rest = header.names.filter { !RejectsFile.own.contains($0) }
    width = header.names.count
    skipped = header.names.indices.filter { RejectsFile.own.contains(header.names[$0]) }
    self.header = "\u{FEFF}" + writer.record(RejectsFile.own + rest)
  }

  /// The columns in front.
  static let own = ["rejected_line", "rejected_reason"]
  private let skipped: [Int]

  /// One rejected row. A row with too few cells is filled up; one with too many keeps them all.
  public func row(_ rejection: Rejection) -> String {
    var cells = rejection.cells.isEmpty ? [rejection.raw] : rejection.cells
    if cells.count < width { cells += Array(repeating: "", count: width - cells.count) }
    for index in skipped.reversed() where index < cells.count { cells.remove(at: index) }
    return writer.record([String(rejection.line), rejection.reason] + cells)
  }
}
