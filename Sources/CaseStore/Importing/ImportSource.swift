public import CaseModel

/// What is imported from a file.
public enum ImportSubject: String, Hashable, Sendable, CaseIterable {
  case organisations, practices, staff, caseload
}

/// How an import treats rows that are not good.
public enum ImportMode: Hashable, Sendable {
  /// Says what would happen and changes nothing.
  case preview
  /// One row that is not good means that nothing is imported.
  case allOrNothing
  /// Good rows are imported, the others are handed back.
  case acceptGood
}

/// A cell of a column that means nothing to mdt; kept with its row as it came.
public struct ImportedCell: Hashable, Sendable {
  public var name: String
  public var value: String

  public init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// One row of a file as the store takes it.
public enum ImportRow<Line: Sendable>: Sendable {
  /// A row that is good in itself; whether it fits what is known is for the store to say.
  case good(ImportedLine<Line>)
  /// A row that was rejected when it was read, passed through so that rows keep their order.
  case rejected(ImportRejection)
}

/// A row that is good in itself.
public struct ImportedLine<Line: Sendable>: Sendable {
  /// The line in the file, from 1.
  public var line: Int
  public var content: Line
  public var unknown: [ImportedCell]
  /// What to look at, though the row is good.
  public var warnings: [ImportComplaint]
  /// The row as it came.
  public var raw: String

  public init(
    line: Int, content: Line, unknown: [ImportedCell] = [], warnings: [ImportComplaint] = [], raw: String = ""
  ) {
    self.line = line
    self.content = content
    self.unknown = unknown
    self.warnings = warnings
    self.raw = raw
  }
}

/// A file from which the store pulls rows one by one, as often as it wants: once to check, once to apply. So a million
/// rows need the memory of a few hundred.
public struct ImportSource<Line: Sendable>: Sendable {
  /// Gives the next row, and nil at the end.
  public typealias Rows = () throws(Problem) -> ImportRow<Line>?

  /// The file's name without its folders, for the audit and for "already imported".
  public var fileName: String
  /// SHA-256 of the file's bytes, 64 hexadecimal digits (see ``Fingerprint``).
  public var fingerprint: String
  /// Headers that mean nothing to mdt, in file order.
  public var unknownColumns: [String]
  /// The documented name of a column and the header that the file has for it, where they differ.
  public var headers: [String: String]
  /// About how many rows there are, or 0: a large first import builds its indexes at the end.
  public var expectedRows: Int
  /// Starts at the first row. What it throws is told to the person as it is, and nothing is imported.
  public var open: @Sendable () throws(Problem) -> Rows

  public init(
    fileName: String, fingerprint: String, unknownColumns: [String] = [], headers: [String: String] = [:],
    expectedRows: Int = 0, open: @escaping @Sendable () throws(Problem) -> Rows
  ) {
    self.fileName = fileName
    self.fingerprint = fingerprint
    self.unknownColumns = unknownColumns
    self.headers = headers
    self.expectedRows = expectedRows
    self.open = open
  }
}
