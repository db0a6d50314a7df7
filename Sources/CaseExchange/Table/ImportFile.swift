/// What one kind of import file holds: its columns and the rules for a row.
public protocol ImportKind: Sendable {
  associatedtype Field: TableField
  associatedtype Content: Sendable

  /// Columns of which at least one must be there.
  static var oneOf: [Field] { get }
  /// Whether `survey` must see every row before the first is read.
  static var surveys: Bool { get }
  /// Sees every row once, before the first is read: for rules between rows.
  mutating func survey(_ row: TableRow<Field>)
  /// All rows have been surveyed.
  mutating func endSurvey()
  /// Reads one row and complains about all that is wrong with it. What it gives back counts only without complaints.
  func content(of row: inout RowReader<Field>) -> Content?
}

extension ImportKind {
  public static var oneOf: [Field] { [] }
  public static var surveys: Bool { false }
  public mutating func survey(_ row: TableRow<Field>) {}
  public mutating func endSurvey() {}
}

/// A good row.
public struct ImportLine<Content: Sendable>: Sendable {
  /// The line in the file, from 1.
  public let line: Int
  public let content: Content
  /// What to look at, though the row is good.
  public let warnings: [CellComplaint]
  /// Columns that mean nothing here, kept with the row.
  public let unknown: [UnknownCell]
  /// The row as it came.
  public let raw: String
}

/// What a row is: good, or rejected with every complaint about it.
public enum ImportOutcome<Content: Sendable>: Sendable {
  case line(ImportLine<Content>)
  case rejected(Rejection)
}

/// An import file, row by row: bytes in, good lines and rejections out, nothing changed anywhere.
public struct ImportFile<Kind: ImportKind> {
  public typealias Outcome = ImportOutcome<Kind.Content>

  /// Which column is which; `header.unknown` names what the import report must name.
  public let header: TableHeader<Kind.Field>
  /// Rows without content met so far: blank lines, and lines of commas that spreadsheets leave.
  public var blankLines: Int { reader.blankLines + commaLines }
  /// Line ends met so far that were a CR alone.
  public var loneReturns: Int { reader.loneReturns }

  private let kind: Kind
  private var reader: CSVReader
  private var commaLines = 0

  /// Reads the header, and for a kind with rules between rows the whole file once.
  public init(_ bytes: FileBytes, _ kind: Kind) throws(FileRefusal) {
    var kind = kind
    if Kind.surveys {
      var (header, reader) = try ImportFile.begin(bytes)
      while let record = try reader.nextRecord() {
        let row = TableRow(header: header, record: record)
        if ImportFile.fault(row) == nil { kind.survey(row) }
      }
      kind.endSurvey()
    }
    self.kind = kind
    (header, reader) = try ImportFile.begin(bytes)
  }

  private static func begin(_ bytes: FileBytes) throws(FileRefusal) -> (TableHeader<Kind.Field>, CSVReader) {
    var reader = try CSVReader(bytes, undoesGuard: true)
    while let record = try reader.nextRecord() {
      if record.faults.isEmpty, record.cells.allSatisfy({ trimmed($0).isEmpty }) { continue }
      return (try TableHeader(record, oneOf: Kind.oneOf), reader)
    }
    throw FileRefusal(.empty)
  }

  /// The next row, or nil at the end of the file.
  public mutating func next() throws(FileRefusal) -> Outcome? {
    while let record = try reader.nextRecord() {
      let row = TableRow(header: header, record: record)
      if row.isBlank {
        commaLines += 1
        continue
      }
      var cells = RowReader(row)
      if let fault = ImportFile.fault(row) {
        for fault in record.faults.isEmpty ? [fault] : record.faults { cells.complain(fault) }
      } else if let content = kind.content(of: &cells), cells.complaints.isEmpty {
        return .line(
          ImportLine(
            line: record.line, content: content, warnings: cells.warnings, unknown: row.unknown, raw: record.raw))
      }
      return .rejected(
        Rejection(line: record.line, complaints: cells.complaints, cells: record.cells, raw: record.raw))
    }
    return nil
  }

  /// What is wrong with a row's form, so that its cells cannot be trusted.
  private static func fault(_ row: TableRow<Kind.Field>) -> FileFault? {
    let (record, expected) = (row.record, row.header.names.count)
    if let fault = record.faults.first { return fault }
    if record.cells.count != expected {
      return FileFault(.wrongCellCount(found: record.cells.count, expected: expected), line: record.line)
    }
    return row.isHeaderAgain ? FileFault(.headerAgain, line: record.line) : nil
  }
}

/// A whole file read into memory: for small files and for tests.
public struct ImportReading<Kind: ImportKind>: Sendable {
  public private(set) var header: TableHeader<Kind.Field>?
  public private(set) var lines = [ImportLine<Kind.Content>]()
  public private(set) var rejections = [Rejection]()
  /// Why the file is refused as a whole; then there are no lines and no rejections.
  public private(set) var refusal: FileRefusal?
  public private(set) var blankLines = 0

  public init(_ bytes: FileBytes, _ kind: Kind) {
    do {
      var file = try ImportFile(bytes, kind)
      header = file.header
      while let outcome = try file.next() {
        switch outcome {
        case .line(let line): lines.append(line)
        case .rejected(let rejection): rejections.append(rejection)
        }
      }
      blankLines = file.blankLines
    } catch {
      refusal = error
      (lines, rejections) = ([], [])
    }
  }
}
