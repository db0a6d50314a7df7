import Foundation
import GRDB

/// One access to a SQLite database. Statements are prepared once and kept.
struct SQLiteConnection: Connection {
  let database: Database

  func forEach(_ sql: String, _ values: [Value], _ row: (inout Columns) throws -> Bool) throws {
    try SQLiteFault.translating {
      let statement = try database.cachedStatement(sql: sql)
      let cursor = try Row.fetchCursor(statement, arguments: try SQLiteConnection.arguments(values))
      while let found = try cursor.next() {
        var columns = Columns(SQLiteCells(row: found))
        if try !row(&columns) { return }
      }
    }
  }

  @discardableResult func run(_ sql: String, _ values: [Value]) throws -> Int {
    try SQLiteFault.translating {
      let statement = try database.cachedStatement(sql: sql)
      try statement.execute(arguments: try SQLiteConnection.arguments(values))
      return database.changesCount
    }
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
