/// What the store asks of a database. SQL is written once, in the subset that SQLite and PostgreSQL both take
/// (store.md 3); an engine runs it and gives rows back.
protocol Engine: Sendable {
  /// Runs short reads against one state of the store. A cancelled task interrupts the running statement.
  func read<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

  /// The same for what may take a while, such as counting everybody: on a connection of its own, so that pages of a list
  /// need not wait for it.
  func readAside<T: Sendable>(_ body: @escaping @Sendable (any Connection) throws -> T) async throws -> T

  /// Runs one transaction: all of it is kept, durably, or none of it. Never cancelled half way.
  ///
  /// `holder` is who other programs are told about while they wait.
  func write<T: Sendable>(
    holder: String, _ body: @escaping @Sendable (any Connection) throws -> T
  ) async throws -> T

  /// Lets go of every connection. A failure leaves the store as a program that was killed leaves it.
  func close() async

  /// The program ends: from now on no answer is waited for that may never come. What was being read is given up, and
  /// a change whose answer does not come is told as not known.
  func stopWaiting()

  /// Does something while no write of this program is under way, and before the next begins.
  func betweenWrites(_ body: @escaping @Sendable () -> Void) async

  /// The account by which somebody signs in whom the operating system knows as `account`.
  func account(ofSystem account: String) async throws -> String

  /// A number that differs after anybody has written.
  func changeNumber() async throws -> Int

  /// Waits until somebody may have written; false at once where the engine cannot be told, so that the caller asks from
  /// time to time.
  func nextWrite() async -> Bool

  /// Every table, index and trigger as the database keeps them, for documentation.
  func schemaSQL() async throws -> String

  /// What the database itself finds wrong with its file. Empty when all is well.
  func damage() async throws -> [String]

  /// Rows that point at what is not there. Empty when all is well.
  func danglingReferences() async throws -> [String]

  /// Writes a consistent copy of the whole store, as one SQLite file, into the empty file at a path. Others write
  /// meanwhile; a cancelled task stops it.
  func copy(to path: String) async throws
}

/// One state of the database, for as long as a read or a write lasts.
protocol Connection {
  /// How this engine does full-text search.
  var search: any SearchTables.Type { get }
  /// Calls `row` for each row until it returns false.
  func forEach(_ sql: String, _ values: [Value], _ row: (inout Columns) throws -> Bool) throws
  /// Calls `row` for each row of several queries, with the query's place among them; asked together, because a server may
  /// be far away.
  func forEach(of queries: [(sql: String, values: [Value])], _ row: (Int, inout Columns) throws -> Void) throws
  /// Runs a statement that changes something and says how many rows it changed.
  @discardableResult func run(_ sql: String, _ values: [Value]) throws -> Int
  /// Every row of a query without values, however many they are, in little memory.
  func scan(_ sql: String, _ row: (inout Columns) throws -> Void) throws
  /// Takes away a table's indexes, but for those that keep a rule, before very much is put into it; gives the statements
  /// that build them again, in the same transaction. Where that is not this account's right nothing is taken away.
  func dropIndexes(of table: String) throws -> [String]
  /// The store's tables by name, without those that are an engine's own way of searching and keeping house.
  func tables() throws -> [TableShape]
  /// Deletes the rows of somebody whose certificate of destruction is there, from one of the tables with people's rows.
  func destroy(_ table: String, of patient: String) throws
  /// References are checked at the end of this transaction and not row by row.
  func deferReferences() throws
}

extension Engine {
  func stopWaiting() {}

  func account(ofSystem account: String) async throws -> String { account }
}

extension Connection {
  func forEach(of queries: [(sql: String, values: [Value])], _ row: (Int, inout Columns) throws -> Void) throws {
    for (place, query) in queries.enumerated() {
      try forEach(query.sql, query.values) { columns in
        try row(place, &columns)
        return true
      }
    }
  }

  func rows<T>(_ sql: String, _ values: [Value] = [], _ decode: (inout Columns) throws -> T) throws -> [T] {
    var found = [T]()
    try forEach(sql, values) { columns in
      found.append(try decode(&columns))
      return true
    }
    return found
  }

  func first<T>(_ sql: String, _ values: [Value] = [], _ decode: (inout Columns) throws -> T) throws -> T? {
    var found: T?
    try forEach(sql, values) { columns in
      found = try decode(&columns)
      return false
    }
    return found
  }

  /// The one number that a query answers with; 0 where it answers with nothing.
  func count(_ sql: String, _ values: [Value] = []) throws -> Int {
    try first(sql, values) { try $0.int() } ?? 0
  }
}
