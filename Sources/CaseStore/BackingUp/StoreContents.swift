import CaseModel

/// What a store's file says of itself.
struct StoreContents {
  var schema: Int
  var installation: String
  var generation: Int
  var isPractice: Bool
  var audit: AuditHead
  var tables: [String: Int]
  var pages: Int

  init(_ connection: any Connection) throws {
    guard try SQLiteAlone.isOurs(connection) else { throw StoreFault(.damaged, "it is no store of mdt") }
    schema = try SQLiteAlone.schemaVersion(connection)
    (installation, generation, isPractice) = try StoreContents.store(connection)
    audit = try StoreContents.head(connection)
    tables = try SQLiteAlone.rowsPerTable(connection)
    pages = try SQLiteAlone.pages(connection)
  }

  static func store(_ connection: any Connection) throws -> (String, Int, Bool) {
    let found = try connection.first("SELECT installation, generation, demo_mode FROM store WHERE one = 1") {
      (try $0.text(), try $0.int(), try $0.flag())
    }
    guard let found else { throw StoreFault(.damaged, "the store does not say what it is") }
    return found
  }

  static func installation(_ connection: any Connection) throws -> String { try store(connection).0 }

  static func head(_ connection: any Connection) throws -> AuditHead {
    guard let head = try AuditReading.head(connection) else { throw StoreFault(.damaged, "its audit has no end") }
    return head
  }

  /// The hash of one audit row.
  static func hash(at sequence: Int, _ connection: any Connection) throws -> String? {
    try connection.first("SELECT hash FROM audit_event WHERE seq = $1", [.of(sequence)]) { try $0.text() }
  }
}
