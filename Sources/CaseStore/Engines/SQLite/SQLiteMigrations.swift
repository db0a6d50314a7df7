import GRDB

/// Bringing a SQLite file to the newest schema, a step at a time, each in its own transaction.
enum SQLiteMigrations {
  /// "MDT1": says that a SQLite file is ours.
  static let applicationID: Int32 = 0x4D44_5431

  static func version(of database: Database) throws -> Int {
    try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
  }

  /// The caller holds the store's lock.
  static func run(in database: Database) throws {
    try SQLiteFault.translating {
      for step in Migrations.all where try step.version > version(of: database) {
        try database.inTransaction(.immediate) {
          for sql in step.statements { try database.execute(sql: sql) }
          if step.version == 1 { try database.execute(sql: SQLiteSearchTables.schema) }
          if step.version == 2 { try SQLiteWords.learnAnew(database) }
          try database.execute(sql: "PRAGMA application_id = \(applicationID)")
          try database.execute(sql: "PRAGMA user_version = \(step.version)")
          return .commit
        }
      }
    }
  }
}
