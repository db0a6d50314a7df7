internal import CaseModel

/// One row of a table file: its cells under their columns, and itself as it came.
public struct TableRow<Field: TableField>: Sendable {
  public let header: TableHeader<Field>
  public let record: CSVRecord

  /// The cell under a column, trimmed and in normalisation form C; empty where the file has no such column.
  public subscript(field: Field) -> String {
    guard let column = header.columns[field], column < record.cells.count else { return "" }
    return composed(trimmed(record.cells[column]))
  }

  /// The cell under a column as it came, spaces and all.
  func untouched(_ field: Field) -> String {
    guard let column = header.columns[field], column < record.cells.count else { return "" }
    return record.cells[column]
  }

  /// What stands in columns that mean nothing here, empty cells left out.
  public var unknown: [UnknownCell] {
    header.unknownColumns.compactMap { column in
      guard column < record.cells.count, !record.cells[column].isEmpty else { return nil }
      return UnknownCell(name: header.names[column], value: record.cells[column])
    }
  }

  var isBlank: Bool { record.faults.isEmpty && record.cells.allSatisfy { trimmed($0).isEmpty } }

  /// Whether the row is the header again, as in files put together from several.
  var isHeaderAgain: Bool { record.cells.elementsEqual(header.plain) { $0.utf8.count < 200 && plain($0) == $1 } }

  private func plain(_ text: String) -> String { plainLetters(text) }
}

/// A cell of a column that means nothing here, kept with its row as it came.
public struct UnknownCell: Hashable, Sendable, Codable {
  public let name: String
  public let value: String
}

/// One thing wrong with, or doubtful in, a cell.
public struct CellComplaint: Hashable, Sendable {
  /// The line in the file, from 1.
  public let line: Int
  /// The column's name as the file writes it; empty when it is about the whole line.
  public let column: String
  /// The cell, safe to show and cut at 60 characters.
  public let value: String
  /// The rule it breaks, for example `R-ID-01`, or a short name for a plain matter of form, for example `date`.
  public let rule: String
  /// What is wrong and how to put it right.
  public let message: String
}

/// A row that is not good, with all complaints about it.
public struct Rejection: Hashable, Sendable {
  public let line: Int
  /// In column order as documented; never empty.
  public let complaints: [CellComplaint]
  /// The cells, as they came.
  public let cells: [String]
  /// The row as it came.
  public let raw: String

  /// All messages in one cell: what the rejects file says beside the row.
  public var reason: String {
    complaints.map { $0.column.isEmpty ? $0.message : "\($0.column): \($0.message)" }.joined(separator: " ")
  }
}
