import Foundation
import GRDB

/// One access to a SQLite database. Statements are prepared once and kept.
struct SQLiteConnection: Connection {
  let database: Database

  func forEach(_ sql: String, _ values: [Value], _ row: (inout Columns) throws -> Bool) throws {
    try SQLiteFault.translating {
      let statement = try database.cachedStatement(sql: SQLiteConnection.numbered(sql))
      let cursor = try Row.fetchCursor(statement, arguments: try SQLiteConnection.arguments(values))
      while let found = try cursor.next() {
        var columns = Columns(SQLiteCells(row: found))
        if try !row(&columns) { return }
      }
    }
  }

  @discardableResult func run(_ sql: String, _ values: [Value]) throws -> Int {
    try SQLiteFault.translating {
      let statement = try database.cachedStatement(sql: SQLiteConnection.numbered(sql))
      try statement.execute(arguments: try SQLiteConnection.arguments(values))
      return database.changesCount
    }
  }

  /// The statement with its values numbered as SQLite reads numbers.
  ///
  /// To SQLite `$2` is a name, which takes the next free place when it is first met; `?2` is the second value wherever
  /// it stands, as `$2` is to PostgreSQL. No text in our SQL has a dollar sign before a digit.
  private static func numbered(_ sql: String) -> String {
    var bytes = Array(sql.utf8)
    for index in bytes.indices.dropLast() where bytes[index] == UInt8(ascii: "$") {
      if (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(bytes[index + 1]) { bytes[index] = UInt8(ascii: "?") }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func arguments(_ values: [Value]) throws -> StatementArguments {
    StatementArguments(
      try values.map { value -> DatabaseValue in
        switch value {
        case .null: return .null
        case .integer(let number): return number.databaseValue
        case .real(let number): return number.databaseValue
        case .bytes(let bytes): return Data(bytes).databaseValue
        case .text(let text):
          // PostgreSQL takes no NUL inside text, and C would end the text there.
          guard !text.utf8.contains(0) else { throw StoreFault(.constraint, "a text has a NUL character in it") }
          return text.databaseValue
        }
      })
  }
}

struct SQLiteCells: Cells {
  let row: Row

  func isNull(at index: Int) -> Bool { row.hasNull(atIndex: index) }
  func text(at index: Int) -> String? { row[index] }
  func integer(at index: Int) -> Int64? { row[index] }
  func real(at index: Int) -> Double? { row[index] }
  func bytes(at index: Int) -> [UInt8]? { (row[index] as Data?).map { Array($0) } }

  func add(textAt index: Int, to input: inout HashInput) throws -> Bool {
    if row.hasNull(atIndex: index) { return false }
    try row.withUnsafeData(atIndex: index) { data in
      // An empty text has no bytes to point at.
      guard let data else { return input.add(bytes: []) }
      data.withUnsafeBytes { input.add(bytes: $0) }
    }
    return true
  }
}
