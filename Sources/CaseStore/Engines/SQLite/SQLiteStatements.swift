import GRDB

/// The statements of one connection, prepared once and found again by their text as it stands in our code.
final class SQLiteStatements {
  private var kept = [String: Statement]()

  /// A connection with statements is not closed.
  func clear() { kept.removeAll() }

  /// The caller holds on to the statement while it runs: another may be prepared meanwhile, and this one given up.
  func prepared(_ sql: String, in database: Database) throws -> Statement {
    if let statement = kept[sql] { return statement }
    let statement = try SQLiteFault.translating {
      try database.makeStatement(sql: SQLiteStatements.numbered(sql))
    }
    // Texts are made from filters too: what grows without end is begun anew.
    if kept.count >= 400 { kept.removeAll() }
    kept[sql] = statement
    return statement
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
}
