import CaseModel

/// A practice with the network and locality it belongs to on a day (D-GEO-1).
public struct Practice: Hashable, Sendable, Codable {
  public var code: String
  public var name: String
  public var network: String?
  public var locality: String?
  public var phone: String?
  /// The number that professionals ring.
  public var bypassPhone: String?
}

enum OrganisationRows {
  static func organisations(_ connection: any Connection) throws -> [Organisation] {
    try connection.rows(
      "SELECT ods_code, name, kind, open_from, closed_on FROM organisation WHERE entered_in_error = 0 ORDER BY ods_code"
    ) { row in
      Organisation(
        code: try row.text(), name: try row.text(), kind: try row.codeOrNil(), openFrom: try row.dayOrNil(),
        closedOn: try row.dayOrNil())
    }
  }

  static func practices(on day: Day, _ connection: any Connection) throws -> [Practice] {
    try connection.rows(
      """
      SELECT g.ods_code, g.name, n.name, l.name, g.phone, g.bypass_phone FROM organisation g
      LEFT JOIN practice_link pl ON pl.practice_code = g.ods_code AND pl.id = (
        SELECT x.id FROM practice_link x WHERE x.practice_code = g.ods_code AND x.entered_in_error = 0
        AND COALESCE(x.start_on, '') <= $1 AND COALESCE(x.end_on, '9999-12-31') > $1
        ORDER BY COALESCE(x.start_on, '') DESC, x.id DESC LIMIT 1)
      LEFT JOIN network n ON n.id = pl.network_id LEFT JOIN locality l ON l.id = pl.locality_id
      WHERE g.kind = 'gp_practice' AND g.entered_in_error = 0 ORDER BY g.ods_code
      """, [.of(day)]
    ) { row in
      Practice(
        code: try row.text(), name: try row.text(), network: row.textOrNil(), locality: row.textOrNil(),
        phone: row.textOrNil(), bypassPhone: row.textOrNil())
    }
  }

  static func localities(_ connection: any Connection) throws -> [String] {
    try connection.rows("SELECT name FROM locality WHERE entered_in_error = 0 ORDER BY name") { try $0.text() }
  }
}
