/// A table as it stands in a store: what is read from one engine and put into the other.
struct TableShape: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case integer
    case real
    case text
    case bytes
  }
  struct Column: Hashable, Sendable {
    var name: String
    var kind: Kind
  }
  var name: String
  var columns: [Column]
  /// The columns of the primary key, in its order.
  var key: [String]

  /// Every row in the order of the key, which is the same on every engine: text is compared as bytes.
  var everyRow: String {
    let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let order = key.map { "\"\($0)\"" }.joined(separator: ", ")
    return "SELECT \(names) FROM \"\(name)\" ORDER BY \(order)"
  }

  /// A row of `everyRow`.
  func values(_ row: inout Columns) throws -> [Value] {
    try columns.map { column in
      if row.isNull { row.skip(); return .null }
      switch column.kind {
      case .integer: return .integer(Int64(try row.int()))
      case .real: return .real(try row.real())
      case .text: return .text(try row.text())
      case .bytes: return .bytes(try row.bytes())
      }
    }
  }

  /// A statement that adds so many rows.
  func insertion(of rows: Int) -> String {
    let names = columns.map { "\"\($0.name)\"" }.joined(separator: ", ")
    let tuples = (0..<rows).map { row in
      "(" + columns.indices.map { "$\(row * columns.count + $0 + 1)" }.joined(separator: ", ") + ")"
    }
    return "INSERT INTO \"\(name)\" (\(names)) VALUES \(tuples.joined(separator: ", "))"
  }
}

/// How many rows a table has, and the digest of all that is in them.
struct TableDigest: Hashable, Sendable {
  var table: String
  var rows: Int
  /// SHA-256 over the rows in the order of their key, each value with its kind and length.
  var digest: String

  /// Folded row by row, so that a table of any size takes little memory.
  static func of(_ table: TableShape, _ connection: any Connection) throws -> TableDigest {
    var (rows, last) = (0, AuditChain.beginning)
    var input = HashInput()
    try connection.scan(table.everyRow) { row in
      input.clear()
      input.add(last)
      for value in try table.values(&row) { input.add(value) }
      last = SHA256.hex(input.bytes)
      rows += 1
    }
    return TableDigest(table: table.name, rows: rows, digest: last)
  }
}

extension HashInput {
  fileprivate mutating func add(_ value: Value) {
    switch value {
    case .null: add("n")
    case .integer(let number): add("i\(number)")
    case .real(let number): add("r\(number.bitPattern)")
    case .text(let text): add("t"); add(text)
    case .bytes(let raw): add("b"); raw.withUnsafeBytes { add(bytes: $0) }
    }
  }
}
