public import CaseModel

/// One thing wrong with the form of a file, and where: what stands in it is another matter.
public struct FileFault: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Saved as UTF-16, with or without a byte-order mark.
    case utf16
    case utf32
    /// A byte that no UTF-8 text has here; `byte` is its value.
    case invalidUTF8(byte: UInt8)
    case nul
    /// A cell opens with a quotation mark and the file ends before it closes.
    case unterminatedQuote
    case textAfterQuote
    case cellTooLong
    case recordTooLong
    case tooManyCells
    case wrongCellCount(found: Int, expected: Int)
    case empty
    /// The first line names no column that this kind of file has.
    case noHeader
    /// Cells are separated by something other than commas.
    case otherSeparator(String)
    case missingColumns([String])
    /// Two headers are the same, or mean the same column.
    case repeatedHeader([String], column: String)
    /// A header line in the middle of the file.
    case headerAgain
    /// The system gave an error while the file was being read.
    case unreadable(Problem)
  }

  public var kind: Kind
  /// The line, from 1; 0 when it is about the whole file.
  public var line: Int
  /// The character in that line, from 1; 0 when it is about the whole line.
  public var column: Int
  /// The byte in the file, from 0.
  public var byte: Int

  public init(_ kind: Kind, line: Int = 0, column: Int = 0, byte: Int = 0) {
    self.kind = kind
    self.line = line
    self.column = column
    self.byte = byte
  }

  /// A short name for reports, for example `utf-8`.
  public var rule: String {
    switch kind {
    case .utf16: "utf-16"
    case .utf32: "utf-32"
    case .invalidUTF8: "utf-8"
    case .nul: "nul"
    case .unterminatedQuote, .textAfterQuote: "quote"
    case .cellTooLong, .recordTooLong: "length"
    case .tooManyCells, .wrongCellCount: "cells"
    case .empty: "empty"
    case .noHeader, .headerAgain, .missingColumns, .repeatedHeader: "header"
    case .otherSeparator: "separator"
    case .unreadable: "file"
    }
  }

  /// What is wrong and how to put it right, with its place.
  public var message: String {
    if case .unreadable(let problem) = kind { return problem.text }
    return place + text
  }

  private var place: String {
    switch (line, column) {
    case (0, _): ""
    case (_, 0): "Line \(line): "
    default: "Line \(line), column \(column): "
    }
  }

  /// What is wrong and how to put it right, without its place.
  public var text: String {
    switch kind {
    case .utf16: "From byte \(byte) on the file is UTF-16. Save it as CSV UTF-8."
    case .utf32: "From byte \(byte) on the file is UTF-32. Save it as CSV UTF-8."
    case .invalidUTF8(let value):
      "Byte \(byte) (0x\(hexadecimal(value))) is not UTF-8. The file may be Windows-1252: save it as CSV UTF-8."
    case .nul: "Byte \(byte) is a NUL, which no CSV text has. Save the file as CSV UTF-8."
    case .unterminatedQuote:
      "A quotation mark opens here and never closes, so the rest of the file is one cell. Close it or double it."
    case .textAfterQuote:
      "There is text after a closing quotation mark. Double each quotation mark that belongs to the text."
    case .cellTooLong: "A cell has more than \(CSVReader.cellLimit) characters. Shorten it."
    case .recordTooLong: "The line is longer than \(CSVReader.recordLimit) bytes. Is a quotation mark missing?"
    case .tooManyCells: "The line has more than \(CSVReader.countLimit) cells."
    case .wrongCellCount(let found, let expected):
      "The line has \(counted(found, "cell")) and the header has \(expected). Put text with commas in quotation marks."
    case .empty: "The file is empty. It needs a header line and at least the columns that must be there."
    case .noHeader: "The first line names no column that is known here. Put a header line first."
    case .otherSeparator(let name): "Cells are separated by \(name). Save the file with commas."
    case .missingColumns(let names):
      names.count == 1
        ? "The column \(names[0]) is missing." : "These columns are missing: \(names.joined(separator: ", "))."
    case .repeatedHeader(let names, let column):
      "The headers \(names.map { "\u{201C}\($0)\u{201D}" }.joined(separator: " and ")) both mean \(column). Keep one."
    case .headerAgain: "This is the header line again. Remove it."
    case .unreadable(let problem): problem.text
    }
  }
}

/// Why a file is refused as a whole: nothing in it is given on. All that is wrong with it is told at once.
public struct FileRefusal: Error, Hashable, Sendable {
  /// Never empty.
  public let faults: [FileFault]

  public init(_ faults: [FileFault]) { self.faults = faults }

  init(_ kind: FileFault.Kind, line: Int = 0, column: Int = 0, byte: Int = 0) {
    faults = [FileFault(kind, line: line, column: column, byte: byte)]
  }

  /// As a person is told of it, with the file's name.
  public func problem(in file: String) -> Problem {
    if case .unreadable(let problem)? = faults.first?.kind { return problem }
    return Problem(
      "Nothing was imported.", because: "\(file): \(faults.map(\.message).joined(separator: " "))",
      try: "Put the file right and import it again.", kind: .badData)
  }
}

func hexadecimal(_ byte: UInt8) -> String {
  let digits = String(byte, radix: 16, uppercase: true)
  return digits.utf8.count == 1 ? "0" + digits : digits
}

func counted(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
