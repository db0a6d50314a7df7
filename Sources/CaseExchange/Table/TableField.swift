internal import CaseModel

/// The columns one kind of file may have. The raw value is the documented header.
public protocol TableField: RawRepresentable, CaseIterable, Hashable, Sendable where RawValue == String {
  /// Other headers that mean the same column, as exports of GP and risk tools write them. Case, spaces, underscores,
  /// hyphens and dots do not matter, so `NHS_No.` needs no entry beside `NHS No`.
  var synonyms: [String] { get }
  /// Whether a file without the column is refused.
  var isMandatory: Bool { get }
  /// What stands in the column and how it is written, as one sentence for the manual.
  var meaning: String { get }
}

/// The documentation of one column, for the manual.
public struct ColumnDescription: Hashable, Sendable {
  public let name: String
  public let synonyms: [String]
  public let isMandatory: Bool
  public let meaning: String
}

extension TableField {
  /// Every column in the documented order.
  public static var descriptions: [ColumnDescription] {
    allCases.map {
      ColumnDescription(name: $0.rawValue, synonyms: $0.synonyms, isMandatory: $0.isMandatory, meaning: $0.meaning)
    }
  }

  /// Columns by their headers' plain letters.
  static var byHeader: [String: Self] {
    var known = [String: Self]()
    for field in allCases {
      for name in [field.rawValue] + field.synonyms { known[plainLetters(name)] = field }
    }
    return known
  }
}

/// Which column of a file is which.
public struct TableHeader<Field: TableField>: Hashable, Sendable {
  /// The headers as they stand in the file, trimmed; `(column 7)` where there is none.
  public let names: [String]
  /// Headers that mean nothing here, in file order. Their values are kept with each row.
  public let unknown: [String]
  let columns: [Field: Int]
  let unknownColumns: [Int]
  let plain: [String]

  /// The header of a column as the file writes it; the documented name where the file has no such column.
  public func name(of field: Field) -> String { columns[field].map { names[$0] } ?? field.rawValue }

  /// Whether the file has the column.
  public func has(_ field: Field) -> Bool { columns[field] != nil }

  /// Reads the header line. All that is wrong with it is told at once.
  ///
  /// - Parameter oneOf: a group of columns of which at least one must be there.
  init(_ record: CSVRecord, oneOf: [Field] = []) throws(FileRefusal) {
    let known = Field.byHeader
    var names = [String]()
    var columns = [Field: Int]()
    var unknownColumns = [Int]()
    var seen = [String: Int]()
    var faults = record.faults
    for (index, cell) in record.cells.enumerated() {
      let name = composed(trimmed(cell))
      let plain = plainLetters(name)
      names.append(name.isEmpty ? "(column \(index + 1))" : name)
      if let field = known[plain] {
        if let first = columns[field] {
          let pair = [shown(names[first]), shown(name)]
          faults.append(FileFault(.repeatedHeader(pair, column: field.rawValue), line: record.line))
        } else {
          columns[field] = index
        }
      } else if !RejectsFile.own.contains(name) {
        if !name.isEmpty, let first = seen[name] {
          let pair = [shown(names[first]), shown(name)]
          faults.append(FileFault(.repeatedHeader(pair, column: "the same"), line: record.line))
        }
        unknownColumns.append(index)
      }
      seen[name] = seen[name] ?? index
    }
    if columns.isEmpty {
      throw FileRefusal(TableHeader.separator(of: record).map { .otherSeparator($0) } ?? .noHeader, line: record.line)
    }
    var missing = Field.allCases.filter { $0.isMandatory && columns[$0] == nil }.map(\.rawValue)
    if !oneOf.isEmpty, oneOf.allSatisfy({ columns[$0] == nil }) {
      missing.insert(oneOf.map(\.rawValue).joined(separator: " or "), at: 0)
    }
    if !missing.isEmpty { faults.append(FileFault(.missingColumns(missing), line: record.line)) }
    if !faults.isEmpty { throw FileRefusal(faults) }
    self.names = names
    self.columns = columns
    self.unknownColumns = unknownColumns
    unknown = unknownColumns.map { names[$0] }
    plain = record.cells.map(plainLetters)
  }

  private static func separator(of record: CSVRecord) -> String? {
    guard record.cells.count <= 2 else { return nil }
    for (sign, name) in [("\t", "tabs"), (";", "semicolons"), ("|", "vertical bars")] {
      let parts = record.raw.split(separator: sign, omittingEmptySubsequences: false).map { plainLetters(String($0)) }
      if parts.count > 1, parts.contains(where: { Field.byHeader[$0] != nil }) { return name }
    }
    return nil
  }
}
