import CaseModel
import GRDB
import GRDBSQLite
import Glibc

/// One access to a SQLite database. Statements are prepared once and kept; values are bound and rows are read with
/// SQLite's own functions, which an import of a million people calls a hundred million times.
struct SQLiteConnection: Connection {
  let database: Database
  let statements: SQLiteStatements

  var search: any SearchTables.Type { SQLiteSearchTables.self }

  func forEach(_ sql: String, _ values: [Value], _ row: (inout Columns) throws -> Bool) throws {
    let prepared = try statements.prepared(sql, in: database)
    let statement = prepared.sqliteStatement
    try start(statement, values)
    defer { withExtendedLifetime(prepared) { _ = sqlite3_reset(statement) } }
    while try step(statement) {
      var columns = Columns(SQLiteCells(statement: statement))
      if try !row(&columns) { return }
    }
  }

  @discardableResult func run(_ sql: String, _ values: [Value]) throws -> Int {
    let prepared = try statements.prepared(sql, in: database)
    let statement = prepared.sqliteStatement
    try start(statement, values)
    defer { withExtendedLifetime(prepared) { _ = sqlite3_reset(statement) } }
    while try step(statement) {}
    return Int(sqlite3_changes(database.sqliteConnection))
  }

  func scan(_ sql: String, _ row: (inout Columns) throws -> Void) throws {
    try forEach(sql, []) { columns in
      try row(&columns)
      return true
    }
  }

  private func start(_ statement: OpaquePointer, _ values: [Value]) throws {
    sqlite3_reset(statement)
    guard sqlite3_bind_parameter_count(statement) == values.count else {
      throw StoreFault(.unavailable, "a statement got \(values.count) values and takes another number")
    }
    for (index, value) in values.enumerated() {
      guard try SQLiteConnection.bind(value, Int32(index + 1), of: statement) == SQLITE_OK else { throw failure() }
    }
  }

  /// Whether there is a row.
  private func step(_ statement: OpaquePointer) throws -> Bool {
    switch sqlite3_step(statement) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    default: throw failure()
    }
  }

  private func failure() -> StoreFault {
    let connection = database.sqliteConnection
    let words = sqlite3_errmsg(connection).map { String(cString: $0) }
    return SQLiteFault.fault(
      DatabaseError(resultCode: ResultCode(rawValue: sqlite3_extended_errcode(connection)), message: words))
  }

  private static func bind(_ value: Value, _ index: Int32, of statement: OpaquePointer) throws -> Int32 {
    // SQLite takes a copy.
    let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    switch value {
    case .null: return sqlite3_bind_null(statement, index)
    case .integer(let number): return sqlite3_bind_int64(statement, index, number)
    case .real(let number): return sqlite3_bind_double(statement, index, number)
    case .bytes(let bytes):
      if bytes.isEmpty { return sqlite3_bind_zeroblob(statement, index, 0) }
      return sqlite3_bind_blob(statement, index, bytes, Int32(bytes.count), copied)
    case .text(var text):
      if text.isEmpty { return sqlite3_bind_text(statement, index, "", 0, copied) }
      return try text.withUTF8 { bytes in
        // PostgreSQL takes no NUL inside text, and C would end the text there.
        guard let start = bytes.baseAddress, memchr(start, 0, bytes.count) == nil else {
          throw StoreFault(.constraint, "a text has a NUL character in it")
        }
        return bytes.withMemoryRebound(to: CChar.self) {
          sqlite3_bind_text(statement, index, $0.baseAddress, Int32($0.count), copied)
        }
      }
    }
  }
}

/// The cells of the row that a statement stands at.
struct SQLiteCells: Cells {
  let statement: OpaquePointer

  func isNull(at index: Int) -> Bool { sqlite3_column_type(statement, Int32(index)) == SQLITE_NULL }

  func text(at index: Int) -> String? {
    guard let bytes = sqlite3_column_text(statement, Int32(index)) else { return nil }
    let count = Int(sqlite3_column_bytes(statement, Int32(index)))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  func integer(at index: Int) -> Int64? { isNull(at: index) ? nil : sqlite3_column_int64(statement, Int32(index)) }

  func real(at index: Int) -> Double? { isNull(at: index) ? nil : sqlite3_column_double(statement, Int32(index)) }

  func bytes(at index: Int) -> [UInt8]? {
    if isNull(at: index) { return nil }
    let count = Int(sqlite3_column_bytes(statement, Int32(index)))
    guard count > 0, let start = sqlite3_column_blob(statement, Int32(index)) else { return [] }
    return Array(UnsafeRawBufferPointer(start: start, count: count))
  }

  func add(textAt index: Int, to input: inout HashInput) throws -> Bool {
    guard let start = sqlite3_column_text(statement, Int32(index)) else { return false }
    let count = Int(sqlite3_column_bytes(statement, Int32(index)))
    input.add(bytes: UnsafeRawBufferPointer(start: start, count: count))
    return true
  }

  func withBytes<T>(ofTextAt index: Int, _ body: (UnsafeRawBufferPointer) -> T) -> T? {
    guard let start = sqlite3_column_text(statement, Int32(index)) else { return nil }
    return body(UnsafeRawBufferPointer(start: start, count: Int(sqlite3_column_bytes(statement, Int32(index)))))
  }
}
