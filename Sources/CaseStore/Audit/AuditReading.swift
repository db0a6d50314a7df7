public import CaseModel

/// A published end of the audit: whoever keeps one can tell later whether what came before was changed (store.md 4).
public struct AuditHead: Hashable, Sendable, Codable {
  public var sequence: Int
  /// 64 hexadecimal digits.
  public var hash: String
  public var count: Int
  public var at: Moment

  public init(sequence: Int, hash: String, count: Int, at: Moment) {
    self.sequence = sequence
    self.hash = hash
    self.count = count
    self.at = at
  }
}

enum AuditReading {
  /// What the identifiers in some rows stand for.
  static func names(of events: [AuditEvent], _ connection: any Connection) throws -> AuditNames {
    let staff = try connection.rows("SELECT id, name FROM staff") { (try $0.text(), try $0.text()) }
    let organisations = try connection.rows("SELECT ods_code, name FROM organisation") {
      (try $0.text(), try $0.text())
    }
    return AuditNames(
      staff: Dictionary(staff) { first, _ in first }, organisations: Dictionary(organisations) { first, _ in first },
      people: try people(Set(events.compactMap { $0.patient.map { ID($0) } }), connection))
  }

  static func people(_ ids: Set<ID<Patient>>, _ connection: any Connection) throws -> [ID<Patient>: AuditedPerson] {
    var people = [ID<Patient>: AuditedPerson]()
    for id in ids {
      people[id] = try connection.first(
        "SELECT family_name, given_names, title, preferred_name, nhs_number FROM patient WHERE id = $1", [.of(id)]
      ) { row in
        let name = PersonName(
          family: try row.text(), given: try row.text(), title: row.textOrNil(), preferred: row.textOrNil())
        return AuditedPerson(name: name, nhsNumber: row.textOrNil().flatMap { NHSNumber(stored: $0) })
      }
    }
    return people
  }

  /// The latest time that the newest thousand rows have: whoever signs in by a clock that was put back adds a row that is
  /// earlier than those before it.
  static func latest(_ connection: any Connection) throws -> Moment? {
    try connection.first(
      "SELECT max(at) FROM (SELECT at FROM audit_event ORDER BY seq DESC LIMIT 1000) newest"
    ) { try $0.momentOrNil() } ?? nil
  }

  static func head(_ connection: any Connection) throws -> AuditHead? {
    try connection.first("SELECT seq, hash, count, at FROM audit_head WHERE one = 1") { row in
      AuditHead(sequence: try row.int(), hash: try row.text(), count: try row.int(), at: try row.moment())
    }
  }
}
