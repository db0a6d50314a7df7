import CaseExchange
import CaseModel
import CaseStore

extension ImportSource {
  /// The rows of a table file of one kind. Its header is read at once, so that a file of the wrong kind is refused
  /// before anything else.
  init<Kind: ImportKind>(_ file: ImportedFile, _ kind: Kind) throws(Problem) where Kind.Content == Line {
    let header = try ImportSource.reader(file, kind).header
    self.init(
      fileName: file.name, fingerprint: file.fingerprint, unknownColumns: header.unknown,
      headers: Dictionary(Kind.Field.allCases.map { ($0.rawValue, header.name(of: $0)) }) { first, _ in first },
      expectedRows: file.lines
    ) { () throws(Problem) -> Rows in
      var reader = try ImportSource.reader(file, kind)
      return { () throws(Problem) -> ImportRow<Line>? in
        do throws(FileRefusal) {
          return try reader.next().map(ImportSource.row)
        } catch {
          throw error.problem(in: file.name)
        }
      }
    }
  }

  /// Which column is which.
  static func header<Kind: ImportKind>(
    _ file: ImportedFile, _ kind: Kind
  ) throws(Problem) -> TableHeader<Kind.Field> where Kind.Content == Line { try reader(file, kind).header }

  private static func reader<Kind: ImportKind>(
    _ file: ImportedFile, _ kind: Kind
  ) throws(Problem) -> ImportFile<Kind> {
    do throws(FileRefusal) {
      return try ImportFile(file.bytes, kind)
    } catch {
      throw error.problem(in: file.name)
    }
  }

  private static func row(_ outcome: ImportOutcome<Line>) -> ImportRow<Line> {
    switch outcome {
    case .line(let line):
      .good(
        ImportedLine(
          line: line.line, content: line.content,
          unknown: line.unknown.map { ImportedCell(name: $0.name, value: $0.value) },
          warnings: line.warnings.map(ImportComplaint.init), raw: line.raw))
    case .rejected(let rejection):
      .rejected(
        ImportRejection(
          line: rejection.line, complaints: rejection.complaints.map(ImportComplaint.init), raw: rejection.raw))
    }
  }
}

extension ImportComplaint {
  init(_ complaint: CellComplaint) {
    self.init(
      line: complaint.line, column: complaint.column, value: complaint.value, rule: complaint.rule,
      message: complaint.message)
  }
}
